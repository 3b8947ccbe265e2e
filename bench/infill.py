"""How fast infill areas are made: `python -m bench.infill [BUILDINGS ...]`.

Villages are drawn at random. The peer does the published steps one by one: neighbours by one query
of an index with exact distances, then one union; both draw in from whole millimetres. Prints
seconds of the processor, their ratio, and how far the areas of both differ.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from shapely.geometry.base import BaseGeometry

from sip.planning.analysis import declared, infill
from sip.planning.analysis.declared import Infill

_SIZES = (20_000, 200_000)
_PEER_AT_MOST = 20_000
type Shapes = npt.NDArray[Any]


def town(count: int) -> Shapes:
    """Draw buildings in villages of fifty."""
    rng = np.random.default_rng(1)
    middles = rng.uniform(0, 100 * np.sqrt(count), (count // 50, 2))
    corner = middles[rng.integers(0, len(middles), count)] + rng.normal(0, 150, (count, 2))
    size = rng.uniform(6, 20, (count, 2))
    (west, south), (east, north) = corner.T, (corner + size).T
    return np.asarray(shapely.box(west, south, east, north), dtype=np.object_)


def peer(shapes: Shapes, rule: Infill) -> BaseGeometry:
    """Do the published steps one by one."""
    left, right = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=rule.reach_m)
    links = coo_array((np.ones(len(left)), (left, right)), shape=(len(shapes), len(shapes)))
    group = connected_components(links, directed=False)[1]
    counted = shapes[np.bincount(group)[group] >= rule.least_buildings]
    around = shapely.buffer(counted, rule.buffer_m, quad_segs=rule.quarter_segments)
    parts = []
    for one in shapely.get_parts(shapely.union_all(around)):
        holes = [ring for ring in one.interiors if shapely.Polygon(ring).area > rule.hole_m2]
        parts.append(shapely.Polygon(one.exterior, holes))
    whole = infill.on_millimetres(shapely.union_all(parts))
    return shapely.buffer(whole, -rule.shrink_m, quad_segs=rule.quarter_segments)


def main() -> None:
    """Measure both, the peer as far as it has the memory."""
    rule = declared.read(Path(__file__).parents[1]).infill
    for count in [int(one) for one in sys.argv[1:]] or list(_SIZES):
        shapes = town(count)
        start = time.process_time()
        found = infill.areas(list(shapes), rule)
        seconds = time.process_time() - start
        said = f"{count:,} buildings: {len(found):,} areas in {seconds:.1f} s"
        if count <= _PEER_AT_MOST:
            start = time.process_time()
            other = peer(shapes, rule)
            ratio = (time.process_time() - start) / seconds
            own = shapely.union_all([one.shape for one in found])
            differ = own.symmetric_difference(other).area
            said += f"; the peer takes {ratio:.1f} times as long; they differ by {differ:.3f} m2"
        print(said)


if __name__ == "__main__":
    main()
