"""Scenes are the same for the same seed, agree with their truth, and come back from their files."""

from __future__ import annotations

import geopandas
import laspy
import numpy as np
import pytest
import shapely
from rasterio.transform import from_origin

from processing.raster import Raster
from processing.scene import Scene, empty, fitted, later, photograph, scan, town, write
from processing.scene.camera import crown_reflectance
from processing.scene.content import CELL_M, frame
from processing.scene.surface import roof_height
from sip.crs import Extent


@pytest.fixture(scope="module")
def quarter() -> Scene:
    return town(seed=3, side_m=200.0)


def meadow(side_m: float = 30.0, height_m: float = 100.0) -> Scene:
    count = round(side_m / CELL_M)
    return empty(2180, 2021, 500_000.0, 200_000.0 + side_m, np.full((count, count), height_m))


def test_the_same_seed_makes_the_same_flight(quarter: Scene) -> None:
    again = town(seed=3, side_m=200.0)
    first, second = scan(quarter, density=1.0), scan(again, density=1.0)
    assert np.array_equal(first.xyz, second.xyz)
    assert np.array_equal(first.code, second.code)


def test_points_on_ground_and_roofs_lie_where_the_truth_says(quarter: Scene) -> None:
    cloud = scan(quarter, density=2.0)
    x, y, z = cloud.xyz[cloud.code == 2].T
    truth = quarter.ground_at(np.array([shapely.Point(*one) for one in zip(x, y, strict=True)]))
    assert np.percentile(np.abs(z - truth), 95) < 0.12
    house = quarter.buildings[quarter.buildings["roof"] == "flat"].iloc[0]
    over = shapely.contains_xy(house.geometry.buffer(-0.5), *cloud.xyz[:, :2].T)
    roof = cloud.xyz[over & (cloud.code == 6), 2]
    assert len(roof) > 50
    assert np.median(roof) == pytest.approx(house["ridge_m"], abs=0.06)


def test_pulses_that_meet_crowns_return_several_times(quarter: Scene) -> None:
    cloud = scan(quarter, density=1.0)
    assert cloud.count[cloud.code == 5].mean() > 1.5 > cloud.count[cloud.code == 6].mean()
    assert (cloud.number <= cloud.count).all()
    assert {7, 9, 17, 18} <= set(np.unique(cloud.code).tolist())


def test_a_gable_falls_from_its_ridge_to_its_eaves() -> None:
    x, y = np.array([5.0, 5.0, 5.0]), np.array([3.0, 1.5, 0.0])
    heights = roof_height(shapely.box(0, 0, 10, 6), "gable", 3.0, 6.0, x, y)
    assert heights == pytest.approx([6.0, 4.5, 3.0])


def test_colours_of_grass_give_the_index_that_their_reflectance_says() -> None:
    red, _, _, infrared = photograph(meadow()).bands.astype(float)
    assert ((infrared - red) / (infrared + red)).mean() == pytest.approx(0.26 / 0.54, abs=0.01)
    dry, healthy = crown_reflectance("Tilia cordata", 0.0), crown_reflectance("Tilia cordata", 1.0)
    assert healthy[3] > dry[3] > 0 < healthy[0] < dry[0]


def test_the_second_year_differs_exactly_by_what_is_told(quarter: Scene) -> None:
    after, changes = later(quarter)
    before, now = set(quarter.trees["tree_id"]), set(after.trees["tree_id"])
    assert before - now == set(changes.felled["tree_id"])
    assert now - before == set(changes.planted["tree_id"])
    moved = (after.ground_m - quarter.ground_m).sum() * CELL_M**2
    assert moved == pytest.approx(changes.earthworks["volume_m3"].sum(), abs=1e-6)


def test_files_hold_points_with_datum_of_heights_and_the_truth_apart(
    quarter: Scene, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("scene")
    write(quarter, folder, density=0.5)
    points = laspy.read(folder / "points.laz")
    crs = points.header.parse_crs()
    assert crs is not None
    assert [str(one.name) for one in crs.sub_crs_list] == [
        "ETRF2000-PL / CS92", "EVRF2007-PL height",
    ]  # fmt: skip
    assert set(points.classification) == {0}
    assert {2, 5, 6} <= set(np.unique(points["truth"]).tolist())
    assert len(geopandas.read_parquet(folder / "trees.parquet")) == len(quarter.trees)


def test_a_scene_fits_given_houses_and_trees() -> None:
    extent = Extent(500_000, 200_000, 500_030, 200_030)
    coarse = Raster(
        np.full((1, 20, 20), 210.0, dtype=np.float32), from_origin(500_000, 200_030, 2.0, 2.0), 2180
    )
    house = geopandas.GeoDataFrame(
        {"building_id": ["x"], "height_m": [7.0]},
        geometry=[shapely.box(500_005, 200_005, 500_015, 200_012)], crs=2180,
    )  # fmt: skip
    tree = frame(
        "trees",
        2180,
        [("t", "Tilia cordata", 12.0, 3.0, 6.0, 0.9, shapely.Point(500_022, 200_020))],
    )
    cloud = scan(fitted(coarse, extent, year=2024, buildings=house, trees=tree), density=4.0)
    assert cloud.xyz[cloud.code == 6, 2].max() == pytest.approx(217.0, abs=0.2)
    assert 220.0 < cloud.xyz[cloud.code == 5, 2].max() < 222.2
