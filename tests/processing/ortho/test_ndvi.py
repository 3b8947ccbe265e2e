from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasterio.transform import from_origin

from processing.ortho import ndvi
from processing.raster import Raster
from sip.errors import DataError


def band(*values: float, nodata: float | None = None, west: float = 0.0) -> Raster:
    """Return one row of cells."""
    return Raster(np.array([[values]], dtype=np.float32), from_origin(west, 0, 1, 1), 2178, nodata)


def test_known_pairs_of_red_and_infrared() -> None:
    index = ndvi(band(50, 100, 0, 80), band(150, 100, 30, 0)).band[0]
    assert index.tolist() == [0.5, 0.0, 1.0, -1.0]


@given(red=st.integers(0, 255), infrared=st.integers(0, 255))
def test_the_index_lies_between_minus_one_and_one_or_is_nodata(red: int, infrared: int) -> None:
    value = ndvi(band(red), band(infrared)).band[0, 0]
    assert value == -9999 if red + infrared == 0 else -1 <= value <= 1


@given(st.integers(1, 255), st.integers(1, 255), st.floats(0.1, 10))
def test_brighter_light_changes_nothing(red: int, infrared: int, light: float) -> None:
    one = ndvi(band(red), band(infrared)).band[0, 0]
    other = ndvi(band(red * light), band(infrared * light)).band[0, 0]
    assert one == pytest.approx(other, abs=1e-5)


def test_nodata_in_either_band_is_nodata() -> None:
    index = ndvi(band(7, 50, nodata=7), band(90, 7, nodata=7)).band[0]
    assert index.tolist() == [-9999, -9999]


def test_two_grids_are_refused() -> None:
    with pytest.raises(DataError, match="different grids"):
        ndvi(band(1), band(1, west=10))
