"""Models of ground and surface, made from classified points."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.cloud import gridding
from processing.cloud.gridding import Frame, Ints, Mask
from processing.cloud.points import GROUND, Points
from processing.grid import Grid
from processing.ground.surface import filled
from processing.terrain.shading import slopes
from processing.terrain.triangles import interpolated

type Singles = NDArray[np.float32]

DISC_M = 0.2
"""Half of the width of what a pulse touches."""
PIT_M = 1.0
"""A single cell so much lower than all around it is a gap between leaves, not a hole."""
NODATA = -9999.0


@dataclasses.dataclass(frozen=True)
class Models:
    """Heights on one grid, in metres, NaN for none."""

    grid: Grid
    dtm: Singles
    """Ground on triangles; wide gaps are gaps."""
    filled: Singles
    """The same, gaps spanned by a membrane."""
    dsm: Singles
    """The highest that a pulse met first."""
    ndsm: Singles
    """Surface over filled ground, never below 0."""
    slope_deg: Singles
    """Of the filled ground."""


def models(points: Points, *, cell_m: float, widest_gap_m: float) -> Models:
    """Make the models of classified points.

    Args:
        points: With classes; noise and withheld points take no part.
        cell_m: Width of a cell; cells lie on whole multiples of it.
        widest_gap_m: Ground farther apart is a gap.
    """
    grid = gridding.around(points, cell_m)
    base_m = float(points.z.min() * points.scale[2] + points.offset[2]) if len(points) else 0.0
    frame = gridding.frame(points, grid, base_m=base_m)
    place, usable = (points.x, points.y, points.z), points.usable()
    ground = usable & (points.classification == GROUND)
    dtm = interpolated(*place, ground, frame, longest=widest_gap_m / cell_m)
    whole = filled(dtm) if ground.any() else dtm
    first = usable if points.return_number is None else usable & (points.return_number <= 1)
    dsm = _without_pits(_crest(*place, first, frame, DISC_M / cell_m), PIT_M)
    east, north = slopes(whole.astype(np.float64), cell_m) if min(grid.shape) > 1 else (0.0, 0.0)
    slope = np.full(grid.shape, np.degrees(np.arctan(np.hypot(east, north))), np.float32)
    base = np.float32(base_m)
    return Models(grid, dtm + base, whole + base, dsm + base, np.maximum(dsm - whole, 0), slope)


def surface(points: Points, *, cell_m: float) -> tuple[Grid, Singles]:
    """Return the grid and the heights of the highest that a pulse met first, without ground."""
    grid = gridding.around(points, cell_m)
    usable = points.usable()
    first = usable if points.return_number is None else usable & (points.return_number <= 1)
    frame = gridding.frame(points, grid)
    crest = _crest(points.x, points.y, points.z, first, frame, DISC_M / cell_m)
    return grid, _without_pits(crest, PIT_M)


@njit(cache=True)
def _crest(x: Ints, y: Ints, z: Ints, use: Mask, frame: Frame, half: float) -> Singles:
    """Return the highest of the used points over each cell, each a disc of so many cells."""
    made = np.full((frame.rows, frame.cols), np.nan, np.float32)
    for point in range(len(x)):
        if not use[point]:
            continue
        across = (x[point] - frame.west) * frame.east_step + 1e-6
        up = (y[point] - frame.south) * frame.north_step + 1e-6
        height = np.float32((z[point] - frame.base) * frame.rise)
        for v in range(max(math.floor(up - half), 0), min(math.floor(up + half) + 1, frame.rows)):
            away = max(v - up, up - v - 1, 0.0)
            reach = math.sqrt(max(half * half - away * away, 0.0))
            left, right = math.floor(across - reach), math.floor(across + reach)
            for col in range(max(left, 0), min(right + 1, frame.cols)):
                row = frame.rows - 1 - v
                if not height <= made[row, col]:
                    made[row, col] = height
    return made


@njit(cache=True)
def _without_pits(heights: Singles, deep_m: float) -> Singles:
    """Fill single cells that are empty or deeper than all around them, by the lowest of those."""
    made = heights.copy()
    rows, cols = heights.shape
    for row in range(rows):
        for col in range(cols):
            least, near = np.float32(np.inf), 0
            for r in range(max(row - 1, 0), min(row + 2, rows)):
                for c in range(max(col - 1, 0), min(col + 2, cols)):
                    if (r != row or c != col) and not np.isnan(heights[r, c]):
                        least = min(least, heights[r, c])
                        near += 1
            here = heights[row, col]
            if near >= 5 and (np.isnan(here) or least - here > deep_m):
                made[row, col] = least
    return made
