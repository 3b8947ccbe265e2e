"""Square cells over an extent."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray
from rasterio.transform import Affine, from_origin

from sip.crs import Extent

type Floats = NDArray[np.float64]


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
