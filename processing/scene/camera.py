"""A picture of a scene from above: four colours, crowns that lean, and shadows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from rasterio.transform import from_origin

from processing.raster import Raster
from processing.scene.bodies import Bodies, radius_share, stand
from processing.scene.content import BROADLEAF, CELL_M, KINDS, Cover, Floats, Scene
from processing.scene.surface import solid

REFLECTANCE = {
    Cover.GRASS: (0.14, 0.19, 0.11, 0.40), Cover.ROAD: (0.22, 0.22, 0.22, 0.24),
    Cover.PAVEMENT: (0.38, 0.37, 0.35, 0.40), Cover.BARE: (0.36, 0.30, 0.22, 0.42),
    Cover.WATER: (0.06, 0.085, 0.10, 0.02), Cover.ROOF: (0.40, 0.23, 0.18, 0.40),
    Cover.CROWN: (0.09, 0.14, 0.08, 0.45), Cover.SHRUB: (0.11, 0.16, 0.09, 0.42),
    Cover.CAR: (0.5, 0.5, 0.53, 0.5), Cover.POLE: (0.4, 0.4, 0.4, 0.4),
}  # fmt: skip
"""Red, green, blue and near infrared, 0 to 1."""
DRY = np.array([0.28, 0.23, 0.15, 0.30])
"""Of a dead crown."""
GREY_ROOF = np.array([0.30, 0.30, 0.30, 0.31])
LIGHT = 255 / 0.55
"""Counts of a pixel per reflectance."""
SUN = (-0.36, 0.44)
"""Where the shadow of a thing 1 m high ends, east and north."""
SHADOW = 0.45
"""Share of light in a shadow."""
GRAIN = 0.04
SLICE_M = 0.5


def photograph(scene: Scene, *, lean: tuple[float, float] = (0.07, -0.05), seed: int = 1) -> Raster:
    """Take an orthophoto rectified on the ground, so that everything above it leans outwards.

    Args:
        scene: What is there.
        lean: Shift east and north of a thing's top per metre of its height.
        seed: Of the grain.

    Returns:
        Four uint8 bands: red, green, blue, near infrared; cells of CELL_M; 0 is nodata.
    """
    rng = np.random.default_rng([seed, scene.year])
    surface = solid(scene)
    height, colour = surface.height_m - scene.ground_m, np.zeros((4, *scene.ground_m.shape))
    for kind, values in REFLECTANCE.items():
        colour[:, surface.cover == kind] = np.array(values)[:, None]
    _paint_roofs(scene, surface.thing, surface.cover, colour)
    _raise_bodies(scene, stand(scene), height, colour)
    seen = np.minimum(np.maximum(height, 0), 60)
    dark = _shadows(seen)
    pixels = _leaning(seen, np.where(dark, SHADOW, 1.0) * colour, lean)
    grain = 1 + GRAIN * rng.standard_normal(seen.shape)
    counts = np.clip(np.round(pixels * grain * LIGHT), 1, 255).astype(np.uint8)
    transform = from_origin(scene.west, scene.north, CELL_M, CELL_M)
    return Raster(counts, transform, scene.crs, nodata=0)


def seen(scene: Scene) -> tuple[Floats, NDArray[np.uint8]]:
    """Return what a camera straight above every spot would see.

    Returns:
        Height over the ground in metres, and `Cover` with crowns, shrubs and poles; shape of
        `Scene.ground_m`.
    """
    surface, bodies = solid(scene), stand(scene)
    height, cover = surface.height_m - scene.ground_m, surface.cover.copy()
    kinds = np.repeat(
        [Cover.CROWN, Cover.SHRUB, Cover.POLE],
        [len(scene.trees), len(scene.shrubs), len(scene.poles)],
    )
    for body, kind in enumerate(kinds):
        window, shown = _raised(scene, bodies, body, height)
        cover[window][shown] = kind
    return np.maximum(height, 0), cover


def crown_reflectance(species: str, vitality: float) -> Floats:
    """Return red, green, blue and near infrared of a crown: a mix of healthy and dry leaves."""
    kind = KINDS.get(species, BROADLEAF)
    healthy = np.array([kind.red, kind.red * 1.6, kind.red * 0.85, kind.infrared])
    return np.asarray(vitality * healthy + (1 - vitality) * DRY)


def _paint_roofs(
    scene: Scene, thing: NDArray[np.int32], cover: NDArray[np.uint8], colour: Floats
) -> None:
    """Make flat roofs grey and give every roof its own shade."""
    first = 1 + len(scene.bridges) + len(scene.cars)
    shades = np.array([REFLECTANCE[Cover.ROOF]] * max(len(scene.buildings), 1))
    shades[np.flatnonzero(scene.buildings["roof"] == "flat")] = GREY_ROOF
    shades *= 0.8 + 0.4 * ((np.arange(len(shades)) * 0.618) % 1)[:, None]
    roof = cover == Cover.ROOF
    colour[:, roof] = shades[thing[roof] - first].T


def _raise_bodies(scene: Scene, bodies: Bodies, height: Floats, colour: Floats) -> None:
    """Raise crowns, shrubs and poles over the solid surface and paint them, the highest on top."""
    trees, shrubs = len(scene.trees), len(scene.shrubs)
    species, vitality = scene.trees["species"].to_list(), scene.trees["vitality"].to_list()
    for body in range(len(bodies)):
        window, shown = _raised(scene, bodies, body, height)
        if body < trees:
            paint = crown_reflectance(species[body], vitality[body])
        else:
            kind = Cover.SHRUB if body < trees + shrubs else Cover.POLE
            paint = np.array(REFLECTANCE[kind])
        colour[(slice(None), *window)][:, shown] = paint[:, None]


def _raised(
    scene: Scene, bodies: Bodies, body: int, height: Floats
) -> tuple[tuple[slice, slice], NDArray[np.bool_]]:
    """Raise one body; return its window of the grid and where it is higher than all before."""
    rows, cols = height.shape
    reach = 1.2 * max(bodies.radius_m[body], CELL_M)
    left, right = _span((bodies.x[body] - scene.west) / CELL_M, reach / CELL_M, cols)
    top, bottom = _span((scene.north - bodies.y[body]) / CELL_M, reach / CELL_M, rows)
    x = scene.west + CELL_M * (np.arange(left, right) + 0.5) - bodies.x[body]
    y = scene.north - CELL_M * (np.arange(top, bottom) + 0.5) - bodies.y[body]
    over = _upper(bodies, body, *np.meshgrid(x, y))
    window = slice(top, bottom), slice(left, right)
    shown = over > height[window]
    height[window][shown] = over[shown]
    return window, shown


def _span(middle: float, reach: float, count: int) -> tuple[int, int]:
    low = int(np.clip(middle - reach, 0, count))
    return low, int(np.clip(middle + reach + 1, low, count))


def _upper(bodies: Bodies, body: int, dx: Floats, dy: Floats) -> Floats:
    """Return the height over ground of a body's upper side, -inf beside it."""
    angle, phase = np.arctan2(dy, dx), bodies.phase[body]
    lobes = 1 + 0.12 * np.sin(3 * angle + phase) + 0.08 * np.sin(5 * angle + 9 * phase)
    steps = np.linspace(bodies.shape[body, 0], 1, 33)
    outline = radius_share(steps, tuple(bodies.shape[body]))
    apart = np.hypot(dx, dy) / (max(bodies.radius_m[body], CELL_M / 2) * lobes)
    share = np.interp(apart, outline[::-1], steps[::-1], right=-np.inf)
    base, top = bodies.base_m[body], bodies.top_m[body]
    return np.asarray(base + (top - base) * share - bodies.ground_m[body])


def _shifted(grid: NDArray[np.generic], east: int, north: int) -> NDArray[np.generic]:
    """Return a grid moved by cells; what nothing moves to stays."""
    rows, cols = grid.shape
    made = grid.copy()
    to_rows, from_rows = _moved(-north, rows)
    to_cols, from_cols = _moved(east, cols)
    made[to_rows, to_cols] = grid[from_rows, from_cols]
    return made


def _moved(cells: int, count: int) -> tuple[slice, slice]:
    """Return where cells come to lie and where they come from when moved along an axis."""
    cells = int(np.clip(cells, -count, count))
    return slice(max(cells, 0), count + min(cells, 0)), slice(max(-cells, 0), count - max(cells, 0))


def _shadows(height: Floats) -> NDArray[np.bool_]:
    """Return where something stands between the ground, or a thing, and the sun."""
    dark = np.zeros(height.shape, dtype=bool)
    for up in np.arange(SLICE_M, height.max(), SLICE_M):
        east, north = (round(up * one / CELL_M) for one in SUN)
        dark |= _shifted(height, east, north) > height + up
    return dark


def _leaning(height: Floats, colour: Floats, lean: tuple[float, float]) -> Floats:
    """Return colours as seen by rays that lean: the highest thing on a ray hides the others."""
    made, done = colour.copy(), np.zeros(height.shape, dtype=bool)
    for up in np.arange(np.ceil(height.max() / SLICE_M) * SLICE_M, 0, -SLICE_M):
        east, north = (round(up * one / CELL_M) for one in lean)
        hit = ~done & (_shifted(height, east, north) >= up)
        if hit.any():
            row, col = np.nonzero(hit)
            row, col = row + north, col - east
            within = (row >= 0) & (row < height.shape[0]) & (col >= 0) & (col < height.shape[1])
            made[:, row[within] - north, col[within] + east] = colour[:, row[within], col[within]]
            done |= hit
    return made
