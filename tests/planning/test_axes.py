"""Coordinates of APP files in every version, system, order of axes and way of naming the system."""

from __future__ import annotations

import datetime
import io
import itertools
import re
from pathlib import Path
from typing import Any

import pyproj
import pytest
import shapely

from sip.planning import reading, rows
from sip.planning.axes import Order
from sip.planning.checking import check
from sip.planning.rules import RuleBook
from sip.planning.types import ACT, ADDRESS, ZONE, Version
from sip.planning.writing import Content, Writer

PLACES = {2176: (15.5, 51.9, "08"), 2177: (18.0, 52.9, "04"), 2178: (21.0, 50.8, "26"),
          2179: (23.2, 53.1, "20"), 2180: (20.6, 50.8, "26")}  # fmt: skip
"""In each system a place in its midst, in degrees, with the code of the voivodeship."""
NAMES = {
    "http://www.opengis.net/def/crs/EPSG/0/{}": True,
    "urn:ogc:def:crs:EPSG::{}": True,
    "EPSG:{}": False,
    "http://www.opengis.net/gml/srs/epsg.xml#{}": False,
}
"""Ways to name a system, and whether they say that north is first."""
VERSIONS: list[Version] = ["1.0", "2.0", "3.0"]
SIDE_M = 200.0


def boxes(code: int) -> list[shapely.Polygon]:
    """Return four squares in a row, x before y."""
    lon, lat, _ = PLACES[code]
    x, y = pyproj.Transformer.from_crs(4326, code, always_xy=True).transform(lon, lat)
    x, y = round(x), round(y)
    return [
        shapely.box(x + at * SIDE_M, y, x + (at + 1) * SIDE_M, y + SIDE_M, ccw=False)
        for at in range(4)
    ]


def written(version: Version, code: int, book: RuleBook) -> str:
    """Write an act, with zones where the version has them, north first."""
    space = f"PL.ZIPPZP.8888/{PLACES[code][2]}0401-POG"
    stamp = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
    common = {
        "namespace": space, "version_id": "20260102T000000", "version_from": stamp,
        "valid_from": datetime.date(2026, 1, 1), "status": "legalForce",
    }  # fmt: skip
    own = f"{ADDRESS}/{ACT}/{space}/1POG/20260102T000000"
    act = {
        **common, "identifier": own, "local_id": "1POG", "title": "Plan", "level": "local",
        "act_type": "planOgolnyGminy", "geom": shapely.MultiPolygon(boxes(code)),
    }  # fmt: skip
    zones = [
        {
            **common, "identifier": f"{ADDRESS}/{ZONE}/{space}/1POG-{at}SJ/20260102T000000",
            "local_id": f"1POG-{at}SJ", "designation": f"{at}SJ", "zone_kind": "SJ",
            "nature": "generallyBinding", "basic_profile": "MN U K ZP ZD I",
            "act_identifier": own, "geom": box,
        }
        for at, box in enumerate(boxes(code), 1)
    ]  # fmt: skip
    content = Content({ACT: [act], ZONE: zones}, [])
    writer = Writer(version, code, book.codes, content, is_moved=False)
    return b"".join(writer.document()).decode()


def turned(text: str) -> str:
    """Write all coordinates in the other order."""

    def turn(found: re.Match[str]) -> str:
        numbers = found[1].split()
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        return f"<gml:posList>{' '.join(f'{b} {a}' for a, b in pairs)}<"

    return re.sub(r"<gml:posList>([^<]*)<", turn, text)


def read(text: str, book: RuleBook) -> reading.Dataset:
    return reading.read(Path("x.gml"), io.BytesIO(text.encode()), book)


@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("version", VERSIONS)
def test_every_way_of_writing_the_same_place_is_imported_as_the_same_place(
    book: RuleBook, version: Version, code: int
) -> None:
    plain = written(version, code, book)
    to_storage = pyproj.Transformer.from_crs(code, 2178, always_xy=True).transform
    moved = [shapely.transform(box, to_storage, interleaved=False) for box in boxes(code)]
    whole = [shapely.MultiPolygon(moved), *([] if version == "1.0" else moved)]
    said = f"http://www.opengis.net/def/crs/EPSG/0/{code}"
    for (name, says_north), is_north in itertools.product(NAMES.items(), (True, False)):
        srs = name.format(code)
        text = (plain if is_north else turned(plain)).replace(said, srs)
        dataset = read(text, book)
        assert dataset.orders == {srs: Order(is_north, says_north)}
        made = rows.make(dataset.features, {}, {}, book, 2178).by_layer
        found: list[Any] = [
            row["geom"] for layer in ("plan_act", "plan_zone") for row in made.get(layer, ())
        ]
        assert len(found) == len(whole)
        for shape, wanted in zip(found, whole, strict=True):
            assert shapely.equals_exact(shape.normalize(), wanted.normalize(), tolerance=0.002)


def spoilt(plain: str, *zones: int) -> str:
    """Turn the coordinates of some zones alone."""
    members = re.split(r"(?=<wfs:member)", plain)
    marks = [f">1POG-{zone}SJ<" for zone in zones]
    return "".join(turned(m) if any(mark in m for mark in marks) else m for m in members)


@pytest.mark.parametrize("code", [2176, 2177, 2178, 2179, 2180])
@pytest.mark.parametrize("zones", [(2,), (1, 4)])
def test_objects_in_the_other_order_than_the_file_are_refused_by_name(
    tmp_path: Path, book: RuleBook, code: int, zones: tuple[int, ...]
) -> None:
    file = tmp_path / "mixed.gml"
    file.write_text(spoilt(written("3.0", code, book), *zones), encoding="utf-8")
    report = check([file], book)
    wrong = [one for one in report.findings if one.rule == "C02"]
    assert [one.severity for one in wrong] == ["error"] * len(zones)
    assert all(any(f"1POG-{at}SJ" in one.object for one in wrong) for at in zones)
    assert "east first" in wrong[0].message.en
    assert "C01" not in [one.rule for one in report.findings]
    assert report.has_errors


def test_two_names_of_a_system_in_one_file_may_have_an_order_each(book: RuleBook) -> None:
    plain = written("3.0", 2178, book)
    said = "http://www.opengis.net/def/crs/EPSG/0/2178"
    members = re.split(r"(?=<wfs:member)", plain)
    mixed = "".join(
        turned(m).replace(said, "EPSG:2178") if ">1POG-2SJ<" in m else m for m in members
    )
    dataset = read(mixed, book)
    assert dataset.orders == {said: Order(True, True), "EPSG:2178": Order(False, False)}
    assert [flaw.rule for one in dataset.features for flaw in one.flaws if flaw.rule == "C02"] == []
    zones = [one.shape for one in dataset.features if one.name == ZONE]
    assert [zone.bounds for zone in zones if zone] == [box.bounds for box in boxes(2178)]
