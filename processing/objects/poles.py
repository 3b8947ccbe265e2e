"""Lamps, signs and other poles: slim columns of points that stand alone."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import shapely
from scipy import sparse
from scipy.sparse import csgraph
from scipy.spatial import cKDTree

from processing.grid import Floats
from processing.objects.returns import Mask, Returns
from processing.objects.roofs import Roofs

COLUMNS = ("kind", "height_m", "points", "confidence", "geometry")


@dataclasses.dataclass(frozen=True)
class Settings:
    """What a pole is."""

    low_m: float = 1.9
    """Cars and hedges are lower, mostly; only points over it are looked at."""
    least_m: float = 2.0
    """Lowest pole ..."""
    most_m: float = 16.0
    """... and the highest."""
    sign_m: float = 4.0
    """A lower pole is called a sign."""
    wide_m: float = 0.45
    """Largest distance of its points from its axis."""
    alone_m: float = 0.7
    """As far around it there is next to nothing."""
    sure: int = 4
    """Points of a pole that is certain; one point may be anything, a bird too."""


SETTINGS = Settings()


def detect(
    returns: Returns, *, crs: int, roofs: Roofs | None = None, settings: Settings = SETTINGS
) -> geopandas.GeoDataFrame:
    """Find poles among returns of a dense flight.

    Args:
        returns: Over ground, at least 12 per square metre: of 4 a pole gets one or none.
        crs: EPSG code.
        roofs: Chimneys and aerials on them are no poles.
        settings: See there.

    Returns:
        Points with kind (lamp for anything of `sign_m` and more, else sign), height_m, points and
        confidence (0 to 1), from south to north.
    """
    high = returns.over_m > settings.low_m
    if roofs is not None and len(returns):
        high &= ~_on(roofs, returns)
    some = returns.taken(high)
    xyz = np.column_stack([some.x, some.y, some.over_m])
    rows = _columns(xyz, settings)
    rows.sort(key=lambda row: (row[4].y, row[4].x))
    table = {name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=crs)


type Row = tuple[str, float, int, float, shapely.Point]


def _on(roofs: Roofs, returns: Returns) -> Mask:
    return np.asarray(roofs.grid.looked_up(roofs.near(), returns.x, returns.y))


def _columns(xyz: Floats, settings: Settings) -> list[Row]:
    """Return the poles among groups of points whose neighbours are nearer than a pole's width."""
    tree = cKDTree(xyz[:, :2])
    pairs = tree.query_pairs(settings.wide_m, output_type="ndarray")
    links = sparse.coo_array((np.ones(len(pairs)), pairs.T), shape=(len(xyz),) * 2)
    count, group = csgraph.connected_components(links, directed=False)
    size = np.bincount(group, minlength=count)
    order = np.argsort(group, kind="stable")
    starts = np.concatenate([[0], np.cumsum(size)])
    made = []
    for number in np.flatnonzero((size > 0) & (size <= 400)):
        which = np.sort(order[starts[number] : starts[number + 1]])
        row = _pole(xyz, which, tree, settings)
        if row is not None:
            made.append(row)
    return made


def _pole(xyz: Floats, which: np.ndarray, tree: cKDTree, settings: Settings) -> Row | None:
    x, y, over = xyz[which].T
    middle = np.median(x), np.median(y)
    height = float(over.max())
    lamp = height >= settings.sign_m
    away = np.hypot(x - middle[0], y - middle[1])
    if not settings.least_m <= height <= settings.most_m or away.max() > settings.wide_m:
        return None
    around = tree.query_ball_point(middle, settings.alone_m, return_length=True) - len(which)
    if around > 0.3 * len(which):
        return None
    slim = 1.0 - float(away.mean()) / settings.wide_m
    sure = min(1.0, len(which) / settings.sure) * slim
    kind = "lamp" if lamp else "sign"
    return kind, height, len(which), round(sure, 2), shapely.Point(*middle)
