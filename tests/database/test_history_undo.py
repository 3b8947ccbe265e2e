"""Taking back a change set, and bringing rows back to a date: as a new change, or refused."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import psycopg
import pytest

from sip import crs
from sip.cli import history as history_verb
from sip.cli import undo as undo_verb
from sip.database.migrate import migrate
from sip.errors import UsageError
from sip.load import area
from tests.conftest import Project

pytestmark = pytest.mark.database

TREE = """\
geometry: Point
name_field: no
fields:
  no: {type: text, title: {pl: Nr, en: No}}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
"""
VISIT = """\
fields:
  tree: {type: integer, title: {pl: Drzewo, en: Tree}}
  note: {type: text, title: {pl: Uwagi, en: Notes}}
relations: [{field: tree, to: tree, on_delete: cascade}]
"""
PLANT = (
    "INSERT INTO town.tree (no, height_m, geom)"
    " VALUES ('A', 5, st_setsrid(st_makepoint(7470000, 5640000), 2178));"
    "INSERT INTO town.visit (tree, note) SELECT max(id), 'seen' FROM town.tree"
)


@pytest.fixture
def trees(project: Project) -> Project:
    project.declare("tree", TREE)
    project.declare("visit", VISIT)
    migrate(project.load(), project.settings)
    project.sql(PLANT)
    return project


def newest(project: Project) -> int:
    (number,) = project.sql("SELECT max(id) FROM sip.changeset")[0]
    assert isinstance(number, int)
    return number


def undo(project: Project, changeset: int) -> int:
    (count,) = project.sql(f"SELECT sip.undo({changeset})", "sip_editor")[0]
    assert isinstance(count, int)
    return count


def rows(project: Project) -> list[tuple[object, ...]]:
    return project.sql("SELECT id, no, height_m, row_version FROM town.tree ORDER BY 1")


def test_a_change_is_taken_back_as_a_new_version(trees: Project) -> None:
    trees.sql("UPDATE town.tree SET height_m = 6")
    changed = newest(trees)
    assert undo(trees, changed) == 1
    assert rows(trees) == [(1, "A", 5.0, 3)]
    said = trees.sql("SELECT who, comment FROM sip.changeset ORDER BY id DESC LIMIT 1")
    assert said == [("sip_editor", f"undo of change set {changed}")]
    assert trees.sql("SELECT * FROM sip.verify()") == []


def test_deleted_rows_come_back_with_what_pointed_at_them(trees: Project) -> None:
    trees.sql("DELETE FROM town.tree")
    assert undo(trees, newest(trees)) == 2
    assert rows(trees) == [(1, "A", 5.0, 2)]
    assert trees.sql("SELECT tree, note FROM town.visit") == [(1, "seen")]


def test_added_rows_go_with_what_points_at_them(trees: Project) -> None:
    trees.sql(PLANT)
    assert undo(trees, newest(trees)) == 2
    assert [row[0] for row in rows(trees)] == [1]


def test_an_undo_can_be_undone(trees: Project) -> None:
    trees.sql("DELETE FROM town.tree")
    undo(trees, newest(trees))
    assert undo(trees, newest(trees)) == 2
    assert rows(trees) == []


def test_a_later_edit_of_another_field_is_kept(trees: Project) -> None:
    trees.sql("UPDATE town.tree SET height_m = 6")
    changed = newest(trees)
    trees.sql("UPDATE town.tree SET no = 'B'")
    undo(trees, changed)
    assert rows(trees) == [(1, "B", 5.0, 4)]


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        ("UPDATE town.tree SET height_m = 7", r"tree 1: height_m changed later: sip_owner, \d{4}-"),
        ("DELETE FROM town.tree", "tree 1: deleted later: sip_owner"),
    ],
)
def test_a_later_edit_of_the_same_is_a_conflict(trees: Project, later: str, reason: str) -> None:
    trees.sql("UPDATE town.tree SET height_m = 6")
    changed = newest(trees)
    trees.sql(later)
    before = rows(trees)
    with pytest.raises(psycopg.Error, match=reason) as caught:
        undo(trees, changed)
    assert caught.value.sqlstate == "SIP03"
    assert rows(trees) == before


def test_rows_in_an_area_are_brought_back_to_a_date(trees: Project) -> None:
    (then,) = trees.sql("SELECT clock_timestamp()::text")[0]
    trees.sql("UPDATE town.tree SET height_m = 6, geom = st_translate(geom, 5000, 0)")
    trees.sql("UPDATE town.tree SET no = 'B'")
    trees.sql(PLANT)
    area = "st_buffer('SRID=2178;POINT(7470000 5640000)'::geometry, 10)"
    (count,) = trees.sql(f"SELECT sip.restore('tree', '{then}', area => {area})", "sip_editor")[0]
    assert count == 2
    assert rows(trees) == [(1, "A", 5.0, 4)]


def test_a_named_row_is_brought_back_to_a_date(trees: Project) -> None:
    (then,) = trees.sql("SELECT clock_timestamp()::text")[0]
    trees.sql("DELETE FROM town.tree")
    trees.sql(f"SELECT sip.restore('tree', '{then}', ids => ARRAY[1]::bigint[])", "sip_editor")
    assert rows(trees) == [(1, "A", 5.0, 2)]


def test_who_may_not_edit_may_not_undo(trees: Project) -> None:
    trees.sql("UPDATE town.tree SET height_m = 6")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        trees.sql(f"SELECT sip.undo({newest(trees)})", "sip_public")


def test_the_commands_list_show_take_back_restore_and_verify(
    trees: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (then,) = trees.sql('SELECT to_char(clock_timestamp(), \'YYYY-MM-DD"T"HH24:MI:SS.US"Z"\')')[0]
    trees.sql("UPDATE town.tree SET height_m = 6")
    changed = str(newest(trees))

    def sip(*words: str) -> tuple[object, str]:
        parser = argparse.ArgumentParser()
        module = undo_verb if words[0] == "undo" else history_verb
        module.arguments(parser)
        code = module.run(parser.parse_args(words[1:]), trees.settings)
        return code, capsys.readouterr().out

    assert "tree: 1 made, 1 ended" in sip("history", "list")[1]
    assert sip("history", "show", changed) == (0, "update tree 1 (height_m)\n")
    assert sip("undo", changed, "--dry-run") == (0, "update tree 1 (height_m)\n")
    assert sip("undo", changed)[0] == 0
    trees.sql("UPDATE town.tree SET no = 'B'")
    box = "SRID=2178;POLYGON((7469990 5639990, 7470010 5639990, 7470010 5640010, 7469990 5639990))"
    assert sip("history", "restore", "tree", "--to", str(then), "--area", box)[0] == 0
    assert rows(trees) == [(1, "A", 5.0, 5)]
    code, said = sip("history", "verify")
    assert code == 0
    head = said.split()[-1]
    assert sip("history", "verify", "--head", head)[0] == 0
    assert sip("history", "verify", "--head", "00" * 32)[0] == 1


def test_an_area_is_a_box_a_text_a_row_or_a_file(trees: Project, tmp_path: Path) -> None:
    trees.sql("UPDATE town.tree SET no = 'A' WHERE id = 1")
    degrees = crs.transformer(2178, crs.CRS84_CODE).transform
    (west, south), (east, north) = degrees(7469990, 5639990), degrees(7470010, 5640010)
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    file = tmp_path / "area.geojson"
    file.write_text(json.dumps({"type": "Polygon", "coordinates": [ring]}))
    corners = ", ".join(f"{x} {y}" for x, y in ring)
    given = (f"{west},{south},{east},{north}", f"POLYGON(({corners}))", str(file), "tree=A")
    with psycopg.connect(trees.settings.dsn()) as connection:
        for text in given:
            shape = area.read(text, trees.load(), connection)
            found = connection.execute("SELECT id FROM town.tree WHERE geom && %s", [shape])
            assert found.fetchall() == [(1,)], text
    metres = "POLYGON((7469990 5639990, 7470010 5639990, 7470010 5640010, 7469990 5639990))"
    for wrong, reason in (
        (metres, "SRID=2178;"),
        ("round here", "it may be"),
        ("tree=B", "called"),
    ):
        with (
            pytest.raises(UsageError, match=reason),
            psycopg.connect(trees.settings.dsn()) as connection,
        ):
            area.read(wrong, trees.load(), connection)
