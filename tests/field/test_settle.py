"""Conflicts end by a decision; what somebody may not write stays in the inbox."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from sip.errors import DataError, NotFound, UnknownName, UsageError
from sip.field import inbox as inboxes
from sip.field import settle
from sip.field.checkin import checkin
from sip.field.checkout import checkout
from sip.field.session import acting
from sip.field.settle import Decision
from tests.conftest import Project
from tests.field.conftest import back, edit, inbox, row

pytestmark = pytest.mark.database


def decide(trees: Project, decision: Decision, person: str | None = None) -> None:
    """Settle the latest conflict."""
    with acting(trees.settings, person) as connection:
        latest = inboxes.listed(connection)[0]
        settle.resolve(connection, latest.id, decision, trees.load())


def test_each_attribute_gets_the_side_that_is_chosen(trees: Project, file: Path) -> None:
    trees.sql("UPDATE town.tree SET kind = 'ash', height_m = 20, crown_m = 2 WHERE no = 'T1'")
    edit(file, "UPDATE tree SET kind = 'elm', height_m = 30, crown_m = 3 WHERE fid = 1")
    back(trees, file)
    with pytest.raises(UsageError, match="nothing is decided about height_m, crown_m"):
        decide(trees, Decision(fields={"kind": "mine"}))
    decide(trees, Decision("theirs", {"kind": "mine"}, {"crown_m": 2.5}))
    assert row(trees, "T1") == ("elm", 20.0, 2.5)
    assert inbox(trees) == []
    (said,) = trees.sql("SELECT state, resolved_by::text, ours ->> 'height_m' FROM sip.conflict")
    assert said == ("resolved", "sip_owner", "30.0")
    with pytest.raises(IndexError):
        decide(trees, Decision("mine"))


def test_a_decision_that_breaks_a_rule_leaves_the_conflict_open(trees: Project, file: Path) -> None:
    edit(file, "UPDATE tree SET crown_m = 99 WHERE fid = 2")
    back(trees, file)
    with pytest.raises(DataError, match="The crown is below the top"):
        decide(trees, Decision("mine"))
    assert len(inbox(trees)) == 1
    decide(trees, Decision("mine", values={"crown_m": 1}))
    assert row(trees, "T2") == ("oak", 12.0, 1.0)
    assert str(back(trees, file)) == "nothing new in the file"


def test_rows_come_back_or_go_as_is_decided(trees: Project, file: Path) -> None:
    trees.sql("DELETE FROM town.tree WHERE no = 'T3'")
    edit(file, "UPDATE tree SET kind = 'elm' WHERE fid = 3")
    back(trees, file)
    decide(trees, Decision("mine"))
    assert row(trees, "T3", "id, kind, height_m") == (3, "elm", 13.0)
    trees.sql("UPDATE town.tree SET kind = 'ash' WHERE no = 'T4'")
    edit(file, "DELETE FROM tree WHERE fid = 4")
    back(trees, file)
    decide(trees, Decision("mine"))
    assert trees.sql("SELECT no FROM town.tree WHERE id = 4") == []


def test_a_row_that_waited_for_another_finds_it(trees: Project, file: Path) -> None:
    edit(file, "INSERT INTO tree (no, height_m, crown_m, geom)"
               " SELECT 'N1', 1, 9, geom FROM tree WHERE fid = 1")  # fmt: skip
    edit(file, "INSERT INTO visit (tree_id, note) SELECT fid, 'new' FROM tree WHERE no = 'N1'")
    back(trees, file)
    assert len(inbox(trees)) == 2
    for decision in (Decision("mine", values={"crown_m": 0.5}), Decision("mine")):
        with acting(trees.settings, None) as connection:
            oldest = inboxes.listed(connection)[-1]
            settle.resolve(connection, oldest.id, decision, trees.load())
    assert trees.sql("SELECT no, note FROM town.visit JOIN town.tree AS t ON t.id = tree_id") == [
        ("N1", "new")
    ]


def test_a_person_takes_along_what_she_sees_and_writes_what_she_may(
    project: Project, worker: str, tmp_path: Path
) -> None:
    known, settings = project.load(), project.settings
    file = tmp_path / "field.gpkg"
    with pytest.raises(UnknownName):
        checkout(["safe"], "20,50,21,51", file, known, settings, person=worker)
    with pytest.raises(UsageError, match="no person"):
        checkout(["tree"], "20,50,21,51", file, known, settings, person="nobody.here")
    assert not file.exists()
    taken = checkout(["tree", "hut"], "hut=T2", file, known, settings, person=worker)
    assert taken.rows == {"tree": 1, "hut": 1}
    edit(file, "UPDATE tree SET kind = 'elm'")
    edit(file, "UPDATE hut SET kind = 'elm'")
    with pytest.raises(UsageError, match="already"):
        checkout(["tree"], "20,50,21,51", file, known, settings, person=worker)
    report = checkin(file, known, settings)
    assert report.done == {("tree", "update"): 1, ("hut", "inbox"): 1}
    assert project.sql("SELECT layer, reason, who::text FROM sip.conflict") == [
        ("hut", "right", worker)
    ]
    assert project.sql(
        "SELECT who, application FROM sip.changeset WHERE application = 'sip checkin'"
    ) == [(worker, "sip checkin")]
    # nobody lets the file be taken in with another's rights
    edit(file, "UPDATE sip_checkout SET person = NULL")
    with pytest.raises(UsageError, match=f"--as {worker}"):
        checkin(file, known, settings)
    # she sees her own conflict, may not force it, and nobody without the right sees it at all
    with pytest.raises(DataError, match="no right"):
        decide(project, Decision("mine"), worker)
    assert len(inbox(project)) == 1
    with psycopg.connect(settings.dsn("sip_editor")) as steward:
        assert steward.execute("SELECT layer FROM sip.inbox").fetchall() == [("hut",)]
        with pytest.raises(NotFound):
            inboxes.one(steward, 10**6)
    with (
        pytest.raises(psycopg.errors.InsufficientPrivilege),
        psycopg.connect(settings.dsn("sip_public")) as everybody,
    ):
        everybody.execute("SELECT FROM sip.conflict")
