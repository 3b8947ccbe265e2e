"""What the WMS draws and what it refuses, with the real application, PostGIS and MapServer."""

from __future__ import annotations

import io
from typing import Any

import httpx
import pytest
from lxml import etree
from PIL import Image

from sip.crs import Extent, northing_first
from tests.ows.town import X, Y

pytestmark = pytest.mark.database
TOWN = Extent(X, Y, X + 1000, Y + 1000)


def ask(client: httpx.Client, **parameters: Any) -> httpx.Response:
    known = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "STYLES": ""}
    known |= {"CRS": "EPSG:2178", "BBOX": f"{Y},{X},{Y + 1000},{X + 1000}"}
    known |= {"WIDTH": "100", "HEIGHT": "100", "FORMAT": "image/png", "LAYERS": "lamp"}
    wanted = {name: value for name, value in {**known, **parameters}.items() if value is not None}
    return client.get("/ows", params=wanted)


def picture(answer: httpx.Response) -> Image.Image:
    assert answer.headers["content-type"] == "image/png", answer.text
    return Image.open(io.BytesIO(answer.content)).convert("RGBA")


def code(answer: httpx.Response) -> str:
    assert "xml" in answer.headers["content-type"], answer.text[:200]
    assert 400 <= answer.status_code < 500
    return etree.fromstring(answer.content)[0].get("code", "")


@pytest.mark.parametrize("version", ["1.1.1", "1.3.0"])
@pytest.mark.parametrize("epsg", [2178, 2180, 3857, 4258, 4326])
def test_a_lamp_is_drawn_at_its_place_in_every_crs_and_version(
    client: httpx.Client, epsg: int, version: str
) -> None:
    box = TOWN.transformed(2178, epsg)
    swap = version == "1.3.0" and northing_first(epsg)
    corners = box.in_authority_order(epsg) if swap else (box.west, box.south, box.east, box.north)
    name = "CRS" if version == "1.3.0" else "SRS"
    given = {"CRS": None, name: f"EPSG:{epsg}", "BBOX": ",".join(map(str, corners))}
    image = picture(ask(client, VERSION=version, **given))
    # The town's square is turned against other grids by a degree or two.
    assert near(image, 25, 75, (0, 0, 255))
    assert near(image, 75, 25, (255, 0, 0))
    assert not near(image, 75, 75, (0, 0, 255))


def near(image: Image.Image, x: int, y: int, colour: tuple[int, int, int]) -> bool:
    patch = image.crop((x - 4, y - 4, x + 5, y + 5))
    return any(count[1][:3] == colour for count in patch.getcolors(100) or [])


def test_longitude_comes_first_in_crs84(client: httpx.Client) -> None:
    box = TOWN.transformed(2178, 0)
    corners = f"{box.west},{box.south},{box.east},{box.north}"
    assert near(picture(ask(client, CRS="CRS:84", BBOX=corners)), 25, 75, (0, 0, 255))


def test_an_empty_number_is_other_and_not_zero(client: httpx.Client) -> None:
    image = picture(ask(client, LAYERS="zone"))
    assert image.getpixel((15, 50)) == (0, 255, 0, 255)
    assert image.getpixel((85, 50)) == (128, 128, 128, 255)


def test_layers_are_drawn_in_the_order_of_the_request(client: httpx.Client) -> None:
    above = picture(ask(client, LAYERS="zone,lamp", STYLES=","))
    below = picture(ask(client, LAYERS="lamp,zone", STYLES="default,"))
    assert near(above, 25, 75, (0, 0, 255))
    assert not near(below, 25, 75, (0, 0, 255))


def test_time_chooses_the_year_and_the_newest_is_the_default(client: httpx.Client) -> None:
    assert picture(ask(client, LAYERS="photo")).getpixel((50, 50)) == (0, 0, 200, 255)
    old = ask(client, LAYERS="photo", TIME="2019-06-01")
    assert picture(old).getpixel((50, 50)) == (200, 0, 0, 255)
    assert code(ask(client, LAYERS="photo", TIME="2020")) == "InvalidDimensionValue"


def test_a_grid_has_the_colours_of_its_intervals_and_none_where_nothing_is_known(
    client: httpx.Client,
) -> None:
    image = picture(ask(client, LAYERS="height", TRANSPARENT="TRUE"))
    assert image.getpixel((10, 20)) == (0x00, 0x33, 0x66, 255)
    assert image.getpixel((50, 20)) == (0x88, 0xAA, 0x77, 255)
    assert image.getpixel((90, 20)) == (0xFF, 0xFF, 0xEE, 255)
    assert image.getpixel((50, 80))[3] == 0  # type: ignore[index]


def test_the_ground_is_clear_or_of_the_colour_asked_for(client: httpx.Client) -> None:
    assert picture(ask(client, TRANSPARENT="TRUE")).getpixel((0, 0))[3] == 0
    blue = picture(ask(client, TRANSPARENT="FALSE", BGCOLOR="0x0000ff"))
    assert blue.getpixel((0, 99)) == (0, 0, 255, 255)


def test_a_box_at_the_other_end_of_the_world_is_an_empty_picture(client: httpx.Client) -> None:
    far = ask(client, CRS="EPSG:4326", BBOX="-80,-170,-79,-169", TRANSPARENT="TRUE")
    assert picture(far).getextrema()[3] == (0, 0)


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"LAYERS": "no_such"}, "LayerNotDefined"),
        ({"LAYERS": "secret"}, "LayerNotDefined"),
        ({"LAYERS": "lamp,no_such"}, "LayerNotDefined"),
        ({"LAYERS": None}, "MissingParameterValue"),
        ({"LAYERS": ",".join(["lamp"] * 21)}, ""),
        ({"STYLES": "no_such"}, "StyleNotDefined"),
        ({"CRS": "EPSG:99999"}, "InvalidCRS"),
        ({"CRS": "EPSG:2177"}, "InvalidCRS"),
        ({"BBOX": "1,2,3"}, "InvalidParameterValue"),
        ({"BBOX": "a,b,c,d"}, "InvalidParameterValue"),
        ({"BBOX": "2,0,1,3"}, "InvalidParameterValue"),
        ({"BBOX": "0,0,0,3"}, "InvalidParameterValue"),
        ({"BBOX": "0,0,nan,inf"}, "InvalidParameterValue"),
        ({"WIDTH": "0"}, "InvalidParameterValue"),
        ({"WIDTH": "-1"}, "InvalidParameterValue"),
        ({"HEIGHT": "4097"}, "InvalidParameterValue"),
        ({"HEIGHT": "abc"}, "InvalidParameterValue"),
        ({"FORMAT": "image/nonsense"}, "InvalidFormat"),
        ({"BGCOLOR": "red"}, "InvalidParameterValue"),
        ({"SLD": "http://10.0.0.1/x"}, ""),
        ({"SLD_BODY": "<!DOCTYPE x>"}, ""),
        ({"REQUEST": "GetNonsense"}, "OperationNotSupported"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_its_code(
    client: httpx.Client, wrong: dict[str, str], expected: str
) -> None:
    assert code(ask(client, **wrong)) == expected


def test_version_1_1_1_refuses_in_its_own_words(client: httpx.Client) -> None:
    answer = ask(client, VERSION="1.1.1", CRS=None, SRS="EPSG:99999")
    assert code(answer) == "InvalidSRS"
    assert answer.headers["content-type"].startswith("application/vnd.ogc.se_xml")


def test_behind_the_front_door_the_picture_is_handed_over(client: httpx.Client) -> None:
    query = f"BBOX={Y},{X},{Y + 1000},{X + 1000}&CRS=EPSG:2178&WIDTH=9&HEIGHT=9&LAYERS=lamp"
    answer = client.get(
        f"/ows?REQUEST=GetMap&FORMAT=image/png&{query}",
        headers={"X-Sip-Mapserver": "/_mapserv"},
    )
    assert answer.headers["x-accel-redirect"].startswith("/_mapserv?map=")
    assert not answer.content


def test_the_address_refuses_services_that_are_not_there(client: httpx.Client) -> None:
    for query in ("", "?SERVICE=WCS&REQUEST=GetCapabilities"):
        answer = client.get(f"/ows{query}")
        assert answer.status_code == 400
        assert b'locator="service"' in answer.content


@pytest.mark.parametrize(("language", "other"), [("pol", "eng"), ("eng", "pol")])
def test_a_legend_is_opaque_and_in_the_language_asked_for(
    client: httpx.Client, language: str, other: str
) -> None:
    query = "/ows?SERVICE=WMS&REQUEST=GetLegendGraphic&LAYER=zone&FORMAT=image/png&LANGUAGE="
    image = picture(client.get(query + language))
    assert image.getextrema()[3] == (255, 255)
    colours = {colour for _, colour in image.getcolors(65536) or []}
    assert {(0, 255, 0, 255), (255, 255, 0, 255), (128, 128, 128, 255)} <= colours
    assert image.tobytes() != picture(client.get(query + other)).tobytes()
