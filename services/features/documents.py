"""The documents that all parts of the API share: landing page, conformance, collections."""

from __future__ import annotations

import dataclasses
import datetime
import functools
import math
from collections.abc import Sequence
from typing import Any

from sip import crs, publish
from sip.catalogue import Layer
from sip.crs import CRS84, CRS84_CODE, Extent
from sip.errors import NotFound
from sip.negotiation import (
    CSV,
    FLATGEOBUF,
    GEOJSON,
    HTML,
    JSON,
    OPENAPI,
    SCHEMA,
    Form,
)
from sip.ogc import Addition, Collection, Link, OgcPart
from sip.service import Context, LayerState
from sip.text import Language, Text

_REL = "http://www.opengis.net/def/rel/ogc/1.0/"
_SPEC = "http://www.opengis.net/spec/"
CONFORMANCE = (
    *(f"{_SPEC}ogcapi-common-1/1.0/conf/{name}" for name in ("core", "landing-page")),
    *(f"{_SPEC}ogcapi-common-2/1.0/conf/{name}" for name in ("collections",)),
    *(f"{_SPEC}ogcapi-features-1/1.0/conf/{name}" for name in ("core", "geojson", "html", "oas30")),
    f"{_SPEC}ogcapi-features-2/1.0/conf/crs",
    *(
        f"{_SPEC}ogcapi-features-3/1.0/conf/{name}"
        for name in ("queryables", "queryables-query-parameters", "filter", "features-filter")
    ),
    *(
        f"{_SPEC}ogcapi-features-5/1.0/conf/{name}"
        for name in ("schemas", "core-roles-features", "returnables-and-receivables", "queryables")
    ),
    # The draft of Part 4 gave all but "features" to Common Part 5; clients look for either name.
    *(
        f"{_SPEC}{part}/1.0/conf/{name}"
        for part in ("ogcapi-features-4", "ogcapi-common-5")
        for name in (
            "create-replace-delete",
            "update",
            "optimistic-locking-etags",
            "return-resource-representation-in-response",
            "handling",
        )
    ),
    f"{_SPEC}ogcapi-features-4/1.0/conf/features",
    *(
        f"{_SPEC}cql2/1.0/conf/{name}"
        for name in (
            "cql2-text",
            "cql2-json",
            "basic-cql2",
            "advanced-comparison-operators",
            "case-insensitive-comparison",
            "accent-insensitive-comparison",
            "basic-spatial-functions",
            "basic-spatial-functions-plus",
            "spatial-functions",
            "temporal-functions",
            "array-functions",
            "property-property",
            "functions",
            "arithmetic",
        )
    ),
)


@dataclasses.dataclass(frozen=True)
class Reader:
    """Who a document is made for."""

    now: Context
    root: str
    """The origin, without a slash at the end."""
    language: Language

    def url(self, *path: str) -> str:
        """Return an address below `/ogc`."""
        return "/".join([f"{self.root}/ogc", *path])

    def say(self, pl: str, en: str) -> str:
        """Return the one of two texts that the visitor reads."""
        return pl if self.language == "pl" else en

    def link(self, rel: str, href: str, type_: str, pl: str, en: str) -> dict[str, Any]:
        """Return a link."""
        title = self.say(pl, en)
        return {"rel": rel, "href": href, "type": type_, "title": title, "hreflang": self.language}

    def plugged(self, link: Link) -> dict[str, Any]:
        """Return a link that another service adds."""
        title = link.title
        made = self.link(link.rel, self.root + link.path, link.type, title.pl, title.en)
        return made | ({"templated": True} if link.templated else {})

    def selves(self, address: str, forms: Sequence[Form], own: Form = JSON) -> list[dict[str, Any]]:
        """Return the links of a document to itself and to its other forms."""
        joint = "&" if "?" in address else "?"
        return [
            self.link(
                "self" if form is own else "alternate",
                f"{address}{joint}f={form.name}",
                form.type,
                form.title_pl,
                form.title_en,
            )
            for form in forms
        ]


@functools.cache
def parts() -> tuple[OgcPart, ...]:
    """Find what other services add; looking for services takes longer than a page."""
    return tuple(service.ogc for service in publish.services() if service.ogc)


def conformance() -> dict[str, Any]:
    """Return the declaration of conformance."""
    plugged = [uri for part in parts() for uri in part.conformance]
    return {"conformsTo": list(dict.fromkeys([*CONFORMANCE, *plugged]))}


def landing(reader: Reader) -> dict[str, Any]:
    """Return the landing page."""
    project = reader.now.catalogue.project
    link, url = reader.link, reader.url
    links = [
        *reader.selves(url(), (JSON, HTML)),
        link("service-desc", url("api"), OPENAPI.type, OPENAPI.title_pl, OPENAPI.title_en),
        link("service-doc", url("api?f=html"), HTML.type, "Opis API do czytania", "API to read"),
    ]
    for path, pl, en in (
        ("conformance", "Zgodność ze standardami", "Conformance"),
        ("collections", "Zbiory danych", "Collections"),
        ("functions", "Funkcje filtrów", "Functions of filters"),
    ):
        short = "data" if path == "collections" else path
        rels = (f"{_REL}{short}",) if path == "functions" else (short, f"{_REL}{short}")
        links += [link(rel, url(path), JSON.type, pl, en) for rel in rels]
    links += [reader.plugged(one) for part in parts() for one in part.links(reader.now)]
    return {
        "title": project.title[reader.language],
        "description": project.abstract[reader.language],
        "attribution": project.contact.organisation[reader.language],
        "links": links,
    }


def collections(reader: Reader) -> dict[str, Any]:
    """Return the list of collections."""
    found = [of_layer(reader, layer) for layer in reader.now.catalogue.layers.values()]
    others = [of_other(reader, one) for part in parts() for one in part.collections(reader.now)]
    return {
        "links": reader.selves(reader.url("collections"), (JSON, HTML)),
        "crs": [crs.uri(code) for code in (CRS84_CODE, *reader.now.catalogue.project.offered_crs)],
        "collections": [one for one in [*found, *others] if one is not None],
    }


def collection(reader: Reader, name: str) -> dict[str, Any]:
    """Return the document of one collection.

    Raises:
        NotFound: There is none of that name.
    """
    layer = reader.now.catalogue.layers.get(name)
    found = of_layer(reader, layer) if layer else None
    if found is None:
        others = (one for part in parts() for one in part.collections(reader.now))
        found = next((of_other(reader, one) for one in others if one.id == name), None)
    if found is None:
        raise no_collection(name)
    return found


def properties(now: Context, layer: Layer) -> dict[str, Any]:
    """Return the fields of a layer that services other than this one tell of."""
    added = (part.collection(now, layer) for part in parts())
    return {name: one for add in added if add for name, one in add.properties.items()}


def no_collection(name: str) -> NotFound:
    """Say that there is no such collection."""
    return NotFound(f'there is no collection "{name}"', pl=f'nie ma zbioru "{name}"')


def of_layer(reader: Reader, layer: Layer) -> dict[str, Any] | None:
    """Return the document of a layer's collection; None where no service publishes it as one."""
    additions = [part.collection(reader.now, layer) for part in parts()]
    added = [one for one in additions if one is not None]
    has_items = layer.offers("features")
    if not added and not has_items:
        return None
    state = reader.now.states.get(layer.id)
    document: dict[str, Any] = {}
    for one in added:
        document.update(one.members)
    document.update(_described(reader, layer.id, layer.spec.title, layer.spec.abstract))
    document["extent"] = _extent(reader, state, added)
    document["links"] += _layer_links(reader, layer) if has_items else []
    document["links"] += [reader.plugged(link) for one in added for link in one.links]
    if has_items:
        document.update(_with_items(reader))
    return document


def of_other(reader: Reader, other: Collection) -> dict[str, Any]:
    """Return the document of a collection that is no layer."""
    document = dict(other.addition.members)
    document.update(_described(reader, other.id, other.title, other.abstract))
    document["extent"] = _extent(reader, None, [other.addition])
    document["links"] += [reader.plugged(link) for link in other.addition.links]
    return document


def _described(reader: Reader, name: str, title: Text, abstract: Text) -> dict[str, Any]:
    return {
        "id": name,
        "title": title[reader.language],
        "description": abstract[reader.language],
        "links": reader.selves(reader.url("collections", name), (JSON, HTML)),
    }


def _with_items(reader: Reader) -> dict[str, Any]:
    project = reader.now.catalogue.project
    return {
        "itemType": "feature",
        "crs": [crs.uri(code) for code in (CRS84_CODE, *project.offered_crs)],
        "storageCrs": crs.uri(project.storage_crs),
    }


def _layer_links(reader: Reader, layer: Layer) -> list[dict[str, Any]]:
    address = reader.url("collections", layer.id)
    link = reader.link
    links = [
        link("items", f"{address}/items?f={form.name}", form.type, form.title_pl, form.title_en)
        for form in (GEOJSON, HTML, CSV, FLATGEOBUF)
    ]
    for name, pl, en in (
        ("schema", "Schemat obiektu", "Schema of a feature"),
        ("queryables", "O co można pytać", "What can be asked about"),
    ):
        links.append(link(f"{_REL}{name}", f"{address}/{name}", SCHEMA.type, pl, en))
    link_map = f"{reader.root}/map?l={layer.id}"
    links.append(link("related", link_map, HTML.type, "Na mapie", "On the map"))
    licence = layer.metadata.licence or reader.now.catalogue.project.licence
    if licence.startswith("http"):
        links.append(link("license", licence, HTML.type, "Licencja", "Licence"))
    return links


def _extent(reader: Reader, state: LayerState | None, added: Sequence[Addition]) -> dict[str, Any]:
    """Return the extent of the rows, else of what a service added, else the project's."""
    project = reader.now.catalogue.project
    box = project.extent
    found = Extent(box.west, box.south, box.east, box.north)
    given = next((one.extent for one in added if one.extent), None)
    if state and state.extent:
        found = state.extent.transformed(project.storage_crs, CRS84_CODE)
    elif given:
        found = given
    least = [math.floor(v * 1e6) / 1e6 for v in (found.west, found.south)]
    most = [math.ceil(v * 1e6) / 1e6 for v in (found.east, found.north)]
    extent: dict[str, Any] = {"spatial": {"bbox": [[*least, *most]], "crs": CRS84}}
    if state and any(state.time):
        extent["temporal"] = {
            "interval": [[_moment(end) for end in state.time]],
            "trs": "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
        }
    return extent


def _moment(value: datetime.date | datetime.datetime | None) -> str | None:
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
    return f"{value.isoformat()}T00:00:00Z" if value else None
