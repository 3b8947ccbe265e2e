"""Which node of an octree a point goes to, so that a view from afar needs few of them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.cloud.points import Points

CELLS = 128
"""A node holds at most one point for each of so many cells along an edge."""
FEW = 100_000
"""The deepest level has about so many points a node, were they spread evenly."""


class Octree(NamedTuple):
    """The nodes of points, in an order that starts at the root."""

    order: NDArray[np.int64]
    """Numbers of the points, node after node, as they came within a node."""
    keys: NDArray[np.int64]
    """Level, x, y, z of each node, shape (nodes, 4)."""
    starts: NDArray[np.int64]
    """Where each node begins in `order`, and at last where all end."""
    half: float
    """Half of the width of the root, in metres."""
    centre: tuple[float, float, float]


def planted(points: Points) -> Octree:
    """Put points into nodes: each goes as near to the root as there is a free cell for it.

    The first point of a cell takes it, so the same points are the same nodes.
    """
    raw = (points.x, points.y, points.z)
    least = [int(one.min()) for one in raw]
    wide = max(
        (int(one.max()) - low + 1) * scale
        for one, low, scale in zip(raw, least, points.scale, strict=True)
    )
    area_m2 = np.prod(
        [(int(one.max()) - low + 1) * scale for one, low, scale in
         zip(raw[:2], least[:2], points.scale[:2], strict=True)]
    )  # fmt: skip
    per_root = len(points) * wide**2 / max(float(area_m2), 1e-9)
    deepest = max(0, int(np.ceil(np.log2(max(per_root / FEW, 1.0)) / 2)))
    deepest = min(deepest, 12)
    steps = tuple(scale / wide for scale in points.scale)
    level = np.full(len(points), deepest, np.uint8)
    left = np.arange(len(points))
    for depth in range(deepest):
        first = _first_of_cells(*raw, left, tuple(least), steps, float(CELLS << depth))
        level[left[first]] = depth
        left = left[~first]
    code = _codes(*raw, level, tuple(least), steps)
    order = np.argsort(code, kind="stable")
    found, starts = np.unique(code[order], return_index=True)
    keys = np.column_stack([found >> 36, found >> 24 & 4095, found >> 12 & 4095, found & 4095])
    half = wide / 2
    centre = [
        low * scale + offset + half
        for low, scale, offset in zip(least, points.scale, points.offset, strict=True)
    ]
    ends = np.append(starts, len(points))
    return Octree(order, keys, ends, half, (centre[0], centre[1], centre[2]))


@njit(cache=True)
def _first_of_cells(x, y, z, left, least, steps, cells):  # type: ignore[no-untyped-def]
    """Say which of some points are the first in their cell (open addressing)."""
    size = 1
    while size < 2 * len(left) + 2:
        size *= 2
    table = np.full(size, -1, np.int64)
    first = np.zeros(len(left), np.bool_)
    for place in range(len(left)):
        point = left[place]
        i = np.int64((x[point] - least[0]) * steps[0] * cells)
        j = np.int64((y[point] - least[1]) * steps[1] * cells)
        k = np.int64((z[point] - least[2]) * steps[2] * cells)
        key = (i << 42) | (j << 21) | k
        mixed = np.uint64(key) * np.uint64(0x9E3779B97F4A7C15)
        slot = np.int64(mixed >> np.uint64(33)) & (size - 1)
        while table[slot] != -1 and table[slot] != key:
            slot = (slot + 1) & (size - 1)
        if table[slot] == -1:
            table[slot] = key
            first[place] = True
    return first


@njit(cache=True)
def _codes(x, y, z, level, least, steps):  # type: ignore[no-untyped-def]
    """Return level, x, y and z of the node of each point in one number that sorts by them."""
    made = np.empty(len(x), np.int64)
    for point in range(len(x)):
        nodes = float(1 << level[point])
        i = np.int64((x[point] - least[0]) * steps[0] * nodes)
        j = np.int64((y[point] - least[1]) * steps[1] * nodes)
        k = np.int64((z[point] - least[2]) * steps[2] * nodes)
        made[point] = (np.int64(level[point]) << 36) | (i << 24) | (j << 12) | k
    return made
