"""The application: finds the services, and swaps to a new generation without a restart."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import asyncpg
from starlette.applications import Starlette
from starlette.convertors import IntegerConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from services.gateway import metrics, past
from services.gateway.guard import HANDLED, Guard, refusing
from services.gateway.seeing import Sights, private
from sip import publish
from sip.service import Context, LayerState, Service, context
from sip.settings import Role, Settings, find
from sip.state import read_states
from sip.viewer import EVERYBODY, Viewer

LOG = logging.getLogger("sip.gateway")
_POLL_S = 0.25


async def _as_it_is(_connection: Any) -> None:
    """Leave a connection as it came back: services set nothing that outlives a transaction.

    asyncpg would send RESET ALL and more after each use, as dear as the statement of an item.
    """


class Platform:
    """The published state that new requests are answered from; holds the connection pool."""

    def __init__(self, settings: Settings):
        self.settings = settings
        self._current: Context | None = None
        self._pool: asyncpg.Pool[Any] | None = None
        self._sights: Sights | None = None

    @contextlib.asynccontextmanager
    async def running(self, _app: Starlette) -> AsyncIterator[None]:
        """Open the pool, load the published state, and follow its changes until the end."""
        public, gateway = self._connections("sip_public", 1), self._connections("sip_gateway", 0)
        async with public as pool, gateway as people:
            self._pool, self._sights = pool, Sights(people)
            await self._swap()
            watcher = asyncio.create_task(self._watch())
            yield
            watcher.cancel()

    def _connections(self, role: Role, least: int) -> asyncpg.Pool[Any]:
        statement_ms = int(self.settings.limits.statement_s * 1000)
        return asyncpg.create_pool(
            self.settings.dsn(role),
            min_size=least,
            max_size=8,
            server_settings={"statement_timeout": str(statement_ms), "jit": "off"},
            max_cacheable_statement_size=0,
            reset=_as_it_is,
        )

    async def seen_by(self, viewer: Viewer) -> Context:
        """Return the state in force as somebody with a role sees it."""
        assert self._sights is not None
        return await self._sights.context(self.current, viewer)

    @property
    def current(self) -> Context:
        """The state in force."""
        assert self._current is not None, "nothing is published: run `sip publish`"
        return self._current

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_POLL_S)
            try:
                await self._swap()
            except Exception:
                LOG.exception("the published state could not be loaded; the former one stays")

    async def _swap(self) -> None:
        generation = publish.current(self.settings)
        if generation is None or self._pool is None:
            return
        states: Mapping[str, LayerState] = await read_states(self._pool)
        known = self._current
        if known is None or known.published != generation:
            self._current = await asyncio.to_thread(self._load, generation, self._pool, states)
            LOG.info("serving %s", generation.name)
        elif known.states != states:
            self._current = dataclasses.replace(known, states=states)

    def _load(
        self, generation: Path, pool: asyncpg.Pool[Any], states: Mapping[str, LayerState]
    ) -> Context:
        return Context(publish.snapshot(generation), self.settings, generation, pool, states)


class WithContext:
    """Gives every request the published state of its beginning, as its viewer sees it.

    Whoever has signed in stands in the scope as `sip.viewer`.
    """

    def __init__(self, app: ASGIApp, platform: Platform):
        self._app = app
        self._platform = platform

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            now = scope["sip"] = self._platform.current
            viewer: Viewer = scope.get("sip.viewer", EVERYBODY)
            if viewer.role is not None:
                send = private(send)
                now = scope["sip"] = await self._platform.seen_by(viewer)
            instant = past.asked_as_of(scope, now.catalogue.project.time_zone)
            if instant is not None:
                scope["sip"] = past.as_of(now, instant)
                send = past.lasting(send, instant)
        await self._app(scope, receive, send)


async def health(request: Request) -> Response:
    """Answer 200 when the database answers, 503 otherwise; for load balancers and monitors."""
    now = context(request)
    await now.pool.fetchval("SELECT 1", timeout=2)
    return JSONResponse(
        {"status": "ok", "generation": now.published.name, "layers": len(now.catalogue.layers)},
        headers={"Cache-Control": "no-store"},
    )


async def counts(request: Request) -> Response:
    """Answer the counts of all workers in Prometheus' text format."""
    body, kind = metrics.exposition(context(request).settings.run / metrics.FOLDER)
    return Response(body, headers={"Content-Type": kind, "Cache-Control": "no-store"})


def in_order(routes: Sequence[BaseRoute]) -> list[BaseRoute]:
    """Put addresses that say more before templates that would take them, too."""

    def said(route: BaseRoute) -> int:
        return len(str(getattr(route, "path", "")).split("{")[0])

    return sorted(routes, key=said, reverse=True)


def _routes(service: Service) -> Sequence[BaseRoute]:
    routes = service.routes()
    return routes if service.answers_as_of else [past.OfNow(one) for one in routes]


class _Number(IntegerConvertor):
    """A whole number in an address: no longer than any that there is."""

    regex = "[0-9]{1,19}"


def create(settings: Settings | None = None) -> Starlette:
    """Make the application; uvicorn calls it as a factory."""
    register_url_convertor("int", _Number())
    found = settings or find()
    platform = Platform(found)
    own = (Route("/healthz", health), Route("/metrics", counts))
    services = list(publish.services())
    app = Starlette(
        routes=in_order([*own, *(one for part in services for one in _routes(part))]),
        lifespan=platform.running,
        exception_handlers=dict.fromkeys(HANDLED, refusing(services)),
    )
    app.add_middleware(WithContext, platform=platform)
    for around in (part.around for part in services if part.around):
        app.add_middleware(around, found)
    app.add_middleware(Guard, most_bytes=found.limits.body_bytes)
    return app
