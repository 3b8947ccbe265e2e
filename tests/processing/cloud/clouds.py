"""Small clouds with known points."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from processing.cloud.points import Points
from processing.cloud.writing import write_laz

CRS, HEIGHTS = 2180, 9651
WEST, SOUTH = 500_000.0, 400_000.0


def cloud(
    x: Any, y: Any, z: Any, *, scale: float = 0.01, height_crs: int | None = HEIGHTS, **columns: Any
) -> Points:
    """Return points at metres from (500000, 400000, 0)."""
    raw = [np.rint(np.asarray(one, dtype=float) / scale).astype(np.int32) for one in (x, y, z)]
    columns.setdefault("classification", np.zeros(len(raw[0]), np.uint8))
    return Points(
        *raw, scale=(scale,) * 3, offset=(WEST, SOUTH, 0.0), crs=CRS, height_crs=height_crs,
        **columns,
    )  # fmt: skip


def every_column(count: int, *, seed: int = 1) -> Points:
    """Return random points over 100 m with every column that LAS knows but NIR."""
    random = np.random.default_rng(seed)

    def some(kind: Any, most: int) -> Any:
        return random.integers(0, most, count).astype(kind)

    number = some(np.uint8, 3) + np.uint8(1)
    return cloud(
        random.uniform(0, 100, count), random.uniform(0, 100, count), random.uniform(0, 50, count),
        classification=some(np.uint8, 19), return_number=number, number_of_returns=number,
        flags=some(np.uint8, 256), intensity=some(np.uint16, 65536), user_data=some(np.uint8, 256),
        scan_angle=some(np.int16, 6000), point_source=some(np.uint16, 9),
        gps_time=random.uniform(0, 1e9, count),
        red=some(np.uint16, 65536), green=some(np.uint16, 65536), blue=some(np.uint16, 65536),
    )  # fmt: skip


def laz(file: Path, points: Points) -> Path:
    write_laz(points, file)
    return file


def same(one: Points, other: Points) -> bool:
    mine, theirs = one.columns(), other.columns()
    return mine.keys() == theirs.keys() and all(
        np.array_equal(mine[name], theirs[name]) for name in mine
    )
