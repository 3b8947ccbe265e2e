"""Whether the classes of a style can be told apart, by people with any sight.

Two classes differ enough when a hatch, a dash or a marker tells them apart, or when their colours
lie at least 15 apart in CIELAB (CIE76) for normal, deuteranope and protanope sight. Sight is
simulated by G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for
Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, table 1, severity 1.0, on linear RGB.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence

from sip.declaration import Document
from sip.errors import Problem
from sip.style import StyleFile, Symbol

type Triple = tuple[float, float, float]
type Matrix = tuple[Triple, Triple, Triple]

SMALLEST_DISTANCE = 15.0
MOST_CLASSES = 7
SIGHTS: dict[str, Matrix] = {
    "normal": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "deuteranope": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanope": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
_XYZ_OF_SRGB: Matrix = (  # IEC 61966-2-1, white D65
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Triple = (0.95047, 1.0, 1.08883)


def check(document: Document, style: StyleFile) -> Iterator[Problem]:
    """Find the classes of a style file that somebody cannot tell apart.

    Colours set by law need not pass, since they carry a label; nor does a style whose label writes
    the classified value on every feature.
    """
    if style.official_colours or (style.label and style.label.field == style.field):
        return
    if len(style.classes) > MOST_CLASSES:
        text = f"{len(style.classes)} classes, where people tell {MOST_CLASSES} apart at most"
        yield document.problem(("classes",), text, "group values, or label them")
    symbols = [one.symbol for one in style.classes]
    places: list[tuple[str | int, ...]] = [("classes", i, "symbol") for i in range(len(symbols))]
    if style.other:
        symbols.append(style.other)
        places.append(("other",))
    for (one, first), (other, second) in itertools.combinations(enumerate(symbols), 2):
        if _shapes_differ(first, second):
            continue
        sight, distance = worst_sight((_seen(first), _seen(second)))
        if distance < SMALLEST_DISTANCE:
            text = (
                f"{distance:.0f} away from {'.'.join(map(str, places[one]))} for {sight} sight, "
                f"at least {SMALLEST_DISTANCE:.0f} needed"
            )
            hint = "take another colour, a hatch, another marker, or label the value"
            yield document.problem(places[other], text, hint)


def worst_sight(colours: Sequence[str]) -> tuple[str, float]:
    """Return the sight for which two of the colours (`#rrggbb`) lie nearest, and their distance."""
    return min(((sight, smallest_distance(colours, sight)) for sight in SIGHTS), key=lambda x: x[1])


def smallest_distance(colours: Sequence[str], sight: str) -> float:
    """Return the smallest CIE76 distance between any two colours as a sight sees them."""
    seen = [_lab(_times(SIGHTS[sight], _linear(colour))) for colour in colours]
    return min(math.dist(one, other) for one, other in itertools.combinations(seen, 2))


def _shapes_differ(one: Symbol, other: Symbol) -> bool:
    """Say whether something else than colour tells two symbols apart."""
    hatches = [symbol.hatch.angle_deg if symbol.hatch else None for symbol in (one, other)]
    strokes = [symbol.dash if symbol.fill is None else () for symbol in (one, other)]
    return hatches[0] != hatches[1] or strokes[0] != strokes[1] or one.marker != other.marker


def _seen(symbol: Symbol) -> str:
    """Return the main colour of a symbol as it looks on white paper."""
    if symbol.fill is None:
        colour, opacity = symbol.stroke or "#ffffff", symbol.stroke_opacity
    else:
        colour, opacity = symbol.fill, symbol.fill_opacity
    levels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - level) * opacity):02x}" for level in levels)


def _linear(colour: str) -> Triple:
    """Return linear RGB, 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (
        level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4
        for level in (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    )
    return red, green, blue


def _times(matrix: Matrix, vector: Triple) -> Triple:
    """Multiply, and clip to what a screen can show."""
    first, second, third = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, vector, strict=True)))) for row in matrix
    )
    return first, second, third


def _lab(linear: Triple) -> Triple:
    """Return CIELAB of linear RGB (CIE 15:2004, 8.2.1)."""
    xyz = (sum(a * b for a, b in zip(row, linear, strict=True)) for row in _XYZ_OF_SRGB)
    ratios = (value / white for value, white in zip(xyz, _WHITE, strict=True))
    edge = 6 / 29
    x, y, z = (r ** (1 / 3) if r > edge**3 else r / (3 * edge**2) + 4 / 29 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
