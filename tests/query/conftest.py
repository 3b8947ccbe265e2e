"""One layer of odd rows in a real PostGIS, and a way to put questions to it."""

from __future__ import annotations

import asyncio
import datetime
import random
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import asyncpg
import pytest
import shapely

from sip import catalogue as catalogues
from sip import crs
from sip.catalogue import Layer
from sip.database import migrate
from sip.query import Query, Sql, select
from sip.settings import Settings

STORAGE = 2178
_FILES = {
    "layers/_project.yaml": """
        title: {pl: Próba, en: Trial}
        abstract: {pl: Próba., en: Trial.}
        contact: {organisation: {pl: Urząd, en: Office}, email: office@trial.invalid}
        storage_crs: 2178
        extent: {west: 20.25, south: 50.66, east: 20.98, north: 51.06}
        """,
    "layers/trial/_theme.yaml": """
        title: {pl: Próba, en: Trial}
        abstract: {pl: Próba., en: Trial.}
        order: 1
        """,
    "layers/trial/thing.yaml": """
        title: {pl: Rzeczy, en: Things}
        abstract: {pl: Rzeczy., en: Things.}
        geometry: MultiPolygon
        fields:
          name: {type: text, title: {pl: Nazwa, en: Name}}
          height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
          floors: {type: integer, title: {pl: Piętra, en: Floors}}
          listed: {type: boolean, title: {pl: W rejestrze, en: Listed}}
          valid_from: {type: date, title: {pl: Od, en: From}}
          valid_to: {type: date, title: {pl: Do, en: To}}
          seen: {type: timestamp, title: {pl: Widziano, en: Seen}}
          owner_name: {type: text, personal: true, title: {pl: Właściciel, en: Owner}}
          note: {type: text, internal: true, title: {pl: Notatka, en: Note}}
        """,
}
NAMES = [
    "Dąb",
    "dąb",
    "Łąka",
    "laka",
    "O'Hara",
    "50%",
    "a_b",
    'say "x"',
    "back\\slash",
    "Sosna",
    None,
]
type Row = dict[str, Any]


def rows(count: int = 120) -> list[Row]:
    """Return the rows, the same in every run; about one value in eight is empty."""
    chance = random.Random(7)

    def some(value: Any) -> Any:
        return None if chance.random() < 0.125 else value

    made = []
    for number in range(1, count + 1):
        x, y = 7_480_000 + chance.uniform(0, 20_000), 5_640_000 + chance.uniform(0, 20_000)
        first = datetime.date(2020, 1, 1) + datetime.timedelta(days=chance.randrange(900))
        noon = datetime.datetime(2021, 1, 1, 12, tzinfo=datetime.UTC)
        made.append(
            {
                "id": number,
                "name": chance.choice(NAMES),
                "height_m": some(round(chance.uniform(-5, 30), 2)),
                "floors": some(chance.randrange(6)),
                "listed": some(chance.random() < 0.5),
                "valid_from": some(first),
                "valid_to": some(first + datetime.timedelta(days=chance.randrange(1, 900))),
                "seen": some(noon + datetime.timedelta(hours=chance.randrange(9000))),
                "owner_name": "Jan Kowalski",
                "note": "secret",
                "geom": shapely.MultiPolygon([shapely.box(x, y, x + 300, y + 200)]),
            }
        )
    return made


class Things:
    """The layer, its rows as they were put in, and the database that answers."""

    def __init__(self, layer: Layer, own: Sequence[Row], settings: Settings):
        self.layer = layer
        self.rows = own
        self._settings = settings
        self._runner = asyncio.Runner()
        self._connection = self._runner.run(self._connect())

    async def _connect(self) -> Any:
        return await asyncpg.connect(self._settings.dsn("sip_public"))

    def query(self, **given: Any) -> Query:
        """Return a question to the layer; without a limit for all rows."""
        return Query(self.layer, STORAGE, **{"limit": 1000, **given})

    def fetch(self, sql: Sql) -> list[Any]:
        """Run a statement as the public role."""
        found: list[Any] = self._runner.run(self._connection.fetch(sql.text, *sql.args))
        return found

    def ids(self, **given: Any) -> list[int]:
        """Return the ids of the rows that answer a question, in order."""
        return [one["id"] for one in self.fetch(select.features(self.query(**given)))]

    def close(self) -> None:
        """Close the connection."""
        self._runner.run(self._connection.close())
        self._runner.close()


@pytest.fixture(scope="module")
def things(module_database: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Things]:
    """The layer with its rows."""
    folder: Path = tmp_path_factory.mktemp("trial")
    for name, text in _FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    catalogue = catalogues.load(folder)
    migrate.migrate(catalogue, module_database)
    made = rows()
    asyncio.run(_insert(module_database, made))
    found = Things(catalogue.layer("thing"), made, module_database)
    yield found
    found.close()


async def _insert(settings: Settings, made: Sequence[Row]) -> None:
    connection = await asyncpg.connect(settings.dsn("sip_owner"))
    names = list(made[0])
    places = [
        f"${at}" if name != "geom" else f"${at}::geometry" for at, name in enumerate(names, 1)
    ]
    values = [[_plain(row[name]) for name in names] for row in made]
    statement = f"INSERT INTO trial.thing ({', '.join(names)}) VALUES ({', '.join(places)})"
    await connection.executemany(statement, values)
    await connection.close()


def _plain(value: Any) -> Any:
    if isinstance(value, shapely.Geometry):
        return shapely.to_wkb(shapely.set_srid(value, STORAGE), hex=True, include_srid=True)
    return value


def moved(shape: shapely.Geometry, source: int, target: int) -> shapely.Geometry:
    """Return a geometry in another CRS, x, y, vertex by vertex."""
    if crs.epsg(source) == crs.epsg(target):
        return shape
    transformer = crs.transformer(source, target)

    def points(xy: Any) -> Any:
        import numpy as np

        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    return shapely.transform(shape, points)
