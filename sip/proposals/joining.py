"""Found objects and the rows of a register: which is which, how far, and what differs."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, LiteralString

import shapely
from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier, Literal

from sip.field.merge import Value, Values, differs
from sip.field.part import Part
from sip.proposals.found import Found

OVERLAP = 0.3
"""Share of the smaller of two polygons that both must cover to be the same."""
_NEAR = """
SELECT f.place - 1, t.id, t.row_version, ST_Distance(f.shape, t.geom),
    CASE WHEN ST_Dimension(t.geom) = 2 AND ST_Dimension(f.shape) = 2
        THEN ST_Area(ST_Intersection(f.shape, t.geom))
            / least(ST_Area(f.shape), ST_Area(t.geom)) END
FROM (
    SELECT place, ST_SetSRID(decode(wkb, 'hex')::geometry, {crs}) AS shape
    FROM unnest(%s::text[]) WITH ORDINALITY AS u (wkb, place)
) AS f
JOIN {table} AS t ON ST_DWithin(f.shape, t.geom, %s){stands}
"""
_NEAREST = """
SELECT f.place - 1, n.id, n.away
FROM (
    SELECT place, ST_SetSRID(decode(wkb, 'hex')::geometry, {crs}) AS shape
    FROM unnest(%s::text[]) WITH ORDINALITY AS u (wkb, place)
) AS f
CROSS JOIN LATERAL (
    SELECT t.id, ST_Distance(f.shape, t.geom) AS away FROM {table} AS t
    WHERE true{stands} ORDER BY t.geom <-> f.shape LIMIT 1
) AS n
"""
_UNMET = """
SELECT count(*) FROM {table} AS t
WHERE ST_Intersects(t.geom, ST_SetSRID(decode(%s, 'hex')::geometry, {crs})) AND NOT t.id = ANY (%s)
    {stands}
"""
_STANDS = " AND (t.valid_to IS NULL OR t.valid_to > current_date)"


@dataclasses.dataclass(frozen=True)
class Pair:
    """A found object and the row that it is."""

    place: int
    row_id: int
    version: int
    distance_m: float


def pairs(
    connection: Connection[Any],
    part: Part,
    found: Sequence[Found],
    *,
    reach_m: float,
    among: Values | None = None,
) -> list[Pair]:
    """Pair objects with rows that are in force, and have the values `among`.

    Points are paired one to one, the closest first, within the reach. Polygons are paired with the
    row of which they share most, if that is 0.3 of the smaller of the two.
    """
    wanted = among or {}
    near = connection.execute(
        _query(_NEAR, part, wanted), [_shapes(found), reach_m, *wanted.values()]
    ).fetchall()
    near.sort(key=lambda one: (-(one[4] or 0), one[3], one[0], one[1]))
    taken: set[int] = set()
    rows: set[int] = set()
    made = []
    for place, row_id, version, away, share in near:
        is_area = share is not None
        if place in taken or (is_area and share < OVERLAP) or (not is_area and row_id in rows):
            continue
        taken.add(place)
        rows.add(row_id)
        made.append(Pair(place, row_id, version, away))
    return made


def nearest(
    connection: Connection[Any], part: Part, found: Sequence[Found], among: Values
) -> Mapping[int, tuple[int, float]]:
    """Return the nearest row of each object, and how far it is; nothing in an empty register."""
    rows = connection.execute(_query(_NEAREST, part, among), [_shapes(found), *among.values()])
    return {place: (row_id, away) for place, row_id, away in rows}


def unmet(
    connection: Connection[Any],
    part: Part,
    found: Sequence[Found],
    met: Sequence[Pair],
    *,
    reach_m: float,
    among: Values,
) -> int:
    """Count the rows in the convex hull of objects, and within the reach, that none of them is."""
    around = shapely.convex_hull(shapely.union_all([shapely.force_2d(one.shape) for one in found]))
    asked = [
        shapely.to_wkb(around.buffer(reach_m), hex=True),
        [one.row_id for one in met],
        *among.values(),
    ]
    row = connection.execute(_query(_UNMET, part, among), asked).fetchone()
    return int(row[0]) if row else 0


def known(
    connection: Connection[Any], part: Part, found: Sequence[Found], *, reach_m: float
) -> frozenset[int]:
    """Return the places of objects that have a row of another register in or near them."""
    near = connection.execute(_query(_NEAR, part), [_shapes(found), reach_m])
    return frozenset(row[0] for row in near)


def difference(said: Values, now: Values, tolerances: Mapping[str, float]) -> dict[str, Value]:
    """Return what the flight says otherwise than the row; numbers by more than their tolerance."""
    made = {}
    for name, value in said.items():
        old = now.get(name)
        numbers = isinstance(value, int | float) and isinstance(old, int | float)
        if numbers and not isinstance(value, bool):
            apart = abs(value - old) > tolerances.get(name, 1.0)  # type: ignore[operator]
        else:
            apart = differs(value, old)
        if apart:
            made[name] = value
    return made


def _query(text: LiteralString, part: Part, among: Values | None = None) -> Composed:
    stands = SQL(_STANDS if "valid_to" in part.fields else "")
    alike = SQL("").join(SQL(" AND t.{} = %s").format(Identifier(name)) for name in among or {})
    return SQL(text).format(crs=Literal(part.crs), table=part.source, stands=stands + alike)


def _shapes(found: Sequence[Found]) -> list[str]:
    return [shapely.to_wkb(shapely.force_2d(one.shape), hex=True) for one in found]
