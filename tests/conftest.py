"""One fixture per noun. Everything outside the process is real."""

from __future__ import annotations

import dataclasses
import itertools
import os
import shutil
import tempfile
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import hypothesis
import psycopg
import pytest
from psycopg import sql

from sip import catalogue as catalogues
from sip.catalogue import Catalogue
from sip.database import cluster as clusters
from sip.settings import Role, Settings
from tests.installation import ROOT, Server, counted, running

_TEMPLATE = "sip_template"
_numbers = itertools.count()
_NEEDS = {"cluster": "database", "server": "server", "browser": "browser", "open_in_qgis": "qgis"}

hypothesis.settings.register_profile("patient", deadline=None)  # a busy machine is no fault
hypothesis.settings.load_profile("patient")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests of a file share a worker, and so the fixtures of their module.

    What a test needs is marked by the fixtures that it asks for.
    """
    for item in items:
        for fixture, mark in _NEEDS.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(mark)
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))


@pytest.fixture(scope="session")
def cluster(testrun_uid: str) -> Iterator[Settings]:
    """A private cluster, one for all workers of a run; its database is a template to copy.

    Roles are the cluster's: the groups of a town made up for a test have names of their own or
    the members that the project's have, or its migration takes from `steward` what was given.
    """
    # Not below tmp_path: that is closed to the system user that the server runs as.
    folder = Path(tempfile.gettempdir()) / f"sip-test-{testrun_uid[:12]}"
    folder.mkdir(exist_ok=True, mode=0o755)
    settings = Settings(project=folder, state=folder / "s", database=_TEMPLATE)
    with counted(folder, 1):
        fresh = not settings.cluster.exists()
        if fresh:
            settings.state.mkdir(exist_ok=True)
        clusters.ensure(settings)
        if fresh:
            _forget_durability(settings)
    yield settings
    with counted(folder, -1) as users:
        if users == 0:
            clusters.stop(settings)
            shutil.rmtree(folder)


@pytest.fixture(scope="session")
def server(testrun_uid: str) -> Iterator[Server]:
    """The demo area at a small scale, running: database, workers, MapServer, nginx; for reading.

    Its state folder stays, so that the next run only starts it.
    """
    with running(ROOT / ".sip" / "tests", testrun_uid, mode="demo") as one:
        yield one


@pytest.fixture
def database(cluster: Settings) -> Iterator[Settings]:
    """Settings of an empty database of the test's own, with roles and extensions; no project."""
    with _database(cluster) as settings:
        yield settings


@pytest.fixture(scope="module")
def module_database(cluster: Settings) -> Iterator[Settings]:
    """As `database`, but shared by the tests of a module that only read."""
    with _database(cluster) as settings:
        yield settings


@contextmanager
def _database(cluster: Settings) -> Iterator[Settings]:
    name = f"t_{os.getpid()}_{next(_numbers)}"
    state = cluster.state.parent / name
    state.mkdir()
    (state / "run").symlink_to(cluster.run)
    settings = dataclasses.replace(cluster, state=state, database=name)
    _administer(cluster, sql.SQL("CREATE DATABASE {} TEMPLATE {}"), name, _TEMPLATE)
    clusters.prepare(clusters.superuser_dsn(settings))  # privileges are not copied
    yield settings
    _administer(cluster, sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)
    shutil.rmtree(state)


def _administer(cluster: Settings, statement: sql.SQL, *names: str) -> None:
    dsn = clusters.superuser_dsn(cluster, "postgres")
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(statement.format(*map(sql.Identifier, names)))


def _forget_durability(cluster: Settings) -> None:
    """Let a test's cluster lose its data when the machine fails: three times as fast."""
    dsn = clusters.superuser_dsn(cluster, "postgres")
    with psycopg.connect(dsn, autocommit=True) as connection:
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {name} = off".encode())
        connection.execute("ALTER SYSTEM SET shared_buffers = '64MB'")
        connection.execute("SELECT pg_reload_conf()")


@dataclasses.dataclass(frozen=True)
class Project:
    """A project of the test's own with one theme, `town`, over an empty database."""

    settings: Settings

    def declare(self, layer: str, text: str) -> None:
        """Write (or write anew) a layer file; `text` is its YAML below title and abstract."""
        head = "title: {pl: Warstwa, en: Layer}\nabstract: {pl: Test., en: Test.}\n"
        self.write(f"layers/town/{layer}.yaml", head + textwrap.dedent(text))

    def write(self, file: str, text: str) -> Path:
        """Write a file of the project."""
        path = self.settings.project / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    def remove(self, file: str) -> None:
        """Remove a file of the project."""
        (self.settings.project / file).unlink()

    def load(self) -> Catalogue:
        """Load the catalogue."""
        return catalogues.load(self.settings.project)

    def sql(self, statement: str, role: Role = "sip_owner") -> list[tuple[Any, ...]]:
        """Execute one statement in a transaction of its own."""
        with psycopg.connect(self.settings.dsn(role)) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []


@pytest.fixture
def project(database: Settings, tmp_path: Path) -> Project:
    """A project without layers yet."""
    made = Project(dataclasses.replace(database, project=tmp_path / "project"))
    made.write(
        "layers/_project.yaml",
        """\
        title: {pl: Miasto, en: Town}
        abstract: {pl: Testowe., en: A test.}
        contact: {organisation: {pl: Urząd, en: Office}, email: office@example.org}
        extent: {west: 20.25, south: 50.66, east: 20.98, north: 51.06}
        """,
    )
    made.write(
        "layers/town/_theme.yaml",
        "{title: {pl: Miasto, en: Town}, abstract: {pl: Dane., en: Data.}, order: 1}",
    )
    return made
