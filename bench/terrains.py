"""Invented terrains, each of one kind that is hard for filters of ground: `python -m bench.sturdy`.

They follow what is published about the fifteen samples of the ISPRS filter test (Sithole and
Vosselman 2003) and what else cities are built on. Nothing was taken from the samples themselves.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage

from processing.grid import Floats
from processing.scene.content import CELL_M, Scene, empty, frame
from processing.scene.planting import plant

EPSG = 2180
SIDE_M = 200.0
BROADLEAVED = ("Tilia cordata", "Acer platanoides", "Quercus robur")
WOOD = ("Picea abies", "Fagus sylvatica", "Pinus sylvestris")
type Row = tuple[object, ...]


def terrains(seed: int = 1) -> dict[str, Scene]:
    """Return scenes of 200 m by what is hard in them."""
    kinds: dict[str, Callable[[np.random.Generator], Scene]] = {
        "town on a hillside": hillside,
        "courtyards": courtyards,
        "hall of 150 x 80 m": hall,
        "banks, bridge, ramp": crossing,
        "terraces, vineyard": vineyard,
        "quarry": quarry,
        "scrub on a steep slope": scrub,
        "wood on a steep slope": wood,
        "ridge, gully": gully,
        "dams": dams,
    }
    return {
        name: make(np.random.default_rng([seed, place]))
        for place, (name, make) in enumerate(kinds.items())
    }


def _ground(rng: np.random.Generator, rough_m: float = 0.3) -> tuple[Floats, Floats, Floats]:
    """Return x, y (metres from the south-western corner) and rolling ground, one value a cell."""
    count = round(SIDE_M / CELL_M)
    one = (np.arange(count) + 0.5) * CELL_M
    x, y = np.meshgrid(one, one[::-1])
    waves = ndimage.gaussian_filter(rng.standard_normal((count // 8, count // 8)), 5)
    small = ndimage.gaussian_filter(rng.standard_normal((count // 8, count // 8)), 1.5)
    rough = waves / waves.std() + 0.3 * small / small.std()
    return x, y, 300 + rough_m * ndimage.zoom(rough, 8, order=1)


def _scene(ground_m: Floats) -> Scene:
    return empty(EPSG, 2021, 0.0, SIDE_M, ground_m)


def _spots(places: Floats) -> NDArray[np.object_]:
    return np.array([shapely.Point(one) for one in places], dtype=object)


def _house(scene: Scene, x: float, y: float, size: tuple[float, float], high: float,
           turn_deg: float, roof: str) -> Row:  # fmt: skip
    """Return a house whose eaves are `high` over the highest ground at its corners."""
    shape = shapely.affinity.rotate(
        shapely.box(x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2), turn_deg
    )
    corners = scene.ground_at(_spots(shapely.get_coordinates(shape)[:4]))
    eaves = float(np.max(corners)) + high
    rise = 0.0 if roof == "flat" else 0.3 * min(size)
    return ("", roof, float(np.mean(corners)), eaves, eaves + rise, shape)


def _built(scene: Scene, rows: list[Row]) -> Scene:
    return dataclasses.replace(scene, buildings=frame("buildings", EPSG, rows))


def _planted(scene: Scene, rng: np.random.Generator, *, trees: int, shrubs: int,
             species: tuple[str, ...] = BROADLEAVED, high: tuple[float, float] = (4, 16),
             apart_m: float = 4.0) -> Scene:  # fmt: skip
    """Plant trees and shrubs where no house or bridge is."""
    full = shapely.union_all(
        [*scene.buildings.buffer(1.5), *scene.bridges.buffer(2.0), shapely.Point(-99, -99)]
    )
    spots = _spots(rng.uniform(2, SIDE_M - 2, (trees, 2)))
    some = plant(list(spots), species, high, apart_m, full, rng)
    low = _spots(rng.uniform(1, SIDE_M - 1, (shrubs, 2)))
    low = low[~shapely.intersects(full, low)]
    return dataclasses.replace(
        scene,
        trees=frame("trees", EPSG, [(f"T{n}", *one[1:]) for n, one in enumerate(some)]),
        shrubs=frame(
            "shrubs", EPSG, [(rng.uniform(0.5, 2.5), rng.uniform(0.8, 3.0), one) for one in low]
        ),
    )


def hillside(rng: np.random.Generator) -> Scene:
    """Houses, retaining walls and gardens on a slope of 0.5, as in samp11."""
    x, y, ground = _ground(rng, 0.8)
    ground = ground + 0.5 * y
    for at in (45.0, 95.0, 150.0):  # streets, cut into the slope with a wall above
        cut = np.abs(y - at - 6 * np.sin(x / 40)) < 4
        ground = np.where(cut, 300 + 0.5 * at + 0.02 * x, ground)
    scene = _scene(ground)
    rows = []
    for at in (60.0, 80.0, 112.0, 132.0, 168.0):
        for east in np.arange(14, SIDE_M - 10, 26.0):
            size = float(rng.uniform(9, 18)), float(rng.uniform(8, 12))
            place = east + rng.uniform(-4, 4), at + 6 * np.sin(east / 40) + rng.uniform(-2, 2)
            roof = str(rng.choice(("gable", "hip", "flat")))
            rows.append(_house(scene, *place, size, rng.uniform(0.5, 6), rng.normal(0, 8), roof))
    return _planted(_built(scene, rows), rng, trees=900, shrubs=700)


def courtyards(rng: np.random.Generator) -> Scene:
    """Closed blocks of 20 m around yards, some of them lower or higher than the street."""
    x, y, ground = _ground(rng)
    ground = ground + 0.02 * x
    rows: list[Row] = []
    for west in (8.0, 108.0):
        for south in (8.0, 108.0):
            deep = float(rng.uniform(11, 15))
            block = shapely.box(west, south, west + 84, south + 84)
            yard = block.buffer(-deep, join_style="mitre")
            inner = shapely.box(west + 40, south + deep, west + 40 + 12, south + 84 - deep)
            within = shapely.contains_xy(yard, x, y)
            ground = np.where(within, ground + rng.uniform(-1.5, 1), ground)
            walls = shapely.union(block.difference(yard), inner)
            eaves = float(ground.mean()) + rng.uniform(14, 22)
            rows.append(("", "flat", float(ground.mean()), eaves, eaves, walls))
    return _planted(_built(_scene(ground), rows), rng, trees=150, shrubs=60)


def hall(rng: np.random.Generator) -> Scene:
    """A hall of 150 x 80 m with a loading dock, and a smaller one beside it."""
    x, y, ground = _ground(rng)
    ramp = np.clip((x - 175) / 20, 0, 1) * (np.abs(y - 90) < 20)
    scene = _scene(ground - 1.2 * ramp)
    rows = [
        _house(scene, 95, 90, (150, 80), 11.0, 4.0, "flat"),
        _house(scene, 60, 165, (60, 35), 7.0, 4.0, "gable"),
    ]
    return _planted(_built(scene, rows), rng, trees=120, shrubs=80)


def crossing(rng: np.random.Generator) -> Scene:
    """A road on a bank of 6 m over a valley with a bridge, and a ramp between walls to it."""
    x, y, ground = _ground(rng)
    bank = np.clip(6 - np.clip(np.abs(x - 100) - 6, 0, None) / 1.5, 0, 6)
    under = np.abs(y - 100) < 9
    ramp = np.clip((y - 20) / 70, 0, 1) * 6 * (np.abs(x - 112) < 4) * (y < 88)
    base = ground.mean()
    deck = shapely.box(94, 89, 106, 111)
    scene = _scene(np.where(under, ground, np.maximum(ground + ramp, np.where(
        bank > 0, base + bank, ground))))  # fmt: skip
    foot = shapely.box(30, 60, 33, 140)  # a footbridge over a ditch
    ditch = 4 * np.clip(1 - np.abs(y - 100) / 14, 0, None) * (x < 80)
    scene = dataclasses.replace(
        scene,
        ground_m=scene.ground_m - ditch,
        bridges=frame("bridges", EPSG, [(base + 6.0, deck), (base + 0.4, foot)]),
    )
    rows = [
        _house(scene, e, n, (14, 10), 5.0, 10.0, "gable")
        for e in (30, 55, 150, 175)
        for n in (25, 170)
    ]
    return _planted(_built(scene, rows), rng, trees=250, shrubs=150)


def vineyard(rng: np.random.Generator) -> Scene:
    """Terraces with walls of 2 m on a slope of 0.5, rows of vines, huts."""
    x, y, ground = _ground(rng)
    place = np.floor((y + 4 * np.sin(x / 30)) / 8.0)
    along = (y + 4 * np.sin(x / 30)) / 8.0 - place
    wall = np.clip((along - 0.95) / 0.05, 0, 1)
    scene = _scene(ground + 4.0 * place + 2.0 * along + 2.0 * wall)
    rows = [
        _house(scene, rng.uniform(20, 180), rng.uniform(20, 180), (6, 5), 2.5, 0.0, "gable")
        for _ in range(8)
    ]
    scene = _planted(_built(scene, rows), rng, trees=60, shrubs=0)
    vines = [
        (float(rng.uniform(1.2, 1.8)), 0.9, shapely.Point(e, n - 4 * np.sin(e / 30)))
        for n in np.arange(6, SIDE_M - 4, 2.0)
        for e in np.arange(3, SIDE_M - 2, 1.5)
        if 2 < n - 4 * np.sin(e / 30) < SIDE_M - 2 and rng.random() < 0.5
    ]
    return dataclasses.replace(scene, shrubs=frame("shrubs", EPSG, vines))


def quarry(rng: np.random.Generator) -> Scene:
    """Benches of 10 m with faces of 75 degrees, heaps, bushes at their feet, as in samp53."""
    x, y, ground = _ground(rng, 0.5)
    far = np.hypot(x - 90, y - 110) + 6 * np.sin(np.arctan2(y - 110, x - 90) * 5)
    depth = np.zeros_like(x)
    for edge in (80.0, 60.0, 40.0):
        depth += 10 * np.clip((edge - far) / 2.7, 0, 1)
    ground = ground + 0.15 * x - depth
    for _ in range(6):
        at = rng.uniform(60, 130, 2)
        heap = rng.uniform(2, 6) - np.hypot(x - at[0], y - at[1]) / 1.4
        ground = ground + np.clip(heap, 0, None)
    scene = _scene(ground)
    rows = [_house(scene, 180, n, (12, 9), 4.0, 5.0, "gable") for n in (30, 60, 100)]
    return _planted(_built(scene, rows), rng, trees=500, shrubs=500, high=(2, 12))


def scrub(rng: np.random.Generator) -> Scene:
    """Bushes and small trees on a slope of 0.8 with a cliff, as in samp52."""
    x, y, ground = _ground(rng, 1.5)
    edge = 120 + 12 * np.sin(x / 25)
    ground = ground + 0.8 * y + 8 * np.clip((y - edge) / 3, 0, 1)
    scene = _scene(ground)
    rows = [
        _house(scene, rng.uniform(20, 100), rng.uniform(20, 100), (10, 8), 3.0, 0.0, "gable")
        for _ in range(6)
    ]
    return _planted(_built(scene, rows), rng, trees=1500, shrubs=2500, high=(2, 8), apart_m=2.5)


def wood(rng: np.random.Generator) -> Scene:
    """A dense wood on a slope of 1.0, nothing else."""
    _, y, ground = _ground(rng, 1.5)
    return _planted(_scene(ground + 1.0 * y), rng, trees=3500, shrubs=1500, species=WOOD,
                    high=(8, 28), apart_m=3.5)  # fmt: skip


def gully(rng: np.random.Generator) -> Scene:
    """A sharp ridge and a gully with walls of 45 to 60 degrees, a stream and trees in it."""
    x, y, ground = _ground(rng, 0.8)
    middle = 60 + 15 * np.sin(y / 35)
    cut = 14 * np.clip(1 - np.clip(np.abs(x - middle) - 4, 0, None) / 10, 0, 1)
    ridge = np.clip(18 - np.abs(x - 140 - 8 * np.sin(y / 50)) * 0.9, 0, None)
    return _planted(_scene(ground + 0.1 * y - cut + ridge), rng, trees=900, shrubs=600,
                    species=WOOD)  # fmt: skip


def dams(rng: np.random.Generator) -> Scene:
    """Dams of 3 to 7 m with crests of 3 m between ponds without returns, as in samp61."""
    x, y, ground = _ground(rng)
    lift = np.zeros_like(x)
    for at, high in ((40.0, 4.0), (100.0, 7.0), (160.0, 3.0)):
        line = at + 8 * np.sin(y / 40)
        lift = np.maximum(lift, high - np.clip(np.abs(x - line) - 1.5, 0, None) / 1.5)
    scene = _scene(ground + np.clip(lift, 0, None))
    pond = shapely.box(58, 60, 78, 140)
    wet = shapely.contains_xy(pond, x, y) & (lift <= 0)
    level = float(ground[wet].mean())
    scene = dataclasses.replace(
        scene,
        ground_m=np.where(wet, level - 1.0, scene.ground_m),
        water_m=np.where(wet, level, np.nan),
        water=geopandas.GeoDataFrame({"geometry": [pond]}, geometry="geometry", crs=EPSG),
    )
    return _planted(scene, rng, trees=120, shrubs=80)
