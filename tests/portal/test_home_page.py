"""What a visitor meets first."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]
DENOMINATOR_AT_0 = 279_541_132
"""Of tiles that are 512 pixels of 0.28 mm wide, at the equator."""


def test_the_home_page_offers_search_themes_and_a_picture_without_the_map_s_scripts(
    page: Page,
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/?lang=pl")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("searchbox").or_(page.get_by_role("combobox"))).to_be_visible()
    expect(page.locator(".card")).to_have_count(3)
    assert page.locator("#picture img").evaluate("image => image.naturalWidth") > 300
    assert not any("openlayers" in url for url in asked)
    sizes = (page.locator("#picture img").get_attribute("srcset") or "").split(", ")
    pictures = [page.request.get(one.split()[0]) for one in sizes]
    assert all(0 < len(one.body()) <= 60_000 for one in pictures)


def test_the_picture_comes_alive_at_the_first_touch(page: Page) -> None:
    page.goto("/?lang=pl")
    page.locator("#picture").click()
    page.wait_for_selector("html[data-map=idle]")
    expect(page.locator(".home-map canvas").first).to_be_visible()
    expect(page.locator("#picture")).to_have_count(0)
    page.get_by_role("link", name="Otwórz mapę").last.click()
    page.wait_for_selector("html[data-ready=true]")
    assert "l=tree" in page.url


def test_a_theme_opens_on_the_map_with_its_layers(page: Page) -> None:
    page.goto("/?lang=en")
    page.get_by_role("link", name="Planning Plans.").click()
    page.wait_for_selector("html[data-ready=true]")
    expect(page.locator("[data-theme=planning]")).to_have_attribute("open", "")
    assert "l=plan_zone" in page.url


def test_a_search_from_home_ends_on_the_map(page: Page) -> None:
    page.goto("/?lang=pl")
    page.locator("#search").fill("zrodlowa 21")
    page.get_by_role("option").first.click()
    page.wait_for_url(re.compile(r"/map\?.*f=address/"))
    page.wait_for_selector("html[data-ready=true]")
    expect(page.locator("#drawer")).to_contain_text("Źródłowa 21")


def test_what_a_search_engine_needs_stands_in_the_page(page: Page) -> None:
    page.goto("/?lang=en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("link[rel=alternate]").count() == 2
    assert page.title() == "Geoportal of Trialtown"


def test_nothing_stands_inline_in_any_page(page: Page) -> None:
    for path in ("/", "/map", "/accessibility"):
        text = page.request.get(path).text()
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", text)


def test_the_pages_fit_a_phone_and_the_largest_text(phone: Page) -> None:
    for path in ("/?lang=pl", "/accessibility?lang=pl"):
        phone.goto(path)
        for _ in range(3):
            assert phone.evaluate("document.documentElement.scrollWidth") <= 390
            phone.get_by_role("button", name="Wielkość tekstu").tap()


def test_a_theme_that_covers_a_part_opens_there(page: Page) -> None:
    scales = []
    for theme in ("", "&theme=greenery"):
        page.goto(f"/map?lang=en{theme}")
        page.wait_for_selector("html[data-ready=true]")
        found = re.search(r"[?&]s=(\d+)", page.url)
        assert found
        scales.append(int(found[1]))
    whole, part = scales
    assert part < whole


def test_a_theme_opens_so_near_that_something_of_it_is_drawn(page: Page) -> None:
    near = 18

    def only_from_near_by(route: Route) -> None:
        answer = route.fetch()
        told = answer.json()
        for layer in (one for theme in told["themes"] for one in theme["layers"]):
            layer["drawn_from"] = near
        route.fulfill(response=answer, json=told)

    page.route("**/api/catalogue*", only_from_near_by)
    page.goto("/map?lang=en&theme=greenery")
    page.wait_for_selector("html[data-ready=true]")
    found = re.search(r"[?&]s=(\d+)", page.url)
    assert found
    assert int(found[1]) < DENOMINATOR_AT_0 / 2**near
    expect(page.locator(".out-of-scale")).to_have_count(0)
