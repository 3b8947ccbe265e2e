"""The typed pieces that a filter is compiled from."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any, Literal

from sip.catalogue import Layer
from sip.errors import QueryError, UnknownName

type Kind = Literal[
    "text", "integer", "number", "boolean", "date", "timestamp", "geometry", "interval", "list"
]
PG_TYPE: dict[str, str] = {
    "text": "text",
    "integer": "bigint",
    "number": "float8",
    "boolean": "boolean",
    "date": "date",
    "timestamp": "timestamptz",
    "geometry": "geometry",
}
KIND_TITLE: dict[str, tuple[str, str]] = {
    "text": ("text", "tekst"),
    "integer": ("a whole number", "liczba całkowita"),
    "number": ("a number", "liczba"),
    "boolean": ("true or false", "prawda lub fałsz"),
    "date": ("a date", "data"),
    "timestamp": ("a timestamp", "znacznik czasu"),
    "geometry": ("a geometry", "geometria"),
    "interval": ("an interval", "przedział czasu"),
    "list": ("a list", "lista"),
}
GEOMETRY_NAMES = ("geom", "geometry")
_BIGINT = 2**63


@dataclasses.dataclass(frozen=True)
class Term:
    """An expression of SQL, or a literal that waits to learn its type from its neighbour."""

    kind: Kind
    sql: str = ""
    value: Any = None

    @property
    def is_literal(self) -> bool:
        """Whether it is a value of the request."""
        return not self.sql


class Arguments:
    """The values of a statement; the only way for a request's literal into SQL."""

    def __init__(self, values: tuple[Any, ...] = ()):
        self.values: list[Any] = list(values)

    def add(self, value: Any, pg_type: str) -> str:
        """Bind a value and return its place in the text."""
        self.values.append(value)
        return f"${len(self.values)}::{pg_type}"

    def bind(self, term: Term, kind: Kind | None = None) -> str:
        """Return the SQL of a term, a literal bound as the kind that its neighbour has."""
        if not term.is_literal:
            return term.sql
        kind = kind or term.kind
        if kind == "integer" and not is_whole(term.value):
            kind = "number"
        value = int(term.value) if kind == "integer" else term.value
        if kind == "number":
            value = float(value)
        return self.add(value, PG_TYPE[kind])


def is_whole(value: float | int) -> bool:
    """Say whether a number fits a bigint without loss."""
    return float(value).is_integer() and -_BIGINT <= value < _BIGINT


def fields(layer: Layer) -> dict[str, Kind]:
    """Return the fields that everybody may ask for, with their kinds; `id` first."""
    known: dict[str, Kind] = {"id": "integer"}
    known.update({name: field.type for name, field in layer.visible_fields.items()})
    return known


def column(layer: Layer, name: str) -> Term:
    """Return the column of a field or of the geometry.

    Raises:
        UnknownName: There is none of that name for everybody to see.
    """
    kind = fields(layer).get(name)
    if kind is not None:
        return Term(kind, quoted(name))
    if name in GEOMETRY_NAMES and layer.spec.geometry:
        return Term("geometry", "geom")
    raise unknown(layer, name)


def unknown(layer: Layer, name: str) -> UnknownName:
    """Say that a name is none of the layer's, alike for hidden and for absent ones."""
    listed = ", ".join(fields(layer))
    return UnknownName(
        f'"{name}" is no property of this collection ({listed})',
        pl=f'"{name}" nie jest właściwością tej kolekcji ({listed})',
    )


def quoted(name: str) -> str:
    """Return a catalogue's identifier for SQL; only letters, digits and _ can be in it."""
    assert name.isascii(), name
    assert name.isidentifier(), name
    return f'"{name}"'


def wrong_kind(wanted: str, found: Term) -> QueryError:
    """Say which kind of value was needed and which one came."""
    en, pl = KIND_TITLE[wanted]
    found_en, found_pl = KIND_TITLE[found.kind]
    return QueryError(
        f"the filter needs {en} where it has {found_en}",
        pl=f"w filtrze potrzebny jest typ: {pl}, a jest: {found_pl}",
    )


def is_moment(term: Term) -> bool:
    """Say whether a term is a point in time."""
    return term.kind in ("date", "timestamp")


def is_numeric(term: Term) -> bool:
    """Say whether a term is a number."""
    return term.kind in ("integer", "number")


def parse_moment(text: str, kind: Kind | None = None) -> Term:
    """Read a date (`2026-05-01`) or a timestamp (RFC 3339; UTC where it names no zone).

    Raises:
        QueryError: It is neither, or not of the kind that was asked for.
    """
    try:
        if len(text) == 10 and kind != "timestamp":
            return Term("date", value=datetime.date.fromisoformat(text))
        if kind != "date" and "T" in text.upper():
            moment = datetime.datetime.fromisoformat(text.upper())
            zone = moment.tzinfo or datetime.UTC
            return Term("timestamp", value=moment.replace(tzinfo=zone).astimezone(datetime.UTC))
    except (ValueError, OverflowError):
        pass
    raise QueryError(
        f'"{text}" is no date (2026-05-01) and no timestamp (2026-05-01T12:00:00Z)',
        pl=f'"{text}" nie jest datą (2026-05-01) ani znacznikiem czasu (2026-05-01T12:00:00Z)',
    )
