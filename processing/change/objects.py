"""Which trees and buildings are gone, new or other than they were."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from processing.grid import Floats
from processing.objects.matching import Places, pair

TREE_COLUMNS = (
    "change",
    "old_height_m",
    "new_height_m",
    "grown_m",
    "old_row",
    "new_row",
    "geometry",
)
BUILDING_COLUMNS = (
    "change", "old_height_m", "new_height_m", "raised_m", "shared", "old_row", "new_row",
    "geometry",
)  # fmt: skip
SURE_TREE_M = 2.5
"""A tree that is lower may have been overlooked, and is neither felled nor planted."""
NEAR_SHARE = 0.6
"""A tree is the same if its apex moved by less than this share of its crown's radius, or by 1 m."""
MISSING_SHARE = 0.4
"""A crown of which the other flight lacks so much does not stand there. In invented towns those
that stand lack 0.2 at most, those that are gone 0.8 mostly, less where others hang over them."""
GAINED_SHARE = 0.7
"""A tree of which the other flight lacks so much is new: crowns that stand grow at their edges."""
BOUGH_M = 1.5
"""No two stems stand nearer, as a rule."""
UNSURE = 0.6
"""A tree of less confidence may be a part of the one whose crown it touches."""
TOUCHING_M = 0.6
STUMP_M = 1.0
"""What is lower and stands so near to a tree that is gone is that tree, cut back."""
GROWN_M = 0.3
"""Smallest growth that is told from errors of both flights."""
CUT_M, CUT_SHARE = 1.5, 0.15
"""A tree that lost so much of its height, and such a share of it, was cut back or broke."""
SAME_SHARE = 0.3
"""Two footprints are of one building if they share so much of the smaller one."""
RAISED_M = 1.0
"""Smallest change of a roof's height that is called one."""


def trees(
    old: geopandas.GeoDataFrame,
    new: geopandas.GeoDataFrame,
    *,
    lost: Floats | None = None,
    gained: Floats | None = None,
) -> geopandas.GeoDataFrame:
    """Pair the trees of two flights, and say what became of each.

    An apex that one flight does not show is no felling while the crown still stands: two crowns
    may have been taken for one. And an apex near by is not the same tree where the crown is gone.

    Args:
        old: Rows of `processing.objects.trees.detect`.
        new: The same of a later flight.
        lost: Share of each old crown that the new flight lacks, see `crowns.missing`; without it
            only apices are compared.
        gained: Share of each new crown that the old flight lacks.

    Returns:
        Crowns (new ones where there are) with change (felled, cut back, grown, unchanged, new),
        heights in metres (NaN where there was no tree), grown_m, and rows of both tables (-1 for
        none). `new` is a tree that was planted, or grew over the lowest that is looked for.
    """
    left, right = _pairs(old, new, lost)
    height_old, height_new = old["height_m"].to_numpy(), new["height_m"].to_numpy()
    rows: list[tuple[object, ...]] = []
    for one, other in zip(left, right, strict=True):
        grown = float(height_new[other] - height_old[one])
        kind = _growth(grown, float(height_old[one]))
        rows.append(_row(kind, old, new, int(one), int(other)))
    single = np.setdiff1d(np.arange(len(old)), left)
    for one in single[~_boughs(old.iloc[single])]:
        stands = lost is not None and lost[one] < MISSING_SHARE
        if height_old[one] >= SURE_TREE_M and not stands:
            rows.append(_row("felled", old, new, int(one), -1))
    for other in np.setdiff1d(np.arange(len(new)), right):
        stood = gained is not None and gained[other] < GAINED_SHARE
        if height_new[other] >= SURE_TREE_M and not stood:
            rows.append(_row("new", old, new, -1, int(other)))
    table = {name: [row[place] for row in rows] for place, name in enumerate(TREE_COLUMNS)}
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=old.crs)


def _pairs(
    old: geopandas.GeoDataFrame, new: geopandas.GeoDataFrame, lost: Floats | None
) -> tuple[Places, Places]:
    """Pair trees that stand with any near them, then those whose crown is gone with stumps."""
    stands = np.ones(len(old), bool) if lost is None else lost < MISSING_SHARE
    places, others = _places(old), _places(new)
    left, right = pair(places[stands], others, _reach(new))
    left = np.flatnonzero(stands)[left]
    free = np.setdiff1d(np.arange(len(new)), right)
    gone = np.flatnonzero(~stands)
    stump, rest = pair(places[gone], others[free], np.full(len(free), STUMP_M))
    return np.concatenate([left, gone[stump]]), np.concatenate([right, free[rest]])


def _boughs(gone: geopandas.GeoDataFrame) -> NDArray[np.bool_]:
    """Say which are boughs of another tree that is gone.

    In the shade those under its very apex, and those that are hardly trees of their own and whose
    crowns touch that of a surer one.
    """
    shade = (gone["layer"] == "shade").to_numpy()
    found = np.zeros(len(gone), bool)
    if shade.any() and not shade.all():
        places = _places(gone)
        away, _ = cKDTree(places[~shade]).query(places[shade])
        found[shade] = away < BOUGH_M
    sure = gone["confidence"].to_numpy()
    one, other = gone.sindex.query(gone.buffer(TOUCHING_M), predicate="intersects")
    part = (sure[one] < UNSURE) & (sure[other] > sure[one]) & ~found[other]
    found[one[part]] = True
    return found


def _growth(grown: float, height: float) -> str:
    if grown < -max(CUT_M, CUT_SHARE * height):
        return "cut back"
    return "grown" if grown > GROWN_M else "unchanged"


def _places(frame: geopandas.GeoDataFrame) -> Floats:
    return np.asarray(frame[["x", "y"]], dtype=np.float64)


def _reach(frame: geopandas.GeoDataFrame) -> Floats:
    return np.maximum(1.0, NEAR_SHARE * np.asarray(frame["crown_m"], dtype=np.float64) / 2)


def _row(
    kind: str, old: geopandas.GeoDataFrame, new: geopandas.GeoDataFrame, one: int, other: int
) -> tuple[object, ...]:
    before = float(old["height_m"].iloc[one]) if one >= 0 else float("nan")
    after = float(new["height_m"].iloc[other]) if other >= 0 else float("nan")
    shape = new.geometry.iloc[other] if other >= 0 else old.geometry.iloc[one]
    return kind, before, after, after - before, one, other, shape


def buildings(
    old: geopandas.GeoDataFrame,
    new: geopandas.GeoDataFrame,
    *,
    seen_new: shapely.Geometry | None = None,
    seen_old: shapely.Geometry | None = None,
) -> geopandas.GeoDataFrame:
    """Pair the buildings of two flights by what their footprints share.

    Args:
        old: Rows of `processing.objects.buildings.detect`, or footprints of a register with
            height_m and roof_p50_m.
        new: The same of a later flight.
        seen_new: Area of the new flight; what lies outside is not called gone.
        seen_old: Area of the old flight; what lies outside is not called new.

    Returns:
        Footprints with change (new, gone, raised, lowered, unchanged), heights in metres, raised_m
        (difference of roof_p50_m, which the ground does not disturb), shared (share of the smaller
        footprint) and rows of both tables (-1 for none).
    """
    one, other = old.sindex.query(new.geometry, predicate="intersects")[::-1]
    common = shapely.area(
        shapely.intersection(old.geometry.values[one], new.geometry.values[other])
    )
    smaller = np.minimum(old.area.to_numpy()[one], new.area.to_numpy()[other])
    share = common / np.maximum(smaller, 1e-9)
    order = np.argsort(-common, kind="stable")
    rows: list[tuple[object, ...]] = []
    met_old, met_new = set[int](), set[int]()
    for place in order[share[order] >= SAME_SHARE]:
        a, b = int(one[place]), int(other[place])
        if b in met_new and a in met_old:
            continue
        if b not in met_new:
            rows.append(_house(old, new, a, b, float(share[place])))
        met_old.add(a)
        met_new.add(b)
    gone = [a for a in range(len(old)) if a not in met_old and _covered(old, a, seen_new)]
    built = [b for b in range(len(new)) if b not in met_new and _covered(new, b, seen_old)]
    rows += [_house(old, new, a, -1, 0.0) for a in gone]
    rows += [_house(old, new, -1, b, 0.0) for b in built]
    table = {name: [row[place] for row in rows] for place, name in enumerate(BUILDING_COLUMNS)}
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=old.crs)


def _covered(frame: geopandas.GeoDataFrame, row: int, seen: shapely.Geometry | None) -> bool:
    return seen is None or bool(shapely.covers(seen, frame.geometry.iloc[row]))


def _house(
    old: geopandas.GeoDataFrame, new: geopandas.GeoDataFrame, a: int, b: int, share: float
) -> tuple[object, ...]:
    before = old.iloc[a] if a >= 0 else None
    after = new.iloc[b] if b >= 0 else None
    raised = _value(after, "roof_p50_m") - _value(before, "roof_p50_m")
    if before is None or after is None:
        kind = "new" if before is None else "gone"
    elif abs(raised) >= RAISED_M:
        kind = "raised" if raised > 0 else "lowered"
    else:
        kind = "unchanged"
    shape = old.geometry.iloc[a] if after is None else new.geometry.iloc[b]
    heights = _value(before, "height_m"), _value(after, "height_m")
    return kind, *heights, raised, share, a, b, shape


def _value(row: pd.Series | None, name: str) -> float:
    return float("nan") if row is None else float(row[name])
