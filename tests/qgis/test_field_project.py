"""What goes to the field is opened and edited in real QGIS, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip.database.migrate import migrate
from tests.conftest import Project
from tests.field.conftest import PUT, TREE, back, edit, file, out, row, trees
from tests.qgis.sessions import qgis

TREE_WITH_PHOTOS = TREE.replace("fields:", "attachments: public\nfields:", 1)
pytestmark = [pytest.mark.qgis, pytest.mark.database]
__all__ = ["file", "trees"]  # fixtures


def test_qgis_edits_the_file_and_only_what_it_edits_comes_back(trees: Project, file: Path) -> None:
    with qgis(file.with_suffix(".qgz")) as worker:
        seen = worker("read", where="\"no\" = 'T1'")
        assert seen["values"]["kind"] == "oak"
        form = worker("form")
        assert form["widgets"]["fid"] == "Hidden"
        assert form["aliases"]["kind"] == "Rodzaj"
        assert "no" in form["required"]
        assert worker("change", fid=worker.opens("\"no\" = 'T1'"), field="kind", value="elm")[
            "done"
        ]
        worker("move", fid=worker.opens("\"no\" = 'T2'"), wkt="POINT(7470500 5640500)")
        worker("delete", fid=worker.opens("\"no\" = 'T3'"))
        worker("add", values={"no": "N1", "kind": "lime"}, wkt="POINT(7470600 5640600)")
        worker("copy", fid=worker.opens("\"no\" = 'T4'"), values={"no": "N2"})
        assert worker("commit")["done"]
    report = back(trees, file)
    assert report.kept == []
    assert report.done == {
        ("tree", "update"): 2,
        ("tree", "delete"): 1,
        ("tree", "insert"): 2,
    }
    assert row(trees, "T1", "kind, row_version, owner") == ("elm", 2, "Jan")
    assert row(trees, "T2", "st_x(geom), kind") == (7470500.0, "oak")
    assert row(trees, "N1", "kind, st_y(geom)") == ("lime", 5640600.0)
    assert row(trees, "N2", "kind, height_m") == ("oak", 14.0)
    assert row(trees, "T4", "row_version") == (1,)


def test_photos_are_taken_in_the_form_of_their_row(project: Project, tmp_path: Path) -> None:
    project.declare("tree", TREE_WITH_PHOTOS)
    project.declare("visit", "fields: {note: {type: text, title: {pl: N, en: N}}}")
    migrate(project.load(), project.settings)
    project.sql(PUT)
    file = out(project, tmp_path / "field.gpkg")
    edit(file, "INSERT INTO sip_photo_tree (row_fid, path) VALUES (1, 'photos/a.jpg')")
    with qgis(file.with_suffix(".qgz")) as worker:
        form = worker("form", layer="sip_photo_tree")
        assert form["widgets"] == {
            "fid": "Hidden",
            "row_fid": "RelationReference",
            "path": "ExternalResource",
            "note": "TextEdit",
        }
        assert form["relations"] == ["sip_photo_tree_row_fid"]
        assert "photos/" in form["naming"]
