"""Loading a folder of files, one per layer."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip.database.migrate import migrate
from sip.errors import DataError
from sip.load.folder import Loaded, load_folder
from sip.load.report import RowsRefused
from tests.conftest import Project

pytestmark = pytest.mark.database

STREET = "fields:\n  code: {type: text, title: {pl: K, en: C}, unique: true, required: true}\n"
HOUSE = """\
fields:
  street: {type: text, title: {pl: U, en: S}}
relations: [{field: street, to: street, to_field: code}]
"""


@pytest.fixture
def town(project: Project, tmp_path: Path) -> Project:
    project.declare("street", STREET)
    project.declare("house", HOUSE)
    migrate(project.load(), project.settings)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "house.csv").write_text("id,street\n7,a\n8,b\n")
    (tmp_path / "in" / "street.csv").write_text("code\na\nb\n")
    return project


def loaded(project: Project, tmp_path: Path) -> Loaded:
    return load_folder(tmp_path / "in", project.load(), project.settings)


def test_layers_come_in_the_order_of_their_relations(town: Project, tmp_path: Path) -> None:
    assert dict(loaded(town, tmp_path).rows) == {"street": 2, "house": 2}
    assert town.sql("SELECT id, street FROM town.house ORDER BY id") == [(7, "a"), (8, "b")]
    town.sql("INSERT INTO town.house (street) VALUES ('a')")
    assert town.sql("SELECT max(id) FROM town.house") == [(9,)]


def test_files_that_were_loaded_before_are_skipped(town: Project, tmp_path: Path) -> None:
    loaded(town, tmp_path)
    again = loaded(town, tmp_path)
    assert dict(again.rows) == {}
    assert sorted(again.unchanged) == ["house", "street"]


def test_a_new_file_replaces_its_layer_and_those_that_point_at_it(
    town: Project, tmp_path: Path
) -> None:
    loaded(town, tmp_path)
    (tmp_path / "in" / "street.csv").write_text("code\na\nb\nc\n")
    assert dict(loaded(town, tmp_path).rows) == {"street": 3, "house": 2}
    (tmp_path / "in" / "house.csv").write_text("id,street\n7,c\n")
    assert dict(loaded(town, tmp_path).rows) == {"house": 1}


def test_one_bad_row_leaves_every_layer_as_it_was(town: Project, tmp_path: Path) -> None:
    loaded(town, tmp_path)
    (tmp_path / "in" / "street.csv").write_text("code\na\n")
    with pytest.raises(RowsRefused, match='row 2: street: "b" is not a code of street'):
        loaded(town, tmp_path)
    assert town.sql("SELECT count(*) FROM town.street") == [(2,)]


def test_a_file_that_is_no_layers_is_refused(town: Project, tmp_path: Path) -> None:
    (tmp_path / "in" / "streat.csv").write_text("code\na\n")
    with pytest.raises(DataError, match='did you mean "street"'):
        loaded(town, tmp_path)
