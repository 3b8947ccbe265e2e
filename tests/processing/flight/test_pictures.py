"""Pictures of two years of an invented town by the command: cover, condition, change, report."""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pytest
import rasterio
import shapely

from processing import scene
from processing.ortho.truth import cover_of
from processing.raster import Raster, write_cog
from processing.scene import Scene
from tests.processing.flight.command import sip

SIDE_M = 120.0


def taken(town: Scene, folder: Path) -> None:
    """Write a picture, heights over ground and crowns of a year."""
    folder.mkdir()
    height, _, _ = cover_of(town)
    rows, cols = height.shape
    half = height.reshape(rows // 2, 2, cols // 2, 2).max(axis=(1, 3)).astype(np.float32)
    cells = town.transform @ town.transform.scale(2)
    write_cog(Raster(half[None], cells, town.crs, -9999), folder / "ndsm.tif")
    picture = scene.photograph(town, seed=town.year)
    write_cog(dataclasses.replace(picture, nodata=None), folder / "picture.tif")
    crowns = town.trees.set_geometry(town.trees.buffer(town.trees["crown_m"] / 2))
    crowns.to_parquet(folder / "trees.parquet")


def asked(folder: Path, year: int, *more: Path) -> list[str | Path]:
    return [
        "process", "ortho", folder / str(year) / "picture.tif", *more, "--layout", "rgbi",
        "--date", f"{year}-06-01", "--ndsm", folder / str(year) / "ndsm.tif",
        "--trees", folder / str(year) / "trees.parquet", "--areas", folder / "areas.gpkg",
        "--id", "no", "--out", folder / f"out{year}",
    ]  # fmt: skip


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("years")
    before = scene.town(4, side_m=SIDE_M)
    taken(before, folder / "2021")
    taken(scene.later(before)[0], folder / "2024")
    e = before.extent
    middle = (e.west + e.east) / 2
    halves = [
        shapely.box(e.west, e.south, middle, e.north), shapely.box(middle, e.south, e.east, e.north)
    ]  # fmt: skip
    frame = geopandas.GeoDataFrame({"no": ["west", "east"]}, geometry=halves, crs=before.crs)
    frame.to_file(folder / "areas.gpkg")
    assert sip(*asked(folder, 2021)) == 0
    whole = (folder / "2024" / "picture.tif").read_bytes()
    (folder / "2024" / "cut.tif").write_bytes(whole[: len(whole) // 2])
    later = asked(folder, 2024, folder / "2024" / "cut.tif")
    assert sip(*later, "--before", folder / "out2021") == 1
    return folder


def test_cover_shares_and_changes_add_up(years: Path) -> None:
    told = json.loads((years / "out2024" / "report.json").read_text("utf-8"))
    assert told["year"] == 2024
    assert told["index"] == "ndvi"
    assert told["seen_m2"] == pytest.approx(SIDE_M**2, rel=0.01)
    for kind in told["cover"].values():
        if "estimate_m2" in kind:
            assert kind["low_m2"] <= kind["estimate_m2"] <= kind["high_m2"]
    shares = geopandas.read_parquet(years / "out2024" / "cover_shares.parquet")
    mapped = sum(one["mapped_m2"] for one in told["cover"].values())
    assert shares["seen_m2"].sum() == pytest.approx(mapped, rel=0.01)
    changed = geopandas.read_parquet(years / "out2024" / "cover_changed.parquet")
    assert sum(one["area_m2"] for one in told["changed_m2"]) == pytest.approx(
        changed["area_m2"].sum(), rel=0.001
    )


def test_trees_are_compared_with_the_earlier_year(years: Path) -> None:
    trees = geopandas.read_parquet(years / "out2024" / "trees.parquet")
    assert len(trees) > 20
    assert trees["ndvi_change"].notna().mean() > 0.8
    told = json.loads((years / "out2024" / "report.json").read_text("utf-8"))
    assert sum(told["trees"].values()) == len(trees)


def test_a_damaged_picture_is_named_and_pages_have_pictures(years: Path) -> None:
    told = json.loads((years / "out2024" / "report.json").read_text("utf-8"))
    assert list(told["left_out"]["en"]) == ["cut.tif"]
    assert str(years) not in json.dumps(told)
    for lang, word in (("pl", "wysoka zieleń"), ("en", "high vegetation")):
        page = (years / "out2024" / f"report.{lang}.html").read_text("utf-8")
        assert word in page
        assert page.count("data:image/png;base64,") == 5
    item = json.loads((years / "out2024" / "stac" / "cover.json").read_text("utf-8"))
    assert item["properties"]["start_datetime"] == "2024-06-01T00:00:00Z"
    assert "cut.tif" not in item["properties"]["sip:inputs"]


def test_a_second_run_does_nothing(years: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert sip(*asked(years, 2021), "--dry-run") == 0
    assert "0 to do" in capsys.readouterr().err
    assert sip(*asked(years, 2021)) == 0
    assert "0 tasks done" in capsys.readouterr().err


def test_pictures_that_do_not_say_their_day_are_refused(
    years: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = years / "2021" / "picture.tif"
    assert sip("process", "ortho", picture, "--layout", "rgbi", "--out", tmp_path / "out") != 0
    assert "say it with --date" in capsys.readouterr().err


def test_three_years_have_trends_of_each_tree_among_its_species(
    years: Path, tmp_path: Path
) -> None:
    for year in (2021, 2024):
        shutil.copytree(years / f"out{year}", tmp_path / f"{year}")
    crowns = geopandas.read_parquet(years / "2024" / "trees.parquet")
    crowns.to_file(tmp_path / "crowns.gpkg")
    words = [
        "process", "ortho", years / "2024" / "picture.tif", "--layout", "rgbi", "--date",
        "2027-06-01", "--trees", tmp_path / "crowns.gpkg", "--tree-id", "tree_id", "--species",
        "species", "--before", tmp_path / "2024", "--before", tmp_path / "2021",
    ]  # fmt: skip
    assert sip(*words, "--out", tmp_path / "2027") == 0
    trends = pd.read_parquet(tmp_path / "2027" / "tree_trends.parquet")
    assert (trends["years"] == 3).mean() > 0.8
    assert trends[trends["years"] == 3]["per_year"].notna().all()
    told = pd.read_parquet(tmp_path / "2027" / "tree_condition.parquet")
    assert set(told["group"]) == set(crowns["species"])
    assert set(told["year"]) == {2021, 2024, 2027}
    assert sip(*words, "--before", tmp_path / "2021", "--out", tmp_path / "again") == 1


def test_indices_of_photos_are_computed_from_what_was_delivered(
    years: Path, tmp_path: Path
) -> None:
    with rasterio.open(years / "2024" / "picture.tif") as source:
        light, profile = source.read([1, 2, 3]), source.profile
    profile |= {"count": 3, "driver": "GTiff", "photometric": "RGB", "compress": "deflate"}
    with rasterio.open(tmp_path / "rgb.tif", "w", **profile) as target:
        target.write(light)
    asked = ("process", "ortho", tmp_path / "rgb.tif", "--date", "2024-06-01", "--layout", "rgb")
    assert sip(*asked, "--out", tmp_path / "out") == 0
    red, green, blue = light.astype(np.float64)
    with rasterio.open(tmp_path / "out" / "gli.tif") as made:
        told = (2 * green - red - blue) / (2 * green + red + blue)
        assert np.allclose(made.read(1), told, atol=1e-6)
    with rasterio.open(tmp_path / "out" / "picture.tif") as seen:
        assert seen.profile["compress"] == "jpeg"


def test_what_is_wrong_with_pictures_is_said_in_polish_on_the_page(
    years: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = years / "2021" / "picture.tif"
    (tmp_path / "broken.tif").write_bytes(good.read_bytes()[:5000])
    given = [good, tmp_path / "broken.tif", "--layout", "rgbi", "--date", "2021-06-01"]
    assert sip("process", "ortho", *given, "--out", tmp_path / "out") == 1
    assert "left out: broken.tif: has damaged pixels" in capsys.readouterr().err
    page = (tmp_path / "out" / "report.pl.html").read_text("utf-8")
    assert "ma uszkodzone piksele" in page
    assert "get it again" in (tmp_path / "out" / "report.en.html").read_text("utf-8")
