"""Orthophotos of the middle of the city, painted from the land: two years, one with infrared."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features
from rasterio.transform import Affine, from_origin
from scipy import ndimage

from geodata.world import EPSG, World
from geodata.world.area import CENTRE
from processing.raster import Raster

CELL_M = 0.5
SIDE_M = 2000.0
"""At full size."""
YEARS = (2021, 2024)
COLOURS = {
    "home": (112, 128, 84, 150), "cottage": (110, 130, 82, 155), "farm": (124, 126, 92, 140),
    "flats": (104, 124, 84, 150), "service": (138, 136, 126, 120), "industry": (146, 142, 134, 105),
    "green": (84, 122, 66, 185), "field": (158, 146, 98, 140), "meadow": (104, 140, 78, 190),
    "forest": (48, 78, 46, 175), "road": (140, 138, 136, 95), "rail": (120, 110, 102, 90),
    "water": (44, 62, 70, 18),
}  # fmt: skip
"""Red, green, blue and near infrared by use of land."""
ROOFS = ((150, 84, 66, 110), (124, 122, 122, 100), (98, 96, 98, 90), (168, 162, 152, 120))
PAVED = (118, 118, 120, 92)
RIVER = (52, 72, 78, 25)
SHADOW = (58, 62, 66, 40)
SHADED = ("home", "cottage", "farm", "flats", "green", "meadow")
"""Uses with trees and bushes on them."""


def paint(world: World, rng: np.random.Generator) -> dict[str, Raster]:
    """Return the pictures by file name, the last with infrared, too, on cells twice as wide."""
    count = int(SIDE_M * min(1.0, np.sqrt(world.scale)) / CELL_M) // 4 * 4
    corner = CENTRE[0] - count * CELL_M / 2, CENTRE[1] + count * CELL_M / 2
    transform = from_origin(*corner, CELL_M, CELL_M)
    crowns = _crowns(count, rng)
    made: dict[str, Raster] = {}
    for year in YEARS:
        bands = _picture(world, year, transform, crowns, rng)
        made[f"orthophoto_{year}.tif"] = Raster(bands[:3], transform, EPSG)
    made[f"orthophoto_{year}_rgbi.tif"] = _halved(Raster(bands, transform, EPSG))
    return made


def _crowns(count: int, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Return where a tree or bush stands if the ground has any: blots of a few metres."""
    waves = ndimage.gaussian_filter(rng.standard_normal((count // 4, count // 4)), 1.3)
    fine = ndimage.zoom(waves.astype(np.float32), 4, order=1, mode="nearest", grid_mode=True)
    return np.asarray(fine > waves.std())


def _picture(
    world: World,
    year: int,
    transform: Affine,
    crowns: NDArray[np.bool_],
    rng: np.random.Generator,
) -> NDArray[np.uint8]:
    """Paint land, rivers, roads, shadows and roofs as they stood in a year, grainy.

    Returns:
        Red, green, blue, near infrared.
    """
    shapes, colours, leafy = _layers(world, year, transform, crowns.shape[0], rng)
    numbered = zip(shapes, range(1, len(shapes) + 1), strict=True)
    drawn = features.rasterize(numbered, crowns.shape, transform=transform, dtype="int32")
    drawn[np.append(False, leafy)[drawn] & crowns] = len(shapes) + 1
    table = np.vstack([COLOURS["field"], colours, COLOURS["forest"]])
    grain = 1 + 0.06 * rng.standard_normal(crowns.shape, dtype=np.float32)
    bands = np.empty((4, *crowns.shape), dtype=np.uint8)
    for band in range(4):
        light = table[:, band].astype(np.float32)[drawn] * grain
        bands[band] = np.clip(light, 1, 255)
    return bands


def _layers(
    world: World, year: int, transform: Affine, count: int, rng: np.random.Generator
) -> tuple[NDArray[np.object_], NDArray[np.float64], NDArray[np.bool_]]:
    """Return what is seen, from the ground up: shapes, colours, whether trees stand on them."""
    west, north = transform.c, transform.f
    seen = slice(west, west + count * CELL_M), slice(north - count * CELL_M, north)
    land, rivers = world.parcels.cx[seen], world.rivers.cx[seen]
    roads, houses = world.roads.cx[seen], world.buildings.cx[seen]
    houses = houses[houses["built_year"] <= year]
    shadow = houses.translate(2.5, 3.0)
    roofs = np.array(ROOFS)[houses.index.to_numpy() % len(ROOFS)]
    parts = [
        (land.geometry, np.array([COLOURS[use] for use in land["use"]]).reshape(-1, 4)),
        (rivers.buffer(rivers["width_m"] / 2 + 1), np.tile(RIVER, (len(rivers), 1))),
        (roads.buffer(roads["width_m"] / 2, quad_segs=2), np.tile(PAVED, (len(roads), 1))),
        (shadow, np.tile(SHADOW, (len(houses), 1))),
        (houses.geometry, roofs),
    ]
    shapes = np.concatenate([part.to_numpy() for part, _ in parts])
    colours = np.vstack([colour for _, colour in parts])
    leafy = np.zeros(len(shapes), dtype=bool)
    leafy[: len(land)] = land["use"].isin(SHADED)
    real = ~shapely.is_empty(shapes)
    return shapes[real], (colours * rng.normal(1, 0.06, (len(colours), 1)))[real], leafy[real]


def _halved(raster: Raster) -> Raster:
    """Return the picture with cells of twice the width, each the mean of four."""
    count, rows, cols = raster.bands.shape
    blocks = raster.bands.astype(np.float32).reshape(count, rows // 2, 2, cols // 2, 2)
    means = np.rint(blocks.mean(axis=(2, 4))).astype(np.uint8)
    return Raster(means, raster.transform @ Affine.scale(2), raster.crs)
