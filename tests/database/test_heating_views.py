"""Public counts of the heat register, over a register written in the test."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from sip import catalogue as catalogues
from sip.catalogue import Catalogue
from sip.database import counting, migrate
from sip.settings import Settings

ROOT = Path(__file__).parents[2]
EAST, NORTH = 7_470_000, 5_630_000
SQUARE = f"ST_Multi(ST_MakeEnvelope({EAST}, {NORTH}, {EAST} + 1200, {NORTH} + 1200, 2178))"

pytestmark = pytest.mark.database


class Register:
    """The heat register and what is shown of it."""

    def __init__(self, connection: psycopg.Connection[Any], catalogue: Catalogue):
        self.connection = connection
        self._catalogue = catalogue

    def add(self, *kinds: str, building: str | None = None, column: int = 0) -> None:
        """Declare sources at one place, each of a household of its own unless in one building."""
        for kind in kinds:
            self.connection.execute(
                "INSERT INTO heating.heat_source (declaration_no, form, declaration_date,"
                " building_id, building_kind, kind, fuel, boiler_class, purpose, unit_count,"
                " in_use, owner_role, geom)"
                " SELECT gen_random_uuid()::text, 'A', '2024-01-01', %s, 'x', %s, 'wegiel', %s,"
                " 'x', 1, true, 'x', ST_Point(%s, %s, 2178)",
                (
                    building, kind, "brak" if kind == "HS02" else "nd",
                    EAST + 500 * column + 100, NORTH + 100,
                ),
            )  # fmt: skip

    def shown(self, view: str = "heat_source_grid") -> list[dict[str, Any]]:
        """Bring what is shown up to date and return it."""
        counting.refresh(self.connection, self._catalogue, ["heat_source", "district"])
        cursor = self.connection.execute(f"SELECT * FROM pub.{view} ORDER BY id".encode())
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.fixture(scope="module")
def heating(module_database: Settings) -> tuple[Settings, Catalogue]:
    settings = dataclasses.replace(module_database, project=ROOT)
    catalogue = catalogues.load(ROOT)
    migrate.migrate(catalogue, settings)
    return settings, catalogue


@pytest.fixture
def register(heating: tuple[Settings, Catalogue]) -> Iterator[Register]:
    settings, catalogue = heating
    with psycopg.connect(settings.dsn()) as connection:
        # What a source and a district must be like is not what is tested here.
        checks = connection.execute(
            "SELECT conrelid::regclass::text, conname FROM pg_constraint"
            " WHERE contype IN ('c', 'f')"
            " AND conrelid IN ('heating.heat_source'::regclass, 'reference.district'::regclass)"
        ).fetchall()
        for table, name in checks:
            connection.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"'.encode())
        connection.execute(
            "INSERT INTO reference.district (district_no, gmina_teryt, name, geom)"
            f" VALUES ('1', '1', 'Old Town', {SQUARE})".encode()
        )
        yield Register(connection, catalogue)
        connection.rollback()


@pytest.mark.parametrize("view", ["heat_source_grid", "heat_source_district"])
def test_nine_buildings_stay_hidden_and_ten_are_shown(register: Register, view: str) -> None:
    register.add(*["HS02"] * 9)
    assert register.shown(view) == []
    register.add("HS02")
    (shown,) = register.shown(view)
    assert (shown["source_count"], shown["solid_fuel_pct"], shown["gas_pct"]) == (10, 100, 0)


def test_many_sources_of_one_building_are_one_household_and_stay_hidden(register: Register) -> None:
    register.add(*["HS02"] * 30, building="house")
    assert register.shown() == []


def test_a_building_with_many_sources_counts_once_among_others(register: Register) -> None:
    register.add(*["HS07"] * 9)
    register.add(*["HS07"] * 30, building="house")
    (shown,) = register.shown()
    assert shown["source_count"] == 10


def test_every_number_is_a_multiple_of_the_minimum(register: Register) -> None:
    register.add(*["HS02"] * 17, *["HS07"] * 26, *["HS09"] * 3)
    register.shown()
    found = register.connection.execute("SELECT number FROM sip.public_count").fetchall()
    assert found
    assert {number % 10 for (number,) in found} == {0}


def test_rounding_is_right_on_average(register: Register) -> None:
    for column in range(400):
        register.add(*["HS07"] * 13, column=column)
    shown = sum(row["source_count"] for row in register.shown())
    assert 0.93 < shown / (400 * 13) < 1.07  # six standard deviations


def test_asking_again_tells_no_more(register: Register) -> None:
    register.add(*["HS02"] * 17, *["HS07"] * 26)
    assert register.shown() == register.shown()


def test_one_household_more_changes_nothing_that_is_shown(register: Register) -> None:
    register.add(*["HS07"] * 9, *["HS02"] * 9)
    before = register.shown()
    for _more in range(9):
        register.add("HS09")
        assert register.shown() == before
    register.add("HS09")
    assert register.shown() != before


def test_a_district_is_the_sum_of_its_cells(register: Register) -> None:
    for column in range(3):
        register.add(*["HS02"] * 24, *["HS07"] * 11, column=column)
    inside = [row for row in register.shown() if row["cell"] != "500m E7471000 N5630000"]
    (district,) = register.shown("heat_source_district")
    assert len(inside) == 2
    assert district["source_count"] == sum(row["source_count"] for row in inside)


def test_a_cell_is_the_500_m_square_around_its_sources(register: Register) -> None:
    register.add(*["HS02"] * 10)
    (shown,) = register.shown()
    assert shown["cell"] == "500m E7470000 N5630000"


def test_two_publications_differ_by_no_fewer_households_than_the_minimum(
    register: Register,
) -> None:
    chance = random.Random(1)
    was: dict[str, set[tuple[str, str]]] = {}
    for _month in range(30):
        for column in range(4):
            register.add(
                *chance.choices(["HS02", "HS07", "HS09"], k=chance.randint(0, 7)), column=column
            )
        register.connection.execute("DELETE FROM heating.heat_source WHERE random() < 0.15")
        register.shown()
        now: dict[str, set[tuple[str, str]]] = {}
        counted = register.connection.execute("SELECT area, unit, kind FROM sip.counted")
        for area, unit, kind in counted.fetchall():
            now.setdefault(area, set()).add((unit, kind))
        for area in {*was, *now}:
            moved = {unit for unit, _kind in was.get(area, set()) ^ now.get(area, set())}
            assert not 0 < len(moved) < 10
        was = now


def test_nobody_else_reads_what_the_counts_are_made_from(register: Register) -> None:
    for role in ("sip_public", "sip_editor"):
        for table in ("sip.counted", "sip.public_count", "sip.public_count_of"):
            found = register.connection.execute(
                "SELECT has_table_privilege(%s, %s, 'SELECT')", [role, table]
            ).fetchone()
            assert found == (False,)
