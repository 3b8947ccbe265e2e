"""A terrain model of the middle of the city, with river beds and banks."""

from __future__ import annotations

import numpy as np
import shapely
from rasterio import features
from rasterio.transform import from_origin
from scipy import ndimage

from geodata.world import EPSG, World
from geodata.world.area import CENTRE
from geodata.world.relief import Floats
from processing.raster import Raster

CELL_M = 2.0
SIDE_M = 4000.0
"""At full size."""
COARSER = 8
"""Smooth parts are computed on cells so many times wider."""


def paint(world: World, rng: np.random.Generator) -> dict[str, Raster]:
    """Return the terrain model."""
    return {"dtm.tif": _model(world, rng)}


def _model(world: World, rng: np.random.Generator) -> Raster:
    """Interpolate the relief, roughen it, dig the rivers, level the lakes, raise the roads."""
    count = int(SIDE_M * min(1.0, np.sqrt(world.scale)) / CELL_M) // COARSER * COARSER
    west, north = CENTRE[0] - count * CELL_M / 2, CENTRE[1] + count * CELL_M / 2
    transform = from_origin(west, north, CELL_M, CELL_M)
    steps = COARSER * CELL_M * (np.arange(count // COARSER) + 0.5)
    smooth = world.relief.at(*np.meshgrid(west + steps, north - steps))
    smooth += 1.6 * _waves(rng, smooth.shape, 9.0) + 0.4 * _waves(rng, smooth.shape, 2.0)
    heights = ndimage.zoom(smooth, COARSER, order=1, mode="nearest", grid_mode=True)
    heights += 0.05 * rng.standard_normal(heights.shape)

    def near(shapes: list[shapely.Geometry], reach_m: float) -> Floats:
        """Return 1 on the shapes, falling to 0 in the distance."""
        if not shapes:
            return np.zeros(heights.shape)
        mask = features.rasterize(shapes, heights.shape, transform=transform, all_touched=True)
        blurred = ndimage.gaussian_filter(mask.astype(np.float32), reach_m / CELL_M / 2)
        return np.asarray(blurred / max(float(blurred.max()), 1e-9), dtype=np.float64)

    heights -= 2.2 * near(list(world.rivers.geometry), 9.0)
    wide = world.roads[world.roads["road_class"].isin(["S", "GP", "G", "Z"])]
    heights += 0.6 * near(list(wide.geometry), 7.0)
    for lake in world.lakes.geometry:
        inside = features.rasterize([lake], heights.shape, transform=transform) > 0
        if inside.any():
            heights[inside] = heights[inside].min()
    return Raster(heights.astype(np.float32)[None], transform, EPSG)


def _waves(rng: np.random.Generator, shape: tuple[int, ...], width_cells: float) -> Floats:
    raw = ndimage.gaussian_filter(rng.standard_normal(shape), width_cells, mode="wrap")
    return np.asarray(raw / raw.std())
