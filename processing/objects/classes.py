"""Which class each point has, when ground, trees, buildings and water are known."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features

from processing.cloud.points import GROUND, UNCLASSIFIED, WATER, Bytes, Points
from processing.grid import Grid
from processing.objects.returns import Mask, sampled
from processing.raster import Raster
from sip.crs import Extent

LOW, MEDIUM, HIGH, BUILDING = 3, 4, 5, 6
"""Classes of ASPRS for vegetation and buildings."""
CELL_M = 0.25
"""Outlines are compared with points on cells of this width."""


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
    x, y, z = points.east(), points.north(), points.height()
    over = (z - sampled(dtm, x, y)).astype(np.float32)
    box = Extent(*(float(one) for one in (x.min(), y.min(), x.max() + CELL_M, y.max() + CELL_M)))
    grid = Grid(box, CELL_M)
    row, col = grid.cells(x, y)
    open_ = found == UNCLASSIFIED
    roof = _roofs(grid, buildings, settings)[row, col]
    house = open_ & (over > settings.floor_m) & (z < roof + settings.over_roof_m)
    in_crown = _burnt(grid, crowns.geometry.buffer(settings.crown_m))[row, col]
    plant = open_ & ~house & (in_crown | ((over <= settings.medium_m) & _bushes(points, settings)))
    found[house] = BUILDING
    found[plant] = np.select(
        [over[plant] <= settings.low_m, over[plant] <= settings.medium_m], [LOW, MEDIUM], HIGH
    )
    if water is not None:
        wet = _burnt(grid, water.geometry)[row, col] & np.isin(found, (UNCLASSIFIED, GROUND, LOW))
        found[wet & (over < settings.water_m)] = WATER
    return found


def kept(classes: Bytes, theirs: Bytes, keep: Sequence[int]) -> Bytes:
    """Return classes with those of the supplier where they are among the ones to keep."""
    return np.where(np.isin(theirs, list(keep)), theirs, classes).astype(np.uint8)


def _roofs(
    grid: Grid, buildings: geopandas.GeoDataFrame, settings: Settings
) -> NDArray[np.float32]:
    """Return the height of the roof in each cell, minus infinity beside buildings."""
    level = np.full(grid.shape, -np.inf, np.float32)
    heights = buildings["roof_p90_m"].to_numpy(dtype=np.float64) if len(buildings) else ()
    shapes = [
        (shape, height)
        for shape, height in zip(buildings.geometry.buffer(settings.eaves_m), heights, strict=True)
        if np.isfinite(height)
    ]
    if shapes:
        features.rasterize(
            sorted(shapes, key=lambda one: one[1]), out=level, transform=grid.transform
        )
    return level


def _burnt(grid: Grid, shapes: geopandas.GeoSeries) -> Mask:
    real = [one for one in shapes if not shapely.is_empty(one)]
    if not real:
        return np.zeros(grid.shape, dtype=bool)
    burnt = features.rasterize(real, grid.shape, transform=grid.transform, dtype=np.uint8)
    return np.asarray(burnt > 0)


def _bushes(points: Points, settings: Settings) -> Mask:
    """Say which points lie where many pulses over the ground were split."""
    if points.number_of_returns is None:
        return np.zeros(len(points), dtype=bool)
    x, y = points.east(), points.north()
    box = Extent(float(x.min()), float(y.min()), float(x.max()) + 1, float(y.max()) + 1)
    grid = Grid(box, settings.around_m)
    several = points.number_of_returns > 1
    standing = points.classification == UNCLASSIFIED
    split = _around(grid.counts(x, y, standing & several))
    every = _around(grid.counts(x, y, standing))
    dense = split >= settings.split_share * np.maximum(every, 1)
    return np.asarray(dense[grid.cells(x, y)])


def _around(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return sums over squares of three cells a side."""
    wide = np.pad(counts, 1)
    lines = wide[:-2] + wide[1:-1] + wide[2:]
    return np.asarray(lines[:, :-2] + lines[:, 1:-1] + lines[:, 2:])
