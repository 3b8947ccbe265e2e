"""Bands of values on a grid of square cells, and their files."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pyproj
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.env import Env
from rasterio.errors import RasterioError
from rasterio.io import MemoryFile
from rasterio.shutil import copy
from rasterio.transform import Affine

from sip.errors import DataError


@dataclasses.dataclass(frozen=True)
class Raster:
    """Bands on a north-up grid of square cells."""

    bands: NDArray[np.generic]
    """Shape (bands, rows, cols), row 0 in the north."""
    transform: Affine
    """From column, row to x, y of a cell's north-western corner."""
    crs: int
    """EPSG code."""
    nodata: float | None = None
    """Value that stands for no value, in every band."""

    @property
    def band(self) -> NDArray[np.generic]:
        """The first band, shape (rows, cols)."""
        return np.asarray(self.bands[0])

    @property
    def cell(self) -> float:
        """Width of a cell in units of the CRS."""
        return float(self.transform.a)

    def values(self) -> NDArray[np.float64]:
        """Return the first band as numbers, with NaN for nodata."""
        found = self.band.astype(np.float64)
        if self.nodata is not None:
            found[self.band == self.nodata] = np.nan
        return found

    def same_grid(self, other: Raster) -> None:
        """Do nothing if another raster has the same cells.

        Raises:
            DataError: It has others.
        """
        mine = (self.bands.shape[1:], self.transform, self.crs)
        if mine != (other.bands.shape[1:], other.transform, other.crs):
            raise DataError("the two rasters have different grids")


def read_raster(file: Path) -> Raster:
    """Read all bands of a raster.

    Raises:
        DataError: It is no raster, is turned or has oblong cells, or its CRS has no EPSG code.
    """
    try:
        with rasterio.open(file) as source:
            code = None if source.crs is None else horizontal(source.crs.to_wkt())
            t = source.transform
            if code is None:
                raise DataError(f"{file}: its coordinate reference system has no EPSG code")
            if t.b or t.d or t.a != -t.e:
                raise DataError(f"{file}: not a north-up grid of square cells")
            return Raster(source.read(), t, code, source.nodata)
    except RasterioError as error:
        raise DataError(f"{file}: {error}") from error


def horizontal(definition: str) -> int | None:
    """Return the EPSG code of a CRS in WKT, of its plane if it has heights, too; None without."""
    whole = pyproj.CRS.from_wkt(definition)
    return (whole.sub_crs_list[0] if whole.is_compound else whole).to_epsg()


def write_cog(raster: Raster, file: Path) -> None:
    """Write a Cloud Optimized GeoTIFF with overviews: pictures as JPEG, all else without loss."""
    count, rows, cols = raster.bands.shape
    picture = raster.bands.dtype == np.uint8 and count == 3
    profile = {
        "driver": "GTiff", "width": cols, "height": rows, "count": count,
        "crs": f"EPSG:{raster.crs}", "dtype": raster.bands.dtype, "transform": raster.transform,
        "nodata": raster.nodata,
    }  # fmt: skip
    options = {"compress": "JPEG", "quality": "85"} if picture else {"compress": "DEFLATE"}
    options |= {"blocksize": "512", "overview_resampling": "average"}
    if raster.bands.dtype == np.float32:
        options["predictor"] = "YES"
    with MemoryFile() as memory, Env(GDAL_NUM_THREADS="1"):
        with memory.open(**profile) as target:
            if raster.bands.dtype == np.uint8 and count in (3, 4):
                # The fourth band is infrared: GDAL would take it for transparency.
                colours = [ColorInterp.red, ColorInterp.green, ColorInterp.blue]
                target.colorinterp = [*colours, ColorInterp.undefined][:count]
            target.write(raster.bands)
        with memory.open() as source:
            copy(source, file, driver="COG", **options)
