"""How right the classes of published points are: `python -m bench.classes [--samples DIR]`.

The whole chain as `sip process lidar` runs it, its LAZ read back: on towns with exact truth, which
are not those on which its settings were chosen, and on AHN3 against the supplier's classes. A class
that a scene or a supplier does not have, or that is told only where one is given (water), is left
out. Suppliers of AHN3 put vegetation into class 1.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import laspy
import numpy as np
from numpy.typing import NDArray

from processing import executors
from processing.flight import running
from processing.flight.lidar import Wishes
from processing.flight.pages import CLASSES
from processing.scene import scan, town
from processing.scene.files import TRUTH, write_laz

DENSITIES = (4.0, 8.0, 16.0)
SEEDS = (21, 22)
TOLD = (2, 3, 4, 5, 6, 7, 18)
type Codes = NDArray[np.uint8]


def main() -> int:
    """Print a table per scene and sample."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=Path, default=Path("..") / "shared" / "data" / "lidar")
    parser.add_argument("--side", type=float, default=300.0, help="width of the towns in metres")
    args = parser.parse_args()
    for seed in SEEDS:
        scene = town(seed, side_m=args.side)
        for density in DENSITIES:
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "points.laz"
                write_laz(scan(scene, density=density, seed=seed), file)
                true, found = classified(file, Wishes(profile="urban"), TRUTH)
            print(f"town {seed}, {density:.0f} pulses per m2, {len(true):,} points")
            _print(scores(true, found, TOLD))
    delft = args.samples / "ahn3_delft" / "ahn3_cropped_1.laz"
    if delft.is_file():
        wishes = Wishes(profile="urban", nominal_per_m2=12.0, crs=28992, height_crs=5709)
        true, found = classified(delft, wishes, "classification")
        print(f"AHN3 Delft against the supplier, {len(true):,} points")
        _print(scores(true, found, (2, 6)))
    return 0


def classified(file: Path, wishes: Wishes, truth: str) -> tuple[Codes, Codes]:
    """Return true and published classes of the points of a file, in the same order.

    Raises:
        RuntimeError: A part was left out, or a point is missing.
    """
    with tempfile.TemporaryDirectory() as folder:
        done = running.run(
            [file], Path(folder), wishes, executors.Serial(), told=lambda *_: None
        )  # fmt: skip
        if done.left_out:
            raise RuntimeError(str(done.left_out))
        made = [laspy.read(one) for one in sorted((Path(folder) / "tiles").glob("*.laz"))]
    given = laspy.read(file)
    theirs = _order([given])
    ours = _order(made)
    places = (np.concatenate([one.xyz for one in some]) for some in ([given], made))
    before, after = (one[order] for one, order in zip(places, (theirs, ours), strict=True))
    if not np.allclose(before, after, atol=1e-3):
        raise RuntimeError("points are missing")
    codes = np.concatenate([np.asarray(one.classification) for one in made])[ours]
    return np.asarray(given[truth])[theirs], codes


def _order(files: list[laspy.LasData]) -> NDArray[np.int64]:
    """Return the order of points by time, place and return."""
    keys = [
        np.concatenate([np.asarray(one[name]) for one in files])
        for name in ("return_number", "Z", "Y", "X", "gps_time")
    ]
    return np.lexsort(keys)


def scores(true: Codes, found: Codes, codes: tuple[int, ...]) -> Mapping[int, tuple[float, ...]]:
    """Return share of points, recall, precision and IoU of each class."""
    made = {}
    for code in codes:
        here, told = true == code, found == code
        if not here.any():
            continue
        both, either = float((here & told).sum()), float((here | told).sum())
        made[code] = (
            float(here.mean()), both / here.sum(), both / max(told.sum(), 1), both / either
        )  # fmt: skip
    return made


def _print(rows: Mapping[int, tuple[float, ...]]) -> None:
    for code, (share, recall, precision, iou) in rows.items():
        print(
            f"  {code:3} {CLASSES[str(code)][1]:18} {share:7.2%} of points  recall {recall:.3f}"
            f"  precision {precision:.3f}  IoU {iou:.3f}"
        )


if __name__ == "__main__":
    sys.exit(main())
