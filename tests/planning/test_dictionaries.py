"""Which dictionary tells the symbols of an area: that of its act, else that of its time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from sip.database import migrate
from tests.conftest import Project

ACT = """
fields:
  identifier: {type: text, title: {pl: Id, en: Id}, unique: true, required: true}
  regulation: {type: text, title: {pl: R, en: R}}
"""
AREA = """
fields:
  symbol:
    type: text
    title: {pl: Symbol, en: Symbol}
    required: true
    symbols: {codes: of_all, class_field: symbol_class, relation: act, choice: regulation}
  symbol_class: {type: text, title: {pl: Znaczenie, en: Meaning}, codes: of_all}
  valid_from: {type: date, title: {pl: Od, en: From}}
  act: {type: text, title: {pl: Akt, en: Act}}
relations: [{field: act, to: act, to_field: identifier}]
"""


def codes(*symbols: str, since: str = "") -> str:
    values = "".join(f"  - {{code: {one}, title: {{pl: x, en: x}}}}\n" for one in symbols)
    begun = f"valid_from: {since}\n" if since else ""
    head = "title: {pl: L, en: L}\nsource: {status: ours}\n"
    return f"{head}{begun}values:\n{values}"


@pytest.fixture
def town(project: Project) -> Iterator[psycopg.Connection[Any]]:
    project.write("layers/town/codes/old.yaml", codes("MN", "U", "C", '"MN-U"'))
    project.write("layers/town/codes/new.yaml", codes("MN", "C", "RZM", since="2021-12-24"))
    project.write(
        "layers/town/codes/of_all.yaml",
        'title: {pl: L, en: L}\nsource: {status: ours}\njoins: {"2003": old, "2021": new}\n',
    )
    project.declare("act", ACT)
    project.declare("area", AREA)
    migrate.migrate(project.load(), project.settings)
    with psycopg.connect(project.settings.dsn("sip_owner"), autocommit=True) as connection:
        connection.execute("INSERT INTO town.act (identifier) VALUES ('A'), ('B')")
        yield connection


def add(town: psycopg.Connection[Any], symbol: str, day: str | None, act: str | None) -> str | None:
    values = [symbol, day, act]
    sql = "INSERT INTO town.area (symbol, valid_from, act) VALUES (%s, %s, %s)"
    [[found]] = town.execute(f"{sql} RETURNING symbol_class".encode(), values)
    return found


@pytest.mark.parametrize(
    ("symbol", "day", "expected"),
    [
        ("C", "2010-05-01", "2003 C"),
        ("C", "2022-05-01", "2021 C"),
        ("C", None, "2021 C"),
        ("3MN/U", "2010-05-01", "2003 MN"),
        ("MN-U", "2010-05-01", "2003 MN-U"),
        ("XQ/U", "2010-05-01", "2003 U"),
        ("XQ/U", "2022-05-01", None),
        ("XQ", "2010-05-01", None),
    ],
)
def test_without_a_word_of_the_act_the_day_decides(
    town: psycopg.Connection[Any], symbol: str, day: str | None, expected: str | None
) -> None:
    assert add(town, symbol, day, "A") == expected


def test_an_act_of_2022_made_by_the_regulation_of_2003_has_its_dictionary(
    town: psycopg.Connection[Any],
) -> None:
    assert add(town, "C", "2022-05-01", "A") == "2021 C"
    town.execute("UPDATE town.act SET regulation = '2003' WHERE identifier = 'A'")
    assert add(town, "U", "2022-05-01", "A") == "2003 U"
    assert add(town, "C", "2022-05-01", "B") == "2021 C"
    found = town.execute("SELECT symbol, act, symbol_class FROM town.area ORDER BY id").fetchall()
    assert found == [("C", "A", "2003 C"), ("U", "A", "2003 U"), ("C", "B", "2021 C")]


def test_nobody_writes_the_class(town: psycopg.Connection[Any]) -> None:
    add(town, "C", "2010-05-01", "A")
    town.execute("UPDATE town.area SET symbol_class = '2021 MN'")
    assert town.execute("SELECT symbol_class FROM town.area").fetchall() == [("2003 C",)]


def test_a_dictionary_that_changes_its_day_classes_the_rows_that_are_there(
    town: psycopg.Connection[Any], project: Project
) -> None:
    add(town, "C", "2022-05-01", "A")
    project.write("layers/town/codes/new.yaml", codes("MN", "C", "RZM", since="2023-01-01"))
    migrate.migrate(project.load(), project.settings)
    assert town.execute("SELECT symbol_class FROM town.area").fetchall() == [("2003 C",)]
    assert project.sql("SELECT count(*) FROM sip.dictionary") == [(1,)]
    migrate.migrate(project.load(), project.settings)
