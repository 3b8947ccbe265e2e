"""Water, which is level, in models of the terrain."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from rasterio import features
from scipy import ndimage
from shapely.geometry.base import BaseGeometry

from processing.ground.surface import filled
from processing.raster import Raster

LEVEL_SPREAD_M = 0.5
"""Shores that differ by more belong to a river, which falls."""


def flattened(dtm: Raster, waters: Iterable[BaseGeometry]) -> Raster:
    """Return a terrain model in which waters are level, or fall as their shores do.

    A lake takes the height below which a tenth of its shore lies. The surface of a river is
    spanned between its shores, and is nowhere higher than the model was.

    Args:
        dtm: Heights in metres, with a nodata value.
        waters: Polygons in its CRS.
    """
    heights = dtm.values()
    for water in waters:
        inside = features.geometry_mask([water], heights.shape, dtm.transform, invert=True)
        shore = ndimage.binary_dilation(inside, np.ones((3, 3))) & ~inside & np.isfinite(heights)
        if not inside.any() or not shore.any():
            continue
        tenth, half, most = np.quantile(heights[shore], [0.1, 0.5, 0.9])
        if most - tenth <= LEVEL_SPREAD_M or half - tenth <= LEVEL_SPREAD_M / 2:
            heights[inside] = tenth
        else:
            heights[inside] = _spanned(heights, inside, shore)
    nodata = np.nan if dtm.nodata is None else dtm.nodata
    band = np.where(np.isnan(heights), nodata, heights).astype(dtm.bands.dtype)
    return Raster(band[None], dtm.transform, dtm.crs, dtm.nodata)


def _spanned(heights: np.ndarray, inside: np.ndarray, shore: np.ndarray) -> np.ndarray:
    row, col = np.nonzero(inside | shore)
    window = slice(row.min(), row.max() + 1), slice(col.min(), col.max() + 1)
    frame = np.where(shore[window], heights[window], np.nan).astype(np.float32)
    spanned = filled(frame)[inside[window]].astype(np.float64)
    return np.asarray(np.fmin(spanned, heights[inside]))
