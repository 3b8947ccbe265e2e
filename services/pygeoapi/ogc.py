"""What coverages add to the OGC API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from services.pygeoapi.configuration import GEOTIFF, bands_of, newest
from sip import raster
from sip.catalogue import Layer
from sip.ogc import Addition, Link, OgcPart
from sip.service import Context
from sip.text import Text

_COVERAGES = "http://www.opengis.net/spec/ogcapi-coverages-1/1.0/conf/"
_REL = "http://www.opengis.net/def/rel/ogc/1.0/"
_JSON = "application/json"


def _of_layer(now: Context, layer: Layer) -> Addition | None:
    file = newest(layer) if layer.offers("coverage") else None
    if file is None or not (now.settings.data / file.file).is_file():
        return None
    path, title = f"/ogc/collections/{layer.id}/coverage", Text(pl="Dane", en="Data")
    return Addition(
        links=(Link(_REL + "coverage", f"{path}?f=GTiff", GEOTIFF, title),),
        members={"itemType": "coverage"},
        extent=raster.extent(now.settings.data / file.file),
        properties=bands_of(now.settings.data / file.file),
    )


def _paths(_now: Context) -> Mapping[str, Any]:
    collection = {"$ref": "#/components/parameters/collectionId"}
    query = [{"$ref": f"#/components/parameters/{name}"} for name in ("bbox", "bbox-crs", "f")]
    binary = {GEOTIFF: {"schema": {"type": "string", "format": "binary"}}}
    return {
        "/collections/{collectionId}/coverage": {
            "get": _operation("Get a window of a coverage", [collection, *query], binary)
        },
    }


def _operation(
    summary: str, parameters: list[dict[str, Any]], content: dict[str, Any]
) -> dict[str, Any]:
    return {
        "summary": summary,
        "tags": ["Coverages"],
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "OK",
                "content": content,
            },
            "400": {"$ref": "#/components/responses/BadRequest"},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
    }


PART = OgcPart(
    conformance=tuple(_COVERAGES + name for name in ("core", "geodata-coverage", "coverage-bbox")),
    collection=_of_layer,
    paths=_paths,
)
