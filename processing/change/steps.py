"""Steps from two flights to what has changed between them.

What they write is GeoParquet in the CRS of the old flight, lengths in metres.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import geopandas
import numpy as np
import shapely
from rasterio import features

from processing.change import crowns
from processing.change import m3c2 as clouds
from processing.change import objects as things
from processing.change import terrain as ground
from processing.cloud.points import Points, read_points
from processing.grid import Floats
from processing.objects.returns import sampled
from processing.raster import Raster, read_raster, write_cog
from processing.steps import Inputs, Outputs, step
from sip.crs import Extent
from sip.errors import DataError

NODATA = -9999.0
_STEEPEST_DEG = 85.0


@step(version=2, outputs={"difference": "difference.tif", "earthworks": "earthworks.parquet"})
def terrain(
    inputs: Inputs,
    outputs: Outputs,
    *,
    old_error_m: float = 0.05,
    new_error_m: float = 0.05,
    registration_m: float = 0.03,
    least_m2: float = 10.0,
    level: bool = True,
) -> None:
    """Subtract two terrain models, and outline where the ground was dug or filled.

    Inputs:
        old, new: Terrain models, metres, one CRS; the new one is read on the old one's grid.
        old_errors, new_errors: Rasters of the standard error of each cell on the old one's grid,
            instead of one number for all; may be left out.

    Outputs:
        difference: COG, float32: band 1 new minus old, band 2 the level of detection at 95 %,
            1.96 sqrt(old² + new² + registration²).
        earthworks: Polygons with kind (cut, fill), area_m2, volume_m3 (negative for cut), error_m3
            (at 95 %) and depth_m, areas and volumes with one digit, depths with two.

    Args:
        inputs: See above.
        outputs: See above.
        old_error_m: Standard error of a cell of the old model.
        new_error_m: Of the new one.
        registration_m: Of the heights of one flight against the other.
        least_m2: Smallest earthwork.
        level: Take off the median difference first.

    Raises:
        DataError: A file is no raster, or the two have different CRSs.
    """
    old = read_raster(inputs["old"][0])
    new = _on_grid(read_raster(inputs["new"][0]), old)
    errors = ground.Errors(
        _errors(inputs, "old_errors", old, old_error_m),
        _errors(inputs, "new_errors", old, new_error_m),
        registration_m,
    )
    found = ground.difference(old, new, errors, level=level)
    bands = np.nan_to_num(np.stack([found.change_m, found.lod_m]), nan=NODATA).astype(np.float32)
    write_cog(Raster(bands, old.transform, old.crs, NODATA), outputs["difference"])
    rows = ground.earthworks(found, old, errors, least_m2=least_m2)
    digits = {"area_m2": 1, "volume_m3": 1, "error_m3": 1, "depth_m": 2}
    rows.assign(**rows[[*digits]].round(digits)).to_parquet(outputs["earthworks"], index=False)


@step(version=1, outputs={"errors": "errors.tif"})
def errors(
    inputs: Inputs, outputs: Outputs, *, vertical_m: float = 0.1, horizontal_m: float = 0.3
) -> None:
    """Say how far each cell of a terrain model may be wrong: more where the ground is steep.

    Inputs:
        slope: Of the model, degrees.

    Outputs:
        errors: Standard error, metres: sqrt(vertical² + (horizontal tan slope)²) (Hodgson and
            Bresnahan 2004).

    Args:
        inputs: See above.
        outputs: See above.
        vertical_m: Standard error of heights on level ground.
        horizontal_m: Standard error of places.

    Raises:
        DataError: The file is no raster.
    """
    slope = read_raster(inputs["slope"][0])
    steep = np.tan(np.radians(np.minimum(slope.values(), _STEEPEST_DEG)))
    made = np.nan_to_num(np.hypot(vertical_m, horizontal_m * steep), nan=NODATA)
    bands = made[None].astype(np.float32)
    write_cog(Raster(bands, slope.transform, slope.crs, NODATA), outputs["errors"])


@step(version=1, outputs={"distances": "distances.parquet"})
def m3c2(
    inputs: Inputs,
    outputs: Outputs,
    *,
    core: Sequence[float] | None = None,
    apart_m: float = 2.0,
    normal_radius_m: float = 2.0,
    radius_m: float = 1.0,
    reach_m: float = 5.0,
    registration_m: float = 0.03,
    classes: Sequence[int] | None = None,
) -> None:
    """Measure distances between two clouds along the normals of the old surface.

    Inputs:
        old, new: Points of a tile with a margin of at least normal_radius_m and reach_m.
        old_classes, new_classes: Their classes; may be left out.

    Outputs:
        distances: Points at old points, one per square of apart_m: z_m, distance_m, lod_m (at
            95 %), significant, normal_x, normal_y, normal_z, spread_old_m, spread_new_m,
            count_old, count_new. NaN where a flight has no points.

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile; without it cores are everywhere.
        apart_m: Width of the squares.
        normal_radius_m: Of the sphere that gives the normal.
        radius_m: Of the cylinder.
        reach_m: Half of the cylinder's length.
        registration_m: Standard error of one cloud against the other.
        classes: Which classes take part; all but noise by default.

    Raises:
        DataError: A file is damaged, or the clouds have different CRSs.
    """
    old, new = (_points(inputs, name, classes) for name in ("old", "new"))
    if old.crs != new.crs:
        raise DataError(f"the old points are in EPSG:{old.crs}, the new ones in EPSG:{new.crs}")
    before, after = _xyz(old), _xyz(new)
    cores = _cores(before, core, apart_m)
    found = clouds.distances(
        before, after, cores, normal_radius_m=normal_radius_m, radius_m=radius_m, reach_m=reach_m,
        registration_m=registration_m,
    )  # fmt: skip
    table = {
        "z_m": cores[:, 2], "distance_m": found.distance_m, "lod_m": found.lod_m,
        "significant": found.significant, "normal_x": found.normal[:, 0],
        "normal_y": found.normal[:, 1], "normal_z": found.normal[:, 2],
        "spread_old_m": found.spread_old_m, "spread_new_m": found.spread_new_m,
        "count_old": found.count_old, "count_new": found.count_new,
    }  # fmt: skip
    places = shapely.points(cores[:, :2])
    frame = geopandas.GeoDataFrame(table, geometry=places, crs=old.crs)
    frame.to_parquet(outputs["distances"], index=False)


@step(version=4, outputs={"trees": "trees.parquet", "buildings": "buildings.parquet"})
def objects(inputs: Inputs, outputs: Outputs) -> None:
    """Say which trees and buildings are gone, new or other than they were.

    Inputs:
        old_trees, new_trees: What `objects.trees` has written.
        old_buildings, new_buildings: What `objects.merge` has written, or `objects.heights`.
        old_canopy, new_canopy: Rasters of heights over ground, which say what share of a
            crown the other year lacks (`crowns.missing`); may be left out. What one flight has not
            seen (no canopy within `crowns.SEEN_M`) is neither gone nor new.

    Outputs:
        trees: Crowns with change (felled, cut back, grown, unchanged, new), old_height_m,
            new_height_m, grown_m, old_row, new_row (-1 for none).
        buildings: Footprints with change (new, gone, raised, lowered, unchanged), old_height_m,
            new_height_m, raised_m, shared, old_row, new_row.

    Args:
        inputs: See above.
        outputs: See above.

    Raises:
        DataError: A file is damaged, or the flights have different CRSs.
    """
    old, new = _frame(inputs["old_trees"][0]), _frame(inputs["new_trees"][0])
    canopies = [inputs.get(f"{one}_canopy", ()) for one in ("old", "new")]
    lost = gained = None
    if all(canopies):
        was, now = (read_raster(one[0]) for one in canopies)
        lost, gained = crowns.missing(old, was, now), crowns.missing(new, now, was)
    trees = things.trees(old, new, lost=lost, gained=gained)
    trees.to_parquet(outputs["trees"], index=False)
    before, after = _frame(inputs["old_buildings"][0]), _frame(inputs["new_buildings"][0])
    if before.crs != after.crs or old.crs != new.crs:
        raise DataError("the two flights have different coordinate reference systems")
    made = things.buildings(
        before, after, seen_new=_seen(inputs, "new_canopy"), seen_old=_seen(inputs, "old_canopy")
    )
    made.to_parquet(outputs["buildings"], index=False)


def _on_grid(new: Raster, old: Raster) -> Raster:
    """Return the new model on the old one's grid."""
    if new.crs != old.crs:
        raise DataError(f"the old model is in EPSG:{old.crs}, the new one in EPSG:{new.crs}")
    if new.transform == old.transform and new.bands.shape == old.bands.shape:
        return new
    rows, cols = old.band.shape
    x = old.transform.c + old.cell * (np.arange(cols) + 0.5)
    y = old.transform.f - old.cell * (np.arange(rows) + 0.5)
    values = sampled(new, *(one.ravel() for one in np.meshgrid(x, y))).reshape(rows, cols)
    bands = np.nan_to_num(values, nan=NODATA)[None].astype(np.float32)
    return Raster(bands, old.transform, old.crs, NODATA)


def _errors(inputs: Inputs, name: str, old: Raster, otherwise: float) -> Floats | float:
    if not inputs.get(name):
        return otherwise
    return _on_grid(read_raster(inputs[name][0]), old).values()


def _points(inputs: Inputs, name: str, classes: Sequence[int] | None) -> Points:
    given = inputs.get(f"{name}_classes", ())
    points = read_points(inputs[name][0], given[0] if given else None)
    wanted = points.usable()
    if classes is not None:
        wanted &= np.isin(points.classification, list(classes))
    return points.taken(wanted)


def _xyz(points: Points) -> Floats:
    return np.column_stack([points.east(), points.north(), points.height()])


def _cores(points: Floats, core: Sequence[float] | None, apart_m: float) -> Floats:
    """Return the point nearest to the middle of each square that has one, by south and west."""
    inside = points
    if core is not None:
        e = Extent(*core)
        x, y = points[:, 0], points[:, 1]
        inside = points[(x >= e.west) & (x < e.east) & (y >= e.south) & (y < e.north)]
    square = np.floor(inside[:, :2] / apart_m)
    away = np.hypot(*(inside[:, :2] - (square + 0.5) * apart_m).T)
    order = np.lexsort((inside[:, 2], away, square[:, 0], square[:, 1]))
    ordered = square[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    return inside[order[first]]


def _seen(inputs: Inputs, name: str) -> shapely.Geometry | None:
    """Return the area that a flight saw."""
    if not inputs.get(name):
        return None
    raster = read_raster(inputs[name][0])
    known = crowns.known(raster)
    shapes = features.shapes(known.astype(np.uint8), known, transform=raster.transform)
    return shapely.union_all([shapely.geometry.shape(shape) for shape, _ in shapes])


def _frame(file: Path) -> geopandas.GeoDataFrame:
    try:
        return geopandas.read_parquet(file)
    except (OSError, ValueError) as error:
        raise DataError(f"{file}: not GeoParquet: {error}") from error
