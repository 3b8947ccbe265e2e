"""Sinks of a terrain, and how deep the water of a rain stands in them."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
from numba import njit
from numpy.typing import NDArray
from scipy import ndimage

from processing.water.flood import Cells, Floats, Flood, steepest

EIGHT = np.ones((3, 3), dtype=np.int64)
SHALLOW_M = 0.01


@dataclasses.dataclass(frozen=True)
class Ponds:
    """Where rain stands."""

    depth_m: Floats
    """Shape of the terrain, 0 where it is dry, NaN where there is no height."""
    table: pd.DataFrame
    """One row per sink, in the order of its number: see `sinks`, with inflow_m3 (from its own
    catchment and from sinks above), stored_m3, overflow_m3, level_m."""


def sinks(heights_m: Floats, flooded: Flood, cell_m: float) -> tuple[Cells, pd.DataFrame]:
    """Find the sinks: connected cells that must be filled by more than a centimetre.

    Args:
        heights_m: Terrain.
        flooded: The same, flooded.
        cell_m: Width of a cell.

    Returns:
        The number of the sink at each cell, from 1, 0 for none; and a table: sink, area_m2,
        volume_m3, depth_m (at its deepest), spill_m (height where it spills), catchment_m2 (cells
        that drain into it before they meet any other sink, its own included).
    """
    depth = flooded.filled - heights_m
    wet = np.nan_to_num(depth) > SHALLOW_M
    number, count = _labelled(wet, flooded.filled)
    every = np.arange(1, count + 1)
    first = _first_sink(number.ravel(), flooded.order, steepest(flooded))
    cells = np.bincount(number.ravel(), minlength=count + 1)[1:]
    caught = np.bincount(first[first > 0], minlength=count + 1)[1:]
    table = pd.DataFrame(
        {
            "sink": every,
            "area_m2": cells * cell_m**2,
            "volume_m3": ndimage.sum_labels(depth, number, every) * cell_m**2,
            "depth_m": ndimage.maximum(depth, number, every) if count else [],
            "spill_m": ndimage.maximum(flooded.filled, number, every) if count else [],
            "catchment_m2": caught * cell_m**2,
        }
    )
    return number, table


def _labelled(wet: NDArray[np.bool_], filled: Floats) -> tuple[Cells, int]:
    """Number connected wet cells of one level: two sinks that touch at a step are two."""
    number = np.zeros(wet.shape, dtype=np.int32)
    count = _label(wet, filled, number)
    return number, count


@njit(cache=True)
def _label(wet: NDArray[np.bool_], filled: Floats, number: Cells) -> int:
    rows, cols = wet.shape
    queue = np.empty(wet.size, np.int32)
    count = 0
    for begin in range(wet.size):
        if not wet[begin // cols, begin % cols] or number[begin // cols, begin % cols] > 0:
            continue
        count += 1
        number[begin // cols, begin % cols] = count
        queue[0], first, last = begin, 0, 1
        while first < last:
            row, col = queue[first] // cols, queue[first] % cols
            first += 1
            for r in range(max(row - 1, 0), min(row + 2, rows)):
                for c in range(max(col - 1, 0), min(col + 2, cols)):
                    same = filled[r, c] == filled[row, col]
                    if wet[r, c] and same and number[r, c] == 0:
                        number[r, c] = count
                        queue[last] = r * cols + c
                        last += 1
    return count


@njit(cache=True)
def _first_sink(number: Cells, order: Cells, down: Cells) -> Cells:
    """Return the first sink on the way of each cell's water, 0 if it meets none."""
    first = number.copy()
    for place in range(len(order)):
        cell = order[place]
        if first[cell] == 0 and down[cell] != cell:
            first[cell] = first[down[cell]]
    return first


def pond(
    heights_m: Floats,
    flooded: Flood,
    cell_m: float,
    *,
    rain_mm: float,
    runoff: float | Floats = 1.0,
) -> Ponds:
    """Let it rain and see where the water stands when all has run off.

    A sink fills from its deepest places up; what it cannot hold goes over its spill to the next
    sink below. Sinks within sinks are filled as one, lowest places first.

    Args:
        heights_m: Terrain.
        flooded: The same, flooded.
        cell_m: Width of a cell.
        rain_mm: Depth of the rain.
        runoff: Share that runs off, 0 to 1: one for all, or one per cell, shape of the terrain.
    """
    number, table = sinks(heights_m, flooded, cell_m)
    down, flat = steepest(flooded), number.ravel()
    first = _first_sink(flat, flooded.order, down)
    share = np.broadcast_to(np.asarray(runoff, dtype=np.float64), heights_m.shape).ravel()
    caught = np.bincount(first, weights=share, minlength=len(table) + 1)[1:]
    own = caught * rain_mm / 1000 * cell_m**2
    below = _below(flat, flooded.order, down, first, len(table))
    capacity = table["volume_m3"].to_numpy()
    inflow, stored = _cascade(own, capacity, below, table["spill_m"].to_numpy())
    level = _levels(heights_m, number, stored / cell_m**2, table["spill_m"].to_numpy())
    water = np.append(-np.inf, level)[number]
    depth = np.where(np.isfinite(heights_m), np.maximum(water - heights_m, 0), np.nan)
    table = table.assign(
        inflow_m3=inflow, stored_m3=stored, overflow_m3=inflow - stored, level_m=level
    )
    return Ponds(np.asarray(depth), table)


@njit(cache=True)
def _below(number: Cells, order: Cells, down: Cells, first: Cells, count: int) -> Cells:
    """Return for each sink the one that its overflow goes to, 0 for none."""
    below = np.zeros(count + 1, np.int32)
    for place in range(len(order)):
        cell = order[place]
        sink = number[cell]
        if sink > 0 and number[down[cell]] != sink:
            below[sink] = first[down[cell]]
    return below[1:]


def _cascade(own: Floats, capacity: Floats, below: Cells, spill: Floats) -> tuple[Floats, Floats]:
    """Return inflow and what stays of it per sink, the upper ones first."""
    inflow = own.copy()
    for sink in np.argsort(-spill, kind="stable"):
        over = inflow[sink] - capacity[sink]
        if over > 0 and below[sink] > 0:
            inflow[below[sink] - 1] += over
    return inflow, np.minimum(inflow, capacity)


def _levels(heights_m: Floats, number: Cells, columns_m: Floats, spill: Floats) -> Floats:
    """Return the level at which each sink holds its water.

    Args:
        heights_m: Terrain.
        number: Sinks.
        columns_m: Water per sink: volume over the area of one cell.
        spill: Highest level per sink.
    """
    cells = np.flatnonzero(number.ravel())
    sink, height = number.ravel()[cells] - 1, heights_m.ravel()[cells]
    order = np.lexsort((height, sink))
    starts = np.searchsorted(sink[order], np.arange(len(spill) + 1))
    return np.asarray(_fill_up(height[order], starts, columns_m, spill))


@njit(cache=True)
def _fill_up(
    heights: Floats, starts: NDArray[np.int64], columns_m: Floats, spill: Floats
) -> Floats:
    level = np.empty(len(spill))
    for sink in range(len(spill)):
        left, wet = columns_m[sink], 0
        low = heights[starts[sink]]
        for place in range(starts[sink], starts[sink + 1]):
            rise = (heights[place] - low) * wet
            if rise > left:
                break
            left -= rise
            low = heights[place]
            wet += 1
        level[sink] = min(low + left / wet, spill[sink])
    return level
