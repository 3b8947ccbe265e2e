"""Old versions moved to files and back: sealed, refused before their date, undone after it."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
from pathlib import Path
from typing import Any

import psycopg
import pyarrow.parquet as pq
import pytest

from sip.cli import history as verb
from sip.cli import person
from sip.database import away
from sip.database.changes import Restoration, restore, undo, verify
from sip.database.migrate import migrate
from sip.errors import DatabaseError, NotFound, UsageError
from tests.conftest import Project

pytestmark = pytest.mark.database

TREE = """\
geometry: Point
keep_history_years: 3
fields:
  no: {type: text, title: {pl: Nr, en: No}}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
  planted: {type: date, title: {pl: Posadzono, en: Planted}}
"""
PLANT = (
    "INSERT INTO town.tree (no, height_m, planted, geom)"
    " SELECT 'T' || n, n / 3.0, '2001-02-03', st_setsrid(st_makepoint(7470000 + n, 5640000), 2178)"
    " FROM generate_series(1, 5) AS n"
)
VERSIONS = "SELECT * FROM history.tree ORDER BY id, row_version"


@dataclasses.dataclass(frozen=True)
class Trees:
    """Five trees of four versions each; the fifth was felled after its third."""

    project: Project
    middle: datetime.datetime
    """When the second versions were made, and the third ones not yet."""

    def known(self, at: datetime.datetime, role: str = "sip_public") -> list[tuple[Any, ...]]:
        with psycopg.connect(self.project.settings.dsn(role)) as connection:  # type: ignore[arg-type]
            connection.execute("SELECT set_config('sip.as_of', %s, true)", [at.isoformat()])
            return connection.execute("SELECT * FROM past_pub.tree ORDER BY id").fetchall()

    def moved(self) -> away.Away:
        found = away.archive(self.project.settings, "tree", self.middle)
        assert found is not None
        return found


def instant(project: Project) -> datetime.datetime:
    (moment,) = project.sql("SELECT clock_timestamp()")[0]
    assert isinstance(moment, datetime.datetime)
    return moment


@pytest.fixture
def trees(project: Project) -> Trees:
    project.declare("tree", TREE)
    migrate(project.load(), project.settings)
    project.sql(PLANT)
    project.sql("UPDATE town.tree SET height_m = height_m + 1")
    middle = instant(project)
    project.sql("UPDATE town.tree SET no = no || 'a', geom = st_translate(geom, 0, 9)")
    project.sql("DELETE FROM town.tree WHERE no = 'T5a'")
    project.sql("UPDATE town.tree SET planted = NULL")
    return Trees(project, middle)


def test_versions_go_to_a_file_and_come_back_as_they_were(trees: Trees) -> None:
    project, before, then = trees.project, trees.project.sql(VERSIONS), trees.known(trees.middle)
    moved = trees.moved()
    assert moved.versions == 5  # the first of each; the second ones ended later
    assert [row for row in before if row not in project.sql(VERSIONS)] == [
        row for row in before if row[before_column(project, "row_version")] == 1
    ]
    assert verify(project.settings)[0] == []
    assert trees.known(trees.middle) == then
    assert away.unarchive(project.settings, moved.file).versions == 5
    assert project.sql(VERSIONS) == before
    assert verify(project.settings)[0] == []
    assert away.at_large(project.settings) == []


def before_column(project: Project, name: str) -> int:
    with psycopg.connect(project.settings.dsn()) as connection:
        told = connection.execute("SELECT * FROM history.tree LIMIT 0").description
    assert told is not None
    return [one.name for one in told].index(name)


def test_the_file_is_for_everybody_who_reads_geoparquet(trees: Trees) -> None:
    moved = trees.moved()
    table = pq.read_table(moved.file)
    geo = json.loads(table.schema.metadata[b"geo"])
    assert geo["columns"]["geom"]["crs"]["id"]["code"] == 2178
    assert table.column("height_m").to_pylist() == pytest.approx([n / 3 for n in range(1, 6)])
    beside = json.loads(moved.file.with_suffix(".json").read_text())
    assert (beside["sha256"], beside["versions"]) == (away.old_versions.digest(moved.file), 5)
    assert moved.file.stat().st_mode & 0o077 == 0


def test_what_was_known_before_is_refused_and_not_told_by_halves(trees: Trees) -> None:
    first = trees.middle - datetime.timedelta(days=1)
    assert trees.known(first) == []
    moved = trees.moved()
    for early in (first, moved.before - datetime.timedelta(microseconds=1)):
        with pytest.raises(psycopg.Error, match="jest w archiwum") as caught:
            trees.known(early)
        assert caught.value.sqlstate == "SIP04"
    assert len(trees.known(moved.before)) == 5


def test_later_changes_can_be_undone_and_earlier_ones_are_refused(trees: Trees) -> None:
    project, settings = trees.project, trees.project.settings
    trees.moved()
    sets = [row[0] for row in project.sql("SELECT id FROM sip.changeset ORDER BY id")]
    assert undo(settings, sets[-1]) == 4  # the last update
    assert undo(settings, sets[-2]) == 1  # the felling
    with pytest.raises(DatabaseError, match="is in the archive"):
        undo(settings, sets[1])
    with pytest.raises(DatabaseError, match="is in the archive"):
        restore(settings, Restoration("tree", trees.middle - datetime.timedelta(hours=1), [1]))
    assert restore(settings, Restoration("tree", trees.middle, [1])) == 1
    assert verify(settings)[0] == []


def test_rows_go_on_being_edited_sealed_and_archived(trees: Trees) -> None:
    project, settings = trees.project, trees.project.settings
    first = trees.moved()
    project.sql("UPDATE town.tree SET height_m = 30")
    project.sql("INSERT INTO town.tree (id, no, geom) SELECT 5, 'T5b', geom FROM town.tree LIMIT 1")
    second = away.archive(settings, "tree", instant(project))
    assert second is not None
    assert second.versions == 14
    assert project.sql("SELECT count(*) FROM history.tree") == [(0,)]
    assert verify(settings)[0] == []
    with pytest.raises(UsageError, match="newer versions come back first"):
        away.unarchive(settings, first.file)
    with pytest.raises(UsageError, match="is away already"):
        away.archive(settings, "tree", trees.middle)
    for file in (second.file, first.file):
        away.unarchive(settings, file)
        assert verify(settings)[0] == []
    assert project.sql("SELECT max(row_version) FROM history.tree WHERE id = 5") == [(3,)]


def test_the_last_version_of_a_felled_tree_stays(trees: Trees) -> None:
    project = trees.project
    away.archive(project.settings, "tree", instant(project))
    assert project.sql("SELECT id, row_version FROM history.tree") == [(5, 3)]
    project.sql("INSERT INTO town.tree (id, no, geom) SELECT 5, 'new', geom FROM town.tree LIMIT 1")
    assert project.sql("SELECT row_version FROM town.tree WHERE id = 5") == [(4,)]


def test_an_altered_or_missing_file_is_told_and_does_not_come_back(trees: Trees) -> None:
    settings = trees.project.settings
    moved = trees.moved()
    assert away.verify(settings) == ([f"{moved}, as it was written"], [])
    whole = moved.file.read_bytes()
    moved.file.write_bytes(whole[:-200] + b"\0" + whole[-199:])
    assert away.verify(settings)[1] == [f"{moved}, which was altered"]
    with pytest.raises(NotFound, match="was altered"):
        away.unarchive(settings, moved.file)
    moved.file.unlink()
    assert away.verify(settings)[1] == [f"{moved}, which is not at hand"]


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE sip.away SET versions = 4",
        "UPDATE sip.away SET sha256 = repeat('0', 64)",
        "UPDATE sip.away SET before = before + interval '1 second'",
        "DELETE FROM sip.away",
        "INSERT INTO sip.away SELECT seal, 'tree', now(), 1, file, sha256 FROM sip.away"
        " ON CONFLICT (seal) DO UPDATE SET before = excluded.before",
    ],
)
def test_who_hides_more_than_was_moved_is_found_out(trees: Trees, tampering: str) -> None:
    trees.moved()
    trees.project.sql(tampering)
    assert verify(trees.project.settings)[0] != []


def test_nothing_moves_where_the_history_was_altered(trees: Trees) -> None:
    project = trees.project
    project.sql("UPDATE history.tree SET no = 'other' WHERE id = 1 AND row_version = 1")
    with pytest.raises(DatabaseError, match="refused, and nothing was done"):
        trees.moved()
    assert not list(project.settings.old_history.glob("*"))
    assert project.sql("SELECT count(*) FROM sip.away") == [(0,)]


def test_a_renamed_layer_and_a_changed_field_take_their_old_versions_back(trees: Trees) -> None:
    project, settings = trees.project, trees.project.settings
    moved = trees.moved()
    project.remove("layers/town/tree.yaml")
    plant = TREE.replace("no: {", "number: {renamed_from: no, ")
    plant = plant.replace("{type: number, title: {pl: W", "{type: text, title: {pl: W")
    project.declare("plant", f"renamed_from: tree\n{plant.replace(', unit: m', '')}")
    migrate(project.load(), settings)
    assert verify(settings)[0] == []
    away.unarchive(settings, moved.file)
    assert verify(settings)[0] == []
    told = "SELECT id, number, height_m FROM history.plant WHERE row_version = 1 ORDER BY id"
    assert [(row[0], row[1]) for row in project.sql(told)] == [(n, f"T{n}") for n in range(1, 6)]
    assert project.sql(told)[2][2] == "1"


def test_the_policy_of_the_layer_moves_whole_years(trees: Trees) -> None:
    project, settings = trees.project, trees.project.settings
    assert away.archive_by_policy(settings, project.load()) == []
    # Ten years older, as if it had all been then; the seals are made anew for it.
    project.sql(
        "UPDATE history.tree SET row_from = row_from - interval '10 years',"
        " known = tstzrange(lower(known) - interval '10 years', upper(known) - CASE"
        " WHEN upper(known) = (SELECT max(upper(known)) FROM history.tree) THEN interval '0'"
        " ELSE interval '10 years' END)"
    )
    project.sql("SELECT sip.reseal_layer('tree', 'a test makes it older')")
    (moved,) = away.archive_by_policy(settings, project.load())
    year = datetime.datetime.now(datetime.UTC).year - 3
    assert moved.before == datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
    assert moved.versions == 10
    assert away.archive_by_policy(settings, project.load()) == []
    assert project.sql("SELECT * FROM sip.verify()") == []


def test_the_commands_move_list_prove_and_bring_back(
    trees: Trees, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def sip(*words: str) -> tuple[int, str]:
        parser = argparse.ArgumentParser()
        verb.arguments(parser)
        code = verb.run(parser.parse_args(words), trees.project.settings)
        return code, capsys.readouterr().out

    elsewhere = tmp_path / "elsewhere"
    until = trees.middle.isoformat()
    assert sip("archive", "tree", "--before", until, "--to", str(elsewhere)) == (0, "")
    (file,) = elsewhere.glob("*.parquet")
    assert str(file) in sip("archived")[1]
    assert "as it was written" in sip("verify")[1]
    (held := file.with_name("held")).write_bytes(file.read_bytes())
    file.unlink()
    code, said = sip("verify")  # it was taken elsewhere, and need not be at hand
    assert code == 0
    assert "not at hand" in said
    assert sip("unarchive", str(held)) == (0, "")
    assert sip("archived") == (0, "")


def test_nobody_is_erased_by_halves(
    trees: Trees, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    project = trees.project
    project.declare(
        "tree", f"{TREE}  owner: {{type: text, personal: true, title: {{pl: W, en: O}}}}"
    )
    migrate(project.load(), project.settings)
    project.sql("UPDATE town.tree SET owner = 'Jan Kowalski' WHERE id = 1")
    project.sql("UPDATE town.tree SET owner = NULL WHERE id = 1")
    moved = away.archive(project.settings, "tree", instant(project))
    assert moved is not None

    def sip(*words: str) -> int:
        parser = argparse.ArgumentParser()
        person.arguments(parser)
        return person.run(parser.parse_args(words), project.settings)

    erase = ("erase", "Jan Kowalski", "--reason", "case 12", "--yes")
    with pytest.raises(UsageError, match="sip history unarchive"):
        sip(*erase)
    with pytest.raises(NotFound):
        sip("export", "Jan Kowalski", "-o", str(tmp_path / "jan"))
    assert f"not searched: {moved}" in capsys.readouterr().err
    away.unarchive(project.settings, moved.file)
    assert sip(*erase) == 0
    assert project.sql("SELECT count(*) FROM history.tree WHERE owner = 'Jan Kowalski'") == [(0,)]
    assert verify(project.settings)[0] == []


def test_a_past_day_has_to_be_meant(trees: Trees) -> None:
    tomorrow = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
    with pytest.raises(UsageError, match="has not come yet"):
        away.archive(trees.project.settings, "tree", tomorrow)
    with pytest.raises(NotFound, match="no register"):
        away.archive(trees.project.settings, "nothing", trees.middle)
