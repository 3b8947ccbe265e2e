"""Objects of planning datasets as rows of registers, and what ties them to each other."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from sip.errors import DataError
from sip.planning.attributes import number
from sip.planning.feature import Feature, Value
from sip.planning.places import projected
from sip.planning.rules import RuleBook
from sip.planning.types import ACT, ADDRESS, BACK, DOCUMENT, DRAWING, REGULATIONS, ZONE, Attribute

type Row = dict[str, Any]
TITLES = " | "
"""Between the alternative titles of an act."""
RELATED = "dokument"
"""An act's word for a document that has no effect of its own, and that effect's code."""
ROLES: Mapping[str, str] = {**{back: role for role, back in BACK.items()}, RELATED: RELATED}
"""The code of an effect, by what an act says of a document."""
_IN_HECTARES = {"m2": Decimal("0.0001"), "m²": Decimal("0.0001")}


@dataclasses.dataclass(frozen=True)
class Rows:
    """What objects are in the registers."""

    by_layer: Mapping[str, Sequence[Row]]
    """Rows by layer; `geom` is in the storage CRS."""
    dangling: Sequence[Dangling]
    """References that lead nowhere; rows keep them as `unresolved`."""


@dataclasses.dataclass(frozen=True)
class Dangling:
    """A reference that leads nowhere."""

    label: str
    """Of the object that has it."""
    identifier: str
    attribute: str
    address: str

    def __str__(self) -> str:
        """Say it in words."""
        return f"{self.label}: {self.attribute} {self.address}"


class Names:
    """Finds the identifiers of objects by what others call them."""

    def __init__(self, features: Sequence[Feature], known: Mapping[str, str]):
        """Take the objects of the files, and identifiers that are in the registers by address."""
        self._known = dict(known)
        for one in sorted(features, key=lambda one: one.version_id):
            for name in (one.object_address, one.address, one.identifier, f"#{one.gml_id}"):
                self._known[name] = identifier(one)

    def of(self, href: str) -> str | None:
        """Return the identifier of what is meant; an object without version is its newest."""
        return self._known.get(href) or self._known.get(href.rpartition("/")[0])


def identifier(feature: Feature) -> str:
    """Return what the register calls an object."""
    said = feature.identifier
    return said if said.startswith(f"{ADDRESS}/{feature.name}/") else feature.address


def make(
    features: Sequence[Feature], known: Mapping[str, str], extents: Mapping[str, BaseGeometry],
    book: RuleBook, storage_crs: int,
) -> Rows:  # fmt: skip
    """Return the rows of objects.

    Args:
        features: The objects of all files.
        known: Identifiers in the registers, by address with and without version.
        extents: Of acts in the registers, by identifier, in the storage CRS.
        book: The code lists.
        storage_crs: EPSG code of the registers.

    Raises:
        DataError: An object has no geometry, or a drawing belongs to no act that is known.
    """
    names = Names(features, known)
    found: defaultdict[str, list[Row]] = defaultdict(list)
    dangling: list[Dangling] = []
    ordered = sorted(features, key=lambda one: (one.name != ACT, one.text("poczatekWersjiObiektu")))
    shapes = dict(extents)
    for feature in ordered:
        row = _row(feature, names, dangling, book)
        if feature.type.geometry is not None:
            row["geom"] = shapes[row["identifier"]] = _shape(feature, storage_crs)
        elif feature.name == DRAWING:
            act = row.get("act_identifier")
            if act not in shapes:
                raise DataError(f"{feature.label}: its act is neither here nor in the register")
            row["geom"] = shapes[act]
        found[feature.type.layer].append(row)
        if feature.name == ACT:
            found["plan_base_map"] += _base_maps(feature)
    found["plan_effect"] = [
        {"document_identifier": document, "act_identifier": act, "role": role}
        for document, act, role in dict.fromkeys(_effects(features, names, dangling))
    ]
    _keep(dangling, found)
    return Rows({name: rows for name, rows in found.items() if rows}, dangling)


def _keep(dangling: Sequence[Dangling], found: Mapping[str, Sequence[Row]]) -> None:
    """Let rows keep the references that lead nowhere, or forget those that led nowhere before."""
    kept: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for one in dangling:
        kept[one.identifier][f"{one.attribute} {one.address}"] = None
    for row in (row for rows in found.values() for row in rows if "identifier" in row):
        row["unresolved"] = "\n".join(kept.get(row["identifier"], ())) or None


def _row(feature: Feature, names: Names, dangling: list[Dangling], book: RuleBook) -> Row:
    row: Row = {
        "identifier": identifier(feature),
        "namespace": feature.namespace,
        "local_id": feature.local_id,
        "version_id": feature.version_id or None,
    }
    for name, attribute in feature.type.attributes.items():
        values = [one for one in feature.values.get(name, ()) if one]
        if attribute.field is None or not values:
            continue
        if attribute.type == "reference":
            row[attribute.field] = _named(feature, name, values[0], names, dangling)
        elif attribute.type == "code":
            row[attribute.field] = " ".join(_code(one, attribute, book) for one in values)
        elif attribute.many:
            glue = TITLES if attribute.type == "text" else " "
            row[attribute.field] = glue.join(one.text for one in values)
        else:
            row[attribute.field] = _text(values[0], attribute)
    if row.get("act_identifier") is None and (feature.name == ZONE or feature.name in REGULATIONS):
        act = feature.local_id.partition("-")[0]
        row["act_identifier"] = names.of(f"{ADDRESS}/{ACT}/{feature.namespace}/{act}")
    if feature.name == DOCUMENT:
        row["date_type"] = feature.first("data").title or "creation"
    return row


def _named(
    feature: Feature, attribute: str, value: Value, names: Names, dangling: list[Dangling]
) -> str | None:
    found = names.of(value.href)
    if found is None:
        dangling.append(Dangling(feature.label, identifier(feature), attribute, value.href))
    return found


def _code(value: Value, attribute: Attribute, book: RuleBook) -> str:
    assert attribute.codes is not None
    return book.code_at(attribute.codes, value.href) or value.href


def _text(value: Value, attribute: Attribute) -> str:
    measured = number(value.text) if attribute.type == "area" else None
    if measured is None:
        return value.text
    return f"{(measured * _IN_HECTARES.get(value.uom, Decimal(1))).normalize():f}"


def _shape(feature: Feature, storage_crs: int) -> BaseGeometry:
    if feature.shape is None or feature.crs is None:
        raise DataError(f"{feature.label}: has no geometry in a known CRS")
    shape = projected(feature.shape, feature.crs, storage_crs)
    if feature.name == ACT and isinstance(shape, shapely.Polygon):
        return shapely.MultiPolygon([shape])
    return shape


def _base_maps(act: Feature) -> Iterator[Row]:
    for value in act.values.get("mapaPodkladowa", ()):
        if value:
            yield {
                "reference": value.more.get("referencja"),
                "map_date": value.more.get("data"),
                "link": value.more.get("lacze") or None,
                "act_identifier": identifier(act),
            }


def _effects(
    features: Sequence[Feature], names: Names, dangling: list[Dangling]
) -> Iterator[tuple[str, str, str]]:
    """Yield document, act and role of every effect that either side tells."""
    for feature in features:
        words = {ACT: tuple(ROLES), DOCUMENT: tuple(BACK)}.get(feature.name, ())
        for word in words:
            for value in feature.values.get(word, ()):
                other = _named(feature, word, value, names, dangling)
                if other is not None and feature.name == ACT:
                    yield other, identifier(feature), ROLES[word]
                elif other is not None:
                    yield identifier(feature), other, word
