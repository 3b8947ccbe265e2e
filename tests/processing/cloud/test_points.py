from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.cloud.points import read_points, rescaled, write_classes, write_points
from sip.crs import Extent
from sip.errors import DataError
from tests.processing.cloud.clouds import CRS, HEIGHTS, SOUTH, WEST, cloud, every_column, same


def test_points_come_back_from_a_file_without_a_copy(tmp_path: Path) -> None:
    points = every_column(1000)
    write_points(points, tmp_path / "points.columns")
    found = read_points(tmp_path / "points.columns")
    assert same(found, points)
    assert (found.scale, found.offset) == (points.scale, points.offset)
    assert (found.crs, found.height_crs) == (CRS, HEIGHTS)
    assert found.x.dtype == np.int32
    assert not found.x.flags.writeable


def test_the_same_points_are_the_same_bytes(tmp_path: Path) -> None:
    for name in "ab":
        write_points(every_column(1000), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_no_points_are_points_too(tmp_path: Path) -> None:
    write_points(cloud([], [], []), tmp_path / "none.columns")
    write_classes(np.zeros(0, np.uint8), tmp_path / "none.npy")
    assert len(read_points(tmp_path / "none.columns", tmp_path / "none.npy")) == 0


def test_classes_replace_those_of_the_file_and_must_be_of_as_many_points(tmp_path: Path) -> None:
    write_points(cloud([1, 2], [1, 2], [1, 2]), tmp_path / "points.columns")
    write_classes(np.array([2, 6], np.uint8), tmp_path / "classes.npy")
    found = read_points(tmp_path / "points.columns", tmp_path / "classes.npy")
    assert list(found.classification) == [2, 6]
    write_classes(np.array([2], np.uint8), tmp_path / "classes.npy")
    with pytest.raises(DataError, match="other points"):
        read_points(tmp_path / "points.columns", tmp_path / "classes.npy")


@pytest.mark.parametrize("content", [b"", b"columns1 cut off", b"columns1\xff", b"LASF" * 9])
def test_another_file_is_no_file_of_points(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "points.columns").write_bytes(content)
    with pytest.raises(DataError, match="not a file of points"):
        read_points(tmp_path / "points.columns")


def test_metres_are_numbers_times_scale_plus_offset() -> None:
    points = cloud([1.25], [2.5], [-3.75])
    found = (points.east()[0], points.north()[0], points.height()[0])
    assert found == (WEST + 1.25, SOUTH + 2.5, -3.75)


@given(
    x=st.lists(st.integers(0, 3000), min_size=1, max_size=50),
    scale=st.sampled_from([0.001, 0.01, 0.00025, 0.1]),
    edge_m=st.integers(0, 30),
)
def test_a_point_is_in_exactly_one_of_two_neighbours(
    x: list[int], scale: float, edge_m: int
) -> None:
    points = cloud(np.array(x) / 100, np.full(len(x), 0.5), np.zeros(len(x)), scale=scale)
    edge = WEST + edge_m
    left = points.within(Extent(WEST - 1, SOUTH, edge, SOUTH + 1))
    right = points.within(Extent(edge, SOUTH, WEST + 31, SOUTH + 1))
    assert (left ^ right).all()
    assert right[points.x == round(edge_m / scale)].all()


def test_a_finer_scale_keeps_every_point_and_a_too_fine_one_is_refused() -> None:
    points = every_column(100)
    finer = rescaled(points, (0.001, 0.001, 0.0001), (WEST - 7, SOUTH, -1.0))
    assert np.allclose(finer.east(), points.east(), rtol=0, atol=1e-7)
    assert np.allclose(finer.height(), points.height(), rtol=0, atol=1e-7)
    with pytest.raises(DataError, match="coarser"):
        rescaled(points, (1e-8, 0.01, 0.01), points.offset)
