"""Importing files: what is taken, what is refused and how it is said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import psycopg
import pytest
import shapely
from shapely.geometry import Point

from sip.database import counting
from sip.database.migrate import migrate
from sip.errors import CrsError, DataError
from sip.load.importing import Wishes, import_file
from sip.load.mapping import FieldMap
from sip.load.report import Report, RowsRefused
from tests.conftest import Project

pytestmark = pytest.mark.database

TREE = """\
geometry: Point
fields:
  no: {type: text, title: {pl: Nr, en: No}, unique: true, required: true, pattern: "[A-Z][0-9]+"}
  height_m: {type: number, title: {pl: Wysokość, en: Height}, unit: m, min: 0, max: 60}
  health: {type: text, title: {pl: Stan, en: Health}, codes: health}
  planted: {type: date, title: {pl: Posadzone, en: Planted}}
  felled: {type: date, title: {pl: Ścięte, en: Felled}}
  stems_count: {type: integer, title: {pl: Pnie, en: Stems}, default: 1, required: true}
rules:
  - id: felled_later
    sql: planted <= felled
    message: {pl: "Ścięte przed posadzeniem.", en: "felled before it was planted"}
"""
CODES = """\
title: {pl: Stan, en: Health}
source: {status: ours}
values:
  - {code: "1", title: {pl: dobry, en: good}}
  - {code: "2", title: {pl: zły, en: bad}}
"""
EAST, NORTH = 7_470_000.0, 5_640_000.0


@pytest.fixture
def trees(project: Project) -> Project:
    project.declare("tree", TREE)
    project.write("layers/town/codes/health.yaml", CODES)
    migrate(project.load(), project.settings)
    return project


def frame(count: int = 3, **columns: Any) -> gpd.GeoDataFrame:
    rows = {
        "no": [f"A{n}" for n in range(1, count + 1)],
        "height_m": [float(n) for n in range(count)],
        "health": ["1"] * count,
    } | columns
    points = [Point(EAST + n, NORTH) for n in range(count)]
    return gpd.GeoDataFrame(rows, geometry=points, crs=2178)


def imported(project: Project, file: Path, layer: str = "tree", **wishes: Any) -> Report:
    return import_file(file, layer, project.load(), project.settings, Wishes(**wishes))


def stored(project: Project, columns: str = "no, height_m") -> list[tuple[Any, ...]]:
    return project.sql(f"SELECT {columns} FROM town.tree ORDER BY id")


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb", "shp", "parquet"])
def test_rows_of_every_format_arrive(trees: Project, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"trees.{ending}"
    if ending == "parquet":
        frame().to_parquet(file)
    elif ending == "geojson":
        frame().to_crs(4326).to_file(file)
    else:
        frame().to_file(file)
    report = imported(trees, file)
    assert report.inserted == 3
    east = trees.sql("SELECT st_x(geom), st_y(geom) FROM town.tree ORDER BY no")
    assert east == [
        (pytest.approx(EAST + n, abs=0.01), pytest.approx(NORTH, abs=0.01)) for n in range(3)
    ]
    assert sorted(stored(trees)) == [("A1", 0.0), ("A2", 1.0), ("A3", 2.0)]


def test_a_table_with_coordinates_needs_its_crs_said(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(f"no,x,y\nA1,{EAST},{NORTH}\n")
    with pytest.raises(CrsError, match="--crs"):
        imported(trees, file)
    assert imported(trees, file, crs=2178).inserted == 1


def test_a_table_with_well_known_text_is_read(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "t.csv"
    file.write_text(f'no;wkt\nA1;"POINT ({EAST} {NORTH})"\n')
    assert imported(trees, file, crs=2178).inserted == 1


def test_another_crs_is_transformed_and_said(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "t.gpkg"
    frame().to_crs(2180).to_file(file)
    report = imported(trees, file)
    assert "transformed from EPSG:2180 to EPSG:2178: 3 rows" in report.notes
    assert trees.sql("SELECT st_x(geom) FROM town.tree ORDER BY id LIMIT 1") == [
        (pytest.approx(EAST, abs=0.01),)
    ]


def test_a_crs_that_contradicts_the_file_is_refused(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "t.gpkg"
    frame().to_file(file)
    with pytest.raises(CrsError, match="leave --crs out"):
        imported(trees, file, crs=2180)


@pytest.mark.parametrize("crs", [2178, 2180, 4326])
def test_swapped_axes_are_refused_with_the_way_out(
    trees: Project, tmp_path: Path, crs: int
) -> None:
    point = frame(1).to_crs(crs).geometry.iloc[0]
    file = tmp_path / "t.csv"
    file.write_text(f"no,x,y\nA1,{point.y},{point.x}\n")
    with pytest.raises(DataError, match="--swap-axes"):
        imported(trees, file, crs=crs)
    imported(trees, file, crs=crs, swaps_axes=True)
    assert trees.sql("SELECT st_x(geom) FROM town.tree") == [(pytest.approx(EAST, abs=0.01),)]


def test_every_fault_of_every_row_is_named_and_nothing_is_imported(
    trees: Project, tmp_path: Path
) -> None:
    file = tmp_path / "t.csv"
    file.write_text(
        "no,height_m,health,planted,felled,x,y\n"
        f"A1,abc,1,,,{EAST},{NORTH}\n"
        f"A2,99,1,,,{EAST},{NORTH}\n"
        f"A3,1,7,,,{EAST},{NORTH}\n"
        f"a4,1,1,2024-02-30,,{EAST},{NORTH}\n"
        f"A5,1,1,2024-05-01,2023-05-01,{EAST},{NORTH}\n"
        f"A5,1,1,,,{EAST},{NORTH}\n"
        f",1,1,,,{EAST},{NORTH}\n"
        f"A8,1,1,,,,\n"
    )
    with pytest.raises(RowsRefused) as caught:
        imported(trees, file, crs=2178)
    found = [
        (one.row, one.field, one.reason.removeprefix(f"{one.field}: "))
        for one in caught.value.faults
    ]
    assert found == [
        (1, "height_m", '"abc" is not a number'),
        (2, "height_m", '"99" is not >= 0 and <= 60'),
        (3, "health", '"7" is not a code of health: 1, 2'),
        (4, "no", '"a4" is not a text that matches [A-Z][0-9]+'),
        (4, "planted", '"2024-02-30" is not a date like 2024-05-31'),
        (5, "", "felled before it was planted"),
        (6, "no", '"A5" is not unique: row 5 has it too'),
        (7, "no", "a value is required"),
        (8, "geom", "a geometry is missing"),
    ]  # fmt: skip
    assert 't.csv: row 2: height_m: "99" is not >= 0 and <= 60' in str(caught.value)
    assert stored(trees) == []


def test_good_rows_go_in_and_bad_ones_into_the_reject_file(trees: Project, tmp_path: Path) -> None:
    file, bad = tmp_path / "t.gpkg", tmp_path / "bad.gpkg"
    frame(height_m=[1.0, 99.0, 3.0]).to_file(file)
    report = imported(trees, file, reject=bad)
    assert (report.inserted, report.rejected) == (2, 1)
    assert stored(trees) == [("A1", 1.0), ("A3", 3.0)]
    rejected = gpd.read_file(bad)
    assert rejected["reject_row"].tolist() == [2]
    assert rejected["reject_reason"].tolist() == ['height_m: "99" is not >= 0 and <= 60']
    assert rejected.geometry.iloc[0] == Point(EAST + 1, NORTH)


def test_a_row_without_a_value_gets_the_default(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "t.geojson"
    frame(2, stems_count=[None, 4]).to_file(tmp_path / "t.gpkg")
    imported(trees, tmp_path / "t.gpkg")
    assert stored(trees, "no, stems_count") == [("A1", 1), ("A2", 4)]
    assert not file.exists()


def test_a_key_changes_what_is_there_and_keeps_what_the_file_does_not_say(
    trees: Project, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.gpkg", tmp_path / "b.gpkg"
    frame(planted=["2020-01-01"] * 3).to_file(first)
    imported(trees, first)
    frame(4, height_m=[0.0, 7.0, 2.0, 4.0]).to_file(second)
    report = imported(trees, second, key="no")
    assert (report.inserted, report.updated, report.unchanged) == (1, 1, 2)
    found = stored(trees, "no, height_m, planted::text")
    assert found == [
        ("A1", 0.0, "2020-01-01"), ("A2", 7.0, "2020-01-01"), ("A3", 2.0, "2020-01-01"),
        ("A4", 4.0, None),
    ]  # fmt: skip


def test_without_a_key_a_known_row_is_refused(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    frame().to_file(file)
    imported(trees, file)
    with pytest.raises(RowsRefused, match="--key no would change it"):
        imported(trees, file)


def test_a_rehearsal_checks_and_leaves_the_layer_as_it_was(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    frame().to_file(file)
    assert imported(trees, file, is_rehearsal=True).inserted == 3
    assert stored(trees) == []


def test_a_shapefile_of_unknown_letters_is_refused_until_they_are_said(
    trees: Project, tmp_path: Path
) -> None:
    project = trees
    project.declare(
        "street", "geometry: Point\nfields:\n  name: {type: text, title: {pl: Nazwa, en: Name}}\n"
    )
    migrate(project.load(), project.settings)
    file = tmp_path / "s.shp"
    points = gpd.GeoDataFrame({"name": ["Żółta Łąka"]}, geometry=[Point(EAST, NORTH)], crs=2178)
    points.to_file(file, encoding="CP1250")
    file.with_suffix(".cpg").unlink()
    content = bytearray(file.with_suffix(".dbf").read_bytes())
    content[29] = 0
    file.with_suffix(".dbf").write_bytes(content)
    with pytest.raises(DataError, match="--encoding CP1250"):
        imported(project, file, "street")
    imported(project, file, "street", encoding="CP1250")
    assert project.sql("SELECT name FROM town.street") == [("Żółta Łąka",)]


def test_a_table_of_unknown_letters_is_refused_until_they_are_said(
    trees: Project, tmp_path: Path
) -> None:
    file = tmp_path / "t.csv"
    file.write_bytes(f"no;x;y;uwagi\nA1;{EAST};{NORTH};żółć\n".encode("cp1250"))
    with pytest.raises(DataError, match="--encoding CP1250"):
        imported(trees, file, crs=2178)
    assert imported(trees, file, crs=2178, encoding="CP1250").inserted == 1


def test_columns_that_go_nowhere_are_named(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    frame(colour=["red"] * 3).to_file(file)
    assert "columns not taken: colour" in imported(trees, file).notes


def test_heights_are_refused_until_they_may_be_dropped(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    data = frame(1)
    data.geometry = shapely.force_3d(data.geometry, 5.0)
    data.to_file(file)
    with pytest.raises(RowsRefused, match="--force-2d"):
        imported(trees, file)
    assert "heights dropped: 1 rows" in imported(trees, file, drops_height=True).notes


def test_a_mapping_translates_names_codes_and_constants(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "a.gpkg"
    frame(2).rename(columns={"no": "NR", "health": "STAN"}).assign(STAN=["dobry", "zły"]).to_file(
        file
    )
    fields = {
        "no": FieldMap(column="NR"),
        "health": FieldMap(column="STAN", codes={"dobry": "1", "zły": "2"}),
        "planted": FieldMap(value="2020-05-31"),
    }
    imported(trees, file, fields=fields)
    assert stored(trees, "no, health, planted::text") == [
        ("A1", "1", "2020-05-31"), ("A2", "2", "2020-05-31"),
    ]  # fmt: skip


def test_an_invalid_surface_is_refused_and_repaired_only_when_asked(
    trees: Project, tmp_path: Path
) -> None:
    trees.declare(
        "area", "geometry: MultiPolygon\nfields:\n  name: {type: text, title: {pl: N, en: N}}\n"
    )
    migrate(trees.load(), trees.settings)
    bow = [
        [EAST, NORTH],
        [EAST + 2, NORTH + 2],
        [EAST + 2, NORTH],
        [EAST, NORTH + 2],
        [EAST, NORTH],
    ]
    file = tmp_path / "a.gpkg"
    gpd.GeoDataFrame({"name": ["x"]}, geometry=[shapely.Polygon(bow)], crs=2178).to_file(file)
    with pytest.raises(RowsRefused, match="Self-intersection"):
        imported(trees, file, "area")
    report = imported(trees, file, "area", repairs=True)
    assert any(note.startswith("row 1: geometry repaired (Self-inter") for note in report.notes)
    assert trees.sql("SELECT st_isvalid(geom), st_area(geom) FROM town.area") == [(True, 2.0)]


def test_a_relation_that_points_at_nothing_is_named(trees: Project, tmp_path: Path) -> None:
    trees.declare(
        "inspection",
        """\
        fields:
          tree_no: {type: text, title: {pl: Drzewo, en: Tree}}
        relations: [{field: tree_no, to: tree, to_field: "no"}]
        """,
    )
    migrate(trees.load(), trees.settings)
    frame().to_file(tmp_path / "a.gpkg")
    imported(trees, tmp_path / "a.gpkg")
    file = tmp_path / "i.csv"
    file.write_text("tree_no\nA1\nZ9\n")
    with pytest.raises(RowsRefused, match='row 2: tree_no: "Z9" is not a no of tree'):
        imported(trees, file, "inspection")


def test_the_state_of_the_layer_is_counted(trees: Project, tmp_path: Path) -> None:
    frame().to_file(tmp_path / "a.gpkg")
    imported(trees, tmp_path / "a.gpkg")
    rows = trees.sql("SELECT rows, west, east FROM pub.layer_state", "sip_public")
    assert rows == [(3, EAST, EAST + 2)]


def test_a_code_is_refused_after_its_last_day(trees: Project, tmp_path: Path) -> None:
    old = '  - {code: "0", title: {pl: dawny, en: former}, valid_to: 2010-12-31}\n'
    trees.write("layers/town/codes/health.yaml", CODES + old)
    trees.declare("tree", TREE + "time: {start: planted}\n")
    migrate(trees.load(), trees.settings)
    file = tmp_path / "a.gpkg"
    frame(2, health=["0", "0"], planted=["2009-05-31", None]).to_file(file)
    with pytest.raises(RowsRefused) as caught:
        imported(trees, file)
    assert [(one.row, one.reason) for one in caught.value.faults] == [
        (2, 'health: "0" is not a code in use (... to 2010-12-31)')
    ]


def test_an_import_needs_no_second_count(trees: Project, tmp_path: Path) -> None:
    frame().to_file(tmp_path / "a.gpkg")
    imported(trees, tmp_path / "a.gpkg")
    with psycopg.connect(trees.settings.dsn()) as connection:
        assert counting.stale(connection, trees.load()) == set()


def test_geojson_with_foreign_members_is_read(trees: Project, tmp_path: Path) -> None:
    file = tmp_path / "a.geojson"
    feature = {
        "type": "Feature",
        "properties": {"no": "A1", "height_m": 3},
        "geometry": {"type": "Point", "coordinates": [20.6, 50.9]},
    }
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature], "x": 1}))
    assert imported(trees, file).inserted == 1


def test_an_import_that_is_cut_off_leaves_nothing(trees: Project, tmp_path: Path) -> None:
    frame().to_file(tmp_path / "a.gpkg")

    def cut(_done: int, _of: int) -> None:
        with psycopg.connect(trees.settings.dsn()) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )

    with pytest.raises(DataError.__mro__[1], match="nothing was imported"):
        import_file(tmp_path / "a.gpkg", "tree", trees.load(), trees.settings, Wishes(), cut)
    assert stored(trees) == []
