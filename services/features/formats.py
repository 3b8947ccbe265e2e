"""Features as CSV and as FlatGeobuf."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import AsyncIterator, Sequence
from datetime import UTC
from typing import Any

import asyncpg
import numpy as np
import shapely
from starlette.concurrency import run_in_threadpool

from sip import crs
from sip.query import Query, Sql, select
from sip.query.select import DEGREE_DIGITS, METRE_DIGITS
from sip.query.terms import Kind, fields

_BATCH = 1000
_UTC = 100
"""GDAL's flag for a time in UTC."""
_COLUMNS: dict[str, tuple[str, Any]] = {
    "text": ("object", None),
    "integer": ("int64", 0),
    "number": ("float64", math.nan),
    "boolean": ("bool", False),
    "date": ("datetime64[D]", "NaT"),
    "timestamp": ("datetime64[ms]", "NaT"),
}
"""numpy's type of a field, and what stands for an empty value."""


async def csv_rows(pool: asyncpg.Pool[Any], query: Query, sql: Sql) -> AsyncIterator[bytes]:
    """Yield CSV (RFC 4180, UTF-8): `id`, the fields, and `geom` as WKT in the authority's order."""
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
    """Return a FlatGeobuf file; its coordinates are x, y in every CRS, as GDAL reads them."""
    sql = select.rows(query)
    records = await pool.fetch(sql.text, *sql.args)
    return await run_in_threadpool(_flatgeobuf, query, records)


def _flatgeobuf(query: Query, records: Sequence[asyncpg.Record]) -> bytes:
    names = ["id", *select.answered(query)]
    kinds = fields(query.layer)
    columns = [_column([record[name] for record in records], kinds[name]) for name in names]
    import pyogrio.raw  # it brings pandas along, which takes seconds to load

    shapes = [record.get("geom") for record in records]
    file = io.BytesIO()
    # PostGIS 3.3 has ST_AsFlatGeobuf, but it corrupts timestamps and loses rows without geometry.
    pyogrio.raw.write(
        file,
        np.array(shapes, dtype=object),
        columns,
        names,
        field_mask=[np.array([record[name] is None for record in records]) for name in names],
        layer=query.layer.id,
        driver="FlatGeobuf",
        geometry_type=query.layer.spec.geometry or "Unknown",
        crs=f"EPSG:{crs.epsg(query.crs)}",
        gdal_tz_offsets={
            name: np.full(len(records), _UTC) for name in names if kinds[name] == "timestamp"
        },
        SPATIAL_INDEX="NO" if None in shapes else "YES",
    )
    return file.getvalue()


def _column(values: Sequence[Any], kind: Kind) -> np.ndarray:
    """Return the values of a field; empty ones have a stand-in, which a mask hides."""
    dtype, empty = _COLUMNS[kind]
    if kind == "timestamp":
        values = [value and value.astimezone(UTC).replace(tzinfo=None) for value in values]
    return np.array([empty if value is None else value for value in values], dtype=dtype)


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
