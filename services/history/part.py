"""What histories add to the API below `/ogc`: a link of each collection, and paths."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sip.catalogue import Layer
from sip.ogc import Addition, Link, OgcPart
from sip.service import Context
from sip.text import Text

_CHANGES = Text(
    pl="Różnice między dwiema datami (szablon)", en="Difference of two dates (a template)"
)
_GEOJSON = "application/geo+json"
_TEXT = {"type": "string"}


def _of_layer(_now: Context, layer: Layer) -> Addition | None:
    if not layer.is_table or not layer.offers("features"):
        return None
    path = f"/ogc/collections/{layer.id}/changes?from={{from}}&to={{to}}"
    return Addition(links=(Link("version-history", path, _GEOJSON, _CHANGES, templated=True),))


def _paths(_now: Context) -> Mapping[str, Any]:
    page = [
        _query("limit", "Most of a page", {"type": "integer", "minimum": 1}),
        _query(
            "offset", "How many to leave out before the page", {"type": "integer", "minimum": 0}
        ),
        *(_ref("parameters", name) for name in ("f", "lang")),
    ]
    moments = [
        _query("from", "Earlier instant of knowledge, or a date, which is its end", _TEXT)
        | {"required": True},
        _query("to", "Later instant or date; now where it is absent", _TEXT),
    ]
    row = [_ref("parameters", name) for name in ("collectionId", "featureId")]
    layer = [_ref("parameters", "collectionId")]
    box = [_ref("parameters", name) for name in ("bbox", "bbox-crs")]
    return {
        "/collections/{collectionId}/items/{featureId}/history": _get(
            "getHistory", "What happened to a feature, the latest first", "application/json",
            [*row, *page],
        ),
        "/collections/{collectionId}/changes": _get(
            "getChanges", "What differs between two instants of knowledge", _GEOJSON,
            [*layer, *moments, *box, *page],
        ),
    }  # fmt: skip


def _ref(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


def _query(name: str, text: str, schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": text, "schema": schema}


def _get(
    operation: str, summary: str, media: str, parameters: list[dict[str, Any]]
) -> dict[str, Any]:
    content = {media: {"schema": {"type": "object"}}, "text/html": {"schema": {"type": "string"}}}
    failures = {"400": "BadRequest", "404": "NotFound", "5XX": "ServerError"}
    answers: dict[str, Any] = {"200": {"description": summary, "content": content}}
    answers |= {code: _ref("responses", name) for code, name in failures.items()}
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "tags": ["history"],
            "parameters": parameters,
            "responses": answers,
        }
    }


PART = OgcPart(collection=_of_layer, paths=_paths)
