"""What a computation answers: rows with titles and units, with or without a place; as files."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import shapely
from shapely.geometry.base import BaseGeometry

from sip.layer import Unit
from sip.planning.places import as_geojson, projected
from sip.text import Language, Text

type Type = Literal["text", "integer", "number", "date", "boolean"]
_DEGREES = 4326
type Plain = str | int | float | bool | datetime.date | None
type Cell = Plain | Text
"""A word that people read is a `Text`; codes and names are the same in every language."""


@dataclasses.dataclass(frozen=True)
class Column:
    """A column of an answer; its name ends in its unit."""

    name: str
    type: Type
    title: Text
    unit: Unit | None = None
    words: Mapping[str, Text] = dataclasses.field(default_factory=dict)
    """What its codes mean, for pages."""


@dataclasses.dataclass(frozen=True)
class Table:
    """Rows, and the place of each where they have one."""

    name: str
    title: Text
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    shapes: Sequence[BaseGeometry | None] | None = None
    """In x, y of `crs`, one for each row; None for a row without a place."""
    crs: int | None = None
    notes: Sequence[Text] = ()
    """What a reader must know to use the numbers."""
    sums: Table | None = None
    """The rows in numbers by kind, for an answer that is a layer."""
    drawn_by: str = ""
    """The column that decides how a row looks on a map; none where all look alike."""

    def dicts(self, language: Language) -> list[dict[str, Plain]]:
        """Return rows by the names of columns."""
        names = [one.name for one in self.columns]
        return [
            dict(zip(names, (plain(one, language) for one in row), strict=True))
            for row in self.rows
        ]


def plain(cell: Cell, language: Language) -> Plain:
    """Return a cell in a language."""
    return cell[language] if isinstance(cell, Text) else cell


def in_words(cell: Cell, column: Column, language: Language) -> str:
    """Return a cell as people read it; nothing where it is empty."""
    value = plain(cell, language)
    if isinstance(value, str) and value in column.words:
        return column.words[value][language]
    return "" if value is None else str(value)


def as_json(table: Table, language: Language) -> dict[str, Any]:
    """Return it for programs, without places."""
    found: dict[str, Any] = {
        "name": table.name,
        "title": table.title[language],
        "columns": [
            {
                "name": one.name,
                "type": one.type,
                "title": one.title[language],
                **({"unit": one.unit} if one.unit else {}),
                **({"words": _words(one, language)} if one.words else {}),
            }
            for one in table.columns
        ],
        "rows": _rows(table, language),
        "notes": [one[language] for one in table.notes],
        **({"drawn_by": table.drawn_by} if table.drawn_by else {}),
    }
    if table.sums is not None:
        found["sums"] = as_json(table.sums, language)
    return found


def _words(column: Column, language: Language) -> dict[str, str]:
    return {code: word[language] for code, word in column.words.items()}


def _rows(table: Table, language: Language) -> list[dict[str, Plain]]:
    """Return rows as JSON can write them."""
    return [
        {
            name: one.isoformat() if isinstance(one, datetime.date) else one
            for name, one in row.items()
        }
        for row in table.dicts(language)
    ]


def of_json(document: Mapping[str, Any], layer: Mapping[str, Any] | None = None) -> Table:
    """Return the table that was written as JSON in one language, its places of the layer."""
    columns = [
        Column(
            one["name"], one["type"], _same(one["title"]), one.get("unit"),
            {code: _same(word) for code, word in one.get("words", {}).items()},
        )
        for one in document["columns"]
    ]  # fmt: skip
    places = [one["geometry"] for one in layer["features"]] if layer else [None]
    return Table(
        document["name"],
        _same(document["title"]),
        columns,
        [[_cell(row[one.name], one.type) for one in columns] for row in document["rows"]],
        [one and shapely.geometry.shape(one) for one in places] if any(places) else None,
        _DEGREES,
        [_same(one) for one in document["notes"]],
        of_json(document["sums"]) if "sums" in document else None,
        document.get("drawn_by", ""),
    )


def _same(word: str) -> Text:
    return Text(pl=word, en=word)


def _cell(value: Any, kind: Type) -> Cell:
    is_day = kind == "date" and value is not None
    return datetime.date.fromisoformat(value) if is_day else value


def as_features(table: Table, language: Language) -> dict[str, Any]:
    """Return it as GeoJSON in WGS 84; a table without places has features without geometry."""
    shapes = table.shapes if table.shapes is not None else [None] * len(table.rows)
    found: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": as_geojson(shape, table.crs), "properties": row}
            for row, shape in zip(_rows(table, language), shapes, strict=True)
        ],
    }
    if table.sums is not None:
        found["sums"] = as_json(table.sums, language)
    return found


def moved(table: Table, code: int) -> Table:
    """Return an answer with its places in another CRS."""
    if table.shapes is None or table.crs is None:
        return table
    source = table.crs
    shapes = [one and projected(one, source, code) for one in table.shapes]
    return dataclasses.replace(table, shapes=shapes, crs=code)
