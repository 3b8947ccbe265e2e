"""Takes in what those send who have no account: connections as `sip_gateway`, for that alone."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from sip.settings import Settings

_KEY = "sip.reception"


class Reception:
    """Puts its connections into the scope of each request; the first is made when one is used."""

    def __init__(self, app: ASGIApp, settings: Settings):
        self._app = app
        self._settings = settings
        self._pool: asyncpg.Pool[Any] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or run the application."""
        if scope["type"] == "lifespan":
            async with self._running():
                await self._app(scope, receive, send)
            return
        scope[_KEY] = self._pool
        await self._app(scope, receive, send)

    @contextlib.asynccontextmanager
    async def _running(self) -> AsyncIterator[None]:
        async with asyncpg.create_pool(
            self._settings.dsn("sip_gateway"),
            min_size=0,
            max_size=2,
            server_settings={"statement_timeout": "10000", "application_name": "sip reception"},
            max_cacheable_statement_size=0,
        ) as pool:
            self._pool = pool
            yield


def reception(request: Request) -> asyncpg.Pool[Any]:
    """Return the connections of a request."""
    pool: asyncpg.Pool[Any] | None = request.scope[_KEY]
    assert pool is not None, "the application does not run"
    return pool


def address(request: Request) -> str:
    """Return where a request comes from, as the front door says."""
    return request.client.host if request.client else ""
