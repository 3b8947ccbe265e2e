"""The seal of the history: what is altered behind the triggers' back is found, and named."""

from __future__ import annotations

import psycopg
import pytest

from sip.database import cluster as clusters
from sip.database.migrate import Losses, migrate
from tests.conftest import Project

pytestmark = pytest.mark.database

TREE = """\
geometry: Point
fields:
  no: {type: text, title: {pl: Nr, en: No}}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
"""
PLANT = (
    "INSERT INTO town.tree (no, height_m, geom)"
    " VALUES ('{}', 5, st_setsrid(st_makepoint(7470000, 5640000), 2178))"
)


@pytest.fixture
def trees(project: Project) -> Project:
    """Two trees; the first one was changed once, a third one was felled."""
    project.declare("tree", TREE)
    migrate(project.load(), project.settings)
    for no in ("A", "B", "C"):
        project.sql(PLANT.format(no))
    project.sql("UPDATE town.tree SET height_m = 6 WHERE id = 1")
    project.sql("DELETE FROM town.tree WHERE id = 3")
    return project


def found(project: Project) -> list[tuple[object, ...]]:
    statement = "SELECT layer, id, row_version, problem FROM sip.verify() ORDER BY 1, 2, 3, 4"
    return project.sql(statement)


def behind_the_back(project: Project, statement: str) -> None:
    """Do what only a superuser can: without triggers and checks."""
    with psycopg.connect(clusters.superuser_dsn(project.settings)) as connection:
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute(statement.encode())


def test_what_was_not_touched_is_sound(trees: Project) -> None:
    assert found(trees) == []
    assert trees.sql("SELECT layer, made, ended FROM sip.change ORDER BY changeset") == [
        ("tree", 1, 0), ("tree", 1, 0), ("tree", 1, 0), ("tree", 1, 1), ("tree", 0, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE town.tree SET no = 'X' WHERE id = 2", ("tree", 2, 1, "altered")),
        ("UPDATE town.tree SET geom = st_translate(geom, 0, 0.001) WHERE id = 2",
         ("tree", 2, 1, "altered")),
        ("DELETE FROM town.tree WHERE id = 2", ("tree", 2, 1, "removed")),
        ("UPDATE history.tree SET height_m = 9 WHERE id = 1", ("tree", 1, 1, "altered")),
        ("UPDATE history.tree SET known = tstzrange(lower(known), upper(known) + '1 s')"
         " WHERE id = 1", ("tree", 1, 1, "the end of its version was altered")),
        ("UPDATE sip.changeset SET who = 'nobody' WHERE id = 2",
         (None, None, None, "what the change set says of itself was altered")),
        ("DELETE FROM sip.seal WHERE number = 2",
         (None, None, None, "seal 3: the one before it was removed")),
        ("UPDATE sip.sealed SET made = '' WHERE seal = 2",
         (None, None, None, "seal 2: altered, or what it covers, or the one before it")),
        ("ALTER TABLE town.tree DISABLE TRIGGER row_changed",
         ("tree", None, None, "trigger row_changed is missing or disabled")),
    ],
)  # fmt: skip
def test_what_was_altered_behind_the_back_is_named(
    trees: Project, statement: str, finding: tuple[object, ...]
) -> None:
    behind_the_back(trees, statement)
    assert finding in found(trees)


def test_a_row_that_was_slipped_in_is_named(trees: Project) -> None:
    behind_the_back(
        trees, PLANT.format("D").replace("(no,", "(row_changeset, no,").replace("('", "(2, '")
    )
    assert found(trees) == [("tree", 4, 1, "slipped in")]


def test_a_deleted_version_is_missed_in_what_made_it_and_in_what_ended_it(trees: Project) -> None:
    behind_the_back(trees, "DELETE FROM history.tree WHERE id = 1")
    assert found(trees) == [
        ("tree", 1, 1, "removed"), ("tree", 1, 1, "the end of its version was removed")
    ]  # fmt: skip


def test_a_change_set_that_was_sealed_before_its_end_takes_no_more(trees: Project) -> None:
    with pytest.raises(psycopg.Error, match="is sealed"):
        trees.sql(f"{PLANT.format('D')}; SET CONSTRAINTS ALL IMMEDIATE; {PLANT.format('E')}")


def test_what_was_sealed_anew_for_a_reason_is_sound(trees: Project) -> None:
    behind_the_back(trees, "UPDATE history.tree SET no = NULL WHERE id = 1")
    trees.sql("SELECT sip.reseal(ARRAY[1, 2]::bigint[], 'erased on request 7')")
    assert found(trees) == []
    assert trees.sql("SELECT reason FROM sip.seal WHERE reason <> ''") == [("erased on request 7",)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        trees.sql("SELECT sip.reseal(ARRAY[1]::bigint[], 'me too')", "sip_editor")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  height_m: {", "  tall_m: {renamed_from: height_m, "),
        ("geometry: Point", "geometry: MultiPoint"),
        (TREE.splitlines()[3] + "\n", ""),
        ("  height_m", "  old: {type: boolean, title: {pl: S, en: O}, default: false}\n  height_m"),
        ("height_m: {type: number", "height_m: {type: text"),
    ],
)
def test_a_migration_keeps_the_seal(trees: Project, before: str, after: str) -> None:
    assert before in TREE
    trees.declare("tree", TREE.replace(before, after).replace("}, unit: m", "}"))
    migrate(trees.load(), trees.settings, losses=Losses.ALLOWED)
    assert found(trees) == []


def test_a_migration_does_not_seal_what_was_altered(trees: Project) -> None:
    behind_the_back(trees, "UPDATE town.tree SET no = 'X' WHERE id = 2")
    trees.declare("tree", TREE.replace("geometry: Point", "geometry: MultiPoint"))
    with pytest.raises(Exception, match="sip history verify"):
        migrate(trees.load(), trees.settings)
