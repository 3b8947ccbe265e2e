"""Polygons into cells, compiled: for thousands of small shapes on fine grids."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from numba import njit
from numpy.typing import NDArray

from processing.grid import Grid

type Floats = NDArray[np.float64]
type Numbers = NDArray[np.int64]


def burn(
    grid: Grid, shapes: Sequence[shapely.Geometry] | NDArray[np.object_], values: Floats
) -> NDArray[np.float32]:
    """Return for each cell the value of the last shape that holds its middle, NaN for none.

    Args:
        grid: The cells.
        shapes: Polygons with or without holes, also multiple; others hold nothing.
        values: One per shape.
    """
    parts, owner = shapely.get_parts(np.asarray(shapes, dtype=object), return_index=True)
    is_area = shapely.get_type_id(parts) == shapely.GeometryType.POLYGON
    parts, owner = parts[is_area], owner[is_area]
    rings, of_part = shapely.get_rings(parts, return_index=True)
    points, of_ring = shapely.get_coordinates(rings, return_index=True)
    col = (points[:, 0] - grid.extent.west) / grid.cell
    row = (grid.extent.north - points[:, 1]) / grid.cell
    made = np.full(grid.shape, np.nan, np.float32)
    each = np.asarray(values, np.float64)[owner]
    part = of_part[of_ring] if len(of_ring) else np.zeros(0, np.int64)
    starts = np.searchsorted(part, np.arange(len(parts) + 1))
    _burn(made, col, row, of_ring.astype(np.int64), starts, each)
    return made


@njit(cache=True)
def _burn(
    made: NDArray[np.float32], x: Floats, y: Floats, ring: Numbers, starts: Numbers, values: Floats
) -> None:
    rows, cols = made.shape
    longest = 0
    for part in range(len(starts) - 1):
        longest = max(longest, starts[part + 1] - starts[part])
    crossings = np.empty(longest + 1)
    for part in range(len(starts) - 1):
        first, last = starts[part], starts[part + 1]
        low, high = np.inf, -np.inf
        for one in range(first, last):
            low, high = min(low, y[one]), max(high, y[one])
        top, bottom = max(math.ceil(low - 0.5), 0), min(math.floor(high - 0.5), rows - 1)
        for row in range(top, bottom + 1):
            middle, found = row + 0.5, 0
            for one in range(first, last - 1):
                if ring[one] == ring[one + 1] and (y[one] <= middle) != (y[one + 1] <= middle):
                    share = (middle - y[one]) / (y[one + 1] - y[one])
                    crossings[found] = x[one] + share * (x[one + 1] - x[one])
                    found += 1
            crossings[:found].sort()
            for pair in range(0, found - 1, 2):
                left = max(math.ceil(crossings[pair] - 0.5), 0)
                right = min(math.floor(crossings[pair + 1] - 0.5), cols - 1)
                for col in range(left, right + 1):
                    made[row, col] = values[part]
