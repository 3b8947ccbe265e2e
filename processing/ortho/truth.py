"""What a classification is compared with: the cover of invented scenes, exactly."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray

from processing.ortho.cover import Class
from processing.scene.camera import seen
from processing.scene.content import Cover, Scene
from processing.scene.surface import solid

type Codes = NDArray[np.uint8]

GROUNDS = ("sealed", "vegetated", "bare", "water")
"""What the ground is, under crowns and cars, too."""

_GROUND = {
    Cover.GRASS: 1, Cover.ROAD: 0, Cover.PAVEMENT: 0, Cover.BARE: 2, Cover.WATER: 3,
    Cover.ROOF: 0, Cover.CAR: 0,
}  # fmt: skip
_SEEN = {
    Cover.GRASS: Class.LOW_VEGETATION, Cover.ROAD: Class.IMPERVIOUS,
    Cover.PAVEMENT: Class.IMPERVIOUS, Cover.BARE: Class.BARE, Cover.WATER: Class.WATER,
    Cover.ROOF: Class.IMPERVIOUS, Cover.CAR: Class.IMPERVIOUS, Cover.POLE: Class.IMPERVIOUS,
}  # fmt: skip
HIGH_M = 2.0


def with_bare_ground(scene: Scene, seed: int) -> Scene:
    """Return a scene with the grass worn off in patches of some metres, a tenth of it."""
    rng = np.random.default_rng([seed, 7])
    rows, cols = scene.cover.shape
    coarse = rng.standard_normal((rows // 32 + 2, cols // 32 + 2))
    fine = np.kron(coarse, np.ones((32, 32)))[:rows, :cols]
    worn = (fine > np.quantile(fine, 0.9)) & (scene.cover == Cover.GRASS)
    cover = np.where(worn, Cover.BARE, scene.cover).astype(np.uint8)
    return dataclasses.replace(scene, cover=cover)


def cover_of(scene: Scene) -> tuple[NDArray[np.float32], Codes, Codes]:
    """Return heights over ground, true `Class` from above, and the ground as place in `GROUNDS`."""
    height, cover = seen(scene)
    table = np.zeros(len(Cover) + 1, dtype=np.uint8)
    for kind, code in _SEEN.items():
        table[kind] = int(code)
    from_above = table[cover]
    plants = (cover == Cover.CROWN) | (cover == Cover.SHRUB)
    from_above[plants] = np.where(
        height[plants] >= HIGH_M, Class.HIGH_VEGETATION, Class.LOW_VEGETATION
    )
    ground = np.zeros(len(Cover) + 1, dtype=np.uint8)
    for kind, place in _GROUND.items():
        ground[kind] = place
    height[cover == Cover.WATER] = 0  # over the bed, but points measure the surface
    return height.astype(np.float32), from_above, ground[solid(scene).cover]
