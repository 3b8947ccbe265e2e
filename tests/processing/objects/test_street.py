"""Kerbs, lamps and signs are found in dense flights, and thin ones are told that they cannot."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely

from processing.cloud.points import Points, write_points
from processing.objects import kerbs, poles, steps
from processing.objects.matching import pair
from processing.raster import Raster, write_cog
from processing.scene import Scene, scan, town
from sip.errors import DataError
from tests.processing.objects.ground import (
    SOUTH,
    WEST,
    cone,
    meadow,
    returns,
    spots,
    together,
)  # fmt: skip


def ramp(step: float) -> tuple[float, geopandas.GeoDataFrame]:
    """Return how the ground of a slope with a step at x + 0.3 y = 20 m is read."""
    x, y = spots(0, 0, 40, 30, 16.0)
    noise = np.random.default_rng(1).normal(0, 0.02, len(x))
    over = 0.05 * y + 0.02 * x + step * (x + 0.3 * y > 20) + noise
    points = returns(x, y, over)
    every = np.ones(len(x), dtype=bool)
    found = kerbs.detect(dataclasses.replace(points, ground=every), crs=2180)
    return float(found["length_m"].sum()), found


def test_a_step_in_a_slope_is_a_kerb_of_its_height() -> None:
    length, found = ramp(0.12)
    assert length == pytest.approx(30 * np.hypot(1, 0.3), rel=0.2)
    assert found["step_m"][0] == pytest.approx(0.12, abs=0.02)
    line = shapely.LineString([(WEST + 20, SOUTH), (WEST + 11, SOUTH + 30)])
    assert found.distance(line).max() < 0.3


@pytest.mark.parametrize("step", [0.0, 0.6])
def test_neither_a_slope_nor_a_wall_is_a_kerb(step: float) -> None:
    assert ramp(step)[0] == 0.0


def test_a_lamp_stands_alone_and_a_tree_does_not() -> None:
    rng = np.random.default_rng(1)
    near = 20.0 + rng.normal(0, 0.05, 5)
    lamp = returns(near, np.full(5, 20.0), np.array([2.0, 4.0, 6.0, 7.0, 8.0]))
    sign = returns(np.full(2, 30.0), np.full(2, 20.0), np.array([2.1, 2.6]))
    rows = poles.detect(together(meadow(), lamp, sign, cone(10.0, 10.0, 9.0, 3.0)), crs=2180)
    assert rows["kind"].tolist() == ["lamp", "sign"]
    assert rows["height_m"].tolist() == [8.0, 2.6]
    assert rows.geometry.x.to_numpy() - WEST == pytest.approx([20.0, 30.0], abs=0.1)
    assert rows["confidence"][0] > rows["confidence"][1] > 0


@pytest.fixture(scope="module")
def quarter() -> Scene:
    return town(seed=5, side_m=200.0)


def files(scene: Scene, density: float, folder: Path) -> dict[str, list[Path]]:
    cloud = scan(scene, density=density)
    scale, offset = (0.001, 0.001, 0.001), (scene.west, scene.extent.south, 0.0)
    x, y, z = np.rint((cloud.xyz - offset) / 0.001).astype(np.int32).T.copy()
    points = Points(
        x, y, z, scale, offset, scene.crs, 9651, cloud.code,
        return_number=cloud.number, number_of_returns=cloud.count,
    )  # fmt: skip
    write_points(points, folder / "points.columns")
    ground = scene.ground_m[None].astype(np.float32)
    write_cog(Raster(ground, scene.transform, scene.crs, -9999), folder / "dtm.tif")
    scene.kerbs.to_parquet(folder / "roads.parquet")
    names = {"points": "points.columns", "dtm": "dtm.tif", "roads": "roads.parquet"}
    return {name: [folder / file] for name, file in names.items()}


def test_a_street_has_its_kerbs_and_some_of_its_poles(quarter: Scene, tmp_path: Path) -> None:
    outputs = {"poles": tmp_path / "poles.parquet", "kerbs": tmp_path / "kerbs.parquet"}
    steps.street.work(files(quarter, 14.0, tmp_path), outputs)
    found = geopandas.read_parquet(outputs["kerbs"])
    truth, seen = quarter.kerbs.union_all(), found.union_all()
    length = shapely.length(shapely.intersection(truth, seen.buffer(0.5)))
    assert length / truth.length > 0.75
    assert shapely.length(shapely.intersection(seen, truth.buffer(0.5))) / seen.length > 0.85
    posts = geopandas.read_parquet(outputs["poles"])
    places, true = (shapely.get_coordinates(one.geometry) for one in (posts, quarter.poles))
    pairs = len(pair(places, true, np.full(len(true), 1.0))[0])
    # One in five stands in a crown or gets no pulse.
    assert pairs / len(quarter.poles) > 0.55
    assert pairs / len(posts) > 0.9


def test_four_points_per_square_metre_are_refused_and_told_why(
    quarter: Scene, tmp_path: Path
) -> None:
    outputs = {"poles": tmp_path / "poles.parquet", "kerbs": tmp_path / "kerbs.parquet"}
    with pytest.raises(DataError, match=r"[34]\.\d pulses per square metre are too few for kerbs"):
        steps.street.work(files(quarter, 4.0, tmp_path), outputs)
