"""A copy of the project with the real files of `../shared` in it, running."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.installation import Server, running_copy
from tests.real.sources import DATA


@pytest.fixture(scope="session")
def city(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Iterator[Server]:
    """An installation whose rows are the real files, imported as a user would."""
    if not DATA.is_dir():
        pytest.skip("the real files are not there: ../shared/data")
    files = tmp_path_factory.mktemp("files")
    for file in (*(DATA / "boundaries").glob("gminy*"), *(DATA / "app" / "valid").glob("*.gml")):
        shutil.copy(file, files)
    with running_copy("real", testrun_uid) as one:
        _import(one, files)
        one.sip("publish")
        yield one


def _import(city: Server, files: Path) -> None:
    imports = city.settings.project / "layers"
    act, zone = (imports / f"planning/imports/app_plan_{one}.yaml" for one in ("act", "zone"))
    coarse, fine = (
        imports / f"reference/imports/{one}_gmina.yaml" for one in ("prg", "boundaries")
    )
    for file, layer, mapping, *options in (
        ("gminy_swietokrzyskie_simplified.geojson", "gmina", coarse),
        ("gminy_kielce_2604_2661.geojson", "gmina", fine, "--key", "teryt"),
        ("1_AktPlanowaniaPrzestrzennego.gml", "plan_act", act),
        ("2_AktPlanowaniaPrzestrzennego.gml", "plan_act", act),
        ("1_StrefaPlanistyczna.gml", "plan_zone", zone),
        ("2_StrefaPlanistyczna_OK.gml", "plan_zone", zone),
    ):
        city.sip("import", str(files / file), "--layer", layer, "--map", str(mapping), *options)


@pytest.fixture(scope="module")
def client(city: Server) -> Iterator[httpx.Client]:
    """An HTTP client of it."""
    with httpx.Client(base_url=city.url, timeout=60) as made:
        yield made
