"""Linking whatever is published about heating does not isolate a household.

The attacker asks every service in many ways, knows the method and the minimal count, and solves the
system of all that was published for the most and the fewest households of every kind in every place
that the published areas can tell apart. Somebody is isolated where it is certain that a group is
there (at least one household) and that it is smaller than the minimal count.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import random
import socket
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import psycopg
import pyogrio
import pytest
import uvicorn
from lxml import etree
from scipy.optimize import linprog
from scipy.sparse import lil_matrix, vstack

from services.gateway.app import create
from sip import catalogue as catalogues
from sip import publish
from sip.catalogue import Catalogue
from sip.crs import Extent
from sip.database import counting
from sip.settings import Settings
from sip.tiling import WEB_MERCATOR_QUAD

ROOT = Path(__file__).parents[1]
MINIMUM = 10
MANY = 1_000_000
EAST, NORTH, CELL = 7_470_000, 5_630_000, 500
COLUMNS, ROWS = 7, 4
BORDER = EAST + 1700
"""Between two districts: it cuts the fourth column of cells."""
KINDS = ("HS01", "HS07", "HS08", "HS09")
GRID, DISTRICT = "heat_source_grid", "heat_source_district"

pytestmark = [pytest.mark.database, pytest.mark.server]


@dataclasses.dataclass(frozen=True)
class Household:
    """What nobody may learn: who lives where and heats how."""

    x: float
    y: float
    kind: str

    @property
    def cell(self) -> str:
        return f"{int(self.x // CELL)} {int(self.y // CELL)}"

    @property
    def district(self) -> str:
        return "West" if self.x < BORDER else "East"


type Group = tuple[str, str, str]
"""Cell, district, kind: the finest that anything published can tell apart."""


@dataclasses.dataclass(frozen=True)
class Statement:
    """Something published: so many households are in these groups together."""

    groups: frozenset[Group]
    least: float
    most: float


def households() -> list[Household]:
    """Few and many in a cell, common and rare kinds, some beside a border between districts."""
    chance = random.Random(7)
    found = []
    for column in range(COLUMNS):
        for row in range(ROWS):
            for _one in range(chance.choice((0, 1, 4, 9, 10, 11, 13, 25, 60))):
                x = EAST + CELL * column + chance.uniform(1, CELL - 1)
                y = NORTH + CELL * row + chance.uniform(1, CELL - 1)
                (kind,) = chance.choices(KINDS, weights=(60, 25, 10, 2))
                found.append(Household(round(x, 1), round(y, 1), kind))
    return found


class City:
    """A published heat register and a client of its services."""

    def __init__(self, settings: Settings, catalogue: Catalogue, client: httpx.Client):
        self.client = client
        self._settings = settings
        self._catalogue = catalogue

    def add(self, given: Sequence[Household]) -> None:
        """Add households and refresh what is published."""
        with psycopg.connect(self._settings.dsn()) as connection:
            connection.cursor().executemany(
                "INSERT INTO heating.heat_source (declaration_no, form, declaration_date,"
                " building_kind, kind, boiler_class, purpose, unit_count, in_use, owner_role,"
                " owner_name, geom) SELECT left(gen_random_uuid()::text, 24), 'A', '2024-01-01',"
                " 'jednorodzinny', %s, 'nd', 'co', 1, true, 'wlasciciel', 'Jan Kowalski',"
                " ST_Point(%s, %s, 2178)",
                [(one.kind, one.x, one.y) for one in given],
            )
            counting.refresh(connection, self._catalogue, ["heat_source", "district"])

    def numbers(self) -> dict[tuple[str, str], int]:
        """Return the numbers behind the published shares; an attacker has at most these."""
        with psycopg.connect(self._settings.dsn()) as connection:
            rows = connection.execute("SELECT area, kind, number FROM sip.public_count").fetchall()
        return {(area, kind): number for area, kind, number in rows}

    def items(self, layer: str, **asked: str | int) -> dict[int, tuple[Any, ...]]:
        """Ask for rows by OGC API; return counts and shares by id."""
        address = f"/ogc/collections/{layer}/items"
        answer = self.client.get(address, params={"f": "json", "limit": 1000, **asked})
        assert answer.status_code == 200, answer.text
        return {one["id"]: told(one["properties"]) for one in answer.json()["features"]}

    def rows(self, layer: str) -> list[dict[str, Any]]:
        """Return the properties of all rows."""
        address = f"/ogc/collections/{layer}/items?f=json&limit=1000"
        return [one["properties"] for one in self.client.get(address).json()["features"]]


def told(properties: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return counts and shares of a row, in one order."""
    names = sorted(name for name in properties if name.endswith(("_count", "_pct")))
    return tuple(int(properties[name]) for name in names)


@pytest.fixture(scope="module")
def city(module_database: Settings) -> Iterator[City]:
    settings = dataclasses.replace(module_database, project=ROOT)
    catalogue = catalogues.load(ROOT)
    publish.publish(catalogue, settings)
    with psycopg.connect(settings.dsn()) as connection:
        tables = "'heating.heat_source'::regclass, 'reference.district'::regclass"
        checks = connection.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint"
            f" WHERE contype IN ('c', 'f') AND conrelid IN ({tables})".encode()
        ).fetchall()
        for table, name in checks:
            connection.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"'.encode())
        for name, west, east in (("West", EAST, BORDER), ("East", BORDER, EAST + CELL * COLUMNS)):
            connection.execute(
                "INSERT INTO reference.district (district_no, gmina_teryt, name, geom) SELECT"
                " %s, '0', %s, ST_Multi(ST_MakeEnvelope(%s, %s, %s, %s, 2178))",
                [name, name, west, NORTH, east, NORTH + CELL * ROWS],
            )
    server = uvicorn.Server(uvicorn.Config(create(settings), log_level="warning"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with httpx.Client(base_url=address, timeout=30) as client:
            made = City(settings, catalogue, client)
            made.add(households())
            yield made
        server.should_exit = True
        thread.join()


def isolated(known: Sequence[Statement], suspects: Mapping[str, frozenset[Group]]) -> list[str]:
    """Solve what is known for the bounds of each suspected set; return those that are isolated."""
    groups = sorted({one for statement in known for one in statement.groups})
    place = {group: number for number, group in enumerate(groups)}
    table = lil_matrix((len(known), len(groups)))
    for line, statement in enumerate(known):
        for group in statement.groups:
            table[line, place[group]] = 1
    above, below = table.tocsr(), (-table).tocsr()
    matrix = vstack([above, below])
    limits = np.array([one.most for one in known] + [-one.least for one in known])
    found = []
    for name, suspected in suspects.items():
        weights = np.zeros(len(groups))
        weights[[place[one] for one in suspected if one in place]] = 1
        bounds = []
        for sign in (1, -1):
            solved = linprog(sign * weights, A_ub=matrix, b_ub=limits, method="highs")
            assert solved.status in (0, 3), solved.message
            bounds.append(np.inf if solved.status == 3 else sign * solved.fun)
        fewest, most = bounds
        if fewest > 1e-6 and most < MINIMUM - 1e-6:
            found.append(f"{name}: {fewest:g} to {most:g}")
    return found


def every_group() -> set[Group]:
    cells = [
        (EAST // CELL + column, NORTH // CELL + row)
        for column in range(COLUMNS)
        for row in range(ROWS)
    ]
    return {
        (f"{i} {j}", district, kind)
        for i, j in cells
        for district in ("West", "East")
        if (i * CELL < BORDER if district == "West" else (i + 1) * CELL > BORDER)
        for kind in KINDS
    }


def suspicions() -> dict[str, frozenset[Group]]:
    """Sets of households that differences of what is published could single out."""
    found: dict[str, set[Group]] = defaultdict(set)
    for group in every_group():
        cell, district, kind = group
        found[f"{kind} in cell {cell}"].add(group)
        found[f"anybody in cell {cell}"].add(group)
        found[f"{kind} in cell {cell} of {district}"].add(group)
        found[f"anybody in cell {cell} of {district}"].add(group)
    return {name: frozenset(groups) for name, groups in found.items()}


def test_the_attack_finds_households_in_exact_counts() -> None:
    """The control: cells of ten and more, and districts, without rounding and complement."""
    groups = every_group()
    per_cell: dict[str, list[Household]] = defaultdict(list)
    for one in households():
        per_cell[one.cell].append(one)
    known = []
    for kind in KINDS:
        for cell, inside in per_cell.items():
            if len(inside) >= MINIMUM:
                count = sum(one.kind == kind for one in inside)
                members = frozenset(one for one in groups if one[0] == cell and one[2] == kind)
                known.append(Statement(members, count, count))
        for district in ("West", "East"):
            count = sum(one.kind == kind for one in households() if one.district == district)
            members = frozenset(one for one in groups if one[1:] == (district, kind))
            known.append(Statement(members, count, count))
    assert len(isolated(known, suspicions())) > 10


def test_all_that_is_published_isolates_nobody(city: City) -> None:
    words = {"district heating": "HS01", "gas": "HS07", "other": "HS08", "heat pump": "HS09"}
    published = {(area, words[kind]): number for (area, kind), number in city.numbers().items()}
    groups = every_group()
    shown = {area for area, _kind in published}
    known = []
    for area in shown:
        members = frozenset(one for one in groups if one[0] == area)
        known.append(Statement(members, MINIMUM, MANY))
        for kind in KINDS:
            number = published.get((area, kind), 0)
            members = frozenset(one for one in groups if one[0] == area and one[2] == kind)
            # Whoever knows the method, not the threshold, knows it to within the minimum.
            known.append(Statement(members, number - MINIMUM + 1, number + MINIMUM - 1))
    for area in {one[0] for one in groups} - shown:
        # Fewer than the minimum, or so few of each kind that all were rounded to nothing.
        for kind in KINDS:
            members = frozenset(one for one in groups if one[0] == area and one[2] == kind)
            known.append(Statement(members, 0, MINIMUM - 1))
    assert len(shown) > 5
    assert isolated(known, suspicions()) == []


def test_districts_tell_nothing_that_their_cells_do_not(city: City) -> None:
    expected = {"West": 0, "East": 0}
    for one in city.rows(GRID):
        east = int(one["cell"].split()[1].removeprefix("E"))
        expected["West" if east + CELL / 2 < BORDER else "East"] += one["source_count"]
    assert {one["name"]: one["source_count"] for one in city.rows(DISTRICT)} == expected


def test_no_way_of_asking_gets_another_number(city: City, tmp_path: Path) -> None:
    everything = {layer: city.items(layer) for layer in (GRID, DISTRICT)}
    chance = random.Random(3)
    for layer, whole in everything.items():
        ways = [
            {"filter": f"source_count > {most} AND gas_pct < {100 - most}"}
            for most in range(0, 80, 8)
        ]
        for _one in range(20):
            west, south = 20.5 + chance.random() / 10, 50.75 + chance.random() / 10
            size = chance.choice((0.001, 0.01, 0.1, 1))
            ways.append({"bbox": f"{west},{south},{west + size},{south + size}"})
        answers = [city.items(layer, **asked) for asked in ways]
        answers += [
            from_wfs(city, layer),
            from_csv(city, layer),
            *from_tiles(city, layer, tmp_path),
        ]
        for answer in answers:
            assert answer.items() <= whole.items()
        assert any(answers)


def from_wfs(city: City, layer: str) -> dict[int, tuple[Any, ...]]:
    asked = {"SERVICE": "WFS", "VERSION": "2.0.0", "REQUEST": "GetFeature", "TYPENAMES": layer}
    root = etree.fromstring(city.client.get("/ows", params=asked).content)
    found = {}
    for one in root.iterfind(f".//{{*}}{layer}"):
        number = int(next(iter(one.attrib.values())).rpartition(".")[2])
        found[number] = told({etree.QName(p).localname: p.text for p in one})
    assert found
    return found


def from_csv(city: City, layer: str) -> dict[int, tuple[Any, ...]]:
    text = city.client.get(f"/download/{layer}.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows
    return {int(row["id"]): told(row) for row in rows}


def from_tiles(city: City, layer: str, folder: Path) -> Iterator[dict[int, tuple[Any, ...]]]:
    grid = WEB_MERCATOR_QUAD
    box = Extent(EAST, NORTH, EAST + CELL * COLUMNS, NORTH + CELL * ROWS).transformed(2178, 3857)
    for level in (10, 11, 12, 13):
        rows, columns = grid.rows_and_columns(level, box)
        for row in rows:
            for column in columns:
                body = city.client.get(f"/tiles/{layer}/{level}/{column}/{row}.mvt").content
                if not body:
                    continue
                tile = folder / f"{level}-{column}-{row}.mvt"
                tile.write_bytes(body)
                frame = pyogrio.read_dataframe(tile, X=column, Y=row, Z=level, CLIP="NO")
                whole = "source_count" in frame and frame["source_count"].notna().all()
                yield {int(one["mvt_id"]): told(one) for one in frame.to_dict("records") if whole}


def test_the_register_itself_is_nowhere(city: City) -> None:
    for address in (
        "/ogc/collections/heat_source/items?f=json",
        "/tiles/heat_source/13/4563/2747.mvt",
        "/download/heat_source.csv",
        "/ows?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=heat_source",
        "/api/search?q=Kowalski",
    ):
        answer = city.client.get(address)
        assert answer.status_code in (200, 400, 404)
        assert "Kowalski" not in answer.text.replace("q=Kowalski", "")
        assert answer.status_code != 200 or "HS0" not in answer.text


def test_one_household_more_changes_no_answer(city: City) -> None:
    """What differs between two publications (years) is never about one household."""
    before = {layer: city.items(layer) for layer in (GRID, DISTRICT)}
    for number, one in enumerate(households()[:: len(households()) // 6]):
        city.add([dataclasses.replace(one, kind=KINDS[number % len(KINDS)])])
        assert {layer: city.items(layer) for layer in (GRID, DISTRICT)} == before
