"""The town published and served, and a page of a real browser that watches what the portal does."""

from __future__ import annotations

import dataclasses
import socket
import textwrap
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import psycopg
import pytest
import uvicorn
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    ViewportSize,
    sync_playwright,
)

from services.gateway.app import create
from sip import catalogue, publish
from sip.database import counting
from sip.settings import Settings
from tests.portal.town import FILES, ROWS

FLAGS = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-gpu",
]  # fmt: skip
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
WAIT_MS = 60_000


@pytest.fixture(scope="module")
def settings(module_database: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The published town with its rows."""
    return published(module_database, tmp_path_factory.mktemp("town"), FILES)


def published(database: Settings, folder: Path, files: Mapping[str, str]) -> Settings:
    """Publish a town with the rows that every town has."""
    found = dataclasses.replace(database, project=folder)
    for name, text in files.items():
        file = found.project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")
    declared = catalogue.load(found.project)
    publish.publish(declared, found)
    with psycopg.connect(found.dsn()) as connection:
        connection.execute(ROWS.encode())
        vectors = [layer.id for layer in declared.layers.values() if layer.is_vector]
        counting.refresh(connection, declared, vectors)
    return found


@pytest.fixture(scope="module")
def town(settings: Settings) -> Iterator[str]:
    """The origin of a server over the town."""
    server = uvicorn.Server(uvicorn.Config(create(settings), log_level="warning"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def client(town: str) -> Iterator[httpx.Client]:
    """An HTTP client of the town."""
    with httpx.Client(base_url=town, timeout=60) as made:
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield chromium
        chromium.close()


@contextmanager
def watched(
    browser: Browser,
    town: str,
    *,
    phone: bool = False,
    refusals: bool = False,
    expected: tuple[str, ...] = (),
) -> Iterator[Page]:
    """Open a page; at the end no request may have left the town and no error been logged.

    With `refusals` the server may refuse what the page sends, which a browser logs as an error;
    `expected` are words of further messages that may be logged.
    """
    context = browser.new_context(
        base_url=town, viewport=PHONE if phone else DESKTOP, locale="pl-PL",
        timezone_id="Europe/Warsaw",
        has_touch=phone, is_mobile=phone, reduced_motion="reduce",
    )  # fmt: skip
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    outside: list[str] = []
    errors: list[str] = []

    def requested(request: Request) -> None:
        if not request.url.startswith((town, "data:", "blob:")):
            outside.append(request.url)

    def logged(message: ConsoleMessage) -> None:
        is_refusal = "status of 4" in message.text and "/items" in message.location["url"]
        if (refusals and is_refusal) or any(one in message.text for one in expected):
            return
        if message.type in ("error", "warning"):
            errors.append(f"{message.text} {message.location['url']}")

    page.on("request", requested)
    page.on("console", logged)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert outside == [], "requests left the origin"
    assert errors == []


@pytest.fixture
def page(browser: Browser, town: str) -> Iterator[Page]:
    """A page on a desktop."""
    with watched(browser, town) as made:
        yield made


@pytest.fixture
def phone(browser: Browser, town: str) -> Iterator[Page]:
    """A page on a phone of 390 pixels."""
    with watched(browser, town, phone=True) as made:
        yield made
