import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip import crs
from sip.crs import CRS84_CODE, Extent
from sip.errors import CrsError


@pytest.mark.parametrize(
    ("code", "north"),
    [(CRS84_CODE, False), (3857, False), (5514, False), (4326, True), (4258, True)]
    + [(code, True) for code in range(2176, 2181)],
)
def test_the_authority_decides_which_axis_comes_first(code: int, north: bool) -> None:
    assert crs.northing_first(code) is north


def test_a_known_point_of_kielce_comes_out_where_it_lies() -> None:
    east, north = crs.transformer(CRS84_CODE, 2180).transform(20.6286, 50.8661)
    assert (east, north) == (pytest.approx(614_600, abs=400), pytest.approx(334_500, abs=400))
    east, north = crs.transformer(CRS84_CODE, 2178).transform(20.6286, 50.8661)
    assert (east, north) == (pytest.approx(7_473_860, abs=400), pytest.approx(5_636_800, abs=600))


@pytest.mark.parametrize(
    "name",
    [
        "http://www.opengis.net/def/crs/EPSG/0/2180",
        "https://www.opengis.net/def/crs/EPSG/9.9.1/2180",
        "urn:ogc:def:crs:EPSG::2180",
        "urn:x-ogc:def:crs:EPSG:6.9:2180",
        "http://www.opengis.net/gml/srs/epsg.xml#2180",
        "EPSG:2180",
        "[EPSG:2180]",
    ],
)
def test_every_way_to_name_a_crs_is_read(name: str) -> None:
    assert crs.parse(name) == 2180


@pytest.mark.parametrize("name", ["CRS:84", "CRS84", "OGC:CRS84", crs.CRS84, crs.urn(CRS84_CODE)])
def test_crs84_is_told_apart_from_4326(name: str) -> None:
    assert crs.parse(name) == CRS84_CODE


@pytest.mark.parametrize("name", ["", "2180", "EPSG:", "EPSG:21a", "urn:ogc:def:crs:IAU::1"])
def test_what_names_no_crs_is_refused(name: str) -> None:
    with pytest.raises(CrsError):
        crs.parse(name)


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(CrsError, match="EPSG:99999"):
        crs.transformer(99999, 4326)


@given(x=st.floats(7_420_000, 7_520_000), y=st.floats(5_560_000, 5_680_000))
def test_a_rectangle_in_another_crs_contains_its_corners(x: float, y: float) -> None:
    box = Extent(x, y, x + 5000, y + 5000)
    other = box.transformed(2178, 2180)
    to = crs.transformer(2178, 2180)
    for corner in ((box.west, box.south), (box.east, box.north), (box.west, box.north)):
        east, north = to.transform(*corner)
        assert other.west - 0.01 <= east <= other.east + 0.01
        assert other.south - 0.01 <= north <= other.north + 0.01
