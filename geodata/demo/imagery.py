"""Orthophotos of the middle of the city, painted from the land: two years, one with infrared."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray
from rasterio import features
from rasterio.transform import Affine, from_origin
from scipy import ndimage

from geodata.world import EPSG, World
from geodata.world.area import CENTRE
from processing.ortho import ndvi
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
MIXED_USES = ("home", "cottage", "farm", "flats", "green", "meadow")
"""Uses with trees and bushes on them."""


@dataclasses.dataclass
class _Picture:
    """Four bands that are being painted."""

    bands: NDArray[np.float32]
    transform: Affine

    def paint(self, shapes: list[object], colours: NDArray[np.float64]) -> None:
        """Fill each shape with its colour, later ones over earlier ones."""
        if not shapes:
            return
        numbered = zip(shapes, range(1, len(shapes) + 1), strict=True)
        size = self.bands.shape[1:]
        drawn = features.rasterize(numbered, size, transform=self.transform, dtype="int32")
        inked = drawn > 0
        self.bands[:, inked] = colours[drawn[inked] - 1].T


def paint(world: World, rng: np.random.Generator) -> dict[str, Raster]:
    """Return the pictures by file name, the infrared of the last year and its vegetation index."""
    made: dict[str, Raster] = {}
    texture = rng.standard_normal((2, _count(world), _count(world))).astype(np.float32)
    for year in YEARS:
        picture = _picture(world, year, texture, rng)
        bands = np.clip(picture.bands, 1, 255).astype(np.uint8)
        made[f"orthophoto_{year}.tif"] = Raster(bands[:3], picture.transform, EPSG)
    infrared = Raster(bands[3:], picture.transform, EPSG)
    made[f"orthophoto_{year}_nir.tif"] = infrared
    made[f"ndvi_{year}.tif"] = ndvi(_halved(made[f"orthophoto_{year}.tif"]), _halved(infrared))
    return made


def _count(world: World) -> int:
    return int(SIDE_M * min(1.0, np.sqrt(world.scale)) / CELL_M) // 2 * 2


def _picture(
    world: World, year: int, texture: NDArray[np.float32], rng: np.random.Generator
) -> _Picture:
    """Paint land, rivers, roads, shadows and roofs as they stood in a year, then roughen it."""
    count = texture.shape[1]
    half = count * CELL_M / 2
    transform = from_origin(CENTRE[0] - half, CENTRE[1] + half, CELL_M, CELL_M)
    picture = _Picture(np.zeros((4, count, count), dtype=np.float32), transform)
    seen = slice(CENTRE[0] - half, CENTRE[0] + half), slice(CENTRE[1] - half, CENTRE[1] + half)
    land = world.parcels.cx[seen]
    colours = np.array([COLOURS[use] for use in land["use"]])
    picture.paint(list(land.geometry), colours * rng.normal(1, 0.06, (len(land), 1)))
    mixed = land[land["use"].isin(MIXED_USES)]
    _vegetation(picture, list(mixed.geometry), texture[0])
    rivers = world.rivers.cx[seen]
    beds = list(rivers.buffer(rivers["width_m"] / 2 + 1))
    picture.paint(beds, np.tile(RIVER, (len(beds), 1)))
    roads = world.roads.cx[seen]
    paved = list(roads.buffer(roads["width_m"] / 2, quad_segs=2))
    picture.paint(paved, np.tile(PAVED, (len(paved), 1)) * rng.normal(1, 0.05, (len(paved), 1)))
    houses = world.buildings.cx[seen]
    houses = houses[houses["built_year"] <= year]
    for east in (0.25, 0.5):
        shadow = houses.translate(east * houses["height_m"].median(), east * 4)
        picture.paint(list(shadow), np.tile((58, 62, 66, 40), (len(shadow), 1)))
    roofs = np.array(ROOFS)[houses.index.to_numpy() % len(ROOFS)]
    picture.paint(list(houses.geometry), roofs * rng.normal(1, 0.08, (len(houses), 1)))
    picture.bands *= 1 + 0.06 * texture[1] + rng.normal(0, 0.01)
    return picture


def _vegetation(picture: _Picture, ground: list[object], texture: NDArray[np.float32]) -> None:
    """Scatter crowns of trees and bushes over gardens and parks."""
    if not ground:
        return
    crowns = ndimage.gaussian_filter(texture, 5.0)
    size = picture.bands.shape[1:]
    inside = features.rasterize(ground, size, transform=picture.transform) > 0
    leafy = inside & (crowns > 1.0 * crowns.std())
    picture.bands[:, leafy] = np.array(COLOURS["forest"])[:, None]


def _halved(raster: Raster) -> Raster:
    """Return the first band with cells of twice the width, each the mean of four."""
    rows, cols = raster.band.shape
    blocks = raster.band.astype(np.float32).reshape(rows // 2, 2, cols // 2, 2)
    return Raster(blocks.mean(axis=(1, 3))[None], raster.transform @ Affine.scale(2), raster.crs)
