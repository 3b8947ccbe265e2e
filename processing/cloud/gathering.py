"""The points of one extent, out of several files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from processing.cloud import datum
from processing.cloud.files import EVERY, Facts, chunks
from processing.cloud.points import EXTRA, Points, rescaled
from sip.crs import Extent
from sip.errors import DataError

_AXES = {"x": np.int32, "y": np.int32, "z": np.int32, "classification": np.uint8}


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


def gather(
    files: Sequence[Facts], extent: Extent, columns: Collection[str] | None = None
) -> Points:
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
    agree(files)
    scale = tuple(min(one.scale[axis] for one in files) for axis in range(3))
    wanted = EVERY if columns is None else tuple(columns)
    near = [one for one in files if touches(one, extent)]
    told = {one.extra_told for one in near}
    if len(told) > 1:
        wanted = tuple(one for one in wanted if one != EXTRA)
    room = sum(one.count for one in near)
    store: dict[str, NDArray[Any]] = {name: np.empty(room, kind) for name, kind in _AXES.items()}
    filled = 0
    for about in near:
        for chunk in chunks(about, extent=extent, columns=wanted):
            fitted = rescaled(chunk, (scale[0], scale[1], scale[2]), files[0].offset)
            _keep(store, fitted.columns(), filled, room)
            filled += len(fitted)
    shared = {name: column[:filled] for name, column in store.items()}
    return Points(
        **shared, scale=(scale[0], scale[1], scale[2]), offset=files[0].offset,
        crs=files[0].crs, height_crs=files[0].height_crs,
        extra_told=next(iter(told)) if EXTRA in shared else "",
    )  # fmt: skip


def _keep(
    store: dict[str, NDArray[Any]], found: dict[str, NDArray[Any]], filled: int, room: int
) -> None:
    """Put columns behind those that are there; drop what is not in all chunks."""
    if filled == 0:
        store |= {name: np.empty(room, found[name].dtype) for name in found.keys() - store.keys()}
    for name in store.keys() - found.keys():
        del store[name]
    for name, column in store.items():
        column[filled : filled + len(found[name])] = found[name]
