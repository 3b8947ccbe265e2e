"""A flight over an invented town: the same bytes wherever it is computed, and what it tells."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import geopandas
import laspy
import numpy as np
import pandas as pd
import pytest
import rasterio

from processing import executors, scene
from processing.cloud.files import Facts
from processing.cloud.points import Points
from processing.flight import checkpoints, lidar, pages, quality, running, stac, told
from processing.flight import steps as flights
from processing.flight.lidar import Wishes
from processing.flight.running import Run
from processing.flight.sources import POINTS, named
from processing.flight.tiles import size_for, tiles, worker_mb
from processing.scene.files import write_laz
from sip import polish
from sip.crs import Extent
from sip.errors import DataError

SIDE_M = 120.0
WISHES = Wishes(size_m=60.0, margin_m=50.0, nominal_per_m2=3.0)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> scene.Scene:
    return scene.town(4, side_m=SIDE_M)


@pytest.fixture(scope="module")
def flight(town: scene.Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two files side by side, cut where no core ends, and one that is cut off in the middle."""
    folder = tmp_path_factory.mktemp("flight")
    cloud = scene.scan(town, density=4.0, seed=1)
    middle = float(np.median(cloud.xyz[:, 0]))
    for name, which in (("west", cloud.xyz[:, 0] < middle), ("east", cloud.xyz[:, 0] >= middle)):
        columns = {
            one.name: getattr(cloud, one.name)[which]
            for one in dataclasses.fields(cloud)
            if one.name != "crs"
        }
        write_laz(dataclasses.replace(cloud, **columns), folder / f"{name}.laz")
    whole = (folder / "west.laz").read_bytes()
    (folder / "broken.laz").write_bytes(whole[: len(whole) // 2])
    return folder


def ran(flight: Path, folder: Path, workers: executors.Workers) -> Run:
    return running.run(
        named([flight], POINTS), folder, WISHES, workers, told=lambda done, of, name: None
    )


def contents(folder: Path) -> dict[str, str]:
    return {
        str(one.relative_to(folder)): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in sorted((folder / "store").rglob("*"))
        if one.is_file() and one.name != ".lock"
    }


@pytest.fixture(scope="module")
def done(flight: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    return ran(flight, tmp_path_factory.mktemp("serial"), executors.Serial())


def test_processes_make_the_same_bytes_also_when_one_is_killed(
    done: Run, flight: Path, tmp_path: Path
) -> None:
    killed: list[int] = []

    def told(so_far: int, of: int, name: str) -> None:
        if so_far > of / 3 and not killed:
            killed.extend(one.pid for one in multiprocessing.active_children()[:1] if one.pid)
            os.kill(killed[0], signal.SIGKILL)

    with executors.workers(count=2) as pool:
        running.run(named([flight], POINTS), tmp_path / "out", WISHES, pool, told=told)
    assert killed
    assert contents(tmp_path / "out") == contents(done.folder)


def test_a_second_run_does_nothing_and_a_new_profile_only_what_follows(
    done: Run, flight: Path, tmp_path: Path
) -> None:
    shutil.copytree(done.folder / "store", tmp_path / "store")
    again = ran(flight, tmp_path, executors.Serial())
    assert (again.made, again.kept) == (0, done.made)
    assert again.left_out == done.left_out


@pytest.mark.parametrize(
    ("millions", "size_m"), [(1, 500.0), (20, 500.0), (40, 250.0), (90, 125.0)]
)
def test_cores_are_as_wide_as_a_worker_has_memory_for(
    done: Run, millions: int, size_m: float
) -> None:
    square = Extent(500_000, 400_000, 501_000, 401_000)
    dense = dataclasses.replace(done.facts[0], extent=square, count=millions * 1_000_000)
    assert size_for([dense], margin_m=50.0) == size_m
    assert worker_mb([dense], size_m=size_m, margin_m=50.0) < 1000
    assert lidar.settled([dense], Wishes()) == size_m
    if millions > 20:
        with pytest.raises(DataError, match=rf"GB of memory per worker.*--size {size_m:g}\)"):
            lidar.settled([dense], Wishes(size_m=1000.0))


def test_a_damaged_file_is_left_out_and_named(done: Run) -> None:
    assert list(done.left_out) == ["broken.laz"]
    assert done.left_out["broken.laz"].startswith("broken.laz: is truncated")
    assert {one.file.name for one in done.facts} == {"west.laz", "east.laz"}


def test_no_seam_is_seen_and_no_tree_is_lost_or_doubled(done: Run, town: scene.Scene) -> None:
    assert done.seams["dtm.tif"]["p99"] < 1e-4  # the last bit of a float32
    assert done.seams["dsm.tif"]["p99"] < 1e-4
    trees = geopandas.read_parquet(done.folder / "trees.parquet")
    assert not trees.duplicated(["x", "y", "layer"]).any()
    tall = int((town.trees["height_m"] > 6).sum())
    assert 0.5 * tall < len(trees) < 1.3 * tall


def test_the_terrain_model_is_the_ground_of_the_town(
    done: Run, town: scene.Scene, tmp_path: Path
) -> None:
    rng = np.random.default_rng(3)
    west, north = town.west, town.north
    x, y = west + rng.uniform(10, 110, 200), north - rng.uniform(10, 110, 200)
    row, col = ((north - y) / 0.25).astype(int), ((x - west) / 0.25).astype(int)
    table = pd.DataFrame({"x": x, "y": y, "z": town.ground_m[row, col]})
    table.loc[200] = [west - 500, north, 0]
    table.to_csv(tmp_path / "points.csv", index=False)
    found = checkpoints.compare(done.folder / "dtm.tif", tmp_path / "points.csv")
    assert (found["given"], found["on_the_model"]) == (201, 200)
    assert found["rmse_z_m"] < 0.5
    assert found["nva_95_m"] == pytest.approx(1.96 * found["rmse_z_m"], abs=1e-3)


def test_the_report_counts_what_is_there(done: Run) -> None:
    report = told.report(done)
    assert report["points"] == sum(one.count for one in done.facts)
    assert sum(report["classes"].values()) == report["points"]
    assert report["noise"]["low"] == report["classes"].get("7", 0)
    assert (report["crs"], report["heights"]) == ("EPSG:2180", "EVRF2007-PL (EPSG:9651)")
    assert report["density"]["pulses_per_m2"] == pytest.approx(4.0, rel=0.15)
    pages.write(done, report, polish=polish.said)
    for language, words in (("pl", "Pominięto"), ("en", "Left out")):
        page = (done.folder / f"report.{language}.html").read_text()
        assert words in page
        assert "broken.laz" in page
        assert page.count("data:image/png;base64,") == 6
    written = json.loads((done.folder / "report.json").read_text())
    assert written["left_out"] == {
        "pl": {"broken.laz": "broken.laz: jest ucięty: brakuje tabeli fragmentów; pobierz go "
               "ponownie"},
        "en": report["left_out"],
    }  # fmt: skip
    assert written["warnings"] == {"pl": [], "en": []}
    assert {**written, "left_out": 0, "warnings": 0} == {**report, "left_out": 0, "warnings": 0}


def test_the_points_come_back_once_each_with_their_classes(done: Run) -> None:
    files = sorted((done.folder / "tiles").glob("*.laz"))
    clouds = [laspy.read(one) for one in files]
    assert sum(len(one.points) for one in clouds) == sum(one.count for one in done.facts)
    ground = sum(int((one.classification == 2).sum()) for one in clouds)
    assert ground == told.report(done)["classes"]["2"]


def test_a_tile_without_a_point_of_its_own_adds_none_to_the_one_cloud(
    done: Run, tmp_path: Path
) -> None:
    some = sorted((done.folder / "tiles").glob("*.laz"))[0]
    whole = laspy.read(some)
    empty = tmp_path / "empty.laz"
    laspy.LasData(whole.header, whole.points[:0]).write(empty)
    west, south = map(float, some.stem.split("_"))
    cores = [[west, south, west + 60, south + 60], [west + 60, south, west + 120, south + 60]]
    joined = {"cloud": tmp_path / "one.copc.laz"}
    flights.cloud.work({"tiles": [some, empty]}, joined, cores=cores)
    assert len(laspy.read(joined["cloud"]).points) == len(whole.points)


def test_a_tile_without_a_point_of_its_own_has_no_record(done: Run, tmp_path: Path) -> None:
    shutil.copytree(done.folder, tmp_path, dirs_exist_ok=True)
    some, other, *_ = sorted((tmp_path / "tiles").glob("*.laz"))
    for file, left in ((some, 0), (other, 1)):
        whole = laspy.read(file)
        laspy.LasData(whole.header, whole.points[:left]).write(file)
    stac.write(dataclasses.replace(done, folder=tmp_path), ["2026-04-01"], {}, version="1")
    told = {one.stem for one in (tmp_path / "stac").glob("*.json")}
    assert some.stem not in told
    assert {one.stem for one in (tmp_path / "tiles").glob("*.laz")} - told == {some.stem}


def test_stac_says_where_when_and_from_what(done: Run) -> None:
    stac.write(done, ["2026-04-01"], {"profile": "terrain"}, version="1.0")
    item = json.loads((done.folder / "stac" / "dtm.json").read_text())
    assert item["stac_version"] == "1.1.0"
    assert item["properties"]["proj:code"] == "EPSG:2180"
    assert set(item["properties"]["sip:inputs"]) == {"west.laz", "east.laz"}
    with rasterio.open(done.folder / "dtm.tif") as source:
        assert item["properties"]["proj:shape"] == list(source.shape)
    digest = hashlib.sha256((done.folder / "dtm.tif").read_bytes()).hexdigest()
    assert item["assets"]["data"]["file:checksum"] == f"1220{digest}"
    west, south, east, north = item["bbox"]
    assert 14 < west < east < 25
    assert 49 < south < north < 55
    clouds = list((done.folder / "stac").glob("cloud-*.json"))
    assert len(clouds) == 2
    collection = json.loads((done.folder / "stac" / "collection.json").read_text())
    linked = {one["href"] for one in collection["links"] if one["rel"] == "item"}
    assert linked == {one.name for one in (done.folder / "stac").glob("*.json")} - {
        "collection.json"
    }


def facts(name: str, west: float, south: float, east: float, north: float) -> Facts:
    return Facts(
        Path(name), "1.4", 6, 1000, Extent(west, south, east, north), 0, 1,
        (0.01, 0.01, 0.01), (0, 0, 0), 2180, 9651, False,
    )  # fmt: skip


def test_cores_are_half_open_and_neighbours_join_the_margin() -> None:
    files = [facts("b.laz", 500, 0, 999.99, 499.99), facts("a.laz", 0, 0, 500, 500)]
    cut = tiles(files, size_m=500, margin_m=50)
    # The first file has a point on the eastern and on the northern edge: it is in the next cores.
    assert [one.name for one in cut] == ["0_0", "500_0", "0_500", "500_500"]
    assert [[one.file.name for one in tile.files] for tile in cut[:2]] == [["a.laz", "b.laz"]] * 2
    assert cut == tiles(files[::-1], size_m=500, margin_m=50)
    assert sum(one.points for one in cut) == 2000


def points(x: list[float], y: list[float], z: list[float], **columns: list[float]) -> Points:
    raw = {
        name: np.round(np.array(one) * 100).astype(np.int32)
        for name, one in zip("xyz", (x, y, z), strict=True)
    }
    kinds: dict[str, Callable[[list[float]], object]] = {
        "point_source": lambda one: np.array(one, dtype=np.uint16),
        "gps_time": lambda one: np.array(one, dtype=np.float64),
    }
    more = {name: kinds[name](one) for name, one in columns.items()}
    return Points(
        **raw, scale=(0.01, 0.01, 0.01), offset=(0, 0, 0), crs=2180, height_crs=9651,
        classification=np.full(len(x), 2, dtype=np.uint8), **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_a_strip_that_lies_a_decimetre_higher_is_measured() -> None:
    x, y = [0.2, 0.6, 1.0, 0.3, 0.7, 1.1], [0.5] * 6
    two = points(x, y, [5.0, 5.01, 5.02, 5.1, 5.11, 5.12], point_source=[7, 7, 7, 9, 9, 9])
    found = quality.measure(
        two, Extent(0, 0, 4, 4), nominal_per_m2=1.0, delivered=[Extent(0, 0, 4, 2)]
    ).told
    assert found["strips"]["cells"] == 1
    assert found["strips"]["sum_m"] == pytest.approx(0.1)
    assert (found["cells"], found["covered_cells"], found["below_nominal_cells"]) == (2, 1, 0)


def test_days_come_from_adjusted_gps_time_only() -> None:
    # 2024-03-15 12:00 UTC is 1 394 539 218 s of GPS time, 394 539 218 s adjusted.
    timed = points([1, 1], [1, 1], [1, 1], gps_time=[394_539_218.0, 1000.0])
    told = quality.measure(
        timed, Extent(0, 0, 4, 4), nominal_per_m2=1, delivered=[Extent(0, 0, 4, 4)]
    ).told
    assert told["days"] == ["2024-03-15"]
