"""Kerbs: lines along which the ground makes a step of a few centimetres."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage, sparse
from scipy.sparse import csgraph
from scipy.spatial import cKDTree

from processing.grid import Floats, Grid
from processing.objects.returns import Mask, Returns

COLUMNS = ("step_m", "length_m", "geometry")
CELL_M = 0.25
COVERED = 0.75
"""Share of the usual points that a strip must have, so that their middle is its middle."""
STEEP = 0.25
"""Nobody drives or walks beside a line where the ground falls more: that is a bank."""
TURNS = 12
"""Directions that are tried, 15 degrees apart."""
HALF_LENGTH_M = 1.5
"""Half of the piece of a line whose points are averaged."""
BESIDE_M, NEAR_M, FAR_M = 0.12, 0.7, 1.4
"""Two strips on each side of the line, from the first to the second, and from there on."""
LEVER = (BESIDE_M + NEAR_M) / (FAR_M - BESIDE_M)
"""How far the line is from the middle of the near strip, over how far apart the middles are."""
CERTAIN = 4.0
"""Standard errors of a step that is no chance, though every cell is tried in many directions."""


@dataclasses.dataclass(frozen=True)
class Settings:
    """What a kerb is."""

    least_m: float = 0.06
    """Smallest step ..."""
    most_m: float = 0.25
    """... and the largest; more is a wall or a bank."""
    length_m: float = 5.0
    """Shortest line."""
    error_m: float = 0.03
    """Standard error of the height of a point on the ground."""


SETTINGS = Settings()


def detect(returns: Returns, *, crs: int, settings: Settings = SETTINGS) -> geopandas.GeoDataFrame:
    """Find kerbs among the ground points of a dense flight.

    On both sides of a line of 3 m through each cell, in 12 directions, the ground is extrapolated
    to the line from two strips of points; the difference is the step. A slope has none.

    Args:
        returns: Over ground, at least 12 per square metre, where kerbs are looked for.
        crs: EPSG code.
        settings: See there.

    Returns:
        Lines with step_m (median along the line) and length_m, longest first.
    """
    ground = returns.taken(returns.ground)
    if len(ground) < 100:
        return _frame([], crs)
    grid = Grid(ground.extent(), CELL_M)
    step, turn = _steps(ground, grid, settings)
    ridge = _ridges(step, turn)
    row, col = np.nonzero(ridge)
    x, y = grid.centres(row, col)
    return _frame(_lines(np.column_stack([x, y]), step[ridge], turn[ridge], settings), crs)


def _steps(ground: Returns, grid: Grid, settings: Settings) -> tuple[Floats, NDArray[np.int64]]:
    """Return per cell the largest certain step over all directions, and the direction's number."""
    row, col = grid.cells(ground.x, ground.y)
    place, size = row * grid.shape[1] + col, grid.shape[0] * grid.shape[1]
    count = np.bincount(place, minlength=size).reshape(grid.shape).astype(np.float64)
    height = ground.z - np.median(ground.z)
    total = np.bincount(place, weights=height, minlength=size).reshape(grid.shape)
    best, turn = np.zeros(grid.shape), np.zeros(grid.shape, dtype=np.int64)
    walked = np.ones(grid.shape, dtype=bool)
    for number in range(TURNS):
        levels, variance, steepest = [], np.zeros(grid.shape), np.zeros(grid.shape)
        for side in (1, -1):
            near, few_near = _strip(count, total, number, side * BESIDE_M, side * NEAR_M)
            far, few_far = _strip(count, total, number, side * NEAR_M, side * FAR_M)
            steepest = np.fmax(steepest, np.abs(near - far) / NEAR_M)
            levels.append((1 + LEVER) * near - LEVER * far)
            variance += settings.error_m**2 * ((1 + LEVER) ** 2 / few_near + LEVER**2 / few_far)
        step = np.abs(levels[0] - levels[1])
        certain = np.isfinite(step) & (
            step > np.maximum(settings.least_m, CERTAIN * np.sqrt(variance))
        )
        better = certain & (step > best)
        best[better], turn[better] = step[better], number
        walked &= steepest < STEEP
    bank = (best > settings.most_m) | ((best > 0) & ~walked)
    best[ndimage.distance_transform_edt(~bank) * CELL_M < FAR_M] = 0.0
    return best, turn


def _strip(
    count: Floats, total: Floats, number: int, begin_m: float, end_m: float
) -> tuple[Floats, Floats]:
    """Return the mean height in a strip beside a line through each cell, and the points there."""
    from scipy.signal import fftconvolve  # a quarter of what a worker imports, for streets only

    kernel = _kernel(number, min(begin_m, end_m), max(begin_m, end_m))
    points = np.round(fftconvolve(count, kernel, mode="same"))
    heights = fftconvolve(total, kernel, mode="same")
    enough = points >= max(4.0, COVERED * float(np.median(points)))
    mean = np.where(enough, heights / np.maximum(points, 1), np.nan)
    return mean, np.maximum(points, 1)


def _kernel(number: int, begin_m: float, end_m: float) -> Floats:
    """Return the cells of a strip, flipped as a convolution wants them."""
    reach = int(np.ceil(np.hypot(HALF_LENGTH_M, FAR_M) / CELL_M))
    north, east = np.mgrid[reach : -reach - 1 : -1, -reach : reach + 1] * CELL_M
    angle = np.pi * number / TURNS
    along = east * np.cos(angle) + north * np.sin(angle)
    across = -east * np.sin(angle) + north * np.cos(angle)
    inside = (np.abs(along) <= HALF_LENGTH_M) & (across > begin_m) & (across <= end_m)
    return np.asarray(inside[::-1, ::-1], dtype=np.float64)


def _ridges(step: Floats, turn: NDArray[np.int64]) -> Mask:
    """Return the cells whose step is the largest across their line."""
    row, col = np.indices(step.shape)
    angle = np.pi * turn / TURNS
    kept = step > 0
    for away in (-2, -1, 1, 2):
        places = row - away * np.cos(angle), col - away * np.sin(angle)
        beside = ndimage.map_coordinates(step, places, order=1, mode="nearest")
        kept &= (step > beside) if away < 0 else (step >= beside)
    return kept


def _lines(
    places: Floats, step: Floats, turn: NDArray[np.int64], settings: Settings
) -> list[tuple[float, float, shapely.LineString]]:
    """Join cells of nearly one direction to lines: the longest way through each group."""
    if len(places) < 2:
        return []
    pairs = cKDTree(places).query_pairs(2.9 * CELL_M, output_type="ndarray")
    other = np.abs(turn[pairs[:, 0]] - turn[pairs[:, 1]])
    pairs = pairs[np.minimum(other, TURNS - other) <= 2]
    apart = np.hypot(*(places[pairs[:, 0]] - places[pairs[:, 1]]).T)
    links = sparse.csr_array((apart, pairs.T), shape=(len(places),) * 2)
    tree = csgraph.minimum_spanning_tree(links)
    count, group = csgraph.connected_components(tree, directed=False)
    size = np.bincount(group, minlength=count)
    made = []
    for number in np.flatnonzero(size * CELL_M >= 0.7 * settings.length_m):
        which = np.flatnonzero(group == number)
        way = which[_longest_way(tree[which][:, which])]
        line = shapely.LineString(_smooth(places[way])).simplify(0.1)
        if isinstance(line, shapely.LineString) and line.length >= settings.length_m:
            made.append((float(np.median(step[way])), float(line.length), line))
    return sorted(made, key=lambda row: (-row[1], row[2].coords[0]))


def _longest_way(tree: sparse.csr_array) -> NDArray[np.int64]:
    """Return the nodes of the longest way through a tree, in order."""
    first = csgraph.dijkstra(tree, directed=False, indices=0)
    away, before = csgraph.dijkstra(
        tree, directed=False, indices=int(np.argmax(first)), return_predecessors=True
    )
    way = [int(np.argmax(away))]
    while before[way[-1]] >= 0:
        way.append(int(before[way[-1]]))
    return np.array(way)


def _smooth(places: Floats) -> Floats:
    """Return a way without the steps of cells, its ends kept."""
    made = ndimage.uniform_filter1d(places, 5, axis=0, mode="nearest")
    made[[0, -1]] = places[[0, -1]]
    return np.asarray(made)


def _frame(rows: list[tuple[float, float, shapely.LineString]], crs: int) -> geopandas.GeoDataFrame:
    table = {name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=crs)
