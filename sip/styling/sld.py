"""Styled Layer Descriptors of a legend: SLD 1.0 (02-070) and SLD 1.1 with Symbology Encoding 1.1.

Hatches are a `GraphicFill` of the marks `shape://horline`, `shape://vertline`, `shape://slash` and
`shape://backslash`, which GeoServer, MapServer and QGIS know; other angles take the nearest. Sizes
are pixels. A square turned by 45 degrees is the diamond, which the standard lacks.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal

from lxml import etree

from sip.style import Hatch, Label, Symbol
from sip.styling.legend import Always, Between, Condition, Entry, Kind, Legend, OneOf, Otherwise
from sip.text import Language

type Version = Literal["1.0.0", "1.1.0"]
SLD = "http://www.opengis.net/sld"
SE = "http://www.opengis.net/se"
OGC = "http://www.opengis.net/ogc"
XLINK = "http://www.w3.org/1999/xlink"
_XSI = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_SCHEMA: Mapping[Version, str] = {
    "1.0.0": f"{SLD} http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd",
    "1.1.0": f"{SLD} http://schemas.opengis.net/sld/1.1.0/StyledLayerDescriptor.xsd",
}
_HATCHES = {0: "shape://horline", 45: "shape://slash", 90: "shape://vertline",
            135: "shape://backslash"}  # fmt: skip
ENDLESS = 1e30
"""Upper bound of an interval of a grid that has none."""
_CLEAR = "#00000000"
_SYMBOLIZER: Mapping[Kind, str] = {
    "point": "PointSymbolizer",
    "line": "LineSymbolizer",
    "polygon": "PolygonSymbolizer",
}


def document(legend: Legend, version: Version, language: Language) -> bytes:
    """Return the document of one layer, its titles in one language."""
    return _Writer(version, language).document(legend)


class _Writer:
    """One document while it is written; the versions differ in namespaces and a few names."""

    def __init__(self, version: Version, language: Language):
        self._version = version
        self._language = language
        self._new = version == "1.1.0"
        self._style = SE if self._new else SLD

    def document(self, legend: Legend) -> bytes:
        names = {"sld": SLD, "ogc": OGC, "xlink": XLINK} | ({"se": SE} if self._new else {})
        root = etree.Element(f"{{{SLD}}}StyledLayerDescriptor", nsmap=names)
        root.set("version", self._version)
        root.set(_XSI, _SCHEMA[self._version])
        named = etree.SubElement(root, f"{{{SLD}}}NamedLayer")
        self._add(named, "Name", legend.layer)
        user = etree.SubElement(named, f"{{{SLD}}}UserStyle")
        self._add(user, "Name", "default")
        self._titled(user, legend.title[self._language])
        etree.SubElement(user, f"{{{SLD}}}IsDefault").text = "1"
        if legend.kind == "grid":
            self._grid(
                self._add(user, "CoverageStyle" if self._new else "FeatureTypeStyle"), legend
            )
        else:
            features = self._add(user, "FeatureTypeStyle")
            for number, entry in enumerate(legend.entries):
                self._rule(features, legend, number, entry)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)

    def _add(self, parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
        made = etree.SubElement(parent, f"{{{self._style}}}{name}")
        made.text = text
        return made

    def _titled(self, parent: etree._Element, title: str) -> None:
        parent = self._add(parent, "Description") if self._new else parent
        self._add(parent, "Title", title)

    def _rule(self, features: etree._Element, legend: Legend, number: int, entry: Entry) -> None:
        rule = self._add(features, "Rule")
        self._add(rule, "Name", f"{legend.layer}-{number}")
        self._titled(rule, entry.title[self._language])
        if isinstance(entry.takes, Otherwise):
            self._add(rule, "ElseFilter")
        elif not isinstance(entry.takes, Always):
            _condition(etree.SubElement(rule, f"{{{OGC}}}Filter"), entry.takes)
        if legend.min_denominator is not None:
            self._add(rule, "MinScaleDenominator", f"{legend.min_denominator:.10g}")
        if legend.max_denominator is not None:
            self._add(rule, "MaxScaleDenominator", f"{legend.max_denominator:.10g}")
        self._symbolizers(rule, legend.kind, entry.symbol)
        if legend.label:
            self._text(rule, legend.label, legend)

    def _grid(self, style: etree._Element, legend: Legend) -> None:
        """Colour a grid: one colour map of intervals; in 1.1, which has no titles there, rules."""
        if self._new:
            for number, entry in enumerate(legend.entries):
                rule = self._add(style, "Rule")
                self._add(rule, "Name", f"{legend.layer}-{number}")
                self._titled(rule, entry.title[self._language])
                colours = self._add(self._add(rule, "RasterSymbolizer"), "ColorMap")
                self._category(colours, entry)
            return
        rule = self._add(style, "Rule")
        self._add(rule, "Name", legend.layer)
        colours = self._add(self._add(rule, "RasterSymbolizer"), "ColorMap")
        colours.set("type", "intervals")
        for entry in legend.entries:
            assert isinstance(entry.takes, Between)
            one = self._add(colours, "ColorMapEntry")
            one.set("color", entry.symbol.fill or "#000000")
            one.set("quantity", f"{ENDLESS if entry.takes.max is None else entry.takes.max:.17g}")
            one.set("label", entry.title[self._language])

    def _category(self, colours: etree._Element, entry: Entry) -> None:
        """Colour the cells between two thresholds, and leave the others clear."""
        assert isinstance(entry.takes, Between)
        made = self._add(colours, "Categorize")
        made.set("fallbackValue", _CLEAR)
        self._add(made, "LookupValue", "Rasterdata")
        if entry.takes.min is not None:
            self._add(made, "Value", _CLEAR)
            self._add(made, "Threshold", f"{entry.takes.min:.17g}")
        self._add(made, "Value", entry.symbol.fill)
        if entry.takes.max is not None:
            self._add(made, "Threshold", f"{entry.takes.max:.17g}")
            self._add(made, "Value", _CLEAR)

    def _symbolizers(self, rule: etree._Element, kind: Kind, symbol: Symbol) -> None:
        name = _SYMBOLIZER[kind]
        if kind == "point":
            if symbol.fill or symbol.stroke:
                self._marker(self._add(rule, name), symbol)
            return
        if kind == "line":
            if symbol.casing:
                self._casing(self._add(rule, name), symbol)
            if symbol.stroke:
                self._stroke(self._add(rule, name), symbol)
            return
        if symbol.fill:
            self._fill(self._add(rule, name), symbol)
        if symbol.hatch:
            self._hatch(self._add(rule, name), symbol.hatch)
        if symbol.stroke:
            self._stroke(self._add(rule, name), symbol)

    def _parameters(self, parent: etree._Element, values: Mapping[str, str]) -> None:
        for name, value in values.items():
            tag = "SvgParameter" if self._new else "CssParameter"
            self._add(parent, tag, value).set("name", name)

    def _fill(self, parent: etree._Element, symbol: Symbol) -> None:
        assert symbol.fill is not None
        values = {"fill": symbol.fill, "fill-opacity": f"{symbol.fill_opacity:g}"}
        self._parameters(self._add(parent, "Fill"), values)

    def _stroke(self, parent: etree._Element, symbol: Symbol) -> None:
        assert symbol.stroke is not None
        values = {
            "stroke": symbol.stroke,
            "stroke-opacity": f"{symbol.stroke_opacity:g}",
            "stroke-width": f"{symbol.stroke_width_px:g}",
            "stroke-linejoin": "round",
            "stroke-linecap": "butt" if symbol.dash else "round",
        }
        if symbol.dash:
            values["stroke-dasharray"] = " ".join(f"{one:g}" for one in symbol.dash)
        self._parameters(self._add(parent, "Stroke"), values)

    def _casing(self, parent: etree._Element, symbol: Symbol) -> None:
        assert symbol.casing is not None
        values = {
            "stroke": symbol.casing,
            "stroke-width": f"{symbol.casing_width_px:g}",
            "stroke-linejoin": "round",
            "stroke-linecap": "round",
        }
        self._parameters(self._add(parent, "Stroke"), values)

    def _hatch(self, parent: etree._Element, hatch: Hatch) -> None:
        """A slash crosses its square from corner to corner, so the square is larger by √2."""
        nearest = min(_HATCHES, key=lambda one: _apart_deg(one, hatch.angle_deg))
        size = hatch.spacing_px * (1 if nearest % 90 == 0 else math.sqrt(2))
        fill = self._add(self._add(parent, "Fill"), "GraphicFill")
        graphic = self._add(fill, "Graphic")
        mark = self._add(graphic, "Mark")
        self._add(mark, "WellKnownName", _HATCHES[nearest])
        values = {"stroke": hatch.colour, "stroke-width": f"{hatch.width_px:g}"}
        self._parameters(self._add(mark, "Stroke"), values)
        self._add(graphic, "Size", f"{size:.4g}")

    def _marker(self, parent: etree._Element, symbol: Symbol) -> None:
        diamond = symbol.marker == "diamond"
        graphic = self._add(parent, "Graphic")
        mark = self._add(graphic, "Mark")
        self._add(mark, "WellKnownName", "square" if diamond else symbol.marker)
        if symbol.fill:
            self._fill(mark, symbol)
        if symbol.stroke:
            self._stroke(mark, symbol)
        size = symbol.size_px / (math.sqrt(2) if diamond else 1)
        self._add(graphic, "Size", f"{size:.4g}")
        if diamond:
            self._add(graphic, "Rotation", "45")

    def _text(self, rule: etree._Element, label: Label, legend: Legend) -> None:
        made = self._add(rule, "TextSymbolizer")
        text = self._add(made, "Label")
        name = etree.SubElement(text, f"{{{OGC}}}PropertyName")
        name.text, name.tail = label.field, legend.label_unit or None
        font = {"font-family": "DejaVu Sans", "font-size": f"{label.size_px:g}"}
        self._parameters(self._add(made, "Font"), font)
        place = self._add(made, "LabelPlacement")
        if legend.kind == "line":
            self._add(place, "LinePlacement")
        else:
            anchor = self._add(self._add(place, "PointPlacement"), "AnchorPoint")
            self._add(anchor, "AnchorPointX", "0.5")
            self._add(anchor, "AnchorPointY", "0.5" if legend.kind == "polygon" else "-0.5")
        if label.halo:
            halo = self._add(made, "Halo")
            self._add(halo, "Radius", "1")
            self._parameters(self._add(halo, "Fill"), {"fill": label.halo})
        self._parameters(self._add(made, "Fill"), {"fill": label.colour})


def _apart_deg(one: float, other: float) -> float:
    apart = abs(one - other) % 180
    return min(apart, 180 - apart)


def _condition(parent: etree._Element, takes: Condition) -> None:
    if isinstance(takes, OneOf):
        within = parent if len(takes.values) == 1 else _ogc(parent, "Or")
        for value in takes.values:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            _compare(within, "PropertyIsEqualTo", takes.field, text)
    elif isinstance(takes, Between):
        bounds: Sequence[tuple[str, float]] = [
            (name, value)
            for name, value in (
                ("PropertyIsGreaterThanOrEqualTo", takes.min),
                ("PropertyIsLessThan", takes.max),
            )
            if value is not None
        ]
        within = parent if len(bounds) == 1 else _ogc(parent, "And")
        for name, value in bounds:
            _compare(within, name, takes.field, f"{value:.17g}")


def _ogc(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    made = etree.SubElement(parent, f"{{{OGC}}}{name}")
    made.text = text
    return made


def _compare(parent: etree._Element, name: str, field: str, value: str) -> None:
    made = _ogc(parent, name)
    _ogc(made, "PropertyName", field)
    _ogc(made, "Literal", value)
