"""The geometry rules G01 to G09: of each object, and of all objects of an act together.

Slivers are left out by rule G09: less than `sliver_m2`, or perimeter²/area above
`sliver_slenderness`. What lies at an invalid geometry is judged when that has been corrected.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from sip import crs as systems
from sip.planning.feature import Feature
from sip.planning.grouping import Plan
from sip.planning.overlay import MOST_PIECES, Operation, Overlay, overlay
from sip.planning.places import projected
from sip.planning.rules import RuleBook
from sip.planning.types import REGULATIONS, ZONE
from sip.text import Text

type Shapes = npt.NDArray[Any]

_REASON = re.compile(r"^(.*?)\[(\S+) (\S+)\]$")
_REASONS = {
    "Self-intersection": "przecina samą siebie",
    "Ring Self-intersection": "pierścień styka się sam ze sobą lub się przecina",
    "Hole lies outside shell": "otwór leży poza obrysem",
    "Holes are nested": "otwór leży w otworze",
    "Nested shells": "część leży w innej części",
    "Nested holes": "otwór leży w otworze",
    "Interior is disconnected": "wnętrze jest rozdzielone",
    "Duplicate Rings": "powtórzony pierścień",
    "Too few points in geometry component": "za mało punktów",
    "Ring is not closed": "pierścień nie jest zamknięty",
    "Invalid Coordinate": "niepoprawna współrzędna",
}
"""What GEOS says is wrong with a geometry, in Polish."""
_END_RULES = ("A05", "A06", "A07", "A08")


def check_each(features: Sequence[Feature], book: RuleBook) -> None:
    """Note what is wrong with single geometries: G01, G02, G03."""
    allowed = [one.code for one in book.codes["plan_crs"].values]
    with_shape = [one for one in features if one.type.geometry]
    for one in with_shape:
        if one.shape is None:
            if not one.has("G01"):
                one.flaw("G02", "empty")
        elif not one.srs:
            one.flaw("G02", "unsaid")
        elif one.crs is None or systems.uri(one.crs) not in allowed:
            one.flaw("G02", "other", value=one.srs, allowed=", ".join(map(_short, allowed)))
    there = [one for one in with_shape if one.shape is not None]
    shapes = np.array([one.shape for one in there], dtype=np.object_)
    for place in np.flatnonzero(~shapely.is_valid(shapes)) if there else ():
        _invalid(there[place])
    _outside([one for one in there if not one.has("G02")], book)


def _short(address: str) -> str:
    return address.rpartition("/")[2]


def _invalid(feature: Feature) -> None:
    found = _REASON.match(str(shapely.is_valid_reason(feature.shape)))
    if found is None:
        feature.flaw("G01", reason=str(shapely.is_valid_reason(feature.shape)))
        return
    place = shapely.Point(float(found[2]), float(found[3]))
    where = f"({place.x:.2f}, {place.y:.2f})"
    reason = Text(pl=f"{_REASONS.get(found[1], found[1])} {where}", en=f"{found[1]} {where}")
    feature.flaw("G01", reason=reason, at=place)


def _outside(features: Sequence[Feature], book: RuleBook) -> None:
    for code in {one.crs for one in features if one.crs is not None}:
        those = [one for one in features if one.crs == code]
        bounds = shapely.bounds([one.shape for one in those])
        boxes = [projected(shapely.box(*row), code, 2180) for row in bounds]
        moved = np.array(boxes, dtype=np.object_)
        for place in np.flatnonzero(~shapely.covers(book.border, moved)):
            shape = those[place].shape
            assert shape is not None
            exact = projected(shape, code, 2180)
            points = shapely.points(shapely.get_coordinates(exact))
            if not shapely.covers(book.border, points).all():
                those[place].flaw("G03", buffer=f"{book.settings.border_buffer_m:g}")


def check_plan(plan: Plan, book: RuleBook) -> None:
    """Note what is wrong between the geometries of an act: G04 to G08."""
    counts = Counter(one.crs for one in plan.members if one.crs is not None)
    if not counts:
        return
    work = _Plan(plan, counts.most_common(1)[0][0] or 2180, book)
    work.inside_act()
    for name in (ZONE, *REGULATIONS):
        work.apart(name)
    work.filled()


class _Plan:
    """The geometries of one act in one plane CRS."""

    def __init__(self, plan: Plan, code: int, book: RuleBook):
        self._book = book
        self._code = code
        self._plan = plan
        self._members = [one for one in plan.members if one.shape and not one.has("G02")]
        self._shapes = {id(one): self._plane(one) for one in self._members}
        act = plan.act
        is_usable = act is not None and act.shape is not None and act.crs is not None
        self._act = self._plane(act) if is_usable and act is not None else None
        if act is not None and act.has("G01"):
            self._act = None
        broken = [self._shapes[id(one)] for one in plan.members if one.has("G01") and one.shape]
        if act is not None and act.has("G01") and act.shape is not None and act.crs:
            broken.append(self._plane(act))
        self._broken = shapely.union_all(shapely.buffer(broken, 1.0)) if broken else None
        self._is_entangled = False
        """Whether shapes cross so often that what they leave free is judged when they do not."""

    def _overlay(self, operation: Operation, one: BaseGeometry, other: BaseGeometry) -> Overlay:
        found = overlay(operation, one, other)
        self._is_entangled |= not found.is_whole
        return found

    def _plane(self, feature: Feature) -> BaseGeometry:
        assert feature.shape is not None
        assert feature.crs is not None
        shape = projected(feature.shape, feature.crs, self._code)
        if not shape.is_valid:
            shape = _surfaces(shapely.make_valid(shape))
        return shape

    def _at(self, place: BaseGeometry, feature: Feature) -> BaseGeometry:
        return projected(place, self._code, feature.crs or self._code)

    def _is_sliver(self, part: BaseGeometry) -> bool:
        settings = self._book.settings
        area = part.area
        return bool(
            area < settings.sliver_m2 or part.length**2 / area > settings.sliver_slenderness
        )

    def _parts(self, shape: BaseGeometry) -> Iterator[BaseGeometry]:
        for part in shapely.get_parts(_surfaces(shape)):
            at_broken = self._broken is not None and part.intersects(self._broken)
            if not self._is_sliver(part) and not at_broken:
                yield part

    def _standing(self, *names: str) -> list[Feature]:
        """Return the objects in force together; where all have ended, all."""
        those = [one for one in self._members if one.name in names]
        return [one for one in those if not one.is_ended] or those

    def inside_act(self) -> None:
        """G04: nothing lies outside of the act."""
        act = self._plan.act
        if self._act is None or act is None:
            return
        shapely.prepare(self._act)
        those = [one for one in self._members if not one.has("G03")]
        shapes = np.array([self._shapes[id(one)] for one in those], dtype=np.object_)
        for place in np.flatnonzero(~shapely.covers(self._act, shapes)):
            one, shape = those[place], shapes[place]
            west, south, east, north = shapely.bounds(shape) + np.array([-1, -1, 1, 1])
            near = _surfaces(shapely.clip_by_rect(self._act, west, south, east, north))
            if not near.is_valid:
                near = self._act
            found = self._overlay(shapely.difference, shape, near)
            parts = list(self._parts(found.shape))
            if parts:
                outside = shapely.union_all(parts)
                one.flaw(
                    "G04",
                    at=self._at(outside, one),
                    area=_size(outside, found),
                    act=act.local_id or act.label,
                )

    def apart(self, name: str) -> None:
        """G05 and G08: objects of one type neither overlap nor, for regulations, touch."""
        those = self._standing(name)
        shapes = np.array([self._shapes[id(one)] for one in those], dtype=np.object_)
        overlaps = 0
        for left, right in _suspects(shapes, touching=name in _ALONE):
            first, second = sorted((left, right))
            if those[first].address == those[second].address:
                continue  # the same object twice: R05
            common = self._overlay(shapely.intersection, shapes[left], shapes[right])
            parts = list(self._parts(common.shape)) or ([] if common.is_whole else [common.shape])
            if parts:
                overlaps += 1
                place = shapely.union_all(parts)
                those[second].flaw(
                    "G05",
                    at=self._at(place, those[second]),
                    other=those[first].label,
                    area=_size(place, common),
                )
            elif name in _ALONE:
                self._edge(those[first], those[second], "same")
            if overlaps >= MOST_PIECES:
                self._is_entangled = True
                break
        if name == _ALONE[0]:
            for one in those:
                for other in self._standing(_ALONE[1]):
                    self._edge(one, other, "between")

    def _edge(self, first: Feature, second: Feature, message: str) -> None:
        mine, other = self._shapes[id(first)], self._shapes[id(second)]
        if not mine.intersects(other) or (self._broken and mine.intersects(self._broken)):
            return
        edge = overlay(shapely.intersection, mine.boundary, other.boundary).shape
        if edge.length > self._book.settings.edge_m:
            second.flaw(
                "G08",
                message,
                at=self._at(edge, second),
                severity="warning" if message == "between" else None,
                other=first.label,
                length=f"{edge.length:.1f}",
            )

    def filled(self) -> None:
        """G06 and G07: zones fill the act, and have no holes of their own."""
        zones = self._standing(ZONE)
        act = self._plan.act
        is_somewhere_else = any(
            one.has("G02", "G03") or one.shape is None for one in self._plan.of(ZONE)
        )
        if not zones or is_somewhere_else or (act is not None and _is_partial(act)):
            return
        if self._is_entangled:
            return
        doubtful = [one for one in self._plan.of(ZONE) if one.is_ended and one.has(*_END_RULES)]
        shapes = [self._shapes[id(one)] for one in [*zones, *doubtful] if id(one) in self._shapes]
        covered = _union(np.array(shapes, dtype=np.object_))
        missing = _enclosed(covered) if self._act is None else self._act.difference(covered)
        own = _own_holes(zones, self._shapes)
        tree = shapely.STRtree([self._shapes[id(one)] for one in zones])
        for gap in itertools.islice(self._parts(missing), MOST_PIECES):
            owner = next((one for one, hole in own if _is_same(hole, gap)), None)
            near = owner or zones[int(tree.nearest(gap))]
            place = self._at(gap, near)
            near.flaw("G07" if owner else "G06", at=place, area=f"{gap.area:.1f}")


_ALONE = ("ObszarUzupelnieniaZabudowy", "ObszarZabudowySrodmiejskiej")
"""Regulations whose areas may not share an edge (G08)."""


_AT_ONCE = 256
"""Shapes whose neighbours are looked for at once: all of them may be neighbours."""


def _size(place: BaseGeometry, found: Overlay) -> str | Text:
    """Return m², which are the least where only the first pieces are known."""
    area = f"{place.area:.1f}"
    return area if found.is_whole else Text(pl=f"co najmniej {area}", en=f"at least {area}")


def _is_partial(act: Feature) -> bool:
    return act.text("modyfikacja") in ("true", "1") and act.status == "elaboration"


def _surfaces(shape: BaseGeometry) -> BaseGeometry:
    """Return what has an area of a geometry."""
    if shape.geom_type in ("Polygon", "MultiPolygon"):
        return shape
    parts = shapely.get_parts(shape)
    kept = [one for one in parts if one.geom_type in ("Polygon", "MultiPolygon")]
    return shapely.union_all(kept) if kept else shapely.Polygon()


def _suspects(shapes: Shapes, *, touching: bool) -> Iterator[tuple[int, int]]:
    """Yield pairs that may overlap; pairs that fit like tiles are passed over quickly."""
    if len(shapes) < 2:
        return
    if touching:
        places = np.arange(len(shapes))
    else:
        edges = shapely.coverage_invalid_edges(shapes)
        places = np.flatnonzero(~shapely.is_empty(edges))
    tree = shapely.STRtree(shapes)
    given = set(places.tolist())
    for start in range(0, len(places), _AT_ONCE):
        some = places[start : start + _AT_ONCE]
        left, right = tree.query(shapes[some], predicate="intersects")
        for first, second in zip(some[left].tolist(), right.tolist(), strict=True):
            if first < second or (first > second and second not in given):
                yield first, second


def _union(shapes: Shapes) -> BaseGeometry:
    if shapely.coverage_is_valid(shapes):
        return shapely.coverage_union_all(shapes)
    return shapely.union_all(shapes)


def _enclosed(shape: BaseGeometry) -> BaseGeometry:
    """Return what a shape encloses without covering: holes, and bays closed at points."""
    faces = shapely.get_parts(shapely.polygonize([shapely.union_all([shape.boundary])]))
    shapely.prepare(shape)
    open_ = faces[~shapely.contains(shape, shapely.point_on_surface(faces))]
    return shapely.union_all(open_)


def _own_holes(
    zones: Sequence[Feature], shapes: dict[int, BaseGeometry]
) -> list[tuple[Feature, BaseGeometry]]:
    return [
        (one, shapely.Polygon(ring))
        for one in zones
        for part in shapely.get_parts(shapes[id(one)])
        for ring in part.interiors
    ]


def _is_same(hole: BaseGeometry, gap: BaseGeometry) -> bool:
    return hole.intersects(gap) and hole.symmetric_difference(gap).area <= 0.01 * gap.area
