from __future__ import annotations

import json
import random
import warnings
from pathlib import Path
from typing import Any

import laspy
import numpy as np
import pytest

from processing import steps
from processing.cloud import cutting
from processing.cloud.files import chunks, facts
from processing.cloud.gathering import gather
from processing.cloud.points import Points, read_points
from processing.cloud.survey import Survey, Tally, survey, tallied
from processing.cloud.writing import write_laz
from sip.crs import Extent
from sip.errors import DataError
from tests.processing.cloud.clouds import (
    CRS,
    HEIGHTS,
    SOUTH,
    WEST,
    cloud,
    every_column,
    laz,
    same,
)


def old(file: Path, points: Points, *, version: str = "1.2", keys: Any = None) -> Path:
    """Write points as a LAS file of long ago, point format 1, with GeoTIFF keys or without."""
    header = laspy.LasHeader(version=version, point_format=1)
    header.scales, header.offsets = np.array(points.scale), np.array(points.offset)
    if keys:
        vlr = laspy.vlrs.known.GeoKeyDirectoryVlr()
        data = [1, 1, 0, len(keys), *(word for key, code in keys for word in (key, 0, 1, code))]
        vlr.parse_record_data(np.array(data, "<u2").tobytes())
        header.vlrs.append(vlr)
    data = laspy.LasData(header)
    data.X, data.Y, data.Z = points.x, points.y, points.z
    data.classification = points.classification
    data.write(str(file))
    return file


def read(file: Path, **more: Any) -> Points:
    return next(chunks(facts(file, **more)))


def test_every_column_comes_back_from_laz(tmp_path: Path) -> None:
    points = every_column(3000)
    found = read(laz(tmp_path / "a.laz", points))
    assert same(found, points)
    assert (found.scale, found.crs, found.height_crs) == (points.scale, CRS, HEIGHTS)


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    about = facts(laz(tmp_path / "a.laz", every_column(50)))
    (found,) = chunks(about, columns=("intensity",))
    assert set(found.columns()) == {"x", "y", "z", "classification", "intensity"}


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2", "1.3"])
def test_old_las_is_read_with_a_crs_from_its_keys_or_from_the_caller(
    tmp_path: Path, version: str
) -> None:
    points = cloud([1, 2], [3, 4], [5, 6], classification=np.array([2, 12], np.uint8))
    if version == "1.0":  # laspy does not write it; the bytes are those of 1.1
        file = old(tmp_path / "a.las", points, version="1.1")
        with file.open("r+b") as opened:
            opened.seek(25)
            opened.write(b"\0")
    else:
        file = old(tmp_path / "a.las", points, version=version)
    found = read(file, crs=2178)
    assert (found.crs, list(found.classification), list(found.x)) == (2178, [2, 12], [100, 200])
    keyed = old(tmp_path / "b.las", points, keys=[(3072, 2180), (4096, 9650)])
    assert (facts(keyed).crs, facts(keyed).height_crs) == (2180, 9650)


def test_a_crs_that_is_missing_or_contradicted_is_an_error_that_names_the_file(
    tmp_path: Path,
) -> None:
    none = old(tmp_path / "none.las", cloud([1], [1], [1]))
    with pytest.raises(DataError, match=r"none\.las: says no coordinate reference.*--crs"):
        facts(none)
    with pytest.raises(DataError, match=r"EPSG:2178 / EPSG:2180 at once"):
        facts(laz(tmp_path / "a.laz", cloud([1], [1], [1])), crs=2178)
    with pytest.raises(DataError, match=r"no plane"):
        facts(old(tmp_path / "degrees.las", cloud([1], [1], [1]), keys=[(3072, 4326)]))
    with pytest.raises(DataError, match=r"US survey foot, not in metres"):
        facts(old(tmp_path / "feet.las", cloud([1], [1], [1]), keys=[(3072, 2903)]))


def test_heights_of_kron86_are_not_mixed_with_evrf2007(tmp_path: Path) -> None:
    new = facts(laz(tmp_path / "new.laz", cloud([1], [1], [1])))
    kron = facts(laz(tmp_path / "kron.laz", cloud([2], [1], [1], height_crs=9650)))
    unsaid = facts(laz(tmp_path / "unsaid.laz", cloud([2], [1], [1], height_crs=None)))
    assert any("which heights" in one for one in unsaid.warnings)
    everywhere = Extent(WEST, SOUTH, WEST + 10, SOUTH + 10)
    with pytest.raises(DataError, match=r"kron\.laz has heights KRON86.*EVRF2007-PL.*grid"):
        gather([new, kron], everywhere)
    with pytest.raises(DataError, match=r"unsaid\.laz has heights unsaid.*--heights"):
        gather([new, unsaid], everywhere)
    with pytest.raises(DataError, match=r"KRON86.* / EVRF2007-PL.* at once"):
        facts(tmp_path / "kron.laz", height_crs=9651)
    said = facts(tmp_path / "unsaid.laz", height_crs=9651)
    assert len(gather([new, said], everywhere)) == 2


def test_a_file_that_was_cut_off_is_an_error_that_names_it(tmp_path: Path) -> None:
    plain = old(tmp_path / "a.las", every_column(2000))
    packed = laz(tmp_path / "a.laz", every_column(2000))
    for file, more in ((plain, {"crs": CRS}), (packed, {})):
        whole = file.read_bytes()
        for share in (0, 0.001, 0.01, 0.5, 0.99):
            file.write_bytes(whole[: int(len(whole) * share)])
            with pytest.raises(DataError, match=rf"{file.name}: .*get it again"):
                facts(file, **more)


def test_a_header_with_a_wrong_count_or_wrong_bounds_is_an_error(tmp_path: Path) -> None:
    file = laz(tmp_path / "a.laz", every_column(60_000))
    whole = bytearray(file.read_bytes())
    whole[247:255] = (40_000).to_bytes(8, "little")
    file.write_bytes(whole)
    with pytest.raises(DataError, match=r"a\.laz: its header counts 40,000 points, but there are"):
        facts(file)
    file = laz(tmp_path / "b.laz", every_column(100))
    whole = bytearray(file.read_bytes())
    whole[179:187] = np.float64(WEST + 50).tobytes()
    file.write_bytes(whole)
    with pytest.raises(DataError, match=r"b\.laz: points from x .* outside the bounds"):
        list(chunks(facts(file)))


def surveyed(file: Path) -> Survey:
    about = facts(file)
    return survey(about, sum(map(tallied, chunks(about)), Tally()))


def test_an_empty_file_is_an_error_and_odd_points_are_warnings(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.laz: holds no points"):
        facts(laz(tmp_path / "none.laz", cloud([], [], [])))
    points = every_column(500)
    classes = np.where(np.arange(500) % 2, 2, 77).astype(np.uint8)
    north = (SOUTH + np.random.default_rng(1).uniform(0, 100, 500)).astype(np.float32)
    odd = cloud(points.x / 100, north - SOUTH, points.z / 100, classification=classes, scale=0.001)
    found = surveyed(laz(tmp_path / "odd.laz", odd))
    assert found.classes == {2: 250, 77: 250}
    assert any("32-bit floats, which rounds them to 0.03125 m" in one for one in found.warnings)
    assert any("classes 77" in one for one in found.warnings)
    assert surveyed(laz(tmp_path / "fine.laz", points)).warnings == ()


def test_the_step_inspect_tells_what_it_found(tmp_path: Path) -> None:
    file, told = laz(tmp_path / "a.laz", every_column(100)), tmp_path / "facts.json"
    tallies = [tmp_path / "1.json", tmp_path / "2.json"]
    for part, tally in zip(([0, 60], [60, 100]), tallies, strict=True):
        outputs = {"pieces": tmp_path / "pieces.columns", "tally": tally}
        steps.find("cloud.cut").work({"cloud": [file]}, outputs, part=part)
    inspect = steps.find("cloud.inspect").work
    inspect({"cloud": [file], "tallies": tallies}, {"facts": told})
    found = json.loads(told.read_text())
    with pytest.raises(DataError, match=r"a\.laz: holds 60 points, its header says 100"):
        inspect({"cloud": [file], "tallies": tallies[:1]}, {"facts": told})
    assert found["facts"]["count"] == 100
    assert found["heights"] == "EVRF2007-PL (EPSG:9651)"


def gathered(
    tmp_path: Path, files: list[Path], core: list[float], buffer_m: float, *, square_m: float = 10.0
) -> Points:
    """Return the points of a tile; the same, whether files were cut before or not."""
    out, pieces = tmp_path / f"{core}.columns", []
    gather = steps.find("cloud.gather").work
    for file in files:
        half = facts(file).count // 2
        for part in ([0, half], [half, facts(file).count]):
            pieces.append(tmp_path / f"{file.stem} {part} {square_m}.columns")
            outputs = {"pieces": pieces[-1], "tally": tmp_path / "tally.json"}
            steps.find("cloud.cut").work({"cloud": [file]}, outputs, part=part, square_m=square_m)
    gather({"clouds": files}, {"points": out}, core=core, buffer_m=buffer_m)
    whole = read_points(out)
    gather({"pieces": pieces}, {"points": out}, core=core, buffer_m=buffer_m)
    cut = read_points(out)
    order, again = (np.lexsort((one.z, one.y, one.x)) for one in (whole, cut))
    assert len(whole) == len(cut)
    assert not len(cut) or same(whole.taken(order), cut.taken(again))
    return cut


def test_tiles_share_out_the_points_of_files_whatever_the_files_are(tmp_path: Path) -> None:
    points = every_column(4000)
    west = points.x < 4000
    files = [
        laz(tmp_path / "w.laz", points.taken(west)),
        laz(tmp_path / "e.laz", points.taken(~west)),
    ]
    tiles = [
        gathered(tmp_path, files, [WEST + x, SOUTH + y, WEST + x + 50, SOUTH + y + 50.01], 0)
        for x in (0, 50, 100) for y in (0, 50.01)
    ]  # fmt: skip
    times = np.concatenate([tile.gps_time for tile in tiles if tile.gps_time is not None])
    assert np.array_equal(np.sort(times), np.sort(points.gps_time))
    for square_m in (10.0, 100 / 7, 500.0):
        with_margin = gathered(
            tmp_path, files, [WEST, SOUTH, WEST + 50, SOUTH + 50], 10, square_m=square_m
        )
        assert np.array_equal(
            np.sort(with_margin.x), np.sort(points.x[(points.x < 6000) & (points.y < 6000)])
        )
    assert len(gathered(tmp_path, files, [0, 0, 10, 10], 5)) == 0


def test_columns_that_one_file_lacks_are_left_out_and_the_finest_scale_holds(
    tmp_path: Path,
) -> None:
    points = every_column(10)
    write_laz(points, tmp_path / "a.laz")
    write_laz(cloud([1.234, 1.0], [2, 1], [3, 1], scale=0.001), tmp_path / "b.laz")
    found = gathered(tmp_path, [tmp_path / "a.laz", tmp_path / "b.laz"], [WEST, SOUTH, 6e5, 5e5], 0)
    assert found.red is None
    assert found.intensity is not None
    assert found.scale == (0.001,) * 3
    assert np.abs(found.east() - (WEST + 1.234)).min() < 1e-9


def test_a_part_of_a_file_is_cut_alone_and_squares_keep_the_order_of_the_file(
    tmp_path: Path,
) -> None:
    points = every_column(2000)
    about = facts(laz(tmp_path / "a.laz", points))
    tally = cutting.cut(about, (500, 1500), 20.0, tmp_path / "pieces")
    pieces = cutting.read_pieces(tmp_path / "pieces")
    part = points.taken(slice(500, 1500))
    assert tally.points == len(pieces.points) == 1000
    for row, col, begin in pieces.squares.tolist():
        square = Extent(col * 20.0, row * 20.0, col * 20.0 + 20, row * 20.0 + 20)
        inside = part.inside(square)
        assert len(inside)
        assert same(pieces.points.taken(slice(begin, begin + len(inside))), inside)
    assert [one[1] - one[0] for one in cutting.parts(20_120_224)] == [2_550_000] * 7 + [2_270_224]
    assert cutting.parts(7) == [(0, 7)]


def test_a_stray_point_far_away_is_named(tmp_path: Path) -> None:
    file = laz(tmp_path / "stray.laz", cloud([0, 900_000], [0, 0], [0, 0], scale=0.001))
    with pytest.raises(DataError, match=r"stray\.laz: its points are spread over 900 km"):
        cutting.cut(facts(file), (0, 2), 50.0, tmp_path / "pieces")


@pytest.mark.parametrize("seed", range(3))
def test_damaged_files_are_errors_and_never_crashes(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    file = laz(tmp_path / "a.laz", every_column(300))
    whole, told = file.read_bytes(), []
    for _ in range(100):
        damaged = bytearray(whole)
        for _ in range(chance.choice([1, 4, 40])):
            damaged[chance.randrange(min(len(whole), chance.choice([400, 4000])))] = (
                chance.randrange(256)
            )
        file.write_bytes(damaged)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                about = facts(file)
                assert sum(len(one) for one in chunks(about)) == about.count
            except DataError as error:
                told.append(str(error))
    assert told
    assert all(one.startswith(str(file)) for one in told)
