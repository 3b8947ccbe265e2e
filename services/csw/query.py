"""Which records a request asks for: type, constraint, order."""

from __future__ import annotations

import re
from collections.abc import Sequence

import shapely.geometry

from sip import crs, filter_encoding, gml, query
from sip.crs import CRS84_CODE, Extent
from sip.errors import UnknownName
from sip.filter_encoding import Kind, Node, Vocabulary
from sip.metadata import Record
from sip.ows_common import Asked, OwsError, Parameters
from sip.query import shapes
from sip.record_filter import BOX, Queryables, holds, plain

TYPES = ("csw:Record", "gmd:MD_Metadata", "srv:SV_ServiceIdentification")
NAMES = {
    "identifier": "identifier", "title": "title", "type": "type", "subject": "subject",
    "abstract": "abstract", "description": "abstract", "modified": "modified", "date": "modified",
    "format": "format", "language": "language", "anytext": "anytext", "rights": "rights",
    "creator": "publisher", "publisher": "publisher", "contributor": "publisher",
    "organisationname": "publisher", "relation": "relation", "source": "relation",
    "spatial": "spatial", "boundingbox": BOX, "alternatetitle": "title", "revisiondate": "modified",
    "creationdate": "modified", "publicationdate": "modified", "topiccategory": "topic",
    "resourceidentifier": "identifier", "parentidentifier": "relation", "denominator": "scale",
    "servicetype": "servicetype", "operateson": "relation", "keywordtype": "subject",
    "association": "relation", "coverage": "spatial", "crs": "crs", "resourcelanguage": "language",
    "hasxlinks": "relation", "inspirespatialdatathemes": "theme",
}  # fmt: skip
"""Queryables of CSW 2.0.2 and of its ISO profile (07-045), in lower case, and ours for them."""


def queryables(record: Record) -> Queryables:
    """Return what can be asked of a record."""
    subjects = [one for text in record.subjects for one in (text.pl, text.en)]
    organisation = record.contact.organisation
    texts: dict[str, list[str]] = {
        "identifier": [record.uuid],
        "title": [record.title.pl, record.title.en],
        "type": [record.kind],
        "subject": subjects,
        "abstract": [record.abstract.pl, record.abstract.en],
        "modified": [record.date.isoformat()],
        "format": [one.name for one in record.formats],
        "language": ["pol"],
        "rights": [record.licence],
        "publisher": [organisation.pl, organisation.en],
        "relation": [uuid for _, uuid in record.operates_on],
        "spatial": list(record.representations),
        "topic": [record.topic] if record.topic else [],
        "scale": [str(record.scale_denominator)] if record.scale_denominator else [],
        "servicetype": [record.service_type] if record.service_type else [],
        "crs": list(record.crs),
        "theme": [record.inspire_theme] if record.inspire_theme else [],
    }
    words = ["title", "abstract", "subject", "publisher", "format", "topic", "identifier"]
    texts["anytext"] = [" ".join([record.id, *(part for word in words for part in texts[word])])]
    return Queryables(texts, record.extent)


def selected(found: Sequence[Record], asked: Asked) -> list[Record]:
    """Return the records that a GetRecords asks for, in the order that it asks for.

    Raises:
        OwsError, QueryError: Its constraint or order cannot be understood.
    """
    tree = _constraint(asked)
    kinds = _kinds(asked.parameters, tree)
    known = [(record, queryables(record)) for record in found if record.kind in kinds]
    if tree is not None:
        known = [pair for pair in known if holds(tree, pair[1])]
    for name, descending in reversed(_order(asked.parameters)):
        known.sort(key=lambda pair: plain(next(iter(pair[1].texts[name]), "")), reverse=descending)
    return [record for record, _ in known]


def _kinds(given: Parameters, tree: Node | None) -> Sequence[str]:
    """Return the kinds of records among which is searched.

    Services are records of their own type: they come where it is named, or where the constraint
    speaks of types or identifiers.
    """
    names = given.require("typenames").replace(" ", ",").split(",")
    locals_ = {name.rsplit(":", 1)[-1] for name in names if name}
    unknown = locals_ - {name.rsplit(":", 1)[-1] for name in TYPES}
    if unknown:
        text = f'"{", ".join(sorted(unknown))}" is not one of {", ".join(TYPES)}'
        raise OwsError("InvalidParameterValue", "typeNames", text)
    kinds = ["dataset"] if locals_ - {"SV_ServiceIdentification"} else []
    if "SV_ServiceIdentification" in locals_ or _speaks_of(tree, _OF_SERVICES):
        kinds.append("service")
    return kinds


_OF_SERVICES = ("type", "identifier", "servicetype", "relation")


def _speaks_of(tree: object, names: Sequence[str]) -> bool:
    if isinstance(tree, dict):
        return tree.get("property") in names or any(_speaks_of(one, names) for one in tree.values())
    return isinstance(tree, list) and any(_speaks_of(one, names) for one in tree)


def resolve(name: str) -> tuple[str, Kind]:
    """Return our name of a queryable, with or without prefix, and its kind.

    Raises:
        UnknownName: There is none.
    """
    plain_name = re.split(r"[:/]", name.strip())[-1].lower()
    if plain_name not in NAMES:
        raise UnknownName(f'"{name}" is no queryable of records')
    found = NAMES[plain_name]
    return found, "geometry" if found == BOX else "text"


def _order(given: Parameters) -> list[tuple[str, bool]]:
    keys = []
    for part in given.get("sortby").split(","):
        if not part.strip():
            continue
        name, order = re.fullmatch(r"(.*?)(?::([AaDd]))?", part.strip()).groups()  # type: ignore[union-attr]
        try:
            found, kind = resolve(name)
        except UnknownName as error:
            raise OwsError("InvalidParameterValue", "sortBy", str(error)) from error
        if kind == "geometry":
            raise OwsError("InvalidParameterValue", "sortBy", "a rectangle has no order")
        keys.append((found, (order or "A").upper() == "D"))
    return keys


def _constraint(asked: Asked) -> Node | None:
    given = asked.parameters
    if asked.filter is not None:
        return filter_encoding.translate(asked.filter, _WORDS)
    text = given.get("constraint")
    if not text:
        return None
    language = given.get("constraintlanguage", "CQL_TEXT").upper()
    if language != "CQL_TEXT":
        allowed = '"CQL_TEXT" or "FILTER"'
        raise OwsError("InvalidParameterValue", "constraintLanguage", f"it may be {allowed}")
    tree = _renamed(query.parse_text(text))
    if not isinstance(tree, dict):
        raise OwsError("InvalidParameterValue", "constraint", "it is no condition")
    return tree


def _renamed(tree: object) -> object:
    """Return a tree of CQL text with the names of our queryables."""
    if isinstance(tree, list):
        return [_renamed(part) for part in tree]
    if not isinstance(tree, dict):
        return tree
    if isinstance(tree.get("property"), str):
        return {"property": resolve(tree["property"])[0]}
    return {key: _renamed(part) for key, part in tree.items()}


def _shape(shape: gml.Shape) -> Node:
    if shape.type == "Box":
        west, south, east, north = (float(str(value)) for value in shape.coordinates)
        moved = Extent(west, south, east, north)
        if crs.epsg(shape.crs) != crs.epsg(CRS84_CODE):
            moved = moved.transformed(shape.crs, CRS84_CODE)
        return {"bbox": [moved.west, moved.south, moved.east, moved.north]}
    if crs.epsg(shape.crs) == crs.epsg(CRS84_CODE):
        return {"type": shape.type, "coordinates": shape.coordinates}
    plain_shape = {"type": shape.type, "coordinates": shape.coordinates}
    own = shapes.moved(
        shapely.geometry.shape(plain_shape), source=shape.crs, storage=crs.epsg(CRS84_CODE)
    )
    return dict(shapely.geometry.mapping(own))


_WORDS = Vocabulary(
    resolve=resolve,
    geometry=BOX,
    key="identifier",
    key_of=str,
    crs=4326,
    shape=_shape,
)
