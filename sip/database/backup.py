"""Backups: everything an installation cannot make again, as one file; the oldest forgotten."""

from __future__ import annotations

import datetime
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import psycopg

from sip import __version__
from sip.database import archive, cluster, fingerprint, our_roles
from sip.errors import DatabaseError
from sip.settings import Settings

PROJECT_PARTS = ("layers", "styles")
MADE_AGAIN = frozenset(
    ("pg", "pg.new", "pg.lock", "run", "logs", "host", "published", "mapsets", "demo")
)
"""What of the state folder is in the dump already, or is generated from what is backed up."""
OWN_SETTINGS = "local.conf"
_PATTERN = "sip-*.backup"


def backup(settings: Settings, folder: Path, *, kept: int) -> Path:
    """Write an archive of all into a folder; keep the newest `kept` archives there.

    The dump, the counts and the checksums are of one snapshot of the database. Files are copied
    after it: what a row of the snapshot names is there.

    Raises:
        DatabaseError: The database cannot be read, or the folder not written.
    """
    now = datetime.datetime.now(datetime.UTC)
    file = folder / f"sip-{now:%Y%m%dT%H%M%SZ}.backup"
    try:
        with archive.writing(file) as writer:
            _write(settings, writer, now)
    except (psycopg.Error, OSError) as error:
        raise DatabaseError(f"the backup could not be made: {error}") from error
    for old in sorted(folder.glob(_PATTERN))[:-kept]:
        old.unlink()
    return file


def _write(settings: Settings, writer: archive.Writer, now: datetime.datetime) -> None:
    dsn = settings.database_url or cluster.superuser_dsn(settings)
    with psycopg.connect(dsn) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        _dump(writer, dsn, row[0])
        tables = fingerprint.take(connection)
        roles = _roles(connection)
        version = connection.info.server_version
    for part in PROJECT_PARTS:
        writer.add_folder(settings.project / part, f"project/{part}")
    _add_state(settings, writer)
    manifest = archive.Manifest(
        now.isoformat(), __version__, str(version), writer.files, tables, roles
    )
    writer.seal(manifest)


def _dump(writer: archive.Writer, dsn: str, snapshot: str) -> None:
    command = (cluster.program("pg_dump"), "--format=custom", f"--snapshot={snapshot}", dsn)
    with tempfile.TemporaryFile() as said:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said) as dump:
            assert dump.stdout is not None
            writer.add(archive.DATABASE, dump.stdout)
        if dump.returncode:
            said.seek(0)
            text = said.read().decode(errors="replace").strip()
            raise DatabaseError(f"the database could not be dumped: {text}")


def _roles(connection: psycopg.Connection[Any]) -> list[our_roles.OurRole]:
    """Return our roles; none where this login may not read verifiers (a database elsewhere)."""
    may = connection.execute("SELECT has_table_privilege('pg_authid', 'SELECT')").fetchone()
    return our_roles.read(connection) if may and may[0] else []


def _add_state(settings: Settings, writer: archive.Writer) -> None:
    if not settings.state.is_dir():
        return
    for one in sorted(settings.state.iterdir()):
        if one.name in MADE_AGAIN or one.is_symlink() or one == settings.archive:
            continue
        if one.is_dir():
            writer.add_folder(one, f"state/{one.name}")
        elif one.is_file():
            with one.open("rb") as content:
                writer.add(f"state/{one.name}", content)
    own = settings.cluster / OWN_SETTINGS
    if own.is_file():
        with own.open("rb") as content:
            writer.add(f"cluster/{OWN_SETTINGS}", content)
