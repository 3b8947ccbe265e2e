"""The map of one collection, as OGC API Maps asks for it."""

from __future__ import annotations

import io

import httpx
import pytest
from PIL import Image

from sip.crs import Extent
from tests.ows.town import X, Y

pytestmark = pytest.mark.database
MAP = "/ogc/collections/zone/map"


def picture(answer: httpx.Response) -> Image.Image:
    assert answer.status_code == 200, answer.text
    return Image.open(io.BytesIO(answer.content))


def test_without_parameters_the_whole_layer_is_shown_with_square_pixels(
    client: httpx.Client,
) -> None:
    answer = client.get(MAP)
    image = picture(answer)
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-crs"].endswith("/2178>")
    assert max(image.size) == 1024
    assert min(image.size) > 950
    assert image.convert("RGBA").getpixel((100, 500)) == (0, 255, 0, 255)


@pytest.mark.parametrize(
    ("epsg", "swapped"), [("2180", True), ("3857", False), ("4326", True), ("2178", True)]
)
def test_a_box_may_be_in_any_offered_crs(client: httpx.Client, epsg: str, swapped: bool) -> None:
    box = Extent(X, Y, X + 300, Y + 300).transformed(2178, int(epsg))
    corners = (box.south, box.west, box.north, box.east) if swapped else (
        box.west, box.south, box.east, box.north,
    )  # fmt: skip
    uri = f"http://www.opengis.net/def/crs/EPSG/0/{epsg}"
    params = {"bbox": ",".join(map(str, corners)), "bbox-crs": uri, "crs": uri}
    image = picture(client.get(MAP, params={**params, "width": 60, "height": 50}))
    assert image.size == (60, 50)
    assert image.convert("RGB").getpixel((25, 25)) == (0, 255, 0)


def test_the_ground_is_clear_unless_a_colour_is_named(client: httpx.Client) -> None:
    box = {"bbox": "10,10,11,11", "bbox-crs": "http://www.opengis.net/def/crs/OGC/1.3/CRS84"}
    small = {**box, "width": 8, "height": 8, "crs": "http://www.opengis.net/def/crs/EPSG/0/4326"}
    assert picture(client.get(MAP, params=small)).convert("RGBA").getpixel((4, 4))[3] == 0
    blue = picture(client.get(MAP, params={**small, "bgcolor": "0x0000FF"}))
    assert blue.convert("RGBA").getpixel((4, 4)) == (0, 0, 255, 255)


def test_formats_are_chosen_by_name_or_by_accept(client: httpx.Client) -> None:
    by_name = client.get(MAP, params={"f": "jpeg", "width": 9})
    by_accept = client.get(MAP, params={"width": 9}, headers={"Accept": "image/jpeg"})
    assert by_name.headers["content-type"] == by_accept.headers["content-type"] == "image/jpeg"


@pytest.mark.parametrize(
    "wrong",
    [
        {"width": "-5"}, {"width": "abc"}, {"width": "10000000"}, {"bbox": "1,2,3"},
        {"bbox": "2,2,1,1"}, {"bbox": "a,b,c,d"}, {"crs": "EPSG:2177"}, {"f": "gif"},
        {"bgcolor": "red"}, {"transparent": "maybe"}, {"no_such": "1"},
    ],
)  # fmt: skip
def test_maps_that_cannot_be_are_refused(client: httpx.Client, wrong: dict[str, str]) -> None:
    assert client.get(MAP, params=wrong).status_code == 400


def test_a_layer_that_is_not_public_has_no_map(client: httpx.Client) -> None:
    assert client.get("/ogc/collections/secret/map").status_code == 404
    assert client.get("/ogc/collections/no_such/map").status_code == 404
