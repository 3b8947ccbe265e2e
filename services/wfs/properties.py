"""What the names of properties in a request stand for: fields of a layer, elements of a schema."""

from __future__ import annotations

import dataclasses
import re

from services.wfs.model import GEOMETRY, TypeName
from sip.catalogue import Catalogue, Layer
from sip.filter_encoding import Kind, Node
from sip.ows_common import OwsError, Parameters, choose
from sip.planning import live, paths
from sip.query import SortKey

_ORDERS = {"": False, "asc": False, "a": False, "desc": True, "d": True}
_SCHEME = re.compile("^https?:")


@dataclasses.dataclass(frozen=True)
class Selection:
    """What of its features is wanted."""

    fields: tuple[str, ...] | None = None
    """None for all."""
    geometry: bool = True
    elements: frozenset[str] | None = None
    """The same as elements of the schema that nests the type; None for all."""


def nested_type(name: TypeName) -> str | None:
    """Return the type of the schema that a name is of; None for one of our own."""
    return name.local if live.version_of(name.namespace, name.local) else None


def path_of(layer: Layer, name: TypeName, path: str) -> paths.Place | None:
    """Return where a path leads to in the schema that nests a type; None where none does.

    A type of our own takes the paths of the law's name for it.
    """
    law = layer.spec.wfs
    type_ = nested_type(name) or (law and live.version_of(law.namespace, law.name) and law.name)
    return paths.place(type_, path) if type_ else None


def resolve(layer: Layer, name: TypeName, path: str, locator: str) -> tuple[str, Kind]:
    """Return the field that a name stands for, with its kind.

    Raises:
        OwsError: There is none.
    """
    plain = path.strip().rsplit("/", 1)[-1].rsplit(":", 1)[-1]
    place = path_of(layer, name, path)
    is_own = nested_type(name) is None and plain in (*layer.visible_fields, GEOMETRY)
    found = plain if is_own or place is None else place.field
    if found is None:
        text = f'"{path}" can be shown, but neither compared nor sorted by'
        raise OwsError("InvalidParameterValue", locator, text)
    if field := layer.visible_fields.get(found):
        return found, field.type
    if found == GEOMETRY and layer.spec.geometry:
        return found, "geometry"
    raise OwsError("InvalidParameterValue", locator, f'"{path}" is no property of {layer.id}')


def selection(layer: Layer, name: TypeName, given: Parameters) -> Selection:
    """Return what of its features a request wants.

    Raises:
        OwsError: A property is unknown.
    """
    text = given.get("propertyname").strip("()")
    asked = [one.strip() for one in text.split(",") if one.strip()]
    if not asked or "*" in asked:
        return Selection()
    fields, elements = [], set()
    type_ = nested_type(name)
    for path in asked:
        place = path_of(layer, name, path)
        if type_ and place is not None and place.field is None:
            elements.add(place.element)
            continue
        field, _ = resolve(layer, name, path, "propertyName")
        fields.append(field)
        shown = place.element if place else paths.shown_by(type_, field) if type_ else None
        elements |= {shown} if shown else set()
    own = tuple(one for one in fields if one != GEOMETRY)
    return Selection(own, GEOMETRY in fields, frozenset(elements) if type_ else None)


def sort_keys(layer: Layer, name: TypeName, given: Parameters) -> tuple[SortKey, ...]:
    """Return what features are sorted by.

    Raises:
        OwsError: A property is unknown or has no order.
    """
    keys = []
    for part in given.get("sortby").split(","):
        if not part.strip():
            continue
        path, _, order = part.strip().partition(" ")
        own, kind = resolve(layer, name, path, "sortBy")
        if kind == "geometry":
            raise OwsError("InvalidParameterValue", "sortBy", "a geometry has no order")
        keys.append(SortKey(own, choose(order.strip().lower(), _ORDERS, "sortBy")))
    return tuple(keys)


def equal(catalogue: Catalogue, layer: Layer, field: str, text: str) -> Node | None:
    """Return the condition that a field has a value that is told by a code's address, or that is
    one of several; None where the two are simply compared."""
    law = layer.spec.wfs
    if law is None or not live.version_of(law.namespace, law.name):
        return None

    def code_at(codes: str, address: str) -> str | None:
        wanted = _SCHEME.sub("", address)
        values = catalogue.code_lists[codes].values
        return next((one.code for one in values if _SCHEME.sub("", one.uri) == wanted), None)

    value, glue = paths.written(law.name, field, text, code_at)
    alone: Node = {"op": "=", "args": [{"property": field}, value]}
    if glue is None:
        return alone if value != text else None
    within = re.sub(r"([%_\\])", r"\\\1", value)
    patterns = (f"{within}{glue}%", f"%{glue}{within}{glue}%", f"%{glue}{within}")
    among = [{"op": "like", "args": [{"property": field}, one]} for one in patterns]
    return {"op": "or", "args": [alone, *among]}
