"""What a tile of points is like: density, classes, gaps, dates, and how strips fit together."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from processing.cloud.points import HIGH_NOISE, LOW_NOISE, Points
from processing.grid import Grid
from processing.raster import Raster
from sip.crs import Extent

CELL_M = 2.0
_LEAST_IN_CELL = 3
_FLAT_M = 0.15
"""Points of a strip within a cell that is used to compare strips lie so close together."""
_GPS_EPOCH = datetime.datetime(1980, 1, 6, tzinfo=datetime.UTC)
_ADJUSTED_S = 1_000_000_000
"""LAS: adjusted standard GPS time is standard GPS time less this."""
_WEEK_S = 604_800
_LEAP_S = 18
"""GPS time is ahead of UTC by so much since 2017."""
_UNUSED: dict[str, Any] = dict.fromkeys(
    ("intensity", "scan_angle", "user_data", "red", "green", "blue", "nir")
)


@dataclasses.dataclass(frozen=True)
class Quality:
    """What a tile is like, and its pulses per square metre on cells of CELL_M."""

    told: dict[str, Any]
    density: Raster


def measure(
    points: Points, core: Extent, *, nominal_per_m2: float, delivered: Sequence[Extent]
) -> Quality:
    """Measure the points of a core.

    Args:
        points: With or without a margin; classes as they should be counted.
        core: What is measured, its eastern and northern edge outside.
        nominal_per_m2: Pulses per square metre that were ordered.
        delivered: Extents of the files; cells beyond all of them are not counted.

    Returns:
        Counts and shares, that sum up over tiles; the raster has nodata -1 in no cell.
    """
    inside = dataclasses.replace(points, **_UNUSED).taken(points.within(core))
    grid, number = Grid(core, CELL_M), inside.return_number
    all_of_them = np.ones(len(inside), dtype=bool)
    first = all_of_them if number is None else number <= 1
    x, y = inside.east(), inside.north()
    pulses = grid.counts(x, y, first) / CELL_M**2
    every = grid.counts(x, y, all_of_them)
    del x, y
    covered = every > 0
    given = _covered(grid, delivered)
    classes = np.bincount(inside.classification, minlength=256)
    told: dict[str, Any] = {
        "points": len(inside),
        "pulses": int(first.sum()),
        "cells": int((given | covered).sum()),
        "covered_cells": int(covered.sum()),
        "below_nominal_cells": int((pulses[covered] < nominal_per_m2).sum()),
        "classes": {str(one): int(classes[one]) for one in np.flatnonzero(classes)},
        "low_noise": int(classes[LOW_NOISE]),
        "high_noise": int(classes[HIGH_NOISE]),
        "days": _days(inside),
        "strips": strips(inside, grid),
    }
    density = Raster(pulses.astype(np.float32)[None], grid.transform, points.crs, -1)
    return Quality(told, density)


def _covered(grid: Grid, extents: Sequence[Extent]) -> NDArray[np.bool_]:
    """Say which cells have their middles in an extent."""
    x, y = grid.centres(*np.indices(grid.shape))
    inside = np.zeros(grid.shape, dtype=bool)
    for one in extents:
        inside |= (x >= one.west) & (x <= one.east) & (y >= one.south) & (y <= one.north)
    return inside


def _days(points: Points) -> list[str]:
    """Return the days of a flight (UTC), where GPS times say more than the second of a week."""
    if points.gps_time is None or not len(points):
        return []
    seconds = points.gps_time
    known = seconds[(seconds > _WEEK_S) & np.isfinite(seconds)]
    days = np.unique((known + _ADJUSTED_S - _LEAP_S) // 86_400)
    return [str((_GPS_EPOCH + datetime.timedelta(days=float(one))).date()) for one in days]


def strips(points: Points, grid: Grid) -> dict[str, Any] | None:
    """Return how much higher one strip of a flight is than another one where both are flat.

    Returns:
        The number of cells compared, and the sums of differences (of the later strip less the
        earlier one, by number) and of their squares in metres; None where strips are not known.
    """
    if points.point_source is None or not len(points):
        return None
    single = points.usable()
    if points.number_of_returns is not None:
        single &= points.number_of_returns == 1
    chosen = points.taken(single)
    assert chosen.point_source is not None
    row, col = grid.cells(chosen.east(), chosen.north())
    key = (row * grid.shape[1] + col) << 16 | chosen.point_source
    del row, col
    order = np.argsort(key, kind="stable")
    key, height = key[order], chosen.height()[order]
    cell, strip = key >> 16, key & 0xFFFF
    if not len(cell):
        return {"cells": 0, "sum_m": 0.0, "sum_m2": 0.0}
    starts = np.flatnonzero(np.r_[True, (np.diff(cell) != 0) | (np.diff(strip) != 0)])
    counts = np.diff(np.r_[starts, len(cell)])
    mean = np.add.reduceat(height, starts) / counts
    spread = np.maximum.reduceat(height, starts) - np.minimum.reduceat(height, starts)
    good = (counts >= _LEAST_IN_CELL) & (spread <= _FLAT_M)
    cell, mean = cell[starts][good], mean[good]
    pairs = np.flatnonzero(np.diff(cell) == 0)
    rise = mean[pairs + 1] - mean[pairs]
    return {
        "cells": len(rise), "sum_m": float(rise.sum()), "sum_m2": float((rise**2).sum()),
    }  # fmt: skip
