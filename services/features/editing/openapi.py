"""What the API definition says of changing features, for those who may."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from services.features.editing.refusal import PROBLEM
from services.features.editing.request import PART, WHOLE
from sip.catalogue import Layer
from sip.negotiation import GEOJSON

SCHEMES: dict[str, Any] = {
    "key": {"type": "http", "scheme": "bearer", "description": "A key of the API"},
    "keyAsPassword": {
        "type": "http",
        "scheme": "basic",
        "description": "Any name, and a key of the API as the password",
    },
}
_SECURITY: list[dict[str, list[str]]] = [{name: []} for name in SCHEMES]
_HEADERS = {
    "Prefer": "return=representation or minimal, handling=strict or lenient (RFC 7240)",
    "If-Match": "ETag of the feature as it was read",
    "Content-Crs": "CRS of the coordinates, in the order of its authority; CRS84 where absent",
    "Sip-Comment": "What the change is for, percent-encoded UTF-8; it stands in the history",
}
_REFUSALS = {
    "400": ("Unreadable", "The request cannot be read"),
    "401": ("SignedOut", "Editing needs credentials"),
    "403": ("Forbidden", "The caller may not change this"),
    "409": ("Conflict", "Other rows stand in the way, or somebody writes at this very moment"),
    "412": ("Stale", "The feature has changed since it was read; both versions are in the body"),
    "415": ("WrongType", "The body is of another media type"),
    "422": ("Invalid", "The data breaks rules: field, rule and message of each"),
    "428": ("Unconditional", "The layer demands If-Match"),
}


def paths(layer: Layer) -> dict[str, dict[str, Any]]:
    """Return the operations that change a layer, by path."""
    items, about = f"/collections/{layer.id}/items", layer.spec.title.en
    changed = ("200", "204")
    return {
        items: {
            "post": _operation(
                f"create_{layer.id}", f"{about}: add a feature, or several at once", WHOLE,
                ("201",), ("Prefer", "Content-Crs", "Sip-Comment"),
            ),
        },
        f"{items}/{{featureId}}": {
            "put": _operation(
                f"replace_{layer.id}", f"{about}: replace a feature", WHOLE, changed, _HEADERS
            ),
            "patch": _operation(
                f"update_{layer.id}", f"{about}: change parts of a feature", PART, changed, _HEADERS
            ),
            "delete": _operation(
                f"delete_{layer.id}", f"{about}: delete a feature", (), ("204",),
                ("If-Match", "Sip-Comment"),
            ),
        },
    }  # fmt: skip


def _operation(
    name: str,
    summary: str,
    bodies: Sequence[str],
    done: Sequence[str],
    headers: Sequence[str] | dict[str, str],
) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "operationId": name,
        "summary": summary,
        "security": _SECURITY,
        "parameters": [
            *({"$ref": f"#/components/parameters/{one}"} for one in headers),
            *({"$ref": f"#/components/parameters/{one}"} for one in ("crs", "lang")),
        ],
        "responses": {
            **{status: _done(status) for status in done},
            **{
                status: {"$ref": f"#/components/responses/{one}"}
                for status, (one, _text) in _REFUSALS.items()
            },
            "404": {"$ref": "#/components/responses/NotFound"},
            "5XX": {"$ref": "#/components/responses/ServerError"},
        },
    }
    if bodies:
        schema = {"$ref": "#/components/schemas/Feature"}
        part = {"type": "object", "description": "JSON merge patch of a feature (RFC 7396)"}
        operation["requestBody"] = {
            "required": True,
            "content": {one: {"schema": schema if bodies is WHOLE else part} for one in bodies},
        }
    return operation


def _done(status: str) -> dict[str, Any]:
    tag = {"description": "Strong tag of the new state", "schema": {"type": "string"}}
    made = {"description": "Address of the new feature", "schema": {"type": "string"}}
    answer: dict[str, Any] = {
        "description": {"200": "Changed", "201": "Added", "204": "Done"}[status],
        "headers": {"ETag": tag} | ({"Location": made} if status == "201" else {}),
    }
    if status != "204":
        schema = {"type": "object"}
        answer["content"] = {one: {"schema": schema} for one in (GEOJSON.type, "application/json")}
    return answer


def parameters() -> dict[str, Any]:
    """Return the headers of a change as components."""
    return {
        name: {
            "name": name,
            "in": "header",
            "required": False,
            "description": text,
            "schema": {"type": "string"},
        }
        for name, text in _HEADERS.items()
    }


def responses() -> dict[str, Any]:
    """Return the refusals as components."""
    schema = {
        "type": "object",
        "required": ["title", "status"],
        "properties": {
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "errors": {"type": "array", "items": {"type": "object"}},
        },
    }
    content = {PROBLEM: {"schema": schema}}
    return {name: {"description": text, "content": content} for name, text in _REFUSALS.values()}
