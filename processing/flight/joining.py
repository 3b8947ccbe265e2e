"""Rasters and rows of tiles, made one; how far neighbours differ where they meet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from rasterio.transform import from_origin
from rasterio.windows import Window, from_bounds

from processing import blocks
from processing.blocks import Cells
from sip.crs import Extent
from sip.errors import DataError

SEAM_M = 10.0
"""How far into a neighbour a tile is compared with it."""


def mosaic(
    files: Sequence[Path], cores: Sequence[Extent], target: Path, *, overviews: str = "average"
) -> None:
    """Write the cores of rasters as one COG with overviews and statistics.

    Raises:
        DataError: They have other cells, bands or kinds of values, or none were given.
    """
    if not files:
        raise DataError("there is no tile to make one raster of")
    with blocks.opened(files[0]) as (first, cells):
        count, dtype, nodata, cell = first.count, first.dtypes[0], first.nodata, cells.cell
        crs = cells.crs
    west, north = min(one.west for one in cores), max(one.north for one in cores)
    east, south = max(one.east for one in cores), min(one.south for one in cores)
    whole = Cells(
        round((north - south) / cell), round((east - west) / cell),
        from_origin(west, north, cell, cell), crs,
    )  # fmt: skip
    with blocks.cog(
        target, whole, count=count, dtype=dtype, nodata=nodata, overviews=overviews
    ) as joined:
        if nodata is not None:
            for window in whole.blocks(2048):
                shape = (count, int(window.height), int(window.width))
                joined.write(np.full(shape, nodata, dtype=dtype), window=window)
        for file, core in zip(files, cores, strict=True):
            with blocks.opened(file) as (source, own):
                if (source.count, source.dtypes[0], own.crs) != (count, dtype, crs):
                    raise DataError(f"{file}: has other bands, values or CRS than {files[0]}")
                part = _window(core, own)
                found = source.read(window=part, boundless=True, fill_value=nodata)
                joined.write(found, window=_window(core, whole))


def _window(extent: Extent, cells: Cells) -> Window:
    exact = from_bounds(extent.west, extent.south, extent.east, extent.north, cells.transform)
    return Window(
        round(exact.col_off), round(exact.row_off), round(exact.width), round(exact.height)
    )


def seams(files: Sequence[Path], cores: Sequence[Extent]) -> dict[str, Any]:
    """Compare each tile's margin with its eastern and northern neighbours.

    Returns:
        How many cells were compared, and the 99th percentile and the most of the differences.
    """
    places = {(core.west, core.south): file for file, core in zip(files, cores, strict=True)}
    found: list[NDArray[np.float64]] = []
    for file, core in zip(files, cores, strict=True):
        for (west, south), band in (
            ((core.east, core.south),
             Extent(core.east - SEAM_M, core.south, core.east + SEAM_M, core.north)),
            ((core.west, core.north),
             Extent(core.west, core.north - SEAM_M, core.east, core.north + SEAM_M)),
        ):  # fmt: skip
            other = places.get((west, south))
            if other is not None:
                found.append(np.abs(_values(file, band) - _values(other, band)).ravel())
    every = np.concatenate(found) if found else np.empty(0)
    known = every[~np.isnan(every)]
    return {
        "cells": len(known),
        "p99": float(np.percentile(known, 99)) if len(known) else None,
        "most": float(known.max()) if len(known) else None,
    }


def _values(file: Path, extent: Extent) -> NDArray[np.float64]:
    with blocks.opened(file) as (source, cells):
        fill = np.nan if source.nodata is None else source.nodata
        found = source.read(
            1, window=_window(extent, cells), boundless=True, fill_value=fill
        ).astype(np.float64)
        if source.nodata is not None:
            found[found == source.nodata] = np.nan
        return np.asarray(found)


def collect(files: Sequence[Path], target: Path) -> None:
    """Write the rows of all tiles as one GeoParquet file, in the order of the tiles."""
    frames = [geopandas.read_parquet(file) for file in files]
    filled = [one for one in frames if len(one)] or frames[:1]
    every = geopandas.GeoDataFrame(
        pd.concat(filled, ignore_index=True), geometry="geometry", crs=filled[0].crs
    )
    every.to_parquet(target, index=False)
