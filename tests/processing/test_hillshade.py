from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasterio.transform import from_origin

from processing.raster import Raster
from processing.terrain import hillshade
from sip.errors import CrsError


def plane(
    rise_east: float = 0.0, rise_north: float = 0.0, *, cell_m: float = 2.0, crs: int = 2178
) -> Raster:
    """Return a tilted plane of 6 by 5 cells; rises are metres per metre."""
    col, row = np.meshgrid(np.arange(5), np.arange(6))
    heights = 200 + cell_m * (rise_east * col - rise_north * row)
    return Raster(heights[None], from_origin(7_472_000, 5_635_000, cell_m, cell_m), crs, -9999.0)


def test_flat_ground_under_a_light_at_45_degrees_is_lit_by_its_sine() -> None:
    assert set(hillshade(plane()).band.ravel()) == {round(1 + 254 * np.sin(np.pi / 4))}


@given(azimuth_deg=st.floats(0, 360), altitude_deg=st.floats(1, 90))
def test_flat_ground_does_not_care_where_the_light_stands(
    azimuth_deg: float, altitude_deg: float
) -> None:
    assert np.ptp(hillshade(plane(), azimuth_deg=azimuth_deg, altitude_deg=altitude_deg).band) == 0


@pytest.mark.parametrize(
    ("azimuth_deg", "rise_east", "rise_north"), [(90, -1, 0), (270, 1, 0), (0, 0, -1), (180, 0, 1)]
)
def test_a_slope_that_faces_the_light_is_white_and_the_opposite_one_is_dark(
    azimuth_deg: float, rise_east: float, rise_north: float
) -> None:
    lit = hillshade(plane(rise_east, rise_north), azimuth_deg=azimuth_deg)
    dark = hillshade(plane(-rise_east, -rise_north), azimuth_deg=azimuth_deg)
    assert set(lit.band.ravel()) == {255}
    assert set(dark.band.ravel()) == {1}


@given(
    east=st.floats(-2, 2),
    north=st.floats(-2, 2),
    cell_m=st.floats(0.25, 50),
    azimuth_deg=st.floats(0, 360),
)
def test_a_plane_is_shaded_evenly_up_to_its_edges(
    east: float, north: float, cell_m: float, azimuth_deg: float
) -> None:
    shaded = hillshade(plane(east, north, cell_m=cell_m), azimuth_deg=azimuth_deg)
    assert np.ptp(shaded.band.astype(int)) <= 1


def test_a_cell_beside_nodata_is_nodata_and_the_rest_is_not() -> None:
    dtm = plane(0.3)
    dtm.bands[0, 2, 2] = -9999.0
    shaded = hillshade(dtm)
    assert (shaded.band[1:4, 1:4] == 0).all()
    assert (shaded.band == 0).sum() == 9
    assert shaded.nodata == 0


def test_degrees_are_refused() -> None:
    with pytest.raises(CrsError, match="project the terrain model"):
        hillshade(plane(crs=4326))
