"""Light on the terrain."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from processing.raster import Raster
from sip import crs
from sip.errors import CrsError

NODATA = 0


def hillshade(dtm: Raster, *, azimuth_deg: float = 315.0, altitude_deg: float = 45.0) -> Raster:
    """Shade the terrain as one distant light would (Horn 1981).

    Args:
        dtm: One band of heights in metres, shape (rows, cols), row 0 in the north, in a CRS whose
            axes are metres.
        azimuth_deg: Where the light stands, clockwise from grid north, 0 to 360.
        altitude_deg: Its height above the horizon, 0 to 90.

    Returns:
        One uint8 band on the grid of `dtm`: 0 is nodata, 1 is dark, 255 faces the light.

    Raises:
        CrsError: The axes of `dtm` are degrees, so a slope has no meaning.
    """
    if crs.is_geographic(dtm.crs):
        raise CrsError(f"EPSG:{dtm.crs} has degrees: project the terrain model to metres first")
    heights = dtm.values()
    east, north = slopes(heights, dtm.cell)
    azimuth, altitude = np.radians(azimuth_deg), np.radians(altitude_deg)
    facing = (
        np.sin(altitude)
        - east * np.sin(azimuth) * np.cos(altitude)
        - north * np.cos(azimuth) * np.cos(altitude)
    ) / np.sqrt(1 + east**2 + north**2)
    lit = np.round(1 + 254 * np.clip(facing, 0, 1))
    shade = np.where(np.isnan(lit + heights), NODATA, lit).astype(np.uint8)
    return Raster(shade[None], dtm.transform, dtm.crs, NODATA)


def slopes(
    heights: NDArray[np.float64], cell_m: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the rise per metre to the east and to the north (third-order differences, Horn 1981).

    Args:
        heights: Metres, shape (rows, cols), row 0 in the north, NaN for nodata. Beyond the edge
            they go on as they came.
        cell_m: Width of a cell.
    """
    z = np.pad(heights, 1, mode="reflect", reflect_type="odd")
    right = z[:-2, 2:] + 2 * z[1:-1, 2:] + z[2:, 2:]
    left = z[:-2, :-2] + 2 * z[1:-1, :-2] + z[2:, :-2]
    upper = z[:-2, :-2] + 2 * z[:-2, 1:-1] + z[:-2, 2:]
    lower = z[2:, :-2] + 2 * z[2:, 1:-1] + z[2:, 2:]
    return (right - left) / (8 * cell_m), (upper - lower) / (8 * cell_m)
