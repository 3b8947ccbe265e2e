"""The differential leak test: every way in shows each role exactly what PostgreSQL shows it.

PostgreSQL in turn shows it what the layer files say. All is generated over the layers and groups
of the project; a new one is covered by being there.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sip import catalogue as catalogues
from tests.installation import Server
from tests.leaks import declared, probes, ways
from tests.leaks.house import House, house
from tests.leaks.places import PLACES
from tests.leaks.probes import plain

pytestmark = pytest.mark.database

CATALOGUE = catalogues.load(Path(__file__).parents[1])
VECTORS = [layer.id for layer in CATALOGUE.layers.values() if layer.is_vector]
UNKNOWN = "zz_unknown"
_WMS = "/ows?SERVICE=WMS&VERSION=1.1.1&SRS=EPSG:2178&STYLES=&FORMAT=image/png&TRANSPARENT=TRUE"
_WFS = "/ows?SERVICE=WFS&VERSION=2.0.0"
_WMTS = "/ows?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&STYLE=default&FORMAT=image/png"
_BOX = "7470000,5630000,7471000,5631000"
_ADDRESSES = (
    "/ogc/collections/{0}",
    "/ogc/collections/{0}/items",
    "/ogc/collections/{0}/items?f=csv",
    "/ogc/collections/{0}/items?filter=id=1",
    "/ogc/collections/{0}/items/1",
    "/ogc/collections/{0}/items?f=html",
    "/ogc/collections/{0}/items?asOf=2026-01-01",
    "/ogc/collections/{0}/items/1/attachments",
    "/ogc/collections/{0}/items/1/attachments/1?size=thumbnail",
    "/ogc/collections/{0}/items/1/history",
    "/ogc/collections/{0}/changes?from=2026-01-01",
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
    "/download/{0}.fgb",
    "/api/feature/{0}/1",
    "/api/identify?layers={0}&lon=20.6&lat=50.9",
    f"{_WMS}&REQUEST=GetMap&LAYERS={{0}}&BBOX={_BOX}&WIDTH=50&HEIGHT=50",
    f"{_WMS}&REQUEST=GetFeatureInfo&LAYERS={{0}}&QUERY_LAYERS={{0}}&BBOX={_BOX}&WIDTH=50&HEIGHT=50&X=9&Y=9",
    f"{_WMS}&REQUEST=GetLegendGraphic&LAYER={{0}}",
    f"{_WMTS}&LAYER={{0}}&TILEMATRIXSET=WebMercatorQuad&TILEMATRIX=14&TILEROW=5500&TILECOL=9130",
    "/wmts/{0}/default/WebMercatorQuad/14/5500/9130.png",
    f"{_WFS}&REQUEST=GetFeature&TYPENAMES={{0}}",
    f"{_WFS}&REQUEST=GetFeature&TYPENAMES={{0}}&RESULTTYPE=hits",
    f"{_WFS}&REQUEST=DescribeFeatureType&TYPENAMES={{0}}",
    f"{_WFS}&REQUEST=GetPropertyValue&TYPENAMES={{0}}&VALUEREFERENCE=id",
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


def test_postgresql_shows_each_role_what_the_layer_files_say(doors: House) -> None:
    with psycopg.connect(doors.settings.dsn()) as owner:
        for role, group in doors.roles.items():
            wrong = declared.differences(CATALOGUE, group, doors.truths[role], owner)
            assert list(wrong) == []


@pytest.mark.parametrize(
    "name", [one.id for one in CATALOGUE.layers.values() if one.is_vector and not one.is_public]
)
def test_who_does_not_see_a_layer_is_answered_as_if_it_were_not_there(
    doors: House, name: str
) -> None:
    role = doors.kinds(name)[None]
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
    asked = (*ways.WAYS, *(PLACES if layer.spec.geometry else ()))
    for truth, role in doors.kinds(name).items():
        if truth is not None:
            assert ways.differences(doors, role, layer, truth, asked) == []


@pytest.mark.parametrize("name", VECTORS)
def test_documents_name_no_hidden_column(doors: House, name: str) -> None:
    layer = CATALOGUE.layer(name)
    for truth, role in doors.kinds(name).items():
        hidden = set(layer.spec.fields) - truth.columns - _WORDS_OF_DOCUMENTS if truth else set()
        for address in _ADDRESSES:
            if hidden and not any(one in address for one in _OF_ROWS_AND_PICTURES):
                text = doors.get(role, address.format(name)).text
                assert not [one for one in hidden if f'"{one}"' in text], address


@pytest.mark.parametrize("name", VECTORS)
def test_a_hidden_column_is_as_unknown_as_one_that_is_not_there(doors: House, name: str) -> None:
    for truth, role in doors.kinds(name).items():
        if truth is not None:
            assert list(probes.differences(doors, role, CATALOGUE.layer(name), truth)) == []


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
