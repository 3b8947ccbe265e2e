"""The town of the services' tests, and what PostgreSQL was asked while they were asked."""

from __future__ import annotations

import dataclasses
import re
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest
from psycopg import sql

from sip.database import cluster as clusters
from sip.settings import Settings
from tests.services.conftest import fill, free_port, serving, write_project

_ENTRY = re.compile(r"^\d{4}-\d\d-\d\d [\d:.]+ UTC \[\d+\] \S* ", re.MULTILINE)


@dataclasses.dataclass(frozen=True)
class Heard:
    """PostgreSQL's own log of the statements of one database's public role."""

    log: Path
    settings: Settings

    def statements(self, since: int = 0) -> list[str]:
        """Return the text of every statement written down after a place in the log."""
        text = self.log.read_bytes()[since:].decode(errors="replace")
        entries = _ENTRY.split(text)
        return [one for one in entries if one.startswith(("LOG:  statement:", "LOG:  execute"))]

    def here(self) -> int:
        """Return the present end of the log."""
        time.sleep(0.05)  # the server writes it down just after it answers
        return self.log.stat().st_size


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("town")


@pytest.fixture(scope="module")
def heard(module_database: Settings, cluster: Settings) -> Iterator[Heard]:
    """The statements of everybody's role, without their bound values, from now on."""
    with psycopg.connect(clusters.superuser_dsn(cluster, "postgres"), autocommit=True) as one:
        database = sql.Identifier(module_database.database)
        for setting in ("log_statement = 'all'", "log_parameter_max_length = 0"):
            one.execute(
                sql.SQL(f"ALTER ROLE sip_public IN DATABASE {{}} SET {setting}").format(database)
            )
        yield Heard(cluster.cluster / "start.log", module_database)
        one.execute(sql.SQL("ALTER ROLE sip_public IN DATABASE {} RESET ALL").format(database))


@pytest.fixture(scope="module")
def town(module_database: Settings, heard: Heard, folder: Path) -> Iterator[str]:
    """The origin of a server over the town, whose statements are heard."""
    settings = dataclasses.replace(module_database, project=folder)
    fill(write_project(folder), settings)
    with serving(settings, free_port()) as origin:
        yield origin


@pytest.fixture(scope="module")
def client(town: str) -> Iterator[httpx.Client]:
    """An HTTP client of the town's server."""
    with httpx.Client(base_url=town, timeout=30) as one:
        yield one
