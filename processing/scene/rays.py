"""Rays through a scene, compiled: down through crowns to the first solid surface."""

from __future__ import annotations

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.scene.content import Floats

STEP_M = 0.2
MOST_RETURNS = 5
APART_M = 1.2
"""Shortest distance of two returns of one pulse."""
FAINT = 0.12
"""Share of a pulse below which a return is not noticed."""
BOUGHS = 0.035
"""Depth of the dents between the boughs of a round crown, against its length."""


@njit(cache=True)
def _chance(state: NDArray[np.uint64]) -> float:
    """Return a number from 0 to 1 and move the state on (xorshift64*, Vigna 2016)."""
    one = state[0]
    one ^= one >> np.uint64(12)
    one ^= one << np.uint64(25)
    one ^= one >> np.uint64(27)
    state[0] = one
    return float((one * np.uint64(2685821657736338717)) >> np.uint64(11)) / 9007199254740992.0


@njit(cache=True)
def _height(grid: Floats, thing: NDArray[np.int32], row: float, col: float) -> float:
    """Return the surface's height, between cells of the same thing interpolated."""
    rows, cols = grid.shape
    near_row = min(max(math.floor(row), 0), rows - 1)
    near_col = min(max(math.floor(col), 0), cols - 1)
    top, left = math.floor(row - 0.5), math.floor(col - 0.5)
    if top < 0 or left < 0 or top + 1 >= rows or left + 1 >= cols:
        return float(grid[near_row, near_col])
    here = thing[near_row, near_col]
    for r in (top, top + 1):
        for c in (left, left + 1):
            if thing[r, c] != here:
                return float(grid[near_row, near_col])
    down, right = row - 0.5 - top, col - 0.5 - left
    upper = grid[top, left] * (1 - right) + grid[top, left + 1] * right
    lower = grid[top + 1, left] * (1 - right) + grid[top + 1, left + 1] * right
    return float(upper * (1 - down) + lower * down)


@njit(cache=True)
def _dent(dx: float, dy: float, phase: float) -> float:
    """Return how much lower a round crown is here than at its boughs, as a share of its length.

    Boughs stand 2.2 to 3 m apart, one at the apex: a broadleaved crown has several tops.
    """
    turn, wave = 5 * phase, 2 * math.pi / (2.6 + 0.4 * math.sin(11 * phase))
    along = math.cos(wave * (dx * math.cos(turn) + dy * math.sin(turn)))
    across = math.cos(wave * (dy * math.cos(turn) - dx * math.sin(turn)))
    return BOUGHS * (1 - along * across)


@njit(cache=True)
def _inside(bodies: Floats, body: int, x: float, y: float, z: float) -> bool:
    """Say whether a point is within a body: a row of x, y, base, top, radius, shape, phase."""
    if z < bodies[body, 2] or z > bodies[body, 3]:
        return False
    dx, dy = x - bodies[body, 0], y - bodies[body, 1]
    square = dx * dx + dy * dy
    if square > 1.6 * bodies[body, 4] * bodies[body, 4]:
        return False
    share = (z - bodies[body, 2]) / (bodies[body, 3] - bodies[body, 2])
    widest, power, root = bodies[body, 5], bodies[body, 6], bodies[body, 7]
    reach = bodies[body, 4]
    if power > 1 and share > widest:
        share = min(share + _dent(dx, dy, bodies[body, 8]), 1.0)
    if root > 0:
        if share >= widest:
            reach *= (1 - ((share - widest) / (1 - widest)) ** power) ** root
        else:
            below = (widest - share) / widest
            reach *= 0.6 + 0.4 * math.sqrt(1 - below * below)
        if square <= 0.64 * reach * reach:
            return True
        angle = math.atan2(dy, dx)
        phase = bodies[body, 8]
        lobes = 0.12 * math.sin(3 * angle + phase) + 0.08 * math.sin(5 * angle + 9 * phase)
        reach *= 1 + lobes
    return bool(square <= reach * reach)


@njit(cache=True)
def trace(
    pulses: Floats,
    grid: Floats,
    thing: NDArray[np.int32],
    code: NDArray[np.uint8],
    ceiling: Floats,
    ceiling_cells: int,
    bodies: Floats,
    body_code: NDArray[np.uint8],
    starts: NDArray[np.int64],
    listed: NDArray[np.int64],
    bucket_cells: int,
    solid: Floats,
    cell: float,
    level: float,
    seed: int,
) -> tuple[Floats, NDArray[np.int64]]:
    """Follow pulses down and return what comes back.

    Args:
        pulses: Shape (n, 4): x, y at the height `level`, and the ray's x and y per metre of height.
        grid: Heights of the solid surface; row 0 in the north, x and y counted from its corner
            at the south-west.
        thing: Of the same shape, see `Surface.thing`.
        code: Class of the surface.
        ceiling: Highest thing around each square of `ceiling_cells` cells.
        ceiling_cells: Width of those squares.
        bodies: Shape (m, 10): see `_inside`, then density.
        body_code: Class of each body.
        starts: Where the bodies of each bucket begin in `listed`; buckets by row.
        listed: Bodies that reach over a bucket.
        bucket_cells: Width of a bucket in cells.
        solid: Highest surface in each bucket and those around it.
        cell: Width of a cell in metres.
        level: Height where the pulses are given.
        seed: Of the leaves met.

    Returns:
        x, y, z and share of light of each return; and pulse, class, number of the return, number of
        the body (-1 for the surface), thing.
    """
    rows, cols = grid.shape
    across = (cols + bucket_cells - 1) // bucket_cells
    spots = np.empty((len(pulses) * MOST_RETURNS, 4))
    marks = np.empty((len(pulses) * MOST_RETURNS, 5), dtype=np.int64)
    state = np.empty(1, dtype=np.uint64)
    found = 0
    for pulse in range(len(pulses)):
        mix = np.uint64(seed) * np.uint64(11400714819323198485) + np.uint64(pulse + 1)
        state[0] = mix * np.uint64(6364136223846793005) | np.uint64(1)
        for _ in range(3):
            _chance(state)
        x0, y0, tilt_x, tilt_y = pulses[pulse]
        ceiling_row = min(max(int((rows - y0 / cell) / ceiling_cells), 0), ceiling.shape[0] - 1)
        ceiling_col = min(max(int(x0 / cell / ceiling_cells), 0), ceiling.shape[1] - 1)
        z = ceiling[ceiling_row, ceiling_col] + 0.1
        light, last, count = 1.0, z + 99.0, 0
        while True:
            x, y = x0 + (z - level) * tilt_x, y0 + (z - level) * tilt_y
            row, col = rows - y / cell, x / cell
            if row < 0 or col < 0 or row >= rows or col >= cols:
                break
            bucket = int(row) // bucket_cells * across + int(col) // bucket_cells
            if z > solid[bucket] and starts[bucket] == starts[bucket + 1]:
                z = max(z - 5 * STEP_M, solid[bucket])
                continue
            if z <= solid[bucket] and z <= _height(grid, thing, row, col):
                above, below = z + STEP_M, z
                for _ in range(7):
                    z = (above + below) / 2
                    x, y = x0 + (z - level) * tilt_x, y0 + (z - level) * tilt_y
                    if z <= _height(grid, thing, rows - y / cell, x / cell):
                        below = z
                    else:
                        above = z
                row, col = rows - y / cell, x / cell
                if row < 0 or col < 0 or row >= rows or col >= cols:
                    break
                x, y = x0 + (below - level) * tilt_x, y0 + (below - level) * tilt_y
                at_row = min(max(int(rows - y / cell), 0), rows - 1)
                at_col = min(max(int(x / cell), 0), cols - 1)
                spots[found, 0], spots[found, 1], spots[found, 2] = x, y, below
                spots[found, 3] = light
                marks[found, 0], marks[found, 1] = pulse, code[at_row, at_col]
                marks[found, 2], marks[found, 3] = count + 1, -1
                marks[found, 4] = thing[at_row, at_col]
                found += 1
                break
            for place in range(starts[bucket], starts[bucket + 1]):
                body = listed[place]
                if not _inside(bodies, body, x, y, z):
                    continue
                if _chance(state) > 1 - math.exp(-bodies[body, 9] * STEP_M):
                    continue
                taken = light * (0.15 + 0.45 * _chance(state))
                light -= taken
                if taken >= FAINT and last - z >= APART_M:
                    spots[found, 0], spots[found, 1] = x, y
                    spots[found, 2], spots[found, 3] = z - STEP_M * _chance(state), taken
                    marks[found, 0], marks[found, 1] = pulse, body_code[body]
                    marks[found, 2], marks[found, 3], marks[found, 4] = count + 1, body, -1
                    found += 1
                    count += 1
                    last = z
                break
            if light < FAINT or count == MOST_RETURNS - 1:
                break
            z -= STEP_M
    return spots[:found].copy(), marks[:found].copy()
