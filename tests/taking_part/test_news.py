"""News of acts: told once to each who asked, by mail, webhook and feed, until they end it."""

from __future__ import annotations

import dataclasses
import http.server
import ipaddress
import re
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import orjson
import psycopg
import pytest
from lxml import etree
from playwright.sync_api import Page, expect

from sip import publish
from sip.errors import QueryError
from sip.people import visitors
from sip.settings import Settings
from sip.taking_part import events, outbox, webhook
from sip.taking_part.webhook import WebhookError
from tests.report.test_portal import assert_fit_for_all
from tests.report.town import PLOT
from tests.taking_part.conftest import Box

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("taking-part")]
ROOT = "https://town.invalid"
WANTED = {"place": PLOT, "radius": "500", "email": "basia@dom.example", "webhook": ""}
_ATOM = "{http://www.w3.org/2005/Atom}"


def look(settings: Settings) -> int:
    with psycopg.connect(settings.dsn()) as connection:
        found = publish.snapshot(settings.published.resolve())
        return events.look(connection, found, ROOT)


def change(settings: Settings, state: str) -> None:
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(
            "UPDATE planning.plan_act SET state = %s WHERE identifier = 'draft'", [state]
        )


def subscribe(client: httpx.Client, settings: Settings, box: Box, **changed: str) -> str:
    """Subscribe and click; return the page that says so."""
    answer = client.post("/subscription?lang=en", data={**WANTED, **changed})
    assert answer.status_code == 303, answer.text
    outbox.deliver(settings)
    token = re.findall(r"token=([^&]+)", box.link("subscription/confirm"))[0]
    return client.post("/subscription/confirm?lang=en", data={"token": token}).text


@pytest.fixture
def known(resident: httpx.Client, settings: Settings) -> Iterator[None]:
    """The acts have been seen once, and are as they were afterwards."""
    change(settings, "draft")
    assert look(settings) == 0
    yield
    change(settings, "draft")


@pytest.mark.usefixtures("known")
def test_a_change_of_state_is_told_once_and_one_click_ends_it(
    resident: httpx.Client, settings: Settings, box: Box
) -> None:
    assert "subscribed" in subscribe(resident, settings, box)
    box.letters.clear()
    change(settings, "in_force")
    assert (look(settings), look(settings)) == (1, 0)
    outbox.deliver(settings)
    outbox.deliver(settings)
    (letter,) = box.letters
    assert letter["To"] == "basia@dom.example"
    assert letter["Subject"] == "Projekt Północ: in force"
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    end = letter["List-Unsubscribe"].strip("<>").removeprefix(ROOT)
    # As a mail program does it: no page of ours, no origin.
    one_click = {"List-Unsubscribe": "One-Click"}
    assert httpx.post(f"{resident.base_url}{end}", data=one_click).status_code == 200
    with psycopg.connect(settings.dsn()) as connection:
        left = connection.execute("SELECT count(*) FROM taking_part.subscription").fetchone()
    assert left == (0,)
    assert httpx.post(f"{resident.base_url}{end}", data=one_click).status_code == 410
    change(settings, "draft")
    look(settings)
    assert outbox.deliver(settings).sent == 0


@pytest.mark.usefixtures("known")
def test_far_away_nobody_is_told(resident: httpx.Client, settings: Settings, box: Box) -> None:
    subscribe(resident, settings, box)
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(
            "UPDATE taking_part.subscription SET area = ST_Translate(area, 90000, 0)"
        )
    change(settings, "in_force")
    assert look(settings) == 1
    assert outbox.deliver(settings) == outbox.Delivered(0, 0)


def test_what_the_server_refuses_is_sent_later_with_the_same_identity(
    resident: httpx.Client, settings: Settings, box: Box
) -> None:
    resident.post("/subscription", data=WANTED)
    box.refusals = 1
    assert outbox.deliver(settings) == outbox.Delivered(0, 1)
    assert outbox.deliver(settings) == outbox.Delivered(0, 0), "not before it is due"
    with psycopg.connect(settings.dsn()) as connection:
        row = connection.execute("SELECT failure, due > now() FROM taking_part.outbox").fetchone()
        assert row is not None
        assert ("try again later" in row[0], row[1]) == (True, True)
        connection.execute("UPDATE taking_part.outbox SET due = now()")
    assert outbox.deliver(settings) == outbox.Delivered(1, 0)
    assert len(box.letters) == 1
    with psycopg.connect(settings.dsn()) as connection:
        kept = connection.execute("SELECT receiver, content FROM taking_part.outbox").fetchall()
    assert kept == [(None, None)], "what was sent is forgotten"


@pytest.mark.usefixtures("known")
def test_the_feed_tells_the_same_news_of_its_area(
    resident: httpx.Client, settings: Settings
) -> None:
    change(settings, "in_force")
    look(settings)
    page = resident.get("/subscription", params={"place": PLOT, "radius": "500", "lang": "en"}).text
    near = re.findall(r'href="(/subscription/feed\.atom[^"]*)"', page)[0].replace("&amp;", "&")
    feed = etree.fromstring(resident.get(near).content)
    (entry,) = feed.findall(f"{_ATOM}entry")
    assert entry.findtext(f"{_ATOM}title") == "Projekt Północ: in force"
    assert entry.findtext(f"{_ATOM}summary") == "draft → in force"
    far = etree.fromstring(resident.get("/subscription/feed.atom?lon=15&lat=52&radius=500").content)
    assert far.findall(f"{_ATOM}entry") == []
    assert resident.get("/subscription/feed.atom?lon=x&lat=52&radius=500").status_code == 400


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"place": "qqqqqqq"}, "no such address"),
        ({"radius": "7"}, "how far"),
        ({"email": "basia"}, "no e-mail"),
        ({"webhook": "http://hook.example/x"}, "https://"),
        ({"webhook": "https://me:secret@hook.example/x"}, "https://"),
        ({"webhook": "https://hook.example:8443/x"}, "https://"),
    ],
)
def test_what_does_not_fit_is_said(
    resident: httpx.Client, changed: dict[str, str], said: str
) -> None:
    answer = resident.post("/subscription?lang=en", data={**WANTED, **changed})
    assert (answer.status_code, said in answer.text) == (422, True)


@pytest.mark.usefixtures("known")
def test_a_subscriber_is_found_and_erased_by_a_term(
    resident: httpx.Client, settings: Settings, box: Box
) -> None:
    subscribe(resident, settings, box)
    change(settings, "in_force")
    look(settings)
    with psycopg.connect(settings.dsn()) as connection:
        found = visitors.find(connection, ["BASIA@dom.example"])
        assert {one.what for one in found} == {"subscription", "outbox"}
        assert visitors.erase(connection, ["BASIA@dom.example"]) == 2
        assert visitors.find(connection, ["basia@dom.example"]) == []


class Receiver(http.server.BaseHTTPRequestHandler):
    """Takes webhooks, and refuses those to `/refuse`."""

    taken: list[tuple[dict[str, str], bytes]]

    def do_POST(self) -> None:
        """Take one."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.taken.append((dict(self.headers), body))
        self.send_response({"/refuse": 500, "/moved": 302}.get(self.path, 204))
        self.send_header("Location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[tuple[str, type[Receiver]]]:
    """The origin of a server that takes webhooks, and what it has taken."""
    handler = type("Own", (Receiver,), {"taken": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", handler
        server.shutdown()
        thread.join()


def test_a_webhook_is_signed_and_a_refusal_or_a_detour_is_no_success(
    receiver: tuple[str, type[Receiver]],
) -> None:
    origin, handler = receiver
    webhook.post(f"{origin}/x", {"a": 1}, "secret", key="event/1/2", is_allowed=lambda _one: True)
    ((headers, body),) = handler.taken
    signed = webhook.signature("secret", headers["X-SIP-Timestamp"], body)
    assert (orjson.loads(body), headers["X-SIP-Signature"]) == ({"a": 1}, signed)
    assert headers["X-SIP-Key"] == "event/1/2"
    for path in ("/refuse", "/moved"):
        with pytest.raises(WebhookError, match="answers"):
            webhook.post(f"{origin}{path}", {}, "s", key="k", is_allowed=lambda _one: True)
    assert [one[0]["Host"] for one in handler.taken].count(origin.removeprefix("http://")) == 3


def test_nothing_is_sent_into_a_closed_network(receiver: tuple[str, type[Receiver]]) -> None:
    origin, handler = receiver
    for url in (origin, origin.replace("127.0.0.1", "localhost")):
        with pytest.raises(WebhookError, match="closed network"):
            webhook.post(url, {}, "s", key="k")
    assert handler.taken == []
    closed = (
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1",
        "fd00::1", "fe80::1", "::ffff:10.0.0.1", "2002:7f00:1::", "224.0.0.1",
    )  # fmt: skip
    assert [one for one in closed if webhook.is_public(ipaddress.ip_address(one))] == []
    assert webhook.is_public(ipaddress.ip_address("93.184.215.14"))
    for url in ("https://[::1", "ftp://a.pl", "https://a.pl/\n", "https://"):
        with pytest.raises(QueryError):
            webhook.checked(url)


@pytest.mark.browser
def test_a_resident_subscribes_by_phone(
    phone: Page, resident: httpx.Client, settings: Settings, box: Box
) -> None:
    phone.goto("/subscription?lang=en")
    phone.locator("#place").fill(PLOT)
    phone.get_by_label("E-mail").first.fill("basia@dom.example")
    assert_fit_for_all(phone)
    phone.get_by_role("button", name="Tell me").press("Enter")
    expect(phone.get_by_role("status")).to_contain_text("sent you an e-mail")
    outbox.deliver(settings)
    phone.goto(box.link("subscription/confirm"))
    phone.get_by_role("button", name="Confirm").press("Enter")
    expect(phone.get_by_role("status")).to_contain_text("subscribed")
    assert_fit_for_all(phone)


def test_a_demo_without_a_mail_server_writes_its_letters_to_a_folder(
    resident: httpx.Client, settings: Settings
) -> None:
    resident.post("/subscription", data=WANTED)
    silent = dataclasses.replace(settings, smtp_url="")
    assert outbox.deliver(silent).sent == 1
    (letter,) = Path(silent.mail).glob("*.eml")
    assert b"basia@dom.example" in letter.read_bytes()


_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def faults_of_atom(feed: etree._Element) -> list[str]:
    """Name what RFC 4287 (4.1.1, 4.1.2, 4.2) demands and a feed lacks."""
    found = [] if feed.tag == f"{_ATOM}feed" else [f"root {feed.tag}"]
    for one in (feed, *feed.iter(f"{_ATOM}entry")):
        name = one.tag.removeprefix(_ATOM)
        for child in ("id", "title", "updated"):
            texts = [e.text or "" for e in one.findall(f"{_ATOM}{child}")]
            if len(texts) != 1 or not texts[0].strip():
                found.append(f"{name}: {len(texts)} of {child}")
            if child == "updated" and not all(map(_RFC_3339.fullmatch, texts)):
                found.append(f"{name}: {child} is no RFC 3339 instant")
            if child == "id" and not all(urlsplit(text).scheme for text in texts):
                found.append(f"{name}: id is no IRI")
        links = [(e.get("rel"), e.get("type")) for e in one.findall(f"{_ATOM}link")]
        if one is feed and ("self", "application/atom+xml") not in links:
            found.append("feed: no link to itself")
        if [rel for rel, _type in links].count("alternate") != 1:
            found.append(f"{name}: not one alternate")
        if any(not urlsplit(e.get("href", "")).netloc for e in one.findall(f"{_ATOM}link")):
            found.append(f"{name}: a link leads nowhere")
    authors = feed.findall(f"{_ATOM}author")
    if not authors or not all((one.findtext(f"{_ATOM}name") or "").strip() for one in authors):
        found.append("feed: nobody is its author")
    ids = [one.findtext(f"{_ATOM}id") for one in (feed, *feed.iter(f"{_ATOM}entry"))]
    return found + ([] if len(ids) == len(set(ids)) else ["an id occurs twice"])


@pytest.mark.usefixtures("known")
def test_the_feed_has_all_that_rfc_4287_demands(resident: httpx.Client, settings: Settings) -> None:
    empty = resident.get("/subscription/feed.atom")
    assert empty.headers["content-type"].startswith("application/atom+xml")
    assert faults_of_atom(etree.fromstring(empty.content)) == []
    change(settings, "in_force")
    look(settings)
    feed = etree.fromstring(resident.get("/subscription/feed.atom").content)
    assert len(feed.findall(f"{_ATOM}entry")) == 1
    assert faults_of_atom(feed) == []
    for child in (*feed.findall(f"{_ATOM}*"), *feed.findall(f"{_ATOM}entry/{_ATOM}link")):
        spoilt = etree.fromstring(etree.tostring(feed))
        again = spoilt.xpath(feed.getroottree().getpath(child))[0]
        again.getparent().remove(again)
        assert faults_of_atom(spoilt) or child.tag == f"{_ATOM}entry"
