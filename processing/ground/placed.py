"""Heights of cells where they were measured, brought to the middles of the cells, compiled.

On a slope the lowest point of a cell lies at its lower edge. Taken for the height of its middle it
is wrong by half of the rise; so the place is kept, and the height moved along the slope.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit

from processing.cloud.gridding import Frame, Ints, Mask
from processing.ground.surface import Floats


class Placed(NamedTuple):
    """Heights of cells, and where in them they are."""

    height_m: Floats
    """Shape (rows, cols), NaN without a point."""
    down: Floats
    """From the middle of the cell, in cells."""
    right: Floats


@njit(cache=True, inline="always")
def place(x: int, y: int, frame: Frame) -> tuple[float, float]:
    """Return row and column of a point, whole in the middles of cells."""
    row = frame.rows - (y - frame.south) * frame.north_step - 0.5
    return row, (x - frame.west) * frame.east_step - 0.5


@njit(cache=True, inline="always")
def _cell(row: float, col: float, frame: Frame) -> tuple[int, int]:
    """Return the cell of a place; edges belong to the northern and the eastern one."""
    r, c = int(np.ceil(row - 0.5 - 1e-6)), int(np.floor(col + 0.5 + 1e-6))
    return min(max(r, 0), frame.rows - 1), min(max(c, 0), frame.cols - 1)


@njit(cache=True)
def lowest(x: Ints, y: Ints, z: Ints, use: Mask, frame: Frame) -> Placed:
    """Return the lowest of the used points of each cell."""
    made = np.full((frame.rows, frame.cols), np.nan, np.float32)
    down, right = np.zeros_like(made), np.zeros_like(made)
    for point in range(len(x)):
        if use[point]:
            row, col = place(x[point], y[point], frame)
            r, c = _cell(row, col, frame)
            height = np.float32((z[point] - frame.base) * frame.rise)
            if not height >= made[r, c]:
                made[r, c], down[r, c], right[r, c] = height, row - r, col - c
    return Placed(made, down, right)


@njit(cache=True)
def mean(x: Ints, y: Ints, z: Ints, use: Mask, frame: Frame) -> Placed:
    """Return the mean of the used points of each cell."""
    total = np.zeros((frame.rows, frame.cols), np.float64)
    down, right, number = np.zeros_like(total), np.zeros_like(total), np.zeros_like(total)
    for point in range(len(x)):
        if use[point]:
            row, col = place(x[point], y[point], frame)
            r, c = _cell(row, col, frame)
            total[r, c] += (z[point] - frame.base) * frame.rise
            down[r, c] += row - r
            right[r, c] += col - c
            number[r, c] += 1
    made = np.full((frame.rows, frame.cols), np.nan, np.float32)
    for r in range(frame.rows):
        for c in range(frame.cols):
            if number[r, c]:
                made[r, c] = total[r, c] / number[r, c]
                down[r, c] /= number[r, c]
                right[r, c] /= number[r, c]
    return Placed(made, down.astype(np.float32), right.astype(np.float32))


@njit(cache=True, inline="always")
def _gentler(one: float, other: float) -> float:
    """Return the flatter of two rises, 0 across a ridge or a ditch (minmod, Roe 1986)."""
    if one * other <= 0:
        return 0.0
    return one if abs(one) < abs(other) else other


@njit(cache=True)
def _rise(surface: Floats, row: int, col: int, down: int, right: int) -> tuple[float, float]:
    """Return the gentler and the mean rise to the next cell of a direction."""
    rows, cols = surface.shape
    ahead = row + down < rows and col + right < cols
    behind = row >= down and col >= right
    here = surface[row, col]
    up = surface[row + down, col + right] - here if ahead else 0.0
    before = here - surface[row - down, col - right] if behind else 0.0
    if not ahead or not behind:
        return up + before, up + before
    return _gentler(up, before), (up + before) / 2


@njit(cache=True)
def centred(surface: Floats, places: Placed) -> Floats:
    """Move heights from where they were measured to the middles of the cells.

    Args:
        surface: Heights without gaps.
        places: Where they were measured; where it has no height, they stay.
    """
    made = surface.copy()
    rows, cols = surface.shape
    for row in range(rows):
        for col in range(cols):
            if not np.isnan(places.height_m[row, col]):
                down, _ = _rise(surface, row, col, 1, 0)
                right, _ = _rise(surface, row, col, 0, 1)
                made[row, col] -= down * places.down[row, col] + right * places.right[row, col]
    return made


@njit(cache=True)
def allowance(surface: Floats, cell_m: float, per_slope_m: float, per_break_m: float) -> Floats:
    """Return how far ground may lie from a surface because it is steep.

    Args:
        surface: Heights without gaps.
        cell_m: Width of cells.
        per_slope_m: For each metre of rise per metre of a slope that goes on.
        per_break_m: The same of what is steeper on one side: within a cell there is an edge.
    """
    made = np.empty_like(surface)
    rows, cols = surface.shape
    for row in range(rows):
        for col in range(cols):
            down, fall = _rise(surface, row, col, 1, 0)
            right, across = _rise(surface, row, col, 0, 1)
            slope = (down**2 + right**2) ** 0.5 / cell_m
            steep = (fall**2 + across**2) ** 0.5 / cell_m
            made[row, col] = per_slope_m * slope + per_break_m * max(steep - slope, 0.0)
    return made
