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
