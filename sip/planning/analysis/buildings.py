"""Building outlines from a file of any kind that GDAL reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyogrio.errors
import pyogrio.raw
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from sip.errors import CrsError, DataError

_PLANE = (2176, 2177, 2178, 2179, 2180, 5514)


def read(file: Path, where: str | None = None) -> tuple[Sequence[BaseGeometry], int]:
    """Return the outlines of a file, and the EPSG code of their CRS, whose axes are metres.

    Raises:
        DataError: The file cannot be read, or has no polygons.
        CrsError: Its CRS is unknown, or none of the plane systems.
    """
    try:
        info, _, shapes, _ = pyogrio.raw.read(file, columns=[], where=where)
    except pyogrio.errors.DataSourceError as error:
        raise DataError(f"{file} cannot be read: {error}") from error
    except ValueError as error:
        raise DataError(f"{file}: {error}") from error
    code = pyproj.CRS(info["crs"]).to_epsg() if info.get("crs") else None
    if code not in _PLANE:
        allowed = ", ".join(map(str, _PLANE))
        raise CrsError(f"{file} is in {info.get('crs')}; buildings must be in one of {allowed}")
    outlines = shapely.force_2d(shapely.from_wkb(shapes))
    outlines = outlines[shapely.get_dimensions(outlines) == 2]
    if not len(outlines):
        raise DataError(f"{file} holds no polygons")
    bad = ~shapely.is_valid(outlines)
    outlines[bad] = shapely.make_valid(outlines[bad])
    return list(np.asarray(outlines)), code
