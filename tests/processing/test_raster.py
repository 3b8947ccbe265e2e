from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin

from processing.raster import Raster, write_cog


def test_a_cog_keeps_values_grid_and_nodata_and_has_overviews(tmp_path: Path) -> None:
    heights = np.arange(1200 * 1100, dtype=np.float32).reshape(1, 1200, 1100)
    raster = Raster(heights, from_origin(7_470_000, 5_640_000, 2, 2), 2178, -9999.0)
    write_cog(raster, tmp_path / "dtm.tif")
    with rasterio.open(tmp_path / "dtm.tif") as found:
        assert np.array_equal(found.read(), heights)
        assert found.transform == raster.transform
        assert found.crs.to_epsg() == 2178
        assert found.nodata == -9999.0
        assert found.overviews(1)
        assert found.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"


def test_a_picture_is_kept_in_jpeg_close_to_its_colours(tmp_path: Path) -> None:
    bands = np.full((3, 600, 600), 120, dtype=np.uint8)
    write_cog(Raster(bands, from_origin(0, 0, 0.5, 0.5), 2178), tmp_path / "ortho.tif")
    with rasterio.open(tmp_path / "ortho.tif") as found:
        assert found.tags(ns="IMAGE_STRUCTURE")["COMPRESSION"] == "YCbCr JPEG"
        assert np.abs(found.read().astype(int) - 120).max() <= 3
