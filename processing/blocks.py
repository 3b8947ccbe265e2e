"""Rasters of any size, read and written in blocks."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, Resampling
from rasterio.env import Env
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader, DatasetWriter
from rasterio.shutil import copy
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from processing.raster import horizontal
from sip.errors import DataError

BLOCK_PX = 1024
NO_CRS = "says no CRS with an EPSG code; give it one: gdal_edit -a_srs EPSG:2180 FILE"
CACHE_BYTES = 64_000_000
"""Of GDAL, for blocks of all open files together."""


@dataclasses.dataclass(frozen=True)
class Cells:
    """The square cells of a north-up raster."""

    rows: int
    cols: int
    transform: Affine
    crs: int
    """EPSG code of the plane."""

    @property
    def cell(self) -> float:
        """Width of a cell in units of the CRS."""
        return float(self.transform.a)

    def blocks(self, size_px: int = BLOCK_PX) -> Iterator[Window]:
        """Return windows that cover all cells once, row by row."""
        for row in range(0, self.rows, size_px):
            for col in range(0, self.cols, size_px):
                height, width = min(size_px, self.rows - row), min(size_px, self.cols - col)
                yield Window(col, row, width, height)

    def around(self, window: Window, reach_px: int) -> Window:
        """Return a window with so many more cells on each side, as far as there are any."""
        row, col = max(window.row_off - reach_px, 0), max(window.col_off - reach_px, 0)
        end = min(window.row_off + window.height + reach_px, self.rows)
        return Window(
            col, row, min(window.col_off + window.width + reach_px, self.cols) - col, end - row
        )


@contextlib.contextmanager
def opened(file: Path) -> Iterator[tuple[DatasetReader, Cells]]:
    """Open a raster and tell its cells.

    Raises:
        DataError: It is no raster, is turned or has oblong cells, or its CRS has no EPSG code.
    """
    try:
        with Env(GDAL_NUM_THREADS="1", GDAL_CACHEMAX=CACHE_BYTES), rasterio.open(file) as source:
            yield source, cells_of(source, file)
    except RasterioError as error:
        raise DataError(f"{file}: is unreadable: {error}; get it again") from error


def cells_of(source: DatasetReader, file: Path) -> Cells:
    """Return the cells of an open raster.

    Raises:
        DataError: It is turned or has oblong cells, or its CRS has no EPSG code.
    """
    code = None if source.crs is None else horizontal(source.crs.to_wkt())
    t = source.transform
    if code is None:
        raise DataError(f"{file}: {NO_CRS}")
    if t.b or t.d or not np.isclose(t.a, -t.e):
        raise DataError(
            f"{file}: not a north-up grid of square cells; resample it first with gdalwarp"
        )
    return Cells(source.height, source.width, t, code)


@contextlib.contextmanager
def on_cells(
    file: Path, cells: Cells, *, resampling: Resampling = Resampling.bilinear
) -> Iterator[WarpedVRT]:
    """Open a raster as if it had other cells; beyond its edge it has no values.

    Raises:
        DataError: As `opened`, or it is in another CRS: nothing is reprojected unasked.
    """
    with opened(file) as (source, own):
        if own.crs != cells.crs:
            raise DataError(
                f"{file}: is in EPSG:{own.crs}, the others in EPSG:{cells.crs};"
                f" reproject it first: gdalwarp -t_srs EPSG:{cells.crs}",
            )
        with moved(source, cells, resampling) as other:
            yield other


def moved(source: DatasetReader, cells: Cells, resampling: Resampling) -> WarpedVRT:
    """Return a source as if it had other cells, to be closed.

    Sources without a declared nodata get a band of alpha, as their mask says nothing beyond their
    edge; a cell of several bands is nodata if all bands are.
    """
    options: dict[str, object] = {
        "crs": source.crs, "transform": cells.transform, "width": cells.cols,
        "height": cells.rows, "resampling": resampling, "UNIFIED_SRC_NODATA": "YES",
    }  # fmt: skip
    if source.nodata is None and ColorInterp.alpha not in source.colorinterp:
        options["add_alpha"] = True
    return WarpedVRT(source, **options)


def values(source: DatasetReader | WarpedVRT, band: int, window: Window) -> NDArray[np.float32]:
    """Return a band of a window as numbers, NaN where there are none."""
    found = source.read(band, window=window).astype(np.float32)
    found[valid(source, window) == 0] = np.nan
    return np.asarray(found)


def valid(source: DatasetReader | WarpedVRT, window: Window) -> NDArray[np.uint8]:
    """Return 255 where there is a value, 0 where there is none."""
    if ColorInterp.alpha in source.colorinterp:
        place = 1 + source.colorinterp.index(ColorInterp.alpha)
        return np.asarray(source.read(place, window=window))
    return np.asarray(source.dataset_mask(window=window))


@contextlib.contextmanager
def cog(
    file: Path,
    cells: Cells,
    *,
    count: int,
    dtype: str,
    nodata: float | None,
    overviews: str = "average",
    jpeg: bool = False,
) -> Iterator[DatasetWriter]:
    """Open a Cloud Optimized GeoTIFF to be written in blocks.

    Blocks go to a plain file beside, which becomes one with overviews when all are written.

    Args:
        file: Where it is to be.
        cells: Its cells.
        count: Of bands.
        dtype: Of NumPy.
        nodata: Value of cells without one; None if a mask is written, too.
        overviews: How cells become one: average, nearest, mode.
        jpeg: Compress as a photo instead of without loss.
    """
    draft = file.with_name(f"{file.stem}.draft.tif")
    profile = {
        "driver": "GTiff", "width": cells.cols, "height": cells.rows, "count": count,
        "crs": f"EPSG:{cells.crs}", "dtype": dtype, "transform": cells.transform, "tiled": True,
        "blockxsize": 512, "blockysize": 512, "nodata": nodata, "bigtiff": "IF_SAFER",
    }  # fmt: skip
    options = {"compress": "JPEG", "quality": "90"} if jpeg else {"compress": "DEFLATE"}
    options |= {"blocksize": "512", "overview_resampling": overviews, "bigtiff": "IF_SAFER"}
    if dtype == "float32":
        options["predictor"] = "YES"
    environment = {
        "GDAL_NUM_THREADS": "1", "GDAL_CACHEMAX": CACHE_BYTES, "GDAL_TIFF_INTERNAL_MASK": "YES",
    }  # fmt: skip
    with Env(**environment):
        try:
            with rasterio.open(draft, "w", **profile) as target:
                yield target
            copy(draft, file, driver="COG", **options)
        finally:
            draft.unlink(missing_ok=True)
