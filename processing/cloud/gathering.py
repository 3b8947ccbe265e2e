"""The points of one extent, out of several files."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from processing.cloud import datum
from processing.cloud.files import EVERY, Facts, chunks, kinds
from processing.cloud.points import EXTRA, About, Points, rescaled, written
from sip.crs import Extent
from sip.errors import DataError


def widened(extent: Extent, margin_m: float) -> Extent:
    """Return an extent with a margin around it."""
    return Extent(
        extent.west - margin_m, extent.south - margin_m,
        extent.east + margin_m, extent.north + margin_m,
    )  # fmt: skip


def touches(about: Facts, extent: Extent) -> bool:
    """Say whether a file may have points in an extent."""
    in_x = about.extent.west < extent.east and about.extent.east >= extent.west
    return in_x and about.extent.south < extent.north and about.extent.north >= extent.south


def agree(files: Sequence[Facts]) -> None:
    """Do nothing if all files have the same plane and the same heights.

    Raises:
        DataError: Two differ; it names them, and what to do.
    """
    for other in files[1:]:
        first = files[0]
        if other.crs != first.crs:
            raise DataError(
                f"{other.file} is in EPSG:{other.crs}, {first.file} in EPSG:{first.crs}; transform"
                " one of them first"
            )
        if other.height_crs == first.height_crs:
            continue
        both = [one.height_crs for one in (other, first)]
        said = ["unsaid" if code is None else datum.name(code) for code in both]
        advice = (
            "say with --heights which heights those files have"
            if None in both
            else "transform one of them with the grid between the two; they must not be mixed"
        )
        raise DataError(
            f"{other.file} has heights {said[0]}, {first.file} has heights {said[1]}; {advice}"
        )


@dataclasses.dataclass(frozen=True)
class _Wanted:
    """What is to be gathered."""

    near: Sequence[Facts]
    extent: Extent
    kinds: Mapping[str, np.dtype[Any]]
    about: About

    @property
    def room(self) -> int:
        return sum(one.count for one in self.near)

    def pieces(self) -> Iterator[Points]:
        for about in self.near:
            for chunk in chunks(about, extent=self.extent, columns=self.kinds.keys()):
                yield rescaled(chunk, self.about.scale, self.about.offset)


def _wanted(files: Sequence[Facts], extent: Extent, columns: Collection[str]) -> _Wanted:
    agree(files)
    scale = tuple(min(one.scale[axis] for one in files) for axis in range(3))
    near = [one for one in files if touches(one, extent)]
    if len({one.extra_told for one in near}) != 1:
        columns = [one for one in columns if one != EXTRA]
    every = [kinds(one, columns) for one in near or files[:1]]
    shared = {name: kind for name, kind in every[0].items() if all(name in one for one in every)}
    first = files[0]
    about = About(
        (scale[0], scale[1], scale[2]), first.offset, first.crs, first.height_crs,
        near[0].extra_told if EXTRA in shared else "",
    )  # fmt: skip
    return _Wanted(near, extent, shared, about)


def gather(files: Sequence[Facts], extent: Extent, columns: Collection[str] = EVERY) -> Points:
    """Return the points of files in an extent, file after file.

    Where scales or offsets differ, the finest scale and the first offset hold for all. A column
    that some of the files lack is left out, and so are extra bytes if not all describe the same.

    Args:
        files: What `facts` has returned, at least one.
        extent: A point on its eastern or northern edge is outside.
        columns: Which of `COLUMNS`; all by default.

    Raises:
        DataError: A file is damaged, or the files have different planes or heights.
    """
    wanted = _wanted(files, extent, columns)
    store = {name: np.empty(wanted.room, kind) for name, kind in wanted.kinds.items()}
    filled = 0
    for piece in wanted.pieces():
        for name, column in store.items():
            column[filled : filled + len(piece)] = getattr(piece, name)
        filled += len(piece)
    found: dict[str, Any] = {name: column[:filled] for name, column in store.items()}
    return Points(**found, **vars(wanted.about))


def gather_into(file: Path, files: Sequence[Facts], extent: Extent) -> None:
    """Write what `gather` returns into a file of points, and hold just a piece of it in memory."""
    wanted = _wanted(files, extent, EVERY)
    with written(file, wanted.kinds, wanted.room, wanted.about) as target:
        for piece in wanted.pieces():
            for name in wanted.kinds:
                target.put(name, getattr(piece, name))
