"""Delaunay triangles of points on cells, compiled.

Points are put in one after the other, each beside the last one, and edges are flipped until no
circle around a triangle holds a point (Lawson 1977; the ghost triangles beyond the hull are those
of Shewchuk's lecture notes). Coordinates are whole numbers, so that sides are told exactly; an
edge is flipped only when rounding leaves no doubt, so it always comes to an end.
"""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Doubles = NDArray[np.float64]
type Numbers = NDArray[np.int32]

_BEYOND = -1
"""The corner, infinitely far away, of the triangles outside of the hull."""
_DOUBT = 2.0e-15
"""Of the size of its terms: how far a determinant may be off (Shewchuk 1997, 10 epsilon)."""


@njit(cache=True)
def triangles(x: Doubles, y: Doubles, order: Numbers) -> Numbers:
    """Return the corners of triangles, shape (n, 3), counterclockwise; none if all are on a line.

    Args:
        x: Whole numbers below 2**26, for they are multiplied exactly.
        y: The same; no two points are in one place.
        order: In which the points are put in; those that follow each other are near each other.
    """
    first = _first(x, y, order)
    if first[2] < 0:
        return np.empty((0, 3), np.int32)
    corners = np.empty((2 * len(order) + 4, 3), np.int32)
    beside = np.empty_like(corners)
    a, b, c = first
    for place, some in enumerate(((a, b, c), (c, b, _BEYOND), (a, c, _BEYOND), (b, a, _BEYOND))):
        for k in range(3):
            corners[place, k] = some[k]
    for place, some in enumerate(((1, 2, 3), (3, 2, 0), (1, 3, 0), (2, 1, 0))):
        for k in range(3):
            beside[place, k] = some[k]
    made, last = 4, 0
    for point in order:
        if point in (a, b, c):
            continue
        at = _holder(x, y, corners, beside, made, last, point)
        _put(corners, beside, at, made, point)
        _settle(x, y, corners, beside, at, point)
        made += 2
        last = at
    kept = 0
    for one in range(made):
        if corners[one, 0] >= 0 and corners[one, 1] >= 0 and corners[one, 2] >= 0:
            corners[kept] = corners[one]
            kept += 1
    return corners[:kept]


@njit(cache=True, inline="always")
def _side(x: Doubles, y: Doubles, a: int, b: int, p: int) -> float:
    """Return more than 0 if a point is left of the line from a to b, 0 if on it."""
    return float((x[b] - x[a]) * (y[p] - y[a]) - (y[b] - y[a]) * (x[p] - x[a]))


@njit(cache=True)
def _first(x: Doubles, y: Doubles, order: Numbers) -> tuple[int, int, int]:
    """Return three points that are not on a line, counterclockwise; the third is -1 if all are."""
    if len(order) < 3:
        return 0, 0, -1
    a, b = order[0], order[1]
    for c in order[2:]:
        side = _side(x, y, a, b, c)
        if side > 0:
            return a, b, c
        if side < 0:
            return b, a, c
    return a, b, -1


@njit(cache=True)
def _ghost(corners: Numbers, one: int) -> int:
    """Return which corner of a triangle is beyond, -1 if none is."""
    for k in range(3):
        if corners[one, k] == _BEYOND:
            return k
    return -1


@njit(cache=True)
def _holder(
    x: Doubles, y: Doubles, corners: Numbers, beside: Numbers, made: int, start: int, point: int
) -> int:
    """Walk to the triangle that holds a point."""
    far = _ghost(corners, start)
    at = start if far < 0 else beside[start, far]
    for step in range(made + 3):
        if _ghost(corners, at) >= 0:
            return at
        crossed = False
        for turn in range(3):
            k = (turn + step) % 3
            if _side(x, y, corners[at, (k + 1) % 3], corners[at, (k + 2) % 3], point) < 0:
                at, crossed = beside[at, k], True
                break
        if not crossed:
            return at
    for one in range(made):  # the walk went round: edges left in doubt
        if _holds(x, y, corners, one, point):
            return one
    return at


@njit(cache=True)
def _holds(x: Doubles, y: Doubles, corners: Numbers, one: int, point: int) -> bool:
    for k in range(3):
        a, b = corners[one, (k + 1) % 3], corners[one, (k + 2) % 3]
        if a != _BEYOND and b != _BEYOND and _side(x, y, a, b, point) < 0:
            return False
    return True


@njit(cache=True)
def _link(beside: Numbers, one: int, before: int, after: int) -> None:
    for k in range(3):
        if beside[one, k] == before:
            beside[one, k] = after
            return


@njit(cache=True)
def _put(corners: Numbers, beside: Numbers, at: int, made: int, point: int) -> None:
    """Make three triangles of the one that holds a point; the point is their first corner."""
    a, b, c = corners[at, 0], corners[at, 1], corners[at, 2]
    over_a, over_b, over_c = beside[at, 0], beside[at, 1], beside[at, 2]
    second, third = made, made + 1
    corners[at, 0], corners[at, 1], corners[at, 2] = point, b, c
    beside[at, 0], beside[at, 1], beside[at, 2] = over_a, second, third
    corners[second, 0], corners[second, 1], corners[second, 2] = point, c, a
    beside[second, 0], beside[second, 1], beside[second, 2] = over_b, third, at
    corners[third, 0], corners[third, 1], corners[third, 2] = point, a, b
    beside[third, 0], beside[third, 1], beside[third, 2] = over_c, at, second
    _link(beside, over_b, at, second)
    _link(beside, over_c, at, third)


@njit(cache=True)
def _settle(
    x: Doubles, y: Doubles, corners: Numbers, beside: Numbers, first: int, point: int
) -> None:
    """Go round a new point and flip the edges over which a circle holds it."""
    at = first
    while True:
        over = beside[at, 0]
        if _encircles(x, y, corners, over, point):
            j = 0
            while beside[over, j] != at:
                j += 1
            far, left, right = corners[over, j], (j + 1) % 3, (j + 2) % 3
            beyond_right, beyond_left = beside[over, left], beside[over, right]
            end, around = corners[at, 2], beside[at, 1]
            corners[at, 2] = far
            beside[at, 0], beside[at, 1] = beyond_right, over
            corners[over, 0], corners[over, 1], corners[over, 2] = point, far, end
            beside[over, 0], beside[over, 1], beside[over, 2] = beyond_left, around, at
            _link(beside, beyond_right, over, at)
            _link(beside, around, at, over)
            continue
        at = beside[at, 1]
        if at == first:
            return


@njit(cache=True)
def _encircles(x: Doubles, y: Doubles, corners: Numbers, one: int, p: int) -> bool:
    """Say whether the circle around a triangle surely holds a point; beyond, it is a half plane."""
    far = _ghost(corners, one)
    if far >= 0:
        a, b = corners[one, (far + 1) % 3], corners[one, (far + 2) % 3]
        side = _side(x, y, a, b, p)
        back = (x[p] - x[a]) * (x[p] - x[b]) + (y[p] - y[a]) * (y[p] - y[b])
        return side > 0 or (side == 0 and back < 0)
    a, b, c = corners[one, 0], corners[one, 1], corners[one, 2]
    ax, ay, bx, by = x[a] - x[p], y[a] - y[p], x[b] - x[p], y[b] - y[p]
    cx, cy = x[c] - x[p], y[c] - y[p]
    aa, bb, cc = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
    whole = aa * (bx * cy - cx * by) + bb * (cx * ay - ax * cy) + cc * (ax * by - bx * ay)
    size = (
        aa * (abs(bx * cy) + abs(cx * by)) + bb * (abs(cx * ay) + abs(ax * cy))
        + cc * (abs(ax * by) + abs(bx * ay))
    )  # fmt: skip
    return bool(whole > _DOUBT * size)


@njit(cache=True)
def spread(cells: NDArray[np.int64]) -> Numbers:
    """Return the numbers (from 0, row by row) of held cells, coarse steps first, to and fro.

    Args:
        cells: Shape (rows, cols), -1 for a cell that is not held.
    """
    rows, cols = cells.shape
    number = np.full((rows, cols), -1, np.int32)
    count = 0
    for row in range(rows):
        for col in range(cols):
            if cells[row, col] >= 0:
                number[row, col] = count
                count += 1
    order, filled = np.empty(count, np.int32), 0
    step = 1
    while step < max(rows, cols):
        step *= 2
    widest = step
    while step:
        for line in range((rows + step - 1) // step):
            row, across = line * step, (cols + step - 1) // step
            for place in range(across):
                col = (place if line % 2 == 0 else across - 1 - place) * step
                done = step < widest and row % (2 * step) == 0 and col % (2 * step) == 0
                if not done and number[row, col] >= 0:
                    order[filled] = number[row, col]
                    filled += 1
        step //= 2
    return order
