"""A town with groups, and people whose roles go at the end: roles belong to the whole cluster."""

from __future__ import annotations

import dataclasses
import itertools
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import psycopg
import pytest
import uvicorn
from psycopg import sql

from services.gateway.app import create
from sip import publish
from sip.database import cluster as clusters
from sip.database import migrate
from sip.people import register, roles
from sip.settings import Settings
from tests.conftest import Project

PROJECT = """\
title: {pl: Miasto, en: Town}
abstract: {pl: Testowe., en: A test.}
contact: {organisation: {pl: Urząd, en: Office}, email: office@example.org}
extent: {west: 20.25, south: 50.66, east: 20.98, north: 51.06}
"""
THEME = "{title: {pl: Miasto, en: Town}, abstract: {pl: Dane., en: Data.}, order: 1}"
PASSWORD = "cztery lipy nad Wisłą"
_numbers = itertools.count()


@pytest.fixture(scope="module")
def office(
    module_database: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Project]:
    """A project with a register that has personal data, migrated; all roles of people go after."""
    folder = tmp_path_factory.mktemp("office")
    project = Project(dataclasses.replace(module_database, project=folder))
    project.write("layers/_project.yaml", PROJECT)
    project.write("layers/town/_theme.yaml", THEME)
    project.declare(
        "permit",
        """
        geometry: Point
        visible: true
        rights: {edit: [urbanist], personal: [urbanist]}
        fields:
          number: {type: text, title: {pl: Nr, en: No}}
          holder: {type: text, title: {pl: Kto, en: Who}, personal: true}
        """,
    )
    project.write("layers/_groups.yaml", "groups: {urbanist: {title: {pl: Plan, en: Planner}}}\n")
    migrate.migrate(project.load(), project.settings)
    yield project
    dsn = clusters.superuser_dsn(project.settings)
    with psycopg.connect(dsn) as connection:
        rows = connection.execute(
            "SELECT role FROM account.person UNION SELECT role FROM account.key"
        )
        for (role,) in rows.fetchall():
            for one in (f"{role}.personal", role):
                if roles.exists(connection, one):
                    connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(one)))


@pytest.fixture
def anna(office: Project) -> str:
    """The name of a planner who may read personal data and has a password."""
    office.sql("TRUNCATE account.attempt, account.personal_access")
    name = f"anna{os.getpid()}-{next(_numbers)}"
    with roles.administrator(office.settings) as connection:
        register.add(
            connection, office.load(), name, title="Anna Żak", email=f"{name}@office.example",
            groups=["urbanist"], is_personal=True,
        )  # fmt: skip
        register.set_password(connection, name, PASSWORD)
    return name


@contextmanager
def running(settings: Settings, port: int = 0) -> Iterator[str]:
    """Run the application over a published project; yield its origin."""
    server = uvicorn.Server(uvicorn.Config(create(settings), log_level="warning"))
    with socket.create_server(("127.0.0.1", port)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def site(office: Project) -> Iterator[str]:
    """The origin of the office's services."""
    publish.publish(office.load(), office.settings)
    with running(office.settings) as origin:
        yield origin


@pytest.fixture
def client(site: str) -> Iterator[httpx.Client]:
    """A browser without pages: it keeps cookies and says where its forms come from."""
    with httpx.Client(base_url=site, headers={"Origin": site}, timeout=30) as made:
        yield made
