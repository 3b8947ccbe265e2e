"""The private cluster goes back to a moment."""

from __future__ import annotations

import datetime
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from sip.database import cluster as clusters
from sip.database import recovery
from sip.errors import DatabaseError
from sip.settings import Settings

pytestmark = pytest.mark.database


def ask(settings: Settings, statement: str) -> Any:
    with psycopg.connect(settings.dsn()) as connection:
        done = connection.execute(statement.encode())
        return done.fetchall() if done.description else None


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="sip-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="module")
def moments(folder: Path) -> tuple[Path, datetime.datetime]:
    """An archive of a cluster that is gone, and the moment before somebody deleted everything."""
    settings = Settings(project=folder, state=folder / "s", archive=folder / "archive")
    clusters.ensure(settings)
    ask(settings, "CREATE SCHEMA town")
    ask(settings, "CREATE TABLE town.tree AS SELECT n AS id FROM generate_series(1, 5) AS n")
    recovery.copy_cluster(settings, kept=2)
    time.sleep(1.1)  # copies are named by the second
    ask(settings, "INSERT INTO town.tree SELECT 6")
    ((moment,),) = ask(settings, "SELECT clock_timestamp()")
    time.sleep(0.1)
    ask(settings, "DELETE FROM town.tree")
    with psycopg.connect(clusters.superuser_dsn(settings), autocommit=True) as connection:
        row = connection.execute("SELECT pg_walfile_name(pg_switch_wal())").fetchone()
        assert row is not None
        while not (folder / "archive" / "wal" / row[0]).exists():
            time.sleep(0.05)
    clusters.stop(settings)
    return folder / "archive", moment


def test_rows_deleted_by_mistake_are_there_at_the_moment_before(
    folder: Path, moments: tuple[Path, datetime.datetime]
) -> None:
    made = recovery.recover(moments[0], folder / "then", moments[1])
    try:
        assert ask(made, "SELECT count(*), max(id) FROM town.tree") == [(6, 6)]
        ask(made, "INSERT INTO town.tree SELECT 7")
        clusters.stop(made)
        clusters.ensure(made)
        assert ask(made, "SELECT count(*) FROM town.tree") == [(7,)]
    finally:
        clusters.stop(made)


def test_without_a_moment_the_newest_known_state_comes_back(
    folder: Path, moments: tuple[Path, datetime.datetime]
) -> None:
    made = recovery.recover(moments[0], folder / "newest", None)
    try:
        assert ask(made, "SELECT count(*) FROM town.tree") == [(0,)]
    finally:
        clusters.stop(made)


def test_a_moment_before_the_first_copy_is_refused(
    folder: Path, moments: tuple[Path, datetime.datetime]
) -> None:
    long_ago = datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC)
    with pytest.raises(DatabaseError, match="no copy of the cluster from before 2001"):
        recovery.recover(moments[0], folder / "long_ago", long_ago)


def test_a_moment_that_the_log_does_not_reach_is_refused(
    folder: Path, moments: tuple[Path, datetime.datetime]
) -> None:
    later = moments[1] + datetime.timedelta(days=1)
    with pytest.raises(DatabaseError, match="before configured recovery target"):
        recovery.recover(moments[0], folder / "later", later)


def test_without_an_archive_it_says_what_to_set(folder: Path) -> None:
    with pytest.raises(DatabaseError, match="SIP_ARCHIVE"):
        recovery.copy_cluster(Settings(project=folder, state=folder), kept=1)
