"""What the records add to the OGC API: classes, a collection, links of layers, paths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sip.catalogue import Layer
from sip.ogc import Addition, Collection, Link, OgcPart
from sip.service import Context
from sip.text import Text

COLLECTION = "metadata"
ITEMS = f"/ogc/collections/{COLLECTION}/items"
CLASSES = tuple(
    f"http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/{name}"
    for name in (
        "record-core", "record-collection", "record-core-query-parameters", "record-api",
        "searchable-catalog", "json", "html",
    )
)  # fmt: skip
TITLE = Text(pl="Metadane", en="Metadata")
ABSTRACT = Text(
    pl="Opisy warstw i usług tego geoportalu.",
    en="Descriptions of this geoportal's layers and services.",
)
_GEOJSON = "application/geo+json"
_COLLECTIONS = {"features", "tiles", "maps", "coverage"}
"""Services by which a layer is a collection."""


def _links(_now: Context) -> Sequence[Link]:
    rel = "http://www.opengis.net/def/rel/ogc/1.0/ogc-catalog"
    return (Link(rel, f"/ogc/collections/{COLLECTION}", "application/json", TITLE),)


def _of_layer(_now: Context, layer: Layer) -> Addition | None:
    if not _COLLECTIONS & set(layer.services):
        return None
    title = Text(pl="Rekord metadanych", en="Metadata record")
    return Addition(links=(Link("describedby", f"{ITEMS}/{layer.id}", _GEOJSON, title),))


def _collections(_now: Context) -> Sequence[Collection]:
    links = (
        Link("items", f"{ITEMS}?f=json", _GEOJSON, Text(pl="Rekordy", en="Records")),
        Link("items", f"{ITEMS}?f=html", "text/html", Text(pl="Rekordy", en="Records")),
        Link(
            "alternate",
            "/csw?service=CSW&version=2.0.2&request=GetCapabilities",
            "text/xml",
            Text(pl="Te same rekordy w CSW", en="The same records in CSW"),
        ),
    )
    members = {"itemType": "record", "recordsArrayName": "features"}
    return (Collection(COLLECTION, TITLE, ABSTRACT, Addition(links, members)),)


def _paths(_now: Context) -> Mapping[str, Any]:
    parameters = [
        *({"$ref": f"#/components/parameters/{name}"} for name in ("bbox", "datetime", "limit")),
        *(_query(name, text) for name, text in QUERY_PARAMETERS.items()),
        *({"$ref": f"#/components/parameters/{name}"} for name in ("f", "lang")),
    ]
    record = {"name": "recordId", "in": "path", "required": True, "schema": {"type": "string"}}
    forms = [{"$ref": f"#/components/parameters/{name}"} for name in ("f", "lang")]
    return {
        f"/collections/{COLLECTION}/items": _get("Search the metadata records", parameters),
        f"/collections/{COLLECTION}/items/{{recordId}}": _get(
            "Get a metadata record", [record, *forms]
        ),
    }


QUERY_PARAMETERS = {
    "q": "Words that a record's title, abstract or keywords hold",
    "type": "Kinds of resources: dataset, service",
    "ids": "Identifiers of records",
    "externalIds": "Identifiers of records elsewhere, such as in CSW",
    "filter": "Condition in CQL2 text or JSON",
    "filter-lang": "Language of the condition: cql2-text or cql2-json",
    "offset": "Number of records to leave out",
}


def _query(name: str, text: str) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": 0} if name == "offset" else {"type": "string"}
    return {"name": name, "in": "query", "required": False, "description": text, "schema": schema}


def _get(summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    content = {kind: {"schema": {"type": "object"}} for kind in (_GEOJSON,)}
    content["text/html"] = {"schema": {"type": "string"}}
    answers: dict[str, Any] = {"200": {"description": summary, "content": content}}
    answers |= {
        code: {"$ref": f"#/components/responses/{name}"}
        for code, name in (("400", "BadRequest"), ("404", "NotFound"), ("500", "ServerError"))
    }
    return {
        "get": {
            "summary": summary,
            "operationId": summary.title().replace(" ", ""),
            "tags": ["metadata"],
            "parameters": parameters,
            "responses": answers,
        }
    }


PART = OgcPart(
    conformance=CLASSES, links=_links, collection=_of_layer, collections=_collections, paths=_paths
)
