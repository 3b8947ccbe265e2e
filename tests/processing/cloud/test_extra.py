"""Extra bytes of a supplier, and what else a point has, come through to what is published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import laspy
import numpy as np
import pyproj
import pytest

from processing.cloud import cutting, extra, gathering
from processing.cloud.files import facts
from processing.cloud.points import OVERLAP, Points, read_points
from processing.cloud.writing import write_copc, write_laz
from sip.crs import Extent

EVERYWHERE = Extent(0, 0, 1e7, 1e7)
COUNT = 3000


def supplied(file: Path, *dims: laspy.ExtraBytesParams, first: float = 0.0) -> laspy.LasData:
    header = laspy.LasHeader(version="1.4", point_format=8)
    header.scales = np.full(3, 0.01)
    header.add_crs(pyproj.CRS.from_epsg(2180))
    header.add_extra_dims(list(dims))
    rng = np.random.default_rng(3)
    data = laspy.LasData(header)
    data.x, data.y = 500_000 + first + rng.random((2, COUNT)) * 50
    data.z = rng.random(COUNT) * 30
    for name, most in (
        ("red", 65535), ("green", 65535), ("blue", 65535), ("nir", 65535), ("user_data", 255),
        ("intensity", 65535), ("point_source_id", 65535), ("scan_angle", 5000),
        ("synthetic", 2), ("key_point", 2), ("withheld", 2), ("overlap", 2),
        ("scan_direction_flag", 2), ("edge_of_flight_line", 2), ("scanner_channel", 4),
    ):  # fmt: skip
        data[name] = rng.integers(0, most, COUNT)
    data.gps_time = np.arange(COUNT, dtype=float)
    data.return_number = data.number_of_returns = np.ones(COUNT, np.uint8)
    for one in dims:
        shape = (COUNT, *one.type.shape)
        data.points.array[one.name] = rng.integers(0, 200, shape).astype(one.type.base)
    data.write(str(file))
    return data


WAVES = (
    laspy.ExtraBytesParams("range", "int32", "of the pulse", scales=[0.001], offsets=[5.0]),
    laspy.ExtraBytesParams("tint", "3uint8", "tint"),
    laspy.ExtraBytesParams("echo width", "float32", "ns"),
)


@pytest.mark.parametrize("write", [write_laz, write_copc])
def test_every_dimension_and_flag_of_a_supplier_is_published(
    write: Callable[[Points, Path], None], tmp_path: Path
) -> None:
    given = supplied(tmp_path / "given.laz", *WAVES)
    about, pieces = facts(tmp_path / "given.laz"), tmp_path / "pieces.columns"
    cutting.cut(about, (0, about.count), 50.0, pieces)
    cutting.join([pieces], EVERYWHERE, tmp_path / "points.columns")
    write(read_points(tmp_path / "points.columns"), tmp_path / "made.laz")
    made = laspy.read(tmp_path / "made.laz")
    assert list(made.point_format.dimension_names) == list(given.point_format.dimension_names)
    order, there = np.argsort(made.gps_time), {one.name: one for one in WAVES}
    for name in given.point_format.dimension_names:
        assert np.array_equal(np.asarray(made[name])[order], np.asarray(given[name])), name
    for one in made.point_format.extra_dimensions:
        assert one.description.rstrip("\0") == there[one.name].description
    (scaled,) = [one for one in made.point_format.extra_dimensions if one.name == "range"]
    assert (list(scaled.scales), list(scaled.offsets)) == ([0.001], [5.0])


def test_extra_bytes_that_nobody_described_are_kept(tmp_path: Path) -> None:
    given = supplied(tmp_path / "given.las", laspy.ExtraBytesParams("depth", "uint16"))
    whole = (tmp_path / "given.las").read_bytes()
    (tmp_path / "given.las").write_bytes(whole.replace(b"LASF_Spec\0", b"LASF_Nope\0"))
    about = facts(tmp_path / "given.las")
    assert extra.names(bytes.fromhex(about.extra_told)) == ["extra_0", "extra_1"]
    write_laz(gathering.gather([about], EVERYWHERE), tmp_path / "made.laz")
    made = laspy.read(tmp_path / "made.laz")
    both = made["extra_0"].astype(np.uint16) + 256 * made["extra_1"].astype(np.uint16)
    assert np.array_equal(both, given["depth"])


def test_extra_bytes_that_not_all_files_have_are_left_out_of_what_is_joined(tmp_path: Path) -> None:
    supplied(tmp_path / "a.laz", WAVES[0])
    supplied(tmp_path / "b.laz", WAVES[1], first=100.0)
    both = [facts(tmp_path / name) for name in ("a.laz", "b.laz")]
    joined = gathering.gather(both, EVERYWHERE)
    assert (len(joined), joined.extra, joined.extra_told) == (2 * COUNT, None, "")
    near_a = Extent(0, 0, 500_060, 1e7)
    assert gathering.gather(both, near_a).extra_told == both[0].extra_told


def test_points_of_the_old_class_of_overlaps_get_its_flag(tmp_path: Path) -> None:
    header = laspy.LasHeader(version="1.2", point_format=1)
    header.add_crs(pyproj.CRS.from_epsg(2180))
    data = laspy.LasData(header)
    data.x, data.y, data.z = np.full((3, 2), 5.0)
    data.classification = np.array([OVERLAP, 2], np.uint8)
    data.write(str(tmp_path / "old.las"))
    points = gathering.gather([facts(tmp_path / "old.las")], EVERYWHERE)
    assert points.flags is not None
    assert points.flags.tolist() == [8, 0]
