"""Addresses of tiles, of their descriptions, and of the tile matrix sets."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from services.tiles.sql import tile_fields, tile_sql
from sip.catalogue import Layer
from sip.crs import CRS84_CODE, uri
from sip.errors import NotFound, TooMuch
from sip.query import Interval
from sip.query.times import parse_interval
from sip.service import Context, base_url, context
from sip.tiling import (
    TILE_MATRIX_SETS,
    WEB_MERCATOR_QUAD,
    TileMatrixSet,
    tile_matrix_set,
)

MVT = "application/vnd.mapbox-vector-tile"
_SCHEME = "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"
_MOST_LAYERS = 12
_CACHE = "public, max-age=60, stale-while-revalidate=600"


def routes() -> Sequence[BaseRoute]:
    """Return the routes of tiles."""
    ogc = "/ogc/collections/{layer}/tiles"
    return (
        Route("/tiles/{layer}.json", tilejson),
        Route("/tiles/{layers}/{level}/{column}/{row}.mvt", short_tile),
        Route(ogc, tilesets),
        Route(ogc + "/{tms}", tileset),
        Route(ogc + "/{tms}/{level}/{row}/{column}", ogc_tile),
        Route("/ogc/tileMatrixSets", matrix_sets),
        Route("/ogc/tileMatrixSets/{tms}", matrix_set),
    )


async def short_tile(request: Request) -> Response:
    """Answer `/tiles/<layer>[,<layer>...]/{z}/{x}/{y}.mvt`; `?tms=` names another matrix set."""
    where = request.path_params
    tms = tile_matrix_set(request.query_params.get("tms", WEB_MERCATOR_QUAD.id))
    names = where["layers"].split(",")
    if len(names) > _MOST_LAYERS:
        raise TooMuch(f"a tile has at most {_MOST_LAYERS} layers")
    return await _tile(request, names, tms, where)


async def ogc_tile(request: Request) -> Response:
    """Answer one tile of OGC API Tiles: level, row, column."""
    where = request.path_params
    return await _tile(request, [where["layer"]], tile_matrix_set(where["tms"]), where)


async def _tile(
    request: Request, names: list[str], tms: TileMatrixSet, where: dict[str, Any]
) -> Response:
    now = context(request)
    level, row, column = (_whole(where[key]) for key in ("level", "row", "column"))
    asked = request.query_params.get("datetime")
    time = parse_interval(asked) if asked is not None else None
    tms.extent(level, row, column)
    layers = [_tiled(now, name) for name in names]
    parts = await asyncio.gather(
        *(_layer_tile(now, one, tms, (level, row, column), time) for one in layers)
    )
    body = b"".join(parts)
    if not body:
        return Response(status_code=204, headers={"Cache-Control": _CACHE})
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": _CACHE}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=MVT, headers=headers)


async def _layer_tile(
    now: Context,
    layer: Layer,
    tms: TileMatrixSet,
    place: tuple[int, int, int],
    time: Interval | None,
) -> bytes:
    storage, state = now.catalogue.project.storage_crs, now.states.get(layer.id)
    sql, args = tile_sql(layer, tms, *place, storage_crs=storage, state=state, time=time)
    return await now.pool.fetchval(sql, *args) or b""


def _tiled(now: Context, name: str) -> Layer:
    layer = now.catalogue.layers.get(name)
    if layer is None or not layer.offers("tiles"):
        raise NotFound(f'there are no tiles of "{name}"')
    return layer


def _whole(text: str) -> int:
    if not text.isdecimal() or len(text) > 8:
        raise NotFound("level, row and column of a tile are whole numbers")
    return int(text)


async def matrix_sets(request: Request) -> Response:
    """List the tile matrix sets."""
    root = base_url(request) + "/ogc/tileMatrixSets"
    listed = [
        {
            "id": one.id,
            "title": one.title,
            "crs": uri(one.crs),
            **({"uri": one.uri} if one.uri else {}),
            "links": [_link("self", f"{root}/{one.id}", "application/json", one.title)],
        }
        for one in TILE_MATRIX_SETS.values()
    ]
    return JSONResponse({"tileMatrixSets": listed})


async def matrix_set(request: Request) -> Response:
    """Answer the definition of one tile matrix set."""
    return JSONResponse(tile_matrix_set(request.path_params["tms"]).describe())


async def tilesets(request: Request) -> Response:
    """List the tilesets of a layer."""
    now = context(request)
    layer = _tiled(now, request.path_params["layer"])
    root = base_url(request)
    listed = [_describe(now, layer, tms, root) for tms in TILE_MATRIX_SETS.values()]
    address = f"{root}/ogc/collections/{layer.id}/tiles"
    return JSONResponse(
        {"links": [_link("self", address, "application/json", "")], "tilesets": listed}
    )


async def tileset(request: Request) -> Response:
    """Describe one tileset of a layer."""
    now = context(request)
    layer = _tiled(now, request.path_params["layer"])
    tms = tile_matrix_set(request.path_params["tms"])
    return JSONResponse(_describe(now, layer, tms, base_url(request)))


async def tilejson(request: Request) -> Response:
    """Answer TileJSON 3.0 of a layer, for clients that know no OGC API."""
    now = context(request)
    layer = _tiled(now, request.path_params["layer"])
    zoom, fields = layer.spec.zoom, tile_fields(layer)
    document: dict[str, object] = {
        "tilejson": "3.0.0",
        "name": layer.spec.title.pl,
        "tiles": [f"{base_url(request)}/tiles/{layer.id}/{{z}}/{{x}}/{{y}}.mvt"],
        "minzoom": zoom.min,
        "maxzoom": zoom.max,
        "bounds": _bounds(now, layer),
        "vector_layers": [
            {"id": layer.id, "fields": {name: layer.spec.fields[name].type for name in fields}}
        ],
    }
    return JSONResponse(document)


def _describe(now: Context, layer: Layer, tms: TileMatrixSet, root: str) -> dict[str, object]:
    address = f"{root}/ogc/collections/{layer.id}/tiles/{tms.id}"
    scheme = f"{root}/ogc/tileMatrixSets/{tms.id}"
    west, south, east, north = _bounds(now, layer)
    template = address + "/{tileMatrix}/{tileRow}/{tileCol}"
    return {
        "title": layer.spec.title.en,
        "dataType": "vector",
        "crs": uri(tms.crs),
        "tileMatrixSetId": tms.id,
        "tileMatrixSetURI": tms.uri or scheme,
        "boundingBox": {
            "lowerLeft": [west, south],
            "upperRight": [east, north],
            "crs": uri(CRS84_CODE),
        },
        "links": [
            _link("self", address, "application/json", ""),
            _link(_SCHEME, scheme, "application/json", tms.title),
            {**_link("item", template, MVT, ""), "templated": True},
        ],
    }


def _bounds(now: Context, layer: Layer) -> list[float]:
    state = now.states.get(layer.id)
    if state is None or state.extent is None:
        box = now.catalogue.project.extent
        return [box.west, box.south, box.east, box.north]
    found = state.extent.transformed(now.catalogue.project.storage_crs, CRS84_CODE)
    return [round(value, 6) for value in (found.west, found.south, found.east, found.north)]


def _link(rel: str, href: str, kind: str, title: str) -> dict[str, object]:
    return {"rel": rel, "href": href, "type": kind, **({"title": title} if title else {})}
