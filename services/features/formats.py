"""Features as CSV and as FlatGeobuf."""

from __future__ import annotations

import csv
import io
from collections.abc import AsyncIterator, Sequence
from typing import Any

import asyncpg
import shapely

from sip import crs
from sip.query import Query, select
from sip.query.select import DEGREE_DIGITS, METRE_DIGITS

_BATCH = 1000


async def csv_rows(pool: asyncpg.Pool[Any], query: Query) -> AsyncIterator[bytes]:
    """Yield CSV (RFC 4180, UTF-8): `id`, the fields, and `geom` as WKT in the authority's order."""
    sql = select.rows(query)
    async with pool.acquire() as connection, connection.transaction(readonly=True):
        statement = await connection.prepare(sql.text)
        yield _lines([[one.name for one in statement.get_attributes()]])
        batch: list[asyncpg.Record] = []
        async for record in statement.cursor(*sql.args, prefetch=_BATCH):
            batch.append(record)
            if len(batch) == _BATCH:
                yield _lines(_cells(batch, query))
                batch = []
        yield _lines(_cells(batch, query))


async def flatgeobuf(pool: asyncpg.Pool[Any], query: Query) -> bytes:
    """Return a FlatGeobuf file that PostGIS has written; coordinates are x, y."""
    sql = select.flatgeobuf(query)
    body: bytes = await pool.fetchval(sql.text, *sql.args)
    return body


def _cells(batch: Sequence[asyncpg.Record], query: Query) -> list[list[Any]]:
    rows = [[_text(value) for value in record] for record in batch]
    if rows and "geom" in batch[0]:
        shapes = shapely.from_wkb([record["geom"] for record in batch])
        if crs.northing_first(query.crs):
            shapes = shapely.transform(shapes, lambda xy: xy[:, ::-1])
        digits = DEGREE_DIGITS if crs.is_geographic(query.crs) else METRE_DIGITS
        for row, text in zip(rows, shapely.to_wkt(shapes, digits), strict=True):
            row[-1] = text
    return rows


def _text(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if hasattr(value, "isoformat") else value


def _lines(rows: Sequence[Sequence[Any]]) -> bytes:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue().encode()
