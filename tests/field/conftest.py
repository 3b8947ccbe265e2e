"""Two registers to be taken to the field, and what a test does with them."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from sip.database import cluster
from sip.database.migrate import migrate
from sip.field import geopackage
from sip.field.checkin import Report, checkin
from sip.field.checkout import checkout
from sip.people import register, roles
from tests.conftest import Project

_numbers = itertools.count()
TREE = """\
geometry: Point
fields:
  no: {type: text, title: {pl: Numer, en: Number}, required: true, unique: true}
  kind: {type: text, title: {pl: Rodzaj, en: Kind}}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m, min: 0}
  crown_m: {type: number, title: {pl: Korona, en: Crown}, unit: m}
  sick: {type: boolean, title: {pl: Chore, en: Sick}}
  seen: {type: timestamp, title: {pl: Widziane, en: Seen}}
  planted: {type: date, title: {pl: Posadzone, en: Planted}}
  owner: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
name_field: no
rules:
  - id: crown_below_top
    cql2: crown_m < height_m
    message: {pl: Korona jest niżej niż wierzchołek., en: The crown is below the top.}
"""
VISIT = """\
fields:
  tree_id: {type: integer, title: {pl: Drzewo, en: Tree}}
  note: {type: text, title: {pl: Notatka, en: Note}}
relations:
  - {field: tree_id, to: tree, on_delete: cascade}
"""
PUT = (
    "INSERT INTO town.tree (no, kind, height_m, seen, owner, geom)"
    " SELECT 'T' || n, 'oak', 10 + n, '2026-01-02 03:04:05.678901Z', 'Jan',"
    " st_setsrid(st_makepoint(7470000 + n, 5640000), 2178) FROM generate_series(1, 5) AS n"
)


@pytest.fixture
def trees(project: Project) -> Project:
    project.declare("tree", TREE)
    project.declare("visit", VISIT)
    migrate(project.load(), project.settings)
    project.sql(PUT)
    return project


@pytest.fixture
def file(trees: Project, tmp_path: Path) -> Path:
    return out(trees, tmp_path / "field.gpkg")


def out(trees: Project, target: Path) -> Path:
    """Check everything out."""
    corners = "7400000 5600000, 7500000 5600000, 7500000 5700000, 7400000 5700000, 7400000 5600000"
    area = f"SRID=2178;POLYGON(({corners}))"
    checkout(["tree", "visit"], area, target, trees.load(), trees.settings)
    return target


def edit(file: Path, statement: str) -> None:
    with geopackage.opened(file) as db:
        db.execute(statement)


def back(trees: Project, file: Path, **how: Any) -> Report:
    return checkin(file, trees.load(), trees.settings, **how)


def row(trees: Project, number: str, columns: str = "kind, height_m, crown_m") -> tuple[Any, ...]:
    (found,) = trees.sql(f"SELECT {columns} FROM town.tree WHERE no = '{number}'")
    assert isinstance(found, tuple)
    return found


def inbox(trees: Project, columns: str = "row_id, reason, fields") -> list[tuple[Any, ...]]:
    return trees.sql(f"SELECT {columns} FROM sip.conflict WHERE state = 'open' ORDER BY id")


@pytest.fixture
def worker(project: Project) -> Iterator[str]:
    """Somebody who edits trees and only reads huts; parcels are not for her."""
    project.write("layers/_groups.yaml", "groups: {green: {title: {pl: Zieleń, en: Green}}}\n")
    project.declare("tree", TREE.replace("fields:", "rights: {edit: [green]}\nfields:", 1))
    project.declare("hut", TREE)
    project.declare("safe", TREE.replace("fields:", "access: restricted\nfields:", 1))
    migrate(project.load(), project.settings)
    for layer in ("tree", "hut"):
        project.sql(
            f"INSERT INTO town.{layer} (no, kind, owner, geom) SELECT 'T' || n, 'oak', 'Jan',"
            " st_setsrid(st_makepoint(7470000 + n * 1000, 5640000), 2178)"
            " FROM generate_series(1, 5) AS n"
        )
    name = f"ewa{os.getpid()}-{next(_numbers)}"
    with roles.administrator(project.settings) as connection:
        register.add(
            connection, project.load(), name, title="Ewa", email="ewa@office.example",
            groups=["green"], is_personal=False,
        )  # fmt: skip
    yield name
    with psycopg.connect(cluster.superuser_dsn(project.settings)) as connection:
        connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(name)))
