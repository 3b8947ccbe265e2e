"""The API definition (OpenAPI 3.0), with the paths that other services add."""

from __future__ import annotations

from typing import Any

from services.features import documents
from services.features.documents import Reader
from services.features.editing import openapi as editing
from services.features.parameters import ITEM, ITEMS
from sip import crs
from sip.catalogue import Layer
from sip.crs import CRS84, CRS84_CODE
from sip.negotiation import CSV, FLATGEOBUF, GEOJSON, HTML, JSON, OPENAPI, SCHEMA
from sip.query.terms import fields
from sip.text import LANGUAGES

_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "timestamp": {"type": "string", "format": "date-time"},
}
_DOCUMENTS = {
    "/": ("getLandingPage", "The landing page", JSON),
    "/conformance": ("getConformance", "Conformance classes", JSON),
    "/api": ("getApi", "This definition", OPENAPI),
    "/functions": ("getFunctions", "Functions that filters may call", JSON),
    "/collections": ("getCollections", "The collections", JSON),
}


def definition(reader: Reader) -> dict[str, Any]:
    """Return the OpenAPI document of everything below `/ogc`."""
    project = reader.now.catalogue.project
    paths: dict[str, Any] = {
        path: {"get": _document(operation, summary, form.type)}
        for path, (operation, summary, form) in _DOCUMENTS.items()
    }
    own = _document("getCollection", "One collection", JSON.type)
    paths["/collections/{collectionId}"] = {"parameters": [_ref("collectionId")], "get": own}
    for layer in reader.now.catalogue.published("features"):
        paths.update(_layer_paths(layer))
    for part in documents.parts():
        paths.update(part.paths(reader.now))
    return {
        "openapi": "3.0.3",
        "info": {
            "title": project.title[reader.language],
            "description": project.abstract[reader.language],
            "version": reader.now.catalogue.digest,
            "contact": {
                "name": project.contact.organisation[reader.language],
                "email": project.contact.email,
            },
        },
        "servers": [{"url": reader.url()}],
        "tags": [
            {"name": theme.id, "description": theme.spec.title[reader.language]}
            for theme in reader.now.catalogue.themes
        ],
        "paths": paths,
        "components": {
            "parameters": _parameters(reader) | editing.parameters(),
            "responses": _responses() | editing.responses(),
            "schemas": _schemas(),
            "securitySchemes": editing.SCHEMES,
        },
    }


def _ref(name: str, kind: str = "parameters") -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


def _failures(*names: str) -> dict[str, Any]:
    codes = {"BadRequest": "400", "NotFound": "404", "NotAcceptable": "406", "ServerError": "5XX"}
    return {codes[name]: _ref(name, "responses") for name in names}


def _document(operation: str, summary: str, type_: str) -> dict[str, Any]:
    return {
        "operationId": operation,
        "summary": summary,
        "parameters": [_ref("f"), _ref("lang")],
        "responses": {
            "200": {
                "description": summary,
                "content": {
                    type_.split(";")[0]: {"schema": {"type": "object"}},
                    HTML.type: {"schema": {"type": "string"}},
                },
            },
            **_failures("BadRequest", "NotFound", "NotAcceptable", "ServerError"),
        },
    }


def _layer_paths(layer: Layer) -> dict[str, Any]:
    base = f"/collections/{layer.id}"
    about = layer.spec.title.en
    parameters: list[dict[str, Any]] = [*map(_ref, ITEMS)]
    parameters += [
        {"name": name, "in": "query", "required": False, "schema": _TYPES[kind]}
        for name, kind in fields(layer).items()
        if name not in ITEMS
    ]
    listed = _features(f"get_{layer.id}_items", f"{about}: features", "FeatureCollection")
    single = _features(f"get_{layer.id}_item", f"{about}: one feature", "Feature")
    paths: dict[str, Any] = {
        f"{base}/items": {"get": listed | {"parameters": parameters}},
        f"{base}/items/{{featureId}}": {
            "parameters": [_ref("featureId")],
            "get": single | {"parameters": [_ref(name) for name in ITEM]},
        },
    }
    for name in ("schema", "queryables"):
        summary = f"{about}: {name}"
        paths[f"{base}/{name}"] = {"get": _document(f"get_{layer.id}_{name}", summary, SCHEMA.type)}
    if layer.is_editable:
        for path, ways in editing.paths(layer).items():
            paths[path].update(ways)
    for path in paths.values():
        for method in path.keys() - {"parameters"}:
            path[method]["tags"] = [layer.theme]
    return paths


def _features(operation: str, summary: str, schema: str) -> dict[str, Any]:
    content: dict[str, Any] = {
        GEOJSON.type: {"schema": _ref(schema, "schemas")},
        HTML.type: {"schema": {"type": "string"}},
    }
    if schema == "FeatureCollection":
        content[CSV.type] = {"schema": {"type": "string"}}
        content[FLATGEOBUF.type] = {"schema": {"type": "string", "format": "binary"}}
    crs_header = {"description": "CRS of the coordinates", "schema": {"type": "string"}}
    return {
        "operationId": operation,
        "summary": summary,
        "responses": {
            "200": {
                "description": summary,
                "headers": {"Content-Crs": crs_header},
                "content": content,
            },
            "304": {"description": "The visitor has it already"},
            **_failures("BadRequest", "NotFound", "NotAcceptable", "ServerError"),
        },
    }


def _query(name: str, description: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "description": description,
        "required": False,
        "schema": schema,
        **more,
    }


def _parameters(reader: Reader) -> dict[str, Any]:
    limits = reader.now.settings.limits
    offered = [crs.uri(code) for code in (CRS84_CODE, *reader.now.catalogue.project.offered_crs)]
    place = {"type": "string", "format": "uri", "enum": offered, "default": CRS84}
    names = {"type": "array", "items": {"type": "string"}}
    box = {"type": "array", "items": {"type": "number"}, "minItems": 4, "maxItems": 6}
    limit = {
        "type": "integer",
        "minimum": 1,
        "maximum": limits.items,
        "default": limits.default_items,
    }
    languages = {"type": "string", "enum": ["cql2-text", "cql2-json"], "default": "cql2-text"}
    flat: dict[str, Any] = {"style": "form", "explode": False}
    return {
        "collectionId": _segment("collectionId", "Id of a collection"),
        "featureId": _segment("featureId", "Id of a feature"),
        "limit": _query("limit", "Most features of a page", limit, **flat),
        "offset": _query(
            "offset",
            "Features to leave out before the page; next links are quicker",
            {"type": "integer", "minimum": 0, "maximum": limits.offset, "default": 0},
        ),
        "cursor": _query("cursor", "Where a page begins; from next links", {"type": "string"}),
        "bbox": _query("bbox", "Rectangle that features must meet", box, **flat),
        "bbox-crs": _query("bbox-crs", "CRS of bbox", place),
        "crs": _query("crs", "CRS of the answer", place),
        "datetime": _query("datetime", "Instant or interval", {"type": "string"}, **flat),
        "asOf": _query(
            "asOf",
            "Instant whose knowledge is asked for (RFC 3339), or a date, which is its end in "
            f"{reader.now.catalogue.project.time_zone}; not later than now",
            {"type": "string"},
        ),
        "filter": _query("filter", "Condition in CQL2", {"type": "string"}),
        "filter-lang": _query("filter-lang", "Language of filter", languages),
        "filter-crs": _query("filter-crs", "CRS of geometries in filter", place),
        "properties": _query("properties", "Properties of the answer", names, **flat),
        "skipGeometry": _query(
            "skipGeometry", "Leave geometries out", {"type": "boolean", "default": False}
        ),
        "sortby": _query("sortby", "Properties to sort by, - before descending", names, **flat),
        "f": _query("f", "Form of the answer, before Accept", {"type": "string"}),
        "lang": _query(
            "lang", "Language, before Accept-Language", {"type": "string", "enum": list(LANGUAGES)}
        ),
    }


def _segment(name: str, description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": description,
        "schema": {"type": "string"},
    }


def _responses() -> dict[str, Any]:
    content = {JSON.type: {"schema": _ref("Exception", "schemas")}}
    return {
        "BadRequest": {"description": "The request cannot be used", "content": content},
        "NotFound": {"description": "There is no such thing", "content": content},
        "NotAcceptable": {"description": "Not offered in that form", "content": content},
        "ServerError": {"description": "The server failed", "content": content},
    }


def _schemas() -> dict[str, Any]:
    feature = {
        "type": "object",
        "required": ["type", "geometry", "properties"],
        "properties": {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": {"type": "integer"},
            "geometry": {"type": "object", "nullable": True},
            "properties": {"type": "object", "nullable": True},
            "links": {"type": "array", "items": {"type": "object"}},
        },
    }
    collection = {
        "type": "object",
        "required": ["type", "features"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {"type": "array", "items": _ref("Feature", "schemas")},
            "links": {"type": "array", "items": {"type": "object"}},
            "timeStamp": {"type": "string", "format": "date-time"},
            "numberMatched": {"type": "integer", "minimum": 0},
            "numberReturned": {"type": "integer", "minimum": 0},
        },
    }
    return {
        "Feature": feature,
        "FeatureCollection": collection,
        "Exception": {
            "type": "object",
            "required": ["code"],
            "properties": {"code": {"type": "string"}, "description": {"type": "string"}},
        },
    }
