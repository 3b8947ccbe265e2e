"""What is stored is text on the map, too: in search, in the drawer, in the table."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from playwright.sync_api import Page, expect

from sip.settings import Settings
from tests.portal.seeing import open_map

pytestmark = [pytest.mark.database, pytest.mark.browser]
EVIL = '<img src=x onerror="window.evil=1"></td><b id=evil>Zła\'" ${7*7} {{7*7}}'


@pytest.fixture
def poisoned(settings: Settings) -> Iterator[None]:
    with psycopg.connect(settings.dsn(), autocommit=True) as connection:
        row = connection.execute("SELECT name FROM land.street WHERE id = 1").fetchone()
        assert row is not None
        connection.execute("UPDATE land.street SET name = %s WHERE id = 1", [EVIL])
        yield
        connection.execute("UPDATE land.street SET name = %s WHERE id = 1", row)


def test_a_stored_value_is_text_wherever_the_portal_shows_it(page: Page, poisoned: None) -> None:
    open_map(page, "lang=pl&l=street&t=street")
    expect(page.locator("#table")).to_contain_text("onerror=")
    page.locator("#search").fill("zla onerror")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("onerror=")
    option.click()
    expect(page.locator("#drawer")).to_contain_text("onerror=")
    assert page.evaluate("() => window.evil") is None
    assert page.locator("#evil").count() == 0
