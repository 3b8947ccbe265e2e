"""The pages: the same documents for people, in Polish or English, without script."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import orjson

from services.features.documents import Reader
from sip import shown
from sip.catalogue import Layer
from sip.pages import Pages
from sip.query import Query
from sip.query.select import answered

MOST_ROWS = 500
"""Rows of a page's table; more are for machines."""
_FOLDER = Path(__file__).parent
_PAGES = Pages(_FOLDER / "templates")


@functools.cache
def stylesheet() -> bytes:
    """Return the one stylesheet of all pages."""
    return (_FOLDER / "pages.css").read_bytes()


def _page(template: str, reader: Reader, title: str, crumbs: Sequence[str], **given: Any) -> bytes:
    """Render a page; `crumbs` are the path below `/ogc` that leads to it."""
    trail = {
        "".join(f"/{one}" for one in crumbs[: at + 1]): crumb for at, crumb in enumerate(crumbs)
    }
    project = reader.now.catalogue.project
    return _PAGES.render(
        template, project, reader.language, reader.root, title, trail,
        reader=reader, as_of=reader.now.viewer.as_of, **given,
    )  # fmt: skip


def landing(reader: Reader, document: dict[str, Any]) -> bytes:
    """Return the landing page."""
    return _page("landing", reader, document["title"], (), document=document)


def conformance(reader: Reader, document: dict[str, Any]) -> bytes:
    """Return the conformance classes as a page."""
    title = reader.say("Zgodność ze standardami", "Conformance")
    return _page("conformance", reader, title, ("conformance",), classes=document["conformsTo"])


def api(reader: Reader, document: dict[str, Any]) -> bytes:
    """Return the API definition as a page."""
    title = reader.say("Opis API", "API definition")
    operations = [
        (path, operation["summary"], [_resolved(one, document) for one in parameters])
        for path, item in document["paths"].items()
        if (operation := item.get("get"))
        and (parameters := [*item.get("parameters", []), *operation.get("parameters", [])])
    ]
    version = document["openapi"]
    return _page("api", reader, title, ("api",), version=version, operations=operations)


def _resolved(parameter: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    reference = parameter.get("$ref", "")
    if not reference:
        return parameter
    found: dict[str, Any] = document["components"]["parameters"][reference.split("/")[-1]]
    return found


def collections(reader: Reader, document: dict[str, Any]) -> bytes:
    """Return the list of collections as a page, by theme."""
    by_id = {one["id"]: one for one in document["collections"]}
    groups = []
    for theme in reader.now.catalogue.themes:
        members = [by_id.pop(layer.id) for layer in theme.layers if layer.id in by_id]
        groups.append((theme.spec.title[reader.language], members))
    groups.append((reader.say("Inne", "Other"), list(by_id.values())))
    title = reader.say("Zbiory danych", "Collections")
    return _page("collections", reader, title, ("collections",), groups=groups)


def collection(reader: Reader, document: dict[str, Any]) -> bytes:
    """Return one collection as a page."""
    layer = reader.now.catalogue.layers.get(document["id"])
    crumbs = ("collections", document["id"])
    state = reader.now.states.get(document["id"])
    return _page(
        "collection", reader, document["title"], crumbs, document=document, layer=layer, state=state
    )


def schema(reader: Reader, document: dict[str, Any]) -> bytes:
    """Return a schema as a table."""
    crumbs = document["$id"].split("/ogc/")[1].split("/")
    return _page("schema", reader, document["title"], crumbs, document=document)


def functions(reader: Reader, document: dict[str, Any]) -> bytes:
    """Return the functions as a table."""
    title = reader.say("Funkcje filtrów", "Functions of filters")
    return _page("functions", reader, title, ("functions",), functions=document["functions"])


def items(
    reader: Reader,
    query: Query,
    features: Sequence[str],
    matched: int | None,
    links: Sequence[dict[str, Any]],
) -> bytes:
    """Return a page of features as a table."""
    layer = query.layer
    fields = {name: layer.visible_fields[name] for name in answered(query)}
    rows = [
        (feature["id"], _shown(reader, layer, feature["properties"]))
        for feature in map(orjson.loads, features)
    ]
    return _page(
        "items", reader, layer.spec.title[reader.language], ("collections", layer.id, "items"),
        layer=layer, fields=fields, rows=rows, matched=matched, links=links,
        following=next((one["href"] for one in links if one["rel"] == "next"), None),
    )  # fmt: skip


def item(
    reader: Reader, query: Query, feature: dict[str, Any], links: Sequence[dict[str, Any]]
) -> bytes:
    """Return one feature as a table."""
    layer = query.layer
    number = str(feature["id"])
    named = feature["properties"].get(layer.spec.name_field or "")
    title = f"{layer.spec.title[reader.language]}: {named or number}"
    crumbs = ("collections", layer.id, "items", number)
    values = _shown(reader, layer, feature["properties"])
    where = urlencode({"l": layer.id, "f": f"{layer.id}/{number}"})
    return _page(
        "item", reader, title, crumbs, layer=layer, number=number, shown=values,
        geometry=feature["geometry"], links=links, map_query=where,
    )  # fmt: skip


def _shown(reader: Reader, layer: Layer, properties: dict[str, Any]) -> dict[str, str]:
    fields = layer.visible_fields
    return {
        name: shown.value(value, fields[name], reader.now.catalogue, reader.language, properties)
        for name, value in properties.items()
    }
