"""The project for those without the database, in real QGIS: services give every layer it draws."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest

from sip import catalogue as catalogues
from sip.catalogue import Catalogue
from sip.crs import CRS84_CODE, Extent
from tests.installation import ROOT, Server
from tests.qgis.conftest import Qgis

pytestmark = [pytest.mark.qgis, pytest.mark.server, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogues.load(ROOT)


@pytest.fixture(scope="module")
def rows(server: Server) -> dict[str, int]:
    """How many rows each layer has."""
    with psycopg.connect(server.settings.dsn("sip_public")) as connection:
        return dict(connection.execute("SELECT layer, rows FROM pub.layer_state").fetchall())


@pytest.fixture(scope="module")
def seen(
    server: Server, open_in_qgis: Qgis, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What QGIS finds in the file that the server gives."""
    file = httpx.get(f"{server.url}/qgis/sip-ogc.qgz", timeout=60)
    assert file.status_code == 200
    found = open_in_qgis("look", file.content, str(tmp_path_factory.mktemp("picture") / "all.png"))
    assert found["opened"]
    layers: dict[str, Any] = found["layers"]
    return layers


def test_it_holds_every_public_layer(seen: dict[str, Any], catalogue: Catalogue) -> None:
    public = {one.id for one in catalogue.published("features")}
    pictures = {one.id for one in catalogue.published("wms") if one.spec.raster}
    assert set(seen) == public | pictures | {
        one.id for one in catalogue.layers.values() if one.spec.external
    }
    assert len(public) > 50
    assert pictures


def test_every_layer_is_valid_and_drawn(
    seen: dict[str, Any], catalogue: Catalogue, rows: dict[str, int]
) -> None:
    ours = [name for name in seen if not catalogue.layer(name).spec.external]
    assert {name for name in ours if not seen[name]["valid"]} == set()
    filled = {name for name in ours if rows.get(name) or catalogue.layer(name).spec.raster}
    shapeless = {
        one.id for one in catalogue.layers.values() if one.is_vector and not one.spec.geometry
    }
    drawn = {name for name in ours if seen[name]["colours"] > 1}
    assert filled - drawn == filled & shapeless
    assert len(drawn) > 40


def test_every_layer_lies_where_the_project_does(
    seen: dict[str, Any], catalogue: Catalogue
) -> None:
    box = catalogue.project.extent
    storage = catalogue.project.storage_crs
    around = Extent(box.west, box.south, box.east, box.north).transformed(CRS84_CODE, storage)
    places = {name: one["centre"] for name, one in seen.items() if one["centre"]}
    assert len(places) > 40
    for name, (x, y) in places.items():
        assert around.west < x < around.east, name
        assert around.south < y < around.north, name


def test_the_verb_writes_what_the_server_gives(server: Server, tmp_path: Path) -> None:
    written = tmp_path / "sip.qgz"
    server.sip("qgis", "--services", "-o", str(written))
    given = httpx.get(f"{server.url}/qgis/sip-ogc.qgz", timeout=60).content
    assert text(written.read_bytes()).replace("127.0.0.1", "localhost") == text(given)


def text(file: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(file)).read("sip.qgs").decode()
