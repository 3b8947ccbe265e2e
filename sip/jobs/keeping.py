"""The state of jobs in the database, as the worker and a job's own process keep it."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from sip.settings import Settings

_MOST_ATTEMPTS = 3
type Connection = psycopg.Connection[Any]


@dataclasses.dataclass(frozen=True)
class Begun:
    """A job that is to be done now."""

    id: UUID
    process: str
    inputs: Mapping[str, Any]
    role: str
    """Whoever asked: the role that it reads and writes the database under."""


def folder(settings: Settings, job: UUID) -> Path:
    """Return the folder of a job's files."""
    return settings.jobs / str(job)


def begin(connection: Connection, job: UUID) -> Begun | None:
    """Mark a job as running; None where it is done, dismissed, or was begun too often."""
    with connection.transaction():
        row = connection.execute(
            "UPDATE job.job SET status = 'running', attempts = attempts + 1, progress = 0,"
            " started = coalesce(started, now()), updated = now()"
            " WHERE id = %s AND status IN ('accepted', 'running')"
            " RETURNING process, inputs, role::text, attempts",
            [job],
        ).fetchone()
    if row is None:
        return None
    process, inputs, role, attempts = row
    if attempts > _MOST_ATTEMPTS:
        text = f"it was interrupted {_MOST_ATTEMPTS} times: is there too little memory?"
        fail(connection, job, text)
        return None
    return Begun(job, process, inputs, role)


def tell(connection: Connection, job: UUID, percent: int, message: str) -> None:
    """Say how far a running job is."""
    with connection.transaction():
        connection.execute(
            "UPDATE job.job SET progress = %s, message = %s, updated = now()"
            " WHERE id = %s AND status = 'running'",
            [percent, message[:500], job],
        )


def succeed(connection: Connection, job: UUID, results: Mapping[str, Any]) -> None:
    """Keep what came of a job."""
    with connection.transaction():
        connection.execute(
            "UPDATE job.job SET status = 'successful', progress = 100, message = '',"
            " results = %s, finished = now(), updated = now()"
            " WHERE id = %s AND status = 'running'",
            [json.dumps(results), job],
        )


def fail(connection: Connection, job: UUID, text: str) -> None:
    """Say why nothing came of a job."""
    with connection.transaction():
        connection.execute(
            "UPDATE job.job SET status = 'failed', message = %s, finished = now(), updated = now()"
            " WHERE id = %s AND status IN ('accepted', 'running')",
            [text[:2000], job],
        )


def forget(settings: Settings, days: int) -> int:
    """Forget jobs that ended long ago, and the files of those that are gone or dismissed."""
    with psycopg.connect(settings.dsn()) as connection:
        gone = connection.execute(
            "DELETE FROM job.job WHERE finished < now() - make_interval(days => %s)", [days]
        ).rowcount
        kept = connection.execute("SELECT id FROM job.job WHERE status <> 'dismissed'").fetchall()
    known = {str(row[0]) for row in kept}
    for one in settings.jobs.iterdir() if settings.jobs.is_dir() else ():
        if not one.name.startswith(".") and one.name not in known:
            shutil.rmtree(one, ignore_errors=True)
    return gone
