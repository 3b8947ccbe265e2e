"""The STAC catalogue of the demo area, walked from its root as a client does."""

from __future__ import annotations

import hashlib
from typing import Any

import httpx
import pystac
import pytest
from jsonschema import Draft7Validator
from pystac.validation.local_validator import get_local_schema_cache
from rasterio.io import MemoryFile
from referencing import Registry, Resource

from tests.installation import Server

SPECIFICATION = "https://schemas.stacspec.org/v1.1.0"
PREFIXES = {
    "proj:": "projection", "raster:": "raster", "pc:": "pointcloud", "file:": "file",
    "processing:": "processing",
}  # fmt: skip


NUMBERS = {"type": "array", "items": {"type": "number"}}
FIELDS: dict[str, Any] = {
    # projection 2.0, https://github.com/stac-extensions/projection
    "proj:code": {"type": "string", "pattern": "^[A-Z]+:[0-9]+$"},
    "proj:bbox": {**NUMBERS, "minItems": 4, "maxItems": 4},
    "proj:shape": {
        "type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "integer", "minimum": 1},
    },
    "proj:transform": {**NUMBERS, "minItems": 9, "maxItems": 9},
    # raster 2.0, https://github.com/stac-extensions/raster
    "raster:sampling": {"enum": ["area", "point"]},
    "raster:spatial_resolution": {"type": "number", "exclusiveMinimum": 0},
    # file 2.1, https://github.com/stac-extensions/file: SHA-256 as a multihash
    "file:size": {"type": "integer", "minimum": 1},
    "file:checksum": {"type": "string", "pattern": "^1220[a-f0-9]{64}$"},
    # processing 1.2, https://github.com/stac-extensions/processing
    "processing:lineage": {"type": "string", "minLength": 1},
    "processing:software": {
        "type": "object", "minProperties": 1, "additionalProperties": {"type": "string"},
    },
    # pointcloud 1.0, https://github.com/stac-extensions/pointcloud
    "pc:count": {"type": "integer", "minimum": 0},
    "pc:type": {"type": "string"},
    "pc:encoding": {"type": "string"},
    "pc:density": {"type": "number", "minimum": 0},
    "pc:schemas": {
        "type": "array", "minItems": 1,
        "items": {
            "type": "object", "required": ["name", "size", "type"],
            "properties": {
                "name": {"type": "string"}, "size": {"type": "integer"},
                "type": {"enum": ["floating", "unsigned", "signed"]},
            },
        },
    },
}  # fmt: skip
"""JSON Schemas of the fields of extensions that are written; any other one is a mistake."""
NEEDED = {"pointcloud": {"pc:count", "pc:type", "pc:encoding", "pc:schemas"}}
"""Fields without which an extension may not be named."""


def documents(server: Server) -> dict[str, Any]:
    """Return every document of the catalogue by its address."""
    found: dict[str, Any] = {}
    open_ = [f"{server.url}/stac"]
    with httpx.Client(timeout=30) as client:
        while open_:
            address = open_.pop()
            answer = client.get(address)
            assert answer.status_code == 200, (address, answer.text)
            found[address] = document = answer.json()
            links = {one["rel"]: one["href"] for one in document["links"]}
            assert links["self"] == address
            assert links["root"] == f"{server.url}/stac"
            open_ += [
                one["href"] for one in document["links"] if one["rel"] in ("child", "item")
            ]  # fmt: skip
    return found


@pytest.fixture(scope="module")
def found(server: Server) -> dict[str, Any]:
    return documents(server)


def items(found: dict[str, Any]) -> dict[str, Any]:
    return {one["id"]: one for one in found.values() if one["type"] == "Feature"}


def test_every_document_is_valid(found: dict[str, Any]) -> None:
    schemas = get_local_schema_cache()
    registry: Any = Registry().with_resources(
        [(name, Resource.from_contents(schema)) for name, schema in schemas.items()]
    )
    kinds = {"Feature": "item", "Collection": "collection", "Catalog": "catalog"}
    for address, document in found.items():
        kind = kinds[document["type"]]
        schema = f"{SPECIFICATION}/{kind}-spec/json-schema/{kind}.json"
        validator = Draft7Validator(schemas[schema], registry=registry)
        assert [one.message for one in validator.iter_errors(document)] == [], address
        assert pystac.read_dict(document).id == document["id"]


def test_every_raster_and_cloud_of_the_flights_is_described(found: dict[str, Any]) -> None:
    there = items(found)
    years = [f"{name}_{year}" for name in ("flight_dtm", "flight_hillshade", "flight_ndvi",
             "flight_picture") for year in (2021, 2024)]  # fmt: skip
    assert {*years, "flight_points"} <= there.keys()
    for item in there.values():
        used = {*item["properties"], *item["assets"]["data"]}
        for prefix, name in PREFIXES.items():
            declared = any(f"/{name}/v" in one for one in item["stac_extensions"])
            assert declared == any(one.startswith(prefix) for one in used), (item["id"], name)
        assert item["assets"]["data"]["file:checksum"].startswith("1220")
        assert item["properties"]["proj:code"].startswith("EPSG:")


def test_fields_of_extensions_are_what_these_say(found: dict[str, Any]) -> None:
    known = {"type": "object", "properties": FIELDS, "additionalProperties": False}
    validator = Draft7Validator(known)
    for item in items(found).values():
        fields = {**item["properties"], **item["assets"]["data"]}
        extended = {name: one for name, one in fields.items() if name.startswith((*PREFIXES,))}
        assert [one.message for one in validator.iter_errors(extended)] == [], item["id"]
        for name, needed in NEEDED.items():
            declared = any(f"/{name}/v" in one for one in item["stac_extensions"])
            assert not declared or needed <= extended.keys(), item["id"]


def test_the_catalogue_is_found_from_the_api_and_the_portal(
    server: Server, found: dict[str, Any]
) -> None:
    def related(path: str) -> set[str]:
        links = httpx.get(f"{server.url}{path}", params={"f": "json"}).json()["links"]
        return {
            one["href"] for one in links
            if (one["rel"], one["type"]) == ("related", "application/json")
        }  # fmt: skip

    assert f"{server.url}/stac" in related("/ogc")
    assert f"{server.url}/ogc?f=json" in related("/stac")
    for layer in ("flight_dtm", "flight_picture"):
        assert related(f"/ogc/collections/{layer}") & found.keys() == {f"{server.url}/stac/{layer}"}
    themes = httpx.get(f"{server.url}/api/catalogue", params={"lang": "en"}).json()["themes"]
    files = {
        layer["links"]["files"] for theme in themes for layer in theme["layers"]
        if "files" in layer["links"]
    }  # fmt: skip
    assert {"/stac/flight_dtm", "/stac/flight_points"} <= files
    assert {f"{server.url}{one}" for one in files} <= found.keys()


def test_an_item_says_what_it_was_made_from(found: dict[str, Any]) -> None:
    there = items(found)
    dtm, shade, points = (
        there[name] for name in ("flight_dtm_2024", "flight_hillshade_2024", "flight_points")
    )
    assert dtm["properties"]["start_datetime"] == "2024-04-01T00:00:00Z"
    assert dtm["properties"]["sip:inputs"].keys() == {"points.laz"}
    (source,) = [one["href"] for one in shade["links"] if one["rel"] == "derived_from"]
    assert found[source]["id"] == "flight_dtm_2024"
    assert shade["properties"]["sip:inputs"]["dtm.tif"] == dtm["assets"]["data"]["file:checksum"]
    told = points["properties"]
    assert (told["pc:type"], told["pc:encoding"]) == ("lidar", "LASzip")
    assert told["pc:count"] > 1000
    schemas = {one["name"]: (one["size"], one["type"]) for one in told["pc:schemas"]}
    assert schemas["X"] == (4, "signed")
    assert schemas["gps_time"] == (8, "floating")
    assert schemas["classification"] == (1, "unsigned")


def test_the_file_is_what_its_item_says_and_is_read_by_ranges(found: dict[str, Any]) -> None:
    item = items(found)["flight_picture_2021"]
    data = item["assets"]["data"]
    whole = httpx.get(data["href"]).content
    assert len(whole) == data["file:size"]
    assert f"1220{hashlib.sha256(whole).hexdigest()}" == data["file:checksum"]
    part = httpx.get(data["href"], headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole[10:20])
    with MemoryFile(whole) as file, file.open() as raster:
        assert list(raster.shape) == item["properties"]["proj:shape"]
        assert [one["data_type"] for one in data["bands"]] == list(raster.dtypes)


@pytest.mark.parametrize(
    "path", ["tree", "nothing", "flight_dtm/x", "flight_dtm/..%2f..%2fpg", "flight_dtm/x/data"]
)
def test_what_is_not_there_is_not_found(server: Server, path: str) -> None:
    assert httpx.get(f"{server.url}/stac/{path}").status_code == 404
