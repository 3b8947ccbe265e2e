"""Layers that name a step: built as far as they are stale, and checked before."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest
from rasterio.transform import from_origin

from processing.raster import Raster, read_raster, write_cog
from sip.cli import build
from sip.errors import DataError, DeclarationError, Problem
from tests.conftest import Project

pytestmark = pytest.mark.database


def terrain(file: Path, seed: int) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    heights = np.random.default_rng(seed).normal(200, 5, (1, 30, 30)).astype(np.float32)
    write_cog(Raster(heights, from_origin(7.48e6, 5.63e6, 1, 1), 2178, -9999), file)


@pytest.fixture
def hills(project: Project) -> Project:
    """A town with two terrain models, and their shade and the shade of that."""
    project.declare(
        "dtm",
        "raster: {kind: grid, files: [{file: a.tif, year: 2020}, {file: b.tif, year: 2024}]}",
    )
    project.declare(
        "shade",
        """\
        process: terrain.hillshade
        inputs: {dtm: dtm}
        parameters: {azimuth_deg: 90}
        raster: {files: [{file: shade_a.tif, year: 2020}, {file: shade_b.tif, year: 2024}]}
        """,
    )
    project.declare(
        "shade_again",
        """\
        process: terrain.hillshade
        inputs: {dtm: shade}
        raster: {files: [{file: again.tif}]}
        """,
    )
    for seed, name in enumerate(("a.tif", "b.tif")):
        terrain(project.settings.data / name, seed)
    return project


def built(project: Project) -> list[str]:
    changed, failed = build.build(project.load(), project.settings)
    assert failed == {}
    return changed


def test_what_is_stale_is_made_and_nothing_else(hills: Project) -> None:
    assert built(hills) == ["shade@2020", "shade@2024", "shade_again"]
    assert built(hills) == []
    terrain(hills.settings.data / "a.tif", 7)
    assert built(hills) == ["shade@2020"]
    terrain(hills.settings.data / "b.tif", 8)
    assert built(hills) == ["shade@2024", "shade_again"]


def test_a_changed_parameter_makes_a_layer_anew_and_old_results_go(hills: Project) -> None:
    built(hills)
    before = read_raster(hills.settings.data / "shade_b.tif").bands
    hills.declare(
        "shade",
        """\
        process: terrain.hillshade
        inputs: {dtm: dtm}
        parameters: {azimuth_deg: 270}
        raster: {files: [{file: shade_a.tif, year: 2020}, {file: shade_b.tif, year: 2024}]}
        """,
    )
    assert set(built(hills)) == {"shade@2020", "shade@2024", "shade_again"}
    after = read_raster(hills.settings.data / "shade_b.tif").bands
    assert not np.array_equal(before, after)
    assert len(list(hills.settings.derived.glob("terrain.hillshade-*"))) == 3


def test_a_file_that_is_removed_comes_back_without_work(hills: Project) -> None:
    built(hills)
    (hills.settings.data / "again.tif").unlink()
    assert built(hills) == ["shade_again"]


def test_a_broken_input_takes_along_only_what_needs_it(hills: Project) -> None:
    (hills.settings.data / "b.tif").write_text("no raster")
    changed, failed = build.build(hills.load(), hills.settings)
    assert changed == ["shade@2020"]
    assert "b.tif" in failed["shade@2024"]
    assert failed["shade_again"] == "what it is made from could not be made"


def test_an_input_that_is_not_there_is_named_and_the_rest_is_made(hills: Project) -> None:
    (hills.settings.data / "b.tif").unlink()
    changed, failed = build.build(hills.load(), hills.settings)
    assert changed == ["shade@2020"]
    assert re.fullmatch(r"needs .*/b\.tif, which is not there", failed["shade@2024"])
    assert failed["shade_again"] == "what it is made from could not be made"


def test_a_layer_without_a_table_is_refused_before_any_work(hills: Project) -> None:
    hills.declare(
        "line",
        """\
        process: terrain.contours
        inputs: {dtm: dtm}
        geometry: LineString
        fields: {height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}}
        """,
    )
    with pytest.raises(DataError, match="line has no table yet: sip migrate"):
        build.build(hills.load(), hills.settings)
    assert not list(hills.settings.derived.glob("terrain.*"))


@pytest.mark.parametrize(
    ("process", "said"),
    [
        (
            "process: terrain.hilshade\ninputs: {dtm: dtm}",
            'process: there is no step "terrain.hilshade" (terrain.hillshade',
        ),
        (
            "process: terrain.hillshade\ninputs: {dtm: dtm}\nparameters: {azimut_deg: 1}",
            'parameters.azimut_deg: is no parameter of the step\n  did you mean "azimuth_deg"?',
        ),
        (
            "process: terrain.hillshade\ninputs: {dtm: dtm}\noutput: light",
            'output: the step has no output "light": shade',
        ),
    ],
)
def test_what_a_step_does_not_know_is_named_with_its_line(
    hills: Project, process: str, said: str
) -> None:
    hills.declare("shade", f"{process}\nraster: {{files: [{{file: s.tif}}]}}\n")
    (problem,) = build.problems(hills.load())
    assert isinstance(problem, Problem)
    assert said in str(problem)
    assert problem.line >= 3


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("dtn", 'inputs.dtm: there is no layer "dtn"\n  did you mean "dtm"?'),
        ("shade_again", "layers are made from each other in a circle"),
    ],
)
def test_inputs_that_are_nowhere_or_go_in_circles_are_refused(
    hills: Project, source: str, said: str
) -> None:
    hills.declare(
        "shade",
        f"""\
        process: terrain.hillshade
        inputs: {{dtm: {source}}}
        raster: {{files: [{{file: s.tif}}]}}
        """,
    )
    with pytest.raises(DeclarationError, match=re.escape(said)):
        hills.load()
