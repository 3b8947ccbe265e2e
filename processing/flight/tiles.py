"""How a flight is cut: square cores with margins, whatever tiles it was delivered in."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Sequence

from processing.cloud.files import Facts
from processing.cloud.gathering import touches, widened
from sip.crs import Extent


@dataclasses.dataclass(frozen=True)
class Tile:
    """One core, with the files that have points in it or in its margin."""

    core: Extent
    """Half-open: its eastern and northern edge belong to the next ones."""
    files: tuple[Facts, ...]
    points: int
    """About how many are in the core, if they are spread evenly over their files."""

    @property
    def name(self) -> str:
        """Its south-western corner in metres."""
        return f"{self.core.west:.0f}_{self.core.south:.0f}"

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        return self.core.west, self.core.south, self.core.east, self.core.north


def tiles(files: Sequence[Facts], *, size_m: float, margin_m: float) -> list[Tile]:
    """Cut what files cover into cores whose corners are multiples of their size.

    Files are named in one order, by their places, so that it does not matter how they were given.
    """
    ordered = sorted(files, key=lambda one: (one.extent.south, one.extent.west, one.file.name))
    found = []
    for core in _cores(ordered, size_m):
        if not any(touches(one, core) for one in ordered):
            continue
        around = widened(core, margin_m)
        near = tuple(one for one in ordered if touches(one, around))
        found.append(Tile(core, near, round(sum(_share(one, core) * one.count for one in near))))
    return found


def _cores(files: Sequence[Facts], size_m: float) -> Iterator[Extent]:
    if not files:
        return
    first_row = math.floor(min(one.extent.south for one in files) / size_m)
    last_row = math.floor(max(one.extent.north for one in files) / size_m)
    first_col = math.floor(min(one.extent.west for one in files) / size_m)
    last_col = math.floor(max(one.extent.east for one in files) / size_m)
    for row in range(first_row, last_row + 1):
        for col in range(first_col, last_col + 1):
            west, south = col * size_m, row * size_m
            yield Extent(west, south, west + size_m, south + size_m)


def _share(about: Facts, core: Extent) -> float:
    """Return which share of a file's extent lies in a core."""
    e = about.extent
    width = min(e.east, core.east) - max(e.west, core.west)
    height = min(e.north, core.north) - max(e.south, core.south)
    area = max((e.east - e.west) * (e.north - e.south), 1e-9)
    return max(width, 0.0) * max(height, 0.0) / area
