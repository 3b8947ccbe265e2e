"""Features that show a whole legend: one cell of 60 by 60 m for each entry, one pixel a metre.

The cells stand in a row from (X0, Y0) eastwards, in EPSG:2178. A surface leaves 10 m around it, a
line runs through the middle of its cell, a point is its middle.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

from sip.style import Symbol
from sip.styling.legend import Always, Between, Condition, Legend, OneOf, Otherwise

X0, Y0, CELL = 7_400_000.0, 5_600_000.0, 60


@dataclasses.dataclass(frozen=True)
class Sample:
    """One feature, and where its cell is in the picture."""

    properties: dict[str, Any]
    geometry: dict[str, Any]


LARGER = 3
"""Markers are drawn so much larger, or most of their pixels would be edge."""


def bare(legend: Legend) -> Legend:
    """Return a legend without text and scale limits, and with larger markers."""
    entries = tuple(dataclasses.replace(one, symbol=_larger(one.symbol)) for one in legend.entries)
    return dataclasses.replace(
        legend, entries=entries, label=None, min_denominator=None, max_denominator=None
    )


def _larger(symbol: Symbol) -> Symbol:
    return symbol.model_copy(update={"size_px": symbol.size_px * LARGER})


def samples(legend: Legend) -> list[Sample]:
    """Return one feature for each entry."""
    return [
        Sample(_value(entry.takes), _geometry(legend.kind, X0 + CELL * n))
        for n, entry in enumerate(legend.entries)
    ]


def width(legend: Legend) -> int:
    """Return the width of the picture in pixels; it is CELL high."""
    return CELL * len(legend.entries)


def write_geojson(legend: Legend, file: Path, *, letters: bool = False) -> None:
    """Write the features; coordinates are EPSG:2178.

    With `letters` a boolean is `t` or `f`, as PostGIS gives it to MapServer.
    """
    features = [
        {
            "type": "Feature",
            "properties": {
                name: ("t" if value else "f") if letters and isinstance(value, bool) else value
                for name, value in one.properties.items()
            },
            "geometry": one.geometry,
        }
        for one in samples(legend)
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2178"}}
    file.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))


def _value(takes: Condition) -> dict[str, Any]:
    match takes:
        case Always():
            return {"name": "x"}
        case OneOf(field, values):
            return {field: values[0]}
        case Between(field, low, high):
            if low is None:
                return {field: (high or 0) - 1}
            return {field: low if high is None else (low + high) / 2}
        case Otherwise(field):
            return {field: None}


def _geometry(kind: str, west: float) -> dict[str, Any]:
    a, b, c, d = west + 10, Y0 + 10, west + CELL - 10, Y0 + CELL - 10
    middle = Y0 + CELL / 2
    if kind == "polygon":
        ring = [[a, b], [c, b], [c, d], [a, d], [a, b]]
        return {"type": "Polygon", "coordinates": [ring]}
    if kind == "line":
        return {"type": "LineString", "coordinates": [[a, middle], [c, middle]]}
    return {"type": "Point", "coordinates": [west + CELL / 2, middle]}
