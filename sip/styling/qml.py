"""A QGIS style (QML) of a legend: rules, so that intervals are half-open as everywhere else.

QGIS counts in millimetres, so that prints keep the look of the screen: a pixel is 25.4/96 mm.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping

from lxml import etree

from sip.style import Hatch, Label, Marker, Symbol
from sip.styling.legend import Always, Between, Condition, Kind, Legend, OneOf, Otherwise
from sip.text import Language

VERSION = "3.22.16-Białowieża"
MM_PER_PX = 25.4 / 96
_NAMESPACE = uuid.UUID("6f1a2c0e-3c55-5d0c-9f5e-51b0a4a6f0d1")
_SYMBOL_TYPES: Mapping[Kind, str] = {"point": "marker", "line": "line", "polygon": "fill"}
_GEOMETRY_TYPES: Mapping[Kind, str] = {"point": "0", "line": "1", "polygon": "2"}
_MARKERS: Mapping[Marker, str] = {
    "circle": "circle",
    "square": "square",
    "triangle": "triangle",
    "diamond": "diamond",
    "cross": "cross_fill",
    "star": "star",
}
_PLACEMENT: Mapping[Kind, str] = {"point": "6", "line": "2", "polygon": "1"}
"""Cartographic around a point; along a line; horizontal within a surface."""

type _Values = Mapping[str, str]


def document(legend: Legend, language: Language) -> bytes:
    """Return the QML of one layer, its titles in one language."""
    root = etree.Element("qgis", {"version": VERSION})
    root.set("styleCategories", "Symbology|Labeling|Rendering")
    if legend.kind == "grid":
        _grid(root, legend, language)
    else:
        fill_layer(root, legend, language)
    body = etree.tostring(root, encoding="UTF-8", pretty_print=True)
    return b"<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n" + body


def fill_layer(root: etree._Element, legend: Legend, language: Language) -> None:
    """Write renderer, labels and scale limits into a `qgis` or a project's `maplayer` element."""
    limited = legend.min_denominator is not None or legend.max_denominator is not None
    root.set("hasScaleBasedVisibilityFlag", "1" if limited else "0")
    # QGIS names limits by scale, so its minimum is the largest denominator.
    root.set("minScale", f"{legend.max_denominator or 0:.10g}")
    root.set("maxScale", f"{legend.min_denominator or 0:.10g}")
    root.set("labelsEnabled", "1" if legend.label else "0")
    _renderer(root, legend, language)
    if legend.label:
        _labeling(root, legend.label, legend)
    etree.SubElement(root, "layerGeometryType").text = _GEOMETRY_TYPES[legend.kind]


def _grid(root: etree._Element, legend: Legend, language: Language) -> None:
    """Colour the intervals of a grid; QGIS counts a value on the border to the lower one."""
    pipe = etree.SubElement(root, "pipe")
    renderer = etree.SubElement(pipe, "rasterrenderer", {"type": "singlebandpseudocolor"})
    for name, value in (("band", "1"), ("opacity", "1"), ("alphaBand", "-1")):
        renderer.set(name, value)
    shader = etree.SubElement(renderer, "rastershader")
    ramp = etree.SubElement(shader, "colorrampshader", {"colorRampType": "DISCRETE"})
    ramp.set("classificationMode", "1")
    ramp.set("clip", "0")
    for entry in legend.entries:
        assert isinstance(entry.takes, Between)
        item = etree.SubElement(ramp, "item", {"alpha": "255"})
        item.set("color", entry.symbol.fill or "#000000")
        item.set("value", "inf" if entry.takes.max is None else f"{entry.takes.max:.17g}")
        item.set("label", entry.title[language])


def _renderer(root: etree._Element, legend: Legend, language: Language) -> None:
    cased = any(entry.symbol.casing for entry in legend.entries)
    renderer = etree.SubElement(
        root, "renderer-v2", {"type": "RuleRenderer", "symbollevels": "1" if cased else "0"}
    )
    renderer.set("forceraster", "0")
    renderer.set("enableorderby", "0")
    rules = etree.SubElement(renderer, "rules", {"key": _key(legend.layer)})
    symbols = etree.SubElement(renderer, "symbols")
    for number, entry in enumerate(legend.entries):
        rule = etree.SubElement(
            rules, "rule", {"key": _key(f"{legend.layer}.{number}"), "symbol": str(number)}
        )
        rule.set("label", entry.title[language])
        if filter_ := expression(entry.takes):
            rule.set("filter", filter_)
        _symbol(symbols, str(number), legend.kind, list(_parts(legend.kind, entry.symbol)))


def _key(name: str) -> str:
    return f"{{{uuid.uuid5(_NAMESPACE, name)}}}"


def expression(takes: Condition) -> str:
    """Return a QGIS expression; `ELSE` for what no other rule takes."""
    match takes:
        case Always():
            return ""
        case Otherwise():
            return "ELSE"
        case OneOf(field, values):
            column = _column(field)
            if any(isinstance(value, bool) for value in values):
                # QGIS keeps truth values of OGC API Features as text, and then `true` finds none.
                column = f"to_string({column})"
            if len(values) == 1:
                return f"{column} = {_literal(values[0])}"
            return f"{column} IN ({', '.join(map(_literal, values))})"
        case Between(field, low, high):
            parts = [f"{_column(field)} >= {low:.17g}"] if low is not None else []
            parts += [f"{_column(field)} < {high:.17g}"] if high is not None else []
            return " AND ".join(parts)


def _column(field: str) -> str:
    return f'"{field}"'


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return "'true'" if value else "'false'"
    return (
        str(value) if isinstance(value, int | float) else "'" + str(value).replace("'", "''") + "'"
    )


def _symbol(
    parent: etree._Element, name: str, kind: Kind, parts: list[tuple[str, _Values, Hatch | None]]
) -> None:
    symbol = etree.SubElement(parent, "symbol", {"name": name, "type": _SYMBOL_TYPES[kind]})
    for key, value in (("alpha", "1"), ("clip_to_extent", "1"), ("force_rhr", "0")):
        symbol.set(key, value)
    for position, (cls, values, hatch) in enumerate(parts):
        layer = etree.SubElement(symbol, "layer", {"class": cls, "pass": str(position)})
        layer.set("locked", "0")
        layer.set("enabled", "1")
        _options(layer, values)
        if hatch:
            line = ("SimpleLine", _line(hatch.colour, 1, hatch.width_px, ()), None)
            _symbol(layer, f"@{name}@{position}", "line", [line])


def _options(parent: etree._Element, values: _Values) -> None:
    options = etree.SubElement(parent, "Option", {"type": "Map"})
    for name, value in values.items():
        etree.SubElement(options, "Option", {"name": name, "value": value, "type": "QString"})


def _parts(kind: Kind, symbol: Symbol) -> Iterator[tuple[str, _Values, Hatch | None]]:
    """Yield the symbol layers, the lowest first."""
    if kind == "point":
        if symbol.fill or symbol.stroke:
            yield "SimpleMarker", _marker(symbol), None
        return
    if kind == "polygon":
        if symbol.fill:
            yield "SimpleFill", _fill(symbol.fill, symbol.fill_opacity), None
        if symbol.hatch:
            hatch = symbol.hatch
            values = {"angle": f"{hatch.angle_deg:g}", "distance": _mm(hatch.spacing_px)}
            yield "LinePatternFill", {**values, "distance_unit": "MM"}, hatch
    elif symbol.casing:
        yield "SimpleLine", _line(symbol.casing, 1, symbol.casing_width_px, ()), None
    if symbol.stroke:
        width, dash = symbol.stroke_width_px, symbol.dash
        yield "SimpleLine", _line(symbol.stroke, symbol.stroke_opacity, width, dash), None


def _marker(symbol: Symbol) -> _Values:
    return {
        "name": _MARKERS[symbol.marker],
        "size": _mm(symbol.size_px),
        "size_unit": "MM",
        "color": _colour(symbol.fill or "#000000", symbol.fill_opacity if symbol.fill else 0),
        "outline_color": _colour(symbol.stroke or "#000000", symbol.stroke_opacity),
        "outline_style": "solid" if symbol.stroke else "no",
        "outline_width": _mm(symbol.stroke_width_px),
        "outline_width_unit": "MM",
    }


def _fill(colour: str, opacity: float) -> _Values:
    return {"style": "solid", "color": _colour(colour, opacity), "outline_style": "no"}


def _line(colour: str, opacity: float, width_px: float, dash: tuple[float, ...]) -> _Values:
    values = {
        "line_color": _colour(colour, opacity),
        "line_style": "solid",
        "line_width": _mm(width_px),
        "line_width_unit": "MM",
        "joinstyle": "round",
        "capstyle": "flat" if dash else "round",
        "use_custom_dash": "1" if dash else "0",
    }
    if dash:
        values |= {"customdash": ";".join(map(_mm, dash)), "customdash_unit": "MM"}
    return values


def _labeling(root: etree._Element, label: Label, legend: Legend) -> None:
    labeling = etree.SubElement(root, "labeling", {"type": "simple"})
    settings = etree.SubElement(labeling, "settings", {"calloutType": "simple"})
    unit = legend.label_unit
    written = f"\"{label.field}\" || '{unit}'" if unit else label.field
    style = etree.SubElement(settings, "text-style", {"fieldName": written})
    for name, value in (
        ("fontFamily", "DejaVu Sans"),
        ("fontSize", _mm(label.size_px)),
        ("fontSizeUnit", "MM"),
        ("fontWeight", "50"),  # regular; QGIS takes thin letters where none is given
        ("textColor", _colour(label.colour, 1)),
        ("isExpression", "1" if unit else "0"),
    ):
        style.set(name, value)
    buffer = etree.SubElement(style, "text-buffer", {"bufferDraw": "1" if label.halo else "0"})
    buffer.set("bufferSize", _mm(1))
    buffer.set("bufferSizeUnits", "MM")
    buffer.set("bufferColor", _colour(label.halo or "#ffffff", 1))
    etree.SubElement(settings, "placement", {"placement": _PLACEMENT[legend.kind]})
    limit = label.max_denominator
    rendering = etree.SubElement(settings, "rendering", {"scaleVisibility": "1" if limit else "0"})
    rendering.set("scaleMin", "0")
    rendering.set("scaleMax", f"{limit or 0:.10g}")


def _mm(pixels: float) -> str:
    return f"{pixels * MM_PER_PX:.4f}"


def _colour(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{red},{green},{blue},{round(opacity * 255)}"
