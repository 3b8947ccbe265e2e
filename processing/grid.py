"""Square cells over an extent."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
from numba import njit
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

    def cells(self, x: Floats, y: Floats) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return row and column of points; those beyond the edge get the nearest cell."""
        rows, cols = self.shape
        x, y = np.asarray(x, np.float64), np.asarray(y, np.float64)
        found = _cells(
            x.ravel(), y.ravel(), self.extent.west, self.extent.north, self.cell, rows, cols
        )
        return found[0].reshape(x.shape), found[1].reshape(x.shape)

    def looked_up(self, values: NDArray[Any], x: Floats, y: Floats) -> NDArray[Any]:
        """Return what the cells of points hold, as `values[cells(x, y)]` in less memory."""
        found = np.empty(len(x), values.dtype)
        _look_up(found, values, x, y, self.extent.west, self.extent.north, self.cell)
        return found

    def counts(self, x: Floats, y: Floats, which: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Return how many of some points are in each cell, shape (rows, cols); see `cells`."""
        made = np.zeros(self.shape, np.int64)
        _count(made, x, y, which, self.extent.west, self.extent.north, self.cell)
        return made

    def centres(self, row: NDArray[Any], col: NDArray[Any]) -> tuple[Floats, Floats]:
        """Return x and y of the middles of cells."""
        x: Floats = self.extent.west + (col.astype(np.float64) + 0.5) * self.cell
        y: Floats = self.extent.north - (row.astype(np.float64) + 0.5) * self.cell
        return x, y


@njit(cache=True)
def _cells(
    x: Floats, y: Floats, west: float, north: float, cell: float, rows: int, cols: int
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return row and column of each point, without arrays between."""
    row, col = np.empty(len(x), np.int32), np.empty(len(x), np.int32)
    for one in range(len(x)):
        row[one] = min(max(np.floor((north - y[one]) / cell), 0), rows - 1)
        col[one] = min(max(np.floor((x[one] - west) / cell), 0), cols - 1)
    return row, col


@njit(cache=True)
def _count(
    made: NDArray[np.int64], x: Floats, y: Floats, which: NDArray[np.bool_],
    west: float, north: float, cell: float,
) -> None:  # fmt: skip
    rows, cols = made.shape
    for one in range(len(x)):
        if which[one]:
            row = int(min(max(np.floor((north - y[one]) / cell), 0), rows - 1))
            made[row, int(min(max(np.floor((x[one] - west) / cell), 0), cols - 1))] += 1


@njit(cache=True)
def _look_up(
    found: NDArray[Any], values: NDArray[Any], x: Floats, y: Floats,
    west: float, north: float, cell: float,
) -> None:  # fmt: skip
    rows, cols = values.shape
    for one in range(len(x)):
        row = int(min(max(np.floor((north - y[one]) / cell), 0), rows - 1))
        found[one] = values[row, int(min(max(np.floor((x[one] - west) / cell), 0), cols - 1))]
