"""A terrain model of the middle of the city, with river beds and banks, and its shading."""

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
from processing.terrain import hillshade

CELL_M = 2.0
SIDE_M = 4000.0
"""At full size."""


def paint(world: World, rng: np.random.Generator) -> dict[str, Raster]:
    """Return the terrain model and its hillshade."""
    dtm = _model(world, rng)
    return {"dtm.tif": dtm, "hillshade.tif": hillshade(dtm)}


def _model(world: World, rng: np.random.Generator) -> Raster:
    """Interpolate the relief, roughen it, dig the rivers, level the lakes, raise the roads."""
    count = int(SIDE_M * min(1.0, np.sqrt(world.scale)) / CELL_M)
    west, north = CENTRE[0] - count * CELL_M / 2, CENTRE[1] + count * CELL_M / 2
    transform = from_origin(west, north, CELL_M, CELL_M)
    x = west + CELL_M * (np.arange(count) + 0.5)
    y = north - CELL_M * (np.arange(count) + 0.5)
    heights = world.relief.at(*np.meshgrid(x, y))
    for wave, rise_m in ((60, 0.5), (12, 0.12)):
        heights += rise_m * _waves(rng, count, wave)

    def near(shapes: list[shapely.Geometry], reach_m: float) -> Floats:
        if not shapes:
            return np.zeros((count, count))
        mask = features.rasterize(shapes, (count, count), transform=transform, all_touched=True)
        gap_m = ndimage.distance_transform_edt(mask == 0) * CELL_M
        return np.asarray(np.exp(-((gap_m / reach_m) ** 2)))

    heights -= 2.2 * near(list(world.rivers.geometry), 9.0)
    wide = world.roads[world.roads["road_class"].isin(["S", "GP", "G", "Z"])]
    heights += 0.6 * near(list(wide.geometry), 7.0)
    for lake in world.lakes.geometry:
        inside = features.rasterize([lake], (count, count), transform=transform) > 0
        if inside.any():
            heights[inside] = heights[inside].min()
    return Raster(heights.astype(np.float32)[None], transform, EPSG)


def _waves(rng: np.random.Generator, count: int, wave: float) -> Floats:
    raw = ndimage.gaussian_filter(rng.standard_normal((count, count)), wave / 4, mode="wrap")
    return np.asarray(raw / raw.std())
