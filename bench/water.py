"""Filling and flow on a million cells, beside pyflwdir: `python -m bench.water`.

The same generated hills, both with outlets along the edge, one thread, processor time of the best
of five runs; the filled heights are compared.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pyflwdir
from scipy import ndimage

from processing.water.flood import accumulate, flood, steepest

SIDE = 1000
ROUNDS = 5


def hills(seed: int = 1) -> np.ndarray:
    """Return rough hills that fall to the south-east, with many sinks."""
    random = np.random.default_rng(seed)
    made = sum(
        weight * ndimage.gaussian_filter(random.standard_normal((SIDE, SIDE)), size)
        for weight, size in ((400.0, 60), (20.0, 8), (0.5, 1))
    )
    row, col = np.mgrid[:SIDE, :SIDE]
    return np.asarray(200 + made - 0.01 * (row + col), dtype=np.float32)


def best(work: Callable[[], object]) -> float:
    """Return the least processor time of some runs, in seconds."""
    taken = []
    for _ in range(ROUNDS + 1):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken[1:])


def main() -> None:
    """Print the table."""
    heights = hills()
    ours = flood(heights)
    filled, directions = pyflwdir.dem.fill_depressions(heights, outlets="edge")

    def theirs() -> object:
        _, d8 = pyflwdir.dem.fill_depressions(heights, outlets="edge")
        return pyflwdir.from_array(d8, ftype="d8", check_ftype=False).upstream_area()

    def mine() -> object:
        flooded = flood(heights)
        return accumulate(flooded, steepest(flooded))

    rows = {
        "fill": (
            best(lambda: flood(heights)),
            best(lambda: pyflwdir.dem.fill_depressions(heights, outlets="edge")),
        ),
        "fill and flow": (best(mine), best(theirs)),
    }
    print(f"{SIDE} x {SIDE} cells      sip s   pyflwdir s   ratio")
    for name, (one, other) in rows.items():
        print(f"{name:20} {one:7.3f} {other:10.3f} {one / other:9.2f}")
    same = np.abs(ours.filled - filled) <= 1e-3
    print(f"filled heights equal to 1 mm on {100 * same.mean():.3f} % of the cells")
    flow = accumulate(ours, ours.parent)
    area = pyflwdir.from_array(directions, ftype="d8", check_ftype=False).upstream_area()
    near = np.isclose(flow, area, rtol=0.01)[flow > 100].mean()
    print(f"flow the way of the flood within 1 % on {100 * near:.1f} % of the larger streams")


if __name__ == "__main__":
    main()
