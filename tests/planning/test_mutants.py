"""The ministry's valid samples, spoilt in one thing each: exactly that thing is found."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from sip.planning.checking import check_stream
from sip.planning.rules import RuleBook

_LIST = "https://www.gov.pl/static/zagospodarowanieprzestrzenne"
_KINDS = f"{_LIST}/codelist/RodzajStrefyPlanistycznejKod"
_OBJECTS = "https://www.gov.pl/zagospodarowanieprzestrzenne/app"
_STEP = "ProcessStepGeneralValue"
_BIO = "minUdzialPowierzchniBiologicznieCzynnej"
_DRAFT = f'{_STEP}/elaboration" xlink:title="w opracowaniu"'
_NAMESPACE = "PL.ZIPPZP.1234/121201-POG</app:prz"
_SINCE = "<app:obowiazujeOd>"
_CLOSED = "<app:koniecWersjiObiektu>{}</app:koniecWersjiObiektu>"
_UNTIL = "<app:obowiazujeDo>{}</app:obowiazujeDo>"
_SECOND_CLASS = f'<app:profilDodatkowy xlink:href="{_LIST}/ontology/KPT#KPT-MPZP-MN"/>'


def _empty(name: str) -> tuple[str, str]:
    return f"<app:{name}>[^<]*<", f"<app:{name}><"


def _given(name: str, value: str) -> tuple[str, str]:
    return f"<app:{name}>[^<]*<", f"<app:{name}>{value}<"


def _gone(name: str) -> tuple[str, str]:
    return rf"<app:{name}[ >][^<]*(?:</app:{name}>)?", ""


IN_ZONE: dict[str, tuple[str, tuple[str, str]]] = {
    "namespace without a hyphenated code": ("A03", (_NAMESPACE, "PL.ZIPPZP.1234-POG</app:prz")),
    "namespace of a local plan": ("A03", (_NAMESPACE, "PL.ZIPPZP.1234/121201-MPZP</app:prz")),
    "namespace without a number": ("A03", (_NAMESPACE, "PL.ZIPPZP./121201-POG</app:prz")),
    "version with hyphens": ("A04", _given("wersjaId", "2025-07-31T13:21:38")),
    "closed without an end": ("A05", (_SINCE, _CLOSED.format("2025-09-01T00:00:00Z") + _SINCE)),
    "obsolete without an end": (
        "A06", (_DRAFT, f'{_STEP}/obsolete" xlink:title="nieaktualny"'),
    ),
    "an end before the begin": (
        "A07", ("</app:obowiazujeOd>", "</app:obowiazujeOd>" + _UNTIL.format("2025-08-14")),
    ),
    "an end on the day of the begin": (
        "A07", ("</app:obowiazujeOd>", "</app:obowiazujeOd>" + _UNTIL.format("2025-08-15")),
    ),
    "a version that ends before it begins": (
        "A08",
        (
            r"<app:obowiazujeOd>2025-08-15</app:obowiazujeOd>",
            _CLOSED.format("2025-07-30T00:00:00Z")
            + "<app:obowiazujeOd>2025-08-15</app:obowiazujeOd>" + _UNTIL.format("2026-01-01"),
        ),
    ),
    "a designation with a leading zero": ("A09", _given("oznaczenie", "01SU")),
    "a designation without a number": ("A09", _given("oznaczenie", "SU")),
    "a designation of six digits": ("A09", _given("oznaczenie", "123456SU")),
    "the designation of another zone": ("A09", _given("oznaczenie", "1SP")),
    "an identifier of another zone": ("A09", _given("oznaczenie", "2SU")),
    "an identifier of another act": ("A09", _given("lokalnyId", "2POG-1SU")),
    "a symbol that is none": ("A10", _given("symbol", "SX")),
    "the symbol of another kind": ("A10", _given("symbol", "SJ")),
    "the name of another kind": (
        "A10",
        (rf'{_KINDS}/strefaUslugowa" xlink:title="[^"]*"', f'{_KINDS}/strefaGospodarcza"'),
    ),
    "no intensity": ("A11", _gone("maksNadziemnaIntensywnoscZabudowy")),
    "an empty coverage": ("A11", _empty("maksUdzialPowierzchniZabudowy")),
    "no height": ("A11", _gone("maksWysokoscZabudowy")),
    "two decimals of intensity": ("A12", _given("maksNadziemnaIntensywnoscZabudowy", "0.95")),
    "two decimals of green": ("A12", _given(_BIO, "30.15")),
    "a coverage above all": ("A12", _given("maksUdzialPowierzchniZabudowy", "101")),
    "an intensity below zero": ("A12", _given("maksNadziemnaIntensywnoscZabudowy", "-0.9")),
    "more green than there is ground": ("A13", _given(_BIO, "160")),
    "less green than the least": ("L05", _given(_BIO, "10")),
    "a class of the profile missing": ("A14", (r"<app:profilPodstawowy[^>]*MPZP-ZD[^>]*/>", "")),
    "a class that the kind does not allow": (
        "A15", ("<app:maksNadz", _SECOND_CLASS + "<app:maksNadz"),
    ),
    "no nature": ("A18", (r"<app:charakterUstalenia[^>]*/>", "")),
    "no begin": ("A18", _gone("obowiazujeOd")),
    "an empty begin": ("A18", _empty("obowiazujeOd")),
    "no begin of the version": ("A18", _gone("poczatekWersjiObiektu")),
    "no version": ("A18", _gone("wersjaId")),
    "no local identifier": ("A18", _gone("lokalnyId")),
    "no name": ("A18", (r"<app:nazwa [^>]*/>", "")),
    "no symbol": ("A18", _gone("symbol")),
    "no profile": ("A18", (r"(?:<app:profilPodstawowy[^>]*/>\s*)+", "")),
    "a comma for a dot": ("S03", _given("maksUdzialPowierzchniZabudowy", "30,1")),
    "a status that is none": ("K01", (f"{_STEP}/elaboration", f"{_STEP}/foo")),
    "a height in feet": ("K01", ('uom="m"', 'uom="ft"')),
    "a class that is none": ("K01", ('KPT-MPZP-ZD"', 'KPT-MPZP-QQ"')),
    "in force while the act is a draft": ("L03", (_DRAFT, f'{_STEP}/legalForce"')),
    "no geometry": ("G02", (r"<app:geometria>.*?</app:geometria>", "")),
    "an empty geometry": ("G02", (r"<gml:Polygon.*?</gml:Polygon>", "")),
    "degrees": ("G02", ("EPSG/0/2178", "EPSG/0/4326")),
    "no reference system": ("G02", (' srsName="[^"]*"', "")),
    "an element of no schema": ("S01", ("<app:symbol>", "<app:foo>1</app:foo><app:symbol>")),
    "elements out of order": (
        "S01",
        (
            r"<app:oznaczenie>1SU</app:oznaczenie>\s*<app:symbol>SU</app:symbol>",
            "<app:symbol>SU</app:symbol><app:oznaczenie>1SU</app:oznaczenie>",
        ),
    ),
    "the gml:id of another": (
        "R05", ('gml:id="[^"]*"', 'gml:id="PL.ZIPPZP.1234_121201-POG_1POG-1SP_20250731T132042"'),
    ),
    "an act that is not there": (
        "R01",
        (
            '<app:plan xlink:href="" />',
            f'<app:plan xlink:href="{_OBJECTS}/AktPlanowaniaPrzestrzennego/'
            'PL.ZIPPZP.1234/121201-POG/7POG/20250731T135628"/>',
        ),
    ),
    "a document for an act": (
        "R03",
        (
            '<app:plan xlink:href="" />',
            f'<app:plan xlink:href="{_OBJECTS}/DokumentFormalny/PL.ZIPPZP.1234/121201-POG/7POG"/>',
        ),
    ),
    "a zone given twice": ("R05", (r"^(.*)$", r"\1\1")),
    "a zone over another": ("G05", (r"^(.*)$", r"\1=copy")),
    "a zone that is not there": ("G06", (r"^(.*)$", "")),
}  # fmt: skip

IN_ACT: dict[str, tuple[str, tuple[str, str]]] = {
    "a local plan": (
        "A01",
        (r'planOgolnyGminy" xlink:title="[^"]*"', 'miejscowyPlanZagospodarowaniaPrzestrzennego"'),
    ),
    "letters before the number": ("A02", ("<app:lokalnyId>1POG", "<app:lokalnyId>POG1")),
    "number zero": ("A02", ("<app:lokalnyId>1POG", "<app:lokalnyId>0POG")),
    "namespace of a local plan": ("A03", (_NAMESPACE, "PL.ZIPPZP.1234/121201-MPZP</app:prz")),
    "namespace without a kind": ("A03", (_NAMESPACE, "PL.ZIPPZP.1234/121201</app:prz")),
    "a version that is none": ("A04", _given("wersjaId", "x")),
    "obsolete without an end": ("A06", (_DRAFT, f'{_STEP}/obsolete"')),
    "an end before the begin": (
        "A07", ("</app:obowiazujeOd>", "</app:obowiazujeOd>" + _UNTIL.format("2025-08-14")),
    ),
    "no title": ("A18", _empty("tytul")),
    "no type": ("A18", (r"<app:typPlanu[^>]*/>", "")),
    "no level": ("A18", (r"<app:poziomHierarchii[^>]*/>", "")),
    "the level of a local plan": (
        "K01", (r'LevelOfSpatialPlanValue/local" xlink:title="[^"]*"',
                'LevelOfSpatialPlanValue/infraLocal"'),
    ),
    "a word for a truth": ("S03", ("<app:modyfikacja>false", "<app:modyfikacja>nie")),
    "no extent": ("G02", (r"<app:zasiegPrzestrzenny>.*?</app:zasiegPrzestrzenny>", "")),
}  # fmt: skip


def _errors(text: str, book: RuleBook) -> list[str]:
    report = check_stream("plan.gml", io.BytesIO(text.encode()), book)
    return [one.rule for one in report.findings if one.severity == "error"]


def _plan(samples: Path) -> str:
    """Return the second sample's act and zones as one file."""
    act = (samples / "valid" / "2_AktPlanowaniaPrzestrzennego.gml").read_text()
    zones = (samples / "valid" / "2_StrefaPlanistyczna_OK.gml").read_text()
    members = re.findall(r"<wfs:member>.*?</wfs:member>", zones, re.DOTALL)
    return act.replace("</wfs:FeatureCollection>", "".join(members) + "</wfs:FeatureCollection>")


def _spoilt(plan: str, local_id: str, old: str, new: str) -> str:
    mark = plan.index(f"<app:lokalnyId>{local_id}<")
    start = plan.rindex("<wfs:member>", 0, mark)
    end = plan.index("</wfs:member>", mark) + len("</wfs:member>")
    member = plan[start:end]
    if new == r"\1=copy":
        copy = member.replace("1POG-1SU", "1POG-2SU").replace(">1SU<", ">2SU<")
        return plan[:end] + copy + plan[end:]
    made, count = re.subn(old, new, member, count=1, flags=re.DOTALL)
    assert count == 1, old
    return plan[:start] + made + plan[end:]


@pytest.mark.parametrize("fault", IN_ZONE)
def test_a_zone_has_exactly_the_fault_that_was_made(
    samples: Path, book: RuleBook, fault: str
) -> None:
    rule, (old, new) = IN_ZONE[fault]
    assert _errors(_spoilt(_plan(samples), "1POG-1SU", old, new), book) == [rule]


@pytest.mark.parametrize("fault", IN_ACT)
def test_an_act_has_exactly_the_fault_that_was_made(
    samples: Path, book: RuleBook, fault: str
) -> None:
    rule, (old, new) = IN_ACT[fault]
    assert _errors(_spoilt(_plan(samples), "1POG", old, new), book) == [rule]


def _ring(plan: str, local_id: str) -> tuple[int, int]:
    start = plan.index("<gml:posList>", plan.index(f"<app:lokalnyId>{local_id}<"))
    return start + len("<gml:posList>"), plan.index("<", start + 1)


def _redrawn(plan: str, points: list[tuple[float, float]], hole: str = "") -> str:
    """Give the zone 1SU another ring (north, east), and a hole."""
    start, end = _ring(plan, "1POG-1SU")
    ring = " ".join(f"{north} {east}" for north, east in points)
    plan = plan[:start] + ring + plan[end:]
    after = plan.index("</gml:exterior>", start) + len("</gml:exterior>")
    return plan[:after] + hole + plan[after:]


def _points(plan: str) -> list[tuple[float, float]]:
    start, end = _ring(plan, "1POG-1SU")
    values = [float(one) for one in plan[start:end].split()]
    return list(zip(values[::2], values[1::2], strict=True))


def _hole(north: float, east: float, side: float = 100.0) -> str:
    corners = [(0, 0), (0, side), (side, side), (side, 0), (0, 0)]
    places = " ".join(f"{north + dn} {east + de}" for dn, de in corners)
    return (
        f"<gml:interior><gml:LinearRing><gml:posList>{places}</gml:posList></gml:LinearRing>"
        "</gml:interior>"
    )


def test_geometries_have_exactly_the_fault_that_was_made(samples: Path, book: RuleBook) -> None:
    plan = _plan(samples)
    points = _points(plan)
    north = sum(one for one, _ in points[:-1]) / (len(points) - 1)
    east = sum(one for _, one in points[:-1]) / (len(points) - 1)
    crossed = [points[0], points[2], points[1], *points[3:]]
    two_holes = _hole(north, east, 300) + _hole(north + 50, east + 50)
    made = {
        "a hole": (points, _hole(north, east), "G07"),
        "a hole outside": (points, _hole(north + 50_000, east), "G01"),
        "a hole in a hole": (points, two_holes, "G01"),
        "a ring that crosses itself": (crossed, "", "G01"),
        "an open ring": (points[:-1], "", "G01"),
        "a line": ([points[0], points[1], points[0]], "", "G01"),
        "in Germany": ([(n, e - 900_000) for n, e in points], "", "G03"),
        "a thousandth of a metre too far": ([(n + 0.001, e) for n, e in points], "", None),
    }
    for fault, (ring, hole, rule) in made.items():
        expected = [] if rule is None else [rule]
        assert _errors(_redrawn(plan, ring, hole), book) == expected, fault
