"""Shares of a plot are exactly the whole of it."""

from __future__ import annotations

import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip.report.shares import divide, hundredths

PLOT = shapely.box(0, 0, 100, 100)


def told(areas: list[tuple[int, shapely.Polygon]]) -> list[tuple[int | None, float]]:
    return [(one.row, one.pct) for one in divide(PLOT, areas).shares]


def test_what_no_area_covers_is_named_last() -> None:
    assert told([(7, shapely.box(0, 0, 25, 100)), (8, shapely.box(25, 0, 60, 100))]) == [
        (8, 35.0), (7, 25.0), (None, 40.0),
    ]  # fmt: skip


def test_the_first_of_two_overlapping_areas_keeps_the_ground() -> None:
    division = divide(PLOT, [(1, shapely.box(0, 0, 60, 100)), (2, shapely.box(40, 0, 100, 100))])
    assert [(one.row, one.pct) for one in division.shares] == [(1, 60.0), (2, 40.0)]
    assert division.overlap_m2 == 2000


def test_boundaries_that_differ_by_less_than_a_square_metre_make_no_share() -> None:
    assert told([(1, shapely.box(-1, -1, 101, 99.995)), (2, shapely.box(0, 99.995, 100, 101))]) == [
        (1, 100.0)
    ]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.floats(0.01, 1e6), min_size=1, max_size=40))
def test_hundredths_of_a_percent_always_sum_to_the_whole(parts: list[float]) -> None:
    found = hundredths(parts)
    assert sum(found) == 10_000
    assert all(
        abs(one - 10_000 * part / sum(parts)) < 1 for one, part in zip(found, parts, strict=True)
    )
