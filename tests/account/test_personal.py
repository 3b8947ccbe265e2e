"""What the registers know of one person is found, handed out and erased, in the history too."""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path

import psycopg
import pytest

from sip.cli import person
from sip.errors import DataError, UsageError
from sip.people import personal
from tests.conftest import Project

pytestmark = pytest.mark.database


@pytest.fixture
def kowalski(office: Project) -> int:
    """The id of a permit of Jan Kowalski, which was somebody else's before, and was renumbered."""
    office.sql("DELETE FROM town.permit")
    office.sql("TRUNCATE sip.tombstone")
    (row,) = office.sql(
        "INSERT INTO town.permit (number, holder, geom) VALUES ('1', 'Ewa Nowak',"
        " ST_SetSRID(ST_MakePoint(7500000, 5600000), 2178)) RETURNING id"
    )
    for change in ("holder = 'Jan KOWALSKI, tel. 601 234-567'", "number = '2'"):
        office.sql(f"UPDATE town.permit SET {change} WHERE id = {row[0]}")
    return int(row[0])


@pytest.mark.parametrize("term", ["jan kowalski", "JAN  Kowalski", "601234567", "601-23-45-67"])
def test_a_person_is_found_however_it_is_written(office: Project, kowalski: int, term: str) -> None:
    with psycopg.connect(office.settings.dsn()) as connection:
        finds = personal.find(connection, office.load(), [term])
    own = [one for one in finds if one.id == kowalski]
    assert [(one.version, one.known_to is None) for one in own] == [(3, True), (2, False)]


def run(office: Project, *words: str) -> None:
    parser = argparse.ArgumentParser()
    person.arguments(parser)
    assert person.run(parser.parse_args(words), office.settings) == 0


def test_what_is_known_is_handed_out_in_two_files_for_nobody_else_to_read(
    office: Project, kowalski: int, tmp_path: Path
) -> None:
    only = f"permit/{kowalski}"
    run(office, "export", "Jan Kowalski", "--only", only, "-o", str(tmp_path / "out"))
    whole, table = tmp_path / "out" / "person.json", tmp_path / "out" / "person.csv"
    assert {one.stat().st_mode & 0o777 for one in (whole, table)} == {0o600}
    known = json.loads(whole.read_text())
    assert [(one["id"], one["version"], one["values"]["number"]) for one in known] == [
        (kowalski, 3, "2"),
        (kowalski, 2, "1"),
    ]
    with table.open(newline="") as lines:
        cells = [(row["field"], row["value"]) for row in csv.DictReader(lines)]
    assert ("Kto", "Jan KOWALSKI, tel. 601 234-567") in cells


def test_an_erasure_does_not_hide_that_the_history_was_altered(
    office: Project, kowalski: int
) -> None:
    alter = "UPDATE history.permit SET holder = '{}' WHERE id = {} AND row_version = 1"
    office.sql(alter.format("Ktoś inny", kowalski))
    with psycopg.connect(office.settings.dsn()) as connection:
        finds = personal.find(connection, office.load(), ["Jan Kowalski"])
        with pytest.raises(DataError, match="not as it was sealed"):
            personal.erase(connection, office.load(), finds, who="inspector", reason="a case")
    office.sql(alter.format("Ewa Nowak", kowalski))


def test_nothing_is_erased_without_being_asked_for(office: Project, kowalski: int) -> None:
    run(office, "erase", "Jan Kowalski", "--reason", "a case", "--dry-run")
    with pytest.raises(UsageError, match="--yes"):
        run(office, "erase", "Jan Kowalski", "--reason", "a case")
    assert office.sql("SELECT * FROM sip.tombstone") == []


def test_an_erasure_leaves_a_tombstone_and_no_value_anywhere(
    office: Project, kowalski: int
) -> None:
    with psycopg.connect(office.settings.dsn()) as connection:
        finds = personal.find(connection, office.load(), ["Jan Kowalski"])
        personal.erase(connection, office.load(), finds, who="inspector", reason="case 12/2026")
    assert office.sql("SELECT * FROM sip.verify()") == [], "the seal was told"
    assert ("erasure: case 12/2026",) in office.sql("SELECT reason FROM sip.seal")
    everything = str(
        [
            office.sql(f"SELECT * FROM {place}")
            for place in ("town.permit", "history.permit", "sip.tombstone", "sip.changeset")
        ]
    ).lower()
    assert "kowalski" not in everything
    assert "601 234" not in everything
    assert "ewa nowak" in everything, "what was somebody else's stays"
    stones = office.sql("SELECT row_id, row_version, fields, who, reason FROM sip.tombstone")
    said = (["holder"], "inspector", "case 12/2026")
    assert sorted(one for one in stones if one[0] == kowalski) == [
        (kowalski, 2, *said),
        (kowalski, 3, *said),
    ]
    assert office.sql("SELECT number, holder, row_version FROM town.permit") == [("2", None, 4)]
    assert ("erasure: case 12/2026",) in office.sql("SELECT comment FROM sip.changeset")


def test_who_read_personal_data_is_forgotten_after_the_years_of_the_setting(
    office: Project,
) -> None:
    office.sql("TRUNCATE account.personal_access")
    office.sql(
        "INSERT INTO account.personal_access (at, person, purpose) SELECT now() - age, 'anna', 'x'"
        " FROM unnest(ARRAY[interval '5 years 1 day', '4 years 364 days', '0']) AS age"
    )
    with psycopg.connect(office.settings.dsn()) as connection:
        assert personal.forget_readings(connection, office.settings.personal_access_years) == 1
    assert office.sql("SELECT count(*) FROM account.personal_access") == [(2,)]
