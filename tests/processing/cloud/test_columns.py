from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from processing.cloud import columns

KINDS = {"x": np.dtype(np.int32), "extra": np.dtype("V3"), "time": np.dtype(np.float64)}


@given(
    cuts=st.lists(st.integers(0, 3000), max_size=6), count=st.integers(0, 3000),
    over=st.integers(0, 5000),
)  # fmt: skip
def test_columns_come_back_in_whatever_pieces_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, cuts: list[int], count: int, over: int
) -> None:
    folder = tmp_path_factory.mktemp("columns")
    values = {
        "x": np.arange(count, dtype=np.int32),
        "extra": np.arange(3 * count, dtype=np.uint8).view("V3"),
        "time": np.arange(count) / 7,
    }
    edges = [0, *sorted(one for one in cuts if one < count), count]
    with columns.written(folder / "whole", KINDS, count, {"a": 1}) as target:
        for name, column in values.items():
            target.put(name, column)
    with columns.written(folder / "pieces", KINDS, count + over, {"a": 1}) as target:
        for begin, end in itertools.pairwise(edges):
            for name, column in values.items():
                target.put(name, column[begin:end])
    found, about = columns.read(folder / "pieces")
    assert about == {"a": 1}
    assert {name: one.tobytes() for name, one in found.items()} == {
        name: one.tobytes() for name, one in values.items()
    }
    assert (folder / "whole").read_bytes() == (folder / "pieces").read_bytes()


def test_columns_of_different_lengths_or_too_long_are_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(ValueError, match="different lengths"),
        columns.written(tmp_path / "a", KINDS, 4, None) as target,
    ):
        target.put("x", np.arange(3))
    with (
        pytest.raises(ValueError, match="room"),
        columns.written(tmp_path / "b", KINDS, 2, None) as target,
    ):
        target.put("x", np.arange(3))
