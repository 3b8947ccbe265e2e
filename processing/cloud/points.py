"""Points as columns, and the file in which one step hands them to another.

Coordinates stay the whole numbers of the files that they came from: 12 bytes a point, exact, and
a tile's edge falls between the same points for both of its neighbours. The file is Arrow IPC, one
batch, not compressed: reading it maps it into memory and copies nothing.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

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
_ABOUT = ("scale", "offset", "crs", "height_crs", "extra_told")
_EDGE = 1e-6
"""Share of a unit of the raw numbers by which an edge may miss one."""


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


def write_points(points: Points, file: Path, *, notes: Mapping[str, Any] | None = None) -> None:
    """Write points for the next step; the same points are the same bytes.

    Args:
        points: What to write.
        file: Where to.
        notes: What else there is to say of them, for `read_notes`.
    """
    columns = points.columns()
    about = {name: getattr(points, name) for name in _ABOUT}
    arrays = [_arrow(np.ascontiguousarray(column)) for column in columns.values()]
    fields = [
        pa.field(name, array.type, nullable=False)
        for name, array in zip(columns, arrays, strict=True)
    ]
    schema = pa.schema(fields, metadata={"points": json.dumps(about), "notes": json.dumps(notes)})
    with pa.OSFile(str(file), "wb") as sink, pa.ipc.new_file(sink, schema) as target:
        target.write_batch(pa.record_batch(arrays, schema=schema))


def _arrow(column: NDArray[Any]) -> pa.Array:
    if column.dtype.kind != "V":
        return pa.array(column)
    kind = pa.binary(column.itemsize)
    return pa.FixedSizeBinaryArray.from_buffers(kind, len(column), [None, pa.py_buffer(column)])


def _numpy(column: pa.Array) -> NDArray[Any]:
    if not pa.types.is_fixed_size_binary(column.type):
        return np.asarray(column.to_numpy(zero_copy_only=True))
    return np.frombuffer(column.buffers()[1], f"V{column.type.byte_width}", len(column))


def read_points(file: Path, classes: Path | None = None) -> Points:
    """Map a file of points into memory.

    Args:
        file: What `write_points` has written.
        classes: What `ground.classify` has written for these points: classes that replace those
            of the file.

    Raises:
        DataError: It is no such file, or the classes are of other points.
    """
    try:
        batch = pa.ipc.open_file(pa.memory_map(str(file))).get_batch(0)
        about = json.loads(batch.schema.metadata[b"points"])
    except (OSError, pa.ArrowInvalid, KeyError, TypeError) as error:
        raise DataError(f"{file}: not a file of points: {error}") from error
    columns: dict[str, Any] = {name: _numpy(batch.column(name)) for name in batch.schema.names}
    if classes is not None:
        columns["classification"] = read_classes(classes, len(columns["x"]))
    about |= {"scale": tuple(about["scale"]), "offset": tuple(about["offset"])}
    return Points(**columns, **about)


def read_notes(file: Path) -> Any:
    """Return the notes that were written with points, None if there are none.

    Raises:
        DataError: It is no such file.
    """
    try:
        with pa.ipc.open_file(pa.memory_map(str(file))) as source:
            return json.loads(source.schema.metadata[b"notes"])
    except (OSError, pa.ArrowInvalid, KeyError, TypeError) as error:
        raise DataError(f"{file}: not a file of points: {error}") from error


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
