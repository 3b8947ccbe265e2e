"""Vegetation in pictures with near infrared."""

from __future__ import annotations

import numpy as np

from processing.raster import Raster

NODATA = -9999.0


def ndvi(red: Raster, infrared: Raster) -> Raster:
    """Compute the normalised difference vegetation index (Rouse 1974).

    Args:
        red: One band of reflected red light, any linear unit.
        infrared: One band of near infrared in the same unit on the same grid.

    Returns:
        One float32 band from -1 to 1; -9999 is nodata: where either band has none, or both are 0.

    Raises:
        DataError: The two have different grids.
    """
    red.same_grid(infrared)
    low, high = red.values(), infrared.values()
    both = low + high
    index = np.divide(high - low, both, out=np.full_like(both, np.nan), where=both > 0)
    filled = np.where(np.isnan(index), NODATA, index).astype(np.float32)
    return Raster(filled[None], red.transform, red.crs, NODATA)
