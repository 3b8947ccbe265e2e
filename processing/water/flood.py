"""Filling of sinks and flow over a terrain model, compiled.

Cells are numbered row by row. Water leaves over the edge of the grid and into cells without a
height (NaN): cells beside them are outlets.
"""

from __future__ import annotations

import dataclasses
import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Floats = NDArray[np.float64]
type Cells = NDArray[np.int32]

DIAGONAL = math.sqrt(2)


@dataclasses.dataclass(frozen=True)
class Flood:
    """A terrain flooded from its outlets inwards."""

    filled: Floats
    """Heights without sinks, shape of the terrain, metres."""
    order: Cells
    """Numbers of the cells as the water reached them: never higher before lower ones."""
    parent: Cells
    """From which cell the water came, by number of the cell: the lowest neighbour, and on a level
    the next on the shortest way to its outlet; itself for an outlet, -1 for no height."""


def flood(heights_m: Floats) -> Flood:
    """Fill all sinks to the level where they spill (priority flood, Barnes et al. 2014, alg. 2).

    Args:
        heights_m: Terrain, NaN where there is none.
    """
    heights = np.ascontiguousarray(heights_m, dtype=np.float64)
    filled, order, parent = _flood(heights)
    return Flood(filled, order, parent)


@njit(cache=True)
def _sink_down(keys: Floats, cells: Cells, size: int) -> None:
    """Restore the order of a heap of four branches after its root was replaced."""
    place, key, cell = 0, keys[0], cells[0]
    while True:
        child = 4 * place + 1
        if child >= size:
            break
        least = child
        for other in range(child + 1, min(child + 4, size)):
            if keys[other] < keys[least]:
                least = other
        if keys[least] >= key:
            break
        keys[place], cells[place] = keys[least], cells[least]
        place = least
    keys[place], cells[place] = key, cell


@njit(cache=True)
def _push(keys: Floats, cells: Cells, size: int, key: float, cell: int) -> None:
    """Put a cell into a heap of some size."""
    place = size
    while place > 0:
        above = (place - 1) // 4
        if keys[above] <= key:
            break
        keys[place], cells[place] = keys[above], cells[above]
        place = above
    keys[place], cells[place] = key, cell


@njit(cache=True)
def _flood(heights: Floats) -> tuple[Floats, Cells, Cells]:
    rows, cols = heights.shape
    count = rows * cols
    level = heights.copy().ravel()
    order, parent = np.empty(count, np.int32), np.full(count, -1, np.int32)
    keys, heap = np.empty(count, np.float64), np.empty(count, np.int32)
    pit = np.empty(count, np.int32)
    size = first = last = done = 0
    for row in range(rows):
        for col in range(cols):
            cell = row * cols + col
            if np.isnan(level[cell]):
                continue
            outlet = row == 0 or col == 0 or row == rows - 1 or col == cols - 1
            if not outlet:
                for r in range(row - 1, row + 2):
                    for c in range(col - 1, col + 2):
                        outlet = outlet or np.isnan(heights[r, c])
            if outlet:
                parent[cell] = cell
                _push(keys, heap, size, level[cell], cell)
                size += 1
    while size > 0 or first < last:
        if first < last:
            cell = pit[first]
            first += 1
        else:
            cell = heap[0]
            size -= 1
            keys[0], heap[0] = keys[size], heap[size]
            _sink_down(keys, heap, size)
        order[done] = cell
        done += 1
        here = level[cell]
        row, col = cell // cols, cell % cols
        for r in range(max(row - 1, 0), min(row + 2, rows)):
            for c in range(max(col - 1, 0), min(col + 2, cols)):
                other = r * cols + c
                if parent[other] >= 0 or np.isnan(level[other]):
                    continue
                parent[other] = cell
                if level[other] <= here:
                    level[other] = here
                    pit[last] = other
                    last += 1
                else:
                    _push(keys, heap, size, level[other], other)
                    size += 1
    return level.reshape(rows, cols), order[:done].copy(), parent


def steepest(flooded: Flood) -> Cells:
    """Return the cell that each one drains to: the steepest of eight (D8, O'Callaghan, Mark 1984).

    On a level the water goes back the way it was flooded, so that every cell drains.

    Returns:
        One number per cell; itself for an outlet with nothing lower beside it, -1 for no height.
    """
    return np.asarray(_steepest(flooded.filled, flooded.parent))


@njit(cache=True)
def _steepest(filled: Floats, parent: Cells) -> Cells:
    rows, cols = filled.shape
    down = parent.copy()
    for row in range(rows):
        for col in range(cols):
            here = filled[row, col]
            best = 0.0
            for r in range(max(row - 1, 0), min(row + 2, rows)):
                for c in range(max(col - 1, 0), min(col + 2, cols)):
                    fall = here - filled[r, c]
                    if r != row and c != col:
                        fall /= DIAGONAL
                    if fall > best:
                        best = fall
                        down[row * cols + col] = r * cols + c
    return down


def accumulate(flooded: Flood, down: Cells, given: Floats | None = None) -> Floats:
    """Return what flows through each cell, its own included.

    Args:
        flooded: The terrain.
        down: Where each cell drains to, as of `steepest` or `Flood.parent`.
        given: What each cell gives, shape of the terrain; one each by default: cells are counted.
    """
    start = np.ones(flooded.filled.shape) if given is None else given
    return np.asarray(_accumulate(start.ravel().astype(np.float64), flooded.order, down)).reshape(
        flooded.filled.shape
    )


@njit(cache=True)
def _accumulate(flow: Floats, order: Cells, down: Cells) -> Floats:
    for place in range(len(order) - 1, -1, -1):
        cell = order[place]
        if down[cell] != cell:
            flow[down[cell]] += flow[cell]
    return flow


def multiple(flooded: Flood, *, power: float = 1.1) -> Floats:
    """Return the number of cells that drain through each, spread over all lower neighbours.

    Args:
        flooded: The terrain.
        power: Of the slope in the share of a neighbour (MFD, Freeman 1991).
    """
    flow = np.ones(flooded.filled.shape)
    return np.asarray(_multiple(flow, flooded.filled, flooded.order, flooded.parent, power))


@njit(cache=True)
def _multiple(flow: Floats, filled: Floats, order: Cells, parent: Cells, power: float) -> Floats:
    rows, cols = filled.shape
    shares = np.zeros(9)
    for place in range(len(order) - 1, -1, -1):
        cell = order[place]
        row, col = cell // cols, cell % cols
        here, total = filled[row, col], 0.0
        for r in range(max(row - 1, 0), min(row + 2, rows)):
            for c in range(max(col - 1, 0), min(col + 2, cols)):
                fall = here - filled[r, c]
                share = 0.0
                if fall > 0:
                    share = (fall / DIAGONAL if r != row and c != col else fall) ** power
                shares[(r - row + 1) * 3 + c - col + 1] = share
                total += share
        if total > 0:
            for r in range(max(row - 1, 0), min(row + 2, rows)):
                for c in range(max(col - 1, 0), min(col + 2, cols)):
                    share = shares[(r - row + 1) * 3 + c - col + 1]
                    if share > 0:
                        flow[r, c] += flow[row, col] * share / total
        elif parent[cell] != cell:
            flow[parent[cell] // cols, parent[cell] % cols] += flow[row, col]
    return flow
