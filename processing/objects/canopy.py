"""Models of heights over ground, made from points."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from processing.grid import Floats, Grid

DISC_M = 0.2
"""Half of the width of what a pulse touches."""
PIT_M = 1.0
"""A cell so much lower than those around it is a gap between leaves, not a gap between trees."""


def highest(grid: Grid, x: Floats, y: Floats, height: Floats, *, disc_m: float = DISC_M) -> Floats:
    """Return the highest point over each cell, each point a disc, NaN where there is none."""
    made = np.full(grid.shape, -np.inf)
    steps = [(0.0, 0.0)]
    if disc_m > 0:
        angle = np.arange(8) * np.pi / 4
        steps += list(zip(disc_m * np.cos(angle), disc_m * np.sin(angle), strict=True))
    for east, north in steps:
        np.maximum.at(made, grid.cells(x + east, y + north), height)
    return np.where(np.isinf(made), np.nan, made)


def without_pits(heights: Floats) -> Floats:
    """Fill cells without points from their neighbours, and gaps of one or two cells."""
    known = np.nan_to_num(heights, nan=-np.inf)
    around = ndimage.maximum_filter(known, 3)
    filled = np.where(np.isnan(heights), np.where(np.isinf(around), 0.0, around), heights)
    closed = ndimage.grey_closing(filled, (3, 3))
    return np.where(closed - filled > PIT_M, closed, filled)
