"""How a flight is cut: square cores with margins, whatever tiles it was delivered in."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterator, Sequence

from processing.cloud.cutting import parts
from processing.cloud.files import Facts
from processing.cloud.gathering import touches, widened
from processing.graph import Output, Task
from sip.crs import Extent
from sip.errors import DataError

type Cuts = dict[str, Task]


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


_SQUARE_M = 50.0
SIZES_M = (500.0, 250.0, 125.0)
"""Widths of cores, the usual one first, narrower ones for denser flights."""
_BASE_MB, _MB_PER_POINT = 320, 77e-6
"""Most memory of the step that needs most (`objects.trees`), measured by `bench.flight`, on its
finest cells."""
WANTED_MB, MOST_MB = 1000.0, 2000.0
"""What a worker should stay below, and what it must."""


def worker_mb(files: Sequence[Facts], *, size_m: float, margin_m: float) -> float:
    """Return about how much memory a worker needs for the fullest core, by the headers of files."""
    fullest = 0.0
    for tile in tiles(files, size_m=size_m, margin_m=margin_m):
        around = widened(tile.core, margin_m)
        fullest = max(fullest, sum(_share(one, around) * one.count for one in tile.files))
    return _BASE_MB + _MB_PER_POINT * fullest


def size_for(files: Sequence[Facts], *, margin_m: float) -> float:
    """Return the widest of the usual cores that keeps a worker below the memory that is wanted."""
    for size_m in SIZES_M:
        if worker_mb(files, size_m=size_m, margin_m=margin_m) < WANTED_MB:
            return size_m
    return SIZES_M[-1]


def check_size(files: Sequence[Facts], *, size_m: float, margin_m: float) -> None:
    """Do nothing if a worker has room for a core.

    Raises:
        DataError: It would need more memory than a worker may.
    """
    needed = worker_mb(files, size_m=size_m, margin_m=margin_m)
    if needed > MOST_MB:
        better = size_for(files, margin_m=margin_m)
        raise DataError(
            f"cores of {size_m:g} m with a margin of {margin_m:g} m need {needed / 1000:.1f} GB of"
            f" memory per worker, more than {MOST_MB / 1000:g} GB: the points are too dense; take"
            f" cores of {better:g} m (--size {better:g}) or a narrower margin"
        )


def square_m(size_m: float) -> float:
    """Return the width of the squares in which files are cut: about 50 m, some to a core."""
    return size_m / max(round(size_m / _SQUARE_M), 1)


def cuts(about: Facts, *, size_m: float, crs: int | None, height_crs: int | None) -> Cuts:
    """Return the tasks that cut a file for cores of a size, by their names."""
    return {
        f"cut {about.file} {number}": Task(
            "cloud.cut", {"cloud": [about.file]},
            {
                "part": [first, last], "square_m": square_m(size_m),
                "crs": crs, "height_crs": height_crs,
            },
            weight=last - first, passing=True,
        )
        for number, (first, last) in enumerate(parts(about.count), 1)
    }  # fmt: skip


def gathered(tile: Tile, margin_m: float) -> Task:
    """Return the task that gathers the points of a core and its margin from the cuts of files."""
    names = [f"cut {one.file} {number}" for one in tile.files
             for number in range(1, len(parts(one.count)) + 1)]  # fmt: skip
    return Task(
        "cloud.gather", {"pieces": [Output(name, "pieces") for name in names]},
        {"core": list(tile.bounds), "buffer_m": margin_m}, weight=tile.points // 4,
    )  # fmt: skip


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
