"""Instants and intervals, against the same relations in Python."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip.query import Interval
from sip.query.times import RELATIONS
from tests.query.conftest import Things

pytestmark = pytest.mark.database

type Span = tuple[datetime.date, datetime.date]
EXPECTED: dict[str, Callable[[Span, Span], bool]] = {
    "t_after": lambda a, b: a[0] > b[1],
    "t_before": lambda a, b: a[1] < b[0],
    "t_contains": lambda a, b: a[0] < b[0] and a[1] > b[1],
    "t_disjoint": lambda a, b: a[1] < b[0] or a[0] > b[1],
    "t_during": lambda a, b: a[0] > b[0] and a[1] < b[1],
    "t_equals": lambda a, b: a == b,
    "t_finishedby": lambda a, b: a[0] < b[0] and a[1] == b[1],
    "t_finishes": lambda a, b: a[0] > b[0] and a[1] == b[1],
    "t_intersects": lambda a, b: a[0] <= b[1] and a[1] >= b[0],
    "t_meets": lambda a, b: a[1] == b[0],
    "t_metby": lambda a, b: a[0] == b[1],
    "t_overlappedby": lambda a, b: b[0] < a[0] < b[1] < a[1],
    "t_overlaps": lambda a, b: a[0] < b[0] < a[1] < b[1],
    "t_startedby": lambda a, b: a[0] == b[0] and a[1] > b[1],
    "t_starts": lambda a, b: a[0] == b[0] and a[1] < b[1],
}
DAYS = st.dates(datetime.date(2019, 12, 1), datetime.date(2024, 12, 1))
QUICK = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
NOON = datetime.time(12, tzinfo=datetime.UTC)


def test_every_relation_of_the_standard_is_there() -> None:
    assert set(RELATIONS) == set(EXPECTED)


@QUICK
@given(data=st.data(), operator=st.sampled_from(list(EXPECTED)))
def test_intervals_of_days_lie_to_one_another_as_the_standard_says(
    things: Things, data: st.DataObject, operator: str
) -> None:
    ends = [d for row in things.rows for d in (row["valid_from"], row["valid_to"]) if d]
    one, two = data.draw(DAYS | st.sampled_from(ends)), data.draw(DAYS | st.sampled_from(ends))
    other = (min(one, two), max(one, two))
    tree = {
        "op": operator,
        "args": [
            {"interval": [{"property": "valid_from"}, {"property": "valid_to"}]},
            {"interval": [day.isoformat() for day in other]},
        ],
    }
    wanted = [
        row["id"]
        for row in things.rows
        if row["valid_from"] and row["valid_to"]
        and EXPECTED[operator]((row["valid_from"], row["valid_to"]), other)
    ]  # fmt: skip
    assert things.ids(filter=tree) == wanted


@pytest.mark.parametrize("operator", ["t_after", "t_before", "t_during", "t_intersects"])
def test_a_date_is_its_whole_day_beside_a_timestamp(things: Things, operator: str) -> None:
    row = next(row for row in things.rows if row["seen"])
    day, seen = row["seen"].date(), row["seen"]
    tree = {"op": operator, "args": [{"property": "seen"}, {"date": day.isoformat()}]}
    expected = {
        "t_after": lambda value: value.date() > day,
        "t_before": lambda value: value.date() < day,
        "t_during": lambda value: value.date() == day and value.hour > 0,
        "t_intersects": lambda value: value.date() == day,
    }[operator]
    wanted = [one["id"] for one in things.rows if one["seen"] and expected(one["seen"])]
    assert things.ids(filter=tree) == wanted
    assert (row["id"] in wanted) == expected(seen)


def test_an_open_end_reaches_for_ever(things: Things) -> None:
    tree = {
        "op": "t_intersects",
        "args": [{"property": "valid_from"}, {"interval": ["2021-01-01", ".."]}],
    }
    day = datetime.date(2021, 1, 1)
    wanted = [row["id"] for row in things.rows if row["valid_from"] and row["valid_from"] >= day]
    assert things.ids(filter=tree) == wanted


@QUICK
@given(one=DAYS, two=DAYS, open_start=st.booleans(), open_end=st.booleans(), exact=st.booleans())
def test_datetime_asks_what_was_in_force(
    things: Things, one: datetime.date, two: datetime.date, open_start: bool, open_end: bool,
    exact: bool,
) -> None:  # fmt: skip
    start, end = min(one, two), max(one, two)

    def asked(day: datetime.date) -> datetime.date:
        return datetime.datetime.combine(day, NOON) if exact else day

    interval = Interval(None if open_start else asked(start), None if open_end else asked(end))
    wanted = [
        row["id"]
        for row in things.rows
        if (open_end or row["valid_from"] is None or row["valid_from"] <= end)
        and (open_start or row["valid_to"] is None or row["valid_to"] >= start)
    ]
    assert things.ids(time=interval) == wanted
