"""Pages as the database gives them, and how many rows match in all."""

from __future__ import annotations

import asyncio
import dataclasses
from collections.abc import Hashable, Sequence
from typing import Any

import asyncpg

from sip.errors import QueryError
from sip.query import Query, Sql, cursor, select
from sip.service import Context


@dataclasses.dataclass(frozen=True)
class Page:
    """The rows of one page and what is known beyond them."""

    features: Sequence[str]
    following: str | None
    """Cursor of the next page; None on the last."""
    matched: int | None
    """How many match in all; None where counting takes too long."""


class Counts:
    """How many rows match, where that is more than a page's own statement can tell.

    A count goes on behind a page that waits no longer for it, and it holds for later pages for as
    long as the database has seen no write at all, which its snapshot tells.
    """

    _WAIT_S = 0.05
    _AT_A_TIME = 2
    _KEPT = 200

    def __init__(self) -> None:
        self._tasks: dict[Hashable, asyncio.Task[int]] = {}

    async def matched(self, now: Context, query: Query, snapshot: str) -> int | None:
        """Return how many match as of a snapshot, or None if that is not known in 50 ms."""
        sql = select.count(query)
        key = (now.viewer, sql.text, repr(sql.args), snapshot)
        if key not in self._tasks:
            if sum(not task.done() for task in self._tasks.values()) >= self._AT_A_TIME:
                return None
            if len(self._tasks) >= self._KEPT:
                self._tasks = {k: task for k, task in self._tasks.items() if not task.done()}
            self._tasks[key] = asyncio.create_task(_count(now.pool, sql))
        done, _ = await asyncio.wait([self._tasks[key]], timeout=self._WAIT_S)
        for task in done:
            return None if task.exception() else task.result()
        return None


async def _count(pool: asyncpg.Pool[Any], sql: Sql) -> int:
    number: int = await pool.fetchval(sql.text, *sql.args)
    return number


async def read_page(now: Context, query: Query, counts: Counts) -> Page:
    """Read a page and, where that costs little, how many match in all."""
    if _is_narrowed(query) and query.offset < select.MOST_COUNTED:
        records = await fetch(now.pool, select.counted_features(query))
        if records and records[0]["matched"] <= select.MOST_COUNTED:
            return _page(query, records, records[0]["matched"])
    records = await fetch(now.pool, select.features(query))
    shown = len(records)
    if shown <= query.limit and query.after is None and (shown or not query.offset):
        return _page(query, records, query.offset + shown)
    snapshot = records[0]["snapshot"] if records else ""
    return _page(query, records, await counts.matched(now, query, snapshot))


def following(record: asyncpg.Record, query: Query) -> str:
    """Return the cursor of the page after a row."""
    keys = [record[f"k{at}"] for at in range(len(query.sort))]
    return cursor.encode([*keys, record["id"]])


async def fetch(pool: asyncpg.Pool[Any], sql: Sql) -> Sequence[asyncpg.Record]:
    """Run a statement that a visitor's filter is part of.

    Raises:
        QueryError: The filter cannot be computed for some row (a number beyond all bounds).
    """
    try:
        records: Sequence[asyncpg.Record] = await pool.fetch(sql.text, *sql.args)
    except asyncpg.DataError as error:
        raise QueryError(
            "the filter cannot be computed for every row",
            pl="filtra nie da się obliczyć dla każdego wiersza",
        ) from error
    return records


def _is_narrowed(query: Query) -> bool:
    return query.filter is not None or query.bbox is not None or query.time is not None


def _page(query: Query, records: Sequence[asyncpg.Record], matched: int | None) -> Page:
    shown = records[: query.limit]
    beyond = following(shown[-1], query) if len(records) > query.limit else None
    return Page([record["feature"] for record in shown], beyond, matched)
