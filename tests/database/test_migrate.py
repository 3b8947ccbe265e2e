"""Migrations: from layer files to tables, and from any former state to the declared one."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import Any

import psycopg
import pytest

from sip.database.migrate import Losses, Plan, migrate, statements
from sip.errors import DatabaseError, DropRefused
from tests.conftest import Project

pytestmark = pytest.mark.database

TREE = """\
geometry: Point
fields:
  no: {type: text, title: {pl: Nr, en: No}, unique: true, required: true}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m, min: 0, max: 60}
  health: {type: text, title: {pl: Stan, en: Health}, codes: health}
  owner: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
search: ["no"]
"""
HEALTH = """\
title: {pl: Stan, en: Health}
source: {status: ours}
values:
  - {code: good, title: {pl: dobry, en: good}}
  - {code: bad, title: {pl: zły, en: bad}}
"""
PLANT = (
    "INSERT INTO town.tree (no, height_m, health, owner, geom) VALUES"
    " ('A1', 5, 'good', 'Jan', st_setsrid(st_makepoint(7470000, 5640000), 2178))"
)


@pytest.fixture
def trees(project: Project) -> Project:
    project.declare("tree", TREE)
    project.write("layers/town/codes/health.yaml", HEALTH)
    migrated(project)
    project.sql(PLANT)
    return project


def migrated(project: Project, losses: Losses = Losses.REFUSED) -> Plan:
    return migrate(project.load(), project.settings, losses=losses)


def changed(project: Project, before: str, after: str, losses: Losses = Losses.REFUSED) -> Plan:
    assert before in TREE
    project.declare("tree", TREE.replace(before, after))
    return migrated(project, losses)


def dump(project: Project) -> str:
    """Return all that the database holds, as text."""
    done = subprocess.run(
        ["pg_dump", project.settings.dsn()], capture_output=True, text=True, check=True
    )
    lines = done.stdout.splitlines()
    return "\n".join(one for one in lines if not one.startswith(("\\restrict", "\\unrestrict")))


def own_process(project: Project) -> list[str]:
    """Return the command that migrates in a process of its own and prints the number of steps."""
    code = (
        "from pathlib import Path; from sip import catalogue, settings;"
        "from sip.database.migrate import migrate; import sys;"
        "s = settings.Settings(project=Path(sys.argv[1]), state=Path(sys.argv[2]),"
        " database=sys.argv[3]); print(len(migrate(catalogue.load(s.project), s).steps))"
    )
    settings = project.settings
    return [
        sys.executable,
        "-c",
        code,
        str(settings.project),
        str(settings.state),
        settings.database,
    ]


def columns(project: Project, table: str = "town.tree") -> dict[str, str]:
    rows = project.sql(
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
        f" WHERE attrelid = '{table}'::regclass AND attnum > 0 AND NOT attisdropped"
    )
    return dict(rows)


def test_a_second_migration_has_nothing_to_do(trees: Project) -> None:
    assert migrated(trees).steps == []


def test_defaults_of_every_type_are_recognised_again(project: Project) -> None:
    project.declare(
        "thing",
        """\
        fields:
          a: {type: text, title: {pl: a, en: a}, default: "it's: 5%"}
          b: {type: integer, title: {pl: b, en: b}, default: -5}
          c: {type: number, title: {pl: c, en: c}, default: 2.0}
          d: {type: boolean, title: {pl: d, en: d}, default: true}
          e: {type: date, title: {pl: e, en: e}, default: "2020-05-31"}
          f: {type: number, title: {pl: f, en: f}, default: 0.1}
        """,
    )
    migrated(project)
    assert migrated(project).steps == []
    project.sql("INSERT INTO town.thing DEFAULT VALUES")
    assert project.sql("SELECT a, b, c, d, e::text, f FROM town.thing") == [
        ("it's: 5%", -5, 2.0, True, "2020-05-31", 0.1)
    ]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ("height_m = 61", psycopg.errors.CheckViolation),
        ("health = 'so-so'", psycopg.errors.CheckViolation),
        ("no = NULL", psycopg.errors.NotNullViolation),
        ("geom = NULL", psycopg.errors.NotNullViolation),
        ("geom = 'SRID=2178;POINT EMPTY'", psycopg.errors.CheckViolation),
        ("geom = 'SRID=2180;POINT(1 1)'", psycopg.errors.InvalidParameterValue),
    ],
)
def test_the_table_enforces_what_is_declared(
    trees: Project, change: str, error: type[psycopg.Error]
) -> None:
    with pytest.raises(error):
        trees.sql(f"UPDATE town.tree SET {change}")


def test_a_unique_field_takes_no_value_twice(trees: Project) -> None:
    with pytest.raises(psycopg.errors.UniqueViolation):
        trees.sql(PLANT)


@pytest.mark.parametrize(
    ("rule", "breaking"),
    [
        ("sql: \"no ~ '^(?:A|B)[0-9%]+$'\"", "no = 'C1'"),
        ("cql2: height_m > 3 OR health = 'bad'", "height_m = 2"),
        ("cql2: \"no LIKE 'A%' AND health IN ('good','bad')\"", "no = 'B1'"),
    ],
)
def test_a_rule_is_enforced_by_its_name(trees: Project, rule: str, breaking: str) -> None:
    text = f"rules: [{{id: sane, {rule}, message: {{pl: Nie., en: No.}}}}]\nsearch: [no]"
    project = trees
    project.declare("tree", TREE.replace('search: ["no"]', text.replace("[no]", '["no"]')))
    migrated(project)
    assert migrated(project).steps == []
    with pytest.raises(psycopg.errors.CheckViolation) as caught:
        project.sql(f"UPDATE town.tree SET {breaking}")
    assert caught.value.diag.constraint_name == "sane"


def test_tables_and_columns_have_comments_in_both_languages(trees: Project) -> None:
    rows = trees.sql("SELECT col_description('town.tree'::regclass, 3)")
    assert rows == [("pl: Wysokość\nen: Height\nunit: m",)]


def test_a_new_field_is_added_and_seen(trees: Project) -> None:
    plan = changed(trees, "search:", "  seen: {type: date, title: {pl: D, en: D}}\nsearch:")
    assert "add column town.tree.seen (date)" in [step.text for step in plan.steps]
    assert trees.sql("SELECT no, seen FROM pub.tree", "sip_public") == [("A1", None)]


def test_a_renamed_field_keeps_its_values_and_rules(trees: Project) -> None:
    changed(trees, "height_m: {", "tall_m: {renamed_from: height_m, ")
    assert trees.sql("SELECT tall_m FROM pub.tree", "sip_public") == [(5.0,)]
    with pytest.raises(psycopg.errors.CheckViolation, match="tall_m_range"):
        trees.sql("UPDATE town.tree SET tall_m = 99")
    assert migrated(trees).steps == []


def test_a_renamed_layer_keeps_its_rows(trees: Project) -> None:
    trees.remove("layers/town/tree.yaml")
    trees.declare("plant", f"renamed_from: tree\n{TREE}")
    migrated(trees)
    assert trees.sql("SELECT no FROM pub.plant", "sip_public") == [("A1",)]
    assert trees.sql("SELECT to_regclass('pub.tree'), to_regclass('town.tree')") == [(None, None)]
    assert migrated(trees).steps == []


def test_a_renamed_layer_can_change_its_access(trees: Project) -> None:
    trees.remove("layers/town/tree.yaml")
    trees.declare("plant", f"renamed_from: tree\naccess: restricted\n{TREE}")
    migrated(trees)
    assert migrated(trees).steps == []
    trees.declare("tree", TREE)  # the former name is free again, in every namespace
    migrated(trees)
    trees.sql(
        PLANT.replace("'A1'", "'A2'")
        .replace("town.", "staff.")
        .replace("owner, ", "")
        .replace("'Jan', ", ""),
        "sip_editor",
    )
    assert trees.sql("SELECT id, no FROM town.tree") == [(1, "A2")]


def test_a_layer_that_moves_to_another_theme_keeps_its_rows(trees: Project) -> None:
    theme = "{title: {pl: Zieleń, en: Green}, abstract: {pl: Z., en: G.}, order: 2}"
    trees.write("layers/green/_theme.yaml", theme)
    text = (trees.settings.project / "layers/town/tree.yaml").read_text()
    trees.remove("layers/town/tree.yaml")
    trees.write("layers/green/tree.yaml", text)
    migrated(trees)
    assert trees.sql("SELECT no FROM green.tree") == [("A1",)]
    assert migrated(trees).steps == []


def test_a_field_that_is_gone_is_dropped_only_when_allowed(trees: Project) -> None:
    gone = TREE.splitlines()[3] + "\n"
    with pytest.raises(DropRefused, match=r"drop column town\.tree\.height_m"):
        changed(trees, gone, "")
    assert "height_m" in columns(trees)
    changed(trees, gone, "", Losses.ALLOWED)
    assert "height_m" not in columns(trees)


def test_a_field_that_is_gone_can_be_left_unseen(trees: Project) -> None:
    project = trees
    text = TREE.replace(TREE.splitlines()[2] + "\n", "").replace('search: ["no"]\n', "")
    project.declare("tree", text)
    plan = migrated(project, Losses.LEFT)
    assert any("drop column town.tree.no" in note for note in plan.notes)
    assert project.sql("SELECT no FROM town.tree") == [("A1",)]
    assert "no" not in columns(project, "pub.tree")
    project.sql("INSERT INTO town.tree (geom) SELECT geom FROM town.tree")  # it demands no value


def test_a_wider_type_is_taken_and_a_narrower_one_refused(trees: Project) -> None:
    changed(trees, "geometry: Point", "geometry: MultiPoint")
    assert trees.sql("SELECT st_astext(geom) FROM pub.tree", "sip_public") == [
        ("MULTIPOINT((7470000 5640000))",)
    ]
    with pytest.raises(DropRefused, match=r"from geometry\(multipoint"):
        changed(trees, "geometry: Point", "geometry: Point")
    number = "height_m: {type: number"
    with pytest.raises(DropRefused, match="double precision to bigint"):
        changed(trees, number, "height_m: {type: integer")


def test_rows_that_break_a_new_rule_stop_the_migration_as_a_whole(trees: Project) -> None:
    before = dump(trees)
    with pytest.raises(DatabaseError, match=r"add constraint town\.tree\.height_m_range"):
        changed(trees, "max: 60}", "max: 4}\n  new: {type: text, title: {pl: N, en: N}}")
    assert dump(trees) == before


def test_a_code_is_added_to_check_and_list(trees: Project) -> None:
    trees.write(
        "layers/town/codes/health.yaml",
        HEALTH + "  - {code: dead, title: {pl: martwy, en: dead}}\n",
    )
    migrated(trees)
    trees.sql("UPDATE town.tree SET health = 'dead'")
    rows = trees.sql(
        "SELECT code, position, title_en FROM pub.code ORDER BY position", "sip_public"
    )
    assert rows == [("good", 1, "good"), ("bad", 2, "bad"), ("dead", 3, "dead")]


def test_a_layer_that_is_gone_is_unseen_and_its_table_kept_until_allowed(trees: Project) -> None:
    trees.remove("layers/town/tree.yaml")
    plan = migrated(trees)
    assert any("kept: town.tree" in note for note in plan.notes)
    assert trees.sql("SELECT to_regclass('pub.tree')") == [(None,)]
    assert trees.sql("SELECT count(*) FROM town.tree") == [(1,)]
    migrated(trees, Losses.ALLOWED)
    assert trees.sql("SELECT to_regclass('town.tree')") == [(None,)]


def test_a_rehearsal_shows_the_plan_and_changes_nothing(project: Project) -> None:
    project.declare("tree", TREE)
    project.write("layers/town/codes/health.yaml", HEALTH)
    before = dump(project)
    plan = migrate(project.load(), project.settings, is_rehearsal=True)
    assert "+ create table town.tree" in str(plan)
    assert "CREATE TABLE town.tree" in statements(plan)
    assert dump(project) == before


def test_the_plan_as_sql_makes_the_same_database(project: Project) -> None:
    project.declare("tree", TREE)
    project.write("layers/town/codes/health.yaml", HEALTH)
    script = statements(migrate(project.load(), project.settings, is_rehearsal=True))
    project.sql(script)
    assert migrated(project).steps == []


SLOW_VIEW = """\
fields:
  total: {type: integer, title: {pl: Suma, en: Total}}
view: {sql: slow.sql, reads: [tree]}
"""


def test_a_migration_whose_process_is_killed_leaves_everything_as_it_was(trees: Project) -> None:
    before = dump(trees)
    trees.declare("slow", SLOW_VIEW)
    trees.write("layers/town/slow.sql", "SELECT 1 AS id, 1 AS total, pg_sleep(60)")
    trees.declare("tree", TREE.replace("max: 60", "max: 70"))
    process = subprocess.Popen(own_process(trees))
    asleep = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE wait_event = 'PgSleep' AND datname = current_database()"
    )
    _wait_until(lambda: trees.sql(asleep) == [(1,)])
    process.send_signal(signal.SIGKILL)
    process.wait()
    _wait_until(lambda: trees.sql(asleep) == [(0,)])
    assert dump(trees) == before


def _wait_until(is_so: Any, timeout_s: float = 60.0) -> None:
    end = time.monotonic() + timeout_s
    while not is_so():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.1)


def test_two_migrations_at_once_do_the_work_once(project: Project) -> None:
    project.declare("tree", TREE)
    project.write("layers/town/codes/health.yaml", HEALTH)
    arguments = [
        str(project.settings.project),
        str(project.settings.state),
        project.settings.database,
    ]
    code = (
        "from pathlib import Path; from sip import catalogue, settings;"
        "from sip.database.migrate import migrate; import sys;"
        "s = settings.Settings(project=Path(sys.argv[1]), state=Path(sys.argv[2]),"
        " database=sys.argv[3]); print(len(migrate(catalogue.load(s.project), s).steps))"
    )
    both = [
        subprocess.Popen(
            [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    counts = sorted(int(one.communicate()[0]) for one in both)
    assert counts[0] == 0
    assert counts[1] > 0
