"""WMTS 1.0.0 for raster layers: by key-value at `/ows`, and by address below `/wmts`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from services.ows import engine
from services.ows.extents import is_there
from services.ows.map_request import FORMATS, STYLE, MapRequest
from services.ows.mapfile import drawn_name, years
from services.ows.wmts_capabilities import document
from sip.catalogue import Layer
from sip.errors import NotFound
from sip.ows_common import LANGUAGES, OwsError, Parameters, parameters, report
from sip.service import Context, base_url, context
from sip.settings import Settings
from sip.text import Language
from sip.tiling import TILE_MATRIX_SETS, TileMatrixSet

TAKEN = frozenset({"gettile"})
"""Requests that are the WMTS's even where SERVICE is absent."""
_CACHE = "public, max-age=3600, stale-while-revalidate=86400"
_ENDINGS = {"png": FORMATS[0], "jpg": FORMATS[1]}


async def answer(request: Request) -> Response:
    """Answer one key-value request."""
    given = parameters(request)
    try:
        name = given.require("request").lower()
        if name == "getcapabilities":
            return _capabilities(request, given)
        if name == "gettile":
            return await _get_tile(request, given)
        raise OwsError("OperationNotSupported", "request", f'there is no request "{name}"')
    except OwsError as error:
        return report(error, "1.1.0", service_version="1.0.0")


async def capabilities(request: Request) -> Response:
    """Answer `/wmts/1.0.0/WMTSCapabilities.xml`."""
    return _capabilities(request, parameters(request))


async def tile(request: Request) -> Response:
    """Answer `/wmts/<layer>/<style>/[<year>/]<set>/<level>/<row>/<column>.<png|jpg>`."""
    where = request.path_params
    try:
        ending = where["ending"]
        if ending not in _ENDINGS:
            raise OwsError("InvalidParameterValue", "format", f'"{ending}" is not png or jpg')
        return await _tile(request, {**where, "media": _ENDINGS[ending]})
    except OwsError as error:
        return report(error, "1.1.0", service_version="1.0.0")


def _capabilities(request: Request, given: Parameters) -> Response:
    now = context(request)
    asked = LANGUAGES.get(given.get("language"), now.catalogue.project.languages[0])
    language: Language = "en" if asked == "en" else "pl"
    body = document(now, language, base_url(request))
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="text/xml; charset=utf-8", headers=headers)


async def _get_tile(request: Request, given: Parameters) -> Response:
    names = {
        "layer": "layer",
        "style": "style",
        "media": "format",
        "tms": "tilematrixset",
        "level": "tilematrix",
        "row": "tilerow",
        "column": "tilecol",
    }
    where = {key: given.require(name) for key, name in names.items() if key != "style"}
    where |= {"style": given.get("style", STYLE), "year": given.get("time")}
    if where["media"] not in FORMATS:
        allowed = ", ".join(FORMATS)
        text = f'"{where["media"]}" is not one of {allowed}'
        raise OwsError("InvalidParameterValue", "format", text)
    return await _tile(request, where)


async def _tile(request: Request, where: Mapping[str, str]) -> Response:
    now = context(request)
    layer = _layer(now, where["layer"])
    if where["style"] != STYLE:
        raise OwsError("InvalidParameterValue", "style", f'the only style is "{STYLE}"')
    tms = TILE_MATRIX_SETS.get(where["tms"])
    if tms is None:
        text = f'"{where["tms"]}" is not one of {", ".join(TILE_MATRIX_SETS)}'
        raise OwsError("InvalidParameterValue", "tilematrixset", text)
    year = _year(layer, where.get("year", ""))
    asked = _picture(layer, tms, where, drawn_name(layer, year))
    query = engine.map_query(now, asked)
    tag = _tag(now, layer, year, query)
    headers = {"ETag": f'"{tag}"', "Cache-Control": _CACHE}
    if f'"{tag}"' in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    # nginx keeps no ETag of ours when it fetches the picture, so it travels with the query.
    return await engine.hand_over(request, f"{query}&etag={tag}", headers)


def _layer(now: Context, name: str) -> Layer:
    layer = now.catalogue.layers.get(name)
    offered = layer is not None and layer.offers("wmts") and layer.offers("wms")
    if layer is None or not offered or not is_there(now, layer):
        raise OwsError("InvalidParameterValue", "layer", f'there is no layer "{name}"')
    layer.require_known()
    return layer


def _year(layer: Layer, text: str) -> int | None:
    known = years(layer)
    if not known or text in ("", "default", "current"):
        return known[-1] if known else None
    if text not in map(str, known):
        offered = ", ".join(map(str, known))
        raise OwsError("InvalidParameterValue", "time", f'"{text}" is not one of {offered}')
    return int(text)


def _picture(layer: Layer, tms: TileMatrixSet, where: Mapping[str, str], name: str) -> MapRequest:
    level, row, column = (_whole(where[key], key) for key in ("level", "row", "column"))
    try:
        box = tms.extent(level, row, column)
    except NotFound as error:
        raise OwsError("TileOutOfRange", "tilerow", str(error)) from error
    return MapRequest(
        version="1.1.1",
        layers=(layer,),
        drawn=(name,),
        crs=tms.crs,
        box=box,
        width=tms.tile_px,
        height=tms.tile_px,
        media=where["media"],
        transparent=where["media"] == FORMATS[0],
    )


def _whole(text: str, name: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise OwsError("InvalidParameterValue", f"tile{name}", f'"{text}" is no whole number')
    return int(text)


def _tag(now: Context, layer: Layer, year: int | None, query: str) -> str:
    """Return what changes when the files or the question do, and not with each publication."""
    seen = [f"{file}:{_stamp(file)}" for file in files(now.settings, layer, year)]
    asked = query.split("&", 1)[1]
    return hashlib.blake2b("\n".join([asked, *seen]).encode(), digest_size=12).hexdigest()


def files(settings: Settings, layer: Layer, year: int | None) -> list[Path]:
    """Return the raster files of a layer, or of one year of it."""
    assert layer.spec.raster is not None
    return [settings.data / one.file for one in layer.spec.raster.files if one.year == year]


def _stamp(file: Path) -> str:
    try:
        found = file.stat()
    except FileNotFoundError:
        return "absent"
    return f"{found.st_mtime_ns}:{found.st_size}"
