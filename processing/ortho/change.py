"""Change of cover between two years."""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import shapely
from rasterio import features
from rasterio.windows import transform as window_transform

from processing.blocks import cog, opened
from processing.ortho.cover import Class
from processing.ortho.zones import class_areas
from sip.errors import DataError

FROM = 10
"""A change has the code FROM x old class + new class."""


def write_change(old: Path, new: Path, file: Path) -> None:
    """Write which class became which: 10 x old + new, also where nothing changed.

    Cells that lie in shadow or are unknown in either year are nodata, 0: nobody can tell.

    Raises:
        DataError: The two are not on the same cells.
    """
    with opened(old) as (first, cells), opened(new) as (second, others):
        if cells != others:
            raise DataError(
                f"{new}: has other cells than {old}; classify both on the same grid",
            )
        with cog(file, cells, count=1, dtype="uint8", nodata=0, overviews="mode") as target:
            for window in cells.blocks():
                before, after = first.read(1, window=window), second.read(1, window=window)
                known = (before > 0) & (after > 0)
                known &= (before != Class.SHADOW) & (after != Class.SHADOW)
                code = np.where(known, FROM * before + after, 0).astype(np.uint8)
                target.write(code, 1, window=window)


def changed_areas(change: Path, *, least_m2: float) -> geopandas.GeoDataFrame:
    """Return what has changed as polygons of cells, without small ones.

    Returns:
        MultiPolygons' parts with old_class, new_class (names of `Class`, small letters), area_m2.
    """
    found: dict[int, list[shapely.Geometry]] = {}
    with opened(change) as (source, cells):
        for window in cells.blocks():
            code = source.read(1, window=window)
            differs = (code > 0) & (code // FROM != code % FROM)
            where = window_transform(window, cells.transform)
            for shape, value in features.shapes(code, differs, transform=where):
                found.setdefault(int(value), []).append(shapely.geometry.shape(shape))
    rows = [
        (code, part)
        for code in sorted(found)
        for part in shapely.get_parts(shapely.union_all(found[code]))
        if part.area >= least_m2
    ]
    names = {int(one): one.name.lower() for one in Class}
    table = {
        "old_class": [names[code // FROM] for code, _ in rows],
        "new_class": [names[code % FROM] for code, _ in rows],
        "area_m2": [part.area for _, part in rows],
        "geometry": [part for _, part in rows],
    }
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=cells.crs)


def transitions(change: Path, zones: geopandas.GeoDataFrame, *, id_field: str) -> pd.DataFrame:
    """Return how much of which class became which in each zone.

    Returns:
        Rows of the zone's key, old_class, new_class, area_m2 (exactly weighted), where it is not 0.
    """
    names = {int(one): one.name.lower() for one in Class}
    keys = zones[id_field].to_numpy()
    rows = [
        (keys[place], names[code // FROM], names[code % FROM], float(areas[place]))
        for code, areas in sorted(class_areas(change, zones).items())
        for place in np.flatnonzero(areas)
    ]
    return pd.DataFrame(rows, columns=[id_field, "old_class", "new_class", "area_m2"])
