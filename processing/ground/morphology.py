"""What stands on the lowest surface of points, and what only seems to."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.ground.opening import opened
from processing.ground.surface import Floats

type Mask = NDArray[np.bool_]
type Labels = NDArray[np.int32]


class Steps(NamedTuple):
    """Where a surface goes on from cell to cell."""

    step_m: float
    """Highest step, or difference to the next step on the same line, ..."""
    steepest_m: float
    """... if neither is higher than this."""


def standing(surface: Floats, cell_m: float, *, widest_m: float, slope: float) -> Mask:
    """Return the cells of what an opening removes: progressively wider, higher steps allowed.

    The simple morphological filter (Pingel, Clarke and McBride 2013): a step over an opening of
    radius r counts from `slope` x r on, where r grows by a cell until `widest_m`.
    """
    found = np.zeros(surface.shape, np.bool_)
    last = surface
    for radius in range(1, max(1, round(widest_m / cell_m)) + 1):
        now = opened(last, radius)
        found |= last - now > slope * radius * cell_m
        last = now
    return found


def attached(surface: Floats, cells: Mask, steps: Steps, *, share: float, fewest: int = 1) -> Mask:
    """Return those of some cells that go on into the ground beside them: terrain, not objects.

    Cells are pieces of one thing where the surface goes on. The edge of a house or a
    tree falls down all around; that of a terrace, a dam or the rim of a cliff goes on into the
    ground along a good part of it. A bridge goes on at its two ends only.

    Args:
        surface: Heights in metres, without NaN.
        cells: What to judge.
        steps: What is no step.
        share: Least share of the edges that go on, of those that go on or fall.
        fewest: Fewest cells of a thing.
    """
    labels = _labels(surface, cells, steps)
    on, down, size = _edges(surface, cells, labels, steps)
    good = (on > share * (on + down)) & (size >= fewest)
    return np.asarray(good[labels].reshape(cells.shape) & cells)


@njit(cache=True)
def _goes_on(surface: Floats, row: int, col: int, r: int, c: int, steps: Steps) -> bool:
    """Say whether there is no step between two neighbours, or the same as beside it: a slope."""
    rise = surface[r, c] - surface[row, col]
    if abs(rise) <= steps.step_m:
        return True
    if abs(rise) > steps.steepest_m:
        return False
    ahead = _step(surface, r, c, r - row, c - col) - rise
    behind = _step(surface, row, col, row - r, col - c) + rise
    return bool(abs(ahead) <= steps.step_m or abs(behind) <= steps.step_m)


@njit(cache=True)
def _step(surface: Floats, row: int, col: int, down: int, right: int) -> float:
    """Return the rise from a cell to the next one in a direction, NaN beyond the edge."""
    r, c = row + down, col + right
    inside = 0 <= r < surface.shape[0] and 0 <= c < surface.shape[1]
    return float(surface[r, c] - surface[row, col]) if inside else np.nan


@njit(cache=True)
def _root(parent: Labels, cell: int) -> int:
    while parent[cell] != cell:
        parent[cell] = parent[parent[cell]]
        cell = parent[cell]
    return cell


@njit(cache=True)
def _labels(surface: Floats, cells: Mask, steps: Steps) -> Labels:
    """Return for each cell the first cell of its thing (union by search, Tarjan 1975)."""
    rows, cols = surface.shape
    parent = np.arange(rows * cols, dtype=np.int32)
    for row in range(rows):
        for col in range(cols):
            if not cells[row, col]:
                continue
            for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
                r, c = row + down, col + right
                if not (r < rows and 0 <= c < cols and cells[r, c]):
                    continue
                if _goes_on(surface, row, col, r, c, steps):
                    one, other = _root(parent, row * cols + col), _root(parent, r * cols + c)
                    parent[max(one, other)] = min(one, other)
    for cell in range(rows * cols):
        parent[cell] = _root(parent, cell)
    return parent


@njit(cache=True)
def _edges(
    surface: Floats, cells: Mask, labels: Labels, steps: Steps
) -> tuple[Labels, Labels, Labels]:
    """Count the edges of each thing that go on into the ground and that fall, and its cells."""
    rows, cols = surface.shape
    on = np.zeros(rows * cols, np.int32)
    down, size = on.copy(), on.copy()
    for row in range(rows):
        for col in range(cols):
            if not cells[row, col]:
                continue
            mine = labels[row * cols + col]
            size[mine] += 1
            for r, c in ((row, col + 1), (row + 1, col), (row, col - 1), (row - 1, col)):
                if not (0 <= r < rows and 0 <= c < cols):
                    continue
                if cells[r, c] and labels[r * cols + c] == mine:
                    continue
                if _goes_on(surface, row, col, r, c, steps):
                    on[mine] += not cells[r, c]
                elif surface[row, col] > surface[r, c]:
                    down[mine] += 1
    return on, down, size


@njit(cache=True)
def regrown(
    surface: Floats, known: Mask, removed: Mask, reach: int, tolerance_m: float, rounds: int
) -> Mask:
    """Return removed cells that lie on a plane through the ground near them, growing outwards.

    Args:
        surface: Heights in metres, without NaN.
        known: Cells with points.
        removed: Cells that are no ground yet.
        reach: How far a plane looks, in cells.
        tolerance_m: How far a cell may lie off the plane.
        rounds: How many cells far the ground grows at most.
    """
    ground = known & ~removed
    found = np.zeros(surface.shape, np.bool_)
    front = np.argwhere(known & removed)
    for _ in range(rounds):
        new = np.zeros(len(front), np.bool_)
        for place in range(len(front)):
            row, col = front[place]
            expected = _plane(surface, ground, row, col, reach)
            new[place] = abs(surface[row, col] - expected) <= tolerance_m
        if not new.any():
            break
        for place in range(len(front)):
            if new[place]:
                found[front[place, 0], front[place, 1]] = True
                ground[front[place, 0], front[place, 1]] = True
        front = front[~new]
    return found


@njit(cache=True)
def _plane(surface: Floats, ground: Mask, row: int, col: int, reach: int) -> float:
    """Return the height here of the plane through ground near, NaN if it is not well defined."""
    n, x, y, z, xx, xy, yy, xz, yz = 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
    for r in range(max(row - reach, 0), min(row + reach + 1, surface.shape[0])):
        for c in range(max(col - reach, 0), min(col + reach + 1, surface.shape[1])):
            if ground[r, c]:
                u, v, h = c - col, r - row, surface[r, c]
                n += 1
                x += u
                y += v
                z += h
                xx += u * u
                xy += u * v
                yy += v * v
                xz += u * h
                yz += v * h
    if n < 5:
        return np.nan
    x, y, z = x / n, y / n, z / n
    xx, xy, yy = xx / n - x * x, xy / n - x * y, yy / n - y * y
    xz, yz = xz / n - x * z, yz / n - y * z
    spread = xx * yy - xy * xy
    if spread < 0.05 or x * x + y * y > reach * reach:
        return np.nan
    return z - (xz * yy - yz * xy) / spread * x - (yz * xx - xz * xy) / spread * y
