"""How well ground is told from all else, beside what others reach: `python -m bench.ground DATA`.

DATA holds the seven open samples of the ISPRS filter test (`isprs_filter/samp*.laz`) and the crop
of AHN3 (`ahn3_delft/ahn3_cropped_1.laz`). Labels of the files are truth only: the filter does not
see them, nor return numbers. Invented scenes, with cliffs, bridges and steep woods, are the second
judge: their truth is exact.
"""

from __future__ import annotations

import argparse
import dataclasses
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from processing.cloud.files import chunks, facts
from processing.cloud.points import GROUND, HIGH_NOISE, LOW_NOISE, Points
from processing.ground import PROFILES, classify
from processing.scene import forest, scan, town

ANCHORS = {
    12: (2.92, 2.95), 21: (1.10, 2.34), 31: (0.91, 3.39), 42: (1.48, 4.00), 51: (1.43, 5.58),
    54: (2.27, 6.91), 61: (0.86, 0.96),
}  # fmt: skip
"""Total error of SMRF with the settings best for each sample, and of PDAL 2.9.2 by default."""
_SCALE_M = 0.001


@dataclasses.dataclass(frozen=True)
class Score:
    """Errors in per cent, as the ISPRS filter test defines them."""

    type_1: float
    type_2: float
    total: float
    kappa: float


def score(truth: NDArray[np.bool_], found: NDArray[np.bool_]) -> Score:
    """Compare ground with ground."""
    a, b = np.count_nonzero(truth & found), np.count_nonzero(truth & ~found)
    c, d = np.count_nonzero(~truth & found), np.count_nonzero(~truth & ~found)
    count = a + b + c + d
    wrong = (b + c) / count
    chance = ((a + b) * (a + c) + (c + d) * (b + d)) / count**2
    kappa = (1 - wrong - chance) / (1 - chance)
    return Score(100 * b / (a + b), 100 * c / max(int(c + d), 1), 100 * wrong, 100 * kappa)


def samples(data: Path) -> Iterator[tuple[str, Points, NDArray[np.bool_], str]]:
    """Yield name, points, true ground and profile of each real sample."""
    for number in ANCHORS:
        file = data / f"isprs_filter/samp{number}.laz"
        yield (f"samp{number}", *_read(file, 31467), "terrain")
    yield ("AHN3 crop", *_read(data / "ahn3_delft/ahn3_cropped_1.laz", 28992), "urban")


def _read(file: Path, crs: int) -> tuple[Points, NDArray[np.bool_]]:
    (points,) = chunks(facts(file, crs=crs), columns=(), size=10_000_000)
    truth = points.classification == GROUND
    return dataclasses.replace(points, classification=np.zeros_like(points.classification)), truth


def scenes() -> Iterator[tuple[str, Points, NDArray[np.uint8], str]]:
    """Yield name, points, true classes and profile of invented scenes."""
    for name, scene, density, profile in (
        ("town, 6 pulses/m2", town(1, side_m=250), 6, "terrain"),
        ("town, 6 pulses/m2", town(1, side_m=250), 6, "urban"),
        ("wood, slope 0.5", forest(1, side_m=100, slope=0.5), 6, "forest"),
        ("wood, slope 0.9", forest(2, side_m=100, slope=0.9), 4, "forest"),
    ):
        cloud = scan(scene, density=density)
        low = np.floor(cloud.xyz.min(axis=0))
        raw = np.rint((cloud.xyz - low) / _SCALE_M).astype(np.int32)
        x, y, z = np.ascontiguousarray(raw.T)
        yield (
            name,
            Points(
                x, y, z, scale=(_SCALE_M,) * 3, offset=(low[0], low[1], low[2]),
                crs=scene.crs, height_crs=None, classification=np.zeros(len(x), np.uint8),
            ),
            cloud.code,
            profile,
        )  # fmt: skip


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    report(parser.parse_args().data)


def report(data: Path) -> None:
    """Print the tables of ground."""
    print(f"{'sample':22} {'profile':8} T1 %  T2 %   TE %   kappa   points/CPU-s  SMRF best  PDAL")
    scores = []
    for name, points, truth, profile in samples(data):
        classify(points.taken(slice(0, 1000)), PROFILES[profile])
        begun = time.process_time()
        found = classify(points, PROFILES[profile]).classes == GROUND
        rate = len(points) / (time.process_time() - begun)
        one = score(truth, found)
        anchors = ANCHORS.get(int(name[4:])) if name.startswith("samp") else None
        beside = "" if anchors is None else f"{anchors[0]:9.2f} {anchors[1]:6.2f}"
        print(_row(name, profile, one), f"{rate:12,.0f}", beside)
        scores += [one] if anchors else []
    mean = Score(*np.mean([dataclasses.astuple(one) for one in scores], axis=0))
    print(_row("mean of seven", "terrain", mean), " " * 12, "     1.57   3.73")
    for name, points, codes, profile in scenes():
        classes = classify(points, PROFILES[profile]).classes
        noise = np.isin(codes, (LOW_NOISE, HIGH_NOISE))
        marked = np.isin(classes, (LOW_NOISE, HIGH_NOISE))
        one = score((codes == GROUND)[~noise], (classes == GROUND)[~noise])
        hit = f"noise {np.count_nonzero(marked & noise)} of {np.count_nonzero(noise)}"
        print(_row(name, profile, one), f" {hit}, {np.count_nonzero(marked & ~noise)} wrongly")


def _row(name: str, profile: str, one: Score) -> str:
    errors = f"{one.type_1:5.2f} {one.type_2:5.2f} {one.total:6.2f} {one.kappa:7.2f}"
    return f"{name:22} {profile:8} {errors}"


if __name__ == "__main__":
    main()
