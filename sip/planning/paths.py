"""Names in requests for nested features: which element a path leads to, and what keeps its value.

Paths are those that clients write: steps with a prefix or without, the type's own name in front of
them or not, and `@xlink:href` behind what is a reference.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping

from lxml import etree

from sip import xml
from sip.planning.rows import TITLES
from sip.planning.types import ZONE, Attribute, Version, schemas

_IDENTITY: Mapping[str, str] = {
    "przestrzenNazw": "namespace", "lokalnyId": "local_id", "wersjaId": "version_id",
}  # fmt: skip
_DATE_KINDS = ("dateType", "CI_DateTypeCode")
_INNER = ("identifier", "dated", "base_map", "surface", "multisurface")
"""Kinds of elements that hold others."""
_IDENTIFIER = "identifier"
"""The element of GML that names an object, and the field that keeps it."""


@dataclasses.dataclass(frozen=True)
class Place:
    """What a path leads to in a feature type."""

    steps: tuple[str, ...]
    """Local names, the first that of a child of the feature; an attribute is `@name`."""
    field: str | None
    """The column of the register; None where the value is found elsewhere."""
    attribute: Attribute | None
    """The declaration of the child; None for `gml:identifier`."""

    @property
    def element(self) -> str:
        """The child of the feature that the path goes through."""
        return self.steps[0]

    @property
    def is_list(self) -> bool:
        """Whether a feature may have several values there."""
        return self.attribute is not None and self.attribute.many

    def values(self, feature: etree._Element) -> Iterator[etree._Element | str]:
        """Yield what a feature has there: elements, or the values of an attribute."""
        found = [feature]
        for step in self.steps:
            if step.startswith("@"):
                yield from (value for one in found for value in _named(one, step[1:]))
                return
            found = [child for one in found for child in one if xml.local(child) == step]
        yield from found


def _named(element: etree._Element, name: str) -> Iterator[str]:
    yield from (str(v) for key, v in element.attrib.items() if etree.QName(key).localname == name)


def place(type_: str, path: str) -> Place | None:
    """Return what a path leads to in a type; None if the type has no such thing."""
    steps = tuple(_local(step) for step in path.strip().split("/") if step)
    attributes = schemas().types[type_].attributes
    for at, step in enumerate(steps):
        if step in attributes:
            rest, one = steps[at:], attributes[step]
            deep = any(not inner.startswith("@") for inner in rest[1:])
            if deep and one.type not in _INNER:
                return None
            return Place(rest, _field(type_, rest, one), one)
        if step in _IDENTITY:
            whole = ("idIIP", "Identyfikator", step)
            return Place(whole, _IDENTITY[step], attributes["idIIP"])
        if step == _IDENTIFIER:
            return Place(steps[at:], _IDENTIFIER, None)
    return None


def _local(step: str) -> str:
    name = step.removeprefix("@").rpartition(":")[2]
    return f"@{name}" if step.startswith("@") else name


def _field(type_: str, steps: tuple[str, ...], one: Attribute) -> str | None:
    last = steps[-1]
    if one.type == "identifier":
        return _IDENTITY.get(last)
    if one.type == "dated" and last in _DATE_KINDS:
        return "date_type"
    if last.startswith("@") and not (last == "@href" and one.type in ("code", "reference")):
        return None
    if one.is_geometry:
        return "geom" if len(steps) == 1 else None
    return "zone_kind" if (type_, steps[0]) == (ZONE, "nazwa") else one.field


def shown_by(type_: str, field: str) -> str | None:
    """Return the element of a type that shows a field of the register; None if none does."""
    if field == _IDENTIFIER:
        return _IDENTIFIER
    if field in _IDENTITY.values():
        return "idIIP"
    kind = schemas().types[type_]
    named = {one.field: element for element, one in kind.attributes.items() if one.field}
    return named.get(field) or {"geom": kind.geometry, "date_type": "data"}.get(field)


def reduced(feature: etree._Element, type_: str, version: Version, wanted: Iterable[str]) -> None:
    """Take out of a feature what was not asked for and may be missing (WFS 2.0, 7.9.2.4.5)."""
    attributes = schemas().types[type_].in_version(version)
    kept = set(wanted)
    for name, one in attributes.items():
        if one.min or version in one.needed_in:
            kept.add(name)
    for child in list(feature):
        if xml.local(child) not in kept:
            feature.remove(child)


def written(
    type_: str, field: str, text: str, code_at: Callable[[str, str], str | None]
) -> tuple[str, str | None]:
    """Return how the register writes a value, and what stands between several; None for one.

    Args:
        type_: The feature type.
        field: The column.
        text: The value: a code or its address.
        code_at: Gives the code of a list that has an address.
    """
    named = schemas().types[type_].attributes
    one = next((a for a in named.values() if a.field == field), None)
    if (type_, field) == (ZONE, "zone_kind"):
        one = named["nazwa"]
    if one is None:
        return text, None
    code = code_at(one.codes, text.strip()) if one.codes else None
    glue = TITLES if one.type == "text" else " "
    return code or text, glue if one.many else None
