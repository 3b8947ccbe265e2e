"""Heights between points, on triangles."""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.cloud.gridding import Frame, Ints, Mask
from processing.terrain.delaunay import spread, triangles

type Doubles = NDArray[np.float64]
type Singles = NDArray[np.float32]

_MOST = 2**26
"""Of whole numbers that doubles multiply exactly."""


def interpolated(x: Ints, y: Ints, z: Ints, use: Mask, frame: Frame, *, longest: float) -> Singles:
    """Return the heights of triangles of the used points at the middles of cells.

    Of each cell the point nearest to its middle is taken: more would not change the heights there.

    Args:
        x: Whole numbers, see `frame`.
        y: The same.
        z: The same.
        use: Which points count.
        frame: The cells.
        longest: Triangles with a longer edge, in cells, are gaps.

    Returns:
        Heights over the base of the frame, NaN in gaps and beyond the outermost points.
    """
    made = np.full((frame.rows, frame.cols), np.nan, np.float32)
    cells = _nearest_to_middles(x, y, use, frame)
    chosen = cells[cells >= 0]
    if len(chosen) < 3:
        return made
    corners = triangles(*_whole(x[chosen], y[chosen], frame), spread(cells))
    across = (x[chosen] - frame.west) * frame.east_step
    up = (y[chosen] - frame.south) * frame.north_step
    heights = (z[chosen] - frame.base) * frame.rise
    _draw(made, np.column_stack([across, up]), heights.astype(np.float64), corners, longest)
    return made


def _whole(x: Ints, y: Ints, frame: Frame) -> tuple[Doubles, Doubles]:
    """Return places from the first ones on in one unit for both axes, as whole as they came."""
    unit = min(frame.east_step, frame.north_step)
    east, north = (
        (raw.astype(np.float64) - float(raw.min())) * (step / unit)
        for raw, step in ((x, frame.east_step), (y, frame.north_step))
    )
    coarser = max(float(east.max()), float(north.max())) / _MOST
    if coarser > 1:
        east, north = east / coarser, north / coarser
    return np.rint(east), np.rint(north)


@njit(cache=True)
def _nearest_to_middles(x: Ints, y: Ints, use: Mask, frame: Frame) -> NDArray[np.int64]:
    """Return the point nearest to the middle of each cell, row 0 in the south, -1 for none."""
    best = np.full((frame.rows, frame.cols), np.inf, np.float32)
    chosen = np.full((frame.rows, frame.cols), -1, np.int64)
    for point in range(len(x)):
        if not use[point]:
            continue
        across = (x[point] - frame.west) * frame.east_step
        up = (y[point] - frame.south) * frame.north_step
        col, row = math.floor(across + 1e-6), math.floor(up + 1e-6)
        if 0 <= col < frame.cols and 0 <= row < frame.rows:
            away = np.float32((across - col - 0.5) ** 2 + (up - row - 0.5) ** 2)
            if away < best[row, col]:
                best[row, col] = away
                chosen[row, col] = point
    return chosen


@njit(cache=True)
def _draw(
    made: Singles, places: Doubles, heights: Doubles, corners: NDArray[np.int32], longest: float
) -> None:
    """Write the heights of triangles at the middles of the cells that they cover."""
    rows, cols = made.shape
    for triangle in range(len(corners)):
        a, b, c = corners[triangle]
        ax, ay = places[a]
        bx, by = places[b]
        cx, cy = places[c]
        edge = max((ax - bx) ** 2 + (ay - by) ** 2, (bx - cx) ** 2 + (by - cy) ** 2)
        if max(edge, (cx - ax) ** 2 + (cy - ay) ** 2) > longest * longest:
            continue
        double = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)
        if double == 0:
            continue
        low = max(math.ceil(min(ay, by, cy) - 0.5), 0)
        high = min(math.floor(max(ay, by, cy) - 0.5), rows - 1)
        left = max(math.ceil(min(ax, bx, cx) - 0.5), 0)
        right = min(math.floor(max(ax, bx, cx) - 0.5), cols - 1)
        for up in range(low, high + 1):
            for col in range(left, right + 1):
                u, v = col + 0.5, up + 0.5
                of_b = ((u - ax) * (cy - ay) - (cx - ax) * (v - ay)) / double
                of_c = ((bx - ax) * (v - ay) - (u - ax) * (by - ay)) / double
                if of_b >= -1e-9 and of_c >= -1e-9 and of_b + of_c <= 1 + 1e-9:
                    height = heights[a] + of_b * (heights[b] - heights[a])
                    made[rows - 1 - up, col] = height + of_c * (heights[c] - heights[a])
