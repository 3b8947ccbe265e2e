"""A flight over a scene with a laser scanner: strips, pulses, returns, errors and noise."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from processing.scene import rays
from processing.scene.bodies import VEGETATION, Bodies, stand
from processing.scene.content import CELL_M, Floats, Scene
from processing.scene.surface import GROUND, WATER, Surface, solid

FLIGHT_M = 800.0
"""Above the ground."""
HALF_ANGLE_DEG = 15.0
STRIPS_APART_M = 340.0
BUCKET_CELLS = 12
CEILING_CELLS = 24
LOW_NOISE, HIGH_NOISE = 7, 18
RANGING_M = 0.02
"""Standard deviation of a range."""
STRIP_M = 0.015
"""Standard deviation of the height of a whole strip."""


@dataclasses.dataclass(frozen=True)
class Cloud:
    """Returns in the order of the flight; every array has one value per return."""

    crs: int
    xyz: Floats
    """Shape (n, 3), metres."""
    code: NDArray[np.uint8]
    """True class of LAS 1.4: 1 other, 2 ground, 3 to 5 vegetation under 0.4, under 2 and over 2 m,
    6 building, 7 low and 18 high noise, 9 water, 17 bridge."""
    number: NDArray[np.uint8]
    """Of the return in its pulse, from 1."""
    count: NDArray[np.uint8]
    """Returns of the pulse."""
    intensity: NDArray[np.uint16]
    angle_deg: Floats
    """Of the scanner, to the right of the flight."""
    strip: NDArray[np.uint16]
    time_s: Floats
    """GPS time of the week."""
    tree: NDArray[np.int64]
    """Row of `Scene.trees` that the return comes from, -1 for none."""

    def __len__(self) -> int:
        return len(self.xyz)


def scan(scene: Scene, *, density: float = 8.0, seed: int = 1, leaves: float = 0.5) -> Cloud:
    """Fly over a scene from south to north and back.

    Args:
        scene: What is there.
        density: Pulses per square metre and strip.
        seed: The same seed returns the same points.
        leaves: Density of broadleaved crowns against summer; most flights are in spring.
    """
    rng = np.random.default_rng([seed, 7])
    surface, bodies = solid(scene), stand(scene, leaves=leaves)
    ceiling = _ceiling(surface, bodies, scene)
    top = ndimage.maximum_filter(_highest(surface.height_m, BUCKET_CELLS), 3)
    starts, listed = _buckets(bodies, scene)
    level = float(np.median(surface.height_m))
    rows = _rows(bodies, scene)
    strips = []
    for strip, pulses, times in _strips(scene, density, rng):
        spots, marks = rays.trace(
            pulses[:, :4], surface.height_m, surface.thing, surface.code, ceiling, CEILING_CELLS,
            rows, bodies.code, starts, listed, BUCKET_CELLS, top.ravel(), CELL_M, level,
            seed * 1000 + strip,
        )  # fmt: skip
        spots[:, 2] += rng.normal(0, STRIP_M)
        strips.append(_returns(scene, bodies, strip, pulses, times, spots, marks, rng))
    return _noisy(_joined(strips), scene, rng)


def _strips(
    scene: Scene, density: float, rng: np.random.Generator
) -> list[tuple[int, Floats, Floats]]:
    """Return per strip its number, pulses (x, y, tilts, angle in degrees) and their times."""
    rows, cols = scene.ground_m.shape
    width, height = cols * CELL_M, rows * CELL_M
    step = 1 / np.sqrt(density)
    reach = FLIGHT_M * np.tan(np.radians(HALF_ANGLE_DEG))
    lines = max(1, round(width / STRIPS_APART_M + 0.3))
    made = []
    for strip in range(lines):
        nadir = width / 2 + (strip - (lines - 1) / 2) * STRIPS_APART_M - 31.0
        low, high = max(nadir - reach, -12.0), min(nadir + reach, width + 12.0)
        across = np.arange(low, high, step)
        along = np.arange(-12.0, height + 12.0, step)
        x, y = np.meshgrid(across, along)
        x[1::2] = x[1::2, ::-1]
        x = x.ravel() + rng.normal(0, 0.15 * step, x.size)
        y = y.ravel() + rng.normal(0, 0.15 * step, y.size)
        tilt = (nadir - x) / FLIGHT_M
        pulses = np.column_stack([x, y, tilt, np.zeros_like(x), -np.degrees(np.arctan(tilt))])
        times = 200_000.0 + 600.0 * strip + np.arange(len(x)) / 150_000.0
        made.append((strip + 1, pulses, times))
    return made


def _rows(bodies: Bodies, scene: Scene) -> Floats:
    """Return bodies as the table that rays read, counted from the south-western corner."""
    south = scene.extent.south
    return np.ascontiguousarray(
        np.column_stack(
            [bodies.x - scene.west, bodies.y - south, bodies.base_m, bodies.top_m, bodies.radius_m,
             bodies.shape, bodies.phase, bodies.density]
        )
    )  # fmt: skip


def _ceiling(surface: Surface, bodies: Bodies, scene: Scene) -> Floats:
    """Return the highest thing in each square and its neighbours."""
    squares = _highest(surface.height_m, CEILING_CELLS)
    high, wide = squares.shape
    size = CEILING_CELLS * CELL_M
    row = np.clip(((scene.north - bodies.y) / size).astype(np.int64), 0, high - 1)
    col = np.clip(((bodies.x - scene.west) / size).astype(np.int64), 0, wide - 1)
    np.maximum.at(squares, (row, col), bodies.top_m)
    return np.asarray(ndimage.maximum_filter(squares, 5))


def _highest(height_m: Floats, cells: int) -> Floats:
    """Return the highest value of each square of so many cells."""
    rows, cols = height_m.shape
    padded = np.pad(height_m, ((0, -rows % cells), (0, -cols % cells)), mode="edge")
    high, wide = padded.shape[0] // cells, padded.shape[1] // cells
    return np.asarray(padded.reshape(high, cells, wide, cells).max(axis=(1, 3)))


def _buckets(bodies: Bodies, scene: Scene) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Sort bodies into squares of the grid that they reach over."""
    rows, cols = scene.ground_m.shape
    size = BUCKET_CELLS * CELL_M
    high, wide = -(-rows // BUCKET_CELLS), -(-cols // BUCKET_CELLS)
    reach = 1.25 * bodies.radius_m
    left = np.clip((bodies.x - reach - scene.west) / size, 0, wide - 1).astype(np.int64)
    right = np.clip((bodies.x + reach - scene.west) / size, 0, wide - 1).astype(np.int64)
    top = np.clip((scene.north - bodies.y - reach) / size, 0, high - 1).astype(np.int64)
    bottom = np.clip((scene.north - bodies.y + reach) / size, 0, high - 1).astype(np.int64)
    pairs = [
        (row * wide + col, body)
        for body in range(len(bodies))
        for row in range(top[body], bottom[body] + 1)
        for col in range(left[body], right[body] + 1)
    ]
    table = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    starts = np.searchsorted(table[:, 0], np.arange(high * wide + 1))
    return starts.astype(np.int64), np.ascontiguousarray(table[:, 1])


def _returns(
    scene: Scene,
    bodies: Bodies,
    strip: int,
    pulses: Floats,
    times: Floats,
    spots: Floats,
    marks: NDArray[np.int64],
    rng: np.random.Generator,
) -> Cloud:
    """Add errors, drop most of what water would return, number what is left."""
    keep = (marks[:, 1] != WATER) | (rng.random(len(marks)) < 0.12)
    spots, marks = spots[keep], marks[keep]
    pulse, body = marks[:, 0], marks[:, 3]
    first = np.concatenate([[True], pulse[1:] != pulse[:-1]]) if len(pulse) else np.zeros(0, bool)
    group = np.cumsum(first) - 1
    size = np.bincount(group) if len(group) else np.zeros(0, dtype=np.int64)
    number = np.arange(len(pulse)) - np.flatnonzero(first)[group] + 1 if len(pulse) else pulse
    code = marks[:, 1].astype(np.uint8)
    plant = code == VEGETATION
    over = spots[plant, 2] - bodies.ground_m[body[plant]]
    code[plant] = np.select([over < 0.4, over < 2.0], [3, 4], 5)
    light = spots[:, 3] * np.where(plant, 900, np.where(code == GROUND, 1500, 1900))
    spots[:, 2] += rng.normal(0, RANGING_M, len(spots))
    spots[:, :2] += rng.normal(0, 0.03, (len(spots), 2))
    spots[:, 0] += scene.west
    spots[:, 1] += scene.extent.south
    return Cloud(
        crs=scene.crs,
        xyz=spots[:, :3],
        code=code,
        number=number.astype(np.uint8),
        count=size[group].astype(np.uint8),
        intensity=np.clip(light * rng.normal(1, 0.12, len(light)), 1, 65535).astype(np.uint16),
        angle_deg=pulses[pulse, 4],
        strip=np.full(len(pulse), strip, dtype=np.uint16),
        time_s=times[pulse],
        tree=np.where(body < len(scene.trees), body, -1),
    )


def _joined(strips: list[Cloud]) -> Cloud:
    arrays = [one.name for one in dataclasses.fields(Cloud) if one.name != "crs"]
    parts = {name: np.concatenate([getattr(one, name) for one in strips]) for name in arrays}
    return Cloud(crs=strips[0].crs, **parts)


def _noisy(cloud: Cloud, scene: Scene, rng: np.random.Generator) -> Cloud:
    """Send some single returns high (birds, class 18) and low (echoes of echoes, class 7)."""
    wild = rng.random(len(cloud)) < 1e-4
    wild &= cloud.count == 1
    up = wild & (rng.random(len(cloud)) < 0.5)
    xyz, code = cloud.xyz.copy(), cloud.code.copy()
    highest = float(np.max(scene.ground_m)) + 45.0
    xyz[up, 2] = highest + rng.uniform(0, 60, int(up.sum()))
    down = wild & ~up
    xyz[down, 2] -= rng.uniform(1.5, 9, int(down.sum()))
    code[up], code[down] = HIGH_NOISE, LOW_NOISE
    west, south, east, north = dataclasses.astuple(scene.extent)
    inside = (xyz[:, 0] >= west) & (xyz[:, 0] < east) & (xyz[:, 1] >= south) & (xyz[:, 1] < north)
    noisy = dataclasses.replace(cloud, xyz=xyz, code=code)
    return thinned(noisy, inside)


def thinned(cloud: Cloud, keep: NDArray[np.bool_]) -> Cloud:
    """Return some of the returns of a cloud."""
    arrays = [one.name for one in dataclasses.fields(Cloud) if one.name != "crs"]
    return dataclasses.replace(cloud, **{name: getattr(cloud, name)[keep] for name in arrays})
