"""Two flights over a corner of the city, three years apart: points and pictures.

The later year differs by what years do: trees felled and grown, houses built and pulled down, a
hollow dug and a mound raised, street lights put up. The registers hold the state of the earlier
one. The later flight is dense enough for poles beside the roads.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import shapely

from geodata.world import World
from processing.raster import Raster, read_raster, write_cog
from processing.scene import Scene, fitted, later, photograph, scan
from processing.scene.content import frame
from processing.scene.files import write_laz
from sip.crs import Extent

DENSITY = {2021: 6.0, 2024: 13.0}
"""Pulses per square metre, by year."""
YEARS = tuple(DENSITY)
ROADS = "roads.parquet"
"""Carriageways, beside the points of a flight that is dense enough for what stands beside them."""
SIDE_M, LEAST_M = 400.0, 120.0
"""At full size, and at any."""
_LAMPS_APART_M, _LAMP_M, _BESIDE_M = 30.0, 8.0, 0.9
_MOST_LAMPS = 8
"""That the later flight sees first."""
_LOST_PER_DEGREE = 0.28
"""Of a tree's vigour, by degree of Roloff."""


def fly(world: World, layers: Path, data: Path) -> None:
    """Write points and a picture of each year.

    Args:
        world: The land.
        layers: Folder with `building.parquet`, `tree.parquet` and `road_equipment.parquet`.
        data: Folder with `dtm.tif`; `flight_<year>/points.laz` and `picture.tif` are written, and
            `roads.parquet` where there are roads and the flight is dense.
    """
    ground = read_raster(data / "dtm.tif")
    buildings = geopandas.read_parquet(layers / "building.parquet")
    trees = _described(geopandas.read_parquet(layers / "tree.parquet"))
    extent = _place(ground, trees, buildings, max(LEAST_M, SIDE_M * min(1.0, world.scale**0.5)))
    roads = world.roads.cx[extent.west : extent.east, extent.south : extent.north]
    paved = roads.assign(geometry=roads.buffer(roads["width_m"] / 2))
    before = fitted(
        ground, extent, year=YEARS[0], buildings=buildings[["building_id", "height_m", "geometry"]],
        trees=trees, roads=paved if len(roads) else None,
        poles=_lamps(geopandas.read_parquet(layers / "road_equipment.parquet"), extent),
    )  # fmt: skip
    after, _changes = later(before, years=YEARS[1] - YEARS[0], seed=world.seed)
    after = _lit(after, roads)
    for year, scene in zip(YEARS, (before, after), strict=True):
        folder = data / f"flight_{year}"
        folder.mkdir(parents=True, exist_ok=True)
        write_laz(scan(scene, density=DENSITY[year], seed=world.seed + year), folder / "points.laz")
        write_cog(photograph(scene, seed=world.seed + year), folder / "picture.tif")
        if DENSITY[year] > 12 and len(roads):
            paved[["geometry"]].to_parquet(folder / ROADS)


def _lamps(equipment: geopandas.GeoDataFrame, extent: Extent) -> geopandas.GeoDataFrame:
    """Return the street lights of the register within an extent as poles of a scene."""
    lamps = equipment[equipment["kind"] == "latarnia"]
    here = lamps.cx[extent.west : extent.east, extent.south : extent.north]
    rows = zip(here["equipment_no"], here["height_m"], here.geometry, strict=True)
    crs = int(equipment.crs.to_epsg())
    return frame("poles", crs, [(name, "lamp", height, spot) for name, height, spot in rows])


def _lit(scene: Scene, roads: geopandas.GeoDataFrame) -> Scene:
    """Return the scene with street lights where the longest roads have none."""
    taken = [*scene.poles.buffer(_LAMPS_APART_M / 2), *scene.buildings.buffer(1.0),
             *scene.trees.buffer(scene.trees["crown_m"] / 2 + 1.5)]  # fmt: skip
    blocked, inside = shapely.union_all(taken), shapely.box(*_bounds(scene)).buffer(-5.0)
    rows: list[tuple[object, ...]] = []
    longest = roads.clip(inside, keep_geom_type=True).explode()
    longest = longest.loc[longest.length.sort_values(ascending=False, kind="stable").index]
    for line, width in zip(longest.geometry, longest["width_m"], strict=True):
        edge = shapely.offset_curve(line, width / 2 + _BESIDE_M)
        for at in np.arange(_LAMPS_APART_M / 2, edge.length, _LAMPS_APART_M):
            spot = edge.interpolate(at)
            if len(rows) < _MOST_LAMPS and not spot.intersects(blocked):
                rows.append((f"L{len(rows) + 1:03d}", "lamp", _LAMP_M, spot))
    both = [one for one in (scene.poles, frame("poles", scene.crs, rows)) if len(one)]
    if not both:
        return scene
    return dataclasses.replace(
        scene, poles=geopandas.GeoDataFrame(pd.concat(both, ignore_index=True))
    )


def _bounds(scene: Scene) -> tuple[float, float, float, float]:
    e = scene.extent
    return e.west, e.south, e.east, e.north


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
