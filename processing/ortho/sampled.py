"""How good a classification is by checked places of one's own, and the areas that follow.

Formulas and their numbers are those of Olofsson et al. 2014 (Remote Sensing of Environment 148,
equations 4 to 11): places are stratified by the class on the map, also if they were not drawn so.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
from exactextract import exact_extract
from numpy.typing import NDArray

from processing.blocks import opened
from processing.frames import read_frame
from processing.ortho.accuracy import MAPPED, SEEN, Accuracy, Table, ours
from processing.ortho.cover import Class
from processing.ortho.truth import GROUNDS
from sip.crs import epsg
from sip.errors import DataError

type Floats = NDArray[np.float64]

FEW = 25
"""Places of a class below which what is told of it is weak."""
KINDS = tuple(one.name.lower() for one in Class)[:SEEN]


@dataclasses.dataclass(frozen=True)
class Estimate:
    """A number, and its standard error."""

    value: Floats
    error: Floats

    def told(self) -> dict[str, Any]:
        """Return it for JSON; what is not known is null."""
        return {"value": _plain(self.value), "standard_error": _plain(self.error)}


@dataclasses.dataclass(frozen=True)
class Assessment:
    """What a matrix of counts says, each of as many as there are classes."""

    share: Estimate
    """Of the whole area that truly is of each kind."""
    users: Estimate
    """Share of what is mapped as a class that is it."""
    producers: Estimate
    """Share of what is of a class that is mapped as it."""
    overall: Estimate
    """Share of the area that is mapped right."""


def assess(counts: NDArray[np.int64], mapped_m2: Floats) -> Assessment:
    """Estimate areas and accuracies from checked places.

    Args:
        counts: Places by class on the map (row) and true class (column), the same ones first; a map
            may have more classes than the truth (shadow), which are never right.
        mapped_m2: Area of each class on the map.

    Returns:
        Estimates; those of a class without places, and errors of one with a single place, are NaN.
        Areas take a class without places for one of which nothing is known: it adds nothing.
    """
    kinds = counts.shape[1]
    weight = mapped_m2 / mapped_m2.sum()
    total = counts.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        part = counts / total[:, None]
        noise = part * (1 - part) / (total - 1)[:, None]
        there = weight[:, None] * np.nan_to_num(part)
        spread = weight[:, None] ** 2 * np.nan_to_num(noise, posinf=0.0)
        share = there.sum(axis=0)
        users, wobble = np.diagonal(part), np.diagonal(noise)
        right = np.diagonal(there)
        producers = right / share
        other = spread.sum(axis=0) - np.diagonal(spread)
        variance = (
            np.diagonal(spread) * (1 - producers) ** 2 + producers**2 * other
        ) / share**2  # fmt: skip
        overall, overall_error = right.sum(), np.sqrt(np.diagonal(spread).sum())
    return Assessment(
        Estimate(share, np.sqrt(spread.sum(axis=0))),
        Estimate(users[:kinds], np.sqrt(wobble[:kinds])),
        Estimate(producers, np.sqrt(variance)),
        Estimate(np.array([overall]), np.array([overall_error])),
    )


@dataclasses.dataclass(frozen=True)
class Checked:
    """Checked places on a map of cover."""

    seen: NDArray[np.int64]
    """Counts by `Class` on the map and from above."""
    ground: NDArray[np.int64] | None
    """Counts by `Class` on the map and place in `GROUNDS`; None where nobody said."""
    mapped_m2: Floats
    """By `Class`."""
    beyond: int
    """Places where the map says nothing."""

    def weak(self) -> list[str]:
        """Return the classes on the map that have fewer than 25 places."""
        count = self.seen.sum(axis=1)
        return [
            one.name.lower()
            for one in Class
            if self.mapped_m2[one - 1] > 0 and count[one - 1] < FEW
        ]


def check(cover: Path, places: Path, *, field: str, ground_field: str | None = None) -> Checked:
    """Compare a map of cover with checked places.

    Args:
        cover: Of `processing.ortho.cover`.
        places: Points, or polygons of one kind each, which are of the class that most of them is.
        field: Their true class from above: a name of `Class` in small letters, or its number.
        ground_field: What the ground is, also under crowns: a name of `GROUNDS`.

    Raises:
        DataError: A file cannot be read, has no such column, or a place is of no class.
    """
    frame = read_frame(places)
    true = _codes(frame, field, {name: code for code, name in enumerate(KINDS)}, places)
    mapped, area = _mapped(cover, frame)
    some = mapped > 0
    ground = None
    if ground_field is not None:
        known = _codes(frame, ground_field, {n: code for code, n in enumerate(GROUNDS)}, places)
        ground = _counted(mapped[some], known[some], len(GROUNDS))
    return Checked(_counted(mapped[some], true[some], SEEN), ground, area, int((~some).sum()))


def told(checked: Checked, accuracy: Accuracy) -> dict[str, Any]:
    """Return what is to be known of checked places, for JSON: counts, areas, accuracies."""
    found = assess(checked.seen, checked.mapped_m2)
    area = float(checked.mapped_m2.sum())
    true_m2 = checked.mapped_m2 @ accuracy.seen.share
    return {
        "classes": list(KINDS),
        "counts": checked.seen.tolist(),
        "mapped_m2": _plain(checked.mapped_m2),
        "true_m2": _plain(true_m2),
        "true_m2_standard_error": _plain(found.share.error * area),
        "overall": found.overall.told(),
        "users": found.users.told(),
        "producers": found.producers.told(),
        "beyond": checked.beyond,
        "weak": checked.weak(),
    }


def accuracy_of(checked: Checked, source: str) -> Accuracy:
    """Return the accuracy that later maps are judged by.

    Shares of a class are those of its places, or ours where it has none. The spread of all of the
    area is the standard error. How much more a single block errs is not in places: it is that of
    the invented towns, in the measure in which a cell is less sure here than there.
    """
    shipped = ours()
    seen = _table(checked.seen, checked.mapped_m2, shipped.seen)
    ground = shipped.ground
    if checked.ground is not None:
        ground = _table(checked.ground, checked.mapped_m2, shipped.ground)
    return Accuracy(seen, ground, int(checked.seen.sum()), source)


def _table(counts: NDArray[np.int64], mapped_m2: Floats, shipped: Table) -> Table:
    total = counts.sum(axis=1, keepdims=True)
    share = np.divide(counts, total, out=shipped.share.copy(), where=total > 0)
    weight = mapped_m2 / mapped_m2.sum()
    doubt, usual = (weight @ (one * (1 - one)) for one in (share, shipped.share))
    more = np.sqrt(np.divide(doubt, usual, out=np.ones_like(doubt), where=usual > 0))
    error = assess(counts, mapped_m2).share.error
    return Table(share, shipped.block_sd * more, np.maximum(error, shipped.scene_sd))


def _codes(
    frame: geopandas.GeoDataFrame, field: str, names: Mapping[str, int], file: Path
) -> NDArray[np.int64]:
    if field not in frame:
        raise DataError(f'{file}: has no column "{field}" ({", ".join(frame.columns)})')
    made = []
    for number, value in enumerate(frame[field], 1):
        text = str(value).strip().lower().removesuffix(".0")
        code = names.get(text, int(text) - 1 if text.isdecimal() else -1)
        if not 0 <= code < len(names):
            raise DataError(
                f'{file}, place {number}: "{value}" is no class; it may be {", ".join(names)}'
            )
        made.append(code)
    return np.array(made, dtype=np.int64)


def _mapped(cover: Path, frame: geopandas.GeoDataFrame) -> tuple[NDArray[np.int64], Floats]:
    """Return the class on the map at each place, 0 where there is none, and areas of classes."""
    count = np.zeros(MAPPED + 1)
    with opened(cover) as (source, cells):
        for window in cells.blocks():
            count += np.bincount(source.read(1, window=window).ravel(), minlength=MAPPED + 1)[
                : MAPPED + 1
            ]
        there = frame.to_crs(epsg(cells.crs))
        if set(there.geom_type) <= {"Point"}:
            xy = zip(there.geometry.x, there.geometry.y, strict=True)
            found = np.array([int(one[0]) for one in source.sample(xy)], dtype=np.int64)
        else:
            answer = exact_extract(source, there[["geometry"]], ["mode"], output="pandas")
            found = answer["mode"].fillna(0).to_numpy().astype(np.int64)
    return found, count[1:] * cells.cell**2


def _counted(mapped: NDArray[np.int64], true: NDArray[np.int64], kinds: int) -> NDArray[np.int64]:
    counts = np.zeros((MAPPED, kinds), dtype=np.int64)
    np.add.at(counts, (mapped - 1, true), 1)
    return counts


def _plain(numbers: Floats) -> list[float | None]:
    """Return numbers for JSON, what is not known as null."""
    return [round(float(one), 6) if np.isfinite(one) else None for one in numbers]
