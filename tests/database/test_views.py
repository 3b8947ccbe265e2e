"""What everybody sees: views without personal columns, computed layers, privileges."""

from __future__ import annotations

import psycopg
import pytest

from sip.database import counting
from sip.database.migrate import migrate
from sip.errors import DatabaseError
from tests.conftest import Project

pytestmark = pytest.mark.database

STOVE = """\
geometry: Point
access: restricted
fields:
  kind: {type: text, title: {pl: Rodzaj, en: Kind}}
  owner: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
"""
KINDS = """\
fields:
  kind: {type: text, title: {pl: Rodzaj, en: Kind}}
  stoves: {type: integer, title: {pl: Liczba, en: Number}}
view: {sql: kinds.sql, reads: [stove]}
"""
COUNT = (
    "SELECT row_number() OVER () AS id, kind, count(*) AS stoves FROM town.stove GROUP BY kind;\n"
)
PUT = (
    "INSERT INTO town.stove (kind, owner, geom)"
    " VALUES ('coal', 'Jan', st_setsrid(st_makepoint(7470000, 5640000), 2178))"
)


@pytest.fixture
def stoves(project: Project) -> Project:
    project.declare("stove", STOVE)
    project.declare("kinds", KINDS)
    project.declare("hut", STOVE.replace("access: restricted\n", ""))
    project.write("layers/town/kinds.sql", COUNT)
    migrate(project.load(), project.settings)
    return project


def refresh(project: Project, *layers: str) -> list[str]:
    with psycopg.connect(project.settings.dsn()) as connection:
        return counting.refresh(connection, project.load(), layers)


def test_personal_columns_are_physically_absent_from_the_public_view(stoves: Project) -> None:
    with pytest.raises(psycopg.errors.UndefinedColumn):
        stoves.sql("SELECT owner FROM pub.hut", "sip_public")


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM town.stove",
        "SELECT * FROM town.hut",
        "SELECT * FROM sip.layer_state",
        "CREATE TABLE pub.mine (a int)",
        "CREATE TABLE public.mine (a int)",
        "CREATE TEMP TABLE mine (a int)",
        "CREATE SCHEMA mine",
        "INSERT INTO pub.hut (kind) VALUES ('x')",
        "DELETE FROM pub.code",
        "UPDATE pub.layer_state SET rows = 0",
        "SET ROLE sip_owner",
        "COPY (SELECT 1) TO '/tmp/x'",
        "SELECT pg_read_file('/etc/passwd')",
    ],
)
def test_the_public_role_can_do_nothing_but_read_the_public_schema(
    stoves: Project, statement: str
) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        stoves.sql(statement, "sip_public")


def test_staff_work_on_views_without_personal_columns_and_not_on_restricted_layers(
    stoves: Project,
) -> None:
    stoves.sql(PUT.replace("stove", "hut"))
    stoves.sql("UPDATE staff.hut SET kind = 'gas'", "sip_editor")
    assert stoves.sql("SELECT kind, owner FROM town.hut") == [("gas", "Jan")]
    for wrong in ("SELECT owner FROM town.hut", "UPDATE town.hut SET owner = ''"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            stoves.sql(wrong, "sip_editor")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        stoves.sql("SELECT owner FROM town.stove", "sip_editor")


def test_access_that_is_declared_anew_is_granted_anew(stoves: Project) -> None:
    stoves.declare("stove", STOVE.replace("restricted", "internal"))
    migrate(stoves.load(), stoves.settings)
    assert stoves.sql("SELECT count(*) FROM town.stove", "sip_editor") == [(0,)]
    stoves.declare("stove", STOVE)
    migrate(stoves.load(), stoves.settings)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        stoves.sql("SELECT count(*) FROM town.stove", "sip_editor")
    assert migrate(stoves.load(), stoves.settings).steps == []


def test_a_computed_layer_follows_the_layers_that_it_reads(stoves: Project) -> None:
    stoves.sql(PUT)
    assert refresh(stoves, "stove") == ["kinds"]
    assert stoves.sql("SELECT kind, stoves FROM pub.kinds", "sip_public") == [("coal", 1)]


def test_the_state_of_a_restricted_layer_is_nobodys_business(stoves: Project) -> None:
    refresh(stoves, "stove", "hut")
    rows = stoves.sql("SELECT layer FROM pub.layer_state ORDER BY 1", "sip_public")
    assert rows == [("hut",), ("kinds",)]


def test_another_sql_makes_the_computed_layer_anew(stoves: Project) -> None:
    stoves.sql(PUT)
    stoves.write("layers/town/kinds.sql", COUNT.replace("count(*)", "count(*) + 10"))
    plan = migrate(stoves.load(), stoves.settings)
    assert [step.text for step in plan.steps] == [
        "drop town.kinds", "drop pub.kinds", "compute town.kinds", "show pub.kinds",
        "grant rights on town.kinds",
    ]  # fmt: skip
    assert stoves.sql("SELECT stoves FROM pub.kinds", "sip_public") == [(11,)]


def test_a_table_below_a_computed_layer_can_change_its_columns(stoves: Project) -> None:
    stoves.sql(PUT)
    stoves.declare("stove", STOVE.replace("  kind: {", "  sort: {renamed_from: kind, "))
    stoves.write(
        "layers/town/kinds.sql",
        COUNT.replace("kind,", "sort AS kind,").replace("BY kind", "BY sort"),
    )
    migrate(stoves.load(), stoves.settings)
    assert stoves.sql("SELECT kind, stoves FROM pub.kinds", "sip_public") == [("coal", 1)]


def test_a_computed_layer_that_yields_other_columns_is_refused(stoves: Project) -> None:
    stoves.write("layers/town/kinds.sql", COUNT.replace("kind,", "kind AS sort,"))
    with pytest.raises(DatabaseError, match=r"could not compute town\.kinds"):
        migrate(stoves.load(), stoves.settings)


def test_computed_layers_may_read_each_other_but_not_in_a_circle(stoves: Project) -> None:
    stoves.declare("most", KINDS.replace("kinds.sql", "most.sql").replace("[stove]", "[kinds]"))
    stoves.write("layers/town/most.sql", "SELECT id, kind, stoves FROM town.kinds LIMIT 1")
    stoves.sql(PUT)
    migrate(stoves.load(), stoves.settings)
    assert refresh(stoves, "stove") == ["kinds", "most"]
    stoves.declare("kinds", KINDS.replace("[stove]", "[most]"))
    with pytest.raises(DatabaseError, match="in a circle"):
        migrate(stoves.load(), stoves.settings)


def test_a_live_layer_follows_its_layers_without_being_computed(project: Project) -> None:
    project.declare("house", "geometry: Point\nfields: {height_m: {type: number, unit: m, title: "
                    "{pl: Wysokość, en: Height}}}")  # fmt: skip
    project.declare(
        "tower",
        """\
        geometry: Point
        view: {sql: tower.sql, reads: [house], is_live: true}
        fields: {height_m: {type: number, unit: m, title: {pl: Wysokość, en: Height}}}
        """,
    )
    select = "SELECT id, height_m, geom FROM town.house WHERE height_m > 50"
    project.write("layers/town/tower.sql", select)
    migrate(project.load(), project.settings)
    point = "ST_Point(7500000, 5600000, 2178)"
    project.sql(f"INSERT INTO town.house (height_m, geom) VALUES (60, {point}), (5, {point})")
    assert project.sql("SELECT height_m FROM pub.tower", "sip_public") == [(60.0,)]
    assert migrate(project.load(), project.settings).steps == []
    project.write("layers/town/tower.sql", select.replace("50", "70"))
    migrate(project.load(), project.settings)
    assert project.sql("SELECT height_m FROM pub.tower", "sip_public") == []
    project.remove("layers/town/tower.yaml")
    migrate(project.load(), project.settings)
    left = project.sql("SELECT to_regclass('town.tower'), to_regclass('pub.tower')")
    assert left == [(None, None)]
