"""Which trees and buildings are gone, new or other than they were."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely

from processing.grid import Floats
from processing.objects.matching import pair

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
STANDS_SHARE = 0.4
"""A place still has a tree if the other flight saw returns over this share of its height there."""
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
    canopy_old: Floats | None = None,
    canopy_new: Floats | None = None,
) -> geopandas.GeoDataFrame:
    """Pair the trees of two flights, and say what became of each.

    An apex that one flight does not show is no felling while the canopy still stands there: two
    crowns may have been taken for one.

    Args:
        old: Rows of `processing.objects.trees.detect`.
        new: The same of a later flight.
        canopy_old: Height of the canopy of the old flight at each new tree, metres; without it
            only apices are compared.
        canopy_new: Height of the canopy of the new flight at each old tree.

    Returns:
        Crowns (new ones where there are) with change (felled, cut back, grown, unchanged, new),
        heights in metres (NaN where there was no tree), grown_m, and rows of both tables (-1 for
        none). `new` is a tree that was planted, or grew over the lowest that is looked for.
    """
    left, right = pair(_places(old), _places(new), _reach(new))
    height_old, height_new = old["height_m"].to_numpy(), new["height_m"].to_numpy()
    rows: list[tuple[object, ...]] = []
    for one, other in zip(left, right, strict=True):
        grown = float(height_new[other] - height_old[one])
        kind = _growth(grown, float(height_old[one]))
        rows.append(_row(kind, old, new, int(one), int(other)))
    for one in np.setdiff1d(np.arange(len(old)), left):
        stands = canopy_new is not None and canopy_new[one] > STANDS_SHARE * height_old[one]
        if height_old[one] >= SURE_TREE_M and not stands:
            rows.append(_row("felled", old, new, int(one), -1))
    for other in np.setdiff1d(np.arange(len(new)), right):
        stood = canopy_old is not None and canopy_old[other] > STANDS_SHARE * height_new[other]
        if height_new[other] >= SURE_TREE_M and not stood:
            rows.append(_row("new", old, new, -1, int(other)))
    table = {name: [row[place] for row in rows] for place, name in enumerate(TREE_COLUMNS)}
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=old.crs)


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
