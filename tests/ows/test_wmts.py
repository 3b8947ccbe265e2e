"""Tiles of raster layers."""

from __future__ import annotations

import io

import httpx
import pytest
from lxml import etree
from PIL import Image

from sip.crs import transformer
from sip.tiling import TILE_MATRIX_SETS, TileMatrixSet
from tests.ows.town import X, Y

pytestmark = pytest.mark.database
LEVEL = 12


def place(tms: TileMatrixSet) -> tuple[int, int]:
    """Row and column of the tile over the middle of the town."""
    x, y = transformer(2178, tms.crs).transform(X + 500, Y + 500)
    span = tms.span_m(LEVEL)
    return int((tms.north - y) // span), int((x - tms.west) // span)


def colours(answer: httpx.Response) -> set[tuple[int, ...]]:
    assert answer.headers["content-type"] == "image/png", answer.text
    image = Image.open(io.BytesIO(answer.content)).convert("RGBA")
    assert image.size == (256, 256)
    return {colour for _, colour in image.getcolors(65536) or []}


@pytest.mark.parametrize("name", TILE_MATRIX_SETS)
def test_a_tile_shows_the_photograph_of_its_year_in_both_ways_of_asking(
    client: httpx.Client, name: str
) -> None:
    row, column = place(TILE_MATRIX_SETS[name])
    path = f"/wmts/photo/default/2019/{name}/{LEVEL}/{row}/{column}.png"
    assert (200, 0, 0, 255) in colours(client.get(path))
    query = {
        "SERVICE": "WMTS", "REQUEST": "GetTile", "VERSION": "1.0.0", "LAYER": "photo",
        "STYLE": "default", "FORMAT": "image/png", "TILEMATRIXSET": name,
        "TILEMATRIX": LEVEL, "TILEROW": row, "TILECOL": column,
    }  # fmt: skip
    assert (0, 0, 200, 255) in colours(client.get("/ows", params=query))
    away = client.get(path.replace(f"/{row}/", f"/{row + 9}/"))
    assert {colour[3] for colour in colours(away)} == {0}


def test_a_tile_that_did_not_change_is_not_sent_again(client: httpx.Client) -> None:
    row, column = place(TILE_MATRIX_SETS["PL1992Quad"])
    path = f"/wmts/photo/default/2023/PL1992Quad/{LEVEL}/{row}/{column}.jpg"
    tag = client.get(path).headers["etag"]
    assert client.get(path, headers={"If-None-Match": tag}).status_code == 304
    other = path.replace("2023", "2019")
    assert client.get(other, headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("lamp/default/WebMercatorQuad/1/0/0.png", "InvalidParameterValue"),
        ("photo/default/2020/WebMercatorQuad/1/0/0.png", "InvalidParameterValue"),
        ("photo/other/WebMercatorQuad/1/0/0.png", "InvalidParameterValue"),
        ("photo/default/NoSuchSet/1/0/0.png", "InvalidParameterValue"),
        ("photo/default/WebMercatorQuad/1/2/0.png", "TileOutOfRange"),
        ("photo/default/WebMercatorQuad/99/0/0.png", "TileOutOfRange"),
        ("photo/default/WebMercatorQuad/1/-1/0.png", "InvalidParameterValue"),
        ("photo/default/WebMercatorQuad/1/0/0.gif", "InvalidParameterValue"),
    ],
)
def test_tiles_that_cannot_be_are_refused(client: httpx.Client, path: str, code: str) -> None:
    answer = client.get(f"/wmts/{path}")
    assert answer.status_code == 400
    found = etree.fromstring(answer.content)[0]
    assert found.get("exceptionCode") == code


def test_the_capabilities_lead_to_a_tile(client: httpx.Client) -> None:
    root = etree.fromstring(client.get("/wmts/1.0.0/WMTSCapabilities.xml").content)
    names = {"w": "http://www.opengis.net/wmts/1.0", "o": "http://www.opengis.net/ows/1.1"}
    layers = root.findall("w:Contents/w:Layer", names)
    assert [one.findtext("o:Identifier", None, names) for one in layers] == ["photo", "height"]
    template = layers[0].find("w:ResourceURL", names)
    assert template is not None
    path = f"w:TileMatrixSetLink[w:TileMatrixSet='PL1992Quad']//w:TileMatrixLimits[{LEVEL + 1}]"
    limits = layers[0].find(path, names)
    assert limits is not None
    filled = template.get("template", "").format(
        time="2023",
        TileMatrixSet="PL1992Quad",
        TileMatrix=LEVEL,
        TileRow=limits.findtext("w:MinTileRow", None, names),
        TileCol=limits.findtext("w:MinTileCol", None, names),
    )
    assert (0, 0, 200, 255) in colours(client.get(filled))
