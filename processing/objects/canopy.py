"""Models of heights over ground, made from points."""

from __future__ import annotations

import numpy as np
from numba import njit
from scipy import ndimage

from processing.grid import Floats, Grid

DISC_M = 0.2
"""Half of the width of what a pulse touches."""
PIT_M = 1.0
"""A cell so much lower than those around it is a gap between leaves, not a gap between trees."""


def highest(grid: Grid, x: Floats, y: Floats, height: Floats, *, disc_m: float = DISC_M) -> Floats:
    """Return the highest point over each cell, each point a disc, NaN where there is none."""
    steps = [(0.0, 0.0)]
    if disc_m > 0:
        angle = np.arange(8) * np.pi / 4
        steps += list(zip(disc_m * np.cos(angle), disc_m * np.sin(angle), strict=True))
    made = np.full(grid.shape, np.nan)
    _raise(made, x, y, height, np.array(steps), grid.extent.west, grid.extent.north, grid.cell)
    return made


@njit(cache=True)
def _raise(
    made: Floats, x: Floats, y: Floats, height: Floats, steps: Floats,
    west: float, north: float, cell: float,
) -> None:  # fmt: skip
    """Raise cells to the points that lie in them or a step beside; the edge takes all beyond."""
    rows, cols = made.shape
    for one in range(len(x)):
        for place in range(len(steps)):
            up, right = north - (y[one] + steps[place, 1]), x[one] + steps[place, 0] - west
            row = int(min(max(np.floor(up / cell), 0), rows - 1))
            col = int(min(max(np.floor(right / cell), 0), cols - 1))
            if not height[one] <= made[row, col]:
                made[row, col] = height[one]


def without_pits(heights: Floats) -> Floats:
    """Fill cells without points from their neighbours, and gaps of one or two cells."""
    gaps = np.isnan(heights)
    filled = ndimage.maximum_filter(np.where(gaps, -np.inf, heights), 3)
    filled[np.isinf(filled)] = 0.0
    np.copyto(filled, heights, where=~gaps)
    closed = ndimage.grey_closing(filled, (3, 3))
    np.copyto(filled, closed, where=closed - filled > PIT_M)
    return np.asarray(filled)
