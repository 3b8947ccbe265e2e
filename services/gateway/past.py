"""The past: a request with `asOf` is answered from what was known at that instant.

Read once here, for every way in: the catalogue names the relations of the past, and each use of
the pool is one transaction that says the instant.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import zoneinfo
from collections.abc import AsyncIterator
from typing import Any, cast
from urllib.parse import parse_qsl

import asyncpg
from starlette.datastructures import MutableHeaders
from starlette.routing import BaseRoute, Match
from starlette.types import Message, Receive, Scope, Send

from services.gateway.seeing import VARY
from sip.errors import QueryError
from sip.query.times import parse_as_of
from sip.service import Context

_NAME = "asof"
_SETTLED = datetime.timedelta(days=1)
"""Knowledge older than this is no longer changed by a transaction that began before it."""
_FOR_A_DAY = "public, max-age=86400, immutable"


def asked_as_of(scope: Scope, zone_name: str) -> datetime.datetime | None:
    """Return the instant of `asOf`, written in capitals or not; None where it is not asked for.

    Raises:
        QueryError: It is no instant, has not come yet, or is given twice.
    """
    query: bytes = scope["query_string"]
    if _NAME not in query.lower().decode("latin-1"):
        return None
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    given = [value for name, value in pairs if name.lower() == _NAME]
    if len(given) > 1:
        raise QueryError("asOf is given twice", pl="asOf podano dwa razy")
    now = datetime.datetime.now(datetime.UTC)
    return parse_as_of(given[0], zoneinfo.ZoneInfo(zone_name), now) if given else None


def as_of(present: Context, instant: datetime.datetime) -> Context:
    """Return what was known at an instant instead of what is known now."""
    away = {
        name: state.known_since
        for name, state in present.states.items()
        if state.known_since and instant < state.known_since
    }
    return dataclasses.replace(
        present,
        catalogue=present.catalogue.past_but(away) if away else present.catalogue.past,
        pool=cast("asyncpg.Pool[Any]", PastPool(present.pool, instant)),
        viewer=dataclasses.replace(present.viewer, as_of=instant),
    )


class PastPool:
    """A pool whose every use is one transaction at an instant of knowledge."""

    def __init__(self, pool: asyncpg.Pool[Any], instant: datetime.datetime):
        self._pool = pool
        self._instant = instant.isoformat()

    @contextlib.asynccontextmanager
    async def acquire(self) -> AsyncIterator[Any]:
        """Lend a connection within its transaction."""
        async with (
            self._pool.acquire() as connection,
            connection.transaction(isolation="repeatable_read", readonly=True),
        ):
            await connection.execute("SELECT set_config('sip.as_of', $1, true)", self._instant)
            yield connection

    async def fetch(self, query: str, *args: Any) -> list[asyncpg.Record]:
        """Return all rows."""
        async with self.acquire() as connection:
            return cast(list[asyncpg.Record], await connection.fetch(query, *args))

    async def fetchrow(self, query: str, *args: Any) -> asyncpg.Record | None:
        """Return the first row."""
        async with self.acquire() as connection:
            return await connection.fetchrow(query, *args)

    async def fetchval(self, query: str, *args: Any) -> Any:
        """Return the first value of the first row."""
        async with self.acquire() as connection:
            return await connection.fetchval(query, *args)


def lasting(send: Send, instant: datetime.datetime) -> Send:
    """Let everybody keep an answer that cannot change any more."""
    is_settled = datetime.datetime.now(datetime.UTC) - instant > _SETTLED

    async def sending(message: Message) -> None:
        if is_settled and message["type"] == "http.response.start" and message["status"] < 400:
            headers = MutableHeaders(scope=message)
            headers["Cache-Control"] = _FOR_A_DAY
            headers.add_vary_header(VARY)
        await send(message)

    return sending


class OfNow(BaseRoute):
    """A route of a service that knows the present only: it refuses `asOf`."""

    def __init__(self, route: BaseRoute):
        self._route = route
        self.path = getattr(route, "path", "")

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Match what the route matches."""
        return self._route.matches(scope)

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the route does, but not of the past."""
        if scope["sip"].viewer.as_of is not None:
            raise QueryError("asOf is no parameter here", pl="asOf nie jest tu parametrem")
        await self._route.handle(scope, receive, send)
