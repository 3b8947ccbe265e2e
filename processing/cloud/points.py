"""Points as columns, and the file in which one step hands them to another.

Coordinates stay the whole numbers of the files that they came from: 12 bytes a point, exact, and
a tile's edge falls between the same points for both of its neighbours. Reading a file of points
maps it into memory and copies nothing.
"""

from __future__ import annotations

import contextlib
import dataclasses
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from processing.cloud import columns
from sip.crs import Extent
from sip.errors import DataError

type Ints = NDArray[np.int32]
type Bytes = NDArray[np.uint8]
type Words = NDArray[np.uint16]
type Floats = NDArray[np.float64]

UNCLASSIFIED, GROUND, LOW_NOISE, WATER, OVERLAP, HIGH_NOISE = 1, 2, 7, 9, 12, 18
"""Classes of ASPRS that steps here read or write."""
WITHHELD = 4
"""Bit of `flags`."""

COLUMNS = {
    "return_number": np.uint8, "number_of_returns": np.uint8, "flags": np.uint8,
    "intensity": np.uint16, "scan_angle": np.int16, "user_data": np.uint8,
    "point_source": np.uint16, "gps_time": np.float64,
    "red": np.uint16, "green": np.uint16, "blue": np.uint16, "nir": np.uint16,
}  # fmt: skip
"""Columns that points may lack."""
EXTRA = "extra"
"""The column of extra bytes, which points may lack, too; how many there are differs."""
_EDGE = 1e-6
"""Share of a unit of the raw numbers by which an edge may miss one."""


@dataclasses.dataclass(frozen=True)
class About:
    """What holds for all points of a file."""

    scale: tuple[float, float, float]
    offset: tuple[float, float, float]
    crs: int
    height_crs: int | None
    extra_told: str = ""


@dataclasses.dataclass(frozen=True)
class Points:
    """Points as columns of one length, coordinates as whole numbers of a scale."""

    x: Ints
    """East: `x * scale[0] + offset[0]` in metres; see `east`."""
    y: Ints
    z: Ints
    scale: tuple[float, float, float]
    offset: tuple[float, float, float]
    crs: int
    """EPSG code of the plane."""
    height_crs: int | None
    """EPSG code of the heights; None if nobody said it."""
    classification: Bytes
    """Classes of ASPRS."""
    return_number: Bytes | None = None
    number_of_returns: Bytes | None = None
    flags: Bytes | None = None
    """As in LAS 1.4: 1 synthetic, 2 key point, 4 withheld, 8 overlap, 16 and 32 channel,
    64 direction of the scan, 128 edge of a flight line."""
    intensity: Words | None = None
    scan_angle: NDArray[np.int16] | None = None
    """Of 0.006 degrees each."""
    user_data: Bytes | None = None
    point_source: Words | None = None
    gps_time: Floats | None = None
    red: Words | None = None
    green: Words | None = None
    blue: Words | None = None
    nir: Words | None = None
    extra: NDArray[np.void] | None = None
    """Bytes of the supplier's own, so many per point."""
    extra_told: str = ""
    """Their descriptions in hexadecimal, see `processing.cloud.extra`."""

    def __len__(self) -> int:
        """How many points."""
        return len(self.x)

    def east(self) -> Floats:
        """Return x in metres."""
        return self._metres(0, self.x)

    def north(self) -> Floats:
        """Return y in metres."""
        return self._metres(1, self.y)

    def height(self) -> Floats:
        """Return z in metres."""
        return self._metres(2, self.z)

    def about(self) -> About:
        """Return what holds for all of them."""
        return About(self.scale, self.offset, self.crs, self.height_crs, self.extra_told)

    def columns(self) -> dict[str, NDArray[Any]]:
        """Return the columns that are there, by name."""
        names = ("x", "y", "z", "classification", *COLUMNS, EXTRA)
        every = ((name, getattr(self, name)) for name in names)
        return {name: column for name, column in every if column is not None}

    def taken(self, which: slice | NDArray[Any]) -> Points:
        """Return the points that a slice, a mask or numbers choose."""
        taken: dict[str, Any] = {name: column[which] for name, column in self.columns().items()}
        return dataclasses.replace(self, **taken)

    def within(self, extent: Extent) -> NDArray[np.bool_]:
        """Say which points lie in an extent; one on its eastern or northern edge does not.

        The edges are compared as raw numbers, so each point is in exactly one of two neighbours.
        """
        west, east = (self._raw(edge, 0) for edge in (extent.west, extent.east))
        south, north = (self._raw(edge, 1) for edge in (extent.south, extent.north))
        inside: NDArray[np.bool_] = (self.x >= west) & (self.x < east)
        return inside & (self.y >= south) & (self.y < north)

    def inside(self, extent: Extent) -> Points:
        """Return the points in an extent, without a copy if that is all of them."""
        which = self.within(extent)
        return self if which.all() else self.taken(which)

    def usable(self) -> NDArray[np.bool_]:
        """Say which points are neither noise nor withheld."""
        fine: NDArray[np.bool_] = self.classification != LOW_NOISE
        fine &= self.classification != HIGH_NOISE
        return fine if self.flags is None else fine & (self.flags & WITHHELD == 0)

    def _metres(self, axis: int, raw: Ints) -> Floats:
        metres = raw.astype(np.float64)
        metres *= self.scale[axis]
        metres += self.offset[axis]
        return metres

    def _raw(self, edge: float, axis: int) -> int:
        return raw_edge(edge, self.scale[axis], self.offset[axis])


def raw_edge(edge: float, scale: float, offset: float) -> int:
    """Return the least raw number that is not below an edge."""
    return math.ceil((edge - offset) / scale - _EDGE)


def rescaled(
    points: Points, scale: tuple[float, float, float], offset: tuple[float, float, float]
) -> Points:
    """Return points as whole numbers of another scale, each moved by half of it at most.

    Raises:
        DataError: They do not fit into 32 bits.
    """
    if (points.scale, points.offset) == (scale, offset):
        return points
    axes: dict[str, Any] = {
        name: fitted(
            getattr(points, name),
            (points.scale[axis], points.offset[axis]),
            (scale[axis], offset[axis]),
        )
        for axis, name in enumerate("xyz")
    }
    return dataclasses.replace(points, **axes, scale=scale, offset=offset)


def fitted(raw: Ints, old: tuple[float, float], new: tuple[float, float]) -> Ints:
    """Return coordinates along one axis as whole numbers of another scale and offset.

    Raises:
        DataError: They do not fit into 32 bits.
    """
    if old == new:
        return raw
    whole = np.rint(raw * (old[0] / new[0]) + (old[1] - new[1]) / new[0])
    if len(whole) and np.abs(whole).max() > np.iinfo(np.int32).max:
        raise DataError(f"coordinates do not fit a scale of {new[0]} m: choose a coarser")
    return whole.astype(np.int32)


def kinds(points: Points) -> columns.Kinds:
    """Return the types of the columns that are there."""
    return {name: column.dtype for name, column in points.columns().items()}


@contextlib.contextmanager
def written(
    file: Path, kinds: columns.Kinds, room: int, about: About, *, notes: object = None
) -> Iterator[columns.Growing]:
    """Write points for the next step in pieces of columns; the same points are the same bytes.

    Args:
        file: Where to.
        kinds: Of the columns.
        room: How many points there are at most.
        about: Of all of them.
        notes: What else there is to say of them, for `read_notes`.
    """
    told = {"points": dataclasses.asdict(about), "notes": notes}
    with columns.written(file, kinds, room, told) as growing:
        yield growing


def write_points(points: Points, file: Path) -> None:
    """Write points for the next step; the same points are the same bytes."""
    with written(file, kinds(points), len(points), points.about()) as growing:
        for name, column in points.columns().items():
            growing.put(name, column)


def _read(file: Path) -> tuple[dict[str, Any], Any]:
    try:
        found, told = columns.read(file)
        return found | told["points"], told["notes"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{file}: not a file of points: {error}") from error


def read_points(file: Path, classes: Path | None = None) -> Points:
    """Map a file of points into memory.

    Args:
        file: What `write_points` has written.
        classes: What `ground.classify` has written for these points: classes that replace those
            of the file.

    Raises:
        DataError: It is no such file, or the classes are of other points.
    """
    found, _ = _read(file)
    if classes is not None:
        found["classification"] = read_classes(classes, len(found["x"]))
    return Points(**found | {name: tuple(found[name]) for name in ("scale", "offset")})


def read_notes(file: Path) -> Any:
    """Return the notes that were written with points, None if there are none.

    Raises:
        DataError: It is no such file.
    """
    return _read(file)[1]


def write_classes(classes: Bytes, file: Path) -> None:
    """Write a class per point, beside the points that it is for."""
    with file.open("wb") as opened:
        np.save(opened, np.ascontiguousarray(classes, dtype=np.uint8), allow_pickle=False)


def read_classes(file: Path, count: int) -> Bytes:
    """Map the classes of so many points into memory.

    Raises:
        DataError: They are no classes, or of another number of points.
    """
    try:
        found: Bytes = np.load(file, mmap_mode="r" if count else None, allow_pickle=False)
    except (OSError, ValueError) as error:
        raise DataError(f"{file}: not a file of classes: {error}") from error
    if found.dtype != np.uint8 or found.shape != (count,):
        raise DataError(f"{file}: holds classes of other points")
    return found
