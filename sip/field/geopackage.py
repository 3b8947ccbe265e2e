"""The file that goes to the field: a GeoPackage that remembers what it was made of.

Each layer is a table of its own. A row keeps its `id` as `fid`; what is added in the field counts
from `FIRST_NEW` on. SQLite never gives a `fid` out twice (AUTOINCREMENT), and QGIS and QField give
a copy or a part of a row a new one: it tells rows apart for good, without a column of ours that
could be copied. What the rows were when they left stands in `sip_base`, which refuses changes.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import json
import sqlite3
import struct
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyogrio
import shapely

from sip.errors import DataError
from sip.field.merge import Known, Value, Values
from sip.field.part import GEOMETRY, Part
from sip.layer import FieldType

FIRST_NEW = 1_000_000_000_000
"""The first `fid` of rows that are new: no register counts so far."""
_ARROW: Mapping[FieldType, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("ms", "UTC"),
}
_HEADER = struct.Struct("<2sBBi4d")
_LITTLE_ENDIAN_WITH_BOX = 0b00000011
_OWN = """
CREATE TABLE sip_checkout (token TEXT NOT NULL, person TEXT, at TEXT NOT NULL, crs INTEGER);
CREATE TABLE sip_part (layer TEXT PRIMARY KEY, fields TEXT NOT NULL);
CREATE TABLE sip_base (
    layer TEXT NOT NULL, fid INTEGER NOT NULL, version INTEGER NOT NULL, row TEXT NOT NULL,
    PRIMARY KEY (layer, fid)
) WITHOUT ROWID;
"""
_FIXED = """
CREATE TRIGGER sip_base_{verb} BEFORE {verb} ON sip_base
BEGIN SELECT RAISE(ABORT, 'sip_base is what the rows were when they left'); END;
"""


@dataclasses.dataclass(frozen=True)
class Ticket:
    """Which checkout a file is of."""

    token: uuid.UUID
    person: str | None
    """Whose rights decided; the registers' owner's where None."""
    at: datetime.datetime
    crs: int


@dataclasses.dataclass(frozen=True)
class Brought:
    """One layer of a file that came back."""

    layer: str
    fields: Mapping[str, FieldType]
    base: Mapping[int, Known]
    """By `fid`."""
    ours: Mapping[int, Values]
    """By `fid`."""


def create(file: Path, parts: Sequence[Part], ticket: Ticket) -> None:
    """Make the file with its empty tables."""
    for place, part in enumerate(parts):
        geometry = part.layer.spec.geometry
        schema = [(name, _ARROW[field.type]) for name, field in part.fields.items()]
        schema += [(GEOMETRY, pa.binary())] if geometry else []
        pyogrio.write_arrow(
            pa.schema(schema).empty_table(),
            file,
            layer=part.id,
            driver="GPKG",
            append=place > 0,
            geometry_name=GEOMETRY if geometry else None,
            geometry_type=geometry,
            crs=f"EPSG:{part.crs}" if geometry else None,
            layer_options={"FID": "fid", **({"GEOMETRY_NAME": GEOMETRY} if geometry else {})},
        )
    with opened(file) as db:
        db.executescript(_OWN)
        said = (str(ticket.token), ticket.person, ticket.at.isoformat(), ticket.crs)
        db.execute("INSERT INTO sip_checkout VALUES (?, ?, ?, ?)", said)
        for part in parts:
            kinds = {name: field.type for name, field in part.fields.items()}
            db.execute("INSERT INTO sip_part VALUES (?, ?)", (part.id, json.dumps(kinds)))
            db.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (part.id, FIRST_NEW - 1))


def fill(file: Path, part: Part, rows: Iterable[tuple[int, Known]]) -> int:
    """Write the rows of a layer, and what they are merged with later; return their number."""
    columns = ["fid", *part.names]
    listed, marks = ", ".join(map(_quoted, columns)), ", ".join("?" * len(columns))
    count = 0
    with opened(file) as db:
        for fid, known in rows:
            values = [_stored(known.values[name], name, part.crs) for name in part.names]
            db.execute(
                f"INSERT INTO {_quoted(part.id)} ({listed}) VALUES ({marks})", (fid, *values)
            )
            base = (part.id, fid, known.version, json.dumps(known.values, ensure_ascii=False))
            db.execute("INSERT INTO sip_base VALUES (?, ?, ?, ?)", base)
            count += 1
        if part.layer.spec.geometry:
            _state_extent(db, part.id)
    return count


def seal(file: Path) -> None:
    """Let nobody change what the rows were."""
    with opened(file) as db:
        for verb in ("UPDATE", "DELETE"):
            db.executescript(_FIXED.format(verb=verb))


def ticket_of(file: Path) -> Ticket:
    """Return which checkout a file is of.

    Raises:
        DataError: It is of none.
    """
    try:
        with opened(file) as db:
            token, person, at, crs = db.execute(
                "SELECT token, person, at, crs FROM sip_checkout"
            ).fetchone()
    except (sqlite3.Error, TypeError) as error:
        raise DataError(f"{file} was not made by sip checkout ({error})") from error
    return Ticket(uuid.UUID(token), person, datetime.datetime.fromisoformat(at), crs)


def brought(file: Path) -> Iterator[Brought]:
    """Yield the layers of a file that came back.

    Raises:
        DataError: A table of it is gone: its rows are not taken for deleted.
    """
    with opened(file) as db:
        for layer, text in db.execute("SELECT layer, fields FROM sip_part ORDER BY rowid"):
            fields: dict[str, FieldType] = json.loads(text)
            try:
                ours = dict(_rows(db, layer, fields))
                yield Brought(layer, fields, base_of(db, layer), ours)
            except sqlite3.OperationalError as error:
                raise DataError(f"{file}: {layer} is not as it was: {error}") from error


def base_of(db: sqlite3.Connection, table: str) -> dict[int, Known]:
    """Return what the rows of a table were when they left, by `fid`."""
    found = db.execute("SELECT fid, version, row FROM sip_base WHERE layer = ?", (table,))
    return {fid: Known(version, json.loads(row)) for fid, version, row in found}


def not_taken(file: Path, beginning: str) -> list[str]:
    """Return the tables and columns that somebody added: they belong to no register.

    Tables whose names have this beginning are ours.
    """
    with opened(file) as db:
        parts = {
            layer: set(json.loads(text)) | {"fid", GEOMETRY}
            for layer, text in db.execute("SELECT layer, fields FROM sip_part")
        }
        tables = [
            name
            for (name,) in db.execute(
                "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes')"
            )
        ]
        found = [one for one in tables if one not in parts and not one.startswith(beginning)]
        for layer, names in parts.items():
            columns = [row[1] for row in db.execute(f"PRAGMA table_info({_quoted(layer)})")]
            found += [f"{layer}.{name}" for name in columns if name not in names]
    return found


@contextlib.contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    """Open a file in a transaction, with the functions that its spatial index calls."""
    if not file.is_file():
        raise DataError(f"there is no file {file}")
    with contextlib.closing(sqlite3.connect(file)) as db:
        db.create_function("ST_IsEmpty", 1, lambda _blob: False)
        for place, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
            db.create_function(
                name, 1, lambda blob, place=place: _HEADER.unpack_from(blob)[4 + place]
            )
        with db:
            yield db


def _rows(
    db: sqlite3.Connection, layer: str, fields: Mapping[str, FieldType]
) -> Iterator[tuple[int, Values]]:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({_quoted(layer)})")]
    names = [*fields, *([GEOMETRY] if GEOMETRY in columns else [])]
    listed = ", ".join(map(_quoted, ["fid", *names]))
    for fid, *values in db.execute(f"SELECT {listed} FROM {_quoted(layer)} ORDER BY fid"):
        yield (
            fid,
            {
                name: _shape(value) if name == GEOMETRY else _plain(value, fields[name])
                for name, value in zip(names, values, strict=True)
            },
        )


def _stored(value: Value, name: str, crs: int) -> Value | bytes:
    """Return a value as a GeoPackage keeps it."""
    if name != GEOMETRY or not isinstance(value, str):
        return value
    wkb = bytes.fromhex(value)
    west, south, east, north = shapely.from_wkb(wkb).bounds
    return _HEADER.pack(b"GP", 0, _LITTLE_ENDIAN_WITH_BOX, crs, west, east, south, north) + wkb


def _shape(blob: bytes | None) -> str | None:
    """Return a geometry as hexadecimal WKB; one that no reader knows goes on as it is."""
    if not isinstance(blob, bytes):
        return blob
    box_bytes = (0, 32, 48, 48, 64)[min(blob[3] >> 1 & 0b111, 4)] if blob[:2] == b"GP" else -8
    wkb = blob[8 + box_bytes :]
    try:
        return shapely.to_wkb(
            shapely.from_wkb(wkb), hex=True, byte_order=1, include_srid=False
        ).lower()
    except shapely.errors.GEOSException:
        return wkb.hex()


def _plain(value: Value | bytes, kind: FieldType) -> Value:
    """Return a value as it is compared; what does not fit its column stays as it is."""
    if isinstance(value, bytes):
        return value.hex()
    if kind == "boolean" and value in (0, 1):
        return bool(value)
    if kind == "timestamp" and isinstance(value, str):
        with contextlib.suppress(ValueError):
            instant = datetime.datetime.fromisoformat(value)
            zoned = instant if instant.tzinfo else instant.replace(tzinfo=datetime.UTC)
            text = zoned.astimezone(datetime.UTC).isoformat(timespec="milliseconds")
            return text.replace("+00:00", "Z")
    return value


def _state_extent(db: sqlite3.Connection, layer: str) -> None:
    box = db.execute(
        f"SELECT min(minx), min(miny), max(maxx), max(maxy) FROM {_quoted(f'rtree_{layer}_geom')}"
    ).fetchone()
    db.execute(
        "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
        (*box, layer),
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
