"""The town of the reports, published and served."""

from __future__ import annotations

import psycopg
import pytest

from sip import catalogue
from sip.database import counting
from sip.settings import Settings
from tests.portal.conftest import browser, client, page, phone, published, town
from tests.report.town import FILES, ROWS

__all__ = ["browser", "client", "page", "phone", "town"]


@pytest.fixture(scope="module")
def settings(module_database: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The published town with its rows."""
    found = published(module_database, tmp_path_factory.mktemp("town"), FILES)
    with psycopg.connect(found.dsn()) as connection:
        connection.execute(ROWS.encode())
        counting.refresh(connection, catalogue.load(found.project), ["plan_zone", "paper", "flood"])
    return found
