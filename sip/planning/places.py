"""Places of planning objects: from one CRS to another, always x, y, and as GeoJSON."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from sip import crs

_DECIMALS = 7  # of a degree: a centimetre


def projected(shape: BaseGeometry, source: int, target: int) -> BaseGeometry:
    """Return a geometry in another CRS."""
    if source == target:
        return shape
    transformer = crs.transformer(source, target)

    def moved(points: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    return shapely.transform(shape, moved)


def as_geojson(shape: BaseGeometry | None, code: int | None) -> dict[str, Any] | None:
    """Return a geometry as GeoJSON in WGS 84; None where it has no place there."""
    if shape is None or shape.is_empty or code is None:
        return None
    moved = projected(shape, code, 4326)
    if not np.isfinite(shapely.get_coordinates(moved)).all():
        return None
    found = json.loads(shapely.to_geojson(moved))
    return {"type": found["type"], "coordinates": _rounded(found["coordinates"])}


def _rounded(value: Any) -> Any:
    return round(value, _DECIMALS) if isinstance(value, float) else [_rounded(one) for one in value]
