"""Files that are broken or mean harm are refused with a reason, or read for what is whole in them.

The corpus is made here: every format that is imported, cut off, with bytes turned, under a wrong
name, in wrong letters, deep, huge, or pointing elsewhere.
"""

from __future__ import annotations

import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import geopandas as gpd
import psycopg
import pytest
from shapely.geometry import Point

from sip.catalogue import Catalogue
from sip.database import migrate
from sip.errors import DataError, SipError
from sip.load.folder import load_folder
from sip.load.importing import Wishes, import_file
from sip.settings import Settings
from tests.services.conftest import write_project

pytestmark = pytest.mark.database
ENDINGS = ("gpkg", "geojson", "fgb", "shp", "parquet", "csv", "gml")
SECRET = "zz9secret"


@pytest.fixture(scope="module")
def town(
    module_database: Settings, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Catalogue, Settings]:
    catalogue = write_project(tmp_path_factory.mktemp("town"))
    migrate.migrate(catalogue, module_database)
    return catalogue, module_database


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One whole file of each format, with letters beyond ASCII."""
    folder = tmp_path_factory.mktemp("whole")
    names = [f"Żółta lipa nr {number}" for number in range(40)]
    points = [Point(7_470_000 + number, 5_640_000) for number in range(40)]
    frame = gpd.GeoDataFrame({"name": names, "rings": range(40)}, geometry=points, crs=2178)
    for ending in ENDINGS:
        file = folder / f"tree.{ending}"
        if ending == "parquet":
            frame.to_parquet(file)
        elif ending == "csv":
            table = frame.assign(wkt=frame.geometry.to_wkt()).drop(columns="geometry")
            table.to_csv(file, index=False)
        elif ending == "gml":
            frame.to_file(file, driver="GML")
        else:
            frame.to_file(file)
    return folder


def attempt(town: tuple[Catalogue, Settings], file: Path) -> str:
    """Import a file; return what it was refused for, or nothing. Anything else is a fault."""
    catalogue, settings = town
    before = count(settings)
    try:
        import_file(file, "tree", catalogue, settings, Wishes(crs=2178))
    except SipError as error:
        reason = str(error)
    else:
        return ""
    assert count(settings) == before
    assert reason
    return reason


def count(settings: Settings) -> int:
    with psycopg.connect(settings.dsn()) as connection:
        row = connection.execute("SELECT count(*) FROM greenery.tree").fetchone()
    assert row is not None
    return int(row[0])


def copied(whole: Path, folder: Path, ending: str) -> Path:
    """Copy a whole file with what belongs to it; return the main one."""
    for file in whole.glob("tree.*"):
        if file.suffix == f".{ending}" or (ending == "shp" and file.suffix in SIDES):
            (folder / file.name).write_bytes(file.read_bytes())
    return folder / f"tree.{ending}"


SIDES = (".shx", ".dbf", ".prj", ".cpg")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_whole_file_of_each_format_is_taken(
    town: tuple[Catalogue, Settings], whole: Path, tmp_path: Path, ending: str
) -> None:
    assert attempt(town, copied(whole, tmp_path, ending)) == ""


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("share", [0, 0.01, 0.3, 0.7, 0.98])
def test_a_file_that_is_cut_off_is_refused_or_read_to_its_end(
    town: tuple[Catalogue, Settings], whole: Path, tmp_path: Path, ending: str, share: float
) -> None:
    file = copied(whole, tmp_path, ending)
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    attempt(town, file)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_file_with_turned_bytes_is_refused_or_read(
    town: tuple[Catalogue, Settings], whole: Path, tmp_path: Path, ending: str
) -> None:
    chance = random.Random(ending)
    for _attempt in range(12):
        file = copied(whole, tmp_path, ending)
        content = bytearray(file.read_bytes())
        for _byte in range(chance.choice((1, 5, 100))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        file.write_bytes(content)
        attempt(town, file)


@pytest.mark.parametrize("ending", [*ENDINGS, "xlsx", "zip", "kml", "gpx", "dxf", "tab", "json"])
@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 5000, b"\xff\xfe" + "żółw".encode("utf-16-le") * 50, b"<html>no</html>",
     b"PK\x03\x04" + b"x" * 500, b"SQLite format 3\0" + b"\xff" * 3000,
     b"PAR1" + b"\xff" * 60 + b"PAR1"],
    ids=["empty", "zeros", "utf-16", "html", "zip", "sqlite", "parquet"],
)  # fmt: skip
def test_a_file_that_is_something_else_is_refused(
    town: tuple[Catalogue, Settings], tmp_path: Path, ending: str, content: bytes
) -> None:
    file = tmp_path / f"tree.{ending}"
    file.write_bytes(content)
    assert attempt(town, file)


def test_letters_of_another_alphabet_are_refused(
    town: tuple[Catalogue, Settings], whole: Path, tmp_path: Path
) -> None:
    text = (whole / "tree.csv").read_text(encoding="utf-8")
    file = tmp_path / "tree.csv"
    file.write_bytes(text.encode("cp1250"))
    assert "UTF-8" in attempt(town, file)


def geojson(features: str) -> bytes:
    return f'{{"type": "FeatureCollection", "features": [{features}]}}'.encode()


def feature(geometry: str, properties: str = '{"name": "x"}') -> str:
    return f'{{"type": "Feature", "properties": {properties}, "geometry": {geometry}}}'


POINT = '{"type": "Point", "coordinates": [7470000, 5640000]}'
DEEP = "[" * 20_000 + "]" * 20_000
HARMFUL: dict[str, tuple[str, Callable[[], bytes]]] = {
    "deep coordinates": (
        "geojson", lambda: geojson(feature(f'{{"type": "Polygon", "coordinates": {DEEP}}}'))
    ),
    "deep properties": ("geojson", lambda: geojson(feature(POINT, f'{{"name": {DEEP}}}'))),
    "not a number": (
        "geojson", lambda: geojson(feature('{"type": "Point", "coordinates": [1e999, 1]}'))
    ),
    "a zero byte in text": ("geojson", lambda: geojson(feature(POINT, '{"name": "a\\u0000b"}'))),
    "half a surrogate": ("geojson", lambda: geojson(feature(POINT, '{"name": "\\ud800"}'))),
    "deep XML": ("gml", lambda: b"<a>" * 100_000 + b"</a>" * 100_000),
    "billion laughs": (
        "gml",
        lambda: (
            '<!DOCTYPE a [<!ENTITY b0 "lol">'
            + "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10}">' for n in range(1, 12))
            + "]><FeatureCollection xmlns='http://www.opengis.net/gml'>&b11;</FeatureCollection>"
        ).encode(),
    ),
}  # fmt: skip


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", sorted(HARMFUL))
def test_a_harmful_file_is_refused(
    town: tuple[Catalogue, Settings], tmp_path: Path, name: str
) -> None:
    ending, make = HARMFUL[name]
    file = tmp_path / f"tree.{ending}"
    file.write_bytes(make())
    assert attempt(town, file)


@pytest.mark.parametrize("ending", ["shp", "fgb", "parquet"])
def test_a_count_of_rows_that_lies_is_refused_or_not_believed(
    town: tuple[Catalogue, Settings], whole: Path, tmp_path: Path, ending: str
) -> None:
    file = copied(whole, tmp_path, ending)
    if ending == "shp":  # the number of records of the table, and the length of the file
        table = bytearray(file.with_suffix(".dbf").read_bytes())
        table[4:8] = struct.pack("<I", 2**31 - 1)
        file.with_suffix(".dbf").write_bytes(table)
        content = bytearray(file.read_bytes())
        content[24:28] = struct.pack(">I", 2**31 - 1)
        file.write_bytes(content)
    else:
        content = bytearray(file.read_bytes())
        content[-20:-8] = b"\xff" * 12
        content[60:90] = b"\xff" * 30
        file.write_bytes(content)
    attempt(town, file)


REFERENCES = {
    "a virtual file": (
        "<OGRVRTDataSource><OGRVRTLayer name='tree'><SrcDataSource>{0}</SrcDataSource>"
        "<SrcLayer>secret</SrcLayer></OGRVRTLayer></OGRVRTDataSource>"
    ),
    "a service": (
        "<OGRWFSDataSource><URL>http://127.0.0.1:1/</URL></OGRWFSDataSource>"
    ),
    "a pipeline": (
        '{{"type": "gdal_streamed_alg", "command_line":'
        ' "gdal vector pipeline ! read {0} ! write --format stream streamed"}}'
    ),
    "an entity": (
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file://{0}">]><gml:FeatureCollection'
        " xmlns:gml='http://www.opengis.net/gml'><gml:name>&x;</gml:name></gml:FeatureCollection>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("ending", ["geojson", "json", "gml", "xml", "vrt", "csv", "kml", "zip"])
@pytest.mark.parametrize("name", sorted(REFERENCES))
def test_a_file_that_points_elsewhere_is_refused(
    town: tuple[Catalogue, Settings], tmp_path: Path, ending: str, name: str
) -> None:
    """By its content, whatever it is called; within an archive too."""
    secret = tmp_path / "secret.csv"
    secret.write_text(f"name,x,y\n{SECRET},7470000,5640000\n")
    text = REFERENCES[name].format(secret)
    file = tmp_path / f"tree.{ending}"
    if ending == "zip":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("tree.gml", text)
    else:
        file.write_text(text)
    said = attempt(town, file)
    assert said
    assert SECRET not in said


@pytest.mark.parametrize("ending", ["zip", "xlsx", "kmz", "ods"])
def test_an_archive_that_would_fill_the_disk_is_refused(
    town: tuple[Catalogue, Settings], tmp_path: Path, ending: str
) -> None:
    file = tmp_path / f"tree.{ending}"
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("tree.csv", "w", force_zip64=True) as member,
    ):
        for _part in range(300):
            member.write(b"0" * 2**20)
    assert "unpacked" in attempt(town, file)


def test_a_folder_takes_no_file_by_a_name_that_leaves_it(
    town: tuple[Catalogue, Settings], tmp_path: Path
) -> None:
    catalogue, settings = town
    (tmp_path / "..tree.csv").write_text("name\nx\n")
    with pytest.raises(DataError):
        load_folder(tmp_path, catalogue, settings)
