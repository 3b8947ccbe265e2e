"""Geometries of a file as geometries of a layer: nothing is changed that was not asked for."""

from __future__ import annotations

import dataclasses
import functools
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pyproj
import shapely
from shapely.geometry.base import BaseGeometry

from sip import crs
from sip.crs import Extent
from sip.errors import CrsError, DataError
from sip.layer import Geometry
from sip.load.report import Fault
from sip.project import Box
from sip.text import Text

type Objects = npt.NDArray[Any]
type Flags = npt.NDArray[np.bool_]

_KINDS: dict[Geometry, int] = {
    "Point": 0, "LineString": 1, "Polygon": 3, "MultiPoint": 4, "MultiLineString": 5,
    "MultiPolygon": 6,
}  # fmt: skip
_SIMPLE = Text(
    pl="geometria z krzywymi albo nie do odczytania", en="a geometry without curves, as WKB"
)
_PRESENT = Text(pl="brak geometrii", en="a geometry is missing")
_FLAT = Text(pl="geometria ma wysokości", en="two-dimensional (--force-2d drops the heights)")
_NAMES = {number: name for name, number in _KINDS.items()} | {2: "LinearRing", 7: "Collection"}
_MULTI: dict[int, tuple[int, Callable[..., Objects]]] = {
    4: (0, shapely.multipoints),
    5: (1, shapely.multilinestrings),
    6: (3, shapely.multipolygons),
}


@dataclasses.dataclass
class Tailor:
    """Fits geometries to a layer, and counts what it changed."""

    kind: Geometry
    source: pyproj.CRS
    target: int
    """EPSG code of the storage CRS."""
    project: Box
    """Where the project's data lies, to recognise coordinates that are swapped."""
    swaps_axes: bool = False
    drops_height: bool = False
    changes: Counter[str] = dataclasses.field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._domain = _domain(self.source)
        self._is_checked = False
        self._transformer = _transformer(self.source, self.target)

    def fit(self, wkb: Objects, first_row: int) -> tuple[Objects, list[Fault]]:
        """Fit one batch.

        Returns:
            Hexadecimal EWKB in the storage CRS, None where the row has none or it cannot be; and
            what is wrong.

        Raises:
            DataError: The axes of the file are swapped.
        """
        shapes = shapely.from_wkb(wkb, on_invalid="ignore")
        faults = _Faults(first_row, len(shapes))
        given = np.array([one is not None for one in wkb])
        faults.add(given & shapely.is_missing(shapes), _SIMPLE)
        faults.add(~given, _PRESENT)
        if self.swaps_axes:
            shapes = _swapped(shapes)
            self.changes["swapped"] += len(shapes)
        shapes = self._flat(shapes, faults)
        shapes = self._of_kind(shapes, faults)
        self._check_place(shapes, faults)
        if self._transformer is not None:
            shapes = shapely.transform(shapes, self._transform)
            self.changes["transformed"] += len(shapes)
        shapes[faults.mask] = None
        return shapely.to_wkb(shapely.set_srid(shapes, self.target), hex=True, include_srid=True), (
            faults.found
        )

    def notes(self) -> list[str]:
        """Say what was changed."""
        said = {
            "transformed": f"transformed from {_name(self.source)} to EPSG:{self.target}",
            "swapped": "axes swapped",
            "flattened": "heights dropped",
            "multi": f"single geometries taken as {self.kind}",
            "single": f"one-part geometries taken as {self.kind}",
        }
        return [f"{said[what]}: {count} rows" for what, count in self.changes.items() if count]

    def _transform(self, points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        assert self._transformer is not None
        return np.column_stack(self._transformer.transform(points[:, 0], points[:, 1]))

    def _flat(self, shapes: Objects, faults: _Faults) -> Objects:
        high = shapely.has_z(shapes) | shapely.has_m(shapes)
        if not high.any():
            return shapes
        if not self.drops_height:
            faults.add(high, _FLAT, shapes)
            return shapes
        self.changes["flattened"] += int(high.sum())
        return shapely.force_2d(shapes)

    def _of_kind(self, shapes: Objects, faults: _Faults) -> Objects:
        wanted = _KINDS[self.kind]
        kinds = shapely.get_type_id(shapes)
        if wanted in _MULTI:
            single, wrap = _MULTI[wanted]
            alone = kinds == single
            if alone.any():
                places = np.flatnonzero(alone)
                shapes[places] = wrap(shapes[places], indices=np.arange(len(places)))
                self.changes["multi"] += len(places)
        else:
            multi = next(number for number, (single, _) in _MULTI.items() if single == wanted)
            alone = (kinds == multi) & (shapely.get_num_geometries(shapes) == 1)
            if alone.any():
                shapes[alone] = shapely.get_geometry(shapes[alone], 0)
                self.changes["single"] += int(alone.sum())
        kinds = shapely.get_type_id(shapes)
        allowed = Text(pl=f"to nie {self.kind}", en=f"a {self.kind}")
        faults.add((kinds != wanted) & (kinds >= 0), allowed, shapes)
        return shapes

    def _check_place(self, shapes: Objects, faults: _Faults) -> None:
        bounds = shapely.bounds(shapes)
        there = np.isfinite(bounds).all(axis=1)
        if not there.any():
            return
        if not self._is_checked:
            self._check_axes(bounds[there])
            self._is_checked = True
        if self._domain is not None:
            outside = ~_within(bounds, self._domain) & there
            name = _name(self.source)
            allowed = Text(
                pl=f"położenie poza obszarem, dla którego jest {name}",
                en=f"within the area that {name} is made for",
            )
            faults.add(outside, allowed, shapes)

    def _check_axes(self, bounds: npt.NDArray[np.float64]) -> None:
        """Refuse a file that fits only with its axes swapped."""
        turned = bounds[:, [1, 0, 3, 2]]
        for place in (self._domain, self._project_extent()):
            if place is None:
                continue
            as_given, swapped = _within(bounds, place).mean(), _within(turned, place).mean()
            if as_given < 0.5 <= swapped:
                x, y = bounds[0, :2]
                raise DataError(
                    f"the axes seem swapped: {x:g} {y:g} as east, north is not where the data of"
                    f" this project lies in {_name(self.source)}, but {y:g} {x:g} is\n"
                    "  if that is so: --swap-axes"
                )

    def _project_extent(self) -> Extent | None:
        """Where data is expected, with as much again on every side."""
        box = self.project
        wide, high = box.east - box.west, box.north - box.south
        try:
            bounds = pyproj.Transformer.from_crs(
                "OGC:CRS84", self.source, always_xy=True
            ).transform_bounds(
                box.west - wide, box.south - high, box.east + wide, box.north + high, 21
            )
        except pyproj.exceptions.ProjError:
            return None
        return Extent(*bounds)


class _Faults:
    """Rows of a batch that are wrong, each named once."""

    def __init__(self, first_row: int, count: int):
        self._first_row = first_row
        self.mask = np.zeros(count, bool)
        self.found: list[Fault] = []

    def add(
        self, wrong: npt.NDArray[np.bool_], allowed: Text, shapes: Objects | None = None
    ) -> None:
        for place in np.flatnonzero(wrong & ~self.mask):
            value = "" if shapes is None else _described(shapes[place])
            row = self._first_row + int(place)
            self.found.append(Fault(row, "geom", value, allowed.en, allowed.pl))
        self.mask |= wrong


def _described(shape: BaseGeometry) -> str:
    point = shapely.get_coordinates(shape)[:1]
    at = f" at {point[0, 0]:g} {point[0, 1]:g}" if len(point) else ""
    return f"{shape.geom_type}{' Z' if shape.has_z else ''}{at}"


def _swapped(shapes: Objects) -> Objects:
    return shapely.transform(shapes, lambda points: points[:, ::-1])


def _within(bounds: npt.NDArray[np.float64], place: Extent) -> Flags:
    west, south, east, north = bounds.T
    inside = (west >= place.west) & (east <= place.east)
    return np.asarray(inside & (south >= place.south) & (north <= place.north))


@functools.cache
def _transformer(source: pyproj.CRS, target: int) -> pyproj.Transformer | None:
    """Return what leads to an EPSG code, None where nothing is to be done. Making one is dear."""
    if source.to_epsg(min_confidence=100) == target:
        return None
    return pyproj.Transformer.from_crs(source, pyproj.CRS.from_epsg(target), always_xy=True)


@functools.cache
def _domain(source: pyproj.CRS) -> Extent | None:
    """Where a CRS is made for, in its own x, y, with half as much again on every side."""
    code = source.to_epsg()
    try:
        found = crs.domain(code) if code else None
    except CrsError:
        return None
    if found is None:
        return None
    wide, high = (found.east - found.west) / 2, (found.north - found.south) / 2
    if source.is_geographic:
        wide = high = 0.0
    return Extent(found.west - wide, found.south - high, found.east + wide, found.north + high)


def _name(source: pyproj.CRS) -> str:
    code = source.to_epsg()
    return f"EPSG:{code}" if code else source.name
