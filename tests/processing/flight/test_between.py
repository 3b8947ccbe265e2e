"""Two flights of an invented town compared by the command: numbers, report, records, refusals."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import geopandas
import pytest

from processing import scene
from processing.scene.files import write_laz
from processing.scene.years import Changes
from sip.errors import QueryError
from sip.processes import change
from tests.processing.flight.command import sip


@pytest.fixture(scope="module")
def changes(flights: Path) -> Changes:
    return scene.later(scene.town(4, side_m=120.0))[1]


@pytest.fixture(scope="module")
def flights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders `old` and `new` with points, of which the old one is made into layers already."""
    folder = tmp_path_factory.mktemp("flights")
    before = scene.town(4, side_m=120.0)
    for name, one, seed in (("old", before, 1), ("new", scene.later(before)[0], 2)):
        (folder / name).mkdir()
        write_laz(scene.scan(one, density=6.0, seed=seed), folder / name / f"{name}.laz")
    made = ["--out", str(folder / "made"), "--profile", "urban", "--date", "2021-05-01"]
    assert sip("process", "lidar", folder / "old", *made) == 0
    return folder


@pytest.fixture(scope="module")
def compared(flights: Path) -> Path:
    """A finished run against points that nothing was made of yet."""
    out = flights / "change"
    sides = [str(flights / "made"), str(flights / "new")]
    asked = ["process", "change", *sides, "--out", str(out), "--profile", "urban", "--m3c2"]
    assert sip(*asked) == 0
    return out


def test_earthworks_and_buildings_are_those_of_the_town(compared: Path, changes: Changes) -> None:
    told = json.loads((compared / "report.json").read_text("utf-8"))
    works = geopandas.read_parquet(compared / "earthworks.parquet")
    for true in changes.earthworks.itertuples():
        found = works[works.intersects(true.geometry)].iloc[0]
        assert found["volume_m3"] == pytest.approx(true.volume_m3, abs=found["error_m3"])
    houses = told["buildings"]
    assert houses.get("new", 0) == len(changes.built)
    assert houses.get("gone", 0) == len(changes.gone)
    assert told["trees"]["grown"] > 10 * told["trees"].get("cut back", 0)
    assert told["distances"]["measured"] > 0.9 * told["distances"]["places"]
    assert abs(told["distances"]["median_m"]) < 0.05


def test_the_report_shows_what_was_found_with_legends_in_both_languages(compared: Path) -> None:
    layers = ("earthworks", "trees", "buildings")
    found = [len(geopandas.read_parquet(compared / f"{one}.parquet")) > 0 for one in layers]
    assert found[:2] == [True, True]
    for lang, word in (("pl", "Wykopy i nasypy"), ("en", "Cuts and fills")):
        page = (compared / f"report.{lang}.html").read_text("utf-8")
        assert word in page
        assert page.count("data:image/png;base64,") == 1 + sum(found)
        assert page.count('class="key"') >= 3


def test_a_second_run_does_nothing_and_a_plan_says_so(
    compared: Path, flights: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sides = [str(flights / "made"), str(compared / "new")]
    asked = ["process", "change", *sides, "--out", str(compared), "--m3c2"]
    assert sip(*asked, "--dry-run") == 0
    assert "0 to do" in capsys.readouterr().err
    assert sip(*asked) == 0
    assert "0 tasks done" in capsys.readouterr().err


def test_what_is_not_there_is_left_out_and_named(
    compared: Path, flights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    poor = tmp_path / "poor"
    shutil.copytree(flights / "made", poor, ignore=shutil.ignore_patterns("store"))
    (poor / "trees.parquet").unlink()
    whole = (poor / "slope.tif").read_bytes()
    (poor / "slope.tif").write_bytes(whole[: len(whole) // 2])
    asked = ["process", "change", str(poor), str(compared / "new"), "--out", str(tmp_path / "out")]
    assert sip(*asked) == 1
    said = capsys.readouterr().err
    assert "left out: objects: not compared, there is no" in said
    assert "left out: old: estimating errors of heights:" in said
    assert str(tmp_path) not in (tmp_path / "out" / "report.json").read_text("utf-8")


def test_heights_of_two_datums_are_never_mixed(
    compared: Path, flights: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    shutil.copytree(flights / "made", other, ignore=shutil.ignore_patterns("store"))
    told = json.loads((other / "report.json").read_text("utf-8"))
    (other / "report.json").write_text(json.dumps({**told, "heights": "KRON86-PL"}))
    asked = ["process", "change", str(other), str(compared / "new"), "--out", str(tmp_path / "out")]
    assert sip(*asked) != 0
    assert "datums of heights" in capsys.readouterr().err


def test_the_same_is_a_process_for_flights_that_were_computed(
    compared: Path, flights: Path, tmp_path: Path
) -> None:
    jobs = tmp_path / "jobs"
    (jobs / ".flights").mkdir(parents=True)
    (jobs / ".flights" / "2021").symlink_to(flights / "made")
    (jobs / ".flights" / "2024").symlink_to(compared / "new")
    own = tmp_path / "own"
    own.mkdir()
    shares: list[float] = []
    running: Any = SimpleNamespace(
        settings=SimpleNamespace(jobs=jobs, flights=tmp_path / "flights"), folder=own,
        tell=lambda share, _what: shares.append(share),
    )  # fmt: skip
    found = change.run({"old": "2021", "new": "2024"}, running)
    assert found["left_out"] == {"pl": {}, "en": {}}
    assert shares == sorted(shares)
    with zipfile.ZipFile(found["products"]) as archive:
        assert {"difference.tif", "earthworks.parquet", "report.en.html"} <= {*archive.namelist()}
    with pytest.raises(QueryError, match="run the process lidar"):
        change.check({"old": "2021", "new": "2030"}, running.settings, Any)
