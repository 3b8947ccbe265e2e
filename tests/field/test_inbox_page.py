"""The inbox on the web: seen by those whom it is for, settled in a browser."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest
from playwright.sync_api import expect
from psycopg import sql

from sip import publish
from sip.database import cluster
from sip.field.checkin import checkin
from sip.field.checkout import checkout
from sip.people import keys, roles
from tests.conftest import Project
from tests.field.conftest import edit, row
from tests.portal.conftest import browser
from tests.services.conftest import free_port, serving

pytestmark = [pytest.mark.database, pytest.mark.browser]
__all__ = ["browser"]  # a fixture


@pytest.fixture
def key(project: Project, worker: str) -> Iterator[str]:
    """What the worker's program signs in with."""
    with roles.administrator(project.settings) as connection:
        role, secret = keys.make(
            connection, worker, title="t", scope="edit", groups=["green"],
            lasts=datetime.timedelta(days=1),
        )  # fmt: skip
    yield secret
    with psycopg.connect(cluster.superuser_dsn(project.settings)) as connection:
        connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


@pytest.fixture
def site(project: Project, worker: str, tmp_path: Path) -> Iterator[str]:
    """A portal with two conflicts of the worker."""
    known, settings = project.load(), project.settings
    publish.publish(known, settings)
    file = tmp_path / "field.gpkg"
    checkout(["tree"], "20,50,21,51", file, known, settings, person=worker)
    edit(file, "UPDATE tree SET kind = 'elm', height_m = 7 WHERE no IN ('T1', 'T2')")
    project.sql("UPDATE town.tree SET kind = 'ash', height_m = 9 WHERE no IN ('T1', 'T2')")
    checkin(file, known, settings)
    with serving(settings, free_port()) as origin:
        yield origin


def test_the_inbox_is_for_those_who_edit_and_is_settled_over_http(
    project: Project, site: str, key: str
) -> None:
    with httpx.Client(base_url=site, timeout=30) as client:
        assert client.get("/api/conflicts").status_code == 401
        headers = {"Authorization": f"Bearer {key}"}
        second, first = client.get("/api/conflicts?lang=en", headers=headers).json()["conflicts"]
        assert (
            first["reason"] == "Changed in the field and meanwhile in the database: Kind, Height."
        )
        assert first["geometry"]["type"] == "Point"
        assert [one["name"] for one in first["fields"] if one["open"]] == ["kind", "height_m"]
        path = f"/api/conflicts/{first['id']}"
        assert client.post(path, json={"whole": "mine"}).status_code == 401
        assert client.post(path, json={"whole": "all"}, headers=headers).status_code == 400
        part = client.post(f"{path}?lang=pl", json={"fields": {"kind": "mine"}}, headers=headers)
        assert (part.status_code, part.json()["description"]) == (422, "brak decyzji: height_m")
        sides = {"fields": {"kind": "mine", "height_m": "theirs"}}
        assert client.post(path, json=sides, headers=headers).status_code == 204
        assert client.post(path, json=sides, headers=headers).status_code == 422
        assert row(project, "T1", "kind, height_m") == ("elm", 9.0)
        assert second["row_id"] == 2


def test_a_conflict_is_settled_in_the_browser(
    project: Project, site: str, key: str, browser: object
) -> None:
    context = browser.new_context(extra_http_headers={"Authorization": f"Bearer {key}"})  # type: ignore[attr-defined]
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/inbox?lang=en")
    cards = page.locator("#conflicts details")
    expect(cards).to_have_count(2)
    cards.first.locator("summary").click()
    expect(cards.first).to_contain_text("Changed in the field and meanwhile in the database")
    cards.first.get_by_role("radio", name="In the database").last.check()
    cards.first.get_by_role("button", name="Save the choice").click()
    expect(cards).to_have_count(1)
    assert row(project, "T2", "kind, height_m") == ("elm", 9.0)
    assert errors == []
    context.close()
