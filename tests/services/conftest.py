"""A small town, published, and a real server over it."""

from __future__ import annotations

import asyncio
import dataclasses
import importlib.util
import socket
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psycopg
import pytest
import uvicorn
from lxml import etree

from services.gateway.app import create
from sip import catalogue as catalogues
from sip import publish
from sip.catalogue import Catalogue
from sip.database import counting
from sip.settings import Settings

_FILES = {
    "layers/_project.yaml": """
        title: {pl: Miasto próbne, en: Trial town}
        abstract: {pl: Dane do prób., en: Data for trials.}
        contact:
          organisation: {pl: Urząd, en: Town hall}
          email: office@town.invalid
          url: https://town.invalid
        synthetic: true
        storage_crs: 2178
        offered_crs: [2178, 2180, 3857, 4258, 4326]
        extent: {west: 20.25, south: 50.66, east: 20.98, north: 51.06}
        """,
    "layers/greenery/_theme.yaml": """
        title: {pl: Zieleń, en: Greenery}
        abstract: {pl: Drzewa., en: Trees.}
        order: 1
        metadata: {topic_category: environment, update_rhythm: weekly}
        """,
    "layers/greenery/codes/health_class.yaml": """
        title: {pl: Stan zdrowotny, en: Health}
        source: {status: memory, citation: test}
        values:
          - {code: "1", title: {pl: dobry, en: good}}
          - {code: "2", title: {pl: zły, en: bad}}
        """,
    "layers/greenery/tree.yaml": """
        title: {pl: Drzewa miejskie, en: Urban trees}
        abstract: {pl: Inwentaryzacja drzew & krzewów., en: Inventory of trees & shrubs.}
        geometry: Point
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
          height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
          rings: {type: integer, title: {pl: Słoje, en: Rings}}
          health: {type: text, title: {pl: Stan, en: Health}, codes: health_class}
          planted: {type: date, title: {pl: Posadzono, en: Planted}}
          seen: {type: timestamp, title: {pl: Widziano, en: Seen}}
          protected: {type: boolean, title: {pl: Chronione, en: Protected}}
          owner_name: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
        metadata:
          lineage: {pl: Z pomiaru w terenie., en: Measured in the field.}
          scale_denominator: 500
          keywords: [{pl: drzewo, en: tree}]
        """,
    "layers/land/_theme.yaml": """
        title: {pl: Grunty, en: Land}
        abstract: {pl: Działki., en: Parcels.}
        order: 2
        metadata: {topic_category: planningCadastre}
        """,
    "layers/land/parcel.yaml": """
        title: {pl: Działki ewidencyjne, en: Cadastral parcels}
        abstract: {pl: Granice działek., en: Boundaries of parcels.}
        geometry: MultiPolygon
        fields:
          parcel_no: {type: text, title: {pl: Numer, en: Number}, required: true}
          area_m2: {type: number, title: {pl: Pole, en: Area}, unit: m2}
          valid_from: {type: date, title: {pl: Od, en: From}}
        metadata: {inspire_theme: cp}
        """,
    "layers/land/street.yaml": """
        title: {pl: Ulice, en: Streets}
        abstract: {pl: Osie ulic., en: Centre lines of streets.}
        geometry: LineString
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
        """,
    "layers/land/heating.yaml": """
        title: {pl: Ogrzewanie, en: Heating}
        abstract: {pl: Źródła ciepła., en: Sources of heat.}
        access: restricted
        geometry: Point
        fields:
          fuel: {type: text, title: {pl: Paliwo, en: Fuel}}
        """,
    "layers/land/relief.yaml": """
        title: {pl: Cieniowanie terenu, en: Hillshade}
        abstract: {pl: Rzeźba terenu., en: Shape of the ground.}
        raster: {files: [{file: relief.tif}]}
        """,
}
_ROWS = """
    INSERT INTO greenery.tree
        (name, height_m, rings, health, planted, seen, protected, owner_name, geom)
    SELECT
        CASE WHEN n % 7 = 0 THEN NULL
             ELSE (ARRAY['Dąb "Bartek"', 'Lipa O''Hara', 'Buk <1%', 'Świerk_', 'Sosna'])[n % 5 + 1]
        END,
        CASE WHEN n % 11 = 0 THEN NULL ELSE round((3 + n * 7.3) % 31 * 100) / 100 END,
        n % 13, (n % 2 + 1)::text, date '2001-02-03' + n * 40,
        timestamptz '2020-01-01 12:00:00Z' + n * interval '7 hours', n % 3 = 0, 'Jan Kowalski',
        ST_SetSRID(ST_MakePoint(7473000 + n * 7919 % 40000, 5618000 + n * 104729 % 40000), 2178)
    FROM generate_series(1, 90) n;
    INSERT INTO land.parcel (parcel_no, area_m2, valid_from, geom)
    SELECT n || '/1', n * 10.5, date '2020-01-01' + n, ST_Multi(ST_Union(
            ST_MakeEnvelope(7480000 + n * 100, 5630000, 7480050 + n * 100, 5630090, 2178),
            ST_MakeEnvelope(7480000 + n * 100, 5631000, 7480050 + n * 100, 5631090, 2178)))
    FROM generate_series(1, 25) n;
    INSERT INTO land.street (name, geom)
    SELECT 'ulica ' || n, ST_SetSRID(ST_MakeLine(ARRAY[
        ST_MakePoint(7480000, 5630000 + n * 50), ST_MakePoint(7481000, 5630020 + n * 50),
        ST_MakePoint(7482000, 5630000 + n * 50)]), 2178)
    FROM generate_series(1, 12) n;
"""


def write_project(folder: Path) -> Catalogue:
    """Write the town's declarations."""
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    return catalogues.load(folder)


def fill(catalogue: Catalogue, settings: Settings) -> None:
    """Publish the town and fill its tables."""
    publish.publish(catalogue, settings)
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(_ROWS.encode())
        vectors = [layer.id for layer in catalogue.layers.values() if layer.is_vector]
        counting.refresh(connection, catalogue, vectors)


@contextmanager
def serving(settings: Settings, port: int) -> Iterator[str]:
    """Serve a published project over HTTP; yield the origin."""
    config = uvicorn.Config(create(settings), port=port, log_level="warning", loop="asyncio")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=lambda: asyncio.run(running.serve()))
    thread.start()
    until = time.monotonic() + 30
    while not running.started and time.monotonic() < until and thread.is_alive():
        time.sleep(0.02)
    try:
        assert running.started, "the server did not start"
        yield f"http://127.0.0.1:{port}"
    finally:
        running.should_exit = True
        thread.join()


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def town(module_database: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a server over the town."""
    folder = tmp_path_factory.mktemp("town")
    settings = dataclasses.replace(module_database, project=folder)
    catalogue = write_project(folder)
    fill(catalogue, settings)
    with serving(settings, free_port()) as origin:
        yield origin


@pytest.fixture
def client(town: str) -> Iterator[httpx.Client]:
    """An HTTP client of the town's server."""
    with httpx.Client(base_url=town, timeout=30) as one:
        yield one


class Schemas:
    """OGC's and ISO's XML Schemas without a network, as pycsw's wheel carries them."""

    _ROOTS = ("core/schemas/ogc", "plugins/profiles/apiso/schemas/ogc", "core/schemas")
    _PREFIXES = ("http://schemas.opengis.net/", "http://www.w3.org/")
    _EMPTY = (
        b'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        b'targetNamespace="http://www.opengis.net/gml/3.3/exr"/>'
    )

    def __init__(self) -> None:
        found = importlib.util.find_spec("pycsw")
        assert found is not None
        assert found.origin is not None
        self._home = Path(found.origin).parent

    def body(self, url: str) -> bytes | None:
        """Return a schema by its address, or None where the wheel has none."""
        path = url.split("://", 1)[-1].removeprefix("schemas.opengis.net/")
        for root in self._ROOTS:
            path = path.split(f"{root}/")[-1]
        if "extdEncRule" in path:
            return self._EMPTY
        if "xlink" in path:
            path = "w3c/1999/xlink.xsd"
        path = path.replace("www.w3.org/", "w3c/")
        for root in self._ROOTS:
            for name in (path, path.replace("iso/19139/20070417/gml/", "gml/3.2.1/")):
                if (self._home / root / name).is_file():
                    return (self._home / root / name).read_bytes()
        return None

    def compile(self, main: bytes) -> etree.XMLSchema:
        """Compile a schema that includes or imports others by their official addresses."""
        owner = self

        class Offline(etree.Resolver):
            def resolve(self, url: str, _id: str, context: object) -> object:
                text = owner.body(url)
                assert text is not None, f"no copy of {url}"
                return self.resolve_string(text, context, base_url=url)

        parser = etree.XMLParser(no_network=True)
        parser.resolvers.add(Offline())
        return etree.XMLSchema(etree.fromstring(main, parser, base_url="http://x.invalid/main.xsd"))

    def importing(self, **addresses: str) -> etree.XMLSchema:
        """Compile a schema that only imports others: namespaces' ends to addresses."""
        imports = "".join(
            f'<xs:import namespace="{_SPACES[name]}" schemaLocation="{address}"/>'
            for name, address in addresses.items()
        )
        head = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x">'
        return self.compile(f"{head}{imports}</xs:schema>".encode())


_SPACES = {
    "csw": "http://www.opengis.net/cat/csw/2.0.2",
    "gmd": "http://www.isotc211.org/2005/gmd",
    "gmx": "http://www.isotc211.org/2005/gmx",
    "srv": "http://www.isotc211.org/2005/srv",
}


@pytest.fixture(scope="session")
def schemas() -> Schemas:
    """OGC's and ISO's XML Schemas."""
    return Schemas()
