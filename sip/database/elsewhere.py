"""Restoring into a PostGIS that is not ours: an empty database, named by its owner's address.

Extensions and the schema `admission` are made there as for any existing database; all the rest
comes in one transaction, and belongs to the login. Roles that the server knows stay as they are.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

import psycopg

from sip import catalogue
from sip.database import archive, cluster, fingerprint, our_roles, roles
from sip.database.migrate import connect
from sip.errors import DatabaseError
from sip.settings import Settings

_RELATIONS = """
SELECT c.oid::regclass::text
FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S')
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    AND NOT EXISTS (
        SELECT FROM pg_depend AS d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
    )
ORDER BY 1 LIMIT 3
"""
_PREPARED = re.compile(
    r"\d+; \d+ \d+ ("
    r"EXTENSION - |COMMENT - EXTENSION |"
    r"(SCHEMA|ACL|COMMENT) - (SCHEMA )?(admission|public) |"
    r"(FUNCTION|ACL|COMMENT|TABLE DATA) (admission|public) )"
)
"""Lines of a dump's list that name what `cluster.prepare` makes."""


def demand_empty(url: str) -> None:
    """Refuse a database in which anything stands.

    Raises:
        DatabaseError: It holds relations, or does not answer.
    """
    try:
        with psycopg.connect(url) as connection:
            found = [row[0] for row in connection.execute(_RELATIONS).fetchall()]
    except psycopg.OperationalError as error:
        raise DatabaseError(f"the database does not answer: {error}") from error
    if found:
        raise DatabaseError(f"the database is not empty ({', '.join(found)}, ...): name a new one")


def restore(reader: archive.Reader, settings: Settings) -> None:
    """Bring roles, and in one transaction all the rest, into the prepared database.

    Raises:
        Damaged: The dump is not what was written.
        DatabaseError: The database refuses; of the rest nothing was done.
    """
    try:
        with psycopg.connect(settings.database_url, autocommit=True) as connection:
            our_roles.make(connection, reader.manifest.roles, keep_known=True)
    except psycopg.errors.InsufficientPrivilege as error:
        raise DatabaseError(
            f"this login may not make roles: {error.diag.message_primary}\n"
            "  it needs CREATEROLE, from PostgreSQL 16 on with ADMIN OPTION on those of roles.sql"
        ) from error
    with connect(settings) as opened:  # a backup of another's server knows no roles
        lacking = roles.statements(catalogue.load(settings.project), opened)
    roles.execute(lacking, settings)
    with tempfile.TemporaryDirectory(prefix="sip-") as name:
        dump, listed = Path(name) / archive.DATABASE, Path(name) / "list"
        with dump.open("wb") as target:
            reader.copy(archive.DATABASE, target)
        lines = _run("--list", dump).splitlines()
        listed.write_text("\n".join(one for one in lines if not _PREPARED.match(one)))
        _run(
            "--single-transaction", "--no-owner", "--use-list", listed,
            "--dbname", settings.database_url, dump,
        )  # fmt: skip


def differences(manifest: archive.Manifest, settings: Settings) -> list[str]:
    """Say what differs from what was backed up; what roles hold cannot be read there."""
    with psycopg.connect(settings.database_url) as connection:
        found = fingerprint.take(connection)
        known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles").fetchall()}
    wanted = {name: one for name, one in manifest.tables.items() if not name.startswith("public.")}
    absent = [one["name"] for one in manifest.roles if one["name"] not in known]
    return [*fingerprint.differences(wanted, found), *(f"role {one} is missing" for one in absent)]


def _run(*words: str | Path) -> str:
    command = [cluster.program("pg_restore"), *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise DatabaseError(f"the database could not be restored: {done.stderr.strip()}")
    return done.stdout
