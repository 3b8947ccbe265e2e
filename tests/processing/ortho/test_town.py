"""All steps on an invented town whose truth is known; `python -m bench.ortho` has the tables."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pytest
from scipy import stats

from processing import executors, graph
from processing.graph import Output, Task
from processing.ortho.cover import Class
from processing.ortho.shift import SURE, estimate, read_shifts
from processing.ortho.truth import cover_of, with_bare_ground
from processing.raster import Raster, read_raster, write_cog
from processing.scene import Scene, photograph, town

LEAN = (-0.1, 0.08)


@dataclasses.dataclass(frozen=True)
class Made:
    scene: Scene
    files: dict[str, Path]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("town")
    scene = with_bare_ground(town(4, side_m=200), 4)
    height, _, _ = cover_of(scene)
    rows, cols = height.shape
    half = height.reshape(rows // 2, 2, cols // 2, 2).max(axis=(1, 3))
    coarse = scene.transform @ scene.transform.scale(2)
    ndsm, picture = folder / "ndsm.tif", folder / "tile.tif"
    write_cog(Raster(half[None].astype(np.float32), coarse, scene.crs, -9999), ndsm)
    write_cog(dataclasses.replace(photograph(scene, lean=LEAN), nodata=None), picture)
    trees = scene.trees.set_geometry(scene.trees.buffer(scene.trees["crown_m"] / 2))
    trees.to_parquet(folder / "trees.parquet")
    edge = geopandas.GeoDataFrame(
        {"no": ["whole"]}, geometry=[trees.union_all().envelope], crs=scene.crs
    )
    edge.to_parquet(folder / "zones.parquet")
    whole, trees_file = Output("whole", "picture"), folder / "trees.parquet"
    tasks = {
        "whole": Task(
            "ortho.mosaic", {"tiles": [picture]}, {"layout": "rgbi", "dates": ["2021-06-01"]}
        ),
        "ndvi": Task("ortho.index", {"picture": [whole]}, {}),
        "shifts": Task("ortho.shifts", {"picture": [whole], "ndsm": [ndsm]}, {}),
        "cover": Task(
            "ortho.land_cover",
            {"picture": [whole], "ndsm": [ndsm], "shifts": [Output("shifts", "shifts")]}, {},
        ),
        "shares": Task(
            "ortho.cover_shares",
            {"cover": [Output("cover", "cover")], "zones": [folder / "zones.parquet"]},
            {"id_field": "no"},
        ),
        "condition": Task(
            "ortho.vegetation",
            {"indices": [Output("ndvi", "index")], "objects": [trees_file],
             "shifts": [Output("shifts", "shifts")]},
            {"years": [2021], "id_field": "tree_id", "species_field": "species",
             "height_field": "height_m"},
        ),
    }  # fmt: skip
    outcome = graph.run(tasks, folder / "store", executors.Serial())
    assert outcome.failed == {}
    folders = graph.plan(tasks, folder / "store")
    outputs = {"shifts": "shifts", "cover": "cover", "shares": "shares", "condition": "condition"}
    return Made(scene, {n: graph.result(tasks, folders, Output(n, o)) for n, o in outputs.items()})


def test_the_shift_of_crowns_is_found(made: Made) -> None:
    sure = [one for one in read_shifts(made.files["shifts"]) if one.confidence >= SURE]
    assert len(sure) >= 3
    for one in sure:
        east, north = one.at(np.array(10.0, np.float32))
        assert np.hypot(east - 10 * LEAN[0], north - 10 * LEAN[1]) < 0.5


def test_a_picture_of_another_place_gives_no_sure_shift() -> None:
    height = np.random.default_rng(1).choice([0.0, 10.0], (20, 20)).repeat(10, 0).repeat(10, 1)
    other = np.random.default_rng(2).normal(size=(200, 200))
    _, _, confidence = estimate(height.astype(np.float32), other.astype(np.float32), 0.5)
    assert confidence < SURE


def test_nine_of_ten_cells_of_each_class_are_found(made: Made) -> None:
    _, seen, _ = cover_of(made.scene)
    found = read_raster(made.files["cover"]).band
    clear = (found != 0) & (found != Class.SHADOW)
    assert (found == seen)[clear].mean() > 0.93
    for kind in list(Class)[:5]:
        assert (found == kind)[clear & (seen == kind)].mean() > 0.85, kind.name


def test_the_true_shares_lie_in_the_interval(made: Made) -> None:
    zone = geopandas.read_parquet(made.files["shares"])
    _, _, ground = cover_of(made.scene)
    window = zone.geometry[0].bounds
    x, y = made.scene.centres()
    inside = (x > window[0]) & (x < window[2]) & (y > window[1]) & (y < window[3])
    sealed = 100 * (ground[inside] == 0).mean()
    active = 100 * np.isin(ground[inside], (1, 3)).mean()
    one = zone.iloc[0]
    assert one["sealed_low_pct"] <= sealed <= one["sealed_high_pct"]
    assert one["active_low_pct"] <= active <= one["active_high_pct"]
    assert one["sealed_high_pct"] - one["sealed_low_pct"] < 15


def test_condition_follows_the_vitality(made: Made) -> None:
    table = pd.read_parquet(made.files["condition"]).set_index("id")
    trees = made.scene.trees.set_index("tree_id")
    known = table[table["note"] == ""]
    vital = trees.loc[known.index, "vitality"]
    assert len(known) > 0.8 * len(trees)
    assert stats.spearmanr(known["z"], vital).statistic > 0.9
