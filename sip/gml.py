"""Geometries of GML 3.1.1 and 3.2 as they come in filters: read into x, y, whatever their CRS.

Only what filters are made of: boxes, points, lines and polygons with straight edges, and
collections of one kind of them. Arcs are refused, never straightened silently.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Sequence

from lxml import etree

from sip import crs as systems
from sip import xml
from sip.errors import QueryError

GML_32 = "http://www.opengis.net/gml/3.2"
GML_31 = "http://www.opengis.net/gml"
type Point = tuple[float, float]
type Coordinates = Sequence[object]


@dataclasses.dataclass(frozen=True)
class Shape:
    """A geometry as GeoJSON has it, or a box; always x, y."""

    type: str
    """`Point`, ... as in GeoJSON, or `Box` with west, south, east, north."""
    coordinates: Coordinates
    crs: int
    """EPSG code of the coordinates; 0 for CRS84."""


def read(element: etree._Element, default_crs: int) -> Shape:
    """Read a geometry; without an srsName it is in the default CRS. Its axes are its authority's.

    Raises:
        QueryError: It is no geometry that can be read.
        CrsError: Its srsName is no CRS.
    """
    name = next((one.get("srsName") for one in element.iter() if one.get("srsName")), None)
    code = systems.parse(name) if name else default_crs
    kind = xml.local(element)
    reader = _READERS.get(kind)
    if reader is None or etree.QName(element).namespace not in (GML_31, GML_32):
        raise QueryError(f"<{kind}> is not a geometry that a filter may hold")
    type_, make = reader
    return Shape(type_, make(element, systems.northing_first(code)), code)


_HOLDERS = ("{*}pos", "{*}posList", "{*}coordinates", "{*}lowerCorner", "{*}upperCorner")


def _positions(element: etree._Element, northing_first: bool) -> list[Point]:
    found: list[Point] = []
    for one in element.iter(
        "{*}pos", "{*}posList", "{*}coordinates", "{*}lowerCorner", "{*}upperCorner"
    ):
        size = 3 if "3" in (one.get("srsDimension"), element.get("srsDimension")) else 2
        if xml.local(one) == "pos":
            size = max(2, len(xml.text(one).split()))
        numbers = [_number(word) for word in xml.text(one).replace(",", " ").split()]
        if size < 2 or len(numbers) % size or not numbers:
            raise QueryError(f"<{xml.local(one)}> does not hold whole positions")
        pairs = zip(numbers[::size], numbers[1::size], strict=True)
        found += [(b, a) if northing_first else (a, b) for a, b in pairs]
    return found


def _number(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise QueryError(f'"{word}" is not a coordinate')
    return value


def _point(element: etree._Element, northing_first: bool) -> Coordinates:
    found = _positions(element, northing_first)
    if len(found) != 1:
        raise QueryError("a point has one position")
    return found[0]


def _line(element: etree._Element, northing_first: bool) -> Coordinates:
    if any(xml.local(one).startswith(("Arc", "Circle")) for one in element.iter()):
        raise QueryError("arcs are not read: give straight lines")
    found = _positions(element, northing_first)
    if len(found) < 2:
        raise QueryError("a line has two positions at least")
    return found


def _polygon(element: etree._Element, northing_first: bool) -> Coordinates:
    rings = [_line(one, northing_first) for one in element.iter("{*}LinearRing", "{*}Ring")]
    if not rings or any(len(ring) < 4 or ring[0] != ring[-1] for ring in rings):
        raise QueryError("a polygon is made of closed rings of four positions at least")
    return rings


def _box(element: etree._Element, northing_first: bool) -> Coordinates:
    found = _positions(element, northing_first)
    if len(found) != 2:
        raise QueryError("an envelope has two corners")
    (west, south), (east, north) = found
    if west > east or south > north:
        raise QueryError("the lower corner of an envelope is beyond its upper corner")
    return west, south, east, north


def _many(
    part: str, make: Callable[[etree._Element, bool], Coordinates]
) -> Callable[[etree._Element, bool], Coordinates]:
    def read_all(element: etree._Element, northing_first: bool) -> Coordinates:
        names = [f"{{*}}{name}" for name in part.split()]
        return [make(one, northing_first) for one in element.iter(*names)]

    return read_all


_LINES = _many("LineString Curve", _line)
_POLYGONS = _many("Polygon Surface", _polygon)
_READERS: dict[str, tuple[str, Callable[[etree._Element, bool], Coordinates]]] = {
    "Envelope": ("Box", _box),
    "Box": ("Box", _box),
    "Point": ("Point", _point),
    "LineString": ("LineString", _line),
    "Curve": ("LineString", _line),
    "Polygon": ("Polygon", _polygon),
    "Surface": ("Polygon", _polygon),
    "MultiPoint": ("MultiPoint", _many("Point", _point)),
    "MultiLineString": ("MultiLineString", _LINES),
    "MultiCurve": ("MultiLineString", _LINES),
    "MultiPolygon": ("MultiPolygon", _POLYGONS),
    "MultiSurface": ("MultiPolygon", _POLYGONS),
}
