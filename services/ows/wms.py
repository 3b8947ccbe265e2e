"""The WMS at `/ows`: every parameter is checked here, then MapServer draws."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from services.ows import capabilities, engine, mapfile, roles
from services.ows.extents import is_there
from services.ows.feature_info import feature_info
from services.ows.map_request import (
    FORMATS,
    STYLE,
    language_of,
    layer_named,
    read,
    require,
    version_of,
)
from services.ows.refusal import WmsError, report
from sip.ows import key_values
from sip.service import context

PICTURE_CACHE = {"Cache-Control": "public, max-age=60"}
_REQUESTS = {
    "getcapabilities": "capabilities",
    "capabilities": "capabilities",
    "getmap": "picture",
    "map": "picture",
    "getfeatureinfo": "info",
    "feature_info": "info",
    "getlegendgraphic": "legend",
}
TAKEN = frozenset(_REQUESTS) - {"getcapabilities", "capabilities"}
"""Requests that are the WMS's even where SERVICE is absent."""


async def answer(request: Request) -> Response:
    """Answer one request."""
    parameters = key_values(request.url.query)
    try:
        return await _answer(request, parameters)
    except WmsError as error:
        return report(error, version_of(parameters))


async def _answer(request: Request, parameters: Mapping[str, str]) -> Response:
    name = require(parameters, "request")
    match _REQUESTS.get(name.lower()):
        case "capabilities":
            return capabilities.answer(request, parameters)
        case "picture":
            return await picture(request, parameters)
        case "info":
            return await feature_info(request, parameters)
        case "legend":
            return await legend_graphic(request, parameters)
    raise WmsError("OperationNotSupported", f'there is no request "{name}"')


async def picture(request: Request, parameters: Mapping[str, str]) -> Response:
    """Answer GetMap."""
    now = context(request)
    asked = read(parameters, now.catalogue, now.settings.limits)
    for layer in asked.layers:
        if not is_there(now, layer):
            text = f'the files of the layer "{layer.id}" were not made yet'
            raise WmsError("LayerNotDefined", text, status=404)
    return await engine.hand_over(request, engine.map_query(now, asked), PICTURE_CACHE)


async def legend_graphic(request: Request, parameters: Mapping[str, str]) -> Response:
    """Answer GetLegendGraphic: the classes of a vector layer, in the language of LANGUAGE."""
    now = context(request)
    layer = layer_named(require(parameters, "layer"), now.catalogue)
    if layer.style is None:
        raise WmsError("LayerNotDefined", f'the layer "{layer.id}" has no legend')
    if parameters.get("style", "") not in ("", STYLE):
        raise WmsError("StyleNotDefined", f'there is no style "{parameters["style"]}"')
    media = parameters.get("format", "") or FORMATS[0]
    if media not in FORMATS:
        raise WmsError("InvalidFormat", f'"{media}" is not one of {", ".join(FORMATS)}')
    drawn = roles.own_name(layer.id) if roles.is_own(layer) else layer.id
    file = engine.map_file(now, [drawn], language_of(parameters, now.catalogue))
    values = {
        "map": str(file),
        "SERVICE": "WMS",
        "VERSION": "1.1.1",
        "REQUEST": "GetLegendGraphic",
        "LAYER": mapfile.group(layer.id),
        "FORMAT": media,
    }
    return await engine.hand_over(request, urlencode(values), PICTURE_CACHE)
