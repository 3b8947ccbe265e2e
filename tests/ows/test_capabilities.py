"""What the WMS says of itself."""

from __future__ import annotations

import httpx
import pytest
from lxml import etree

from sip.crs import Extent
from tests.ows.town import X, Y

pytestmark = pytest.mark.database
WMS = {"w": "http://www.opengis.net/wms"}


def capabilities(client: httpx.Client, **parameters: str) -> etree._Element:
    answer = client.get(
        "/ows", params={"SERVICE": "WMS", "REQUEST": "GetCapabilities"} | parameters
    )
    assert answer.status_code == 200
    return etree.fromstring(answer.content)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("", "1.3.0"),
        ("1.3.0", "1.3.0"),
        ("100.0.0", "1.3.0"),
        ("1.1.1", "1.1.1"),
        ("0.0.0", "1.1.1"),
    ],
)
def test_versions_are_negotiated(client: httpx.Client, asked: str, given: str) -> None:
    assert capabilities(client, VERSION=asked).get("version") == given


def test_only_public_layers_are_named_and_groups_follow_the_themes(client: httpx.Client) -> None:
    root = capabilities(client)
    names = [one.text for one in root.iterfind(".//w:Layer/w:Name", WMS)]
    assert names == ["lamp", "road", "zone", "photo", "height"]
    titles = [one.text for one in root.iterfind("w:Capability/w:Layer/w:Layer/w:Title", WMS)]
    assert titles == ["Miasto"]


def test_titles_and_addresses_speak_the_language_that_was_asked_for(client: httpx.Client) -> None:
    polish, english = capabilities(client), capabilities(client, LANGUAGE="eng")
    path = ".//w:Layer[w:Name='lamp']/w:Title"
    assert (polish.findtext(path, None, WMS), english.findtext(path, None, WMS)) == (
        "Lampy", "Lamps",
    )  # fmt: skip
    assert b"LANGUAGE=eng" in etree.tostring(english)
    code = "{http://inspire.ec.europa.eu/schemas/common/1.0}"
    told = english.find(f".//{code}ResponseLanguage/{code}Language")
    assert told is not None
    assert told.text == "eng"


@pytest.mark.parametrize("version", ["1.1.1", "1.3.0"])
def test_boxes_have_the_axes_of_their_version(client: httpx.Client, version: str) -> None:
    root = capabilities(client, VERSION=version)
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = etree.QName(element).localname
    layer = next(one for one in root.iter("Layer") if one.findtext("Name") == "zone")
    name = "CRS" if version == "1.3.0" else "SRS"
    box = next(one for one in layer.iter("BoundingBox") if one.get(name) == "EPSG:2178")
    given = [float(box.get(side, "")) for side in ("minx", "miny", "maxx", "maxy")]
    extent = Extent(X, Y, X + 1000, Y + 1000)
    wanted = (extent.west, extent.south, extent.east, extent.north)
    if version == "1.3.0":
        wanted = extent.in_authority_order(2178)
    assert given == pytest.approx(wanted, abs=30)  # turned to degrees and back


def test_scale_limits_years_legends_and_styles_are_told(client: httpx.Client) -> None:
    root = capabilities(client)
    lamp, photo = (root.find(f".//w:Layer[w:Name='{name}']", WMS) for name in ("lamp", "photo"))
    assert lamp is not None
    assert photo is not None
    assert lamp.findtext("w:MaxScaleDenominator", None, WMS) == "25000"
    assert photo.findtext("w:Dimension", None, WMS) == "2019,2023"
    assert lamp.get("queryable") == "1"
    assert photo.get("queryable") == "0"
    link = lamp.find("w:Style/w:LegendURL/w:OnlineResource", WMS)
    assert link is not None
    legend = client.get(link.get("{http://www.w3.org/1999/xlink}href", ""))
    assert legend.headers["content-type"] == "image/png"
    sheet = lamp.find("w:Style/w:StyleURL/w:OnlineResource", WMS)
    assert sheet is not None
    style = client.get(sheet.get("{http://www.w3.org/1999/xlink}href", ""))
    assert b"StyledLayerDescriptor" in style.content


def test_what_did_not_change_is_not_sent_again(client: httpx.Client) -> None:
    params = {"SERVICE": "WMS", "REQUEST": "GetCapabilities"}
    tag = client.get("/ows", params=params).headers["etag"]
    again = client.get("/ows", params=params, headers={"If-None-Match": tag})
    assert again.status_code == 304
