"""An immediate process, run within a request, on what the one who asks may read."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import psycopg

from sip.errors import QueryError
from sip.jobs.process import Found, Running
from sip.service import Context

_STATEMENT = "5s"


def run(found: Found, inputs: Mapping[str, Any], now: Context) -> Mapping[str, Any]:
    """Return the outputs of a process; nothing is written, and no statement takes long.

    Raises:
        QueryError: An input cannot be read, or the answer would take too long for a request.
    """
    with tempfile.TemporaryDirectory() as folder:
        running = Running(
            now.settings, now.catalogue, Path(folder), lambda share, message: None,
            lambda: connection(now), now.viewer.role,
        )  # fmt: skip
        return quickly(lambda: found.run(inputs, running))


def quickly[Answer](compute: Callable[[], Answer]) -> Answer:
    """Return what a computation answers.

    Raises:
        QueryError: It would take too long for a request.
    """
    try:
        return compute()
    except psycopg.errors.QueryCanceled as error:
        raise QueryError(
            "this takes too long for a request: sign in and run it as a job",
            pl="to trwa zbyt długo: zaloguj się i uruchom to jako zadanie",
        ) from error


@contextlib.contextmanager
def connection(now: Context) -> Iterator[psycopg.Connection[Any]]:
    """Lend a transaction that reads under the viewer's role."""
    role = now.viewer.role
    with psycopg.connect(now.settings.dsn("sip_gateway" if role else "sip_public")) as made:
        made.read_only = True
        if role:
            made.execute("SELECT set_config('role', %s, true)", [role])
        made.execute("SELECT set_config('statement_timeout', %s, true)", [_STATEMENT])
        yield made
