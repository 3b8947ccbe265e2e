"""Rasters of the demonstration area, and their files."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.io import MemoryFile
from rasterio.shutil import copy
from rasterio.transform import Affine

from geodata.world.area import EPSG


@dataclasses.dataclass(frozen=True)
class Raster:
    """Bands on a grid in EPSG:2178, row 0 in the north."""

    bands: NDArray[np.generic]
    """Shape (bands, rows, cols)."""
    transform: Affine
    nodata: float | None = None


def write_cog(raster: Raster, file: Path) -> None:
    """Write a Cloud Optimized GeoTIFF with overviews; pictures as JPEG, values without loss."""
    count, rows, cols = raster.bands.shape
    picture = raster.bands.dtype == np.uint8 and count == 3
    profile = {
        "driver": "GTiff", "width": cols, "height": rows, "count": count, "crs": f"EPSG:{EPSG}",
        "dtype": raster.bands.dtype, "transform": raster.transform, "nodata": raster.nodata,
    }  # fmt: skip
    options = {"compress": "JPEG", "quality": "85"} if picture else {"compress": "DEFLATE"}
    if raster.bands.dtype == np.float32:
        options["predictor"] = "YES"
    resampling = "average" if picture or raster.bands.dtype == np.float32 else "nearest"
    with MemoryFile() as memory:
        with memory.open(**profile) as target:
            target.write(raster.bands)
        with memory.open() as source, rasterio.Env(GDAL_NUM_THREADS="ALL_CPUS"):
            copy(
                source, file, driver="COG", blocksize=512, overview_resampling=resampling, **options
            )
