"""What a form refuses is what the database refuses: the same rules over the same rows."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from sip import catalogue as catalogues
from sip.catalogue import Catalogue, Layer
from sip.database import tables
from sip.qgis import conditions
from sip.settings import Settings
from tests.qgis.sessions import qgis

pytestmark = [pytest.mark.qgis, pytest.mark.database]

ROOT = Path(__file__).parents[2]
_ROWS = 60
_KINDS = {
    "text": "text", "integer": "bigint", "number": "double precision", "boolean": "boolean",
    "date": "date", "timestamp": "timestamptz",
}  # fmt: skip
_VALUES: Mapping[str, tuple[Any, ...]] = {
    "integer": (1, 2, 7, 2024), "number": (0.3, 1.1, 0.25, 4.0, 12.0), "boolean": (True, False),
    "text": ("a", "ab"), "date": ("2024-02-29", "2025-01-01", "2026-11-30"),
    "timestamp": ("2024-02-29T12:00:00", "2026-11-29T00:00:00"),
}  # fmt: skip
_TEXTS = {
    "local_id": ("1POG", "0POG", "1POG-1SW", "1POG-12SK", "x"),
    "designation": ("1SW", "12SK", "3SI", "4MN", "SW"),
    "symbol": ("MN", "SW", "U"),
    "namespace": ("PL.ZIPPZP.1/2604-POG", "PL.ZIPPZP.1/2604-MPZP"),
    "zone_kind": ("SW", "SI", "SK"),
    "basic_profile": ("MW U K ZP ZD I", "I K ZD", "MW U", "KDA KDS KDR KDG KK KKL KW KL KO ZD I"),
    "additional_profile": ("MN H", "MN", "MN X", "U P ZP ZN L W", "W KDZ", "MN H ZN L W MN"),
    "act_type": ("planOgolnyGminy", "miejscowyPlanZagospodarowaniaPrzestrzennego"),
    "level": ("local", "regional"),
}
"""Values near the edges of rules."""


@pytest.fixture(scope="module")
def declared() -> Catalogue:
    return catalogues.load(ROOT)


def _rules(layer: Layer) -> dict[str, str]:
    found = {one.id: conditions.expression(one) for one in layer.spec.rules}
    return {name: text for name, text in found.items() if text is not None}


def _rows(layer: Layer, catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    chance = random.Random(layer.id)
    for _ in range(_ROWS):
        row = {}
        for name, field in layer.spec.fields.items():
            codes = catalogue.codes_of(field)
            listed = tuple(one.code for one in codes.values) if codes else _VALUES[field.type]
            row[name] = chance.choice((None, *_TEXTS.get(name, listed)))
        yield row


def test_all_planning_rules_and_all_in_cql2_are_said_by_forms(declared: Catalogue) -> None:
    ruled = {
        (layer.theme, rule.cql2 is None): conditions.expression(rule) is None
        for layer in declared.layers.values()
        for rule in layer.spec.rules
    }
    assert {is_left for (_, in_sql), is_left in ruled.items() if not in_sql} == {False}
    assert ("planning", True) not in ruled
    assert any(ruled.values()), "a rule in SQL is left to the database"


def test_a_form_judges_a_row_as_the_database_does(
    database: Settings, declared: Catalogue, tmp_path: Path
) -> None:
    (tmp_path / "bare.qgs").write_text("<!DOCTYPE qgis><qgis version='3.22.16'/>")
    differing, both = [], set()
    with (
        qgis(tmp_path / "bare.qgs", {"HOME": str(tmp_path)}) as planner,
        psycopg.connect(database.dsn()) as connection,
    ):
        for layer in declared.layers.values():
            if rules := _rules(layer):
                rows = list(_rows(layer, declared))
                kinds = {name: one.type for name, one in layer.spec.fields.items()}
                said = planner("judge", kinds=kinds, rows=rows, conditions=rules)["said"]
                for row, mine in zip(rows, said, strict=True):
                    theirs = _judged(connection, layer, row)
                    both |= {(layer.id, name, bool(one)) for name, one in mine.items()}
                    differing += [
                        (layer.id, name, row) for name, one in mine.items() if one != theirs[name]
                    ]
    assert differing == []
    for rule in declared.layer("plan_zone").spec.rules:
        assert {("plan_zone", rule.id, True), ("plan_zone", rule.id, False)} <= both


def _judged(
    connection: psycopg.Connection[Any], layer: Layer, row: Mapping[str, Any]
) -> dict[str, bool]:
    """Return which rules a row meets, as CHECK would say."""
    fields = layer.spec.fields
    columns = sql.SQL(", ").join(
        sql.SQL("%s::{} AS {}").format(sql.SQL(_KINDS[one.type]), sql.Identifier(name))
        for name, one in fields.items()
    )
    asked = [one for one in layer.spec.rules if one.cql2 is not None]
    judged = sql.SQL(", ").join(
        sql.SQL("({}) IS NOT FALSE").format(sql.SQL(tables.condition(one).replace("%", "%%")))
        for one in asked
    )
    statement = sql.SQL("SELECT {} FROM (SELECT {}) AS t").format(judged, columns)
    found = connection.execute(statement, [row[name] for name in fields]).fetchone()
    assert found is not None
    return dict(zip((one.id for one in asked), found, strict=True))
