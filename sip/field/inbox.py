"""The inbox: edits that could not be written, kept until somebody has decided."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import uuid
from collections.abc import Sequence
from typing import Any

import psycopg
import shapely
from psycopg.types.json import Jsonb

from sip.errors import NotFound
from sip.field.merge import Known, Values
from sip.field.part import GEOMETRY, Part
from sip.field.reasons import Reason

_KEPT = """
INSERT INTO sip.conflict (checkout, theme, layer, fid, row_id, base, theirs, ours, version, fields,
    reason, reason_pl, reason_en, geom)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, ST_GeomFromWKB(decode(%s, 'hex'), %s))
"""
_SUPERSEDED = """
UPDATE sip.conflict SET state = 'superseded', resolved_by = current_user, resolved_at = now()
WHERE checkout = %s AND layer = %s AND fid = %s AND state = 'open'
"""
_COLUMNS = (
    "id, checkout, theme, layer, fid, row_id, base, theirs, ours, version, fields, reason,"
    " reason_pl, reason_en, state, who, at, resolved_by, resolved_at, resolution"
)


@dataclasses.dataclass(frozen=True)
class Edit:
    """What the field says about one row."""

    layer: str
    fid: int
    row_id: int | None
    """None for a row that the database never had."""
    base: Known | None
    ours: Values | None


@dataclasses.dataclass(frozen=True)
class Conflict:
    """One edit in the inbox."""

    id: int
    checkout: uuid.UUID
    theme: str
    layer: str
    fid: int
    row_id: int | None
    base: Values | None
    theirs: Values | None
    ours: Values | None
    version: int | None
    fields: tuple[str, ...]
    reason: str
    reason_pl: str
    reason_en: str
    state: str
    who: str
    at: datetime.datetime
    resolved_by: str | None
    resolved_at: datetime.datetime | None
    resolution: dict[str, Any] | None


def keep(
    connection: psycopg.Connection[Any],
    checkout: uuid.UUID,
    edit: Edit,
    theirs: Known | None,
    reason: Reason,
    part: Part | None,
    crs: int,
) -> None:
    """Put an edit into the inbox, in the place of an earlier one of the same row."""
    supersede(connection, checkout, edit)
    values = [
        checkout, part.layer.theme if part else "", edit.layer, edit.fid, edit.row_id,
        Jsonb(edit.base.values) if edit.base else None,
        Jsonb(theirs.values) if theirs else None,
        Jsonb(edit.ours) if edit.ours is not None else None,
        edit.base.version if edit.base else None,
        list(reason.fields), reason.code, reason.message.pl, reason.message.en,
        _shape(edit, theirs), crs,
    ]  # fmt: skip
    connection.execute(_KEPT, values)


def supersede(connection: psycopg.Connection[Any], checkout: uuid.UUID, edit: Edit) -> None:
    """Take an earlier edit of the same row out of the inbox: a later one says all that it said."""
    connection.execute(_SUPERSEDED, [checkout, edit.layer, edit.fid])


def open_of(
    connection: psycopg.Connection[Any], checkout: uuid.UUID, layer: str
) -> dict[int, Known | None]:
    """Return what the open edits of a checkout's layer began with, by `fid`."""
    rows = connection.execute(
        "SELECT fid, version, base FROM sip.conflict"
        " WHERE checkout = %s AND layer = %s AND state = 'open'",
        [checkout, layer],
    )
    return {fid: None if base is None else Known(version, base) for fid, version, base in rows}


def _shape(edit: Edit, theirs: Known | None) -> str | None:
    """Return a geometry that shows where: the first one that can be read."""
    for values in (edit.ours, theirs and theirs.values, edit.base and edit.base.values):
        text = (values or {}).get(GEOMETRY)
        if isinstance(text, str):
            with contextlib.suppress(shapely.errors.ShapelyError, ValueError):
                shape = shapely.force_2d(shapely.from_wkb(bytes.fromhex(text)))
                return shapely.to_wkb(shape, hex=True)
    return None


def listed(
    connection: psycopg.Connection[Any], *, layer: str | None = None, with_settled: bool = False
) -> list[Conflict]:
    """Return the edits in the inbox that the caller may see, the latest first."""
    query = (
        f"SELECT {_COLUMNS} FROM sip.conflict"
        " WHERE (state = 'open' OR %s) AND (%s::text IS NULL OR layer = %s) ORDER BY id DESC"
    )
    found = connection.execute(query.encode(), [with_settled, layer, layer])
    return [_conflict(row) for row in found]


def one(connection: psycopg.Connection[Any], identifier: int) -> Conflict:
    """Return one edit.

    Raises:
        NotFound: There is none, or it is not for the caller.
    """
    query = f"SELECT {_COLUMNS} FROM sip.conflict WHERE id = %s"
    row = connection.execute(query.encode(), [identifier]).fetchone()
    if row is None:
        raise NotFound(
            f"there is no conflict {identifier}, or it is not for you",
            pl=f"nie ma konfliktu {identifier} albo nie jest dla Ciebie",
        )
    return _conflict(row)


def _conflict(row: tuple[Any, ...]) -> Conflict:
    values = list(row)
    values[10] = tuple(values[10])
    return Conflict(*values)


def places(
    connection: psycopg.Connection[Any], identifiers: Sequence[int]
) -> dict[int, dict[str, Any]]:
    """Return where edits are: `geometry` as GeoJSON and `box`, in longitude and latitude."""
    found = connection.execute(
        "SELECT id, ST_AsGeoJSON(g, 7)::json,"
        " ARRAY[ST_XMin(g), ST_YMin(g), ST_XMax(g), ST_YMax(g)]"
        " FROM (SELECT id, ST_Transform(geom, 4326) AS g FROM sip.conflict) AS c"
        " WHERE id = ANY (%s) AND NOT ST_IsEmpty(g)",
        [list(identifiers)],
    )
    return {number: {"geometry": shape, "box": box} for number, shape, box in found}
