"""A plan drawn small: its areas simplified to what a picture shows, for pages without script."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from sip.planning.feature import Feature
from sip.planning.places import as_geojson
from sip.planning.types import ACT

_STEPS = 1_500
"""Of the extent: what is finer is not drawn."""
_MOST = 3_000
"""Areas that are drawn at most, the largest first."""


@dataclasses.dataclass(frozen=True)
class Sketch:
    """Areas as `{"name", "kind", "geometry"}`, GeoJSON in WGS 84; acts first."""

    areas: tuple[dict[str, Any], ...]


def sketch(features: Sequence[Feature]) -> Sketch:
    """Draw the objects of a check."""
    shown = [one for one in features if one.shape is not None and one.crs is not None]
    if not shown:
        return Sketch(())
    shapes = np.array([one.shape for one in shown], dtype=np.object_)
    west, south, east, north = shapely.total_bounds(shapes)
    step = max(east - west, north - south) / _STEPS
    simple = shapely.simplify(shapes, step, preserve_topology=False)
    sizes = shapely.area(shapes)
    order = sorted(range(len(shown)), key=lambda at: (shown[at].name != ACT, -float(sizes[at])))
    areas = []
    for at in order[:_MOST]:
        place = as_geojson(simple[at], shown[at].crs)
        if place is not None and place["type"] in ("Polygon", "MultiPolygon"):
            one = shown[at]
            kind = one.name if one.name == ACT else one.text("symbol") or one.name
            areas.append(
                {"name": one.text("oznaczenie") or one.local_id, "kind": kind, "geometry": place}
            )
    return Sketch(tuple(areas))
