"""How the answer of a computation looks on a map: classes by one column, told in words."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely

from sip.planning.analysis.table import Column, Table, moved, plain
from sip.report.drawing import Drawn, Layer
from sip.style import Symbol
from sip.styling.legend import Always, Between, Entry, Kind, Legend, OneOf, Otherwise
from sip.text import Language, Text

_COLOURS = ("#d55e00", "#0072b2", "#009e73", "#e69f00", "#cc79a7", "#56b4e9", "#f0e442")
"""Okabe and Ito's, which people of any sight tell apart."""
_QUIET = "#8a949b"
_STEPS = (("#440154", 0, 25), ("#3b528b", 25, 50), ("#21918c", 50, 75), ("#5ec962", 75, 100))
"""Viridis, for shares of what is used."""
_FULL = "#d55e00"
_NO_TITLE = Text(pl="", en="")
"""Classes are told by themselves: the page has the title of the answer."""
DIMENSIONS: Mapping[Kind, int] = {"polygon": 2, "line": 1, "point": 0}


def layers(table: Table, code: int) -> list[Layer]:
    """Return the answer as layers of a drawing, areas below lines below points.

    Args:
        table: The answer.
        code: EPSG code of the drawing's CRS.
    """
    if table.shapes is None or table.crs is None:
        return []
    shapes = np.array(moved(table, code).shapes, dtype=np.object_)
    there = np.where(shapely.is_missing(shapes), -1, shapely.get_dimensions(shapes))
    found = classes(table)
    values = _values(table)
    made = []
    for kind, dimension in DIMENSIONS.items():
        at = np.flatnonzero(there == dimension).tolist()
        features = [Drawn(shapes[one], values[one], "") for one in at]
        legend = Legend(table.name, _NO_TITLE, kind, found, None, None, None)
        made += [Layer(legend, features)] if features else []
    return made


def classes(table: Table) -> tuple[Entry, ...]:
    """Return the classes of an answer, those that it has."""
    column = next((one for one in table.columns if one.name == table.drawn_by), None)
    if column is None:
        return (Entry(table.title, _symbol(_COLOURS[0]), Always()),)
    if column.type == "number":
        return _ranges(column)
    there = set(_values(table))
    codes = [one for one in (column.words or sorted(map(str, there))) if one in there]
    colours = itertools.chain(_COLOURS, itertools.repeat(_QUIET))
    made = []
    for one in codes:
        symbol = _symbol(_QUIET, 0.15) if one == "none" else _symbol(next(colours))
        title = column.words.get(one, Text(pl=one, en=one))
        made.append(Entry(title, symbol, OneOf(column.name, (one,))))
    return tuple(made)


def look(table: Table, language: Language) -> dict[str, Any]:
    """Return for the live map how each class is drawn and what it takes, and titles of columns."""
    found = [
        {
            "title": one.title[language],
            "fill": one.symbol.fill,
            "opacity": one.symbol.fill_opacity,
            "field": table.drawn_by,
            **_takes(one),
        }
        for one in classes(table)
    ]
    return {"classes": found, "columns": {one.name: one.title[language] for one in table.columns}}


def _takes(entry: Entry) -> dict[str, Any]:
    match entry.takes:
        case OneOf(values=values):
            return {"values": list(values)}
        case Between(min=low, max=high):
            return {"min": low, "max": high}
        case _:
            return {}


def _ranges(column: Column) -> tuple[Entry, ...]:
    made = [
        Entry(_to(column, low, high), _symbol(colour), Between(column.name, low, high))
        for colour, low, high in _STEPS
    ]
    most = _STEPS[-1][2]
    full = Entry(
        Text(pl=f"{column.title.pl} {most} % i więcej", en=f"{column.title.en} {most}% and more"),
        _symbol(_FULL),
        Between(column.name, most, None),
    )  # fmt: skip
    none = Text(pl="nie wiadomo", en="not known")
    return (*made, full, Entry(none, _symbol(_QUIET, 0.15), Otherwise(column.name)))


def _to(column: Column, low: int, high: int) -> Text:
    title = column.title
    return Text(pl=f"{title.pl} {low} do {high} %", en=f"{title.en} {low} to {high}%")


def _symbol(colour: str, opacity: float = 0.55) -> Symbol:
    return Symbol(
        fill=colour, fill_opacity=opacity, stroke=colour, stroke_width_px=1.5, size_px=9.0
    )


def _values(table: Table) -> Sequence[Any]:
    at = next((n for n, one in enumerate(table.columns) if one.name == table.drawn_by), None)
    return [None if at is None else plain(row[at], "en") for row in table.rows]
