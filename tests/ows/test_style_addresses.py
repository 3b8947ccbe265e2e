"""The looks of layers, as clients fetch them."""

from __future__ import annotations

import io

import httpx
import pytest
from lxml import etree
from PIL import Image

pytestmark = pytest.mark.database


def test_a_style_leads_to_its_tiles_and_to_its_images(client: httpx.Client) -> None:
    style = client.get("/styles/zone.json").json()
    tiles = style["sources"]["zone"]["tiles"][0]
    assert client.get(tiles.format(z=0, x=0, y=0)).status_code in (200, 204)
    index = client.get(style["sprite"] + ".json").json()
    (hatch,) = [one for one in style["layers"] if one["metadata"]["sip:part"] == "hatch"]
    place = index[hatch["paint"]["fill-pattern"]]
    sheet = Image.open(io.BytesIO(client.get(style["sprite"] + ".png").content))
    assert place["width"] == place["height"] == 11  # 8 px between lines, across the corner
    box = (place["x"], place["y"], place["x"] + place["width"], place["y"] + place["height"])
    image = sheet.crop(box)
    assert {pixel[:3] for _, pixel in image.getcolors(999) or [] if pixel[3]} == {(0, 0, 0)}
    sharp = client.get(style["sprite"] + "@2x.json").json()[hatch["paint"]["fill-pattern"]]
    assert (sharp["pixelRatio"], sharp["width"]) == (2, 23)


def test_a_grid_is_drawn_from_raster_tiles(client: httpx.Client) -> None:
    style = client.get("/styles/height.json").json()
    assert style["layers"][0]["type"] == "raster"
    tile = client.get(style["sources"]["height"]["tiles"][0].format(z=0, x=0, y=0))
    assert tile.headers["content-type"] == "image/png"


@pytest.mark.parametrize(("language", "word"), [("pl", "mało"), ("en", "little")])
def test_words_are_in_the_language_asked_for(
    client: httpx.Client, language: str, word: str
) -> None:
    for path in ("zone.qml?", "zone.sld?version=1.0.0&", "zone.sld?"):
        answer = client.get(f"/styles/{path}lang={language}")
        assert answer.status_code == 200
        etree.fromstring(answer.content)
        assert word in answer.text


def test_what_did_not_change_is_not_sent_again(client: httpx.Client) -> None:
    tag = client.get("/styles/zone.sld").headers["etag"]
    assert client.get("/styles/zone.sld", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("secret.json", 404), ("no_such.sld", 404), ("photo.sld", 404), ("zone.css", 404),
        ("zone.sld?version=3", 400), ("zone/sprite.gif", 404), ("secret/sprite.json", 404),
    ],
)  # fmt: skip
def test_styles_that_are_not_there_are_refused(
    client: httpx.Client, path: str, status: int
) -> None:
    assert client.get(f"/styles/{path}").status_code == status
