"""Single trees: an apex, a height, a crown, and how sure we are.

Trees of the canopy are hills of a model of heights: a hill is a tree of its own if it stands out,
which its height over the pass to a higher one and the distance to that tell together: a bough is
near and its dent is shallow. Trees in the shade are hills of
what stands under the canopy, with air between. What is far lower than the stand around it is
regrowth. A crown ends where the canopy falls under a share
of the apex.
"""

from __future__ import annotations

import dataclasses
from typing import Any

import geopandas
import numpy as np
import shapely
from numba import njit
from numpy.typing import NDArray
from rasterio import features
from scipy import ndimage
from scipy.spatial import cKDTree

from processing.grid import Floats, Grid
from processing.objects.canopy import highest, without_pits
from processing.objects.crests import LAYERS, VOXEL_M, hills, second_storey
from processing.objects.returns import Mask, Returns
from processing.objects.roofs import Roofs

type Places = NDArray[np.int32]


@dataclasses.dataclass(frozen=True)
class Settings:
    """Chosen on invented forests and towns and on samples without truth; 20 % more or less of any
    changes F1 in forests by less than 0.01 (`python -m bench.trees`)."""

    low_m: float = 2.0
    """Nothing lower is a tree."""
    smooth_m: float = 0.15
    """Standard deviation of the Gauss filter over the canopy."""
    apart_m: float = 1.8
    """Shortest distance to a higher apex."""
    prominence_m: float = 0.05
    """Least height over the pass to a higher tree."""
    stand_out_m: float = 0.04
    """Least product of that height and that distance, over the height of the tree."""
    crown_share: float = 0.4
    """The crown ends where the canopy is lower than this share of the apex."""
    gap_voxels: int = 3
    """Air over a tree in the shade; one more where cells are wide, since of few pulses none may
    meet the middle of a crown."""
    shade_m: float = 4.0
    """Lowest tree that is looked for in the shade."""
    shade_m2: float = 3.0
    """Smallest crown of such a tree."""
    shade_prominence_m: float = 2.0
    """Its height over the pass to a higher one."""
    shade_share: float = 0.65
    """It is not higher than this share of the canopy above it."""
    shade_points: int = 8
    """Fewest points of such a tree."""
    regrowth_share: float = 0.25
    """Within a stand, what is lower than this share of its mean height is regrowth, no tree yet."""


SETTINGS = Settings()
DENSE_CELL_M = 0.25
CANOPY = (5.81, 1.84)
"""Chance of a tree of the canopy, logistic: a constant, and a factor for the logarithm of by how
much it stands out (0.03 to 1 m). Fitted to 12 forests and 3 towns, other than those of the bench;
forests count only where a tree is 5 m and more, since inventories leave out lower ones."""
SHADE = (-2.79, 0.36, 0.93)
"""The same of a tree in the shade: for its distance from the nearest apex of the canopy, up to
`AWAY_M`, and for the diameter of its crown."""
AWAY_M = 4.0
STAND_M, CLOSED_SHARE = 20.0, 0.5
"""A stand is where the canopy covers such a share of a square so wide."""
SINGLE_SHARE = 0.2
"""A crown of less of its points from pulses with several returns is rather a roof or a pole. It is
not asked where no pulse has several: some files hold first returns only, or no numbers of them."""
SLENDER = 0.09
"""Width of a crown over its height; less is a pole."""


COLUMNS = ("x", "y", "height_m", "crown_m", "confidence", "layer", "geometry")


def detect(
    returns: Returns,
    grid: Grid,
    *,
    crs: int,
    roofs: Roofs | None = None,
    settings: Settings = SETTINGS,
) -> geopandas.GeoDataFrame:
    """Find the trees among returns.

    Args:
        returns: Over ground.
        grid: Cells of the canopy; see `cell_for`.
        crs: EPSG code.
        roofs: Where no tree can be.
        settings: See there.

    Returns:
        Crown polygons with x, y (of the apex), height_m, crown_m (diameter of a circle of the
        crown's area), confidence (chance that it is a tree of its own, 0 to 1), layer (canopy or
        shade); highest first.
    """
    canopy = without_pits(highest(grid, returns.x, returns.y, returns.over_m))
    if roofs is not None:
        canopy[roofs.on(grid)] = 0.0
    row, col = grid.cells(returns.x, returns.y)
    told = returns.several.any()
    several = returns.several if told else np.ones(len(returns), bool)
    upper = _found(canopy, row, col, several, grid, settings, "canopy")
    voxels = _columns(row, col, returns.over_m, grid)
    storey = second_storey(voxels, settings.gap_voxels + (grid.cell > DENSE_CELL_M))
    del voxels
    storey[storey > settings.shade_share * canopy] = 0.0
    under = _found(storey, row, col, several, grid, settings, "shade")
    _judged(under, upper)
    least = _regrowth(canopy, grid, settings)
    kept = [one for one in [*upper, *under] if one["height_m"] >= least[one["row"], one["col"]]]
    rows = sorted(kept, key=lambda one: -one["height_m"])
    table = {name: [one[name] for one in rows] for name in COLUMNS}
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=crs)


def cell_for(density: float) -> float:
    """Return the width of a canopy's cells in metres for so many points per square metre."""
    return DENSE_CELL_M if density >= 8 else 0.5


def _regrowth(canopy: Floats, grid: Grid, settings: Settings) -> Floats:
    """Return how high a tree is at least, because of the stand around it; 0 where there is none."""
    cells = round(STAND_M / grid.cell)
    high = canopy >= settings.low_m
    cover = ndimage.uniform_filter(high.astype(np.float64), cells)
    mean = ndimage.uniform_filter(np.where(high, canopy, 0.0), cells) / np.maximum(cover, 1e-6)
    return np.asarray(np.where(cover > CLOSED_SHARE, settings.regrowth_share * mean, 0.0))


def _columns(row: Places, col: Places, over_m: Floats, grid: Grid) -> NDArray[np.uint64]:
    """Return which voxels have points, those of the eight cells around included."""
    reach = max(1, round(0.5 / grid.cell))
    rows, cols = grid.shape
    padded = np.zeros((rows + 2 * reach, cols + 2 * reach), dtype=np.uint64)
    _mark(padded[reach:-reach, reach:-reach], row, col, over_m)
    wide = np.zeros(grid.shape, dtype=np.uint64)
    for down in range(2 * reach + 1):
        for right in range(2 * reach + 1):
            wide |= padded[down : down + rows, right : right + cols]
    return wide


@njit(cache=True)
def _mark(bits: NDArray[np.uint64], row: Places, col: Places, over_m: Floats) -> None:
    """Set the bit of the layer of each point in its cell."""
    for one in range(len(row)):
        layer = np.uint64(min(max(over_m[one] / VOXEL_M, 0.0), LAYERS - 1.0))
        bits[row[one], col[one]] |= np.uint64(1) << layer


def _found(
    heights: Floats, row_of: Places, col_of: Places, several: Mask, grid: Grid,
    settings: Settings, layer: str,
) -> list[dict[str, Any]]:  # fmt: skip
    """Return the trees of one storey."""
    shade = layer == "shade"
    smooth = ndimage.gaussian_filter(heights, settings.smooth_m / grid.cell)
    low = settings.shade_m if shade else settings.low_m
    crowns, tops, stands = hills(
        smooth, low * 0.6, settings.apart_m / grid.cell,
        settings.shade_prominence_m if shade else settings.prominence_m,
        settings.stand_out_m / grid.cell,
    )  # fmt: skip
    height = np.append(0.0, heights_of(tops, heights))
    crowns[heights < settings.crown_share * height[crowns]] = 0
    count, split = _counts(crowns, row_of, col_of, several, len(height))
    split /= np.maximum(count, 1)
    size = np.bincount(crowns.ravel(), minlength=len(height))
    row, col = np.divmod(tops, grid.shape[1])
    x, y = grid.centres(row, col)
    shapes = _outlines(crowns, grid)
    apart = np.log(np.clip(stands * grid.cell, 0.03, 1.0))
    made: list[dict[str, Any]] = []
    for number in range(1, len(height)):
        wide = 2 * np.sqrt(size[number] * grid.cell**2 / np.pi)
        if height[number] < low or number not in shapes or wide < SLENDER * height[number]:
            continue
        if split[number] < SINGLE_SHARE or (
            shade
            and (
                size[number] * grid.cell**2 < settings.shade_m2
                or count[number] < settings.shade_points
            )
        ):
            continue
        made.append(
            {
                "x": x[number - 1], "y": y[number - 1], "height_m": height[number],
                "row": row[number - 1], "col": col[number - 1],
                "crown_m": wide, "layer": layer, "geometry": shapes[number],
                "confidence": _sure(CANOPY, apart[number - 1]),
            }
        )  # fmt: skip
    return made


@njit(cache=True)
def _counts(
    crowns: NDArray[np.int32], row: Places, col: Places, several: Mask, size: int
) -> tuple[NDArray[np.int64], Floats]:
    """Count the points of each crown, and those of pulses with several."""
    count, split = np.zeros(size, np.int64), np.zeros(size, np.float64)
    for one in range(len(row)):
        crown = crowns[row[one], col[one]]
        count[crown] += 1
        split[crown] += several[one]
    return count, split


def heights_of(tops: NDArray[np.int64], heights: Floats) -> Floats:
    """Return the highest of the nine cells around each top."""
    return np.asarray(ndimage.maximum_filter(heights, 3).ravel()[tops])


def _sure(fitted: tuple[float, ...], *measures: float) -> float:
    """Return the chance that a tree is one, from a constant and a factor for each measure."""
    sum_ = fitted[0] + sum(a * b for a, b in zip(fitted[1:], measures, strict=True))
    return round(float(1 / (1 + np.exp(-sum_))), 2)


def _judged(under: list[dict[str, Any]], upper: list[dict[str, Any]]) -> None:
    """Say how sure trees in the shade are: wide ones, and those away from higher apices, more."""
    if not under:
        return
    places = [(one["x"], one["y"]) for one in under]
    away = np.full(len(under), AWAY_M)
    if upper:
        away = cKDTree([(one["x"], one["y"]) for one in upper]).query(places)[0]
    for one, far in zip(under, away, strict=True):
        one["confidence"] = _sure(SHADE, min(float(far), AWAY_M), one["crown_m"])


def _outlines(crowns: NDArray[np.int32], grid: Grid) -> dict[int, shapely.Polygon]:
    """Return the largest part of each crown as a polygon with rounded steps."""
    found: dict[int, shapely.Polygon] = {}
    for shape, number in features.shapes(crowns, crowns > 0, transform=grid.transform):
        polygon = shapely.Polygon(shape["coordinates"][0])
        if int(number) not in found or polygon.area > found[int(number)].area:
            found[int(number)] = polygon
    return found
