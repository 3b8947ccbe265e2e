"""Small pictures to test with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.transform import from_origin


def write(
    file: Path,
    bands: NDArray[np.generic],
    *,
    west: float = 0.0,
    north: float = 100.0,
    cell: float = 1.0,
    nodata: float | None = None,
    crs: int = 2180,
) -> Path:
    """Write bands of shape (bands, rows, cols)."""
    count, rows, cols = bands.shape
    with rasterio.open(
        file, "w", driver="GTiff", width=cols, height=rows, count=count, dtype=bands.dtype,
        crs=f"EPSG:{crs}", transform=from_origin(west, north, cell, cell), nodata=nodata,
    ) as target:  # fmt: skip
        target.write(bands)
    return file


def even(*light: int, size: int = 20, dtype: str = "uint8") -> NDArray[np.generic]:
    """Return bands of one value each."""
    return np.tile(np.array(light, dtype=dtype)[:, None, None], (1, size, size))
