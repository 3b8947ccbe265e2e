"""Lists of features and single ones: PostGIS writes the GeoJSON, this puts the rest around."""

from __future__ import annotations

import dataclasses
from collections.abc import AsyncIterator, Sequence
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.requests import Request
from starlette.responses import Response

from services.features import formats, pages, parameters
from services.features.documents import Reader, no_collection
from services.features.reading import Counts, fetch, following, read_page
from sip import answer, crs, data_sets
from sip.catalogue import Layer
from sip.errors import NotFound
from sip.links import Links
from sip.negotiation import CSV, FLATGEOBUF, GEOJSON, HTML, JSON, Form, choose
from sip.query import Query, Sql, select
from sip.service import base_url, context, language

FORMS = (GEOJSON, HTML, CSV, FLATGEOBUF)
_AT_ONCE = 1000
"""Rows up to which a page is answered in one piece, with an ETag; more are streamed."""


async def items(counts: Counts, request: Request) -> Response:
    """Answer a list of features."""
    now, layer = context(request), layer_of(request)
    form = choose(request, FORMS)
    query = parameters.items(request.query_params, layer, now.catalogue, now.settings.limits)
    reader = Reader(now, base_url(request), language(request))
    headers = {"Content-Crs": f"<{crs.uri(query.crs)}>"}
    if form is GEOJSON and query.limit > _AT_ONCE:
        parts = _streamed(request, reader, query, select.features(query))
        return answer.stream(request, parts, form.type, headers=headers)
    if form is CSV:
        parts = formats.csv_rows(now.pool, query, select.rows(query))
        name = f'attachment; filename="{layer.id}.csv"'
        return answer.stream(
            request, parts, form.type, headers=headers | {"Content-Disposition": name}
        )
    if form is FLATGEOBUF:
        name = f'attachment; filename="{layer.id}.fgb"'
        body = await formats.flatgeobuf(now.pool, query)
        return answer.answer(
            request, body, form.type, headers=headers | {"Content-Disposition": name}
        )
    if form is HTML:
        query = dataclasses.replace(query, limit=min(query.limit, pages.MOST_ROWS))
    page = await read_page(now, query, counts)
    links = _links(request, reader, query, page.following, own=form.name)
    if form is HTML:
        body = pages.items(reader, query, page.features, page.matched, links)
    else:
        tail = _tail(len(page.features), page.matched, links)
        body = b"".join((_HEAD, ",".join(page.features).encode(), tail))
    return answer.answer(request, body, form.type, headers=headers)


async def item(request: Request) -> Response:
    """Answer one feature."""
    now, layer = context(request), layer_of(request)
    form = choose(request, (GEOJSON, HTML))
    text = request.path_params["feature"]
    number = parameters.feature_id(text)
    query = parameters.item(request.query_params, layer, now.catalogue, number or 0)
    records = await fetch(now.pool, select.single(query)) if number is not None else []
    if not records:
        raise no_feature(text)
    reader = Reader(now, base_url(request), language(request))
    headers = {"Content-Crs": f"<{crs.uri(query.crs)}>"}
    feature, links = records[0]["feature"], item_links(request, reader, query, form)
    if record := data_sets.record_id(layer, orjson.loads(feature)["properties"]):
        href = Links(reader.root).record(record)
        links.append(
            reader.link(
                "describedby", href, GEOJSON.type, "Metadane zbioru", "Metadata of its data set"
            )
        )
    if form is HTML:
        body = pages.item(reader, query, orjson.loads(feature), links)
    else:
        body = item_body(feature, links)
    version = str(records[0]["version"] or "")
    return answer.answer(request, body, form.type, headers=headers, version=version)


def item_links(request: Request, reader: Reader, query: Query, form: Form) -> list[dict[str, Any]]:
    """Return the links of one feature, whose id the question names."""
    assert query.ids is not None
    address = reader.url("collections", query.layer.id, "items", str(query.ids[0]))
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != "f"]
    links = reader.selves(_with(address, kept), (GEOJSON, HTML), form)
    links.append(_collection_link(reader, query.layer))
    if query.layer.is_table:
        href = f"{address}/history"
        links.append(reader.link("version-history", href, JSON.type, "Historia", "History"))
    return links


def item_body(feature: str, links: list[dict[str, Any]]) -> bytes:
    """Return a feature's document from what the database wrote."""
    return feature[:-1].encode() + b',"links":' + orjson.dumps(links) + b"}"


def no_feature(text: str) -> NotFound:
    """Say that there is no such feature."""
    return NotFound(f'the collection has no feature "{text}"', pl=f'zbiór nie ma obiektu "{text}"')


def layer_of(request: Request) -> Layer:
    """Return the layer that an address names.

    Raises:
        NotFound: There is none that offers features to everybody.
    """
    name = request.path_params["collection"]
    layer = context(request).catalogue.layers.get(name)
    if layer is None or not layer.offers("features"):
        raise no_collection(name)
    return layer


_HEAD = b'{"type":"FeatureCollection","features":['


def _tail(returned: int, matched: int | None, links: list[dict[str, Any]]) -> bytes:
    members: dict[str, Any] = {"numberReturned": returned, "links": links}
    if matched is not None:
        members["numberMatched"] = matched
    return b"]," + orjson.dumps(members)[1:]


def _links(
    request: Request, reader: Reader, query: Query, next_cursor: str | None, own: str
) -> list[dict[str, Any]]:
    address = reader.url("collections", query.layer.id, "items")
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != "f"]
    form = next(form for form in FORMS if form.name == own)
    links = reader.selves(_with(address, kept), FORMS, form)
    if next_cursor:
        beyond = [(k, v) for k, v in kept if k not in ("cursor", "offset")]
        href = _with(address, [*beyond, ("cursor", next_cursor), ("f", own)])
        links.append(reader.link("next", href, form.type, "Następna strona", "Next page"))
    links.append(_collection_link(reader, query.layer))
    return links


def _collection_link(reader: Reader, layer: Layer) -> dict[str, Any]:
    href = reader.url("collections", layer.id)
    return reader.link("collection", href, "application/json", "Zbiór danych", "The collection")


def _with(address: str, pairs: Sequence[tuple[str, str]]) -> str:
    return f"{address}?{urlencode(pairs)}" if pairs else address


async def _streamed(
    request: Request, reader: Reader, query: Query, sql: Sql
) -> AsyncIterator[bytes]:
    """Yield a long page as its rows come; a wrong question was refused before."""
    yield _HEAD
    returned, last, more = 0, None, False
    async with reader.now.pool.acquire() as connection, connection.transaction(readonly=True):
        batch: list[str] = []
        async for record in connection.cursor(sql.text, *sql.args, prefetch=_AT_ONCE):
            if returned == query.limit:
                more = True
                break
            returned, last = returned + 1, record
            batch.append(record["feature"])
            if len(batch) == _AT_ONCE:
                yield _joined(batch, first=returned == len(batch))
                batch = []
        yield _joined(batch, first=returned == len(batch))
    beyond = following(last, query) if more and last else None
    matched = returned + query.offset if beyond is None and query.after is None else None
    yield _tail(returned, matched, _links(request, reader, query, beyond, GEOJSON.name))


def _joined(batch: list[str], *, first: bool) -> bytes:
    if not batch:
        return b""
    return (b"" if first else b",") + ",".join(batch).encode()
