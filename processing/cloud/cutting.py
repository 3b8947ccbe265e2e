"""Files of points cut into squares, read once, so that a tile takes just the squares it needs.

A file is cut in parts of its points, each for itself, so that memory has a bound whatever the size
of the file, and several workers cut one file. Squares lie on whole multiples of their width; which
square a point is in is told by whole numbers, as it is told which tile it is in.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numba import njit
from numpy.typing import NDArray

from processing.cloud.columns import Kinds
from processing.cloud.files import Facts, chunks, kinds
from processing.cloud.points import (
    EXTRA,
    About,
    Ints,
    Points,
    fitted,
    raw_edge,
    read_notes,
    read_points,
    written,
)
from processing.cloud.points import kinds as kinds_of
from processing.cloud.survey import Tally, tallied
from sip.crs import Extent
from sip.errors import DataError

PART = 2_500_000
"""About so many points are cut at a time: 31 bytes each, 40 with colours."""
_EVEN = 50_000
"""Parts begin with a chunk of most LAZ files; so many points are written together."""
_MOST_LINES = 5000
"""Between squares of one part: 250 km of them at 50 m."""
_DOUBT = 1e-6
"""Share of a square by which its edge may miss that of a tile."""

_AXES = ("x", "y", "z")

type Numbers = NDArray[np.int64]


def parts(count: int) -> list[tuple[int, int]]:
    """Return first and last (not included) points of the parts in which a file is cut."""
    many = max(round(count / PART), 1)
    step = math.ceil(count / many / _EVEN) * _EVEN
    return [(first, min(first + step, count)) for first in range(0, count, step)]


@dataclasses.dataclass(frozen=True)
class Pieces:
    """Points of a part, square after square; within a square in the order of the file."""

    points: Points
    square_m: float
    squares: Numbers
    """Row and column (from the origin of the CRS) of each square that holds points, and where its
    points begin; shape (squares, 3)."""

    def near(self, extent: Extent) -> Iterator[tuple[int, int, slice]]:
        """Yield row, column and points of the squares that touch an extent."""
        ends = np.append(self.squares[1:, 2], len(self.points))
        low = [math.floor(one / self.square_m - _DOUBT) for one in (extent.south, extent.west)]
        high = [math.ceil(one / self.square_m + _DOUBT) for one in (extent.north, extent.east)]
        for (row, col, begin), end in zip(self.squares.tolist(), ends.tolist(), strict=True):
            if low[0] <= row < high[0] and low[1] <= col < high[1]:
                yield row, col, slice(begin, end)


def cut(about: Facts, part: tuple[int, int], square_m: float, file: Path) -> Tally:
    """Read a part of a file, write it square by square, and return what is in it.

    Args:
        about: What `facts` has returned.
        part: First and last (not included) of its points.
        square_m: Width of the squares.
        file: Where to write what `read_pieces` reads.

    Raises:
        DataError: The file is damaged, or points lie outside the bounds of its header.
    """
    columns, count = kinds(about), part[1] - part[0]
    store = {name: np.empty(count, kind) for name, kind in columns.items()}
    filled, tally = 0, Tally()
    for chunk in chunks(about, part=part):
        for name, column in store.items():
            column[filled : filled + len(chunk)] = getattr(chunk, name)
        filled += len(chunk)
        tally += tallied(chunk)
    squares, order = _squares(store["x"], store["y"], about, square_m)
    told = {"square_m": square_m, "squares": squares.tolist()}
    of_all = About(about.scale, about.offset, about.crs, about.height_crs, about.extra_told)
    with written(file, columns, count, of_all, notes=told) as target:
        for name in columns:
            column = store.pop(name)
            for first in range(0, count, _EVEN):
                target.put(name, column[order[first : first + _EVEN]])
    return tally


def _squares(x: Ints, y: Ints, about: Facts, square_m: float) -> tuple[Numbers, NDArray[np.int32]]:
    """Return the squares that hold points, see `Pieces`, and the points in their order."""
    edges, first = [], []
    for axis, raw in enumerate((x, y)):
        scale, offset = about.scale[axis], about.offset[axis]
        low, high = (float(one * scale + offset) for one in (raw.min(), raw.max()))
        lines = range(math.floor(low / square_m) - 1, math.floor(high / square_m) + 3)
        if len(lines) > _MOST_LINES:
            raise DataError(
                f"{about.file}: its points are spread over {(high - low) / 1000:,.0f} km; take the"
                " stray ones out, or cut it into several files"
            )
        edges.append(np.array([raw_edge(one * square_m, scale, offset) for one in lines]))
        first.append(lines[0])
    counts, order = _sorted(x, y, *edges)
    row, col = np.nonzero(counts)
    begin = (np.cumsum(counts) - counts.ravel())[counts.ravel() > 0]
    return np.column_stack([row + first[1], col + first[0], begin]), order


@njit(cache=True)
def _sorted(x: Ints, y: Ints, east: Numbers, north: Numbers) -> tuple[Numbers, NDArray[np.int32]]:
    """Count the points between edges, and return the points square by square."""
    rows, cols = len(north) - 1, len(east) - 1
    across, up = cols / (east[cols] - east[0]), rows / (north[rows] - north[0])
    square = np.empty(len(x), np.int32)
    counts = np.zeros((rows, cols), np.int64)
    for point in range(len(x)):
        col = min(int((x[point] - east[0]) * across), cols - 1)
        row = min(int((y[point] - north[0]) * up), rows - 1)
        while x[point] < east[col]:
            col -= 1
        while x[point] >= east[col + 1]:
            col += 1
        while y[point] < north[row]:
            row -= 1
        while y[point] >= north[row + 1]:
            row += 1
        square[point] = row * cols + col
        counts[row, col] += 1
    filled = np.zeros(rows * cols, np.int64)
    filled[1:] = np.cumsum(counts)[:-1]
    order = np.empty(len(x), np.int32)
    for point in range(len(x)):
        order[filled[square[point]]] = point
        filled[square[point]] += 1
    return counts, order


def read_pieces(file: Path) -> Pieces:
    """Map pieces into memory.

    Raises:
        DataError: It is no file of pieces.
    """
    told = read_notes(file)
    squares = np.array(told["squares"], np.int64).reshape(-1, 3)
    return Pieces(read_points(file), told["square_m"], squares)


def join(files: Sequence[Path], extent: Extent, file: Path) -> None:
    """Write the points of pieces in an extent, square by square, file after file in each.

    Where scales or offsets differ, the finest scale and the first offset hold for all. A column
    that some lack is left out, and so are extra bytes if not all describe the same.

    Args:
        files: What `cut` has written, at least one.
        extent: A point on its eastern or northern edge is outside.
        file: Where to write what `read_points` reads.

    Raises:
        DataError: A file is damaged, or they have different planes or heights.
    """
    every = [read_pieces(one) for one in files]
    first = every[0].points
    if len({(one.points.crs, one.points.height_crs) for one in every}) != 1:
        raise DataError("pieces to be joined have different planes or heights")
    scale = tuple(min(one.points.scale[axis] for one in every) for axis in range(3))
    shared = _shared(every)
    about = About(
        (scale[0], scale[1], scale[2]), first.offset, first.crs, first.height_crs,
        first.extra_told if EXTRA in shared else "",
    )  # fmt: skip
    near = sorted(
        ((row, col, place, which) for place, one in enumerate(every)
         for row, col, which in _chosen(one, extent)),
        key=lambda one: one[:3],
    )  # fmt: skip
    count = sum(_count(which) for *_, which in near)
    del every, first
    with written(file, shared, count, about) as target:
        for name in shared:
            mapped = [read_points(one) for one in files]
            for _, _, place, which in near:
                target.put(name, _on(name, mapped[place], which, about))


def _on(name: str, points: Points, which: _Which, about: About) -> NDArray[Any]:
    """Return some values of a column, coordinates as whole numbers of another scale."""
    some: NDArray[Any] = getattr(points, name)[which]
    if name not in _AXES:
        return some
    axis = _AXES.index(name)
    old, new = ((one.scale[axis], one.offset[axis]) for one in (points, about))
    return fitted(some, old, new)


def _shared(every: Sequence[Pieces]) -> Kinds:
    """Return the columns that all have."""
    one_kind = len({one.points.extra_told for one in every}) == 1
    return {
        name: kind for name, kind in kinds_of(every[0].points).items()
        if all(name in one.points.columns() for one in every) and (one_kind or name != EXTRA)
    }  # fmt: skip


type _Which = slice | NDArray[np.int64]


def _chosen(pieces: Pieces, extent: Extent) -> Iterator[tuple[int, int, _Which]]:
    """Yield row, column and those of the points of each square that lie in an extent."""
    for row, col, which in pieces.near(extent):
        if _inside(row, col, pieces.square_m, extent):
            yield row, col, which
            continue
        inside = pieces.points.taken(which).within(extent)
        if inside.all():
            yield row, col, which
        elif inside.any():
            yield row, col, which.start + np.flatnonzero(inside)


def _count(which: _Which) -> int:
    return which.stop - which.start if isinstance(which, slice) else len(which)


def _inside(row: int, col: int, side_m: float, extent: Extent) -> bool:
    """Say whether a square surely lies in an extent."""
    beside = _DOUBT * side_m
    return (
        extent.west + beside < col * side_m and (col + 1) * side_m < extent.east - beside
        and extent.south + beside < row * side_m and (row + 1) * side_m < extent.north - beside
    )  # fmt: skip
