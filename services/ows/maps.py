"""OGC API Maps: the map of a collection at `/ogc/collections/<layer>/map`."""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Mapping
from typing import Any

from pyproj.exceptions import ProjError
from starlette.requests import Request
from starlette.responses import Response

from services.ows import engine
from services.ows.extents import extent, is_there
from services.ows.map_request import FORMATS, MapRequest
from services.ows.mapfile import drawn_name, years
from sip import crs
from sip.catalogue import Catalogue, Layer
from sip.crs import CRS84_CODE, Extent
from sip.errors import CrsError, NotFound, QueryError, TooMuch
from sip.ogc import Addition, Link, OgcPart
from sip.query.times import parse_interval
from sip.service import Context, context
from sip.text import Text

_LONGER_SIDE_PX = 1024
_CLASSES = ("core", "collection-map", "background", "scaling", "spatial-subsetting", "crs", "png",
            "jpeg", "oas30")  # fmt: skip
_KNOWN = ("width", "height", "bbox", "bbox-crs", "crs", "bgcolor", "transparent", "datetime", "f",
          "lang", "asOf")  # fmt: skip
_BY_NAME = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg"}


async def collection_map(request: Request) -> Response:
    """Answer the picture of one collection."""
    now = context(request)
    layer = _layer(now, request.path_params["layer"])
    asked = _read(request, now, layer)
    box = ",".join(f"{value:.10g}" for value in asked.box.in_authority_order(asked.crs))
    headers = {
        "Content-Crs": f"<{crs.uri(asked.crs)}>",
        "Content-Bbox": box,
        "Cache-Control": "public, max-age=60",
        "Vary": "Accept",
    }
    return await engine.hand_over(request, engine.map_query(now, asked), headers)


def _layer(now: Context, name: str) -> Layer:
    layer = now.catalogue.layers.get(name)
    if layer is None or not _is_drawn(now, layer):
        raise NotFound(f'there is no map of "{name}"')
    layer.require_known()
    return layer


def _is_drawn(now: Context, layer: Layer) -> bool:
    return layer.offers("maps") and layer.offers("wms") and is_there(now, layer)


def _read(request: Request, now: Context, layer: Layer) -> MapRequest:
    given = request.query_params
    unknown = [name for name in given if name not in _KNOWN]
    if unknown:
        raise QueryError(f'"{unknown[0]}" is no parameter of a map ({", ".join(_KNOWN)})')
    code = _crs(given.get("crs", ""), now.catalogue, now.catalogue.project.storage_crs)
    box = _box(given, now, layer, code)
    width, height = _size(given, box, now.settings.limits.picture_px)
    clear = given.get("transparent", "true" if "bgcolor" not in given else "false").lower()
    if clear not in ("true", "false"):
        raise QueryError("transparent is true or false")
    return MapRequest(
        version="1.3.0",
        layers=(layer,),
        drawn=(_drawn(layer, given.get("datetime", "")),),
        crs=code,
        box=box,
        width=width,
        height=height,
        media=_media(request),
        transparent=clear == "true",
        background=_background(given.get("bgcolor", "0xFFFFFF")),
        time=parse_interval(given["datetime"]) if layer.time and "datetime" in given else None,
    )


def _crs(text: str, catalogue: Catalogue, default: int) -> int:
    code = crs.parse(text) if text else default
    if code not in (CRS84_CODE, *catalogue.project.offered_crs):
        raise CrsError(f'"{text}" is not an offered CRS')
    return code


def _box(given: Mapping[str, str], now: Context, layer: Layer, code: int) -> Extent:
    """Return what the map shows, x, y in its CRS: the bbox, or the whole layer."""
    text = given.get("bbox", "")
    if not text:
        return extent(now, layer).transformed(CRS84_CODE, code)
    source = _crs(given.get("bbox-crs", ""), now.catalogue, CRS84_CODE)
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        numbers = []
    if len(numbers) == 6:
        numbers = [*numbers[:2], *numbers[3:5]]
    if len(numbers) != 4 or not all(map(math.isfinite, numbers)):
        raise QueryError("bbox is four finite numbers (or six, with heights)")
    if crs.northing_first(source):
        numbers = [numbers[1], numbers[0], numbers[3], numbers[2]]
    west, south, east, north = numbers
    if not (west < east and south < north):
        raise QueryError("bbox is empty or turned round")
    try:
        box = Extent(west, south, east, north).transformed(source, code)
    except ProjError as error:
        raise QueryError("bbox lies beyond the CRS of the map") from error
    if not all(map(math.isfinite, dataclasses.astuple(box))):
        raise QueryError("bbox lies beyond the CRS of the map")
    return box


def _size(given: Mapping[str, str], box: Extent, most: int) -> tuple[int, int]:
    """Return width and height; one that is not given keeps pixels square."""
    shape = (box.east - box.west) / (box.north - box.south)
    width, height = (_pixels(given, name, most) for name in ("width", "height"))
    if width is None and height is None:
        width = _LONGER_SIDE_PX if shape >= 1 else round(_LONGER_SIDE_PX * shape)
    if width is None:
        assert height is not None
        width = round(height * shape)
    if height is None:
        height = round(width / shape)
    return min(max(width, 1), most), min(max(height, 1), most)


def _pixels(given: Mapping[str, str], name: str, most: int) -> int | None:
    text = given.get(name)
    if text is None:
        return None
    if not re.fullmatch(r"\d{1,9}", text) or int(text) == 0:
        raise QueryError(f"{name} is a whole number of at least 1")
    if int(text) > most:
        raise TooMuch(f"{name} is at most {most}")
    return int(text)


def _background(text: str) -> str:
    found = re.fullmatch(r"(?:0x|#)?([0-9a-fA-F]{6})", text)
    if found is None:
        raise QueryError("bgcolor looks like 0xFFFFFF")
    return f"0x{found.group(1)}"


def _media(request: Request) -> str:
    name = request.query_params.get("f")
    if name is not None:
        if name not in _BY_NAME:
            raise QueryError(f'"{name}" is no format of a map ({", ".join(_BY_NAME)})')
        return _BY_NAME[name]
    accepted = request.headers.get("accept", "")
    return FORMATS[1] if FORMATS[1] in accepted and FORMATS[0] not in accepted else FORMATS[0]


def _drawn(layer: Layer, when: str) -> str:
    known = years(layer)
    if not known:
        return layer.id
    if not when:
        return drawn_name(layer, known[-1])
    if when[:4] not in map(str, known):
        raise QueryError(f"datetime is one of the years {', '.join(map(str, known))}")
    return drawn_name(layer, int(when[:4]))


def _of_layer(now: Context, layer: Layer) -> Addition | None:
    if not _is_drawn(now, layer):
        return None
    rel, path = "http://www.opengis.net/def/rel/ogc/1.0/map", f"/ogc/collections/{layer.id}/map"
    links = [
        Link(rel, f"{path}?f={name}", media, Text(pl="Mapa", en="Map"))
        for name, media in (("png", FORMATS[0]), ("jpeg", FORMATS[1]))
    ]
    return Addition(links=links, extent=extent(now, layer) if layer.spec.raster else None)


def _paths(_now: Context) -> Mapping[str, Any]:
    shared = [
        {"$ref": f"#/components/parameters/{name}"}
        for name in ("collectionId", "crs", "bbox", "bbox-crs", "datetime", "asOf", "f")
    ]
    own = [
        {"name": name, "in": "query", "required": False, "schema": schema}
        for name, schema in (
            ("width", {"type": "integer", "minimum": 1}),
            ("height", {"type": "integer", "minimum": 1}),
            ("bgcolor", {"type": "string"}),
            ("transparent", {"type": "boolean"}),
        )
    ]
    binary = {"schema": {"type": "string", "format": "binary"}}
    answers = {
        "200": {"description": "A picture", "content": dict.fromkeys(FORMATS, binary)},
        "400": {"$ref": "#/components/responses/BadRequest"},
        "404": {"$ref": "#/components/responses/NotFound"},
    }
    get = {
        "summary": "Draw a collection",
        "tags": ["Maps"],
        "parameters": [*shared, *own],
        "responses": answers,
    }
    return {"/collections/{collectionId}/map": {"get": get}}


PART = OgcPart(
    conformance=tuple(
        f"http://www.opengis.net/spec/ogcapi-maps-1/1.0/conf/{name}" for name in _CLASSES
    ),
    collection=_of_layer,
    paths=_paths,
)
