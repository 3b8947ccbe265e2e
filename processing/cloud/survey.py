"""What the points of a file say of it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from typing import Any

import numpy as np

from processing.cloud import datum, extra
from processing.cloud.files import Facts
from processing.cloud.points import Points
from sip.errors import DataError

_FEWEST = 100
"""Points from which on it is no chance that all are those of 32-bit floats."""
KNOWN_CLASSES = frozenset((*range(19), 26))
"""Those of ASPRS for LAS 1.4, and 26, which the Dutch give to bridges."""


@dataclasses.dataclass(frozen=True)
class Survey:
    """What a file holds."""

    facts: Facts
    classes: dict[int, int]
    """How many points of each class."""
    first_returns: int
    density_per_m2: float
    """First returns over the bounds: less than where there are any."""
    warnings: tuple[str, ...]

    def told(self) -> dict[str, Any]:
        """Return it as what JSON can write, the file by its name only."""
        about = dataclasses.asdict(self)
        about["facts"]["file"] = self.facts.file.name
        del about["facts"]["warnings"], about["facts"]["extra_told"]
        about["extra"] = extra.names(bytes.fromhex(self.facts.extra_told))
        folder = f"{self.facts.file.parent}/"
        about["warnings"] = [one.replace(folder, "") for one in self.warnings]
        about["heights"] = None if (code := self.facts.height_crs) is None else datum.name(code)
        return about


@dataclasses.dataclass(frozen=True)
class Tally:
    """What some points of a file say of it; tallies add up."""

    points: int = 0
    classes: Counter[int] = dataclasses.field(default_factory=Counter)
    """How many points of each class."""
    first_returns: int = 0
    float32: tuple[bool, bool] = (True, True)
    """Whether all x, and all y, are those of 32-bit floats, where that is coarser than they."""

    def __add__(self, other: Tally) -> Tally:
        """Return what both say together."""
        return Tally(
            self.points + other.points, self.classes + other.classes,
            self.first_returns + other.first_returns,
            (self.float32[0] and other.float32[0], self.float32[1] and other.float32[1]),
        )  # fmt: skip

    def told(self) -> dict[str, Any]:
        """Return it as what JSON can write."""
        names = [one.name for one in dataclasses.fields(self)]
        return {name: getattr(self, name) for name in names}

    @staticmethod
    def read(told: dict[str, Any]) -> Tally:
        """Return it from what `told` and JSON made of it."""
        classes = Counter({int(code): count for code, count in told["classes"].items()})
        east, north = told["float32"]
        return Tally(told["points"], classes, told["first_returns"], (east, north))


def tallied(points: Points) -> Tally:
    """Return what points say."""
    counts = np.bincount(points.classification, minlength=256)
    first = points.return_number
    return Tally(
        len(points),
        Counter({int(code): int(counts[code]) for code in np.flatnonzero(counts)}),
        0 if first is None else int(np.count_nonzero(first <= 1)),
        (_is_float32(points, 0), _is_float32(points, 1)),
    )


def survey(about: Facts, tally: Tally) -> Survey:
    """Check what all points of a file say.

    Raises:
        DataError: It holds another number of points than it says.
    """
    if tally.points != about.count:
        raise DataError(
            f"{about.file}: holds {tally.points:,} points, its header says {about.count:,}"
        )
    classes, first = dict(sorted(tally.classes.items())), tally.first_returns
    rounded = [one and about.count >= _FEWEST for one in tally.float32]
    area_m2 = (about.extent.east - about.extent.west) * (about.extent.north - about.extent.south)
    odd = list(about.warnings)
    if any(rounded):
        step = max(_step(about, axis) for axis, one in enumerate(rounded) if one)
        odd.append(
            f"{about.file}: coordinates were once 32-bit floats, which rounds them to {step:g} m;"
            " ask for data that were not"
        )
    if unknown := sorted(classes.keys() - KNOWN_CLASSES):
        odd.append(
            f"{about.file}: has classes {', '.join(map(str, unknown))}, which LAS does not define;"
            " their points are taken as not classified"
        )
    return Survey(about, classes, first, round(first / max(area_m2, 1.0), 2), tuple(odd))


def _step(about: Facts, axis: int) -> float:
    """Return how far neighbouring 32-bit floats are apart in the middle of a file."""
    middle = (
        (about.extent.west + about.extent.east) / 2,
        (about.extent.south + about.extent.north) / 2,
    )[axis]
    return float(np.spacing(np.float32(abs(middle))))


def _is_float32(points: Points, axis: int) -> bool:
    """Say whether all coordinates are those of 32-bit floats, where that is coarser than they."""
    values = (points.east, points.north)[axis]()
    if len(values) and np.spacing(np.float32(np.abs(values).max())) < 4 * points.scale[axis]:
        return False
    return bool((np.abs(values - values.astype(np.float32)) <= 0.51 * points.scale[axis]).all())
