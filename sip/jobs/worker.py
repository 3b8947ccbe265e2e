"""Whoever does jobs: takes them from the queue in PostgreSQL, each into a process of its own.

A job that is dismissed, or takes too long, is stopped with its process. One whose worker was
killed is taken up again by the next one.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Coroutine
from typing import Any
from uuid import UUID

import procrastinate
import psycopg

from sip.jobs import keeping, process
from sip.jobs.process import Lane
from sip.settings import Settings

LOG = logging.getLogger("sip.jobs")
_LANES: tuple[Lane, ...] = ("short", "long")
_HEARTBEAT_S = 2.0
_SILENT_S = 8.0
"""A worker that has not been heard of for so long is dead."""
_WATCH_S = 0.5


async def work(settings: Settings, *beside: Coroutine[Any, Any, None]) -> None:
    """Do jobs until a signal comes: one short and one long one at a time; others run `beside`."""
    app = _app(settings)
    async with app.open_async():
        stop = asyncio.Event()
        for one in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(one, stop.set)
        tasks: list[asyncio.Task[Any]] = [
            asyncio.create_task(one)
            for one in (*(_lane(app, lane) for lane in _LANES), _take_up_forever(settings), *beside)
        ]
        ending = asyncio.create_task(stop.wait())
        done, _ = await asyncio.wait([*tasks, ending], return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for task in done - {ending}:
            task.result()


async def _lane(app: procrastinate.App, lane: Lane) -> None:
    await app.run_worker_async(
        queues=[lane], concurrency=1, install_signal_handlers=False, delete_jobs="always",
        shutdown_graceful_timeout=0.5, update_heartbeat_interval=_HEARTBEAT_S,
        stalled_worker_timeout=_SILENT_S,
    )  # fmt: skip


def _app(settings: Settings) -> procrastinate.App:
    connector = procrastinate.PsycopgConnector(
        conninfo=settings.dsn(), kwargs={"options": "-c search_path=queue"}, min_size=1, max_size=6
    )
    app = procrastinate.App(connector=connector)

    @app.task(name="job")
    async def do(job: str) -> None:
        await _supervise(settings, UUID(job))

    return app


async def _supervise(settings: Settings, job: UUID) -> None:
    """Let a process do a job, and stop it when it is dismissed or takes too long."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sip.jobs.alone", str(job),
        stdin=asyncio.subprocess.PIPE, env={**_bare(settings), **settings.environment},
        start_new_session=True,
    )  # fmt: skip
    ended = asyncio.create_task(child.wait())
    try:
        reason = await _watch(settings, job, ended)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        await ended
    if reason:
        await asyncio.to_thread(_fail, settings, job, reason)


async def _watch(settings: Settings, job: UUID, ended: asyncio.Task[int]) -> str:
    """Wait for the end of a job; return why it failed without having said so itself."""
    loop = asyncio.get_running_loop()
    longest_s = await asyncio.to_thread(_longest_s, settings, job)
    end = loop.time() + longest_s
    while True:
        await asyncio.wait([ended], timeout=_WATCH_S)
        if ended.done():
            return ""  # one that died in the middle is not done, and so is taken up again
        if loop.time() > end:
            return f"it took longer than {longest_s} s, and was stopped"
        if not await asyncio.to_thread(_is_wanted, settings, job):
            return ""


def _longest_s(settings: Settings, job: UUID) -> int:
    with psycopg.connect(settings.dsn()) as connection:
        row = connection.execute("SELECT process FROM job.job WHERE id = %s", [job]).fetchone()
    found = process.every().get(row[0]) if row else None
    return found.process.longest_s if found else 60


def _is_wanted(settings: Settings, job: UUID) -> bool:
    with psycopg.connect(settings.dsn()) as connection:
        row = connection.execute("SELECT status FROM job.job WHERE id = %s", [job]).fetchone()
    return row is not None and row[0] in ("accepted", "running")


def _fail(settings: Settings, job: UUID, text: str) -> None:
    with psycopg.connect(settings.dsn()) as connection:
        keeping.fail(connection, job, text)


async def _take_up_forever(settings: Settings) -> None:
    while True:
        try:
            taken = await asyncio.to_thread(_take_up, settings)
            if taken:
                LOG.warning("%s jobs whose worker was gone are taken up again", taken)
        except psycopg.OperationalError as error:
            LOG.warning("the database does not answer: %s", error)
        await asyncio.sleep(_SILENT_S / 2)


def _take_up(settings: Settings) -> int:
    with psycopg.connect(settings.dsn()) as connection:
        row = connection.execute(
            "SELECT job.take_up(make_interval(secs => %s))", [_SILENT_S]
        ).fetchone()
    return int(row[0]) if row else 0


def _bare(settings: Settings) -> dict[str, str]:
    """Return what a job's process finds in its environment beside the settings."""
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "NUMBA_CACHE_DIR": str(settings.jobs / ".compiled"),
    }
