"""Roles of people and keys in PostgreSQL: made, put into groups, let in and shut out.

Roles belong to the cluster, so they are made by its superuser, or by the login of
`SIP_DATABASE_URL` where that one may make roles.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from sip.database import cluster
from sip.errors import DatabaseError, UsageError
from sip.people import names
from sip.settings import Settings

PEOPLE, GATEWAY = "sip_people", "sip_gateway"
type Connection = psycopg.Connection[tuple[Any, ...]]


@contextmanager
def administrator(settings: Settings) -> Iterator[Connection]:
    """Open a transaction as somebody who may make roles.

    Raises:
        DatabaseError: The database does not answer, has no accounts yet, or refuses.
    """
    dsn = settings.database_url or cluster.superuser_dsn(settings)
    try:
        with psycopg.connect(dsn) as connection:
            yield connection
    except psycopg.errors.InsufficientPrivilege as error:
        raise DatabaseError(
            f"this login may not administer people: {error.diag.message_primary}\n"
            "  let a superuser run: ALTER ROLE ... CREATEROLE; for roles that read personal data\n"
            "  also: GRANT SET ON PARAMETER log_statement TO ..."
        ) from error
    except (psycopg.errors.UndefinedTable, psycopg.errors.InvalidSchemaName) as error:
        raise DatabaseError("the database has no accounts yet\n  run: sip migrate") from error
    except psycopg.OperationalError as error:
        raise DatabaseError(f"the database does not answer: {error}") from error


def exists(connection: Connection, role: str) -> bool:
    """Say whether there is a role of that name, whatever it is for."""
    found = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [role])
    return found.fetchone() is not None


def make(connection: Connection, role: str, *, may_log_in: bool) -> None:
    """Make a role without any right, one that the gateway may become; nothing if it is there."""
    if not exists(connection, role):
        _execute(connection, "CREATE ROLE {}", role)
    admit(connection, role, may_log_in=may_log_in)
    if may_log_in:
        _execute(connection, "GRANT {} TO {}", PEOPLE, role)
    member = connection.execute("SELECT pg_has_role(current_user, %s, 'MEMBER')", [role])
    if member.fetchone() != (True,):
        _execute(connection, "GRANT {} TO CURRENT_USER", role)


def admit(connection: Connection, role: str, *, may_log_in: bool) -> None:
    """Let a role in through the web and, where it has a password, by a login of the database."""
    _execute(connection, "GRANT {} TO {}", role, GATEWAY)
    if may_log_in:
        _execute(connection, "ALTER ROLE {} LOGIN", role)


def shut_out(connection: Connection, role: str) -> None:
    """Refuse a role everywhere and end what it is doing; its name stays, for the history."""
    _execute(connection, "ALTER ROLE {} NOLOGIN", role)
    _execute(connection, "REVOKE {} FROM {}", role, GATEWAY)
    connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", [role]
    )


def drop(connection: Connection, role: str) -> None:
    """Remove a second role: nothing is its own, and the history names the person."""
    shut_out(connection, role)
    _execute(connection, "DROP ROLE {}", role)


def groups_of(connection: Connection, role: str) -> frozenset[str]:
    """Return the groups that a role was put into."""
    rows = connection.execute("SELECT unnest(account.groups(%s))", [role]).fetchall()
    return frozenset(row[0] for row in rows)


def put_into(connection: Connection, role: str, groups: Collection[str]) -> None:
    """Make somebody a member of these groups and of no other one.

    Raises:
        UsageError: A group is not in the database.
    """
    absent = sorted(one for one in groups if not exists(connection, f"sip_{one}"))
    if absent:
        raise UsageError(f'the database has no group "{absent[0]}"\n  run: sip migrate')
    present = groups_of(connection, role)
    for group in sorted(present - set(groups)):
        _execute(connection, "REVOKE {} FROM {}", f"sip_{group}", role)
    for group in sorted(set(groups) - present):
        _execute(connection, "GRANT {} TO {}", f"sip_{group}", role)


def make_personal(connection: Connection, person: str, groups: Collection[str]) -> None:
    """Make the second role of a person, for personal data; what it does is logged.

    PostgreSQL logs it where somebody logs in with it; through the web, the web writes it down.
    """
    role = names.personal(person)
    make(connection, role, may_log_in=True)
    _execute(connection, "GRANT {} TO {}", person, role)
    _execute(connection, "ALTER ROLE {} SET log_statement = 'all'", role)
    wanted = {f"sip_{one}{names.PERSONAL}" for one in groups}
    rows = connection.execute(
        "SELECT g.rolname FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid"
        " JOIN pg_roles AS p ON p.oid = m.member"
        " WHERE p.rolname = %s AND g.rolname LIKE 'sip\\_%%.personal'",
        [role],
    ).fetchall()
    present = {row[0] for row in rows}
    for group in sorted(present - wanted):
        _execute(connection, "REVOKE {} FROM {}", group, role)
    for group in sorted(wanted - present):
        _execute(connection, "GRANT {} TO {}", group, role)


def set_verifier(connection: Connection, role: str, verifier: str) -> None:
    """Give a role its password, as a SCRAM verifier."""
    statement = sql.SQL("ALTER ROLE {} PASSWORD {}")
    connection.execute(statement.format(sql.Identifier(role), sql.Literal(verifier)))


def _execute(connection: Connection, statement: LiteralString, *roles: str) -> None:
    connection.execute(sql.SQL(statement).format(*map(sql.Identifier, roles)))
