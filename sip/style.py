"""What a style file may say: `styles/<theme>/<id>.yaml`, said once for every renderer.

Sizes are CSS pixels (1/96 inch); colours are `#rrggbb`; opacities 0 to 1; angles are degrees
counter-clockwise from the horizontal.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field as Key
from pydantic import model_validator

from sip.declaration import Model
from sip.layer import Geometry, Id
from sip.text import Text

type Colour = Annotated[str, Key(pattern=r"^#[0-9a-f]{6}$")]
type Share = Annotated[float, Key(ge=0, le=1)]
type Pixels = Annotated[float, Key(gt=0, le=64)]
GRID_FIELD = "value"
"""What the style of a raster grid calls the values of its cells."""
type Marker = Literal["circle", "square", "triangle", "diamond", "cross", "star"]


class Hatch(Model):
    """Parallel lines over a surface."""

    colour: Colour
    """Colour of the lines."""
    angle_deg: float = 45.0
    """Direction of the lines, counter-clockwise from the horizontal; 0, 45, 90 or 135 agree in
    every renderer."""
    spacing_px: Pixels = 8.0
    """Distance between the lines."""
    width_px: Pixels = 1.0
    """Width of a line."""


class Symbol(Model):
    """How one feature is drawn."""

    fill: Colour | None = None
    """Colour of a surface or of a marker."""
    fill_opacity: Share = 1.0
    """Opacity of the fill."""
    stroke: Colour | None = None
    """Colour of a line, or of the outline of a surface or marker."""
    stroke_opacity: Share = 1.0
    """Opacity of the stroke."""
    stroke_width_px: Pixels = 1.0
    """Width of the stroke."""
    dash: Annotated[tuple[Pixels, ...], Key(strict=False)] = ()
    """Lengths of strokes and gaps in turn."""
    casing: Colour | None = None
    """Colour of a wider line below a line."""
    casing_width_px: Pixels = 3.0
    """Whole width of the casing."""
    hatch: Hatch | None = None
    """Lines over the fill."""
    marker: Marker = "circle"
    """Shape of a point."""
    size_px: Pixels = 8.0
    """Diameter of the marker."""


class StyleClass(Model):
    """One entry of the legend: the features whose value is listed, or lies in [min, max)."""

    values: Annotated[tuple[str | int | bool, ...], Key(strict=False)] = ()
    """Values of a categorised style."""
    min: float | None = None
    """Smallest value of a graduated class; absent: no lower bound."""
    max: float | None = None
    """First value that is no longer in it; absent: no upper bound."""
    title: Text | None = None
    """Words of the legend; the title of the code where absent."""
    symbol: Symbol
    """Its look."""


class Label(Model):
    """Text on the features."""

    field: Id
    """Field whose value is written."""
    size_px: Pixels = 11.0
    """Height of the letters."""
    colour: Colour = "#222222"
    """Colour of the letters."""
    halo: Colour | None = "#ffffff"
    """Colour of the rim around the letters."""
    max_denominator: float | None = None
    """Scale denominator above which labels are left out."""


class StyleFile(Model):
    """The look of the layer of the same theme and id: `styles/<theme>/<id>.yaml`."""

    kind: Literal["simple", "categorised", "graduated"]
    """One symbol, one per value, or one per interval."""
    symbol: Symbol | None = None
    """Look of a simple style."""
    field: Id | None = None
    """Field of a categorised or graduated style; `value` for a raster grid."""
    classes: Annotated[tuple[StyleClass, ...], Key(strict=False)] = ()
    """Entries of the legend, in order."""
    other: Symbol | None = None
    """Look of what no class takes; not drawn where absent."""
    other_title: Text = Text(pl="pozostałe", en="other")
    """Its words in the legend."""
    label: Label | None = None
    """Text on the features."""
    min_denominator: float | None = None
    """Largest scale: below this denominator the layer is not drawn."""
    max_denominator: float | None = None
    """Smallest scale: from this denominator on the layer is not drawn."""
    official_colours: bool = False
    """Colours set by law: they need not pass the palette test, but need a label."""

    @model_validator(mode="after")
    def _fits_its_kind(self) -> StyleFile:
        if self.kind == "simple":
            if self.symbol is None or self.classes or self.field:
                raise ValueError('a simple style has "symbol" and neither "field" nor "classes"')
            return self
        if self.symbol is not None or not self.classes or not self.field:
            raise ValueError(f'a {self.kind} style has "field" and "classes", and no "symbol"')
        for number, one in enumerate(self.classes, 1):
            if bool(one.values) != (self.kind == "categorised"):
                raise ValueError(
                    f"class {number} of a {self.kind} style needs "
                    + ('"values"' if self.kind == "categorised" else '"min" or "max"')
                )
            if self.kind == "graduated" and one.title is None:
                raise ValueError(f"class {number} of a graduated style needs a title")
        if self.official_colours and self.label is None:
            raise ValueError("official colours need a label with the symbol")
        return self


def default_style(geometry: Geometry) -> StyleFile:
    """Return the look of a layer that has no style file."""
    if geometry.endswith("Point"):
        symbol = Symbol(fill="#0072b2", stroke="#ffffff", size_px=8.0)
    elif geometry.endswith("LineString"):
        symbol = Symbol(stroke="#0072b2", stroke_width_px=1.5)
    else:
        symbol = Symbol(fill="#0072b2", fill_opacity=0.3, stroke="#0072b2", stroke_width_px=1.0)
    return StyleFile(kind="simple", symbol=symbol)
