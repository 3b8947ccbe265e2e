"""Filling and flow on a million cells, beside pyflwdir: `python -m bench.water`.

The same generated hills, both with outlets along the edge, one thread, processor time of the best
of five runs. What can be equal is compared: the filled heights; the way of the flood, which is that
of pyflwdir (from where water comes first: the lowest neighbour), where one neighbour is lowest; and
the flow along given ways. The steepest way, which `water.flow` takes, is another one: it divides
the fall of diagonals by their length.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pyflwdir
from scipy import ndimage

from processing.water.flood import accumulate, flood, steepest

SIDE = 1000
_POINTERS = {1: (0, 1), 2: (1, 1), 4: (1, 0), 8: (1, -1),
               16: (0, -1), 32: (-1, -1), 64: (-1, 0), 128: (-1, 1)}  # fmt: skip
"""Rows down and columns right of the pointers of D8."""
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
    filled, _ = pyflwdir.dem.fill_depressions(heights, outlets="edge")

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
    compare("the hills", heights)
    turns = np.empty(heights.size, dtype=np.float32)
    turns[ours.order] = np.arange(heights.size)
    compare(
        "each cell as high as its turn in the flood: no sinks, no ties", turns.reshape(SIDE, SIDE)
    )


def compare(title: str, heights: np.ndarray) -> None:
    """Print how far ways and flows are those of pyflwdir; all of the edge is an outlet for both."""
    ours = flood(heights)
    edge = np.ones(heights.shape, dtype=bool)
    edge[1:-1, 1:-1] = False
    _, theirs = pyflwdir.dem.fill_depressions(heights, outlets="edge")
    theirs[edge] = 0
    clear = one_lowest(ours.filled) & ~edge
    area = upstream(theirs)
    print(f"{title}: {100 * clear[~edge].mean():.1f} % of the cells have one lowest neighbour")
    for name, down in (("flood", ours.parent), ("steepest", steepest(ours))):
        down = np.where(edge.ravel(), np.arange(heights.size), down).astype(np.int32)
        way, flow = pointers(down, heights.shape), accumulate(ours, down)
        alike = 100 * (way == theirs)[clear].mean()
        along = 100 * (flow == upstream(way)).mean()
        streams = 100 * np.isclose(flow, area, rtol=0.01)[flow > 100].mean()
        print(
            f"  {name:8} way as pyflwdir's on {alike:.3f} % of those; flow of pyflwdir along our"
            f" way equal on {along:.3f} % of the cells, along its own within 1 % on {streams:.1f} %"
            " of the larger streams"
        )


def one_lowest(filled: np.ndarray) -> np.ndarray:
    """Say which cells have one neighbour that is lower than they and than all others."""
    walled = np.pad(filled, 1, constant_values=np.inf)
    rows, cols = filled.shape
    around = np.sort(
        [walled[1 + r : 1 + r + rows, 1 + c : 1 + c + cols] for r, c in _POINTERS.values()], axis=0
    )
    return np.asarray((around[0] < filled) & (around[0] < around[1]))


def pointers(down: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Return the pointers of D8 to the cells that cells drain to, 0 for outlets."""
    step = down - np.arange(down.size)
    way = np.zeros(down.size, dtype=np.uint8)
    for pointer, (row, col) in _POINTERS.items():
        way[step == row * shape[1] + col] = pointer
    return way.reshape(shape)


def upstream(way: np.ndarray) -> np.ndarray:
    """Return how many cells pyflwdir lets drain through each."""
    return np.asarray(pyflwdir.from_array(way, ftype="d8", check_ftype=False).upstream_area())


if __name__ == "__main__":
    main()
