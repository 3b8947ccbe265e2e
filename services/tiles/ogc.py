"""What tiles add to the OGC API: classes, links, and paths of its definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sip.catalogue import Layer
from sip.ogc import Addition, Link, OgcPart
from sip.service import Context
from sip.text import Text

_BASE = "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/"
_JSON = "application/json"
_TILES = Text(pl="Kafle wektorowe", en="Vector tiles")
_SCHEMES = Text(pl="Układy kafli", en="Tile matrix sets")


def _links(_now: Context) -> Sequence[Link]:
    scheme = "http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes"
    return (Link(scheme, "/ogc/tileMatrixSets", _JSON, _SCHEMES),)


def _of_layer(_now: Context, layer: Layer) -> Addition | None:
    if not layer.offers("tiles"):
        return None
    rel = "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector"
    return Addition(links=(Link(rel, f"/ogc/collections/{layer.id}/tiles", _JSON, _TILES),))


def _paths(_now: Context) -> Mapping[str, Any]:
    collection = "/collections/{collectionId}/tiles"
    one = {"$ref": "#/components/parameters/collectionId"}
    tms, level, row, column = (
        _parameter(name, kind)
        for name, kind in (
            ("tileMatrixSetId", "string"),
            ("tileMatrix", "integer"),
            ("tileRow", "integer"),
            ("tileCol", "integer"),
        )
    )
    return {
        "/tileMatrixSets": _get("List the tile matrix sets", []),
        "/tileMatrixSets/{tileMatrixSetId}": _get("Define a tile matrix set", [tms]),
        collection: _get("List the tilesets of a collection", [one]),
        f"{collection}/{{tileMatrixSetId}}": _get("Describe a tileset", [one, tms]),
        f"{collection}/{{tileMatrixSetId}}/{{tileMatrix}}/{{tileRow}}/{{tileCol}}": _get(
            "Get a vector tile",
            [one, tms, level, row, column, *_TIMES],
            "application/vnd.mapbox-vector-tile",
        ),
    }


_TIMES = [{"$ref": f"#/components/parameters/{name}"} for name in ("datetime", "asOf")]


def _parameter(name: str, kind: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": kind}}


def _get(summary: str, parameters: list[dict[str, Any]], kind: str = _JSON) -> dict[str, Any]:
    schema = {"type": "object"} if kind == _JSON else {"type": "string", "format": "binary"}
    return {
        "get": {
            "summary": summary,
            "tags": ["Tiles"],
            "parameters": parameters,
            "responses": {
                "200": {"description": "OK", "content": {kind: {"schema": schema}}},
                "400": {"$ref": "#/components/responses/BadRequest"},
                "404": {"$ref": "#/components/responses/NotFound"},
            },
        }
    }


PART = OgcPart(
    conformance=tuple(
        _BASE + name
        for name in ("core", "tileset", "tilesets-list", "geodata-tilesets", "mvt", "oas30")
    ),
    links=_links,
    collection=_of_layer,
    paths=_paths,
)
