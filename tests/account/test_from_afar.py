"""QGIS on another computer: people reach the database with their password, programs not."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from sip.database import cluster
from sip.people import passwords, roles
from sip.settings import Settings
from tests.account.conftest import PASSWORD
from tests.installation import free_port

pytestmark = pytest.mark.database


@pytest.fixture
def listening() -> Iterator[Settings]:
    """A private cluster of its own that listens on an address, with one person."""
    # Not below tmp_path: that is closed to the system user that the server runs as.
    folder = Path(tempfile.mkdtemp(prefix="sip-afar-"))
    folder.chmod(0o755)
    settings = Settings(folder, folder / "s", database_listen=f"127.0.0.1:{free_port()}")
    cluster.ensure(settings)
    with psycopg.connect(cluster.superuser_dsn(settings)) as connection:
        roles.make(connection, "anna", may_log_in=True)
        roles.set_verifier(connection, "anna", passwords.scram(PASSWORD))
    yield settings
    cluster.stop(settings)
    shutil.rmtree(folder)


def log_in(settings: Settings, user: str, password: str = PASSWORD) -> str:
    with psycopg.connect(
        host=settings.database_address, port=settings.database_port, dbname=settings.database,
        user=user, password=password,
    ) as connection:  # fmt: skip
        return str(connection.info.user)


def test_people_log_in_from_another_computer_and_programs_do_not(listening: Settings) -> None:
    assert log_in(listening, "anna") == "anna"
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        log_in(listening, "anna", "cztery lipy nad Odrą")
    for program in ("sip_owner", "sip_gateway", "postgres"):
        with pytest.raises(psycopg.OperationalError, match=r"pg_hba\.conf rejects"):
            log_in(listening, program)
    with psycopg.connect(listening.dsn("sip_gateway")) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("sip_gateway",)
