"""A map in one file asks for nothing, says everything, and refuses to grow."""

from __future__ import annotations

import pathlib

import psycopg
import pytest
from playwright.sync_api import Browser, expect

from services.portal import one_file
from sip import catalogue
from sip.crs import Extent
from sip.errors import QueryError, TooMuch
from sip.settings import Settings

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]


def drawn(settings: Settings, *names: str, part: Extent | None = None) -> str:
    found = catalogue.load(settings.project)
    layers = [found.layer(name) for name in names]
    return one_file.draw(found, settings, layers, "en", part)


def test_the_file_draws_itself_without_a_single_request(
    settings: Settings, browser: Browser, tmp_path: pathlib.Path
) -> None:
    file = tmp_path / "map.html"
    file.write_text(drawn(settings, "tree", "plan_zone"), encoding="utf-8")
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto(file.as_uri())
    expect(page.locator(".leaflet-overlay-pane canvas")).to_be_visible()
    words = page.locator(".sip-words")
    for text in ("Geoportal of Trialtown", "good", "Planning zones", "invented"):
        expect(words).to_contain_text(text)
    assert asked == [file.as_uri()]
    assert errors == []
    page.close()


def test_a_part_has_only_what_meets_it(settings: Settings) -> None:
    whole = drawn(settings, "tree")
    part = drawn(settings, "tree", part=Extent(20.62, 50.88, 20.625, 50.89))
    assert whole.count("D-") > part.count("D-") > 0


def test_personal_data_and_restricted_layers_stay_out(settings: Settings) -> None:
    assert "Kowalski" not in drawn(settings, "tree")
    with pytest.raises(QueryError, match="secret"):
        drawn(settings, "secret")


def test_more_than_five_thousand_features_are_refused_with_a_way_out(settings: Settings) -> None:
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(
            "INSERT INTO greenery.tree (inventory_no, geom) SELECT 'M-' || n, geom FROM"
            " greenery.tree, generate_series(1, 83) n"
        )
    with pytest.raises(TooMuch, match=r"5,0\d\d features \(tree 5,0\d\d\).*\n.*--bbox"):
        drawn(settings, "tree")


def test_text_of_the_data_cannot_become_markup(settings: Settings) -> None:
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute("DELETE FROM greenery.tree WHERE inventory_no LIKE 'M-%'")
        connection.execute("UPDATE greenery.tree SET inventory_no = '</script><b>x' WHERE id = 1")
    assert "</script><b>x" not in drawn(settings, "tree")
