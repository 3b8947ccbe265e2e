"""The feature service: WFS 2.0.0 and 1.1.0 at `/wfs` and at `/ows`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.wfs import answers, documents, plan, requests, stored
from services.wfs.model import (
    DIALECTS,
    VERSIONS,
    Dialect,
    Version,
    find_type,
    formats,
    media_name,
    names,
    types,
)
from sip import ows_common
from sip.errors import CrsError, QueryError
from sip.links import Links
from sip.ows import OwsRoute
from sip.ows_common import Asked, OwsError, choose
from sip.service import Context, base_url, context

PATH = "/wfs"
type Operation = Callable[[Context, Asked, Dialect, Links], Awaitable[Response]]


def routes() -> Sequence[BaseRoute]:
    """Make the service's routes."""
    return (
        Route(PATH, serve, methods=["GET", "POST"]),
        OwsRoute("WFS", serve, bodies=True),
    )


async def serve(request: Request) -> Response:
    """Answer one request; what cannot be answered becomes an exception report."""
    dialect = DIALECTS["2.0.0"]
    try:
        asked = await requests.read(request)
        dialect = _dialect(asked)
        return await _answer(request, asked, dialect)
    except OwsError as error:
        return ows_common.report(error, dialect.ows, service_version=dialect.version)
    except (QueryError, CrsError) as error:
        refused = OwsError("InvalidParameterValue", "filter", str(error))
        return ows_common.report(refused, dialect.ows, service_version=dialect.version)


def _dialect(asked: Asked) -> Dialect:
    """Return the dialect to answer in, also where the answer is a refusal."""
    version = asked.parameters.get("version", "2.0.0")
    return DIALECTS["1.1.0" if version.startswith("1.") else "2.0.0"]


async def _answer(request: Request, asked: Asked, dialect: Dialect) -> Response:
    given = asked.parameters
    service = given.require("service")
    if service.upper() != "WFS":
        raise OwsError("InvalidParameterValue", "service", f'"{service}" is not WFS')
    name = given.require("request")
    operation = _OPERATIONS.get(name.lower())
    if operation is None or (dialect.version == "1.1.0" and name.lower() in _ONLY_2):
        raise OwsError("OperationNotSupported", name, f'"{name}" is not an operation offered here')
    if operation is not _get_capabilities:
        choose(given.get("version", "2.0.0"), DIALECTS, "version")
    return await operation(context(request), asked, dialect, Links(base_url(request)))


async def _get_capabilities(now: Context, asked: Asked, dialect: Dialect, links: Links) -> Response:
    given = asked.parameters
    version = ows_common.negotiated(given.get("acceptversions"), VERSIONS, dialect.version)
    wanted = f"{given.get('language')} {given.get('acceptlanguages')}"
    language = ows_common.language(wanted, now.catalogue.project.languages[0])
    chosen = DIALECTS[cast(Version, version)]

    def make() -> bytes:
        return documents.capabilities(now, chosen, base=links.base, language=language).encode()

    key = ("wfs", chosen.version, links.base, language)
    return ows_common.answer(now.rendered.get(key, make))


async def _describe_feature_type(
    now: Context, asked: Asked, dialect: Dialect, links: Links
) -> Response:
    given = asked.parameters
    media = media_name(given, dialect)
    gml = {name: kind for name, kind in formats(dialect).items() if kind == "gml"}
    choose(media, gml | {"XMLSCHEMA": "gml"}, "outputFormat")
    named = given.get("typenames") or given.get("typename")
    wanted = (
        [find_type(now, name, "typeName") for name in named.split(",")]
        if named
        else [(layer, name) for layer in types(now) for name in names(layer)]
    )
    return ows_common.answer(documents.schema(now, dialect, wanted, links.wfs))


async def _get_feature(now: Context, asked: Asked, dialect: Dialect, links: Links) -> Response:
    return await answers.answer(now, asked, plan.make(now, asked, dialect), dialect, links.wfs)


async def _get_property_value(
    now: Context, asked: Asked, dialect: Dialect, links: Links
) -> Response:
    values = plan.for_values(now, asked, dialect)
    return await answers.answer(now, asked, values, dialect, links.wfs)


async def _list_stored_queries(
    now: Context, asked: Asked, dialect: Dialect, links: Links
) -> Response:
    listed = list(stored.STORED_QUERIES)
    return ows_common.answer(documents.stored_queries(now, listed, described=False))


async def _describe_stored_queries(
    now: Context, asked: Asked, dialect: Dialect, links: Links
) -> Response:
    given = asked.parameters.get("storedquery_id")
    found = [stored.find(name) for name in given.split(",")] if given else None
    queries = found or list(stored.STORED_QUERIES)
    return ows_common.answer(documents.stored_queries(now, queries, described=True))


_OPERATIONS: dict[str, Operation] = {
    "getcapabilities": _get_capabilities,
    "describefeaturetype": _describe_feature_type,
    "getfeature": _get_feature,
    "getpropertyvalue": _get_property_value,
    "liststoredqueries": _list_stored_queries,
    "describestoredqueries": _describe_stored_queries,
}
_ONLY_2 = ("getpropertyvalue", "liststoredqueries", "describestoredqueries")
