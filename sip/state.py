"""What the database knows of each layer: how many rows, where and when; and what a role sees."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from sip.catalogue import Catalogue, Layer
from sip.crs import Extent
from sip.errors import DatabaseError
from sip.service import LayerState
from sip.settings import Settings
from sip.sight import PUBLIC, STAFF, LayerSight, Sight

type Connection = asyncpg.Connection[Any] | PoolConnectionProxy[Any]
_READ = """
SELECT layer, rows, west, south, east, north, time_from, time_to, changed, known_since
FROM {}.layer_state
"""
_SEEN = (Path(__file__).parent / "database" / "sql" / "sight.sql").read_text()


async def read_states(
    connection: asyncpg.Pool[Any] | Connection, schema: str = PUBLIC
) -> Mapping[str, LayerState]:
    """Read the state of every layer that was ever loaded: of the public ones, or of those seen."""
    return {
        row["layer"]: LayerState(
            rows=row["rows"],
            extent=Extent(row["west"], row["south"], row["east"], row["north"])
            if row["west"] is not None
            else None,
            time=(row["time_from"], row["time_to"]),
            changed=row["changed"],
            known_since=row["known_since"],
        )
        for row in await connection.fetch(_READ.format(schema))
    }


async def read_sight(
    connection: Connection, catalogue: Catalogue, role: str, *, may_write: bool = True
) -> Sight:
    """Ask PostgreSQL what a role may read and change.

    Raises:
        asyncpg.UndefinedObjectError: There is no such role.
    """
    layers = [layer for layer in catalogue.layers.values() if layer.is_vector]
    places = [(schema, layer.id) for layer in layers for schema in _schemas(layer)]
    schemas, names = [place[0] for place in places], [place[1] for place in places]
    rows = await connection.fetch(_SEEN, schemas, names, role)
    known = {
        (row["schema"], row["name"]): LayerSight(
            row["schema"],
            frozenset(row["columns"]),
            frozenset(row["changes"] if may_write else ()),
        )
        for row in rows
    }
    found: list[tuple[str, LayerSight]] = []
    for layer in layers:
        seen = [known[place] for where in _schemas(layer) if (place := (where, layer.id)) in known]
        found += [(layer.id, one) for one in seen[:1]]
    return Sight(tuple(found))


def _schemas(layer: Layer) -> tuple[str, str, str]:
    """Return where a layer may be read, the place with the most columns first."""
    return layer.theme, STAFF, PUBLIC


def seen_by(role: str, catalogue: Catalogue, settings: Settings) -> Catalogue:
    """Return the catalogue as a role sees it.

    Raises:
        DatabaseError: There is no such role, or the database does not answer.
    """

    async def asked() -> Sight:
        connection = await asyncpg.connect(settings.dsn())
        try:
            return await read_sight(connection, catalogue, role)
        finally:
            await connection.close()

    try:
        return catalogue.seen(asyncio.run(asked()))
    except asyncpg.UndefinedObjectError as error:
        raise DatabaseError(f'there is no role "{role}" in the database') from error
    except OSError as error:
        raise DatabaseError(f"the database does not answer: {error}") from error
