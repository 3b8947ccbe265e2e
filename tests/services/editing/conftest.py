"""A town whose buildings are edited over HTTP, by people with keys of their own."""

from __future__ import annotations

import dataclasses
import datetime
import os
import textwrap
from collections.abc import Iterator
from typing import Any

import httpx
import psycopg
import pytest
from psycopg import sql

from sip import catalogue as catalogues
from sip import publish
from sip.database import cluster as clusters
from sip.people import keys, register, roles
from sip.settings import Settings
from tests.services.conftest import free_port, serving

_FILES = {
    "layers/_project.yaml": """
        title: {pl: Miasto, en: Town}
        abstract: {pl: Testowe., en: A test.}
        contact: {organisation: {pl: Urząd, en: Office}, email: office@town.invalid}
        extent: {west: 20.25, south: 50.66, east: 20.98, north: 51.06}
        """,
    "layers/_groups.yaml": """
        groups:
          builder: {title: {pl: Budowniczy, en: Builder}}
        """,
    "layers/land/_theme.yaml": """
        title: {pl: Grunty, en: Land}
        abstract: {pl: Dane., en: Data.}
        order: 1
        rights: {edit: [builder]}
        """,
    "layers/land/codes/use.yaml": """
        title: {pl: Funkcje, en: Uses}
        source: {status: ours}
        values:
          - {code: home, title: {pl: mieszkalny, en: dwelling}}
          - {code: shop, title: {pl: handlowy, en: shop}}
          - {code: mill, title: {pl: młyn, en: mill}, valid_to: 1950-01-01}
        """,
    "layers/land/street.yaml": """
        title: {pl: Ulice, en: Streets}
        abstract: {pl: Osie., en: Axes.}
        geometry: LineString
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}, required: true, unique: true}
        """,
    "layers/land/building.yaml": """
        title: {pl: Budynki, en: Buildings}
        abstract: {pl: Obrysy., en: Outlines.}
        geometry: MultiPolygon
        fields:
          code:
            {type: text, title: {pl: Kod, en: Code}, required: true, unique: true,
             pattern: "[A-Z][0-9]+"}
          name: {type: text, title: {pl: Nazwa, en: Name}, max_length: 30}
          use: {type: text, title: {pl: Funkcja, en: Use}, codes: use}
          floors:
            {type: integer, title: {pl: Kondygnacje, en: Floors}, min: 1, max: 60, default: 1}
          height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m, min: 0}
          built: {type: date, title: {pl: Wybudowano, en: Built}}
          street: {type: text, title: {pl: Ulica, en: Street}}
          owner_name: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
        relations: [{field: street, to: street, to_field: name}]
        rules:
          - id: tall_enough
            cql2: height_m >= floors * 2
            message: {pl: Za niski na tyle kondygnacji., en: Too low for so many floors.}
        """,
    "layers/land/bench.yaml": """
        title: {pl: Ławki, en: Benches}
        abstract: {pl: Punkty., en: Points.}
        geometry: Point
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
        """,
    "layers/land/monument.yaml": """
        title: {pl: Pomniki, en: Monuments}
        abstract: {pl: Punkty., en: Points.}
        geometry: Point
        rights: {require_match: true}
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
        """,
    "layers/land/tall.yaml": """
        title: {pl: Wysokie, en: Tall ones}
        abstract: {pl: Wybór., en: A choice.}
        geometry: MultiPolygon
        view: {sql: tall.sql, reads: [building]}
        fields:
          code: {type: text, title: {pl: Kod, en: Code}}
        """,
    "layers/land/tall.sql": "SELECT id, code, geom FROM land.building WHERE height_m > 20",
}
SQUARE = [[20.5, 50.8], [20.501, 50.8], [20.501, 50.801], [20.5, 50.801], [20.5, 50.8]]
SHAPE = {"type": "MultiPolygon", "coordinates": [[SQUARE]]}


def building(**properties: Any) -> dict[str, Any]:
    """Return a feature that can be added."""
    return {"type": "Feature", "geometry": SHAPE, "properties": properties}


@dataclasses.dataclass(frozen=True)
class Town:
    """The published town, its origin, and the secrets of its keys by who has them."""

    settings: Settings
    origin: str
    keys: dict[str, str]
    _desks: dict[str, Desk] = dataclasses.field(default_factory=dict)

    def desk(self, who: str = "") -> Desk:
        """Return the client of somebody, or of everybody."""
        if who not in self._desks:
            self._desks[who] = Desk(self, who)
        return self._desks[who]

    def close(self) -> None:
        """Close the clients."""
        for desk in self._desks.values():
            desk.client.close()

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """Execute one statement as the owner."""
        with psycopg.connect(self.settings.dsn()) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []


class Desk:
    """An HTTP client that speaks Part 4."""

    def __init__(self, town: Town, who: str = ""):
        headers = {"User-Agent": "desk/1.0", "Accept-Language": "en"}
        if who:
            headers["Authorization"] = f"Bearer {town.keys[who]}"
        self.client = httpx.Client(base_url=f"{town.origin}/ogc", headers=headers, timeout=30)

    def send(
        self,
        method: str,
        path: str,
        body: Any = None,
        kind: str = "application/geo+json",
        **headers: str,
    ) -> httpx.Response:
        """Send a request; `If_Match` stands for If-Match."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None and kind:
            given["Content-Type"] = kind
        raw = None if body is None else httpx.Request("POST", "http://x", json=body).content
        return self.client.request(method, self.path(path), headers=given, content=raw)

    def path(self, text: str) -> str:
        """Return the address below `/ogc` of `building`, `building/7`, or a whole address."""
        if text.startswith("http"):
            return text
        layer, _, feature = text.partition("/")
        return f"/collections/{layer}/items" + (f"/{feature}" if feature else "")

    def make(self, layer: str = "building", **properties: Any) -> str:
        """Add a feature; return its address."""
        made = self.send("POST", layer, building(**properties))
        assert made.status_code == 201, made.text
        return made.headers["location"]

    def read(self, address: str) -> httpx.Response:
        """Return a feature."""
        found = self.client.get(address)
        assert found.status_code == 200, found.text
        return found

    def patch(self, address: str, properties: dict[str, Any], **headers: str) -> httpx.Response:
        """Send a merge patch of properties."""
        body = {"properties": properties}
        return self.send("PATCH", address, body, "application/merge-patch+json", **headers)


@pytest.fixture(scope="package")
def town(cluster: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The town, served."""
    from tests.conftest import _database

    with _database(cluster) as database:
        folder = tmp_path_factory.mktemp("editing")
        settings = dataclasses.replace(database, project=folder)
        for name, text in _FILES.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
        publish.publish(catalogues.load(folder), settings)
        secrets = _staff(settings)
        try:
            with serving(settings, free_port()) as origin:
                made = Town(settings, origin, secrets)
                yield made
                made.close()
        finally:
            _dismiss(settings)


def _staff(settings: Settings) -> dict[str, str]:
    """Add an editor and a reader with their keys; return the secrets."""
    catalogue = catalogues.load(settings.project)
    found = {}
    with roles.administrator(settings) as connection:
        for who, groups in (("ewa", ["builder"]), ("jan", ["viewer"])):
            name = f"{who}{os.getpid()}"
            register.add(
                connection, catalogue, name, title=who.title(), email=f"{name}@town.invalid",
                groups=groups,
            )  # fmt: skip
            for scope in ("edit", "read"):
                lasts = datetime.timedelta(days=1)
                _role, secret = keys.make(
                    connection, name, title="", scope=scope, groups=groups, lasts=lasts
                )
                found[who if scope == "edit" else f"{who}-{scope}"] = secret
    return found


def _dismiss(settings: Settings) -> None:
    """Drop the roles of the town's people: roles belong to the whole cluster."""
    with psycopg.connect(clusters.superuser_dsn(settings)) as connection:
        rows = connection.execute(
            "SELECT role FROM account.key UNION ALL SELECT role FROM account.person"
        ).fetchall()
        for (role,) in rows:
            for one in (f"{role}.personal", role):
                if roles.exists(connection, one):
                    connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(one)))


@pytest.fixture
def ewa(town: Town) -> Iterator[Desk]:
    """An editor."""
    yield town.desk("ewa")
    town.sql("DELETE FROM land.building; DELETE FROM land.monument; DELETE FROM land.street")
