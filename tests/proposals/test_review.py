"""Nothing enters a register by itself; who accepts is named by the history."""

from __future__ import annotations

from pathlib import Path

import pytest

from sip.database.migrate import migrate
from sip.errors import DataError, NotFound, UsageError
from sip.field.session import acting
from sip.proposals import review
from sip.proposals.review import Rule
from tests.conftest import Project
from tests.field.conftest import TREE
from tests.proposals.conftest import decide, flown, planted, proposed, waiting

pytestmark = pytest.mark.database
FLIGHT = ((10.4, 0, 11.2, 0.9), (20, 1, 14, 0.8), (100, 0, 7, 0.7), (104, 40, 3, 0.2))
"""T1 as it is, T2 two metres higher, two trees that nobody knows."""


@pytest.fixture
def flight(trees: Project, tmp_path: Path) -> Path:
    return flown(tmp_path / "trees.parquet", *FLIGHT)


def test_a_flight_is_joined_to_rows_and_nothing_is_written(trees: Project, flight: Path) -> None:
    summary = proposed(trees, flight)
    assert (summary.found, summary.matched) == (4, 2)
    assert summary.added == {"new": 2, "changed": 1, "gone": 0}
    changed, one, other = waiting(trees)
    assert (changed.kind, changed.row_id, changed.distance_m) == ("changed", 2, pytest.approx(1))
    assert (changed.before, changed.said) == ({"height_m": 12.0}, {"height_m": 14.0})
    assert (one.kind, one.row_id, one.near_id) == ("new", None, 5)
    assert one.distance_m == pytest.approx(50)
    assert other.confidence == 0.2
    assert trees.sql("SELECT count(*), max(row_version) FROM town.tree") == [(5, 1)]


def test_the_same_file_again_changes_nothing(trees: Project, flight: Path) -> None:
    proposed(trees, flight)
    decide(trees, waiting(trees)[0].id, accepts=True)
    again = proposed(trees, flight)
    assert sum(again.added.values()) == 0
    assert len(waiting(trees)) == 2


def test_what_is_accepted_is_written_under_the_name_of_who_accepts(
    project: Project, worker: str, tmp_path: Path
) -> None:
    project.sql("DELETE FROM town.tree")
    planted(project)
    first = project.sql("SELECT min(id) FROM town.tree")[0][0]
    proposed(project, flown(tmp_path / "trees.parquet", *FLIGHT), person=worker)
    changed, new, other = waiting(project, worker)
    assert decide(project, changed.id, person=worker, accepts=True) == first + 1
    with pytest.raises(DataError, match="Number"):
        decide(project, new.id, person=worker, accepts=True)
    made = decide(project, new.id, person=worker, accepts=True, filled={"no": "N1"})
    decide(project, other.id, person=worker, accepts=False, note="a bush")
    assert project.sql(f"SELECT no, height_m FROM town.tree WHERE id = {made}") == [("N1", 7.0)]
    assert project.sql(
        "SELECT who, comment FROM sip.changeset WHERE id IN"
        f" (SELECT row_changeset FROM town.tree WHERE id IN ({first + 1}, {made})) ORDER BY id"
    ) == [(worker, f"proposal {one.id} of run 2026") for one in (changed, new)]
    assert project.sql(
        "SELECT state, decided_by, note FROM sip.proposal WHERE state = 'rejected'"
    ) == [("rejected", worker, "a bush")]
    assert waiting(project, worker) == []


def test_the_same_decision_again_changes_nothing_another_one_is_refused(
    trees: Project, flight: Path
) -> None:
    proposed(trees, flight)
    changed = waiting(trees)[0].id
    row = decide(trees, changed, accepts=True)
    assert decide(trees, changed, accepts=True) == row
    assert trees.sql("SELECT height_m, row_version FROM town.tree WHERE id = 2") == [(14.0, 2)]
    with pytest.raises(DataError, match="sip_owner"):
        decide(trees, changed, accepts=False)


def test_a_row_that_was_changed_since_is_told_and_not_overwritten(
    trees: Project, flight: Path
) -> None:
    proposed(trees, flight)
    changed = waiting(trees)[0]
    trees.sql("UPDATE town.tree SET height_m = 13 WHERE id = 2")
    with acting(trees.settings, None) as connection:
        assert review.versions(connection, [changed]) == {changed.id: 2}
    with pytest.raises(DataError, match="wiersz 2 zmienił"):
        decide(trees, changed.id, accepts=True)
    assert trees.sql("SELECT height_m FROM town.tree WHERE id = 2") == [(13.0,)]
    decide(trees, changed.id, accepts=True, seen=2)
    assert trees.sql("SELECT height_m, row_version FROM town.tree WHERE id = 2") == [(14.0, 3)]


def test_a_row_that_is_gone_is_told(trees: Project, flight: Path) -> None:
    proposed(trees, flight)
    trees.sql("DELETE FROM town.tree WHERE id = 2")
    with pytest.raises(DataError, match="wiersza 2 już nie ma"):
        decide(trees, waiting(trees)[0].id, accepts=True)


def test_felled_trees_end_as_is_said_or_are_deleted(trees: Project, tmp_path: Path) -> None:
    file = flown(tmp_path / "felled.parquet", (10, 0, 11, 0.9), (20, 0, 12, 0.9), (90, 0, 1, 0.9))
    said = proposed(trees, file, aim="gone", set_={"kind": "felled"})
    assert (said.added["gone"], said.left_out) == (2, 1)
    one, other = waiting(trees)
    decide(trees, one.id, accepts=True)
    assert trees.sql("SELECT kind FROM town.tree WHERE id = 1") == [("felled",)]
    trees.sql("UPDATE sip.proposal SET said = '{}' WHERE state = 'open'")
    decide(trees, other.id, accepts=True)
    assert trees.sql("SELECT count(*) FROM town.tree WHERE id = 2") == [(0,)]


def test_a_rule_decides_many_and_tells_what_is_refused(trees: Project, tmp_path: Path) -> None:
    rows = [(100 + 10 * n, 0, 5.0 + n, 0.5 + n / 10) for n in range(5)]
    numbers = ["N0", "N1", "T1", "N3", "N4"]
    proposed(trees, flown(tmp_path / "t.parquet", *rows, no=numbers))
    with acting(trees.settings, None) as connection:
        rule = Rule("tree", "2026", "new", least_confidence=0.6, least_distance_m=55)
        done, refused = review.decide_by_rule(connection, rule, accepts=True)
    assert done == 3
    assert [why for why in refused.values() if "duplicate" in why] != []
    assert len(waiting(trees)) == 2
    assert trees.sql("SELECT count(DISTINCT row_changeset) FROM town.tree WHERE id > 5") == [(1,)]


def test_precision_and_recall_come_from_the_decisions(trees: Project, flight: Path) -> None:
    proposed(trees, flight)
    gone = flown(flight.with_name("gone.parquet"), (30, 0, 1, 0.9), (40, 0, 1, 0.9))
    proposed(trees, gone, aim="gone")
    with acting(trees.settings, None) as connection:
        runs = review.standings(connection)
        assert {(one.precision, review.recall(one, runs)) for one in runs} == {(None, None)}
    for one in waiting(trees):
        accepts = one.kind == "changed" or one.row_id == 3 or one.confidence == 0.7
        decide(trees, one.id, accepts=accepts, filled={"no": "N"} if one.kind == "new" else {})
    with acting(trees.settings, None) as connection:
        runs = review.standings(connection)
        present = next(one for one in runs if one.aim == "present")
        felled = next(one for one in runs if one.aim == "gone")
        assert present.precision == pytest.approx(3 / 4)  # T1, T2, one new; the bush is wrong
        assert felled.precision == pytest.approx(1 / 2)
        assert review.recall(present, runs) == pytest.approx(3 / 5)  # T4 and T5 stand, unmet
        assert review.recall(felled, runs) is None


def test_only_who_may_edit_the_register_sees_and_decides(
    project: Project, worker: str, tmp_path: Path
) -> None:
    file = flown(tmp_path / "t.parquet", (3000, 0, 7, 0.7), no=["H1"])
    with acting(project.settings, None) as connection:
        from sip.field.part import parts
        from sip.proposals.adding import Run, add
        from sip.proposals.found import Reading, read_found
        from tests.proposals.conftest import NOTHING

        (hut,) = parts(project.load(), ["hut"], connection)
        found = read_found(file, hut, Reading({}, {}))
        add(connection, hut, found, Run("2026", "t"), lambda one: NOTHING)
    assert len(waiting(project)) == 1
    assert waiting(project, worker) == []
    with pytest.raises(NotFound, match="not for you"):
        decide(project, waiting(project)[0].id, person=worker, accepts=True)
    with acting(project.settings, worker) as connection:
        (hut,) = parts(project.load(), ["hut"], connection)
        with pytest.raises(UsageError, match="may not edit"):
            add(connection, hut, found, Run("x", "t"), lambda one: NOTHING)


def test_personal_fields_are_no_fields_of_a_flight(trees: Project, tmp_path: Path) -> None:
    file = flown(tmp_path / "t.parquet", (100, 0, 7, 0.7), owner=["Jan Kowalski"])
    proposed(trees, file)
    assert waiting(trees)[0].said == {"height_m": 7.0}
    with pytest.raises(UsageError, match='no field "owner"'):
        proposed(trees, file, set_={"owner": "Jan"})


def test_objects_that_another_register_knows_are_left_out(trees: Project, tmp_path: Path) -> None:
    project, rows = trees, [(100.0, 0.0, 7.0, 0.7), (200.0, 0.0, 7.0, 0.7), (10.0, 0.0, 7.0, 0.7)]
    project.declare("hut", TREE)
    migrate(project.load(), project.settings)
    project.sql(
        "INSERT INTO town.hut (no, geom)"
        " VALUES ('H', ST_SetSRID(ST_MakePoint(7470200, 5640001), 2178))"
    )
    said = proposed(project, flown(tmp_path / "t.parquet", *rows), without="hut")
    assert (said.left_out, dict(said.added)) == (1, {"new": 1, "changed": 1, "gone": 0})
