"""What lets a person judge an object that a flight has found: a picture and a height profile."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from PIL import Image
from rasterio import features, windows
from rasterio.enums import Resampling
from rasterio.transform import from_origin
from rasterio.windows import Window
from rasterio.windows import from_bounds as window_of
from shapely.geometry.base import BaseGeometry

from processing.blocks import Cells, on_cells, opened, values
from processing.ortho.colours import picture
from sip.crs import transformer
from sip.errors import DataError

AROUND_M = 6.0
"""Shown beside the object on each side."""
MOST_PX = 480
POINTS = 60
BRIGHT = 200.0
"""Of 255, of the brightest hundredth: pictures in the dark of a wood are to be seen, too."""


def picture_of(file: Path, shape: BaseGeometry, *, layout: str | None = None) -> bytes | None:
    """Return a JPEG of an object and what is around it, its outline drawn; None beyond the edge.

    Args:
        file: A picture of 8 or 16 bits; the first colours that people see are shown.
        shape: In the picture's CRS, axes in metres.
        layout: rgb, cir or rgbi; not needed where the bands are described.
    """
    west, south, east, north = shape.buffer(AROUND_M).bounds
    with picture(file, layout) as (source, cells, colours):
        window = (
            window_of(west, south, east, north, cells.transform).round_offsets().round_lengths()
        )
        whole = Window(0, 0, cells.cols, cells.rows)
        if not windows.intersect(window, whole):
            return None
        window = windows.intersection(window, whole)
        shown = [colours.index(one) + 1 for one in ("red", "green", "blue") if one in colours]
        shown = shown if len(shown) == 3 else [1, 2, 3]
        size = max(1, round(max(window.width, window.height) / MOST_PX))
        shape_px = (3, max(1, round(window.height / size)), max(1, round(window.width / size)))
        bands = source.read(shown, window=window, out_shape=shape_px, resampling=Resampling.average)
        west, north = cells.transform @ (window.col_off, window.row_off)
        where = from_origin(west, north, cells.cell * size, cells.cell * size)
    light = bands.astype(np.float64)
    light *= BRIGHT / max(np.percentile(light, 99), 1.0)
    light = np.clip(light, 0, 255)
    outline = features.rasterize(
        [shape.boundary if shape.area else shape.buffer(cells.cell * size).boundary],
        shape_px[1:], transform=where,
    )  # fmt: skip
    light[:, outline > 0] = np.array([255, 230, 0])[:, None]
    return _jpeg(light.astype(np.uint8))


def profile_of(ndsm: Path, shape: BaseGeometry) -> list[tuple[float, float]]:
    """Return heights over ground along a line from west to east through an object, in metres.

    Args:
        ndsm: Heights over ground in metres.
        shape: In its CRS.

    Returns:
        Distance from the line's western end and height; places without a height are left out.
    """
    west, _, east, _ = shape.bounds
    middle = shape.centroid.y
    west, east = west - AROUND_M, east + AROUND_M
    step = (east - west) / POINTS
    with opened(ndsm) as (_, own):
        cells = Cells(1, POINTS, from_origin(west, middle + step / 2, step, step), own.crs)
    with on_cells(ndsm, cells) as source:
        heights = values(source, 1, Window(0, 0, POINTS, 1))[0]
    return [
        (round((place + 0.5) * step, 2), round(float(height), 2))
        for place, height in enumerate(heights)
        if np.isfinite(height)
    ]


def shape_in(shape: BaseGeometry, source: int, file: Path) -> BaseGeometry:
    """Return a shape in the CRS of a raster.

    Raises:
        DataError: The raster has no CRS.
    """
    with opened(file) as (_, cells):
        if cells.crs == source:
            return shape
        turn = transformer(source, cells.crs)
    moved = shapely.transform(shape, lambda xy: np.column_stack(turn.transform(*xy.T)))
    if moved.is_empty:
        raise DataError(f"{file}: does not cover the object")
    return moved


def _jpeg(bands: NDArray[np.uint8]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(np.moveaxis(bands, 0, -1))).save(
        buffer, "JPEG", quality=85
    )
    return buffer.getvalue()
