"""A file goes out, both sides edit, and it comes back: nothing of it is lost."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest

from sip.database import cluster
from sip.errors import DatabaseError, DataError
from sip.field import geopackage
from tests.conftest import Project
from tests.field.conftest import back, edit, inbox, row

pytestmark = pytest.mark.database


def test_the_file_holds_rows_with_their_ids_and_no_personal_data(
    trees: Project, file: Path
) -> None:
    with sqlite3.connect(file) as db:
        assert db.execute("SELECT fid, no FROM tree WHERE no = 'T2'").fetchall() == [(2, "T2")]
        columns = [one[1] for one in db.execute("PRAGMA table_info(tree)")]
        dump = "\n".join(db.iterdump())
    assert "owner" not in columns
    assert "Jan" not in dump
    assert trees.sql("SELECT ids, versions FROM sip.checkout_layer WHERE layer = 'tree'") == [
        ([1, 2, 3, 4, 5], [1, 1, 1, 1, 1])
    ]


def test_a_file_that_was_not_edited_brings_nothing(trees: Project, file: Path) -> None:
    before = trees.sql("SELECT * FROM town.tree ORDER BY id")
    assert str(back(trees, file)) == "nothing new in the file"
    assert trees.sql("SELECT * FROM town.tree ORDER BY id") == before


def test_both_sides_edits_meet_in_one_row(trees: Project, file: Path) -> None:
    trees.sql("UPDATE town.tree SET kind = 'ash' WHERE no = 'T1'")
    edit(file, "UPDATE tree SET height_m = 33.25, sick = 1 WHERE fid = 1")
    back(trees, file)
    assert row(trees, "T1", "kind, height_m, sick, row_version") == ("ash", 33.25, True, 3)
    assert trees.sql("SELECT comment FROM sip.changeset WHERE application = 'sip checkin'")[0][
        0
    ].startswith("checkin field.gpkg, checkout ")


def test_what_cannot_be_merged_or_breaks_a_rule_is_in_the_inbox(trees: Project, file: Path) -> None:
    trees.sql("UPDATE town.tree SET kind = 'ash' WHERE no IN ('T1', 'T3')")
    trees.sql("DELETE FROM town.tree WHERE no = 'T4'")
    edit(file, "UPDATE tree SET kind = 'elm', height_m = 50 WHERE fid = 1")
    edit(file, "UPDATE tree SET crown_m = 99 WHERE fid = 2")
    edit(file, "DELETE FROM tree WHERE fid = 3")
    edit(file, "UPDATE tree SET kind = 'elm' WHERE fid = 4")
    edit(file, "UPDATE tree SET kind = 'elm' WHERE fid = 5")
    report = back(trees, file)
    assert inbox(trees) == [
        (1, "both_changed", ["kind"]),
        (2, "crown_below_top", []),
        (4, "deleted_there", ["kind"]),
        (3, "changed_there", []),
    ]
    assert row(trees, "T1") == ("ash", 50.0, None)
    assert row(trees, "T3")[0] == "ash"
    assert row(trees, "T5")[0] == "elm"
    assert report.done["tree", "inbox"] == 4
    words = trees.sql("SELECT reason_pl, reason_en FROM sip.conflict WHERE row_id = 2")
    assert words == [("Korona jest niżej niż wierzchołek.", "The crown is below the top.")]


def test_new_rows_find_each_other_and_get_ids_of_the_server(trees: Project, file: Path) -> None:
    edit(
        file,
        "INSERT INTO tree (no, kind, geom) SELECT 'N1', 'lime', geom FROM tree WHERE fid = 1",
    )
    edit(file, "INSERT INTO visit (tree_id, note) SELECT fid, 'new' FROM tree WHERE no = 'N1'")
    edit(file, "INSERT INTO visit (tree_id, note) VALUES (2, 'old')")
    back(trees, file)
    assert trees.sql("SELECT no, note FROM town.visit JOIN town.tree t ON t.id = tree_id") == [
        ("N1", "new"),
        ("T2", "old"),
    ]
    assert row(trees, "N1", "id") == (6,)


def test_taking_a_file_in_twice_changes_nothing(trees: Project, file: Path) -> None:
    edit(file, "UPDATE tree SET crown_m = 99 WHERE fid = 2")
    edit(file, "UPDATE tree SET kind = 'elm' WHERE fid = 5")
    edit(file, "DELETE FROM tree WHERE fid = 1")
    edit(file, "INSERT INTO tree (no, geom) SELECT 'N1', geom FROM tree WHERE fid = 2")
    back(trees, file)
    state = "SELECT * FROM town.tree ORDER BY id", "SELECT * FROM sip.conflict"
    once = [trees.sql(one) for one in state]
    assert str(back(trees, file)) == "nothing new in the file"
    assert [trees.sql(one) for one in state] == once


def test_a_rehearsal_says_what_would_be_done_and_does_nothing(trees: Project, file: Path) -> None:
    edit(file, "UPDATE tree SET kind = 'elm' WHERE fid = 5")
    assert back(trees, file, is_rehearsal=True).done["tree", "update"] == 1
    assert row(trees, "T5")[0] == "oak"
    assert back(trees, file).done["tree", "update"] == 1


def test_later_edits_of_the_same_file_are_merged_against_what_it_said_before(
    trees: Project, file: Path
) -> None:
    edit(file, "UPDATE tree SET kind = 'elm', crown_m = 99 WHERE fid = 2")
    edit(file, "INSERT INTO tree (no, height_m, crown_m, geom)"
               " SELECT 'N1', 5, 9, geom FROM tree WHERE fid = 2")  # fmt: skip
    back(trees, file)
    assert row(trees, "T2") == ("oak", 12.0, None)
    assert len(inbox(trees)) == 2
    edit(file, "UPDATE tree SET crown_m = 3 WHERE no IN ('T2', 'N1')")
    back(trees, file)
    assert row(trees, "T2") == ("elm", 12.0, 3.0)
    assert row(trees, "N1") == (None, 5.0, 3.0)
    assert inbox(trees) == []
    edit(file, "UPDATE tree SET kind = 'ash' WHERE no = 'N1'")
    back(trees, file)
    assert row(trees, "N1") == ("ash", 5.0, 3.0)


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda db: db.execute("DROP TABLE tree"), "is not as it was"),
        (lambda db: db.execute("DROP TABLE sip_checkout"), "was not made by sip checkout"),
    ],
)
def test_a_file_that_lost_a_table_is_refused_as_a_whole(
    trees: Project, file: Path, harm: Callable[[sqlite3.Connection], Any], said: str
) -> None:
    edit(file, "UPDATE tree SET kind = 'elm' WHERE fid = 5")
    with geopackage.opened(file) as db:
        harm(db)
    with pytest.raises(DataError, match=said):
        back(trees, file)
    assert row(trees, "T5")[0] == "oak"


def test_a_checkin_that_is_cut_off_in_the_middle_is_done_by_the_next_one(
    trees: Project, file: Path
) -> None:
    edit(file, "UPDATE tree SET kind = 'elm'")
    edit(file, "INSERT INTO tree (no, geom) SELECT 'N1', geom FROM tree WHERE fid = 2")
    failed: list[Exception] = []

    def take_in() -> None:
        try:
            back(trees, file)
        except DatabaseError as error:
            failed.append(error)

    with psycopg.connect(trees.settings.dsn()) as other:
        other.execute("SELECT FROM town.tree WHERE no = 'T3' FOR UPDATE")
        thread = threading.Thread(target=take_in)
        thread.start()
        while not _cut_off_who_waits(trees):
            time.sleep(0.05)
        thread.join()
    assert failed
    assert trees.sql("SELECT count(*) FROM town.tree WHERE kind = 'elm' OR no = 'N1'") == [(0,)]
    back(trees, file)
    assert trees.sql("SELECT count(*) FROM town.tree WHERE kind = 'elm' OR no = 'N1'") == [(6,)]


def _cut_off_who_waits(trees: Project) -> bool:
    with psycopg.connect(cluster.superuser_dsn(trees.settings)) as connection:
        found = connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        ).fetchall()
    return bool(found)
