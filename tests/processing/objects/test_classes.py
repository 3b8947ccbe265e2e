"""Classes of points by what they are on: known answers first, then a town with exact truth."""

from __future__ import annotations

import geopandas
import numpy as np
import pytest
import shapely
from rasterio.transform import from_origin

from processing.cloud.points import Points
from processing.objects import classes
from processing.raster import Raster

FLAT = Raster(np.full((1, 40, 40), 100.0, np.float32), from_origin(0, 40, 1, 1), 2180, -9999)


def at(places: list[tuple[float, float, float]], *, split: bool = False, code: int = 1) -> Points:
    x, y, over = np.array(places).T
    count = np.full(len(x), 2 if split else 1, np.uint8)
    return Points(
        *(np.rint(one * 1000).astype(np.int32) for one in (x, y, over)),
        scale=(0.001, 0.001, 0.001), offset=(0.0, 0.0, 100.0), crs=2180, height_crs=None,
        classification=np.full(len(x), code, np.uint8), return_number=np.ones(len(x), np.uint8),
        number_of_returns=count,
    )  # fmt: skip


def frame(*shapes: shapely.Geometry, **columns: list[float]) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame(columns, geometry=list(shapes), crs=2180)


CROWN = frame(shapely.Point(10, 10).buffer(4))
HOUSE = frame(shapely.box(20, 20, 30, 30), roof_p90_m=[106.0])
NONE = frame()


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((10, 10, 0.2), 3), ((10, 10, 1.0), 4), ((10, 10, 8.0), 5), ((14.2, 10, 8.0), 5),
        ((16, 10, 8.0), 1), ((25, 25, 5.0), 6), ((25, 25, 0.3), 1), ((30.2, 25, 3.0), 6),
        ((25, 25, 9.0), 1), ((35, 35, 0.2), 1),
    ],
)  # fmt: skip
def test_a_point_is_of_what_it_lies_on(place: tuple[float, float, float], expected: int) -> None:
    found = classes.classify(at([place]), FLAT, crowns=CROWN, buildings=HOUSE)
    assert found.tolist() == [expected]


def test_low_things_that_split_pulses_are_bushes_and_others_are_not() -> None:
    heap = [(5 + x / 5, 5 + y / 5, 1.0) for x in range(10) for y in range(10)]
    for split, expected in ((True, 4), (False, 1)):
        found = classes.classify(at(heap, split=split), FLAT, crowns=NONE, buildings=NONE)
        assert set(found.tolist()) == {expected}


def test_water_noise_and_what_the_supplier_told_stay() -> None:
    lake = frame(shapely.box(0, 0, 40, 40))
    found = classes.classify(
        at([(5, 5, 0.1)], code=2), FLAT, crowns=NONE, buildings=NONE, water=lake
    )
    assert found.tolist() == [9]
    noise = at([(5, 5, 0.1)], code=7)
    assert classes.classify(noise, FLAT, crowns=CROWN, buildings=HOUSE, water=lake).tolist() == [7]
    ours, theirs = np.array([2, 6, 1], np.uint8), np.array([17, 5, 9], np.uint8)
    assert classes.kept(ours, theirs, (9, 17)).tolist() == [17, 6, 9]
