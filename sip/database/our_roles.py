"""Groups, people and keys as roles of PostgreSQL: read with their verifiers, and made again.

A verifier (SCRAM) is no password: whoever reads it cannot log in with it, but can try passwords.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

type OurRole = dict[str, Any]
"""One role with its attributes, verifier, settings and groups."""

_SQL = Path(__file__).parent / "sql" / "our_roles.sql"


def read(connection: psycopg.Connection[Any]) -> list[OurRole]:
    """Return the roles of ours, as a superuser sees them; everybody else's are left out."""
    return [row[0] for row in connection.execute(_SQL.read_bytes()).fetchall()]


def make(
    connection: psycopg.Connection[Any], roles: list[OurRole], *, keep_known: bool = False
) -> None:
    """Make roles that are absent, and give all of them what they had.

    Args:
        connection: As somebody who may.
        roles: What was read.
        keep_known: Whether roles that are there already keep password and settings of their own.
    """
    known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles").fetchall()}
    for role in roles:
        if role["name"] not in known:
            connection.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(role["name"])))
        elif keep_known:
            continue
        connection.execute(_attributes(role))
        name = sql.Identifier(role["name"])
        connection.execute(
            sql.SQL("COMMENT ON ROLE {} IS {}").format(name, sql.Literal(role["comment"]))
        )
        for setting in role["settings"]:
            key, _, value = setting.partition("=")
            connection.execute(
                sql.SQL("ALTER ROLE {} SET {} = {}").format(
                    name, sql.Identifier(key), sql.Literal(value)
                )
            )
    for role in roles:
        for group, may_admit in role["groups"]:
            grant = "GRANT {} TO {} WITH ADMIN OPTION" if may_admit else "GRANT {} TO {}"
            connection.execute(
                sql.SQL(grant).format(sql.Identifier(group), sql.Identifier(role["name"]))
            )


def _attributes(role: OurRole) -> sql.Composed:
    return sql.SQL("ALTER ROLE {} WITH {} {} CONNECTION LIMIT {} PASSWORD {} {}").format(
        sql.Identifier(role["name"]),
        sql.SQL("LOGIN" if role["login"] else "NOLOGIN"),
        sql.SQL("INHERIT" if role["inherit"] else "NOINHERIT"),
        sql.Literal(role["limit"]),
        sql.Literal(role["verifier"]),
        sql.SQL("VALID UNTIL {}" if role["until"] else "").format(sql.Literal(role["until"])),
    )
