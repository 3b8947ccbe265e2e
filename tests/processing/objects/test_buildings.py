"""Buildings are found with their outlines, heights and roofs, and nothing else is a building."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import pytest
import shapely

from processing.grid import Grid
from processing.objects import buildings
from processing.objects.outlines import main_direction, regular
from processing.objects.planes import planes
from processing.objects.returns import Returns
from processing.scene import Scene, town
from sip.crs import Extent
from tests.processing.objects.ground import (
    LEVEL_M,
    SOUTH,
    WEST,
    cone,
    flown,
    meadow,
    model,
    returns,
    spots,
    together,
)  # fmt: skip


def house(kind: str = "gable", *, turn_deg: float = 0.0) -> tuple[Returns, shapely.Polygon]:
    """Return a house of 12 by 8 m on a meadow, eaves at 4 m and ridge at 6 m, and its outline."""
    box = shapely.affinity.rotate(shapely.box(14, 16, 26, 24), turn_deg)
    x, y = spots(8, 8, 32, 32, 14.0)
    inside = shapely.contains_xy(box, x, y)
    x, y = x[inside], y[inside]
    angle = np.radians(turn_deg)
    across = np.abs(-(x - 20) * np.sin(angle) + (y - 20) * np.cos(angle))
    along = np.abs((x - 20) * np.cos(angle) + (y - 20) * np.sin(angle))
    over = {
        "flat": np.full_like(x, 6.0),
        "gable": 6.0 - across / 2,
        "hip": np.minimum(6.0 - across / 2, 6.0 - (along - 2) / 2),
        "pent": 5.0 + (-(x - 20) * np.sin(angle) + (y - 20) * np.cos(angle)) / 4,
    }[kind]
    ground = meadow()
    free = ~shapely.contains_xy(box, ground.x - WEST, ground.y - SOUTH)
    whole = together(ground.taken(free), returns(x, y, over))
    return whole, shapely.affinity.translate(box, WEST, SOUTH)


def corners(shape: shapely.Geometry) -> int:
    return len(shapely.get_coordinates(shape)) - 1


def overlap(one: shapely.Geometry, other: shapely.Geometry) -> float:
    return float(shapely.intersection(one, other).area / shapely.union(one, other).area)


@pytest.mark.parametrize("kind", ["flat", "gable", "hip", "pent"])
def test_a_house_has_its_outline_height_and_roof(kind: str) -> None:
    points, outline = house(kind, turn_deg=20.0)
    rows = buildings.detect(points, model())
    assert len(rows) == 1
    assert overlap(rows.geometry[0], outline) > 0.93
    assert corners(rows.geometry[0]) == 4
    row = rows.iloc[0]
    assert row.roof == kind
    middle = {"flat": 6.0, "gable": 5.0, "hip": 4.8, "pent": 5.0}[kind]
    assert row.height_m == pytest.approx(middle, abs=0.15)
    assert row.roof_p50_m == pytest.approx(LEVEL_M + row.height_m)
    assert row.roof_p50_m <= row.roof_p90_m <= LEVEL_M + 6.05


def test_neither_a_crown_nor_a_car_nor_a_wall_is_a_building() -> None:
    car, wall = spots(5, 30, 9, 32), spots(2, 2, 30, 2.4)
    low = returns(car[0], car[1], np.full(car.shape[1], 1.5))
    thin = returns(wall[0], wall[1], np.full(wall.shape[1], 3.0))
    parts = together(meadow(), cone(20.0, 15.0, 12.0, 4.0), low, thin)
    rows = buildings.detect(parts, model())
    assert len(rows) == 0


def test_a_bridge_is_no_building() -> None:
    x, y = spots(5, 16, 35, 23, 14.0)
    over = np.clip(np.minimum(x - 5, 35 - x) / 3, 0, 4.0)
    assert len(buildings.detect(together(meadow(), returns(x, y, over)), model())) == 0


def test_given_footprints_get_heights_and_what_lacks_a_roof_gets_none() -> None:
    points, outline = house("gable")
    yard = shapely.box(WEST + 1, SOUTH + 1, WEST + 9, SOUTH + 9)
    given = geopandas.GeoDataFrame({"no": ["a", "b"]}, geometry=[outline, yard], crs=2180)
    rows = buildings.measure(given, points, model())
    assert rows["no"].tolist() == ["a", "b"]
    assert rows.roof_p50_m[0] == pytest.approx(LEVEL_M + 5.0, abs=0.1)
    assert rows.roof_p90_m[0] == pytest.approx(LEVEL_M + 5.8, abs=0.1)
    assert rows.ground_m[0] == pytest.approx(LEVEL_M)
    assert np.isnan(rows.height_m[1])
    assert (rows.points[1], rows.roof[1]) == (0, None)


def test_few_points_give_a_height_but_no_kind_of_roof() -> None:
    points, outline = house("gable")
    thin = points.taken(np.arange(len(points)) % 7 == 0)
    given = geopandas.GeoDataFrame(geometry=[outline], crs=2180)
    row = buildings.measure(given, thin, model()).iloc[0]
    assert row.height_m == pytest.approx(5.0, abs=0.25)
    assert row.roof is None


def test_the_order_of_points_does_not_matter_and_a_shift_only_shifts() -> None:
    points, _ = house("hip", turn_deg=30.0)
    first = buildings.detect(points, model())
    order = np.random.default_rng(1).permutation(len(points))
    second = buildings.detect(
        Returns(**{k: v[order] for k, v in dataclasses.asdict(points).items()}), model()
    )
    assert second.geometry[0].equals_exact(first.geometry[0], 1e-6)
    moved = dataclasses.replace(points, x=points.x + 16.0, y=points.y + 8.0)
    third = buildings.detect(moved, model()).geometry[0]
    back = shapely.affinity.translate(third, -16.0, -8.0)
    assert back.equals_exact(first.geometry[0], 1e-6)


def test_a_plane_is_fitted_exactly_and_its_edge_is_not_rounded() -> None:
    grid = Grid(Extent(0, 0, 10, 10), 0.5)
    x, y = np.random.default_rng(1).uniform(0, 10, (2, 2000))
    fitted = planes(grid, x, y, np.where(x < 5.0, 3.0 + 0.5 * x - 0.25 * y, 20.0))
    assert np.nanmax(fitted.rough_m) < 1e-4
    assert np.nanmax(np.abs(fitted.east[:, :10] - 0.5)) < 1e-4
    assert np.nanmax(np.abs(fitted.north[:, :10] + 0.25)) < 1e-4
    assert fitted.level_m[19, 0] == pytest.approx(3.0 + 0.125 - 0.0625, abs=1e-3)


def test_an_outline_of_cells_becomes_one_with_few_corners() -> None:
    plan = shapely.Polygon([(0, 0), (20, 0), (20, 8), (12, 8), (12, 16), (0, 16)])
    turned = shapely.affinity.rotate(plan, 25, origin=(0, 0))
    x, y = np.meshgrid(np.arange(-12, 24, 0.5), np.arange(-2, 26, 0.5))
    inside = shapely.contains_xy(turned, x.ravel() + 0.25, y.ravel() + 0.25)
    cells = shapely.box(x, y, x + 0.5, y + 0.5).ravel()[inside]
    whole = shapely.union_all(cells)
    assert isinstance(whole, shapely.Polygon)
    made = regular(whole, step_m=0.6)
    assert corners(made) <= 8
    assert overlap(made, turned) > 0.95
    assert main_direction(made) == pytest.approx(25.0, abs=2.0)
    inner = regular(whole, step_m=0.6, inset_m=0.5)
    assert overlap(inner, turned.buffer(-0.5, join_style="mitre")) > 0.93


@pytest.fixture(scope="module")
def quarter() -> Scene:
    return town(seed=5, side_m=200.0)


@pytest.mark.parametrize(("density", "least"), [(4.0, 0.88), (10.0, 0.92)])
def test_every_house_of_a_town_is_found(quarter: Scene, density: float, least: float) -> None:
    points, dtm = flown(quarter, density=density)
    rows = buildings.detect(points, dtm)
    assert overlap(rows.union_all(), quarter.buildings.union_all()) > least
    assert len(rows) == len(quarter.buildings)
    heights = buildings.measure(quarter.buildings[["geometry"]], points, dtm)
    flat = quarter.buildings["roof"] == "flat"
    wrong = heights["roof_p50_m"][flat] - quarter.buildings["ridge_m"][flat]
    assert np.sqrt(np.mean(wrong**2)) < 0.1
    told = heights["roof"].notna()
    assert told.sum() > 0.9 * len(heights)
    assert (heights["roof"] == quarter.buildings["roof"])[told].mean() > 0.9
