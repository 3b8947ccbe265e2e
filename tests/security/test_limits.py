"""What one request may ask for is limited, and what is beyond is refused with a reason."""

from __future__ import annotations

import json
import socket
from urllib.parse import quote

import httpx
import pytest

from sip.settings import Limits

pytestmark = pytest.mark.database
LIMITS = Limits()
ITEMS = "/ogc/collections/tree/items"
WFS = "/ows?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=tree"
WMS = "/ows?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=tree&STYLES=&CRS=EPSG:2178"


def polygon(vertices: int) -> dict[str, object]:
    """Return a saw of so many teeth, each as wide as a town: dense to transform."""
    ring = [[20.2 + (n % 2) * 0.7, 50.6 + n * 0.3 / vertices] for n in range(vertices)]
    return {"type": "Polygon", "coordinates": [[*ring, [20.0, 50.6], ring[0]]]}


def intersects(shape: dict[str, object]) -> str:
    return json.dumps({"op": "s_intersects", "args": [{"property": "geom"}, shape]})


@pytest.mark.parametrize("address", ["/csw", "/ows", "/ogc/processes/nearby/execution"])
def test_a_body_in_chunks_without_a_length_is_limited(client: httpx.Client, address: str) -> None:
    """It is refused while it is still being sent."""
    host, port = client.base_url.host, client.base_url.port or 80
    chunk = b"%x\r\n%s\r\n" % (100_000, b" " * 100_000)
    with socket.create_connection((host, port), timeout=20) as one:
        one.sendall(
            f"POST {address} HTTP/1.1\r\nHost: {host}\r\nContent-Type: text/xml\r\n"
            "Transfer-Encoding: chunked\r\n\r\n".encode()
        )
        for _part in range(LIMITS.body_bytes // 100_000 + 1):
            one.sendall(chunk)
        assert one.recv(100).startswith(b"HTTP/1.1 413 ")


@pytest.mark.parametrize("address", ["/csw", "/ows", "/ogc/processes/nearby/execution"])
def test_a_long_body_is_refused_by_its_length(client: httpx.Client, address: str) -> None:
    answer = client.post(address, content=b" " * (LIMITS.body_bytes + 1))
    assert answer.status_code == 413
    assert str(LIMITS.body_bytes) in answer.text


@pytest.mark.parametrize(
    "tree",
    [
        "(" * 9000 + "1=1" + ")" * 9000,
        "NOT " * 4000 + "1=1",
        "-" * 15000 + "1 = 1",
        " AND ".join(["(1=1"] * 3000),
        "CASEI(" * 3000,
    ],
)
def test_a_deep_filter_in_text_is_refused(client: httpx.Client, tree: str) -> None:
    answer = client.get(f"{ITEMS}?f=json&filter={quote(tree)}")
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "text",
    [
        "[" * 900 + "]" * 900,
        '{"op":"not","args":[' * 500 + "true" + "]}" * 500,
        '{"interval":[' * 500 + '".."' + ',".."]}' * 500,
        '{"op":"=","args":[{"property":"name"},' + "[" * 600 + "]" * 600 + "]}",
        intersects({"type": "Polygon", "coordinates": json.loads("[" * 90 + "1" + "]" * 90)}),
        intersects({"type": "GeometryCollection", "geometries": [{}] * 90}),
    ],
)
def test_a_deep_filter_in_json_is_refused(client: httpx.Client, text: str) -> None:
    answer = client.get(ITEMS, params={"f": "json", "filter": text, "filter-lang": "cql2-json"})
    assert answer.status_code == 400, answer.text


def test_a_long_filter_is_refused(client: httpx.Client) -> None:
    text = "name = '" + "x" * LIMITS.filter_chars + "'"
    answer = client.get(ITEMS, params={"f": "json", "filter": text})
    assert answer.status_code == 400
    assert str(LIMITS.filter_chars) in answer.text


def test_a_geometry_of_too_many_vertices_is_refused(client: httpx.Client) -> None:
    numbers = " ".join(f"{50 + n / 1e6:.6f} 20" for n in range(30_000))
    body = (
        '<GetFeature xmlns="http://www.opengis.net/wfs/2.0" version="2.0.0" service="WFS"'
        ' xmlns:fes="http://www.opengis.net/fes/2.0" xmlns:gml="http://www.opengis.net/gml/3.2">'
        '<Query typeNames="tree"><fes:Filter><fes:Intersects>'
        "<fes:ValueReference>geom</fes:ValueReference>"
        '<gml:LineString srsName="urn:ogc:def:crs:EPSG::4326" gml:id="a">'
        f"<gml:posList>{numbers}</gml:posList></gml:LineString>"
        "</fes:Intersects></fes:Filter></Query></GetFeature>"
    )
    answer = client.post("/ows", content=body, headers={"Content-Type": "text/xml"})
    assert answer.status_code == 400
    assert "vertices" in answer.text


def test_a_jagged_geometry_is_answered_within_seconds(client: httpx.Client) -> None:
    """Edges are followed when transformed: a thousand long ones must not become millions."""
    asked = {"f": "json", "filter": intersects(polygon(700)), "filter-lang": "cql2-json"}
    answer = client.get(ITEMS, params=asked)
    assert answer.status_code == 200
    assert answer.elapsed.total_seconds() < 5


@pytest.mark.parametrize(
    "address",
    [
        f"{ITEMS}?f=json&offset={LIMITS.offset + 1}",
        f"{WFS}&STARTINDEX={LIMITS.offset + 1}",
        f"{ITEMS}?f=json&offset=99999999999999999999999",
        f"{ITEMS}?f=json&limit=-1",
        f"{WMS}&BBOX=1,1,2,2&FORMAT=image/png&WIDTH={LIMITS.picture_px + 1}&HEIGHT=10",
        f"{WMS}&BBOX=1,1,2,2&FORMAT=image/png&WIDTH=10&HEIGHT=99999999999",
        f"{WMS}&BBOX=1,1,nan,inf&FORMAT=image/png&WIDTH=10&HEIGHT=10",
        "/tiles/tree/99/1/1.mvt",
        "/tiles/tree/5/99999999/1.mvt",
        "/tiles/" + ",".join(["tree"] * 50) + "/5/17/10.mvt",
        "/api/identify?layers=tree&lon=20&lat=50&radius_m=1e9",
        "/api/search?q=a&limit=100000",
        "/ogc/collections/tree/map?width=100000&height=100000",
    ],
)
def test_more_than_the_limits_is_refused(client: httpx.Client, address: str) -> None:
    answer = client.get(address)
    assert 400 <= answer.status_code < 500, answer.text


def test_a_large_limit_is_answered_with_what_is_allowed(client: httpx.Client) -> None:
    answer = client.get(f"{ITEMS}?f=json&limit=999999999")
    assert answer.status_code == 200
    assert answer.json()["numberReturned"] <= LIMITS.items


@pytest.mark.parametrize("pattern", ["%" * 2000, "_%" * 2000, "%a" * 2000 + "b"])
def test_a_pattern_that_backtracks_takes_no_time(client: httpx.Client, pattern: str) -> None:
    tree = json.dumps({"op": "like", "args": [{"property": "name"}, pattern]})
    asked = {"f": "json", "filter": tree, "filter-lang": "cql2-json"}
    answer = client.get(ITEMS, params=asked)
    assert answer.status_code == 200
    assert answer.elapsed.total_seconds() < 5
