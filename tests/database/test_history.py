"""The history of rows, whoever writes: versions, intervals, change sets, views of the past."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

import psycopg
import pytest

from sip.database.migrate import Losses, migrate
from tests.conftest import Project

pytestmark = pytest.mark.database

TREE = """\
geometry: Point
fields:
  no: {type: text, title: {pl: Nr, en: No}}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m, max: 60}
  owner: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
  note: {type: text, title: {pl: Uwagi, en: Notes}, internal: true}
"""
PLANT = (
    "INSERT INTO town.tree (no, height_m, note, geom)"
    " VALUES ('A1', 5, 'old', st_setsrid(st_makepoint(7470000, 5640000), 2178))"
    " RETURNING id"
)
VERSIONS = (
    "SELECT row_version, height_m, lower(known), upper(known)"
    " FROM versions.tree WHERE id = 1 ORDER BY 1"
)


@pytest.fixture
def trees(project: Project) -> Project:
    project.declare("tree", TREE)
    migrate(project.load(), project.settings)
    return project


def in_one(project: Project, *statements: str, role: str = "sip_editor", **settings: str) -> Any:
    """Execute statements in one transaction; return the rows of the last one."""
    with psycopg.connect(project.settings.dsn(role)) as connection:  # type: ignore[arg-type]
        for name, value in settings.items():
            key = "application_name" if name == "name" else f"sip.{name}"
            connection.execute("SELECT set_config(%s, %s, true)", [key, value])
        for statement in statements:
            done = connection.execute(statement.encode())
        return done.fetchall() if done.description else done.rowcount


def test_a_new_row_is_its_first_version_whatever_the_writer_says(trees: Project) -> None:
    forged = PLANT.replace("(no,", "(row_version, row_from, row_changeset, no,").replace(
        "('A1'", "(7, '1999-01-01', 99, 'A1'"
    )
    in_one(trees, forged)
    rows = trees.sql("SELECT row_version, row_from > now() - interval '1 min' FROM town.tree")
    assert rows == [(1, True)]
    assert trees.sql("SELECT row_changeset IN (SELECT id FROM sip.changeset) FROM town.tree") == [
        (True,)
    ]


def test_a_change_makes_the_next_version_and_keeps_the_former_one(trees: Project) -> None:
    in_one(trees, PLANT)
    in_one(trees, "UPDATE town.tree SET height_m = 6, row_version = 40, row_from = 'epoch'")
    (first, second) = trees.sql(VERSIONS)
    assert (first[:2], second[:2]) == ((1, 5.0), (2, 6.0))
    assert (first[3], second[3]) == (second[2], None)
    assert trees.sql("SELECT no, note FROM history.tree") == [("A1", "old")]


def test_a_change_that_changes_nothing_is_no_new_version(trees: Project) -> None:
    in_one(trees, PLANT)
    assert in_one(trees, "UPDATE town.tree SET height_m = 5, no = 'A1'") == 1
    assert trees.sql("SELECT row_version FROM town.tree") == [(1,)]
    assert trees.sql("SELECT count(*) FROM history.tree") == [(0,)]
    assert len(trees.sql("SELECT * FROM sip.changeset WHERE application <> 'sip migrate'")) == 1


def test_changes_within_one_transaction_keep_every_version_apart(trees: Project) -> None:
    again = PLANT.replace("(no,", "(id, no,").replace("('A1'", "(1, 'A1'")
    in_one(
        trees, PLANT, "UPDATE town.tree SET height_m = 6", "UPDATE town.tree SET height_m = 7",
        "DELETE FROM town.tree", again, "UPDATE town.tree SET height_m = 8",
    )  # fmt: skip
    versions = trees.sql(VERSIONS)
    assert [one[:2] for one in versions] == [(1, 5), (2, 6), (3, 7), (4, 5), (5, 8)]
    assert all(start < end for _v, _h, start, end in versions[:-1])
    assert all(one[3] <= two[2] for one, two in itertools.pairwise(versions))


def test_a_deleted_row_goes_on_where_it_was_left_when_its_id_comes_again(trees: Project) -> None:
    in_one(trees, PLANT)
    in_one(trees, "DELETE FROM town.tree")
    again = PLANT.replace("(no,", "(id, no,").replace("('A1'", "(1, 'A1'")
    in_one(trees, again)
    (first, second) = trees.sql(VERSIONS)
    assert (first[0], second[0]) == (1, 2)
    assert first[3] < second[2]


def test_rows_that_a_truncation_takes_are_in_the_history(trees: Project) -> None:
    trees.sql(PLANT)
    trees.sql("TRUNCATE town.tree RESTART IDENTITY")
    assert trees.sql("SELECT count(*), max(height_m) FROM history.tree") == [(1, 5.0)]
    trees.sql(PLANT)
    assert trees.sql("SELECT id, row_version FROM town.tree") == [(1, 2)]


def test_a_row_keeps_its_id(trees: Project) -> None:
    in_one(trees, PLANT)
    with pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="1 cannot become 9"):
        in_one(trees, "UPDATE town.tree SET id = 9", language="en")


def test_one_transaction_is_one_change_set_with_who_from_where_and_why(trees: Project) -> None:
    in_one(trees, PLANT, PLANT, "DELETE FROM town.tree WHERE id = 1", comment="Spring", name="psql")
    rows = trees.sql(
        "SELECT who, application, comment, layer, made, ended FROM sip.changeset AS c"
        " JOIN sip.change ON changeset = c.id"
    )
    assert rows == [("sip_editor", "psql", "Spring", "tree", 2, 1)]


def test_a_change_set_that_a_savepoint_takes_back_is_not_used_again(trees: Project) -> None:
    in_one(trees, "SAVEPOINT a", PLANT, "ROLLBACK TO a", PLANT)
    rows = trees.sql("SELECT count(*) FROM town.tree JOIN sip.changeset AS c ON c.id=row_changeset")
    assert rows == [(1,)]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO history.tree SELECT * FROM history.tree",
        "UPDATE history.tree SET height_m = 1",
        "DELETE FROM history.tree",
        "UPDATE sip.changeset SET who = 'nobody'",
        "DELETE FROM sip.change",
        "SELECT sip.changeset()",
        "ALTER TABLE town.tree DISABLE TRIGGER USER",
    ],
)
def test_nobody_but_the_owner_writes_history(trees: Project, statement: str) -> None:
    in_one(trees, PLANT)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        in_one(trees, statement)


def test_the_views_of_the_past_show_what_was_known(trees: Project) -> None:
    in_one(trees, PLANT)
    (planted,) = trees.sql("SELECT clock_timestamp()")[0]
    in_one(trees, "UPDATE town.tree SET height_m = 6")
    (grown,) = trees.sql("SELECT clock_timestamp()")[0]
    in_one(trees, "DELETE FROM town.tree")

    def known(view: str, at: datetime.datetime, role: str) -> Any:
        return in_one(trees, f"SELECT height_m FROM {view}", role=role, as_of=at.isoformat())

    for view, role in (("past.tree", "sip_editor"), ("past_pub.tree", "sip_public")):
        assert known(view, planted - datetime.timedelta(hours=1), role) == []
        assert known(view, planted, role) == [(5.0,)]
        assert known(view, grown, role) == [(6.0,)]
        assert known(view, grown + datetime.timedelta(hours=1), role) == []


def test_the_public_past_has_no_more_columns_than_the_public_present(trees: Project) -> None:
    seen = "SELECT attname FROM pg_attribute WHERE attrelid = '{}'::regclass AND attnum > 0"
    now, past, versions = (
        {name for (name,) in trees.sql(seen.format(f"{one}.tree"))}
        for one in ("pub", "past_pub", "versions_pub")
    )
    assert now == past == {"id", "no", "height_m", "geom", "row_version"}
    assert versions == {"id", "no", "height_m", "geom", "known"}
    staff = {name for (name,) in trees.sql(seen.format("past.tree"))}
    assert {"note", "owner"} & staff == {"note"}


@pytest.mark.parametrize("relation", ["town.tree", "past.tree", "versions.tree", "history.tree"])
def test_the_public_cannot_read_the_past_of_staff(trees: Project, relation: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        in_one(trees, f"SELECT 1 FROM {relation}", role="sip_public")


def test_a_field_name_of_the_history_is_refused(project: Project) -> None:
    project.declare("tree", "fields:\n  row_x: {type: text, title: {pl: X, en: X}}\n")
    with pytest.raises(Exception, match='"row_" are of the history'):
        project.load()


def test_rows_that_were_there_before_their_history_are_kept(trees: Project) -> None:
    trees.sql(PLANT)
    trees.sql(
        "DROP SCHEMA history, past, past_pub, versions, versions_pub, changes, changes_pub CASCADE"
    )
    trees.sql("DROP VIEW pub.tree, staff.tree")
    trees.sql("DROP FUNCTION sip.row_changed(), sip.row_removed() CASCADE")
    trees.sql("ALTER TABLE town.tree DROP row_version, DROP row_from, DROP row_changeset")
    trees.sql("DROP TABLE sip.change, sip.changeset CASCADE")
    migrate(trees.load(), trees.settings)
    assert migrate(trees.load(), trees.settings).steps == []
    in_one(trees, "UPDATE town.tree SET height_m = 9")
    assert [one[:2] for one in trees.sql(VERSIONS)] == [(1, 5.0), (2, 9.0)]


def test_the_history_follows_a_renamed_field_and_layer(trees: Project) -> None:
    in_one(trees, PLANT)
    in_one(trees, "UPDATE town.tree SET height_m = 6")
    trees.remove("layers/town/tree.yaml")
    text = TREE.replace("height_m: {", "tall_m: {renamed_from: height_m, ")
    trees.declare("plant", f"renamed_from: tree\n{text}")
    migrate(trees.load(), trees.settings)
    in_one(trees, "UPDATE town.plant SET tall_m = 7")
    trees.sql(PLANT.replace("tree", "plant").replace("height_m", "tall_m"))
    rows = trees.sql("SELECT row_version, tall_m FROM versions.plant WHERE id = 1 ORDER BY 1")
    assert rows == [(1, 5.0), (2, 6.0), (3, 7.0)]
    assert migrate(trees.load(), trees.settings).steps == []


def test_a_field_that_is_gone_stays_in_the_history(trees: Project) -> None:
    in_one(trees, PLANT)
    in_one(trees, "UPDATE town.tree SET note = 'new'")
    trees.declare("tree", TREE[: TREE.index("  note")])
    migrate(trees.load(), trees.settings, losses=Losses.LEFT)
    trees.sql("UPDATE town.tree SET note = 'newer'")
    assert trees.sql("SELECT note FROM history.tree ORDER BY row_version") == [("old",), ("new",)]
    migrate(trees.load(), trees.settings, losses=Losses.ALLOWED)
    in_one(trees, "UPDATE town.tree SET height_m = 8")
    rows = trees.sql("SELECT note, height_m FROM history.tree ORDER BY row_version")
    assert rows == [("old", 5.0), ("new", 5.0), ("newer", 5.0), (None, 5.0)]


def test_a_table_that_is_dropped_takes_its_history_along_only_when_allowed(trees: Project) -> None:
    in_one(trees, PLANT)
    trees.remove("layers/town/tree.yaml")
    migrate(trees.load(), trees.settings)
    trees.sql("DELETE FROM town.tree")
    assert trees.sql("SELECT count(*) FROM history.tree") == [(1,)]
    migrate(trees.load(), trees.settings, losses=Losses.ALLOWED)
    assert trees.sql("SELECT to_regclass('history.tree'), to_regprocedure('history.tree()')") == [
        (None, None)
    ]
