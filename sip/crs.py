"""Coordinate reference systems, and the one place where the order of axes is decided.

Inside SIP a coordinate is always x, y: east then north, as PostGIS, GDAL and GeoJSON keep it.
A service that must speak the authority's order (EPSG:2176 to 2180, 4326 and 4258 put north or
latitude first) asks `northing_first` and swaps at its very edge.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterable

import pyproj
from pyproj.exceptions import CRSError as ProjError

from sip.errors import CrsError

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
CRS84_CODE = 0
"""Stands for CRS84 where a number is needed: WGS 84 with longitude first."""

_URI = re.compile(
    r"^(?:https?://www\.opengis\.net/def/crs/EPSG/[^/]+/|urn:(?:x-)?ogc:def:crs:EPSG:[^:]*:|EPSG:"
    r"|https?://www\.opengis\.net/gml/srs/epsg\.xml#)([0-9]{1,9})$",
    re.IGNORECASE,
)
_CRS84 = re.compile(
    r"^(?:https?://www\.opengis\.net/def/crs/OGC/(?:1\.3|0)/CRS84|urn:ogc:def:crs:OGC:(?:1\.3)?:CRS84"
    r"|(?:OGC:)?CRS:?84)$",
    re.IGNORECASE,
)


@dataclasses.dataclass(frozen=True)
class Extent:
    """A rectangle in x, y: east, north."""

    west: float
    south: float
    east: float
    north: float

    def transformed(self, source: int, target: int) -> Extent:
        """Return the rectangle around this one in another CRS, its edges followed densely."""
        return self if epsg(source) == epsg(target) else _around(self, source, target)

    def in_authority_order(self, code: int) -> tuple[float, float, float, float]:
        """Return the corners as the authority of a CRS orders its axes."""
        if northing_first(code):
            return self.south, self.west, self.north, self.east
        return self.west, self.south, self.east, self.north


@functools.lru_cache(maxsize=4096)
def _around(extent: Extent, source: int, target: int) -> Extent:
    """Return the rectangle around one in another CRS: kept, for extents change seldom."""
    corners = (extent.west, extent.south, extent.east, extent.north)
    return Extent(*transformer(source, target).transform_bounds(*corners, densify_pts=21))


def enclosing(extents: Iterable[Extent]) -> Extent:
    """Return the rectangle around all of some, at least one, in the same CRS."""
    west, south, east, north = zip(*map(dataclasses.astuple, extents), strict=True)
    return Extent(min(west), min(south), max(east), max(north))


def epsg(code: int) -> int:
    """Return the EPSG code to compute with: 4326 for CRS84."""
    return 4326 if code == CRS84_CODE else code


@functools.cache
def is_known(code: int) -> bool:
    """Say whether PROJ knows an EPSG code."""
    try:
        _crs(code)
    except CrsError:
        return False
    return True


@functools.cache
def is_plane(code: int) -> bool:
    """Say whether PROJ knows a code as one of plane coordinates in metres."""
    if not is_known(code):
        return False
    axes = _crs(code).axis_info
    return _crs(code).is_projected and all(one.unit_name == "metre" for one in axes)


@functools.cache
def is_of_heights(code: int) -> bool:
    """Say whether PROJ knows a code as one of heights alone."""
    return is_known(code) and bool(_crs(code).is_vertical)


@functools.cache
def _crs(code: int) -> pyproj.CRS:
    try:
        return pyproj.CRS.from_epsg(epsg(code))
    except ProjError as error:
        raise CrsError(f"EPSG:{code} is no coordinate reference system that PROJ knows") from error


@functools.cache
def northing_first(code: int) -> bool:
    """Say whether the authority puts north (or latitude) before east in coordinates.

    False for CRS84 (0) and 3857, true for 2176 to 2180, 4326, 4258 and 3035.
    """
    if code == CRS84_CODE:
        return False
    return _crs(code).axis_info[0].direction.lower() == "north"


@functools.cache
def is_geographic(code: int) -> bool:
    """Say whether coordinates are degrees."""
    return bool(_crs(code).is_geographic)


@functools.cache
def wkt(code: int) -> str:
    """Return the definition of a CRS as WKT 2 (ISO 19162:2019)."""
    return str(_crs(code).to_wkt())


@functools.cache
def transformer(source: int, target: int) -> pyproj.Transformer:
    """Return the transformer between two codes, x, y in and out. Making one costs 25 ms: cached."""
    return pyproj.Transformer.from_crs(_crs(source), _crs(target), always_xy=True)


@functools.cache
def domain(code: int) -> Extent:
    """Return where a CRS is made for, in its own x, y (a whole zone more on each side)."""
    area = _crs(code).area_of_use
    if area is None:
        raise CrsError(f"EPSG:{code} has no area of use")
    return Extent(area.west, area.south, area.east, area.north).transformed(CRS84_CODE, code)


def uri(code: int) -> str:
    """Return the OGC URI of a code."""
    return CRS84 if code == CRS84_CODE else f"http://www.opengis.net/def/crs/EPSG/0/{code}"


def urn(code: int) -> str:
    """Return the OGC URN of a code."""
    return (
        "urn:ogc:def:crs:OGC:1.3:CRS84" if code == CRS84_CODE else f"urn:ogc:def:crs:EPSG::{code}"
    )


def parse(text: str) -> int:
    """Return the code that a URI, URN, `EPSG:n`, `CRS:84` or `[safe CURIE]` stands for.

    Raises:
        CrsError: It stands for none.
    """
    name = text.strip().removeprefix("[").removesuffix("]")
    if _CRS84.match(name):
        return CRS84_CODE
    match = _URI.match(name)
    if match is None:
        raise CrsError(f'"{text}" is no name of a coordinate reference system')
    return int(match.group(1))
