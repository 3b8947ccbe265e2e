"""`/styles/<layer>.{json,sld,qml}`, and the sprite of a MapLibre style."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from sip.catalogue import Layer
from sip.crs import CRS84_CODE
from sip.errors import NotFound, QueryError
from sip.service import base_url, context
from sip.styling import legend as legends
from sip.styling import maplibre, qml, sld, sprite
from sip.styling.legend import Legend
from sip.text import LANGUAGES, Language

_CACHE = "public, max-age=60"
_VECTOR_TILES = "/tiles/{}/{{z}}/{{x}}/{{y}}.mvt"
_RASTER_TILES = "/wmts/{}/default/WebMercatorQuad/{{z}}/{{y}}/{{x}}.png"
_SPRITE_RATIOS = {"sprite": 1, "sprite@2x": 2}


def routes() -> Sequence[BaseRoute]:
    """Return the routes of styles."""
    return (
        Route("/styles/{layer}/{sheet}.{ending}", sprite_sheet),
        Route("/styles/{layer}.{ending}", style),
    )


async def style(request: Request) -> Response:
    """Answer one style, in the language of `?lang=`."""
    layer, legend = _legend(request)
    ending = request.path_params["ending"]
    if ending not in _FORMATS:
        raise NotFound(f'there is no style format "{ending}"; there are {", ".join(_FORMATS)}')
    media, write = _FORMATS[ending]
    return _answer(request, write(request, layer, legend), media)


async def sprite_sheet(request: Request) -> Response:
    """Answer the images of a MapLibre style, or where they lie in the picture."""
    _, legend = _legend(request)
    name, ending = request.path_params["sheet"], request.path_params["ending"]
    if name not in _SPRITE_RATIOS or ending not in ("json", "png"):
        raise NotFound("a sprite is sprite.json, sprite.png, sprite@2x.json or sprite@2x.png")
    sheet = sprite.sheet(legend, ratio=_SPRITE_RATIOS[name])
    if ending == "png":
        return _answer(request, sheet.png, "image/png")
    return _answer(request, orjson.dumps(sheet.index), "application/json")


def _legend(request: Request) -> tuple[Layer, Legend]:
    catalogue = context(request).catalogue
    name = request.path_params["layer"]
    layer = catalogue.layers.get(name)
    if layer is None or not layer.is_visible:
        raise NotFound(f'there is no layer "{name}"')
    return layer, legends.of(catalogue, layer)


def _answer(request: Request, body: bytes, media: str) -> Response:
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": _CACHE}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, headers={"Content-Type": media, **headers})


def _maplibre(request: Request, layer: Layer, legend: Legend) -> bytes:
    now, base = context(request), base_url(request)
    if not layer.offers("wmts" if layer.spec.raster else "tiles"):
        raise NotFound(f'the layer "{layer.id}" has no tiles to draw')
    state, zoom = now.states.get(layer.id), layer.spec.zoom
    bounds = None
    if state and state.extent:
        stored = now.catalogue.project.storage_crs
        box = state.extent.transformed(stored, CRS84_CODE)
        bounds = (box.west, box.south, box.east, box.north)
    source = maplibre.Source(
        tiles=base + (_RASTER_TILES if layer.spec.raster else _VECTOR_TILES).format(layer.id),
        sprite=f"{base}/styles/{layer.id}/sprite",
        min_zoom=zoom.min,
        max_zoom=zoom.max,
        bounds=bounds,
    )
    return orjson.dumps(maplibre.style(legend, source))


def _sld(request: Request, _layer: Layer, legend: Legend) -> bytes:
    match request.query_params.get("version", "1.1.0"):
        case "1.0.0" | "1.0":
            return sld.document(legend, "1.0.0", _language(request))
        case "1.1.0" | "1.1":
            return sld.document(legend, "1.1.0", _language(request))
    raise QueryError("the version of an SLD is 1.0.0 or 1.1.0")


def _qml(request: Request, _layer: Layer, legend: Legend) -> bytes:
    return qml.document(legend, _language(request))


def _language(request: Request) -> Language:
    asked = request.query_params.get("lang", "")
    first = context(request).catalogue.project.languages[0]
    return next((one for one in LANGUAGES if one == asked), first)


_FORMATS: Mapping[str, tuple[str, Callable[[Request, Layer, Legend], bytes]]] = {
    "json": ("application/vnd.mapbox.style+json", _maplibre),
    "sld": ("application/vnd.ogc.sld+xml", _sld),
    "qml": ("application/xml; charset=utf-8", _qml),
}
