"""Infill areas (obszary uzupełnienia zabudowy) by the published algorithm.

Rule of Dz.U. 2024 poz. 729 (from memory), as two plugins implement it (read): buildings whose
outlines are at most 100 m apart are one group; groups of at least five count; each building gets
50 m around it; holes up to 5,000 m2 are filled; the whole is drawn in by 40 m.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree
from shapely.geometry.base import BaseGeometry

from sip.planning.analysis.declared import Infill
from sip.planning.analysis.table import Cell, Column, Table
from sip.text import Text

type Shapes = npt.NDArray[Any]
type Numbers = npt.NDArray[np.int64]

_NEAREST = 6
_AT_ONCE = 20_000
"""Buildings asked about at a time: bounds the memory that pairs take."""


@dataclasses.dataclass(frozen=True)
class InfillArea:
    """One area, and the buildings that made it."""

    shape: BaseGeometry
    buildings: int


def areas(outlines: Sequence[BaseGeometry], rule: Infill) -> list[InfillArea]:
    """Compute infill areas.

    Args:
        outlines: Buildings in x, y of a CRS whose axes are metres; all of them count.
        rule: The numbers of the algorithm.

    Returns:
        Polygons that do not touch, the largest first.
    """
    shapes: Shapes = np.array(outlines, dtype=np.object_)
    if len(shapes) < rule.least_buildings:
        return []
    group = groups(shapes, rule.reach_m)
    counted = shapes[np.bincount(group)[group] >= rule.least_buildings]
    if not len(counted):
        return []
    around = shapely.buffer(counted, rule.buffer_m, quad_segs=rule.quarter_segments)
    whole = shapely.get_parts(shapely.disjoint_subset_union_all(around))
    filled = shapely.disjoint_subset_union_all([_filled(one, rule.hole_m2) for one in whole])
    drawn_in = shapely.buffer(
        on_millimetres(filled), -rule.shrink_m, quad_segs=rule.quarter_segments
    )
    parts = [one for one in shapely.get_parts(drawn_in) if not one.is_empty]
    tree = shapely.STRtree(counted)
    hits = np.bincount(tree.query(parts, predicate="intersects")[0], minlength=len(parts))
    found = [InfillArea(one, int(count)) for one, count in zip(parts, hits, strict=True)]
    return sorted(found, key=lambda one: (-one.shape.area, one.shape.bounds))


def groups(shapes: Shapes, reach_m: float) -> Numbers:
    """Number the groups of shapes that are linked by distances up to `reach_m`.

    Exact: what is surely near (a common cell, near neighbours) is linked first, so that distances
    between outlines are measured only where they can still join two groups.
    """
    points = shapely.get_coordinates(shapely.point_on_surface(shapes))
    label = _linked(len(shapes), *_in_cells(points, reach_m))
    label = _linked(len(shapes), *_chained(label))
    label = _merged(label, *_near(points, reach_m))
    tree = shapely.STRtree(shapes)
    for start in range(0, len(shapes), _AT_ONCE):
        some = np.arange(start, min(start + _AT_ONCE, len(shapes)))
        boxes = shapely.box(*_grown(shapely.bounds(shapes[some]), reach_m).T)
        left, right = tree.query(boxes)
        left = some[left]
        open_ = label[left] != label[right]
        left, right = left[open_], right[open_]
        near = shapely.dwithin(shapes[left], shapes[right], reach_m)
        label = _merged(label, left[near], right[near])
    return label


def _in_cells(points: npt.NDArray[np.float64], reach_m: float) -> tuple[Numbers, Numbers]:
    """Link what has a point in the same cell: its diagonal is the reach."""
    cells = np.floor(points / (reach_m / np.sqrt(2.0))).astype(np.int64)
    _, label = np.unique(cells, axis=0, return_inverse=True)
    return _chained(label.astype(np.int64).ravel())


def _near(points: npt.NDArray[np.float64], reach_m: float) -> tuple[Numbers, Numbers]:
    count = min(_NEAREST, len(points))
    distance, other = cKDTree(points).query(points, k=count, distance_upper_bound=reach_m)
    row, column = np.nonzero(np.isfinite(distance.reshape(len(points), -1)))
    return row, other.reshape(len(points), -1)[row, column]


def _chained(label: Numbers) -> tuple[Numbers, Numbers]:
    """Return links that chain the members of every label."""
    order = np.argsort(label, kind="stable")
    same = label[order][1:] == label[order][:-1]
    return order[1:][same], order[:-1][same]


def _linked(count: int, left: Numbers, right: Numbers) -> Numbers:
    graph = coo_array((np.ones(len(left), dtype=np.int8), (left, right)), shape=(count, count))
    return np.asarray(connected_components(graph, directed=False)[1], dtype=np.int64)


def _merged(label: Numbers, left: Numbers, right: Numbers) -> Numbers:
    """Return labels after more links: groups that are linked become one."""
    return _linked(int(label.max()) + 1, label[left], label[right])[label]


def _grown(bounds: npt.NDArray[np.float64], by: float) -> npt.NDArray[np.float64]:
    return np.asarray(bounds + np.array([-by, -by, by, by]), dtype=np.float64)


def _filled(polygon: BaseGeometry, most_m2: float) -> BaseGeometry:
    """Fill the holes of a polygon that are no larger than `most_m2`."""
    assert isinstance(polygon, shapely.Polygon)
    open_ = [ring for ring in polygon.interiors if shapely.Polygon(ring).area > most_m2]
    return shapely.Polygon(polygon.exterior, open_)


def on_millimetres(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape on whole millimetres, its rings from their first corner on.

    GEOS leaves out corners that matter less than a hundredth of a distance when it draws a shape
    in, and which ones depends on where a ring begins and on the last digits of its corners: the
    same shape with noise of 1e-12 m came out different by one part in a million.
    """
    return shapely.normalize(shapely.transform(shape, lambda places: np.round(places, 3)))


def table(
    found: Sequence[InfillArea], rule: Infill, code: int, border: BaseGeometry | None = None
) -> Table:
    """Return infill areas as a layer, with how far a plan may enlarge them.

    Args:
        found: The areas.
        rule: The numbers of the algorithm.
        code: EPSG code of the CRS that they are in.
        border: Of the gmina that they are for, in that CRS; areas are cut to it.
    """
    if border is not None:
        cut = [dataclasses.replace(one, shape=_cut(one.shape, border)) for one in found]
        found = [one for one in cut if not one.shape.is_empty]
    rows: list[list[Cell]] = [
        [number, one.buildings, round(one.shape.area, 1)] for number, one in enumerate(found, 1)
    ]
    whole = sum(one.shape.area for one in found)
    enlarged = whole * rule.most_pct / 100
    note = Text(
        pl=f"Razem {whole / 1e4:.2f} ha; w planie ogólnym najwyżej {enlarged / 1e4:.2f} ha"
        f" ({rule.most_pct:g} %, z pamięci: sprawdź w rozporządzeniu).",
        en=f"{whole / 1e4:.2f} ha in all; a general plan may have {enlarged / 1e4:.2f} ha at most"
        f" ({rule.most_pct:g} %, from memory: check it in the regulation).",
    )
    columns = (
        Column("no", "integer", Text(pl="Numer", en="Number")),
        Column("buildings", "integer", Text(pl="Budynki", en="Buildings")),
        Column("area_m2", "number", Text(pl="Powierzchnia", en="Area"), "m2"),
    )
    title = Text(pl="Obszary uzupełnienia zabudowy", en="Infill areas")
    return Table("infill", title, columns, rows, [one.shape for one in found], code, [note])


def _cut(shape: BaseGeometry, border: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(shapely.intersection(shape, border))
    kept = [one for one in parts if one.geom_type == "Polygon"]
    return kept[0] if len(kept) == 1 else shapely.MultiPolygon(kept)
