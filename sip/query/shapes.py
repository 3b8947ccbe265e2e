"""Geometries of a request, brought into the storage CRS without losing their shape.

A straight edge in one CRS is a curve in another: edges are followed densely enough that the error
stays below a centimetre for the extent of a city, and a few for a country.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import shapely
import shapely.geometry

from sip import crs
from sip.crs import CRS84_CODE, Extent
from sip.errors import QueryError, TooMuch
from sip.query.model import Box

_TOLERANCE_M = 0.01
_SEGMENTS_MAX = 1000
_SEGMENTS_MAX_IN_ALL = 100_000
MOST_VERTICES = 10_000
"""Of one geometry in a filter."""
_REACH_DEG = 10.0
"""How far outside its area of use a CRS is still computed with."""
_EARTH_RADIUS_M = 6_378_137.0


def from_geojson(
    node: Mapping[str, Any], *, source: int, storage: int
) -> shapely.geometry.base.BaseGeometry:
    """Return a GeoJSON geometry of a request in the storage CRS, x, y.

    Its coordinates are in the order that the authority of `source` prescribes; heights are left.

    Raises:
        QueryError: It is no geometry.
    """
    try:
        shape = shapely.force_2d(shapely.geometry.shape(dict(node)))
        points = shapely.get_coordinates(shape)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
        raise _no_geometry() from error
    except shapely.errors.ShapelyError as error:
        raise _no_geometry() from error
    if not np.isfinite(points).all():
        raise _no_geometry()
    if len(points) > MOST_VERTICES:
        raise TooMuch(
            f"a geometry of the filter has {len(points)} vertices; {MOST_VERTICES} are allowed",
            pl=f"geometria w filtrze ma {len(points)} wierzchołków; dozwolone jest {MOST_VERTICES}",
        )
    if crs.northing_first(source):
        shape = shapely.transform(shape, lambda xy: xy[:, ::-1])
    if not shape.is_valid:
        shape = shapely.make_valid(shape)
    return moved(shape, source=source, storage=storage)


def from_box(box: Box, *, storage: int) -> shapely.geometry.base.BaseGeometry | None:
    """Return a rectangle in the storage CRS, or None if it holds all that this CRS can hold."""
    parts = [_rectangle(extent) for extent in _unwrapped(box)]
    shape = shapely.union_all(parts) if len(parts) > 1 else parts[0]
    if shape.covers(_reach(box.crs, storage)):
        return None
    return moved(shape, source=box.crs, storage=storage)


def box_of(numbers: Sequence[Any], source: int) -> Box:
    """Read the corners of a rectangle, in the order of axes of its CRS, with or without heights.

    Raises:
        QueryError: They are not 4 or 6 finite numbers, or a corner is beyond its opposite.
    """
    if len(numbers) not in (4, 6) or not all(_is_number(number) for number in numbers):
        raise _no_box()
    half = len(numbers) // 2
    (west, south), (east, north) = numbers[0:2], numbers[half : half + 2]
    if crs.northing_first(source):
        west, south, east, north = south, west, north, east
    if south > north or (west > east and not crs.is_geographic(source)):
        raise _no_box()
    if crs.is_geographic(source) and not (abs(south) <= 90 and abs(north) <= 90):
        raise _no_box()
    return Box(Extent(float(west), float(south), float(east), float(north)), source)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 1e300


def _no_box() -> QueryError:
    return QueryError(
        "a box is two corners, least then greatest: 4 numbers, or 6 with heights,"
        " in the order of axes of its CRS",
        pl="prostokąt to dwa narożniki, najmniejszy i największy: 4 liczby, lub 6 z wysokościami,"
        " w kolejności osi układu",
    )


def _rectangle(extent: Extent) -> shapely.geometry.base.BaseGeometry:
    """Return a rectangle; one without width or height is a line, and one without both a point."""
    corners = [(extent.west, extent.south), (extent.east, extent.north)]
    if corners[0] == corners[1]:
        return shapely.Point(corners[0])
    if extent.west == extent.east or extent.south == extent.north:
        return shapely.LineString(corners)
    return shapely.box(extent.west, extent.south, extent.east, extent.north)


def _unwrapped(box: Box) -> list[Extent]:
    extent = box.extent
    if extent.west <= extent.east or not crs.is_geographic(box.crs):
        return [extent]
    return [
        Extent(extent.west, extent.south, 180.0, extent.north),
        Extent(-180.0, extent.south, extent.east, extent.north),
    ]


def moved(
    shape: shapely.geometry.base.BaseGeometry, *, source: int, storage: int
) -> shapely.geometry.base.BaseGeometry:
    """Return a geometry in the storage CRS, cut to where that CRS can be computed with."""
    if crs.epsg(source) == crs.epsg(storage):
        return shape
    reach = _reach(source, storage)
    if not reach.covers(shape):
        shape = shapely.intersection(shape, reach)
    if shape.is_empty:
        return shape
    dense = shapely.segmentize(shape, _step(shape, source))
    transformer = crs.transformer(source, storage)

    def transform(xy: np.ndarray) -> np.ndarray:
        return np.column_stack(transformer.transform(xy[:, 0], xy[:, 1]))

    return shapely.transform(dense, transform)


def reach(storage: int) -> shapely.Polygon:
    """Return where a storage CRS can be computed with, in itself."""
    return _reach(storage, storage)


@functools.cache
def _reach(source: int, storage: int) -> shapely.Polygon:
    """Return where the storage CRS can be computed with, as a rectangle in another CRS."""
    area = crs.domain(storage).transformed(storage, CRS84_CODE)
    wide = Extent(
        max(area.west - _REACH_DEG, -180.0),
        max(area.south - _REACH_DEG, -85.0),
        min(area.east + _REACH_DEG, 180.0),
        min(area.north + _REACH_DEG, 85.0),
    ).transformed(CRS84_CODE, source)
    return shapely.box(wide.west, wide.south, wide.east, wide.north)


def _step(shape: shapely.geometry.base.BaseGeometry, source: int) -> float:
    """Return the length of edge, in units of `source`, whose bend is below the tolerance.

    The bend of a chord of length s on a curve of radius r is s^2 / 8r; the least radius met is
    that of a parallel in the plane, which at latitudes of a country is about the Earth's own.
    """
    west, south, east, north = shape.bounds
    longest = max(east - west, north - south) or 1.0
    step_m = math.sqrt(8 * _EARTH_RADIUS_M / 2 * _TOLERANCE_M)
    step = math.degrees(step_m / _EARTH_RADIUS_M) if crs.is_geographic(source) else step_m
    return max(step, longest / _SEGMENTS_MAX, shape.length / _SEGMENTS_MAX_IN_ALL)


def wkb_hex(shape: shapely.geometry.base.BaseGeometry, storage: int) -> str:
    """Return a geometry as PostGIS reads it, its SRID inside."""
    return str(shapely.to_wkb(shapely.set_srid(shape, storage), hex=True, include_srid=True))


def _no_geometry() -> QueryError:
    return QueryError(
        "a geometry of the filter has no usable coordinates",
        pl="geometria w filtrze nie ma poprawnych współrzędnych",
    )
