"""What the files say, read without SIP: the key of each row and its shape."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Iterator, Mapping

import numpy as np
import pyproj
import shapely
from lxml import etree
from shapely.geometry.base import BaseGeometry

from tests.installation import ROOT

DATA = ROOT.parent / "shared" / "data"
KEYS = {"gmina": "teryt", "plan_act": "identifier", "plan_zone": "identifier"}
"""The field that tells the rows of a layer apart."""
NORTH_FIRST = {2176: True, 2178: True, 2180: True, 3857: False, 4326: True}
"""Whether coordinates are written with north (or latitude) first: as the EPSG register says."""
_GML = "{http://www.opengis.net/gml/3.2}"


@dataclasses.dataclass(frozen=True)
class Row:
    """A row of a file, longitude and latitude."""

    key: str
    shape: BaseGeometry

    def in_crs(self, code: int) -> BaseGeometry:
        """Return the shape in another CRS, x and y."""
        return moved(self.shape, 4326, code)


def moved(shape: BaseGeometry, source: int, target: int) -> BaseGeometry:
    """Transform a shape of x and y."""
    transform = _transformer(source, target).transform
    return shapely.transform(shape, lambda xy: np.column_stack(transform(*xy.T)))


@functools.cache
def _transformer(source: int, target: int) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(source, target, always_xy=True)


@functools.cache
def rows() -> Mapping[str, Mapping[str, Row]]:
    """Return the rows of all files by layer and key; of two boundaries the later file's counts."""
    boundaries = (
        *_boundaries("gminy_swietokrzyskie_simplified.geojson", "JPT_KOD_JE"),
        *_boundaries("gminy_kielce_2604_2661.geojson", "terc7"),
    )
    found = {"gmina": boundaries, "plan_act": _planning("*_Akt*"), "plan_zone": _planning("*_Str*")}
    return {layer: {row.key: row for row in some} for layer, some in found.items()}


def _boundaries(file: str, key: str) -> Iterator[Row]:
    for one in json.loads((DATA / "boundaries" / file).read_text())["features"]:
        yield Row(one["properties"][key], shapely.from_geojson(json.dumps(one["geometry"])))


def _planning(files: str) -> Iterator[Row]:
    for file in sorted((DATA / "app" / "valid").glob(f"{files}.gml")):
        for member in etree.parse(file).getroot().iterfind("{*}member/*"):
            code = int(str(next(member.iter(f"{_GML}Polygon", f"{_GML}MultiSurface")).get("srsName")
            ).rsplit("/", 1)[-1])  # fmt: skip
            key = str(member.findtext(f"{_GML}identifier"))
            yield Row(key, moved(polygons(member, code), code, 4326))


def polygons(element: etree._Element, code: int) -> BaseGeometry:
    """Return all polygons of GML below an element as x and y."""
    found = []
    for polygon in element.iter(f"{_GML}Polygon"):
        shell, *holes = [_ring(str(ring.text), code) for ring in polygon.iter(f"{_GML}posList")]
        found.append(shapely.Polygon(shell, holes))
    return shapely.MultiPolygon(found)


def _ring(text: str, code: int) -> list[tuple[float, float]]:
    numbers = list(map(float, text.split()))
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    return [(y, x) for x, y in pairs] if NORTH_FIRST[code] else pairs
