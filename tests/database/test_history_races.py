"""Many writers at once, and writers that are killed: no version is lost or out of order."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip.database.migrate import migrate
from tests.conftest import Project

pytestmark = pytest.mark.database

TREE = "fields:\n  no: {type: text, title: {pl: Nr, en: No}}\n"
OUT_OF_ORDER = """
SELECT a.id, a.row_version, a.known, b.known FROM versions.tree AS a
JOIN versions.tree AS b ON b.id = a.id AND b.row_version > a.row_version
WHERE a.known && b.known OR upper(a.known) > lower(b.known) OR isempty(a.known)
"""
GAPS = """
SELECT id FROM versions.tree GROUP BY id
HAVING count(*) <> max(row_version) OR min(row_version) <> 1
"""
WRITES = {
    "insert": "INSERT INTO town.tree (id, no) VALUES ({id}, '{no}') ON CONFLICT DO NOTHING",
    "update": "UPDATE town.tree SET no = '{no}' WHERE id = {id}",
    "delete": "DELETE FROM town.tree WHERE id = {id}",
}
EDITS = st.tuples(st.sampled_from(sorted(WRITES)), st.integers(1, 2), st.sampled_from("abc"))


@pytest.fixture
def trees(project: Project) -> Project:
    project.declare("tree", TREE)
    migrate(project.load(), project.settings)
    return project


def assert_whole(project: Project) -> None:
    assert project.sql(OUT_OF_ORDER) == []
    assert project.sql(GAPS) == []
    assert project.sql("SELECT * FROM sip.verify()") == []


@settings(
    max_examples=25, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(st.lists(st.lists(EDITS, min_size=1, max_size=4), min_size=1, max_size=5))
def test_whatever_is_written_versions_follow_each_other(
    trees: Project, transactions: list[list[tuple[str, int, str]]]
) -> None:
    for edits in transactions:
        trees.sql("; ".join(WRITES[verb].format(id=key, no=no) for verb, key, no in edits))
    assert_whole(trees)


def test_writers_of_the_same_rows_at_once_keep_order(trees: Project) -> None:
    failures: list[BaseException] = []

    def write(seed: int) -> None:
        verbs = sorted(WRITES)
        with psycopg.connect(trees.settings.dsn(), autocommit=True) as connection:
            for number in range(40):
                verb = verbs[(seed + number * 7) % 3]
                statement = WRITES[verb].format(id=number % 2 + 1, no=f"{seed}-{number}")
                try:
                    connection.execute(statement.encode())
                except (psycopg.errors.SerializationFailure, psycopg.errors.UniqueViolation):
                    continue
                except psycopg.Error as error:
                    failures.append(error)

    threads = [threading.Thread(target=write, args=(seed,)) for seed in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failures == []
    assert_whole(trees)


def test_a_writer_that_is_killed_leaves_whole_change_sets_or_none(trees: Project) -> None:
    code = (
        "import psycopg, sys\n"
        "with psycopg.connect(sys.argv[1], autocommit=True) as c:\n"
        "    for n in range(100000):\n"
        "        with c.transaction():\n"
        "            c.execute('INSERT INTO town.tree (no) VALUES (%s)', [str(n)])\n"
        "            c.execute('UPDATE town.tree SET no = no || \\'x\\' WHERE no = %s', [str(n)])\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, trees.settings.dsn()])
    counted = "SELECT count(*) FROM town.tree"
    end = time.monotonic() + 30
    while trees.sql(counted)[0][0] < 20:
        assert time.monotonic() < end
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    busy = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    while trees.sql(busy)[0][0] > 1:
        assert time.monotonic() < end
        time.sleep(0.05)
    halves = "SELECT changeset FROM sip.change WHERE (made, ended) <> (2, 1)"
    assert trees.sql(halves) == []
    assert_whole(trees)
