"""What a published service is made of, and what its request handlers are given.

A service is a package `services/<name>/` whose `__init__.py` holds one `SERVICE`. The gateway
finds it by its folder: there is no list of services.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import functools
from collections.abc import AsyncIterator, Callable, Hashable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sip.catalogue import Catalogue
from sip.crs import Extent
from sip.ogc import OgcPart
from sip.session import RolePool
from sip.settings import Settings
from sip.text import LANGUAGES, Language
from sip.viewer import EVERYBODY, Viewer

if TYPE_CHECKING:
    import asyncpg
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute
    from starlette.types import ASGIApp


@dataclasses.dataclass(frozen=True)
class LayerState:
    """What is known of a layer's rows since they were last counted."""

    rows: int
    extent: Extent | None
    """In the storage CRS; None where there is no geometry."""
    time: tuple[datetime.date | datetime.datetime | None, datetime.date | datetime.datetime | None]
    changed: datetime.datetime
    """When rows last changed, UTC."""
    known_since: datetime.datetime | None = None
    """Since when its history is at hand, UTC; None is from its beginning."""


class Rendered:
    """Documents that depend on the published state alone, kept until it is replaced."""

    _MOST_BYTES = 64_000_000

    def __init__(self) -> None:
        self._documents: dict[Hashable, bytes] = {}
        self._bytes = 0

    def known(self, key: Hashable) -> bytes | None:
        """Return a document that is kept, or None."""
        return self._documents.get(key)

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Return a document, made now if it is not kept; all are dropped when they grow too many.

        The key names what else it depends on: the origin, the language, the form. Threads may
        make the same document at the same time; the last one is kept.
        """
        document = self._documents.get(key)
        if document is None:
            document = make()
            if self._bytes + len(document) > self._MOST_BYTES:
                self._documents.clear()
                self._bytes = 0
            self._documents[key] = document
            self._bytes += len(document)
        return document


@dataclasses.dataclass(frozen=True)
class Context:
    """One published state of the platform; a request keeps the one that it began with."""

    catalogue: Catalogue
    settings: Settings
    published: Path
    """Folder of the generated service configuration (a fixed generation, not the link)."""
    pool: asyncpg.Pool[Any]
    """Connections as `sip_public`, which can read the views in schema `pub` and nothing else; for
    somebody a `RolePool`, which has what services use of a pool."""
    states: Mapping[str, LayerState]
    """By layer id; a layer that was never loaded is absent."""
    viewer: Viewer = EVERYBODY
    """Whom it is answered to."""
    rendered: Rendered = dataclasses.field(
        default_factory=lambda: Rendered(), init=False, compare=False, repr=False
    )
    """Documents made of this state; they go with it, and a changed copy begins without any."""

    def answering(self, viewer: Viewer, pool: RolePool) -> Context:
        """Return this state, with the documents made of it, for one of those who see so much."""
        made = dataclasses.replace(self, viewer=viewer, pool=cast("asyncpg.Pool[Any]", pool))
        object.__setattr__(made, "rendered", self.rendered)
        return made

    @contextlib.asynccontextmanager
    async def writing(self) -> AsyncIterator[asyncpg.pool.PoolConnectionProxy[Any]]:
        """Lend a connection within a transaction that writes under the viewer's role.

        It is committed at the end, and rolled back on an error. Who may not is refused by the
        database.
        """
        if isinstance(self.pool, RolePool):
            async with self.pool.writing() as connection:
                yield connection
        else:
            async with self.pool.acquire() as connection, connection.transaction():
                yield connection


@dataclasses.dataclass(frozen=True)
class Service:
    """A published service: files made when the project is published, and routes."""

    name: str
    routes: Callable[[], Sequence[BaseRoute]] = tuple
    """Makes the routes; handlers take their Context from `context(request)`."""
    render: Callable[[Catalogue, Settings, Path], None] | None = None
    """Writes the service's generated files into a folder of its own; no database, no clock."""
    ogc: OgcPart | None = None
    """What it adds to the API below `/ogc`."""
    answers_as_of: bool = False
    """Whether it answers what was known at an instant; others refuse `asOf`."""
    around: Callable[[ASGIApp, Settings], ASGIApp] | None = None
    """An application around the whole, for what every request needs before it is answered."""
    refusal: Callable[[Request, int, str], Response] | None = None
    """Tells somebody at a browser of a refusal, by its status and text; programs get JSON."""


def context(request: Request) -> Context:
    """Return the published state that a request is answered from."""
    found = request.scope["sip"]
    assert isinstance(found, Context)
    return found


def base_url(request: Request) -> str:
    """Return the origin that the visitor used, without a slash at the end."""
    configured = context(request).settings.public_url
    # Twice as quick as `request.url`, which parses what it has just put together.
    host = request.headers.get("host") or request.url.netloc
    return configured or f"{request.scope['scheme']}://{host}"


def language(request: Request) -> Language:
    """Return the language to answer in: `lang`, else Accept-Language, else the project's first."""
    offered = context(request).catalogue.project.languages
    asked = request.query_params.get("lang")
    if asked in offered:
        return asked
    preferred = _preferred(request.headers.get("accept-language", ""))
    return next((one for one in preferred if one in offered), offered[0])


@functools.lru_cache(maxsize=256)
def _preferred(accept: str) -> tuple[Language, ...]:
    """Return the languages of an Accept-Language header that can be had at all, the best first."""
    weighed: list[tuple[float, Language]] = []
    for part in accept.split(","):
        name, _, weight = part.strip().lower().partition(";q=")
        with contextlib.suppress(ValueError):
            share = float(weight or 1)
            weighed += [(-share, one) for one in LANGUAGES if name.split("-")[0] == one and share]
    return tuple(name for _, name in sorted(weighed, key=lambda one: one[0]))
