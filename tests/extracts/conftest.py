"""The town of the reports, whose office issues extracts, and a planner of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest
from psycopg import sql

from sip import catalogue as catalogues
from sip.database import cluster as clusters
from sip.people import register as people
from sip.people import roles
from sip.settings import Settings
from tests.conftest import ROOT
from tests.portal.conftest import browser, page, phone, published, town
from tests.report.town import FILES, ROWS

__all__ = ["browser", "page", "phone", "town"]

NAME = f"planner{os.getpid()}"
PASSWORD = "osiem topoli nad Nidą"
_EXTRACT = """
    title: Wypis i wyrys
    number: "T.{number}.{year}"
    basis: ustawa
    basis_source: {status: memory}
    topics: [plan]
    kept_in: plan_extract
    map: [plan_zone, parcel]
    scale_field: scale
    scale_denominator: 1000
    fee:
      source: {status: memory}
      text: [{most_pages: 5, pln: 30}, {pln: 50}]
      drawing_sheet_pln: 20
      drawing_most_pln: 200
    """


@pytest.fixture(scope="module")
def settings(
    module_database: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """The published town with its planner, who is gone afterwards."""
    own = (ROOT / "layers" / "planning" / "plan_extract.yaml").read_text()
    files = {
        **FILES,
        "layers/_groups.yaml": """
            groups:
              planner: {title: {pl: Planista, en: Planner}}
              steward: {title: {pl: Opiekun, en: Steward}, includes: [planner]}
            """,
        "layers/planning/plan_extract.yaml": own,
        "documents/extract.yaml": _EXTRACT,
    }
    found = published(module_database, tmp_path_factory.mktemp("town"), files)
    with psycopg.connect(found.dsn()) as connection:
        connection.execute(ROWS.encode())
    with roles.administrator(found) as connection:
        people.add(
            connection, catalogues.load(found.project), NAME,
            title="Ewa Żak", email="ewa@town.invalid", groups=["planner"],
        )  # fmt: skip
        people.set_password(connection, NAME, PASSWORD)
    yield found
    with psycopg.connect(clusters.superuser_dsn(found)) as connection:
        connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(NAME)))


@pytest.fixture
def planner(town: str) -> Iterator[httpx.Client]:
    """A browser of the planner's, that says where its forms come from."""
    headers = {"Origin": town}
    with httpx.Client(base_url=town, headers=headers, auth=(NAME, PASSWORD), timeout=60) as made:
        yield made


@pytest.fixture
def empty(settings: Settings) -> Path:
    """Nothing issued and nothing remembered; return the folder of files."""
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute("DELETE FROM planning.plan_extract")
        connection.execute("DELETE FROM history.plan_extract")
    return settings.files
