"""A MapLibre style of a legend: one style layer for each entry and part, in drawing order.

`metadata` of the style carries the legend itself, for a client that draws its own keys. Hatches and
markers other than circles are images of the sprite, named by what they show.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Sequence
from typing import Any

from sip.style import Hatch, Label, Symbol
from sip.styling.legend import Always, Between, Condition, Entry, Legend, OneOf, Otherwise

FONT = "DejaVu Sans"
_DENOMINATOR_AT_0 = 279541132.0143589
"""Scale denominator of Web Mercator at the equator at zoom 0 (tiles of 512 px of 0.28 mm)."""


@dataclasses.dataclass(frozen=True)
class Source:
    """Where the tiles and images of a style are."""

    tiles: str
    """Address with `{z}`, `{x}`, `{y}`."""
    sprite: str
    """Address without ending."""
    min_zoom: int
    max_zoom: int
    bounds: tuple[float, float, float, float] | None = None
    """West, south, east, north in degrees."""


def style(legend: Legend, source: Source) -> dict[str, Any]:
    """Return the style document of one layer."""
    grid = legend.kind == "grid"
    tiles: dict[str, Any] = {
        "type": "raster" if grid else "vector",
        "tiles": [source.tiles],
        "minzoom": source.min_zoom,
        "maxzoom": source.max_zoom,
    }
    if grid:
        tiles["tileSize"] = 256
    if source.bounds:
        tiles["bounds"] = list(source.bounds)
    return {
        "version": 8,
        "name": legend.layer,
        "metadata": {
            "sip:layer": legend.layer,
            "sip:title": legend.title.model_dump(),
            "sip:legend": [_described(entry) for entry in legend.entries],
        },
        "sprite": source.sprite,
        "sources": {legend.layer: tiles},
        "layers": layers(legend),
    }


def layers(legend: Legend) -> list[dict[str, Any]]:
    """Return the style layers; the parts of all entries are drawn one above the other.

    A grid comes coloured by the server: its legend is in the metadata of the style.
    """
    if legend.kind == "grid":
        return [{"id": legend.layer, "type": "raster", "source": legend.layer}]
    zooms = _zooms(legend.min_denominator, legend.max_denominator)
    made: list[tuple[int, dict[str, Any]]] = []
    for number, entry in enumerate(legend.entries):
        takes = expression(entry.takes, legend.entries)
        for order, (part, kind, properties) in enumerate(_parts(legend, entry.symbol)):
            one: dict[str, Any] = {
                "id": f"{legend.layer}-{number}-{part}",
                "type": kind,
                "source": legend.layer,
                "source-layer": legend.layer,
                "metadata": {"sip:entry": number, "sip:part": part},
                **zooms,
                **properties,
            }
            if takes is not None:
                one["filter"] = takes
            made.append((order, one))
    made.sort(key=lambda pair: pair[0])
    text = [_text(legend, legend.label, zooms)] if legend.label else []
    return [one for _, one in made] + text


def hatch_image(hatch: Hatch) -> str:
    """Return the name of a hatch in the sprite."""
    return f"hatch_{hatch.colour[1:]}_{hatch.angle_deg:g}_{hatch.spacing_px:g}_{hatch.width_px:g}"


def marker_image(symbol: Symbol) -> str:
    """Return the name of a marker in the sprite."""
    stroke = f"{symbol.stroke[1:]}_{symbol.stroke_width_px:g}" if symbol.stroke else "none"
    fill = f"{symbol.fill[1:]}_{symbol.fill_opacity:g}" if symbol.fill else "none"
    return f"{symbol.marker}_{symbol.size_px:g}_{fill}_{stroke}"


def expression(takes: Condition, entries: Sequence[Entry]) -> list[Any] | None:
    """Return the filter of a condition; an absent value passes none but `Otherwise`."""
    match takes:
        case Always():
            return None
        case OneOf(field, values):
            return ["in", ["get", field], ["literal", list(values)]]
        case Between(field, low, high):
            bounds = [[">=", ["get", field], low]] if low is not None else []
            bounds += [["<", ["get", field], high]] if high is not None else []
            return ["all", ["==", ["typeof", ["get", field]], "number"], *bounds]
        case Otherwise():
            others = [one.takes for one in entries if not isinstance(one.takes, Otherwise)]
            return ["!", ["any", *(expression(one, entries) for one in others)]]


def _described(entry: Entry) -> dict[str, Any]:
    symbol = entry.symbol.model_dump(exclude_none=True)
    described: dict[str, Any] = {"title": entry.title.model_dump(), "symbol": symbol}
    if isinstance(entry.takes, Between):
        described |= {"min": entry.takes.min, "max": entry.takes.max}
    return described


type _Part = tuple[str, str, dict[str, Any]]


def _parts(legend: Legend, symbol: Symbol) -> Iterator[_Part]:
    if legend.kind == "point":
        yield from _marker(symbol)
    elif legend.kind == "line":
        yield from _line(symbol)
    else:
        yield from _surface(symbol)


def _surface(symbol: Symbol) -> Iterator[_Part]:
    if symbol.fill:
        paint = {"fill-color": symbol.fill, "fill-opacity": symbol.fill_opacity}
        yield "fill", "fill", {"paint": paint}
    if symbol.hatch:
        yield "hatch", "fill", {"paint": {"fill-pattern": hatch_image(symbol.hatch)}}
    if symbol.stroke:
        yield "stroke", "line", _stroke(symbol)


def _line(symbol: Symbol) -> Iterator[_Part]:
    if symbol.casing:
        yield (
            "casing",
            "line",
            {
                "layout": {"line-cap": "round", "line-join": "round"},
                "paint": {"line-color": symbol.casing, "line-width": symbol.casing_width_px},
            },
        )
    if symbol.stroke:
        yield "stroke", "line", _stroke(symbol)


def _stroke(symbol: Symbol) -> dict[str, Any]:
    width = symbol.stroke_width_px
    paint: dict[str, Any] = {
        "line-color": symbol.stroke,
        "line-width": width,
        "line-opacity": symbol.stroke_opacity,
    }
    if symbol.dash:
        paint["line-dasharray"] = [round(one / width, 4) for one in symbol.dash]
    cap = "butt" if symbol.dash else "round"
    return {"layout": {"line-cap": cap, "line-join": "round"}, "paint": paint}


def _marker(symbol: Symbol) -> Iterator[_Part]:
    if symbol.marker != "circle":
        layout = {
            "icon-image": marker_image(symbol),
            "icon-allow-overlap": True,
            "icon-ignore-placement": True,
        }
        yield "marker", "symbol", {"layout": layout}
        return
    stroke = symbol.stroke_width_px if symbol.stroke else 0
    paint: dict[str, Any] = {
        "circle-radius": (symbol.size_px - stroke) / 2,
        "circle-color": symbol.fill or "#000000",
        "circle-opacity": symbol.fill_opacity if symbol.fill else 0,
    }
    if symbol.stroke:
        paint |= {"circle-stroke-color": symbol.stroke, "circle-stroke-width": stroke}
    yield "marker", "circle", {"paint": paint}


def _text(legend: Legend, label: Label, zooms: dict[str, float]) -> dict[str, Any]:
    text: list[Any] = ["to-string", ["get", label.field]]
    if legend.label_unit:
        text = ["case", ["has", label.field], ["concat", text, legend.label_unit], ""]
    layout: dict[str, Any] = {
        "text-field": text,
        "text-font": [FONT],
        "text-size": label.size_px,
    }
    if legend.kind == "line":
        layout["symbol-placement"] = "line"
    elif legend.kind == "point":
        layout |= {"text-anchor": "bottom", "text-offset": [0, -0.6]}
    paint: dict[str, Any] = {"text-color": label.colour}
    if label.halo:
        paint |= {"text-halo-color": label.halo, "text-halo-width": 1}
    own = _zooms(None, label.max_denominator)
    return {
        "id": f"{legend.layer}-label",
        "type": "symbol",
        "source": legend.layer,
        "source-layer": legend.layer,
        "metadata": {"sip:part": "label"},
        **zooms,
        "minzoom": max(own.get("minzoom", 0), zooms.get("minzoom", 0)),
        "layout": layout,
        "paint": paint,
    }


def _zooms(least: float | None, most: float | None) -> dict[str, float]:
    """Turn scale denominators into zooms: the smallest scale is the smallest zoom."""
    found: dict[str, float] = {}
    if most is not None:
        found["minzoom"] = zoom_of(most)
    if least is not None:
        found["maxzoom"] = zoom_of(least)
    return found


def zoom_of(denominator: float) -> float:
    """Return the MapLibre zoom (0 to 24) of a scale denominator."""
    zoom = math.log2(_DENOMINATOR_AT_0 / denominator)
    return round(min(max(zoom, 0.0), 24.0), 3)
