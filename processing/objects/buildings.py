"""Buildings: footprints found in points or given by a register, heights and kinds of roofs."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from rasterio import features
from scipy import ndimage, sparse
from scipy.sparse import csgraph

from processing.grid import Floats, Grid
from processing.objects.outlines import main_direction, outlines, regular
from processing.objects.planes import Planes, planes
from processing.objects.returns import Returns, sampled
from processing.objects.roofs import SETTINGS, Roofs, Settings, cell_for, roofs
from processing.raster import Raster
from sip.crs import Extent

COLUMNS = (
    "roof_p50_m", "roof_p90_m", "ground_m", "height_m", "roof", "points", "confidence", "geometry",
)  # fmt: skip
OUTSIDE_M = 0.5
"""How far from an outline the ground is asked for its height."""
TOUCHING_M = 0.3
"""Parts of two tiles that are not farther from each other are of one building."""
ROOF_OVER_M = 1.0
"""Points in a footprint that are lower are yards, cars and errors of the footprint."""
FLAT_DEG, STEEP_DEG = 8.0, 70.0
ROUGH_M = 0.15
"""Largest residual of a plane that says which way a roof falls."""
FEWEST_CELLS = 40
"""Planes of cells that a kind of roof is told from ..."""
FEWEST_PER_M2 = 4.0
"""... and last returns per square metre; with fewer the kind is not told."""


def detect(
    returns: Returns,
    dtm: Raster,
    *,
    density: float | None = None,
    settings: Settings = SETTINGS,
) -> geopandas.GeoDataFrame:
    """Find buildings in points.

    Args:
        returns: Over ground, in the CRS of the terrain model.
        dtm: Heights of the ground.
        density: Last returns per square metre, to which cells are fitted; by default as it is.
        settings: Of the roofs.

    Returns:
        Footprints with COLUMNS; see `measure`. The outline is that of the roof, eaves included.
    """
    density = returns.density() if density is None else density
    cell = cell_for(density)
    grid = Grid(returns.extent(), cell) if len(returns) else None
    if grid is None:
        return measure(geopandas.GeoDataFrame(geometry=[], crs=dtm.crs), returns, dtm)
    found = roofs(returns, grid, settings=settings)
    beyond = (cell - density**-0.5) / 2  # a cell is a roof's when one point of it is
    shapes = [
        regular(one, step_m=1.2 * cell, inset_m=max(beyond, 0.0))
        for _, one in sorted(outlines(found.label, grid).items())
    ]
    frame = geopandas.GeoDataFrame(geometry=[one for one in shapes if one.area > 1], crs=dtm.crs)
    measured = measure(frame, returns, dtm)
    return measured.assign(confidence=_sure(measured, found))


def measure(
    footprints: geopandas.GeoDataFrame, returns: Returns, dtm: Raster
) -> geopandas.GeoDataFrame:
    """Measure the roofs over footprints.

    Args:
        footprints: Polygons in the CRS of the terrain model; their columns stay.
        returns: Over ground.
        dtm: Heights of the ground.

    Returns:
        The footprints with roof_p50_m and roof_p90_m (percentiles of the last returns over them,
        heights of the datum), ground_m (5th percentile of the terrain along the outline), height_m
        (of the block model LoD1: roof_p50_m over ground_m), roof (flat, pent, gable, hip, other;
        none where points are too few to tell), points (how many returns were asked) and confidence
        (0 to 1: here 1 where there are points). Where there is no roof, heights are NaN.
    """
    made = footprints.copy()
    grid = _grid_of(footprints)
    if grid is None:
        return made.assign(**{name: np.zeros(0) for name in COLUMNS[:-1] if name != "roof"},
                           roof=np.zeros(0, dtype=object))  # fmt: skip
    label = features.rasterize(
        [(shape, place + 1) for place, shape in enumerate(footprints.geometry)], grid.shape,
        transform=grid.transform, dtype=np.int32,
    )  # fmt: skip
    inside = grid.looked_up(label, returns.x, returns.y)
    inside[~_within(grid, returns)] = 0
    roof = (inside > 0) & returns.last & (returns.over_m > ROOF_OVER_M)
    over, of = returns.taken(roof), inside[roof]
    del inside, roof
    ground = np.array([_outline_level(one, dtm) for one in footprints.geometry])
    p50, p90 = _percentiles(of, over.z, len(footprints), (50, 90))
    points = np.bincount(of, minlength=len(footprints) + 1)[1:]
    return made.assign(
        roof_p50_m=p50, roof_p90_m=p90, ground_m=ground, height_m=p50 - ground,
        points=points,
        roof=pd.Series(
            _kinds(footprints, label, over, grid, points), dtype=object, index=made.index
        ),
        confidence=np.where(points > 0, 1.0, 0.0),
    )  # fmt: skip


def merged(parts: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Make one building of parts that overlap or touch, if one of them is not whole.

    Args:
        parts: Rows of `detect` of several tiles with a column `whole`.

    Returns:
        Buildings from south to north with COLUMNS; heights of several parts are means weighted by
        points, the roof is that of the largest.
    """
    left, right = parts.sindex.query(parts.buffer(TOUCHING_M), predicate="intersects")
    whole = parts["whole"].to_numpy(dtype=bool)
    joined = ~(whole[left] & whole[right])
    links = sparse.coo_array(
        (np.ones(joined.sum()), (left[joined], right[joined])), shape=(len(parts),) * 2
    )
    _, group = csgraph.connected_components(links, directed=False)
    rows = [_one(parts[group == number]) for number in range(group.max(initial=-1) + 1)]
    table = {name: [row[name] for row in rows] for name in COLUMNS}
    frame = geopandas.GeoDataFrame(table, geometry="geometry", crs=parts.crs)
    middle = frame.centroid
    return frame.iloc[np.lexsort((middle.x, middle.y))].reset_index(drop=True)


def _one(parts: geopandas.GeoDataFrame) -> dict[str, object]:
    largest = parts.loc[parts.area.idxmax()]
    if len(parts) == 1:
        return {name: largest[name] for name in COLUMNS}
    weight = np.maximum(parts["points"].to_numpy(), 1)
    means = ("roof_p50_m", "roof_p90_m", "ground_m", "height_m", "confidence")
    closed = shapely.union_all(parts.buffer(TOUCHING_M, join_style="mitre"))
    shape = closed.buffer(-TOUCHING_M, join_style="mitre")
    return {
        **{name: float(np.average(parts[name], weights=weight)) for name in means},
        "roof": largest["roof"], "points": int(parts["points"].sum()), "geometry": shape,
    }  # fmt: skip


def _grid_of(footprints: geopandas.GeoDataFrame) -> Grid | None:
    if not len(footprints):
        return None
    west, south, east, north = np.round(footprints.total_bounds)
    return Grid(Extent(west - 2, south - 2, east + 2, north + 2), 0.5)


def _within(grid: Grid, returns: Returns) -> NDArray[np.bool_]:
    e = grid.extent
    return np.asarray(
        (returns.x >= e.west) & (returns.x < e.east)
        & (returns.y > e.south) & (returns.y <= e.north)
    )  # fmt: skip


def _percentiles(
    of: NDArray[np.int32], values: Floats, count: int, wanted: tuple[int, ...]
) -> tuple[Floats, ...]:
    """Return percentiles of the values of each number from 1 to the count, NaN without values."""
    order = np.lexsort((values, of))
    sorted_values = values[order]
    starts = np.searchsorted(of[order], np.arange(1, count + 2))
    size = np.diff(starts)
    made = []
    for percent in wanted:
        place = starts[:-1] + percent / 100 * np.maximum(size - 1, 0)
        low = np.minimum(np.floor(place).astype(np.int64), max(len(values) - 1, 0))
        high = np.minimum(np.ceil(place).astype(np.int64), max(len(values) - 1, 0))
        share = place - np.floor(place)
        found = np.full(count, np.nan)
        if len(values):
            mixed = sorted_values[low] * (1 - share) + sorted_values[high] * share
            found = np.where(size > 0, mixed, np.nan)
        made.append(found)
    return tuple(made)


def _outline_level(shape: shapely.Geometry, dtm: Raster) -> float:
    """Return the lower end of the terrain along an outline, half a metre outside of it."""
    ring = shapely.segmentize(shapely.buffer(shape, OUTSIDE_M), 1.0)
    x, y = shapely.get_coordinates(shapely.boundary(ring)).T
    level = sampled(dtm, x, y)
    return float(np.nanpercentile(level, 5)) if np.isfinite(level).any() else float("nan")


def _kinds(
    footprints: geopandas.GeoDataFrame,
    label: NDArray[np.int32],
    over: Returns,
    grid: Grid,
    points: NDArray[np.int64],
) -> list[str | None]:
    surfaces = planes(grid, over.x, over.y, over.z)
    boxes = ndimage.find_objects(label, max_label=len(footprints))
    return [
        roof_kind(
            surfaces.part(box), label[box] == place + 1, main_direction(shapely.get_parts(shape)[0])
        )
        if box is not None
        and points[place] >= FEWEST_PER_M2 * 0.25 * FEWEST_CELLS
        and points[place] >= FEWEST_PER_M2 * shape.area * 0.7
        else None
        for place, (shape, box) in enumerate(zip(footprints.geometry, boxes, strict=True))
    ]


def roof_kind(surfaces: Planes, mask: NDArray[np.bool_], turn_deg: float) -> str | None:
    """Return what a roof is by the ways in which its planes fall.

    A pent roof falls one way, a gable two opposite ones, a hip roof four.

    Args:
        surfaces: Planes of cells.
        mask: Which cells are the roof.
        turn_deg: Direction of an axis of the building.
    """
    with np.errstate(invalid="ignore"):
        plane = mask & (surfaces.rough_m < ROUGH_M)
        tilt = np.degrees(np.arctan(np.hypot(surfaces.east, surfaces.north)))
        plane &= tilt < STEEP_DEG
    if plane.sum() < FEWEST_CELLS:
        return None
    tilt = tilt[plane]
    level = float(np.mean(tilt < FLAT_DEG))
    if level > 0.6:
        return "flat"
    leaning = tilt >= FLAT_DEG
    fall = np.arctan2(-surfaces.north[plane][leaning], -surfaces.east[plane][leaning])
    quarter = np.round((np.degrees(fall) - turn_deg) / 90).astype(np.int64) % 4
    share = np.bincount(quarter, minlength=4) / len(quarter)
    first = int(np.argmax(share))
    pair = share[first] + share[(first + 2) % 4]
    sides = share[[(first + 1) % 4, (first + 3) % 4]]
    if level > 0.35:
        return "other"
    if share[first] > 0.8:
        return "pent"
    if sides.min() > 0.05 and share[(first + 2) % 4] > 0.1:
        return "hip"
    return "gable" if pair > 0.8 and share[(first + 2) % 4] > 0.15 else "other"


def _sure(frame: geopandas.GeoDataFrame, found: Roofs) -> Floats:
    """Return how smooth the roof over each footprint is, from 0 to 1."""
    label = features.rasterize(
        [(shape, place + 1) for place, shape in enumerate(frame.geometry)], found.grid.shape,
        transform=found.grid.transform, dtype=np.int32,
    ) if len(frame) else np.zeros(found.grid.shape, dtype=np.int32)  # fmt: skip
    with np.errstate(invalid="ignore"):
        smooth = found.planes.rough_m < SETTINGS.rough_m
    size = np.bincount(label.ravel(), minlength=len(frame) + 1)[1:]
    share = np.bincount(label.ravel(), weights=smooth.ravel(), minlength=len(frame) + 1)[1:]
    return np.round(share / np.maximum(size, 1), 2)
