"""What was changed by whom, whether it is still as it was sealed, and taking it back."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.rows import class_row

from sip.errors import DatabaseError, NotFound, UsageError
from sip.settings import Settings, language

_LIST = """
SELECT c.id, c.at, c.who, c.application, c.comment,
    coalesce(string_agg(
        format('%%s: %%s made, %%s ended', h.layer, h.made, h.ended), '; ' ORDER BY h.layer
    ), '') AS changes
FROM sip.changeset AS c LEFT JOIN sip.change AS h ON h.changeset = c.id
WHERE %(layer)s::text IS NULL OR h.layer = %(layer)s
GROUP BY c.id ORDER BY c.id DESC LIMIT %(most)s
"""
_HEAD = "SELECT number, encode(digest, 'hex') FROM sip.seal ORDER BY number DESC LIMIT 1"
_KNOWN = "SELECT 1 FROM sip.seal WHERE encode(digest, 'hex') = %s"


@dataclasses.dataclass(frozen=True)
class ChangeSet:
    """One transaction that changed rows."""

    id: int
    at: datetime.datetime
    who: str
    application: str
    comment: str
    changes: str
    """How many versions of rows it made and ended, by layer, in words."""


@dataclasses.dataclass(frozen=True)
class Backward:
    """What taking back means for one row."""

    layer: str
    id: int
    action: str
    """`insert`, `update` or `delete`."""
    source: int | None
    """The version that its values come from."""
    seen: int | None
    """The version that it is in now."""
    fields: Sequence[str] | None
    conflict: str | None
    """What stands against it."""

    def __str__(self) -> str:
        """Say it in a line."""
        fields = f" ({', '.join(self.fields)})" if self.fields and self.action == "update" else ""
        against = f": {self.conflict}" if self.conflict else ""
        return f"{self.action} {self.layer} {self.id}{fields}{against}"


@dataclasses.dataclass(frozen=True)
class Restoration:
    """Rows of a layer, and the date to bring them back to."""

    layer: str
    to: datetime.datetime
    ids: Sequence[int] | None = None
    area: str | None = None
    """Hexadecimal EWKB in the CRS of the registers."""

    def __post_init__(self) -> None:
        """Demand that somebody says which rows.

        Raises:
            UsageError: Neither ids nor an area are given.
        """
        if not self.ids and not self.area:
            raise UsageError("say which rows: --id ID, or --area AREA")


def newest(settings: Settings, *, most: int, layer: str | None = None) -> list[ChangeSet]:
    """Return the last change sets, the newest first."""
    with _transaction(settings) as connection:
        cursor = connection.cursor(row_factory=class_row(ChangeSet))
        return cursor.execute(_LIST, {"most": most, "layer": layer}).fetchall()


def undoing(settings: Settings, changeset: int) -> list[Backward]:
    """Return what taking a change set back means, row by row.

    Raises:
        NotFound: There is no such change set.
    """
    with _transaction(settings) as connection:
        return _undoing(connection, changeset)


def undo(settings: Settings, changeset: int) -> int:
    """Take a change set back; return the number of rows.

    Raises:
        NotFound: There is no such change set.
        DatabaseError: Later edits stand against it, each named; nothing was done.
    """
    with _transaction(settings) as connection:
        _undoing(connection, changeset)
        return _count(connection.execute("SELECT sip.undo(%s)", [changeset]))


def restoring(settings: Settings, wanted: Restoration) -> list[Backward]:
    """Return what bringing rows back to a date means, row by row."""
    with _transaction(settings) as connection:
        cursor = connection.cursor(row_factory=class_row(Backward))
        return cursor.execute(_called("restore_plan"), _parameters(wanted)).fetchall()


def restore(settings: Settings, wanted: Restoration) -> int:
    """Bring rows back to a date; return how many were changed.

    Raises:
        DatabaseError: The database refuses; nothing was done.
    """
    with _transaction(settings) as connection:
        return _count(connection.execute(_called("restore"), _parameters(wanted)))


def verify(settings: Settings, *, head: str | None = None) -> tuple[list[str], str]:
    """Compare the history with its seals.

    Args:
        settings: The project's.
        head: A digest that was written down; the chain must still have it.

    Returns:
        What is not as it was sealed, in words; and the digest of the last seal.
    """
    with _transaction(settings) as connection:
        rows = connection.execute("SELECT * FROM sip.verify()").fetchall()
        found = [_said(*row) for row in rows]
        if head and not connection.execute(_KNOWN, [head]).fetchone():
            found.append(f"no seal has the digest {head}: the chain was made anew")
        last = connection.execute(_HEAD).fetchone()
    return found, f"seal {last[0]}: {last[1]}" if last else "nothing was sealed yet"


def _undoing(connection: psycopg.Connection[Any], changeset: int) -> list[Backward]:
    known = connection.execute("SELECT 1 FROM sip.changeset WHERE id = %s", [changeset])
    if not known.fetchone():
        raise NotFound(f"there is no change set {changeset} (sip history list)")
    cursor = connection.cursor(row_factory=class_row(Backward))
    return cursor.execute("SELECT * FROM sip.undo_plan(%s)", [changeset]).fetchall()


def _called(function: str) -> bytes:
    area = "%(area)s::text::public.geometry"
    call = f"SELECT * FROM sip.{function}(%(layer)s, %(to)s, %(ids)s::bigint[], {area})"
    return call.encode()


def _parameters(wanted: Restoration) -> dict[str, object]:
    ids = list(wanted.ids) if wanted.ids else None
    return {"layer": wanted.layer, "to": wanted.to, "ids": ids, "area": wanted.area}


def _said(
    changeset: int | None, layer: str | None, row: int | None, version: int | None, problem: str
) -> str:
    where = [f"change set {changeset}"] if changeset is not None else []
    where += [layer] if layer else []
    where += [f"row {row} version {version}"] if row is not None else []
    return f"{', '.join(where)}: {problem}" if where else problem


def _count(cursor: psycopg.Cursor[Any]) -> int:
    row = cursor.fetchone()
    return int(row[0]) if row else 0


@contextmanager
def _transaction(settings: Settings) -> Iterator[psycopg.Connection[Any]]:
    """Work as the owner, in one transaction.

    Raises:
        DatabaseError: The database refuses, in its own words.
    """
    try:
        with psycopg.connect(settings.dsn(), application_name="sip") as connection:
            connection.execute("SELECT set_config('sip.language', %s, true)", [language()])
            yield connection
    except psycopg.Error as error:
        said = error.diag.message_primary or str(error)
        raise DatabaseError(f"refused, and nothing was done:\n{said}") from error
