"""What coverages and processes add to the OGC API."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from services.pygeoapi.configuration import GEOTIFF, bands_of, newest
from sip import raster
from sip.catalogue import Layer
from sip.ogc import Addition, Link, OgcPart
from sip.service import Context
from sip.text import Text

_COVERAGES = "http://www.opengis.net/spec/ogcapi-coverages-1/1.0/conf/"
_PROCESSES = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/"
_REL = "http://www.opengis.net/def/rel/ogc/1.0/"
_JSON = "application/json"


def _links(_now: Context) -> Sequence[Link]:
    title = Text(pl="Procesy", en="Processes")
    return (Link(_REL + "processes", "/ogc/processes", _JSON, title),)


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
    process = {
        "name": "processId", "in": "path", "required": True, "schema": {"type": "string"},
    }  # fmt: skip
    job = {**process, "name": "jobId"}
    query = [{"$ref": f"#/components/parameters/{name}"} for name in ("bbox", "bbox-crs", "f")]
    binary = {GEOTIFF: {"schema": {"type": "string", "format": "binary"}}}
    execute = _operation("Run a process and get its result", [process])
    execute["requestBody"] = {"content": {_JSON: {"schema": {"type": "object"}}}}
    return {
        "/collections/{collectionId}/coverage": {
            "get": _operation("Get a window of a coverage", [collection, *query], binary)
        },
        "/processes": {"get": _operation("List the processes", [])},
        "/processes/{processId}": {"get": _operation("Describe a process", [process])},
        "/processes/{processId}/execution": {"post": execute},
        "/jobs/{jobId}": {"get": _operation("Get the state of a job", [job])},
    }


def _operation(
    summary: str, parameters: list[dict[str, Any]], content: dict[str, Any] | None = None
) -> dict[str, Any]:
    return {
        "summary": summary,
        "tags": ["Coverages" if content else "Processes"],
        "parameters": parameters,
        "responses": {
            "200": {
                "description": "OK",
                "content": content or {_JSON: {"schema": {"type": "object"}}},
            },
            "400": {"$ref": "#/components/responses/BadRequest"},
            "404": {"$ref": "#/components/responses/NotFound"},
        },
    }


PART = OgcPart(
    conformance=(
        *(_COVERAGES + name for name in ("core", "geodata-coverage", "coverage-bbox")),
        *(_PROCESSES + name for name in ("core", "json", "ogc-process-description")),
    ),
    links=_links,
    collection=_of_layer,
    paths=_paths,
)
