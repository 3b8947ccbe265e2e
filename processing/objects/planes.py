"""Planes through the points around each cell: how rough they are, and how they tilt; compiled."""

from __future__ import annotations

import dataclasses

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.grid import Floats, Grid

type Singles = NDArray[np.float32]
type Places = NDArray[np.int32]

FEWEST = 5
"""Points that a plane needs, so that its residuals mean something."""


@dataclasses.dataclass(frozen=True)
class Planes:
    """Of each cell the plane of least residuals among those of the nine windows that hold it.

    Every grid has the shape (rows, cols), and NaN where no window has points enough.
    """

    rough_m: Singles
    """Root mean square of the residuals."""
    east: Singles
    """Rise of the plane per metre to the east."""
    north: Singles
    level_m: Singles
    """Height of the plane over the middle of the cell."""

    def part(self, box: tuple[slice, ...]) -> Planes:
        """Return the planes of a rectangle of cells."""
        return Planes(self.rough_m[box], self.east[box], self.north[box], self.level_m[box])


def planes(grid: Grid, x: Floats, y: Floats, z: Floats) -> Planes:
    """Fit planes to the points of each square of three by three cells by least squares.

    So that an edge of a roof is not mixed with what is beside it, a cell takes the best plane of
    the nine squares that it is part of.

    Args:
        grid: Cells; points beyond its edge count for the nearest one.
        x: Metres, shape (n,).
        y: Metres.
        z: Heights in metres.
    """
    rows, cols = grid.shape
    row, col = grid.cells(x, y)
    index = np.full((rows, cols), -1, dtype=np.int32)
    index[row, col] = 0
    held = index == 0
    index[held] = np.arange(np.count_nonzero(held), dtype=np.int32)
    base = float(np.median(z)) if len(z) else 0.0
    place = (grid.extent.west, grid.extent.north, grid.cell, base)
    sums = _sums(x, y, z, row, col, index, *place, int(np.count_nonzero(held)))
    windows = _fitted(sums, index, grid.cell)
    best = _best(windows, index, grid.cell)
    rough, east, north, level = np.moveaxis(best, 2, 0)
    return Planes(rough, east, north, level + np.float32(base))


@njit(cache=True)
def _sums(
    x: Floats, y: Floats, z: Floats, row: Places, col: Places, index: Places,
    west: float, north: float, cell: float, base: float, count: int,
) -> Floats:  # fmt: skip
    """Return per cell the sums of 1, x, y, z, xx, xy, yy, xz, yz, zz, from its middle."""
    sums = np.zeros((count, 10))
    for one in range(len(x)):
        at = sums[index[row[one], col[one]]]
        a = x[one] - (west + (col[one] + 0.5) * cell)
        b = y[one] - (north - (row[one] + 0.5) * cell)
        c = z[one] - base
        at[0] += 1.0
        at[1] += a
        at[2] += b
        at[3] += c
        at[4] += a * a
        at[5] += a * b
        at[6] += b * b
        at[7] += a * c
        at[8] += b * c
        at[9] += c * c
    return sums


@njit(cache=True)
def _fitted(sums: Floats, index: NDArray[np.int32], cell: float) -> Singles:
    """Return the plane of the window around each cell: roughness, rises, level; NaN for none."""
    rows, cols = index.shape
    made = np.full((rows, cols, 4), np.nan, np.float32)
    whole = np.zeros(10)
    for row in range(rows):
        for col in range(cols):
            whole[:] = 0.0
            for r in range(max(row - 1, 0), min(row + 2, rows)):
                for c in range(max(col - 1, 0), min(col + 2, cols)):
                    if index[r, c] < 0:
                        continue
                    s = sums[index[r, c]]
                    dx, dy = (c - col) * cell, (row - r) * cell
                    n = s[0]
                    whole[0] += n
                    whole[1] += s[1] + n * dx
                    whole[2] += s[2] + n * dy
                    whole[3] += s[3]
                    whole[4] += s[4] + 2 * dx * s[1] + n * dx * dx
                    whole[5] += s[5] + dx * s[2] + dy * s[1] + n * dx * dy
                    whole[6] += s[6] + 2 * dy * s[2] + n * dy * dy
                    whole[7] += s[7] + dx * s[3]
                    whole[8] += s[8] + dy * s[3]
                    whole[9] += s[9]
            if whole[0] >= FEWEST:
                _plane(whole, made[row, col])
    return made


@njit(cache=True)
def _plane(s: Floats, made: Singles) -> None:
    """Solve the normal equations around the mean of the points."""
    n = s[0]
    mx, my, mz = s[1] / n, s[2] / n, s[3] / n
    xx, xy, yy = s[4] / n - mx * mx, s[5] / n - mx * my, s[6] / n - my * my
    xz, yz, zz = s[7] / n - mx * mz, s[8] / n - my * mz, s[9] / n - mz * mz
    wide = xx * yy - xy * xy
    if wide < 1e-3 * max(xx, yy) ** 2:
        return
    east = (xz * yy - yz * xy) / wide
    north = (yz * xx - xz * xy) / wide
    left = zz - east * xz - north * yz
    free = n / (n - 3)
    made[0] = np.sqrt(max(left * free, 0.0))
    made[1] = east
    made[2] = north
    made[3] = mz - east * mx - north * my


@njit(cache=True)
def _best(windows: Singles, index: NDArray[np.int32], cell: float) -> Singles:
    rows, cols = index.shape
    made = np.full((rows, cols, 4), np.nan, np.float32)
    for row in range(rows):
        for col in range(cols):
            if index[row, col] < 0:
                continue
            least = np.inf
            for r in range(max(row - 1, 0), min(row + 2, rows)):
                for c in range(max(col - 1, 0), min(col + 2, cols)):
                    if windows[r, c, 0] < least:
                        least = windows[r, c, 0]
                        made[row, col] = windows[r, c]
                        dx, dy = (col - c) * cell, (r - row) * cell
                        made[row, col, 3] += windows[r, c, 1] * dx + windows[r, c, 2] * dy
    return made
