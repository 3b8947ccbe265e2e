"""Somebody without personal columns edits a layer that has some: through `staff.<layer>`."""

from __future__ import annotations

import pytest

from tests.services.editing.conftest import Desk, Town, building

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("editing")]

OWNER = "Jan Kowalski"


@pytest.fixture
def owned(town: Town, ewa: Desk) -> str:
    """The address of a building whose owner somebody else has written down."""
    address = ewa.make(code="A1", name="Old", floors=2, height_m=9)
    town.sql(f"UPDATE land.building SET owner_name = '{OWNER}'")
    return address


def kept(town: Town) -> list[tuple[object, ...]]:
    return town.sql("SELECT code, name, floors, owner_name FROM land.building ORDER BY code")


def test_what_is_added_has_no_hidden_value_and_the_defaults_of_the_table(
    town: Town, ewa: Desk
) -> None:
    ewa.make(code="A1", name="New")
    assert kept(town) == [("A1", "New", 1, None)]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_a_change_leaves_hidden_values_as_they_are(
    town: Town, ewa: Desk, owned: str, method: str
) -> None:
    tag = ewa.read(owned).headers["etag"]
    sent = {"code": "A1", "name": "New", "floors": 2, "height_m": 9}
    if method == "PUT":
        answer = ewa.send("PUT", owned, building(**sent), If_Match=tag)
    else:
        answer = ewa.patch(owned, {"name": "New"}, If_Match=tag)
    assert answer.status_code == 204, answer.text
    assert kept(town) == [("A1", "New", 2, OWNER)]


def test_what_is_deleted_goes_with_its_hidden_values_into_the_history(
    town: Town, ewa: Desk, owned: str
) -> None:
    assert ewa.send("DELETE", owned).status_code == 204
    assert kept(town) == []
    row = owned.rpartition("/")[2]
    last = f"SELECT owner_name FROM history.building WHERE id = {row} ORDER BY row_version DESC"
    assert town.sql(f"{last} LIMIT 1") == [(OWNER,)]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_a_hidden_column_is_refused_as_one_that_is_not_there(
    town: Town, ewa: Desk, owned: str, method: str
) -> None:
    def refused(name: str) -> tuple[int, str]:
        body = building(code="A1" if method != "POST" else "A2", **{name: "Ewa"})
        kind = "application/merge-patch+json" if method == "PATCH" else "application/geo+json"
        answer = ewa.send(method, "building" if method == "POST" else owned, body, kind)
        return answer.status_code, answer.text.replace(name, "~")

    assert refused("owner_name") == refused("owner_nonesuch")
    assert refused("owner_name")[0] in (400, 422)
    assert kept(town) == [("A1", "Old", 2, OWNER)]


def test_no_answer_says_what_is_hidden(ewa: Desk, owned: str) -> None:
    stale = ewa.read(owned).headers["etag"]
    preferred = {"Prefer": "return=representation"}
    answers = [
        ewa.read(owned),
        ewa.patch(owned, {"name": "first"}, If_Match=stale, **preferred),
        ewa.patch(owned, {"name": "second"}, If_Match=stale),
        ewa.send("PUT", owned, building(code="A1", floors=0), **preferred),
        ewa.send("POST", "building", building(code="A1"), **preferred),
        ewa.client.get(f"{owned}/history"),
    ]
    assert [one.status_code for one in answers] == [200, 200, 412, 422, 422, 200]
    assert not [one.text for one in answers if OWNER in one.text or "owner_name" in one.text]
