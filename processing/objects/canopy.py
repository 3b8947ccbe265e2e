"""Models of heights over ground, made from points."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray
from rasterio.transform import Affine, from_origin
from scipy import ndimage

from sip.crs import Extent

type Floats = NDArray[np.float64]

DISC_M = 0.2
"""Half of the width of what a pulse touches."""
PIT_M = 1.0
"""A cell so much lower than those around it is a gap between leaves, not a gap between trees."""


@dataclasses.dataclass(frozen=True)
class Grid:
    """Square cells over an extent, row 0 in the north."""

    extent: Extent
    cell: float

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        height, width = self.extent.north - self.extent.south, self.extent.east - self.extent.west
        return int(np.ceil(height / self.cell - 1e-6)), int(np.ceil(width / self.cell - 1e-6))

    @property
    def transform(self) -> Affine:
        """From column, row to x, y of a cell's north-western corner."""
        return from_origin(self.extent.west, self.extent.north, self.cell, self.cell)

    def cells(self, x: Floats, y: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return row and column of points; those beyond the edge get the nearest cell."""
        rows, cols = self.shape
        row = np.floor((self.extent.north - y) / self.cell).astype(np.int64)
        col = np.floor((x - self.extent.west) / self.cell).astype(np.int64)
        return np.clip(row, 0, rows - 1), np.clip(col, 0, cols - 1)

    def centres(self, row: NDArray[np.int64], col: NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Return x and y of the middles of cells."""
        x: Floats = self.extent.west + (col.astype(np.float64) + 0.5) * self.cell
        y: Floats = self.extent.north - (row.astype(np.float64) + 0.5) * self.cell
        return x, y


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
