"""How vegetation does: single trees and green areas, compared with their like, year by year."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import shapely
from exactextract import exact_extract
from numpy.typing import NDArray
from rasterio.io import DatasetReader

from processing.blocks import Cells, opened
from processing.ortho.shift import Shift, shift_at
from sip.crs import epsg
from sip.errors import DataError

type Floats = NDArray[np.float64]

SEEN_SHARE = 0.7
"""Height at which a crown is seen, over that of the tree."""
CORE = 0.7
"""The sampled core of a crown, of its width: the edge is mixed with what is beside it."""
AT_ONCE = 2_000_000
"""Cells of boxes around objects that are read at once."""
FEWEST_CELLS = 4.0
FEWEST_ALIKE = 8
"""Trees of a species in a year, so that one can be told to be unlike them."""
FEWEST_YEARS = 3
"""For a trend; two years have a difference."""
MAD_TO_SD = 1.4826
"""Of a normal distribution (Rousseeuw and Croux 1993)."""


@dataclasses.dataclass(frozen=True)
class Fields:
    """Names of columns of the objects."""

    id: str
    species: str | None = None
    """Objects of the same are alike; without it all are."""
    height_m: str | None = None
    """Of trees; without it nothing leans, as of lawns."""


def sample(
    raster: Path,
    objects: geopandas.GeoDataFrame,
    *,
    fields: Fields,
    year: int,
    shifts: Sequence[Shift] = (),
    at_once: int = AT_ONCE,
) -> pd.DataFrame:
    """Return the median of an index over each object, cells weighted by their share in it.

    Trees are sampled in the core of the crown, where the picture shows it.

    Args:
        raster: An index, one band.
        objects: Crowns or areas, polygons.
        fields: Their columns.
        year: Of the picture.
        shifts: Where it shows what is there.
        at_once: Cells in memory; the answer does not depend on it.

    Returns:
        id, year, median (NaN for fewer than 4 cells), cells (as many as shares add up to), group
        (the species).
    """
    for name in dataclasses.astuple(fields):
        if name is not None and name not in objects:
            raise DataError(f'objects have no field "{name}" ({", ".join(objects.columns)})')
    with opened(raster) as (source, cells):
        there = objects.geometry.to_crs(epsg(cells.crs)).reset_index(drop=True)
        if fields.height_m is not None:
            height = objects[fields.height_m].fillna(0).to_numpy(dtype=np.float64)
            there = geopandas.GeoSeries(_seen(there, height, shifts), crs=there.crs)
        median, count = _medians(source, cells, there, at_once)
    group = objects[fields.species].fillna("") if fields.species else pd.Series([""] * len(objects))
    return pd.DataFrame({
        "id": objects[fields.id].astype(str).to_numpy(), "year": year,
        "median": np.where(count >= FEWEST_CELLS, median, np.nan), "cells": count,
        "group": group.astype(str).to_numpy(),
    })  # fmt: skip


def _medians(
    source: DatasetReader, cells: Cells, shapes: geopandas.GeoSeries, at_once: int
) -> tuple[Floats, Floats]:
    """Return the weighted median of each shape, and as many cells as shares add up to.

    So many shapes are read at once as boxes around them have `at_once` cells; larger ones in parts.
    """
    median, count = np.full(len(shapes), np.nan), np.zeros(len(shapes))
    box = shapely.bounds(shapes.to_numpy())
    size = np.nan_to_num((box[:, 2] - box[:, 0]) * (box[:, 3] - box[:, 1]) / cells.cell**2)
    large = size > at_once
    small = np.flatnonzero(~large)
    batch = np.cumsum(size[small]) // at_once
    for some in (small[batch == number] for number in np.unique(batch)):
        pairs = _read(source, shapes.iloc[some])
        for place, (found, weights) in zip(some, pairs, strict=True):
            median[place], count[place] = _median(found, weights), weights.sum()
    for place in np.flatnonzero(large):
        median[place], count[place] = _median_of_parts(source, cells, shapes.iloc[place], at_once)
    return median, count


def _read(source: DatasetReader, shapes: geopandas.GeoSeries) -> Iterator[tuple[Floats, Floats]]:
    """Yield the values of the cells of each shape, and their shares in it."""
    plain = geopandas.GeoDataFrame(geometry=shapes.reset_index(drop=True))
    answer = exact_extract(source, plain, ["values", "coverage"], output="pandas")
    yield from zip(answer["values"], answer["coverage"], strict=True)


def _median_of_parts(
    source: DatasetReader, cells: Cells, shape: shapely.Geometry, at_once: int
) -> tuple[float, float]:
    """Return the median of a large shape and its cells, without all its values in memory at once.

    Weights are summed by the upper half of the bits of values (32, as indices have), then, of the
    one half that holds the middle, by the lower half.
    """

    def parts() -> Iterator[tuple[Floats, Floats]]:
        side = max(1, round(at_once**0.5))
        for window in cells.blocks(side):
            left, top = cells.transform @ (window.col_off, window.row_off)
            right, low = left + window.width * cells.cell, top - window.height * cells.cell
            part = shapely.intersection(shape, shapely.box(left, low, right, top))
            if part.area:
                yield from _read(source, geopandas.GeoSeries([part], crs=epsg(cells.crs)))

    halves = np.zeros((2, 1 << 16))
    for found, share in parts():
        upper = _order(found) >> 16
        halves[0] += np.bincount(upper, weights=share, minlength=1 << 16)
    total = np.cumsum(halves[0])
    if not total[-1]:
        return float("nan"), 0.0
    middle = int(np.searchsorted(total, total[-1] / 2))
    for found, share in parts():
        place = _order(found)
        some = place >> 16 == middle
        halves[1] += np.bincount(place[some] & 0xFFFF, weights=share[some], minlength=1 << 16)
    below = np.cumsum(halves[1]) + (total[middle - 1] if middle else 0.0)
    last = int(np.flatnonzero(halves[1])[-1])
    lower = min(int(np.searchsorted(below, total[-1] / 2)), last)
    return _value(middle << 16 | lower), float(total[-1])


def _order(found: Floats) -> NDArray[np.int64]:
    """Return the bits of values as numbers of 32 bits that are ordered as the values are."""
    bits = found.astype(np.float32).view(np.uint32)
    negative = bits >> 31 == 1
    return np.asarray(np.where(negative, ~bits, bits | 0x80000000), dtype=np.int64)


def _value(place: int) -> float:
    """Return the value of a number of `_order`."""
    bits = place & 0x7FFFFFFF if place >> 31 else ~place & 0xFFFFFFFF
    return float(np.array([bits], dtype=np.uint32).view(np.float32)[0])


def _median(values: Floats, weights: Floats) -> float:
    """Return the least value that half of the weight does not exceed, NaN without any."""
    if len(values) == 0:
        return float("nan")
    order = np.argsort(values)
    total = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(total, total[-1] / 2)])


def _seen(crowns: geopandas.GeoSeries, height: Floats, shifts: Sequence[Shift]) -> list[object]:
    made = []
    for shape, tall in zip(crowns, height, strict=True):
        middle = shape.centroid
        core = shapely.affinity.scale(shape, CORE, CORE, origin=middle)
        moved = shift_at(shifts, middle.x, middle.y).at(np.array(SEEN_SHARE * tall, np.float32))
        made.append(shapely.affinity.translate(core, *map(float, moved)))
    return made


def compare(samples: pd.DataFrame) -> pd.DataFrame:
    """Add how unlike each object is to those of its group in its year.

    The z-score is robust: distance from the group's median over 1.4826 of the median absolute
    deviation, so that sick trees do not hide themselves by widening the spread.

    Returns:
        The samples with alike (how many of the group have a median that year), z, and note: empty,
        `few_cells`, `few_alike` or `all_equal`, the reason why there is no z.
    """
    made = samples.copy()
    medians = made.groupby(["group", "year"])["median"]
    made["alike"] = medians.transform("count").astype(int)
    centre = medians.transform("median")
    away = (made["median"] - centre).abs()
    spread = MAD_TO_SD * away.groupby([made["group"], made["year"]]).transform("median")
    notes = np.select(
        [made["median"].isna(), made["alike"] < FEWEST_ALIKE, ~(spread > 0)],
        ["few_cells", "few_alike", "all_equal"],
        "",
    )
    score = (made["median"] - centre) / spread.where(spread > 0)
    return made.assign(z=score.where(notes == ""), note=notes)


def trends(samples: pd.DataFrame) -> pd.DataFrame:
    """Return how each object's index changes over the years.

    Returns:
        id, years (with a median), first, last, change (last median less first), per_year (slope of
        Theil 1950 and Sen 1968), low and high (its 90 % interval), note: empty or `few_years`, then
        there is no slope.
    """
    from scipy import stats  # much to import, and workers that sample crowns do without

    rows = []
    for key, some in samples.dropna(subset=["median"]).groupby("id"):
        ordered = some.sort_values("year")
        when, value = ordered["year"].to_numpy(float), ordered["median"].to_numpy(float)
        change = value[-1] - value[0] if len(when) > 1 else np.nan
        slope, low, high = np.nan, np.nan, np.nan
        if len(when) >= FEWEST_YEARS:
            slope, _, low, high = stats.theilslopes(value, when, alpha=0.9)
        note = "" if len(when) >= FEWEST_YEARS else "few_years"
        rows.append((key, len(when), int(when[0]), int(when[-1]), change, slope, low, high, note))
    columns = ["id", "years", "first", "last", "change", "per_year", "low", "high", "note"]
    return pd.DataFrame(rows, columns=columns)
