"""What is refused is a page for somebody at a browser, and JSON for a program."""

from __future__ import annotations

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from services.portal.words import words
from tests.portal.conftest import watched

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]
BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}


@pytest.mark.parametrize("path", ["/nowhere", "/report/parcel/none", "/ogc/collections/none/items"])
def test_somebody_at_a_browser_is_led_on(client: httpx.Client, path: str) -> None:
    answer = client.get(path, params={"lang": "pl"}, headers=BROWSER)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert words("pl")["refused_404"] in answer.text
    assert 'href="/map?lang=pl"' in answer.text


def test_the_reason_is_told(client: httpx.Client) -> None:
    address = "/ogc/collections/tree/items?lang=en&heigth=3"
    told = client.get(address).json()["description"]
    page = client.get(address, headers=BROWSER)
    assert page.status_code == 400
    assert told.split('"')[-1].strip() in page.text


@pytest.mark.parametrize("given", [{}, {"f": "json"}])
def test_programs_get_json(client: httpx.Client, given: dict[str, str]) -> None:
    headers = BROWSER if given else {"Accept": "*/*"}
    answer = client.get("/nowhere", params=given, headers=headers)
    assert answer.status_code == 404
    assert answer.json() == {"code": "NotFound", "description": "Not Found"}


def test_what_is_typed_stays_text(client: httpx.Client) -> None:
    answer = client.get("/report/parcel/<script>alert(1)</script>", headers=BROWSER)
    assert "<script>alert" not in answer.text


def test_the_page_can_be_read_by_all(browser: Browser, town: str) -> None:
    with watched(browser, town, expected=("status of 404",)) as page:
        page.goto("/nowhere?lang=en")
        findings = Axe().run(page).response["violations"]
    assert [one["id"] for one in findings if one["impact"] in ("serious", "critical")] == []


def test_pages_without_an_icon_get_one(client: httpx.Client) -> None:
    answer = client.get("/favicon.ico", follow_redirects=True)
    assert answer.headers["content-type"] == "image/svg+xml"
