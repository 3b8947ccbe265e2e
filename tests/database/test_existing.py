"""An existing PostGIS instead of the private cluster: SIP_DATABASE_URL."""

from __future__ import annotations

import dataclasses

import psycopg
import pytest

from sip.database import cluster as clusters
from sip.database.migrate import migrate
from sip.errors import DatabaseError
from tests.conftest import Project

pytestmark = pytest.mark.database


@pytest.fixture
def elsewhere(project: Project) -> Project:
    """The same project, over a database that is reached as its owner, whoever that is."""
    address = clusters.superuser_dsn(project.settings)
    settings = dataclasses.replace(project.settings, database_url=address)
    clusters.ensure(settings)
    return Project(settings)


def test_services_take_on_the_public_role_there(elsewhere: Project) -> None:
    elsewhere.declare(
        "stove",
        "access: internal\nfields:\n  kind: {type: text, title: {pl: R, en: K}}\n",
    )
    migrate(elsewhere.load(), elsewhere.settings)
    assert migrate(elsewhere.load(), elsewhere.settings).steps == []
    assert elsewhere.sql("SELECT current_user::text", "sip_public") == [("sip_public",)]
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        elsewhere.sql("SELECT * FROM town.stove", "sip_public")


def test_a_database_that_does_not_answer_is_named_without_a_traceback(project: Project) -> None:
    nowhere = dataclasses.replace(project.settings, database_url="postgresql:///x?host=/nowhere")
    with pytest.raises(DatabaseError, match="does not answer"):
        clusters.ensure(nowhere)
    with pytest.raises(DatabaseError, match="does not answer"):
        migrate(project.load(), nowhere)
