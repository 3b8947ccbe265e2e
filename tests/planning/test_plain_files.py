"""`sip plan import --layer`: plans that never were APP, from what offices have."""

from __future__ import annotations

import argparse
import dataclasses
import textwrap
from pathlib import Path

import geopandas
import psycopg
import pyogrio
import pytest
import shapely

from sip import catalogue
from sip.cli import plan
from sip.database.migrate import migrate
from sip.errors import CrsError, DatabaseError, DataError, DeclarationError, NotFound
from sip.load.report import RowsRefused
from sip.settings import Settings
from tests.installation import ROOT

X, Y = 7_480_000, 5_640_000
ACT = "12_MPZP"
SPACE = "PL.ZIPPZP.9999/260401-MPZP"
BASE = "https://www.gov.pl/zagospodarowanieprzestrzenne/app/AktPlanowaniaPrzestrzennego"
LINES = """\
fields:
  object_no: {column: EntityHandle}
  kind:
    column: Layer
    codes: {NLZ: building_line_limit, OS_DROGI: road_axis}
  designation: {value: rysunek}
"""


@pytest.fixture(autouse=True)
def _in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C.UTF-8")


@pytest.fixture(scope="module")
def office(module_database: Settings) -> Settings:
    settings = dataclasses.replace(module_database, project=ROOT)
    migrate(catalogue.load(ROOT), settings)
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        connection.execute(
            "INSERT INTO planning.plan_act (identifier, namespace, local_id, version_id, title,"
            " act_type, level, status, valid_from, version_from, regulation, geom) VALUES"
            " (%s, 'PL.ZIPPZP.9999/260401-MPZP', %s, '20220301T000000', 'Plan śródmieścia',"
            " 'miejscowyPlanZagospodarowaniaPrzestrzennego', 'infraLocal', 'legalForce',"
            " '2022-03-15', '2022-03-01', '2003', ST_Multi(ST_MakeEnvelope(%s, %s, %s, %s, 2178)))",
            [f"{BASE}/{SPACE}/{ACT}/20220301T000000", ACT, X, Y, X + 600, Y + 100],
        )
    return settings


def take(office: Settings, *words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    plan.arguments(parser)
    return plan.run(parser.parse_args(["import", *map(str, words)]), office)


def ask(office: Settings, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(office.dsn("sip_public")) as connection:
        return connection.execute(sql.encode()).fetchall()


def areas(*numbers: str, at: float = 0, width: float = 100) -> geopandas.GeoDataFrame:
    boxes = [
        shapely.box(X + at + width * n, Y, X + at + width * (n + 1), Y + 100)
        for n in range(len(numbers))
    ]
    return geopandas.GeoDataFrame(
        {
            "NR": list(numbers),
            "OZN": [f"{n}{s}" for n, s in enumerate(["MN/U", "ZP", "XQ"][: len(boxes)], 1)],
            "SYMB": ["MN/U", "ZP", "XQ"][: len(boxes)],
            "OPIS": ["zieleń, usługi i łąka"] * len(boxes),
            "WYS": ["12,5"] * len(boxes),
        },
        geometry=boxes,
        crs=2178,
    )


def mapped(folder: Path, text: str) -> Path:
    (folder / "map.yaml").write_text(textwrap.dedent(text), encoding="utf-8")
    return folder / "map.yaml"


AREAS = """\
fields:
  area_no: {column: NR}
  designation: {column: OZN}
  symbol: {column: SYMB}
  description: {column: OPIS}
  max_height_m: {column: WYS, decimal: ","}
"""
PLAIN = ("--layer", "plan_land_use", "--act", ACT)


def test_a_geopackage_in_another_crs_becomes_areas_of_its_act(
    office: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, rules = tmp_path / "plan.gpkg", mapped(tmp_path, AREAS)
    areas("g1", "g2", "g3").to_crs(2180).to_file(file, layer="tereny")
    assert take(office, file, *PLAIN, "--map", rules, "--dry-run") == 0
    assert "nothing was imported" in capsys.readouterr().err
    assert ask(office, "SELECT count(*) FROM pub.plan_land_use") == [(0,)]
    assert take(office, file, *PLAIN, "--map", rules) == 0
    assert "3 " in capsys.readouterr().out
    found = ask(
        office,
        "SELECT area_no, symbol, symbol_class, max_height_m, description, status, valid_from::text,"
        " round(ST_XMin(geom)) FROM pub.plan_land_use"
        f" WHERE act_identifier LIKE '%{ACT}%' ORDER BY 1",
    )
    text = "zieleń, usługi i łąka"
    assert found == [
        ("g1", "MN/U", "2003 MN", 12.5, text, "legalForce", "2022-03-15", X),
        ("g2", "ZP", "2003 ZP", 12.5, text, "legalForce", "2022-03-15", X + 100),
        ("g3", "XQ", None, 12.5, text, "legalForce", "2022-03-15", X + 200),
    ]
    parser = argparse.ArgumentParser()
    plan.arguments(parser)
    plan.run(parser.parse_args(["symbols"]), office)
    told = capsys.readouterr().out
    assert "XQ" in told
    assert "areas with unknown symbols: 1" in told


def test_areas_that_overlap_are_refused_with_their_place_and_nothing_stays(
    office: Settings, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.gpkg", tmp_path / "two.gpkg"
    areas("o1", at=300).to_file(one)
    areas("o2", at=350).to_file(two)
    before = ask(office, "SELECT count(*) FROM pub.plan_land_use")
    with pytest.raises(DatabaseError, match=r"overlaps 1MN/U: 5000\.0 m² at \(") as refused:
        take(office, one, two, *PLAIN, "--map", mapped(tmp_path, AREAS))
    assert "nothing was imported" in str(refused.value)
    assert "CONTEXT" not in str(refused.value)
    assert ask(office, "SELECT count(*) FROM pub.plan_land_use") == before


def test_an_old_plan_that_overlaps_is_kept_as_obsolete(office: Settings, tmp_path: Path) -> None:
    file = tmp_path / "studium.gpkg"
    areas("old1", "old2", at=40).to_file(file)
    rules = mapped(tmp_path, AREAS + "  status: {value: obsolete}\n")
    assert take(office, file, *PLAIN, "--map", rules) == 0
    found = ask(office, "SELECT status FROM pub.plan_land_use WHERE area_no LIKE 'old%'")
    assert found == [("obsolete",), ("obsolete",)]


def test_a_shapefile_in_cp1250_keeps_its_letters(office: Settings, tmp_path: Path) -> None:
    points = geopandas.GeoDataFrame(
        {"NR": ["s1", "s2"], "TYP": ["other", "other"], "OPIS": ["źródło", "dąb „Żółw”"]},
        geometry=[shapely.Point(X + 5, Y + 5), shapely.Point(X + 9, Y + 5)],
        crs=2178,
    )
    file = tmp_path / "punkty.shp"
    pyogrio.write_dataframe(points, file, encoding="CP1250")
    (tmp_path / "punkty.cpg").unlink()
    words = [file, "--layer", "plan_point", "--act", ACT]
    words += ["--map", "object_no=NR", "--map", "kind=TYP", "--map", "description=OPIS"]
    assert take(office, *words, "--encoding", "CP1250") == 0
    found = ask(office, "SELECT description FROM pub.plan_point ORDER BY object_no")
    assert found == [("źródło",), ("dąb „Żółw”",)]


def test_lines_of_a_dxf_become_lines_of_the_drawing(office: Settings, tmp_path: Path) -> None:
    file = tmp_path / "rysunek.dxf"
    lines = geopandas.GeoDataFrame(
        {"Layer": ["NLZ", "OS_DROGI"]},
        geometry=[
            shapely.LineString([(X, Y), (X + 50, Y), (X + 50, Y + 20)]),
            shapely.LineString([(X, Y + 50), (X + 300, Y + 50)]),
        ],
    )
    with pytest.warns(UserWarning, match="crs"):
        pyogrio.write_dataframe(lines, file, driver="DXF")
    words = [file, "--layer", "plan_line", "--act", ACT, "--map", mapped(tmp_path, LINES)]
    with pytest.raises(CrsError, match="--crs 2178"):
        take(office, *words)
    assert take(office, *words, "--crs", "2178") == 0
    found = ask(office, "SELECT kind, round(ST_Length(geom)) FROM pub.plan_line ORDER BY 1")
    assert found == [("building_line_limit", 70.0), ("road_axis", 300.0)]


def test_what_is_wrong_is_named_by_file_row_and_field(office: Settings, tmp_path: Path) -> None:
    file = tmp_path / "zle.gpkg"
    wrong = areas("w1", "w2")
    wrong["WYS"] = ["12,5", "wysoko"]
    wrong.to_file(file)
    rules = mapped(tmp_path, AREAS)
    with pytest.raises(RowsRefused, match=r'zle\.gpkg: row 2: max_height_m: "wysoko" is not'):
        take(office, file, *PLAIN, "--map", rules)
    with pytest.raises(DataError, match='no column "NUMER"'):
        take(office, file, *PLAIN, "--map", "area_no=NUMER")
    with pytest.raises(NotFound, match="no planning act"):
        take(office, file, "--layer", "plan_land_use", "--act", "13_MPZP", "--map", rules)
    with pytest.raises(DeclarationError, match="kolumna"):
        take(office, file, *PLAIN, "--map", mapped(tmp_path, "fields: {area_no: {kolumna: NR}}"))
    assert ask(office, "SELECT count(*) FROM pub.plan_land_use WHERE area_no LIKE 'w%'") == [(0,)]
