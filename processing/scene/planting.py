"""Trees of plausible sizes at given places."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from processing.scene.content import KINDS

type Planted = tuple[str, str, float, float, float, float, shapely.Point]
"""A row of `Scene.trees`, the first column not yet numbered."""


def plant(
    spots: Sequence[shapely.Point],
    species: tuple[str, ...],
    height_m: tuple[float, float],
    apart_m: float,
    obstacles: BaseGeometry,
    rng: np.random.Generator,
    *,
    beside: Sequence[Planted] = (),
) -> list[Planted]:
    """Plant trees where they have room.

    Args:
        spots: Wished places.
        species: Names of `KINDS`, equally frequent.
        height_m: Of the lowest and the highest.
        apart_m: Between two grown stems; small trees may stand closer to large ones.
        obstacles: Nothing grows there.
        rng: Source of chance.
        beside: Trees that stand already.
    """
    found: list[Planted] = []
    taken = np.array([[one[6].x, one[6].y] for one in beside]).reshape(-1, 2)
    shapely.prepare(obstacles)
    for spot in spots:
        height = float(rng.uniform(*height_m))
        room = apart_m * (0.6 + 0.4 * height / height_m[1])
        near = len(taken) and np.hypot(*(taken - (spot.x, spot.y)).T).min() < room
        if near or obstacles.intersects(spot):
            continue
        name = str(rng.choice(species))
        found.append(tree(name, height, min(1.6 * apart_m, 14.0), spot, rng))
        taken = np.vstack([taken, (spot.x, spot.y)])
    return found


def tree(
    species: str, height_m: float, widest_m: float, spot: shapely.Point, rng: np.random.Generator
) -> Planted:
    """Return a tree of a species and height whose crown fits its room."""
    kind = KINDS[species]
    wide = height_m**0.9 * 1.25 * kind.spread * float(rng.normal(1, 0.12))
    base = height_m * float(rng.uniform(0.12, 0.3))
    crown = float(np.clip(wide, 1.2, widest_m))
    vitality = float(np.clip(rng.beta(6, 1.4), 0, 1))
    return "", species, height_m, base, crown, vitality, spot
