"""Points back to files: LAZ 1.4 and COPC, the same points the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import copclib
import laspy
import numpy as np
import pyproj
from numpy.typing import NDArray

from processing.cloud import extra
from processing.cloud.octree import CELLS, planted
from processing.cloud.points import Points
from sip.crs import Extent
from sip.errors import DataError

_CHUNK = 100_000
"""Points that are packed together: they stay in the caches of a core until they are compressed."""
PROGRAM = "SIP"
_DATE = 90
"""Where a header has day and year of its making; 0 is unsaid."""
_THEIRS = {
    "intensity": "intensity", "flags": "classification_flags", "classification": "classification",
    "user_data": "user_data", "scan_angle": "scan_angle", "point_source": "point_source_id",
    "gps_time": "gps_time", "red": "red", "green": "green", "blue": "blue", "nir": "nir",
}  # fmt: skip


def wkt(crs: int, height_crs: int | None) -> str:
    """Return plane and heights as the WKT that LAS files hold."""
    plane = pyproj.CRS.from_epsg(crs)
    if height_crs is None:
        return str(plane.to_wkt("WKT1_GDAL"))
    heights = pyproj.CRS.from_epsg(height_crs)
    both = pyproj.crs.CompoundCRS(f"{plane.name} + {heights.name}", [plane, heights])
    return str(both.to_wkt("WKT1_GDAL"))


def point_format(points: Points) -> int:
    """Return the point format of LAS 1.4 that holds all columns: 6, 7 with or 8 with NIR."""
    if points.nir is not None:
        return 8
    return 6 if points.red is None else 7


def write_laz(points: Points, file: Path, *, extent: Extent | None = None) -> None:
    """Write points as LAZ 1.4 (point format 6, with colours 7 or 8), CRS and heights as WKT.

    Args:
        points: What to write.
        file: Where to.
        extent: Only points inside; its eastern and northern edge are outside.
    """
    header = laspy.LasHeader(version="1.4", point_format=point_format(points))
    header.scales, header.offsets = np.array(points.scale), np.array(points.offset)
    if points.extra is not None:
        extra.add(header, bytes.fromhex(points.extra_told))
    header.vlrs.append(laspy.vlrs.known.WktCoordinateSystemVlr(wkt(points.crs, points.height_crs)))
    header.global_encoding.wkt = True
    header.system_identifier, header.generating_software = "OTHER", PROGRAM
    backend = laspy.LazBackend.Lazrs
    with laspy.open(file, "w", header=header, laz_backend=backend, do_compress=True) as target:
        for start in range(0, len(points), _CHUNK):
            part = points.taken(slice(start, start + _CHUNK))
            if extent is not None:
                part = part.inside(extent)
            record = laspy.ScaleAwarePointRecord.zeros(len(part), header=header)
            fill(record.array, part)
            target.write_points(record)
    undated(file)


def undated(file: Path) -> None:
    """Take the date of today, which laspy writes, out of the header of a file."""
    with file.open("r+b") as opened:
        opened.seek(_DATE)
        opened.write(bytes(4))


def fill(record: NDArray[Any], points: Points) -> None:
    """Put points into packed records of point format 6, 7 or 8, extra bytes behind them."""
    for axis, column in zip("XYZ", (points.x, points.y, points.z), strict=True):
        record[axis] = column
    for ours, theirs in _THEIRS.items():
        column = getattr(points, ours)
        if column is not None:
            record[theirs] = column
    number = np.uint8(1) if points.return_number is None else points.return_number
    of = number if points.number_of_returns is None else points.number_of_returns
    record["bit_fields"] = (number & 15) | (of << 4)
    if points.extra is not None:
        extra.put(record, points.extra)


def write_copc(points: Points, file: Path) -> None:
    """Write points as a Cloud Optimized Point Cloud (COPC 1.0), point format 6, 7 or 8.

    Raises:
        DataError: There are no points: a COPC file without any has no extent.
    """
    if not len(points):
        raise DataError(f"{file}: no points to write; leave the tile out")
    tree = planted(points)
    format_id = point_format(points)
    config = copclib.CopcConfigWriter(
        format_id, copclib.Vector3(*points.scale), copclib.Vector3(*points.offset),
        wkt(points.crs, points.height_crs),
        copclib.EbVlr(0 if points.extra is None else points.extra.itemsize),
    )  # fmt: skip
    header = config.las_header
    header.system_identifier, header.generating_software = "OTHER", PROGRAM
    header.creation_day = header.creation_year = 0
    least, most = (
        [int(getattr(one, how)()) for one in (points.x, points.y, points.z)]
        for how in ("min", "max")
    )
    header.min, header.max = (
        copclib.Vector3(
            *(raw * s + o for raw, s, o in zip(ends, points.scale, points.offset, strict=True))
        )
        for ends in (least, most)
    )
    number = np.ones(1, np.uint8) if points.return_number is None else points.return_number
    header.points_by_return = [
        int(one) for one in np.bincount(np.clip(number, 1, 15), minlength=16)[1:16]
    ]
    info = config.copc_info
    info.center_x, info.center_y, info.center_z = tree.centre
    info.halfsize, info.spacing = tree.half, 2 * tree.half / CELLS
    if points.gps_time is not None:
        times = config.copc_extents.gps_time
        times.minimum, times.maximum = float(points.gps_time.min()), float(points.gps_time.max())
    kind = np.dtype(
        [*laspy.PointFormat(format_id).dtype().descr,
         *([] if points.extra is None else [("extra", points.extra.dtype)])]
    )  # fmt: skip
    target = copclib.FileWriter(str(file), config)
    for place, key in enumerate(tree.keys):
        some = points.taken(tree.order[tree.starts[place] : tree.starts[place + 1]])
        record = np.zeros(len(some), kind)
        fill(record, some)
        target.AddNode(copclib.VoxelKey(*map(int, key)), copclib.VectorChar(record.view(np.int8)))
    target.Close()
    if points.extra is not None:
        extra.describe(file, bytes.fromhex(points.extra_told))
