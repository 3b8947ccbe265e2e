"""Read a legend back from each of the four languages: titles, conditions, colours."""

from __future__ import annotations

import dataclasses
import json
import re
from typing import Any

from lxml import etree

MM_PER_PX = 25.4 / 96


@dataclasses.dataclass(frozen=True)
class Key:
    """One entry as a renderer understands it; colours by part, in lower case."""

    title: str
    test: frozenset[str]
    """The condition: `=value`, `>=low`, `<high`, `else`; empty for every feature."""
    colours: dict[str, str]


def from_mapfile(text: str) -> list[Key]:
    return [_mapserver_class(block) for block in re.split(r"(?m)^CLASS$", text)[1:]]


def _mapserver_class(block: str) -> Key:
    name = re.search(r'(?m)^  NAME "((?:[^"\\]|\\.)*)"', block)
    assert name
    expression = re.search(r"(?m)^  EXPRESSION (.*)$", block)
    test: set[str] = set()
    if expression:
        words = expression.group(1).replace('\\"', "”")
        for match in re.finditer(r'\]"? (>=|<|=) (?:"([^"]*)"|([-+.\de]+))', words):
            value = match.group(2) if match.group(2) is not None else match.group(3)
            test.add(match.group(1) + value.replace("”", '"'))
    colours: dict[str, str] = {}
    for style in re.findall(r"(?m)^  STYLE (.*) END$", block):
        colour = re.search(r'(?<!OUTLINE)COLOR "(#\w+)"', style)
        outline = re.search(r'OUTLINECOLOR "(#\w+)"', style)
        marker = "SIZE" in style and '"hatch"' not in style
        if '"hatch"' in style:
            assert colour
            colours["hatch"] = colour.group(1)
        elif colour:
            colours[_mapserver_part(style, marker)] = colour.group(1)
        if outline:
            colours["stroke"] = outline.group(1)
    return Key(name.group(1).replace('\\"', '"'), frozenset(test), colours)


def _mapserver_part(style: str, marker: bool) -> str:
    if marker or "WIDTH" not in style:
        return "fill"
    return "stroke" if "OPACITY" in style else "casing"


def from_maplibre(style: dict[str, Any], language: str) -> list[Key]:
    entries = style["metadata"]["sip:legend"]
    keys = [Key(one["title"][language], frozenset(), {}) for one in entries]
    for layer in style["layers"]:
        if layer["type"] == "raster":
            return [_described(one, language) for one in entries]
        number = layer["metadata"].get("sip:entry")
        if number is None:
            continue
        part = layer["metadata"]["sip:part"]
        paint, layout = layer.get("paint", {}), layer.get("layout", {})
        colours = keys[number].colours
        if part == "marker" and layer["type"] == "symbol":
            shape = layout["icon-image"].split("_")
            colours |= {"fill": f"#{shape[2]}"} if shape[2] != "none" else {}
            colours |= {"stroke": f"#{shape[-2]}"} if shape[-1] != "none" else {}
        elif part == "marker":
            colours |= {"fill": paint["circle-color"]} if paint["circle-opacity"] else {}
            stroke = paint.get("circle-stroke-color")
            colours |= {"stroke": stroke} if stroke else {}
        elif part == "hatch":
            colours["hatch"] = "#" + paint["fill-pattern"].split("_")[1]
        else:
            colours[part] = paint.get("fill-color") or paint["line-color"]
        test = _maplibre_test(layer.get("filter"))
        keys[number] = dataclasses.replace(keys[number], test=test)
    return keys


def _described(entry: dict[str, Any], language: str) -> Key:
    """A grid's legend stands in the metadata alone: its tiles come coloured."""
    bounds = ((">=", entry.get("min")), ("<", entry.get("max")))
    test = frozenset(sign + f"{at:.17g}" for sign, at in bounds if at is not None)
    return Key(entry["title"][language], test, {"fill": entry["symbol"]["fill"]})


def _maplibre_test(found: Any) -> frozenset[str]:
    if found is None:
        return frozenset()
    if found[0] == "!":
        return frozenset({"else"})
    if found[0] == "in":
        return frozenset("=" + _text(value) for value in found[2][1])
    return frozenset(one[0] + _text(one[2]) for one in found[2:])


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.17g}" if isinstance(value, float) else str(value)


def from_sld(body: bytes) -> list[Key]:
    root = etree.fromstring(body)
    for element in root.iter():
        element.tag = etree.QName(element).localname
    entries = list(root.iter("ColorMapEntry"))
    if entries:
        return _intervals([(e.get("quantity"), e.get("label"), e.get("color")) for e in entries])
    return [_sld_rule(rule) for rule in root.iter("Rule")]


def _intervals(found: list[tuple[Any, Any, Any]]) -> list[Key]:
    """Read upper bounds in order; each interval begins where the former ends."""
    keys, low = [], None
    for bound, title, colour in found:
        high = None if float(bound) > 1e29 else float(bound)
        ends = ((">=", low), ("<", high))
        test = frozenset(sign + f"{at:.17g}" for sign, at in ends if at is not None)
        keys.append(Key(title, test, {"fill": colour}))
        low = high
    return keys


def _sld_rule(rule: etree._Element) -> Key:
    signs = {
        "PropertyIsEqualTo": "=",
        "PropertyIsGreaterThanOrEqualTo": ">=",
        "PropertyIsLessThan": "<",
    }
    test = {
        sign + (element.findtext("Literal") or "")
        for name, sign in signs.items()
        for element in rule.iter(name)
    }
    if rule.find("ElseFilter") is not None:
        test.add("else")
    colours: dict[str, str] = {}
    steps = [(one.tag, one.text or "") for one in rule.iterfind("RasterSymbolizer//Categorize/*")]
    for (_, before), (tag, text), (_, after) in zip(steps, steps[1:], steps[2:], strict=False):
        if tag == "Threshold":
            test.add((">=" if before == "#00000000" else "<") + text)
            colours["fill"] = after if before == "#00000000" else before
    lines = list(rule.iterchildren("LineSymbolizer"))
    for symbolizer in rule.iterchildren("PointSymbolizer", "LineSymbolizer", "PolygonSymbolizer"):
        within = symbolizer.find("Graphic/Mark") if symbolizer.tag[:5] == "Point" else symbolizer
        assert within is not None
        hatch = within.find("Fill/GraphicFill/Graphic/Mark/Stroke")
        if hatch is not None:
            colours["hatch"] = _parameter(hatch, "stroke")
        elif within.find("Fill") is not None:
            colours["fill"] = _parameter(within.find("Fill"), "fill")
        stroke = within.find("Stroke")
        if stroke is not None:
            cased = len(lines) == 2 and symbolizer is lines[0]
            colours["casing" if cased else "stroke"] = _parameter(stroke, "stroke")
    title = rule.findtext("Title") or rule.findtext("Description/Title") or ""
    return Key(title, frozenset(test), colours)


def _parameter(parent: Any, name: str) -> str:
    return next(one.text for one in parent if one.get("name") == name)


def from_qml(body: bytes) -> list[Key]:
    root = etree.fromstring(body)
    items = root.findall("pipe//item")
    if items:
        return _intervals([(i.get("value"), i.get("label"), i.get("color")) for i in items])
    symbols = {one.get("name"): one for one in root.iterfind("renderer-v2/symbols/symbol")}
    return [
        Key(
            rule.get("label", ""),
            _qml_test(rule.get("filter", "")),
            _qml_colours(symbols[rule.get("symbol")]),
        )
        for rule in root.iterfind("renderer-v2/rules/rule")
    ]


def _qml_test(text: str) -> frozenset[str]:
    if text in ("", "ELSE"):
        return frozenset({"else"} if text else ())
    if " IN (" in text:
        inner = text.split(" IN (", 1)[1][:-1]
        found = re.findall(r"'((?:[^']|'')*)'|([^',\s]+)", inner)
        return frozenset("=" + (a.replace("''", "'") or b) for a, b in found)
    return frozenset(
        sign + (quoted.replace("''", "'") or plain)
        for sign, quoted, plain in re.findall(
            r"\"\)? (>=|<|=) (?:'((?:[^']|'')*)'|([-+.\w]+))", text
        )
    )


def _qml_colours(symbol: etree._Element) -> dict[str, str]:
    colours: dict[str, str] = {}
    lines = 0
    for layer in symbol.iterchildren("layer"):
        values = {one.get("name"): one.get("value", "") for one in layer.iterfind("Option/Option")}
        match layer.get("class"):
            case "SimpleFill":
                colours["fill"] = _hex(values["color"])
            case "LinePatternFill":
                below = layer.find("symbol/layer/Option/Option[@name='line_color']")
                assert below is not None
                colours["hatch"] = _hex(below.get("value", ""))
            case "SimpleLine":
                lines += 1
                if lines == 2:
                    colours["casing"] = colours.pop("stroke")
                colours["stroke"] = _hex(values["line_color"])
            case "SimpleMarker":
                if not values["color"].endswith(",0"):
                    colours["fill"] = _hex(values["color"])
                if values["outline_style"] != "no":
                    colours["stroke"] = _hex(values["outline_color"])
    return colours


def _hex(text: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in text.split(",")[:3])


def from_json(body: bytes, language: str) -> list[Key]:
    return from_maplibre(json.loads(body), language)
