"""Real files of Polish offices: spatial planning acts in GML (APP 2.0) and boundaries."""

from __future__ import annotations

import shutil
from pathlib import Path

import geopandas as gpd
import pytest
import shapely

from sip import catalogue as catalogues
from sip.database.migrate import migrate
from sip.errors import DataError
from sip.load import mapping
from sip.load.importing import Wishes, import_file
from sip.load.report import Report, RowsRefused
from tests.conftest import Project

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared" / "data"
pytestmark = [
    pytest.mark.database,
    pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data with the real files is absent"),
]


@pytest.fixture
def city(project: Project) -> Project:
    """A copy of the reference project over an empty database."""
    for part in ("layers", "styles"):
        shutil.rmtree(project.settings.project / part, ignore_errors=True)
        shutil.copytree(REPOSITORY / part, project.settings.project / part)
    migrate(project.load(), project.settings)
    return project


def imported(city: Project, file: Path, layer: str, mapping_file: str) -> Report:
    fields = mapping.parse([str(REPOSITORY / "layers/planning/imports" / mapping_file)])
    catalogue = catalogues.load(city.settings.project)
    return import_file(file, layer, catalogue, city.settings, Wishes(fields=fields))


def zones(city: Project, file: str) -> Report:
    return imported(city, SHARED / "app" / file, "plan_zone", "app_plan_zone.yaml")


def test_zones_in_gml_arrive_with_their_codes_in_the_right_place(city: Project) -> None:
    assert zones(city, "valid/2_StrefaPlanistyczna_OK.gml").inserted == 4
    row = city.sql(
        "SELECT designation, zone_kind, status, nature, basic_profile, max_height_m,"
        " valid_from::text, version_from AT TIME ZONE 'UTC' || ''"
        " FROM planning.plan_zone ORDER BY id LIMIT 1"
    )
    assert row == [
        ("1SJ", "SJ", "elaboration", "generallyBinding", "MN U K ZP ZD I", 15.5, "2025-08-15",
         "2025-07-31 13:19:16"),
    ]  # fmt: skip
    first = (
        "SELECT st_x(p), st_y(p) FROM planning.plan_zone, st_pointn(st_exteriorring(geom), 1) AS p"
    )
    # The file says 5575861.66378577 7381788.28260304: north, then east, as EPSG:2178 wants it.
    assert city.sql(f"{first} WHERE designation = '1SJ'") == [(7381788.28260304, 5575861.66378577)]


def test_zones_of_another_zone_of_the_national_grid_are_transformed(city: Project) -> None:
    report = zones(city, "valid/1_StrefaPlanistyczna.gml")
    assert report.inserted == 28
    assert "transformed from EPSG:2176 to EPSG:2178: 28 rows" in report.notes


def test_an_act_in_gml_arrives(city: Project) -> None:
    file = SHARED / "app" / "valid" / "2_AktPlanowaniaPrzestrzennego.gml"
    assert imported(city, file, "plan_act", "app_plan_act.yaml").inserted == 1
    assert city.sql("SELECT title, level FROM planning.plan_act") == [
        ("Plan ogólny gminy Testowej", "local")
    ]


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("BLEDNE-OZNACZENIE", 'row 3: designation: "1BLAD" is not'),
        ("DUPLIKAT-LOKALNYID", "row 3: "),
        ("DWA-MIEJSCA-WYS-ZABUDOWY", "row 2: Building parameters have one decimal place at most"),
        ("SAMOPRZECIECIE-PIERSCIENIA", 'row 1: geom: "Self-intersection'),
    ],
)
def test_a_wrong_file_is_refused_with_row_and_reason(city: Project, file: str, reason: str) -> None:
    with pytest.raises(RowsRefused, match=reason):
        zones(city, f"invalid/2_StrefaPlanistyczna_{file}.gml")
    assert city.sql("SELECT count(*) FROM planning.plan_zone") == [(0,)]


def test_boundaries_need_a_mapping_and_land_where_they_are(city: Project) -> None:
    file = SHARED / "boundaries" / "gminy_kielce_2604_2661.geojson"
    source = gpd.read_file(file)
    catalogue = city.load()
    with pytest.raises(DataError, match="no column for the required field"):
        import_file(file, "gmina", catalogue, city.settings, Wishes())
    map_file = REPOSITORY / "layers/reference/imports/boundaries_gmina.yaml"
    fields = mapping.parse([str(map_file)])
    report = import_file(file, "gmina", catalogue, city.settings, Wishes(fields=fields))
    assert report.inserted == len(source)
    rows = city.sql(
        "SELECT teryt, kind, st_x(c), st_y(c)"
        " FROM reference.gmina, st_transform(st_centroid(geom), 4326) AS c"
    )
    places = {teryt: (kind, x, y) for teryt, kind, x, y in rows}
    for _, one in source.iterrows():
        kind, x, y = places[one["terc7"]]
        assert kind == one["terc7"][-1]  # the code ends in the kind
        assert shapely.Point(x, y).distance(one.geometry.centroid) < 1e-4
