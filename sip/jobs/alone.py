"""One job in a process of its own: `python -m sip.jobs.alone ID`, begun by the worker.

It ends when its standard input ends, so a worker that is killed leaves nobody at work.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from sip import publish
from sip.errors import DatabaseError, SipError
from sip.jobs import keeping, process
from sip.jobs.keeping import Begun, Connection
from sip.jobs.process import Found, Running
from sip.settings import Settings, find
from sip.state import seen_by

LOG = logging.getLogger("sip.jobs")
_BETWEEN_S = 0.5
"""What is told more often is told when so much time has gone by."""


def main() -> None:
    """Do the job whose id is the first argument."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    settings, job = find(), UUID(sys.argv[1])
    with psycopg.connect(settings.dsn()) as connection:
        # Where somebody is still at it, he goes on; the lock goes with the connection.
        lock = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
        if connection.execute(lock, [str(job)]).fetchone() != (True,):
            return
        connection.commit()
        begun = keeping.begin(connection, job)
        if begun is not None:
            _do(begun, connection, settings)


def _do(begun: Begun, connection: Connection, settings: Settings) -> None:
    try:
        found = process.find(begun.process)
        running = _running(begun, connection, settings)
        inputs = found.ready(begun.inputs, settings, running.catalogue)
        outputs = found.run(inputs, running)
        keeping.succeed(connection, begun.id, _values(found, outputs, running.folder))
    except SipError as error:
        keeping.fail(connection, begun.id, str(error))
    except psycopg.errors.InsufficientPrivilege:
        keeping.fail(connection, begun.id, "the database refuses: you may not do that")
    except Exception:
        LOG.exception("job %s (%s)", begun.id, begun.process)
        text = f"an unexpected error; the log has it under {begun.id}"
        keeping.fail(connection, begun.id, text)


def _running(begun: Begun, connection: Connection, settings: Settings) -> Running:
    generation = publish.current(settings)
    if generation is None:
        raise DatabaseError("nothing is published\n  run: sip publish")
    folder = keeping.folder(settings, begun.id)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    last_s = 0.0

    def tell(share: float, message: str) -> None:
        nonlocal last_s
        if time.monotonic() - last_s >= _BETWEEN_S:
            percent = int(100 * min(max(share, 0.0), 1.0))
            keeping.tell(connection, begun.id, percent, message)
            last_s = time.monotonic()

    return Running(
        settings, seen_by(begun.role, publish.snapshot(generation), settings), folder, tell,
        lambda: acting(settings, begun.role), begun.role,
    )  # fmt: skip


@contextlib.contextmanager
def acting(settings: Settings, role: str) -> Iterator[Connection]:
    """Open a transaction under somebody's role; what is no longer theirs is refused."""
    with psycopg.connect(settings.dsn("sip_gateway")) as connection:
        connection.execute("SELECT set_config('role', %s, true)", [role])
        yield connection


def _values(found: Found, outputs: Mapping[str, Any], folder: Path) -> Mapping[str, Any]:
    """Return outputs as JSON can write them: a file by its path below the folder."""
    return {
        name: {"file": str(one.relative_to(folder))} if isinstance(one, Path) else {"value": one}
        for name, one in outputs.items()
        if name in found.process.outputs
    }


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(1)


if __name__ == "__main__":
    main()
