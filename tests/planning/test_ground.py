"""Areas of one act share ground: overlaps and what leaves the act are refused, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from sip.database.migrate import Losses, migrate
from tests.conftest import Project

_ACT = """\
geometry: MultiPolygon
name_field: title
fields:
  title: {type: text, title: {pl: A, en: A}}
  identifier: {type: text, title: {pl: A, en: A}, unique: true}
  status: {type: text, title: {pl: A, en: A}}
"""
_ZONE = """\
geometry: Polygon
name_field: designation
fields:
  designation: {type: text, title: {pl: A, en: A}}
  act_identifier: {type: text, title: {pl: A, en: A}}
  status: {type: text, title: {pl: A, en: A}, default: elaboration}
  max_height_m: {type: number, title: {pl: A, en: A}, unit: m}
  min_bio_active_pct: {type: number, title: {pl: A, en: A}, unit: pct}
relations:
  - {field: act_identifier, to: plan_act, to_field: identifier}
ground:
  by: act_identifier
  where: "status <> 'obsolete'"
  drafts: "status = 'elaboration'"
"""
_WITHIN = """\
  fill: true
  within:
    layer: plan_zone
    where: "status = 'legalForce'"
    at_most: [max_height_m]
    at_least: [min_bio_active_pct]
"""
X, Y = 7_480_000, 5_620_000


def box(west: float, south: float, east: float, north: float) -> str:
    return f"ST_MakeEnvelope({X + west}, {Y + south}, {X + east}, {Y + north}, 2178)"


@pytest.fixture
def town(project: Project) -> Iterator[psycopg.Connection[Any]]:
    project.declare("plan_act", _ACT)
    project.declare("plan_zone", _ZONE)
    project.declare("plan_land_use", _ZONE + _WITHIN)
    migrate(project.load(), project.settings)
    assert migrate(project.load(), project.settings).steps == []
    with psycopg.connect(project.settings.dsn("sip_owner"), autocommit=True) as connection:
        connection.execute(
            f"INSERT INTO town.plan_act (title, identifier, status, geom) VALUES"
            f" ('General', 'g', 'legalForce', ST_Multi({box(0, 0, 200, 100)})),"
            f" ('Draft', 'd', 'elaboration', ST_Multi({box(0, 0, 200, 100)}))".encode()
        )
        yield connection


def add(
    connection: psycopg.Connection[Any], shape: str, *, act: str = "g", name: str = "1SJ",
    layer: str = "plan_zone", status: str = "legalForce",
) -> None:  # fmt: skip
    connection.execute(
        f"INSERT INTO town.{layer} (designation, act_identifier, status, max_height_m,"
        f" min_bio_active_pct, geom) VALUES (%s, %s, %s, 10, 30, {shape})".encode(),
        [name, act, status],
    )


def test_overlaps_and_what_leaves_the_act_are_refused_in_words(
    town: psycopg.Connection[Any],
) -> None:
    add(town, box(0, 0, 100, 100))
    with pytest.raises(psycopg.errors.CheckViolation, match=r"2SU nakłada się na 1SJ: 1000\.0 m²"):
        add(town, box(90, 0, 200, 100), name="2SU")
    with pytest.raises(psycopg.errors.CheckViolation, match="wychodzi poza granicę aktu „General”"):
        add(town, box(100, 0, 210, 100), name="2SU")
    town.execute("SET sip.language = 'en'")
    with pytest.raises(psycopg.errors.CheckViolation, match="overlaps 1SJ") as caught:
        add(town, box(90, 0, 200, 100), name="2SU")
    assert caught.value.diag.constraint_name == "ground_apart"
    with pytest.raises(psycopg.errors.CheckViolation, match='leaves the act "General"'):
        town.execute(b"UPDATE town.plan_zone SET geom = ST_Translate(geom, -50, 0)")
    add(town, box(100, 0, 200, 100), name="2SU")


def test_slivers_other_acts_and_closed_versions_do_not_matter(
    town: psycopg.Connection[Any],
) -> None:
    add(town, box(0, 0, 100, 100))
    add(town, box(99.995, 0, 200.005, 100), name="2SU")
    add(town, box(0, 0, 200, 100), act="d")
    add(town, box(0, 0, 200, 100), name="3SJ", status="obsolete")
    count = town.execute(b"SELECT count(*) FROM town.plan_zone").fetchone()
    assert count == (4,)


def test_a_border_may_be_moved_in_two_rows_of_one_transaction(
    town: psycopg.Connection[Any],
) -> None:
    add(town, box(0, 0, 100, 100))
    add(town, box(100, 0, 200, 100), name="2SU")
    move = "UPDATE town.plan_zone SET geom = {} WHERE designation = '{}'"
    with town.transaction():
        town.execute(move.format(box(0, 0, 120, 100), "1SJ").encode())
        town.execute(move.format(box(120, 0, 200, 100), "2SU").encode())
    with pytest.raises(psycopg.errors.CheckViolation), town.transaction():
        town.execute(move.format(box(0, 0, 140, 100), "1SJ").encode())


def test_a_layer_that_declares_no_ground_any_more_is_let_off(
    town: psycopg.Connection[Any], project: Project
) -> None:
    project.declare("plan_zone", _ZONE.partition("ground:")[0])
    migrate(project.load(), project.settings)
    add(town, box(0, 0, 100, 100))
    add(town, box(50, 0, 300, 100))


def test_findings_tell_of_drafts_what_the_checker_of_files_tells(
    town: psycopg.Connection[Any],
) -> None:
    add(town, box(0, 0, 200, 100))
    add(town, box(0, 0, 100, 100), act="d", layer="plan_land_use", name="1MN", status="elaboration")
    asked = (
        "SELECT layer, rule, object, reason_en, round(ST_Area(geom)) FROM sip.ground_finding"
        " WHERE severity = 'error'"
    )
    assert town.execute(asked.encode()).fetchall() == [
        ("plan_land_use", "G06", "Draft", "a gap of 10000 m² in the act Draft", 10_000)
    ]
    town.execute(b"UPDATE town.plan_land_use SET max_height_m = 12, min_bio_active_pct = 20")
    told = {(row[1], row[3]) for row in town.execute(asked.encode()).fetchall()}
    assert ("L04", "1MN: max_height_m = 12, but the zone 1SJ has 10") in told
    assert ("L04", "1MN: min_bio_active_pct = 20, but the zone 1SJ has 30") in told
    town.execute(b"UPDATE town.plan_act SET status = 'legalForce'")
    assert town.execute(asked.encode()).fetchall() == []


def test_several_fields_may_go_from_rows_that_keep_to_their_ground(
    town: psycopg.Connection[Any], project: Project
) -> None:
    add(town, box(0, 0, 100, 100))
    without = "".join(line for line in _ZONE.splitlines(keepends=True) if "number" not in line)
    project.declare("plan_zone", without)
    migrate(project.load(), project.settings, losses=Losses.ALLOWED)
    [[version]] = project.sql("SELECT row_version FROM town.plan_zone")
    known = "SELECT max_height_m, min_bio_active_pct FROM history.plan_zone"
    assert (version, project.sql(known)) == (2, [(10.0, 30.0)])
    assert migrate(project.load(), project.settings).steps == []
