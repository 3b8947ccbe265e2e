"""Photos go along with their rows, and those taken in the field come back."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip.database.migrate import migrate
from sip.files import store
from tests.conftest import Project
from tests.field.conftest import PUT, TREE, back, edit, inbox, out
from tests.files.test_picture import photo

pytestmark = pytest.mark.database


@pytest.fixture
def trees(project: Project) -> Project:
    """Trees that may have photos; the second has one."""
    project.declare("tree", TREE.replace("fields:", "attachments: public\nfields:", 1))
    project.declare("visit", "fields: {note: {type: text, title: {pl: N, en: N}}}")
    migrate(project.load(), project.settings)
    project.sql(PUT)
    digest = store.put(project.settings, photo())
    project.sql(
        "INSERT INTO sip.attachment (theme, layer, item_id, name, note, media_type, bytes, digest)"
        f" VALUES ('town', 'tree', 2, 'a.jpg', 'old', 'image/jpeg', 1, '{digest}')"
    )
    return project


@pytest.fixture
def file(trees: Project, tmp_path: Path) -> Path:
    return out(trees, tmp_path / "field.gpkg")


def attached(trees: Project) -> list[tuple[object, ...]]:
    return trees.sql(
        "SELECT no, name, note, direction_deg FROM sip.attachment AS a"
        " JOIN town.tree AS t ON t.id = item_id ORDER BY a.id"
    )


def test_photos_of_old_and_new_rows_come_back_once(trees: Project, file: Path) -> None:
    folder = file.parent / "photos"
    assert (folder / "tree_2_1.jpg").read_bytes() == photo()
    (folder / "one.jpg").write_bytes(photo())
    (folder / "two.jpg").write_bytes(photo("PNG"))
    edit(file, "INSERT INTO tree (no, geom) SELECT 'N1', geom FROM tree WHERE fid = 1")
    edit(
        file,
        "INSERT INTO sip_photo_tree (row_fid, path, note)"
        " SELECT fid, 'photos/one.jpg', 'new' FROM tree WHERE no IN ('N1', 'T1')",
    )
    edit(file, "UPDATE sip_photo_tree SET note = 'seen' WHERE fid = 1")
    edit(file, "INSERT INTO sip_photo_tree (row_fid, path) VALUES (3, 'photos/two.jpg')")
    report = back(trees, file)
    assert report.kept == []
    assert attached(trees) == [
        ("T2", "a.jpg", "seen", None),
        ("T1", "one.jpg", "new", 271.5),
        ("N1", "one.jpg", "new", 271.5),
        ("T3", "two.jpg", "", 271.5),
    ]
    assert trees.sql("SELECT count(*) FROM pub.attachment") == [(3,)]
    assert str(back(trees, file)) == "nothing new in the file"
    edit(file, "DELETE FROM sip_photo_tree WHERE fid = 1")
    back(trees, file)
    assert [one[0] for one in attached(trees)] == ["T1", "N1", "T3"]


def test_a_photo_that_cannot_be_taken_in_waits(trees: Project, file: Path) -> None:
    folder = file.parent / "photos"
    (folder / "bad.jpg").write_bytes(b"no picture")
    (folder / "good.jpg").write_bytes(photo())
    (file.parent.parent / "secret.jpg").write_bytes(photo())
    edit(file, "INSERT INTO tree (no, height_m, crown_m, geom)"
               " SELECT 'N1', 1, 9, geom FROM tree WHERE fid = 1")  # fmt: skip
    for row, path in ((1, "bad.jpg"), (1, "late.jpg"), (1, "../../secret.jpg")):
        edit(file, f"INSERT INTO sip_photo_tree (row_fid, path) VALUES ({row}, 'photos/{path}')")
    edit(file, "INSERT INTO sip_photo_tree (row_fid, path)"
               " SELECT fid, 'photos/good.jpg' FROM tree WHERE no = 'N1'")  # fmt: skip
    back(trees, file)
    reasons = [one[1] for one in inbox(trees)]
    assert reasons == ["crown_below_top", "no_picture", "file_missing", "file_missing", "row_waits"]
    (folder / "late.jpg").write_bytes(photo("WEBP"))
    edit(file, "UPDATE tree SET crown_m = 0.5 WHERE no = 'N1'")
    back(trees, file)
    assert [one[:2] for one in attached(trees)] == [
        ("T2", "a.jpg"), ("T1", "late.jpg"), ("N1", "good.jpg"),
    ]  # fmt: skip
    assert [one[1] for one in inbox(trees)] == ["no_picture", "file_missing"]
