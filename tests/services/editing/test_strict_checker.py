"""The strict checker of OGC services, which shares no code with us, tries to write as each role."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.editing.conftest import Town

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("editing")]

CHECKER = Path(__file__).parents[4] / "shared/tools/conformance"
BENCH = {
    "type": "Feature",
    "geometry": {"type": "Point", "coordinates": [20.6, 50.8]},
    "properties": {"name": "Under the lime"},
}


def check(town: Town, layer: str, who: str, folder: Path) -> list[str]:
    """Return the checker's findings, all but the last line."""
    if not CHECKER.is_dir():
        pytest.skip(f"the checker is not at {CHECKER}")
    town.sql(
        f"INSERT INTO land.{layer} (name, geom) SELECT 'x', ST_Point(7471803, 5629479, 2178)"
        f" WHERE NOT EXISTS (SELECT FROM land.{layer})"
    )
    template = folder / "bench.json"
    template.write_text(json.dumps(BENCH))
    words = ["--only", "features-write", "--require", "features-write", "--write", layer]
    done = subprocess.run(
        [sys.executable, "-m", "conformance", town.origin, *words, "--template", str(template),
         "--token", town.keys[who]],
        cwd=CHECKER, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert "passed" in done.stdout, done.stderr
    return done.stdout.splitlines()[:-1]


@pytest.mark.parametrize("layer", ["bench", "monument"])
def test_an_editor_writes_as_part_4_has_it(town: Town, layer: str, tmp_path: Path) -> None:
    found = check(town, layer, "ewa", tmp_path)
    assert [line for line in found if not line.startswith("PASS")] == []
    assert len(found) == 17


def test_a_reader_is_offered_no_writing_and_writes_nothing(town: Town, tmp_path: Path) -> None:
    found = check(town, "bench", "jan", tmp_path)
    passed = [line for line in found if line.startswith("PASS")]
    assert any("schema#rules" in line for line in passed)
    assert any("answered 403" in line for line in found)
    assert not any(" 500" in line or " 201" in line.split(", not")[0] for line in found)
    assert town.sql("SELECT name FROM land.bench") == [("x",)]
