"""Comments on a draft: from a resident without an account to the list that everybody may read."""

from __future__ import annotations

import asyncio
import re
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import asyncpg
import httpx
import psycopg
import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from sip import publish
from sip.people import personal
from sip.settings import Settings
from sip.taking_part import forgetting, outbox, stamp
from tests.portal.town import X, Y
from tests.report.test_portal import assert_fit_for_all
from tests.report.town import PLOT
from tests.taking_part.conftest import NAME, PASSWORD, Box

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("taking-part")]
COMMENT = {
    "words": "Proszę o więcej zieleni przy szkole.",
    "author_name": "Barbara Topola",
    "author_email": "basia@dom.example",
    "author_address": "Lipowa 3",
    "consent": "1",
}


def display_id(settings: Settings, title: str = "Północ do wglądu") -> int:
    with psycopg.connect(settings.dsn()) as connection:
        row = connection.execute(
            "SELECT id FROM planning.plan_display WHERE title = %s", [title]
        ).fetchone()
        assert row is not None
        return int(row[0])


def comments(settings: Settings) -> list[tuple[Any, ...]]:
    with psycopg.connect(settings.dsn()) as connection:
        return connection.execute(
            "SELECT comment_no, words, author_email, is_placed, ST_X(geom), ST_Y(geom), row_version"
            " FROM planning.plan_comment ORDER BY id"
        ).fetchall()


def filled(settings: Settings, *, age_s: float = 60, **changed: str) -> dict[str, str]:
    """Return what somebody sends who was given the form some time ago."""

    async def signed() -> str:
        async with asyncpg.create_pool(settings.dsn("sip_gateway"), min_size=0) as pool:
            return await stamp.made(pool, time.time() - age_s)

    with ThreadPoolExecutor(1) as beside:  # a browser's test has a loop of its own
        made = beside.submit(asyncio.run, signed()).result()
    return {**COMMENT, "stamp": made, **changed}


def hand_in(
    client: httpx.Client, settings: Settings, box: Box, **changed: str
) -> tuple[httpx.Response, httpx.Response]:
    """Send a comment, get the mail, click; return both answers."""
    one = display_id(settings)
    sent = client.post(f"/consultation/{one}?lang=en", data=filled(settings, **changed))
    assert sent.status_code == 303, sent.text
    outbox.deliver(settings)
    path = box.link("consultation/confirm")
    token = re.findall(r"token=([^&]+)", path)[0]
    assert "Press to hand in" in client.get(path).text
    return sent, client.post("/consultation/confirm?lang=en", data={"token": token})


def test_who_wrote_is_forgotten_years_after_the_display_and_the_words_stay(
    resident: httpx.Client, settings: Settings, box: Box
) -> None:
    # The first of the file: later ones find a history that their fixture has emptied.
    hand_in(resident, settings, box)
    found = publish.snapshot(settings.published.resolve())
    past = display_id(settings, "Dawne wyłożenie")
    with psycopg.connect(settings.dsn()) as connection:
        assert forgetting.forget_authors(connection, found, 5) == 0
        connection.execute("UPDATE planning.plan_comment SET display_id = %s", [past])
        connection.execute(
            "UPDATE planning.plan_display SET begins_on = begins_on - 4000,"
            " ends_on = ends_on - 4000, comments_until = comments_until - 4000 WHERE id = %s",
            [past],
        )
    with psycopg.connect(settings.dsn()) as connection:
        assert len(personal.find(connection, found, ["basia@dom.example"])) == 2
        assert forgetting.forget_authors(connection, found, 5) == 1
    with psycopg.connect(settings.dsn()) as connection:
        assert forgetting.forget_authors(connection, found, 5) == 0
        assert personal.find(connection, found, ["basia@dom.example"]) == []
        rows = connection.execute("SELECT words FROM planning.plan_comment").fetchall()
    assert rows == [(COMMENT["words"],)]


def test_a_comment_is_handed_in_by_the_link_in_the_mail_and_only_once(
    resident: httpx.Client, settings: Settings, box: Box
) -> None:
    one = display_id(settings)
    _sent, confirmed = hand_in(resident, settings, box, across="0.5", down="0.5")
    assert f"<strong>{one}/1</strong>" in confirmed.text
    ((number, words, email, is_placed, x, y, _version),) = comments(settings)
    assert (number, words, email, is_placed) == (
        f"{one}/1", COMMENT["words"], COMMENT["author_email"], True,
    )  # fmt: skip
    assert (x, y) == (pytest.approx(X + 150), pytest.approx(Y + 150))
    token = re.findall(r"token=([^&]+)", box.link("consultation/confirm"))[0]
    again = resident.post("/consultation/confirm?lang=en", data={"token": token})
    assert (again.status_code, "void" in again.text) == (410, True)
    assert len(comments(settings)) == 1


def test_before_the_click_nothing_is_in_the_register(
    resident: httpx.Client, settings: Settings, box: Box
) -> None:
    resident.post(f"/consultation/{display_id(settings)}", data=filled(settings))
    assert comments(settings) == []
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute("UPDATE taking_part.pending SET expires = now() - interval '1 s'")
    outbox.deliver(settings)
    with psycopg.connect(settings.dsn()) as connection:
        left = connection.execute("SELECT count(*) FROM taking_part.pending").fetchone()
        kept = connection.execute("SELECT receiver, content FROM taking_part.outbox").fetchall()
    assert left == (0,)
    assert kept == [(None, None)]


def test_a_plot_places_a_comment_and_without_a_place_it_says_so(
    resident: httpx.Client, settings: Settings, box: Box
) -> None:
    hand_in(resident, settings, box, plot=PLOT)
    hand_in(resident, settings, box)
    first, second = comments(settings)
    assert (first[3], first[4:6]) == (True, (pytest.approx(X + 20), pytest.approx(Y + 220)))
    assert second[3] is False


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"words": "za mało"}, "10 to 5000"),
        ({"words": "x" * 5001}, "10 to 5000"),
        ({"author_email": "basia"}, "no e-mail"),
        ({"author_email": "a@b.pl\nBcc: c@d.pl"}, "no e-mail"),
        ({"author_name": ""}, "your name"),
        ({"author_name": "x" * 201}, "too long"),
        ({"consent": ""}, "how your data is used"),
    ],
)
def test_what_does_not_fit_is_said_and_what_was_typed_stays(
    resident: httpx.Client, settings: Settings, changed: dict[str, str], said: str
) -> None:
    path = f"/consultation/{display_id(settings)}?lang=en"
    answer = resident.post(path, data=filled(settings, **changed))
    assert (answer.status_code, said in answer.text) == (422, True)
    assert "Lipowa 3" in answer.text


def test_spam_is_dropped_without_a_word_and_masses_are_refused(
    resident: httpx.Client, settings: Settings
) -> None:
    path = f"/consultation/{display_id(settings)}?lang=en"
    trapped = resident.post(path, data=filled(settings, website="https://buy.example"))
    assert trapped.status_code == 303
    with psycopg.connect(settings.dsn()) as connection:
        row = connection.execute("SELECT count(*) FROM taking_part.outbox").fetchone()
    assert row == (0,)
    answers = [resident.post(path, data=filled(settings)).status_code for _ in range(6)]
    assert answers == [303] * 5 + [422]
    foreign = resident.post(
        path, data=filled(settings), headers={"Origin": "https://other.example"}
    )
    assert foreign.status_code == 403


@pytest.mark.parametrize(
    ("age_s", "language", "said"),
    [
        (0.0, "en", "within 3 seconds"),
        (0.0, "pl", "odczekaj chwilę"),
        (25 * 3600.0, "en", "older than a day"),
        (25 * 3600.0, "pl", "starszy niż dzień"),
        (-900.0, "en", "within 3 seconds"),
    ],
)
def test_a_form_that_comes_back_at_once_or_after_a_day_is_refused_with_its_text(
    resident: httpx.Client, settings: Settings, age_s: float, language: str, said: str
) -> None:
    path = f"/consultation/{display_id(settings)}?lang={language}"
    answer = resident.post(path, data=filled(settings, age_s=age_s))
    assert (answer.status_code, said in answer.text) == (422, True)
    assert COMMENT["words"] in answer.text
    assert 'role="alert"' in answer.text
    assert "set-cookie" not in answer.headers
    with psycopg.connect(settings.dsn()) as connection:
        assert connection.execute("SELECT count(*) FROM taking_part.pending").fetchone() == (0,)
    if age_s > 0:  # The page came with a stamp of its own: later it is taken.
        (new,) = re.findall(r'name="stamp" value="([^"]*)"', answer.text)
        assert abs(time.time() - int(new.partition(".")[0])) < 60


@pytest.mark.parametrize("change", ["", "x", "{second}.00", "{later}.{signature}"])
def test_a_stamp_that_is_not_ours_is_refused(
    resident: httpx.Client, settings: Settings, change: str
) -> None:
    second, _, signature = filled(settings)["stamp"].partition(".")
    forged = change.format(second=second, later=int(second) - 1, signature=signature)
    path = f"/consultation/{display_id(settings)}?lang=en"
    answer = resident.post(path, data=filled(settings, stamp=forged))
    assert (answer.status_code, "older than a day" in answer.text) == (422, True)


def test_no_comments_are_taken_when_the_display_is_over(
    resident: httpx.Client, settings: Settings
) -> None:
    past = display_id(settings, "Dawne wyłożenie")
    answer = resident.post(f"/consultation/{past}?lang=en", data=filled(settings))
    assert (answer.status_code, "not taken today" in answer.text) == (422, True)


def test_who_wrote_is_told_to_nobody_without_a_purpose(
    resident: httpx.Client, clerk: httpx.Client, settings: Settings, box: Box
) -> None:
    hand_in(resident, settings, box)
    one = display_id(settings)
    assert resident.get(f"/consultation/{one}/comments").status_code == 401
    assert resident.get("/ogc/collections/plan_comment/items").status_code == 404
    for path in (f"/consultation/{one}/comments", f"/consultation/{one}/comments.csv"):
        text = clerk.get(path).text
        assert COMMENT["words"] in text
        assert "Topola" not in text
        assert "basia@" not in text
    with psycopg.connect(settings.dsn()) as connection:
        found = publish.snapshot(settings.published.resolve())
        (find,) = personal.find(connection, found, ["basia@dom.example"])
    assert find.layer == "plan_comment"


def test_answers_are_written_down_and_published_as_a_table(
    resident: httpx.Client, clerk: httpx.Client, settings: Settings, box: Box
) -> None:
    hand_in(resident, settings, box, words="=cmd|' /C calc'!A0 na rysunku")
    one = display_id(settings)
    path = f"/consultation/{one}/comments"
    id_, version = re.findall(r'name="id" value="(\d+)">\s*<input[^>]*value="(\d+)"',
                              clerk.get(path).text)[0]  # fmt: skip
    form = {"id": id_, "version": version, "decision": "rejected", "answer": ""}
    assert clerk.post(f"{path}?lang=en", data=form).status_code == 422
    form["answer"] = "Szkoła ma już park."
    assert clerk.post(path, data=form).status_code == 303
    late = clerk.post(f"{path}?lang=en", data={**form, "answer": "Inaczej."})
    assert (late.status_code, "meanwhile" in late.text) == (422, True)
    assert resident.post(path, data=form).status_code == 403
    assert resident.get(f"{path}.csv").status_code == 404
    assert clerk.post(path, data={"publish": "yes"}).status_code == 303
    table = resident.get(f"{path}.csv?lang=en").content.decode("utf-8-sig")
    assert f"{one}/1" in table
    assert "rejected" in table
    assert "'=cmd" in table
    page = resident.get(f"{path}.html?lang=en")
    assert "Szkoła ma już park." in page.text
    assert "unsafe-inline" not in page.headers["content-security-policy"]
    assert resident.get(f"{path}.pdf").content.startswith(b"%PDF-")
    assert "Topola" not in table + page.text


def test_each_side_shows_its_own_areas_at_a_true_scale(
    resident: httpx.Client, settings: Settings
) -> None:
    one = display_id(settings)
    widths = {}
    for side in ("draft", "law"):
        svg = etree.fromstring(resident.get(f"/consultation/{one}/{side}.svg").content)
        scale = int(re.findall(r"1:(\d+)", svg.get("aria-label") or "")[0])
        areas = [part for part in svg.iter() if part.get("fill-rule") == "evenodd"]
        across = [
            [float(x) for x in re.findall(r"(-?[\d.]+) -?[\d.]+", area.get("d") or "")]
            for area in areas
        ]
        widths[side] = {round((max(xs) - min(xs)) * scale / 1000) for xs in across}
    assert 300 in widths["draft"]
    assert 200 in widths["law"]
    assert 300 not in widths["law"]
    assert resident.get(f"/consultation/{one}/other.svg").status_code == 404


@pytest.mark.browser
def test_a_resident_takes_part_by_phone_and_points_at_the_picture(
    phone: Page, resident: httpx.Client, settings: Settings, box: Box
) -> None:
    phone.goto("/consultation?lang=en")
    assert_fit_for_all(phone)
    phone.get_by_role("link", name="Północ do wglądu").click()
    expect(phone.get_by_role("link", name="Uzasadnienie")).to_be_visible()
    slider = phone.get_by_role("slider")
    slider.focus()
    phone.keyboard.press("Home")
    part = phone.evaluate("document.getElementById('swipe').style.getPropertyValue('--part')")
    assert part == "0%"
    phone.locator(".swipe-pictures").click()
    expect(phone.locator("#placed")).to_contain_text("kept")
    phone.wait_for_timeout(3100)  # a person reads first
    phone.get_by_label("Your comment").fill(COMMENT["words"])
    phone.get_by_label("Your name").fill(COMMENT["author_name"])
    phone.get_by_label("E-mail").fill(COMMENT["author_email"])
    phone.get_by_role("checkbox").check()
    assert_fit_for_all(phone)
    phone.get_by_role("button", name="Send").press("Enter")
    expect(phone.get_by_role("status").first).to_contain_text("sent you an e-mail")
    outbox.deliver(settings)
    phone.goto(box.link("consultation/confirm"))
    assert_fit_for_all(phone)
    phone.get_by_role("button", name="Hand in").click()
    expect(phone.get_by_role("status")).to_contain_text("handed in")
    assert comments(settings)[0][3] is True


@pytest.mark.browser
def test_both_pictures_and_the_form_are_there_without_script(
    browser: Browser, town: str, resident: httpx.Client, settings: Settings
) -> None:
    context = browser.new_context(base_url=town, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/consultation/{display_id(settings)}?lang=en")
    for name in ("Map of the draft", "Map of what is in force on the ground of the draft"):
        expect(page.get_by_role("img", name=name)).to_be_visible()
    expect(page.get_by_role("slider")).to_be_hidden()
    page.wait_for_timeout(3100)
    page.get_by_label("Your comment").fill(COMMENT["words"])
    page.get_by_label("Your name").fill(COMMENT["author_name"])
    page.get_by_label("E-mail").fill("other@dom.example")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("status").first).to_contain_text("sent you an e-mail")
    context.close()


@pytest.mark.browser
def test_the_planner_s_list_is_fit_for_all_and_for_the_keyboard(
    page: Page, resident: httpx.Client, settings: Settings, box: Box
) -> None:
    hand_in(resident, settings, box)
    page.goto("/account/sign-in?lang=en")
    page.locator("input[name=name]").fill(NAME)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)
    page.goto(f"/consultation/{display_id(settings)}/comments?lang=en")
    page.get_by_label("Decision").select_option("accepted")
    page.get_by_role("button", name=re.compile("^Save")).press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Saved")
    assert_fit_for_all(page)
