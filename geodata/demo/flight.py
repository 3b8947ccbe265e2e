"""Two flights over a corner of the city, three years apart: points and pictures.

The later year differs by what years do: trees felled and grown, houses built and pulled down, a
hollow dug and a mound raised. The registers hold the state of the earlier one.
"""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import pandas as pd

from geodata.world import World
from processing.raster import Raster, read_raster, write_cog
from processing.scene import Scene, fitted, later, photograph, scan
from processing.scene.files import write_laz
from sip.crs import Extent

YEARS = (2021, 2024)
SIDE_M, LEAST_M = 400.0, 120.0
"""At full size, and at any."""
DENSITY = 6.0
"""Pulses per square metre."""
_LOST_PER_DEGREE = 0.28
"""Of a tree's vigour, by degree of Roloff."""


def fly(world: World, layers: Path, data: Path) -> None:
    """Write points and a picture of each year.

    Args:
        world: The land.
        layers: Folder with `building.parquet` and `tree.parquet`.
        data: Folder with `dtm.tif`; `flight_<year>/points.laz` and `picture.tif` are written.
    """
    ground = read_raster(data / "dtm.tif")
    buildings = geopandas.read_parquet(layers / "building.parquet")
    trees = _described(geopandas.read_parquet(layers / "tree.parquet"))
    extent = _place(ground, trees, buildings, max(LEAST_M, SIDE_M * min(1.0, world.scale**0.5)))
    roads = world.roads.cx[extent.west : extent.east, extent.south : extent.north]
    before = fitted(
        ground, extent, year=YEARS[0], buildings=buildings[["building_id", "height_m", "geometry"]],
        trees=trees,
        roads=roads.assign(geometry=roads.buffer(roads["width_m"] / 2)) if len(roads) else None,
    )  # fmt: skip
    after, _changes = later(before, years=YEARS[1] - YEARS[0], seed=world.seed)
    for year, scene in zip(YEARS, (before, after), strict=True):
        _write(scene, data / f"flight_{year}", seed=world.seed + year)


def _write(scene: Scene, folder: Path, *, seed: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    write_laz(scan(scene, density=DENSITY, seed=seed), folder / "points.laz")
    write_cog(photograph(scene, seed=seed), folder / "picture.tif")


def _described(trees: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Return the trees as a scene wants them: with a base of the crown and a vigour from 0 to 1."""
    height = trees["height_m"].fillna(8.0).clip(3.0, 45.0).astype(float)
    degree = pd.to_numeric(trees["vitality"], errors="coerce").fillna(0.0)
    return geopandas.GeoDataFrame(
        {
            "tree_id": trees["inventory_no"].astype(str),
            "species": trees["species"],
            "height_m": height,
            "crown_base_m": trees["crown_base_m"].fillna(height * 0.3).clip(0.5, height - 1.5),
            "crown_m": trees["crown_diameter_m"].fillna(height * 0.4).clip(1.5, 18.0).astype(float),
            "vitality": 1 - _LOST_PER_DEGREE * degree,
        },
        geometry=trees.geometry.to_numpy(),
        crs=trees.crs,
    )


def _place(
    ground: Raster,
    trees: geopandas.GeoDataFrame,
    buildings: geopandas.GeoDataFrame,
    side_m: float,
) -> Extent:
    """Return the square on the terrain model where most trees stand among houses."""
    rows, cols = ground.band.shape
    west, north, cell = ground.transform.c, ground.transform.f, ground.cell
    count = max(1, int(min(rows, cols) * cell / side_m))
    edges_x = west + side_m * np.arange(count + 1)
    edges_y = north - side_m * np.arange(count + 1)[::-1]

    def counted(frame: geopandas.GeoDataFrame) -> np.ndarray:
        middle = frame.geometry.centroid
        found, _, _ = np.histogram2d(middle.x, middle.y, bins=(edges_x, edges_y))
        return np.asarray(found)

    liked = counted(trees) * np.minimum(counted(buildings), 20) + counted(buildings) / 100
    col, row = np.unravel_index(int(np.argmax(liked)), liked.shape)
    left, low = edges_x[col], edges_y[row]
    return Extent(left, low, left + side_m, low + side_m)
