"""Surfaces on square cells, made from points, filled and read again, compiled."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Floats = NDArray[np.float32]
type Doubles = NDArray[np.float64]

_SWEEPS = 40
_OVER = 1.7
"""Successive over-relaxation: between 1 and 2, higher is faster for large gaps."""


def filled(surface: Floats, *, sweeps: int = _SWEEPS) -> Floats:
    """Return a surface whose gaps (NaN) are spanned by a membrane, as soap film spans a frame.

    A coarser surface gives the first guess, again and again; then each gap cell is relaxed towards
    the mean of its neighbours. A surface without any value becomes 0.
    """
    made = np.ascontiguousarray(surface, dtype=np.float32)
    gaps = np.isnan(made)
    if not gaps.any():
        return made.copy()
    if gaps.all():
        return np.zeros_like(made)
    made = np.where(gaps, _spread(filled(_halved(made), sweeps=sweeps), made.shape), made)
    _relax(made, np.flatnonzero(gaps), sweeps, _OVER)
    return made


@njit(cache=True)
def _halved(fine: Floats) -> Floats:
    rows, cols = (fine.shape[0] + 1) // 2, (fine.shape[1] + 1) // 2
    coarse = np.empty((rows, cols), np.float32)
    for row in range(rows):
        for col in range(cols):
            total, count = 0.0, 0
            for r in range(2 * row, min(2 * row + 2, fine.shape[0])):
                for c in range(2 * col, min(2 * col + 2, fine.shape[1])):
                    if not np.isnan(fine[r, c]):
                        total += fine[r, c]
                        count += 1
            coarse[row, col] = total / count if count else np.nan
    return coarse


@njit(cache=True)
def _spread(coarse: Floats, shape: tuple[int, int]) -> Floats:
    """Interpolate between the middles of cells twice as wide."""
    fine = np.empty(shape, np.float32)
    for row in range(shape[0]):
        for col in range(shape[1]):
            fine[row, col] = between(coarse, (row - 0.5) / 2, (col - 0.5) / 2)
    return fine


@njit(cache=True)
def between(surface: Floats, row: float, col: float) -> float:
    """Return the value at a place between the middles of cells, bilinear; (0, 0) is a middle."""
    rows, cols = surface.shape
    row = min(max(row, 0.0), rows - 1.0)
    col = min(max(col, 0.0), cols - 1.0)
    r, c = min(int(row), max(rows - 2, 0)), min(int(col), max(cols - 2, 0))
    down, right = min(r + 1, rows - 1), min(c + 1, cols - 1)
    v, u = row - r, col - c
    upper = surface[r, c] * (1 - u) + surface[r, right] * u
    lower = surface[down, c] * (1 - u) + surface[down, right] * u
    return float(upper * (1 - v) + lower * v)


@njit(cache=True)
def _relax(surface: Floats, cells: NDArray[np.int64], sweeps: int, over: float) -> None:
    rows, cols = surface.shape
    for sweep in range(sweeps):
        for place in range(len(cells)):
            cell = cells[place] if sweep % 2 == 0 else cells[len(cells) - 1 - place]
            row, col = cell // cols, cell % cols
            total, count = 0.0, 0
            if row > 0:
                total += surface[row - 1, col]
                count += 1
            if row < rows - 1:
                total += surface[row + 1, col]
                count += 1
            if col > 0:
                total += surface[row, col - 1]
                count += 1
            if col < cols - 1:
                total += surface[row, col + 1]
                count += 1
            if count:
                surface[row, col] += over * (total / count - surface[row, col])
