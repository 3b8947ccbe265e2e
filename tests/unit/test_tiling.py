import pytest
from hypothesis import given
from hypothesis import strategies as st

from sip.crs import Extent
from sip.errors import NotFound
from sip.tiling import PL1992_QUAD, TILE_MATRIX_SETS, WEB_MERCATOR_QUAD, tile_matrix_set


def test_the_first_web_mercator_tile_is_the_world() -> None:
    world = WEB_MERCATOR_QUAD.extent(0, 0, 0)
    assert world.west == -world.east == pytest.approx(-20037508.342789244)
    assert world.south == -world.north


def test_scale_denominators_are_those_of_the_register() -> None:
    level = WEB_MERCATOR_QUAD.describe()["tileMatrices"][10]  # type: ignore[index]
    assert level["scaleDenominator"] == pytest.approx(559082264.0287178 / 1024)


def test_polish_pixels_are_powers_of_two_metres() -> None:
    assert [PL1992_QUAD.cell_m(level) for level in (0, 12, 15)] == [4096.0, 1.0, 0.125]


def test_poland_lies_in_the_polish_square() -> None:
    whole = PL1992_QUAD.extent(0, 0, 0)
    assert whole.west < 144_000
    assert whole.east > 877_000
    assert whole.south < 125_000
    assert whole.north > 909_000


def test_the_corner_is_written_in_the_order_of_the_authority() -> None:
    matrix = PL1992_QUAD.describe()["tileMatrices"][0]  # type: ignore[index]
    assert matrix["pointOfOrigin"] == [950_000.0, 100_000.0]
    assert PL1992_QUAD.describe()["orderedAxes"] == ["N", "E"]


@pytest.mark.parametrize(
    ("level", "row", "column"), [(-1, 0, 0), (99, 0, 0), (3, 8, 0), (3, 0, -1)]
)
def test_what_is_not_in_the_set_is_not_found(level: int, row: int, column: int) -> None:
    with pytest.raises(NotFound):
        WEB_MERCATOR_QUAD.extent(level, row, column)


def test_an_unknown_set_is_not_found_and_the_known_ones_are_named() -> None:
    with pytest.raises(NotFound, match="WebMercatorQuad, PL1992Quad"):
        tile_matrix_set("NoSuchQuad")


@given(
    name=st.sampled_from(sorted(TILE_MATRIX_SETS)),
    level=st.integers(0, 15),
    across=st.floats(0, 0.999999),
    down=st.floats(0, 0.999999),
)
def test_the_tile_of_a_point_contains_it(name: str, level: int, across: float, down: float) -> None:
    tms = TILE_MATRIX_SETS[name]
    x, y = tms.west + across * tms.side_m, tms.north - down * tms.side_m
    rows, columns = tms.rows_and_columns(level, Extent(x, y, x, y))
    assert len(rows) == len(columns) == 1
    tile = tms.extent(level, rows[0], columns[0])
    slack = tms.side_m * 1e-9
    assert tile.west - slack <= x <= tile.east + slack
    assert tile.south - slack <= y <= tile.north + slack
