"""Publishing while services still answer from the former generation."""

from __future__ import annotations

import threading
from typing import Any

import psycopg
import pytest

from sip import publish as publishing
from sip.publish import current, publish
from tests.conftest import Project

pytestmark = pytest.mark.database

TREE = """\
geometry: Point
fields:
  no: {type: text, title: {pl: Nr, en: No}}
  note: {type: text, title: {pl: Uwagi, en: Notes}}
"""


@pytest.fixture
def trees(project: Project) -> Project:
    project.declare("tree", TREE)
    publish(project.load(), project.settings)
    return project


def reading(project: Project, statement: str, stop: threading.Event, seen: list[Any]) -> None:
    """Read again and again as a service does, until told to stop."""
    with psycopg.connect(project.settings.dsn("sip_public"), autocommit=True) as connection:
        while not stop.is_set():
            try:
                connection.execute(statement.encode(), prepare=False)
                seen.append("read")
            except psycopg.Error as error:
                seen.append(error)


@pytest.mark.parametrize("gone", ["note", "tree"])
def test_what_the_former_generation_reads_stays_until_services_have_switched(
    trees: Project, gone: str
) -> None:
    former, stop, seen = current(trees.settings), threading.Event(), []
    reader = threading.Thread(
        target=reading, args=(trees, "SELECT no, note FROM pub.tree", stop, seen)
    )
    trees.declare("bush", TREE)
    if gone == "tree":
        trees.remove("layers/town/tree.yaml")
    else:
        trees.declare("tree", TREE.replace("  note", "  # note"))
    reader.start()
    switch = threading.Thread(target=_stop_when_switched, args=(trees, former, stop))
    switch.start()
    publish(trees.load(), trees.settings)
    switch.join()
    reader.join()
    assert [one for one in seen if one != "read"] == []
    assert len(seen) > 10
    with pytest.raises(psycopg.Error):
        trees.sql("SELECT note FROM pub.tree", "sip_public")


def _stop_when_switched(project: Project, former: object, stop: threading.Event) -> None:
    while current(project.settings) == former:
        stop.wait(0.01)
    stop.wait(0.5)  # as long as a service needs to notice
    stop.set()


def test_publishing_what_only_grows_does_not_wait(
    trees: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publishing.time, "sleep", lambda _s: pytest.fail("it waited"))
    trees.declare("bush", TREE)
    publish(trees.load(), trees.settings)
    assert trees.sql("SELECT layer, rows FROM pub.layer_state ORDER BY 1", "sip_public") == [
        ("bush", 0), ("tree", 0),
    ]  # fmt: skip


def test_an_edit_from_outside_is_counted_by_the_next_publishing(trees: Project) -> None:
    trees.sql(
        "INSERT INTO town.tree (no, geom)"
        " VALUES ('A1', st_setsrid(st_makepoint(7470000, 5640000), 2178))",
        "sip_editor",
    )
    publish(trees.load(), trees.settings)
    rows = trees.sql("SELECT rows, west FROM pub.layer_state", "sip_public")
    assert rows == [(1, 7470000.0)]


def test_publishing_again_counts_nothing_again(trees: Project) -> None:
    changed = trees.sql("SELECT changed FROM pub.layer_state")
    publish(trees.load(), trees.settings)
    assert trees.sql("SELECT changed FROM pub.layer_state") == changed
