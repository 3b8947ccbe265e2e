"""Backups of the database: one file each, the oldest forgotten."""

from __future__ import annotations

import datetime
import subprocess
from pathlib import Path

from sip.database import cluster
from sip.errors import DatabaseError
from sip.settings import Settings

_PATTERN = "sip-*.dump"


def backup(settings: Settings, folder: Path, *, kept: int) -> Path:
    """Write the whole database into a new file; keep the newest `kept` files of the folder.

    `pg_restore --dbname sip FILE` brings it back into an empty database.

    Raises:
        DatabaseError: The database cannot be read, or the folder not written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.datetime.now(datetime.UTC)
    file = folder / f"sip-{now:%Y%m%dT%H%M%SZ}.dump"
    half_made = file.with_suffix(".part")
    command = (cluster.program("pg_dump"), "--format=custom", "--file", half_made, settings.dsn())
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        half_made.unlink(missing_ok=True)
        raise DatabaseError(f"the database could not be backed up: {done.stderr.strip()}")
    half_made.rename(file)
    for old in sorted(folder.glob(_PATTERN))[:-kept]:
        old.unlink()
    return file
