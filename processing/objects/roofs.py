"""Where roofs are: smooth surfaces over the ground that pulses do not go through."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from processing.grid import Floats, Grid
from processing.objects.canopy import highest
from processing.objects.planes import Planes, planes
from processing.objects.returns import Mask, Returns


@dataclasses.dataclass(frozen=True)
class Settings:
    """What a roof is; results hardly change between half and twice of most of these."""

    low_m: float = 2.0
    """Nothing lower is a building."""
    rough_m: float = 0.22
    """Largest residual of a plane over a roof: tiles, gutters and the errors of ranges."""
    split_share: float = 0.6
    """Most returns of a smooth roof that come from pulses with several ..."""
    closed_share: float = 0.75
    """... and of a roof that is not smooth, but which no pulse passes."""
    smooth_share: float = 0.4
    """Share of a building that is smooth."""
    least_m2: float = 8.0
    """Smallest building."""
    ramp_share: float = 0.1
    """Share of its edge where a building goes on level below `low_m`; more is a bridge."""
    hole_m2: float = 10.0
    """Smaller holes are chimneys, glass and wet places, not yards."""


SETTINGS = Settings()
LEVEL_M = 0.4
"""Two surfaces side by side that differ by less are level."""


def cell_for(density: float) -> float:
    """Return the width of cells in metres for so many last returns per square metre.

    Nine cells must hold points enough for a plane.
    """
    return 0.5 if density >= 6 else 0.75 if density >= 3 else 1.0


@dataclasses.dataclass(frozen=True)
class Roofs:
    """Cells of roofs and the planes there."""

    grid: Grid
    label: NDArray[np.int32]
    """Number of the building per cell from 1, 0 for none; shape (rows, cols)."""
    planes: Planes

    def near(self) -> Mask:
        """Return which cells are roofs or beside one."""
        return np.asarray(ndimage.binary_dilation(self.label > 0, np.ones((3, 3))))

    def on(self, grid: Grid) -> Mask:
        """Return which cells of another grid lie on a roof, those at its edge included."""
        rows, cols = grid.shape
        x, _ = grid.centres(np.zeros(cols), np.arange(cols))
        _, y = grid.centres(np.arange(rows), np.zeros(rows))
        _, col = self.grid.cells(x, np.full(cols, y[0]))
        row, _ = self.grid.cells(np.full(rows, x[0]), y)
        return np.asarray(self.near()[np.ix_(row, col)])


def roofs(returns: Returns, grid: Grid, *, settings: Settings = SETTINGS) -> Roofs:
    """Find the cells that are roofs.

    Args:
        returns: Over ground.
        grid: Cells, see `cell_for`.
        settings: See there.
    """
    high = returns.over_m > settings.low_m
    lasts = returns.taken(high & returns.last)
    found = planes(grid, lasts.x, lasts.y, lasts.z)
    x, y = returns.x, returns.y
    held = grid.counts(x, y, high & returns.last) > 0
    tall = _around(grid.counts(x, y, high))
    split = _around(grid.counts(x, y, high & returns.several)) / np.maximum(tall, 1)
    passed = grid.counts(x, y, returns.over_m < 0.5 * settings.low_m) > 0
    smooth = held & (found.rough_m < settings.rough_m) & (split < settings.split_share)
    closed = held & ~passed & (split < settings.closed_share)
    nearby = np.maximum(_around(held, 5), 1e-6)
    most = (_around(smooth, 5) > 0.5 * nearby) | (_around(smooth | closed, 5) > 0.6 * nearby)
    mask = held & most & (_around(held) > 3.5)
    square = np.ones((3, 3), dtype=bool)
    mask = ndimage.binary_opening(ndimage.binary_closing(mask), square)
    low = returns.taken(~high & returns.last & (returns.over_m > 0.5 * settings.low_m))
    ramps = _ramps(mask, found, highest(grid, low.x, low.y, low.z, disc_m=0.0))
    return Roofs(grid, _buildings(mask, smooth, ramps, grid.cell**2, settings), found)


def _ramps(mask: Mask, surfaces: Planes, beside: Floats) -> Mask:
    """Say where beside a roof a lower surface goes on level with it."""
    level = np.where(mask & np.isfinite(surfaces.level_m), surfaces.level_m, -np.inf)
    reached = ndimage.grey_dilation(level, (3, 3))
    with np.errstate(invalid="ignore"):
        return np.asarray(~mask & (np.abs(beside - reached) < LEVEL_M))


def _buildings(
    mask: Mask, smooth: Mask, ramps: Mask, cell_m2: float, settings: Settings
) -> NDArray[np.int32]:
    """Number the parts that are large and smooth enough and no bridges; fill their small holes."""
    label, _ = ndimage.label(mask)
    size = np.maximum(np.bincount(label.ravel()), 1)
    share = np.bincount(label.ravel(), weights=smooth.ravel()) / size
    near = ndimage.grey_dilation(label, (3, 3)) * ~mask
    edge = np.maximum(np.bincount(near.ravel(), minlength=len(size)), 1)
    ramp = np.bincount(near.ravel(), weights=ramps.ravel(), minlength=len(size)) / edge
    wanted = (size * cell_m2 >= settings.least_m2) & (share >= settings.smooth_share)
    wanted &= ramp < settings.ramp_share
    wanted[0] = False
    kept = wanted[label]
    holes, _ = ndimage.label(~kept)
    small = np.bincount(holes.ravel()) * cell_m2 < settings.hole_m2
    small[0] = False
    return np.asarray(ndimage.label(kept | small[holes])[0], dtype=np.int32)


def _around(grid: Floats | Mask | NDArray[np.int64], width: int = 3) -> Floats:
    """Return sums over squares of so many cells."""
    whole = ndimage.uniform_filter(grid.astype(np.float64), width, mode="constant")
    return np.asarray(np.round(whole * width**2))
