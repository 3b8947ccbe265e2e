"""The endpoints of the portal: catalogue, search, identify, one feature."""

from __future__ import annotations

import hashlib

import orjson
from starlette.requests import Request
from starlette.responses import Response

from services.portal import identify as identifying
from services.portal import search as searching
from services.portal.catalogue import Json, describe
from services.portal.words import language_of
from sip.catalogue import Layer
from sip.errors import NotFound, QueryError, TooMuch
from sip.query import Interval
from sip.query.times import parse_interval
from sip.service import Context, context

_LARGEST_ID = 2**63 - 1


async def catalogue(request: Request) -> Response:
    """Answer `/api/catalogue?lang=`: project, themes, layers, legends, links."""
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    body = orjson.dumps(describe(now, language))
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Language"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/json", headers=headers)


async def search(request: Request) -> Response:
    """Answer `/api/search?q=&lang=&limit=&datetime=`: rows and coordinates, the likeliest first."""
    now = context(request)
    language = language_of(request, now.catalogue.project.languages)
    limit = _number(request, "limit", 10, 1, searching.MOST_RESULTS)
    text = request.query_params.get("q", "")
    return _json({"results": await searching.find(now, text, language, int(limit), _time(request))})


async def identify(request: Request) -> Response:
    """Answer `/api/identify?layers=a,b&lon=&lat=&radius_m=&datetime=`: the rows at a point."""
    now = context(request)
    names = [name for name in request.query_params.get("layers", "").split(",") if name]
    if len(names) > identifying.MOST_LAYERS:
        raise TooMuch(f"at most {identifying.MOST_LAYERS} layers can be asked at once")
    layers = [_layer(now, name) for name in dict.fromkeys(names)]
    answer = await identifying.at_point(
        now,
        [layer for layer in layers if layer.spec.geometry],
        lon=_number(request, "lon", None, -180, 180),
        lat=_number(request, "lat", None, -90, 90),
        radius_m=_number(request, "radius_m", 0, 0, identifying.MOST_RADIUS_M),
        time=_time(request),
    )
    return _json(answer)


async def feature(request: Request) -> Response:
    """Answer `/api/feature/<layer>/<id>`: one row."""
    now = context(request)
    layer = _layer(now, request.path_params["layer"])
    identifier = request.path_params["id"]
    if identifier > _LARGEST_ID:
        raise NotFound(f'"{layer.id}" has no row {identifier}')
    return _json(await identifying.by_id(now, layer, identifier))


def _layer(now: Context, name: str) -> Layer:
    layer = now.catalogue.layers.get(name)
    if layer is None or not layer.is_vector or not layer.services:
        raise NotFound(f'there is no layer "{name}"')
    return layer


def _time(request: Request) -> Interval | None:
    text = request.query_params.get("datetime")
    return parse_interval(text) if text is not None else None


def _number(request: Request, name: str, default: float | None, least: float, most: float) -> float:
    text = request.query_params.get(name)
    if text is None and default is not None:
        return default
    try:
        value = float(text or "")
    except ValueError:
        raise QueryError(f'{name} is "{text or ""}"; it must be a number') from None
    if not least <= value <= most:
        raise QueryError(f"{name} is {text}; it must be from {least:g} to {most:g}")
    return value


def _json(content: Json) -> Response:
    headers = {"Cache-Control": "no-cache"}
    return Response(orjson.dumps(content), media_type="application/json", headers=headers)
