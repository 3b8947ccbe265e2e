"""`sip proposals` on an invented town: from the file of a flight to the score of the run."""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path

import geopandas
import numpy as np
import pytest
from PIL import Image

from processing.raster import Raster, write_cog
from processing.scene import photograph, seen, town
from sip import polish as sip_polish
from sip.cli import proposals
from sip.database.migrate import migrate
from sip.files import store
from tests.conftest import Project
from tests.proposals.conftest import flown, waiting

pytestmark = pytest.mark.database
TREE = """\
geometry: Point
fields:
  no: {type: text, title: {pl: Numer, en: Number}, unique: true}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m, min: 0}
  crown_diameter_m: {type: number, title: {pl: Korona, en: Crown}, unit: m}
  valid_to: {type: date, title: {pl: Do, en: Valid to}}
"""


def said(project: Project, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    parser = argparse.ArgumentParser()
    proposals.arguments(parser)
    proposals.run(parser.parse_args(words), project.settings)
    return capsys.readouterr().out


def test_a_flight_over_a_town_becomes_proposals_with_evidence(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project.declare("tree", TREE)
    migrate(project.load(), project.settings)
    scene = town(3, side_m=200)
    height, _ = seen(scene)
    picture, heights, file = (tmp_path / one for one in ("p.tif", "h.tif", "trees.parquet"))
    write_cog(dataclasses.replace(photograph(scene), nodata=None), picture)
    write_cog(Raster(height[None].astype(np.float32), scene.transform, scene.crs, -9999), heights)
    trees = scene.trees.iloc[:12][["tree_id", "height_m", "crown_m", "geometry"]]
    known = trees.iloc[:6].to_crs(2178)
    for row in known.itertuples():
        project.sql(
            "INSERT INTO town.tree (height_m, crown_diameter_m, geom) VALUES"
            f" ({row.height_m}, {row.crown_m}, ST_SetSRID('{row.geometry.wkt}'::geometry, 2178))"
        )
    crowns = trees.set_geometry(trees.buffer(trees["crown_m"] / 2)).assign(confidence=0.9)
    geopandas.GeoDataFrame(crowns).to_parquet(file)
    words = ("--layer", "tree", "--run", "2021", "--field", "crown_diameter_m=crown_m")
    proof = ("--picture", str(picture), "--layout", "rgbi", "--heights", str(heights))
    told = said(project, capsys, "add", str(file), *words, *proof, "--id", "tree_id")
    assert told == "12 found, 6 known, 0 left out\nproposals added: 6 new, 0 changed, 0 gone\n"
    again = said(project, capsys, "add", str(file), *words, "--id", "tree_id")
    assert "0 new, 0 changed, 0 gone" in again
    for one in waiting(project):
        tall = trees.set_index("tree_id").loc[one.source]
        assert one.said["crown_diameter_m"] == pytest.approx(tall["crown_m"], abs=0.01)
        assert one.profile is not None
        assert max(up for _, up in one.profile) > 0.7 * tall["height_m"]
        assert one.picture is not None
        (tmp_path / "one.jpg").write_bytes(store.get(project.settings, one.picture))
        with Image.open(tmp_path / "one.jpg") as shown:
            assert min(shown.size) > 40
    rule = ("--run", "2021", "--layer", "tree", "--kind", "new", "--confidence", "0.8")
    assert said(project, capsys, "accept", *rule, "--farther", "0") == "6 decided, 0 refused\n"
    assert project.sql("SELECT count(*) FROM town.tree") == [(12,)]
    felled = said(
        project, capsys, "add", str(file), "--layer", "tree", "--run", "2021", "--gone",
        "--set", "valid_to=2021-06-01", "--id", "tree_id",
    )  # fmt: skip
    assert "12 gone" in felled
    first = waiting(project)[0].id
    told = said(project, capsys, "reject", str(first), "--note", "it stands")
    assert told == f"proposal {first} is rejected\n"
    listed = said(project, capsys, "list", "--layer", "tree")
    assert listed.count(": gone tree, row ") == 11
    assert "    valid_to: – → 2021-06-01" in listed
    told = said(project, capsys, "withdraw", "--run", "2021")
    assert told == "proposals withdrawn: 11\n"
    assert said(project, capsys, "list") == ""
    again = said(project, capsys, "add", str(file), "--layer", "tree", "--run", "2021", "--gone",
                 "--set", "valid_to=2021-06-01", "--id", "tree_id")  # fmt: skip
    assert "11 gone" in again  # the one that was decided is not proposed again
    scores = [json.loads(line) for line in said(project, capsys, "score", "--json").splitlines()]
    present = next(one for one in scores if one["aim"] == "present")
    assert (present["precision"], present["recall"]) == (1.0, pytest.approx(12 / 13))


def test_a_file_is_narrowed_down_and_new_objects_are_numbered(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project.declare("tree", TREE)
    migrate(project.load(), project.settings)
    project.sql(
        "INSERT INTO town.tree (no, height_m, geom) SELECT no, 8, ST_SetSRID(ST_MakePoint(7470000,"
        " 5640000), 2178) FROM unnest(ARRAY['A', 'B']) AS no"
    )
    rows = [(0.5, 0.0, 8.0, 0.9), (30.0, 0.0, 9.0, 0.8), (60.0, 0.0, 5.0, 0.7)]
    file = flown(tmp_path / "t.parquet", *rows, storey=["canopy", "canopy", "shade"],
                 top_m=[108.0, 109.5, 105.0], low_m=[100.0, 100.5, 100.0])  # fmt: skip
    words = ("--layer", "tree", "--run", "1", "--only", "storey=canopy", "--new", "no=F-{n}")
    words = (*words, "--field", "height_m=top_m-low_m", "--among", "no=B")
    told = said(project, capsys, "add", str(file), *words)
    assert told.startswith("2 found, 1 known")
    (one,) = waiting(project)
    assert (one.said, one.near_id) == ({"height_m": 9.0, "no": "F-2"}, 2)
    told = said(project, capsys, "list")
    assert told.startswith(f"{one.id}: new tree, nearest row 2 at 30.00 m, confidence 0.80, run 1")
    polish = sip_polish.said(told)
    assert polish.startswith(
        f"{one.id}: nowy obiekt tree, najbliższy wiersz 2 w odległości 30.00 m, pewność 0.80,"
        " nalot 1, czeka\n"
    )
