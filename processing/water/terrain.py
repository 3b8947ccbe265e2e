"""Terrain that lets water through: breaches of banks that nobody would fill up to."""

from __future__ import annotations

import numpy as np
from numba import njit

from processing.water.flood import Cells, Floats, flood


def breach(heights_m: Floats, *, longest_cells: int = 30, deepest_m: float = 2.0) -> Floats:
    """Cut the banks that hold water back where a short and shallow cut will do (Lindsay 2016).

    Each pit is drained along the way by which the flood from the edge reaches it. Pits that need
    more than that keep their water: `flood` fills them.

    Args:
        heights_m: Terrain, NaN where there is none.
        longest_cells: Of a cut.
        deepest_m: Of a cut, at its deepest.
    """
    flooded = flood(heights_m)
    made = np.ascontiguousarray(heights_m, dtype=np.float64).copy()
    _breach(made, flooded.order, flooded.parent, longest_cells, deepest_m)
    return made


@njit(cache=True)
def _breach(
    heights: Floats, order: Cells, parent: Cells, longest_cells: int, deepest_m: float
) -> None:
    rows, cols = heights.shape
    flat = heights.ravel()
    for place in range(len(order)):
        pit = order[place]
        if parent[pit] == pit or flat[parent[pit]] < flat[pit]:
            continue
        row, col = pit // cols, pit % cols
        lowest = True
        for r in range(max(row - 1, 0), min(row + 2, rows)):
            for c in range(max(col - 1, 0), min(col + 2, cols)):
                if heights[r, c] < heights[row, col]:
                    lowest = False
        if not lowest:
            continue
        cell, steps, deepest = parent[pit], 1, 0.0
        while flat[cell] >= flat[pit] and parent[cell] != cell and steps <= longest_cells:
            deepest = max(deepest, flat[cell] - flat[pit])
            cell = parent[cell]
            steps += 1
        if steps > longest_cells or deepest > deepest_m or flat[cell] > flat[pit]:
            continue
        fall = (flat[pit] - flat[cell]) / steps
        end, at, cell = cell, 1, parent[pit]
        while cell != end:
            flat[cell] = min(flat[cell], flat[pit] - at * fall)
            cell = parent[cell]
            at += 1
