"""Proposals in real QGIS: a decision that is saved is written under the name of who saves it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sip.proposals.adding import Evidence
from tests.conftest import Project
from tests.proposals.conftest import flown, proposed
from tests.qgis.sessions import Person
from tests.qgis.test_two_editors import people, trees, value

pytestmark = [pytest.mark.qgis, pytest.mark.database]
__all__ = ["people", "trees"]  # fixtures


def test_decisions_are_a_column_that_is_saved(
    trees: Project, people: tuple[Person, Person], tmp_path: Path
) -> None:
    rows = [(1.2, 0.0, 15.0, 0.9), (50.0, 0.0, 9.0, 0.8)]
    proof = Evidence(None, [(0.5, 0.0), (1.5, 7.4), (2.5, 15.0), (3.5, 0.1)])
    file = flown(tmp_path / "trees.parquet", *rows)
    proposed(trees, file, evidence=proof, reach_m=0.6)
    anna, jan = people
    form = anna("form", layer="review")
    assert form["editable"]
    assert form["widgets"]["decision"] == "ValueMap"
    (opens,) = form["actions"]
    assert re.fullmatch(r"https?://[^/]+/proposals\?lang=(pl|en)#proposal-[0-9]+", opens)
    seen = anna("read", layer="review", where="\"kind\" = 'changed'")
    assert seen["values"]["difference"] == "height_m: 10 → 15.0"
    assert seen["values"]["heights"] == "▁▅█▁ 15.0 m"
    row = seen["values"]["row_id"]
    change = anna("look_up", layer="review", where="\"kind\" = 'changed'")["fid"]
    anna("change", layer="review", fid=change, field="decision", value="accept")
    assert anna("commit", layer="review")["done"]
    assert value(trees, int(row), "height_m") == 15.0
    assert trees.sql(
        f"SELECT who, comment LIKE 'proposal % of run 2026' FROM sip.changeset"
        f" WHERE id = (SELECT row_changeset FROM town.tree WHERE id = {int(row)})"
    ) == [("qgis_anna", True)]
    other = jan("look_up", layer="review", where="\"kind\" = 'new'")["fid"]
    jan("change", layer="review", fid=other, field="filled", value='{"kind": "elm"}')
    jan("change", layer="review", fid=other, field="decision", value="accept")
    assert jan("commit", layer="review")["done"]
    assert trees.sql("SELECT kind, height_m FROM town.tree WHERE id > 6") == [("elm", 9.0)]
    assert not anna("read", layer="review", where="true")["found"]
