"""Heights of the invented land, and the rivers that follow from them."""

from __future__ import annotations

import dataclasses
import heapq

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage

type Floats = NDArray[np.float64]

CELL_M = 250.0
STREAM_KM2 = 9.0
"""Catchment from which on a stream is kept."""
_NEIGHBOURS = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]


@dataclasses.dataclass(frozen=True)
class Relief:
    """A coarse height field; everything finer is interpolated."""

    west: float
    """x of the centre of column 0, metres in EPSG:2178."""
    south: float
    """y of the centre of row 0; rows go north."""
    heights_m: Floats
    """Heights without hollows, shape (rows, cols), CELL_M apart."""

    def at(self, x: Floats, y: Floats) -> Floats:
        """Return smooth heights in metres at points (cubic interpolation)."""
        rows, cols = (y - self.south) / CELL_M, (x - self.west) / CELL_M
        found = ndimage.map_coordinates(self.heights_m, [rows, cols], order=3, mode="nearest")
        return np.asarray(found, dtype=np.float64)

    def centres(self) -> tuple[Floats, Floats]:
        """Return x and y of the cell centres, each of the shape of the heights."""
        rows, cols = self.heights_m.shape
        x = self.west + CELL_M * np.arange(cols)
        y = self.south + CELL_M * np.arange(rows)
        return tuple(np.meshgrid(x, y))


@dataclasses.dataclass(frozen=True)
class Rivers:
    """Watercourses from source or confluence to confluence, directed downstream."""

    lines: NDArray[np.object_]
    """LineStrings."""
    catchment_km2: Floats
    """Catchment at the lower end."""
    order: NDArray[np.int64]
    """Strahler order."""
    below: NDArray[np.int64]
    """Number of the line it flows into, -1 where it leaves the area."""


def noise(rng: np.random.Generator, shape: tuple[int, int], wave_cells: float) -> Floats:
    """Return smooth noise of mean 0 and deviation 1 whose waves are about `wave_cells` long."""
    raw = ndimage.gaussian_filter(rng.standard_normal(shape), wave_cells / 4, mode="wrap")
    return np.asarray((raw - raw.mean()) / raw.std(), dtype=np.float64)


def make(rng: np.random.Generator, centre: tuple[float, float], radius_m: float) -> Relief:
    """Raise hills in ridges from west to east, sink a basin in the middle, tilt to the south-west.

    Args:
        rng: Source of chance.
        centre: x, y of the middle in metres.
        radius_m: Half of the width that the field must cover.
    """
    half = int(np.ceil(radius_m / CELL_M))
    size = 2 * half + 1
    u, v = np.meshgrid(np.linspace(-1, 1, size), np.linspace(-1, 1, size))
    heights = 290 + 70 * v + 45 * u
    heights += 26 * noise(rng, (size, size), size / 5) + 13 * noise(rng, (size, size), size / 14)
    heights += 4 * noise(rng, (size, size), size / 40)
    for _ in range(4):
        offset, along, wide = rng.uniform(-0.8, 0.8), rng.uniform(-0.5, 0.5), rng.uniform(0.05, 0.1)
        across = (v - offset) * np.cos(0.25) + u * np.sin(0.25)
        ridge = np.exp(-((across / wide) ** 2) - ((u - along) / 0.55) ** 2)
        heights += rng.uniform(60, 130) * ridge * (1 + 0.35 * noise(rng, (size, size), size / 8))
    heights -= 30 * np.exp(-(u**2 + v**2) / 0.06)
    heights += 1.2 * rng.standard_normal((size, size))
    resistance = np.exp(
        1.3 * noise(rng, (size, size), 14) + 0.8 * rng.standard_normal((size, size))
    )
    filled, _, _ = _drain(heights, 0.15 * resistance)
    return Relief(centre[0] - half * CELL_M, centre[1] - half * CELL_M, filled)


def rivers(relief: Relief, rng: np.random.Generator) -> Rivers:
    """Trace the watercourses: every chain of cells that drains more than STREAM_KM2."""
    _, down, order = _drain(relief.heights_m, np.full(relief.heights_m.shape, 1e-6))
    drained = np.full(down.size, CELL_M**2 / 1e6)
    for cell in order[::-1]:
        if down[cell] >= 0:
            drained[down[cell]] += drained[cell]
    wet = drained >= STREAM_KM2
    feeders = np.bincount(down[wet & (down >= 0)], minlength=down.size)
    starts = np.flatnonzero(wet & (feeders != 1))
    chains = [_follow(int(start), down, feeders) for start in starts]
    number = {int(start): index for index, start in enumerate(starts)}
    below = np.array([number.get(chain[-1], -1) for chain in chains], dtype=np.int64)
    below[below == np.arange(len(chains))] = -1
    x, y = (grid.ravel() for grid in relief.centres())
    lines = [_meander(np.column_stack([x[chain], y[chain]]), rng) for chain in chains]
    catchment = np.array([drained[chain[-2] if len(chain) > 1 else chain[-1]] for chain in chains])
    keep = np.array([len(chain) > 1 for chain in chains])
    renumbered = np.where(keep, np.cumsum(keep) - 1, -1)
    return Rivers(
        lines=np.array(lines, dtype=object)[keep],
        catchment_km2=catchment[keep],
        order=_strahler(below, catchment)[keep],
        below=np.where(below[keep] >= 0, renumbered[below[keep]], -1),
    )


def _drain(heights: Floats, rise_m: Floats) -> tuple[Floats, NDArray[np.int64], NDArray[np.int64]]:
    """Fill hollows from the rim inwards (priority flood, Barnes 2014).

    Args:
        heights: Metres, shape (rows, cols).
        rise_m: By how much a filled cell is at least higher than the one it drains to.

    Returns:
        Heights without hollows; for each cell the one it drains to (-1 on the rim); the cells in
        the order in which they were reached, so that receivers come before their feeders.
    """
    rows, cols = heights.shape
    filled = heights.astype(np.float64).ravel().tolist()
    down = [-2] * (rows * cols)
    rise = rise_m.ravel().tolist()
    heap: list[tuple[float, int]] = []
    for row in range(rows):
        for col in range(cols):
            if row in (0, rows - 1) or col in (0, cols - 1):
                cell = row * cols + col
                down[cell] = -1
                heap.append((filled[cell], cell))
    heapq.heapify(heap)
    order: list[int] = []
    while heap:
        level, cell = heapq.heappop(heap)
        order.append(cell)
        row, col = divmod(cell, cols)
        for step_row, step_col in _NEIGHBOURS:
            r, c = row + step_row, col + step_col
            if 0 <= r < rows and 0 <= c < cols and down[r * cols + c] == -2:
                other = r * cols + c
                down[other] = cell
                filled[other] = max(filled[other], level + rise[other])
                heapq.heappush(heap, (filled[other], other))
    return (
        np.array(filled).reshape(heights.shape),
        np.array(down, dtype=np.int64),
        np.array(order, dtype=np.int64),
    )


def _follow(start: int, down: NDArray[np.int64], feeders: NDArray[np.int64]) -> list[int]:
    chain = [start]
    while down[chain[-1]] >= 0:
        chain.append(int(down[chain[-1]]))
        if feeders[chain[-1]] != 1:
            break
    return chain


def _meander(points: Floats, rng: np.random.Generator) -> shapely.LineString:
    """Round the steps of a chain of cells and let it wind a little; the ends stay."""
    if len(points) < 2:
        return shapely.LineString()
    line = shapely.LineString(points)
    count = max(3, int(line.length / 60))
    dense = shapely.get_coordinates(
        shapely.line_interpolate_point(line, np.linspace(0, line.length, count))
    )
    ends = dense[[0, -1]].copy()
    smooth = ndimage.gaussian_filter1d(dense, 3.5, axis=0, mode="nearest")
    swing = ndimage.gaussian_filter1d(rng.standard_normal(dense.shape), 2.0, axis=0) * 45
    smooth += swing * np.sin(np.linspace(0, np.pi, count))[:, None] ** 0.5
    smooth[[0, -1]] = ends
    return shapely.simplify(shapely.LineString(smooth), 1.5)


def _strahler(below: NDArray[np.int64], catchment: Floats) -> NDArray[np.int64]:
    order = np.ones(len(below), dtype=np.int64)
    highest = np.zeros(len(below), dtype=np.int64)
    twice = np.zeros(len(below), dtype=bool)
    for index in np.argsort(catchment, kind="stable"):
        if highest[index]:
            order[index] = highest[index] + int(twice[index])
        receiver = below[index]
        if receiver >= 0:
            if order[index] > highest[receiver]:
                highest[receiver], twice[receiver] = order[index], False
            elif order[index] == highest[receiver]:
                twice[receiver] = True
    return order
