"""What the points of a file say of it, all of them read once."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np

from processing.cloud import datum, extra
from processing.cloud.files import Facts, chunks
from processing.cloud.points import Points

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


def survey(about: Facts) -> Survey:
    """Read all points of a file and check them.

    Raises:
        DataError: It is damaged, holds another number of points than it says, or points outside
            the bounds that it says.
    """
    counts = np.zeros(256, np.int64)
    first, rounded = 0, [True, True]
    for points in chunks(about, columns=("return_number",)):
        counts += np.bincount(points.classification, minlength=256)
        if points.return_number is not None:
            first += int(np.count_nonzero(points.return_number <= 1))
        rounded = [one and _is_float32(points, axis) for axis, one in enumerate(rounded)]
    classes = {int(code): int(counts[code]) for code in np.flatnonzero(counts)}
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
    if len(values) < 100 or np.spacing(np.float32(np.abs(values).max())) < 4 * points.scale[axis]:
        return False
    return bool((np.abs(values - values.astype(np.float32)) <= 0.51 * points.scale[axis]).all())
