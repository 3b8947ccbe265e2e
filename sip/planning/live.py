"""Planning objects as a reader sees them, nested as the APP schema wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy
from lxml import etree

from sip.catalogue import Catalogue
from sip.planning.types import ACT, DOCUMENT, Version, schemas
from sip.planning.writing import Content, Writer

type Connection = asyncpg.Connection[Any] | PoolConnectionProxy[Any]
type Row = dict[str, Any]
_EFFECTS = "SELECT document_identifier, act_identifier, role FROM {} WHERE {} = ANY ($1)"
_PARTS = "SELECT identifier, act_identifier FROM {} WHERE act_identifier = ANY ($1) ORDER BY 1"


def version_of(namespace: str, name: str) -> Version | None:
    """Return the version of the schema that has a type; None where none has."""
    version = schemas().version_of(namespace)
    kind = schemas().types.get(name)
    for one in schemas().versions:
        if one == version and kind is not None and kind.since <= one:
            return one
    return None


async def features(
    connection: Connection,
    catalogue: Catalogue,
    name: str,
    rows: Sequence[Row],
    *,
    version: Version,
    code: int,
) -> list[etree._Element]:
    """Write rows of a type.

    Args:
        connection: Reads what its reader may, so that drafts are named to nobody else.
        catalogue: Knows where the registers stand.
        name: The feature type.
        rows: As the register has them, with `id`, and `geom` in shapely, x before y.
        version: Of the schema.
        code: EPSG code of the geometries.
    """
    own = [str(row["identifier"]) for row in rows]
    told: dict[str, Sequence[Row]] = {name: rows}
    effects: list[Row] = []
    if name in (ACT, DOCUMENT):
        side = "act_identifier" if name == ACT else "document_identifier"
        effects = await _asked(connection, catalogue, "plan_effect", _EFFECTS, own, side)
    if name == ACT:
        for other, kind in schemas().types.items():
            if other not in (ACT, DOCUMENT):
                told[other] = await _asked(connection, catalogue, kind.layer, _PARTS, own)
        maps = "SELECT * FROM {} WHERE act_identifier = ANY ($1) ORDER BY map_date, reference"
        found = await _asked(connection, catalogue, "plan_base_map", maps, own)
        for row in rows:
            row["base_maps"] = [one for one in found if one["act_identifier"] == row["identifier"]]
    writer = Writer(version, code, catalogue.code_lists, Content(told, effects), is_moved=True)
    return [writer.feature(name, row, f"{name}.{row['id']}") for row in rows]


async def _asked(
    connection: Connection, catalogue: Catalogue, layer: str, sql: str, *given: Any
) -> list[Row]:
    """Ask a register for what goes with objects; nothing where it is not to be seen."""
    one = catalogue.layer(layer)
    if not one.is_visible:
        return []
    identifiers, *names = given
    found = await connection.fetch(sql.format(one.relation, *names), identifiers)
    return [dict(row) for row in found]
