"""A map as SVG at a true scale, drawn from the same styles as every other map.

Lengths on paper are millimetres. One CSS pixel of a style is 25.4/96 mm.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from markupsafe import escape
from shapely.geometry.base import BaseGeometry

from sip.crs import Extent
from sip.style import Symbol
from sip.styling.legend import Between, Entry, Legend, OneOf, Otherwise
from sip.styling.marker import CORNERS
from sip.text import Language

PX_MM = 25.4 / 96
DENOMINATORS = (500, 1000, 2000, 5000, 10_000, 25_000, 50_000, 100_000, 200_000)
_BAR_MM = 40.0


@dataclasses.dataclass(frozen=True)
class Frame:
    """A sheet of ground: where its south-western corner lies and how large it is on paper."""

    west: float
    south: float
    width_mm: float
    height_mm: float
    denominator: int

    @property
    def extent(self) -> Extent:
        """The ground that it shows, in a CRS whose axes are metres."""
        scale = self.denominator / 1000
        east = self.west + self.width_mm * scale
        return Extent(self.west, self.south, east, self.south + self.height_mm * scale)

    def on_paper(self, points: np.ndarray[Any, np.dtype[np.float64]]) -> Any:
        """Return points of the ground, x and y, as millimetres from the upper left corner."""
        moved = (points[:, :2] - (self.west, self.south)) * 1000 / self.denominator
        return np.column_stack((moved[:, 0], self.height_mm - moved[:, 1]))


@dataclasses.dataclass(frozen=True)
class Drawn:
    """One feature with what decides its look, and its label."""

    shape: BaseGeometry
    value: Any
    label: str


@dataclasses.dataclass(frozen=True)
class Layer:
    """The features of one layer and its legend."""

    legend: Legend
    features: Sequence[Drawn]


def closely(shape: BaseGeometry, width_mm: float, height_mm: float) -> Frame:
    """Return the frame that a shape fills but for a narrow margin, at whatever scale that is."""
    west, south, east, north = shape.bounds
    exact = max((east - west) / width_mm, (north - south) / height_mm, 0.1) * 1000
    return _middle(shape, width_mm, height_mm, math.ceil(exact * 1.1))


def around(shape: BaseGeometry, width_mm: float, height_mm: float) -> Frame:
    """Return the frame around a plot at the largest usual scale that leaves a margin."""
    west, south, east, north = shape.bounds
    denominator = next(
        (
            one
            for one in DENOMINATORS
            if 1.6 * (east - west) <= width_mm * one / 1000
            and 1.6 * (north - south) <= height_mm * one / 1000
        ),
        DENOMINATORS[-1],
    )
    return _middle(shape, width_mm, height_mm, denominator)


def _middle(shape: BaseGeometry, width_mm: float, height_mm: float, denominator: int) -> Frame:
    west, south, east, north = shape.bounds
    half_x, half_y = width_mm * denominator / 2000, height_mm * denominator / 2000
    x, y = (west + east) / 2, (south + north) / 2
    return Frame(x - half_x, y - half_y, width_mm, height_mm, denominator)


def draw(
    frame: Frame,
    layers: Sequence[Layer],
    plot: BaseGeometry,
    *,
    title: str,
    language: Language,
    under: str = "",
) -> str:
    """Return the map as SVG, with the plot's outline, a north arrow and a scale bar.

    Below all lies the picture at the address `under`, which fills the frame.
    """
    body = [part for layer in layers for part in _layer(frame, layer)]
    outline = _path(frame, plot)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{escape(title)}"'
        f' width="{frame.width_mm:g}mm" height="{frame.height_mm:g}mm"'
        f' viewBox="0 0 {frame.width_mm:g} {frame.height_mm:g}" font-family="DejaVu Sans">',
        f"<title>{escape(title)}</title>",
        '<rect width="100%" height="100%" fill="#ffffff"/>',
        *([f'<image width="100%" height="100%" href="{under}"/>'] if under else []),
        *body,
        f'<path d="{outline}" fill="none" stroke="#ffffff" stroke-width="1.6"/>',
        f'<path id="plot" d="{outline}" fill="none" stroke="#c1002a" stroke-width="0.8"/>',
        *_labels(frame, layers),
        *_north(frame, language),
        *_bar(frame),
        "</svg>",
    ]
    return "\n".join(parts)


def present(layers: Sequence[Layer]) -> list[tuple[Legend, Entry]]:
    """Return the entries of the legends that something on the map has."""
    return [
        (layer.legend, entry)
        for layer in reversed(layers)
        for entry in layer.legend.entries
        if any(_entry(layer.legend, one.value) is entry for one in layer.features)
    ]


def swatch(legend: Legend, entry: Entry) -> str:
    """Return a small SVG of an entry of a legend."""
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="8mm" height="5mm" viewBox="0 0 8 5">'
    paint = _paint(legend, entry.symbol)
    if legend.kind == "polygon":
        shape = f'<rect x="0.4" y="0.4" width="7.2" height="4.2" {paint}/>'
        shape += _hatched("M.4 .4H7.6V4.6H.4Z", entry.symbol)
    elif legend.kind == "line":
        shape = "".join(_lines("M.4 2.5H7.6", entry.symbol))
    else:
        shape = _marker(4, 2.5, entry.symbol)
    return f"{head}{shape}</svg>"


def _layer(frame: Frame, layer: Layer) -> Iterator[str]:
    legend = layer.legend
    for one in layer.features:
        entry = _entry(legend, one.value)
        if entry is None or one.shape.is_empty:
            continue
        symbol = entry.symbol
        if legend.kind == "polygon":
            path = _path(frame, one.shape)
            yield f'<path d="{path}" fill-rule="evenodd" {_paint(legend, symbol)}/>'
            yield _hatched(path, symbol)
        elif legend.kind == "line":
            yield from _lines(_path(frame, one.shape), symbol)
        else:
            for x, y in frame.on_paper(shapely.get_coordinates(one.shape)):
                yield _marker(x, y, symbol)


def _entry(legend: Legend, value: Any) -> Entry | None:
    for entry in legend.entries:
        match entry.takes:
            case OneOf(values=values) if value in values:
                return entry
            case Between(min=low, max=high) if value is not None:
                if (low is None or value >= low) and (high is None or value < high):
                    return entry
            case OneOf() | Between():
                continue
            case Otherwise() | _:
                return entry
    return None


def _path(frame: Frame, shape: BaseGeometry) -> str:
    rings = []
    for part in shapely.get_parts(shape):
        lines = shapely.get_rings(part) if part.geom_type == "Polygon" else [part]
        for line in lines:
            points = frame.on_paper(shapely.get_coordinates(line))
            text = "L".join(f"{x:.2f} {y:.2f}" for x, y in points)
            rings.append(f"M{text}{'Z' if part.geom_type == 'Polygon' else ''}")
    return "".join(rings)


def _paint(legend: Legend, symbol: Symbol) -> str:
    fill = symbol.fill if legend.kind != "line" else None
    said = f'fill="{fill or "none"}" fill-opacity="{symbol.fill_opacity:g}"'
    return f"{said} {_stroke(symbol)}" if symbol.stroke else said


def _stroke(symbol: Symbol) -> str:
    dash = " ".join(f"{length * PX_MM:.2f}" for length in symbol.dash)
    return (
        f'stroke="{symbol.stroke}" stroke-opacity="{symbol.stroke_opacity:g}"'
        f' stroke-width="{symbol.stroke_width_px * PX_MM:.3f}"'
        + (f' stroke-dasharray="{dash}"' if dash else "")
    )


def _lines(path: str, symbol: Symbol) -> Iterator[str]:
    if symbol.casing:
        width = symbol.casing_width_px * PX_MM
        yield f'<path d="{path}" fill="none" stroke="{symbol.casing}" stroke-width="{width:.3f}"/>'
    if symbol.stroke:
        yield f'<path d="{path}" fill="none" {_stroke(symbol)}/>'


def _hatched(path: str, symbol: Symbol) -> str:
    hatch = symbol.hatch
    if hatch is None:
        return ""
    name = f"h{hatch.colour[1:]}{hatch.angle_deg:.0f}x{hatch.spacing_px:.0f}"
    step, width = hatch.spacing_px * PX_MM, hatch.width_px * PX_MM
    return (
        f'<pattern id="{name}" width="{step:.3f}" height="{step:.3f}"'
        f' patternUnits="userSpaceOnUse" patternTransform="rotate({-hatch.angle_deg:g})">'
        f'<path d="M0 0H{step:.3f}" stroke="{hatch.colour}" stroke-width="{width:.3f}"/></pattern>'
        f'<path d="{path}" fill-rule="evenodd" fill="url(#{name})"/>'
    )


def _marker(x: float, y: float, symbol: Symbol) -> str:
    size = symbol.size_px * PX_MM
    paint = f'fill="{symbol.fill or "none"}" {_stroke(symbol) if symbol.stroke else ""}'
    if symbol.marker == "circle":
        return f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{size / 2:.2f}" {paint}/>'
    corners = " ".join(
        f"{x + (across - 0.5) * size:.2f},{y + (down - 0.5) * size:.2f}"
        for across, down in CORNERS[symbol.marker]
    )
    return f'<polygon points="{corners}" {paint}/>'


def _labels(frame: Frame, layers: Sequence[Layer]) -> Iterator[str]:
    """Write the labels of the topmost layer first; one that would cover another is left out."""
    taken: list[tuple[float, float, float, float]] = []
    for layer in reversed(layers):
        label = layer.legend.label
        if label is None or (label.max_denominator or math.inf) <= frame.denominator:
            continue
        size = label.size_px * PX_MM
        for one in layer.features:
            if not one.label or one.shape.is_empty or _entry(layer.legend, one.value) is None:
                continue
            spot = shapely.get_coordinates(shapely.point_on_surface(one.shape))
            x, y = frame.on_paper(spot)[0]
            half = 0.32 * size * len(one.label)
            box = (x - half, y - size / 2, x + half, y + size / 2)
            if any(_overlap(box, other) for other in taken):
                continue
            taken.append(box)
            text = (
                f' x="{x:.2f}" y="{y + size / 3:.2f}" font-size="{size:.2f}" text-anchor="middle">'
                f"{escape(one.label)}</text>"
            )
            if label.halo:
                yield f'<text fill="{label.halo}" stroke="{label.halo}" stroke-width="0.6"{text}'
            yield f'<text fill="{label.colour}"{text}'


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _north(frame: Frame, language: Language) -> Iterator[str]:
    x = frame.width_mm - 8
    yield f'<path d="M{x} 4L{x + 3} 13L{x} 11L{x - 3} 13Z" fill="#16242f" stroke="#ffffff"'
    yield ' stroke-width="0.4"/>'
    letter = "Pn" if language == "pl" else "N"
    yield f'<text x="{x}" y="17" font-size="3.4" text-anchor="middle">{letter}</text>'


def _bar(frame: Frame) -> Iterator[str]:
    """Draw a scale bar of a round length, at most 40 mm long."""
    most = _BAR_MM * frame.denominator / 1000
    power = 10 ** math.floor(math.log10(most))
    length_m = max(power * step for step in (1, 2, 5) if power * step <= most)
    length = length_m * 1000 / frame.denominator
    y = frame.height_mm - 5
    yield f'<rect x="3" y="{y - 5.4}" width="{length + 14:.2f}" height="8.6" fill="#ffffff"'
    yield ' fill-opacity="0.85"/>'
    yield f'<path id="bar" d="M5 {y - 1}V{y}H{5 + length:.2f}V{y - 1}" fill="none"'
    yield ' stroke="#16242f" stroke-width="0.4"/>'
    yield f'<text x="5" y="{y - 2}" font-size="2.6" fill="#16242f">0</text>'
    yield f'<text x="{5 + length:.2f}" y="{y - 2}" font-size="2.6" text-anchor="middle"'
    yield f' fill="#16242f">{length_m:g} m</text>'
