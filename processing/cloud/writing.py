"""Points back to files: LAZ 1.4 and COPC, the same points the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import laspy
import numpy as np
import pyproj
from numpy.typing import NDArray

from processing.cloud.points import Points

_CHUNK = 1_000_000
PROGRAM = "SIP"
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


def write_laz(points: Points, file: Path) -> None:
    """Write points as LAZ 1.4 (point format 6, with colours 7 or 8), CRS and heights as WKT."""
    header = laspy.LasHeader(version="1.4", point_format=point_format(points))
    header.scales, header.offsets = np.array(points.scale), np.array(points.offset)
    header.vlrs.append(laspy.vlrs.known.WktCoordinateSystemVlr(wkt(points.crs, points.height_crs)))
    header.global_encoding.wkt = True
    header.creation_date = None
    header.system_identifier, header.generating_software = "OTHER", PROGRAM
    backend = laspy.LazBackend.Lazrs
    with laspy.open(file, "w", header=header, laz_backend=backend, do_compress=True) as target:
        for start in range(0, len(points), _CHUNK):
            part = points.taken(slice(start, start + _CHUNK))
            record = laspy.ScaleAwarePointRecord.zeros(len(part), header=header)
            fill(record.array, part)
            target.write_points(record)


def fill(record: NDArray[Any], points: Points) -> None:
    """Put points into packed records of point format 6, 7 or 8."""
    for axis, column in zip("XYZ", (points.x, points.y, points.z), strict=True):
        record[axis] = column
    for ours, theirs in _THEIRS.items():
        column = getattr(points, ours)
        if column is not None:
            record[theirs] = column
    number = np.uint8(1) if points.return_number is None else points.return_number
    of = number if points.number_of_returns is None else points.number_of_returns
    record["bit_fields"] = (number & 15) | (of << 4)
