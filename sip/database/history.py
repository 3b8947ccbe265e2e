"""The columns that every register has for its history, and the table that its past is kept in.

Triggers fill both (`sql/history.sql`), whoever writes.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, Column, Index, PrimaryKeyConstraint, Table, text
from sqlalchemy.dialects.postgresql import TIMESTAMP, TSTZRANGE

from sip.layer import ROW_FIELDS

HISTORY = "history"
"""The schema of superseded and deleted rows: one table for each register, of the same name."""

KNOWN_NOW = "tstzrange(row_from, NULL)"
"""When a row that stands was known: what `known` is of a former version."""

INDEX = ("row_changeset_idx", "btree", "row_changeset")
"""Name suffix, method and expression of the index by which the rows of a change set are found."""


def row_columns() -> list[Column[Any]]:
    """Return what a row knows of its own version."""
    version, since, changeset = ROW_FIELDS
    moment = TIMESTAMP(timezone=True)
    return [
        Column(version, BigInteger, nullable=False, server_default=text("'1'")),
        Column(since, moment, nullable=False, server_default=text("now()")),
        Column(changeset, BigInteger),
    ]


def base() -> str:
    """Return the SQL of what all histories share."""
    folder, parts = Path(__file__).parent / "sql", ("history", "seal", "away", "attend", "undo")
    return "".join((folder / f"{part}.sql").read_text() for part in parts)


def table_of(register: Table) -> Table:
    """Return the table of a register's past: the same columns without conditions."""
    name = register.name
    table = Table(
        name,
        register.metadata,
        *(
            Column(one.name, one.type, nullable=one.name not in ("id", "row_version"))
            for one in register.columns
        ),
        Column("known", TSTZRANGE, nullable=False),
        Column("row_ended_by", BigInteger, nullable=False),
        PrimaryKeyConstraint("id", "row_version", name=f"{name}_pkey"),
        schema=HISTORY,
        comment=register.comment,
    )
    known = [text("geom"), text("known")] if "geom" in register.columns else [text("known")]
    Index(f"{name}_known_idx", *known, postgresql_using="gist", _table=table)
    for column in ("row_changeset", "row_ended_by"):
        Index(f"{name}_{column}_idx", table.columns[column])
    return table
