"""Rights stand in the database: without a line of Python, it refuses all the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import sql

from sip.database import cluster
from sip.database.migrate import Losses, migrate
from tests.conftest import Project

pytestmark = pytest.mark.database

GROUPS = """\
groups:
  surveyor: {title: {pl: Geodeta, en: Surveyor}}
  steward: {title: {pl: Opiekun, en: Steward}, includes: [surveyor]}
  recluse: {title: {pl: Pustelnik, en: Recluse}}
"""
"""Nobody of any test is a recluse: whom the gateway can become, it can follow into his groups."""
PLAN = """\
rights: {edit: [surveyor], drafts: state = 'draft', gmina_field: gmina}
geometry: Point
fields:
  state: {type: text, title: {pl: Stan, en: State}, default: draft}
  gmina: {type: text, title: {pl: Gmina, en: Municipality}}
"""
STOVE = """\
access: restricted
rights: {read: [], edit: [surveyor], personal: [surveyor]}
fields:
  kind: {type: text, title: {pl: Rodzaj, en: Kind}}
  owner: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
"""
PERMIT = """\
rights: {edit: [surveyor], personal: [surveyor]}
fields:
  no: {type: text, title: {pl: Nr, en: No}, default: N1}
  memo: {type: text, title: {pl: Notatka, en: Memo}, internal: true}
  holder: {type: text, title: {pl: Posiadacz, en: Holder}, personal: true}
"""
POINT = "st_setsrid(st_makepoint(7470000, 5640000), 2178)"


class People:
    """Roles of a test, as `sip user` makes them."""

    def __init__(self, project: Project):
        self._dsn = cluster.superuser_dsn(project.settings)
        self._prefix = project.settings.database
        self.made: list[str] = []

    def add(self, name: str, *groups: str) -> str:
        """Make a role that is a member of roles; return its full name."""
        full = f"{self._prefix}_{name}"
        with psycopg.connect(self._dsn) as connection:
            connection.execute(sql.SQL("CREATE ROLE {}").format(sql.Identifier(full)))
            for group in groups:
                grant = sql.SQL("GRANT {} TO {}")
                connection.execute(grant.format(*map(sql.Identifier, (group, full))))
        self.made.append(full)
        return full

    def sql(self, role: str, statement: str) -> list[tuple[Any, ...]]:
        """Execute a statement as a role."""
        with psycopg.connect(self._dsn) as connection:
            connection.execute("SET enable_seqscan = off")  # a plan on few rows is one on many
            connection.execute("SELECT set_config('role', %s, false)", [role])
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []

    def remove(self) -> None:
        with psycopg.connect(self._dsn) as connection:
            for name in self.made:
                connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))


@pytest.fixture
def town(project: Project) -> Project:
    project.write("layers/_groups.yaml", GROUPS)
    for name, text in (("plan", PLAN), ("stove", STOVE), ("permit", PERMIT)):
        project.declare(name, text)
    migrate(project.load(), project.settings)
    for state, gmina in (("draft", "2604011"), ("final", "2604011"), ("final", "2604022")):
        values = f"('{state}', '{gmina}', {POINT})"
        project.sql(f"INSERT INTO town.plan (state, gmina, geom) VALUES {values}")
    project.sql("INSERT INTO town.stove (kind, owner) VALUES ('coal', 'Jan')")
    project.sql("INSERT INTO town.permit (no, memo, holder) VALUES ('N0', 'm', 'Jan')")
    return project


@pytest.fixture
def people(town: Project) -> Iterator[People]:
    made = People(town)
    yield made
    made.remove()


def refused(people: People, role: str, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        people.sql(role, statement)


def test_drafts_are_seen_by_those_who_may_edit_them(town: Project, people: People) -> None:
    viewer = people.add("viewer", "sip_viewer")
    surveyor = people.add("surveyor", "sip_surveyor")
    steward = people.add("steward", "sip_steward")
    counted = "SELECT count(*) FROM {}.plan"
    assert people.sql(viewer, counted.format("town")) == [(2,)]
    assert people.sql(surveyor, counted.format("town")) == [(3,)]
    assert people.sql(steward, counted.format("town")) == [(3,)]
    assert people.sql(surveyor, counted.format("pub")) == [(2,)]
    assert town.sql(counted.format("pub"), "sip_public") == [(2,)]


def test_a_condition_of_a_visitor_does_not_meet_a_draft(town: Project) -> None:
    probe = "SELECT id FROM pub.plan WHERE 1 / (CASE state WHEN 'draft' THEN 0 ELSE 1 END) > 0"
    assert len(town.sql(probe, "sip_public")) == 2


def test_staff_of_a_gmina_change_its_rows_only(town: Project, people: People) -> None:
    local = people.add("local", "sip_surveyor")
    free = people.add("free", "sip_surveyor")
    town.sql(f"INSERT INTO sip.person_gmina VALUES ('{local}', '2604011')")
    change = "UPDATE town.plan SET state = 'x' RETURNING gmina"
    assert people.sql(local, change) == [("2604011",), ("2604011",)]
    assert len(people.sql(free, change)) == 3
    for statement in (
        f"INSERT INTO town.plan (gmina, geom) VALUES ('2604022', {POINT})",
        "UPDATE town.plan SET gmina = '2604022' WHERE gmina = '2604011'",
    ):
        refused(people, local, statement)
    assert people.sql(local, "DELETE FROM town.plan WHERE gmina = '2604022' RETURNING id") == []


def test_personal_columns_are_read_under_the_personal_role_only(people: People) -> None:
    plain = people.add("plain", "sip_surveyor")
    trusted = people.add("trusted", "sip_surveyor.personal")
    steward = people.add("steward", "sip_steward.personal")
    for statement in (
        "SELECT holder FROM town.permit",
        "SELECT * FROM town.permit",
        "SELECT count(*) FROM town.permit WHERE holder = 'Jan'",
        "SELECT id FROM town.permit ORDER BY holder",
        "UPDATE town.permit SET holder = 'x'",
        "UPDATE town.permit SET no = holder",
        "INSERT INTO town.permit (no, holder) VALUES ('a', 'b')",
        "INSERT INTO town.permit (no) VALUES ('a') RETURNING holder",
        "COPY town.permit TO STDOUT",
        "SELECT kind FROM town.stove",
        "INSERT INTO town.stove (kind) VALUES ('gas')",
    ):
        refused(people, plain, statement)
    assert people.sql(plain, "SELECT memo FROM staff.permit") == [("m",)]
    for role in (trusted, steward):
        assert people.sql(role, "SELECT holder FROM town.permit") == [("Jan",)]
        assert people.sql(role, "SELECT owner FROM town.stove") == [("Jan",)]
        people.sql(role, "UPDATE town.stove SET owner = 'Ewa' WHERE false")


def test_rows_are_added_through_the_view_of_staff_with_their_defaults(people: People) -> None:
    plain = people.add("plain", "sip_surveyor")
    added = people.sql(plain, "INSERT INTO staff.permit (memo) VALUES ('x') RETURNING id, no")
    assert added == [(2, "N1")]
    viewer = people.add("viewer", "sip_viewer")
    refused(people, viewer, "INSERT INTO staff.permit (memo) VALUES ('x')")
    refused(people, viewer, "DELETE FROM staff.permit")


def test_who_is_in_no_group_reads_what_everybody_reads(town: Project, people: People) -> None:
    nobody = people.add("nobody", "sip_people")
    assert people.sql(nobody, "SELECT no FROM pub.permit") == [("N0",)]
    refused(people, nobody, "SELECT no FROM staff.permit")
    refused(people, nobody, "SELECT id FROM town.plan")


@pytest.mark.parametrize(
    "statement", ["SELECT id FROM pub.permit", "SET ROLE sip_recluse", "SET ROLE sip_owner"]
)
def test_the_gateway_has_no_right_of_its_own(town: Project, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        town.sql(statement, "sip_gateway")


def test_rights_that_are_declared_anew_are_granted_anew(town: Project, people: People) -> None:
    plain = people.add("plain", "sip_surveyor")
    assert migrate(town.load(), town.settings).steps == []
    town.declare("permit", PERMIT.replace("edit: [surveyor]", "read: [steward], edit: [steward]"))
    town.declare("plan", PLAN.replace(", drafts: state = 'draft', gmina_field: gmina", ""))
    town.write("layers/_groups.yaml", GROUPS.replace("includes: [surveyor]", "includes: []"))
    migrate(town.load(), town.settings)
    refused(people, plain, "SELECT id FROM staff.permit")
    viewer = people.add("viewer", "sip_viewer")
    assert people.sql(viewer, "SELECT count(*) FROM town.plan") == [(3,)]
    steward = people.add("steward", "sip_steward")
    refused(people, steward, "UPDATE town.plan SET state = 'x'")
    assert migrate(town.load(), town.settings).steps == []


def test_a_grant_that_somebody_made_by_hand_is_taken_back(town: Project, people: People) -> None:
    town.sql("GRANT SELECT ON town.stove TO sip_viewer")
    town.sql("ALTER TABLE town.plan DISABLE ROW LEVEL SECURITY")
    assert len(migrate(town.load(), town.settings).steps) == 2
    refused(people, people.add("viewer", "sip_viewer"), "SELECT kind FROM town.stove")


def test_a_column_that_is_declared_no_more_is_seen_by_nobody(town: Project, people: People) -> None:
    lines = [line for line in PERMIT.splitlines() if "holder" not in line]
    town.declare("permit", "\n".join(lines) + "\n")
    migrate(town.load(), town.settings, losses=Losses.LEFT)
    plain = people.add("plain", "sip_surveyor")
    refused(people, plain, "SELECT holder FROM town.permit")
    assert people.sql(plain, "SELECT no FROM staff.permit") == [("N0",)]
    assert migrate(town.load(), town.settings, losses=Losses.LEFT).steps[0].text.startswith("drop")


def test_columns_under_policies_can_be_renamed_and_change_their_type(town: Project) -> None:
    text = PLAN.replace("state = 'draft'", "stage = 'draft'")
    town.declare("plan", text.replace("  state: {", "  stage: {renamed_from: state, "))
    migrate(town.load(), town.settings)
    assert len(town.sql("SELECT stage FROM pub.plan", "sip_public")) == 2
    assert migrate(town.load(), town.settings).steps == []


def test_a_box_is_found_by_its_index_under_policies(town: Project, people: People) -> None:
    viewer = people.add("viewer", "sip_viewer")
    explained = "EXPLAIN SELECT id FROM {}.plan WHERE geom && {}"
    for schema in ("town", "pub"):
        plan = people.sql(viewer, explained.format(schema, POINT))
        assert any("plan_geom_idx" in line for (line,) in plan), plan
