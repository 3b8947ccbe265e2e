"""How sturdy the filter of ground is beyond what it was tuned on: `python -m bench.sturdy DATA`.

Prints errors on invented terrains, each hard in one way; what becomes of the seven open samples of
the ISPRS filter test when they are thinned, turned, mirrored, moved or made noisy; and what 20 %
less or more of each setting does. A filter that sits on an edge falls off it here.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench.ground import Score, samples, score
from bench.terrains import terrains
from processing.cloud.points import GROUND, Points
from processing.grid import Floats
from processing.ground import PROFILES, Settings, classify
from processing.scene import scan

DENSITIES = (0.4, 1.0, 4.0, 12.0)
_SCALE_M = 0.001
_NOISE = 0.002
"""Share of points that is added as noise, low and high."""
_CLUMPS = 4
"""Clumps of low noise per sample: echoes of echoes between walls."""
type Mask = NDArray[np.bool_]
type Sample = tuple[Points, Mask]


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    data = parser.parse_args().data
    _invented()
    seven = [(points, truth) for name, points, truth, _ in samples(data) if name[:4] == "samp"]
    _disturbed(seven)
    _varied(seven)
    return 0


def clouded(xyz: Floats, crs: int) -> Points:
    """Return points to the millimetre."""
    low = np.floor(xyz.min(axis=0))
    raw = np.rint((xyz - low) / _SCALE_M).astype(np.int32)
    x, y, z = np.ascontiguousarray(raw.T)
    return Points(
        x, y, z, scale=(_SCALE_M,) * 3, offset=(float(low[0]), float(low[1]), float(low[2])),
        crs=crs, height_crs=None, classification=np.zeros(len(raw), np.uint8),
    )  # fmt: skip


def placed(points: Points) -> Floats:
    """Return x, y and z of points in metres."""
    raw = np.column_stack([points.x, points.y, points.z])
    return np.asarray(raw * np.array(points.scale) + np.array(points.offset))


def judged(sample: Sample, settings: Settings) -> Score:
    """Return how good the ground of a sample is."""
    return score(sample[1], classify(sample[0], settings).classes == GROUND)


def _invented() -> None:
    print("invented terrains: total error % / kappa %, means over pulses per m2 of", *DENSITIES)
    print(f"{'':24}" + "".join(f"{name:>14}" for name in PROFILES))
    for name, scene in terrains().items():
        clouds = [scan(scene, density=one, seed=5) for one in DENSITIES]
        flown = [(clouded(one.xyz, one.crs), one.code == GROUND) for one in clouds]
        told = [_mean([judged(one, s) for one in flown]) for s in PROFILES.values()]
        print(f"{name:24}" + "".join(f"{one.total:8.2f} {one.kappa:5.1f}" for one in told))


def _disturbed(seven: list[Sample]) -> None:
    print("seven samples disturbed, terrain: type 1, type 2, total error, kappa %")
    kinds: dict[str, Callable[[Floats, Mask, np.random.Generator], tuple[Floats, Mask]]] = {
        "as they are": lambda xyz, truth, rng: (xyz, truth),
        "every second point": lambda xyz, truth, rng: _kept(xyz, truth, rng.random(len(xyz)) < 0.5),
        "every fourth point": lambda xyz, truth, rng: _kept(
            xyz, truth, rng.random(len(xyz)) < 0.25
        ),
        "turned by 30 degrees": lambda xyz, truth, rng: (_turned(xyz, 30.0), truth),
        "turned by 45 degrees": lambda xyz, truth, rng: (_turned(xyz, 45.0), truth),
        "mirrored": lambda xyz, truth, rng: (xyz * np.array([-1, 1, 1]), truth),
        "moved by 0.7, 1.1 m": lambda xyz, truth, rng: (xyz + np.array([0.7, 1.1, 0.0]), truth),
        "with high noise": lambda xyz, truth, rng: _noisy(xyz, truth, rng, 30.0, 80.0),
        "with low noise": lambda xyz, truth, rng: _noisy(xyz, truth, rng, -12.0, -1.5),
        "with clumps below": _clumped,
    }
    for name, change in kinds.items():
        some = []
        for place, (points, truth) in enumerate(seven):
            rng = np.random.default_rng([place, 11])
            xyz, still = change(placed(points), truth, rng)
            some.append(judged((clouded(xyz, points.crs), still), PROFILES["terrain"]))
        print(f"{name:24}{_row(_mean(some))}")


def _varied(seven: list[Sample]) -> None:
    print("seven samples, terrain: total error % with 20 % less and more of each setting")
    base = PROFILES["terrain"]
    for name in (one.name for one in dataclasses.fields(Settings)):
        told = []
        for share in (0.8, 1.0, 1.2):
            settings = dataclasses.replace(base, **{name: share * getattr(base, name)})
            told.append(_mean([judged(one, settings) for one in seven]).total)
        print(f"{name:24}" + "".join(f"{one:8.2f}" for one in told))


def _kept(xyz: Floats, truth: Mask, keep: Mask) -> tuple[Floats, Mask]:
    return xyz[keep], truth[keep]


def _turned(xyz: Floats, angle_deg: float) -> Floats:
    angle = np.radians(angle_deg)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    middle = xyz[:, :2].mean(axis=0)
    return np.column_stack([(xyz[:, :2] - middle) @ turn + middle, xyz[:, 2]])


def _noisy(
    xyz: Floats, truth: Mask, rng: np.random.Generator, low_m: float, high_m: float
) -> tuple[Floats, Mask]:
    """Add single points over or under others."""
    some = xyz[rng.choice(len(xyz), round(_NOISE * len(xyz)), replace=False)]
    some = some + np.array([0.3, 0.3, 0]) + rng.uniform(low_m, high_m, (len(some), 1)) * (0, 0, 1)
    return np.vstack([xyz, some]), np.concatenate([truth, np.zeros(len(some), bool)])


def _clumped(xyz: Floats, truth: Mask, rng: np.random.Generator) -> tuple[Floats, Mask]:
    """Add clumps of 12 points within 3 m, 3 to 8 m below."""
    added = []
    for middle in xyz[rng.choice(len(xyz), _CLUMPS, replace=False)]:
        below = rng.uniform(3, 8)
        off = rng.normal(0, (1.5, 1.5, 0.4), (12, 3)) - (0, 0, below)
        added.append(middle + off)
    extra = np.vstack(added)
    return np.vstack([xyz, extra]), np.concatenate([truth, np.zeros(len(extra), bool)])


def _mean(some: list[Score]) -> Score:
    return Score(*np.mean([dataclasses.astuple(one) for one in some], axis=0))


def _row(one: Score) -> str:
    return f"{one.type_1:8.2f}{one.type_2:8.2f}{one.total:8.2f}{one.kappa:8.1f}"


if __name__ == "__main__":
    sys.exit(main())
