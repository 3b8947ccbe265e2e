"""What light passes in part: crowns, shrubs and poles, as bodies of revolution with lobes."""

from __future__ import annotations

import dataclasses

import numpy as np
import shapely
from numpy.typing import NDArray

from processing.scene.content import BROADLEAF, KINDS, Floats, Scene

SHAPE = {True: (0.08, 1.0, 0.85), False: (0.35, 2.0, 0.5)}
"""Of conifers and of broadleaved trees: at which share of the crown's height it is widest, and
two powers of its outline above; see `radius_share`."""
TRUNK = (0.0, 1.0, 0.0)
VEGETATION, POLE = 5, 1
"""Classes of LAS 1.4; the height decides among 3, 4 and 5 later."""


@dataclasses.dataclass(frozen=True)
class Bodies:
    """One row per body, heights above the datum."""

    x: Floats
    y: Floats
    base_m: Floats
    top_m: Floats
    radius_m: Floats
    shape: Floats
    """Shape (n, 3): where it is widest, two powers."""
    density: Floats
    """Leaves or metal met per metre of a ray."""
    phase: Floats
    """Turns the lobes of a crown."""
    code: NDArray[np.uint8]
    """5 for plants, 1 for poles."""
    ground_m: Floats

    def __len__(self) -> int:
        return len(self.x)


def stand(scene: Scene, *, leaves: float = 1.0) -> Bodies:
    """Return trees, shrubs and poles, in this order, as bodies.

    Args:
        scene: What stands where.
        leaves: Density of broadleaved crowns against summer; 0.35 is winter.
    """
    trees, shrubs, poles = scene.trees, scene.shrubs, scene.poles
    kinds = [KINDS.get(one, BROADLEAF) for one in trees["species"]]
    conifer = np.array([one.conifer for one in kinds], dtype=bool)
    ground = [scene.ground_at(one.geometry.to_numpy()) for one in (trees, shrubs, poles)]
    vitality = trees["vitality"].to_numpy(dtype=np.float64)
    density = np.where(conifer, 1.1, 0.9 * leaves) * (0.35 + 0.65 * vitality)
    tall = shrubs["height_m"].to_numpy(dtype=np.float64)
    long = poles["height_m"].to_numpy(dtype=np.float64)
    x, y = np.vstack(
        [shapely.get_coordinates(one.geometry.to_numpy()) for one in (trees, shrubs, poles)]
    ).T
    form = np.array(
        [SHAPE[bool(one)] for one in conifer] + [SHAPE[False]] * len(tall) + [TRUNK] * len(long)
    )
    over = np.concatenate([trees["height_m"], tall, long]).astype(np.float64)
    base = np.concatenate([trees["crown_base_m"], 0 * tall, 0 * long]).astype(np.float64)
    wide = np.concatenate([trees["crown_m"] / 2, shrubs["crown_m"] / 2, np.full(len(long), 0.16)])
    level = np.concatenate(ground)
    return Bodies(
        x=x.copy(), y=y.copy(), base_m=level + base, top_m=level + over,
        radius_m=wide.astype(np.float64), shape=form.reshape(-1, 3),
        density=np.concatenate([density, np.full(len(tall), 1.6), np.full(len(long), 9.0)]),
        phase=(x * 12.9898 + y * 78.233) % (2 * np.pi),
        code=np.repeat([VEGETATION, VEGETATION, POLE], [len(trees), len(tall), len(long)])
        .astype(np.uint8),
        ground_m=level,
    )  # fmt: skip


def radius_share(share: Floats, shape: tuple[float, float, float]) -> Floats:
    """Return the radius of a body over its widest at shares of its height, 0 base to 1 top.

    Above its widest place m the outline is (1 - s^p)^q with s from 0 to 1; below it narrows as a
    quarter of an ellipse to 0.6.
    """
    widest, power, root = shape
    if root == 0:
        return np.ones_like(share)
    above = np.clip((share - widest) / (1 - widest), 0, 1)
    below = np.clip((widest - share) / max(widest, 1e-9), 0, 1)
    upper = (1 - above**power) ** root
    return np.asarray(np.where(share >= widest, upper, 0.6 + 0.4 * np.sqrt(1 - below**2)))
