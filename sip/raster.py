"""Where a raster file lies."""

from __future__ import annotations

import functools
from pathlib import Path

import rasterio
import rasterio.warp

from sip.crs import CRS84_CODE, Extent


def extent(file: Path) -> Extent:
    """Return the rectangle of a raster file in longitude and latitude, in any CRS it may have."""
    return _extent(file, file.stat().st_mtime_ns)


@functools.lru_cache(maxsize=256)
def _extent(file: Path, _changed_ns: int) -> Extent:
    with rasterio.open(file) as source:
        code = source.crs.to_epsg()
        if code is not None:
            return Extent(*source.bounds).transformed(code, CRS84_CODE)
        return Extent(*rasterio.warp.transform_bounds(source.crs, "EPSG:4326", *source.bounds))
