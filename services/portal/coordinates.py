"""Coordinates as people write them.

Degrees in decimals or with minutes and seconds, with letters or without, decimal comma or point;
metres of any offered plane CRS in either order, with or without the name of the CRS.
"""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterator, Sequence

from sip.crs import CRS84_CODE, Extent, domain, is_geographic, northing_first, transformer
from sip.errors import CrsError

_CRS_NAME = re.compile(
    r"^\s*(?:epsg|crs)\s*:?\s*(\d{4})[\s:;,]+|^\s*(\d{4})\s*[:;]\s*|\bepsg\s*:?\s*(\d{4})\s*$",
    re.I,
)
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
_ANGLE = re.compile(
    rf"""\s*(?P<before>[NSEW])?\s*(?P<deg>{_NUMBER})\s*(?:[°º*d]|deg)?
    \s*(?:(?P<min>\d+(?:[.,]\d+)?)\s*['′’m]\s*)?
    \s*(?:(?P<sec>\d+(?:[.,]\d+)?)\s*(?:"|″|”|''|′′|s)\s*)?
    \s*(?P<after>[NSEW])?\s*[,;/]?""",
    re.X | re.I,
)
_PLAIN_DMS = re.compile(r"^(\d{1,3}) (\d{1,2}) (\d{1,2}(?:[.,]\d+)?)$")
_FAR_DEG = 3.0


@dataclasses.dataclass(frozen=True)
class Place:
    """A point that a text of coordinates stands for."""

    lon: float
    lat: float
    crs: int
    """EPSG code of the CRS that the text was read in; 4326 for degrees."""


def parse(text: str, plane_crs: Sequence[int], home: Extent) -> Place | None:
    """Read a text as one point, or return None where it is no pair of coordinates.

    Args:
        text: What a visitor typed.
        plane_crs: EPSG codes of the plane CRSs to try, the preferred one first.
        home: Where the installation is, CRS84; of several readings the nearest to it is taken.
    """
    named = _CRS_NAME.search(text)
    if named:
        text = (text[: named.start()] + " " + text[named.end() :]).strip()
        code = int(next(filter(None, named.groups())))
        plane_crs = [code] if code in plane_crs and not is_geographic(code) else []
        if not plane_crs and code not in (4326, 4258):
            return None
    readings = [*_degrees(text), *_metres(text, plane_crs)]
    near = [place for place in readings if _distance_deg(place, home) <= _FAR_DEG]
    return min(near, key=lambda place: _distance_deg(place, home), default=None)


def _distance_deg(place: Place, home: Extent) -> float:
    beside = max(home.west - place.lon, 0, place.lon - home.east)
    return max(beside, home.south - place.lat, place.lat - home.north)


def _degrees(text: str) -> Iterator[Place]:
    angles = _angles(text)
    if len(angles) != 2:
        return
    (one, letter), (other, other_letter) = angles
    if letter in ("E", "W") or other_letter in ("N", "S"):
        one, other = other, one
    if abs(one) <= 90 and abs(other) <= 180:
        yield Place(other, one, 4326)
    if not letter and not other_letter and abs(other) <= 90:
        yield Place(one, other, 4326)


def _angles(text: str) -> list[tuple[float, str]]:
    words = text.split()
    if len(words) == 6 and all(re.fullmatch(_NUMBER, word) for word in words):
        parts = [_PLAIN_DMS.match(" ".join(three)) for three in itertools.batched(words, 3)]
        if all(parts):
            return [(_sexagesimal(*match.groups()), "") for match in parts if match]
    found: list[tuple[float, str]] = []
    position = 0
    text = _split_commas(text)
    while position < len(text.rstrip()):
        match = _ANGLE.match(text, position)
        if match is None or match.end() == position:
            return []
        value = _sexagesimal(match["deg"], match["min"] or "0", match["sec"] or "0")
        letter = (match["before"] or match["after"] or "").upper()
        found.append((-value if letter in ("S", "W") else value, letter))
        position = match.end()
    return found


def _sexagesimal(degrees: str, minutes: str, seconds: str) -> float:
    whole = _number(degrees)
    rest = _number(minutes) / 60 + _number(seconds) / 3600
    return whole - rest if degrees.startswith("-") else whole + rest


def _split_commas(text: str) -> str:
    """Make `50.87,20.63` and `50,87, 20,63` two numbers each."""
    if re.fullmatch(r"\s*[-+]?\d+\.\d+\s*,\s*[-+]?\d+\.\d+\s*", text):
        return text.replace(",", " ; ")
    return text


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _metres(text: str, plane_crs: Sequence[int]) -> Iterator[Place]:
    pair = _pair_of_metres(text)
    if pair is None:
        return
    for code in plane_crs:
        orders = [pair, pair[::-1]]
        for x, y in reversed(orders) if northing_first(code) else orders:
            limits = domain(code)
            if limits.west <= x <= limits.east and limits.south <= y <= limits.north:
                try:
                    lon, lat = transformer(code, CRS84_CODE).transform(x, y)
                except CrsError:
                    continue
                yield Place(lon, lat, code)


def _pair_of_metres(text: str) -> tuple[float, float] | None:
    cleaned = re.sub(r"\b[xyXYnNeE]\s*[=:]\s*", " ", text)
    cleaned = re.sub(r"(?<=\d)\s*m\b", " ", cleaned)
    cleaned = re.sub(r"(?<=\d)[ \u00a0](?=\d{3}(?:\D|$))", "", cleaned)
    for pattern in (
        r"\s*(\d{5,7}(?:\.\d+)?)[\s,;/]+(\d{5,7}(?:\.\d+)?)\s*",
        r"\s*(\d{5,7}(?:,\d+)?)[\s;/]+(\d{5,7}(?:,\d+)?)\s*",
    ):
        match = re.fullmatch(pattern, cleaned)
        if match:
            return _number(match.group(1)), _number(match.group(2))
    return None
