"""Streets within settlements, and the land that is built on."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.world.area import Division, Shape
from geodata.world.network import CORRIDOR_M, Road
from geodata.world.relief import Rivers

PLOT_DEPTH_M = 60.0
"""From the edge of the road to the back of a village plot."""
FLOOD_M = 45.0
"""Streets keep this distance from a river."""


class Place(NamedTuple):
    """One precinct with its quarter or village."""

    spot: shapely.Point
    cell: shapely.Polygon
    urban: bool
    seat: bool
    size: float


@dataclasses.dataclass(frozen=True)
class Settlement:
    """Streets and built land."""

    streets: NDArray[np.object_]
    """LineStrings of municipal streets, in no order."""
    built: NDArray[np.object_]
    """Polygons that together are the built land; they overlap."""


def settle(
    division: Division,
    outline: Shape,
    main: list[Road],
    rivers: Rivers,
    rng: np.random.Generator,
) -> Settlement:
    """Fill the quarters with grids of streets, and let branches grow from village roads."""
    banks = shapely.buffer(rivers.lines[rivers.catchment_km2 > 20], FLOOD_M, quad_segs=2)
    bank_tree = shapely.STRtree(banks)
    lines = np.array([road.line for road in main if road.road_class != "S"], dtype=object)
    half = np.array([CORRIDOR_M[road.road_class] / 2 for road in main if road.road_class != "S"])
    tree = shapely.STRtree(lines)
    streets: list[shapely.LineString] = []
    built: list[BaseGeometry] = []
    for place in _places(division):
        wet = shapely.union_all(banks[bank_tree.query(place.cell)])
        if place.urban or place.seat:
            patch = shapely.difference(_patch(place, outline, rng), wet)
            grid = _grid(patch, _direction(place, lines, tree), rng, place.urban)
            streets += grid
            streets += _joints(patch, grid, lines, tree)
            built.append(patch)
            reach = 0.0 if place.urban else 1.45 * outline.seat_radius_m
        else:
            reach = 200 + 600 * place.size
        circle = shapely.intersection(place.spot.buffer(reach), place.cell)
        for index in tree.query(circle, predicate="intersects") if reach else ():
            inside = shapely.intersection(lines[index], circle)
            built.append(
                shapely.buffer(inside, half[index] + PLOT_DEPTH_M, quad_segs=2, cap_style="flat")
            )
            if not place.seat:
                branches = _branches(inside, place, wet, rng)
                streets += branches
                depth = CORRIDOR_M["D"] / 2 + PLOT_DEPTH_M
                built += list(shapely.buffer(branches, depth, quad_segs=2))
    return Settlement(np.array(streets, dtype=object), np.array(built, dtype=object))


def _places(division: Division) -> list[Place]:
    rows = division.precincts
    columns = (rows["urban"], rows["seat"], rows["size"])
    spots = shapely.points(rows[["x", "y"]].to_numpy())
    return [Place(*one) for one in zip(spots, rows.geometry, *columns, strict=True)]


def _patch(place: Place, outline: Shape, rng: np.random.Generator) -> BaseGeometry:
    """Return the built part of a quarter or a seat: all of it near the middle of the city."""
    spot, cell = place.spot, place.cell
    if place.urban:
        off = outline.distance(np.array(spot.x), np.array(spot.y)) / outline.city_radius_m
        if off < 0.5:
            return cell
        radius = np.sqrt(cell.area / np.pi) * rng.uniform(0.4, 0.72)
    else:
        radius = outline.seat_radius_m
    angle = np.linspace(0, 2 * np.pi, 40)
    phase = rng.uniform(0, 2 * np.pi, 2)
    rim = radius * (1 + 0.28 * np.sin(2 * angle + phase[0]) + 0.16 * np.sin(3 * angle + phase[1]))
    blob = np.column_stack([np.cos(angle), np.sin(angle)]) * rim[:, None] + [spot.x, spot.y]
    return shapely.intersection(shapely.Polygon(blob), cell)


def _direction(place: Place, lines: NDArray[np.object_], tree: shapely.STRtree) -> float:
    """Return the angle of the road nearest to a place, radians."""
    line = lines[int(tree.nearest(place.spot))]
    along = shapely.line_locate_point(line, place.spot)
    ends = shapely.get_coordinates(shapely.line_interpolate_point(line, [along - 150, along + 150]))
    return float(np.arctan2(*(ends[1] - ends[0])[::-1]))


def _grid(
    patch: BaseGeometry, angle: float, rng: np.random.Generator, urban: bool
) -> list[shapely.LineString]:
    """Cut a patch by long streets and by cross streets, a quarter of which are left out."""
    if patch.is_empty:
        return []
    middle = np.array(shapely.get_coordinates(patch.centroid)[0])
    reach = np.hypot(*np.ptp(shapely.get_coordinates(patch), axis=0)) / 2 + 50
    turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    long_gap, cross_gap = ((115, 165), (170, 260)) if urban else ((100, 135), (150, 220))
    rows = np.cumsum(rng.uniform(*long_gap, int(2 * reach / long_gap[0]))) - reach
    cols = np.cumsum(rng.uniform(*cross_gap, int(2 * reach / cross_gap[0]))) - reach
    raw = [np.array([[-reach, row], [reach, row]]) for row in rows]
    for col in cols:
        gaps = np.flatnonzero(rng.random(len(rows) - 1) > 0.75)
        starts, ends = np.append(0, gaps + 1), np.append(gaps, len(rows) - 1)
        raw += [
            np.array([[col, rows[i]], [col, rows[j]]])
            for i, j in zip(starts, ends, strict=True)
            if j > i
        ]
    lines = shapely.linestrings(np.array(raw) @ turn + middle)
    cut = shapely.get_parts(shapely.intersection(lines, patch))
    return [line for line in cut if line.geom_type == "LineString" and line.length > 60]


def _joints(
    patch: BaseGeometry,
    grid: list[shapely.LineString],
    lines: NDArray[np.object_],
    tree: shapely.STRtree,
) -> list[shapely.LineString]:
    """Join a patch that no main road touches to the nearest one."""
    if not grid or len(tree.query(patch, predicate="intersects")):
        return []
    tips = np.vstack([shapely.get_coordinates(line)[[0, -1]] for line in grid])
    ends = np.asarray(shapely.points(tips))
    nearest, gaps = tree.query_nearest(ends, return_distance=True, all_matches=False)
    best = int(np.argmin(gaps))
    joint = shapely.shortest_line(ends[nearest[0, best]], lines[nearest[1, best]])
    return [joint] if isinstance(joint, shapely.LineString) else []


def _branches(
    road: BaseGeometry, place: Place, wet: BaseGeometry, rng: np.random.Generator
) -> list[shapely.LineString]:
    """Let side streets grow from a village's road, to both sides, away from the river."""
    found: list[shapely.LineString] = []
    for part in shapely.get_parts(road):
        if part.geom_type != "LineString" or part.length < 150:
            continue
        along = np.arange(rng.uniform(50, 130), part.length - 30, rng.uniform(180, 300))
        foot = shapely.get_coordinates(shapely.line_interpolate_point(part, along))
        ahead = shapely.get_coordinates(shapely.line_interpolate_point(part, along + 5)) - foot
        side = rng.choice([-1.0, 1.0], len(along))[:, None]
        normal = np.column_stack([-ahead[:, 1], ahead[:, 0]])
        normal /= np.hypot(*normal.T)[:, None] + 1e-9
        tilt = ahead / 5 * rng.uniform(-0.3, 0.3, (len(along), 1))
        reach = 90 + 420 * place.size * rng.random((len(along), 1))
        tips = foot + (side * normal + tilt) * reach
        bends = foot + (side * normal) * reach * 0.45
        found += [shapely.LineString(path) for path in np.stack([foot, bends, tips], axis=1)]
    if not found:
        return []
    lines = np.array(found, dtype=object)
    dry = shapely.covers(place.cell, lines) & ~shapely.intersects(wet, lines)
    return list(lines[dry])
