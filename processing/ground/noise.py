"""Points that have nobody near."""

from __future__ import annotations

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.cloud.points import Points

VOXEL_M = 3.0
"""Width of a voxel, or, where points are sparse, ..."""
SPACINGS = 2.5
"""... so many times the distance between them."""
MOST_VOXELS = 60_000_000
COMPANY = 2
"""A point is alone if its voxel and the 26 around it hold no more points than this."""


def isolated(points: Points, use: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the numbers of the used points that are alone in about 9 m around."""
    if not use.any():
        return np.zeros(0, np.int64)
    raw = (points.x, points.y, points.z)
    first = [int(one.min()) for one in raw]
    area_m2 = np.prod(
        [np.ptp(one) * scale for one, scale in zip(raw[:2], points.scale[:2], strict=True)]
    )
    voxel_m = max(VOXEL_M, SPACINGS * float(np.sqrt(area_m2 / len(points))))
    while True:
        steps = [scale / voxel_m for scale in points.scale]
        shape = tuple(
            int((int(one.max()) - low) * step) + 1
            for one, low, step in zip(raw, first, steps, strict=True)
        )
        if np.prod(shape, dtype=np.float64) <= MOST_VOXELS:
            break
        voxel_m *= 1.5
    counts = _counted(*raw, use, tuple(first), tuple(steps), shape)
    return np.flatnonzero(_alone(*raw, use, tuple(first), tuple(steps), counts))


@njit(cache=True)
def _counted(x, y, z, use, first, steps, shape):  # type: ignore[no-untyped-def]
    counts = np.zeros(shape, np.uint8)
    for point in range(len(x)):
        if use[point]:
            i = int((x[point] - first[0]) * steps[0])
            j = int((y[point] - first[1]) * steps[1])
            k = int((z[point] - first[2]) * steps[2])
            if counts[i, j, k] < 200:
                counts[i, j, k] += 1
    return counts


@njit(cache=True)
def _alone(x, y, z, use, first, steps, counts):  # type: ignore[no-untyped-def]
    found = np.zeros(len(x), np.bool_)
    for point in range(len(x)):
        if not use[point]:
            continue
        i = int((x[point] - first[0]) * steps[0])
        j = int((y[point] - first[1]) * steps[1])
        k = int((z[point] - first[2]) * steps[2])
        if counts[i, j, k] > COMPANY:
            continue
        near = 0
        for a in range(max(i - 1, 0), min(i + 2, counts.shape[0])):
            for b in range(max(j - 1, 0), min(j + 2, counts.shape[1])):
                for c in range(max(k - 1, 0), min(k + 2, counts.shape[2])):
                    near += counts[a, b, c]
        found[point] = near <= COMPANY
    return found
