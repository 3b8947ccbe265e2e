from __future__ import annotations

import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest

from sip.layer import Field
from sip.load.mapping import FieldMap
from sip.load.values import Converted, convert
from sip.text import Text

TITLE = Text(pl="pole", en="field")


def converted(kind: str, values: list[Any], **how: Any) -> Converted:
    field = Field(type=kind, title=TITLE)  # type: ignore[arg-type]
    return convert(pa.array(values), field, FieldMap(column="c", **how))


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        ("text", ["ą", ""], ["ą", None]),
        ("text", [7, 8], ["7", "8"]),
        ("text", [1.0, 2.5], ["1", "2.5"]),
        ("integer", ["7", " -8 "], ["7", "-8"]),
        ("integer", [7.0, None], [7, None]),
        ("number", ["1.5", "2e3"], ["1.5", "2e3"]),
        ("boolean", ["TAK", "f"], [True, False]),
        ("boolean", [1, 0], [True, False]),
        ("date", ["2024-02-29", "2024-01-01T00:00:00"], ["2024-02-29", "2024-01-01"]),
        ("date", ["2024/05/31"], ["2024-05-31"]),
        (
            "timestamp",
            ["2024-05-31T12:00:00Z", "2024-05-31"],
            ["2024-05-31T12:00:00Z", "2024-05-31"],
        ),
    ],
)
def test_a_value_that_fits_is_taken(kind: str, given: list[Any], expected: list[Any]) -> None:
    found = converted(kind, given)
    assert found.values.to_pylist() == expected
    assert not any(found.wrong.to_pylist())


def test_an_instant_with_a_zone_is_taken_as_utc() -> None:
    noon = datetime.datetime(2024, 5, 31, 12, tzinfo=ZoneInfo("Europe/Warsaw"))
    assert converted("timestamp", [noon]).values.to_pylist() == ["2024-05-31 10:00:00.000000Z"]


def test_midnight_is_a_date_and_noon_is_not() -> None:
    instants = [datetime.datetime(2024, 5, 31), datetime.datetime(2024, 5, 31, 12)]
    assert converted("date", instants).values.to_pylist() == ["2024-05-31", None]


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("integer", "7.5"),
        ("integer", 7.5),
        ("integer", "99999999999999999999"),
        ("number", "1,5"),
        ("number", float("inf")),
        ("number", "0x10"),
        ("boolean", "maybe"),
        ("boolean", 2),
        ("date", "2024-02-30"),
        ("date", "31.05.2024"),
        ("date", "2024-05-31T12:00:00"),
        ("timestamp", "2024-13-01T00:00:00Z"),
        ("timestamp", "2024-05-31T25:00:00"),
        ("timestamp", "noon"),
    ],
)
def test_a_value_that_does_not_fit_is_named_and_never_changed(kind: str, given: Any) -> None:
    found = converted(kind, [given, None])
    assert found.wrong.to_pylist() == [True, False]
    assert found.values.to_pylist() == [None, None]


def test_a_date_format_of_the_mapping_is_strict() -> None:
    found = converted("date", ["31.5.2024", "30.02.2024"], date_format="%d.%m.%Y")
    assert found.values.to_pylist() == ["2024-05-31", None]


def test_a_decimal_comma_is_read_where_the_mapping_says_so() -> None:
    assert converted("number", ["1,5"], decimal=",").values.to_pylist() == ["1.5"]


def test_a_code_that_the_mapping_does_not_list_is_wrong() -> None:
    found = converted("text", ["1", "9", None], codes={"1": "good"})
    assert found.values.to_pylist() == ["good", None, None]
    assert found.wrong.to_pylist() == [False, True, False]


def test_a_list_of_addresses_becomes_the_parts_asked_for() -> None:
    links = [["x#KPT-MPZP-MN", "x#KPT-MPZP-U"], None]
    found = converted("text", links, extract=r"KPT-MPZP-(\w+)$", join=" ")
    assert found.values.to_pylist() == ["MN U", None]
