"""A register of zones side by side, and every way in which a service tells which are there."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping

import httpx
import numpy as np
import pyogrio
from lxml import etree
from PIL import Image

from sip.crs import Extent

X, Y = 7_473_000, 5_638_000
"""South-western corner of the first zone, EPSG:2178; each is a square of 100 m."""
ZONES = range(1, 6)
BOX = Extent(X, Y, X + 100 * len(ZONES), Y + 100)
FILES = {
    "layers/_project.yaml": """
        title: {pl: Miasto próbne, en: Trial town}
        abstract: {pl: Dane do prób., en: Data for trials.}
        contact: {organisation: {pl: Urząd, en: Town hall}, email: office@town.invalid}
        extent: {west: 20.60, south: 50.86, east: 20.66, north: 50.90}
        """,
    "layers/planning/_theme.yaml": """
        title: {pl: Planowanie, en: Planning}
        abstract: {pl: Plany., en: Plans.}
        order: 1
        """,
    "layers/planning/codes/use.yaml": """
        title: {pl: Przeznaczenie, en: Use}
        source: {status: ours}
        values:
          - {code: "MN", title: {pl: mieszkaniowa, en: housing}}
          - {code: "ZP", title: {pl: zieleń, en: green}}
        """,
    "layers/planning/zone.yaml": """
        title: {pl: Strefy, en: Zones}
        abstract: {pl: Strefy planu., en: Zones of the plan.}
        geometry: Polygon
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
          use: {type: text, title: {pl: Przeznaczenie, en: Use}, codes: use}
          height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
          valid_from: {type: date, title: {pl: Od, en: From}}
          valid_to: {type: date, title: {pl: Do, en: To}}
          memo: {type: text, title: {pl: Notatka, en: Memo}, internal: true}
          author: {type: text, title: {pl: Autor, en: Author}, personal: true}
        rights: {drafts: height_m < 0}
        name_field: name
        search: [name]
        """,
    "styles/planning/zone.yaml": """
        kind: simple
        symbol: {fill: "#ff0000", fill_opacity: 1}
        """,
    "layers/planning/summary.yaml": """
        title: {pl: Zestawienie, en: Summary}
        abstract: {pl: Ile stref., en: How many zones.}
        view: {sql: summary.sql}
        fields:
          zones: {type: integer, title: {pl: Strefy, en: Zones}}
        """,
    "layers/planning/summary.sql": "SELECT 1 AS id, 5 AS zones",
}


def square(number: int) -> str:
    """Return the SQL of a zone's square."""
    west = X + 100 * (number - 1)
    return f"ST_MakeEnvelope({west}, {Y}, {west + 100}, {Y + 100}, 2178)"


def listed(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """Items as GeoJSON."""
    answer = client.get("/ogc/collections/zone/items", params={"limit": 100, **asked})
    return {one["id"] for one in answer.raise_for_status().json()["features"]}


def narrowed(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """Items with a box, a filter and an order, as CSV."""
    more = {"f": "csv", "bbox": "20,50,21,51", "filter": "id > 0", "sortby": "-name", **asked}
    answer = client.get("/ogc/collections/zone/items", params={"limit": "100", **more})
    return {int(row["id"]) for row in csv.DictReader(io.StringIO(answer.raise_for_status().text))}


def tiled(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """A vector tile that is complete, and one that is thinned out."""
    full, thin = (
        _in_tile(client, level, asked) for level in (15, 10)
    )  # fmt: skip
    assert full >= thin, "a thinned tile has what a full one lacks"
    assert bool(full) == bool(thin)
    return full


def _in_tile(client: httpx.Client, level: int, asked: Mapping[str, str]) -> set[int]:
    box = BOX.transformed(2178, 3857)
    edge = 20_037_508.342789244
    size = 2 * edge / 2**level
    found: set[int] = set()
    for column in range(int((box.west + edge) // size), int((box.east + edge) // size) + 1):
        for row in range(int((edge - box.north) // size), int((edge - box.south) // size) + 1):
            answer = client.get(f"/tiles/zone/{level}/{column}/{row}.mvt", params=asked)
            if answer.raise_for_status().status_code == 200:
                frame = pyogrio.read_dataframe(io.BytesIO(answer.content), read_geometry=False)
                found |= set(map(int, frame["mvt_id"]))
    return found


def drawn(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """A picture of WMS."""
    time = {"TIME": asked["datetime"]} if "datetime" in asked else {}
    others = {name: value for name, value in asked.items() if name != "datetime"}
    answer = client.get("/ows", params={**_map(), "REQUEST": "GetMap", **time, **others})
    return _coloured(answer)


def mapped(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """A picture of OGC API Maps."""
    box = f"{BOX.south},{BOX.west},{BOX.north},{BOX.east}"
    shape = {"bbox": box, "bbox-crs": "EPSG:2178", "crs": "EPSG:2178", "width": "500"}
    return _coloured(client.get("/ogc/collections/zone/map", params={**shape, **asked}))


def _map() -> dict[str, str]:
    return {
        "SERVICE": "WMS", "VERSION": "1.1.1", "LAYERS": "zone", "STYLES": "", "SRS": "EPSG:2178",
        "BBOX": f"{BOX.west},{BOX.south},{BOX.east},{BOX.north}", "WIDTH": "500", "HEIGHT": "100",
        "FORMAT": "image/png", "TRANSPARENT": "TRUE",
    }  # fmt: skip


def _coloured(answer: httpx.Response) -> set[int]:
    assert answer.headers["content-type"] == "image/png", answer.text
    picture = np.asarray(Image.open(io.BytesIO(answer.content)).convert("RGBA"))
    return {number for number in ZONES if picture[50, 100 * number - 50, 3] > 0}


def pointed_at(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """GetFeatureInfo in the middle of every zone."""
    time = {"TIME": asked["datetime"]} if "datetime" in asked else {}
    others = {name: value for name, value in asked.items() if name != "datetime"}
    found: set[int] = set()
    for number in ZONES:
        at = {"QUERY_LAYERS": "zone", "X": str(100 * number - 50), "Y": "50"}
        more = {
            "REQUEST": "GetFeatureInfo",
            "INFO_FORMAT": "application/json",
            "FEATURE_COUNT": "9",
            **at,
            **time,
        }
        answer = client.get("/ows", params={**_map(), **more, **others})
        features = answer.raise_for_status().json()["features"]
        found |= {int(one["id"].removeprefix("zone.")) for one in features}
    return found


def served(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """GetFeature of WFS, as parameters and as a document beside the vendor parameters."""
    query = {"SERVICE": "WFS", "VERSION": "2.0.0", "REQUEST": "GetFeature", "TYPENAMES": "sip:zone"}
    plain = client.get("/ows", params={**query, **asked}).raise_for_status()
    document = (
        '<wfs:GetFeature xmlns:wfs="http://www.opengis.net/wfs/2.0" service="WFS" version="2.0.0">'
        '<wfs:Query typeNames="sip:zone"/></wfs:GetFeature>'
    )
    posted = client.post("/wfs", params=asked, content=document).raise_for_status()
    found = [_ids(answer.content) for answer in (plain, posted)]
    assert found[0] == found[1]
    return found[0]


def _ids(content: bytes) -> set[int]:
    zones = etree.fromstring(content).iter("{*}zone")
    return {int(str(one.values()[0]).removeprefix("zone.")) for one in zones}


def downloaded(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """A file."""
    text = client.get("/download/zone.csv", params=asked).raise_for_status().text
    return {int(row["id"]) for row in csv.DictReader(io.StringIO(text))}


def searched(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """The portal's search, strict and forgiving."""
    found = set()
    for text in ("strefa", "stresa"):
        answer = client.get("/api/search", params={"q": text, "limit": 20, **asked})
        found |= {one["id"] for one in answer.raise_for_status().json()["results"]}
    return found


def identified(client: httpx.Client, asked: Mapping[str, str]) -> set[int]:
    """The portal's question what is at a place."""
    box = BOX.transformed(2178, 4326)
    place = {"lon": (box.west + box.east) / 2, "lat": (box.south + box.north) / 2}
    more: dict[str, str | float] = {"layers": "zone", **place, "radius_m": 400}
    layers = client.get("/api/identify", params={**more, **asked}).raise_for_status().json()
    return {row["id"] for one in layers["layers"] for row in one["features"]}


type Way = Callable[[httpx.Client, Mapping[str, str]], set[int]]
WAYS: tuple[Way, ...] = (
    listed, narrowed, tiled, drawn, mapped, pointed_at, served, downloaded, searched, identified,
)  # fmt: skip
