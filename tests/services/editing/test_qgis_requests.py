"""What QGIS 3.32 and newer sends to edit over OGC API, request by request (its OAPIF provider)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.services.editing.conftest import Desk, Town

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("editing")]

CRS = "http://www.opengis.net/def/crs/EPSG/0/2178"
GEOJSON = "application/geo+json"
MERGE_PATCH = "application/merge-patch+json"


@pytest.fixture
def qgis(town: Town, ewa: Desk) -> Iterator[httpx.Client]:
    """QGIS with the key of an editor as the password of its stored sign-in."""
    assert ewa.client
    role = town.sql("SELECT role FROM account.key WHERE role LIKE 'ewa%.key1'")[0][0]
    with httpx.Client(
        base_url=f"{town.origin}/ogc",
        auth=(role, town.keys["ewa"]),
        headers={"User-Agent": "Mozilla/5.0 QGIS/34000/Linux"},
        timeout=30,
    ) as client:
        yield client


def send(
    qgis: httpx.Client, method: str, path: str, body: Any, kind: str, crs: str = ""
) -> httpx.Response:
    headers = {"Content-Type": kind, **({"Content-Crs": crs} if crs else {})}
    return qgis.request(method, path, content=json.dumps(body), headers=headers)


def test_editing_is_switched_on_and_a_layer_is_added_to_changed_and_emptied(
    qgis: httpx.Client, town: Town
) -> None:
    items = "/collections/building/items"
    assert "POST" in qgis.options(items).headers["allow"]
    one = qgis.options(f"{items}/unknown_id").headers["allow"]
    assert all(way in one for way in ("PUT", "PATCH", "DELETE"))
    collection = qgis.get("/collections/building", params={"f": "json"}).json()
    assert collection["storageCrs"] == CRS
    schema = qgis.get("/collections/building/schema", params={"f": "json"}).json()
    fields = [name for name, one in schema["properties"].items() if one.get("type")]

    # Every field is sent, those that nobody filled in as null; x and y in the authority's order.
    square = [[5629479.5, 7471803.25], [5629489.5, 7471803.25], [5629489.5, 7471813.25]]
    ring = [[*square, square[0]]]
    feature = {
        "type": "Feature",
        "geometry": {"type": "MultiPolygon", "coordinates": [ring]},
        "properties": {name: None for name in fields if name != "id"} | {"code": "Q1"},
    }
    made = send(qgis, "POST", items, feature, GEOJSON, CRS)
    assert made.status_code == 201, made.text
    place = f"{items}/{made.headers['location'].rpartition('/items/')[2]}"
    again = qgis.get(place).json()
    assert again["properties"]["floors"] == 1, "defaults of the server come back"
    stored = "SELECT ST_XMin(geom), ST_YMin(geom), ST_Area(geom) FROM land.building"
    assert town.sql(stored) == [(7471803.25, 5629479.5, 50.0)]

    moved = [[[x + 1, y] for x, y in ring[0]]]
    shape = {"geometry": {"type": "MultiPolygon", "coordinates": [moved]}}
    assert send(qgis, "PATCH", place, shape, MERGE_PATCH, CRS).status_code == 204
    values = {"properties": {"name": "Ratusz", "height_m": 12.5}}
    assert send(qgis, "PATCH", place, values, MERGE_PATCH).status_code == 204
    assert town.sql(stored) == [(7471803.25, 5629480.5, 50.0)]
    assert town.sql("SELECT name, height_m, row_version FROM land.building") == [
        ("Ratusz", 12.5, 3)
    ]
    who = "SELECT DISTINCT application FROM sip.changeset WHERE application LIKE 'OGC API (M%'"
    assert town.sql(who) == [("OGC API (Mozilla/5.0 QGIS/34000/Linux)",)]
    assert qgis.delete(place).status_code == 204
    assert qgis.get(place).status_code == 404


def test_a_refusal_reaches_the_person_at_qgis_as_a_4xx(qgis: httpx.Client) -> None:
    body = {"type": "Feature", "geometry": None, "properties": {"code": "Q1"}}
    answer = send(qgis, "POST", "/collections/building/items", body, GEOJSON)
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "geom"
