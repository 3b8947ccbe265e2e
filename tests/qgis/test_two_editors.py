"""Two people edit the same row in real QGIS: who comes second is told, and keeps what he typed."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from sip.database import cluster
from sip.database.migrate import migrate
from sip.qgis import Source, project_file
from sip.state import seen_by
from tests.conftest import Project
from tests.qgis.sessions import Person, qgis

pytestmark = [pytest.mark.qgis, pytest.mark.database]

TREE = """\
geometry: Point
fields:
  kind: {type: text, title: {pl: Rodzaj, en: Kind}}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m}
"""
PUT = (
    "INSERT INTO town.tree (kind, height_m, geom) SELECT 'oak', 10,"
    " st_setsrid(st_makepoint(7470000 + n, 5640000), 2178) FROM generate_series(1, 6) AS n"
)
PEOPLE = ("qgis_anna", "qgis_jan")


@pytest.fixture
def trees(project: Project) -> Project:
    project.declare("tree", TREE)
    migrate(project.load(), project.settings)
    project.sql(PUT)
    with psycopg.connect(cluster.superuser_dsn(project.settings), autocommit=True) as connection:
        for name in PEOPLE:
            with contextlib.suppress(psycopg.errors.DuplicateObject):
                connection.execute(f"CREATE ROLE {name} IN ROLE sip_editor".encode())
            connection.execute(f"GRANT {name} TO sip_gateway".encode())
            # A person sees his own connections; these are all of the gateway's login.
            connection.execute(f"GRANT pg_read_all_stats TO {name}".encode())
    return project


@pytest.fixture
def people(trees: Project, tmp_path: Path) -> Iterator[tuple[Person, Person]]:
    """Anna and Jan, each in QGIS with the same project."""
    with contextlib.ExitStack() as stack:
        yield tuple(stack.enter_context(_qgis(trees, tmp_path / name, name)) for name in PEOPLE)  # type: ignore[misc]


@contextlib.contextmanager
def _qgis(trees: Project, folder: Path, name: str) -> Iterator[Person]:
    folder.mkdir()
    file = folder / "sip.qgz"
    source = Source("database", "http://localhost")
    catalogue = seen_by(name, trees.load(), trees.settings)
    file.write_bytes(project_file(catalogue, source, language="en"))
    service = folder / "pg_service.conf"
    service.write_text(
        f"[sip]\nhost={trees.settings.run}\ndbname={trees.settings.database}\nuser=sip_gateway\n"
        f"options=-crole={name} -csip.language=en\n"
    )
    with qgis(file, {"PGSERVICEFILE": str(service), "HOME": str(folder)}) as person:
        yield person


def value(trees: Project, row: int, column: str = "kind") -> Any:
    found = trees.sql(f"SELECT {column} FROM town.tree WHERE id = {row}")
    return found[0][0] if found else None


def test_the_second_editor_is_refused_and_keeps_his_edit(
    trees: Project, people: tuple[Person, Person]
) -> None:
    anna, jan = people
    # an attribute
    mine, his = anna.opens('"id" = 1'), jan.opens('"id" = 1')
    assert anna("change", fid=mine, field="kind", value="ash")["done"]
    assert jan("change", fid=his, field="kind", value="elm")["done"]
    assert anna("commit")["done"]
    said = jan("commit")
    assert not said["done"]
    text = " ".join(said["errors"])
    assert "qgis_anna" in text, text
    assert "Kind" in text
    assert said["editing"]
    assert [one["kind"] for one in said["kept"]] == ["elm"]
    assert value(trees, 1) == "ash"
    jan("roll_back")
    # another attribute of a row that was read anew goes through
    assert jan("read", where='"id" = 1')["values"]["kind"] == "ash"
    assert jan("change", fid=jan.opens('"id" = 1'), field="height_m", value=12.5)["done"]
    assert jan("commit")["done"]
    assert trees.sql("SELECT kind, height_m, row_version FROM town.tree WHERE id = 1") == [
        ("ash", 12.5, 3)
    ]
    # a geometry
    mine, his = anna.opens('"id" = 2'), jan.opens('"id" = 2')
    anna("move", fid=mine, wkt="POINT(7470100 5640000)")
    jan("move", fid=his, wkt="POINT(7470200 5640000)")
    assert anna("commit")["done"]
    said = jan("commit")
    assert not said["done"]
    assert "qgis_anna" in " ".join(said["errors"])
    assert said["kept_shapes"] == ["Point (7470200 5640000)"]
    assert value(trees, 2, "st_x(geom)") == 7470100
    jan("roll_back")


def test_a_deletion_does_not_take_a_change_along_nor_a_change_meet_nothing(
    trees: Project, people: tuple[Person, Person]
) -> None:
    anna, jan = people
    # a deletion of what somebody changed meanwhile
    mine, his = anna.opens('"id" = 3'), jan.opens('"id" = 3')
    jan("delete", fid=his)
    anna("change", fid=mine, field="kind", value="ash")
    assert anna("commit")["done"]
    said = jan("commit")
    assert not said["done"]
    assert "Not deleted: row 3 was changed meanwhile by qgis_anna" in " ".join(said["errors"])
    assert said["kept_deletions"] == 1
    assert value(trees, 3) == "ash"
    jan("roll_back")
    # he has seen it now, says so by a change of his own, and may delete it
    jan("change", fid=jan.opens('"id" = 3'), field="kind", value="dead")
    assert jan("commit")["done"]
    jan("delete", fid=jan.opens('"id" = 3'))
    assert jan("commit")["done"]
    assert value(trees, 3) is None
    # a change of what somebody deleted meanwhile
    mine, his = anna.opens('"id" = 4'), jan.opens('"id" = 4')
    jan("change", fid=his, field="kind", value="elm")
    anna("delete", fid=mine)
    assert anna("commit")["done"]
    said = jan("commit")
    assert not said["done"]
    text = " ".join(said["errors"])
    assert "not there any more" in text, text
    assert [one["kind"] for one in said["kept"]] == ["elm"]
    assert value(trees, 4) is None
    assert trees.sql("SELECT kind FROM history.tree WHERE id = 4") == [("oak",)]


def test_a_lost_connection_loses_no_edit(trees: Project, people: tuple[Person, Person]) -> None:
    anna, _ = people
    fid = anna.opens('"id" = 5')
    anna("change", fid=fid, field="kind", value="ash")
    with psycopg.connect(cluster.superuser_dsn(trees.settings)) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname ="
            " current_database() AND usename = 'sip_gateway'"
        )
    said = anna("commit")
    if not said["done"]:
        assert said["errors"]
        assert [one["kind"] for one in said["kept"]] == ["ash"]
        assert value(trees, 5) == "oak"
        said = anna("commit")
    assert said["done"], said
    assert value(trees, 5) == "ash"
    assert value(trees, 5, "row_version") == 2


def test_the_inbox_is_a_layer_that_cannot_be_edited(
    trees: Project, people: tuple[Person, Person]
) -> None:
    trees.sql("INSERT INTO sip.checkout (token) VALUES ('00000000-0000-0000-0000-000000000001')")
    trees.sql(
        "INSERT INTO sip.conflict (checkout, theme, layer, fid, row_id, fields, reason, reason_pl,"
        " reason_en, geom) SELECT '00000000-0000-0000-0000-000000000001', 'town', 'tree', id, id,"
        " ARRAY['kind'], 'both_changed', 'Oba', 'Both', geom FROM town.tree WHERE id = 6"
    )
    anna, _ = people
    seen = anna("read", layer="inbox", where="true")
    assert (seen["values"]["layer"], seen["values"]["reason_en"]) == ("tree", "Both")
    assert seen["wkt"] == "Point (7470006 5640000)"
    assert not anna("form", layer="inbox")["editable"]
