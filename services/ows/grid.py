"""The values of raster grids."""

from __future__ import annotations

import math

import numpy as np
import rasterio

from services.ows.mapfile import drawn_name
from sip import crs
from sip.catalogue import Layer
from sip.service import Context

_DIGITS = 6


def value_at(
    now: Context, layer: Layer, drawn: str, place: tuple[int, float, float]
) -> float | None:
    """Return the value of the cell at a place, to six digits that count.

    Args:
        now: The published state.
        layer: A raster layer.
        drawn: Which of its years, as `drawn_name` says it.
        place: EPSG code, and x, y in it.

    Returns:
        None where no file has a value there.
    """
    code, x, y = place
    assert layer.spec.raster is not None
    for one in layer.spec.raster.files:
        file = now.settings.data / one.file
        if drawn_name(layer, one.year) != drawn or not file.exists():
            continue
        with rasterio.open(file) as source:
            stored = source.crs.to_epsg() or now.catalogue.project.storage_crs
            point = crs.transformer(code, stored).transform(x, y)
            if not all(map(math.isfinite, point)):
                continue
            cell = next(source.sample([point], masked=True))
        if not np.ma.getmaskarray(cell)[0] and math.isfinite(cell[0]):
            return float(f"{float(cell[0]):.{_DIGITS}g}")
    return None
