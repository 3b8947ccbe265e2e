"""People without QGIS edit in the portal: form, drawing, messages, and two at the same object."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from psycopg import sql

from sip import catalogue as catalogues
from sip.database import cluster as clusters
from sip.people import register, roles
from sip.settings import Settings
from tests.portal.conftest import WAIT_MS, published, watched
from tests.portal.seeing import at, centre, open_map, until_drawn
from tests.portal.test_accessibility import assert_no_findings
from tests.portal.town import FILES, X, Y

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]

NAME, PASSWORD = f"ewa{os.getpid()}", "cztery lipy nad rzeką"
TREE = FILES["layers/greenery/tree.yaml"].replace(
    "title: {pl: Nr inwentarzowy, en: Inventory number}}",
    'title: {pl: Nr inwentarzowy, en: Inventory number}, required: true, pattern: "D-[0-9]+"}',
).replace("unit: m}", "unit: m, min: 0, max: 60}")  # fmt: skip
PLACE = at(600, 500)


@pytest.fixture(scope="module")
def settings(
    module_database: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Settings]:
    """The town, with rules for its trees and somebody who may edit them."""
    files = {**FILES, "layers/greenery/tree.yaml": TREE}
    found = published(module_database, tmp_path_factory.mktemp("edited"), files)
    with roles.administrator(found) as connection:
        register.add(
            connection, catalogues.load(found.project), NAME,
            title="Ewa Żak", email="ewa@town.invalid", groups=["steward"],
        )  # fmt: skip
        register.set_password(connection, NAME, PASSWORD)
    yield found
    with psycopg.connect(clusters.superuser_dsn(found)) as connection:
        connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(NAME)))


@pytest.fixture(scope="module")
def state(browser: Browser, town: str) -> Any:
    """What the browser of somebody who has signed in keeps."""
    context = browser.new_context(base_url=town, locale="pl-PL")
    page = context.new_page()
    page.goto("/account/sign-in?lang=pl")
    page.locator("input[name=name]").fill(NAME)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture
def editor(browser: Browser, town: str, state: Any) -> Iterator[Page]:
    """The page of somebody who has signed in."""
    with watched(browser, town, refusals=True) as page:
        page.context.add_cookies(state["cookies"])
        yield page


@pytest.fixture
def phone_editor(browser: Browser, town: str, state: Any) -> Iterator[Page]:
    """As `editor`, on a phone."""
    with watched(browser, town, phone=True, refusals=True) as page:
        page.context.add_cookies(state["cookies"])
        yield page


def rows(settings: Settings, statement: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(settings.dsn()) as connection:
        done = connection.execute(statement.encode())
        return done.fetchall() if done.description else []


def edit(page: Page, tree: int) -> None:
    """Open the form of a tree."""
    open_map(page, f"lang=pl&l=tree&{PLACE}&f=tree/{tree}")
    page.locator("#drawer").get_by_role("button", name="Edytuj").click()
    expect(page.locator("#editor")).to_be_visible()


def field(page: Page, label: str) -> Locator:
    """Return a field of the form."""
    return page.locator("#editor").get_by_label(label)


def save(page: Page) -> None:
    """Save, and wait until the form has closed."""
    page.get_by_role("button", name="Zapisz", exact=True).click()
    expect(page.locator("#editor")).to_be_hidden(timeout=WAIT_MS)


def test_nothing_is_offered_to_those_who_have_not_signed_in(page: Page) -> None:
    open_map(page, f"lang=pl&l=tree&{PLACE}&f=tree/20")
    expect(page.locator("#drawer")).to_contain_text("D-20")
    expect(page.get_by_role("button", name="Edytuj")).to_have_count(0)


def test_values_are_changed_and_the_history_says_why(editor: Page, settings: Settings) -> None:
    edit(editor, 20)
    field(editor, "Wysokość").fill("12,5")
    field(editor, "Stan").select_option(label="zły")
    editor.get_by_label("Opis zmiany").fill("Przegląd wiosenny")
    save(editor)
    expect(editor.locator("#drawer")).to_contain_text("12,5\u00a0m")
    found = rows(
        settings,
        "SELECT height_m, health, planter, c.who, c.comment FROM greenery.tree AS t"
        " JOIN sip.changeset AS c ON c.id = row_changeset WHERE t.id = 20",
    )
    assert found == [(12.5, "2", "Jan Kowalski", NAME, "Przegląd wiosenny")]


def test_what_the_server_refuses_stands_at_its_field_and_nothing_typed_is_lost(
    editor: Page, settings: Settings
) -> None:
    edit(editor, 21)
    field(editor, "Nr inwentarzowy").fill("drzewo")
    field(editor, "Wysokość").fill("wysokie")
    editor.get_by_role("button", name="Zapisz", exact=True).click()
    height = field(editor, "Wysokość")
    expect(height).to_have_attribute("aria-invalid", "true")
    expect(height).to_have_accessible_description('Od 0 do 60. Wysokość: "wysokie" to nie liczba')
    number = field(editor, "Nr inwentarzowy")
    expect(number).to_be_focused()
    expect(number).to_have_value("drzewo")
    assert_no_findings(editor)
    number.fill("D-2100")
    height.fill("9")
    save(editor)
    assert rows(settings, "SELECT inventory_no, height_m FROM greenery.tree WHERE id = 21") == [
        ("D-2100", 9.0)
    ]


def test_an_object_is_added_by_keyboard_with_typed_coordinates(
    editor: Page, settings: Settings
) -> None:
    open_map(editor, f"lang=pl&l=tree&{PLACE}")
    editor.get_by_role("button", name="O warstwie: Drzewa").press("Enter")
    editor.get_by_role("button", name="Dodaj obiekt").press("Enter")
    expect(editor.locator("#editor h2")).to_be_focused()
    editor.locator("#editor summary").press("Enter")
    editor.get_by_label("Wpisz współrzędne").fill(f"{Y + 450}.25 {X + 580},5")
    field(editor, "Nr inwentarzowy").fill("D-9001")
    field(editor, "Nr inwentarzowy").press("Enter")
    expect(editor.locator("#editor")).to_be_hidden(timeout=WAIT_MS)
    place = "round(ST_X(geom)::numeric, 3), round(ST_Y(geom)::numeric, 3)"
    found = rows(settings, f"SELECT {place} FROM greenery.tree WHERE inventory_no = 'D-9001'")
    assert [tuple(map(float, one)) for one in found] == [(X + 580.5, Y + 450.25)]


def test_a_surface_is_drawn_with_its_corner_snapped_to_a_neighbours(
    editor: Page, settings: Settings
) -> None:
    open_map(editor, f"lang=pl&l=plan_zone&{at(900, 800, scale=1000)}")
    editor.get_by_role("button", name="O warstwie: Strefy planistyczne").click()
    with editor.expect_response(lambda one: "bbox=" in one.url and "plan_zone" in one.url):
        editor.get_by_role("button", name="Dodaj obiekt").click()
    editor.get_by_label("Oznaczenie").fill("2SW")
    x, y = centre(editor)
    for dx, dy in ((4, 4), (150, 0), (150, -120), (0, -120)):
        editor.mouse.click(x + dx, y + dy)
        editor.wait_for_timeout(350)  # two clicks within 250 ms would be a double click
    editor.get_by_role("button", name="Zakończ").click()
    save(editor)
    touching = "SELECT ST_Touches(a.geom, b.geom), ST_NPoints(a.geom) FROM planning.plan_zone AS a"
    touching += " JOIN planning.plan_zone AS b ON b.designation = '1SW' WHERE a.designation = '2SW'"
    assert rows(settings, touching) == [(True, 5)]


def test_a_drawing_is_taken_back_step_by_step(editor: Page) -> None:
    edit(editor, 22)
    shape = editor.locator("#edit-shape")
    before = shape.input_value()
    editor.locator("#editor summary").click()
    shape.fill(f"{Y + 100} {X + 100}")
    shape.blur()
    editor.get_by_role("button", name="Usuń kształt").click()
    expect(shape).to_have_value("")
    editor.get_by_role("button", name="Cofnij").click()
    expect(shape).to_have_value(f"{Y + 100} {X + 100}")
    editor.get_by_role("button", name="Cofnij").click()
    expect(shape).to_have_value(before)


def test_of_two_changes_nothing_is_lost_and_the_editor_chooses(
    editor: Page, settings: Settings
) -> None:
    edit(editor, 23)
    field(editor, "Wysokość").fill("33")
    rows(
        settings,
        "UPDATE greenery.tree SET height_m = 44, health = '1', inventory_no = 'D-2323'"
        " WHERE id = 23",
    )
    field(editor, "Stan").select_option(label="–")
    editor.get_by_role("button", name="Zapisz", exact=True).click()
    question = editor.get_by_role("dialog")
    expect(question).to_contain_text("Nr inwentarzowy")
    expect(question).to_contain_text("44\u00a0m")
    assert_no_findings(editor)
    question.get_by_role("button", name="Wróć do edycji").click()
    expect(field(editor, "Wysokość")).to_have_value("33")
    editor.get_by_role("button", name="Zapisz", exact=True).click()
    question.locator("[data-field=health]").get_by_label("Wartość tej osoby").check()
    question.get_by_role("button", name="Połącz i zapisz").click()
    expect(editor.locator("#editor")).to_be_hidden(timeout=WAIT_MS)
    assert rows(
        settings, "SELECT height_m, health, inventory_no FROM greenery.tree WHERE id = 23"
    ) == [(33.0, "1", "D-2323")]


def test_unsaved_changes_are_not_dropped_without_a_question(editor: Page) -> None:
    edit(editor, 24)
    field(editor, "Wysokość").fill("1")
    editor.get_by_role("button", name="Anuluj").click()
    editor.get_by_role("dialog").get_by_role("button", name="Wróć do edycji").click()
    expect(field(editor, "Wysokość")).to_have_value("1")
    editor.get_by_role("button", name="Anuluj").click()
    editor.get_by_role("dialog").get_by_role("button", name="Porzuć zmiany").click()
    expect(editor.locator("#editor")).to_be_hidden(timeout=WAIT_MS)
    expect(editor.locator("#drawer")).to_contain_text("D-24")


def test_an_object_is_deleted_after_a_question(editor: Page, settings: Settings) -> None:
    edit(editor, 25)
    editor.get_by_role("button", name="Usuń obiekt").click()
    editor.get_by_role("dialog").get_by_role("button", name="Usuń obiekt").click()
    expect(editor.locator("#editor")).to_be_hidden(timeout=WAIT_MS)
    assert rows(settings, "SELECT id FROM greenery.tree WHERE id = 25") == []


def test_the_form_fits_a_phone(phone_editor: Page, settings: Settings) -> None:
    edit(phone_editor, 26)
    until_drawn(phone_editor)
    assert_no_findings(phone_editor)
    too_wide = "() => document.documentElement.scrollWidth > innerWidth"
    assert not phone_editor.evaluate(too_wide)
    field(phone_editor, "Wysokość").fill("7")
    save(phone_editor)
    assert rows(settings, "SELECT height_m FROM greenery.tree WHERE id = 26") == [(7.0,)]
