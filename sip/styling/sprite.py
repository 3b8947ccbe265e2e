"""The images that a MapLibre style refers to: seamless hatches, and markers that are no circles."""

from __future__ import annotations

import dataclasses
import io
import math
from collections.abc import Mapping
from typing import Any

from PIL import Image, ImageDraw

from sip.style import Hatch, Symbol
from sip.styling.legend import Legend
from sip.styling.maplibre import hatch_image, marker_image
from sip.styling.marker import CORNERS

_FINER = 8
"""Images are drawn this much larger and made smaller, for smooth edges."""
_LEVEL_DEG = 1.0


@dataclasses.dataclass(frozen=True)
class Sheet:
    """One picture of all images, and where each lies in it."""

    png: bytes
    index: Mapping[str, Mapping[str, Any]]


def sheet(legend: Legend, *, ratio: int = 1) -> Sheet:
    """Draw the sprite of a layer; `ratio` is image pixels for one CSS pixel."""
    images = _images(legend, ratio)
    width = sum(image.width for image in images.values())
    height = max((image.height for image in images.values()), default=0)
    whole = Image.new("RGBA", (max(width, 1), max(height, 1)))
    index: dict[str, Mapping[str, Any]] = {}
    left = 0
    for name, image in images.items():
        whole.paste(image, (left, 0))
        size = {"width": image.width, "height": image.height}
        index[name] = {"x": left, "y": 0, **size, "pixelRatio": ratio}
        left += image.width
    file = io.BytesIO()
    whole.save(file, "PNG")
    return Sheet(file.getvalue(), index)


def _images(legend: Legend, ratio: int) -> dict[str, Image.Image]:
    made: dict[str, Image.Image] = {}
    for entry in legend.entries:
        symbol = entry.symbol
        if legend.kind == "polygon" and symbol.hatch:
            made[hatch_image(symbol.hatch)] = _hatch(symbol.hatch, ratio)
        elif legend.kind == "point" and symbol.marker != "circle":
            made[marker_image(symbol)] = _marker(symbol, ratio)
    return made


def _hatch(hatch: Hatch, ratio: int) -> Image.Image:
    """Draw one period of a hatch; it is rounded to whole pixels, so that tiles meet."""
    angle = hatch.angle_deg % 180
    spacing = hatch.spacing_px * ratio
    sine, cosine = abs(math.sin(math.radians(angle))), abs(math.cos(math.radians(angle)))
    upright, level = abs(angle - 90) < _LEVEL_DEG, min(angle, 180 - angle) < _LEVEL_DEG
    width = round(spacing if level or upright else spacing / sine)
    height = round(spacing if level or upright else spacing / cosine)
    big_width, big_height = width * _FINER, height * _FINER
    mask = Image.new("L", (big_width, big_height))
    draw = ImageDraw.Draw(mask)
    thick = max(1, round(hatch.width_px * ratio * _FINER))
    line: tuple[float, float, float, float]
    for step in (-1, 0, 1, 2):
        if level:
            line = (-thick, big_height * (step - 0.5), big_width + thick, big_height * (step - 0.5))
        elif upright:
            line = (big_width * (step - 0.5), -thick, big_width * (step - 0.5), big_height + thick)
        else:
            left, right = (step - 2) * big_width, (step + 1) * big_width
            ends = (2 * big_height, -big_height) if angle < 90 else (-big_height, 2 * big_height)
            line = (left, ends[0], right, ends[1])
        draw.line(line, fill=255, width=thick)
    return _coloured(mask.resize((width, height), Image.Resampling.BOX), hatch.colour)


def _coloured(mask: Image.Image, colour: str) -> Image.Image:
    image = Image.new("RGBA", mask.size, colour)
    image.putalpha(mask)
    return image


def _marker(symbol: Symbol, ratio: int) -> Image.Image:
    stroke = symbol.stroke_width_px if symbol.stroke else 0.0
    side = (math.ceil(symbol.size_px + stroke) + 2) * ratio
    scale = symbol.size_px * ratio * _FINER
    start = (side * _FINER - scale) / 2
    corners = [(start + x * scale, start + y * scale) for x, y in CORNERS[symbol.marker]]
    image = Image.new("RGBA", (side * _FINER, side * _FINER))
    draw = ImageDraw.Draw(image)
    if symbol.fill:
        draw.polygon(corners, fill=_with_alpha(symbol.fill, symbol.fill_opacity))
    if symbol.stroke:
        width = max(1, round(stroke * ratio * _FINER))
        closed = [*corners, corners[0], corners[1]]
        draw.line(closed, fill=_with_alpha(symbol.stroke, symbol.stroke_opacity), width=width,
                  joint="curve")  # fmt: skip
    return image.resize((side, side), Image.Resampling.BOX)


def _with_alpha(colour: str, opacity: float) -> str:
    return f"{colour}{round(opacity * 255):02x}"
