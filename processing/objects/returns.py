"""Returns over ground: what every search for things begins with."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.grid import Floats, Grid
from processing.raster import Raster
from sip.crs import Extent

EVEN_M = 3.0
"""A multiple of every width of cells in use: 0.25, 0.5, 0.75 and 1 m."""

type Mask = NDArray[np.bool_]


@dataclasses.dataclass(frozen=True)
class Returns:
    """Returns without noise; every array has one value per return."""

    x: Floats
    """East, metres."""
    y: Floats
    z: Floats
    """Height of the datum, metres."""
    over_m: Floats
    """Height over the ground."""
    last: Mask
    """The last of its pulse, or the only one."""
    several: Mask
    """Its pulse has several."""
    ground: Mask
    """Lies on the ground."""

    def __len__(self) -> int:
        return len(self.x)

    def taken(self, which: Mask) -> Returns:
        """Return some of them."""
        return Returns(**{one.name: getattr(self, one.name)[which]
                          for one in dataclasses.fields(self)})  # fmt: skip

    def extent(self) -> Extent:
        """Return a rectangle around them; its edges fall between cells of neighbours too."""
        seen = self.seen()
        west, south = math.floor(seen.west / EVEN_M), math.floor(seen.south / EVEN_M)
        east, north = math.floor(seen.east / EVEN_M) + 1, math.floor(seen.north / EVEN_M) + 1
        return Extent(west * EVEN_M, south * EVEN_M, east * EVEN_M, north * EVEN_M)

    def seen(self) -> Extent:
        """Return the smallest rectangle around them."""
        west, south = float(self.x.min()), float(self.y.min())
        return Extent(west, south, float(self.x.max()), float(self.y.max()))

    def density(self) -> float:
        """Return last returns per square metre of the square metres that have one."""
        if not len(self):
            return 0.0
        grid = Grid(self.extent(), 1.0)
        row, col = grid.cells(self.x[self.last], self.y[self.last])
        held = np.bincount(row * grid.shape[1] + col)
        return float(held.sum()) / max(int(np.count_nonzero(held)), 1)


def sampled(model: Raster, x: Floats, y: Floats) -> Floats:
    """Return a model's values at points, linear between the middles of cells; NaN beyond it."""
    place = (model.transform.c, model.transform.f, float(model.cell))
    values = np.ascontiguousarray(model.values(), np.float64)
    return np.asarray(_between(values, *place, np.asarray(x), np.asarray(y)))


@njit(cache=True)
def _between(
    values: Floats, west: float, north: float, cell: float, x: Floats, y: Floats
) -> Floats:
    rows, cols = values.shape
    found = np.empty(len(x), np.float64)
    for one in range(len(x)):
        col = (x[one] - west) / cell - 0.5
        row = (north - y[one]) / cell - 0.5
        if not (-0.5 <= col <= cols - 0.5 and -0.5 <= row <= rows - 0.5):
            found[one] = np.nan
            continue
        col, row = min(max(col, 0.0), cols - 1.0), min(max(row, 0.0), rows - 1.0)
        left, top = int(col), int(row)
        right, below = min(left + 1, cols - 1), min(top + 1, rows - 1)
        east, south = col - left, row - top
        found[one] = (
            values[top, left] * (1 - east) * (1 - south)
            + values[top, right] * east * (1 - south)
            + values[below, left] * (1 - east) * south
            + values[below, right] * east * south
        )
    return found
