"""The life of acts: taking a step, and telling what was done so far.

What a step needs is judged by the database (`layers/planning/lives/plan_act.yaml`); here it is only
written down and read.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import class_row

from sip.errors import DataError, NotFound, UsageError

type Connection = psycopg.Connection[Any]
_SQL = Path(__file__).with_name("sql")


@dataclasses.dataclass(frozen=True)
class Act:
    """The current version of an act."""

    identifier: str
    local_id: str
    title: str
    act_type: str
    state: str
    status: str
    valid_from: datetime.date | None
    valid_to: datetime.date | None


@dataclasses.dataclass(frozen=True)
class Taken:
    """One step of a life."""

    state: str
    step_date: datetime.date
    ends_on: datetime.date | None
    document: str | None
    """Title of its document."""
    law: str
    who: str
    note: str | None


@dataclasses.dataclass(frozen=True)
class Wish:
    """A step that is to be taken."""

    state: str
    date: datetime.date | None = None
    until: datetime.date | None = None
    document: str | None = None
    """Identifier, local identifier or number of a document in the register."""
    note: str | None = None
    replaces: Sequence[str] = ()
    """Acts of which it replaces what both cover."""


@dataclasses.dataclass(frozen=True)
class Possible:
    """A step that may come next."""

    state: str
    law: str
    """Its paragraph; `[memory]` behind it where nobody looked it up."""
    roles: Sequence[str]
    """It needs a document with one of these roles, if there are any."""


@dataclasses.dataclass(frozen=True)
class Life:
    """What became of an act so far, and what may come next."""

    act: Act
    steps: Sequence[Taken]
    next: Sequence[Possible]


def find(connection: Connection, name: str) -> Act:
    """Return the act that an identifier, a local identifier or a title stands for.

    Raises:
        NotFound: There is none.
        UsageError: There are several.
    """
    with connection.cursor(row_factory=class_row(Act)) as cursor:
        found = cursor.execute(_sql("act"), {"name": name}).fetchall()
    if not found:
        raise NotFound(f'there is no planning act "{name}"')
    if len(found) > 1:
        listed = "\n".join(f"  {one.identifier}  {one.title}" for one in found[:10])
        raise UsageError(f'"{name}" is not one act; give the identifier:\n{listed}')
    return found[0]


def take(connection: Connection, name: str, wish: Wish) -> Act:
    """Take a step, as one change set; return the act as it is behind it.

    Raises:
        DataError: The step may not be taken; the sentence says why, by which law, and what to do.
        NotFound: There is no such act or document.
    """
    act = find(connection, name)
    document = _document(connection, wish.document) if wish.document else None
    try:
        for other in wish.replaces:
            older = find(connection, other)
            connection.execute(_sql("replace"), [older.identifier, act.identifier])
        values = [act.identifier, wish.state, wish.date, wish.until, document, wish.note]
        row = connection.execute(_sql("step"), values).fetchone()
    except psycopg.IntegrityError as error:
        raise DataError(str(error.diag.message_primary)) from error
    assert row is not None
    return find(connection, row[0])


def tell(connection: Connection, name: str) -> Life:
    """Return the life of an act.

    Raises:
        NotFound: There is no such act.
    """
    act = find(connection, name)
    with connection.cursor(row_factory=class_row(Taken)) as cursor:
        steps = cursor.execute(_sql("life"), {"act": act.identifier}).fetchall()
    with connection.cursor(row_factory=class_row(Possible)) as cursor:
        here = {"state": act.state, "act_type": act.act_type}
        following = cursor.execute(_sql("next"), here).fetchall()
    return Life(act, steps, following)


@dataclasses.dataclass(frozen=True)
class Used:
    """A symbol of land use areas, as it is written in acts of one dictionary."""

    symbol: str
    symbol_class: str | None
    """The dictionary and the first part that it knows; None where it knows none."""
    areas: int
    area_ha: float


def symbols_used(connection: Connection) -> list[Used]:
    """Return the symbols of land use areas."""
    with connection.cursor(row_factory=class_row(Used)) as cursor:
        return cursor.execute(_sql("symbols")).fetchall()


def _document(connection: Connection, name: str) -> str:
    found = connection.execute(_sql("document"), {"name": name}).fetchall()
    if not found:
        raise NotFound(f'there is no document "{name}" in plan_document: add it first')
    if len(found) > 1:
        raise UsageError(f'"{name}" is not one document: give its identifier')
    return str(found[0][0])


def _sql(name: str) -> bytes:
    return (_SQL / f"{name}.sql").read_bytes()
