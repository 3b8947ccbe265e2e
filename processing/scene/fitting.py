"""Scenes on given ground, houses and trees: a flight over them that agrees with their registers."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import shapely
from rasterio import features
from scipy import ndimage

from processing.raster import Raster
from processing.scene.content import CELL_M, Cover, Scene, empty, frame
from sip.crs import Extent

RISE = 0.32
"""Of a pitched roof over half of its width, as a share of the width."""
KERB_M = 0.12


def fitted(
    ground: Raster,
    extent: Extent,
    *,
    year: int,
    buildings: geopandas.GeoDataFrame,
    trees: geopandas.GeoDataFrame,
    roads: geopandas.GeoDataFrame | None = None,
    water: geopandas.GeoDataFrame | None = None,
    poles: geopandas.GeoDataFrame | None = None,
) -> Scene:
    """Build a scene from what registers hold.

    Args:
        ground: Heights of the terrain in metres, on any cells, in the CRS of all the others.
        extent: What the scene covers, within the ground, corners on multiples of CELL_M.
        year: Of the flight.
        buildings: Polygons with building_id and height_m (of the ridge over the ground).
        trees: Points with tree_id, species, height_m, crown_base_m, crown_m and vitality.
        roads: Polygons of carriageways; they lie a kerb lower.
        water: Polygons; each is level, at its lowest ground.
        poles: Points with pole_id, kind (lamp, sign) and height_m.

    Returns:
        A scene in the CRS of the ground.
    """
    scene = empty(ground.crs, year, extent.west, extent.north, _sampled(ground, extent))
    scene = _laid(scene, roads)
    scene = _flooded(scene, water)
    box = shapely.box(*dataclasses.astuple(extent))
    stands = trees[trees.within(box).to_numpy()].reset_index(drop=True)
    return dataclasses.replace(
        scene,
        buildings=_houses(scene, buildings[buildings.intersects(box).to_numpy()]),
        trees=stands[["tree_id", "species", "height_m", "crown_base_m", "crown_m", "vitality",
                      "geometry"]],
        poles=scene.poles if poles is None else poles[poles.within(box)].reset_index(drop=True),
    )  # fmt: skip


def _sampled(ground: Raster, extent: Extent) -> np.ndarray:
    """Interpolate heights between the middles of cells."""
    rows = round((extent.north - extent.south) / CELL_M)
    cols = round((extent.east - extent.west) / CELL_M)
    x = extent.west + CELL_M * (np.arange(cols) + 0.5)
    y = extent.north - CELL_M * (np.arange(rows) + 0.5)
    col = (x - ground.transform.c) / ground.cell - 0.5
    row = (ground.transform.f - y) / ground.cell - 0.5
    places = np.meshgrid(row, col, indexing="ij")
    return np.asarray(ndimage.map_coordinates(ground.values(), places, order=1, mode="nearest"))


def _mask(scene: Scene, shapes: geopandas.GeoSeries) -> np.ndarray:
    if not len(shapes):
        return np.zeros(scene.ground_m.shape, dtype=bool)
    return np.asarray(
        features.geometry_mask(shapes, scene.ground_m.shape, scene.transform, invert=True)
    )


def _laid(scene: Scene, roads: geopandas.GeoDataFrame | None) -> Scene:
    if roads is None:
        return scene
    on_road = _mask(scene, roads.geometry)
    edges = [(KERB_M, one) for one in shapely.get_parts(shapely.boundary(roads.union_all()))]
    return dataclasses.replace(
        scene,
        ground_m=scene.ground_m - KERB_M * on_road,
        cover=np.where(on_road, Cover.ROAD, scene.cover).astype(np.uint8),
        kerbs=frame("kerbs", scene.crs, list(edges)),
    )


def _flooded(scene: Scene, water: geopandas.GeoDataFrame | None) -> Scene:
    if water is None:
        return scene
    level, ground = scene.water_m.copy(), scene.ground_m.copy()
    for shape in water.geometry:
        wet = _mask(scene, geopandas.GeoSeries([shape]))
        if wet.any():
            level[wet] = ground[wet].min() + 0.3
            ground[wet] = np.minimum(ground[wet], level[wet] - 0.5)
    wet = np.isfinite(level)
    cover = np.where(wet, Cover.WATER, scene.cover).astype(np.uint8)
    shapes = frame("water", scene.crs, [(one,) for one in water.geometry])
    return dataclasses.replace(scene, water_m=level, ground_m=ground, cover=cover, water=shapes)


def _houses(scene: Scene, given: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Put roofs on: pitched on narrow houses, flat on wide ones, by turns of three gables, one hip.

    A pitched roof's ridge is where the register's height says, its eaves lower by RISE.
    """
    rows: list[tuple[object, ...]] = []
    for place, (name, over, shape) in enumerate(
        zip(given["building_id"], given["height_m"], given.geometry, strict=True)
    ):
        ground = scene.ground_around(shape)
        box = shapely.get_coordinates(shapely.oriented_envelope(shape))
        width = float(np.hypot(*(box[1:3] - box[:2]).T).min())
        roof = "flat" if width > 13 or over < 3.5 else ("hip" if place % 4 == 3 else "gable")
        rise = 0.0 if roof == "flat" else min(RISE * width, 0.5 * over)
        rows.append((name, roof, ground, ground + over - rise, ground + over, shape))
    return frame("buildings", scene.crs, rows)
