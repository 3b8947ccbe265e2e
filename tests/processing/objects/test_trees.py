"""Trees are found where they stand, and nothing else is a tree."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import pytest
import shapely

from processing.grid import Grid
from processing.objects import trees
from processing.objects.matching import Score, match_trees, pair
from processing.objects.returns import Returns
from processing.objects.roofs import cell_for, roofs
from processing.scene import Scene, forest, town
from tests.processing.objects.ground import (
    SOUTH,
    WEST,
    cone,
    flown,
    meadow,
    returns,
    spots,
    together,
)  # fmt: skip


def found(parts: Returns, *, cell: float = 0.25) -> geopandas.GeoDataFrame:
    houses = roofs(parts, Grid(parts.extent(), cell_for(parts.density())))
    return trees.detect(parts, Grid(parts.extent(), cell), crs=2180, roofs=houses)


def score(scene: Scene, *, density: float) -> tuple[Score, float]:
    parts, _ = flown(scene, density=density)
    rows = found(parts, cell=trees.cell_for(density))
    truth = np.column_stack([scene.trees.geometry.x, scene.trees.geometry.y, scene.trees.height_m])
    places = rows[["x", "y", "height_m"]].to_numpy(dtype=np.float64)
    left, right = match_trees(places, truth)
    errors = places[left, 2] - truth[right, 2]
    return Score(len(places), len(truth), len(left)), float(np.sqrt(np.mean(errors**2)))


def test_a_cone_is_a_tree_of_its_height_and_width() -> None:
    rows = found(together(meadow(), cone(20.0, 15.0, 12.0, 3.0)))
    assert len(rows) == 1
    tree = rows.iloc[0]
    assert (tree.x - WEST, tree.y - SOUTH) == pytest.approx((20.0, 15.0), abs=0.4)
    assert tree.height_m == pytest.approx(12.0)
    # The crown ends at 0.4 of the height, three quarters of the way down this cone.
    assert tree.crown_m == pytest.approx(4.5, abs=0.5)
    assert tree.geometry.contains(shapely.Point(tree.x, tree.y))


def test_neither_a_roof_nor_a_pole_nor_a_shrub_is_a_tree() -> None:
    x, y = spots(8, 8, 18, 18, 14.0)
    roof = returns(x, y, np.full_like(x, 6.0))
    a, b = spots(29.9, 29.9, 30.1, 30.1, 600.0)
    pole = returns(a, b, np.linspace(0.2, 8.0, len(a)))
    assert len(found(together(meadow(), roof, pole, cone(5.0, 32.0, 1.6, 1.0)))) == 0


def test_two_cones_are_two_trees_and_one_in_the_shade_is_a_third() -> None:
    x, y = spots(18.0, 13.0, 21.0, 16.0, 20.0)
    young = returns(x, y, 4.0 - np.hypot(x - 19.5, y - 14.5), several=True)
    crown = cone(20.0, 15.0, 20.0, 4.0)
    high = crown.taken(crown.over_m > 9.0)
    rows = found(together(meadow(), high, cone(30.0, 15.0, 14.0, 3.5), young))
    assert rows["layer"].tolist() == ["canopy", "canopy", "shade"]
    assert rows["height_m"].tolist() == sorted(rows["height_m"], reverse=True)
    assert rows["confidence"].iloc[2] < rows["confidence"].iloc[0]


def test_trees_are_found_without_numbers_of_returns() -> None:
    parts, _ = flown(forest(7, side_m=40.0), density=8.0)
    none, every = np.zeros(len(parts), bool), np.ones(len(parts), bool)
    blank = found(dataclasses.replace(parts, several=none, last=every))
    assert len(blank) == pytest.approx(len(found(parts)), rel=0.1)


def test_regrowth_within_a_stand_is_no_tree_and_a_young_tree_in_a_meadow_is() -> None:
    tall = [cone(x, y, 30.0, 4.0) for x in (6, 13, 20, 27) for y in (6, 13, 20, 27)]
    young = cone(16.5, 16.5, 3.0, 1.0)
    stand = found(together(meadow(), *[one.taken(one.over_m > 9) for one in tall], young))
    assert stand["height_m"].tolist() == pytest.approx([30.0] * len(tall))
    assert found(together(meadow(), young))["height_m"].tolist() == pytest.approx([3.0])


def test_the_order_of_points_does_not_matter_and_a_shift_only_shifts() -> None:
    parts = together(meadow(), cone(20.0, 15.0, 12.0, 3.0), cone(26.0, 15.0, 9.0, 2.5))
    rows = found(parts)
    order = np.random.default_rng(1).permutation(len(parts))
    other = found(Returns(**{k: v[order] for k, v in dataclasses.asdict(parts).items()}))
    assert other.geometry.geom_equals(rows.geometry).all()
    shifted = dataclasses.replace(parts, x=parts.x + 1024.0, y=parts.y - 512.0)
    moved = found(shifted)
    assert moved["x"].to_numpy() - 1024.0 == pytest.approx(rows["x"].to_numpy())
    assert moved["height_m"].tolist() == rows["height_m"].tolist()


def test_trees_of_a_forest_are_found_at_two_densities() -> None:
    scene = forest(seed=11, side_m=60.0)
    dense, error = score(scene, density=12.0)
    assert dense.f1 > 0.68
    assert dense.precision > 0.78
    assert error < 1.2
    sparse, _ = score(scene, density=4.0)
    assert sparse.f1 > 0.62


def test_trees_of_a_town_are_found_and_its_houses_are_not() -> None:
    dense, _ = score(town(seed=5, side_m=200.0), density=8.0)
    assert dense.recall > 0.8
    assert dense.precision > 0.85


def test_pairs_are_one_to_one_and_the_closest_first() -> None:
    true = np.array([[0.0, 0.0, 10.0], [2.0, 0.0, 10.0]])
    seen = np.array([[0.4, 0.0, 10.0], [0.9, 0.0, 10.0], [50.0, 0.0, 10.0]])
    left, right = match_trees(seen, true)
    assert sorted(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 0), (1, 1)]
    assert Score(3, 2, 2).f1 == pytest.approx(0.8)
    assert [len(one) for one in pair(np.empty((0, 3)), true, np.ones(2))] == [0, 0]


def test_the_reach_of_a_pair_grows_with_the_height() -> None:
    seen = np.array([[3.0, 0.0, 5.0], [103.0, 0.0, 20.0]])
    true = np.array([[0.0, 0.0, 5.0], [100.0, 0.0, 20.0]])
    assert match_trees(seen, true)[1].tolist() == [1]


def test_no_points_are_no_trees() -> None:
    nothing = returns(np.empty(0), np.empty(0), np.empty(0))
    grid = Grid(meadow().extent(), 0.5)
    assert len(trees.detect(nothing, grid, crs=2180)) == 0
