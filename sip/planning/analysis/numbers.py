"""Balances and coverage: how much of every unit is what, in hectares and percent."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from typing import Any

from psycopg import sql

from sip.planning.analysis import asking
from sip.planning.analysis.asking import Connection
from sip.planning.analysis.declared import Ground
from sip.planning.analysis.table import Cell, Column, Table
from sip.report.shares import hundredths
from sip.text import Text

_HECTARE_M2 = 10_000.0
_ALL = Text(pl="Razem", en="All")
_NONE = Text(pl="nieobjęte", en="not covered")
_UNIT = Column("unit", "text", Text(pl="Jednostka", en="Unit"))
_UNIT_NAME = Column("unit_name", "text", Text(pl="Nazwa", en="Name"))


def balance(
    connection: Connection, ground: Ground, *, unit: str, areas: str, date: datetime.date
) -> Table:
    """Divide every unit among kinds of zones, or of land use, in force on a day.

    Args:
        connection: To the registers; the caller chose its role.
        ground: What is read.
        unit: `gmina` or `precinct`, as declared.
        areas: `zones` or `land_use`, as declared.
        date: The day.

    Returns:
        One row for each unit and kind, the largest first; percents of a unit sum to exactly 100
        where its areas do not overlap. The last rows are of all units together.
    """
    declared = ground.declared.areas[areas]
    words = asking.of_areas(ground, declared) | asking.of_units(ground, unit)
    values = {"day": date, "least_m2": ground.declared.least_m2}
    found = asking.rows(connection, "balance.sql", words, values)
    rows: list[list[Cell]] = []
    whole: dict[str | None, list[float]] = {}
    total_m2 = 0.0
    for key, group in itertools.groupby(found, key=lambda row: row["unit"]):
        those = list(group)
        unit_m2 = those[0]["unit_m2"]
        total_m2 += unit_m2
        parts = [(row["kind"], row["areas"], row["m2"]) for row in those if row["kind"]]
        for kind, count, m2 in parts:
            sums = whole.setdefault(kind, [0.0, 0.0])
            sums[0], sums[1] = sums[0] + count, sums[1] + m2
        head: list[Cell] = [key, those[0]["unit_name"]]
        rows += [head + one for one in _divided(ground, areas, parts, unit_m2, date)]
    parts = sorted(((kind, int(n), m2) for kind, (n, m2) in whole.items()), key=lambda one: -one[2])
    head = ["", _ALL]
    rows += [head + one for one in _divided(ground, areas, parts, total_m2, date)]
    columns = (
        _UNIT,
        _UNIT_NAME,
        Column("kind", "text", Text(pl="Rodzaj", en="Kind")),
        Column("kind_name", "text", Text(pl="Nazwa rodzaju", en="Name of the kind")),
        Column("areas", "integer", Text(pl="Liczba", en="Count")),
        Column("area_ha", "number", Text(pl="Powierzchnia", en="Area"), "ha"),
        Column("share_pct", "number", Text(pl="Udział", en="Share"), "pct"),
    )
    return Table(f"balance_{areas}_{unit}", declared.title, columns, rows)


def _divided(
    ground: Ground,
    areas: str,
    parts: Sequence[tuple[Any, int, float]],
    unit_m2: float,
    on: datetime.date,
) -> list[list[Cell]]:
    """Return kind, name, count, hectares and percent; what no area covers is last."""
    rest = unit_m2 - sum(m2 for _kind, _count, m2 in parts)
    told = list(parts)
    if rest >= ground.declared.least_m2:
        told.append((None, 0, rest))
    if not told:
        return []
    percents = hundredths([m2 for _kind, _count, m2 in told])
    declared = ground.declared.areas[areas]
    return [
        [
            kind,
            asking.name_of_kind(ground, declared, kind, on) if kind else _NONE,
            count,
            round(m2 / _HECTARE_M2, 4),
            part / 100,
        ]
        for (kind, count, m2), part in zip(told, percents, strict=True)
    ]


def coverage(
    connection: Connection, ground: Ground, *, unit: str, dates: Sequence[datetime.date]
) -> Table:
    """Say how much of every unit local plans in force cover at some days, and how green they are.

    Returns:
        One row for each day and unit, and one of all units of each day. Ground that several acts
        cover is counted once. `green_pct` is the green part of what is covered.
    """
    acts, areas = ground.declared.acts, ground.declared.areas["land_use"]
    words = asking.of_units(ground, unit) | {
        "acts": asking.relation(ground.layer(acts.layer)),
        "act_key": sql.Identifier(acts.key),
        "acts_since": sql.Identifier(acts.since),
        "acts_until": sql.Identifier(acts.until),
        "acts_in_force": asking.condition(acts.in_force),
        "local": asking.condition(acts.local),
        "areas": asking.relation(ground.layer(areas.layer)),
        "kind": sql.Identifier(areas.kind),
        "areas_since": sql.Identifier(areas.since),
        "areas_until": sql.Identifier(areas.until),
        "areas_in_force": asking.condition(areas.in_force),
    }
    values = {"days": sorted(set(dates)), "green": areas.green_kinds}
    found = asking.rows(connection, "coverage.sql", words, values)
    rows: list[list[Cell]] = []
    for day, group in itertools.groupby(found, key=lambda row: row["day"]):
        those = list(group)
        rows += [[day, row["unit"], row["unit_name"], row["acts"], *_covered(row)] for row in those]
        sums = {
            name: sum(row[name] for row in those) for name in ("unit_m2", "covered_m2", "green_m2")
        }
        rows.append([day, "", _ALL, None, *_covered(sums)])
    columns = (
        Column("date", "date", Text(pl="Dzień", en="Day")),
        _UNIT,
        _UNIT_NAME,
        Column("acts", "integer", Text(pl="Planów", en="Plans")),
        Column("area_ha", "number", Text(pl="Powierzchnia", en="Area"), "ha"),
        Column("covered_ha", "number", Text(pl="Objęte planami", en="Covered"), "ha"),
        Column("covered_pct", "number", Text(pl="Udział objęty", en="Share covered"), "pct"),
        Column("green_ha", "number", Text(pl="Zieleń w planach", en="Green in plans"), "ha"),
        Column("green_pct", "number", Text(pl="Udział zieleni", en="Share of green"), "pct"),
    )
    title = Text(pl="Pokrycie planami miejscowymi", en="Coverage by local plans")
    return Table(f"coverage_{unit}", title, columns, rows)


def _covered(row: dict[str, Any]) -> list[Cell]:
    unit, covered, green = row["unit_m2"], row["covered_m2"], row["green_m2"]
    return [
        round(unit / _HECTARE_M2, 4),
        round(covered / _HECTARE_M2, 4),
        round(100 * covered / unit, 2) if unit else None,
        round(green / _HECTARE_M2, 4),
        round(100 * green / covered, 2) if covered else None,
    ]
