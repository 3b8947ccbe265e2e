"""Bringing a database to what the catalogue declares, in one transaction or not at all."""

from __future__ import annotations

import dataclasses
import enum
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.operations.ops import ExecuteSQLOp
from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import DBAPIError, OperationalError

from sip.catalogue import Catalogue
from sip.database import (
    dictionary,
    difference,
    ground,
    history,
    jobs,
    life,
    past,
    present,
    rights,
    roles,
    views,
)
from sip.database.reading import Readers, stamp
from sip.database.steps import Phase, Step, execute
from sip.database.tables import literal
from sip.errors import DatabaseError, DropRefused
from sip.search import FOLD_SQL
from sip.settings import Settings
from sip.sight import PUBLIC

_LOCK = 7_477_001  # any number that is ours: two migrations never run at once
_SQL = Path(__file__).parent / "sql"
_ACCOUNTS, _TAKING_PART = "account", "taking_part"
_CODES = "SELECT list, code, position, title_pl, title_en, uri, valid_from, valid_to FROM pub.code"


class Losses(enum.Enum):
    """What becomes of steps that lose data."""

    REFUSED = "refused"
    """They are an error, and nothing is done."""
    LEFT = "left"
    """Columns that are gone from the catalogue stay in their tables, unseen."""
    ALLOWED = "allowed"
    """They are done."""


@dataclasses.dataclass(frozen=True)
class Plan:
    """All that a migration does, in order."""

    steps: Sequence[Step]
    notes: Sequence[str]
    """What a person should know beside."""
    is_final: bool = True
    """Whether nothing is kept for readers of the former catalogue."""

    def __str__(self) -> str:
        """Say it in readable lines."""
        lines = [f"{'!' if step.loses else '+'} {step.text}" for step in self.steps]
        return "\n".join([*lines, *self.notes])


def migrate(
    catalogue: Catalogue,
    settings: Settings,
    *,
    losses: Losses = Losses.REFUSED,
    readers: Readers = Readers.OF_THIS,
    is_rehearsal: bool = False,
) -> Plan:
    """Bring the database to what is declared; return what was (or would be) done.

    Raises:
        DropRefused: Data would be lost and `losses` does not allow it; nothing was done.
        DatabaseError: Rows do not fit, or the database is absent; nothing was done.
    """
    with connect(settings) as connection:
        lacking = roles.statements(catalogue, connection)
    if not is_rehearsal:
        roles.execute(lacking, settings)
    with connect(settings) as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        # A reader who holds a view for long stops a migration, not the other way round; and a
        # migration whose process was killed does not run on alone.
        connection.execute(text("SET LOCAL lock_timeout = '15s'"))
        connection.execute(text("SET LOCAL client_connection_check_interval = '1s'"))
        connection.execute(text("SET LOCAL sip.application = 'sip migrate'"))
        plan = _plan(catalogue, connection, losses, readers)
        if is_rehearsal:
            connection.rollback()
            return dataclasses.replace(plan, notes=[*lacking, *plan.notes])
        refused = [step for step in plan.steps if step.loses]
        if refused and losses is not Losses.ALLOWED:
            raise DropRefused(
                "\n".join(["data would be lost, and nothing was done:", *map(_line, refused)])
                + "\n  if that is meant: sip migrate --allow-drop"
            )
        operations = Operations(MigrationContext.configure(connection))
        for step in plan.steps:
            _take(step, operations)
    return plan


def statements(plan: Plan) -> str:
    """Return a plan as SQL."""
    buffer = io.StringIO()
    context = MigrationContext.configure(
        dialect=postgresql.dialect(paramstyle="named"),  # type: ignore[no-untyped-call]
        opts={"as_sql": True, "output_buffer": buffer, "literal_binds": True},
    )
    operations = Operations(context)
    for step in plan.steps:
        buffer.write(f"-- {step.text}\n")
        for operation in step.operations:
            operations.invoke(operation)
    return buffer.getvalue()


@contextmanager
def connect(settings: Settings) -> Iterator[Connection]:
    """Open a transaction as the owner; it is committed at the end, or rolled back on an error.

    Raises:
        DatabaseError: The database does not answer.
    """
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(settings.dsn("sip_owner")),
        poolclass=NullPool,
    )
    try:
        connection = engine.connect()
    except OperationalError as error:
        raise DatabaseError(f"the database does not answer: {error.orig}") from error
    with connection, connection.begin() as transaction:
        yield connection
        if transaction.is_active:
            transaction.commit()


def _line(step: Step) -> str:
    return f"  {step.text}"


def _plan(catalogue: Catalogue, connection: Connection, losses: Losses, readers: Readers) -> Plan:
    themes = [theme.id for theme in catalogue.themes]
    own = (history.HISTORY, *views.SCHEMAS, _ACCOUNTS, _TAKING_PART, *jobs.SCHEMAS)
    now = present.read(connection, [*themes, *own])
    changes = difference.compare(catalogue, now, keeps=losses is Losses.LEFT)
    steps = [*_base(catalogue, now), *changes.steps]
    shown = views.compare(catalogue, now, changes, readers)
    final = views.compare(catalogue, now, changes, Readers.OF_THIS)
    steps += shown
    steps += _codes(catalogue, connection, now)
    steps += jobs.permissions(catalogue, connection, now)
    notes = list(_slow(catalogue, connection))
    for orphan in changes.orphans:
        if losses is Losses.ALLOWED:
            steps.append(difference.drop_orphan(orphan))
        else:
            notes.append(
                f"kept: {orphan.schema}.{orphan.name}, the table of a layer that is gone"
                " (--allow-drop drops it)"
            )
    if losses is Losses.LEFT:
        left = [step for step in steps if step.phase is Phase.LOSSES]
        notes += [f"left undone: {step.text}" for step in left]
        steps = [step for step in steps if step.phase is not Phase.LOSSES]
    steps += past.attend(catalogue, now, steps)
    steps += life.compare(catalogue, connection)
    steps += ground.compare(catalogue, connection)
    steps += dictionary.compare(catalogue, connection)
    is_final = _said(shown) == _said(final)
    return Plan(sorted(steps, key=lambda step: step.phase), notes, is_final)


def _slow(catalogue: Catalogue, connection: Connection) -> Iterator[str]:
    """Say where policies on rows keep spatial indexes from being used."""
    guarded = [
        one.id
        for one in catalogue.layers.values()
        if one.is_table and rights.policies(one, one.theme)
    ]
    overlaps = "geometry_overlaps(geometry, geometry)"
    asked = f"SELECT proleakproof FROM pg_proc WHERE oid = to_regprocedure('public.{overlaps}')"
    if guarded and not connection.execute(text(asked)).scalar():
        yield (
            f"slow: {', '.join(guarded)} have policies on rows; let a superuser run"
            f" ALTER FUNCTION public.{overlaps} LEAKPROOF (see sql/prepare.sql)"
        )


def _said(steps: Sequence[Step]) -> list[str]:
    operations = [one for step in steps for one in step.operations]
    return [str(one.sqltext) for one in operations if isinstance(one, ExecuteSQLOp)]


def _base(catalogue: Catalogue, now: present.Present) -> Iterator[Step]:
    """The schemas that belong to no theme, remade when their files change."""
    for schema, sql in (
        (PUBLIC, _shared()),
        (history.HISTORY, past.base(catalogue)),
        (_ACCOUNTS, _read("account.sql")),
        (_TAKING_PART, _read("taking_part.sql")),
        *jobs.base(),
    ):
        note = stamp(sql)
        if now.schemas.get(schema) != note:
            comment = f"COMMENT ON SCHEMA {schema} IS {literal(note)}"
            yield Step(Phase.SCHEMAS, f"prepare schema {schema}", [execute(sql), execute(comment)])


def _shared() -> str:
    files = _read("pub.sql", "public_counts.sql", "field.sql", "proposal.sql")
    return files + life.base() + ground.base() + dictionary.base() + FOLD_SQL


def _read(*files: str) -> str:
    return "".join((_SQL / name).read_text() for name in files)


def _codes(catalogue: Catalogue, connection: Connection, now: present.Present) -> Iterator[Step]:
    """Bring `pub.code` to the code lists."""
    wanted = {
        (name, one.code, place, one.title.pl, one.title.en, one.uri, one.valid_from, one.valid_to)
        for name, codes in catalogue.code_lists.items()
        for place, one in enumerate(codes.values, 1)
    }
    has_table = (PUBLIC, "code") in now.relations
    known = {tuple(row) for row in connection.execute(text(_CODES))} if has_table else set()
    changed = sorted({row[0] for row in wanted ^ known})
    for name in changed:
        rows = sorted((row for row in wanted if row[0] == name), key=lambda row: row[2])
        values = ",\n".join(f"({', '.join(map(_value, row))})" for row in rows)
        operations = [execute(f"DELETE FROM pub.code WHERE list = {literal(name)}")]
        if values:
            operations.append(execute(f"INSERT INTO pub.code VALUES\n{values}"))
        yield Step(Phase.GRANTS, f"write code list {name}", operations)


def _value(value: object) -> str:
    return "NULL" if value is None else literal(str(value))


def _take(step: Step, operations: Operations) -> None:
    try:
        for operation in step.operations:
            operations.invoke(operation)
    except DBAPIError as error:
        raise DatabaseError(_explain(step, error)) from error


def _explain(step: Step, error: DBAPIError) -> str:
    said = error.orig
    lines = [f"could not {step.text}; nothing was done"]
    if isinstance(said, psycopg.Error) and said.diag.message_primary:
        lines += [f"  {said.diag.message_primary}"]
        lines += [f"  {said.diag.message_detail}"] if said.diag.message_detail else []
    else:
        lines.append(f"  {said}")
    if isinstance(said, psycopg.errors.LockNotAvailable):
        lines.append("  somebody is using it: try again")
    return "\n".join(lines)
