"""Nobody's change is lost: a feature is changed only as it was when it was read."""

from __future__ import annotations

import concurrent.futures

import pytest

from tests.services.editing.conftest import SHAPE, Desk, Town, building

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("editing")]


def test_the_tag_is_strong_and_changes_with_the_feature_and_not_otherwise(ewa: Desk) -> None:
    address = ewa.make(code="A1")
    one, two = (ewa.read(address).headers["etag"] for _ in range(2))
    assert one == two
    assert one.startswith('"')
    changed = ewa.patch(address, {"name": "New"}, If_Match=one).headers["etag"]
    assert changed != one
    assert ewa.read(address).headers["etag"] == changed


def test_every_representation_has_a_tag_of_its_own_and_any_of_them_will_do(ewa: Desk) -> None:
    address = ewa.make(code="A1")
    tags = [
        ewa.client.get(address, params=params).headers["etag"]
        for params in ({}, {"lang": "pl"}, {"crs": "http://www.opengis.net/def/crs/EPSG/0/2178"},
                       {"f": "html"})
    ]  # fmt: skip
    assert len(set(tags)) == 4
    assert ewa.patch(address, {"name": "New"}, If_Match=tags[2]).status_code == 204


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_stale_or_weak_or_made_up_tag_is_412_and_the_first_change_stays(
    ewa: Desk, method: str
) -> None:
    address = ewa.make(code="A1")
    stale = ewa.read(address).headers["etag"]
    now = ewa.patch(address, {"name": "first"}, If_Match=stale).headers["etag"]
    body = None if method == "DELETE" else building(code="A1", name="second")
    for tag in (stale, f"W/{now}", '"0"', '"nonsense"', '"99999999999999999999-x"'):
        answer = ewa.send(method, address, body, If_Match=tag)
        assert answer.status_code == 412, tag
    assert ewa.read(address).json()["properties"]["name"] == "first"
    assert ewa.send(method, address, body, If_Match=f'"x", {now}').status_code == 204


def test_the_loser_is_told_both_versions_and_who_was_quicker(ewa: Desk) -> None:
    address = ewa.make(code="A1")
    stale = ewa.read(address).headers["etag"]
    ewa.patch(address, {"name": "first"})
    answer = ewa.patch(address, {"name": "second"}, If_Match=stale).json()
    assert answer["yours"] == {"version": 1, "feature": {"properties": {"name": "second"}}}
    present = answer["present"]
    assert present["version"] == 2
    assert present["etag"] == ewa.read(address).headers["etag"]
    assert present["feature"]["properties"]["name"] == "first"
    assert present["changed_by"].startswith("ewa")
    assert present["changed_at"].startswith("20")


def test_if_match_of_any_and_if_none_match_are_obeyed(ewa: Desk) -> None:
    address = ewa.make(code="A1")
    tag = ewa.read(address).headers["etag"]
    assert ewa.patch(address, {"name": "a"}, If_None_Match="*").status_code == 412
    assert ewa.patch(address, {"name": "a"}, If_None_Match=tag).status_code == 412
    assert ewa.patch(address, {"name": "a"}, If_Match="*").status_code == 204
    assert ewa.patch(address, {"name": "b"}, If_None_Match=tag).status_code == 204


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_layer_that_demands_it_refuses_a_change_of_no_stated_version(
    ewa: Desk, method: str
) -> None:
    place = {"type": "Point", "coordinates": [20.5, 50.8]}
    body = {"type": "Feature", "geometry": place, "properties": {"name": "Lion"}}
    address = ewa.send("POST", "monument", body).headers["location"]
    given = None if method == "DELETE" else body
    assert ewa.send(method, address, given).status_code == 428
    tag = ewa.read(address).headers["etag"]
    assert ewa.send(method, address, given, If_Match=tag).status_code == 204


def test_of_many_editors_at_once_exactly_one_wins(ewa: Desk, town: Town) -> None:
    address = ewa.make(code="A1")
    tag = ewa.read(address).headers["etag"]

    def change(number: int) -> int:
        desk = town.desk("ewa")
        return desk.patch(address, {"name": f"editor {number}"}, If_Match=tag).status_code

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(change, range(16)))
    assert sorted(statuses) == [204, *[412] * 15]
    assert town.sql("SELECT row_version FROM land.building") == [(2,)]


def test_a_change_behind_our_back_makes_the_tag_stale(ewa: Desk, town: Town) -> None:
    address = ewa.make(code="A1")
    tag = ewa.read(address).headers["etag"]
    town.sql("UPDATE land.building SET owner_name = 'somebody'")
    answer = ewa.patch(address, {"name": "x"}, If_Match=tag)
    assert answer.status_code == 412, "a hidden column is a part of the row, too"
    assert answer.json()["present"]["feature"]["geometry"] == SHAPE
