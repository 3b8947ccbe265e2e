"""Culverts and bridges in a terrain model: where water passes under what the model shows."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import shapely
from rasterio import features
from rasterio.transform import Affine
from scipy import ndimage
from shapely.geometry.base import BaseGeometry

from processing.water.flood import Floats

REACH_CELLS = 2
"""How far around its ends a culvert finds the bed of the ditch."""


def burn_lines(heights_m: Floats, transform: Affine, lines: Iterable[shapely.LineString]) -> Floats:
    """Lower the cells along culverts to a straight fall between the beds at both ends.

    Args:
        heights_m: Terrain, row 0 in the north.
        transform: From column, row to x, y.
        lines: LineStrings in the same CRS.
    """
    made = heights_m.copy()
    cell = transform.a
    lowest = ndimage.minimum_filter(heights_m, 2 * REACH_CELLS + 1, mode="nearest")
    for line in lines:
        along = np.linspace(0, 1, max(2, int(np.ceil(line.length / cell * 3)) + 1))
        spots = shapely.get_coordinates(
            shapely.line_interpolate_point(line, along, normalized=True)
        )
        col, row = (spots[:, 0] - transform.c) / cell, (transform.f - spots[:, 1]) / cell
        row, col = np.floor(row).astype(np.int64), np.floor(col).astype(np.int64)
        inside = (row >= 0) & (col >= 0) & (row < made.shape[0]) & (col < made.shape[1])
        if not inside.any():
            continue
        row, col, along = row[inside], col[inside], along[inside]
        start, end = lowest[row[0], col[0]], lowest[row[-1], col[-1]]
        np.minimum.at(made, (row, col), start + (end - start) * along)
        _connect(made, row, col)
    return made


def _connect(heights: Floats, row: np.ndarray, col: np.ndarray) -> None:
    """Lower the ends to the lowest cell within reach, so that the bed meets the cut."""
    for r, c in ((row[0], col[0]), (row[-1], col[-1])):
        top, left = max(r - REACH_CELLS, 0), max(c - REACH_CELLS, 0)
        window = heights[top : r + REACH_CELLS + 1, left : c + REACH_CELLS + 1]
        low_row, low_col = np.unravel_index(np.nanargmin(window), window.shape)
        steps = max(abs(low_row + top - r), abs(low_col + left - c), 1)
        for share in np.arange(steps + 1) / steps:
            at = round(r + share * (low_row + top - r)), round(c + share * (low_col + left - c))
            heights[at] = min(heights[at], heights[r, c])


def open_decks(heights_m: Floats, transform: Affine, decks: Iterable[BaseGeometry]) -> Floats:
    """Lower bridges that a terrain model shows to the lowest ground beside each.

    Args:
        heights_m: Terrain, row 0 in the north.
        transform: From column, row to x, y.
        decks: Polygons in the same CRS.
    """
    made = heights_m.copy()
    for deck in decks:
        over = features.geometry_mask([deck], made.shape, transform, all_touched=True, invert=True)
        beside = ndimage.binary_dilation(over, np.ones((3, 3))) & ~over & np.isfinite(heights_m)
        if beside.any():
            made[over] = np.minimum(made[over], heights_m[beside].min())
    return made
