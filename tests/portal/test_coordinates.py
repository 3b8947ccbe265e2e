"""Coordinates as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.portal.coordinates import parse
from sip.crs import CRS84_CODE, Extent, transformer

HOME = Extent(20.25, 50.66, 20.98, 51.06)
PLANES = (2178, 2180, 3857)
LON, LAT = 20.628, 50.870
IN_2178 = (7_473_820, 5_636_910)
IN_2180 = (614_590, 335_890)


@pytest.mark.parametrize(
    "text",
    [
        "50.870, 20.628",
        "50.870 20.628",
        "50.870,20.628",
        "50,870 20,628",
        "50,870; 20,628",
        "20.628 50.870",
        "N 50.870 E 20.628",
        "50.870N, 20.628E",
        "20.628° E 50.870° N",
        "50°52'12\"N 20°37'40.8\"E",
        "50° 52′ 12″ N, 20° 37′ 40,8″ E",
        "50 52 12 20 37 40.8",
        "N50°52.2' E20°37.68'",
        "4326: 50.870 20.628",
        "EPSG:4326; 50.870 20.628",
    ],
)
def test_degrees_in_any_common_writing_are_the_same_point(text: str) -> None:
    place = parse(text, PLANES, HOME)
    assert place is not None
    assert (place.lon, place.lat) == pytest.approx((LON, LAT), abs=1e-6)
    assert place.crs == 4326


@pytest.mark.parametrize(
    ("text", "crs"),
    [
        ("5636910 7473820", 2178),
        ("7473820 5636910", 2178),
        ("X=5636910 Y=7473820", 2178),
        ("x: 5636910, y: 7473820", 2178),
        ("5636910.00; 7473820.00", 2178),
        ("5636910,00 7473820,00", 2178),
        ("5 636 910 7 473 820", 2178),
        ("5636910 m, 7473820 m", 2178),
        ("EPSG:2178 5636910 7473820", 2178),
        ("2178: 7473820, 5636910", 2178),
        ("335890 614590", 2180),
        ("614590 335890", 2180),
        ("335890 614590 EPSG:2180", 2180),
    ],
)
def test_metres_of_a_plane_in_either_order_are_the_same_point(text: str, crs: int) -> None:
    place = parse(text, PLANES, HOME)
    assert place is not None
    assert place.crs == crs
    x, y = transformer(CRS84_CODE, crs).transform(place.lon, place.lat)
    assert (x, y) == pytest.approx(IN_2178 if crs == 2178 else IN_2180, abs=0.01)


@pytest.mark.parametrize(
    "text",
    ["", "12", "106/49", "Sienkiewicza 12", "0012 106/49", "1.2.3.4", "50.87", "EPSG:9999 1 2",
     "-33.8 151.2", "2180: 1 2", "999999999 999999999", "20 30 40 50", "N E", "26 maja 12"],
)  # fmt: skip
def test_what_is_no_pair_of_coordinates_is_left_to_the_search(text: str) -> None:
    assert parse(text, PLANES, HOME) is None


@given(lon=st.floats(20.25, 20.98), lat=st.floats(50.66, 51.06), crs=st.sampled_from([2178, 2180]))
def test_a_point_written_in_a_plane_comes_back(lon: float, lat: float, crs: int) -> None:
    x, y = transformer(CRS84_CODE, crs).transform(lon, lat)
    place = parse(f"{y:.3f} {x:.3f}", PLANES, HOME)
    assert place is not None
    assert (place.lon, place.lat) == pytest.approx((lon, lat), abs=1e-7)


@given(text=st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    parse(text, PLANES, HOME)
