"""Exporting layers: every format, any offered CRS, the right order of axes, nothing personal."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pytest
from shapely.geometry import Point

from sip.database.migrate import migrate
from sip.errors import CrsError, DataError, TooMuch, UsageError
from sip.load.export import FORMATS, export, order
from sip.load.importing import Wishes, import_file
from sip.query.model import Sql
from tests.conftest import Project

pytestmark = pytest.mark.database

STOVE = """\
geometry: Point
fields:
  kind: {type: text, title: {pl: Rodzaj, en: Kind}}
  owner_name: {type: text, title: {pl: Właściciel, en: Owner}, personal: true}
  power_kw: {type: number, title: {pl: Moc, en: Power}, unit: kw}
  built: {type: date, title: {pl: Data, en: Date}}
  seen: {type: timestamp, title: {pl: Widziane, en: Seen}}
  working: {type: boolean, title: {pl: Działa, en: Works}}
"""
EAST, NORTH = 7_470_000.0, 5_640_000.0


@pytest.fixture
def stoves(project: Project) -> Project:
    project.declare("stove", STOVE)
    migrate(project.load(), project.settings)
    project.sql(
        "INSERT INTO town.stove (kind, owner_name, power_kw, built, seen, working, geom) SELECT"
        " 'piec ' || n, 'Jan', n / 2.0, '2020-05-31', '2020-05-31T12:00:00Z', n = 1,"
        f" st_setsrid(st_makepoint({EAST} + n, {NORTH}), 2178) FROM generate_series(1, 3) AS n"
    )
    return project


def exported(project: Project, file: Path, *, layer: str = "stove", crs: int | None = None) -> int:
    catalogue = project.load()
    wanted = order(catalogue.layer(layer), catalogue, ending=file.suffix[1:], code=crs)
    return export(wanted, file, project.settings)


def read(file: Path) -> gpd.GeoDataFrame:
    return gpd.read_parquet(file) if file.suffix == ".parquet" else gpd.read_file(file)


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "fgb", "parquet", "gml", "dxf", "csv"])
@pytest.mark.parametrize("crs", [2178, 2180, 4326])
def test_a_file_has_every_row_in_its_place(
    stoves: Project, tmp_path: Path, ending: str, crs: int
) -> None:
    file = tmp_path / f"stove.{ending}"
    assert exported(stoves, file, crs=crs) == 3
    found = read(file)
    if ending in ("dxf", "csv"):  # they cannot say their CRS
        found = found.set_crs(crs, allow_override=True)
    places = found.to_crs(2178).geometry
    expected = [Point(EAST + n, NORTH) for n in (1, 2, 3)]
    pairs = zip(sorted(places, key=lambda one: one.x), expected, strict=True)
    assert all(place.distance(point) < 0.01 for place, point in pairs)


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_no_file_for_everybody_holds_a_personal_field(
    stoves: Project, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"stove.{ending}"
    exported(stoves, file)
    assert "owner_name" not in read(file).columns
    assert b"Jan" not in file.read_bytes()


def test_values_keep_their_types(stoves: Project, tmp_path: Path) -> None:
    exported(stoves, tmp_path / "stove.parquet")
    row = gpd.read_parquet(tmp_path / "stove.parquet").iloc[0]
    assert (row["kind"], row["power_kw"], bool(row["working"])) == ("piec 1", 0.5, True)
    assert str(row["built"]) == "2020-05-31"
    assert row["seen"].isoformat() == "2020-05-31T12:00:00+00:00"


def test_gml_puts_north_first_where_the_authority_does(stoves: Project, tmp_path: Path) -> None:
    exported(stoves, tmp_path / "stove.gml", crs=2178)
    assert f"<gml:pos>{NORTH:.0f} {EAST + 1:.0f}</gml:pos>" in (tmp_path / "stove.gml").read_text()


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "parquet"])
def test_what_was_exported_can_be_imported_again(
    stoves: Project, tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"stove.{ending}"
    columns = "kind, power_kw, built, seen, working, st_astext(st_snaptogrid(geom, 0.01))"
    before = stoves.sql(f"SELECT {columns} FROM town.stove ORDER BY kind")
    exported(stoves, file)
    stoves.sql("TRUNCATE town.stove")
    import_file(file, "stove", stoves.load(), stoves.settings, Wishes())
    assert stoves.sql(f"SELECT {columns} FROM town.stove ORDER BY kind") == before


def test_a_layer_that_is_not_for_everybody_is_refused(project: Project, tmp_path: Path) -> None:
    project.declare("stove", f"access: restricted\n{STOVE}")
    migrate(project.load(), project.settings)
    with pytest.raises(DataError, match="--internal"):
        exported(project, tmp_path / "stove.gpkg")


def test_too_many_rows_leave_no_file(stoves: Project, tmp_path: Path) -> None:
    catalogue = stoves.load()
    wanted = order(catalogue.layer("stove"), catalogue, ending="gpkg", most_rows=2)
    with pytest.raises(TooMuch):
        export(wanted, tmp_path / "stove.gpkg", stoves.settings)
    assert list(tmp_path.glob("*.gpkg")) == []


def test_a_search_for_rows_that_takes_too_long_leaves_no_file(
    stoves: Project, tmp_path: Path
) -> None:
    catalogue, file = stoves.load(), tmp_path / "stoves.gpkg"
    slow = Sql("pg_sleep(5) IS NOT NULL")
    wanted = order(catalogue.layer("stove"), catalogue, ending="gpkg", where=slow, most_s=0.2)
    with pytest.raises(TimeoutError):
        export(wanted, file, stoves.settings)
    assert not file.exists()


def test_a_crs_or_format_that_is_not_offered_is_refused(stoves: Project, tmp_path: Path) -> None:
    with pytest.raises(CrsError, match="offered: 2178"):
        exported(stoves, tmp_path / "stove.gpkg", crs=3035)
    with pytest.raises(UsageError, match="gpkg"):
        exported(stoves, tmp_path / "stove.xyz")
