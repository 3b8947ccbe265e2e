"""The statements that change rows, in one transaction under the caller's role."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import asyncpg

from services.features.editing.refusal import Refusal, forbidden, in_use, invalid, of_database
from sip.catalogue import Catalogue, Layer
from sip.editing import rules
from sip.editing.draft import Draft
from sip.editing.rules import Condition
from sip.editing.violation import Violation
from sip.query.terms import Arguments, quoted

type Connection = asyncpg.pool.PoolConnectionProxy[Any]
type Row = Mapping[str, str | None]


@dataclasses.dataclass(frozen=True)
class Table:
    """Where rows are changed, and in which transaction."""

    connection: Connection
    layer: Layer
    catalogue: Catalogue
    conditions: Sequence[Condition]


@dataclasses.dataclass(frozen=True)
class Change:
    """The last change of a row."""

    version: int
    at: str
    """Instant, ISO 8601."""
    who: str = ""
    """Who did it; empty where the caller may not know."""


async def lock(table: Table, id_: int) -> int | None:
    """Return the version of a row, and let nobody else change it until the end.

    None where there is no such row for the caller.

    Raises:
        Refusal: The caller sees it but may not change it.
    """
    place = table.layer.relation
    version: int | None = await _one(
        table, f"SELECT row_version FROM {place} WHERE id = $1 FOR UPDATE", id_
    )
    if version is None:
        seen = await _one(table, f"SELECT 1 FROM {place} WHERE id = $1", id_)
        if seen is not None:
            raise forbidden()
    return version


async def check(
    table: Table, drafts: Sequence[Draft], rows: Sequence[Row], old: int | None
) -> None:
    """Refuse whatever can be known to be wrong before anything is written, all of it at once.

    Raises:
        Refusal: Something is wrong.
    """
    wrong: list[Violation] = []
    for at, (draft, row) in enumerate(zip(drafts, rows, strict=True)):
        found = [*draft.violations, *await _broken(table, row, old)]
        wrong += [dataclasses.replace(one, feature=at) for one in found]
    if wrong:
        raise invalid(wrong)


async def _broken(table: Table, row: Row, old: int | None) -> list[Violation]:
    if not table.conditions:
        return []
    arguments = Arguments()
    sql = rules.broken(table.conditions, table.layer, row, arguments, old)
    try:
        places = await table.connection.fetch(sql, *arguments.values)
    except asyncpg.DataError as error:
        raise of_database(error, table.layer, table.catalogue) or error from error
    return [table.conditions[place[0]].violation for place in places]


async def insert(table: Table, rows: Sequence[Row]) -> list[int]:
    """Add rows; return their ids.

    Raises:
        Refusal: The database does not take one; then it takes none.
    """
    return [await _insert(table, row, at) for at, row in enumerate(rows)]


async def _insert(table: Table, row: Row, at: int) -> int:
    arguments = Arguments()
    columns = ", ".join(map(quoted, row))
    values = ", ".join(rules.bound(name, table.layer, row[name], arguments) for name in row)
    sql = f"INSERT INTO {table.layer.relation} ({columns}) VALUES ({values}) RETURNING id"
    id_: int = await _write(table, sql, arguments, at)
    return id_


async def update(table: Table, id_: int, row: Row) -> None:
    """Change what is named of a locked row.

    Raises:
        Refusal: The database does not take it.
    """
    if not row:
        return
    arguments = Arguments()
    news = ", ".join(
        f"{quoted(name)} = {rules.bound(name, table.layer, value, arguments)}"
        for name, value in row.items()
    )
    place = arguments.add(id_, "bigint")
    sql = f"UPDATE {table.layer.relation} SET {news} WHERE id = {place} RETURNING id"
    if await _write(table, sql, arguments) is None:
        raise forbidden()


async def delete(table: Table, id_: int) -> None:
    """Delete a locked row.

    Raises:
        Refusal: Others point at it, or the caller may not.
    """
    arguments = Arguments()
    sql = f"DELETE FROM {table.layer.relation} WHERE id = {arguments.add(id_, 'bigint')}"
    try:
        if await _write(table, f"{sql} RETURNING id", arguments) is None:
            raise forbidden()
    except Refusal as refusal:
        if isinstance(refusal.__cause__, asyncpg.ForeignKeyViolationError):
            raise in_use(refusal.__cause__, table.catalogue) from refusal
        raise


async def last_change(table: Table, id_: int) -> Change:
    """Say when a row was changed last, and who did it where the caller may know."""
    row = await table.connection.fetchrow(
        f"SELECT row_version, row_from, row_changeset FROM {table.layer.relation} WHERE id = $1",
        id_,
    )
    assert row is not None
    change = Change(row["row_version"], row["row_from"].isoformat())
    try:
        async with table.connection.transaction():
            who = await table.connection.fetchval(
                "SELECT who FROM sip.changeset WHERE id = $1", row["row_changeset"]
            )
    except asyncpg.InsufficientPrivilegeError:
        return change
    return dataclasses.replace(change, who=who or "")


async def _one(table: Table, sql: str, id_: int) -> Any:
    try:
        return await table.connection.fetchval(sql, id_)
    except asyncpg.InsufficientPrivilegeError as error:
        raise forbidden() from error


async def _write(table: Table, sql: str, arguments: Arguments, at: int = 0) -> Any:
    try:
        return await table.connection.fetchval(sql, *arguments.values)
    except asyncpg.PostgresError as error:
        refusal = of_database(error, table.layer, table.catalogue, feature=at)
        if refusal is None:
            raise
        raise refusal from error
