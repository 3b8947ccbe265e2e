"""Features are added, replaced, updated and deleted over HTTP, by those who may."""

from __future__ import annotations

import json

import httpx
import pytest

from sip import crs
from tests.services.editing.conftest import SHAPE, SQUARE, Desk, Town, building

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("editing")]


def methods(response: httpx.Response) -> set[str]:
    assert response.status_code == 200
    return set(response.headers["allow"].split(", "))


def test_options_name_what_the_caller_may_do_and_which_bodies_fit(ewa: Desk) -> None:
    items, item = ewa.send("OPTIONS", "building"), ewa.send("OPTIONS", "building/unknown_id")
    assert methods(items) == {"GET", "HEAD", "OPTIONS", "POST"}
    assert methods(item) == {"GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"}
    assert "application/geo+json" in items.headers["accept-post"]
    assert "application/merge-patch+json" in item.headers["accept-patch"]


def test_nothing_but_reading_is_offered_to_those_who_may_not_edit(town: Town) -> None:
    for who in ("", "jan", "ewa-read"):
        desk = town.desk(who)
        assert methods(desk.send("OPTIONS", "building")) == {"GET", "HEAD", "OPTIONS"}
    assert methods(town.desk("ewa").send("OPTIONS", "tall")) == {"GET", "HEAD", "OPTIONS"}


def test_a_new_feature_is_at_its_location_with_the_servers_defaults(ewa: Desk) -> None:
    answer = ewa.send("POST", "building", building(code="A1", built="2020-02-29"))
    assert answer.status_code == 201
    assert answer.content == b"", "no representation unless it is preferred"
    found = ewa.read(answer.headers["location"])
    assert found.json()["geometry"] == SHAPE
    assert found.json()["properties"] | {"code": "A1", "floors": 1} == found.json()["properties"]
    assert found.headers["etag"] == answer.headers["etag"]


def test_a_representation_comes_back_in_the_asked_form_where_it_is_preferred(ewa: Desk) -> None:
    answer = ewa.send(
        "POST", "building", building(code="A1"), Prefer="return=representation; foo, bar"
    )
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["preference-applied"] == "return=representation"
    assert answer.content == ewa.read(answer.headers["location"]).content


def test_put_replaces_the_whole_feature_and_keeps_the_id_of_the_address(ewa: Desk) -> None:
    address = ewa.make(code="A1", name="Old", height_m=9)
    answer = ewa.send("PUT", address, building(code="A2", floors=2) | {"id": 999_999})
    assert answer.status_code == 204
    now = ewa.read(address).json()
    assert (now["properties"]["code"], now["properties"]["floors"]) == ("A2", 2)
    assert (now["properties"]["name"], now["properties"]["height_m"]) == (None, None)
    assert str(now["id"]) == address.rpartition("/")[2]


def test_patch_changes_what_it_names_and_leaves_the_rest(ewa: Desk) -> None:
    address = ewa.make(code="A1", name="Old", height_m=9)
    assert ewa.patch(address, {"name": None, "floors": 3}).status_code == 204
    properties = ewa.read(address).json()["properties"]
    assert (properties["name"], properties["floors"], properties["height_m"]) == (None, 3, 9)
    moved = {
        "type": "MultiPolygon",
        "coordinates": [[[[round(x + 0.01, 6), y] for x, y in SQUARE]]],
    }
    answer = ewa.send("PATCH", address, {"geometry": moved}, "application/merge-patch+json")
    assert answer.status_code == 204
    assert ewa.read(address).json()["geometry"] == moved


def test_a_patch_may_not_change_the_id(ewa: Desk) -> None:
    address = ewa.make(code="A1")
    answer = ewa.send("PATCH", address, {"id": 888}, "application/merge-patch+json")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["rule"] == "read_only"


def test_what_is_deleted_is_gone_and_deleted_once(ewa: Desk) -> None:
    address = ewa.make(code="A1")
    assert ewa.send("DELETE", address).status_code == 204
    assert ewa.client.get(address).status_code == 404
    assert ewa.send("DELETE", address).status_code == 404


def test_a_row_that_others_point_at_is_not_deleted(ewa: Desk) -> None:
    line = {"type": "LineString", "coordinates": [[20.5, 50.8], [20.6, 50.8]]}
    street = {"type": "Feature", "geometry": line, "properties": {"name": "Lipowa"}}
    address = ewa.send("POST", "street", street).headers["location"]
    ewa.make(code="A1", street="Lipowa")
    answer = ewa.send("DELETE", address)
    assert answer.status_code == 409
    assert "Buildings" in answer.json()["title"]


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE"])
def test_a_feature_that_is_not_there_is_404_whatever_the_precondition(
    ewa: Desk, method: str
) -> None:
    body = None if method == "DELETE" else building(code="A1")
    for headers in ({}, {"If_Match": '"xyz"'}):
        for name in ("999999999", "B.900"):
            answer = ewa.send(method, f"building/{name}", body, **headers)
            assert answer.status_code == 404, answer.text


@pytest.mark.parametrize(("method", "place"), [("POST", ""), ("PUT", "/1"), ("PATCH", "/1")])
def test_a_body_without_a_type_is_400_and_of_another_type_415(
    ewa: Desk, method: str, place: str
) -> None:
    assert ewa.send(method, f"building{place}", building(code="A1"), kind="").status_code == 400
    answer = ewa.send(method, f"building{place}", building(code="A1"), kind="text/plain")
    assert answer.status_code == 415
    assert (
        "application/geo+json"
        in answer.headers["accept-patch" if method == "PATCH" else "accept-post"]
    )


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"a": 1}', b'{"type": "FeatureCollection"}'])
def test_what_is_no_feature_is_refused_and_nothing_is_stored(ewa: Desk, body: bytes) -> None:
    headers = {"Content-Type": "application/geo+json"}
    answer = ewa.client.post(ewa.path("building"), content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert ewa.read(ewa.path("building")).json()["numberMatched"] == 0


@pytest.mark.parametrize("code", [0, 2178, 2180, 3857, 4258, 4326])
def test_coordinates_are_taken_in_every_offered_crs_in_its_order_of_axes(
    ewa: Desk, code: int
) -> None:
    x, y = crs.transformer(0, crs.epsg(code)).transform(20.5, 50.8)
    place = [y, x] if crs.northing_first(code) else [x, y]
    body = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": place},
        "properties": {},
    }
    for given in (f"<{crs.uri(code)}>", crs.uri(code)):  # QGIS leaves the brackets away
        answer = ewa.send("POST", "monument", body, Content_Crs=given)
        found = ewa.read(answer.headers["location"]).json()["geometry"]["coordinates"]
        assert found == pytest.approx([20.5, 50.8], abs=1e-7)


def test_a_crs_that_is_not_offered_is_refused(ewa: Desk) -> None:
    given = "<http://www.opengis.net/def/crs/EPSG/0/27700>"
    answer = ewa.send("POST", "building", building(code="A1"), Content_Crs=given)
    assert answer.status_code == 400


def test_a_batch_is_added_in_one_change_set_or_not_at_all(ewa: Desk, town: Town) -> None:
    def batch(*features: object) -> httpx.Response:
        return ewa.send("POST", "building", {"type": "FeatureCollection", "features": features})

    bad = batch(building(code="A1"), building(code="bad"), building(code="A3", floors=0))
    assert bad.status_code == 422
    assert [(one["feature"], one["field"]) for one in bad.json()["errors"]] == [
        (1, "code"), (2, "floors"),
    ]  # fmt: skip
    twice = batch(building(code="A1"), building(code="A1"))
    assert twice.json()["errors"][0] | {"feature": 1, "rule": "unique"} == twice.json()["errors"][0]
    assert ewa.read(ewa.path("building")).json()["numberMatched"] == 0
    made = batch(building(code="A1"), building(code="A2"))
    assert made.status_code == 201
    assert [ewa.read(one["href"]).json()["id"] for one in made.json()["created"]] == [
        one["id"] for one in made.json()["created"]
    ]
    assert town.sql("SELECT count(DISTINCT row_changeset) FROM land.building") == [(1,)]


def test_the_history_says_who_by_which_program_and_why(ewa: Desk, town: Town) -> None:
    ewa.send(
        "POST",
        "building",
        building(code="A1"),
        Sip_Comment="Odbi%C3%B3r%20robót".replace("ó", "%C3%B3"),
    )
    rows = town.sql(
        "SELECT c.who, c.application, c.comment FROM land.building AS b"
        " JOIN sip.changeset AS c ON c.id = b.row_changeset"
    )
    assert rows[0][0].startswith("ewa")
    assert rows[0][1:] == ("OGC API (desk/1.0)", "Odbiór robót")


@pytest.mark.parametrize(("who", "status"), [("", 401), ("jan", 403), ("ewa-read", 403)])
def test_who_may_not_edit_is_told_so_and_changes_nothing(
    ewa: Desk, town: Town, who: str, status: int
) -> None:
    address = ewa.make(code="A1")
    desk = town.desk(who)
    answers = [
        desk.send("POST", "building", building(code="A2")),
        desk.send("PUT", address, building(code="A2")),
        desk.patch(address, {"code": "A2"}),
        desk.send("DELETE", address),
    ]
    assert [one.status_code for one in answers] == [status] * 4
    assert ("www-authenticate" in answers[0].headers) == (status == 401)
    assert town.sql("SELECT code FROM land.building") == [("A1",)]


def test_a_method_that_nobody_may_use_is_405_with_those_that_there_are(ewa: Desk) -> None:
    for method, path in (("POST", "tall"), ("PUT", "building"), ("POST", "building/1")):
        answer = ewa.send(method, path, building(code="A1"))
        assert answer.status_code == 405
        assert "GET" in answer.headers["allow"]


def test_a_layer_that_the_caller_does_not_see_is_not_there(ewa: Desk) -> None:
    assert ewa.send("POST", "nowhere", building()).status_code == 404
    assert ewa.send("OPTIONS", "nowhere").status_code == 404


def test_the_api_definition_says_what_the_caller_may_do(ewa: Desk, town: Town) -> None:
    def ways(desk: Desk) -> set[str]:
        paths = desk.client.get("/api", params={"f": "json"}).json()["paths"]
        both = (
            paths["/collections/building/items"],
            paths["/collections/building/items/{featureId}"],
        )
        return {way for one in both for way in one} - {"parameters"}

    assert ways(ewa) == {"get", "post", "put", "patch", "delete"}
    assert ways(town.desk()) == {"get"}


def test_the_conformance_classes_of_editing_are_declared_by_both_names(ewa: Desk) -> None:
    declared = json.dumps(ewa.client.get("/conformance", params={"f": "json"}).json())
    for name in ("create-replace-delete", "update", "optimistic-locking-etags", "handling"):
        assert f"ogcapi-features-4/1.0/conf/{name}" in declared
        assert f"ogcapi-common-5/1.0/conf/{name}" in declared
    assert "ogcapi-features-4/1.0/conf/features" in declared
    assert "optimistic-locking-timestamps" not in declared
