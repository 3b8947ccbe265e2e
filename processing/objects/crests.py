"""Hills of a height model: their tops and their outlines, compiled."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

type Floats = NDArray[np.float64]
type Labels = NDArray[np.int32]

VOXEL_M = 0.75
LAYERS = 64
"""Voxels over each other: one bit each."""


def hills(
    heights: Floats, lowest: float, apart: float, prominence: float, stand_out: float
) -> tuple[Labels, NDArray[np.int64], Floats]:
    """Divide a model into hills by letting water sink from its highest cell.

    Where two hills meet they stay two if the lower one stands out: by its height over the pass, by
    the distance of the tops, and the more the higher it is, since boughs grow with their tree.

    Args:
        heights: Shape (rows, cols).
        lowest: Cells below belong to no hill.
        apart: Least distance of tops in cells.
        prominence: Least height of the lower top over the pass, metres.
        stand_out: Least product of this height and the distance in cells, over the height of the
            lower top.

    Returns:
        Number of the hill per cell from 1, 0 for none; the cell of each top; and by how much it
        stands out, as `stand_out`, infinite for one that no higher one borders on.
    """
    flat = heights.ravel()
    high = np.flatnonzero(flat >= lowest).astype(np.int32)
    order = high[np.argsort(-flat[high], kind="stable")]
    del high
    return _hills(heights, order, apart, prominence, stand_out)


@njit(cache=True)
def _root(up: Labels, cell: int) -> int:
    while up[cell] != cell:
        up[cell] = up[up[cell]]
        cell = up[cell]
    return cell


@njit(cache=True)
def _hills(
    heights: Floats, order: Labels, apart: float, prominence: float, stand_out: float
) -> tuple[Labels, NDArray[np.int64], Floats]:
    rows, cols = heights.shape
    flat = heights.ravel()
    up = np.full(rows * cols, -1, np.int32)
    stands = np.full(rows * cols, np.inf, np.float32)
    for cell in order:
        row, col = cell // cols, cell % cols
        best = -1
        for r in range(max(row - 1, 0), min(row + 2, rows)):
            for c in range(max(col - 1, 0), min(col + 2, cols)):
                other = r * cols + c
                if up[other] >= 0 and (best < 0 or flat[other] > flat[best]):
                    best = other
        if best < 0:
            up[cell] = cell
            continue
        first = _root(up, best)
        up[cell] = first
        for r in range(max(row - 1, 0), min(row + 2, rows)):
            for c in range(max(col - 1, 0), min(col + 2, cols)):
                other = r * cols + c
                if up[other] < 0:
                    continue
                second = _root(up, other)
                if second == first:
                    continue
                low, top = (second, first) if flat[second] < flat[first] else (first, second)
                far = ((low // cols - top // cols) ** 2 + (low % cols - top % cols) ** 2) ** 0.5
                over = flat[low] - flat[cell]
                if far < apart or over < prominence or over * far < stand_out * flat[low]:
                    up[low] = top
                    first = top
                else:
                    stands[low] = min(stands[low], over * far / flat[low])
    label = np.zeros(rows * cols, np.int32)
    tops = np.empty(len(order), np.int32)
    count = 0
    for cell in order:
        if up[cell] == cell:
            tops[count] = cell
            count += 1
            label[cell] = count
    for cell in order:
        label[cell] = label[_root(up, cell)]
    found = tops[:count].astype(np.int64)
    return label.reshape(rows, cols), found, stands[found].astype(np.float64)


def second_storey(columns: NDArray[np.uint64], gap_voxels: int) -> Floats:
    """Return the top of what stands under the canopy, 0 where nothing does.

    Args:
        columns: One bit per voxel that has a point, the lowest first; shape (rows, cols).
        gap_voxels: Fewest empty voxels between the canopy and what is below.
    """
    return np.asarray(_second_storey(columns, gap_voxels))


@njit(cache=True)
def _second_storey(columns: NDArray[np.uint64], gap_voxels: int) -> Floats:
    rows, cols = columns.shape
    made = np.zeros((rows, cols))
    for row in range(rows):
        for col in range(cols):
            bits = columns[row, col]
            seen, gap = False, 0
            for layer in range(LAYERS - 1, -1, -1):
                if bits >> np.uint64(layer) & np.uint64(1):
                    if seen and gap >= gap_voxels:
                        made[row, col] = (layer + 1) * VOXEL_M
                        break
                    seen, gap = True, 0
                else:
                    gap += 1
    return made
