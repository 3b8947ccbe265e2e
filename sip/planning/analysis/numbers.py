"""Balances and coverage: how much of every unit is what, in hectares and percent."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Sequence
from typing import Any

from psycopg import sql

from sip.planning.analysis import asking
from sip.planning.analysis.asking import Connection
from sip.planning.analysis.declared import Areas, Ground
from sip.planning.analysis.table import Cell, Column, Table
from sip.report.shares import hundredths
from sip.text import Text

_HECTARE_M2 = 10_000.0
_ALL = Text(pl="Razem", en="All")
_NONE = Text(pl="nieobjęte", en="not covered")
type _Parts = dict[tuple[str, Text], list[float]]
"""How many areas and m² there are of a kind, by what it is called."""
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
        One row for each unit and kind, the largest first (a symbol that two dictionaries explain
        differently is two kinds); percents of a unit sum to exactly 100
        where its areas do not overlap. The last rows are of all units together.
    """
    declared = ground.declared.areas[areas]
    words = asking.of_areas(ground, declared) | asking.of_units(ground, unit)
    values = {"day": date, "least_m2": ground.declared.least_m2}
    found = asking.rows(connection, "balance.sql", words, values)
    rows: list[list[Cell]] = []
    whole: _Parts = {}
    total_m2 = 0.0
    for key, group in itertools.groupby(found, key=lambda row: row["unit"]):
        those = list(group)
        unit_m2 = those[0]["unit_m2"]
        total_m2 += unit_m2
        parts = _named(ground, declared, those)
        for kind, (count, m2) in parts.items():
            sums = whole.setdefault(kind, [0.0, 0.0])
            sums[0], sums[1] = sums[0] + count, sums[1] + m2
        head: list[Cell] = [key, those[0]["unit_name"]]
        rows += [head + one for one in _divided(ground, parts, unit_m2)]
    head = ["", _ALL]
    rows += [head + one for one in _divided(ground, whole, total_m2)]
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


def _named(ground: Ground, areas: Areas, those: Sequence[dict[str, Any]]) -> _Parts:
    """Add up the areas of a unit by kind and name, each as the dictionary of its own act says."""
    parts: _Parts = {}
    for row in those:
        if row["kind"]:
            name = asking.name_of_kind(ground, areas, row["kind"], row["dictionary"])
            sums = parts.setdefault((row["kind"], name), [0, 0.0])
            sums[0], sums[1] = sums[0] + row["areas"], sums[1] + row["m2"]
    return parts


def _largest_first(part: tuple[tuple[str, Text], list[float]]) -> tuple[float, str, str]:
    (kind, name), (_count, m2) = part
    return -m2, kind, name.pl


def _divided(ground: Ground, parts: _Parts, unit_m2: float) -> list[list[Cell]]:
    """Return kind, name, count, hectares and percent; what no area covers is last."""
    told: list[tuple[str | None, Text, int, float]] = [
        (kind, name, int(count), m2)
        for (kind, name), (count, m2) in sorted(parts.items(), key=_largest_first)
    ]
    rest = unit_m2 - sum(one[3] for one in told)
    if rest >= ground.declared.least_m2:
        told.append((None, _NONE, 0, rest))
    if not told:
        return []
    percents = hundredths([one[3] for one in told])
    return [
        [kind, name, count, round(m2 / _HECTARE_M2, 4), part / 100]
        for (kind, name, count, m2), part in zip(told, percents, strict=True)
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
