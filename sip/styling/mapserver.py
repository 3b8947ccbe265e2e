"""MapServer classes and symbols of a legend. One pixel is one unit of SIZE and WIDTH."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sip.style import Label, Marker, Symbol
from sip.styling.legend import Always, Between, Condition, Entry, Kind, Legend, OneOf, Otherwise
from sip.styling.marker import CORNERS
from sip.text import Language

FONT = "sans"
"""Name of the font in the FONTSET of the mapfile."""

_POSITION: Mapping[Kind, str] = {
    "point": "POSITION UC OFFSET 0 2",
    "line": "ANGLE FOLLOW",
    "polygon": "POSITION CC",
}
POINTS_PER_PX = 72 / 96
"""MapServer counts letters in points of 1/72 inch on a screen of 96 pixels to the inch."""


def quoted(text: str) -> str:
    """Return a text as a mapfile string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def symbols() -> str:
    """Return the SYMBOL blocks that the classes of any legend refer to."""
    blocks = [
        'SYMBOL NAME "hatch" TYPE HATCH END',
        'SYMBOL NAME "circle" TYPE ELLIPSE FILLED TRUE POINTS 1 1 END END',
    ]
    for name, corners in CORNERS.items():
        points = " ".join(f"{x:.4f} {y:.4f}" for x, y in (*corners, corners[0]))
        # MapServer takes the lowest corner for the lower edge of the square.
        anchor = f"ANCHORPOINT 0.5 {0.5 / _height(name):.4f}"
        blocks.append(
            f'SYMBOL NAME "{name}" TYPE VECTOR FILLED TRUE {anchor} POINTS {points} END END'
        )
    return "\n".join(blocks) + "\n"


def classes(legend: Legend, language: Language) -> str:
    """Return the CLASS blocks of a layer, named in one language."""
    return "".join(_class(legend, entry, language) for entry in legend.entries)


def _class(legend: Legend, entry: Entry, language: Language) -> str:
    lines = ["CLASS", f"  NAME {quoted(entry.title[language])}"]
    expression = _expression(entry.takes, legend.kind)
    if expression:
        lines.append(f"  EXPRESSION {expression}")
    lines += [f"  STYLE {style} END" for style in _styles(entry.symbol, legend.kind)]
    if legend.label:
        lines += _label(legend.label, legend.kind, legend.label_unit)
    return "\n".join([*lines, "END", ""])


def _expression(condition: Condition, kind: Kind) -> str:
    """Return a logical expression; an empty number would compare as 0, so it is kept out."""
    match condition:
        case Always() | Otherwise():
            return ""
        case OneOf(field, values):
            return "(" + " OR ".join(_equals(field, value) for value in values) + ")"
        case Between(field, low, high):
            parts = [] if kind == "grid" else [f'"[{field}]" != ""']
            field = "pixel" if kind == "grid" else field
            parts += [f"[{field}] >= {low:.17g}"] if low is not None else []
            parts += [f"[{field}] < {high:.17g}"] if high is not None else []
            return "(" + " AND ".join(parts) + ")"


def _equals(field: str, value: object) -> str:
    if isinstance(value, bool):
        return f'"[{field}]" = "{"t" if value else "f"}"'
    if isinstance(value, int | float):
        return f'("[{field}]" != "" AND [{field}] = {value})'
    return f'"[{field}]" = {quoted(str(value))}'


def _styles(symbol: Symbol, kind: Kind) -> Iterator[str]:
    if kind == "point":
        yield from _marker(symbol)
    elif kind == "line":
        if symbol.casing:
            width = f"WIDTH {symbol.casing_width_px:g}"
            yield f'COLOR "{symbol.casing}" {width} LINECAP ROUND LINEJOIN ROUND'
        if symbol.stroke:
            yield f"COLOR {_stroke(symbol)}"
    else:
        if symbol.fill:
            yield f'COLOR "{symbol.fill}" OPACITY {symbol.fill_opacity * 100:.0f}'
        if symbol.hatch:
            hatch = symbol.hatch
            yield (
                f'SYMBOL "hatch" COLOR "{hatch.colour}" ANGLE {hatch.angle_deg:g} '
                f"SIZE {hatch.spacing_px:g} WIDTH {hatch.width_px:g}"
            )
        if symbol.stroke:
            yield f"OUTLINECOLOR {_stroke(symbol)}"


def _stroke(symbol: Symbol) -> str:
    text = (
        f'"{symbol.stroke}" WIDTH {symbol.stroke_width_px:g} '
        f"OPACITY {symbol.stroke_opacity * 100:.0f} LINEJOIN ROUND"
    )
    if not symbol.dash:
        return f"{text} LINECAP ROUND"
    return f"{text} LINECAP BUTT PATTERN {' '.join(f'{one:g}' for one in symbol.dash)} END"


def _marker(symbol: Symbol) -> Iterator[str]:
    size = symbol.size_px * _height(symbol.marker)
    parts = [f'SYMBOL "{symbol.marker}" SIZE {size:.4g}']
    if symbol.fill:
        parts.append(f'COLOR "{symbol.fill}" OPACITY {symbol.fill_opacity * 100:.0f}')
    if symbol.stroke:
        parts.append(f'OUTLINECOLOR "{symbol.stroke}" WIDTH {symbol.stroke_width_px:g}')
    if symbol.fill or symbol.stroke:
        yield " ".join(parts)


def _height(marker: Marker) -> float:
    """Return how much of its square a marker fills downwards."""
    return max((y for _, y in CORNERS.get(marker, ())), default=1.0)


def _label(label: Label, kind: Kind, unit: str) -> list[str]:
    size = f"SIZE {label.size_px * POINTS_PER_PX:g}"
    lines = [
        f"  TEXT ('[{label.field}]{unit}')",
        "  LABEL",
        f'    FONT "{FONT}" {size} COLOR "{label.colour}" {_POSITION[kind]}',
        "    PARTIALS FALSE BUFFER 2 MINDISTANCE 150",
    ]
    if unit:
        lines.append(f"    EXPRESSION ('[{label.field}]' != '')")
    if label.halo:
        lines.append(f'    OUTLINECOLOR "{label.halo}" OUTLINEWIDTH 2')
    if label.max_denominator:
        lines.append(f"    MAXSCALEDENOM {label.max_denominator:.17g}")
    return [*lines, "  END"]
