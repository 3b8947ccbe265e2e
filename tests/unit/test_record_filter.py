from __future__ import annotations

from typing import Any

import pytest

from sip.crs import Extent
from sip.errors import QueryError, UnknownName
from sip.query import parse_text
from sip.record_filter import Queryables, holds

RECORD = Queryables(
    {"title": ["Łąki", "Meadows"], "scale": ["500"], "subject": []}, Extent(20, 50, 21, 51)
)


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("title = 'Meadows'", True),
        ("title = 'meadows'", False),
        ("title LIKE 'lak_'", True),
        ("title IN ('a', 'Łąki')", True),
        ("scale BETWEEN 400 AND 600", True),
        ("scale > 1000", False),
        ("subject = 'x'", None),
        ("NOT subject = 'x'", None),
        ("subject IS NULL", True),
        ("subject = 'x' OR title = 'Łąki'", True),
        ("subject = 'x' AND title = 'Łąki'", None),
        ("subject = 'x' AND title = 'no'", False),
        ("CASEI(title) = CASEI('MEADOWS')", True),
        ("S_INTERSECTS(bbox, BBOX(20.5, 50.5, 30, 60))", True),
        ("S_INTERSECTS(bbox, POINT(1 1))", False),
        ("S_WITHIN(bbox, BBOX(0, 0, 60, 60))", True),
    ],
)
def test_a_condition_is_true_false_or_has_nothing_to_compare(
    condition: str, expected: bool | None
) -> None:
    assert holds(parse_text(condition), RECORD) is expected


@pytest.mark.parametrize(
    "tree",
    ["title", 3, None, {}, {"op": "sleep", "args": [1]}, {"op": "s_within", "args": [1, 2]},
     {"op": "=", "args": [{"property": "title"}]}],
)  # fmt: skip
def test_what_is_no_condition_is_refused(tree: Any) -> None:
    with pytest.raises(QueryError):
        holds(tree, RECORD)


def test_an_unknown_queryable_is_refused_even_where_it_decides_nothing() -> None:
    with pytest.raises(UnknownName):
        holds(parse_text("title = 'Łąki' OR owner = 'x'"), RECORD)
