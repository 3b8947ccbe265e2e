"""Which class each point has, when ground, trees, buildings and water are known."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, NamedTuple

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray

from processing.burning import burn
from processing.cloud.points import GROUND, UNCLASSIFIED, WATER, Bytes, Points
from processing.grid import Grid
from processing.objects.returns import Mask, sampled
from processing.raster import Raster
from sip.crs import Extent

LOW, MEDIUM, HIGH, BUILDING = 3, 4, 5, 6
"""Classes of ASPRS for vegetation and buildings."""
CELL_M = 0.25
"""Outlines are compared with points on cells of this width."""
_REACH_M = 1.0
"""More than outlines are widened by."""
_CHUNK = 1_000_000
"""Points that are looked at together."""


@dataclasses.dataclass(frozen=True)
class Settings:
    """What belongs to what."""

    low_m: float = 0.4
    """Vegetation up to this height over the ground is low ..."""
    medium_m: float = 2.0
    """... and up to this one medium: the limits of the Polish orders for ISOK."""
    eaves_m: float = 0.4
    """So far beyond an outline points may still be of the building."""
    floor_m: float = 0.6
    """Points in an outline that are nearer to the ground are not of the building."""
    over_roof_m: float = 2.0
    """Points so far over the upper tenth of a roof are of a tree above it."""
    crown_m: float = 0.5
    """So far beyond a crown points may still be of the tree."""
    around_m: float = 1.0
    """Width of the squares in which pulses that were split tell a bush from a car."""
    split_share: float = 0.12
    """Share of split pulses in a square, and those around it, from which on it is a bush."""
    water_m: float = 0.6
    """Points over water are so near to it at most."""


SETTINGS = Settings()


def classify(
    points: Points,
    dtm: Raster,
    *,
    crowns: geopandas.GeoDataFrame,
    buildings: geopandas.GeoDataFrame,
    water: geopandas.GeoDataFrame | None = None,
    settings: Settings = SETTINGS,
) -> Bytes:
    """Tell vegetation, buildings and water among the points that are not noise.

    Args:
        points: Classes 1, 2, 7 and 18, as `ground.classify` gives them.
        dtm: Heights of the ground without gaps.
        crowns: Polygons of trees, in the CRS of the points.
        buildings: Outlines with `roof_p90_m`.
        water: Polygons of water.
        settings: See there.

    Returns:
        A class of LAS 1.4 per point: 1, 2, 3 to 5 (vegetation by height), 6, 7, 9, 18. What is high
        and neither in a crown nor in an outline stays 1: wires, poles, bridges, cranes.
    """
    found = np.array(points.classification, copy=True)
    if not len(points):
        return found
    roof = _roofs(_around_points(points, CELL_M), buildings, settings)
    crown = _burnt(roof.grid, crowns.geometry, settings.crown_m)
    wet = None if water is None else _burnt(roof.grid, water.geometry)
    bushes = _bushes(points, settings)
    for start in range(0, len(points), _CHUNK):
        which = slice(start, start + _CHUNK)
        some = points.taken(which)
        x, y, z = some.east(), some.north(), some.height()
        over = (z - sampled(dtm, x, y)).astype(np.float32)
        cell = roof.grid.cells(x, y)
        here, open_ = found[which], some.classification == UNCLASSIFIED
        house = open_ & (over > settings.floor_m) & (z < roof.level[cell] + settings.over_roof_m)
        bush = (over <= settings.medium_m) & bushes.level[bushes.grid.cells(x, y)]
        plant = open_ & ~house & (crown[cell] | bush)
        here[house] = BUILDING
        here[plant] = np.select(
            [over[plant] <= settings.low_m, over[plant] <= settings.medium_m], [LOW, MEDIUM], HIGH
        )
        if wet is not None:
            may = np.isin(here, (UNCLASSIFIED, GROUND, LOW)) & (over < settings.water_m)
            here[may & wet[cell]] = WATER
    return found


def kept(classes: Bytes, theirs: Bytes, keep: Sequence[int]) -> Bytes:
    """Return classes with those of the supplier where they are among the ones to keep."""
    return np.where(np.isin(theirs, list(keep)), theirs, classes).astype(np.uint8)


class _Cells(NamedTuple):
    """What is known of cells."""

    grid: Grid
    level: NDArray[Any]


def _around_points(points: Points, cell_m: float) -> Grid:
    """Return cells over all points, from the first ones on."""
    (sx, sy, _), (ox, oy, _) = points.scale, points.offset
    west, east = (int(one) * sx + ox for one in (points.x.min(), points.x.max()))
    south, north = (int(one) * sy + oy for one in (points.y.min(), points.y.max()))
    return Grid(Extent(west, south, east + cell_m, north + cell_m), cell_m)


def _roofs(grid: Grid, buildings: geopandas.GeoDataFrame, settings: Settings) -> _Cells:
    """Return the height of the roof in each cell, minus infinity beside buildings."""
    level = np.full(grid.shape, -np.inf, np.float32)
    if len(buildings):
        seen = _near(grid, buildings.geometry)
        shapes, heights = buildings.geometry[seen], buildings["roof_p90_m"].to_numpy()[seen]
        order = np.argsort(heights, kind="stable")[: int(np.isfinite(heights).sum())]
        wide = shapely.buffer(shapes.to_numpy()[order], settings.eaves_m)
        found = burn(grid, wide, heights[order])
        level = np.where(np.isnan(found), level, found)
    return _Cells(grid, level)


def _burnt(grid: Grid, shapes: geopandas.GeoSeries, beyond_m: float = 0.0) -> Mask:
    """Say which cells have their middles in shapes, or so far beyond their edges."""
    seen = shapes[_near(grid, shapes)].to_numpy()
    if beyond_m:
        seen = shapely.buffer(seen, beyond_m)
    return np.asarray(~np.isnan(burn(grid, seen, np.ones(len(seen)))))


def _near(grid: Grid, shapes: geopandas.GeoSeries) -> Mask:
    """Say which shapes may reach the cells: those of neighbours reach over an edge."""
    bounds, e = shapely.bounds(shapes.to_numpy()), grid.extent
    if not len(bounds):
        return np.zeros(0, dtype=bool)
    west, south, east, north = bounds.T
    beside = (west < e.east + _REACH_M) & (east > e.west - _REACH_M)
    return np.asarray(beside & (south < e.north + _REACH_M) & (north > e.south - _REACH_M))


def _bushes(points: Points, settings: Settings) -> _Cells:
    """Say in which squares many pulses over the ground were split."""
    grid = _around_points(points, settings.around_m)
    if points.number_of_returns is None:
        return _Cells(grid, np.zeros(grid.shape, dtype=bool))
    split, every = np.zeros(grid.shape, np.int64), np.zeros(grid.shape, np.int64)
    for start in range(0, len(points), _CHUNK):
        some = points.taken(slice(start, start + _CHUNK))
        assert some.number_of_returns is not None
        x, y, standing = some.east(), some.north(), some.classification == UNCLASSIFIED
        split += grid.counts(x, y, standing & (some.number_of_returns > 1))
        every += grid.counts(x, y, standing)
    dense = _around(split) >= settings.split_share * np.maximum(_around(every), 1)
    return _Cells(grid, dense)


def _around(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return sums over squares of three cells a side."""
    wide = np.pad(counts, 1)
    lines = wide[:-2] + wide[1:-1] + wide[2:]
    return np.asarray(lines[:, :-2] + lines[:, 1:-1] + lines[:, 2:])
