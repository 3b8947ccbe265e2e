"""`/qgis/sip.qgz?act=`: one act's project over HTTP; who may not see an act is told of none."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest
from lxml import etree
from psycopg import sql

from sip import publish
from sip.database import cluster
from sip.database.migrate import migrate
from tests.conftest import Project
from tests.people import keys_of
from tests.planning.test_ground import _ACT, _ZONE, X, Y, box
from tests.qgis.sessions import qgis
from tests.services.conftest import free_port, serving

pytestmark = [pytest.mark.qgis, pytest.mark.database]

_GROUP = "act_drafter"
_RIGHTS = f"rights: {{edit: [{_GROUP}], drafts: status = 'elaboration'}}\n"
_SUGGESTING = _ZONE.replace("default: elaboration", 'suggested: "{act_identifier.status}"').replace(
    "relations:",
    "  code: {type: text, title: {pl: A, en: A}, suggested: "
    '"it\'s {act_identifier.title}/{designation}"}\nrelations:',
)
_ASKED = "/qgis/sip.qgz?lang=en&act="


@pytest.fixture
def town(project: Project) -> Project:
    groups = f"groups: {{{_GROUP}: {{title: {{pl: P, en: P}}}}}}\n"
    project.write("layers/_groups.yaml", groups)
    project.declare("plan_act", _ACT + _RIGHTS)
    project.declare("plan_zone", _SUGGESTING + _RIGHTS)
    migrate(project.load(), project.settings)
    for name, act in (("General", "g"), ("Draft's", "d/1")):
        status = "elaboration" if act == "d/1" else "legalForce"
        project.sql(
            "INSERT INTO town.plan_act (title, identifier, status, geom) VALUES"
            f" ($${name}$$, '{act}', '{status}', ST_Multi({box(0, 0, 200, 100)}))"
        )
        project.sql(
            "INSERT INTO town.plan_zone (designation, act_identifier, status, geom) VALUES"
            f" ('1 of {act}', '{act}', '{status}', {box(0, 0, 100, 100)})"
        )
    publish.publish(project.load(), project.settings)
    return project


@pytest.fixture
def people(town: Project) -> Iterator[dict[str, httpx.Client]]:
    """Clients of everybody, of staff, and of those who draw."""
    groups = ("viewer", _GROUP)
    with (
        keys_of(town.settings, town.load(), groups, "edit") as keys,
        serving(town.settings, free_port()) as origin,
        contextlib.ExitStack() as stack,
    ):
        headers = {name: {"X-API-Key": key} for name, key in keys.items()}
        yield {
            name: stack.enter_context(
                httpx.Client(base_url=origin, headers=headers.get(name), timeout=30)
            )
            for name in ("everybody", *groups)
        }


def test_a_project_of_an_act_is_for_those_who_may_see_the_act(
    people: dict[str, httpx.Client],
) -> None:
    for name in ("everybody", "viewer"):
        refused = people[name].get(_ASKED + "d/1")
        assert refused.status_code == 404
        unknown = people[name].get(_ASKED + "x/1")
        assert refused.text.replace("d/1", "x/1") == unknown.text
        assert "Draft" not in refused.text
        assert people[name].get(_ASKED + "g").status_code == 200
    drafter = people[_GROUP]
    answer = drafter.get(_ASKED + "d/1")
    assert answer.headers["Cache-Control"] == "private, no-cache"
    assert 'filename="sip-d-1.qgz"' in answer.headers["Content-Disposition"]
    again = {"If-None-Match": answer.headers["ETag"]}
    assert drafter.get(_ASKED + "d/1", headers=again).status_code == 304
    assert drafter.get(_ASKED + "g", headers=again).status_code == 200
    stolen = people["everybody"].get(_ASKED + "d/1", headers=again)
    assert stolen.status_code == 404
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(answer.content)).read("sip.qgs"))
    assert str(root.findtext("title")).startswith("Draft's – ")
    assert root.findtext("mapcanvas/extent/xmin") == f"{X - 10:.3f}"
    assert people["everybody"].get("/qgis/sip-ogc.qgz?act=g").status_code == 400
    said = drafter.get("/qgis/sip.qgz?act=").json()["description"]
    assert said == "nie ma aktu planowania „”"


def test_findings_on_a_draft_are_told_to_those_who_may_see_it(town: Project) -> None:
    def told(role: str) -> list[tuple[str]]:
        with psycopg.connect(cluster.superuser_dsn(town.settings)) as connection:
            connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
            asked = b"SELECT DISTINCT act FROM sip.ground_finding"
            found: list[tuple[str]] = connection.execute(asked).fetchall()
            return found

    shift = f"ST_MakeEnvelope({X + 50}, {Y}, {X + 150}, {Y + 100}, 2178)"
    with psycopg.connect(town.settings.dsn("sip_owner")) as connection:
        connection.execute(b"ALTER TABLE town.plan_zone DISABLE TRIGGER keep_new_ground")
        connection.execute(
            "INSERT INTO town.plan_zone (designation, act_identifier, status, geom)"
            f" VALUES ('2', 'd/1', 'elaboration', {shift})".encode()
        )
    assert told("sip_viewer") == []
    assert told(f"sip_{_GROUP}") == [("d/1",)]


def test_the_portal_leads_to_it_who_may_draw(people: dict[str, httpx.Client]) -> None:
    def address(name: str) -> str | None:
        themes = people[name].get("/api/catalogue?lang=en").json()["themes"]
        layers = {one["id"]: one for theme in themes for one in theme["layers"]}
        assert "work" not in layers["plan_zone"]["links"]
        found: str | None = layers["plan_act"]["links"].get("work")
        return found

    assert address("everybody") is None
    assert address("viewer") is None
    assert address(_GROUP) == "/qgis/sip.qgz?act={identifier}&lang=en"


def test_qgis_shows_the_act_alone_and_gives_it_new_rows(
    town: Project, people: dict[str, httpx.Client], tmp_path: Path
) -> None:
    with psycopg.connect(cluster.superuser_dsn(town.settings), autocommit=True) as connection:
        granted = sql.Identifier(f"sip_{_GROUP}")
        connection.execute(sql.SQL("GRANT {} TO sip_gateway").format(granted))
    file, service = tmp_path / "act.qgz", tmp_path / "pg_service.conf"
    file.write_bytes(people[_GROUP].get(_ASKED + "d/1").content)
    service.write_text(
        f"[sip]\nhost={town.settings.run}\ndbname={town.settings.database}\nuser=sip_gateway\n"
        f"options=-crole=sip_{_GROUP} -csip.language=en\n"
    )
    with qgis(file, {"PGSERVICEFILE": str(service), "HOME": str(tmp_path)}) as planner:
        assert planner("read", layer="plan_act", where="true")["values"]["identifier"] == "d/1"
        assert planner("read", layer="plan_zone", where="\"act_identifier\" = 'g'") == {
            "found": False
        }
        typed = planner("fill", layer="plan_zone", values={"designation": "2"})
        assert typed["code"] == "it's Draft's/2"
        assert (typed["status"], typed["act_identifier"]) == ("elaboration", "d/1")
        wkt = f"POLYGON(({X + 100} {Y}, {X + 200} {Y}, {X + 200} {Y + 100}, {X + 100} {Y}))"
        planner("add", layer="plan_zone", values={"designation": "2"}, wkt=wkt)
        said = planner("commit", layer="plan_zone")
        assert said["done"], said["errors"]
    added = town.sql("SELECT act_identifier FROM town.plan_zone WHERE designation = '2'")
    assert added == [("d/1",)]
