"""What became of an edited row: staff are told by whom, everybody only what, each of his fields."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from tests.services.editing.conftest import Desk, Town

pytestmark = pytest.mark.database


def test_staff_are_told_who_and_the_public_is_not(town: Town, ewa: Desk) -> None:
    made = ewa.make(code="A1", floors=2, height_m=9)
    instant = datetime.datetime.now(datetime.UTC).isoformat()
    assert ewa.patch(made, {"floors": 3}).status_code in (200, 204)
    town.sql("UPDATE land.building SET owner_name = 'Jan' WHERE code = 'A1'")

    def told(desk: Desk) -> list[dict[str, Any]]:
        events: list[dict[str, Any]] = desk.read(f"{made}/history").json()["events"]
        return events

    inside, outside, reading = told(ewa), told(town.desk()), told(town.desk("jan-read"))
    for events in (inside, outside, reading):
        assert [one["kind"] for one in events] == ["changed", "added"]
        (change,) = events[0]["changes"]
        assert (change["name"], change["old"], change["new"]) == ("floors", 2, 3)
    assert inside[0]["who"].startswith("ewa")
    assert inside[0]["application"]
    assert reading[0]["who"].startswith("ewa")
    assert not {"who", "application", "comment", "changeset"} & set(outside[0])

    for desk in (ewa, town.desk()):
        assert (
            desk.read(f"{made}?asOf={instant.replace('+', '%2B')}").json()["properties"]["floors"]
            == 2
        )
        body = desk.read(f"/collections/building/changes?from={instant.replace('+', '%2B')}").json()
        assert [one["properties"]["row_changed"] for one in body["features"]] == [["floors"]]

    assert ewa.send("DELETE", made).status_code == 204
    assert told(ewa)[0]["kind"] == told(town.desk())[0]["kind"] == "removed"
    assert told(ewa)[0]["who"].startswith("ewa")
