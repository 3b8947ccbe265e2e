"""The pages of accounts and the portal's header, in a real browser, by keyboard, on a phone."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from sip.people import keys, register, roles
from tests.account.conftest import PASSWORD
from tests.conftest import Project
from tests.portal.conftest import browser, watched
from tests.portal.test_accessibility import assert_no_findings

__all__ = ["browser"]
pytestmark = [pytest.mark.database, pytest.mark.server, pytest.mark.browser]


def assert_fits(page: Page) -> None:
    assert_no_findings(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def sign_in(page: Page, name: str) -> None:
    """Sign in by keyboard alone, from the header of the portal."""
    page.goto("/?lang=pl")
    page.locator("#account").press("Enter")
    expect(page.locator("#name")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/?lang=pl*")
    expect(page.locator(".account-name")).to_have_text("Anna Żak")


@pytest.mark.parametrize("phone", [False, True])
def test_somebody_signs_in_states_a_purpose_and_signs_out_by_keyboard(
    browser: Browser, site: str, anna: str, phone: bool
) -> None:
    with watched(browser, site, phone=phone) as page:
        sign_in(page, anna)
        page.locator("#account").press("Enter")
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("Plan")
        assert_fits(page)
        dialog.get_by_role("textbox").press_sequentially("Sprawa GK.6220.1.2026")
        page.keyboard.press("Enter")
        expect(page.locator("#account[data-purpose]")).to_be_visible()
        page.locator("#account").press("Enter")
        expect(dialog).to_contain_text("Sprawa GK.6220.1.2026")
        assert_fits(page)
        dialog.get_by_role("button", name="Wyloguj się").press("Enter")
        expect(page.locator(".account-name")).to_have_text("Zaloguj się")


@pytest.mark.parametrize("language", ["pl", "en"])
def test_every_page_of_accounts_is_clean_on_a_phone(
    browser: Browser, site: str, anna: str, office: Project, language: str
) -> None:
    with roles.administrator(office.settings) as connection:
        keys.make(connection, anna, title="Czujniki powietrza", scope="read", groups=["urbanist"],
                  lasts=keys.period("90d"))  # fmt: skip
        token = register.invite(connection, anna)
    with watched(browser, site, phone=True) as page:
        for path in ("sign-in", f"password?token={token}"):
            page.goto(f"/account/{path}{'&' if '?' in path else '?'}lang={language}")
            assert_fits(page)
        sign_in(page, anna)
        for path in ("", "/password"):
            page.goto(f"/account{path}?lang={language}")
            assert_fits(page)


def test_the_header_asks_nothing_of_those_who_only_look(site: str) -> None:
    told = httpx.get(f"{site}/account/me").json()
    assert told == {
        "signed_in": False, "name": "", "role": None, "groups": [], "may_write": False
    }  # fmt: skip
