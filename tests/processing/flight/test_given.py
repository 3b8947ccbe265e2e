"""Shapes that are given with a flight: buildings to measure, roads to look beside, water."""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import pytest
from rasterio import features
from rasterio.transform import rowcol, xy

from processing import scene
from processing.raster import read_raster
from processing.scene import Scene
from processing.scene.files import write_laz
from tests.processing.flight.command import sip

SIDE_M = 160.0


@pytest.fixture(scope="module")
def town() -> Scene:
    return scene.town(4, side_m=SIDE_M)


@pytest.fixture(scope="module")
def folder(town: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("given")
    for name, density in (("dense", 13.0), ("thin", 4.0)):
        (made / name).mkdir()
        write_laz(scene.scan(town, density=density, seed=1), made / name / f"{name}.laz")
    town.buildings.to_file(made / "buildings.gpkg")
    town.kerbs.to_parquet(made / "roads.parquet")
    for name in ("water", "bridges", "culverts"):
        getattr(town, name).to_file(made / f"{name}.gpkg")
    return made


def asked(folder: Path, name: str) -> list[str | Path]:
    return [
        "process", "lidar", folder / name, "--out", folder / f"{name}.out", "--profile", "urban",
        "--size", "100", "--footprints", folder / "buildings.gpkg",
        "--roads", folder / "roads.parquet",
    ]  # fmt: skip


def test_a_dense_flight_measures_buildings_and_finds_kerbs(folder: Path, town: Scene) -> None:
    assert sip(*asked(folder, "dense")) == 0
    heights = geopandas.read_parquet(folder / "dense.out" / "heights.parquet")
    assert sorted(heights["building_id"]) == sorted(town.buildings["building_id"])
    seen = heights[heights["roof_p50_m"].notna()]
    assert len(seen) > 0
    assert (seen["roof_p50_m"] > seen["eaves_m"] - 0.3).all()
    assert (seen["roof_p90_m"] < seen["ridge_m"] + 0.3).all()
    kerbs = geopandas.read_parquet(folder / "dense.out" / "kerbs.parquet")
    assert kerbs.length.sum() > 0.5 * town.kerbs.length.sum()
    assert kerbs.within(town.kerbs.buffer(1.0).union_all()).mean() > 0.8


def test_waters_are_level_and_rain_stands_where_it_must(folder: Path, town: Scene) -> None:
    given = [f"--{name}" for name in ("water", "bridges", "culverts")]
    files = [folder / f"{name}.gpkg" for name in ("water", "bridges", "culverts")]
    out = folder / "rain.out"
    assert sip(
        "process", "lidar", folder / "thin", "--out", out, "--size", "100", "--rain", "40",
        *(one for both in zip(given, files, strict=True) for one in both),
    ) == 0  # fmt: skip
    dtm, depth, flow = (read_raster(out / f"{one}.tif") for one in ("dtm", "ponding", "flow"))
    rows, cols = np.nonzero(
        ~features.geometry_mask(town.water.geometry, dtm.values().shape, dtm.transform)
    )
    x, y = xy(dtm.transform, rows, cols)
    true = town.water_m[rowcol(town.transform, x, y)]
    apart = np.abs(dtm.values()[rows, cols] - true)[np.isfinite(true)]
    assert np.quantile(apart, 0.9) < 0.15, "there are no waves"
    assert apart.max() < 0.4, "the deck, 1.4 m over the water, is no terrain"
    assert np.nanmax(depth.values()) > 0
    assert np.nanmean(depth.values()) <= 0.040 + 1e-6, "no more water than it rained"
    assert np.nanmax(flow.values()) > 0.3 * SIDE_M**2
    ponds = geopandas.read_parquet(out / "ponds.parquet")
    assert len(ponds) > 0
    lines = geopandas.read_parquet(out / "contours.parquet")
    middles = lines.geometry.interpolate(0.5, normalized=True)
    rows, cols = rowcol(dtm.transform, middles.x, middles.y)
    apart = np.abs(dtm.values()[rows, cols] - lines["height_m"])
    assert np.nanmedian(apart) < 0.2


def test_a_thin_flight_is_refused_once_and_plainly(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sip(*asked(folder, "thin")) == 1
    said = capsys.readouterr().err
    assert said.count("too few for kerbs and poles") == 1
    assert "tiles: finding kerbs and poles: " in said
    assert (folder / "thin.out" / "heights.parquet").is_file()
    assert not (folder / "thin.out" / "kerbs.parquet").exists()
