"""Points as LAZ and COPC: nothing is lost, and the same points are the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import laspy
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processing import steps
from processing.cloud.files import chunks, facts
from processing.cloud.octree import planted
from processing.cloud.points import Points, write_classes, write_points
from processing.cloud.writing import write_copc, write_laz
from sip.crs import Extent
from sip.errors import DataError
from tests.processing.cloud.clouds import CRS, HEIGHTS, SOUTH, WEST, cloud, every_column, same


@pytest.mark.parametrize("write", [write_laz, write_copc])
def test_the_same_points_are_the_same_bytes(
    write: Callable[[Points, Path], None], tmp_path: Path
) -> None:
    for name in ("a.laz", "b.laz"):
        write(every_column(5000), tmp_path / name)
    assert (tmp_path / "a.laz").read_bytes() == (tmp_path / "b.laz").read_bytes()
    with laspy.open(tmp_path / "a.laz") as source:
        assert source.header.global_encoding.wkt
        assert str(source.header.version) == "1.4"
        assert source.header.creation_date is None


def test_a_copc_file_holds_every_point_with_every_column(tmp_path: Path) -> None:
    points = every_column(250_000)
    write_copc(points, tmp_path / "a.copc.laz")
    about = facts(tmp_path / "a.copc.laz")
    assert (about.copc, about.crs, about.height_crs) == (True, CRS, HEIGHTS)
    (found,) = chunks(about)
    assert same(found.taken(np.argsort(found.gps_time)), points.taken(np.argsort(points.gps_time)))


def test_a_window_of_a_copc_file_is_half_open_and_reads_only_some_nodes(tmp_path: Path) -> None:
    points = every_column(250_000)
    write_copc(points, tmp_path / "a.copc.laz")
    window = Extent(WEST + 10, SOUTH + 10, WEST + 20, SOUTH + 20)
    found = list(chunks(facts(tmp_path / "a.copc.laz"), extent=window))
    inside = points.taken(points.within(window))
    times = np.concatenate([one.gps_time for one in found if one.gps_time is not None])
    assert np.array_equal(np.sort(times), np.sort(inside.gps_time))


def test_no_points_are_no_copc_file(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="leave the tile out"):
        write_copc(cloud([], [], []), tmp_path / "none.copc.laz")


@settings(max_examples=20, deadline=None)
@given(count=st.integers(1, 3000), side=st.sampled_from([0.0, 1.0, 900.0]), seed=st.integers(0, 9))
def test_every_point_is_in_one_node_that_covers_it(count: int, side: float, seed: int) -> None:
    x, y, z = np.random.default_rng(seed).uniform(0, max(side, 1e-9), (3, count))
    points = cloud(x, y, z * 0.1)
    tree = planted(points)
    assert np.array_equal(np.sort(tree.order), np.arange(count))
    place = np.column_stack([points.east(), points.north(), points.height()])
    corner = np.array(tree.centre) - tree.half
    for node, (level, *key) in enumerate(tree.keys):
        wide = 2 * tree.half / 2**level
        inside = (place[tree.order[tree.starts[node] : tree.starts[node + 1]]] - corner) / wide
        assert (np.floor(inside + 1e-9).astype(int) == key).all()


@pytest.mark.parametrize("name", ["cloud.publish", "cloud.publish_laz"])
def test_a_tile_is_published_with_its_classes_and_without_its_margin(
    name: str, tmp_path: Path
) -> None:
    points = every_column(2000)
    write_points(points, tmp_path / "points.columns")
    write_classes(np.full(2000, 2, np.uint8), tmp_path / "classes.npy")
    out = tmp_path / steps.find(name).outputs["cloud"]
    core = Extent(WEST + 20, SOUTH + 20, WEST + 70, SOUTH + 70)
    steps.find(name).work(
        {"points": [tmp_path / "points.columns"], "classes": [tmp_path / "classes.npy"]},
        {"cloud": out}, core=[core.west, core.south, core.east, core.north],
    )  # fmt: skip
    (found,) = chunks(facts(out))
    assert (found.classification == 2).all()
    assert len(found) == points.within(core).sum()
