"""`sip plan export`: acts with all that belongs to them, in an APP schema."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import psycopg
import shapely
from psycopg import sql
from psycopg.rows import dict_row

from sip.errors import NotFound, UsageError
from sip.planning import writing
from sip.planning.places import projected
from sip.planning.rules import RuleBook
from sip.planning.types import ACT, DOCUMENT, Version, schemas
from sip.planning.writing import Content, Writer

type Connection = psycopg.Connection[Any]
type Row = dict[str, Any]
VERSIONS: tuple[Version, ...] = ("3.0", "2.0")
CRS = (2176, 2177, 2178, 2179, 2180)
"""EPSG codes that a planning dataset may be in (rule G02)."""
_SQL = Path(__file__).with_name("sql")


@dataclasses.dataclass(frozen=True)
class Wish:
    """What is exported, and how."""

    acts: Sequence[str] = ()
    """Identifiers, local identifiers or datasets (`PL.ZIPPZP.9999/260401-POG`); all where empty."""
    version: Version = "3.0"
    crs: int = 2178
    former: bool = False
    """Whether former versions go along."""


def export(connection: Connection, file: Path, wish: Wish, book: RuleBook, storage_crs: int) -> int:
    """Write a file; return the number of objects.

    Raises:
        UsageError: The version or the CRS is none of APP's.
        NotFound: There is no such act.
    """
    if wish.version not in VERSIONS:
        raise UsageError(f"APP {wish.version} is not written; {', '.join(VERSIONS)} are")
    if wish.crs not in CRS:
        raise UsageError(f"EPSG:{wish.crs} is no CRS of APP: {', '.join(map(str, CRS))}")
    acts = _acts(connection, wish)
    names = [one["identifier"] for one in acts]
    effects = _rows(connection, "effects_of", acts=names)
    rows: dict[str, Sequence[Row]] = {ACT: acts}
    documents = sorted({one["document_identifier"] for one in effects})
    rows[DOCUMENT] = _rows(connection, "documents_of", documents=documents)
    for name, kind in schemas().types.items():
        if name not in rows:
            rows[name] = _parts(connection, kind.layer, names, wish)
    for row in (one for some in rows.values() for one in some if one.get("geom")):
        row["geom"] = projected(shapely.from_wkb(bytes(row["geom"])), storage_crs, wish.crs)
    content = Content(rows, effects)
    writer = Writer(wish.version, wish.crs, book.codes, content, is_moved=wish.crs != storage_crs)
    writing.write(file, writer)
    return sum(len(one) for one in rows.values())


def _acts(connection: Connection, wish: Wish) -> list[Row]:
    found = _rows(connection, "acts_to_export", acts=list(wish.acts), former=wish.former)
    if not found:
        raise NotFound(f"there is no act {', '.join(wish.acts)}".rstrip())
    maps = _rows(connection, "base_maps_of", acts=[one["identifier"] for one in found])
    for act in found:
        act["base_maps"] = [one for one in maps if one["act_identifier"] == act["identifier"]]
    return found


def _parts(connection: Connection, layer: str, acts: Sequence[str], wish: Wish) -> list[Row]:
    statement = sql.SQL(
        "SELECT *, ST_AsBinary(geom) AS geom FROM {} AS part WHERE act_identifier = ANY (%(acts)s)"
        " AND (%(former)s OR version_to IS NULL) ORDER BY identifier"
    ).format(sql.Identifier("planning", layer))
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(statement, {"acts": acts, "former": wish.former}).fetchall()


def _rows(connection: Connection, name: str, **values: object) -> list[Row]:
    with connection.cursor(row_factory=dict_row) as cursor:
        given: Mapping[str, object] = values
        return cursor.execute((_SQL / f"{name}.sql").read_bytes(), given).fetchall()
