"""Overlays of two shapes in bounded time, also of those that are made to cross a million times.

Two valid combs of n teeth each have n² pieces in common. Ground is therefore quartered until a part
of it is simple, and what has too many pieces is given up after the first ones: a plan like this is
wrong already, and says where.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

type Operation = Callable[[BaseGeometry, BaseGeometry], BaseGeometry]

_SIMPLE = 40_000
"""Product of the vertices of two shapes, below which they are overlaid at once."""
_DEEPEST = 10
MOST_PIECES = 500


@dataclasses.dataclass(frozen=True)
class Overlay:
    """What came of it."""

    shape: BaseGeometry
    is_whole: bool
    """Whether this is all of it, and not only the first pieces."""


def overlay(operation: Operation, one: BaseGeometry, other: BaseGeometry) -> Overlay:
    """Overlay two shapes where the first one lies.

    Args:
        operation: `shapely.intersection` or `shapely.difference`.
        one: An area or a line.
        other: An area or a line, in the same CRS.
    """
    if _product(one, other) <= _SIMPLE:
        return Overlay(operation(one, other), True)
    pieces: list[BaseGeometry] = []
    bounds = one.bounds if operation is shapely.difference else _common(one, other)
    for part in _quartered(operation, one, other, bounds, _DEEPEST):
        pieces += [piece for piece in shapely.get_parts(part) if not piece.is_empty]
        if len(pieces) > MOST_PIECES:
            return Overlay(shapely.union_all(pieces), False)
    return Overlay(shapely.union_all(pieces), True)


def _product(one: BaseGeometry, other: BaseGeometry) -> int:
    return int(shapely.get_num_coordinates(one)) * int(shapely.get_num_coordinates(other))


def _common(one: BaseGeometry, other: BaseGeometry) -> tuple[float, ...]:
    mine, others = one.bounds, other.bounds
    return (*np.maximum(mine[:2], others[:2]).tolist(), *np.minimum(mine[2:], others[2:]).tolist())


def _quartered(
    operation: Operation, one: BaseGeometry, other: BaseGeometry, bounds: tuple[float, ...],
    depth: int,
) -> Iterator[BaseGeometry]:  # fmt: skip
    west, south, east, north = bounds
    if west >= east or south >= north:
        return
    mine, others = (_clipped(shape, bounds) for shape in (one, other))
    if mine.is_empty:
        return
    if depth == 0 or _product(mine, others) <= _SIMPLE:
        yield operation(mine, others)
        return
    x, y = (west + east) / 2, (south + north) / 2
    for quarter in (
        (west, south, x, y), (x, south, east, y), (west, y, x, north), (x, y, east, north),
    ):  # fmt: skip
        yield from _quartered(operation, mine, others, quarter, depth - 1)


def _clipped(shape: BaseGeometry, bounds: tuple[float, ...]) -> BaseGeometry:
    found = shapely.clip_by_rect(shape, *bounds)
    return found if found.is_valid else shapely.make_valid(found)
