"""A town with groups, and people whose roles go at the end: roles belong to the whole cluster."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from sip.database import cluster as clusters
from sip.database import migrate
from sip.people import register, roles
from tests.conftest import Project

PASSWORD = "cztery lipy nad Wisłą"
_numbers = itertools.count()


@pytest.fixture
def office(project: Project) -> Iterator[Project]:
    """A project with a register that has personal data, migrated; all roles of people go after."""
    project.declare(
        "permit",
        """
        geometry: Point
        rights: {edit: [planner], personal: [planner]}
        fields:
          number: {type: text, title: {pl: Nr, en: No}}
          holder: {type: text, title: {pl: Kto, en: Who}, personal: true}
        """,
    )
    project.write("layers/_groups.yaml", "groups: {planner: {title: {pl: Plan, en: Planner}}}\n")
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
    name = f"anna{os.getpid()}-{next(_numbers)}"
    with roles.administrator(office.settings) as connection:
        register.add(
            connection, office.load(), name, title="Anna Żak", email=f"{name}@office.example",
            groups=["planner"], is_personal=True,
        )  # fmt: skip
        register.set_password(connection, name, PASSWORD)
    return name
