"""Pages by cursor and by offset, counts, and what a page holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip.errors import QueryError, UnknownName
from sip.query import SortKey, cursor, parse_text, select
from tests.query.conftest import Things

pytestmark = pytest.mark.database

QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
KEYS = st.lists(
    st.builds(
        SortKey,
        st.sampled_from(["name", "height_m", "floors", "listed", "valid_from", "seen", "id"]),
        st.booleans(),
    ),
    max_size=3,
    unique_by=lambda key: key.name,
)


def walk(things: Things, sort: Sequence[SortKey], limit: int, **given: Any) -> list[int]:
    """Follow cursors from the first page to the last."""
    ids: list[int] = []
    after = None
    while True:
        query = things.query(sort=sort, limit=limit, after=after, **given)
        records = things.fetch(select.features(query))
        shown = records[:limit]
        ids += [record["id"] for record in shown]
        if len(records) <= limit:
            return ids
        keys = [shown[-1][f"k{at}"] for at in range(len(sort))]
        text = cursor.encode([*keys, shown[-1]["id"]])
        after = cursor.decode(text, things.layer, sort)


@QUICK
@given(sort=KEYS, limit=st.integers(1, 50))
def test_cursors_lead_through_every_row_once_in_the_order_of_one_long_page(
    things: Things, sort: list[SortKey], limit: int
) -> None:
    assert walk(things, sort, limit) == things.ids(sort=sort)


@QUICK
@given(sort=KEYS, offset=st.integers(0, 130), limit=st.integers(1, 20))
def test_an_offset_begins_where_a_long_page_has_come_to(
    things: Things, sort: list[SortKey], offset: int, limit: int
) -> None:
    whole = things.ids(sort=sort)
    assert things.ids(sort=sort, offset=offset, limit=limit)[:limit] == whole[offset:][:limit]


@QUICK
@given(sort=KEYS, limit=st.integers(1, 30), floor=st.integers(-1, 6))
def test_a_page_that_counts_is_the_same_page_with_the_right_number(
    things: Things, sort: list[SortKey], limit: int, floor: int
) -> None:
    query = things.query(sort=sort, limit=limit, filter=parse_text(f"floors >= {floor}"))
    plain, counted = (
        things.fetch(select.features(query)),
        things.fetch(select.counted_features(query)),
    )
    assert [one["feature"] for one in counted] == [one["feature"] for one in plain]
    number = things.fetch(select.count(query))[0]["count"]
    assert {one["matched"] for one in counted} <= {number}
    assert bool(counted) == bool(number)


def test_a_later_page_counts_the_rows_of_all_pages(things: Things) -> None:
    query = things.query(limit=5, after=(50,), filter=parse_text("floors >= 0"))
    [number] = {one["matched"] for one in things.fetch(select.counted_features(query))}
    assert number == len(things.ids(filter=parse_text("floors >= 0")))


def test_equal_snapshots_are_seen_while_nothing_is_written(things: Things) -> None:
    sql = select.features(things.query(limit=1))
    assert things.fetch(sql)[0]["snapshot"] == things.fetch(sql)[0]["snapshot"]


@pytest.mark.parametrize("text", ["", "x", "W10", "WzFd", "e30", "WyJ4Il0"])
def test_a_cursor_of_another_list_is_refused(things: Things, text: str) -> None:
    sort = (SortKey("height_m"),)
    with pytest.raises(QueryError):
        cursor.decode(text, things.layer, sort)


def test_a_feature_holds_the_public_fields_and_nothing_else(things: Things) -> None:
    [record] = things.fetch(select.features(things.query(ids=[3])))
    feature = orjson.loads(record["feature"])
    assert list(feature["properties"]) == list(things.layer.visible_fields)
    assert "Kowalski" not in record["feature"]
    assert "secret" not in record["feature"]


def test_a_page_holds_the_fields_that_were_asked_for(things: Things) -> None:
    query = things.query(ids=[3], properties=["floors", "name"], geometry=False)
    feature = orjson.loads(things.fetch(select.features(query))[0]["feature"])
    assert list(feature["properties"]) == ["name", "floors"]
    assert feature["geometry"] is None


@pytest.mark.parametrize("asked", [{"properties": ["owner_name"]}, {"sort": [SortKey("note")]}])
def test_hidden_fields_can_neither_be_had_nor_sorted_by(
    things: Things, asked: dict[str, Any]
) -> None:
    with pytest.raises(UnknownName):
        things.ids(**asked)


def test_outer_rings_turn_counter_clockwise_in_degrees(things: Things) -> None:
    for record in things.fetch(select.features(things.query(limit=20))):
        shape = shapely.from_geojson(orjson.dumps(orjson.loads(record["feature"])["geometry"]))
        assert all(part.exterior.is_ccw for part in shape.geoms)


def test_degrees_have_at_most_nine_decimals(things: Things) -> None:
    [record] = things.fetch(select.features(things.query(ids=[2])))
    text = record["feature"].split('"coordinates":')[1].split("}")[0]
    decimals = [
        len(part.split(".")[1])
        for part in text.strip("[]").replace("]", "").replace("[", "").split(",")
        if "." in part
    ]
    assert max(decimals) <= 9


def test_rows_are_columns_with_geometry_as_wkb_in_x_y(things: Things) -> None:
    [record] = things.fetch(select.rows(things.query(ids=[9], crs=2178)))
    assert list(record.keys()) == ["id", *things.layer.visible_fields, "geom"]
    assert shapely.from_wkb(record["geom"]).equals_exact(things.rows[8]["geom"], 1e-6)
