"""Proposals on the web: seen by those whom they are for, judged by their evidence, decided."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import httpx
import numpy as np
import psycopg
import pytest
import shapely
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from psycopg import sql

from processing.ortho.evidence import picture_of, profile_of
from sip import publish
from sip.database import cluster
from sip.files import store
from sip.people import keys, roles
from sip.proposals.adding import Evidence
from tests.conftest import Project
from tests.portal.conftest import browser
from tests.processing.ortho.pictures import write
from tests.proposals.conftest import flown, planted, proposed
from tests.services.conftest import free_port, serving

pytestmark = [pytest.mark.database, pytest.mark.browser]
__all__ = ["browser"]  # a fixture
CORNER = {"west": 7469980.0, "north": 5640070.0, "cell": 0.5, "crs": 2178}


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


def evidence(project: Project, folder: Path) -> Evidence:
    """Return a picture of a meadow with one crown in it, and a profile through the crown."""
    light = np.zeros((3, 280, 400), dtype=np.uint8)
    light[:] = np.array([120, 150, 90])[:, None, None]
    heights = np.zeros((1, 280, 400), dtype=np.float32)
    rows, cols = np.ogrid[:280, :400]
    crown = np.hypot(rows - 140, cols - 240) < 6
    light[:, crown], heights[0, crown] = np.array([[50], [90], [40]]), 7.0
    shape = shapely.Point(7470100, 5640000).buffer(3)
    ortho, ndsm = folder / "ortho.tif", folder / "ndsm.tif"
    write(ortho, light, **CORNER)
    write(ndsm, heights, **CORNER)
    picture = picture_of(ortho, shape, layout="rgb")
    assert picture is not None
    assert picture_of(ortho, shapely.Point(0, 0).buffer(3), layout="rgb") is None
    profile = profile_of(ndsm, shape)
    assert max(height for _, height in profile) == 7.0
    assert profile[0][1] == 0.0
    return Evidence(store.put(project.settings, picture), profile)


@pytest.fixture
def site(project: Project, worker: str, tmp_path: Path) -> Iterator[str]:
    """A portal with a taller tree and two unknown ones."""
    project.sql("DELETE FROM town.tree")
    planted(project)
    publish.publish(project.load(), project.settings)
    rows = [(20.0, 1.0, 14.0, 0.9), (100.0, 0.0, 7.0, 0.8), (120.0, 0.0, 8.0, 0.7)]
    file = flown(tmp_path / "trees.parquet", *rows)
    proposed(project, file, person=worker, evidence=evidence(project, tmp_path))
    with serving(project.settings, free_port()) as origin:
        yield origin


def test_proposals_are_for_those_who_edit_and_are_decided_over_http(
    project: Project, site: str, key: str
) -> None:
    with httpx.Client(base_url=site, timeout=30) as client:
        assert client.get("/api/proposals").status_code == 401
        client.headers["Authorization"] = f"Bearer {key}"
        changed, new, _ = client.get("/api/proposals?lang=en").json()["proposals"]
        assert (changed["kind"], changed["stale"]) == ("changed", False)
        assert (changed["before"], changed["said"]) == ({"height_m": 12.0}, {"height_m": 14.0})
        picture = client.get(changed["picture"])
        assert (picture.status_code, picture.content[:3]) == (200, b"\xff\xd8\xff")
        path = f"/api/proposals/{new['id']}?lang=en"
        assert client.post(path, json={"decision": "perhaps"}).status_code == 400
        lacking = client.post(path, json={"decision": "accept"})
        assert lacking.status_code == 422
        assert "Number" in lacking.json()["description"]
        project.sql(f"UPDATE town.tree SET kind = 'ash' WHERE id = {changed['row_id']}")
        path = f"/api/proposals/{changed['id']}?lang=en"
        stale = client.post(path, json={"decision": "accept"})
        assert stale.status_code == 422
        assert "changed meanwhile" in stale.json()["description"]
        now = client.get("/api/proposals?lang=en&kind=changed").json()["proposals"][0]
        assert (now["stale"], now["version"]) == (True, 2)
        assert client.post(path, json={"decision": "accept", "seen": 2}).status_code == 200
        rule = {"layer": "tree", "run": "2026", "kind": "new", "confidence": 0.75}
        done = client.post("/api/proposals/rule", json={**rule, "decision": "reject"})
        assert done.json() == {"decided": 1, "refused": []}
        (run,) = client.get("/api/proposals/runs").json()["runs"]
        assert (run["open"], run["accepted_changed"], run["rejected_new"]) == (1, 1, 1)
        assert run["precision"] == 0.5


def test_a_proposal_is_judged_and_decided_in_the_browser_by_keyboard(
    project: Project, site: str, key: str, browser: object, tmp_path: Path
) -> None:
    context = browser.new_context(  # type: ignore[attr-defined]
        extra_http_headers={"Authorization": f"Bearer {key}"},
        viewport={"width": 1280, "height": 900},
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}/proposals?lang=en")
    page.wait_for_selector("html[data-ready=true]")
    cards = page.locator("#list details")
    expect(cards).to_have_count(3)
    new = cards.nth(1)
    new.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(new.get_by_label("Number")).to_be_visible()
    expect(new.get_by_alt_text("Picture from above")).to_be_visible()
    expect(new.get_by_role("img", name="7 m at most")).to_be_visible()
    page.screenshot(path=tmp_path / "proposals.png")
    serious = [
        one["id"]
        for one in Axe().run(page).response["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []
    new.get_by_label("Note").focus()
    page.keyboard.press("Enter")
    expect(new.get_by_role("alert")).to_contain_text("Number")
    new.get_by_label("Number").fill("N1")
    page.keyboard.press("Enter")
    expect(cards).to_have_count(2)
    assert project.sql("SELECT height_m FROM town.tree WHERE no = 'N1'") == [(7.0,)]
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.get_by_label("Run").select_option(index=1)
    expect(page.locator("#filter")).to_contain_text("Found 3, known 1, cards not met 3, waiting 2")
    page.locator("#filter summary").click()
    page.locator("#filter").get_by_label("Kind").select_option("changed")
    page.locator("#filter").get_by_role("button", name="Accept").click()
    expect(page.get_by_role("status").first).to_contain_text("Decided: 1, refused: 0")
    expect(cards).to_have_count(1)
    assert errors == []
    context.close()
