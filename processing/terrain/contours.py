"""Lines of equal height."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas
import numpy as np
import shapely
from rasterio.io import DatasetReader
from rasterio.windows import Window
from scipy import ndimage
from skimage import measure

from processing.blocks import BLOCK_PX, Cells, opened
from processing.grid import Floats
from sip.errors import UsageError

EVERY_FIFTH = 5
"""Each fifth line is drawn bold and labelled."""
_REACH = 4.0
"""Standard deviations to which the Gauss filter looks."""


def contours(
    dtm: Path,
    *,
    interval_m: float,
    smooth_cells: float = 1.0,
    shortest_m: float = 10.0,
    block_px: int = BLOCK_PX,
) -> geopandas.GeoDataFrame:
    """Return the contours of a terrain model of any size.

    It is read in blocks that share their edge cells, so that lines end there in the very same
    places and are joined.

    Args:
        dtm: Raster of heights in metres.
        interval_m: Between two lines.
        smooth_cells: Standard deviation of the Gauss filter before; 0 for none.
        shortest_m: Shorter lines are left out.
        block_px: Width of a block.

    Returns:
        LineStrings with height_m and bold (each fifth), higher ground on their left.

    Raises:
        UsageError: The interval is not more than 0.
        DataError: The raster cannot be read.
    """
    if not interval_m > 0:
        raise UsageError(f"interval_m is more than 0, not {interval_m:g}")
    parts: dict[int, list[shapely.LineString]] = {}
    with opened(dtm) as (source, cells):
        for block in cells.blocks(block_px):
            window = _shared(block, cells)
            for number, line in _lines(_read(source, cells, window, smooth_cells), interval_m):
                centres = line[:, ::-1] + (window.col_off + 0.5, window.row_off + 0.5)
                x, y = cells.transform @ centres.T
                parts.setdefault(number, []).append(shapely.linestrings(x, y))
    rows = [
        (number * interval_m, number % EVERY_FIFTH == 0, line)
        for number, lines in sorted(parts.items())
        for line in _joined(lines, cells.cell)
        if line.length >= shortest_m
    ]
    names = ("height_m", "bold", "geometry")
    table = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=cells.crs)


def _shared(block: Window, cells: Cells) -> Window:
    """Return a block with the first cells of those to the right of it and below."""
    return Window(
        block.col_off, block.row_off,
        min(block.width + 1, cells.cols - block.col_off),
        min(block.height + 1, cells.rows - block.row_off),
    )  # fmt: skip


def _read(source: DatasetReader, cells: Cells, window: Window, smooth_cells: float) -> Floats:
    """Return smoothed heights, NaN for nodata."""
    around = cells.around(window, math.ceil(_REACH * smooth_cells))
    read = source.read(1, window=around, masked=True).astype(np.float64).filled(np.nan)
    first, left = window.row_off - around.row_off, window.col_off - around.col_off
    smooth = _smoothed(read, smooth_cells)
    return smooth[first : first + window.height, left : left + window.width]


def _lines(heights: Floats, interval_m: float) -> Iterator[tuple[int, Floats]]:
    """Return lines as rows and columns of their vertices, each with its number of intervals."""
    if not np.isfinite(heights).any() or min(heights.shape) < 2:
        return
    find: Any = measure.find_contours
    low, high = np.nanmin(heights), np.nanmax(heights)
    for number in range(math.ceil(low / interval_m), math.floor(high / interval_m) + 1):
        for line in find(heights, number * interval_m, positive_orientation="high"):
            if len(line) > 1:
                yield number, line


def _joined(parts: list[shapely.LineString], cell: float) -> list[shapely.LineString]:
    """Join lines that end where others begin, and leave out vertices that nobody would see."""
    whole = shapely.line_merge(shapely.multilinestrings(parts), directed=True)
    return list(shapely.simplify(shapely.get_parts(whole), 0.1 * cell))


def _smoothed(heights: Floats, cells: float) -> Floats:
    """Return heights after a Gauss filter that takes no notice of gaps and keeps them."""
    known = np.isfinite(heights)
    if cells <= 0 or not known.any():
        return heights
    total = ndimage.gaussian_filter(np.where(known, heights, 0.0), cells, truncate=_REACH)
    weight = ndimage.gaussian_filter(known.astype(np.float64), cells, truncate=_REACH)
    return np.where(known, total / np.maximum(weight, 1e-9), np.nan)
