"""The leak test's own test: every leak that is seeded, it reports.

A town of few rows has all kinds of secrets: personal and internal columns, drafts, registers for
staff, and one for those alone who state a purpose. Leaks of the database are seeded into a
transaction that is rolled back; leaks of services answer one way in under another role.
"""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Callable, Iterator

import psycopg
import pytest
from psycopg import sql
from starlette.types import Receive, Scope, Send

from services.ows import engine
from sip import catalogue as catalogues
from sip import publish
from sip.catalogue import Catalogue
from sip.database import cluster, counting
from sip.settings import Settings
from sip.viewer import Viewer
from tests.leaks import declared, probes, ways
from tests.leaks.house import AsRole, House, Truth, house, read
from tests.leaks.places import PLACES
from tests.leaks.ways import WAY_HEADER, WAYS

pytestmark = pytest.mark.database

_FILES = {
    "layers/_project.yaml": """
        title: {pl: Miasto, en: Town}
        abstract: {pl: Testowe., en: A test.}
        contact: {organisation: {pl: Urząd, en: Office}, email: office@town.invalid}
        extent: {west: 20.25, south: 50.66, east: 20.98, north: 51.06}
        """,
    "layers/_groups.yaml": """
        groups:
          greenery: {title: {pl: Zieleń, en: Greenery}}
          steward: {title: {pl: Opiekun, en: Steward}, includes: [greenery]}
        """,
    "layers/town/_theme.yaml": """
        title: {pl: Miasto, en: Town}
        abstract: {pl: Dane., en: Data.}
        order: 1
        rights: {edit: [greenery], personal: [steward]}
        """,
    "layers/town/tree.yaml": """
        title: {pl: Drzewa, en: Trees}
        abstract: {pl: Punkty., en: Points.}
        geometry: Point
        rights: {drafts: "state = 'draft'"}
        search: [name]
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
          state: {type: text, title: {pl: Stan, en: State}}
          memo: {type: text, title: {pl: Notatka, en: Memo}, internal: true}
          owner_name: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
        """,
    "layers/town/post.yaml": """
        title: {pl: Słupki, en: Posts}
        abstract: {pl: Punkty., en: Points.}
        geometry: Point
        access: internal
        rights: {drafts: "state = 'draft'"}
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
          state: {type: text, title: {pl: Stan, en: State}}
        """,
    "layers/town/stove.yaml": """
        title: {pl: Piece, en: Stoves}
        abstract: {pl: Źródła ciepła., en: Heat sources.}
        geometry: Point
        access: restricted
        rights: {read: [], personal: [steward]}
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
          owner_name: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
        """,
    "layers/town/photo.yaml": """
        title: {pl: Zdjęcie, en: Picture}
        abstract: {pl: Z powietrza., en: From above.}
        access: internal
        raster: {files: [{file: photo.tif}]}
        """,
}
_ROWS = """
    INSERT INTO town.tree (name, state, memo, owner_name, geom)
    SELECT 'Drzewo nr ' || n, CASE n % 3 WHEN 0 THEN 'draft' ELSE 'final' END,
        'Notatka nr ' || n, 'Jan Kowalski ' || n, st_point(7471000 + n * 100, 5631000, 2178)
    FROM generate_series(1, 9) AS n;
    INSERT INTO town.post (name, state, geom)
    SELECT 'Słupek nr ' || n, CASE n % 3 WHEN 0 THEN 'draft' ELSE 'final' END,
        st_point(7471000 + n * 100, 5632000, 2178)
    FROM generate_series(1, 9) AS n;
    INSERT INTO town.stove (name, owner_name, geom)
    SELECT 'Piec nr ' || n, 'Ewa Nowak ' || n, st_point(7471000 + n * 100, 5633000, 2178)
    FROM generate_series(1, 9) AS n;
"""
MIGHTY = "leak_steward.personal"
"""Who sees everything."""


class Leaky(AsRole):
    """Answers one way in as if somebody else had come, whoever comes."""

    way = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = dict(scope.get("headers", ())).get(WAY_HEADER.encode(), b"").decode()
        if self.way and asked == self.way:
            scope["sip.viewer"] = Viewer(role=MIGHTY)
            await self._app(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


@pytest.fixture(scope="module")
def town(module_database: Settings) -> tuple[Settings, Catalogue]:
    settings = dataclasses.replace(module_database, project=module_database.state / "project")
    for name, text in _FILES.items():
        (settings.project / name).parent.mkdir(parents=True, exist_ok=True)
        (settings.project / name).write_text(textwrap.dedent(text))
    catalogue = catalogues.load(settings.project)
    publish.publish(catalogue, settings)
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(_ROWS.encode())
        counting.refresh(connection, catalogue, ["tree", "post", "stove"])
    engine.prepare(settings)
    return settings, catalogue


@pytest.fixture(scope="module")
def doors(town: tuple[Settings, Catalogue]) -> Iterator[House]:
    """The town's doors, one of which leaks where a test says so; its roles go at the end."""
    settings, catalogue = town
    with house(settings, catalogue, Leaky) as made:
        yield made
    with psycopg.connect(cluster.superuser_dsn(settings)) as connection:
        for name in filter(None, made.roles):
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))


@pytest.fixture
def leak(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let one way in leak."""
    return lambda way: monkeypatch.setattr(Leaky, "way", way)


def _differences(doors: House, name: str) -> list[str]:
    layer = doors.catalogue.layer(name)
    return [
        text
        for truth, role in doors.kinds(name).items()
        if truth is not None
        for text in (
            *ways.differences(doors, role, layer, truth, (*WAYS, *PLACES)),
            *probes.differences(doors, role, layer, truth),
        )
    ]


@pytest.mark.parametrize("name", ["tree", "post", "stove"])
def test_without_a_leak_nothing_is_reported(doors: House, name: str) -> None:
    assert _differences(doors, name) == []


@pytest.mark.parametrize("way", [*WAYS, *PLACES], ids=lambda way: way.__name__)
def test_a_way_that_answers_from_another_relation_is_reported(
    doors: House, leak: Callable[[str], None], way: ways.Way
) -> None:
    leak(way.__name__)
    tree = doors.catalogue.layer("tree")
    found = ways.differences(doors, "", tree, doors.truths[""]["tree"], (way,))
    told = {word for word in ("rows", "columns", "counts") for text in found if word in text}
    assert told & {"rows", "counts"} or way is ways.described, found
    assert "columns" in told or way in (ways.searched, *PLACES[1:]), found


def test_a_way_that_lets_hidden_columns_be_probed_is_reported(
    doors: House, leak: Callable[[str], None]
) -> None:
    leak(probes.WAY)
    tree = doors.catalogue.layer("tree")
    found = list(probes.differences(doors, "", tree, doors.truths[""]["tree"]))
    for told in (
        "filter=owner_name", "sortby=owner_name", "properties=owner_name", "?owner_name=",
        "RESULTTYPE=hits", "VALUEREFERENCE=owner_name", "POST", ".csv?filter", "memo",
    ):  # fmt: skip
        assert any(told in text for text in found), told


_SEEDS = {
    "a view with one more column": (
        "CREATE OR REPLACE VIEW pub.tree WITH (security_barrier) AS"
        " SELECT id, name, state, geom, row_version, owner_name FROM town.tree"
        " WHERE (state = 'draft') IS NOT TRUE",
        "sip_public", "tree: columns ['owner_name']",
    ),
    "a view with one more row": (
        "CREATE OR REPLACE VIEW pub.tree AS SELECT id, name, state, geom, row_version FROM"
        " town.tree WHERE state <> 'draft' OR id = 3",
        "sip_public", "tree: rows [3]",
    ),
    "a policy that lets one more row through": (
        "CREATE POLICY leak ON town.post FOR SELECT TO sip_viewer USING (id = 3)",
        "sip_viewer", "post: rows [3]",
    ),
    "policies that are switched off": (
        "ALTER TABLE town.post DISABLE ROW LEVEL SECURITY",
        "sip_viewer", "post: rows [3, 6, 9]",
    ),
    "a view that reads as its owner": (
        "ALTER VIEW staff.tree SET (security_invoker = false)",
        "sip_viewer", "tree: rows [3, 6, 9]",
    ),
    "a column granted to too many": (
        "GRANT SELECT (owner_name) ON town.tree TO sip_viewer",
        "sip_viewer", "tree: columns ['owner_name']",
    ),
    "a register granted to too many": (
        "GRANT SELECT ON town.stove TO sip_people; GRANT USAGE ON SCHEMA town TO sip_people",
        "sip_people", "stove: shown",
    ),
    "a view for everybody where none should be": (
        "CREATE VIEW pub.post AS SELECT id, name, state, geom FROM town.post;"
        " GRANT SELECT ON pub.post TO sip_public",
        "sip_public", "post: shown",
    ),
    "a group that got into another one": (
        "GRANT sip_greenery TO sip_people",
        "sip_people", "tree: rows [3, 6, 9]",
    ),
    "a column that nobody sees any more": (
        "REVOKE SELECT (memo) ON town.tree FROM sip_viewer; REVOKE SELECT ON staff.tree"
        " FROM sip_viewer",
        "sip_viewer", "tree: columns ['memo']",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", _SEEDS)
def test_a_database_that_shows_more_or_less_than_the_layer_files_say_is_reported(
    town: tuple[Settings, Catalogue], kind: str
) -> None:
    settings, catalogue = town
    statements, role, reported = _SEEDS[kind]
    with psycopg.connect(cluster.superuser_dsn(settings)) as connection:
        assert list(_told(connection, catalogue, role)) == []
        connection.execute(statements.encode())
        assert f"{role} {reported}" in _told(connection, catalogue, role)
        connection.rollback()


def _told(
    connection: psycopg.Connection[tuple[object, ...]], catalogue: Catalogue, role: str
) -> list[str]:
    layers = [layer for layer in catalogue.layers.values() if layer.is_vector]
    with connection.transaction():
        connection.execute("SELECT set_config('role', %s, true)", [role])
        shown: dict[str, Truth] = read(connection, layers)
    connection.execute("RESET ROLE")
    return list(declared.differences(catalogue, role, shown, connection))


def test_a_count_of_rows_tells_nothing_of_drafts(town: tuple[Settings, Catalogue]) -> None:
    with psycopg.connect(cluster.superuser_dsn(town[0])) as connection:
        connection.execute("SELECT set_config('role', 'sip_viewer', true)")
        rows = connection.execute("SELECT layer, rows FROM staff.layer_state")
        states: dict[str, int] = dict(rows.fetchall())
    assert (states["post"], states["tree"]) == (6, 6)
    assert "stove" not in states


def test_a_picture_for_staff_is_in_no_tile_of_anybody(doors: House) -> None:
    for role in doors.roles:
        tile = doors.get(role, "/wmts/photo/default/WebMercatorQuad/14/5500/9130.png")
        absent = doors.get(role, "/wmts/absent/default/WebMercatorQuad/14/5500/9130.png")
        assert tile.text.replace("photo", "~") == absent.text.replace("absent", "~")
        assert "photo" not in doors.get(role, "/ows?SERVICE=WMTS&REQUEST=GetCapabilities").text
