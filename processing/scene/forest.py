"""Invented mountain forests: firs, spruces and beeches of all ages on a slope."""

from __future__ import annotations

import dataclasses

import numpy as np
import shapely
from scipy import ndimage

from processing.scene.content import CELL_M, Floats, Scene, empty, frame
from processing.scene.planting import Planted, tree

EPSG = 2180
WEST, SOUTH = 498_000.0, 171_000.0
SPECIES = ("Picea abies", "Abies alba", "Fagus sylvatica")
INVENTORY_M = 5.0
"""Lower plants are regrowth: shrubs of a scene, no trees."""


@dataclasses.dataclass(frozen=True)
class Stand:
    """How a stand is made up; ranges are those of mixed forests of mountains, all ages at once."""

    stems_per_ha: float
    tall: float
    """Share of stems that reach the canopy; the others grow in its shade or in gaps."""
    height_m: float
    """Mean of the tall ones."""
    close: float
    """Share of the tall ones that grow beside another, crowns in each other."""
    mix: Floats
    """Shares of `SPECIES`."""
    regrowth_per_ha: float


def forest(
    seed: int = 1, *, side_m: float = 80.0, slope: float = 0.3, year: int = 2021,
    stand: Stand | None = None,
) -> Scene:  # fmt: skip
    """Invent a stand in which many trees are dominated by others.

    Args:
        seed: The same seed invents the same forest; another one another mixture, too.
        side_m: Width and height.
        slope: Rise of the ground to the north over its length.
        year: Of the flight.
        stand: How it is made up; by default the seed decides.
    """
    rng = np.random.default_rng([seed, 2])
    count = round(side_m / CELL_M)
    rough = ndimage.gaussian_filter(rng.standard_normal((count, count)), 12)
    rise = slope * CELL_M * np.arange(count, 0, -1)[:, None]
    ground = 900 + rise + 0.4 * rough / rough.std()
    scene = empty(EPSG, year, WEST, SOUTH + count * CELL_M, ground)
    invented = Stand(
        stems_per_ha=rng.uniform(350, 600), tall=rng.uniform(0.4, 0.65),
        height_m=rng.uniform(19, 26), close=rng.uniform(0.1, 0.3),
        mix=rng.dirichlet([1.5, 1.5, 1.2]), regrowth_per_ha=rng.uniform(100, 600),
    )  # fmt: skip
    stand = invented if stand is None else stand
    rows = _stems(stand, side_m, rng)
    made = [(f"T{number + 1:04d}", *one[1:]) for number, one in enumerate(rows)]
    return dataclasses.replace(
        scene,
        trees=frame("trees", EPSG, list(made)),
        shrubs=frame("shrubs", EPSG, _regrowth(stand, side_m, rng)),
    )


def _stems(stand: Stand, side_m: float, rng: np.random.Generator) -> list[Planted]:
    """Return trees: first the tall ones outside the gaps, then the others, often in groups."""
    wanted = round(stand.stems_per_ha * (side_m / 100) ** 2)
    gaps = rng.uniform(0, side_m, (round(2 * (side_m / 50) ** 2), 2))
    wide = rng.uniform(3, 7, len(gaps))
    rows: list[Planted] = []
    taken: list[tuple[float, float, float]] = []
    for _ in range(40 * wanted):
        if len(rows) == wanted:
            break
        tall = len(rows) < stand.tall * wanted
        x, y = rng.uniform(1, side_m - 1, 2)
        if not tall and rng.random() < 0.5:
            x, y = np.clip(taken[-1][:2] + rng.normal(0, 3, 2), 1, side_m - 1)
        if tall and (np.hypot(*(gaps - (x, y)).T) < wide).any():
            continue
        height = rng.normal(stand.height_m, 4.5) if tall else rng.uniform(INVENTORY_M, 15)
        height = float(np.clip(height, 15 if tall else INVENTORY_M, 38))
        share = 0.06 if not tall or rng.random() < stand.close else 0.13
        room = share * height + 0.4
        if any(np.hypot(x - a, y - b) < max(room, 0.3 * other) for a, b, other in taken):
            continue
        spot = shapely.Point(WEST + x, SOUTH + y)
        grown = tree(str(rng.choice(SPECIES, p=stand.mix)), height, 8.0, spot, rng)
        base = height * float(rng.uniform(*((0.35, 0.6) if tall else (0.1, 0.3))))
        rows.append((*grown[:3], base, *grown[4:]))
        taken.append((float(x), float(y), room))
    return rows


def _regrowth(stand: Stand, side_m: float, rng: np.random.Generator) -> list[tuple[object, ...]]:
    """Return plants too low for an inventory, in groups."""
    wanted = round(stand.regrowth_per_ha * (side_m / 100) ** 2)
    rows: list[tuple[object, ...]] = []
    while len(rows) < wanted:
        middle = rng.uniform(1, side_m - 1, 2)
        for x, y in np.clip(rng.normal(middle, 3, (rng.integers(4, 20), 2)), 0.5, side_m - 0.5):
            high = float(rng.uniform(1, INVENTORY_M - 0.5))
            wide = float(rng.uniform(0.3, 0.5)) * high + 0.4
            rows.append((high, wide, shapely.Point(WEST + x, SOUTH + y)))
    return rows
