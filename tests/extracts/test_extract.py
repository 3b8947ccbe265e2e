"""Formal extracts: numbered without gaps, kept byte for byte, and silent about the applicant."""

from __future__ import annotations

import asyncio
import datetime
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import asyncpg
import httpx
import psycopg
import pytest
from playwright.sync_api import Page, expect

from sip import publish
from sip.extracts import declared as declaring
from sip.extracts import making, register
from sip.extracts.register import Issued
from sip.people import personal
from sip.service import Context
from sip.settings import Settings
from sip.state import read_sight
from tests.extracts.conftest import NAME, PASSWORD
from tests.report.test_portal import assert_fit_for_all
from tests.report.town import EMPTY_PLOT, PLOT

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("extracts")]
YEAR = datetime.datetime.now(datetime.UTC).year


async def issued(settings: Settings, applicant: Mapping[str, str]) -> Issued:
    """Issue an extract as the owner."""
    generation = publish.current(settings)
    assert generation is not None
    found, declared = publish.snapshot(generation), declaring.load(settings)
    async with asyncpg.create_pool(settings.dsn(), min_size=1, max_size=2) as pool:
        now = Context(found, settings, generation, pool, {})
        document, shape = await making.gather(now, declared, [PLOT], None, "http://town.invalid")
        async with pool.acquire() as connection, connection.transaction():
            seen = found.seen(await read_sight(connection, found, "sip_owner"))
            return await register.issue(
                connection, settings, seen, declared, document, shape, applicant
            )


async def checked(settings: Settings) -> tuple[list[str], bool]:
    """Return what is wrong with the register, and whether the first one is printed as before."""
    generation = publish.current(settings)
    assert generation is not None
    found, declared = publish.snapshot(generation), declaring.load(settings)
    connection = await asyncpg.connect(settings.dsn())
    try:
        seen = found.seen(await read_sight(connection, found, "sip_owner"))
        layer = register.register_of(seen, declared)
        wrong = await register.check(connection, settings, layer)
        same = not wrong and await register.is_reproducible(
            connection, settings, layer, f"T.1.{YEAR}"
        )
        return [str(one) for one in wrong], same
    finally:
        await connection.close()


def issue(client: httpx.Client, parcels: str) -> httpx.Response:
    return client.post("/extract?lang=en", data={"parcels": parcels, "day": ""})


def test_a_planner_issues_one_and_it_is_the_same_file_for_good(
    planner: httpx.Client, empty: Path
) -> None:
    answer = issue(planner, PLOT)
    assert answer.status_code == 303
    assert f"issued=T.1.{YEAR}" in answer.headers["location"]
    page = planner.get("/extract?lang=en").text
    (link,) = re.findall(r'href="(/extract/\d+\.pdf)"', page)
    first, second = planner.get(link).content, planner.get(link).content
    assert first.startswith(b"%PDF-")
    assert first == second


def test_what_is_refused_takes_no_number(planner: httpx.Client, empty: Path) -> None:
    refused = issue(planner, f"{PLOT} 266101_1.0012.999/9")
    assert (refused.status_code, "there is no plot" in refused.text) == (422, True)
    uncovered = issue(planner, EMPTY_PLOT)
    assert (uncovered.status_code, "nothing to extract" in uncovered.text) == (422, True)
    assert f"issued=T.1.{YEAR}" in issue(planner, PLOT).headers["location"]


def test_two_at_once_get_two_numbers(planner: httpx.Client, empty: Path) -> None:
    with ThreadPoolExecutor(3) as at_once:
        answers = list(at_once.map(lambda _one: issue(planner, PLOT), range(3)))
    numbers = sorted(answer.headers["location"].split("issued=")[1] for answer in answers)
    assert numbers == [f"T.{at}.{YEAR}" for at in (1, 2, 3)]


def test_nobody_else_issues_or_reads(town: str, planner: httpx.Client, empty: Path) -> None:
    issue(planner, PLOT)
    link = re.findall(r'href="(/extract/\d+\.pdf)"', planner.get("/extract").text)[0]
    with httpx.Client(base_url=town, headers={"Origin": town}) as stranger:
        assert stranger.get("/extract").status_code == 401
        assert stranger.get(link).status_code == 404
        assert issue(stranger, PLOT).status_code in (401, 403)
    foreign = planner.post("/extract", data={"parcels": PLOT}, headers={"Origin": "http://x"})
    assert foreign.status_code == 403


def test_the_applicant_stands_in_the_register_alone(settings: Settings, empty: Path) -> None:
    one = asyncio.run(issued(settings, {"applicant_name": "Wincenty Nieznany"}))
    with psycopg.connect(settings.dsn()) as connection:
        found = publish.snapshot(publish.current(settings) or Path())
        (find,) = personal.find(connection, found, ["Wincenty Nieznany"])
    assert (find.layer, find.id) == ("plan_extract", one.id)
    for file in empty.rglob("*"):
        assert not file.is_file() or b"Nieznany" not in file.read_bytes()


def test_a_document_is_made_again_of_what_is_stored_and_damage_is_found(
    settings: Settings, empty: Path
) -> None:
    asyncio.run(issued(settings, {}))
    assert asyncio.run(checked(settings)) == ([], True)
    with psycopg.connect(settings.dsn()) as connection:
        row = connection.execute("SELECT file_sha256 FROM planning.plan_extract").fetchone()
        assert row is not None
    file = empty / row[0][:2] / row[0][2:]
    kept = file.read_bytes()
    file.write_bytes(kept + b" ")
    (wrong,), _same = asyncio.run(checked(settings))
    assert "damaged" in wrong
    file.write_bytes(kept)


def test_a_deleted_number_is_missed_and_not_given_again(
    planner: httpx.Client, settings: Settings, empty: Path
) -> None:
    issue(planner, PLOT)
    issue(planner, PLOT)
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute("DELETE FROM planning.plan_extract WHERE sequence = 1")
    assert f"issued=T.3.{YEAR}" in issue(planner, PLOT).headers["location"]
    wrong, _same = asyncio.run(checked(settings))
    assert ["1 numbers before" in one for one in wrong] == [True]


def test_a_long_text_and_many_sheets_cost_no_more_than_the_law_says(settings: Settings) -> None:
    fee = declaring.load(settings).spec.fee
    assert [fee.of(1, 1), fee.of(5, 2), fee.of(6, 2), fee.of(6, 11)] == [50, 70, 90, 250]


@pytest.mark.browser
def test_the_desk_is_fit_for_all_and_for_the_keyboard(phone: Page, empty: Path) -> None:
    phone.goto("/account/sign-in?lang=en")
    phone.locator("input[name=name]").fill(NAME)
    phone.locator("input[name=password]").fill(PASSWORD)
    phone.locator("input[name=password]").press("Enter")
    phone.wait_for_url(lambda url: "sign-in" not in url)
    phone.goto("/extract?lang=en")
    phone.get_by_label("Numbers of parcels").focus()
    phone.keyboard.type(PLOT)
    phone.keyboard.press("Tab")
    phone.get_by_role("button", name="Issue").press("Enter")
    expect(phone.get_by_role("status")).to_contain_text(f"T.1.{YEAR}")
    assert_fit_for_all(phone)
