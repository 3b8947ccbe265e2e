"""Models of planes, boxes, lakes, and of two neighbours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pytest
import shapely
from rasterio.transform import from_origin

from processing import steps
from processing.cloud.points import read_points, write_classes, write_points
from processing.raster import Raster, read_raster, write_cog
from processing.terrain.contours import contours
from processing.terrain.models import models
from processing.terrain.water import flattened
from tests.processing.cloud.clouds import CRS, SOUTH, WEST, cloud, laz

GROUND, BUILDING = 2, 6


def scattered(side_m: float = 40.0, *, density: float = 6.0, seed: int = 1) -> tuple[Any, Any]:
    x, y = np.random.default_rng(seed).uniform(0, side_m, (2, round(side_m**2 * density)))
    return x, y


def centres(grid: Any) -> tuple[Any, Any]:
    row, col = np.mgrid[: grid.shape[0], : grid.shape[1]]
    x, y = grid.centres(row, col)
    return x - WEST, y - SOUTH


def test_the_terrain_of_a_plane_is_the_plane_and_its_slope_is_known() -> None:
    x, y = scattered()
    classes = np.full(len(x), GROUND, np.uint8)
    made = models(
        cloud(x, y, 100 + 0.3 * x + 0.4 * y, scale=0.001, classification=classes),
        cell_m=1.0, widest_gap_m=10,
    )  # fmt: skip
    u, v = centres(made.grid)
    inner = (slice(3, -3),) * 2
    assert np.abs(made.dtm - (100 + 0.3 * u + 0.4 * v))[inner].max() < 0.002
    assert np.abs(made.slope_deg - np.degrees(np.arctan(0.5)))[inner].max() < 0.05
    assert made.ndsm[inner].max() < 1.2


def test_a_box_stands_on_the_ground_with_its_height_and_its_floor_is_a_gap() -> None:
    x, y = scattered(60)
    box = (np.abs(x - 30) < 10) & (np.abs(y - 30) < 10)
    classes = np.where(box, BUILDING, GROUND).astype(np.uint8)
    made = models(cloud(x, y, 50 + 8.0 * box, classification=classes), cell_m=1.0, widest_gap_m=8)
    u, v = centres(made.grid)
    inside = (np.abs(u - 30) < 8) & (np.abs(v - 30) < 8)
    assert np.isnan(made.dtm[inside]).all()
    assert np.abs(made.filled - 50).max() < 0.01
    assert np.abs(made.ndsm[inside] - 8).max() < 0.01
    outside = (np.abs(u - 30) > 11) | (np.abs(v - 30) > 11)
    assert np.nanmax(made.ndsm[outside]) < 0.01


def test_noise_withheld_points_and_later_returns_are_not_in_the_surface() -> None:
    x, y = scattered(20)
    n = len(x)
    classes = np.full(n, GROUND, np.uint8)
    classes[0], flags, number = 18, np.zeros(n, np.uint8), np.ones(n, np.uint8)
    flags[1], number[2] = 4, 2
    z = np.full(n, 5.0)
    z[:3] = 90
    made = models(
        cloud(x, y, z, classification=classes, flags=flags, return_number=number),
        cell_m=1.0, widest_gap_m=10,
    )  # fmt: skip
    assert np.nanmax(made.dsm) == pytest.approx(5, abs=0.01)


def test_neighbours_have_the_same_terrain_where_they_meet(tmp_path: Path) -> None:
    x, y = scattered(120, density=3)
    z = 100 + 2 * np.sin(x / 9) + 0.1 * y + 5 * (np.hypot(x - 60, y - 60) < 6)
    file = laz(tmp_path / "all.laz", cloud(x, y, z, return_number=np.ones(len(x), np.uint8)))
    tiles = [_tile(tmp_path / name, file, west) for name, west in (("w", 0), ("e", 60))]
    for name in ("dtm", "dsm", "ndsm"):
        one, other = (read_raster(tile / f"{name}.tif") for tile in tiles)
        shift = round((other.transform.c - one.transform.c) / one.cell)
        down = round((one.transform.f - other.transform.f) / one.cell)
        left = one.values()[5 + down : 105 + down, shift + 20 : shift + 40]
        right = other.values()[5:105, 20:40]
        assert left.shape == right.shape
        assert np.nanquantile(np.abs(left - right), 0.99) == 0
        assert (np.isnan(left) == np.isnan(right)).mean() > 0.999


def _tile(folder: Path, file: Path, west: float) -> Path:
    folder.mkdir()
    core = [WEST + west, SOUTH, WEST + west + 60, SOUTH + 120]
    made = {name: folder / steps.find("terrain.models").outputs[name] for name in
            ("dtm", "filled", "dsm", "ndsm", "slope")}  # fmt: skip
    points, classes = folder / "points.columns", folder / "classes.npy"
    steps.find("cloud.gather").work({"clouds": [file]}, {"points": points}, core=core, buffer_m=40)
    found = {"classes": classes, "ground": folder / "ground.tif"}
    steps.find("ground.classify").work({"points": [points]}, found)
    steps.find("terrain.models").work({"points": [points], "classes": [classes]}, made)
    assert len(read_points(points, classes))
    return folder


def test_a_tile_without_points_makes_models_of_nothing(tmp_path: Path) -> None:
    write_points(cloud([], [], []), tmp_path / "points.columns")
    write_classes(np.zeros(0, np.uint8), tmp_path / "classes.npy")
    step = steps.find("terrain.models")
    made = {name: tmp_path / file for name, file in step.outputs.items()}
    step.work(
        {"points": [tmp_path / "points.columns"], "classes": [tmp_path / "classes.npy"]}, made
    )
    assert np.isnan(read_raster(made["dtm"]).values()).all()


def raster(heights: Any) -> Raster:
    band = np.asarray(heights, np.float32)[None]
    return Raster(band, from_origin(WEST, SOUTH + band.shape[1], 1, 1), CRS, -9999.0)


def test_a_lake_is_level_and_a_river_falls_with_its_shores(tmp_path: Path) -> None:
    rough = np.random.default_rng(1).normal(0, 0.05, (60, 60))
    lake = shapely.box(WEST + 20, SOUTH + 20, WEST + 40, SOUTH + 40)
    level = flattened(raster(100 + rough), [lake]).values()[21:39, 21:39]
    assert np.ptp(level) == 0
    assert level[0, 0] == pytest.approx(100, abs=0.15)
    east = np.arange(60)[None, :] + np.zeros((60, 1))
    river = shapely.box(WEST, SOUTH + 25, WEST + 60, SOUTH + 35)
    geopandas.GeoDataFrame(geometry=[river], crs=CRS).to_parquet(tmp_path / "water.parquet")
    write_cog(raster(100 - 0.1 * east + np.abs(rough)), tmp_path / "dtm.tif")
    steps.find("terrain.flatten").work(
        {"dtm": [tmp_path / "dtm.tif"], "water": [tmp_path / "water.parquet"]},
        {"dtm": tmp_path / "flat.tif"},
    )
    found = read_raster(tmp_path / "flat.tif").values()[25:35]
    assert np.abs(found - (100 - 0.1 * east[:10])).max() < 0.4
    assert (found <= read_raster(tmp_path / "dtm.tif").values()[25:35] + 1e-5).all()


def test_contours_of_a_plane_are_straight_lines_at_their_heights(tmp_path: Path) -> None:
    east = np.arange(80)[None, :] + 0.5 + np.zeros((50, 1))
    write_cog(raster(200 + 0.1 * east), tmp_path / "dtm.tif")
    steps.find("terrain.contours").work(
        {"dtm": [tmp_path / "dtm.tif"]}, {"contours": tmp_path / "c.parquet"}, smooth_cells=0
    )
    found = geopandas.read_parquet(tmp_path / "c.parquet")
    assert list(found.height_m) == [201, 202, 203, 204, 205, 206, 207]
    assert list(found.height_m[found.bold]) == [205]
    for height, line in zip(found.height_m, found.geometry, strict=True):
        x, y = shapely.get_coordinates(line).T
        assert np.allclose(x, WEST + (height - 200) / 0.1, atol=1e-3)
        assert np.ptp(y) == pytest.approx(49)


def test_contours_of_a_large_model_are_those_of_a_small_one(tmp_path: Path) -> None:
    rows, cols = np.mgrid[:90, :130]
    hills = 100 + 6 * np.sin(rows / 9.1) * np.cos(cols / 11.3)
    hills[40:44, 60:66] = -9999
    write_cog(raster(hills), tmp_path / "dtm.tif")
    whole, parts = (
        contours(tmp_path / "dtm.tif", interval_m=1, block_px=size) for size in (1024, 32)
    )
    both = [one.sort_values("height_m").dissolve("height_m").geometry for one in (whole, parts)]
    assert list(both[0].index) == list(both[1].index)
    assert both[0].length.to_numpy() == pytest.approx(both[1].length.to_numpy(), rel=1e-3)
    assert both[0].hausdorff_distance(both[1]).max() < 0.2
    assert len(whole) == len(parts)


def test_a_model_without_heights_has_no_contours(tmp_path: Path) -> None:
    write_cog(raster(np.full((5, 5), -9999.0)), tmp_path / "dtm.tif")
    assert len(contours(tmp_path / "dtm.tif", interval_m=1)) == 0


def test_a_surface_comes_straight_from_files(tmp_path: Path) -> None:
    x, y = scattered(20)
    file = laz(tmp_path / "a.laz", cloud(x, y, 7 + 3.0 * (x > 10)))
    steps.find("terrain.surface").work(
        {"clouds": [file]}, {"dsm": tmp_path / "dsm.tif"}, core=[WEST, SOUTH, WEST + 20, SOUTH + 20]
    )
    found = read_raster(tmp_path / "dsm.tif").values()
    assert found.shape == (20, 20)
    assert np.allclose(found[1:-1, 1:9], 7)
    assert np.allclose(found[1:-1, 11:-1], 10)
