"""Cover by parcel, plan zone, district: areas weighted by the exact share of each cell."""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
from exactextract import exact_extract
from numpy.typing import NDArray

from processing.blocks import opened
from processing.ortho.accuracy import MAPPED, Accuracy
from processing.ortho.cover import Class
from processing.ortho.truth import GROUNDS
from sip.crs import epsg
from sip.errors import DataError

type Floats = NDArray[np.float64]


def class_areas(raster: Path, zones: geopandas.GeoDataFrame) -> dict[int, Floats]:
    """Return the area of each value of a raster in each zone, in m2.

    A cell that a zone's border crosses counts by the share of it that lies in the zone.

    Args:
        raster: One band of integers, axes in metres; nodata is left out.
        zones: Polygons, put into the raster's CRS if they are in another one.
    """
    with opened(raster) as (source, cells):
        there = zones.geometry.to_crs(epsg(cells.crs))
        plain = geopandas.GeoDataFrame(geometry=there.reset_index(drop=True))
        answer = exact_extract(source, plain, ["unique", "frac", "count"], output="pandas")
    areas: dict[int, Floats] = {}
    rows = zip(answer["unique"], answer["frac"], answer["count"], strict=True)
    for place, (values, shares, count) in enumerate(rows):
        for value, share in zip(values, shares, strict=True):
            some = areas.setdefault(int(value), np.zeros(len(zones)))
            some[place] = share * count * cells.cell**2
    return areas


def cover_shares(
    cover: Path, zones: geopandas.GeoDataFrame, *, id_field: str, accuracy: Accuracy
) -> pd.DataFrame:
    """Return what zones are covered with, how much is sealed, and how much is biologically active.

    Sealed and active are of the ground, under crowns, too: biologically active are vegetated ground
    and water; the high end of the interval counts bare ground as well, as it may be either.

    Args:
        cover: `Class` by cell.
        zones: Polygons.
        id_field: Their key.
        accuracy: How far the classes can be trusted.

    Returns:
        One row per zone: its key; area_m2; seen_m2 (with a class); of each class mapped
        `<class>_m2` and, shadow left out, the corrected `<class>_est_m2` with `_low_m2` and
        `_high_m2`; sealed and active in percent of what is seen with `_low_pct` and `_high_pct`,
        empty where nothing is.
    """
    if id_field not in zones:
        raise DataError(f'zones have no field "{id_field}" ({", ".join(zones.columns)})')
    areas = class_areas(cover, zones)
    none = np.zeros(len(zones))
    mapped = np.column_stack([areas.get(one, none) for one in range(1, MAPPED + 1)])
    with opened(cover) as (_, cells):
        size = zones.geometry.to_crs(epsg(cells.crs)).area.to_numpy()
    made = {id_field: zones[id_field].to_numpy(), "area_m2": size, "seen_m2": mapped.sum(axis=1)}
    for kind in Class:
        made[f"{kind.name.lower()}_m2"] = mapped[:, kind - 1]
    seen = [accuracy.seen.areas(row) for row in mapped]
    for kind in [one for one in Class if one is not Class.SHADOW]:
        for place, end in enumerate(("est", "low", "high")):
            made[f"{kind.name.lower()}_{end}_m2"] = np.array([one[place][kind - 1] for one in seen])
    return pd.DataFrame({**made, **_ground_shares(mapped, accuracy)})


def _ground_shares(mapped: Floats, accuracy: Accuracy) -> dict[str, Floats]:
    ground = [accuracy.ground.areas(row) for row in mapped]
    estimate, low, high = (np.array([one[place] for one in ground]) for place in range(3))
    sealed, plants, bare, water = range(len(GROUNDS))
    whole = mapped.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        return {
            "sealed_pct": 100 * estimate[:, sealed] / whole,
            "sealed_low_pct": 100 * low[:, sealed] / whole,
            "sealed_high_pct": 100 * high[:, sealed] / whole,
            "active_pct": 100 * (estimate[:, plants] + estimate[:, water]) / whole,
            "active_low_pct": 100 * np.maximum(
                (low[:, plants] + low[:, water]),
                whole - high[:, sealed] - high[:, bare],
            ) / whole,
            "active_high_pct": 100 * np.minimum(
                high[:, plants] + high[:, bare] + high[:, water], whole - low[:, sealed]
            ) / whole,
        }  # fmt: skip
