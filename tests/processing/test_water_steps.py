"""The steps of surface water on terrain drawn on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pyflwdir
import pytest
import shapely
from rasterio.transform import from_origin

from processing import steps
from processing.raster import Raster, read_raster, write_cog
from processing.water.flood import flood


def written(file: Path, heights: Any) -> Path:
    band = np.asarray(heights, np.float32)[None]
    write_cog(Raster(band, from_origin(5e5, 4e5, 1, 1), 2180, -9999.0), file)
    return file


def done(name: str, folder: Path, inputs: dict[str, list[Path]], **parameters: Any) -> None:
    made = {key: folder / file for key, file in steps.find(name).outputs.items()}
    steps.find(name).work(inputs, made, **parameters)


def slope(*, rows: int = 9, cols: int = 40) -> Any:
    return 100 - 0.1 * np.arange(cols)[None, :] + np.abs(np.arange(rows) - rows // 2)[:, None]


def test_all_of_a_valley_drains_through_its_mouth(tmp_path: Path) -> None:
    done("water.flow", tmp_path, {"dtm": [written(tmp_path / "dtm.tif", slope())]})
    flow = read_raster(tmp_path / "flow.tif").values()
    assert flow[4, -1] == flow.max()
    assert flow[4, -1] >= 7 * 36
    assert np.all(np.diff(flow[4]) > 0)


def test_a_dam_holds_water_until_a_culvert_is_known(tmp_path: Path) -> None:
    heights = slope()
    heights[:, 20] = 105
    dtm = written(tmp_path / "dtm.tif", heights)
    culvert = shapely.LineString([(5e5 + 19.5, 4e5 - 4.5), (5e5 + 21.5, 4e5 - 4.5)])
    geopandas.GeoDataFrame(geometry=[culvert], crs=2180).to_parquet(tmp_path / "culverts.parquet")
    done("water.ponding", tmp_path, {"dtm": [dtm]}, rain_mm=50)
    depth = read_raster(tmp_path / "depth.tif").values()
    ponds = geopandas.read_parquet(tmp_path / "ponds.parquet")
    assert depth[4, 19] > 0.5
    assert ponds.stored_m3.sum() == pytest.approx(depth.sum(), rel=1e-4)
    assert ponds.geometry.area.sum() == pytest.approx(ponds.area_m2.sum())
    inputs = {"dtm": [dtm], "culverts": [tmp_path / "culverts.parquet"]}
    done("water.ponding", tmp_path, inputs, rain_mm=50)
    assert read_raster(tmp_path / "depth.tif").values()[4, 19] == 0


def test_filled_terrain_is_that_of_pyflwdir_where_outlets_agree() -> None:
    heights = np.random.default_rng(3).normal(100, 2, (60, 70)).astype(np.float32)
    theirs, _ = pyflwdir.dem.fill_depressions(heights, outlets="edge")
    assert np.abs(flood(heights).filled - theirs).max() < 1e-4
