"""What goes to the field is opened and edited in real QGIS, and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Project
from tests.field.conftest import back, file, row, trees
from tests.qgis.sessions import qgis

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
