"""The database project in real QGIS: every layer opens, forms are as declared, rules refuse."""

from __future__ import annotations

import dataclasses
import functools
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import psycopg
import pytest
from lxml import etree
from psycopg import sql

from sip import catalogue as catalogues
from sip.catalogue import Catalogue
from sip.cli.work import judge_acts
from sip.crs import Extent
from sip.database import migrate
from sip.qgis import Source, project_file
from sip.qgis.act import Act
from sip.settings import Settings
from sip.state import seen_by
from sip.text import Language
from tests.qgis.conftest import Qgis

pytestmark = [pytest.mark.qgis, pytest.mark.database]

ROOT = Path(__file__).parents[2]
_X, _Y = 7_470_000, 5_640_000
_SHAPES = {
    "Point": f"POINT({_X} {_Y})",
    "LineString": f"LINESTRING({_X} {_Y}, {_X + 60} {_Y + 80})",
    "Polygon": f"POLYGON(({_X} {_Y}, {_X + 80} {_Y}, {_X + 80} {_Y + 60}, {_X} {_Y}))",
}


@pytest.fixture(scope="module")
def declared() -> Catalogue:
    return catalogues.load(ROOT)


@pytest.fixture(scope="module")
def catalogue(declared: Catalogue, settings: Settings) -> Catalogue:
    """What a data steward sees."""
    return seen_by("sip_editor", declared, settings)


@pytest.fixture(scope="module")
def settings(module_database: Settings, declared: Catalogue) -> Settings:
    """A migrated database; each layer that demands nothing has one row, to be drawn."""
    settings = dataclasses.replace(module_database, project=ROOT)
    migrate.migrate(declared, settings)
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        for layer in declared.layers.values():
            needs = any(field.required for field in layer.spec.fields.values())
            if layer.is_table and layer.spec.geometry and not needs:
                connection.execute(
                    f'INSERT INTO "{layer.theme}"."{layer.id}" (geom) '
                    f"VALUES (ST_GeomFromText(%s, 2178))".encode(),
                    [_shape(layer.spec.geometry)],
                )
    return settings


def _shape(geometry: str) -> str:
    if not geometry.startswith("Multi"):
        return _SHAPES[geometry]
    kind, _, rest = _SHAPES[geometry.removeprefix("Multi")].partition("(")
    return f"MULTI{kind}(({rest})" if kind != "POINT" else f"MULTIPOINT({rest}"


@pytest.fixture(scope="module")
def qgis(settings: Settings, open_in_qgis: Qgis, tmp_path_factory: pytest.TempPathFactory) -> Qgis:
    folder = tmp_path_factory.mktemp("qgis")
    service = folder / "pg_service.conf"
    service.write_text(f"[sip]\nhost={settings.run}\ndbname={settings.database}\nuser=sip_editor\n")
    return functools.partial(open_in_qgis, PGSERVICEFILE=str(service))


def _file(catalogue: Catalogue, language: Language = "pl") -> bytes:
    return project_file(catalogue, Source("database", "http://localhost"), language=language)


@pytest.fixture(scope="module")
def seen(qgis: Qgis, catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Any:
    picture = tmp_path_factory.mktemp("picture") / "all.png"
    found = qgis("look", _file(catalogue), str(picture))
    for layer, group in (("inbox", "Skrzynka konfliktów"), ("review", "Propozycje z nalotów")):
        del found["layers"][layer], found["groups"][group]
    findings = found["layers"].pop("ground_finding")
    assert findings["valid"]
    return found


def test_every_register_opens_and_is_drawn(seen: dict[str, Any], catalogue: Catalogue) -> None:
    open_to_staff = [
        layer
        for layer in catalogue.layers.values()
        if layer.is_vector and layer.spec.access != "restricted"
    ]
    assert len(open_to_staff) > 50
    for layer in open_to_staff:
        found = seen["layers"][layer.id]
        assert found["valid"], layer.id
        assert found["crs"] == ("EPSG:2178" if layer.spec.geometry else found["crs"])
        assert found["colours"] != 1 or _hidden_at_any_scale(layer.id, catalogue), layer.id


def _hidden_at_any_scale(name: str, catalogue: Catalogue) -> bool:
    """A layer whose only row has no value that its style takes is not drawn."""
    style = catalogue.layer(name).style
    return style is not None and style.kind != "simple" and style.other is None


def test_groups_are_the_themes_in_their_order(seen: dict[str, Any], catalogue: Catalogue) -> None:
    titles = [theme.spec.title.pl for theme in catalogue.themes]
    assert list(seen["groups"]) == [title for title in titles if title in seen["groups"]]
    assert seen["title"] == catalogue.project.title.pl
    assert seen["crs"] == f"EPSG:{catalogue.project.storage_crs}"


def test_forms_are_as_declared(seen: dict[str, Any], catalogue: Catalogue) -> None:
    kinds = {"integer": "Range", "number": "Range", "date": "DateTime", "timestamp": "DateTime"}
    for name, found in seen["layers"].items():
        layer = catalogue.layer(name)
        pointing = {relation.field for relation in layer.spec.relations}
        for field_name, field in layer.visible_fields.items():
            widget = found["fields"][field_name]
            assert widget["alias"] == field.title.pl
            if field_name in pointing:
                assert widget["widget"] == "RelationReference"
            elif field.codes:
                assert widget["widget"] == "ValueMap"
                codes = [code for one in widget["config"]["map"] for code in one.values()]
                assert [c for c in codes if not c.startswith("{")] == list(
                    catalogue.code_lists[field.codes].codes()
                )
            else:
                assert widget["widget"] == kinds.get(field.type, widget["widget"])


def test_relations_and_layouts_are_whole(seen: dict[str, Any]) -> None:
    assert len(seen["relations"]) > 10
    assert all(seen["relations"].values())
    widths = {name: one["width_mm"] for name, one in seen["layouts"].items()}
    assert widths == {"A4": 297.0, "A3": 420.0, "Rysunek planu": 594.0}
    assert all(one["items"] >= 7 for one in seen["layouts"].values())


def test_a_tree_is_added_changed_and_refused_by_a_rule(qgis: Qgis, catalogue: Catalogue) -> None:
    task = {
        "layer": "tree",
        "wkt": _SHAPES["Point"],
        "values": {
            "inventory_no": "Q-1",
            "species": "Tilia cordata",
            "height_m": 12.0,
            "crown_base_m": 3.0,
        },
        "find": "\"inventory_no\" = 'Q-1'",
        "field": "crown_base_m",
        "good": 4.5,
        "bad": 14.0,
    }
    said = qgis("edit", _file(catalogue), json.dumps(task))
    assert said["added"], "\n".join(said["add_errors"])
    assert said["changed"]
    assert said["value"] == 4.5
    assert not said["broken"]
    broken = next(r for r in catalogue.layer("tree").spec.rules if r.id == "crown_below_top")
    assert broken.message.pl in " ".join(said["refusal"])
    assert not said["form_accepts"]
    assert broken.message.pl in " ".join(said["form_says"])
    assert said["deleted"], "\n".join(said["delete_errors"])


def test_the_form_refuses_what_is_out_of_range(qgis: Qgis, catalogue: Catalogue) -> None:
    task = {
        "layer": "tree",
        "wkt": _SHAPES["Point"],
        "values": {"inventory_no": "Q-2", "species": "Tilia cordata", "height_m": 12.0},
        "find": "\"inventory_no\" = 'Q-2'",
        "field": "height_m",
        "good": 13.0,
        "bad": 600.0,
    }
    said = qgis("edit", _file(catalogue, "en"), json.dumps(task))
    assert said["form_accepts"] is False
    assert any("Height" in text for text in said["form_says"]), said["form_says"]
    assert not said["broken"]


_ACT = (
    "https://www.gov.pl/zagospodarowanieprzestrzenne/app/AktPlanowaniaPrzestrzennego/"
    "PL.ZIPPZP.1/2604-POG/1POG/20260101T000000"
)


def _zone(number: int, west: int, east: int) -> dict[str, Any]:
    """Return a zone between two eastings of an act that is 200 m wide and 100 m high."""
    corners = [(west, 0), (east, 0), (east, 100), (west, 100), (west, 0)]
    ring = ", ".join(f"{_X + x} {_Y + y}" for x, y in corners)
    local_id = f"1POG-{number}SI"
    values = {
        "identifier": _ACT.replace("AktPlanowaniaPrzestrzennego", "StrefaPlanistyczna").replace(
            "/1POG/", f"/{local_id}/"
        ),
        "namespace": "PL.ZIPPZP.1/2604-POG", "local_id": local_id, "designation": f"{number}SI",
        "version_id": "20260101T000000", "version_from": "2026-01-01T00:00:00", "zone_kind": "SI",
        "basic_profile": "I K ZD", "nature": "generallyBinding", "status": "elaboration",
        "valid_from": "2026-01-01", "act_identifier": _ACT, "max_intensity": 0.5,
        "max_coverage_pct": 50.0, "max_height_m": 9.0, "min_bio_active_pct": 20.0,
    }  # fmt: skip
    return {"wkt": f"POLYGON(({ring}))", "values": values}


def _put_act(settings: Settings, local_id: str) -> str:
    """Add a draft that is 200 m wide and 100 m high; return its identifier."""
    identifier = _ACT.replace("1POG", local_id)
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        connection.execute(
            "INSERT INTO planning.plan_act (identifier, namespace, local_id, version_id, title,"
            " act_type, level, status, version_from, geom) VALUES (%s, 'PL.ZIPPZP.1/2604-POG',"
            " %s, '20260101T000000', 'Plan', 'planOgolnyGminy', 'local', 'elaboration',"
            " '2026-01-01', ST_Multi(ST_MakeEnvelope(%s, %s, %s, %s, 2178)))",
            [identifier, local_id, _X, _Y, _X + 200, _Y + 100],
        )
    return identifier


def test_a_zone_that_overlaps_or_leaves_the_act_is_refused(
    qgis: Qgis, catalogue: Catalogue, settings: Settings, tmp_path: Path
) -> None:
    _put_act(settings, "1POG")
    task = {
        "layer": "plan_zone",
        "draw": [_zone(1, 0, 100), _zone(2, 90, 200), _zone(2, 100, 210), _zone(2, 100, 200)],
        "picture": str(tmp_path / "drawing.png"),
    }
    said = qgis("ground", _file(catalogue), json.dumps(task))
    first, overlapping, outside, fitting = said["drawn"]
    assert first["done"], first["said"]
    assert first["findings"] == ["G06"]
    assert not overlapping["done"]
    assert "2SI nakłada się na 1SI: 1000.0 m²" in overlapping["said"]
    assert "SQL statement" not in overlapping["said"]
    assert not outside["done"]
    assert "2SI wychodzi poza granicę aktu „Plan”: 1000.0 m²" in outside["said"]
    assert fitting["done"], fitting["said"]
    assert (fitting["findings"], said["rows"]) == ([], 2)
    assert said["snaps"]
    assert said["topology"]
    assert "sip_layer_plan_zone" in said["refreshed_with"]
    assert (said["labels"], said["renderer"]) == (True, "RuleRenderer")
    assert said["sheets"] == [True, "sip_layer_plan_act", 1]
    assert said["scale"] == 500
    assert said["picture"] == 0


def test_all_rules_of_the_validator_are_a_layer_moments_after_a_save(
    qgis: Qgis, catalogue: Catalogue, settings: Settings, tmp_path: Path
) -> None:
    def seen(language: Language) -> dict[str, Any]:
        return qgis("findings", _file(catalogue, language), json.dumps(task))

    task = {"layer": "plan_zone", "picture": str(tmp_path / "findings.png")}
    act = _put_act(settings, "2POG")
    given = _zone(1, 0, 200)["values"]
    values = {
        name: value.replace("1POG", "2POG") if isinstance(value, str) else value
        for name, value in given.items()
    } | {"basic_profile": None}
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        row = sql.SQL(", ").join(map(sql.Placeholder, values))
        columns = sql.SQL(", ").join(map(sql.Identifier, values))
        connection.execute(
            sql.SQL(
                "INSERT INTO planning.plan_zone ({}, geom) SELECT {}, (ST_Dump(geom)).geom"
                " FROM planning.plan_act WHERE local_id = '2POG'"
            ).format(columns, row),
            values,
        )
    waiting = [one for one in seen("en")["rows"] if one["act"] == act]
    (note,) = [one for one in waiting if one["severity"] == "note"]
    assert note["object"] == "Plan"
    assert "not yet checked" in note["reason_en"]
    assert act in judge_acts(settings)
    assert judge_acts(settings) == []
    told = seen("pl")
    (missing,) = [one for one in told["rows"] if one["object"] == "2POG-1SI"]
    assert (missing["rule"], missing["layer"], missing["drawn"]) == ("A18", "plan_zone", True)
    assert "profilPodstawowy" in missing["reason_pl"]
    assert "nie jest jeszcze sprawdzona" not in json.dumps(told, ensure_ascii=False)
    assert (told["named"], told["again_ms"]) == ('"reason_pl"', 15_000)
    assert told["legend"] == ["błąd", "ostrzeżenie", "uwaga"]
    assert told["colours"] > 2
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        connection.execute(
            "UPDATE planning.plan_zone SET basic_profile = 'I K ZD' WHERE act_identifier = %s",
            [act],
        )
    judge_acts(settings)
    rules = "SELECT rule FROM sip.ground_finding WHERE object = '2POG-1SI'"
    with psycopg.connect(settings.dsn("sip_editor")) as connection:
        assert connection.execute(rules.encode()).fetchall() == []


def test_a_project_of_one_act_neither_shows_nor_moves_what_belongs_to_others(
    catalogue: Catalogue,
) -> None:
    act = Act("https://a/O'B/1", "Plan „Brzeg”", Extent(_X, _Y, _X + 200, _Y + 100))
    file = project_file(catalogue, Source("database", "http://localhost", act=act))
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(file)).read("sip.qgs"))
    assert root.findtext("title") == f"Plan „Brzeg” – {catalogue.project.title.pl}"
    assert root.findtext("mapcanvas/extent/xmax") == f"{_X + 200:.3f}"
    layers = {one.findtext("shortname"): one for one in root.iterfind("projectlayers/maplayer")}
    assert layers["plan_act"].get("labelsEnabled") == "0"
    zone, act, cut = layers["plan_zone"], layers["plan_act"], layers["plan_cut"]
    assert str(zone.findtext("datasource")).endswith(
        " (geom) sql=\"act_identifier\" = 'https://a/O''B/1'"
    )
    assert str(act.findtext("datasource")).endswith("sql=\"identifier\" = 'https://a/O''B/1'")
    assert " sql=" not in str(cut.findtext("datasource"))
    checks = [one.get("value") for one in zone.iterfind("geometryOptions/activeChecks/Option")]
    assert "QgsGeometryOverlapCheck" in checks
    default = zone.find("defaults/default[@field='act_identifier']")
    assert default is not None
    assert default.get("expression") == "'https://a/O''B/1'"
    general = etree.fromstring(zipfile.ZipFile(io.BytesIO(_file(catalogue))).read("sip.qgs"))
    assert general.find("projectlayers/maplayer/geometryOptions") is None


def test_long_names_of_a_legend_are_broken_into_lines(catalogue: Catalogue) -> None:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(_file(catalogue))).read("sip.qgs"))
    labels = [one.get("value", "") for one in root.iterfind(".//Layout//customproperties//Option")]
    assert "strefa wielofunkcyjna z zabudową\nmieszkaniową wielorodzinną" in labels
    assert max(len(line) for label in labels for line in label.split("\n")) <= 36


def test_no_password_and_no_address_of_a_server_is_in_the_file(catalogue: Catalogue) -> None:
    text = zipfile.ZipFile(io.BytesIO(_file(catalogue))).read("sip.qgs").decode()
    assert "service='sip'" in text
    assert "password" not in text
    assert "host=" not in text


def test_a_project_holds_what_the_person_may_see(declared: Catalogue, settings: Settings) -> None:
    def text(role: str) -> str:
        file = _file(seen_by(role, declared, settings))
        return zipfile.ZipFile(io.BytesIO(file)).read("sip.qgs").decode()

    viewer, trusted = text("sip_viewer"), text("sip_heating.personal")
    assert 'table="staff"."right_of_way_permit"' in viewer
    assert 'table="planning"."plan_act"' in viewer
    assert 'heat_source"' not in viewer
    assert "applicant_name" not in viewer
    assert 'readOnly="0"' not in viewer
    assert 'table="heating"."heat_source"' in trusted
    assert "owner_name" in trusted
    everybody = zipfile.ZipFile(io.BytesIO(_file(declared))).read("sip.qgs").decode()
    assert "critical_object" not in everybody
