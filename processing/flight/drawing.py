"""Pictures for reports: rasters and shapes as small PNG."""

from __future__ import annotations

import base64
import dataclasses
import io
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw
from rasterio.enums import Resampling
from rasterio.io import DatasetReader
from rasterio.transform import Affine
from rasterio.windows import Window

type Colours = NDArray[np.float64]

_PICTURE_PX = 640
LOW, HIGH = "#f7f4ec", "#08406e"
"""From few to many; the lightness alone tells them apart."""
FALL, SAME, RISE = "#2166ac", "#f7f7f7", "#b2182b"
"""Of differences: told apart by those who do not tell red from green."""


@dataclasses.dataclass(frozen=True)
class Picture:
    """A picture with its legend."""

    title: tuple[str, str]
    """Polish, English."""
    png: str
    """Base64."""
    legend: Sequence[tuple[tuple[str, str], str]] = ()
    """Polish and English, and the colour."""


def raster(file: Path) -> tuple[str, tuple[float, float] | None]:
    """Return a raster as a PNG in base64: three bands in their colours, others from few to many.

    Of others the values of the colours `LOW` and `HIGH` are returned, too.
    """
    with rasterio.open(file) as source:
        frame, bands = _frame(source), list(range(1, 4)) if source.count >= 3 else [1]
        found = source.read(
            bands, window=frame.window, out_shape=(len(bands), *frame.shape), masked=True,
            resampling=Resampling.average,
        )  # fmt: skip
    if len(bands) == 1:
        ends = _ends(found[0])
        return _png(_coloured(found[0], *ends)), ends
    scale = 255 / max(float(np.percentile(found.compressed(), 99)), 1.0) if found.count() else 1.0
    plain = found if found.dtype == np.uint8 else found * scale
    return _png(np.moveaxis(np.clip(plain.filled(255), 0, 255), 0, -1)), None


def differences(file: Path) -> tuple[str, float]:
    """Return band 1 around 0, pale where it is under band 2, and the value of the full colours."""
    with rasterio.open(file) as source:
        frame = _frame(source)
        found = source.read(
            window=frame.window,
            out_shape=(source.count, *frame.shape),
            masked=True,
            resampling=Resampling.average,
        )
    change, level = found[0], found[1]
    sure = (np.abs(change) > level).filled(fill_value=False)
    known = np.abs(change[sure].compressed())
    most = max(float(np.percentile(known, 95)) if len(known) else 1.0, 0.1)
    share = np.clip(change.filled(0) / most, -1, 1)[..., None] * np.where(sure, 1, 0.25)[..., None]
    fall, same, rise = (_rgb(one) for one in (FALL, SAME, RISE))
    picture = same + np.abs(share) * (np.where(share < 0, fall, rise) - same)
    picture[np.ma.getmaskarray(change)] = 255
    return _png(picture), most


def classes(file: Path, colours: Mapping[int, str]) -> str:
    """Return a raster of codes in the colours of the codes."""
    with rasterio.open(file) as source:
        frame = _frame(source)
        code = source.read(
            1, window=frame.window, out_shape=frame.shape, resampling=Resampling.nearest
        )
    picture = np.full((*code.shape, 3), 255.0)
    for one, colour in colours.items():
        picture[code == one] = _rgb(colour)
    return _png(picture)


def shapes(
    ground: Path, layers: Sequence[tuple[geopandas.GeoDataFrame, str, Mapping[str, str]]]
) -> str:
    """Return shapes on a grey picture of the ground.

    Args:
        ground: Any raster; it gives the frame.
        layers: Shapes in its CRS, the column that tells their colour, and the colours; shapes
            without one are not drawn.
    """
    with rasterio.open(ground) as source:
        frame = _frame(source)
        band = source.read(
            1,
            window=frame.window,
            out_shape=frame.shape,
            masked=True,
            resampling=Resampling.average,
        )
        step = frame.window.width / frame.shape[1], frame.window.height / frame.shape[0]
        to_picture = ~(source.window_transform(frame.window) @ Affine.scale(*step))
    low, high = _ends(band)
    light = np.clip((band.filled(high).astype(float) - low) / max(high - low, 1e-9), 0, 1)
    image = Image.fromarray(np.repeat((190 + 60 * light)[..., None], 3, axis=2).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    for rows, column, colours in layers:
        drawn = rows[rows[column].isin(list(colours))].explode(index_parts=False)
        for place, value in zip(drawn.geometry, drawn[column], strict=True):
            _draw(draw, place, to_picture, colours[value])
    return _encoded(image)


def _draw(
    draw: ImageDraw.ImageDraw, shape: shapely.Geometry, to_picture: Affine, colour: str
) -> None:
    area = isinstance(shape, shapely.Polygon)
    line = shape.exterior if isinstance(shape, shapely.Polygon) else shape
    corners = [to_picture @ (x, y) for x, y in shapely.get_coordinates(line)]
    if len(corners) == 1:
        ((x, y),) = corners
        draw.ellipse((x - 3, y - 3, x + 3, y + 3), fill=colour)
    elif area:
        draw.polygon(corners, fill=colour, outline="#333333")
    else:
        draw.line(corners, fill=colour, width=2)


@dataclasses.dataclass(frozen=True)
class _Frame:
    """The part of a raster that has values, and the size of its picture."""

    window: Window
    shape: tuple[int, int]


def _frame(source: DatasetReader) -> _Frame:
    coarse = tuple(min(one, _PICTURE_PX) for one in source.shape)
    there = source.dataset_mask(out_shape=coarse) > 0
    if not there.any():
        there[:] = True
    spans = []
    for axis, (of, few) in enumerate(zip(source.shape, coarse, strict=True)):
        held = np.flatnonzero(there.any(axis=1 - axis))
        spans.append((int(held[0] * of / few), min(of, math.ceil((held[-1] + 1) * of / few))))
    (top, bottom), (left, right) = spans
    height, width = bottom - top, right - left
    scale = max(1.0, max(height, width) / _PICTURE_PX)
    shape = max(1, round(height / scale)), max(1, round(width / scale))
    return _Frame(Window(left, top, width, height), shape)


def _ends(band: np.ma.MaskedArray[Any, Any]) -> tuple[float, float]:
    """Return the 2nd and 98th percentile of values."""
    known = band.compressed()
    low, high = np.percentile(known, (2, 98)) if len(known) else (0, 1)
    return float(low), float(high)


def _coloured(band: np.ma.MaskedArray[Any, Any], low: float, high: float) -> Colours:
    """Colour values between two; white where there is none."""
    share = np.clip((band.filled(low).astype(float) - low) / max(high - low, 1e-9), 0, 1)
    picture = _rgb(LOW) + share[..., None] * (_rgb(HIGH) - _rgb(LOW))
    picture[np.ma.getmaskarray(band)] = 255
    return np.asarray(picture)


def _rgb(colour: str) -> Colours:
    return np.array([int(colour[place : place + 2], 16) for place in (1, 3, 5)], dtype=float)


def _png(picture: Colours) -> str:
    return _encoded(Image.fromarray(np.asarray(picture).astype(np.uint8)))


def _encoded(image: Image.Image) -> str:
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return base64.b64encode(buffer.getvalue()).decode()
