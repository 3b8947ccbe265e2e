"""Rectangles and spatial functions, against shapely in each CRS."""

from __future__ import annotations

import functools
from typing import Any

import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip import crs
from sip.crs import CRS84_CODE, Extent
from sip.errors import QueryError
from sip.query import Box, parse_text, select
from sip.query.shapes import box_of, from_box, moved
from tests.query import conftest
from tests.query.conftest import STORAGE, Things

pytestmark = pytest.mark.database

CODES = [CRS84_CODE, 2178, 2180, 3857, 4258, 4326]
QUICK = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PLACES = st.tuples(st.floats(-0.2, 1.2), st.floats(-0.2, 1.2))
PREDICATES = {
    "s_intersects": shapely.intersects,
    "s_disjoint": shapely.disjoint,
    "s_within": shapely.within,
    "s_contains": shapely.contains,
    "s_overlaps": shapely.overlaps,
    "s_touches": shapely.touches,
    "s_crosses": shapely.crosses,
    "s_equals": shapely.equals,
}


@functools.cache
def area(code: int) -> Extent:
    """Return the rectangle around the rows in a CRS, x, y."""
    return Extent(7_480_000, 5_640_000, 7_500_300, 5_660_200).transformed(STORAGE, code)


def at(code: int, place: tuple[float, float]) -> tuple[float, float]:
    own = area(code)
    x, y = place
    return own.west + x * (own.east - own.west), own.south + y * (own.north - own.south)


def judged(
    things: Things, code: int, shape: shapely.Geometry, operator: str
) -> tuple[set[int], set[int]]:
    """Return the rows that surely answer, and those too near an edge to tell (5 cm)."""
    own = moved(shape, source=code, storage=STORAGE)
    surely, doubtful = set(), set()
    for row in things.rows:
        if shapely.distance(row["geom"].boundary, own.boundary) < 0.05:
            doubtful.add(row["id"])
        elif PREDICATES[operator](row["geom"], own):
            surely.add(row["id"])
    return surely, doubtful


@QUICK
@given(code=st.sampled_from(CODES), one=PLACES, two=PLACES)
def test_a_box_in_any_crs_selects_the_rows_that_meet_it(
    things: Things, code: int, one: tuple[float, float], two: tuple[float, float]
) -> None:
    (a, b), (c, d) = at(code, one), at(code, two)
    extent = Extent(min(a, c), min(b, d), max(a, c), max(b, d))
    # Each vertex is tried in the box's own CRS, where the box is straight: nothing is densified.
    found = set(things.ids(bbox=Box(extent, code)))
    box = shapely.box(extent.west, extent.south, extent.east, extent.north)
    for row in things.rows:
        own = conftest.moved(shapely.segmentize(row["geom"], 10), STORAGE, code)
        unit = 1e-7 if crs.is_geographic(code) else 0.05
        if shapely.distance(own.boundary, box.boundary) > unit:
            assert (row["id"] in found) == shapely.intersects(own, box)


@QUICK
@given(
    code=st.sampled_from(CODES),
    operator=st.sampled_from(list(PREDICATES)),
    corners=st.lists(PLACES, min_size=3, max_size=6),
)
def test_spatial_functions_agree_with_shapely(
    things: Things, code: int, operator: str, corners: list[tuple[float, float]]
) -> None:
    shape = shapely.convex_hull(shapely.MultiPoint([at(code, one) for one in corners]))
    if shape.geom_type != "Polygon":
        return
    ring = [list(point) for point in shape.exterior.coords]
    if crs.northing_first(code):
        ring = [point[::-1] for point in ring]
    tree = {
        "op": operator,
        "args": [{"property": "geom"}, {"type": "Polygon", "coordinates": [ring]}],
    }
    found = set(things.ids(filter=tree, filter_crs=code))
    surely, doubtful = judged(things, code, shape, operator)
    assert found - doubtful == surely - doubtful


def test_a_row_equals_and_contains_itself_in_the_storage_crs(things: Things) -> None:
    row = things.rows[4]
    node = {"type": "MultiPolygon", "coordinates": shapely.geometry.mapping(
        shapely.transform(row["geom"], lambda xy: xy[:, ::-1]))["coordinates"]}  # fmt: skip
    for operator in ("s_equals", "s_contains", "s_within"):
        tree = {"op": operator, "args": [{"property": "geom"}, node]}
        assert row["id"] in things.ids(filter=tree, filter_crs=STORAGE)


def test_a_box_over_the_antimeridian_reaches_round_the_back_of_the_world(things: Things) -> None:
    everything = [row["id"] for row in things.rows]
    assert things.ids(bbox=Box(Extent(10, -80, -170, 80))) == everything
    assert things.ids(bbox=Box(Extent(170, -80, -170, 80))) == []


def test_a_box_of_the_whole_world_needs_no_condition() -> None:
    assert from_box(Box(Extent(-180, -90, 180, 90)), storage=STORAGE) is None


def test_a_geometry_far_from_the_storage_crs_meets_nothing(things: Things) -> None:
    for text in (
        "S_INTERSECTS(geom, POLYGON((-79 43, -78 43, -78 44, -79 43)))",
        "S_INTERSECTS(geom, POINT(36 -80))",
        "S_EQUALS(geom, POLYGON((-0.3 89, -102 -0.5, -179 -89, -1.9 89, -0.3 89)))",
    ):
        assert things.ids(filter=parse_text(text)) == []


def test_a_polygon_that_crosses_itself_is_taken_by_its_parts(things: Things) -> None:
    text = "S_INTERSECTS(geom, POLYGON((20 50, 22 52, 22 50, 20 52, 20 50)))"
    assert things.ids(filter=parse_text(text))


def test_boxes_are_read_in_the_order_of_axes_of_their_crs() -> None:
    assert box_of([1, 2, 3, 4], CRS84_CODE).extent == Extent(1, 2, 3, 4)
    assert box_of([1, 2, 3, 4], 4326).extent == Extent(2, 1, 4, 3)
    assert box_of([5_600_000, 7_400_000, 5_700_000, 7_500_000], 2178).extent == Extent(
        7_400_000, 5_600_000, 7_500_000, 5_700_000
    )
    assert box_of([1, 2, -9, 3, 4, 9], CRS84_CODE).extent == Extent(1, 2, 3, 4)


@pytest.mark.parametrize("numbers", [[1, 2, 3], [1, 2, 3, 4, 5], [1, 9, 3, 4], [float("nan")] * 4,
                                     [1, -95, 3, 4], [True, 1, 2, 3]])  # fmt: skip
def test_what_is_no_box_is_refused(numbers: list[float]) -> None:
    with pytest.raises(QueryError):
        box_of(numbers, CRS84_CODE)


@pytest.mark.parametrize("code", CODES)
def test_features_come_in_the_order_of_axes_of_their_crs(things: Things, code: int) -> None:
    import orjson

    [record] = things.fetch(select.features(things.query(ids=[7], crs=code)))
    geometry = orjson.loads(record["feature"])["geometry"]
    first = geometry["coordinates"][0][0][0]
    expected = conftest.moved(things.rows[6]["geom"], STORAGE, code)
    points: Any = shapely.get_coordinates(expected).tolist()
    if crs.northing_first(code):
        points = [point[::-1] for point in points]
    unit = 1e-7 if crs.is_geographic(code) else 1e-3
    assert any(abs(first[0] - x) < unit and abs(first[1] - y) < unit for x, y in points)
