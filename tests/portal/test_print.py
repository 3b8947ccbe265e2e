"""The map on paper: at a true scale, with what stands on the map, on one sheet."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.portal.seeing import at, open_map, until_drawn

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]
MM_PX = 96 / 25.4
A4_PT = (595, 842)
A3_PT = (842, 1191)


def open_sheet(page: Page, query: str) -> None:
    page.goto(f"/print?{query}")
    page.wait_for_selector("html[data-ready=true]")
    until_drawn(page)


def sheets(page: Page) -> list[tuple[int, int]]:
    """Return the sizes of the pages of the PDF, points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


def test_the_tools_lead_to_the_sheet_of_the_map(page: Page) -> None:
    open_map(page, f"lang=pl&l=tree,plan_zone:0.5&{at(600, 500)}")
    page.locator("#tab-tools").click()
    page.locator("#print").click()
    page.wait_for_selector("html[data-ready=true]")
    until_drawn(page)
    expect(page.locator("#legend h2")).to_have_text(["Drzewa", "Strefy planistyczne"])
    expect(page.locator("#facts")).to_contain_text("1 : 5")
    page.locator("#back").click()
    page.wait_for_selector("html[data-page=map][data-ready=true]")
    assert "l=tree,plan_zone:0.5" in page.url


@pytest.mark.parametrize("denominator", [1000, 5000])
def test_a_millimetre_on_the_sheet_is_one_at_the_scale(page: Page, denominator: int) -> None:
    open_sheet(page, f"lang=en&l=tree&{at(600, 500)}")
    page.locator("#print-scale").select_option(str(denominator))
    until_drawn(page)
    told = page.locator("#bar").inner_text().split()
    length_m = float(told[0].replace(",", "")) * (1000 if told[1] == "km" else 1)
    width_px = page.locator("#bar").evaluate("bar => parseFloat(bar.style.width)")
    assert width_px / MM_PX / 1000 * denominator == pytest.approx(length_m, rel=0.002)


@pytest.mark.parametrize(
    ("paper", "size"),
    [
        ("a4-landscape", A4_PT[::-1]), ("a4-portrait", A4_PT),
        ("a3-landscape", A3_PT[::-1]), ("a3-portrait", A3_PT),
    ],
)  # fmt: skip
def test_it_is_one_sheet_of_the_paper_that_was_chosen(
    page: Page, paper: str, size: tuple[int, int]
) -> None:
    open_sheet(page, f"lang=pl&l=tree&{at(600, 500)}")
    page.locator("#paper").select_option(paper)
    until_drawn(page)
    assert sheets(page) == [size]


def test_the_sheet_says_its_title_day_and_address(page: Page) -> None:
    open_sheet(page, f"lang=pl&l=tree&{at(600, 500)}&valid=2024-05-01&f=tree/20")
    page.locator("#print-title").fill("Drzewa przy szkole")
    expect(page.locator("#sheet-title")).to_have_text("Drzewa przy szkole")
    expect(page.locator("#facts")).to_contain_text("2024")
    expect(page.locator("#address")).to_contain_text("/map?lang=pl&l=tree")


def test_axe_finds_nothing_serious_on_desk_and_phone(page: Page, phone: Page) -> None:
    for one in (page, phone):
        open_sheet(one, f"lang=pl&l=tree,plan_zone&{at(600, 500)}")
        findings = Axe().run(one).response["violations"]
        assert [f["id"] for f in findings if f["impact"] in ("serious", "critical")] == []
        assert one.evaluate("document.documentElement.scrollWidth <= innerWidth")
