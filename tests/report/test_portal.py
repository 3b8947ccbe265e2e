"""The report in the portal: in one click from the map, without it, without script, for all."""

from __future__ import annotations

import argparse
import re
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import etree
from playwright.sync_api import Browser, Page, expect

from sip.cli import report as report_command
from sip.settings import Settings
from tests.report.town import PLOT

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("report")]


def assert_fit_for_all(page: Page) -> None:
    findings = Axe().run(page).response["violations"]
    assert [one["id"] for one in findings if one["impact"] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_parcel_number_leads_to_its_report_by_keyboard_alone(phone: Page) -> None:
    phone.goto("/find?lang=en")
    phone.locator("#find").focus()
    phone.keyboard.type(PLOT)
    phone.keyboard.press("Enter")
    expect(phone.get_by_role("heading", level=2)).to_contain_text("Results: 1")
    assert_fit_for_all(phone)
    phone.get_by_role("link", name=re.compile("^Report of the parcel")).press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_contain_text(PLOT)
    assert_fit_for_all(phone)


def test_the_report_is_read_without_script(browser: Browser, town: str) -> None:
    context = browser.new_context(base_url=town, java_script_enabled=False)
    page = context.new_page()
    page.goto("/?lang=en")
    page.get_by_role("searchbox").fill(PLOT)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=re.compile("Report of the parcel")).first.click()
    expect(page.get_by_role("heading", name="Flood no data")).to_be_visible()
    context.close()


def test_one_click_leads_from_an_object_on_the_map_to_the_report(
    page: Page, client: httpx.Client
) -> None:
    found = client.get("/api/search", params={"q": PLOT}).json()["results"][0]
    page.goto(f"/map?lang=en&f=parcel/{found['id']}")
    page.get_by_role("link", name="Report of the parcel").click()
    expect(page).to_have_url(re.compile(f"/report/parcel/{PLOT}"))


def test_what_people_type_leads_to_the_plot(client: httpx.Client) -> None:
    said = client.get("/find", params={"q": f"dz. nr {PLOT}", "lang": "pl"})
    assert "Wyniki: 1" in said.text
    place = client.get("/find", params={"q": "50.86, 20.60", "lang": "pl"})
    assert (place.status_code, "/report?lon=20.6000000&amp;lat=50.8600000" in place.text) == (
        200,
        True,
    )


def test_the_map_extract_has_a_true_scale(client: httpx.Client) -> None:
    svg = etree.fromstring(client.get(f"/report/parcel/{PLOT}.svg").content)
    scale = int(re.search(r"1:(\d+)", svg.get("aria-label") or "")[1])  # type: ignore[index]
    path = next(one for one in svg.iter() if one.get("id") == "plot").get("d") or ""
    across = [float(one) for one in re.findall(r"(-?[\d.]+) -?[\d.]+", path)]
    assert max(across) - min(across) == pytest.approx(40_000 / scale, abs=0.02)


def test_the_pdf_is_tagged_and_says_its_language_and_title(client: httpx.Client) -> None:
    body = client.get(f"/report/parcel/{PLOT}.pdf?lang=pl").content
    assert body.startswith(b"%PDF-")
    streams = re.findall(rb"stream\r?\n(.*?)endstream", body, re.DOTALL)
    said = b"".join(zlib.decompressobj().decompress(one) for one in streams if one[:1] == b"x")
    for part in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang (pl)", b"/Alt (", b"/H1", b"pdfuaid"):
        assert part in said, part
    pages = len(re.findall(rb"/Type /Page[^s]", said))
    assert said.count(b"/Artifact") >= 2 * pages > 0, "what stands in margins is no text"
    assert said.count(b"/S /LI") == said.count(b"/S /LBody")


def test_a_batch_goes_on_where_it_was_and_lists_what_failed(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    numbers, out = tmp_path / "numbers.txt", tmp_path / "out"

    def run(text: str) -> tuple[int, str]:
        numbers.write_text(text)
        args = argparse.Namespace(
            action="parcels", file=numbers, output=out, format="json", again=False, date=None,
            lang="pl",
        )  # fmt: skip
        with ThreadPoolExecutor(1) as alone:  # the browser's event loop runs in this thread
            status = alone.submit(report_command.run, args, settings).result()
        return status, capsys.readouterr().err

    status, said = run(f"{PLOT}\nnothing/1\n")
    assert (status, "1 written, 0 kept, 1 failed" in said) == (1, True), said
    assert (out / "failed.txt").read_text() == "nothing/1\n"
    (written,) = out.glob("*.json")
    before = written.stat().st_mtime_ns
    status, said = run(f"{PLOT}\n")
    assert (status, "0 written, 1 kept, 0 failed" in said) == (0, True), said
    assert written.stat().st_mtime_ns == before
    assert not (out / "failed.txt").exists()
