"""Addresses of the API and what answers them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import Any

import orjson
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.features import documents, openapi, pages, schemas
from services.features.documents import Reader
from services.features.editing import routes as editing
from services.features.items import item, items, layer_of
from services.features.parameters import DOCUMENT, only
from services.features.reading import Counts
from sip.answer import answer
from sip.negotiation import HTML, JSON, OPENAPI, SCHEMA, Form, choose
from sip.query.functions import FUNCTIONS
from sip.service import base_url, context, language

_MAX_AGE_S = 5
"""For how long a document may be kept without asking; publishing is seen soon after."""


def routes() -> Sequence[BaseRoute]:
    """Return the routes below `/ogc`."""
    collection = "/ogc/collections/{collection}"
    return (
        Route("/ogc", landing),
        Route("/ogc/", landing),
        Route("/ogc/conformance", conformance),
        Route("/ogc/api", api),
        Route("/ogc/functions", functions),
        Route("/ogc/pages.css", stylesheet),
        Route("/ogc/collections", collections),
        Route(collection, one_collection),
        Route(f"{collection}/schema", schema),
        Route(f"{collection}/queryables", queryables),
        Route(f"{collection}/items", functools.partial(items, Counts())),
        Route(f"{collection}/items/{{feature}}", item),
        *editing.routes(),
    )


async def _document(
    request: Request,
    name: str,
    make: Callable[[Reader], dict[str, Any]],
    show: Callable[[Reader, dict[str, Any]], bytes],
    form: Form = JSON,
) -> Response:
    """Answer a document that is made once per published state, origin and language.

    It is made in a thread: hundreds of layers, and rasters to be opened, take their time.
    """
    only(request.query_params, DOCUMENT)
    reader = Reader(context(request), base_url(request), language(request))
    chosen = choose(request, (form, HTML))

    def render() -> bytes:
        document = make(reader)
        return show(reader, document) if chosen is HTML else orjson.dumps(document)

    key = (name, reader.root, reader.language, chosen.name)
    body = reader.now.rendered.known(key)
    if body is None:
        body = await run_in_threadpool(reader.now.rendered.get, key, render)
    return answer(request, body, chosen.type, max_age_s=_MAX_AGE_S)


async def landing(request: Request) -> Response:
    """Answer the landing page."""
    return await _document(request, "landing", documents.landing, pages.landing)


async def conformance(request: Request) -> Response:
    """Answer the conformance classes."""
    return await _document(
        request, "conformance", lambda _reader: documents.conformance(), pages.conformance
    )


async def api(request: Request) -> Response:
    """Answer the API definition."""
    return await _document(request, "api", openapi.definition, pages.api, OPENAPI)


async def collections(request: Request) -> Response:
    """Answer the list of collections."""
    return await _document(request, "collections", documents.collections, pages.collections)


async def one_collection(request: Request) -> Response:
    """Answer one collection."""
    name = request.path_params["collection"]
    return await _document(
        request,
        f"collection {name}",
        lambda reader: documents.collection(reader, name),
        pages.collection,
    )


async def schema(request: Request) -> Response:
    """Answer the schema of a collection's features, or of what else it holds."""
    now, name = context(request), request.path_params["collection"]
    layer = now.catalogue.layers.get(name)
    added = documents.properties(now, layer) if layer and not layer.offers("features") else {}
    if layer is None or not added:
        return await _schema(request, "schema", schemas.schema)
    return await _document(
        request,
        f"schema {name}",
        lambda reader: schemas.of_properties(
            layer, added, reader.language, reader.url("collections", name, "schema")
        ),
        pages.schema,
        SCHEMA,
    )


async def queryables(request: Request) -> Response:
    """Answer what filters may name."""
    return await _schema(request, "queryables", schemas.queryables)


async def _schema(request: Request, name: str, make: Callable[..., dict[str, Any]]) -> Response:
    layer = layer_of(request)

    def made(reader: Reader) -> dict[str, Any]:
        address = reader.url("collections", layer.id, name)
        return make(layer, reader.now.catalogue, reader.language, address)

    return await _document(request, f"{name} {layer.id}", made, pages.schema, SCHEMA)


async def functions(request: Request) -> Response:
    """Answer the functions that filters may call."""
    return await _document(request, "functions", _functions, pages.functions)


def _functions(reader: Reader) -> dict[str, Any]:
    names = {"text": "string", "timestamp": "datetime"}
    return {
        "functions": [
            {
                "name": name,
                "description": function.title[reader.language],
                "returns": [names.get(function.returns, function.returns)],
                "arguments": [
                    {"title": title, "type": [names.get(kind, kind)]}
                    for title, kind in function.arguments
                ],
            }
            for name, function in FUNCTIONS.items()
        ]
    }


async def stylesheet(request: Request) -> Response:
    """Answer the one stylesheet of all pages."""
    return answer(request, pages.stylesheet(), "text/css", max_age_s=3600)
