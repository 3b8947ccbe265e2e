"""Answers to queries: a head, the features as PostGIS writes them, streamed, and a tail."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode
from xml.sax.saxutils import quoteattr

import asyncpg
from lxml import etree
from starlette.responses import Response, StreamingResponse

from services.wfs import nested, sql
from services.wfs.model import Dialect, TypeName, nesting
from services.wfs.plan import ID_REFERENCE, Plan, no_such_feature
from sip import ows_common
from sip.ows_common import XSI, Asked
from sip.planning.types import Version as SchemaVersion
from sip.query import select
from sip.service import Context

_PREFETCH_ROWS = 500
_ALL = 2**62
_LONGEST_ADDRESS = 6000
"""Addresses of pages are left out where a front door would refuse them for their length."""
_MEDIA = {"geojson": "application/geo+json", "csv": "text/csv; charset=utf-8; header=present"}


@dataclasses.dataclass(frozen=True)
class Frame:
    """What stands around the features."""

    head: str
    before: str
    between: str
    after: str
    tail: str


async def answer(now: Context, asked: Asked, plan: Plan, dialect: Dialect, url: str) -> Response:
    """Answer a query.

    Raises:
        OwsError: The one feature that was asked for is not there.
    """
    version = nesting(plan.name, dialect)
    if version is not None and plan.is_of_lists:
        return await _values(now, asked, plan, dialect, url, version)
    if plan.hits:
        matched = await _count(now.pool, plan)
        head, tail = _collection(asked, plan, dialect, url, matched=matched, returned=0)
        return ows_common.answer(head + tail)
    text = _text(now, asked, plan, dialect, url)
    first = await anext(text)
    return StreamingResponse(_after(first, text), headers={"Content-Type": _media(plan)})


async def _after(first: str, rest: AsyncGenerator[str]) -> AsyncIterator[str]:
    async with contextlib.aclosing(rest):
        yield first
        async for piece in rest:
            yield piece


async def _count(connection: Any, plan: Plan) -> int:
    statement = select.count(plan.query)
    return int(await connection.fetchval(statement.text, *statement.args))


async def _values(
    now: Context, asked: Asked, plan: Plan, dialect: Dialect, url: str, version: SchemaVersion
) -> Response:
    """Answer with values of which a feature may have several: pages are of values, not features."""
    start, end = plan.query.offset, plan.query.offset + plan.query.limit
    everything = dataclasses.replace(plan.query, offset=0, limit=_ALL)
    wanted = dataclasses.replace(plan, query=everything)
    found: list[str] = []
    seen = 0
    async with now.pool.acquire() as connection, connection.transaction(readonly=True):
        spaces = _spaces(dialect, plan.name)
        async for texts in nested.chunks(connection, now, wanted, version, spaces):
            found += [text for at, (text,) in enumerate(texts, seen) if start <= at < end]
            seen += len(texts)
            if seen > end and not plan.hits:
                break
    matched = seen if plan.hits or seen <= end else None
    found = [] if plan.hits else found
    head, tail = _collection(asked, plan, dialect, url, matched=matched, returned=len(found))
    before, after = dialect.member
    return ows_common.answer(head + "".join(before + one + after for one in found) + tail)


async def _text(
    now: Context, asked: Asked, plan: Plan, dialect: Dialect, url: str
) -> AsyncGenerator[str]:
    """Yield the text of an answer; its count and its features are of one snapshot."""
    async with (
        now.pool.acquire() as connection,
        connection.transaction(isolation="repeatable_read", readonly=True),
    ):
        matched = await _count(connection, plan)
        if plan.alone and not matched:
            raise no_such_feature(asked.parameters.get("id"))
        frame = _frame(asked, plan, dialect, url, matched)
        text, between = frame.head, ""
        async for rows in _chunks(connection, now, plan, dialect):
            for row in rows:
                text += between + frame.before + row[0] + frame.after
                between = frame.between
            yield text
            text = ""
        yield text + frame.tail


async def _chunks(
    connection: asyncpg.pool.PoolConnectionProxy[Any], now: Context, plan: Plan, dialect: Dialect
) -> AsyncIterator[Sequence[Sequence[str]]]:
    version = nesting(plan.name, dialect)
    if version is not None and plan.format == "gml" and plan.value != ID_REFERENCE:
        declared = {} if plan.alone else _spaces(dialect, plan.name)
        async for texts in nested.chunks(connection, now, plan, version, declared):
            yield texts
        return
    statement = sql.features(plan, _attributes(_spaces(dialect, plan.name)) if plan.alone else "")
    cursor = await connection.cursor(statement.text, *statement.args)
    while rows := await cursor.fetch(_PREFETCH_ROWS):
        yield rows


def _frame(asked: Asked, plan: Plan, dialect: Dialect, url: str, matched: int) -> Frame:
    query = plan.query
    returned = max(0, min(query.limit, matched - query.offset))
    if plan.format == "csv":
        return Frame(sql.csv_header(query) + "\r\n", "", "", "\r\n", "")
    if plan.alone:
        return Frame("" if plan.format == "geojson" else _DECLARATION, "", "", "", "")
    if plan.format == "geojson":
        stamp = f'"timeStamp":"{_now()}","numberMatched":{matched},"numberReturned":{returned}'
        head = f'{{"type":"FeatureCollection",{stamp},{_geojson_crs(plan)}"features":['
        return Frame(head, "", ",", "", "]}")
    head, tail = _collection(asked, plan, dialect, url, matched=matched, returned=returned)
    before, after = dialect.member
    return Frame(head, before, "", after, tail)


def _media(plan: Plan) -> str:
    if plan.format != "gml":
        return _MEDIA[plan.format]
    return plan.media.replace(";", "; ") if "/" in plan.media else ows_common.XML_MEDIA_TYPE


_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def _spaces(dialect: Dialect, name: TypeName) -> dict[str, str]:
    return {
        "xmlns:wfs": dialect.wfs,
        "xmlns:gml": dialect.gml,
        f"xmlns:{name.prefix}": name.namespace,
        "xmlns:xsi": XSI,
        **(nested.SPACES if nesting(name, dialect) else {}),
    }


def _collection(
    asked: Asked, plan: Plan, dialect: Dialect, url: str, *, matched: int | None, returned: int
) -> tuple[str, str]:
    """Return the start and the end of a collection; `matched` is None where more is not counted."""
    name = "wfs:FeatureCollection" if plan.value is None else "wfs:ValueCollection"
    version = dialect.version
    described = urlencode(
        {"service": "WFS", "version": version, "request": "DescribeFeatureType",
         "typenames" if version == "2.0.0" else "typename": str(plan.name)}
    )  # fmt: skip
    values = _spaces(dialect, plan.name) | {
        "xsi:schemaLocation": f"{dialect.wfs} {dialect.wfs_schema} "
        f"{plan.name.namespace} {url}?{described}",
        "timeStamp": _now(),
    }
    if version == "2.0.0":
        values |= {
            "numberMatched": "unknown" if matched is None else str(matched),
            "numberReturned": str(returned),
        }
        values |= _pages(asked, plan, url, matched)
    else:
        values["numberOfFeatures"] = str(matched if plan.hits else returned)
    return f"{_DECLARATION}<{name}{_attributes(values)}>", f"</{name}>"


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f" {key}={quoteattr(value)}" for key, value in values.items())


def _pages(asked: Asked, plan: Plan, url: str, matched: int | None) -> dict[str, str]:
    """Return the addresses of the pages before and after this one."""
    start, count = plan.query.offset, plan.query.limit
    if plan.hits:
        starts = {"next": 0} if matched and count else {}
    else:
        more = matched is None or start + count < matched
        starts = {"next": start + count} if count and more else {}
        starts |= {"previous": max(0, start - count)} if start else {}
    found = {name: _page_url(asked, url, at, count) for name, at in starts.items()}
    return {name: address for name, address in found.items() if len(address) < _LONGEST_ADDRESS}


def _page_url(asked: Asked, url: str, start: int, count: int) -> str:
    values = {name: value for name, value in asked.parameters.values.items() if value}
    for name in ("resulttype", "maxfeatures", "filter"):
        values.pop(name, None)
    if asked.filter is not None:
        values["filter"] = etree.tostring(asked.filter, encoding="unicode", with_tail=False)
    return f"{url}?{urlencode(values | {'startindex': str(start), 'count': str(count)})}"


def _geojson_crs(plan: Plan) -> str:
    """Name the CRS as GeoJSON of 2008 did, where it is not the one of RFC 7946."""
    if plan.query.crs == 0:
        return ""
    name = f"urn:ogc:def:crs:EPSG::{plan.query.crs}"
    return f'"crs":{{"type":"name","properties":{{"name":"{name}"}}}},'


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
