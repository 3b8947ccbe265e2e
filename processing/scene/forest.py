"""An invented mountain forest: firs, spruces and beeches of all ages on a slope."""

from __future__ import annotations

import dataclasses

import numpy as np
import shapely
from scipy import ndimage

from processing.scene.content import CELL_M, Scene, empty, frame
from processing.scene.planting import Planted, tree

EPSG = 2180
WEST, SOUTH = 498_000.0, 171_000.0
SPECIES = ("Picea abies", "Abies alba", "Fagus sylvatica")
STEMS_PER_HA = 430
TALL = 0.5
"""Share of stems that reach the canopy; the others grow in its shade."""


def forest(seed: int = 1, *, side_m: float = 80.0, slope: float = 0.3, year: int = 2021) -> Scene:
    """Invent a stand in which half of the trees are dominated by others.

    Args:
        seed: The same seed invents the same forest.
        side_m: Width and height.
        slope: Rise of the ground to the north over its length.
        year: Of the flight.
    """
    rng = np.random.default_rng([seed, 2])
    count = round(side_m / CELL_M)
    rough = ndimage.gaussian_filter(rng.standard_normal((count, count)), 12)
    rise = slope * CELL_M * np.arange(count, 0, -1)[:, None]
    ground = 900 + rise + 0.4 * rough / rough.std()
    scene = empty(EPSG, year, WEST, SOUTH + count * CELL_M, ground)
    rows: list[Planted] = []
    taken: list[tuple[float, float, float]] = []
    wanted = round(STEMS_PER_HA * (side_m / 100) ** 2)
    for place in range(40 * wanted):
        x, y = WEST + rng.uniform(1, side_m - 1), SOUTH + rng.uniform(1, side_m - 1)
        tall = len(rows) < TALL * wanted
        height = float(np.clip(rng.normal(22, 4.5), 15, 34) if tall else rng.uniform(5, 15))
        room = (0.13 if tall else 0.06) * height + 0.4
        if any(np.hypot(x - a, y - b) < max(room, 0.3 * other) for a, b, other in taken):
            continue
        grown = tree(str(rng.choice(SPECIES)), height, 8.0, shapely.Point(x, y), rng)
        base = height * float(rng.uniform(*((0.35, 0.6) if tall else (0.1, 0.3))))
        rows.append((*grown[:3], base, *grown[4:]))
        taken.append((x, y, room))
        if len(rows) == wanted or place == 40 * wanted - 1:
            break
    made = [(f"T{number + 1:04d}", *one[1:]) for number, one in enumerate(rows)]
    return dataclasses.replace(scene, trees=frame("trees", EPSG, list(made)))
