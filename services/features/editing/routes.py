"""What answers POST, PUT, PATCH, DELETE and OPTIONS on items and on an item."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.features.documents import Reader
from services.features.editing import refusal as refusals
from services.features.editing import request as requests
from services.features.editing import writing
from services.features.editing.refusal import Refusal
from services.features.editing.writing import Table
from services.features.items import item_body, item_links, layer_of, no_feature
from services.features.parameters import feature_id
from services.features.parameters import item as item_query
from sip import crs
from sip.answer import tagged
from sip.catalogue import Layer
from sip.editing import draft as drafts
from sip.editing.draft import Draft, Reading
from sip.editing.rules import Condition, conditions
from sip.errors import QueryError
from sip.negotiation import GEOJSON
from sip.query import Query, select
from sip.service import base_url, context, language
from sip.sight import Change
from sip.text import Text

_MOST_FEATURES = 10_000
_READ = ("GET", "HEAD", "OPTIONS")
_CHANGES: dict[str, Change] = {
    "POST": "INSERT",
    "PUT": "UPDATE",
    "PATCH": "UPDATE",
    "DELETE": "DELETE",
}
type Handler = Callable[["Desk", Request, Layer], Awaitable[Response]]


def routes() -> Sequence[BaseRoute]:
    """Return the routes; reading has those of GET."""
    items = "/ogc/collections/{collection}/items"
    desk = Desk()
    ways: dict[str, dict[str, Handler]] = {
        items: {"POST": _create},
        f"{items}/{{feature}}": {"PUT": _replace, "PATCH": _update, "DELETE": _delete},
    }
    return [
        Route(path, functools.partial(_answer, desk, own), methods=["OPTIONS", *_CHANGES])
        for path, own in ways.items()
    ]


class Desk:
    """The conditions of layers, made once for each published state and each sight of a layer."""

    def __init__(self) -> None:
        self._digest = ""
        self._known: dict[tuple[str, tuple[str, ...]], tuple[Condition, ...]] = {}

    def conditions(self, request: Request, layer: Layer) -> tuple[Condition, ...]:
        """Return the conditions of a layer that the caller may know of."""
        catalogue = context(request).catalogue
        if catalogue.digest != self._digest:
            self._digest, self._known = catalogue.digest, {}
        key = (layer.id, tuple(layer.visible_fields))
        if key not in self._known:
            self._known[key] = conditions(layer, catalogue)
        return self._known[key]


async def _answer(desk: Desk, ways: dict[str, Handler], request: Request) -> Response:
    """Answer one request, whatever comes of it."""
    layer = layer_of(request)
    allowed = _allowed(layer, tuple(ways))
    preference = requests.preference(request)
    headers = {"Preference-Applied": preference.applied} if preference.applied else {}
    if request.method == "OPTIONS":
        return Response(headers=_options(allowed))
    try:
        if request.method not in ways or not layer.is_table:
            raise refusals.not_allowed(allowed)
        if context(request).viewer.role is None:
            raise refusals.signed_out()
        if request.method not in allowed:
            raise refusals.forbidden()
        response = await ways[request.method](desk, request, layer)
    except Refusal as refusal:
        response = refusals.answer(request, refusal)
    except QueryError as error:
        problem = Refusal(400, Text(pl=error.said_in("pl"), en=str(error)))
        response = refusals.answer(request, problem)
    response.headers.update(headers)
    return response


def _allowed(layer: Layer, ways: Sequence[str]) -> tuple[str, ...]:
    """Return the methods that the caller may use."""
    return (*_READ, *(way for way in ways if _CHANGES[way] in layer.changes))


def _options(allowed: Sequence[str]) -> dict[str, str]:
    headers = {"Allow": ", ".join(allowed), "Cache-Control": "no-store"}
    if "POST" in allowed:
        headers["Accept-Post"] = ", ".join(requests.WHOLE)
    if "PATCH" in allowed:
        headers["Accept-Patch"] = ", ".join(requests.PART)
    return headers


async def _create(desk: Desk, request: Request, layer: Layer) -> Response:
    """Add a feature, or all of a collection, or none."""
    node = await requests.body(request, requests.WHOLE, "Accept-Post")
    is_batch = isinstance(node, dict) and node.get("type") == "FeatureCollection"
    nodes = node.get("features") if is_batch else [node]
    if not isinstance(nodes, list) or not nodes or len(nodes) > _MOST_FEATURES:
        raise refusals.malformed(
            f"„features” to lista od 1 do {_MOST_FEATURES} obiektów",
            f'"features" is a list of 1 to {_MOST_FEATURES} features',
        )
    read = [_read(request, layer, one) for one in nodes]
    rows = [drafts.whole(one, layer, new=True) for one in read]
    async with _table(desk, request, layer) as table:
        await writing.check(table, read, rows, None)
        ids = await writing.insert(table, rows)
        if is_batch:
            return await _made_many(request, table, ids)
        return await _state(request, table, ids[0], made=True)


async def _replace(desk: Desk, request: Request, layer: Layer) -> Response:
    """Put a whole feature in the place of another."""
    node = await requests.body(request, requests.WHOLE, "Accept-Post")
    read = _read(request, layer, node)
    return await _change(desk, request, layer, read, drafts.whole(read, layer, new=False), node)


async def _update(desk: Desk, request: Request, layer: Layer) -> Response:
    """Change what a merge patch names."""
    node = await requests.body(request, requests.PART, "Accept-Patch")
    read = _read(request, layer, node, partial=True)
    return await _change(desk, request, layer, read, dict(read.values), node)


async def _change(
    desk: Desk,
    request: Request,
    layer: Layer,
    read: Draft,
    row: dict[str, str | None],
    node: Any,
) -> Response:
    id_ = _id(request)
    async with _table(desk, request, layer) as table:
        await _claim(request, table, id_, node)
        await writing.check(table, [read], [row], id_)
        await writing.update(table, id_, row)
        return await _state(request, table, id_)


async def _delete(desk: Desk, request: Request, layer: Layer) -> Response:
    """Delete a feature."""
    id_ = _id(request)
    async with _table(desk, request, layer) as table:
        await _claim(request, table, id_, None)
        await writing.delete(table, id_)
    return Response(status_code=204)


@contextlib.asynccontextmanager
async def _table(desk: Desk, request: Request, layer: Layer) -> AsyncIterator[Table]:
    """Begin a transaction under the caller's role, and say in which name and language."""
    now = context(request)
    settings = {
        "sip.application": requests.application(request),
        "sip.comment": requests.comment(request),
        "sip.language": language(request),
    }
    async with now.writing() as connection:
        for name, value in settings.items():
            await connection.execute("SELECT set_config($1, $2, true)", name, value)
        yield Table(connection, layer, now.catalogue, desk.conditions(request, layer))


def _read(request: Request, layer: Layer, node: Any, *, partial: bool = False) -> Draft:
    catalogue = context(request).catalogue
    lenient = requests.preference(request).handling == "lenient"
    id_ = _id(request) if "feature" in request.path_params else None
    code = requests.content_crs(request, catalogue)
    how = Reading(code, lenient=lenient, partial=partial, id=id_)
    return drafts.read(node, layer, catalogue, how)


def _id(request: Request) -> int:
    text = request.path_params["feature"]
    number = feature_id(text)
    if number is None:
        raise no_feature(text)
    return number


async def _claim(request: Request, table: Table, id_: int, node: Any) -> None:
    """Lock a feature for this change, if it is still as the caller has read it.

    Raises:
        NotFound: There is none.
        Refusal: 412, it is another by now; 428, the caller does not say which one he has read.
    """
    version = await writing.lock(table, id_)
    if version is None:
        raise no_feature(str(id_))
    if not requests.is_met(request, version):
        raise await _stale(request, table, id_, node)
    if table.layer.rights.require_match and not requests.is_conditional(request):
        raise refusals.unconditional()


async def _stale(request: Request, table: Table, id_: int, node: Any) -> Refusal:
    """Return the refusal of a change of an old version: what the caller sent, and what there is."""
    change = await writing.last_change(table, id_)
    feature, tag = await _present(request, table, id_)
    present: dict[str, Any] = {"version": change.version, "etag": tag, "changed_at": change.at}
    if change.who:
        present["changed_by"] = change.who
    present["feature"] = orjson.Fragment(feature)
    yours = {"version": requests.stated_version(request), "feature": node}
    title = Text(
        pl="Obiekt zmienił się, odkąd go odczytano", en="The feature has changed since it was read"
    )
    members = {"yours": yours, "present": present}
    return Refusal(412, title, members=members, headers={"ETag": tag})


async def _state(request: Request, table: Table, id_: int, *, made: bool = False) -> Response:
    """Answer the new state of a feature, in full where the caller prefers that."""
    body, tag = await _present(request, table, id_)
    wants_it = requests.preference(request).representation
    status = 201 if made else 200 if wants_it else 204
    headers = {"ETag": tag, "Cache-Control": "no-store", "Content-Language": language(request)}
    if wants_it:
        headers["Content-Crs"] = f"<{crs.uri(_query(request, table, id_).crs)}>"
    response = Response(body if wants_it else None, status, headers)
    if wants_it:
        response.headers["Content-Type"] = GEOJSON.type
    if made:
        response.headers["Location"] = _address(request, table, id_)
    return response


async def _made_many(request: Request, table: Table, ids: Sequence[int]) -> Response:
    """Answer what became of a batch: the features in full where the caller prefers that."""
    made: dict[str, Any]
    if requests.preference(request).representation:
        bodies = [(await _present(request, table, id_))[0] for id_ in ids]
        made = {"type": "FeatureCollection", "features": list(map(orjson.Fragment, bodies))}
    else:
        made = {"created": [{"id": id_, "href": _address(request, table, id_)} for id_ in ids]}
    kind = GEOJSON.type if "type" in made else "application/json"
    return Response(orjson.dumps(made), 201, {"Cache-Control": "no-store"}, kind)


async def _present(request: Request, table: Table, id_: int) -> tuple[bytes, str]:
    """Return the document of a feature and its ETag, as GET answers them."""
    query = _query(request, table, id_)
    sql = select.single(query)
    record = await table.connection.fetchrow(sql.text, *sql.args)
    if record is None:  # the change put it out of the caller's sight
        raise refusals.forbidden()
    reader = Reader(context(request), base_url(request), language(request))
    body = item_body(record["feature"], item_links(request, reader, query, GEOJSON))
    return body, tagged(body, str(record["version"]))


def _query(request: Request, table: Table, id_: int) -> Query:
    return item_query(request.query_params, table.layer, table.catalogue, id_)


def _address(request: Request, table: Table, id_: int) -> str:
    return f"{base_url(request)}/ogc/collections/{table.layer.id}/items/{id_}"
