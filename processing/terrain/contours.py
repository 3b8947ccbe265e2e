"""Lines of equal height."""

from __future__ import annotations

from typing import Any

import geopandas
import numpy as np
import shapely
from scipy import ndimage
from skimage import measure

from processing.raster import Raster
from sip.errors import UsageError

EVERY_FIFTH = 5
"""Each fifth line is drawn bold and labelled."""


def contours(
    dtm: Raster, *, interval_m: float, smooth_cells: float = 1.0, shortest_m: float = 10.0
) -> geopandas.GeoDataFrame:
    """Return the contours of a terrain model.

    Args:
        dtm: Heights in metres.
        interval_m: Between two lines.
        smooth_cells: Standard deviation of the Gauss filter before; 0 for none.
        shortest_m: Shorter lines are left out.

    Returns:
        LineStrings with height_m and bold (each fifth), higher ground on their left.

    Raises:
        UsageError: The interval is not more than 0.
    """
    if not interval_m > 0:
        raise UsageError(f"interval_m is more than 0, not {interval_m:g}")
    heights = _smoothed(dtm.values(), smooth_cells)
    low, high = (np.nanmin(heights), np.nanmax(heights)) if np.isfinite(heights).any() else (1, 0)
    find: Any = measure.find_contours
    rows: list[tuple[float, bool, shapely.LineString]] = []
    for number in range(int(np.ceil(low / interval_m)), int(np.floor(high / interval_m)) + 1):
        for line in find(heights, number * interval_m, positive_orientation="high"):
            if len(line) < 2:
                continue
            x, y = dtm.transform @ (line[:, 1] + 0.5, line[:, 0] + 0.5)
            shape = shapely.simplify(shapely.linestrings(x, y), 0.1 * dtm.cell)
            if shape.length >= shortest_m:
                rows.append((number * interval_m, number % EVERY_FIFTH == 0, shape))
    names = ("height_m", "bold", "geometry")
    table = {name: [row[place] for row in rows] for place, name in enumerate(names)}
    return geopandas.GeoDataFrame(table, geometry="geometry", crs=dtm.crs)


def _smoothed(heights: np.ndarray, cells: float) -> np.ndarray:
    """Return heights after a Gauss filter that takes no notice of gaps and keeps them."""
    known = np.isfinite(heights)
    if cells <= 0 or not known.any():
        return heights
    total = ndimage.gaussian_filter(np.where(known, heights, 0.0), cells)
    weight = ndimage.gaussian_filter(known.astype(np.float64), cells)
    return np.where(known, total / np.maximum(weight, 1e-9), np.nan)
