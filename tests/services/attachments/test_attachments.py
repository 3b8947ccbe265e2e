"""Photos of rows over HTTP: whoever may edit the row adds them, the public sees pixels only."""

from __future__ import annotations

import datetime
import os
import time
from collections.abc import Iterator

import httpx
import psycopg
import pytest
from playwright.sync_api import Browser, expect
from psycopg import sql

from sip import publish
from sip.database import cluster
from sip.database.migrate import migrate
from sip.people import keys, register, roles
from sip.settings import Settings
from tests.conftest import Project
from tests.files.test_picture import SECRET, photo
from tests.portal.conftest import browser
from tests.services.conftest import free_port, serving

pytestmark = pytest.mark.database
__all__ = ["browser"]  # a fixture

_TREE = """\
geometry: Point
attachments: public
rights: {edit: [gardener], drafts: "kind = 'draft'"}
fields:
  kind: {type: text, title: {pl: Rodzaj, en: Kind}}
"""
_HUT = _TREE.replace("attachments: public", "attachments: staff")
_PUT = (
    "INSERT INTO town.{} (kind, geom) SELECT unnest(ARRAY['oak', 'draft']),"
    " st_setsrid(st_makepoint(7470000, 5640000), 2178)"
)
TREE = "/ogc/collections/tree/items/1/attachments"


@pytest.fixture
def town(project: Project) -> Project:
    project.write("layers/_groups.yaml", "groups: {gardener: {title: {pl: Zieleń, en: Green}}}\n")
    project.declare("tree", _TREE)
    project.declare("hut", _HUT)
    migrate(project.load(), project.settings)
    project.sql(_PUT.format("tree"))
    project.sql(_PUT.format("hut"))
    publish.publish(project.load(), project.settings)
    return project


@pytest.fixture
def people(town: Project) -> Iterator[dict[str, dict[str, str]]]:
    """The headers of an editor, of a viewer, and of everybody."""
    names = {"editor": "gardener", "viewer": "viewer"}
    found: dict[str, dict[str, str]] = {"everybody": {}}
    made = []
    with roles.administrator(town.settings) as connection:
        for who, group in names.items():
            name = f"{who}{os.getpid()}"
            register.add(
                connection, town.load(), name, title=who, email=f"{who}@office.example",
                groups=[group], is_personal=False,
            )  # fmt: skip
            role, secret = keys.make(
                connection, name, title=who, scope="edit", groups=[group],
                lasts=datetime.timedelta(days=1),
            )  # fmt: skip
            found[who] = {"Authorization": f"Bearer {secret}"}
            made += [role, name]
    yield found
    with psycopg.connect(cluster.superuser_dsn(town.settings)) as connection:
        for role in made:
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


@pytest.fixture
def client(town: Project) -> Iterator[httpx.Client]:
    with (
        serving(town.settings, free_port()) as origin,
        httpx.Client(base_url=origin, timeout=30) as one,
    ):
        yield one


def test_who_edits_the_row_adds_and_everybody_sees_pixels(
    town: Project, client: httpx.Client, people: dict[str, dict[str, str]]
) -> None:
    original = photo()
    for who, status in (("everybody", 401), ("viewer", 403)):
        answer = client.post(TREE, content=original, headers=people[who])
        assert answer.status_code == status, answer.text
    assert not list(_files(town.settings))
    made = client.post(f"{TREE}?name=dąb.jpg", content=original, headers=people["editor"])
    assert made.status_code == 201, made.text
    again = client.post(TREE, content=original, headers=people["editor"])
    assert (again.status_code, again.json()) == (200, made.json())
    place = httpx.URL(made.headers["location"]).path
    # staff sees the original and what the camera wrote
    (one,) = client.get(TREE, headers=people["viewer"]).json()["attachments"]
    assert one["author"].startswith("editor")
    assert (one["lon"], one["lat"]) == pytest.approx((20.63, 50.87))
    assert client.get(place, headers=people["viewer"]).content == original
    # everybody sees pixels
    (one,) = client.get(TREE).json()["attachments"]
    assert set(one) == {"id", "media_type", "href", "thumbnail"}
    for address in (one["href"], one["thumbnail"], f"{one['href']}?size=public"):
        shown = client.get(address)
        assert shown.status_code == 200
        assert SECRET.encode() not in shown.content
        assert b"Exif" not in shown.content
        assert shown.headers["x-content-type-options"] == "nosniff"
        assert shown.headers["content-disposition"].startswith("inline; filename*=UTF-8''")
    # the history knows who did it
    assert town.sql("SELECT who FROM sip.change JOIN sip.changeset ON id = changeset"
                    " WHERE layer = 'attachment'")[0][0].startswith("editor")  # fmt: skip
    assert client.delete(place).status_code == 401
    assert client.delete(place, headers=people["viewer"]).status_code in (403, 404)
    assert client.delete(place, headers=people["editor"]).status_code == 204
    assert client.get(TREE).json() == {"attachments": []}
    assert town.sql("SELECT layer, item_id FROM history.attachment") == [("tree", 1)]


def test_what_the_row_or_the_layer_hides_is_not_shown(
    town: Project, client: httpx.Client, people: dict[str, dict[str, str]]
) -> None:
    draft, hut = TREE.replace("/1/", "/2/"), TREE.replace("/tree/", "/hut/")
    for path in (draft, hut):
        made = client.post(path, content=photo(), headers=people["editor"])
        assert made.status_code == 201, made.text
    place = f"{hut}/{made.json()['id']}"
    assert client.get(draft).status_code == 404
    assert client.get(draft, headers=people["viewer"]).status_code == 404
    assert client.get(hut).json() == {"attachments": []}
    assert client.get(place).status_code == 404
    assert client.get(place, headers=people["viewer"]).status_code == 200
    assert client.post(TREE, content=b"<svg/>", headers=people["editor"]).status_code == 400
    pdf = client.post(TREE, content=b"%PDF-1.7", headers=people["editor"]).headers["location"]
    assert client.get(httpx.URL(pdf).path).status_code == 404
    seen = client.get(httpx.URL(pdf).path, headers=people["editor"])
    assert seen.headers["content-disposition"].startswith("attachment;")


def test_pictures_of_a_past_day_are_those_that_were_there(
    town: Project, client: httpx.Client, people: dict[str, dict[str, str]]
) -> None:
    def instant() -> str:
        time.sleep(0.01)
        now = datetime.datetime.now(datetime.UTC).isoformat().replace("+00:00", "Z")
        time.sleep(0.01)
        return now

    before, editor = instant(), people["editor"]
    made = client.post(TREE, content=photo(), headers=editor).raise_for_status()
    there = instant()
    client.delete(httpx.URL(made.headers["location"]).path, headers=editor).raise_for_status()
    for who in people:
        sent = {"headers": people[who]}
        assert client.get(TREE, params={"asOf": before}, **sent).json() == {"attachments": []}
        (one,) = client.get(TREE, params={"asOf": there}, **sent).json()["attachments"]
        for name in ("href", "thumbnail"):
            assert client.get(one[name], **sent).headers["content-type"] == "image/jpeg"
        assert client.get(one["href"].partition("?")[0], **sent).status_code == 404
    draft = TREE.replace("/1/", "/2/")
    assert client.get(draft, params={"asOf": there}).status_code == 404
    refused = client.post(TREE, params={"asOf": there}, content=photo(), headers=editor)
    assert refused.status_code == 400


def test_the_api_document_says_what_can_be_attached(client: httpx.Client) -> None:
    paths = client.get("/ogc/api?f=json").raise_for_status().json()["paths"]
    path = "/collections/{collectionId}/items/{featureId}/attachments"
    assert {"get", "post"} < set(paths[path])
    assert {"get", "delete"} < set(paths[f"{path}/{{attachmentId}}"])


@pytest.mark.browser
def test_the_portal_shows_the_pictures_of_an_object(
    town: Project, client: httpx.Client, people: dict[str, dict[str, str]], browser: Browser
) -> None:
    assert client.post(TREE, content=photo(), headers=people["editor"]).status_code == 201
    page = browser.new_page()
    page.goto(f"{client.base_url}/map?lang=en&l=tree&f=tree/1")
    picture = page.get_by_role("img", name="Photo 1")
    expect(picture).to_be_visible()
    page.wait_for_function("() => document.querySelector('.photos img')?.naturalWidth === 213")
    page.close()


def _files(settings: Settings) -> Iterator[str]:
    return (str(one) for one in settings.files.rglob("*") if one.is_file())
