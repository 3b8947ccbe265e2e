"""Outlines of buildings: few corners, most of them right."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features

from processing.grid import Floats, Grid

FILLED_SHARE = 0.85
"""A building that fills so much of a rectangle around it has the axes of that."""
MOVED_SHARE = 0.1
"""A regular outline that moves more of the area is not one: the plain outline stays."""


def outlines(label: NDArray[np.int32], grid: Grid) -> dict[int, shapely.Polygon]:
    """Return the polygon of each number's cells, edges of cells and all."""
    found: dict[int, list[shapely.Polygon]] = {}
    for shape, number in features.shapes(label, label > 0, transform=grid.transform):
        rings = [np.array(one) for one in shape["coordinates"]]
        found.setdefault(int(number), []).append(shapely.Polygon(rings[0], rings[1:]))
    return {number: max(parts, key=lambda one: one.area) for number, parts in found.items()}


def regular(polygon: shapely.Polygon, *, step_m: float, inset_m: float = 0.0) -> shapely.Polygon:
    """Return an outline with few corners, edges along the two axes of the building where possible.

    Args:
        polygon: Made of cells or of points.
        step_m: What is smaller than this is no corner.
        inset_m: How far the outline is to be moved inwards.

    Returns:
        A valid polygon; empty if nothing is left of it.
    """
    plain = shapely.make_valid(polygon.simplify(step_m))
    moved = _largest(plain.buffer(-inset_m, join_style="mitre"))
    if moved.is_empty:
        return moved
    turn = main_direction(_largest(moved.simplify(2 * step_m)))
    exterior = _squared(shapely.get_coordinates(moved.exterior), turn, step_m)
    holes = [_squared(shapely.get_coordinates(one), turn, step_m) for one in moved.interiors]
    shape = _shape(exterior, holes)
    if shape is None or shape.symmetric_difference(moved).area > MOVED_SHARE * moved.area:
        return moved
    return shape


def main_direction(polygon: shapely.Polygon) -> float:
    """Return the angle of the axes of a building, -45 to 45 degrees.

    They are those of the smallest rectangle around it if it fills most of that, otherwise those
    along which most of its outline runs.
    """
    box = shapely.oriented_envelope(polygon)
    filled = isinstance(box, shapely.Polygon) and polygon.area > FILLED_SHARE * box.area
    shape = box if isinstance(box, shapely.Polygon) and filled else polygon
    edges = np.diff(shapely.get_coordinates(shape.exterior), axis=0)
    length, angle = np.hypot(*edges.T), np.arctan2(edges[:, 1], edges[:, 0])
    return float(np.degrees(np.angle(np.sum(length**2 * np.exp(4j * angle))) / 4))


def _shape(exterior: Floats | None, holes: Iterable[Floats | None]) -> shapely.Polygon | None:
    if exterior is None:
        return None
    shape: shapely.Geometry = shapely.Polygon(exterior)
    if not shapely.is_valid(shape):
        return None
    for hole in holes:
        inner = None if hole is None else shapely.Polygon(hole)
        if inner is None or not inner.is_valid:
            return None
        shape = shapely.difference(shape, inner)
    return shape if isinstance(shape, shapely.Polygon) and not shape.is_empty else None


def _largest(shape: shapely.Geometry) -> shapely.Polygon:
    parts = [one for one in shapely.get_parts(shape) if isinstance(one, shapely.Polygon)]
    return max(parts, key=lambda one: one.area, default=shapely.Polygon())


def _squared(ring: Floats, turn_deg: float, step_m: float) -> Floats | None:
    """Return the corners where the lines meet that the edges of a ring lie on; None for fewer than
    three lines."""
    middle = ring[:-1].mean(axis=0)
    corners = _turned(ring - middle, -turn_deg)
    lines = _merged([_line(a, b, step_m) for a, b in itertools.pairwise(corners)], step_m)
    while (place := _needless(lines, step_m)) is not None:
        lines = _merged(lines[:place] + lines[place + 1 :], step_m)
    if len(lines) < 3:
        return None
    made: list[Floats] = []
    for before, after in zip(lines[-1:] + lines[:-1], lines, strict=True):
        made += _meeting(before, after)
    return _turned(np.array(made), turn_deg) + middle


type Line = tuple[Floats, Floats, float]
"""Direction of length 1, a point on it, and how long the edge is."""


def _line(a: Floats, b: Floats, step_m: float) -> Line:
    """Return the line of an edge, along an axis if that moves its ends by less than a step."""
    along, length = b - a, float(np.hypot(*(b - a)))
    axis = int(np.argmax(np.abs(along)))
    if abs(along[1 - axis]) < 2 * step_m:
        along = np.eye(2)[axis] * np.sign(along[axis])
    return along / np.hypot(*along), (a + b) / 2, length


def _needless(lines: list[Line], step_m: float) -> int | None:
    """Return the place of an edge that cuts a corner, or lies between two that are nearly one."""
    for place, line in enumerate(lines if len(lines) > 4 else []):
        before, after = lines[place - 1], lines[(place + 1) % len(lines)]
        short = line[2] < 2 * step_m and line[2] < min(before[2], after[2])
        cuts = abs(np.dot(before[0], after[0])) < 0.7 and short
        if cuts or _same(before, after, step_m):
            return place
    return None


def _merged(lines: list[Line], step_m: float) -> list[Line]:
    """Let neighbours on nearly one line be one, weighted by length."""
    made: list[Line] = []
    for line in lines:
        if made and _same(made[-1], line, step_m):
            made[-1] = _mean(made[-1], line)
        else:
            made.append(line)
    while len(made) > 4 and _same(made[0], made[-1], step_m):
        made[0] = _mean(made.pop(), made[0])
    return made


def _same(one: Line, other: Line, step_m: float) -> bool:
    if np.dot(one[0], other[0]) < 0.999:
        return False
    apart = other[1] - one[1]
    return bool(abs(one[0][0] * apart[1] - one[0][1] * apart[0]) < step_m)


def _mean(one: Line, other: Line) -> Line:
    length = one[2] + other[2]
    longer = one if one[2] >= other[2] else other
    return longer[0], (one[1] * one[2] + other[1] * other[2]) / length, length


def _meeting(one: Line, other: Line) -> list[Floats]:
    """Return where two lines cross; if they are nearly parallel, a step half-way between them."""
    cross = one[0][0] * other[0][1] - one[0][1] * other[0][0]
    if abs(cross) > 0.17:
        apart = other[1] - one[1]
        share = (apart[0] * other[0][1] - apart[1] * other[0][0]) / cross
        return [one[1] + share * one[0]]
    half = (one[1] + other[1]) / 2
    return [line[1] + np.dot(half - line[1], line[0]) * line[0] for line in (one, other)]


def _turned(points: Floats, degrees: float) -> Floats:
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.asarray(points @ turn)
