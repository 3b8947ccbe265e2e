"""The differential leak test: every way in shows each role exactly what PostgreSQL shows it.

It is generated over the layers and groups of the project; a new one is covered by being there.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import math
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psycopg
import pyogrio
import pytest
from lxml import etree
from PIL import Image

from sip import catalogue as catalogues
from sip.catalogue import Layer
from tests.installation import Server
from tests.leaks import House, Place, Truth, house, plain

pytestmark = pytest.mark.database

CATALOGUE = catalogues.load(Path(__file__).parents[1])
VECTORS = [layer.id for layer in CATALOGUE.layers.values() if layer.is_vector]
UNKNOWN = "zz_unknown"
MOST = 100
_WMS = "/ows?SERVICE=WMS&VERSION=1.1.1&SRS=EPSG:2178&STYLES=&FORMAT=image/png&TRANSPARENT=TRUE"
_WFS = "/ows?SERVICE=WFS&VERSION=2.0.0"
_BOX = "7470000,5630000,7471000,5631000"
_ADDRESSES = (
    "/ogc/collections/{0}",
    "/ogc/collections/{0}/items",
    "/ogc/collections/{0}/items?f=csv",
    "/ogc/collections/{0}/items?filter=id=1",
    "/ogc/collections/{0}/items/1",
    "/ogc/collections/{0}/items/1/attachments",
    "/ogc/collections/{0}/items/1/history",
    "/ogc/collections/{0}/queryables",
    "/ogc/collections/{0}/schema",
    "/ogc/collections/{0}/map",
    "/ogc/collections/{0}/tiles",
    "/ogc/collections/{0}/tiles/WebMercatorQuad/14/5500/9130",
    "/ogc/collections/metadata:main/items/{0}",
    "/tiles/{0}.json",
    "/tiles/{0}/14/9130/5500.mvt",
    "/styles/{0}.json",
    "/styles/{0}.sld",
    "/styles/{0}.qml",
    "/download/{0}.csv",
    "/api/feature/{0}/1",
    "/api/identify?layers={0}&lon=20.6&lat=50.9",
    f"{_WMS}&REQUEST=GetMap&LAYERS={{0}}&BBOX={_BOX}&WIDTH=50&HEIGHT=50",
    f"{_WMS}&REQUEST=GetFeatureInfo&LAYERS={{0}}&QUERY_LAYERS={{0}}&BBOX={_BOX}&WIDTH=50&HEIGHT=50&X=9&Y=9",
    f"{_WMS}&REQUEST=GetLegendGraphic&LAYER={{0}}",
    f"{_WFS}&REQUEST=GetFeature&TYPENAMES={{0}}",
    f"{_WFS}&REQUEST=GetFeature&TYPENAMES={{0}}&RESULTTYPE=hits",
    f"{_WFS}&REQUEST=DescribeFeatureType&TYPENAMES={{0}}",
    "/csw?SERVICE=CSW&VERSION=2.0.2&REQUEST=GetRecordById&ID={0}&ELEMENTSETNAME=full",
)
"""Every address that has the name of a layer in it."""
_OF_ROWS_AND_PICTURES = ("items", "download", "GetFeature&", "GetMap", "/map", "Legend", "/14/")
_WORDS_OF_DOCUMENTS = {"description", "title", "name", "type", "kind"}
"""Keys of the documents themselves, which say nothing of a column that is called so."""


@pytest.fixture(scope="module")
def doors(server: Server) -> Iterator[House]:
    with house(server.settings, CATALOGUE) as made:
        yield made


@pytest.mark.parametrize("name", VECTORS)
def test_who_does_not_see_a_layer_is_answered_as_if_it_were_not_there(
    doors: House, name: str
) -> None:
    role = doors.kinds(name).get(None)
    if role is None:
        pytest.skip("everybody sees it")
    secrets = doors.secrets(CATALOGUE.layer(name), None)
    for address in _ADDRESSES:
        hidden = doors.get(role, address.format(name))
        absent = doors.get(role, address.format(UNKNOWN))
        assert plain(hidden, {name: "~"}) == plain(absent, {UNKNOWN: "~"}), address
        assert not [one for one in secrets if one in hidden.text]
    for one in sorted(secrets)[:3]:
        found = doors.get(role, "/api/search", q=one, limit=20).json()["results"]
        assert not [row for row in found if row.get("layer") == name]


@pytest.mark.parametrize("name", VECTORS)
def test_every_way_shows_the_rows_and_columns_of_the_database(doors: House, name: str) -> None:
    layer = CATALOGUE.layer(name)
    for truth, role in doors.kinds(name).items():
        if truth is None:
            continue
        secrets = doors.secrets(layer, truth)
        texts = [
            *_items(doors, role, layer, truth),
            *_files(doors, role, layer, truth),
            *_wfs(doors, role, layer, truth),
            *_descriptions(doors, role, layer, truth),
        ]
        assert not [one for one in secrets for text in texts if one in text], role


@pytest.mark.parametrize("name", VECTORS)
def test_a_hidden_column_is_as_unknown_as_one_that_is_not_there(doors: House, name: str) -> None:
    layer = CATALOGUE.layer(name)
    for truth, role in doors.kinds(name).items():
        for column in sorted(set(layer.spec.fields) - truth.columns) if truth else ():
            for address in _probes(layer, "{0}"):
                asked, unknown = column, f"{column}_zz"
                hidden = doors.get(role, address.format(asked))
                absent = doors.get(role, address.format(unknown))
                assert hidden.status_code in (400, 404), (role, address.format(asked))
                assert plain(hidden, {}) == plain(absent, {unknown: asked}), address


def _probes(layer: Layer, name: str) -> list[str]:
    items = f"/ogc/collections/{layer.id}/items"
    xml = (
        '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"><fes:PropertyIsEqualTo>'
        f"<fes:ValueReference>{name}</fes:ValueReference><fes:Literal>x</fes:Literal>"
        "</fes:PropertyIsEqualTo></fes:Filter>"
    )
    feature = f"{_WFS}&REQUEST=GetFeature&TYPENAMES={layer.id}"
    found = [
        f"{items}?filter={name}='x'",
        f"{items}?filter={name} IS NULL",
        f"{items}?filter=id>0 OR {name} LIKE 'J%25'",
        f"{items}?filter=CASEI({name})='x'&f=csv",
        f"{items}?sortby=-{name}",
        f"{items}?properties={name}",
        f"/download/{layer.id}.csv?filter={name}='x'",
    ]
    wfs = [
        f"{feature}&FILTER={xml}",
        f"{feature}&FILTER={xml}&RESULTTYPE=hits",
        f"{feature}&PROPERTYNAME={name}",
        f"{feature}&SORTBY={name}",
    ]
    return found + (wfs if layer.spec.geometry else [])


@pytest.mark.parametrize("name", [one for one in VECTORS if CATALOGUE.layer(one).spec.geometry])
def test_pictures_and_places_show_the_rows_that_the_database_shows(doors: House, name: str) -> None:
    layer = CATALOGUE.layer(name)
    for truth, role in doors.kinds(name).items():
        if truth is None:
            continue
        for place in doors.places(layer, doors.hidden_ids(layer, truth)[:2]):
            assert not _around(doors, role, layer, place, truth) & {place.id}
        shown = doors.places(layer, list(truth.ids[:3]))
        for place in shown[:1]:
            assert place.id in _around(doors, role, layer, place, truth)
        has_rest = layer.style and (layer.style.kind == "simple" or layer.style.other)
        if shown and has_rest:
            assert any(_is_drawn(doors, role, layer, _box(one)) for one in shown), role
        for place in doors.places(layer, doors.hidden_ids(layer, truth)[:1]):
            if not _around(doors, role, layer, place, truth, radius_m=30):
                small = dataclasses.replace(
                    place, west=place.x, south=place.y, east=place.x, north=place.y
                )
                assert not _is_drawn(doors, role, layer, _box(small)), (role, place.id)


def _around(
    doors: House, role: str, layer: Layer, place: Place, truth: Truth, radius_m: int = 5
) -> set[int]:
    """Return the rows at a place, as GetFeatureInfo, identify and a tile agree to say."""
    at = {"layers": layer.id, "lon": place.lon, "lat": place.lat, "radius_m": radius_m}
    found = doors.get(role, "/api/identify", **at).json()["layers"]
    rows = [row for one in found for row in one["features"]]
    assert all(set(row["properties"]) <= truth.columns for row in rows)
    ids = {row["id"] for row in rows}
    box = f"{place.x - 5},{place.y - 5},{place.x + 5},{place.y + 5}"
    info = (
        f"{_WMS}&REQUEST=GetFeatureInfo&LAYERS={layer.id}&QUERY_LAYERS={layer.id}&BBOX={box}"
        "&WIDTH=101&HEIGHT=101&X=50&Y=50&INFO_FORMAT=application/json&FEATURE_COUNT=100"
    )
    pointed = doors.get(role, info).json()["features"]
    assert all(set(one["properties"]) <= truth.columns for one in pointed)
    assert {int(str(one["id"]).rpartition(".")[2]) for one in pointed} <= set(truth.ids)
    assert ids <= set(truth.ids)
    level = min(18, layer.spec.zoom.max)
    tile = doors.get(role, f"/tiles/{layer.id}/{level}/{_tile(place, level)}.mvt")
    if tile.status_code == 200 and tile.content:
        frame = pyogrio.read_dataframe(io.BytesIO(tile.content), read_geometry=False)
        assert set(map(int, frame["mvt_id"])) <= set(truth.ids)
        assert set(frame.columns) - {"mvt_id"} <= truth.columns
    return ids


def _tile(place: Place, level: int) -> str:
    across = 2**level
    column = int((place.lon + 180) / 360 * across)
    north = math.asinh(math.tan(math.radians(place.lat)))
    return f"{column}/{int((1 - north / math.pi) / 2 * across)}"


def _box(place: Place) -> str:
    return f"{place.west - 20},{place.south - 20},{place.east + 20},{place.north + 20}"


def _is_drawn(doors: House, role: str, layer: Layer, box: str) -> bool:
    address = f"{_WMS}&REQUEST=GetMap&LAYERS={layer.id}&BBOX={box}&WIDTH=64&HEIGHT=64"
    answer = doors.get(role, address)
    assert answer.headers["content-type"] == "image/png", answer.text
    picture = np.asarray(Image.open(io.BytesIO(answer.content)).convert("RGBA"))
    return bool(picture[..., 3].any())


def _items(doors: House, role: str, layer: Layer, truth: Truth) -> Iterator[str]:
    path = f"/ogc/collections/{layer.id}/items"
    first = truth.ids[:MOST]
    answer = doors.get(role, path, limit=MOST)
    body = answer.json()
    assert [one["id"] for one in body["features"]] == list(first)
    assert all(set(one["properties"]) == truth.columns for one in body["features"])
    assert body.get("numberMatched", len(truth.ids)) == len(truth.ids)
    yield answer.text
    page = doors.get(role, path, f="html", limit=20).text
    yield page
    for one in first[:1]:
        single = doors.get(role, f"{path}/{one}")
        assert set(single.json()["properties"]) == truth.columns
        yield single.text
        portal = doors.get(role, f"/api/feature/{layer.id}/{one}")
        assert set(portal.json()["features"][0]["properties"]) <= truth.columns
        yield portal.text
    nowhere = 10**12
    for one in doors.hidden_ids(layer, truth)[:2]:
        for address in (f"{path}/{{}}", f"/api/feature/{layer.id}/{{}}", f"{path}?filter=id={{}}"):
            hidden = doors.get(role, address.format(one))
            absent = doors.get(role, address.format(nowhere))
            assert _unstamped(plain(hidden, {str(one): "~"})) == _unstamped(
                plain(absent, {str(nowhere): "~"})
            )


def _unstamped(answer: tuple[int, str]) -> tuple[int, str]:
    status, text = answer
    head, _, rest = text.partition('"timeStamp":"')
    return status, head + rest.partition('"')[2]


def _files(doors: House, role: str, layer: Layer, truth: Truth) -> Iterator[str]:
    path = f"/ogc/collections/{layer.id}/items"
    columns = {"id", *truth.columns}
    for address, more in ((path, {"f": "csv", "limit": MOST}), (f"/download/{layer.id}.csv", {})):
        text = doors.get(role, address, **more).text
        rows = list(csv.DictReader(io.StringIO(text)))
        wanted = truth.ids[:MOST] if more else truth.ids
        assert [int(row["id"]) for row in rows] == list(wanted)
        assert all({*row} - {"geom", "WKT", "wkt"} == columns for row in rows[:1]), address
        yield text
    if layer.spec.geometry and truth.ids:
        file = doors.get(role, path, f="fgb", limit=MOST)
        frame = pyogrio.read_dataframe(io.BytesIO(file.content), read_geometry=False)
        assert set(frame.columns) == columns
        assert set(frame["id"]) == set(truth.ids[:MOST])


def _wfs(doors: House, role: str, layer: Layer, truth: Truth) -> Iterator[str]:
    if layer.spec.geometry is None:
        return
    address = f"{_WFS}&REQUEST=GetFeature&TYPENAMES={layer.id}"
    text = doors.get(role, f"{address}&OUTPUTFORMAT=application/json&COUNT={MOST}").text
    features = doors.get(role, f"{address}&OUTPUTFORMAT=application/json&COUNT={MOST}").json()
    found = [int(str(one["id"]).rpartition(".")[2]) for one in features["features"]]
    assert found == list(truth.ids[:MOST])
    assert all(set(one["properties"]) <= truth.columns for one in features["features"])
    yield text
    hits = etree.fromstring(doors.get(role, f"{address}&RESULTTYPE=hits").content)
    assert hits.get("numberMatched") == str(len(truth.ids))
    yield doors.get(role, f"{address}&COUNT=20").text


def _descriptions(doors: House, role: str, layer: Layer, truth: Truth) -> Iterator[str]:
    for what in ("queryables", "schema"):
        described = doors.get(role, f"/ogc/collections/{layer.id}/{what}").json()["properties"]
        assert set(described) - {"id", "geom"} == truth.columns, what
    hidden = set(layer.spec.fields) - truth.columns - _WORDS_OF_DOCUMENTS
    for address in _ADDRESSES:
        if any(one in address for one in _OF_ROWS_AND_PICTURES):
            continue
        text = doors.get(role, address.format(layer.id)).text
        assert not [one for one in hidden if f'"{one}"' in text], address
        yield text


@pytest.mark.parametrize("group", ["", "nobody", *CATALOGUE.groups])
def test_lists_of_layers_name_those_that_the_database_shows(doors: House, group: str) -> None:
    for role in {f"leak_{group}", f"leak_{group}.personal"} & set(doors.roles) if group else {""}:
        seen = set(doors.truths[role])
        vectors = set(VECTORS)
        listed = doors.get(role, "/ogc/collections?f=json").json()["collections"]
        assert {one["id"] for one in listed} & vectors == seen
        portal = doors.get(role, "/api/catalogue").json()
        named = {one["id"] for theme in portal["themes"] for one in theme["layers"]}
        assert named & vectors == seen
        for layer in (CATALOGUE.layer(one) for one in sorted(vectors - seen)):
            for address in (
                "/ogc/api",
                "/ogc/collections",
                "/ogc/collections/metadata:main/items?limit=1000",
                "/csw?SERVICE=CSW&VERSION=2.0.2&REQUEST=GetRecords&RESULTTYPE=results"
                "&TYPENAMES=csw:Record&ELEMENTSETNAME=full&MAXRECORDS=500",
                f"{_WFS}&REQUEST=GetCapabilities",
                "/ows?SERVICE=WMS&REQUEST=GetCapabilities",
                "/api/catalogue",
                "/",
            ):
                text = doors.get(role, address).text
                assert f"{layer.id}<" not in text, (role, address)
                assert f'{layer.id}"' not in text, (role, address)
        archive = zipfile.ZipFile(io.BytesIO(doors.get(role, "/qgis/sip.qgz").content))
        project = archive.read("sip.qgs").decode()
        assert not [one for one in vectors - seen if f'."{one}"' in project]


@pytest.mark.parametrize("name", VECTORS)
def test_without_python_the_database_refuses_all_the_same(doors: House, name: str) -> None:
    layer = CATALOGUE.layer(name)
    for truth, role in doors.kinds(name).items():
        hidden = set(layer.spec.fields) - (truth.columns if truth else set())
        with doors.acting(role) as connection:
            for schema in (layer.theme, "staff", "pub", "history", "past", "past_pub"):
                for column in sorted(hidden if truth else {*hidden, "id"}):
                    for statement in (
                        f'SELECT "{column}" FROM {schema}."{name}"',
                        f'SELECT count(*) FROM {schema}."{name}" WHERE "{column}" IS NULL',
                    ):
                        with pytest.raises((
                            psycopg.errors.InsufficientPrivilege,
                            psycopg.errors.UndefinedColumn,
                            psycopg.errors.UndefinedTable,
                        )):  # fmt: skip
                            connection.execute(statement.encode())
