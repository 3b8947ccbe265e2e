"""Usable by keyboard, by touch, by those who see little or nothing."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.portal.seeing import at, open_map, until_drawn

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]
LEAST_TARGET_PX = 44
VIEWS = (
    "/?lang=pl",
    "/accessibility?lang=en",
    f"/map?lang=pl&l=tree,plan_zone&{at(600, 500)}&f=tree/20&t=tree",
    "/map?lang=en&theme=land",
)


def show(page: Page, path: str) -> None:
    page.goto(path)
    if path.startswith("/map"):
        page.wait_for_selector("html[data-ready=true]")
        until_drawn(page)


def assert_no_findings(page: Page) -> None:
    findings = Axe().run(page).response["violations"]
    serious = [
        f"{one['id']}: {node['html'][:160]}"
        for one in findings
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert serious == []


@pytest.mark.parametrize("path", VIEWS)
@pytest.mark.parametrize("contrast", ["normal", "high"])
def test_axe_finds_nothing_serious(page: Page, path: str, contrast: str) -> None:
    show(page, path)
    if contrast == "high":
        page.locator("#contrast").click()
    assert_no_findings(page)


@pytest.mark.parametrize("pane", ["legend", "results", "tools"])
def test_axe_finds_nothing_serious_in_a_tab(page: Page, pane: str) -> None:
    show(page, f"/map?lang=pl&l=tree,plan_zone&{at(600, 500)}")
    page.locator(f"#tab-{pane}").click()
    assert_no_findings(page)


@pytest.mark.parametrize("path", VIEWS)
def test_targets_are_large_enough_for_a_finger(phone: Page, path: str) -> None:
    show(phone, path)
    small = phone.evaluate(
        """least => [...document.querySelectorAll(
            'button, select, input, summary, .card, header a, .action')]
        .filter(one => one.checkVisibility() && !one.closest('.visually-hidden')
            && !['checkbox', 'range', 'hidden'].includes(one.type))
        .map(one => [one.getBoundingClientRect(), one.outerHTML.slice(0, 120)])
        .filter(([box]) => box.height > 0 && (box.height < least || box.width < least - 8))
        .map(([box, html]) => `${box.width}x${box.height} ${html}`)""",
        LEAST_TARGET_PX,
    )
    assert small == []


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast_of(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", ["normal", "high"])
def test_the_focus_ring_stands_out_on_any_ground(page: Page, mode: str) -> None:
    page.goto("/?lang=pl")
    if mode == "high":
        page.locator("#contrast").click()
    inner, outer = (
        page.evaluate(
            "name => getComputedStyle(document.documentElement).getPropertyValue(name)", name
        )
        for name in ("--focus-in", "--focus-out")
    )
    assert contrast_of(inner, outer) >= 7
    for shade in range(0, 256, 5):
        ground = f"#{shade:02x}{shade:02x}{shade:02x}"
        assert max(contrast_of(inner, ground), contrast_of(outer, ground)) >= 3


def test_every_focusable_thing_shows_its_ring(page: Page) -> None:
    show(page, f"/map?lang=pl&l=tree&{at(600, 500)}")
    seen = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        name, width = page.evaluate(
            """() => { const e = document.activeElement;
            const width = parseFloat(getComputedStyle(e).outlineWidth);
            return [e.id || e.className || e.tagName, width] }"""
        )
        seen.add(name)
        assert name == "BODY" or width >= 2, name
    assert {"skip", "search", "tab-layers", "map", "zoom-in", "crs"} <= seen


def test_the_map_is_worked_by_keyboard_alone(page: Page) -> None:
    open_map(page, f"lang=pl&l=tree,plan_zone&{at(600, 500)}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#map")).to_be_focused()
    page.keyboard.press("Enter")
    drawer = page.locator("#drawer")
    expect(drawer).to_contain_text("D-20")
    expect(page.locator("#live-region")).to_contain_text("Drzewa: 1, Strefy planistyczne: 1")
    page.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    before = page.url
    page.keyboard.press("ArrowUp")
    page.wait_for_function("before => location.href !== before", arg=before)
    page.keyboard.press("+")
    page.wait_for_function("() => !location.search.includes('s=4000&')")


def test_measuring_by_keyboard_needs_no_pointer(page: Page) -> None:
    open_map(page, f"lang=en&{at(600, 500)}")
    page.locator("#tab-layers").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#pane-tools")).to_be_visible()
    page.locator("#measure-area").press("Enter")
    page.locator("#map").focus()
    for key in ("ArrowRight", "ArrowUp", "ArrowLeft"):
        before = page.url
        page.keyboard.press("Enter")
        page.keyboard.press(key)
        page.wait_for_function("before => location.href !== before", arg=before)
    page.get_by_role("button", name="Finish").press("Enter")
    expect(page.locator("#measured")).to_contain_text("m²")


def test_motion_is_spared_to_those_who_ask(page: Page) -> None:
    open_map(page, f"lang=pl&{at(600, 500)}")
    page.locator("#zoom-in").click()
    page.wait_for_function("() => !location.search.includes('s=4000&')")
    moving = page.evaluate("() => document.getAnimations().length")
    assert moving == 0
