"""Tiles side by side give what one large tile gives."""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely

from processing.cloud.points import Points, write_points
from processing.objects import steps
from processing.raster import Raster, write_cog
from processing.scene import scan, town
from sip.errors import DataError

SCALE = (0.001, 0.001, 0.001)


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Path]]:
    """Files of a town's points and terrain."""
    folder = tmp_path_factory.mktemp("town")
    scene = town(seed=5, side_m=200.0)
    cloud = scan(scene, density=6.0)
    offset = (scene.west, scene.extent.south, 0.0)
    x, y, z = np.rint((cloud.xyz - offset) / SCALE).astype(np.int32).T.copy()
    points = Points(
        x, y, z, SCALE, offset, scene.crs, 9651, cloud.code,
        return_number=cloud.number, number_of_returns=cloud.count,
    )  # fmt: skip
    write_points(points, folder / "points.columns")
    ground = scene.ground_m[None].astype(np.float32)
    write_cog(Raster(ground, scene.transform, scene.crs, -9999), folder / "dtm.tif")
    scene.buildings[["building_id", "geometry"]].to_parquet(folder / "footprints.parquet")
    return {
        "points": [folder / "points.columns"], "dtm": [folder / "dtm.tif"],
        "footprints": [folder / "footprints.parquet"],
    }  # fmt: skip


type Files = dict[str, list[Path]]


def halves(inputs: Files, folder: Path) -> list[tuple[Files, list[float]]]:
    """Return the inputs and cores of two tiles that divide the town in the middle of its houses."""
    from processing.cloud.points import read_points

    points = read_points(inputs["points"][0])
    west, south = points.offset[:2]
    made = []
    for at, (left, right) in enumerate(((0.0, 71.3), (71.3, 200.0))):
        core = [west + left, south, west + right, south + 200.0]
        x = points.east() - west
        file = folder / f"{at}.columns"
        write_points(points.taken((x >= left - 30) & (x < right + 30)), file)
        made.append((inputs | {"points": [file]}, core))
    return made


def written(file: Path) -> geopandas.GeoDataFrame:
    return geopandas.read_parquet(file)


def test_two_tiles_have_the_trees_of_one(quarter: dict[str, list[Path]], tmp_path: Path) -> None:
    steps.trees.work(quarter, {"trees": tmp_path / "all.parquet"}, density=6.0)
    parts = []
    for at, (inputs, core) in enumerate(halves(quarter, tmp_path)):
        steps.trees.work(inputs, {"trees": tmp_path / f"{at}.parquet"}, core=core, density=6.0)
        parts.append(written(tmp_path / f"{at}.parquet"))
    whole = written(tmp_path / "all.parquet")
    assert list(whole.columns) == [
        "x", "y", "height_m", "crown_m", "confidence", "layer", "geometry",
    ]  # fmt: skip
    assert whole.crs.to_epsg() == 2180
    apart = {(round(r.x, 2), round(r.y, 2)) for part in parts for r in part.itertuples()}
    assert apart == {(round(r.x, 2), round(r.y, 2)) for r in whole.itertuples()}
    assert sum(map(len, parts)) == len(whole)


def test_two_tiles_have_the_houses_of_one(quarter: dict[str, list[Path]], tmp_path: Path) -> None:
    steps.buildings.work(quarter, {"buildings": tmp_path / "all.parquet"}, density=6.0)
    files = [tmp_path / f"{at}.parquet" for at in range(2)]
    for file, (inputs, core) in zip(files, halves(quarter, tmp_path), strict=True):
        steps.buildings.work(inputs, {"buildings": file}, core=core, density=6.0)
    steps.merge.work({"buildings": files}, {"buildings": tmp_path / "merged.parquet"})
    whole, merged = written(tmp_path / "all.parquet"), written(tmp_path / "merged.parquet")
    assert len(merged) == len(whole)
    one, other = whole.union_all(), merged.union_all()
    assert one.intersection(other).area / one.union(other).area > 0.99


def test_parts_that_touch_become_one_building() -> None:
    from processing.objects.buildings import merged

    shapes = [shapely.box(0, 0, 10, 10), shapely.box(10, 0, 30, 10), shapely.box(30.1, 0, 40, 10)]
    parts = geopandas.GeoDataFrame(
        {
            "roof_p50_m": [6.0, 8.0, 3.0], "roof_p90_m": [7.0, 9.0, 4.0], "ground_m": 1.0,
            "height_m": [5.0, 7.0, 2.0], "roof": ["flat", "gable", "flat"],
            "points": [100, 300, 50], "confidence": 1.0, "whole": [False, False, True],
        },
        geometry=shapes, crs=2180,
    )  # fmt: skip
    rows = merged(parts)
    assert len(rows) == 1
    assert rows.height_m[0] == pytest.approx((500 + 2100 + 100) / 450)
    assert rows.roof[0] == "gable"
    assert rows.geometry[0].area == pytest.approx(400.0, abs=1.5)
    assert len(merged(parts.assign(whole=True))) == 3


def test_given_footprints_are_measured(quarter: dict[str, list[Path]], tmp_path: Path) -> None:
    steps.heights.work(quarter, {"heights": tmp_path / "heights.parquet"})
    rows = written(tmp_path / "heights.parquet")
    assert rows["building_id"].is_unique
    assert (rows["height_m"] > 2.0).all()
    assert set(rows["roof"].dropna()) <= {"flat", "pent", "gable", "hip", "other"}


def test_a_terrain_model_of_another_crs_is_refused(
    quarter: dict[str, list[Path]], tmp_path: Path
) -> None:
    from processing.raster import read_raster

    dtm = read_raster(quarter["dtm"][0])
    other = Raster(dtm.bands, dtm.transform, 2178, dtm.nodata)
    write_cog(other, tmp_path / "other.tif")
    inputs = quarter | {"dtm": [tmp_path / "other.tif"]}
    with pytest.raises(DataError, match="EPSG:2178"):
        steps.trees.work(inputs, {"trees": tmp_path / "trees.parquet"})


def test_an_empty_tile_has_no_things(quarter: dict[str, list[Path]], tmp_path: Path) -> None:
    from processing.cloud.points import read_points

    write_points(read_points(quarter["points"][0]).taken(slice(0, 0)), tmp_path / "none.columns")
    inputs = quarter | {"points": [tmp_path / "none.columns"]}
    steps.trees.work(inputs, {"trees": tmp_path / "trees.parquet"}, core=[0, 0, 1, 1])
    steps.buildings.work(inputs, {"buildings": tmp_path / "b.parquet"}, core=[0, 0, 1, 1])
    assert len(written(tmp_path / "trees.parquet")) == len(written(tmp_path / "b.parquet")) == 0
