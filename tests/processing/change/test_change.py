"""What has changed is found with its numbers, and what has not is not."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely
from rasterio.transform import from_origin

from processing.change import crowns, objects, steps
from processing.change.m3c2 import distances
from processing.change.terrain import Errors, difference, earthworks
from processing.cloud.points import Points, write_points
from processing.grid import Floats, Grid
from processing.objects import buildings, trees
from processing.objects.canopy import highest
from processing.objects.matching import match_trees
from processing.objects.roofs import cell_for, roofs
from processing.raster import Raster, read_raster, write_cog
from processing.scene import Changes, Scene, later, town
from sip.errors import DataError
from tests.processing.objects.ground import flown


def model(heights: Floats, cell: float = 1.0) -> Raster:
    rows = heights.shape[0]
    transform = from_origin(500_000.0, 200_000.0 + rows * cell, cell, cell)
    return Raster(heights[None].astype(np.float32), transform, 2180, -9999)


def level(side: int = 60) -> Floats:
    return np.full((side, side), 100.0)


def plane(*, shift: float = 0.0, seed: int = 1, noise: float = 0.02, tilt: float = 0.0) -> Floats:
    """Return points of a plane of 20 by 20 m that rises to the east."""
    rng = np.random.default_rng(seed)
    x, y = rng.uniform(0, 20, (2, 4000))
    z = tilt * x + shift * np.hypot(1, tilt) + rng.normal(0, noise, len(x))
    return np.column_stack([x, y, z])


def test_the_level_of_detection_is_the_law_of_errors() -> None:
    assert Errors(0.03, 0.04, 0.12).lod() == pytest.approx(1.96 * 0.13)
    grid = Errors(np.array([[0.03, 0.3]]), 0.04, 0.0).lod()
    assert grid[0] == pytest.approx([1.96 * 0.05, 1.96 * np.hypot(0.3, 0.04)])


def test_a_pit_and_a_mound_have_their_volumes() -> None:
    after = level()
    after[10:20, 10:20] -= 2.0
    after[40:45, 30:50] += 0.5
    errors = Errors(0.05, 0.05, 0.03)
    old = model(level())
    rows = earthworks(difference(old, model(after), errors), old, errors)
    assert rows["kind"].tolist() == ["cut", "fill"]
    assert rows["volume_m3"].tolist() == pytest.approx([-200.0, 50.0])
    assert rows["depth_m"].tolist() == pytest.approx([-2.0, 0.5])
    random = np.sqrt(rows["area_m2"] * 2) * 0.05
    assert rows["error_m3"].to_numpy() == pytest.approx(
        1.96 * np.hypot(random, 0.03 * rows["area_m2"])
    )


def test_noise_and_a_shift_of_a_whole_flight_are_no_earthworks() -> None:
    rng = np.random.default_rng(1)
    old = model(level(200) + rng.normal(0, 0.05, (200, 200)))
    new = model(level(200) + 0.4 + rng.normal(0, 0.05, (200, 200)))
    errors = Errors(0.05, 0.05, 0.03)
    found = difference(old, new, errors)
    assert found.shift_m == pytest.approx(0.4, abs=0.01)
    assert len(earthworks(found, old, errors)) == 0
    kept = difference(old, new, errors, level=False)
    assert len(earthworks(kept, old, errors)) == 1


def test_models_on_different_grids_are_refused_and_voids_stay_voids() -> None:
    with pytest.raises(DataError, match="different grids"):
        difference(model(level(10)), model(level(12)), Errors())
    after = level(20)
    after[3, 3] = -9999
    assert np.isnan(difference(model(level(20)), model(after), Errors()).change_m[3, 3])


@pytest.mark.parametrize("tilt", [0.0, 1.0])
def test_two_planes_half_a_metre_apart_are_half_a_metre_apart(tilt: float) -> None:
    old, new = plane(tilt=tilt), plane(shift=0.5, seed=2, tilt=tilt)
    inner = old[(np.abs(old[:, :2] - 10) < 6).all(axis=1)][::40]
    found = distances(old, new, inner, registration_m=0.01)
    assert found.distance_m == pytest.approx(0.5, abs=0.03)
    assert found.significant.all()
    assert found.normal[:, 2] == pytest.approx(1 / np.hypot(1, tilt), abs=0.01)
    spread = found.spread_old_m**2 / found.count_old + found.spread_new_m**2 / found.count_new
    assert found.lod_m == pytest.approx(1.96 * (np.sqrt(spread) + 0.01))


def test_the_same_surface_measured_twice_has_changed_in_one_place_of_twenty() -> None:
    old, new = plane(noise=0.05), plane(noise=0.05, seed=2)
    inner = old[(np.abs(old[:, :2] - 10) < 8).all(axis=1)]
    found = distances(old, new, inner, radius_m=0.5)
    assert 0.02 < found.significant.mean() < 0.10


def test_neither_order_nor_place_matters_and_nothing_is_nan() -> None:
    old, new = plane(), plane(shift=0.2, seed=2)
    cores = old[:20]
    first = distances(old, new, cores)
    order = np.random.default_rng(3).permutation(len(old))
    second = distances(old[order], new[order[::-1]], cores)
    assert second.distance_m == pytest.approx(first.distance_m, abs=1e-9)
    away = np.array([500_000.0, 200_000.0, 100.0])
    third = distances(old + away, new + away, cores + away)
    assert third.distance_m == pytest.approx(first.distance_m, abs=1e-6)
    none = distances(old, new[:0], cores)
    assert np.isnan(none.distance_m).all()
    assert not none.significant.any()


AUTZEN = Path(__file__).parents[4] / "shared" / "data" / "lidar" / "pdal"


@pytest.mark.skipif(not AUTZEN.is_dir(), reason="the sample clouds are not here")
def test_real_clouds_are_as_far_apart_as_pdal_and_cloudcompare_say() -> None:
    import laspy
    import pandas as pd

    old, new = (
        np.asarray(laspy.read(AUTZEN / f"autzen-bmx-{year}.las").xyz) for year in (2010, 2023)
    )
    pdal = pd.read_csv(AUTZEN / "autzen-bmx-m3c2.txt")
    compare = pd.read_csv(AUTZEN / "autzen-bmx-cc.txt")
    # Their radii are not written down; these are the ones that give CloudCompare's normals.
    cores = pdal[["X", "Y", "Z"]].to_numpy()
    found = distances(old, new, cores, normal_radius_m=1.4, radius_m=2.89, reach_m=5.5)
    for theirs in (pdal["m3c2_distance"], compare["M3C2 distance"]):
        apart = np.abs(found.distance_m - theirs.to_numpy())
        assert np.mean(apart < 0.01) > 0.75
        assert np.nanmedian(apart) < 0.002
    assert np.mean(found.significant == (compare["significant change"] == 1)) > 0.9


def stem(x: float, height: float, crown: float = 4.0, sure: float = 0.9) -> dict[str, object]:
    crown_shape = shapely.Point(x, 0).buffer(crown / 2)
    return {"x": x, "y": 0.0, "height_m": height, "crown_m": crown, "layer": "canopy",
            "confidence": sure, "geometry": crown_shape}  # fmt: skip


def test_two_crowns_of_a_felled_tree_are_felled_once() -> None:
    rows = [stem(0, 15), stem(3.5, 12, sure=0.5), stem(20, 12, sure=0.5), stem(30, 14)]
    old = geopandas.GeoDataFrame(rows, crs=2180)
    found = objects.trees(old, old.iloc[3:].reset_index(drop=True))
    gone = found[found["change"] == "felled"]
    assert gone["old_height_m"].tolist() == [15, 12]
    assert gone["old_row"].tolist() == [0, 2]


def test_trees_are_felled_grown_cut_back_and_planted() -> None:
    old = geopandas.GeoDataFrame([stem(0, 10), stem(20, 12), stem(40, 15), stem(60, 9)], crs=2180)
    new = geopandas.GeoDataFrame(
        [stem(0.5, 11), stem(40, 10), stem(80, 4), stem(60, 9.1)], crs=2180
    )
    rows = objects.trees(old, new).set_index("change")
    assert rows.loc["grown", "grown_m"] == pytest.approx(1.0)
    assert rows.loc["felled", "old_height_m"] == 12.0
    assert rows.loc["cut back", "grown_m"] == pytest.approx(-5.0)
    assert rows.loc["unchanged", "grown_m"] == pytest.approx(0.1)
    assert (rows.loc["new", "new_height_m"], rows.loc["new", "old_row"]) == (4.0, -1)


def test_a_crown_that_still_stands_is_not_felled_for_want_of_an_apex() -> None:
    old = geopandas.GeoDataFrame([stem(0, 10), stem(20, 12)], crs=2180)
    new = geopandas.GeoDataFrame([stem(0, 10)], crs=2180)
    rows = objects.trees(old, new, lost=np.array([0.1, 0.2]), gained=np.array([0.0]))
    assert rows["change"].tolist() == ["unchanged"]


def test_a_crown_that_is_gone_is_felled_though_another_apex_is_near() -> None:
    old = geopandas.GeoDataFrame([stem(0, 10), stem(1.2, 12), stem(20, 12)], crs=2180)
    new = geopandas.GeoDataFrame([stem(1.1, 12), stem(20.3, 6)], crs=2180)
    lost, gained = np.array([0.8, 0.0, 1.0]), np.zeros(2)
    rows = objects.trees(old, new, lost=lost, gained=gained)
    told = dict(zip(rows["old_row"], rows["change"], strict=True))
    assert told == {0: "felled", 1: "unchanged", 2: "cut back"}


def test_the_share_of_a_crown_that_is_missing_is_that_of_its_cells() -> None:
    frame = geopandas.GeoDataFrame(
        [{"x": 500_010.0, "y": 200_010.0, "height_m": 8.0, "layer": "canopy",
          "geometry": shapely.box(500_006, 200_006, 500_014, 200_014)}], crs=2180,
    )  # fmt: skip
    here, there = level(20) * 0 + 8.0, level(20) * 0 + 8.0
    there[:, 8:] = 3.0
    assert crowns.missing(frame, model(here), model(there)).tolist() == [
        pytest.approx(49 / 65, abs=0.001)
    ]
    there[:] = -9999  # the edge of the other flight: not seen, so not missing
    assert crowns.missing(frame, model(here), model(there)).tolist() == [0.0]


def house(x: float, height: float) -> dict[str, object]:
    shape = shapely.box(x, 0, x + 10, 8)
    return {"roof_p50_m": 100 + height, "height_m": height, "geometry": shape}


def test_houses_are_new_gone_raised_and_lowered() -> None:
    old = geopandas.GeoDataFrame([house(0, 5), house(20, 5), house(40, 9), house(60, 5)], crs=2180)
    new = geopandas.GeoDataFrame(
        [house(1, 8), house(40, 6), house(60, 5.2), house(80, 4)], crs=2180
    )
    rows = objects.buildings(old, new)
    assert dict(zip(rows["change"], rows["raised_m"].round(1), strict=True)) == pytest.approx(
        {"raised": 3.0, "lowered": -3.0, "unchanged": 0.2, "gone": np.nan, "new": np.nan},
        nan_ok=True,
    )
    seen = shapely.box(30, -10, 70, 20)
    inside = objects.buildings(old, new, seen_new=seen, seen_old=seen)
    assert set(inside["change"]) == {"raised", "lowered", "unchanged"}


@dataclasses.dataclass(frozen=True)
class Flight:
    trees: geopandas.GeoDataFrame
    buildings: geopandas.GeoDataFrame
    canopy: Raster


@dataclasses.dataclass(frozen=True)
class Years:
    before: Scene
    after: Scene
    old: Flight
    new: Flight
    changes: Changes


@pytest.fixture(scope="module")
def years() -> Years:
    before = town(seed=5, side_m=200.0)
    after, changes = later(before)
    made: list[Flight] = []
    for seed, scene in enumerate((before, after)):
        points, dtm = flown(scene, density=8.0, seed=seed + 1)
        extent = points.extent()
        houses = roofs(points, Grid(extent, cell_for(8.0)))
        grid = Grid(extent, 0.25)
        stems = trees.detect(points, grid, crs=2180, roofs=houses)
        canopy = highest(grid, points.x, points.y, points.over_m)[None]
        raster = Raster(canopy, grid.transform, 2180)
        made.append(Flight(stems, buildings.detect(points, dtm), raster))
    return Years(before, after, made[0], made[1], changes)


def test_the_changes_of_a_town_are_found(years: Years) -> None:
    old, new, changes = years.old, years.new, years.changes
    rows = objects.trees(
        old.trees, new.trees, lost=crowns.missing(old.trees, old.canopy, new.canopy),
        gained=crowns.missing(new.trees, new.canopy, old.canopy),
    )  # fmt: skip
    for kind, truth, height, recall in (
        ("felled", changes.felled, "old_height_m", 0.75),
        ("new", changes.planted, "new_height_m", 0.7),
    ):
        found = rows[rows["change"] == kind]
        middle = shapely.centroid(found.geometry.to_numpy())
        seen = np.column_stack([shapely.get_coordinates(middle), found[height]])
        true = np.column_stack([shapely.get_coordinates(truth.geometry), truth["height_m"]])
        pairs = len(match_trees(seen, true)[0])
        assert pairs / len(true) >= recall
        assert pairs / len(seen) >= 0.85
    told = objects.buildings(old.buildings, new.buildings)["change"].value_counts().to_dict()
    expected = {
        "new": len(changes.built), "gone": len(changes.gone), "raised": len(changes.raised),
    }  # fmt: skip
    assert {kind: told.get(kind, 0) for kind in expected} == expected


def test_earthworks_of_a_town_have_their_volumes(years: Years, tmp_path: Path) -> None:
    before, after, changes = years.before, years.after, years.changes
    rng = np.random.default_rng(1)
    for name, scene in (("old", before), ("new", after)):
        coarse = scene.ground_m.reshape(200, 4, 200, 4).mean(axis=(1, 3))
        noisy = coarse + rng.normal(0, 0.03, coarse.shape)
        transform = from_origin(scene.west, scene.north, 1.0, 1.0)
        write_cog(
            Raster(noisy[None].astype(np.float32), transform, 2180, -9999), tmp_path / f"{name}.tif"
        )
    outputs = {"difference": tmp_path / "d.tif", "earthworks": tmp_path / "e.parquet"}
    inputs = {"old": [tmp_path / "old.tif"], "new": [tmp_path / "new.tif"]}
    steps.terrain.work(inputs, outputs, old_error_m=0.03, new_error_m=0.03, registration_m=0.01)
    rows = geopandas.read_parquet(outputs["earthworks"])
    assert len(rows) == len(changes.earthworks) == 2
    for row in rows.itertuples():
        true = changes.earthworks[changes.earthworks.intersects(row.geometry)].iloc[0]
        assert row.volume_m3 == pytest.approx(true.volume_m3, rel=0.08)
    bands = read_raster(outputs["difference"]).bands
    assert bands.shape[0] == 2
    assert bands[1].max() == pytest.approx(1.96 * np.sqrt(2 * 0.03**2 + 0.01**2), abs=1e-4)


def test_steps_hand_on_files(tmp_path: Path) -> None:
    for name, points in (("old", plane()), ("new", plane(shift=0.5, seed=2))):
        x, y, z = np.rint(points * 1000).astype(np.int32).T.copy()
        scale, offset = (0.001, 0.001, 0.001), (500_000.0, 200_000.0, 100.0)
        code = np.full(len(x), 2, dtype=np.uint8)
        write_points(Points(x, y, z, scale, offset, 2180, None, code), tmp_path / f"{name}.columns")
    inputs = {name: [tmp_path / f"{name}.columns"] for name in ("old", "new")}
    core = [500_004.0, 200_004.0, 500_016.0, 200_016.0]
    steps.m3c2.work(inputs, {"distances": tmp_path / "m.parquet"}, core=core)
    rows = geopandas.read_parquet(tmp_path / "m.parquet")
    assert len(rows) == 36
    assert rows["distance_m"].to_numpy() == pytest.approx(0.5, abs=0.03)
    assert rows.crs.to_epsg() == 2180
    for year, height in (("old", 5.0), ("new", 8.0)):
        frame = geopandas.GeoDataFrame([house(0, height)], crs=2180)
        frame.to_parquet(tmp_path / f"{year}_buildings.parquet")
        stems = geopandas.GeoDataFrame([stem(50, height)], crs=2180)
        stems.to_parquet(tmp_path / f"{year}_trees.parquet")
    names = [f"{year}_{kind}" for year in ("old", "new") for kind in ("trees", "buildings")]
    steps.objects.work(
        {name: [tmp_path / f"{name}.parquet"] for name in names},
        {"trees": tmp_path / "t.parquet", "buildings": tmp_path / "b.parquet"},
    )
    assert geopandas.read_parquet(tmp_path / "t.parquet")["change"].tolist() == ["grown"]
    assert geopandas.read_parquet(tmp_path / "b.parquet")["change"].tolist() == ["raised"]
