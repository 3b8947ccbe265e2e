from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geodata.world.chainage import Chainage, chainage

CORNER = shapely.LineString([(0, 0), (10, 0), (10, 10)])
NORTH = shapely.LineString([(100, 0), (100, 50)])


def two_lines() -> Chainage:
    return chainage(np.array([CORNER, NORTH], dtype=object))


def at(*metres: float) -> np.ndarray:
    return np.array(metres, dtype=np.float64)


def test_places_lie_on_their_own_line_from_its_first_metre_to_its_last() -> None:
    found = two_lines().points(np.array([0, 0, 0, 1, 1]), at(0, 10, 20, 0, 50))
    assert found.tolist() == [[0, 0], [10, 0], [10, 10], [100, 0], [100, 50]]


def test_left_is_left_of_growing_metres() -> None:
    assert two_lines().points(np.array([0, 1]), at(5, 5), at(2, -2)).tolist() == [[5, 2], [102, 5]]


def test_azimuth_is_clockwise_from_north() -> None:
    assert two_lines().azimuth_deg(np.array([0, 0, 1]), at(5, 15, 5)).tolist() == [90, 0, 0]


def test_a_piece_keeps_the_corner_between_its_ends() -> None:
    (piece,) = two_lines().pieces(np.array([0]), at(5), at(15))
    assert shapely.get_coordinates(piece).tolist() == [[5, 0], [10, 0], [10, 5]]


def test_steps_stop_before_the_end_and_infinite_steps_give_none() -> None:
    line, metre = two_lines().every(np.array([7, np.inf]), 1.0)
    assert line.tolist() == [0, 0, 0]
    assert metre.tolist() == [1, 8, 15]


@given(
    shares=st.lists(st.floats(0.01, 0.99), min_size=1, max_size=8, unique=True),
    line=st.integers(0, 1),
)
def test_pieces_cut_at_any_places_join_to_the_whole(shares: list[float], line: int) -> None:
    chain = two_lines()
    ends = np.array([0, *sorted(shares), 1]) * chain.length_m[line]
    pieces = chain.pieces(np.full(len(ends) - 1, line), ends[:-1], ends[1:])
    assert shapely.length(pieces).sum() == pytest.approx(chain.length_m[line])
    assert shapely.hausdorff_distance(shapely.union_all(pieces), chain.lines[line]) < 1e-6
