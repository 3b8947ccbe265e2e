"""Real files, imported as a user would, come out of every service in the right place."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import geopandas as gpd
import httpx
import numpy as np
import pyogrio
import pytest
import shapely
from lxml import etree
from PIL import Image
from shapely.geometry.base import BaseGeometry

from tests.real.sources import KEYS, NORTH_FIRST, moved, polygons, rows

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("real")]
CRSS = (2178, 3857, 4326)
LAYERS = tuple(KEYS)
NEAR = {2178: 0.02, 3857: 0.04, 4326: 3e-7}
"""How far a corner may be from where the file has it, in units of the CRS: 2 cm on the ground."""
ZONES_NAMED = "PL.ZIPPZP.1234/121201-POG"
NOWHERE = shapely.Point(23.3, 51.2).buffer(0.1)
"""A place where no file has anything, longitude and latitude."""

every_layer = pytest.mark.parametrize("layer", LAYERS)
every_crs = pytest.mark.parametrize("code", CRSS)


def urn(code: int) -> str:
    return f"urn:ogc:def:crs:EPSG::{code}"


def assert_same_places(found: dict[str, BaseGeometry], layer: str, code: int) -> None:
    expected = {key: row.in_crs(code) for key, row in rows()[layer].items()}
    assert found.keys() == expected.keys()
    far = {key: shapely.hausdorff_distance(found[key], expected[key]) for key in found}
    assert max(far.values()) < NEAR[code], max(far.items(), key=lambda one: one[1])


@every_crs
@every_layer
def test_the_api_has_every_row_at_its_place(client: httpx.Client, layer: str, code: int) -> None:
    crs = f"http://www.opengis.net/def/crs/EPSG/0/{code}"
    query: dict[str, Any] = {"limit": 1000, "crs": crs, "f": "json"}
    answer = client.get(f"/ogc/collections/{layer}/items", params=query)
    assert answer.headers["content-crs"] == f"<{crs}>"
    found = {
        one["properties"][KEYS[layer]]: in_xy(shapely.geometry.shape(one["geometry"]), code)
        for one in answer.json()["features"]
    }
    assert_same_places(found, layer, code)


def in_xy(shape: BaseGeometry, code: int) -> BaseGeometry:
    return shapely.transform(shape, lambda xy: xy[:, ::-1]) if NORTH_FIRST[code] else shape


@every_crs
@every_layer
def test_the_wfs_has_every_row_at_its_place(client: httpx.Client, layer: str, code: int) -> None:
    query: dict[str, Any] = {
        "SERVICE": "WFS",
        "VERSION": "2.0.0",
        "REQUEST": "GetFeature",
        "TYPENAMES": layer,
    }
    answer = client.get("/ows", params={**query, "SRSNAME": urn(code)})
    members = list(etree.fromstring(answer.content).iterfind("{*}member/*"))
    assert {one.get("srsName") for one in members[0].iter() if one.get("srsName")} == {urn(code)}
    found = {str(one.findtext(f"{{*}}{KEYS[layer]}")): polygons(one, code) for one in members}
    assert_same_places(found, layer, code)


@every_crs
@every_layer
def test_a_download_has_every_row_at_its_place(
    client: httpx.Client, tmp_path: Path, layer: str, code: int
) -> None:
    file = tmp_path / f"{layer}.gpkg"
    file.write_bytes(client.get(f"/download/{layer}.gpkg", params={"crs": code}).content)
    frame = gpd.read_file(file)
    assert frame.crs.to_epsg() == code
    found = dict(zip(frame[KEYS[layer]], frame.geometry, strict=True))
    assert_same_places(found, layer, code)


@every_layer
def test_a_tile_has_a_row_at_its_place(client: httpx.Client, tmp_path: Path, layer: str) -> None:
    for key, row in list(rows()[layer].items())[::20]:
        inside = row.in_crs(3857).representative_point()
        level, column, line = 12, *tile_of(inside, 12)
        tile = tmp_path / f"{level}-{column}-{line}.mvt"
        tile.write_bytes(client.get(f"/tiles/{layer}/{level}/{column}/{line}.mvt").content)
        frame = pyogrio.read_dataframe(tile, X=column, Y=line, Z=level, CLIP="NO")
        (number,) = frame[frame.contains(inside)]["mvt_id"]
        item = client.get(f"/ogc/collections/{layer}/items/{number}", params={"f": "json"}).json()
        assert item["properties"][KEYS[layer]] == key


def tile_of(point: shapely.Point, level: int) -> tuple[int, int]:
    edge = 20_037_508.342789244
    size = 2 * edge / 2**level
    return int((point.x + edge) // size), int((edge - point.y) // size)


def picture(client: httpx.Client, layer: str, box: np.ndarray, code: int, size: int) -> np.ndarray:
    """Return how opaque a picture of WMS is, 0 to 255, row 0 in the north."""
    query: dict[str, Any] = {
        "SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetMap", "STYLES": "", "LAYERS": layer,
        "FORMAT": "image/png", "TRANSPARENT": "TRUE", "WIDTH": size, "HEIGHT": size,
        "CRS": f"EPSG:{code}", "BBOX": written(box, code),
    }  # fmt: skip
    answer = client.get("/ows", params=query)
    assert answer.headers["content-type"] == "image/png", answer.text
    return np.asarray(Image.open(io.BytesIO(answer.content)).convert("RGBA"))[:, :, 3]


def written(box: np.ndarray, code: int) -> str:
    west, south, east, north = map(float, box)
    return ",".join(map(str, (south, west, north, east) if NORTH_FIRST[code]
                        else (west, south, east, north)))  # fmt: skip


def around(shape: BaseGeometry) -> np.ndarray:
    """Return the square around a shape."""
    half = max(np.ptp(np.reshape(shape.bounds, (2, 2)), axis=0)) * 0.6
    middle = np.mean(np.reshape(shape.bounds, (2, 2)), axis=0)
    return np.concatenate([middle - half, middle + half])


@every_crs
@every_layer
def test_the_map_draws_the_outlines_of_the_file_and_nothing_beside(
    client: httpx.Client, layer: str, code: int
) -> None:
    size = 600
    for row in list(rows()[layer].values())[::25]:
        shape = row.in_crs(code)
        box = around(shape)
        drawn = picture(client, layer, box, code, size)
        pixel = (box[2] - box[0]) / size
        outline = shape.boundary.segmentize(3 * pixel)
        columns, lines = ((shapely.get_coordinates(outline) - box[[0, 3]]) / (pixel, -pixel)).T
        hits = [
            drawn[
                max(int(line) - 12, 0) : int(line) + 13, max(int(column) - 12, 0) : int(column) + 13
            ].any()
            for column, line in zip(columns, lines, strict=True)
        ]
        assert np.mean(hits) > 0.98
    beside = around(moved(NOWHERE, 4326, code))
    assert not picture(client, layer, beside, code, size).any()


@every_crs
def test_zones_are_filled_where_the_file_has_them(client: httpx.Client, code: int) -> None:
    zones = [row.in_crs(code) for key, row in rows()["plan_zone"].items() if ZONES_NAMED in key]
    union = shapely.union_all(zones)
    box, size = around(union), 500
    drawn = picture(client, "plan_zone", box, code, size) > 0
    middles = (np.arange(size) + 0.5) / size
    x = box[0] + middles * (box[2] - box[0])
    y = box[3] - middles * (box[3] - box[1])
    expected = shapely.contains_xy(union, *np.meshgrid(x, y))
    assert expected.any()
    assert (drawn == expected).mean() > 0.98


@every_crs
@every_layer
def test_a_click_on_the_map_answers_with_the_row(
    client: httpx.Client, layer: str, code: int
) -> None:
    for key, row in list(rows()[layer].items())[::20]:
        inside = row.in_crs(code).representative_point()
        half = 500 if code != 4326 else 0.005
        box = np.array([inside.x - half, inside.y - half, inside.x + half, inside.y + half])
        query: dict[str, Any] = {
            "SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetFeatureInfo", "STYLES": "",
            "LAYERS": layer, "QUERY_LAYERS": layer, "INFO_FORMAT": "application/json",
            "CRS": f"EPSG:{code}", "BBOX": written(box, code), "WIDTH": 1001, "HEIGHT": 1001,
            "I": 500, "J": 500, "FEATURE_COUNT": 5,
        }  # fmt: skip
        found = client.get("/ows", params=query).json()["features"]
        assert key in {one["properties"][KEYS[layer]] for one in found}


@every_layer
def test_the_record_says_where_the_rows_are(client: httpx.Client, layer: str) -> None:
    title = client.get(f"/ogc/collections/{layer}", params={"f": "json", "lang": "pl"}).json()[
        "title"
    ]
    query: dict[str, Any] = {
        "SERVICE": "CSW", "VERSION": "2.0.2", "REQUEST": "GetRecords", "TYPENAMES": "csw:Record",
        "RESULTTYPE": "results", "ELEMENTSETNAME": "full", "MAXRECORDS": 200,
    }  # fmt: skip
    root = etree.fromstring(client.get("/csw", params=query).content)
    boxes = [
        one.find("{*}BoundingBox")
        for one in root.iter("{*}Record")
        if one.findtext("{*}title") == title and one.find("{*}BoundingBox") is not None
    ]
    (box,) = boxes
    assert box is not None
    (south, west), (north, east) = (map(float, str(one.text).split()) for one in box)
    metres = shapely.union_all([row.in_crs(2178) for row in rows()[layer].values()])
    # The box is the one in metres, which is turned against the degrees.
    expected = moved(shapely.box(*metres.bounds).segmentize(1000), 2178, 4326).bounds
    assert np.allclose((west, south, east, north), expected, atol=0.001)


@pytest.mark.parametrize(
    ("asked", "teryt"),
    [
        ("Busko-Zdroj", "2601013"),
        ("lopuszno", "2604083"),
        ("Checiny", "2604033"),
        ("miedziana gora", "2604102"),
        ("2661011", "2661011"),
    ],
)
def test_a_municipality_is_found_by_its_name_without_diacritics(
    client: httpx.Client, asked: str, teryt: str
) -> None:
    first = client.get("/api/search", params={"q": asked, "lang": "pl"}).json()["results"][0]
    shape = rows()["gmina"][teryt].shape
    assert first["layer"] == "gmina"
    assert shapely.box(*shape.bounds).contains(shapely.Point(first["center"]))
    assert np.allclose(first["box"], shape.bounds, atol=0.02)


def test_what_is_at_a_place_is_what_the_files_have_there(client: httpx.Client) -> None:
    key, zone = next(one for one in rows()["plan_zone"].items() if ZONES_NAMED in one[0])
    inside = zone.shape.representative_point()
    query: dict[str, Any] = {
        "layers": ",".join(LAYERS),
        "lon": inside.x,
        "lat": inside.y,
        "radius_m": 0,
    }
    found = client.get("/api/identify", params=query).json()["layers"]
    assert [one["id"] for one in found] == ["plan_act", "plan_zone"]
    (feature,) = found[1]["features"]
    assert feature["properties"]["identifier"] == key
    assert shapely.geometry.shape(feature["geometry"]).hausdorff_distance(zone.shape) < 1e-5


def test_attributes_come_with_the_letters_and_codes_of_the_file(client: httpx.Client) -> None:
    items = "/ogc/collections/plan_zone/items"
    query: dict[str, Any] = {
        "f": "json",
        "filter": f"designation = '1SJ' AND namespace = '{ZONES_NAMED}'",
    }
    (zone,) = client.get(items, params=query).json()["features"]
    assert zone["properties"] | {
        "zone_kind": "SJ", "status": "elaboration", "max_height_m": 15.5,
        "basic_profile": "MN U K ZP ZD I", "valid_from": "2025-08-15",
    } == zone["properties"]  # fmt: skip
    query = {"f": "json", "filter": "teryt = '2604083'"}
    (gmina,) = client.get("/ogc/collections/gmina/items", params=query).json()["features"]
    assert (gmina["properties"]["name"], gmina["properties"]["kind"]) == ("Łopuszno", "3")


def test_the_boxes_that_services_announce_hold_every_row(client: httpx.Client) -> None:
    query: dict[str, Any] = {"SERVICE": "WMS", "VERSION": "1.3.0", "REQUEST": "GetCapabilities"}
    root = etree.fromstring(client.get("/ows", params=query).content)
    for layer in LAYERS:
        (named,) = [one for one in root.iter("{*}Layer") if one.findtext("{*}Name") == layer]
        for box in named.iterfind("{*}BoundingBox"):
            code = int(str(box.get("CRS")).removeprefix("EPSG:").replace("CRS:84", "4326"))
            if code not in NEAR:
                continue
            swap = NORTH_FIRST[code] and box.get("CRS") != "CRS:84"
            names = ("miny", "minx", "maxy", "maxx") if swap else ("minx", "miny", "maxx", "maxy")
            west, south, east, north = (float(str(box.get(name))) for name in names)
            announced = shapely.box(west, south, east, north)
            for row in rows()[layer].values():
                assert announced.buffer(NEAR[code]).contains(moved(row.shape, 4326, code))
