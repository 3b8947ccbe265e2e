"""What years do to a scene: growth, felling, building, earthworks."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import pandas as pd
import shapely

from processing.scene.content import CELL_M, Cover, Scene, frame
from processing.scene.planting import tree
from sip.crs import Extent

STOREY_M = 3.0


@dataclasses.dataclass(frozen=True)
class Changes:
    """What has changed, exactly."""

    felled: geopandas.GeoDataFrame
    """Trees that are gone, as they stood."""
    planted: geopandas.GeoDataFrame
    """Trees that are new."""
    grown: geopandas.GeoDataFrame
    """Points of trees that stand in both years: tree_id, grown_m."""
    gone: geopandas.GeoDataFrame
    """Buildings pulled down."""
    built: geopandas.GeoDataFrame
    """Buildings that are new."""
    raised: geopandas.GeoDataFrame
    """Buildings with a storey more: building_id, raised_m."""
    earthworks: geopandas.GeoDataFrame
    """Polygons of cut and fill: volume_m3, positive for fill, and depth_m, its largest change."""


def later(scene: Scene, *, years: int = 3, seed: int = 1) -> tuple[Scene, Changes]:
    """Return the scene after some years, and what has changed.

    One tree in twelve is felled, the others grow; one building in ten is pulled down, one in
    ten gets a storey, and as many are new; one hollow is dug and one mound raised on grass.
    """
    rng = np.random.default_rng([seed, scene.year, years])
    buildings, gone, raised = _rebuilt(scene.buildings, rng)
    built = _new_buildings(scene, gone, rng)
    both = [one for one in (buildings, built) if len(one)]
    houses = geopandas.GeoDataFrame(pd.concat(both, ignore_index=True)) if both else buildings
    ground, earthworks = _earthworks(scene, houses, rng)
    trees, felled, grown = _grown(scene.trees, built, earthworks, years, rng)
    planted = _planted(scene, houses, trees, rng)
    both = [one for one in (trees, planted) if len(one)]
    stand = geopandas.GeoDataFrame(pd.concat(both, ignore_index=True)) if both else trees
    free = ~shapely.intersects(scene.shrubs.geometry, shapely.union_all(built.buffer(1.0)))
    made = dataclasses.replace(
        scene,
        year=scene.year + years,
        ground_m=ground,
        buildings=houses,
        trees=stand,
        shrubs=scene.shrubs[free.to_numpy()].reset_index(drop=True),
        cars=scene.cars[rng.random(len(scene.cars)) < 0.4].reset_index(drop=True),
    )
    return made, Changes(felled, planted, grown, gone, built, raised, earthworks)


def _rebuilt(
    buildings: geopandas.GeoDataFrame, rng: np.random.Generator
) -> tuple[geopandas.GeoDataFrame, geopandas.GeoDataFrame, geopandas.GeoDataFrame]:
    """Return the buildings that stand, those pulled down, and those raised."""
    order, share = rng.permutation(len(buildings)), round(len(buildings) / 10)
    gone = np.isin(np.arange(len(buildings)), order[:share])
    higher = np.isin(np.arange(len(buildings)), order[share : 2 * share])
    stands = buildings.copy()
    stands.loc[higher, ["eaves_m", "ridge_m"]] += STOREY_M
    raised = buildings[higher][["building_id", "geometry"]].assign(raised_m=STOREY_M)
    return (
        stands[~gone].reset_index(drop=True),
        buildings[gone].reset_index(drop=True),
        raised.reset_index(drop=True),
    )


def _new_buildings(
    scene: Scene, gone: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Build on free grass as many houses as were pulled down."""
    rows: list[tuple[object, ...]] = []
    blocked = shapely.union_all(scene.buildings.buffer(4.0))
    for _ in range(400):
        if len(rows) == len(gone):
            break
        shape = _spot(scene, rng, rng.uniform(9, 18), rng.uniform(8, 11))
        if shape is None or shape.intersects(blocked):
            continue
        ground = scene.ground_around(shape)
        eaves, rise = ground + rng.uniform(3, 7), rng.uniform(1.5, 4)
        rows.append((f"N{len(rows) + 1:03d}", "gable", ground, eaves, eaves + rise, shape))
        blocked = shapely.union(blocked, shape.buffer(4.0))
    return frame("buildings", scene.crs, rows)


def _spot(
    scene: Scene, rng: np.random.Generator, length: float, width: float
) -> shapely.Polygon | None:
    """Return a rectangle somewhere on level grass, or nothing if there is none at the first try."""
    extent: Extent = scene.extent
    x = rng.uniform(extent.west + length, extent.east - length)
    y = rng.uniform(extent.south + length, extent.north - length)
    col, row = int((x - scene.west) / CELL_M), int((scene.north - y) / CELL_M)
    reach = round(length / 2 / CELL_M) + 4
    window = slice(row - reach, row + reach), slice(col - reach, col + reach)
    if (scene.cover[window] != Cover.GRASS).any() or np.ptp(scene.ground_m[window]) > 1.2:
        return None
    turned = shapely.box(x - length / 2, y - width / 2, x + length / 2, y + width / 2)
    return shapely.affinity.rotate(turned, rng.uniform(0, 90))


def _earthworks(
    scene: Scene, houses: geopandas.GeoDataFrame, rng: np.random.Generator
) -> tuple[np.ndarray, geopandas.GeoDataFrame]:
    """Dig one hollow and raise one mound, both round and a metre high."""
    ground, rows = scene.ground_m.copy(), []
    x, y = scene.centres()
    blocked = shapely.union_all([*houses.buffer(2.0), *scene.culverts.buffer(6.0)])
    for depth in (-1.0, 1.0):
        for _ in range(400):
            shape = _spot(scene, rng, 16.0, 16.0)
            if shape is not None and not shape.intersects(blocked):
                break
        else:
            continue
        middle = shape.centroid
        raised = depth * np.clip(1 - (np.hypot(x - middle.x, y - middle.y) / 8.0) ** 2, 0, None)
        ground += raised
        blocked = shapely.union(blocked, shape.buffer(8.0))
        rows.append((float(raised.sum() * CELL_M**2), depth, middle.buffer(8.0)))
    columns = [[row[place] for row in rows] for place in range(3)]
    table = {"volume_m3": columns[0], "depth_m": columns[1], "geometry": columns[2]}
    return ground, geopandas.GeoDataFrame(table, geometry="geometry", crs=scene.crs)


def _grown(
    trees: geopandas.GeoDataFrame,
    built: geopandas.GeoDataFrame,
    earthworks: geopandas.GeoDataFrame,
    years: int,
    rng: np.random.Generator,
) -> tuple[geopandas.GeoDataFrame, geopandas.GeoDataFrame, geopandas.GeoDataFrame]:
    """Return the trees that stand, taller; those felled; and by how much the others grew."""
    cleared = shapely.union_all([*built.buffer(3.0), *earthworks.buffer(1.0)])
    gone = (rng.random(len(trees)) < 1 / 12) | trees.intersects(cleared).to_numpy()
    grown = years * rng.uniform(0.1, 0.5, len(trees))
    stands = trees.copy()
    stands["height_m"] += grown
    stands["crown_m"] += 0.4 * grown
    stands["vitality"] = np.clip(stands["vitality"] + rng.normal(-0.03, 0.08, len(trees)), 0.05, 1)
    told = trees[["tree_id", "geometry"]].assign(grown_m=grown)[~gone]
    return (
        stands[~gone].reset_index(drop=True),
        trees[gone].reset_index(drop=True),
        told.reset_index(drop=True),
    )


def _planted(
    scene: Scene,
    houses: geopandas.GeoDataFrame,
    trees: geopandas.GeoDataFrame,
    rng: np.random.Generator,
) -> geopandas.GeoDataFrame:
    """Plant some young trees on grass, clear of all others."""
    rows: list[tuple[object, ...]] = []
    blocked = shapely.union_all([*houses.buffer(3.0), *trees.buffer(trees["crown_m"] / 2 + 2)])
    for _ in range(300):
        shape = _spot(scene, rng, 4.0, 4.0)
        if shape is None or shape.centroid.intersects(blocked) or len(rows) == 12:
            continue
        one = tree("Tilia cordata", float(rng.uniform(4, 7)), 6.0, shape.centroid, rng)
        rows.append((f"Y{len(rows) + 1:04d}", *one[1:]))
        blocked = shapely.union(blocked, shape.buffer(4.0))
    return frame("trees", scene.crs, rows)
