"""The public aggregates of the heat register, over a register written in the test."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from sip.settings import Settings

HEATING = Path(__file__).parents[2] / "layers" / "heating"
TABLES = """
    CREATE SCHEMA heating; CREATE SCHEMA reference;
    CREATE TABLE reference.district (id bigint, name text, geom geometry(MultiPolygon, 2178));
    INSERT INTO reference.district VALUES
        (1, 'Old Town', ST_Multi(ST_MakeEnvelope(7470000, 5630000, 7471000, 5631000, 2178)));
    CREATE TABLE heating.heat_source (declaration_no text, building_id text, kind text,
        boiler_class text, in_use boolean, valid_to date, geom geometry(Point, 2178));
"""

pytestmark = pytest.mark.database


def rows(database: Settings, view: str, sources: list[tuple[str, str]]) -> list[dict[str, object]]:
    """Return the view over sources given as building and kind, all at one place."""
    with psycopg.connect(database.dsn()) as connection:
        connection.execute(TABLES)
        for number, (building, kind) in enumerate(sources):
            connection.execute(
                "INSERT INTO heating.heat_source VALUES (%s, %s, %s, %s, true, NULL,"
                " ST_Point(7470100, 5630100, 2178))",
                (str(number), building, kind, "brak" if kind == "HS02" else "nd"),
            )
        cursor = connection.execute((HEATING / f"{view}.sql").read_bytes())
        names = [column.name for column in cursor.description or ()]
        found = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        connection.rollback()
    return found


@pytest.mark.parametrize("view", ["heat_source_grid", "heat_source_district"])
def test_nine_buildings_stay_hidden_and_ten_are_shown(database: Settings, view: str) -> None:
    nine = [(f"house {number}", "HS02") for number in range(9)]
    assert rows(database, view, nine) == []
    (shown,) = rows(database, view, [*nine, ("house 9", "HS07")])
    assert (shown["source_count"], shown["solid_fuel_pct"], shown["gas_pct"]) == (10, 90, 10)


def test_many_sources_of_one_building_are_one_household_and_stay_hidden(
    database: Settings,
) -> None:
    assert rows(database, "heat_source_grid", [("house", "HS02")] * 30) == []


def test_numbers_come_in_fives(database: Settings) -> None:
    kinds = ["HS02"] * 5 + ["HS09"] * 7
    sources = [(f"house {number}", kind) for number, kind in enumerate(kinds)]
    (shown,) = rows(database, "heat_source_grid", sources)
    assert shown["source_count"] == 10
    assert (shown["solid_fuel_pct"], shown["heat_pump_pct"]) == (40, 60)


def test_a_cell_is_the_500_m_square_around_its_sources(database: Settings) -> None:
    sources = [(f"house {number}", "HS02") for number in range(10)]
    (shown,) = rows(database, "heat_source_grid", sources)
    assert shown["cell"] == "500m E7470000 N5630000"
