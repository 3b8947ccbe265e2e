"""Steps that find things in points.

All read `points` and, if given, `classes` (see `processing.cloud`), and `dtm`, a terrain model of
the tile with its margin, in metres. What they write is GeoParquet in the CRS of the points, a row
per thing, sorted by its place; a thing belongs to the tile whose core holds its place, a point on
the core's eastern or northern edge to the next tile.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import shapely
from rasterio import features

from processing.cloud.points import GROUND, Points, read_points, write_classes
from processing.flight.quality import CELL_M
from processing.frames import read_frame
from processing.grid import Grid
from processing.objects import buildings as houses
from processing.objects import classes as point_classes
from processing.objects import kerbs as edges
from processing.objects import poles as posts
from processing.objects import roofs as roof_cells
from processing.objects import trees as stems
from processing.objects.returns import Mask, Returns, sampled
from processing.raster import Raster, read_raster
from processing.steps import Inputs, Outputs, step
from sip.crs import Extent
from sip.errors import DataError

DENSE = 10.5
"""Pulses per square metre, counted where there are any, of a flight ordered with 12."""
_CHUNK = 250_000
"""Points that are looked at together."""
RIM_M = 1.5
"""A building so near to the edge of the points may go on beyond."""


@step(version=4, outputs={"trees": "trees.parquet"})
def trees(
    inputs: Inputs,
    outputs: Outputs,
    *,
    core: Sequence[float] | None = None,
    density: float | None = None,
) -> None:
    """Find single trees; roofs and poles are kept out.

    Inputs:
        points, classes, dtm: See the module.

    Outputs:
        trees: Crown polygons with x, y (of the apex, by which a tree is owned), height_m (over the
            ground), crown_m (diameter of a circle of the crown's area), confidence (0 to 1) and
            layer (canopy, or shade for a tree under others).

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile; without it everything is written.
        density: Pulses per square metre, to which cells are fitted. Give all tiles the same, so
            that there is no seam; by default it is counted.

    Raises:
        DataError: A file is damaged, or the terrain model has another CRS.
    """
    returns, dtm = _read(inputs)
    if not len(returns):
        _write(_no_rows(stems.COLUMNS, dtm.crs), outputs["trees"])
        return
    extent = returns.extent()
    density = returns.density() if density is None else density
    roofs = roof_cells.roofs(returns, Grid(extent, roof_cells.cell_for(density)))
    grid = Grid(extent, stems.cell_for(density))
    found = stems.detect(returns, grid, crs=dtm.crs, roofs=roofs)
    _write(_owned(found, found["x"], found["y"], core), outputs["trees"])


@step(version=1, outputs={"buildings": "buildings.parquet"})
def buildings(
    inputs: Inputs,
    outputs: Outputs,
    *,
    core: Sequence[float] | None = None,
    density: float | None = None,
) -> None:
    """Find the footprints of buildings.

    Inputs:
        points, classes, dtm: See the module.

    Outputs:
        buildings: Polygons with roof_p50_m, roof_p90_m, ground_m (heights of the datum), height_m
            (of the block LoD1), roof (flat, pent, gable, hip, other; null where points are too
            few), points, confidence (0 to 1), and whole: false for a part of a building that goes
            on beyond the points of this tile; it is cut at the core, for `objects.merge`.

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile; without it everything is written. Buildings
            are owned by their centroids.
        density: As of `objects.trees`.

    Raises:
        DataError: A file is damaged, or the terrain model has another CRS.
    """
    returns, dtm = _read(inputs)
    found = houses.detect(returns, dtm, density=density)
    _write(_in_core(found, returns, core), outputs["buildings"])


@step(version=1, outputs={"buildings": "buildings.parquet"})
def merge(inputs: Inputs, outputs: Outputs) -> None:
    """Merge the buildings of all tiles: parts that touch or overlap become one.

    Inputs:
        buildings: What `objects.buildings` has written for each tile.

    Outputs:
        buildings: As there, without `whole`. Heights of a building of parts are means of theirs,
            weighted by points; its roof is that of the largest part.

    Args:
        inputs: See above.
        outputs: See above.

    Raises:
        DataError: A file is damaged.
    """
    tiles = [_frame(file) for file in inputs["buildings"]]
    _write(houses.merged(pd.concat(tiles, ignore_index=True)), outputs["buildings"])


@step(version=2, outputs={"classes": "classes.npy"})
def classes(
    inputs: Inputs,
    outputs: Outputs,
    *,
    keep: Sequence[int] = (),
    low_m: float = 0.4,
    medium_m: float = 2.0,
) -> None:
    """Give each point of a tile the class of what it is on: ground, vegetation, building, water.

    Inputs:
        points, classes, dtm: See the module; the classes are those of `ground.classify`.
        trees: Crowns of this tile and of its neighbours.
        buildings: What `objects.buildings` has written for the same tiles.
        water: If given, GeoParquet, GeoPackage or GeoJSON of polygons of water in any CRS.

    Outputs:
        classes: One per point, see `processing.objects.classes.classify`.

    Args:
        inputs: See above.
        outputs: See above.
        keep: Classes of the supplier that stay, as 17 for bridges or 9 for water.
        low_m: Vegetation up to this height over the ground is low (class 3) ...
        medium_m: ... and up to this one medium (4).

    Raises:
        DataError: A file is damaged, or the terrain model has another CRS.
    """
    (file,), model = inputs["points"], read_raster(inputs["dtm"][0])
    points = read_points(file, inputs["classes"][0])
    if points.crs != model.crs:
        raise DataError(f"points are in EPSG:{points.crs}, the terrain model in EPSG:{model.crs}")
    crowns, houses_there = (
        pd.concat([_frame(one) for one in inputs[name]], ignore_index=True)
        for name in ("trees", "buildings")
    )
    water = [read_frame(one).to_crs(points.crs) for one in inputs.get("water", ())]
    found = point_classes.classify(
        points, model, crowns=crowns, buildings=houses_there, water=water[0] if water else None,
        settings=point_classes.Settings(low_m=low_m, medium_m=medium_m),
    )  # fmt: skip
    if keep:
        found = point_classes.kept(found, read_points(file).classification, keep)
    write_classes(found, outputs["classes"])


@step(version=1, outputs={"heights": "heights.parquet"})
def heights(inputs: Inputs, outputs: Outputs, *, core: Sequence[float] | None = None) -> None:
    """Measure the roofs over given footprints, as a cadastre has them.

    Inputs:
        points, classes, dtm: See the module.
        footprints: GeoParquet, GeoPackage or GeoJSON of polygons in any CRS.

    Outputs:
        heights: The footprints whose centroids lie in the core, with their columns and with
            roof_p50_m, roof_p90_m, ground_m, height_m, roof, points; heights are NaN where there
            is no roof.

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile; without it all are measured.

    Raises:
        DataError: A file is damaged, or the terrain model has another CRS.
    """
    returns, dtm = _read(inputs)
    given = read_frame(inputs["footprints"][0]).to_crs(dtm.crs)
    middle = given.centroid
    asked = given[_inside(middle.x, middle.y, core)].reset_index(drop=True)
    measured = houses.measure(asked, returns, dtm)
    _write(measured.drop(columns="confidence"), outputs["heights"])


@step(version=2, outputs={"poles": "poles.parquet", "kerbs": "kerbs.parquet"})
def street(
    inputs: Inputs,
    outputs: Outputs,
    *,
    core: Sequence[float] | None = None,
    beside_m: float = 5.0,
) -> None:
    """Find poles, signs and kerbs in the right of way, in the points of a dense flight.

    Inputs:
        points, classes, dtm: See the module.
        roads: GeoParquet, GeoPackage or GeoJSON of lines or polygons of carriageways, any CRS.
        quality: Of all tiles of the flight, as `flight.quality` has written it, so that its density
            and not that of single tiles decides; may be left out.

    Outputs:
        poles: Points with kind (lamp, sign), height_m, points, confidence (0 to 1).
        kerbs: Lines with step_m and length_m.

    Args:
        inputs: See above.
        outputs: See above.
        core: West, south, east, north of the tile; without it everything is written. Poles are
            owned by their places; kerbs are cut at the core.
        beside_m: How far from `roads` the right of way reaches: beyond, banks and aerials are
            found too.

    Raises:
        DataError: A file is damaged, or there are fewer than 12 pulses per square metre.
    """
    returns, dtm = _read(inputs)
    told = inputs.get("quality", ())
    density = _flown(told) if told else returns.density()
    if density < DENSE:
        raise DataError(
            f"{density:.1f} pulses per square metre are too few for kerbs and poles, which need "
            "12: a kerb of 12 cm shows only where points lie closer together than 30 cm on both "
            "sides, and a lamp of 4 pulses per square metre returns one point or none. Order a "
            "denser flight or a mobile scan"
        )
    roads = read_frame(inputs["roads"][0]).to_crs(dtm.crs)
    way = shapely.buffer(shapely.union_all(roads.geometry), beside_m)
    seen = returns
    if len(returns) and not way.is_empty:
        seen = returns.taken(_near(returns, way))
    if not len(seen) or way.is_empty:
        _write(_no_rows(posts.COLUMNS, dtm.crs), outputs["poles"])
        _write(_no_rows(edges.COLUMNS, dtm.crs), outputs["kerbs"])
        return
    roofs = roof_cells.roofs(returns, Grid(returns.extent(), roof_cells.cell_for(density)))
    found = posts.detect(returns, crs=dtm.crs, roofs=roofs)
    found = found[found.intersects(way)]
    _write(_owned(found, found.geometry.x, found.geometry.y, core), outputs["poles"])
    lines = edges.detect(seen, crs=dtm.crs)
    if core is not None:
        e = Extent(*core)
        lines = lines.clip(shapely.box(e.west, e.south, e.east, e.north), keep_geom_type=True)
        lines = lines.explode(ignore_index=True).assign(length_m=lambda one: one.length)
    middle = lines.centroid
    _write(_owned(lines, middle.x, middle.y, None), outputs["kerbs"])


def _flown(quality: Sequence[Path]) -> float:
    """Return pulses per square metre where there are any, over all tiles of a flight."""
    told = [json.loads(file.read_text(encoding="utf-8")) for file in quality]
    covered = sum(one["covered_cells"] for one in told) * CELL_M**2
    return float(sum(one["pulses"] for one in told) / max(covered, 1.0))


def _near(returns: Returns, way: shapely.Geometry) -> Mask:
    """Say which returns lie in the right of way, to half a metre."""
    grid = Grid(returns.extent(), 0.5)
    inside = features.geometry_mask([way], grid.shape, grid.transform, invert=True)
    return np.asarray(grid.looked_up(inside, returns.x, returns.y))


def over_ground(points: Points, dtm: Raster) -> Returns:
    """Return the usable points over a terrain model.

    Points where the model has no value, and those far below it, are left out. Without numbers of
    returns every point counts as the only one of its pulse.

    Raises:
        DataError: The model has another CRS.
    """
    if points.crs != dtm.crs:
        raise DataError(f"points are in EPSG:{points.crs}, the terrain model in EPSG:{dtm.crs}")
    metres = np.empty((4, len(points)))
    marks = np.empty((3, len(points)), dtype=bool)
    filled, told = 0, False
    for start in range(0, len(points), _CHUNK):  # whole columns would be there twice
        some = points.taken(slice(start, start + _CHUNK))
        x, y, z = some.east(), some.north(), some.height()
        over = z - sampled(dtm, x, y)
        kept = some.usable() & (over > -2.0)
        end = filled + int(np.count_nonzero(kept))
        one = np.ones(len(some), dtype=np.uint8)
        number = one if some.return_number is None else some.return_number
        count = one if some.number_of_returns is None else some.number_of_returns
        marked = (number >= count, count > 1, some.classification == GROUND)
        told |= bool((marked[0] & marked[1]).any())
        for columns, values in ((metres, (x, y, z, over)), (marks, marked)):
            for column, value in zip(columns, values, strict=True):
                column[filled:end] = value[kept]
        filled = end
    if not told:  # first returns only: each is the last that is known
        marks[0] = True
    x, y, z, over = metres[:, :filled]
    return Returns(x, y, z, over, *marks[:, :filled])


def _read(inputs: Inputs) -> tuple[Returns, Raster]:
    (points,), (dtm,) = inputs["points"], inputs["dtm"]
    classes = inputs.get("classes", ())
    model = read_raster(dtm)
    return over_ground(read_points(points, classes[0] if classes else None), model), model


def _frame(file: Path) -> geopandas.GeoDataFrame:
    try:
        return geopandas.read_parquet(file)
    except (OSError, ValueError) as error:
        raise DataError(f"{file}: not GeoParquet: {error}") from error


def _no_rows(columns: Sequence[str], crs: int) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame({name: [] for name in columns}, geometry="geometry", crs=crs)


def _inside(x: pd.Series, y: pd.Series, core: Sequence[float] | None) -> pd.Series:
    if core is None:
        return pd.Series(True, index=x.index)
    e = Extent(*core)
    return (x >= e.west) & (x < e.east) & (y >= e.south) & (y < e.north)


def _owned(
    frame: geopandas.GeoDataFrame, x: pd.Series, y: pd.Series, core: Sequence[float] | None
) -> geopandas.GeoDataFrame:
    """Return the rows whose place is in the core, from south to north and west to east."""
    order = np.lexsort((x, y))
    kept = _inside(x, y, core).to_numpy()[order]
    return frame.iloc[order[kept]].reset_index(drop=True)


def _in_core(
    found: geopandas.GeoDataFrame, returns: Returns, core: Sequence[float] | None
) -> geopandas.GeoDataFrame:
    """Return whole buildings owned by the core, and what lies in it of those that go on beyond."""
    middle = found.centroid
    if core is None or not len(found):
        return _owned(found.assign(whole=True), middle.x, middle.y, core)
    seen, e = returns.seen(), Extent(*core)
    rim = shapely.box(seen.west, seen.south, seen.east, seen.north).buffer(-RIM_M)
    whole = shapely.within(found.geometry.to_numpy(), rim)
    owned = found[whole & _inside(middle.x, middle.y, core).to_numpy()].assign(whole=True)
    parts = found[~whole].assign(whole=False)
    parts = parts.set_geometry(parts.intersection(shapely.box(e.west, e.south, e.east, e.north)))
    parts = parts[~parts.is_empty & (parts.area > 0)]
    every = geopandas.GeoDataFrame(pd.concat([owned, parts]), crs=found.crs)
    place = every.centroid
    return _owned(every, place.x, place.y, None)


def _write(frame: geopandas.GeoDataFrame, file: Path) -> None:
    frame.to_parquet(file, index=False)
