"""Which of two coordinates is east: what the name of the CRS says, and what the numbers say."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from sip import crs as systems
from sip.errors import CrsError
from sip.planning.rules import RuleBook
from sip.text import Text

_EAST_FIRST = re.compile(r"^EPSG:|/gml/srs/epsg\.xml#", re.IGNORECASE)
"""Names whose coordinates are east first, as GeoServer and older clients write them."""


_NEAR_M, _NEAR_DEGREES = 70_000.0, 0.7
"""How far apart objects of one plan may be, as the difference of their coordinates."""


WORDS: Mapping[bool, Text] = {
    True: Text(pl="najpierw północ, potem wschód", en="north first, then east"),
    False: Text(pl="najpierw wschód, potem północ", en="east first, then north"),
}
"""What an order is called, by whether north is first."""


@dataclasses.dataclass(frozen=True)
class Order:
    """How the coordinates of a file were taken."""

    north_first: bool
    """As found."""
    said_north_first: bool
    """As the name of the CRS says."""


def code_of(srs: str) -> int | None:
    """Return the EPSG code of a srsName, None where it names no system that is known."""
    try:
        code = systems.parse(srs)
    except CrsError:
        return None
    return code if systems.is_known(code) else None


def said_north_first(srs: str, code: int) -> bool:
    """Say what a srsName means for the order of axes."""
    return not _EAST_FIRST.search(srs) and systems.northing_first(code)


def found(
    srs: str, code: int, first: npt.NDArray[np.float64], second: npt.NDArray[np.float64],
    teryt: str, book: RuleBook,
) -> Order:  # fmt: skip
    """Decide the order of a file's coordinates by where they would lie.

    Each order is weighed: inside of the country, inside of the area that the CRS is made for, and
    near the gmina's voivodeship. What the name says holds where both are as good.
    """
    said = said_north_first(srs, code)
    as_north = _weight(code, second, first, teryt, book)
    as_east = _weight(code, first, second, teryt, book)
    if as_north == as_east:
        return Order(said, said)
    return Order(as_north > as_east, said)


def apart(shapes: Sequence[BaseGeometry], code: int) -> tuple[list[int], list[int]]:
    """Tell objects from those whose axes are in the other order than most of the file's.

    The objects of a plan lie near each other; one with turned axes lies where it would be near them
    if it were turned back. Near the line where east equals north the two cannot be told apart.

    Returns:
        Which objects are as most, and which are turned.
    """
    slants = np.array([_slant(one) for one in shapes])
    most = float(np.quantile(slants, 0.5, method="lower"))
    near = _NEAR_DEGREES if systems.is_geographic(code) else _NEAR_M
    far, turned = np.abs(slants - most), np.abs(slants + most)
    is_odd = (far > near) & (4 * turned < far)
    return np.flatnonzero(~is_odd).tolist(), np.flatnonzero(is_odd).tolist()


def _slant(shape: BaseGeometry) -> float:
    """Return by how much the first coordinates of an object are larger than the second."""
    points = shapely.get_coordinates(shape)
    return float(np.median(points[:, 0] - points[:, 1])) if len(points) else 0.0


def _weight(
    code: int, east: npt.NDArray[np.float64], north: npt.NDArray[np.float64],
    teryt: str, book: RuleBook,
) -> tuple[bool, bool, bool]:  # fmt: skip
    middle = float(np.median(east)), float(np.median(north))
    lon, lat = systems.transformer(code, 4326).transform(*middle)
    if not (np.isfinite(lon) and np.isfinite(lat)):
        return False, False, False
    x, y = systems.transformer(4326, 2180).transform(lon, lat)
    is_inside = bool(np.isfinite(x) and shapely.contains_xy(book.border, x, y))
    area = pyproj.CRS.from_epsg(code).area_of_use
    is_in_area = area is not None and (
        area.west - 0.5 <= lon <= area.east + 0.5 and area.south - 0.5 <= lat <= area.north + 0.5
    )
    return is_inside, is_in_area, is_inside and _is_near(teryt, lon, lat)


def _is_near(teryt: str, lon: float, lat: float) -> bool:
    west, south, east, north = _VOIVODESHIPS.get(teryt[:2], (-180.0, -90.0, 180.0, 90.0))
    return west <= lon <= east and south <= lat <= north


_VOIVODESHIPS = {
    "02": (14.7, 50.0, 17.9, 51.9), "04": (17.2, 52.3, 19.9, 53.9), "06": (21.5, 50.2, 24.3, 52.4),
    "08": (14.4, 51.3, 16.6, 53.2), "10": (18.0, 50.8, 20.8, 52.5), "12": (18.9, 49.1, 21.6, 50.6),
    "14": (19.1, 50.9, 23.2, 53.6), "16": (16.8, 49.9, 18.8, 51.3), "18": (21.0, 48.9, 23.7, 50.9),
    "20": (21.4, 52.2, 24.1, 54.5), "22": (16.6, 53.4, 19.8, 55.0), "24": (17.8, 49.3, 20.1, 51.2),
    "26": (19.6, 50.1, 22.0, 51.4), "28": (19.0, 53.0, 23.0, 54.6), "30": (15.6, 51.0, 19.2, 53.8),
    "32": (13.9, 52.5, 17.1, 54.7),
}  # fmt: skip
"""West, south, east, north of every voivodeship in degrees, rounded outwards, by TERYT."""
