"""`sip plan check`: the samples say what their names say, and every rule speaks once and alone."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.planning import Drawn
from sip.cli import _run
from sip.planning.checking import check, check_stream
from sip.planning.findings import Finding, Report, as_geojson
from sip.planning.rules import RuleBook

SJ = "strefaWielofunkcyjnaZZabudowaMieszkaniowaJednorodzinna"
ACT = "AktPlanowaniaPrzestrzennego/PL.ZIPPZP.9999/260401-POG"
STRANGE_NAMESPACE = (
    "/260401-POG</app:przestrzenNazw><app:lokalnyId>1POG-3SJ",
    "-POG</app:przestrzenNazw><app:lokalnyId>1POG-3SJ",
)
OTHER_TYPE = ("AktPlanowaniaPrzestrzennego", "StrefaPlanistyczna")


def checked(text: str, book: RuleBook) -> Report:
    return check_stream("plan.gml", io.BytesIO(text.encode()), book)


def errors(report: Report) -> list[Finding]:
    return [one for one in report.findings if one.severity == "error"]


def broken_rules(report: Report) -> list[str]:
    return sorted({one.rule for one in errors(report)})


def in_zone(plan: str, number: int, old: str, new: str) -> str:
    """Replace once, within one zone."""
    start = plan.index(f"<app:lokalnyId>1POG-{number}SJ<")
    end = plan.index("</app:StrefaPlanistyczna>", start)
    assert old in plan[start:end], old
    return plan[:start] + plan[start:end].replace(old, new, 1) + plan[end:]


def in_act(plan: str, old: str, new: str) -> str:
    start = plan.index("<app:lokalnyId>1POG<")
    assert old in plan[start:], old
    return plan[:start] + plan[start:].replace(old, new, 1)


def without_zone(plan: str, number: int) -> str:
    mark = plan.index(f"<app:lokalnyId>1POG-{number}SJ<")
    start = plan.rindex("<wfs:member>", 0, mark)
    return plan[:start] + plan[plan.index("</wfs:member>", mark) + len("</wfs:member>") :]


def unadopted(plan: str) -> str:
    start = plan.index("<app:dokumentUchwalajacy")
    end = plan.index("/>", start) + 2
    return (plan[:start] + plan[end:]).replace("<app:uchwala ", "<app:przystapienie ")


def test_a_plan_that_is_right_has_no_findings(plan: str, book: RuleBook) -> None:
    assert checked(plan, book).findings == ()


def test_valid_samples_have_no_errors(samples: Path, book: RuleBook) -> None:
    assert errors(check([samples / "valid"], book)) == []


@pytest.mark.parametrize(
    ("name", "rule", "place"),
    [
        ("BLEDNE-OZNACZENIE", "A09", "Polygon"),
        ("DUPLIKAT-LOKALNYID", "A09", "Polygon"),
        ("DWA-MIEJSCA-WYS-ZABUDOWY", "A12", "Polygon"),
        ("LUKA", "G06", "Polygon"),
        ("SAMOPRZECIECIE-PIERSCIENIA", "G01", "Point"),
    ],
)
def test_each_faulty_sample_has_exactly_its_fault(
    samples: Path, book: RuleBook, name: str, rule: str, place: str
) -> None:
    file = samples / "invalid" / f"2_StrefaPlanistyczna_{name}.gml"
    act = samples / "valid" / "2_AktPlanowaniaPrzestrzennego.gml"
    for paths in ([file], [file, act]):
        (found,) = errors(check(paths, book))
        assert (found.rule, found.geometry and found.geometry["type"]) == (rule, place)
        assert found.law
        assert found.advice.pl != found.advice.en


FAULTS: dict[str, tuple[str, Callable[[str], str]]] = {
    "type of another kind of plan": (
        "A01",
        lambda p: in_act(p, "planOgolnyGminy", "miejscowyPlanZagospodarowaniaPrzestrzennego"),
    ),
    "namespace without TERYT": ("A03", lambda p: p.replace(*STRANGE_NAMESPACE)),
    "version without a time": ("A04", lambda p: in_zone(p, 2, ">20260105T120000<", ">20260105<")),
    "closed version without an end": (
        "A05",
        lambda p: in_zone(
            p, 5, "<app:obowiazujeOd>",
            "<app:koniecWersjiObiektu>2026-06-01T00:00:00Z</app:koniecWersjiObiektu>"
            "<app:obowiazujeOd>",
        ),
    ),
    "obsolete without an end": ("A06", lambda p: in_zone(p, 5, "legalForce", "obsolete")),
    "validity that ends before it begins": (
        "A07",
        lambda p: in_zone(
            p, 5, "</app:obowiazujeOd>",
            "</app:obowiazujeOd><app:obowiazujeDo>2025-01-01</app:obowiazujeDo>",
        ),
    ),
    "designation used twice": (
        "A09", lambda p: in_zone(p, 4, "<app:oznaczenie>4SJ", "<app:oznaczenie>5SJ"),
    ),
    "symbol of another zone": ("A10", lambda p: in_zone(p, 4, "<app:symbol>SJ", "<app:symbol>SU")),
    "name of another zone": ("A10", lambda p: in_zone(p, 4, SJ, "strefaUslugowa")),
    "no height": (
        "A11", lambda p: in_zone(p, 4, '<app:maksWysokoscZabudowy uom="m">12.0'
                                       "</app:maksWysokoscZabudowy>", ""),
    ),
    "two decimals": ("A12", lambda p: in_zone(p, 4, ">0.9<", ">0.95<")),
    "share above all": ("A13", lambda p: in_zone(p, 4, ">40.0<", ">140.0<")),
    "class missing in the profile": ("A14", lambda p: in_zone(p, 4, "KPT-MPZP-ZD", "KPT-MPZP-ZN")),
    "class not allowed": (
        "A15",
        lambda p: in_zone(
            p, 4, "<app:maksNadziemna",
            '<app:profilDodatkowy xlink:href="https://www.gov.pl/static/'
            'zagospodarowanieprzestrzenne/ontology/KPT#KPT-MPZP-P"/><app:maksNadziemna',
        ),
    ),
    "no title": ("A18", lambda p: in_act(p, "Plan ogólny gminy Wzorcowej", "")),
    "no status at all": (
        "A18",
        lambda p: in_zone(p, 4, '<app:status xlink:href="http://inspire.ec.europa.eu/codelist/'
                                'ProcessStepGeneralValue/legalForce"/>', ""),
    ),
    "a zone that is not there": ("G06", lambda p: without_zone(p, 5)),
    "an unknown CRS": ("G02", lambda p: in_zone(p, 4, "EPSG/0/2178", "EPSG/0/3857")),
    "an act that is not there": ("R01", lambda p: in_zone(p, 4, f"{ACT}/1POG", f"{ACT}/2POG")),
    "a plan that is a zone": ("R03", lambda p: in_zone(p, 4, ACT, ACT.replace(*OTHER_TYPE))),
    "a nature out of the list": ("K01", lambda p: in_zone(p, 4, "generallyBinding", "binding")),
    "no adopting document": ("L01", lambda p: unadopted(p)),
    "adopted after it came into force": ("L02", lambda p: p.replace("2025-12-20", "2026-02-20")),
    "a zone in force in a draft": (
        "L03", lambda p: in_act(p, "legalForce", "elaboration"),
    ),
    "too little green": ("L05", lambda p: in_zone(p, 4, ">40.0<", ">20.0<")),
    "a date that is none": (
        "S03", lambda p: in_zone(p, 4, ">2026-01-05<", ">2026-13-05<"),
    ),
    "an element out of place": (
        "S01", lambda p: in_zone(p, 4, "<app:symbol>SJ</app:symbol>",
                                 "<app:symbol>SJ</app:symbol><app:kolor>red</app:kolor>"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_nothing_else(plan: str, book: RuleBook, fault: str) -> None:
    rule, spoil = FAULTS[fault]
    assert broken_rules(checked(spoil(plan), book)) == [rule]


def test_a_zone_that_leaves_its_place_overlaps_leaves_a_gap_or_leaves_the_act(
    book: RuleBook,
) -> None:
    drawn = Drawn(rows=2, columns=2, bends=0)
    x, y = drawn.corner(1, 1)
    plan = "".join(drawn.gml())
    moved = in_zone(plan, 1, f"{y:.2f} {x:.2f}", f"{y + 50:.2f} {x + 50:.2f}")
    assert broken_rules(checked(moved, book)) == ["G05"]
    x, y = drawn.corner(0, 0)
    out = plan.replace(f"{y:.2f} {x:.2f}", f"{y:.2f} {x:.2f}")
    out = in_zone(out, 1, f"<gml:posList>{y:.2f} {x:.2f}", f"<gml:posList>{y - 90:.2f} {x:.2f}")
    out = in_zone(out, 1, f"{y:.2f} {x:.2f}</gml:posList>", f"{y - 90:.2f} {x:.2f}</gml:posList>")
    assert broken_rules(checked(out, book)) == ["G04"]


def test_both_axis_orders_are_taken_and_the_strange_one_is_reported(
    plan: str, book: RuleBook
) -> None:
    east_first = plan.replace("http://www.opengis.net/def/crs/EPSG/0/2178", "EPSG:2178")
    (found,) = checked(east_first, book).findings
    assert (found.rule, found.severity) == ("C01", "warning")
    assert "north first" in found.message.en


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>', "document type"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "document type"),
        ("<a>" * 3000 + "</a>" * 3000, "nested"),
        ("no XML at all", "XML"),
    ],
)
def test_hostile_files_are_refused_with_a_reason(book: RuleBook, content: str, reason: str) -> None:
    (found,) = checked(content, book).findings
    assert found.rule == "F01"
    assert reason in found.message.en


@pytest.mark.parametrize("value", ["NaN", "INF", "1e999", "1_0", "x"])
def test_coordinates_that_are_no_numbers_are_refused(plan: str, book: RuleBook, value: str) -> None:
    spoilt = in_act(plan, "<gml:posList>", f"<gml:posList>{value} ")
    assert broken_rules(checked(spoilt, book)) == ["F01"]


def test_a_ring_of_a_million_vertices_is_refused(plan: str, book: RuleBook) -> None:
    spoilt = in_act(plan, "<gml:posList>", "<gml:posList>" + "1 2 " * 1_000_000)
    assert broken_rules(checked(spoilt, book)) == ["F01"]


def test_an_archive_that_grows_too_much_is_refused(tmp_path: Path, book: RuleBook) -> None:
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("plan.gml", b" " * 50_000_000)
    (found,) = check([file], book).findings
    assert (found.rule, found.severity) == ("F01", "error")


def test_the_command_speaks_both_languages_and_exits_1_on_errors(
    plan: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.gml", tmp_path / "bad.gml"
    good.write_text(plan)
    bad.write_text(in_zone(plan, 4, ">0.9<", ">0.95<"))
    assert _run(["plan", "check", str(good)], "en") == 0
    capsys.readouterr()
    assert _run(["plan", "check", str(bad), "--json", "--lang", "pl"], "en") == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert {"rule", "severity", "message", "object", "law", "geometry"} <= set(found)
    assert "najwyżej jedno miejsce po przecinku" in found["message"]


def test_findings_open_as_a_layer(plan: str, book: RuleBook) -> None:
    layer = as_geojson(checked(without_zone(plan, 5), book), "en")
    (feature,) = layer["features"]
    assert feature["geometry"]["type"] == "Polygon"
    assert feature["properties"]["rule"] == "G06"
