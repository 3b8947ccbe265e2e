"""The area divided into square cells."""

from __future__ import annotations

import geopandas
import numpy as np
import shapely

from geodata.world import World
from geodata.world.area import EPSG


def cells(world: World, size_m: float) -> geopandas.GeoDataFrame:
    """Return the squares whose middle lies in the area, on multiples of their size.

    Returns:
        Polygons with `cell_no` (kilometres or metres of the south-west corner) and `x`, `y` of the
        middle.
    """
    whole = shapely.union_all(world.gminas.geometry.to_numpy())
    west, south, east, north = np.asarray(whole.bounds) // size_m
    i, j = np.meshgrid(np.arange(west, east + 1), np.arange(south, north + 1))
    corner = np.column_stack([i.ravel(), j.ravel()]) * size_m
    middle = corner + size_m / 2
    shapely.prepare(whole)
    corner = corner[shapely.contains_xy(whole, middle[:, 0], middle[:, 1])]
    names = [f"E{x:.0f}N{y:.0f}" for x, y in corner]
    x, y = (corner + size_m / 2).T
    shapes = shapely.box(corner[:, 0], corner[:, 1], corner[:, 0] + size_m, corner[:, 1] + size_m)
    return geopandas.GeoDataFrame({"cell_no": names, "x": x, "y": y}, geometry=shapes, crs=EPSG)
