"""What a visitor does with the map."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.portal.seeing import at, centre, count_near, open_map, until_drawn

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]

GREEN, ORANGE, HATCH = (0, 158, 115), (213, 94, 0), (190, 170, 95)


def address(page: Page) -> dict[str, str]:
    return {key: values[0] for key, values in parse_qs(urlsplit(page.url).query).items()}


def test_layers_are_drawn_from_tiles_in_their_declared_colours(page: Page) -> None:
    open_map(page, f"lang=pl&l=tree&{at(600, 500)}")
    assert count_near(page, GREEN) > 500
    assert count_near(page, ORANGE) > 500, "squares come from the sprite"


def test_a_layer_is_switched_on_faded_moved_and_taken_off(page: Page) -> None:
    open_map(page, f"lang=pl&l=tree&{at(600, 500)}")
    page.get_by_text("Planowanie", exact=True).click()
    page.get_by_label("Strefy planistyczne").first.check()
    until_drawn(page)
    assert address(page)["l"] == "plan_zone,tree"
    assert count_near(page, HATCH, 30) > 5000, "the hatch is drawn"
    page.get_by_label("Niżej: Strefy planistyczne").click()
    assert address(page)["l"] == "tree,plan_zone"
    expect(page.get_by_label("Wyżej: Strefy planistyczne")).to_be_enabled()
    page.get_by_role("button", name="Strefy planistyczne", exact=True).click()
    page.get_by_label("Krycie: Strefy planistyczne").fill("50")
    assert address(page)["l"] == "tree,plan_zone:0.5"
    page.get_by_label("Zdejmij z mapy: Drzewa").click()
    until_drawn(page)
    assert address(page)["l"] == "plan_zone:0.5"
    assert count_near(page, GREEN) == 0


def test_layers_are_found_by_a_part_of_their_name_without_diacritics(page: Page) -> None:
    open_map(page, "lang=pl")
    page.get_by_label("Szukaj warstwy").fill("dzialki")
    expect(page.locator(".tree .layer:visible")).to_have_count(1)
    expect(page.locator(".tree .layer:visible")).to_contain_text("Działki")


def test_a_click_shows_what_every_visible_layer_has_there(page: Page) -> None:
    open_map(page, f"lang=pl&l=tree,plan_zone&{at(600, 500)}")
    page.mouse.click(*centre(page))
    drawer = page.locator("#drawer")
    expect(drawer).to_contain_text("D-20")
    expect(drawer).to_contain_text("10\u00a0m")
    expect(drawer).to_contain_text("dobry")
    expect(drawer).to_contain_text("1SW")
    expect(drawer).not_to_contain_text("Kowalski")
    expect(page.locator("#live-region")).to_contain_text("Drzewa: 1")
    assert address(page)["f"].startswith("tree/")
    page.keyboard.press("Tab")
    drawer.get_by_label("Zamknij").click()
    expect(drawer).to_be_hidden()
    assert "f" not in address(page)


def test_an_address_leads_to_everything_that_was_seen(page: Page) -> None:
    seen = f"v=1&lang=pl&{at(600, 500)}&l=plan_zone:0.6,tree&base=0.4&f=tree/20&t=tree"
    open_map(page, seen)
    expect(page.locator("#drawer")).to_contain_text("D-20")
    expect(page.locator("#table")).to_contain_text("D-1")
    expect(page.locator(".shown .on-name").first).to_contain_text("Strefy planistyczne")
    until_drawn(page)
    assert urlsplit(page.url).query == seen


def test_the_other_language_keeps_the_view(page: Page) -> None:
    open_map(page, f"lang=pl&l=tree&{at(600, 500)}")
    page.get_by_role("link", name="English").click()
    page.wait_for_selector("html[lang=en][data-ready=true]")
    assert address(page)["c"] == "7473600,5638500"
    expect(page.get_by_role("tab", name="Layers")).to_be_visible()


def test_a_mistyped_street_is_suggested_and_leads_to_its_place(page: Page) -> None:
    open_map(page, "lang=pl")
    page.locator("#search").fill("sienkiewcza 12")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Henryka Sienkiewicza 12")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#drawer")).to_contain_text("Henryka Sienkiewicza 12")
    until_drawn(page)
    east, north = (float(part) for part in address(page)["c"].split(","))
    assert abs(east - 7473480) < 120, "beside the drawer, so not exactly"
    assert abs(north - 5638612) < 120


def test_coordinates_lead_to_their_place(page: Page) -> None:
    open_map(page, "lang=pl&crs=2178")
    page.locator("#search").fill("EPSG:2178 5638500 7473600")
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.search.includes('c=7473600,5638500')")


def test_coordinates_are_written_in_the_chosen_system(page: Page) -> None:
    open_map(page, f"lang=pl&{at(600, 500)}")
    expect(page.locator("#place")).to_have_text(re.compile(r"X 5638500\s+m\s+Y 7473600\s+m"))
    page.get_by_label("Układ współrzędnych").select_option("4326")
    expect(page.locator("#place")).to_have_text(re.compile(r"50\.88\d+°\s+N\s+20\.6\d+°\s+E"))
    assert address(page)["crs"] == "4326"


def test_lengths_are_those_of_the_plane(page: Page) -> None:
    open_map(page, f"lang=pl&{at(600, 500)}")
    page.get_by_role("tab", name="Narzędzia").click()
    page.get_by_role("button", name="Długość").click()
    add = page.get_by_role("button", name="Dodaj punkt w środku")
    add.click()
    before = address(page)["c"]
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("before => !location.search.includes(`c=${before}`)", arg=before)
    after = address(page)["c"]
    add.click()
    page.get_by_role("button", name="Zakończ").click()
    (x1, y1), (x2, y2) = (map(float, place.split(",")) for place in (before, after))
    said = page.locator("#measured").inner_text()
    metres = float(
        said.split(":")[1].replace("\u00a0m", "").replace(",", ".").replace("\u00a0", "")
    )
    assert metres == pytest.approx(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, abs=1.5)


def test_a_layer_is_read_as_a_table_sorted_filtered_paged_and_led_back_to_the_map(
    page: Page,
) -> None:
    open_map(page, "lang=pl&l=&t=tree")
    table = page.locator("#table")
    expect(table).to_contain_text("1–25 z 60")
    page.get_by_label("Następna strona").click()
    expect(table).to_contain_text("26–50 z 60")
    page.get_by_role("button", name="Wysokość").click()
    page.get_by_role("button", name="Wysokość").click()
    expect(table.locator("tbody tr").first).to_contain_text("20\u00a0m")
    page.get_by_label("Szukaj w tabeli").fill("d-7")
    expect(table).to_contain_text("1–1 z 1")
    table.get_by_label("Pokaż wiersz").click()
    expect(page.locator("#drawer")).to_contain_text("D-7")
    page.wait_for_function("() => location.search.includes('f=tree/7')")
    assert address(page)["l"] == "tree"


def test_a_register_without_geometry_is_a_table(page: Page) -> None:
    open_map(page, "lang=pl")
    page.get_by_label("Szukaj warstwy").fill("przeglądy")
    page.get_by_role("button", name="Przeglądy drzew", exact=True).click()
    expect(page.locator("#table")).to_contain_text("2 stycznia 2024")


def test_a_layer_says_whose_it_is_from_when_and_how_to_have_it(page: Page) -> None:
    open_map(page, "lang=pl")
    page.get_by_label("O warstwie: Drzewa").click()
    facts = page.locator("#facts-tree")
    for words in ("Urząd Miasta", "CC-BY-4.0", "60 wierszy", "Stan danych", "Metadane"):
        expect(facts).to_contain_text(words)
    hrefs = facts.locator("a[download]").evaluate_all("links => links.map(a => a.pathname)")
    assert "/download/tree.gpkg" in hrefs


def test_layers_of_others_are_asked_for_only_when_switched_on(page: Page) -> None:
    open_map(page, "lang=pl")
    box = page.get_by_label("Mapa zewnętrzna").first
    assert not box.is_checked(), "the page fixture fails on any request that leaves the origin"
    policy = page.request.get("/map").headers["content-security-policy"]
    assert "img-src 'self' data: blob: https://maps.outside.invalid" in policy
    assert "unsafe" not in policy


def test_everything_is_reached_on_a_phone_by_buttons(phone: Page) -> None:
    open_map(phone, f"lang=pl&l=tree&{at(600, 500)}")
    panel = phone.locator("#panel")
    heights = []
    for _ in range(3):
        box = panel.bounding_box()
        assert box is not None
        heights.append(box["height"])
        if phone.get_by_label("Podnieś panel").is_enabled():
            phone.get_by_label("Podnieś panel").tap()
    assert heights == sorted(set(heights))
    phone.get_by_label("Opuść panel").tap()
    phone.get_by_label("Opuść panel").tap()
    phone.touchscreen.tap(*centre(phone))
    expect(phone.locator("#drawer")).to_contain_text("D-20")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_synthetic_data_is_called_so(page: Page, phone: Page) -> None:
    for one in (page, phone):
        open_map(one, "lang=en")
        expect(one.get_by_role("note")).to_be_visible()
        expect(one.get_by_role("note")).to_contain_text("invented")
