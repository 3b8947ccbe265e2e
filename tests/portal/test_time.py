"""The map at a date: a day by hand and by slider, differences, the history of an object."""

from __future__ import annotations

import datetime
import re
import zoneinfo

import psycopg
import pytest
from playwright.sync_api import Page, expect

from sip.settings import Settings
from tests.portal.seeing import at, count_near, open_map, until_drawn
from tests.portal.test_accessibility import assert_no_findings
from tests.portal.town import X, Y

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]
YELLOW, GREEN = (255, 240, 178), (0, 158, 115)
_EDITS = (
    "UPDATE greenery.tree SET height_m = 12.5, health = '2', planter = 'x' WHERE id = 20",
    "DELETE FROM greenery.tree WHERE id = 22",
    f"""INSERT INTO greenery.tree (inventory_no, geom)
        VALUES ('D-61', ST_SetSRID(ST_MakePoint({X} + 600, {Y} + 560), 2178))""",
)


@pytest.fixture(scope="module", autouse=True)
def _edited(settings: Settings) -> None:
    """Change, remove and add a tree, a year after all was entered."""
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute("ALTER TABLE greenery.tree DISABLE TRIGGER USER")
        connection.execute("UPDATE greenery.tree SET row_from = now() - interval '400 days'")
        connection.execute(
            "UPDATE sip.changeset SET at = now() - interval '400 days'"
            " WHERE id IN (SELECT row_changeset FROM greenery.tree)"
        )
        connection.execute("ALTER TABLE greenery.tree ENABLE TRIGGER USER")
    for edit in _EDITS:
        with psycopg.connect(settings.dsn()) as connection:
            connection.execute(edit.encode())


def day(ago: int) -> str:
    """Return the day so many days ago, where the register is: past 23 o'clock it is tomorrow's."""
    now = datetime.datetime.now(zoneinfo.ZoneInfo("Europe/Warsaw"))
    return (now.date() - datetime.timedelta(days=ago)).isoformat()


def test_the_map_shows_what_was_in_force_on_a_day(page: Page) -> None:
    open_map(page, f"lang=pl&l=plan_zone&base=0&{at(500, 600)}")
    assert count_near(page, YELLOW) > 5000
    expect(page.locator("#time-bar")).to_be_hidden()
    page.locator("#tab-tools").click()
    page.locator("#time-day").fill("2020-04-30")
    page.locator("#time-day").press("Tab")
    expect(page.locator("#time-text")).to_have_text("Stan obowiązujący: 30 kwietnia 2020")
    until_drawn(page)
    assert "valid=2020-04-30" in page.url
    assert count_near(page, YELLOW) == 0
    page.locator("#time-off").click()
    until_drawn(page)
    expect(page.locator("#time-bar")).to_be_hidden()
    assert "valid=" not in page.url
    assert count_near(page, YELLOW) > 5000


def test_the_slider_is_worked_by_keys_and_says_its_day(page: Page) -> None:
    open_map(page, f"lang=en&l=plan_zone&{at(500, 600)}&valid=2020-05-01")
    page.locator("#tab-tools").click()
    slider = page.locator("#time-slider")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.wait_for_function("() => location.search.includes('valid=2020-04-30')")
    assert slider.get_attribute("aria-valuetext") == "April 30, 2020"
    page.keyboard.press("End")
    page.wait_for_function("day => location.search.includes(`valid=${day}`)", arg=day(0))


def test_the_map_shows_what_was_known_and_finds_what_is_gone(page: Page) -> None:
    open_map(page, f"lang=pl&l=tree&base=0&{at(660, 500)}&known={day(30)}")
    expect(page.locator("#time-text")).to_contain_text("Stan wiedzy urzędu")
    page.locator("#map").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#drawer")).to_contain_text("D-22")
    page.locator("#time-off").click()
    until_drawn(page)
    page.locator("#map").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#drawer")).not_to_contain_text("D-22")


def test_the_difference_of_two_days_is_coloured_lettered_and_listed(page: Page) -> None:
    open_map(page, f"lang=pl&l=tree&base=0&{at(630, 520)}&known={day(0)}&since={day(30)}")
    page.wait_for_selector("html[data-difference=drawn]")
    until_drawn(page)
    page.locator("#tab-tools").click()
    differences = page.locator("#differences")
    expect(differences).to_contain_text("Drzewa: dodano 1, zmieniono 1, usunięto 1")
    expect(page.locator("#time-text")).to_contain_text("Różnice")
    for colour in ((0, 102, 79), (138, 90, 0), (179, 0, 94)):
        assert count_near(page, colour) > 100
    href = differences.get_by_role("link", name="Drzewa").get_attribute("href")
    answer = page.request.get(f"{page.url.split('/map')[0]}{href}")
    assert "<del>10 m</del>" in answer.text()
    page.locator("#time-off").click()
    expect(differences).to_be_empty()
    until_drawn(page)
    assert count_near(page, (179, 0, 94)) == 0


@pytest.mark.parametrize(
    ("lang", "title", "health"), [("pl", "Historia", "dobry → "), ("en", "History", "good → ")]
)
def test_an_object_tells_its_history_with_meanings_and_units(
    page: Page, lang: str, title: str, health: str
) -> None:
    open_map(page, f"lang={lang}&l=tree&{at(600, 500)}&f=tree/20")
    page.locator("#drawer").get_by_text(title, exact=True).click()
    events = page.locator("#drawer .events > li")
    expect(events).to_have_count(2)
    expect(events.first.locator("del").first).to_have_text(re.compile("^10.m$"))
    expect(events.first.locator("ins").first).to_have_text(re.compile("^12[,.]5.m$"))
    expect(events.first).to_contain_text(health.split(" ")[0])
    assert "planter" not in events.first.inner_text().lower()
    assert_no_findings(page)


@pytest.mark.parametrize("lang", ["pl", "en"])
def test_a_phone_has_the_day_in_sight_and_axe_finds_nothing(phone: Page, lang: str) -> None:
    open_map(phone, f"lang={lang}&l=tree&{at(630, 520)}&known={day(0)}&since={day(30)}")
    phone.wait_for_selector("html[data-difference=drawn]")
    bar = phone.locator("#time-bar").bounding_box()
    assert bar is not None
    assert bar["x"] >= 0
    assert bar["x"] + bar["width"] <= 390
    phone.locator("#tab-tools").click()
    assert_no_findings(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    small = phone.evaluate(
        """() => [...document.querySelectorAll(
            '#pane-tools button, #pane-tools input, #time-bar button')]
        .filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect())
        .filter(box => box.height < 44).length"""
    )
    assert small == 0
