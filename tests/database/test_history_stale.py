"""Stale edits are refused, with who changed what and when: as QGIS sends them, and as others do."""

from __future__ import annotations

import json
from collections.abc import Iterator

import psycopg
import pytest

from sip.database.migrate import migrate
from tests.conftest import Project

pytestmark = pytest.mark.database

TREE = """\
geometry: Point
fields:
  no: {type: text, title: {pl: Nr, en: No}}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
"""
PLANT = (
    "INSERT INTO town.tree (no, height_m, geom)"
    " VALUES ('A1', 5, st_setsrid(st_makepoint(7470000, 5640000), 2178))"
)
type Session = psycopg.Connection[tuple[object, ...]]


@pytest.fixture
def trees(project: Project) -> Project:
    project.declare("tree", TREE)
    migrate(project.load(), project.settings)
    project.sql(PLANT)
    return project


@pytest.fixture
def qgis(trees: Project) -> Iterator[Session]:
    """A session as QGIS opens it; each statement is a transaction."""
    dsn = trees.settings.dsn("sip_editor")
    with psycopg.connect(dsn, autocommit=True, application_name="QGIS") as session:
        yield session


def test_the_version_that_was_read_lets_an_edit_in(trees: Project, qgis: Session) -> None:
    qgis.execute("UPDATE town.tree SET height_m = 6, row_version = -1 WHERE id = 1")
    assert trees.sql("SELECT height_m, row_version FROM town.tree") == [(6.0, 2)]


@pytest.mark.parametrize(
    "change",
    ["no = 'B'", "geom = st_setsrid(st_makepoint(7470001, 5640000), 2178)", "height_m = height_m"],
)
def test_a_stale_edit_is_refused_with_who_what_and_when(
    trees: Project, qgis: Session, change: str
) -> None:
    trees.sql("UPDATE town.tree SET height_m = 6, geom = st_translate(geom, 1, 1)")
    (when,) = trees.sql("SELECT to_char(row_from, 'YYYY-MM-DD HH24:MI:SS') FROM town.tree")[0]
    with pytest.raises(psycopg.Error) as caught:
        qgis.execute(f"UPDATE town.tree SET {change}, row_version = -1 WHERE id = 1".encode())
    said = str(caught.value)
    assert caught.value.sqlstate == "SIP01"
    assert said.startswith("Nie zapisano: wiersz 1 zmienił(a) tymczasem sip_owner, " + when)
    assert "(Wysokość, geometria)" in said
    detail = json.loads(caught.value.diag.message_detail or "")
    assert (detail["row_version"], detail["seen"], detail["who"]) == (2, 1, "sip_owner")


def test_the_refusal_speaks_the_language_of_the_session(trees: Project, qgis: Session) -> None:
    trees.sql("UPDATE town.tree SET height_m = 6")
    qgis.execute("SET sip.language = 'en'")
    with pytest.raises(psycopg.Error, match=r"row 1 was changed .* by sip_owner.*\(Height\)"):
        qgis.execute("UPDATE town.tree SET no = 'B', row_version = -1 WHERE id = 1")


def test_a_writer_that_makes_no_claim_is_let_in(trees: Project) -> None:
    trees.sql("UPDATE town.tree SET height_m = 6")
    trees.sql("UPDATE town.tree SET height_m = 7, row_version = 1", "sip_editor")
    assert trees.sql("SELECT row_version FROM town.tree") == [(3,)]


def test_an_edit_of_a_row_that_is_gone_is_refused_in_qgis_alone(
    trees: Project, qgis: Session
) -> None:
    trees.sql("DELETE FROM town.tree")
    change = 'UPDATE "town"."tree" SET "height_m"=9,"row_version"=-1 WHERE "id"=1'
    with pytest.raises(psycopg.Error, match=r"wiersza 1 już nie ma .*\(sip_owner, ") as caught:
        qgis.execute(change.encode())
    assert caught.value.sqlstate == "SIP02"
    trees.sql(change, "sip_editor")


def test_qgis_does_not_delete_what_somebody_else_changed_since(
    trees: Project, qgis: Session
) -> None:
    trees.sql("UPDATE town.tree SET height_m = 6")
    with pytest.raises(psycopg.Error, match=r"zmienił\(a\) tymczasem sip_owner") as caught:
        qgis.execute("DELETE FROM town.tree WHERE id = 1")
    assert caught.value.sqlstate == "SIP01"
    qgis.execute("UPDATE town.tree SET height_m = 7, row_version = -2 WHERE id = 1")
    qgis.execute("DELETE FROM town.tree WHERE id = 1")
    assert trees.sql("SELECT count(*) FROM town.tree") == [(0,)]
