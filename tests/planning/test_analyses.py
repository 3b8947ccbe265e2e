"""What planners compute, on ground drawn on squared paper: every number is known beforehand."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pyogrio
import pytest

from sip.database.migrate import migrate
from sip.errors import NotFound, QueryError
from sip.planning.analysis import declared, files, menu
from sip.planning.analysis import table as tables
from sip.planning.analysis.asking import Connection
from sip.planning.analysis.declared import Ground
from sip.planning.analysis.table import Table
from tests.conftest import Project

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 28)
X, Y = 7_480_000, 5_620_000
_AREA = """\
geometry: {geometry}
name_field: {name}
fields:
  {kind}: {{type: text, title: {{pl: A, en: A}}}}
  {name}: {{type: text, title: {{pl: A, en: A}}}}
  act_identifier: {{type: text, title: {{pl: A, en: A}}}}
  status: {{type: text, title: {{pl: A, en: A}}}}
  valid_from: {{type: date, title: {{pl: A, en: A}}}}
  valid_to: {{type: date, title: {{pl: A, en: A}}}}
  max_intensity: {{type: number, title: {{pl: A, en: A}}}}
  max_coverage_pct: {{type: number, title: {{pl: A, en: A}}, unit: pct}}
  max_height_m: {{type: number, title: {{pl: A, en: A}}, unit: m}}
  min_bio_active_pct: {{type: number, title: {{pl: A, en: A}}, unit: pct}}
"""
_SYMBOL = (
    "  symbol_class: {type: text, title: {pl: A, en: A}, codes: of_all}\n"
    "  symbol: {symbols: {codes: of_all, class_field: symbol_class, relation: act_identifier, "
    "choice: regulation}, "
)
_LEADS = "relations: [{field: act_identifier, to: plan_act, to_field: identifier}]\n"


def box(west: float, south: float, east: float, north: float) -> str:
    return f"ST_SetSRID(ST_MakeEnvelope({X + west}, {Y + south}, {X + east}, {Y + north}), 2178)"


def _declare(project: Project) -> None:
    def plain(layer: str, geometry: str, fields: dict[str, str]) -> None:
        lines = [
            f"  {n}: {{type: {t}, title: {{pl: A, en: A}}, max_length: 200}}"
            if t == "text" else f"  {n}: {{type: {t}, title: {{pl: A, en: A}}}}"
            for n, t in fields.items()
        ]  # fmt: skip
        head = f"geometry: {geometry}\nname_field: {next(iter(fields))}\nfields:\n"
        project.declare(layer, head + "\n".join(lines))

    dates = {"valid_from": "date", "valid_to": "date"}
    plain("gmina", "MultiPolygon", {"name": "text", "teryt": "text"})
    names = {"title": "text", "identifier": "text", "local_id": "text", "act_type": "text"}
    plain("plan_act", "MultiPolygon", {**names, "status": "text", "regulation": "text", **dates})
    act = project.settings.project / "layers" / "town" / "plan_act.yaml"
    act.write_text(act.read_text().replace("identifier: {", "identifier: {unique: true, "))
    plain("building", "Polygon", {"kind": "text", "storeys_above": "integer", **dates})
    plain("flood_hazard_area", "MultiPolygon", {"area_no": "text"})
    plain("noise_area", "MultiPolygon", {"indicator": "text", "from_db": "integer"})
    plain("utility_line", "LineString", {"gesut_id": "text"})
    plain("natural_monument", "Point", {"name": "text"})
    project.declare(
        "plan_zone", _AREA.format(geometry="Polygon", kind="zone_kind", name="designation")
    )
    for name, begun in (("old", ""), ("new", "valid_from: 2021-12-24\n")):
        code = f"  - {{code: C, title: {{pl: {name}, en: {name}}}}}"
        head = "title: {pl: L, en: L}\nsource: {status: ours}\n"
        project.write(f"layers/town/codes/{name}.yaml", f"{head}{begun}values:\n{code}\n")
    joins = 'joins: {"2003": old, "2021": new}'
    project.write("layers/town/codes/of_all.yaml", f"{head}{joins}\n")
    text = _AREA.format(geometry="Polygon", kind="symbol", name="designation")
    project.declare("plan_land_use", text.replace("  symbol: {", _SYMBOL, 1) + _LEADS)


_ROWS = f"""
INSERT INTO town.gmina (name, teryt, geom) VALUES
    ('Left', '1', ST_Multi({box(0, 0, 1000, 1000)})),
    ('Right', '2', ST_Multi({box(1000, 0, 2000, 1000)}));
INSERT INTO town.plan_act (title, identifier, local_id, act_type, status, valid_from,
    valid_to, geom) VALUES
    ('General', 'pog/1', '1POG', 'planOgolnyGminy', 'legalForce', '2026-01-01', NULL,
        ST_Multi({box(0, 0, 2000, 1000)})),
    ('General, new', 'pog/2', '1POG', 'planOgolnyGminy', 'elaboration', NULL, NULL,
        ST_Multi({box(0, 0, 2000, 1000)})),
    ('Local', 'mpzp/1', 'A', 'miejscowyPlanZagospodarowaniaPrzestrzennego', 'legalForce',
        '2020-05-01', NULL, ST_Multi({box(900, 0, 1100, 1000)})),
    ('Local above', 'mpzp/2', 'B', 'miejscowyPlanZagospodarowaniaPrzestrzennego', 'legalForce',
        '2021-05-01', NULL, ST_Multi({box(900, 500, 1100, 1000)})),
    ('Old', 'mpzp/0', 'C', 'miejscowyPlanZagospodarowaniaPrzestrzennego', 'obsolete',
        '2005-01-01', '2020-04-30', ST_Multi({box(0, 0, 500, 1000)}));
INSERT INTO town.plan_zone (zone_kind, designation, act_identifier, status, valid_from,
    max_intensity, max_coverage_pct, max_height_m, geom) VALUES
    ('SJ', '1SJ', 'pog/1', 'legalForce', '2026-01-01', 0.5, 30, 12, {box(0, 0, 1500, 1000)}),
    ('SO', '1SO', 'pog/1', 'legalForce', '2026-01-01', NULL, NULL, NULL,
        {box(1500, 0, 1900, 1000)}),
    ('SJ', '1SJ', 'pog/2', 'elaboration', '2026-01-01', 0.5, 30, 12, {box(0, 0, 1000, 1000)}),
    ('SU', '1SU', 'pog/2', 'elaboration', '2026-01-01', 1, 50, 12, {box(1000, 0, 1500, 1000)}),
    ('SO', '1SO', 'pog/2', 'elaboration', '2026-01-01', NULL, NULL, NULL,
        {box(1500, 0, 2000, 1000)});
INSERT INTO town.plan_land_use (symbol, designation, act_identifier, status, valid_from, geom)
VALUES
    ('ZP', '1ZP', 'mpzp/1', 'legalForce', '2020-05-01', {box(900, 0, 1000, 500)}),
    ('MN', '1MN', 'mpzp/1', 'legalForce', '2020-05-01', {box(1000, 0, 1100, 500)});
INSERT INTO town.building (kind, storeys_above, geom)
    SELECT '110', 2, ST_Translate({box(100, 100, 110, 110)}, 30 * at, 0)
    FROM generate_series(0, 4) AS at;
INSERT INTO town.flood_hazard_area (area_no, geom)
    VALUES ('F1', ST_Multi({box(1400, 0, 1600, 100)}));
INSERT INTO town.noise_area (indicator, from_db, geom) VALUES
    ('day', 60, ST_Multi({box(1200, 200, 1400, 400)})),
    ('day', 65, ST_Multi({box(1300, 200, 1400, 400)})),
    ('night', 60, ST_Collect({box(1350, 300, 1450, 500)}, {box(1200, 1000, 1300, 1100)})),
    ('day', 55, ST_Multi({box(1000, 0, 1500, 1000)}));
INSERT INTO town.utility_line (gesut_id, geom) VALUES ('L1', ST_SetSRID(ST_MakeLine(
    ST_MakePoint({X + 1200}, {Y - 50}), ST_MakePoint({X + 1200}, {Y + 250})), 2178));
INSERT INTO town.natural_monument (name, geom) VALUES
    ('Oak', ST_SetSRID(ST_MakePoint({X + 500}, {Y + 1010}), 2178)),
    ('Lime', ST_SetSRID(ST_MakePoint({X + 500}, {Y + 1050}), 2178));
"""


@pytest.fixture
def town(project: Project) -> Iterator[tuple[Connection, Ground]]:
    _declare(project)
    migrate(project.load(), project.settings)
    project.sql(_ROWS)
    found = declared.read(ROOT)
    with psycopg.connect(project.settings.dsn("sip_owner")) as connection:
        yield connection, Ground(found, project.load())


def asked(town: tuple[Connection, Ground], name: str, **given: Any) -> Table:
    analysis = menu.ANALYSES[name]
    return analysis.compute(*town, menu.understood(analysis, given, TODAY))


def picked(table: Table, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in table.dicts("en")]


def test_numbers_are_what_squared_paper_says(town: tuple[Connection, Ground]) -> None:
    """One town for all: making it takes longer than asking it."""
    _balance(town)
    _balance_by_dictionaries(town)
    _coverage(town)
    _comparison(town)
    _conflicts(town)
    _capacity(town)
    _infill(town)
    with pytest.raises(NotFound, match="no act"):
        asked(town, "conflicts", act="nothing")
    with pytest.raises(QueryError, match="name of 2 acts"):
        asked(town, "conflicts", act="1POG")


def _balance(town: tuple[Connection, Ground]) -> None:
    rows = picked(asked(town, "balance"), "unit", "kind", "area_ha", "share_pct")
    assert rows == [
        ("1", "SJ", 100.0, 100.0),
        ("2", "SJ", 50.0, 50.0),
        ("2", "SO", 40.0, 40.0),
        ("2", None, 10.0, 10.0),
        ("", "SJ", 150.0, 75.0),
        ("", "SO", 40.0, 20.0),
        ("", None, 10.0, 5.0),
    ]
    before = picked(asked(town, "balance", date="2025-12-31"), "unit", "kind", "share_pct")
    assert before == [("1", None, 100.0), ("2", None, 100.0), ("", None, 100.0)]


def _balance_by_dictionaries(town: tuple[Connection, Ground]) -> None:
    """The same symbol of the same year, by the regulation of each act; MN is in neither."""
    town[0].execute("UPDATE town.plan_act SET regulation = '2003' WHERE identifier = 'mpzp/2'")
    town[0].execute(
        "INSERT INTO town.plan_land_use (symbol, designation, act_identifier, status, valid_from,"
        f" geom) VALUES ('C', '1C', 'mpzp/2', 'legalForce', '2023-01-01', {box(0, 0, 15, 100)}),"
        f" ('C', '2C', 'mpzp/1', 'legalForce', '2023-01-01', {box(20, 0, 40, 100)}),"
        f" ('2C', '3C', 'mpzp/1', 'legalForce', '2023-01-01', {box(50, 0, 60, 100)})"
    )
    table = asked(town, "balance", areas="land_use")
    rows = picked(table, "unit", "kind", "kind_name", "areas", "area_ha")
    assert [row for row in rows if row[0] == "" and "C" in str(row[1])] == [
        ("", "C", "new", 1, 0.2),
        ("", "C", "old", 1, 0.15),
        ("", "2C", "new", 1, 0.1),
    ]
    assert ("", "MN", "MN", 1, 5.0) in rows
    town[0].rollback()


def _coverage(town: tuple[Connection, Ground]) -> None:
    table = asked(town, "coverage", from_year="2019", to_year="2021")
    rows = picked(table, "date", "unit", "acts", "covered_ha", "covered_pct", "green_pct")
    years = [datetime.date(year, 12, 31) for year in (2019, 2020, 2021)]
    assert rows == [
        (years[0], "1", 1, 50.0, 50.0, 0.0),
        (years[0], "2", 0, 0.0, 0.0, None),
        (years[0], "", None, 50.0, 25.0, 0.0),
        (years[1], "1", 1, 10.0, 10.0, 50.0),
        (years[1], "2", 1, 10.0, 10.0, 0.0),
        (years[1], "", None, 20.0, 10.0, 25.0),
        (years[2], "1", 2, 10.0, 10.0, 50.0),
        (years[2], "2", 2, 10.0, 10.0, 0.0),
        (years[2], "", None, 20.0, 10.0, 25.0),
    ]


def _comparison(town: tuple[Connection, Ground]) -> None:
    table = asked(town, "compare", before="pog/1", after="General, new")
    assert table.sums is not None
    assert picked(table.sums, "kind_before", "kind_after", "change", "area_ha") == [
        ("SJ", "SU", "use", 50.0),
        (None, "SO", "added", 10.0),
        ("SJ", "SJ", "none", 100.0),
        ("SO", "SO", "none", 40.0),
    ]
    assert table.shapes is not None
    assert sum(one.area for one in table.shapes) == pytest.approx(2_000_000.0)


def _conflicts(town: tuple[Connection, Ground]) -> None:
    table = asked(town, "conflicts", act="pog/2")
    assert picked(table, "topic", "designation", "object", "area_m2", "length_m") == [
        ("flood", "1SU", "F1", 10_000.0, None),
        ("noise", "1SU", "day", 40_000.0, None),
        ("noise", "1SU", "day", 20_000.0, None),
        ("noise", "1SU", "night", 20_000.0, None),
        ("monument", "1SJ", "Oak", pytest.approx(77.4, abs=2.0), None),
        ("network", "1SU", "L1", 0.0, 250.0),
    ]
    assert table.sums is not None
    # 20,000 of 40,000 m² lie under both bands of the day, and 5,000 m² under the night's, too.
    assert picked(table.sums, "topic", "kind", "places", "area_ha", "length_m") == [
        ("flood", "SU", 1, 1.0, 0.0),
        ("noise", "SU", 3, 5.5, 0.0),
        ("monument", "SJ", 1, pytest.approx(0.0077, abs=2e-4), 0.0),
        ("network", "SU", 1, 0.0, 250.0),
    ]
    kinds = {one["geometry"]["type"] for one in tables.as_features(table, "en")["features"]}
    assert kinds <= {"Polygon", "MultiPolygon", "LineString"}
    assert {"nature_protection_area", "planned_investment"} <= {
        one.en.rpartition(" ")[2] for one in table.notes
    }


def _capacity(town: tuple[Connection, Ground]) -> None:
    table = asked(town, "capacity")
    rows = picked(table, "designation", "possible_m2", "built_m2", "left_m2", "limit")
    assert rows == [
        ("1SJ", 750_000.0, 1_000.0, 749_000.0, "intensity"),
        ("1SO", None, 0.0, None, None),
    ]
    draft = asked(town, "capacity", act="pog/2")
    assert ("1SU", 500_000.0) in picked(draft, "designation", "possible_m2")


def _infill(town: tuple[Connection, Ground]) -> None:
    table = asked(town, "infill", gmina="1")
    assert picked(table, "buildings") == [(5,)]
    assert asked(town, "infill", gmina="2").rows == []


def test_answers_become_files_and_json(tmp_path: Path, town: tuple[Connection, Ground]) -> None:
    table = asked(town, "compare", before="pog/1", after="pog/2")
    file = tmp_path / "changes.gpkg"
    files.write(table, file, "en")
    named = {row[0] for row in pyogrio.list_layers(file)}
    assert named == {"comparison", "comparison_sums", "layer_styles"}
    looks = pyogrio.raw.read(file, layer="layer_styles", columns=["f_table_name", "styleQML"])[3]
    assert (looks[0][0], "another use" in looks[1][0]) == ("comparison", True)
    info = pyogrio.read_info(file, layer="comparison")
    assert (info["crs"], info["features"]) == ("EPSG:2178", len(table.rows))
    files.write(table, tmp_path / "changes.geojson", "en")
    document = json.loads((tmp_path / "changes.geojson").read_text())
    assert 20 < document["features"][0]["geometry"]["coordinates"][0][0][0] < 21
    layer = tables.as_features(table, "en")
    assert layer["sums"]["columns"][-1]["unit"] == "ha"
    assert {one["geometry"]["type"] for one in layer["features"]} == {"Polygon"}
