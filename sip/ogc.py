"""The one API below `/ogc`, made of what several services add to it.

`services/features` answers the landing page, `/conformance`, `/api`, `/collections` and
`/collections/{id}`. Any other service plugs in by `Service(..., ogc=OgcPart(...))`: it names its
conformance classes, the links it adds to the landing page and to collections, collections of its
own, and its OpenAPI paths. Everything is made once per published generation and kept, so the
callables take the published state and neither a request nor a language: words are `Text`, and
addresses are paths from the origin (`/ogc/collections/tree/tiles`).

    SERVICE = Service(
        name="tiles",
        routes=routes,
        ogc=OgcPart(
            conformance=("http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",),
            links=landing_links,
            collection=of_layer,
            paths=paths,
        ),
    )

A layer is a collection if it offers features, or if some service's `collection` has something to
add to it; that is how a raster layer becomes one with its coverage.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sip.crs import Extent
from sip.text import Text

if TYPE_CHECKING:
    from sip.catalogue import Layer
    from sip.service import Context


@dataclasses.dataclass(frozen=True)
class Link:
    """A link of the landing page or of a collection."""

    rel: str
    path: str
    """From the origin, `/ogc/...`; may be a template if `templated`."""
    type: str
    title: Text
    templated: bool = False


@dataclasses.dataclass(frozen=True)
class Addition:
    """What a service adds to the collection of a layer."""

    links: Sequence[Link] = ()
    members: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """Further members of the collection's document; those of the features service win."""
    extent: Extent | None = None
    """In CRS84, for a layer without rows, such as a raster."""
    properties: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """JSON Schema of each field, for a layer that offers no features: the bands of a raster."""


@dataclasses.dataclass(frozen=True)
class Collection:
    """A collection that is no layer, such as the catalogue of records."""

    id: str
    title: Text
    abstract: Text
    addition: Addition
    """At least an `items` link or its like; `itemType` stands in `members`."""


@dataclasses.dataclass(frozen=True)
class OgcPart:
    """What one service adds to the API below `/ogc`."""

    conformance: Sequence[str] = ()
    """URIs of conformance classes."""
    links: Callable[[Context], Sequence[Link]] = lambda _context: ()
    """Links of the landing page."""
    collection: Callable[[Context, Layer], Addition | None] = lambda _context, _layer: None
    """What it adds to the collection of a layer; None where it does not publish the layer."""
    collections: Callable[[Context], Sequence[Collection]] = lambda _context: ()
    """Collections that are no layers."""
    paths: Callable[[Context], Mapping[str, Any]] = lambda _context: {}
    """OpenAPI 3.0 path items by path below `/ogc` (`/collections/{collectionId}/tiles`). They may
    refer to the components of the features service: the parameters `collectionId`, `crs`,
    `bbox`, `bbox-crs`, `datetime`, `asOf`, `limit`, `f` and `lang`, and the responses `BadRequest`,
    `NotFound` and `ServerError`. Words are English."""
