"""Files of points as they come, LAS 1.0 to 1.4, LAZ and COPC: what they say of themselves, and
what is wrong with them.
"""

from __future__ import annotations

import dataclasses
import struct
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import laspy
import lazrs
import numpy as np
from numpy.typing import NDArray
from pyproj.exceptions import CRSError

from processing.cloud import datum
from processing.cloud import extra as extras
from processing.cloud.points import COLUMNS, EXTRA, OVERLAP, Points
from sip.crs import Extent
from sip.errors import DataError

CHUNK = 250_000
EVERY = (*COLUMNS, EXTRA)
BROKEN = (
    laspy.LaspyException, lazrs.LazrsError, OSError, ValueError, EOFError, struct.error,
    OverflowError, MemoryError, IndexError, KeyError, TypeError, AttributeError, CRSError,
)  # fmt: skip
"""What the libraries raise on damaged files."""
_OVERLAPS = np.uint8(8)
"""The flag of points where strips overlap."""
_TOLERANCE_M = 0.01
"""Points may lie so far outside the bounds of their header: programs round those."""
_LAYERS = {
    "gps_time": "GPS_TIME", "intensity": "INTENSITY", "scan_angle": "SCAN_ANGLE",
    "user_data": "USER_DATA", "point_source": "POINT_SOURCE_ID", "flags": "FLAGS",
    "red": "RGB", "green": "RGB", "blue": "RGB", "nir": "NIR",
    EXTRA: "ALL_EXTRA_BYTES",
}  # fmt: skip

_THEIRS = {"point_source": "point_source_id"}
"""What LAS calls a column, where that is another name."""


@dataclasses.dataclass(frozen=True)
class Facts:
    """What the header of a file says."""

    file: Path
    version: str
    point_format: int
    count: int
    extent: Extent
    """Of all points, both edges inside."""
    lowest_m: float
    highest_m: float
    scale: tuple[float, float, float]
    offset: tuple[float, float, float]
    crs: int
    height_crs: int | None
    copc: bool
    extra_told: str = ""
    """Descriptions of extra bytes in hexadecimal, see `processing.cloud.extra`."""
    warnings: tuple[str, ...] = ()
    """What is odd but can be worked with, in whole sentences that name the file."""


def facts(file: Path, *, crs: int | None = None, height_crs: int | None = None) -> Facts:
    """Read the header of a file and check what can be checked without its points.

    Args:
        file: LAS, LAZ or COPC.
        crs: EPSG code of the plane for a file that does not say it.
        height_crs: EPSG code of the heights for a file that does not say it.

    Raises:
        DataError: It is truncated or damaged, is empty, its counts differ, or its CRS is missing,
            is contradicted by itself or by the arguments, or is not in metres.
    """
    _check_start(file)
    try:
        with laspy.open(file) as source:
            header = source.header
            copc = any(vlr.user_id == "copc" for vlr in header.vlrs)
            told = extras.descriptions(header)
        plane, heights, odd = datum.of_header(file, header, crs, height_crs)
        bounds = [*header.mins, *header.maxs]
        scale, offset = tuple(map(float, header.scales)), tuple(map(float, header.offsets))
    except BROKEN as error:
        raise DataError(f"{file}: its header cannot be read: {error}; get it again") from error
    if header.point_count == 0:
        raise DataError(f"{file}: holds no points; leave it out")
    if not np.isfinite(bounds).all() or not all(0 < one < 1e3 for one in scale):
        raise DataError(f"{file}: bounds or scale of its header are no numbers; get it again")
    _check_size(file, header)
    if 0 < (count := int(np.sum(header.number_of_points_by_return))) != header.point_count:
        odd.append(f"{file}: its header counts {header.point_count} points, by return {count}")
    return Facts(
        file=file,
        version=str(header.version),
        point_format=header.point_format.id,
        count=header.point_count,
        extent=Extent(*(float(bounds[one]) for one in (0, 1, 3, 4))),
        lowest_m=float(bounds[2]),
        highest_m=float(bounds[5]),
        scale=(scale[0], scale[1], scale[2]),
        offset=(offset[0], offset[1], offset[2]),
        crs=plane,
        height_crs=heights,
        copc=copc,
        extra_told=told.hex(),
        warnings=tuple(odd),
    )


def is_empty(file: Path) -> bool:
    """Say whether a sound file, as a tile that only a margin reaches, holds no points."""
    with laspy.open(file) as source:
        return int(source.header.point_count) == 0


def _check_start(file: Path) -> None:
    """Refuse a file whose header counts more than there is room for: libraries would try to read.

    Offsets are those of the public header block of LAS 1.4, which older ones begin with.
    """
    try:
        size = file.stat().st_size
        with file.open("rb") as opened:
            start = opened.read(375)
    except OSError as error:
        raise DataError(f"{file}: {error.strerror}") from error
    if start[:4] != b"LASF":
        raise DataError(f"{file}: is no LAS, LAZ or COPC file, or an empty one; get it again")
    if len(start) < 227:
        raise DataError(f"{file}: is truncated in its header; get it again")
    length, points, records = struct.unpack_from("<HII", start, 94)
    fits = length >= 227 and length + 54 * records <= points <= size
    if start[25] >= 4:
        late, count = struct.unpack_from("<QI", start.ljust(375, b"\0"), 235)
        fits &= length >= 375 and (count == 0 or late + 60 * count <= size)
    if not fits:
        raise DataError(f"{file}: is truncated or its header is damaged; get it again")


def _check_size(file: Path, header: Any) -> None:
    """Compare the size of a file with what its header promises."""
    size, start, count = file.stat().st_size, header.offset_to_point_data, header.point_count
    if not header.are_points_compressed:
        whole = start + count * header.point_format.size
        if size < whole:
            raise DataError(f"{file}: is truncated: {size:,} of {whole:,} bytes; get it again")
        return
    with file.open("rb") as opened:
        opened.seek(start)
        table = int.from_bytes(opened.read(8), "little", signed=True)
        if table == -1:
            opened.seek(-8, 2)
            table = int.from_bytes(opened.read(8), "little", signed=True)
        if not start < table <= size - 8:
            raise DataError(f"{file}: is truncated: its table of chunks is missing; get it again")
        opened.seek(table + 4)
        chunks = int.from_bytes(opened.read(4), "little")
    per_chunk = lazrs.LazVlr(_laz_vlr(header)).chunk_size()
    if per_chunk < 2**32 - 1 and chunks != -(-count // per_chunk):
        raise DataError(
            f"{file}: its header counts {count:,} points, but there are {chunks:,} chunks of"
            f" {per_chunk:,}; the header is wrong or the file is damaged: get it again"
        )


def _laz_vlr(header: Any) -> bytes:
    return bytes(header.vlrs.get_by_id("laszip encoded", (22204,))[0].record_data)


def kinds(about: Facts, columns: Collection[str] = EVERY) -> dict[str, np.dtype[Any]]:
    """Return the types of the columns that a file has, of those that are asked for."""
    theirs = laspy.PointFormat(about.point_format).dtype().names or ()
    known = ("return_number", "number_of_returns", "flags", "scan_angle")
    found: dict[str, Any] = {"x": np.int32, "y": np.int32, "z": np.int32, "classification": "u1"}
    found |= {
        name: kind for name, kind in COLUMNS.items()
        if name in columns and (name in known or _THEIRS.get(name, name) in theirs)
    }  # fmt: skip
    if EXTRA in columns and about.extra_told:
        found[EXTRA] = f"V{_extra_size(about)}"
    return {name: np.dtype(kind) for name, kind in found.items()}


def _extra_size(about: Facts) -> int:
    return sum(length for _, length in extras.dimensions(bytes.fromhex(about.extra_told)))


def chunks(
    about: Facts,
    *,
    extent: Extent | None = None,
    columns: Collection[str] = EVERY,
    part: tuple[int, int] | None = None,
    size: int = CHUNK,
) -> Iterator[Points]:
    """Yield the points of a file, a chunk after the other, in an order that is always the same.

    Only what is asked for is decompressed, where the format allows it (6 and higher).

    Args:
        about: What `facts` has returned.
        extent: Only points inside; its eastern and northern edge are outside. COPC files are read
            where they overlap it, others as a whole.
        columns: Names of `COLUMNS` to read; those that the file lacks stay away.
        part: First and last (not included) of the points to read, in the order of the file.
        size: Most points of a chunk.

    Raises:
        DataError: The file is damaged, or points lie outside the bounds of its header.
    """
    wanted = frozenset(columns)
    for record in _records(about, extent, wanted, part, size):
        try:
            points = _points(record, about, wanted)
        except BROKEN as error:
            raise _damaged(about, error) from error
        _check_bounds(about, points)
        yield points if extent is None else points.inside(extent)


def _damaged(about: Facts, error: BaseException) -> DataError:
    return DataError(f"{about.file}: its points cannot be read: {error}; get it again")


def _records(
    about: Facts,
    extent: Extent | None,
    columns: frozenset[str],
    part: tuple[int, int] | None,
    size: int,
) -> Iterator[NDArray[np.void]]:
    """Yield packed points; of a COPC file only those of nodes that overlap an extent."""
    chosen = laspy.DecompressionSelection.base() | laspy.DecompressionSelection.CLASSIFICATION
    for name in columns & _LAYERS.keys():
        chosen |= laspy.DecompressionSelection[_LAYERS[name]]
    chosen |= laspy.DecompressionSelection.Z
    first, last = part or (0, about.count)
    read = first
    try:
        if about.copc and extent is not None and not _covers(extent, about.extent):
            yield from _copc_records(about.file, extent, chosen, size)
            return
        with laspy.open(about.file, decompression_selection=chosen) as source:
            if first:
                source.seek(first)
            while read < last and len(chunk := source.read_points(min(size, last - read))):
                read += len(chunk)
                yield chunk.array
    except BROKEN as error:
        raise _damaged(about, error) from error
    if read != last:
        raise DataError(f"{about.file}: holds {read:,} points, its header says {about.count:,}")


def _copc_records(file: Path, extent: Extent, chosen: Any, size: int) -> Iterator[NDArray[np.void]]:
    bounds = laspy.Bounds(
        mins=np.array([extent.west, extent.south]), maxs=np.array([extent.east, extent.north])
    )
    with laspy.CopcReader.open(str(file), decompression_selection=chosen) as source:
        array = source.query(bounds).array
    for start in range(0, len(array), size):
        yield array[start : start + size]


def _covers(outer: Extent, inner: Extent) -> bool:
    west_south = outer.west <= inner.west and outer.south <= inner.south
    return west_south and outer.east > inner.east and outer.north > inner.north


def _check_bounds(about: Facts, points: Points) -> None:
    low = (about.extent.west, about.extent.south, about.lowest_m)
    high = (about.extent.east, about.extent.north, about.highest_m)
    for axis, raw in enumerate((points.x, points.y, points.z)):
        if not len(raw):
            return
        scale, offset = about.scale[axis], about.offset[axis]
        slack = max(2 * scale, _TOLERANCE_M)
        least, most = raw.min() * scale + offset, raw.max() * scale + offset
        if least < low[axis] - slack or most > high[axis] + slack:
            raise DataError(
                f"{about.file}: points from {'xyz'[axis]} {least:.2f} to {most:.2f} lie outside the"
                f" bounds of its header, {low[axis]:.2f} to {high[axis]:.2f}; have the header"
                " repaired or get it again"
            )


def _points(record: NDArray[np.void], about: Facts, columns: frozenset[str]) -> Points:
    names = record.dtype.names or ()
    modern = "classification_flags" in names
    bits = record["bit_fields"]
    raw_class = record["classification" if modern else "raw_classification"]
    found: dict[str, NDArray[Any]] = {
        "return_number": bits & (15 if modern else 7),
        "number_of_returns": bits >> 4 if modern else (bits >> 3) & 7,
    }
    if "flags" in columns:
        old = ((raw_class >> 5) & 7) | (bits & 192)
        found["flags"] = record["classification_flags"] if modern else old
    if "scan_angle" in columns:
        degrees = None if modern else record["scan_angle_rank"] / 0.006
        found["scan_angle"] = record["scan_angle"] if degrees is None else np.rint(degrees)
    for name in COLUMNS.keys() - found.keys() - {"flags", "scan_angle"}:
        if (theirs := _THEIRS.get(name, name)) in names:
            found[name] = record[theirs]
    kept: dict[str, Any] = {
        name: np.ascontiguousarray(column, dtype=COLUMNS[name])
        for name, column in found.items()
        if name in columns
    }
    kept["classification"] = np.ascontiguousarray(raw_class if modern else raw_class & 31)
    if "flags" in kept and not modern:
        # A class of its own until LAS 1.3, a flag since: so it stays when classes are made anew.
        kept["flags"] = kept["flags"] | np.where(kept["classification"] == OVERLAP, _OVERLAPS, 0)
    if EXTRA in columns and about.extra_told:
        kept[EXTRA] = extras.taken(record, _extra_size(about))
    for axis in "xyz":
        kept[axis] = np.ascontiguousarray(record[axis.upper()], dtype=np.int32)
    return Points(
        **kept, scale=about.scale, offset=about.offset, crs=about.crs,
        height_crs=about.height_crs, extra_told=about.extra_told if EXTRA in kept else "",
    )  # fmt: skip
