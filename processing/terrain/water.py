"""Water, which is level, and bridges, which are not ground, in models of the terrain."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rasterio import features
from rasterio.transform import Affine
from scipy import ndimage
from shapely.geometry.base import BaseGeometry

from processing.grid import Floats
from processing.ground.surface import filled
from processing.raster import Raster

LEVEL_SPREAD_M = 0.5
"""Shores that differ by more belong to a river, which falls."""
_BESIDE = 2
"""Cells around a polygon that are looked at."""

type Mask = NDArray[np.bool_]


def flattened(
    dtm: Raster, waters: Iterable[BaseGeometry], decks: Sequence[BaseGeometry] = ()
) -> Raster:
    """Return a terrain model in which waters are level, or fall as their shores do.

    A lake takes the height below which a tenth of its shore lies. The surface of a river is
    spanned between its shores, and is nowhere higher than the model was. Bridges, which a filter
    takes for ground where roads lead on to them, are neither shore nor terrain: what water leaves
    of the ground below them is spanned between what lies beside.

    Args:
        dtm: Heights in metres, with a nodata value.
        waters: Polygons in its CRS.
        decks: Polygons of bridges in its CRS.
    """
    heights = dtm.values()
    known = np.isfinite(heights)
    for deck in decks:
        window, transform = _around(deck, dtm)
        if heights[window].size:
            heights[window][_inside(deck, heights[window], transform, all_touched=True)] = np.nan
    for water in waters:
        window, transform = _around(water, dtm)
        if heights[window].size:
            _level(heights[window], water, transform)
    for deck in decks:
        window, _ = _around(deck, dtm)
        below = np.isnan(heights[window]) & known[window]
        if below.any():
            heights[window][below] = filled(heights[window].astype(np.float32))[below]
    nodata = np.nan if dtm.nodata is None else dtm.nodata
    band = np.where(np.isnan(heights), nodata, heights).astype(dtm.bands.dtype)
    return Raster(band[None], dtm.transform, dtm.crs, dtm.nodata)


def _around(shape: BaseGeometry, dtm: Raster) -> tuple[tuple[slice, slice], Affine]:
    """Return rows and columns of a polygon and some cells around it, none if it is elsewhere."""
    if shape.is_empty:
        return (slice(0, 0), slice(0, 0)), dtm.transform
    west, south, east, north = shape.bounds
    (left, top), (right, bottom) = (~dtm.transform @ one for one in ((west, north), (east, south)))
    rows, cols = dtm.band.shape
    window = _span(top, bottom, rows), _span(left, right, cols)
    return window, dtm.transform @ Affine.translation(window[1].start, window[0].start)


def _span(first: float, last: float, count: int) -> slice:
    return slice(max(math.floor(first) - _BESIDE, 0), max(min(math.ceil(last) + _BESIDE, count), 0))


def _inside(
    shape: BaseGeometry, heights: Floats, transform: Affine, *, all_touched: bool = False
) -> Mask:
    found: Mask = features.geometry_mask(
        [shape], heights.shape, transform, invert=True, all_touched=all_touched
    )
    return found


def _level(heights: Floats, water: BaseGeometry, transform: Affine) -> None:
    inside = _inside(water, heights, transform)
    shore = ndimage.binary_dilation(inside, np.ones((3, 3))) & ~inside & np.isfinite(heights)
    if not inside.any() or not shore.any():
        return
    tenth, half, most = np.quantile(heights[shore], [0.1, 0.5, 0.9])
    if most - tenth <= LEVEL_SPREAD_M or half - tenth <= LEVEL_SPREAD_M / 2:
        heights[inside] = tenth
    else:
        heights[inside] = _spanned(heights, inside, shore)


def _spanned(heights: Floats, inside: Mask, shore: Mask) -> Floats:
    row, col = np.nonzero(inside | shore)
    window = slice(row.min(), row.max() + 1), slice(col.min(), col.max() + 1)
    frame = np.where(shore[window], heights[window], np.nan).astype(np.float32)
    spanned = filled(frame)[inside[window]].astype(np.float64)
    return np.asarray(np.fmin(spanned, heights[inside]))
