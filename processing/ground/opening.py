"""Opening of surfaces by octagons, at a cost that does not grow with their size, compiled.

An octagon is the sum of four lines, and the lowest value along a line is found with three
comparisons a cell whatever its length (van Herk 1992, Gil and Werman 1993).
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Floats = NDArray[np.float32]


def opened(surface: Floats, radius: int) -> Floats:
    """Return a surface without what is narrower than an octagon; beyond its edge there is nothing.

    Args:
        surface: Shape (rows, cols), without NaN.
        radius: Of the octagon, in cells.
    """
    made = np.ascontiguousarray(surface, dtype=np.float32).copy()
    _erode(made, radius)
    made *= -1
    _erode(made, radius)
    made *= -1
    return np.minimum(made, surface)  # in corners, lines leave the grid and come back


@njit(cache=True)
def _erode(surface: Floats, radius: int) -> None:
    """Replace each cell by the lowest within an octagon around it."""
    diagonal = min(round(0.2929 * radius), (radius - 1) // 2)
    straight = radius - 2 * diagonal
    rows, cols = surface.shape
    longest = max(rows, cols) + 2 * radius
    buffers = np.empty((3, longest + 2 * radius), np.float32)
    if straight > 0:
        for row in range(rows):
            _line(surface, row, 0, 0, 1, cols, straight, buffers)
        for col in range(cols):
            _line(surface, 0, col, 1, 0, rows, straight, buffers)
    if diagonal > 0:
        for start in range(rows + cols - 1):
            row, col = (start, 0) if start < rows else (0, start - rows + 1)
            _line(surface, row, col, 1, 1, min(rows - row, cols - col), diagonal, buffers)
        for start in range(rows + cols - 1):
            row, col = (start, 0) if start < rows else (rows - 1, start - rows + 1)
            _line(surface, row, col, -1, 1, min(row + 1, cols - col), diagonal, buffers)


@njit(cache=True)
def _line(
    surface: Floats, row: int, col: int, down: int, right: int, count: int, half: int,
    buffers: Floats,
) -> None:  # fmt: skip
    """Replace the cells of a line by the lowest of `half` cells on either side."""
    values, ahead, behind = buffers[0], buffers[1], buffers[2]
    width = 2 * half + 1
    total = count + 2 * half
    for place in range(half):
        values[place] = np.inf
        values[half + count + place] = np.inf
    for place in range(count):
        values[half + place] = surface[row + place * down, col + place * right]
    for start in range(0, total, width):
        end = min(start + width, total)
        least = values[start]
        for place in range(start, end):
            least = min(least, values[place])
            ahead[place] = least
        least = values[end - 1]
        for place in range(end - 1, start - 1, -1):
            least = min(least, values[place])
            behind[place] = least
    for place in range(count):
        lowest = min(behind[place], ahead[place + width - 1])
        surface[row + place * down, col + place * right] = lowest
