"""An invented quarter of a town: streets with kerbs, houses, a river, a cliff, parks."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import shapely
from scipy import ndimage
from shapely.geometry.base import BaseGeometry

from processing.scene.content import CELL_M, KINDS, Cover, Floats, Scene, empty, frame
from processing.scene.planting import plant

EPSG = 2180
WEST, SOUTH = 505_000.0, 245_000.0
KERB_M = 0.12
ROAD_M, PAVEMENT_M = 7.0, 2.0
ROOFS = ("gable", "hip", "flat", "pent")
STREET_SPECIES = ("Tilia cordata", "Acer platanoides", "Betula pendula", "Quercus robur")


def town(seed: int = 1, *, side_m: float = 300.0, year: int = 2021) -> Scene:
    """Invent a quarter of a town.

    It has a street from south to north at half of its width and one from west to east at 0.6 of
    its height, a river at 0.2 with a bridge, a ditch at 0.86 with a culvert, a cliff of 6 m in the
    north-east, a hollow in the west, a wood in the north-west.

    Args:
        seed: The same seed invents the same town.
        side_m: Width and height, at least 200.
        year: Of the flight.
    """
    rng = np.random.default_rng([seed, 1])
    count = round(side_m / CELL_M)
    scene = empty(EPSG, year, WEST, SOUTH + count * CELL_M, _hills(count, rng))
    scene = _terraced(scene)
    scene = _drained(scene)
    scene = _paved(scene)
    scene = dataclasses.replace(scene, buildings=_houses(scene, rng))
    scene = dataclasses.replace(scene, cars=_cars(scene, rng), poles=_poles(scene))
    return dataclasses.replace(scene, trees=_trees(scene, rng), shrubs=_shrubs(scene, rng))


def _shares(scene: Scene) -> tuple[Floats, Floats]:
    """Return x and y of the cells in metres from the south-western corner."""
    x, y = scene.centres()
    return x - scene.west, y - scene.extent.south


def _hills(count: int, rng: np.random.Generator) -> Floats:
    """Return gentle hills that fall to the west."""
    coarse = rng.standard_normal((count // 8 + 1, count // 8 + 1))
    waves = ndimage.gaussian_filter(coarse, 40 / (8 * CELL_M), mode="reflect")
    smooth = ndimage.zoom(waves / waves.std(), 8, order=1)[:count, :count]
    east = np.arange(count) * CELL_M
    return np.asarray(250 + 0.8 * smooth + 0.015 * east[None, :])


def _terraced(scene: Scene) -> Scene:
    """Raise the north-east behind a cliff of 6 m, and dig a hollow of 0.8 m in the west."""
    x, y = _shares(scene)
    side = x.max()
    edge = 0.78 * side + 6 * np.sin(y / 17) - (y - 0.66 * side) * 0.25
    rise = np.clip((x - edge) / 0.8, 0, 1) * np.clip((y - 0.66 * side) / 25, 0, 1)
    apart = np.hypot(x - 0.2 * side, y - 0.42 * side)
    hollow = np.clip(1 - (apart / 13) ** 2, 0, None)
    return dataclasses.replace(scene, ground_m=scene.ground_m + 6 * rise - 0.8 * hollow)


def _drained(scene: Scene) -> Scene:
    """Dig a river with water in it, and a dry ditch that the street's bank shuts."""
    x, y = _shares(scene)
    side = x.max()
    middle = 0.2 * side + 7 * np.sin(x / 31)
    apart = np.abs(y - middle)
    level = 247.6 + 0.015 * x
    bed = np.minimum(scene.ground_m, level - 0.8 + 0.5 * np.clip(apart - 4, 0, None))
    wet = bed < level
    off = np.abs(y - 0.86 * side)
    ditch = np.where(np.abs(x - 0.5 * side) > 7.5, 1.3 * np.clip(1 - (off / 2.5) ** 2, 0, None), 0)
    line = shapely.LineString(
        [(scene.west + 0.5 * side + dx, scene.extent.south + 0.86 * side) for dx in (8.5, -8.5)]
    )
    return dataclasses.replace(
        scene,
        ground_m=bed - ditch * (x < 0.74 * side),
        water_m=np.where(wet, level, np.nan),
        cover=np.where(wet, Cover.WATER, scene.cover).astype(np.uint8),
        water=frame("water", EPSG, [(_outline(scene, middle[0], 5.6),)]),
        culverts=frame("culverts", EPSG, [(line,)]),
    )


def _outline(scene: Scene, middle: Floats, half_m: float) -> shapely.Polygon:
    """Return the strip of a half width around a line of the grid's columns."""
    x = scene.west + CELL_M * (np.arange(len(middle)) + 0.5)
    line = np.column_stack([x, scene.extent.south + middle])[::8]
    off = np.array([0, half_m])
    return shapely.Polygon(np.vstack([line + off, line[::-1] - off]))


def _streets(scene: Scene) -> list[shapely.LineString]:
    west, south, east, north = dataclasses.astuple(scene.extent)
    x, y = (west + east) / 2, south + 0.6 * (north - south)
    return [
        shapely.LineString([(x, south), (x, north)]),
        shapely.LineString([(west, y), (east, y)]),
    ]


def _paved(scene: Scene) -> Scene:
    """Lay streets with kerbs and pavements, and bridge the river."""
    streets = shapely.union_all(_streets(scene))
    road = streets.buffer(ROAD_M / 2, cap_style="flat", join_style="mitre")
    walk = streets.buffer(ROAD_M / 2 + PAVEMENT_M, cap_style="flat", join_style="mitre")
    x, y = scene.centres()
    on_road, on_walk = shapely.contains_xy(road, x, y), shapely.contains_xy(walk, x, y)
    deck = _deck(scene)
    over = shapely.contains_xy(deck, x, y)
    ground = np.where(on_road & ~over, scene.ground_m - KERB_M, scene.ground_m)
    cover = scene.cover.copy()
    cover[on_walk & ~over], cover[on_road & ~over] = Cover.PAVEMENT, Cover.ROAD
    ends = shapely.get_coordinates(deck.centroid)[0][0], deck.bounds[1] - 1, deck.bounds[3] + 1
    spots = np.array([shapely.Point(ends[0], one) for one in ends[1:]], dtype=object)
    height = float(np.mean(scene.ground_at(spots)))
    edge = shapely.difference(
        road.boundary, shapely.union(deck, shapely.box(*dataclasses.astuple(scene.extent)).boundary)
    )
    lines = [(KERB_M, one) for one in shapely.get_parts(shapely.line_merge(edge))]
    return dataclasses.replace(
        scene,
        ground_m=ground,
        cover=cover,
        bridges=frame("bridges", EPSG, [(height, deck)]),
        kerbs=frame("kerbs", EPSG, list(lines)),
    )


def _deck(scene: Scene) -> shapely.Polygon:
    """Return the bridge of the street from south to north."""
    street, river = _streets(scene)[0], scene.water.geometry.iloc[0]
    y = shapely.intersection(street, river).bounds
    x, half = street.coords[0][0], ROAD_M / 2 + PAVEMENT_M
    return shapely.box(x - half, y[1] - 5.0, x + half, y[3] + 5.0)


def _houses(scene: Scene, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Put houses along the streets, sheds behind, and a hall in the south-east."""
    west, south, east, north = dataclasses.astuple(scene.extent)
    side = east - west
    blocked = shapely.union_all(
        [*(one.buffer(9.0) for one in _streets(scene)), *scene.water.buffer(9.0),
         *scene.culverts.buffer(4.0), shapely.box(west, south + 0.62 * side, west + 0.33 * side,
         north), shapely.Point(west + 0.2 * side, south + 0.42 * side).buffer(16)]
    )  # fmt: skip
    rows: list[tuple[object, ...]] = []
    taken: list[BaseGeometry] = []
    for _ in range(round(900 * (side / 300) ** 2)):
        x, y = west + rng.uniform(15, side - 15), south + rng.uniform(15, side - 15)
        large = len(rows) == 0
        length = 42.0 if large else rng.uniform(8, 26)
        width = 26.0 if large else rng.uniform(7, min(length, 13))
        shape = _plan(x, y, length, width, rng, corner=rng.random() < 0.2 and not large)
        near = any(shape.distance(one) < 3.0 for one in taken)
        if near or shape.intersects(blocked) or not _within(shape, scene):
            continue
        corners = [shapely.Point(one) for one in shapely.get_coordinates(shape)]
        ground = scene.ground_at(np.array(corners))
        if np.ptp(ground) > 1.6:
            continue
        angled = shape.area < shape.minimum_rotated_rectangle.area * 0.95
        roof = "flat" if large or angled or length > 20 else str(rng.choice(ROOFS))
        eaves = float(np.mean(ground)) + (9.0 if large else rng.choice([2.9, 5.6, 8.4, 11.2]))
        rise = 0.0 if roof == "flat" else width * rng.uniform(0.2, 0.45)
        taken.append(shape)
        number = f"B{len(rows) + 1:03d}"
        rows.append((number, roof, float(np.mean(ground)), eaves, eaves + rise, shape))
        if len(rows) >= round(34 * (side / 300) ** 2):
            break
    return frame("buildings", EPSG, rows)


def _plan(
    x: float, y: float, length: float, width: float, rng: np.random.Generator, *, corner: bool
) -> BaseGeometry:
    """Return a rectangle, or one with a corner cut out, turned by a few degrees."""
    half, side = length / 2, width / 2
    shape: BaseGeometry = shapely.box(x - half, y - side, x + half, y + side)
    if corner:
        shape = shape.difference(shapely.box(x, y, x + length / 2, y + width / 2))
    turn = rng.normal(0, 6) + (90 if rng.random() < 0.4 else 0)
    return shapely.affinity.rotate(shape, turn)


def _within(shape: BaseGeometry, scene: Scene) -> bool:
    return bool(shapely.box(*dataclasses.astuple(scene.extent)).buffer(-2).contains(shape))


def _cars(scene: Scene, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Park cars at the kerbs."""
    rows: list[tuple[object, ...]] = []
    for street in _streets(scene):
        for at in np.arange(12, street.length - 12, 6.5):
            left = rng.choice([-1.0, 1.0])
            spot = street.interpolate(at)
            ahead = street.interpolate(at + 1)
            along = np.array([ahead.x - spot.x, ahead.y - spot.y])
            centre = np.array([spot.x, spot.y]) + left * 2.4 * np.array([-along[1], along[0]])
            size = 2.2 * np.abs(along) + 0.9 * np.abs(along[::-1])
            car = shapely.box(*(centre - size), *(centre + size))
            if rng.random() < 0.3 and not scene.bridges.buffer(2).intersects(car).any():
                rows.append((float(rng.uniform(1.4, 1.9)), car))
    return frame("cars", EPSG, rows)


def _poles(scene: Scene) -> geopandas.GeoDataFrame:
    """Light the streets every 28 m and put signs between."""
    rows: list[tuple[object, ...]] = []
    for street in _streets(scene):
        for place, at in enumerate(np.arange(9, street.length - 5, 14.0)):
            lamp = place % 2 == 0
            off = ROAD_M / 2 + (0.7 if lamp else 0.5)
            one = shapely.offset_curve(street, off if place % 4 < 2 else -off).interpolate(at)
            if scene.bridges.buffer(1).intersects(one).any():
                continue
            kind, height = ("lamp", 8.0) if lamp else ("sign", 2.8)
            rows.append((f"P{len(rows) + 1:03d}", kind, height, one))
    return frame("poles", EPSG, rows)


def _trees(scene: Scene, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Plant rows along the streets, gardens, and a wood in the north-west."""
    west, south, east, north = dataclasses.astuple(scene.extent)
    side = east - west
    wood = shapely.box(west + 3, south + 0.64 * side, west + 0.32 * side, north - 3)
    rows = [
        shapely.offset_curve(street, off).interpolate(at)
        for street in _streets(scene)
        for off in (6.6, -6.6)
        for at in np.arange(5, street.length - 5, 11.0)
    ]
    inside = rng.uniform((west + 3, south + 3), (east - 3, north - 3), (round(side * 2.2), 2))
    gardens = [shapely.Point(one) for one in inside]
    within = rng.uniform(wood.bounds[:2], wood.bounds[2:], (700, 2))
    stems = [shapely.Point(one) for one in within]
    obstacles = shapely.union_all(
        [*scene.buildings.buffer(2.2), *scene.poles.buffer(2.0), *scene.water.buffer(0.5),
         *scene.culverts.buffer(3.0), *scene.bridges.buffer(3.0),
         *(one.buffer(ROAD_M / 2 + 0.8) for one in _streets(scene))]
    )  # fmt: skip
    street = plant(rows, STREET_SPECIES, (6, 17), 5.0, obstacles, rng)
    garden = plant(gardens, tuple(KINDS), (3, 19), 5.5, obstacles, rng, beside=street)
    wooded = ("Picea abies", "Pinus sylvestris", "Fagus sylvatica", "Betula pendula")
    woods = plant(stems, wooded, (9, 27), 3.0, obstacles, rng, beside=[*street, *garden])
    made = [(f"T{n + 1:04d}", *one[1:]) for n, one in enumerate([*street, *garden, *woods])]
    return frame("trees", EPSG, made)


def _shrubs(scene: Scene, rng: np.random.Generator) -> geopandas.GeoDataFrame:
    """Let hedges and bushes grow where nothing else is."""
    west, south, east, north = dataclasses.astuple(scene.extent)
    wished = rng.uniform((west, south), (east, north), (round(1.2 * (east - west)), 2))
    spots = np.array([shapely.Point(one) for one in wished])
    blocked = shapely.union_all([*scene.buildings.buffer(1.0), *scene.water.buffer(0.5)])
    streets = shapely.union_all(_streets(scene)).buffer(6.0)
    free = ~shapely.intersects(spots, blocked) & ~shapely.intersects(spots, streets)
    rows = [(rng.uniform(0.5, 2.2), rng.uniform(0.8, 2.5), one) for one in spots[free]]
    return frame("shrubs", EPSG, rows)
