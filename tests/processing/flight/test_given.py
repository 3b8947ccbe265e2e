"""Shapes that are given with a flight: buildings to measure, roads to look beside."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pytest

from processing import scene
from processing.scene import Scene
from processing.scene.files import write_laz
from tests.processing.flight.command import sip

SIDE_M = 160.0


@pytest.fixture(scope="module")
def town() -> Scene:
    return scene.town(4, side_m=SIDE_M)


@pytest.fixture(scope="module")
def folder(town: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("given")
    for name, density in (("dense", 13.0), ("thin", 4.0)):
        (made / name).mkdir()
        write_laz(scene.scan(town, density=density, seed=1), made / name / f"{name}.laz")
    town.buildings.to_file(made / "buildings.gpkg")
    town.kerbs.to_parquet(made / "roads.parquet")
    return made


def asked(folder: Path, name: str) -> list[str | Path]:
    return [
        "process", "lidar", folder / name, "--out", folder / f"{name}.out", "--profile", "urban",
        "--size", "100", "--footprints", folder / "buildings.gpkg",
        "--roads", folder / "roads.parquet",
    ]  # fmt: skip


def test_a_dense_flight_measures_buildings_and_finds_kerbs(folder: Path, town: Scene) -> None:
    assert sip(*asked(folder, "dense")) == 0
    heights = geopandas.read_parquet(folder / "dense.out" / "heights.parquet")
    assert sorted(heights["building_id"]) == sorted(town.buildings["building_id"])
    seen = heights[heights["roof_p50_m"].notna()]
    assert len(seen) > 0
    assert (seen["roof_p50_m"] > seen["eaves_m"] - 0.3).all()
    assert (seen["roof_p90_m"] < seen["ridge_m"] + 0.3).all()
    kerbs = geopandas.read_parquet(folder / "dense.out" / "kerbs.parquet")
    assert kerbs.length.sum() > 0.5 * town.kerbs.length.sum()
    assert kerbs.within(town.kerbs.buffer(1.0).union_all()).mean() > 0.8


def test_a_thin_flight_is_refused_once_and_plainly(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sip(*asked(folder, "thin")) == 1
    said = capsys.readouterr().err
    assert said.count("too few for kerbs and poles") == 1
    assert "left out: street (" in said
    assert (folder / "thin.out" / "heights.parquet").is_file()
    assert not (folder / "thin.out" / "kerbs.parquet").exists()
