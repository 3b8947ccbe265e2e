"""What a tile of points is like: density, classes, gaps, dates, and how strips fit together."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.cloud.points import HIGH_NOISE, LOW_NOISE, Ints, Points, Words
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

type Mask = NDArray[np.bool_]


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
    grid, inside, number = Grid(core, CELL_M), points.within(core), points.return_number
    cells = _cells(points, inside, grid)
    first = inside if number is None else inside & (number <= 1)
    pulses = _counts(cells, first, grid) / CELL_M**2
    covered = _counts(cells, inside, grid) > 0
    given = _covered(grid, delivered)
    classes = np.bincount(points.classification[inside], minlength=256)
    told: dict[str, Any] = {
        "points": int(inside.sum()),
        "pulses": int(first.sum()),
        "cells": int((given | covered).sum()),
        "covered_cells": int(covered.sum()),
        "below_nominal_cells": int((pulses[covered] < nominal_per_m2).sum()),
        "classes": {str(one): int(classes[one]) for one in np.flatnonzero(classes)},
        "low_noise": int(classes[LOW_NOISE]),
        "high_noise": int(classes[HIGH_NOISE]),
        "days": _days(points, inside),
        "strips": strips(points, inside, cells, grid),
    }
    density = Raster(pulses.astype(np.float32)[None], grid.transform, points.crs, -1)
    return Quality(told, density)


def _cells(points: Points, inside: Mask, grid: Grid) -> NDArray[np.int32]:
    """Return the cell of each point, row by row from the north; -1 for those that are outside."""
    (sx, sy, _), (ox, oy, _) = points.scale, points.offset
    rows, cols = grid.shape
    return np.asarray(
        _placed(
            points.x, points.y, inside, (grid.extent.west - ox) / sx, (grid.extent.north - oy) / sy,
            sx / grid.cell, sy / grid.cell, rows, cols,
        )
    )  # fmt: skip


@njit(cache=True)
def _placed(
    x: Ints, y: Ints, inside: Mask, west: float, north: float, across: float, down: float,
    rows: int, cols: int,
) -> NDArray[np.int32]:  # fmt: skip
    cells = np.full(len(x), -1, np.int32)
    for point in range(len(x)):
        if inside[point]:
            row = min(max(int((north - y[point]) * down), 0), rows - 1)
            cells[point] = row * cols + min(max(int((x[point] - west) * across), 0), cols - 1)
    return cells


def _counts(cells: NDArray[np.int32], which: Mask, grid: Grid) -> NDArray[np.int64]:
    """Return how many of some points inside are in each cell."""
    rows, cols = grid.shape
    return np.bincount(cells[which], minlength=rows * cols).reshape(rows, cols)


def _covered(grid: Grid, extents: Sequence[Extent]) -> NDArray[np.bool_]:
    """Say which cells have their middles in an extent."""
    x, y = grid.centres(*np.indices(grid.shape))
    inside = np.zeros(grid.shape, dtype=bool)
    for one in extents:
        inside |= (x >= one.west) & (x <= one.east) & (y >= one.south) & (y <= one.north)
    return inside


def _days(points: Points, inside: Mask) -> list[str]:
    """Return the days of a flight (UTC), where GPS times say more than the second of a week."""
    if points.gps_time is None:
        return []
    days = sorted(set(_passed(points.gps_time, inside)))
    return [str((_GPS_EPOCH + datetime.timedelta(days=one)).date()) for one in days]


@njit(cache=True)
def _passed(seconds: NDArray[np.float64], inside: Mask) -> list[int]:
    """Return the days since the epoch of GPS, one each time that another one begins."""
    days = [0 for _ in range(0)]
    for point in range(len(seconds)):
        if not inside[point] or not _WEEK_S < seconds[point] < np.inf:
            continue
        day = int((seconds[point] + _ADJUSTED_S - _LEAP_S) // 86_400)
        if len(days) == 0 or days[-1] != day:
            days.append(day)
    return days


def strips(
    points: Points, inside: Mask, cells: NDArray[np.int32], grid: Grid
) -> dict[str, Any] | None:
    """Return how much higher one strip of a flight is than another one where both are flat.

    Args:
        points: All of them.
        inside: Which of them count.
        cells: The cell of each of those.
        grid: The cells.

    Returns:
        The number of cells compared, and the sums of differences (of the later strip less the
        earlier one, by number) and of their squares in metres; None where strips are not known.
    """
    if points.point_source is None or not inside.any():
        return None
    single = inside & points.usable()
    if points.number_of_returns is not None:
        single &= points.number_of_returns == 1
    rows, cols = grid.shape
    order, starts = _sorted(cells, single, rows * cols)
    flat = int(_FLAT_M / points.scale[2] + 1e-6)
    compared, total, squares = _compared(order, starts, points.z, points.point_source, flat)
    rise = points.scale[2]
    return {"cells": compared, "sum_m": total * rise, "sum_m2": squares * rise**2}


@njit(cache=True)
def _sorted(
    cells: NDArray[np.int32], which: Mask, count: int
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return the points of each cell, cell after cell, and where each begins."""
    starts = np.zeros(count + 1, np.int64)
    for point in range(len(cells)):
        if which[point]:
            starts[cells[point] + 1] += 1
    starts = np.cumsum(starts)
    order, filled = np.empty(starts[-1], np.int32), starts[:-1].copy()
    for point in range(len(cells)):
        if which[point]:
            order[filled[cells[point]]] = point
            filled[cells[point]] += 1
    return order, starts


@njit(cache=True)
def _compared(
    order: NDArray[np.int32], starts: NDArray[np.int64], z: Ints, strip: Words, flat: int
) -> tuple[int, float, float]:
    """Compare the mean heights of strips that follow each other by number in flat cells."""
    compared, total, squares = 0, 0.0, 0.0
    for cell in range(len(starts) - 1):
        here = order[starts[cell] : starts[cell + 1]]
        if len(here) < 2 * _LEAST_IN_CELL:
            continue
        numbers = np.unique(strip[here])
        before = np.nan
        for number in numbers if len(numbers) > 1 else numbers[:0]:
            many, height, low, high = 0, 0, 2**31, -(2**31)
            for point in here:
                if strip[point] == number:
                    many += 1
                    height += z[point]
                    low, high = min(low, z[point]), max(high, z[point])
            if many < _LEAST_IN_CELL or high - low > flat:
                continue
            mean = height / many
            if not np.isnan(before):
                compared += 1
                total += mean - before
                squares += (mean - before) ** 2
            before = mean
    return compared, total, squares
