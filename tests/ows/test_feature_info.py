"""What lies under a pixel."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from lxml import etree

from sip.crs import Extent, northing_first
from tests.ows.town import X, Y

pytestmark = pytest.mark.database


def ask(client: httpx.Client, **parameters: Any) -> httpx.Response:
    known = {
        "SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetFeatureInfo", "STYLES": "",
        "CRS": "EPSG:2178", "BBOX": f"{Y},{X},{Y + 1000},{X + 1000}", "WIDTH": 100, "HEIGHT": 100,
        "LAYERS": "lamp", "QUERY_LAYERS": "lamp", "INFO_FORMAT": "application/json",
        "I": 25, "J": 75,
    }  # fmt: skip
    wanted = {name: value for name, value in {**known, **parameters}.items() if value is not None}
    return client.get("/ows", params=wanted)


@pytest.mark.parametrize("epsg", [2178, 2180, 3857, 4258, 4326])
def test_the_lamp_under_the_pixel_is_found_in_every_crs(client: httpx.Client, epsg: int) -> None:
    box = Extent(X + 200, Y + 200, X + 300, Y + 300).transformed(2178, epsg)
    corners = box.in_authority_order(epsg) if northing_first(epsg) else (
        box.west, box.south, box.east, box.north,
    )  # fmt: skip
    given = {"CRS": f"EPSG:{epsg}", "BBOX": ",".join(map(str, corners)), "I": 50, "J": 50}
    assert [one["id"] for one in ask(client, **given).json()["features"]] == ["lamp.1"]
    assert not ask(client, **given | {"I": 10}).json()["features"]


def test_values_come_as_stored_and_as_people_read_them(client: httpx.Client) -> None:
    (lamp,) = ask(client, LANGUAGE="pol").json()["features"]
    assert lamp["properties"] == {"kind": "led", "height_m": 4.5, "lit": True}
    assert lamp["shown"] == [
        {"title": "Rodzaj", "value": "diodowa (led)"},
        {"title": "Wysokość", "value": "4,5 m"},
        {"title": "Świeci", "value": "tak"},
    ]
    assert lamp["geometry"]["coordinates"] == pytest.approx([21.0, 50.9], abs=0.2)


def test_personal_fields_are_in_no_format(client: httpx.Client) -> None:
    for media in ("application/json", "text/html", "text/plain", "application/vnd.ogc.gml"):
        answer = ask(client, INFO_FORMAT=media)
        assert answer.headers["content-type"].split(";")[0] == media
        assert "keeper" not in answer.text
        assert "Opiekun" not in answer.text


def test_pages_and_markup_are_well_formed_whatever_a_row_says(client: httpx.Client) -> None:
    road = {"LAYERS": "road", "QUERY_LAYERS": "road", "I": 50, "J": 49}
    page = ask(client, INFO_FORMAT="text/html", **road)
    assert "Długa &lt;&amp;&gt;" in page.text
    gml = etree.fromstring(ask(client, INFO_FORMAT="application/vnd.ogc.gml", **road).content)
    assert gml.findtext(".//{urn:sip:layers}name") == "Długa <&>"


def test_as_many_as_asked_for_come_from_all_queried_layers(client: httpx.Client) -> None:
    names = {"LAYERS": "zone,lamp", "QUERY_LAYERS": "zone,lamp"}
    found = ask(client, FEATURE_COUNT=5, **names).json()["features"]
    assert [one["id"] for one in found] == ["zone.1", "lamp.1"]
    assert len(ask(client, **names).json()["features"]) == 1


def test_a_grid_tells_its_value_where_it_has_one(client: httpx.Client) -> None:
    heights = {"LAYERS": "height", "QUERY_LAYERS": "height", "I": 50, "J": 20}
    (cell,) = ask(client, LANGUAGE="eng", **heights).json()["features"]
    assert cell["properties"]["value"] == pytest.approx(150 + 150 * 50 / 99, abs=0.001)
    assert cell["shown"] == [{"title": "Value", "value": "225.758 m"}]
    assert not ask(client, **heights | {"J": 80}).json()["features"]
    gml = etree.fromstring(ask(client, INFO_FORMAT="application/vnd.ogc.gml", **heights).content)
    assert gml.findtext(".//{urn:sip:layers}value") == "225.758"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"I": 5000}, "InvalidPoint"),
        ({"J": -5}, "InvalidPoint"),
        ({"I": "x"}, "InvalidPoint"),
        ({"I": None}, "InvalidPoint"),
        ({"QUERY_LAYERS": "no_such"}, "LayerNotDefined"),
        ({"QUERY_LAYERS": "secret"}, "LayerNotDefined"),
        ({"QUERY_LAYERS": "zone"}, "LayerNotDefined"),
        ({"LAYERS": "photo", "QUERY_LAYERS": "photo"}, "LayerNotQueryable"),
        ({"INFO_FORMAT": "text/nonsense"}, "InvalidFormat"),
    ],
)
def test_questions_without_sense_are_refused(
    client: httpx.Client, wrong: dict[str, Any], code: str
) -> None:
    answer = ask(client, **wrong)
    assert answer.status_code == 400
    assert etree.fromstring(answer.content)[0].get("code") == code
