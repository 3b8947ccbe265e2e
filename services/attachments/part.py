"""What attachments add to the API below `/ogc`: their paths, where a layer that is seen has any."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sip.ogc import OgcPart
from sip.service import Context

_ITEM = "/collections/{collectionId}/items/{featureId}/attachments"
_KINDS = ("image/jpeg", "image/png", "image/webp", "application/pdf")
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_TEXT, _NUMBER = {"type": "string"}, {"type": "integer", "format": "int64", "minimum": 0}
_ONE = {
    "type": "object",
    "required": ["id", "href", "media_type"],
    "properties": {
        "id": _NUMBER,
        "href": _TEXT,
        "thumbnail": _TEXT,
        "media_type": {"type": "string", "enum": list(_KINDS)},
    },
}
_LIST = {
    "type": "object",
    "required": ["attachments"],
    "properties": {"attachments": {"type": "array", "items": _ONE}},
}
_ADDED = {"type": "object", "required": ["id"], "properties": {"id": _NUMBER}}
_FAILURES = {
    "401": "Sign in, or send a key",
    "403": "The caller may not change this",
    "413": "The body is larger than is allowed",
}


def _paths(now: Context) -> Mapping[str, Any]:
    shown = [one for one in now.catalogue.layers.values() if one.is_visible]
    if not any(one.spec.attachments for one in shown):
        return {}
    said = [_query(name, text) for name, text in (("name", "Its name"), ("note", "What it shows"))]
    size = _query("size", "The original (staff alone), what everybody may see, or a small one")
    size["schema"] = {"type": "string", "enum": ["original", "public", "thumbnail"]}
    known = {"$ref": "#/components/parameters/asOf"}
    one = {"name": "attachmentId", "in": "path", "required": True, "schema": _NUMBER}
    row = [{"$ref": f"#/components/parameters/{name}"} for name in ("collectionId", "featureId")]
    files = {"content": dict.fromkeys(_KINDS, _BINARY)}
    return {
        _ITEM: {
            "parameters": row,
            "get": _operation(
                "getAttachments", "Photos and other files of a feature", [known],
                {"200": _json(_LIST)},
            ),
            "post": _operation(
                "addAttachment", "Add a photo or a PDF, known by its content", said,
                {"200": _json(_ADDED), "201": _json(_ADDED), **_failures()},
            ) | {"requestBody": {"required": True, **files}},
        },
        f"{_ITEM}/{{attachmentId}}": {
            "parameters": [*row, one],
            "get": _operation(
                "getAttachment", "One of them", [size, known],
                {"200": {"description": "The file", **files},
                 "304": {"description": "It is what the caller has"}},
            ),
            "delete": _operation(
                "removeAttachment", "Take one away; the history keeps it", [],
                {"204": {"description": "It is gone"}, **_failures()},
            ),
        },
    }  # fmt: skip


def _operation(
    name: str, summary: str, parameters: list[dict[str, Any]], answers: Mapping[str, Any]
) -> dict[str, Any]:
    usual = {"400": "BadRequest", "404": "NotFound", "5XX": "ServerError"}
    refused = {code: {"$ref": f"#/components/responses/{one}"} for code, one in usual.items()}
    return {
        "operationId": name,
        "summary": summary,
        "tags": ["attachments"],
        "parameters": parameters,
        "responses": {**answers, **refused},
    }


def _query(name: str, text: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": text, "schema": _TEXT}


def _json(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"description": "As it is now", "content": {"application/json": {"schema": schema}}}


def _failures() -> dict[str, Any]:
    return {code: {"description": text} for code, text in _FAILURES.items()}


PART = OgcPart(paths=_paths)
