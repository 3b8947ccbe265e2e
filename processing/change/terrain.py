"""How the ground has changed: the difference of two terrain models, and where it is certain."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio import features
from scipy import ndimage

from processing.change.m3c2 import CONFIDENCE
from processing.grid import Floats
from processing.raster import Raster

COLUMNS = ("kind", "area_m2", "volume_m3", "error_m3", "depth_m", "geometry")


@dataclasses.dataclass(frozen=True)
class Errors:
    """Standard errors of two terrain models, metres."""

    old_m: Floats | float = 0.05
    """Of a cell of the old model, also as a grid; the random part."""
    new_m: Floats | float = 0.05
    registration_m: float = 0.03
    """Of the heights of one flight against those of the other: the same for all cells."""

    def lod(self) -> Floats:
        """Return the level of detection of each cell at 95 % (Brasington et al. 2003, Lane 2003):
        1.96 sqrt(old² + new² + registration²)."""
        whole = np.square(self.old_m) + np.square(self.new_m) + self.registration_m**2
        return np.asarray(CONFIDENCE * np.sqrt(whole))


@dataclasses.dataclass(frozen=True)
class Difference:
    """New minus old."""

    change_m: Floats
    """Shape (rows, cols); NaN where a model has no value."""
    lod_m: Floats
    """Level of detection per cell."""
    shift_m: float
    """What was taken off all cells: the median difference, if asked for."""


def difference(old: Raster, new: Raster, errors: Errors, *, level: bool = True) -> Difference:
    """Subtract an old terrain model from a new one.

    Args:
        old: Heights in metres.
        new: Heights on the same grid, of the same datum.
        errors: Of both.
        level: Take off the median difference: most of the ground has not changed, so that it is
            an error of the heights of a flight.

    Raises:
        DataError: The grids differ.
    """
    old.same_grid(new)
    change = new.values() - old.values()
    known = change[np.isfinite(change)]
    shift = float(np.median(known)) if level and len(known) else 0.0
    lod = np.broadcast_to(errors.lod(), change.shape)
    return Difference(change - shift, lod.copy(), shift)


def earthworks(
    found: Difference, old: Raster, errors: Errors, *, least_m2: float = 10.0
) -> geopandas.GeoDataFrame:
    """Return connected places where the ground rose or fell by more than the level of detection.

    A place begins where nine cells together have moved, and ends where the change is under the
    level; so single wrong cells are none.

    Args:
        found: The difference.
        old: The raster whose grid it has.
        errors: Of both models.
        least_m2: Smallest place.

    Returns:
        Polygons with kind (cut, fill), area_m2, volume_m3 (negative for cut), error_m3 (at 95 %:
        random errors of cells added as squares, that of the registration in full), depth_m
        (largest change, negative for cut), largest volume first.
    """
    cell_m2 = old.cell**2
    rows: list[tuple[object, ...]] = []
    for kind, sign in (("fill", 1.0), ("cut", -1.0)):
        for mask, shape in _places(sign * found.change_m, found.lod_m, old, least_m2):
            change = found.change_m[mask]
            area = len(change) * cell_m2
            random = np.sqrt(_squares(errors, mask)) * cell_m2
            error = CONFIDENCE * float(np.hypot(random, errors.registration_m * area))
            depth = sign * float(np.max(sign * change))
            rows.append((kind, area, float(change.sum() * cell_m2), error, depth, shape))
    rows.sort(key=lambda row: -abs(float(str(row[2]))))
    table = {name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=old.crs)


def _squares(errors: Errors, mask: NDArray[np.bool_]) -> float:
    whole = np.square(errors.old_m) + np.square(errors.new_m)
    return float(np.broadcast_to(whole, mask.shape)[mask].sum())


def _places(
    rise: Floats, lod: Floats, old: Raster, least_m2: float
) -> list[tuple[NDArray[np.bool_], shapely.Geometry]]:
    """Return the cells and the outline of each place where the rise is over the level."""
    value = np.nan_to_num(rise, nan=0.0)
    smooth = ndimage.uniform_filter(value, 3)
    label, count = ndimage.label(smooth > lod / np.sqrt(3))
    if not count:
        return []
    certain = ndimage.maximum(np.minimum(value, smooth) - lod, label, np.arange(1, count + 1))
    size = np.bincount(label.ravel(), minlength=count + 1)[1:] * old.cell**2
    kept = np.flatnonzero((np.asarray(certain) > 0) & (size >= least_m2)) + 1
    label[~np.isin(label, kept)] = 0
    found: dict[int, list[shapely.Geometry]] = {}
    shapes = features.shapes(label.astype(np.int32), label > 0, transform=old.transform)
    for shape, number in shapes:
        rings = [np.array(one) for one in shape["coordinates"]]
        found.setdefault(int(number), []).append(shapely.Polygon(rings[0], rings[1:]))
    return [(label == number, shapely.union_all(parts)) for number, parts in sorted(found.items())]
