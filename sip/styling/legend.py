"""The legend of a layer: who is drawn how, and under which words; every emitter reads this."""

from __future__ import annotations

import dataclasses
from typing import Literal

from sip import units
from sip.catalogue import Catalogue, Layer
from sip.errors import NotFound
from sip.layer import FieldType
from sip.style import Label, StyleClass, StyleFile, Symbol
from sip.text import Text

type Kind = Literal["point", "line", "polygon", "grid"]
type Value = str | int | float | bool


@dataclasses.dataclass(frozen=True)
class Always:
    """Every feature."""


@dataclasses.dataclass(frozen=True)
class OneOf:
    """Features whose value is among some."""

    field: str
    values: tuple[Value, ...]


@dataclasses.dataclass(frozen=True)
class Between:
    """Features whose value lies in [min, max); None is no bound. Never an empty value."""

    field: str
    min: float | None
    max: float | None


@dataclasses.dataclass(frozen=True)
class Otherwise:
    """Features that no other entry takes, those without a value among them."""

    field: str


type Condition = Always | OneOf | Between | Otherwise


@dataclasses.dataclass(frozen=True)
class Entry:
    """One line of the legend."""

    title: Text
    symbol: Symbol
    takes: Condition


@dataclasses.dataclass(frozen=True)
class Legend:
    """The look of one layer: of features, or of a grid of values."""

    layer: str
    title: Text
    kind: Kind
    entries: tuple[Entry, ...]
    label: Label | None
    min_denominator: float | None
    """Largest scale at which it is drawn."""
    max_denominator: float | None
    """First scale denominator at which it is no longer drawn."""
    label_unit: str = ""
    """What is written after the label's number: a space and the sign of its unit, or nothing."""


def of(catalogue: Catalogue, layer: Layer) -> Legend:
    """Make the legend of a layer.

    Raises:
        NotFound: The layer has none: a plain table, a picture, somebody else's service.
    """
    style = layer.style
    if style is None:
        raise NotFound(f'the layer "{layer.id}" has no style')
    return Legend(
        layer=layer.id,
        title=layer.spec.title,
        kind=_kind(layer.spec.geometry),
        entries=_entries(catalogue, layer, style),
        label=style.label,
        min_denominator=style.min_denominator,
        max_denominator=style.max_denominator,
        label_unit=_unit(layer, style.label),
    )


def _unit(layer: Layer, label: Label | None) -> str:
    field = layer.spec.fields.get(label.field) if label else None
    sign = units.international(field.unit) if field else ""
    return f"\N{NO-BREAK SPACE}{sign}" if sign else ""


def _kind(geometry: str | None) -> Kind:
    if geometry is None:
        return "grid"
    if geometry.endswith("Point"):
        return "point"
    return "line" if geometry.endswith("LineString") else "polygon"


def _entries(catalogue: Catalogue, layer: Layer, style: StyleFile) -> tuple[Entry, ...]:
    if style.symbol is not None:
        return (Entry(layer.spec.title, style.symbol, Always()),)
    assert style.field is not None
    field = layer.spec.fields.get(style.field)
    codes = catalogue.codes_of(field) if field else None
    titles = {code.code: code.title for code in codes.values} if codes else {}
    kind = field.type if field else "number"
    made = [
        Entry(
            one.title or titles[str(one.values[0])],
            one.symbol,
            _condition(style.field, one, kind),
        )
        for one in style.classes
    ]
    if style.other:
        made.append(Entry(style.other_title, style.other, Otherwise(style.field)))
    return tuple(made)


def _condition(field: str, one: StyleClass, kind: FieldType) -> Condition:
    if not one.values:
        return Between(field, one.min, one.max)
    return OneOf(field, tuple(str(value) if kind == "text" else value for value in one.values))
