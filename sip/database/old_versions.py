"""Versions of rows as a GeoParquet file: written, read, and put back where they were.

A file has every column of the history under its own name, and behind them `row_until`, when a
version ended. Its schema tells the number, name and type that each column had.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg
import pyarrow as pa
import pyarrow.parquet as pq
import pyproj
from psycopg.sql import SQL, Composable, Identifier

from sip.database.difference import regeometry
from sip.database.tables import quoted
from sip.errors import DatabaseError

_BATCH_ROWS = 20_000
_UNTIL = "row_until"
_ARROW = {
    "text": pa.string(),
    "bigint": pa.int64(),
    "double precision": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "timestamp with time zone": pa.timestamp("us", "UTC"),
}
_COLUMNS = """
SELECT attnum, attname, lower(format_type(atttypid, atttypmod))
FROM pg_attribute
WHERE attrelid = format('history.%%I', %s::text)::regclass AND attnum > 0 AND NOT attisdropped
    AND attname <> 'known'
ORDER BY attnum
"""


@dataclasses.dataclass(frozen=True)
class Column:
    """A column of a history."""

    number: int
    """Where it stands, which no renaming changes."""
    name: str
    type: str
    """As `format_type()` writes it, in lower case."""

    @property
    def srid(self) -> int | None:
        """EPSG code of a geometry; None for what is none."""
        is_shape = self.type.startswith("geometry(")
        return int(self.type.rstrip(")").rpartition(",")[2]) if is_shape else None

    @property
    def arrow(self) -> pa.DataType:
        """Its type in a file."""
        return pa.binary() if self.srid is not None else _ARROW[self.type]

    def told(self, row: str) -> Composable:
        """Return its value as a file has it, in SQL."""
        own = SQL("{}.{}").format(SQL(row), Identifier(self.name))
        return own if self.srid is None else SQL("public.ST_AsBinary({}, 'NDR')").format(own)


def columns(connection: psycopg.Connection[Any], layer: str) -> list[Column]:
    """Return the columns of a layer's history but `known`, in their order."""
    return [Column(*row) for row in connection.execute(_COLUMNS, [layer]).fetchall()]


def digest(file: Path) -> str:
    """Return the SHA-256 of a file.

    Raises:
        DatabaseError: It cannot be read.
    """
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise DatabaseError(f"{file} cannot be read: {error.strerror}") from error


def write(
    connection: psycopg.Connection[Any], layer: str, columns: Sequence[Column], file: Path
) -> str:
    """Write the versions that table `moving` names; return the SHA-256 of the file.

    Raises:
        DatabaseError: The file cannot be written, or cannot hold a value (an infinite date).
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with file.open("xb") as target:
            file.chmod(0o600)
            _write(connection, layer, columns, target)
    except OSError as error:
        raise DatabaseError(f"{file} cannot be written: {error}") from error
    except (pa.ArrowException, psycopg.DataError) as error:
        raise DatabaseError(f"a file cannot hold a value of {layer}: {error}") from error
    return digest(file)


def _write(
    connection: psycopg.Connection[Any], layer: str, columns: Sequence[Column], target: Any
) -> None:
    schema = pa.schema(
        [(one.name, one.arrow) for one in columns] + [(_UNTIL, _ARROW["timestamp with time zone"])],
        metadata={"sip": json.dumps({"columns": [dataclasses.asdict(one) for one in columns]})}
        | _geo(columns),
    )
    statement = SQL(
        "SELECT {}, upper(known) FROM {} AS h JOIN moving USING (id, row_version)"
        " ORDER BY upper(known), id, row_version"
    ).format(SQL(", ").join(one.told("h") for one in columns), Identifier("history", layer))
    with (
        pq.ParquetWriter(target, schema, compression="zstd") as writer,
        psycopg.RawServerCursor(connection, "moving") as cursor,
    ):
        cursor.execute(statement, binary=True)
        while rows := cursor.fetchmany(_BATCH_ROWS):
            arrays = [
                pa.array(column, field.type)
                for column, field in zip(zip(*rows, strict=True), schema, strict=True)
            ]
            writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=schema))


def _geo(columns: Sequence[Column]) -> dict[str, str]:
    """Return what GeoParquet 1.1 says of the geometry."""
    shapes = {
        one.name: {
            "encoding": "WKB",
            "geometry_types": [],
            "crs": pyproj.CRS.from_epsg(one.srid).to_json_dict(),
        }
        for one in columns
        if one.srid is not None
    }
    if not shapes:
        return {}
    meta = {"version": "1.1.0", "primary_column": next(iter(shapes)), "columns": shapes}
    return {"geo": json.dumps(meta)}


def read(connection: psycopg.Connection[Any], file: Path) -> list[Column]:
    """Read a file into the table `came`, which goes with the transaction; return its columns.

    Raises:
        DatabaseError: It is none of ours.
    """
    try:
        with pq.ParquetFile(file) as parquet:
            said = json.loads(parquet.schema_arrow.metadata[b"sip"])
            former = [Column(**one) for one in said["columns"]]
            _copy(connection, former, _rows(parquet))
    except (pa.ArrowException, KeyError, TypeError, ValueError, OSError) as error:
        raise DatabaseError(f"{file} is no file of old versions: {error}") from error
    return former


def _rows(parquet: pq.ParquetFile) -> Iterator[tuple[Any, ...]]:
    for batch in parquet.iter_batches(_BATCH_ROWS):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _copy(
    connection: psycopg.Connection[Any], former: Sequence[Column], rows: Iterator[tuple[Any, ...]]
) -> None:
    kinds = [(one.name, "bytea" if one.srid is not None else one.type) for one in former]
    kinds.append((_UNTIL, "timestamp with time zone"))
    made = SQL(", ").join(SQL("{} {}").format(Identifier(name), SQL(kind)) for name, kind in kinds)
    connection.execute(SQL("CREATE TEMP TABLE came ({}) ON COMMIT DROP").format(made))
    with connection.cursor().copy("COPY came FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types([kind for _name, kind in kinds])
        for row in rows:
            copy.write_row(row)


def bring(
    connection: psycopg.Connection[Any],
    layer: str,
    former: Sequence[Column],
    columns: Sequence[Column],
) -> bool:
    """Put the rows of `came` into a layer's history; return whether values changed their type.

    Raises:
        DatabaseError: The history has lost a column that it had.
    """
    now = {one.number: one for one in columns}
    gone = [one.name for one in former if one.number not in now]
    if gone:
        raise DatabaseError(f"the history of {layer} has no {', '.join(gone)} any more")
    names = SQL(", ").join(Identifier(now[one.number].name) for one in former)
    values = SQL(", ".join(_as_now(one, now[one.number]) for one in former))
    connection.execute(
        SQL(
            "INSERT INTO {} ({}, known) SELECT {}, tstzrange(row_from, row_until) FROM came"
        ).format(Identifier("history", layer), names, values)
    )
    return any(one.type != now[one.number].type for one in former)


def _as_now(was: Column, now: Column) -> str:
    """Return a value of `came`, in SQL, in the type that its column has now."""
    if was.srid is None:
        return f"{quoted(was.name)}::{now.type}"
    shape = f"public.ST_GeomFromWKB({quoted(was.name)}, {was.srid})"
    return shape if was.type == now.type else regeometry(shape, was.type, now.type)[0]
