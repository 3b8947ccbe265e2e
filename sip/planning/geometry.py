"""Surfaces of GML 3.2 as planning datasets have them: polygons with straight edges, or patches.

Rings come as arrays of numbers in the order of the file; which of the two is east is decided
later, for a whole file (`axes`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import shapely
from lxml import etree
from shapely.geometry.base import BaseGeometry

from sip import xml
from sip.errors import DataError
from sip.planning.types import GML
from sip.text import Text

type Points = npt.NDArray[np.float64]
type Fault = tuple[Text, BaseGeometry | None]

_CURVES = ("Arc", "Circle", "Clothoid", "Bezier", "BSpline", "Geodesic", "CubicSpline")
_LEAST_POINTS = 4
_INCOMPLETE = Text(pl="lista współrzędnych jest niepełna", en="a list of positions is not complete")
_TOO_SHORT = Text(
    pl="pierścień ma mniej niż trzy różne punkty", en="a ring has fewer than three points"
)
_OPEN = Text(pl="pierścień nie jest zamknięty", en="a ring is not closed")


@dataclasses.dataclass(frozen=True)
class Surface:
    """What was read of a surface: polygons, and what is wrong with rings."""

    shape: BaseGeometry | None
    srs: str
    faults: tuple[Fault, ...]
    """Reasons, and places in the order of the file."""


def numbers(text: str, most: int) -> Points:
    """Read a list of positions.

    Raises:
        DataError: There are too many, or one is no finite number.
    """
    if "_" in text:
        raise DataError("a coordinate is not a number")
    if text.count(" ") > 6 * most or len(text) > 60 * most:
        raise DataError(f"a ring has more than {most:,} vertices")
    try:
        found = np.array(text.split(), dtype=np.float64)
    except ValueError as error:
        raise DataError(f"a coordinate is not a number: {error}") from error
    if not np.isfinite(found).all():
        raise DataError("a coordinate is not a finite number (NaN or infinity)")
    if len(found) > 3 * most:
        raise DataError(f"a ring has more than {most:,} vertices")
    return found


def surface(element: etree._Element, lists: dict[etree._Element, Points], most: int) -> Surface:
    """Build the surface in a property element (`geometria`, `zasiegPrzestrzenny`).

    Args:
        element: The property.
        lists: The numbers of every posList in it.
        most: Vertices that a ring may have.

    Raises:
        DataError: A position is no number, or a ring is too long.
    """
    faults: list[Fault] = []
    srs = next((one.get("srsName") or "" for one in element.iter() if one.get("srsName")), "")
    for one in element.iter():
        if xml.local(one).startswith(_CURVES):
            kind = xml.local(one)
            said = Text(
                pl=f"krzywa {kind} nie jest obsługiwana", en=f"a curve, {kind}, is not read"
            )
            return Surface(None, srs, ((said, None),))
    polygons: list[shapely.Polygon] = []
    for one in element.iter(f"{{{GML}}}Polygon", f"{{{GML}}}PolygonPatch"):
        rings = [_ring(ring, lists, most, faults) for ring in _rings(one)]
        if rings and rings[0] is not None:
            holes = [ring for ring in rings[1:] if ring is not None]
            polygons.append(shapely.Polygon(rings[0], holes))
    if not polygons:
        return Surface(None, srs, tuple(faults))
    several = len(polygons) > 1 or any(xml.local(one).startswith("Multi") for one in element)
    shape = shapely.MultiPolygon(polygons) if several else polygons[0]
    return Surface(shape, srs, tuple(faults))


def _rings(polygon: etree._Element) -> Iterator[etree._Element]:
    for side in ("exterior", "interior"):
        yield from polygon.iterfind(f"{{{GML}}}{side}/*")


def _ring(
    ring: etree._Element,
    lists: dict[etree._Element, Points],
    most: int,
    faults: list[Fault],
) -> shapely.LinearRing | None:
    points = _points(ring, lists, most)
    if points is None:
        faults.append((_INCOMPLETE, None))
        return None
    place = shapely.Point(points[0])
    if len(points) < _LEAST_POINTS:
        faults.append((_TOO_SHORT, place))
        return None
    if not np.array_equal(points[0], points[-1]):
        faults.append((_OPEN, place))
        points = np.vstack([points, points[:1]])
    return shapely.LinearRing(points)


def _points(ring: etree._Element, lists: dict[etree._Element, Points], most: int) -> Points | None:
    parts: list[Points] = []
    for one in ring.iter(f"{{{GML}}}posList", f"{{{GML}}}pos"):
        values = lists.get(one)
        if values is None:
            values = numbers(one.text or "", most)
        size = _dimension(one)
        if not len(values) or len(values) % size:
            return None
        parts.append(values.reshape(-1, size)[:, :2])
    return np.vstack(parts) if parts else None


def _dimension(element: etree._Element) -> int:
    """Return how many numbers a position has: as the nearest element says, else 2."""
    if xml.local(element) == "pos":
        return max(2, len((element.text or "").split()))
    for one in (element, *element.iterancestors()):
        if said := one.get("srsDimension"):
            return 3 if said == "3" else 2
    return 2
