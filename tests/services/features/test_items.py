"""Features over HTTP: pages, forms, and the axes that others get wrong (see docs on CRSs)."""

from __future__ import annotations

import csv
import io
from typing import Any

import httpx
import pandas as pd
import pyogrio
import pytest
import shapely

from sip import crs
from sip.crs import CRS84_CODE

pytestmark = pytest.mark.database

ITEMS = "/ogc/collections/tree/items"
CODES = [CRS84_CODE, 2178, 2180, 3857, 4258, 4326]


def features(client: httpx.Client, **parameters: str | int) -> list[dict[str, Any]]:
    """Return the features of one answer."""
    answer = client.get(ITEMS, params={"limit": 200, **parameters})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["features"]
    return found


def ids(client: httpx.Client, **parameters: str | int) -> list[int]:
    return [one["id"] for one in features(client, **parameters)]


def reference(client: httpx.Client, code: int) -> dict[int, tuple[float, float]]:
    """Return where each tree is in a CRS, as its authority orders axes, computed by PROJ here."""
    placed = {}
    transformer = crs.transformer(CRS84_CODE, code)
    for one in features(client):
        if one["geometry"]:
            x, y = transformer.transform(*one["geometry"]["coordinates"])
            placed[one["id"]] = (y, x) if crs.northing_first(code) else (x, y)
    return placed


@pytest.mark.parametrize("code", CODES)
def test_coordinates_come_in_the_authoritys_order_of_axes(client: httpx.Client, code: int) -> None:
    answer = client.get(ITEMS, params={"limit": 200, "crs": crs.uri(code)})
    assert answer.headers["content-crs"] == f"<{crs.uri(code)}>"
    unit = 1e-7 if crs.is_geographic(code) else 0.01
    expected = reference(client, code)
    for one in answer.json()["features"]:
        if one["geometry"]:
            assert one["geometry"]["coordinates"] == pytest.approx(expected[one["id"]], abs=unit)
    single = client.get(f"{ITEMS}/5", params={"crs": crs.uri(code)}).json()
    assert single["geometry"]["coordinates"] == pytest.approx(expected[5], abs=unit)


def square(client: httpx.Client, code: int) -> tuple[list[float], set[int]]:
    """Return a box around some of the trees in a CRS, and which ones those are."""
    placed = reference(client, code)
    first, second = (sorted(one[axis] for one in placed.values()) for axis in (0, 1))
    box = [first[20], second[20], first[60], second[60]]
    inside = {
        id_ for id_, (a, b) in placed.items() if box[0] <= a <= box[2] and box[1] <= b <= box[3]
    }
    margin = 1e-7 if crs.is_geographic(code) else 0.01
    return [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin], inside


@pytest.mark.parametrize("code", CODES)
def test_a_box_in_a_northing_first_crs_finds_what_is_there(client: httpx.Client, code: int) -> None:
    box, inside = square(client, code)
    found = ids(client, bbox=",".join(map(str, box)), **{"bbox-crs": crs.uri(code)})
    assert inside
    assert set(found) == inside


@pytest.mark.parametrize("code", CODES)
def test_a_spatial_filter_in_a_northing_first_crs_finds_what_is_there(
    client: httpx.Client, code: int
) -> None:
    box, inside = square(client, code)
    a, b, c, d = box
    text = f"S_INTERSECTS(geom, POLYGON(({a} {b}, {c} {b}, {c} {d}, {a} {d}, {a} {b})))"
    found = ids(client, filter=text, **{"filter-crs": crs.uri(code)})
    assert set(found) == inside


@pytest.mark.parametrize("name", ["crs", "bbox-crs", "filter-crs"])
@pytest.mark.parametrize("value", ["EPSG:2177", "http://example.org/x", "", crs.uri(32634)])
def test_a_crs_that_is_not_offered_is_refused(client: httpx.Client, name: str, value: str) -> None:
    assert client.get(ITEMS, params={name: value}).status_code == 400


def test_nobody_writes_without_saying_who_he_is(client: httpx.Client) -> None:
    point = {"type": "Feature", "geometry": {"type": "Point", "coordinates": [20.6, 50.8]}}
    answer = client.post(ITEMS, json=point)
    assert answer.status_code == 401
    assert "Basic" in answer.headers["www-authenticate"]


@pytest.mark.parametrize("probe", [
    {"filter": "{} = 'Jan Kowalski'"}, {"filter": "{} IS NULL"}, {"sortby": "{}"},
    {"properties": "{}"}, {"{}": "Jan Kowalski"}, {"filter": "NOT ({} LIKE '%')"},
])  # fmt: skip
def test_a_hidden_column_answers_every_probe_as_an_absent_one(
    client: httpx.Client, probe: dict[str, str]
) -> None:
    said = []
    for name in ("owner_name", "absent_name"):
        asked = {key.format(name): value.format(name) for key, value in probe.items()}
        answer = client.get(ITEMS, params=asked)
        assert answer.status_code == 400
        said.append(answer.text.replace(name, "it"))
    assert said[0] == said[1]


def test_next_links_lead_through_every_feature_once_and_keep_the_question(
    client: httpx.Client,
) -> None:
    asked = {"limit": 7, "sortby": "-height_m,name", "filter": "rings > 2", "crs": crs.uri(2180)}
    whole = ids(client, **{**asked, "limit": 200})
    met: list[int] = []
    answer = client.get(ITEMS, params=asked)
    while True:
        body = answer.json()
        met += [one["id"] for one in body["features"]]
        assert body["numberMatched"] == len(whole)
        assert body["numberReturned"] == len(body["features"])
        assert answer.headers["content-crs"] == f"<{crs.uri(2180)}>"
        following = [link["href"] for link in body["links"] if link["rel"] == "next"]
        if not following:
            break
        answer = client.get(following[0])
    assert met == whole


def test_offset_reaches_the_same_features_and_ends_in_an_empty_page(client: httpx.Client) -> None:
    whole = ids(client)
    assert ids(client, offset=80, limit=7) == whole[80:87]
    beyond = client.get(ITEMS, params={"offset": 1000}).json()
    assert beyond["features"] == []
    assert "next" not in [link["rel"] for link in beyond["links"]]


def test_a_long_page_is_streamed_and_holds_the_same(client: httpx.Client) -> None:
    long = client.get(ITEMS, params={"limit": 5000})
    assert "etag" not in long.headers
    short = client.get(ITEMS, params={"limit": 1000}).json()
    assert long.json()["features"] == short["features"]
    assert long.json()["numberMatched"] == short["numberMatched"] == 90


def test_a_limit_above_the_most_gives_the_most(client: httpx.Client) -> None:
    assert client.get(ITEMS, params={"limit": 10**7}).status_code == 200


@pytest.mark.parametrize("asked", [
    {"limit": "0"}, {"limit": "-1"}, {"limit": "1.5"}, {"limit": ""}, {"limit": "٣"},
    {"offset": "-1"}, {"offset": "99999999"}, {"bbox": "1,2,3"}, {"bbox": "a,b,c,d"},
    {"bbox": "nan,nan,nan,nan"},
    {"bbox": "10,60,20,50"}, {"datetime": "yesterday"}, {"datetime": "2021-01-01/2020-01-01"},
    {"datetime": "2020-01-01T25:00:00Z"}, {"datetime": ".."}, {"cursor": "x"},
    {"nosuch": "1"},
    {"filter-lang": "cql9"}, {"skipGeometry": "yes"}, {"sortby": "nosuch"}, {"rings": "many"},
    {"protected": "maybe"}, {"planted": "2020-99-01"}, {"filter": "name = 'a\x00'"},
])  # fmt: skip
def test_what_cannot_be_used_is_refused(client: httpx.Client, asked: dict[str, str]) -> None:
    answer = client.get(ITEMS, params=asked)
    assert answer.status_code == 400, answer.text
    assert answer.json()["description"]


def test_queryables_are_parameters_that_select_equal_values(client: httpx.Client) -> None:
    everything = features(client)
    for name, value in (
        ("rings", 4),
        ("name", "Lipa O'Hara"),
        ("protected", True),
        ("planted", "2001-03-15"),
    ):
        wanted = [one["id"] for one in everything if one["properties"][name] == value]
        text = str(value).lower() if isinstance(value, bool) else str(value)
        assert wanted
        assert ids(client, **{name: text}) == wanted


def test_properties_and_skip_geometry_leave_out_the_rest(client: httpx.Client) -> None:
    for one in features(client, properties="rings,name", skipGeometry="true", limit=3):
        assert list(one["properties"]) == ["name", "rings"]
        assert one["geometry"] is None


@pytest.mark.parametrize(
    "text", ["999", "0", "-1", "x", "1.5", "1e3", "99999999999999999999", "1%20"]
)
def test_an_unknown_feature_is_not_found_whatever_its_name(client: httpx.Client, text: str) -> None:
    assert client.get(f"{ITEMS}/{text}").status_code == 404


def test_a_feature_on_its_own_is_the_same_as_in_the_list(client: httpx.Client) -> None:
    [listed] = features(client, limit=1)
    single = client.get(f"{ITEMS}/{listed['id']}").json()
    assert {"self", "alternate", "collection"} <= {link["rel"] for link in single.pop("links")}
    assert single == listed


def test_csv_has_a_header_and_a_line_per_feature_with_its_place(client: httpx.Client) -> None:
    answer = client.get(ITEMS, params={"f": "csv", "limit": 200, "crs": crs.uri(2180)})
    lines = list(csv.DictReader(io.StringIO(answer.text)))
    assert list(lines[0]) == [
        "id",
        "name",
        "height_m",
        "rings",
        "health",
        "planted",
        "seen",
        "protected",
        "geom",
    ]
    assert len(lines) == 90
    placed = reference(client, 2180)
    for line in lines:
        if line["geom"]:
            point = shapely.from_wkt(line["geom"])
            assert (point.x, point.y) == pytest.approx(placed[int(line["id"])], abs=0.01)
    assert {"Kowalski"} & set(answer.text.split()) == set()


def test_flatgeobuf_is_read_by_gdal_with_every_value_and_place(client: httpx.Client) -> None:
    answer = client.get(ITEMS, params={"f": "fgb", "limit": 200, "crs": crs.uri(2180)})
    table = pyogrio.read_dataframe(io.BytesIO(answer.content))
    assert table.crs.to_epsg() == 2180
    listed = {one["id"]: one["properties"] for one in features(client)}
    placed = reference(client, 2180)
    assert sorted(table["id"]) == sorted(listed)
    for row in table.itertuples():
        assert (None if pd.isna(row.name) else row.name) == listed[row.id]["name"]
        assert row.rings == listed[row.id]["rings"]
        assert row.planted.isoformat()[:10] == listed[row.id]["planted"]
        assert row.seen.isoformat()[:19] == listed[row.id]["seen"][:19]
        if row.geometry is not None:
            north, east = placed[row.id]
            assert (row.geometry.x, row.geometry.y) == pytest.approx((east, north), abs=0.01)


def test_a_filter_that_no_row_can_hold_is_explained_and_not_a_fault(client: httpx.Client) -> None:
    assert client.get(ITEMS, params={"filter": "height_m * 1e299 * 1e299 > 1"}).status_code == 400
