"""A change that is published is seen without a restart."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

import httpx
import pytest

from sip import catalogue as catalogues
from sip import publish
from sip.settings import Settings
from tests.services.conftest import fill, free_port, serving, write_project

pytestmark = pytest.mark.database


@pytest.fixture
def settings(database: Settings, tmp_path: Path) -> Settings:
    """The town in a database and a folder of the test's own."""
    own = dataclasses.replace(database, project=tmp_path)
    fill(write_project(tmp_path), own)
    return own


def seen(client: httpx.Client, name: str) -> bool:
    """Say whether a field can be had and filtered by."""
    answer = client.get("/ogc/collections/tree/items", params={"filter": f"{name} IS NULL"})
    listed = client.get("/ogc/collections/tree/queryables").json()["properties"]
    return answer.status_code == 200 and name in listed


def test_a_new_column_is_seen_two_seconds_after_it_is_published(settings: Settings) -> None:
    file = settings.project / "layers/greenery/tree.yaml"
    with serving(settings, free_port()) as origin, httpx.Client(base_url=origin) as client:
        assert not seen(client, "planted_by")
        new = "\n  planted_by: {type: text, title: {pl: Posadził, en: Planted by}}\n"
        file.write_text(file.read_text().replace("fields:\n", f"fields:{new}", 1))
        publish.publish(catalogues.load(settings.project), settings)
        until = time.monotonic() + 2
        while not seen(client, "planted_by"):
            assert time.monotonic() < until
        assert not seen(client, "planted_by_nobody")
