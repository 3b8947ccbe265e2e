"""`sip plan import` and `export`: what comes in goes out the same, and faults stay outside."""

from __future__ import annotations

import dataclasses
import datetime
import io
import re
import shutil
from pathlib import Path
from typing import Any

import geopandas
import psycopg
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.planning import Drawn
from sip import catalogue
from sip.catalogue import Catalogue
from sip.database.migrate import migrate
from sip.planning import exporting, importing, reading, rows
from sip.planning.exporting import Wish
from sip.planning.importing import PlanRefused
from sip.planning.rules import RuleBook
from sip.planning.schema import Validator
from sip.planning.types import ACT, DOCUMENT, ZONE
from sip.planning.writing import Content, Writer
from sip.settings import Settings
from tests.installation import ROOT

SPACE = "PL.ZIPPZP.9999/260401-POG"
APP = "https://www.gov.pl/zagospodarowanieprzestrzenne/app"
SCHEMAS = ROOT.parent / "shared" / "data" / "schemas"


@dataclasses.dataclass(frozen=True)
class Office:
    """An office with registers in PL-1992, which holds all of the country."""

    settings: Settings
    catalogue: Catalogue
    book: RuleBook

    def take(self, *files: Path) -> importing.Imported:
        return importing.import_files(files, self.catalogue, self.settings, self.book)

    def give(self, file: Path, wish: Wish) -> bytes:
        with psycopg.connect(self.settings.dsn("sip_owner")) as connection:
            exporting.export(connection, file, wish, self.book, 2180)
        return file.read_bytes()

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.settings.dsn("sip_public")) as connection:
            return connection.execute(sql.encode()).fetchall()


@pytest.fixture(scope="module")
def office(
    module_database: Settings, book: RuleBook, tmp_path_factory: pytest.TempPathFactory
) -> Office:
    folder = tmp_path_factory.mktemp("office")
    shutil.copytree(ROOT / "layers", folder / "layers")
    shutil.copytree(ROOT / "styles", folder / "styles")
    file = folder / "layers" / "_project.yaml"
    text = re.sub(r"(?m)^storage_crs: .*$", "", file.read_text(encoding="utf-8"))
    text = re.sub(r"(?m)^extent: .*$", "extent: {west: 14, south: 49, east: 24, north: 55}", text)
    file.write_text(text + "\nstorage_crs: 2180\n", encoding="utf-8")
    found = catalogue.load(folder)
    made = dataclasses.replace(module_database, project=folder)
    migrate(found, made)
    return Office(made, found, book)


@pytest.mark.filterwarnings("ignore:Field with same name")
def test_correct_samples_come_in_at_their_place_and_out_again(
    office: Office, samples: Path, tmp_path: Path
) -> None:
    done = office.take(samples / "valid")
    assert {name: one.inserted for name, one in done.layers.items()} == {
        "plan_act": 2,
        "plan_zone": 32,
    }
    extents = "SELECT ST_AsBinary(ST_Transform(geom, 4326)) FROM pub.plan_act ORDER BY namespace"
    places = [shapely.from_wkb(bytes(one[0])) for one in office.ask(extents)]
    for number, place in enumerate(places, 1):
        file = samples / "valid" / f"{number}_AktPlanowaniaPrzestrzennego.gml"
        seen_by_gdal = geopandas.read_file(file).to_crs(4326).geometry.iloc[0]
        assert shapely.hausdorff_distance(place, seen_by_gdal) < 1e-8
    parts = office.ask("SELECT count(*) FROM pub.plan_zone WHERE act_identifier IS NULL")
    assert parts == [(0,)]
    wish = Wish(["PL.ZIPPZP.1234/121201-POG"], "2.0", 2178)
    given_away = office.give(tmp_path / "a.gml", wish)
    sample = (samples / "valid" / "2_StrefaPlanistyczna_OK.gml").read_text(encoding="utf-8")
    for first in re.findall(r"<gml:posList>([\d.]+) ", sample):
        assert f"{float(first):.4f}".encode() in given_away
    again = office.take(tmp_path / "a.gml")
    assert all(one.inserted == 0 for one in again.layers.values())
    assert office.give(tmp_path / "b.gml", wish) == given_away


def test_each_faulty_sample_is_refused_with_its_fault(office: Office, samples: Path) -> None:
    for file in sorted((samples / "invalid").glob("*.gml")):
        with pytest.raises(PlanRefused, match="nothing was imported") as refused:
            office.take(file)
        assert refused.value.report.has_errors, file.name


@pytest.mark.parametrize("version", exporting.VERSIONS)
def test_a_generated_plan_survives_the_registers_byte_by_byte(
    office: Office, tmp_path: Path, version: Any
) -> None:
    source = tmp_path / "drawn.gml"
    source.write_text("".join(Drawn(version=version).gml()), encoding="utf-8")
    office.take(source)
    wish = Wish([SPACE], version, 2178)
    out = office.give(tmp_path / "out.gml", wish)
    done = office.take(tmp_path / "out.gml")
    assert all(one.inserted == 0 for one in done.layers.values())
    assert office.give(tmp_path / "again.gml", wish) == out
    assert objects(out, office.book) == objects(source.read_bytes(), office.book)
    effects = "SELECT role FROM pub.plan_effect AS e JOIN pub.plan_act AS a ON a.identifier"
    found = office.ask(f"{effects} = e.act_identifier WHERE a.namespace = '{SPACE}' ORDER BY 1")
    assert found == [("przystapienie",), ("uchwala",)]


def objects(content: bytes, book: RuleBook) -> dict[str, Any]:
    """Return what a file says, by object: values and geometry, to a tenth of a millimetre."""
    found = reading.read(Path("x.gml"), io.BytesIO(content), book).features
    made = rows.make(found, {}, {}, book, 2178).by_layer
    return {
        str(row.get("identifier", sorted(row.values(), key=str))): {
            key: shapely.to_wkt(value, rounding_precision=3) if key == "geom" else number(value)
            for key, value in row.items()
        }
        for some in made.values()
        for row in some
    }


def number(value: Any) -> Any:
    """Return a number where a text is one: 30.0 says what 30 says."""
    return float(value) if re.fullmatch(r"\d{1,4}(\.\d+)?", str(value)) else value


texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30
)
days = st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 1, 1))
kinds = st.sampled_from(["creation", "revision"])
tenths = st.integers(0, 500).map(lambda number: number / 10)


@st.composite
def datasets(draw: st.DrawFn) -> tuple[dict[str, list[dict[str, Any]]], list[dict[str, Any]]]:
    """Draw an act with documents and zones, as registers hold them."""
    stamp = draw(st.datetimes(datetime.datetime(2020, 1, 1), datetime.datetime(2030, 1, 1)))
    stamp = stamp.replace(microsecond=0, tzinfo=datetime.UTC)
    version = f"{stamp:%Y%m%dT%H%M%S}"
    common = {"namespace": SPACE, "version_id": version, "version_from": stamp, "version_to": None}
    act = f"{APP}/{ACT}/{SPACE}/1POG/{version}"
    sides = draw(st.lists(st.integers(1, 40), min_size=1, max_size=4))
    x, boxes = 7_500_000.0, []
    for side in sides:
        boxes.append(shapely.box(x, 5_600_000.25, x + side, 5_600_000.25 + side, ccw=False))
        x += side + draw(st.sampled_from([0.0, 0.1234]))
    titles = draw(st.lists(texts, max_size=2))
    acts = [
        {
            **common, "identifier": act, "local_id": "1POG", "title": draw(texts),
            "alternative_title": rows.TITLES.join(titles) or None, "act_type": "planOgolnyGminy",
            "level": "local", "status": "legalForce", "valid_from": draw(days), "valid_to": None,
            "amendment_no": draw(st.integers(0, 9)), "partly_in_force": draw(st.booleans()),
            "amended_act": draw(st.sampled_from([None, act])),
            "geom": shapely.MultiPolygon(boxes), "base_maps": draw(
                st.lists(st.fixed_dictionaries({"reference": texts, "map_date": days,
                                                "link": st.none()}), max_size=2)
            ),
        }
    ]  # fmt: skip
    zones = [
        {
            **common, "identifier": f"{APP}/{ZONE}/{SPACE}/1POG-{at}SJ/{version}",
            "local_id": f"1POG-{at}SJ", "designation": f"{at}SJ", "zone_kind": "SJ",
            "valid_from": acts[0]["valid_from"], "valid_to": None, "status": "legalForce",
            "nature": "generallyBinding", "basic_profile": "MN U K ZP ZD I",
            "additional_profile": draw(st.sampled_from([None, "ML", "ML ZN L"])),
            "max_intensity": draw(tenths), "max_coverage_pct": draw(tenths),
            "max_height_m": draw(tenths), "act_identifier": act, "geom": box,
        }
        for at, box in enumerate(boxes, 1)
    ]  # fmt: skip
    roles = draw(st.lists(st.sampled_from(["przystapienie", "zmienia", "uchyla"]), max_size=3))
    documents = [
        {
            "namespace": SPACE, "identifier": f"{APP}/{DOCUMENT}/{SPACE}/Doc{at}",
            "local_id": f"Doc{at}", "title": draw(texts), "document_no": draw(st.none() | texts),
            "document_date": draw(days), "date_type": draw(kinds),
            "link": draw(st.sampled_from([None, "https://a.pl/1", "https://a.pl/1 https://b.pl"])),
        }
        for at in range(len(roles))
    ]  # fmt: skip
    effects = [
        {"document_identifier": one["identifier"], "act_identifier": act, "role": role}
        for one, role in zip(documents, roles, strict=True)
    ]
    return {ACT: acts, ZONE: zones, DOCUMENT: documents}, effects


@given(drawn=datasets(), version=st.sampled_from(exporting.VERSIONS))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_says_what_the_rows_say(
    book: RuleBook, drawn: tuple[dict[str, Any], list[Any]], version: Any
) -> None:
    content, effects = drawn
    writer = Writer(version, 2178, book.codes, Content(content, effects), is_moved=False)
    text = b"".join(writer.document())
    features = reading.read(Path("x.gml"), io.BytesIO(text), book, _validator()).features
    assert [flaw.words for one in features for flaw in one.flaws] == []
    back = rows.make(features, {}, {}, book, 2178).by_layer
    if version != "3.0":  # the element came with 3.0
        content[ACT][0].pop("amended_act")
    assert list(map(key, back.get("plan_effect", ()))) == unordered(list(map(key, effects)), back)
    for name, layer in ((ACT, "plan_act"), (ZONE, "plan_zone"), (DOCUMENT, "plan_document")):
        wanted = sorted(content[name], key=lambda row: row["identifier"])
        found = sorted(back.get(layer, ()), key=lambda row: str(row["identifier"]))
        assert [plain(row) for row in found] == [plain(row) for row in wanted]


def key(effect: dict[str, Any]) -> tuple[str, ...]:
    return tuple(effect[one] for one in ("document_identifier", "act_identifier", "role"))


def unordered(wanted: list[tuple[str, ...]], back: Any) -> list[tuple[str, ...]]:
    """Return what is wanted in the order in which it came."""
    found = list(map(key, back.get("plan_effect", ())))
    return found if sorted(found) == sorted(wanted) else wanted


def plain(row: dict[str, Any]) -> dict[str, str]:
    """Return what a row says, as text."""
    said = {name: value for name, value in row.items() if value not in (None, "")}
    said.pop("base_maps", None)
    geom = said.pop("geom", None)
    if isinstance(said.get("version_from"), datetime.datetime):
        said["version_from"] = said["version_from"].isoformat().replace("+00:00", "Z")
    texts_ = {
        name: str(value).lower() if isinstance(value, bool)
        else f"{value:g}" if isinstance(value, float) else str(value)
        for name, value in said.items()
    }  # fmt: skip
    return texts_ | ({"geom": shapely.to_wkt(geom, rounding_precision=8)} if geom else {})


def _validator() -> Validator | None:
    found = Validator(SCHEMAS)
    return found if found.is_able else None


def test_what_leads_nowhere_goes_out_as_it_came_in(office: Office, tmp_path: Path) -> None:
    nowhere = f"{APP}/{DOCUMENT}/PL.ZIPPZP.8888/260401-POG/DocX"
    text = "".join(Drawn().gml())
    added = f'<app:dokumentZmieniajacy xlink:href="{nowhere}"/>'
    text, count = re.subn(
        r"(</app:zasiegPrzestrzenny>(?:\s*<app:dokument[^>]*/>)*)", rf"\1{added}", text
    )
    assert count == 1
    (tmp_path / "plan.gml").write_text(text, encoding="utf-8")
    done = office.take(tmp_path / "plan.gml")
    [lost] = done.dangling
    assert (lost.attribute, lost.address) == ("dokumentZmieniajacy", nowhere)
    assert "unresolved" not in [one[0] for one in office.ask(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'pub'"
        " AND table_name = 'plan_act'"
    )]  # fmt: skip
    out = office.give(tmp_path / "out.gml", Wish([SPACE], "3.0", 2178))
    assert f'dokumentZmieniajacy xlink:href="{nowhere}"'.encode() in out
    again = office.take(tmp_path / "out.gml")
    assert all(one.inserted == one.updated == 0 for one in again.layers.values())
    assert office.give(tmp_path / "b.gml", Wish([SPACE], "3.0", 2178)) == out


def test_a_newer_version_without_its_zones_says_how_many_it_left(
    office: Office, tmp_path: Path
) -> None:
    text = "".join(Drawn().gml())
    (tmp_path / "old.gml").write_text(text, encoding="utf-8")
    assert office.take(tmp_path / "old.gml").left == {}
    versions = set(re.findall(r"\d{8}T\d{6}", text))
    members = re.findall(r"<wfs:member>.*?</wfs:member>", text, flags=re.DOTALL)
    head, tail = text.split("<wfs:member>")[0], "</wfs:FeatureCollection>"
    [act] = [one for one in members if "<app:AktPlanowaniaPrzestrzennego " in one]
    act = re.sub(r"\s*<app:(?:wydzielenie|regulacja|rysunek)[^>]*/>", "", act)
    for one in versions:
        act = act.replace(one, f"2031{one[4:]}")
    act = re.sub(r"(<app:poczatekWersjiObiektu>)\d{4}", r"\g<1>2031", act)
    (tmp_path / "new.gml").write_text(head + act + tail, encoding="utf-8")
    done = office.take(tmp_path / "new.gml")
    assert done.left == {"plan_zone": 9}
