"""Points into square cells, compiled, straight from their whole numbers.

Cells lie on whole multiples of their width, so neighbouring tiles have the same ones. A point on
the edge of two cells belongs to the eastern and the northern one, as it does with tiles.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.cloud.points import Points
from processing.grid import Grid
from sip.crs import Extent

type Ints = NDArray[np.int32]
type Singles = NDArray[np.float32]
type Mask = NDArray[np.bool_]


class Frame(NamedTuple):
    """How whole numbers become places on a grid; compiled functions take it."""

    west: float
    """Raw x of the western edge."""
    south: float
    """Raw y of the southern edge."""
    east_step: float
    """Cells per unit of x."""
    north_step: float
    """Cells per unit of y."""
    rows: int
    cols: int
    base: float
    """Raw z that is height 0."""
    rise: float
    """Metres per unit of z."""


def aligned(extent: Extent, cell_m: float) -> Grid:
    """Return the cells, on whole multiples of their width, that cover an extent."""
    down = [math.floor(edge / cell_m + 1e-6) * cell_m for edge in (extent.west, extent.south)]
    up = [math.ceil(edge / cell_m - 1e-6) * cell_m for edge in (extent.east, extent.north)]
    return Grid(Extent(*down, *up), cell_m)


def around(points: Points, cell_m: float) -> Grid:
    """Return the cells that cover all points, at least one."""
    if not len(points):
        return aligned(Extent(0, 0, cell_m, cell_m), cell_m)
    east, north = points.scale[0], points.scale[1]
    west, south = points.offset[0], points.offset[1]
    extent = Extent(
        int(points.x.min()) * east + west, int(points.y.min()) * north + south,
        (int(points.x.max()) + 1) * east + west, (int(points.y.max()) + 1) * north + south,
    )  # fmt: skip
    return aligned(extent, cell_m)


def frame(points: Points, grid: Grid, *, base_m: float = 0.0) -> Frame:
    """Return how the whole numbers of points fall on a grid.

    Args:
        points: See there.
        grid: See there.
        base_m: What heights count from: 32-bit floats hold small heights to the millimetre.
    """
    rows, cols = grid.shape
    (sx, sy, sz), (ox, oy, oz) = points.scale, points.offset
    return Frame(
        (grid.extent.west - ox) / sx, (grid.extent.south - oy) / sy, sx / grid.cell, sy / grid.cell,
        rows, cols, (base_m - oz) / sz, sz,
    )  # fmt: skip


@njit(cache=True, inline="always")
def _at(x: int, y: int, frame: Frame) -> tuple[int, int]:
    """Return row and column of a point; a row of -1 for one beyond the grid."""
    col = math.floor((x - frame.west) * frame.east_step + 1e-6)
    up = math.floor((y - frame.south) * frame.north_step + 1e-6)
    if col < 0 or up < 0 or col >= frame.cols or up >= frame.rows:
        return -1, -1
    return frame.rows - 1 - up, col


@njit(cache=True)
def lowest(x: Ints, y: Ints, z: Ints, use: Mask, frame: Frame) -> Singles:
    """Return the lowest of the used points of each cell, NaN where there is none."""
    made = np.full((frame.rows, frame.cols), np.nan, np.float32)
    for point in range(len(x)):
        if use[point]:
            row, col = _at(x[point], y[point], frame)
            height = np.float32((z[point] - frame.base) * frame.rise)
            if row >= 0 and not height >= made[row, col]:
                made[row, col] = height
    return made


@njit(cache=True)
def highest(x: Ints, y: Ints, z: Ints, use: Mask, frame: Frame) -> Singles:
    """Return the highest of the used points of each cell, NaN where there is none."""
    made = np.full((frame.rows, frame.cols), np.nan, np.float32)
    for point in range(len(x)):
        if use[point]:
            row, col = _at(x[point], y[point], frame)
            height = np.float32((z[point] - frame.base) * frame.rise)
            if row >= 0 and not height <= made[row, col]:
                made[row, col] = height
    return made


@njit(cache=True)
def mean(x: Ints, y: Ints, z: Ints, use: Mask, frame: Frame) -> Singles:
    """Return the mean height of the used points of each cell, NaN where there is none."""
    total = np.zeros((frame.rows, frame.cols), np.float64)
    number = np.zeros((frame.rows, frame.cols), np.int32)
    for point in range(len(x)):
        if use[point]:
            row, col = _at(x[point], y[point], frame)
            if row >= 0:
                total[row, col] += (z[point] - frame.base) * frame.rise
                number[row, col] += 1
    made = np.full((frame.rows, frame.cols), np.nan, np.float32)
    for row in range(frame.rows):
        for col in range(frame.cols):
            if number[row, col]:
                made[row, col] = total[row, col] / number[row, col]
    return made


@njit(cache=True)
def count(x: Ints, y: Ints, use: Mask, frame: Frame) -> NDArray[np.int32]:
    """Return how many of the used points are in each cell."""
    made = np.zeros((frame.rows, frame.cols), np.int32)
    for point in range(len(x)):
        if use[point]:
            row, col = _at(x[point], y[point], frame)
            if row >= 0:
                made[row, col] += 1
    return made
