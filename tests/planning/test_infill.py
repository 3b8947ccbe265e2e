"""Infill areas: paper examples, and a slow reference that says the same."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import shapely
from scipy.sparse.csgraph import connected_components
from shapely.geometry.base import BaseGeometry

from sip.planning.analysis import declared, infill
from sip.planning.analysis.declared import Infill

ROOT = Path(__file__).parents[2]
X, Y = 7_480_000.0, 5_620_000.0


@pytest.fixture(scope="module")
def rule() -> Infill:
    return declared.read(ROOT).infill


def house(east: float, north: float, side: float = 10.0) -> BaseGeometry:
    return shapely.box(X + east, Y + north, X + east + side, Y + north + side)


def row(count: int, gap_m: float) -> list[BaseGeometry]:
    return [house(at * (10.0 + gap_m), 0.0) for at in range(count)]


def reference(outlines: list[BaseGeometry], rule: Infill) -> BaseGeometry:
    """The published steps, one by one, with all distances measured."""
    shapes = np.array(outlines, dtype=np.object_)
    near = shapely.distance(shapes[:, None], shapes[None, :]) <= rule.reach_m
    label = connected_components(near)[1]
    counted = [s for s, g in zip(shapes, label, strict=True) if (label == g).sum() >= 5]
    whole = shapely.union_all([one.buffer(rule.buffer_m, quad_segs=8) for one in counted])
    filled = []
    for part in shapely.get_parts(whole):
        rings = [one for one in part.interiors if shapely.Polygon(one).area > rule.hole_m2]
        filled.append(shapely.Polygon(part.exterior, rings))
    drawn = infill.on_millimetres(shapely.union_all(filled))
    return drawn.buffer(-rule.shrink_m, quad_segs=8)


def test_four_houses_are_no_group_and_five_are(rule: Infill) -> None:
    assert infill.areas(row(4, 20.0), rule) == []
    (found,) = infill.areas(row(5, 20.0), rule)
    assert found.buildings == 5


def test_a_hundred_metres_link_houses_and_more_do_not(rule: Infill) -> None:
    linked = infill.groups(np.array(row(5, 100.0), dtype=np.object_), rule.reach_m)
    apart = infill.groups(np.array(row(5, 100.01), dtype=np.object_), rule.reach_m)
    assert (len(set(linked)), len(set(apart))) == (1, 5)


def test_five_houses_side_by_side_are_ten_metres_around_them(rule: Infill) -> None:
    (found,) = infill.areas(row(5, 0.0), rule)
    on_paper = 50 * 10 + 2 * (50 + 10) * 10 + math.pi * 10**2
    assert found.shape.area == pytest.approx(on_paper, rel=0.01)
    assert found.shape.bounds == pytest.approx((X - 10, Y - 10, X + 60, Y + 20), abs=0.5)


def ring(radius_m: float, count: int) -> list[BaseGeometry]:
    angles = [2 * math.pi * at / count for at in range(count)]
    return [house(radius_m * math.cos(a), radius_m * math.sin(a)) for a in angles]


def test_small_holes_are_filled_and_large_ones_stay(rule: Infill) -> None:
    (small,) = infill.areas(ring(85.0, 16), rule)
    (large,) = infill.areas(ring(150.0, 24), rule)
    assert isinstance(small.shape, shapely.Polygon)
    assert isinstance(large.shape, shapely.Polygon)
    assert (len(small.shape.interiors), len(large.shape.interiors)) == (0, 1)


@pytest.mark.parametrize("seed", range(6))
def test_it_says_what_the_reference_says(rule: Infill, seed: int) -> None:
    rng = np.random.default_rng(seed)
    places = rng.uniform(0, 1500 + 500 * seed, (150, 2))
    outlines = [house(east, north, 5 + 10 * rng.random()) for east, north in places]
    found = shapely.union_all([one.shape for one in infill.areas(outlines, rule)])
    assert found.symmetric_difference(reference(outlines, rule)).area < 1e-6


def test_the_last_digits_of_a_shape_do_not_decide_how_it_is_drawn_in(rule: Infill) -> None:
    rng = np.random.default_rng(1)
    middles = rng.uniform(0, 5000, (40, 2))
    corner = middles[rng.integers(0, 40, 2000)] + rng.normal(0, 150, (2000, 2)) + [X, Y]
    outlines = shapely.box(*corner.T, *(corner + rng.uniform(6, 20, (2000, 2))).T)
    around = shapely.buffer(outlines, rule.buffer_m, quad_segs=8)
    one, other = shapely.union_all(around), shapely.disjoint_subset_union_all(around)

    def apart(*shapes: BaseGeometry) -> float:
        drawn = [shape.buffer(-rule.shrink_m, quad_segs=8) for shape in shapes]
        return drawn[0].symmetric_difference(drawn[1]).area

    assert one.symmetric_difference(other).area < 1e-3
    assert apart(one, shapely.reverse(other)) > 0.1, "GEOS no longer asks where rings begin"
    assert apart(infill.on_millimetres(one), infill.on_millimetres(shapely.reverse(other))) < 1e-6


def test_areas_are_cut_to_the_gmina_and_say_how_far_a_plan_may_go(rule: Infill) -> None:
    found = infill.areas(row(5, 0.0), rule)
    border = shapely.box(X, Y - 100, X + 1000, Y + 100)
    table = infill.table(found, rule, 2178, border)
    assert table.shapes is not None
    assert table.shapes[0].bounds[0] == X
    assert "250" in table.notes[0].pl
