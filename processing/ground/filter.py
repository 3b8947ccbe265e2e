"""Which points are ground, and which are noise.

First the simple morphological filter takes off what is narrow and steep. It takes break lines with
it, so a second stage gives back what goes on into the ground beside it, and what lies on planes
through the ground near it. Then points near the surface are ground, twice: the second time near
the mean of the ground instead of its lowest points.
"""

from __future__ import annotations

import dataclasses

import numpy as np
from numba import njit
from numpy.typing import NDArray
from scipy import ndimage

from processing.cloud import gridding
from processing.cloud.gridding import Frame
from processing.cloud.points import GROUND, HIGH_NOISE, LOW_NOISE, UNCLASSIFIED, WITHHELD, Points
from processing.grid import Grid
from processing.ground import morphology, placed
from processing.ground.noise import isolated
from processing.ground.placed import Placed
from processing.ground.surface import Floats, between, filled
from sip.errors import UsageError

type Mask = NDArray[np.bool_]


@dataclasses.dataclass(frozen=True)
class Settings:
    """How to tell ground from what stands on it."""

    cell_m: float
    """Of the surface that is opened: about the spacing of points or wider."""
    widest_m: float
    """Radius of the widest opening: half of the width of the widest house."""
    slope: float
    """Rise of terrain over its length from which on a step is an object."""
    above_m: float
    """Ground is not farther than this from the surface ..."""
    above_per_slope_m: float
    """... and so much more for each metre of rise per metre of a slope, ..."""
    above_per_break_m: float
    """... and of what is steeper on one side only, since an edge runs through the cell."""
    step_m: float
    """Highest step from cell to cell within one thing, or off a slope that goes on."""
    plane_m: float
    """How far ground that grows back may lie off the plane of its neighbours."""
    attached_share: float = 0.5
    """Share of its edge with which terrain goes on into terrain."""
    steepest: float = 1.5
    """Rise over length of slopes that go on."""


PROFILES = {
    "terrain": Settings(2.0, 40.0, 0.15, 0.4, 0.4, 1.5, 1.0, 0.6),
    "forest": Settings(1.5, 25.0, 0.25, 0.3, 0.4, 1.25, 1.5, 0.6),
    "urban": Settings(1.0, 40.0, 0.15, 0.1, 0.5, 0.5, 0.8, 0.3),
}
"""Chosen on open samples and invented scenes; `terrain` is the one set for anything."""
FEWEST_CELLS = 10
FAR_BELOW_M, FAR_ABOVE_M = 1.0, 5.0
"""Noise is at least so far from the ground."""
REACH, ROUNDS = 2, 20
"""Cells that a plane looks at, and that ground grows back."""
SIGMAS = 3.0
"""Points scatter around the ground: those within so many standard deviations belong to it."""


def profile(name: str) -> Settings:
    """Return the settings of a profile.

    Raises:
        UsageError: There is none of that name.
    """
    if name not in PROFILES:
        raise UsageError(f'no ground profile "{name}": there are {", ".join(PROFILES)}')
    return PROFILES[name]


@dataclasses.dataclass(frozen=True)
class Ground:
    """What the filter has found."""

    classes: NDArray[np.uint8]
    """Of each point: 2 ground, 7 low and 18 high noise, 1 for all else."""
    grid: Grid
    heights_m: NDArray[np.float64]
    """Of the ground, on the grid, gaps spanned by a membrane."""


def classify(points: Points, settings: Settings) -> Ground:
    """Tell ground and noise from all else; the classes that points have do not count.

    Args:
        points: Withheld points take no part; they become 1.
        settings: See there, and `PROFILES`.
    """
    grid = gridding.around(points, settings.cell_m)
    base_m = float(points.z.min() * points.scale[2] + points.offset[2]) if len(points) else 0.0
    frame = gridding.frame(points, grid, base_m=base_m)
    use = np.ones(len(points), bool) if points.flags is None else points.flags & WITHHELD == 0
    place = (points.x, points.y, points.z)
    lonely = isolated(points, use)
    use[lonely] = False
    surface, allowed = _ground_cells(placed.lowest(*place, use, frame), settings)
    ground = _near(*place, use, frame, surface, allowed, settings.above_m)
    surface, allowed = _levelled(placed.mean(*place, ground, frame), settings)
    limit_m = max(settings.above_m, SIGMAS * _scatter(*place, ground, frame, surface))
    ground = _near(*place, use, frame, surface, allowed, limit_m)
    classes = np.where(ground, np.uint8(GROUND), np.uint8(UNCLASSIFIED))
    over = _over(points.x[lonely], points.y[lonely], points.z[lonely], frame, surface)
    classes[lonely[over > FAR_ABOVE_M]] = HIGH_NOISE
    classes[lonely[over < -FAR_BELOW_M]] = LOW_NOISE
    classes[lonely[np.abs(over) <= limit_m]] = GROUND
    return Ground(classes, grid, surface.astype(np.float64) + base_m)


def _ground_cells(lowest: Placed, settings: Settings) -> tuple[Floats, Floats]:
    """Return the ground on cells, its gaps spanned, and how far from it points may lie more."""
    known = ~np.isnan(lowest.height_m)
    surface = _nearest(lowest.height_m)
    removed = morphology.standing(
        surface, settings.cell_m, widest_m=settings.widest_m, slope=settings.slope
    )
    steps = morphology.Steps(settings.step_m, settings.steepest * settings.cell_m)
    share = settings.attached_share
    removed &= ~morphology.attached(surface, removed, steps, share=share, fewest=FEWEST_CELLS)
    new = morphology.regrown(surface, known, removed, REACH, settings.plane_m, ROUNDS)
    removed &= ~morphology.attached(surface, new, steps, share=share)
    ground = np.where(removed | ~known, np.float32(np.nan), surface)
    return _levelled(lowest._replace(height_m=ground), settings)


def _levelled(ground: Placed, settings: Settings) -> tuple[Floats, Floats]:
    """Return heights in the middles of cells, gaps spanned, and what is allowed on slopes."""
    surface = placed.centred(filled(ground.height_m), ground)
    per_slope_m, per_break_m = settings.above_per_slope_m, settings.above_per_break_m
    return surface, placed.allowance(surface, settings.cell_m, per_slope_m, per_break_m)


def _nearest(surface: Floats) -> Floats:
    """Return a surface whose gaps have the value of the nearest cell: walls stay walls."""
    gaps = np.isnan(surface)
    if not gaps.any() or gaps.all():
        return np.nan_to_num(surface)
    place = ndimage.distance_transform_edt(gaps, return_distances=False, return_indices=True)
    return np.asarray(surface[tuple(place)])


@njit(cache=True)
def _near(
    x: gridding.Ints, y: gridding.Ints, z: gridding.Ints, use: Mask, frame: Frame,
    surface: Floats, allowed: Floats, above_m: float,
) -> Mask:  # fmt: skip
    """Say which points are near a surface, nearer where less is allowed."""
    found = np.zeros(len(x), np.bool_)
    for point in range(len(x)):
        if use[point]:
            row, col = placed.place(x[point], y[point], frame)
            over = (z[point] - frame.base) * frame.rise - between(surface, row, col)
            found[point] = abs(over) <= above_m + between(allowed, row, col)
    return found


@njit(cache=True)
def _over(
    x: gridding.Ints, y: gridding.Ints, z: gridding.Ints, frame: Frame, surface: Floats
) -> Floats:
    """Return the heights of points over a surface, bilinear between the middles of cells."""
    found = np.empty(len(x), np.float32)
    for point in range(len(x)):
        row, col = placed.place(x[point], y[point], frame)
        found[point] = (z[point] - frame.base) * frame.rise - between(surface, row, col)
    return found


@njit(cache=True)
def _every(use: Mask, step: int) -> NDArray[np.int64]:
    """Return the numbers of used points, the first and so on in steps."""
    found, place = np.empty(len(use) // step + 1, np.int64), 0
    for point in range(len(use)):
        if use[point]:
            if place % step == 0:
                found[place // step] = point
            place += 1
    return found[: (place + step - 1) // step]


def _scatter(
    x: gridding.Ints, y: gridding.Ints, z: gridding.Ints, ground: Mask, frame: Frame,
    surface: Floats,
) -> float:  # fmt: skip
    """Return the standard deviation of ground points around the surface, by their median."""
    if not (count := int(np.count_nonzero(ground))):
        return 0.0
    some = _every(ground, max(1, count // 100_000))
    over = _over(x[some], y[some], z[some], frame, surface)
    return float(1.4826 * np.median(np.abs(over)))
