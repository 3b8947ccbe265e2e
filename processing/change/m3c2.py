"""Distances between two clouds along the normals of a surface (M3C2, Lague et al. 2013)."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from processing.grid import Floats

type Ints = NDArray[np.int64]

CONFIDENCE = 1.96
"""Of the normal distribution at 95 %."""
FEWEST = 4
"""Points of each cloud without which a change is not called significant: of fewer a spread means
nothing (Lague et al. 2013 propose it)."""


@dataclasses.dataclass(frozen=True)
class Distances:
    """One value per core point; NaN where a cloud has no points there."""

    distance_m: Floats
    """Along the normal, positive where the new cloud lies on the side the normal points to."""
    lod_m: Floats
    """Level of detection at 95 %."""
    significant: NDArray[np.bool_]
    """The distance is larger than the level, and both clouds have FEWEST points."""
    normal: Floats
    """Shape (n, 3), pointing up."""
    spread_old_m: Floats
    """Standard deviation along the normal."""
    spread_new_m: Floats
    count_old: Ints
    count_new: Ints


def distances(
    old: Floats,
    new: Floats,
    cores: Floats,
    *,
    normal_radius_m: float = 2.0,
    radius_m: float = 1.0,
    reach_m: float = 5.0,
    registration_m: float = 0.0,
) -> Distances:
    """Measure how far the new cloud is from the old one at core points.

    In a cylinder along the normal at each core the points of both clouds are averaged. The level
    of detection is 1.96 (sqrt(s1²/n1 + s2²/n2) + registration).

    Args:
        old: Shape (n, 3), metres.
        new: Shape (m, 3).
        cores: Shape (k, 3), mostly some points of `old`.
        normal_radius_m: Of the sphere around a core whose old points give the normal.
        radius_m: Of the cylinder.
        reach_m: Half of the cylinder's length: larger changes are not seen.
        registration_m: Standard error of fitting the clouds to each other.
    """
    origin = cores.mean(axis=0) if len(cores) else np.zeros(3)
    old, new, cores = old - origin, new - origin, cores - origin
    normal = _normals(cKDTree(old), old, cores, normal_radius_m)
    first = _along(old, cores, normal, radius_m, reach_m)
    second = _along(new, cores, normal, radius_m, reach_m)
    (mean_old, spread_old, count_old), (mean_new, spread_new, count_new) = first, second
    with np.errstate(invalid="ignore", divide="ignore"):
        random = np.sqrt(spread_old**2 / count_old + spread_new**2 / count_new)
        distance, lod = mean_new - mean_old, CONFIDENCE * (random + registration_m)
        few = np.minimum(count_old, count_new) < FEWEST
        significant = (np.abs(distance) > lod) & ~few
    return Distances(
        distance, lod, significant, normal, spread_old, spread_new, count_old, count_new
    )


def _normals(tree: cKDTree, points: Floats, cores: Floats, radius: float) -> Floats:
    """Return the direction of least spread around each core, turned up; up where points lack."""
    made = np.tile((0.0, 0.0, 1.0), (len(cores), 1))
    for place, near in enumerate(tree.query_ball_point(cores, radius)):
        if len(near) < 3:
            continue
        around = points[near] - points[near].mean(axis=0)
        normal = np.linalg.eigh(around.T @ around)[1][:, 0]
        made[place] = normal if normal[2] >= 0 else -normal
    return made


def _along(
    points: Floats, cores: Floats, normal: Floats, radius: float, reach: float
) -> tuple[Floats, Floats, Ints]:
    """Return mean, standard deviation and count along the normals in the cylinders."""
    mean, spread = np.full(len(cores), np.nan), np.full(len(cores), np.nan)
    count = np.zeros(len(cores), dtype=np.int64)
    if not len(points):
        return mean, spread, count
    wide = float(np.hypot(radius, reach))
    for place, near in enumerate(cKDTree(points).query_ball_point(cores, wide, return_sorted=True)):
        away = points[near] - cores[place]
        along = away @ normal[place]
        across = np.einsum("ij,ij->i", away, away) - along**2
        inside = along[(across <= radius**2) & (np.abs(along) <= reach)]
        count[place] = len(inside)
        if len(inside):
            mean[place] = inside.mean()
            spread[place] = inside.std(ddof=1) if len(inside) > 1 else 0.0
    return mean, spread, count
