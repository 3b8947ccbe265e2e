"""What a published service is made of, and what its request handlers are given.

A service is a package `services/<name>/` whose `__init__.py` holds one `SERVICE`. The gateway
finds it by its folder: there is no list of services.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sip.catalogue import Catalogue
from sip.crs import Extent
from sip.ogc import OgcPart
from sip.settings import Settings

if TYPE_CHECKING:
    import asyncpg
    from starlette.requests import Request
    from starlette.routing import BaseRoute


@dataclasses.dataclass(frozen=True)
class LayerState:
    """What is known of a layer's rows since they were last counted."""

    rows: int
    extent: Extent | None
    """In the storage CRS; None where there is no geometry."""
    time: tuple[datetime.date | datetime.datetime | None, datetime.date | datetime.datetime | None]
    changed: datetime.datetime
    """When rows last changed, UTC."""


@dataclasses.dataclass(frozen=True)
class Context:
    """One published state of the platform; a request keeps the one that it began with."""

    catalogue: Catalogue
    settings: Settings
    published: Path
    """Folder of the generated service configuration (a fixed generation, not the link)."""
    pool: asyncpg.Pool[Any]
    """Connections as `sip_public`, which can read the views in schema `pub` and nothing else."""
    states: Mapping[str, LayerState]
    """By layer id; a layer that was never loaded is absent."""


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


def context(request: Request) -> Context:
    """Return the published state that a request is answered from."""
    found = request.scope["sip"]
    assert isinstance(found, Context)
    return found


def base_url(request: Request) -> str:
    """Return the origin that the visitor used, without a slash at the end."""
    configured = context(request).settings.public_url
    return configured or f"{request.url.scheme}://{request.url.netloc}"
