"""What an act changes, what it collides with, and what it lets be built: layers with sums."""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import shapely
from psycopg import sql

from sip.errors import NotFound
from sip.planning.analysis import asking, infill
from sip.planning.analysis.asking import Connection
from sip.planning.analysis.declared import Areas, Conflict, Ground
from sip.planning.analysis.table import Cell, Column, Table
from sip.text import Text

_HECTARE_M2 = 10_000.0
_CHANGES = {
    "use": Text(pl="inne przeznaczenie", en="another use"),
    "parameters": Text(pl="inne parametry", en="other parameters"),
    "added": Text(pl="tylko w późniejszym", en="only in the later one"),
    "removed": Text(pl="tylko we wcześniejszym", en="only in the earlier one"),
    "none": Text(pl="bez zmian", en="no change"),
}
_LIMITS = {
    "intensity": Text(pl="intensywność", en="intensity"),
    "coverage_and_height": Text(pl="zabudowa i wysokość", en="coverage and height"),
}
_ONCE = Text(
    pl="Teren, który obejmuje kilka obiektów, na przykład pasma hałasu, policzono w sumie raz.",
    en="Ground that several objects cover, as bands of noise, counts once in the sum.",
)
_SLENDER = 10_000.0
"""Perimeter²/area above which a piece is a difference of boundaries (rule G09)."""


def comparison(connection: Connection, ground: Ground, *, before: str, after: str) -> Table:
    """Say which ground changes its use between two acts, or two versions of one.

    Args:
        connection: To the registers.
        ground: What is read.
        before: The older act, by any of its names.
        after: The newer one.

    Returns:
        Pieces of ground as a layer; `change` is `use`, `parameters`, `added`, `removed` or `none`.
        `sums` has hectares and pieces by kind before, kind after and change.
    """
    old = asking.act_named(connection, ground, before)
    new = asking.act_named(connection, ground, after)
    areas = asking.areas_of(connection, ground, old, new)
    values = {
        "before": old, "after": new,
        "least_m2": ground.declared.least_m2, "slender": _SLENDER,
    }  # fmt: skip
    words = asking.of_areas(ground, areas)
    found = asking.rows(connection, "comparison.sql", words, values)
    rows: list[list[Cell]] = []
    sums: dict[tuple[str | None, str | None, str], list[float]] = defaultdict(lambda: [0, 0.0])
    for row in found:
        change = _change(row)
        head = [row["kind_before"], row["kind_after"], change]
        rows.append([*head, row["name_before"], row["name_after"], round(row["m2"], 2)])
        one = sums[(row["kind_before"], row["kind_after"], change)]
        one[0], one[1] = one[0] + 1, one[1] + row["m2"]
    columns = (
        Column("kind_before", "text", Text(pl="Było", en="Before")),
        Column("kind_after", "text", Text(pl="Będzie", en="After")),
        Column("change", "text", Text(pl="Zmiana", en="Change"), words=_CHANGES),
    )
    ordered = sorted(sums.items(), key=lambda one: (one[0][2] == "none", -one[1][1]))
    return Table(
        "comparison",
        Text(pl=f"Zmiany: {old} → {new}", en=f"Changes: {old} → {new}"),
        (
            *columns,
            Column("name_before", "text", Text(pl="Oznaczenie przed", en="Designation before")),
            Column("name_after", "text", Text(pl="Oznaczenie po", en="Designation after")),
            _area("area_m2"),
        ),
        rows,
        [shapely.from_wkb(bytes(row["shape"])) for row in found],
        ground.crs,
        drawn_by="change",
        sums=Table(
            "comparison_sums",
            Text(pl="Zmiany przeznaczenia", en="Changes of use"),
            (*columns, _count("pieces"), _area("area_ha")),
            [[*key, int(n), round(m2 / _HECTARE_M2, 4)] for key, (n, m2) in ordered],
        ),
    )


def _change(row: dict[str, Any]) -> str:
    if row["kind_before"] is None:
        return "added"
    if row["kind_after"] is None:
        return "removed"
    if row["kind_before"] != row["kind_after"]:
        return "use"
    return "parameters" if row["differs"] else "none"


def _area(name: str) -> Column:
    unit = "ha" if name.endswith("_ha") else "m2"
    return Column(name, "number", Text(pl="Powierzchnia", en="Area"), unit)  # type: ignore[arg-type]


def _count(name: str) -> Column:
    return Column(name, "integer", Text(pl="Liczba", en="Count"))


def conflicts(connection: Connection, ground: Ground, *, act: str) -> Table:
    """Say where an act's areas collide with hazards, noise, nature, networks and investments.

    What is compared stands in `analysis.yaml`; layers that are absent or not visible are named in
    the notes, so that silence never means "no conflict".

    Returns:
        The common parts as a layer (areas, lines or points); `sums` by topic and kind.
    """
    key = asking.act_named(connection, ground, act)
    areas = asking.areas_of(connection, ground, key)
    rows: list[list[Cell]] = []
    shapes: list[Any] = []
    notes: list[Text] = []
    met: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for topic, conflict in ground.declared.conflicts.items():
        try:
            found = _met(connection, ground, areas, conflict, key)
        except NotFound:
            title = conflict.title
            notes.append(
                Text(pl=f"{title.pl}: nie sprawdzono, brak warstwy {conflict.layer}",
                     en=f"{title.en}: not checked, there is no layer {conflict.layer}")
            )  # fmt: skip
            continue
        for row in found:
            length, m2 = row["length_m"], row["m2"]
            where = [topic, row["name"], row["kind"], conflict.layer, row["other"]]
            sizes = [round(m2, 2), None if length is None else round(length, 2)]
            rows.append([*where, row["other_name"], *sizes])
            shapes.append(shapely.from_wkb(bytes(row["shape"])))
            met[(topic, row["kind"])].append(row)
    titles = {name: one.title for name, one in ground.declared.conflicts.items()}
    topic_column = Column("topic", "text", Text(pl="Temat", en="Topic"), words=titles)
    kind = Column("kind", "text", Text(pl="Rodzaj", en="Kind"))
    length_column = Column("length_m", "number", Text(pl="Długość", en="Length"), "m")
    return Table(
        "conflicts",
        Text(pl=f"Kolizje: {key}", en=f"Conflicts: {key}"),
        (
            topic_column,
            Column("designation", "text", Text(pl="Oznaczenie", en="Designation")),
            kind,
            Column("layer", "text", Text(pl="Warstwa", en="Layer")),
            Column("object_id", "integer", Text(pl="Obiekt", en="Object")),
            Column("object", "text", Text(pl="Nazwa obiektu", en="Name of the object")),
            _area("area_m2"),
            length_column,
        ),
        rows,
        shapes,
        ground.crs,
        notes,
        Table(
            "conflicts_sums",
            Text(pl="Kolizje według tematu", en="Conflicts by topic"),
            (
                topic_column,
                kind,
                _count("places"),
                _area("area_ha"),
                length_column,
            ),
            [[topic, kind, *_united(those)] for (topic, kind), those in met.items()],
            notes=[_ONCE],
        ),
        drawn_by="topic",
    )


def _united(rows: Sequence[dict[str, Any]]) -> list[Cell]:
    """Return how many places, ha and m: ground that several objects share counts once."""
    areas = [shapely.from_wkb(bytes(row["shape"])) for row in rows if row["m2"] > 0]
    m2 = float(shapely.union_all(areas).area)
    length_m = math.fsum(row["length_m"] or 0.0 for row in rows)
    return [len(rows), round(m2 / _HECTARE_M2, 4), round(length_m, 1)]


def _met(
    connection: Connection, ground: Ground, areas: Areas, conflict: Conflict, act: str
) -> list[dict[str, Any]]:
    layer = ground.layer(conflict.layer)
    geometry = (layer.spec.geometry or "").removeprefix("Multi")
    dimension = {"Point": 0, "LineString": 1}.get(geometry, 2)
    kinds: list[str] | None = None
    if conflict.only is not None:
        name = "built_kinds" if conflict.only == "other_kinds" else conflict.only
        kinds = getattr(areas, name)
    words = asking.of_areas(ground, areas) | {
        "other": asking.relation(layer),
        "other_name": sql.Identifier(layer.spec.name_field or "id"),
        "where": asking.condition(conflict.where),
    }
    values = {
        "act": act,
        "within_m": conflict.within_m,
        "kinds": kinds,
        "is_in": conflict.only != "other_kinds",
        "least_m2": ground.declared.least_m2,
        "least_m": ground.declared.least_m,
        "other_dimension": 2 if conflict.within_m else dimension,
    }
    return asking.rows(connection, "conflicts.sql", words, values)


def capacity(
    connection: Connection, ground: Ground, *, act: str | None, areas: str, date: datetime.date
) -> Table:
    """Say how much floor area plans allow, how much stands, and what is left.

    The floor area possible is the area times its intensity; where a plan gives coverage and height
    too, no more than coverage times whole storeys (`storey_m`); where it gives neither, nothing is
    said. What stands is footprint times storeys of the buildings whose middle lies in the area.

    Args:
        connection: To the registers.
        ground: What is read.
        act: One act; without it all areas in force on the day.
        areas: `zones` or `land_use`, where no act says it.
        date: The day.

    Returns:
        The areas as a layer, m²; `sums` by kind, with the share used.
    """
    key = None if act is None else asking.act_named(connection, ground, act)
    declared = (
        ground.declared.areas[areas] if key is None else asking.areas_of(connection, ground, key)
    )
    built = ground.declared.buildings
    words = asking.of_areas(ground, declared) | {
        "buildings": asking.relation(ground.layer(built.layer)),
        "storeys": sql.Identifier(built.storeys),
        "buildings_since": sql.Identifier(built.since),
        "buildings_until": sql.Identifier(built.until),
    }
    found = asking.rows(connection, "capacity.sql", words, {"act": key, "day": date})
    rows = [_room(row, ground.declared.storey_m) for row in found]
    columns = (
        Column("designation", "text", Text(pl="Oznaczenie", en="Designation")),
        Column("kind", "text", Text(pl="Rodzaj", en="Kind")),
        Column("act", "text", Text(pl="Akt", en="Act")),
        _area("area_m2"),
        Column("possible_m2", "number", Text(pl="Możliwa powierzchnia", en="Possible"), "m2"),
        Column("built_m2", "number", Text(pl="Istniejąca", en="Built"), "m2"),
        Column("left_m2", "number", Text(pl="Rezerwa", en="Left"), "m2"),
        Column("used_pct", "number", Text(pl="Wykorzystanie", en="Used"), "pct"),
        Column("footprint_m2", "number", Text(pl="Zabudowa", en="Footprint"), "m2"),
        Column("buildings", "integer", Text(pl="Budynki", en="Buildings")),
        Column("limit", "text", Text(pl="Ogranicza", en="Limited by"), words=_LIMITS),
    )
    note = Text(
        pl="Powierzchnia całkowita kondygnacji nadziemnych; drogi i dojazdy na terenie nie są"
        " odliczone.",
        en="Floor area above ground; roads and drives within areas are not taken off.",
    )
    shapes = [shapely.from_wkb(bytes(row["shape"])) for row in found]
    title = Text(pl="Chłonność terenów", en="Capacity of areas")
    return Table(
        "capacity", title, columns, rows, shapes, ground.crs, [note], _room_by_kind(rows),
        drawn_by="used_pct",
    )  # fmt: skip


def _room(row: dict[str, Any], storey_m: float) -> list[Cell]:
    limits: dict[str, float] = {}
    if row["intensity"] is not None:
        limits["intensity"] = row["m2"] * row["intensity"]
    if row["coverage_pct"] is not None and row["height_m"] is not None:
        storeys = math.floor(row["height_m"] / storey_m + 1e-9)
        limits["coverage_and_height"] = row["m2"] * row["coverage_pct"] / 100 * storeys
    limit = min(limits, key=lambda name: limits[name]) if limits else None
    possible = limits[limit] if limit else None
    built = row["floor_m2"]
    return [
        row["name"],
        row["kind"],
        row["act"],
        round(row["m2"], 1),
        None if possible is None else round(possible, 1),
        round(built, 1),
        None if possible is None else round(possible - built, 1),
        round(100 * built / possible, 1) if possible else None,
        round(row["footprint_m2"], 1),
        row["buildings"],
        limit,
    ]


def _room_by_kind(rows: Sequence[Sequence[Cell]]) -> Table:
    def sums() -> Iterator[list[Cell]]:
        for kind in sorted({str(row[1]) for row in rows}):
            those = [row for row in rows if row[1] == kind]
            told = [row for row in those if row[4] is not None]
            possible, built = _sum(told, 4), _sum(told, 5)
            used = round(100 * built / possible, 1) if possible else None
            yield [
                kind, len(those), round(_sum(those, 3) / _HECTARE_M2, 4), round(possible, 1),
                round(built, 1), round(possible - built, 1), used,
            ]  # fmt: skip

    return Table(
        "capacity_sums",
        Text(pl="Chłonność według rodzaju", en="Capacity by kind"),
        (
            Column("kind", "text", Text(pl="Rodzaj", en="Kind")),
            _count("areas"),
            _area("area_ha"),
            Column("possible_m2", "number", Text(pl="Możliwa powierzchnia", en="Possible"), "m2"),
            Column("built_m2", "number", Text(pl="Istniejąca", en="Built"), "m2"),
            Column("left_m2", "number", Text(pl="Rezerwa", en="Left"), "m2"),
            Column("used_pct", "number", Text(pl="Wykorzystanie", en="Used"), "pct"),
        ),
        list(sums()),
    )


def _sum(rows: Sequence[Sequence[Cell]], at: int) -> float:
    return math.fsum(float(row[at] or 0.0) for row in rows)  # type: ignore[arg-type]


def infill_areas(
    connection: Connection, ground: Ground, *, unit: str | None, date: datetime.date
) -> Table:
    """Compute infill areas from the register of buildings.

    Args:
        connection: To the registers.
        ground: What is read.
        unit: Code of a gmina: buildings within reach of it count, and areas are cut to it.
        date: The day on which buildings stand.
    """
    built, rule = ground.declared.buildings, ground.declared.infill
    words = asking.of_units(ground, "gmina") | {
        "buildings": asking.relation(ground.layer(built.layer)),
        "kind": sql.Identifier(built.kind),
        "since": sql.Identifier(built.since),
        "until": sql.Identifier(built.until),
    }
    values = {"kinds": rule.kinds, "day": date, "unit": unit, "reach_m": 10 * rule.reach_m}
    found = asking.rows(connection, "infill.sql", words, values)
    outlines = [shapely.from_wkb(bytes(row["shape"])) for row in found]
    border = None
    if unit is not None:
        row = asking.rows(connection, "unit.sql", words, {"unit": unit})
        if not row:
            raise NotFound(f'there is no gmina "{unit}"', pl=f"nie ma gminy „{unit}”")
        border = shapely.from_wkb(bytes(row[0]["shape"]))
    return infill.table(infill.areas(outlines, rule), rule, ground.crs, border)
