"""Places along roads: the metre of a road, its side and its direction.

Sides are those of growing kilometres: L is left, P is right (prawa), S the middle.
"""

from __future__ import annotations

import dataclasses

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]

_GAP_M = 1.0
"""Between the ends of two lines on the common scale, so that no metre belongs to both."""


@dataclasses.dataclass(frozen=True)
class Chainage:
    """Lines laid end to end on one scale of metres, so that places are found all at once."""

    lines: NDArray[np.object_]
    """LineStrings in a CRS whose axes are metres."""
    length_m: Floats
    """Length of each line."""
    _coordinates: Floats
    """Vertices of all lines, shape (n, 2)."""
    _metre: Floats
    """Place of each vertex on the common scale."""
    _first: Ints
    """Number of the first vertex of each line; one more at the end."""

    def points(self, line: Ints, at_m: Floats, left_m: ArrayLike = 0.0) -> Floats:
        """Return x, y of places, shape (n, 2).

        Args:
            line: Numbers of lines.
            at_m: Metres from the start of each.
            left_m: Metres off the line, positive to the left.
        """
        segment, ahead = self._ahead(line, at_m)
        run = self._scale(line, at_m) - self._metre[segment]
        left = np.column_stack([-ahead[:, 1], ahead[:, 0]])
        off = np.broadcast_to(np.asarray(left_m, dtype=np.float64), at_m.shape)
        return np.asarray(self._coordinates[segment] + ahead * run[:, None] + left * off[:, None])

    def azimuth_deg(self, line: Ints, at_m: Floats) -> Floats:
        """Return the direction of growing kilometres, clockwise from grid north, 0 to 360."""
        _, ahead = self._ahead(line, at_m)
        return np.asarray(np.degrees(np.arctan2(ahead[:, 0], ahead[:, 1])) % 360)

    def pieces(self, line: Ints, from_m: Floats, to_m: Floats) -> NDArray[np.object_]:
        """Cut pieces out of lines; `from_m` lies before `to_m`."""
        start, end = self.points(line, from_m), self.points(line, to_m)
        first = np.searchsorted(self._metre, self._scale(line, from_m), side="right")
        last = np.searchsorted(self._metre, self._scale(line, to_m), side="left")
        inner = [self._coordinates[a:b] for a, b in zip(first, last, strict=True)]
        count = np.array([len(part) + 2 for part in inner], dtype=np.int64)
        rows = [
            row
            for s, part, e in zip(start, inner, end, strict=True)
            for row in (s[None], part, e[None])
        ]
        if not rows:
            return np.array([], dtype=object)
        made = shapely.linestrings(np.vstack(rows), indices=np.repeat(np.arange(len(count)), count))
        return np.asarray(made, dtype=object)

    def locate(self, line: Ints, points: NDArray[np.object_]) -> Floats:
        """Return the metre of each line that lies nearest to each point."""
        return np.asarray(shapely.line_locate_point(self.lines[line], points), dtype=np.float64)

    def every(self, step_m: ArrayLike, start_m: ArrayLike = 0.0) -> tuple[Ints, Floats]:
        """Return line and metre of places at steps along every line, its last metre left out.

        Args:
            step_m: Distance between places, for all lines or for each; infinite for none.
            start_m: First place, for all lines or for each.
        """
        step = np.broadcast_to(np.asarray(step_m, dtype=np.float64), self.length_m.shape)
        start = np.broadcast_to(np.asarray(start_m, dtype=np.float64), self.length_m.shape)
        count = np.maximum(0, np.ceil((self.length_m - start) / step)).astype(np.int64)
        count[np.isinf(step)] = 0
        line = np.repeat(np.arange(len(count)), count)
        index = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        with np.errstate(invalid="ignore"):
            metre = start[line] + index * step[line]
        return line, metre

    def _scale(self, line: Ints, at_m: Floats) -> Floats:
        within = np.clip(at_m, 0.0, self.length_m[line])
        return np.asarray(self._metre[self._first[line]] + within)

    def _ahead(self, line: Ints, at_m: Floats) -> tuple[Ints, Floats]:
        """Return the first vertex and the unit vector of the segment that holds each place."""
        found = np.searchsorted(self._metre, self._scale(line, at_m), side="right") - 1
        segment = np.clip(found, self._first[line], self._first[line + 1] - 2)
        step = self._coordinates[segment + 1] - self._coordinates[segment]
        return segment, np.asarray(step / np.hypot(*step.T)[:, None])


def chainage(lines: NDArray[np.object_]) -> Chainage:
    """Measure lines; none may be empty, or repeat a vertex at once."""
    coordinates, owner = shapely.get_coordinates(lines, return_index=True)
    step = np.hypot(*np.diff(coordinates, axis=0).T)
    step[np.diff(owner) > 0] = _GAP_M
    metre = np.concatenate([[0.0], np.cumsum(step)])
    first = np.concatenate([np.flatnonzero(np.diff(owner, prepend=-1)), [len(owner)]])
    length = metre[first[1:] - 1] - metre[first[:-1]]
    return Chainage(lines, length, coordinates, metre, first.astype(np.int64))
