from __future__ import annotations

import getpass
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sip.database import cluster as clusters
from sip.errors import DatabaseError
from sip.settings import Settings

pytestmark = pytest.mark.database


@pytest.mark.parametrize("role", ["sip_owner", "sip_editor", "sip_public"])
def test_a_role_is_the_login_of_its_session(database: Settings, role: str) -> None:
    with psycopg.connect(database.dsn(role)) as connection:  # type: ignore[arg-type]
        row = connection.execute("SELECT session_user, current_database()").fetchone()
    assert row == (role, database.database)


def test_the_server_listens_on_no_network_address(database: Settings) -> None:
    with psycopg.connect(database.dsn("sip_public")) as connection:
        row = connection.execute("SELECT current_setting('listen_addresses')").fetchone()
    assert row == ("",)


def test_the_server_does_not_run_as_root(cluster: Settings) -> None:
    pid = (cluster.cluster / "postmaster.pid").read_text().splitlines()[0]
    assert Path(f"/proc/{pid}").stat().st_uid != 0


def test_data_pages_carry_checksums(database: Settings) -> None:
    with psycopg.connect(database.dsn()) as connection:
        assert connection.execute("SHOW data_checksums").fetchone() == ("on",)


def test_accounts_that_are_not_named_are_no_role(cluster: Settings) -> None:
    lines = (cluster.cluster / "pg_ident.conf").read_text().splitlines()
    assert {line.split()[1] for line in lines} == {"root", "sip", getpass.getuser()}


def test_ensuring_twice_changes_nothing(cluster: Settings) -> None:
    before = (cluster.cluster / "postmaster.pid").read_text()
    clusters.ensure(cluster)
    assert (cluster.cluster / "postmaster.pid").read_text() == before


def test_polish_letters_have_both_cases(database: Settings) -> None:
    with psycopg.connect(database.dsn("sip_public")) as connection:
        row = connection.execute("SELECT lower('ŻÓŁĆ'), unaccent('Łódź')").fetchone()
    assert row == ("żółć", "Lodz")


def test_a_cluster_stops_and_starts_with_its_data(open_folder: Path) -> None:
    settings = Settings(project=open_folder, state=open_folder)
    clusters.ensure(settings)
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute("CREATE SCHEMA kept")
    clusters.stop(settings)
    assert not clusters.is_running(settings)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(settings.dsn())
    clusters.ensure(settings)
    with psycopg.connect(settings.dsn()) as connection:
        found = connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = 'kept'").fetchall()
    clusters.stop(settings)
    assert found == [(1,)]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="sip-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_missing_server_program_says_what_to_install() -> None:
    with pytest.raises(DatabaseError, match="apt-get install postgresql"):
        clusters.program("no_such_program")
