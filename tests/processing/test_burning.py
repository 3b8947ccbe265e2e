"""Cells whose middles lie in shapes are those that GDAL finds."""

from __future__ import annotations

import numpy as np
import shapely
from rasterio import features

from processing.burning import burn
from processing.grid import Grid
from sip.crs import Extent


def test_shapes_with_holes_and_several_parts_are_burnt_as_gdal_does() -> None:
    random = np.random.default_rng(5)
    grid = Grid(Extent(100, 200, 160, 240), 0.25)
    x, y = random.uniform(95, 165, 60), random.uniform(195, 245, 60)
    discs = shapely.buffer(shapely.points(x, y), random.uniform(0.1, 6, 60))
    shapes = list(shapely.difference(discs, shapely.buffer(shapely.points(x + 0.3, y), 1.1)))
    shapes += [shapely.union_all(discs[:9]), shapely.Polygon(), shapely.Point(120, 220)]
    values = np.arange(1.0, len(shapes) + 1)
    areas = [(one, value) for one, value in zip(shapes, values, strict=True) if one.area > 0]
    expected = features.rasterize(areas, grid.shape, transform=grid.transform, dtype=np.float32)
    assert np.array_equal(np.nan_to_num(burn(grid, shapes, values)), expected)
    assert np.isnan(burn(grid, [], np.zeros(0))).all()
