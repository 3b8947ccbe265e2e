"""Every rule of the book has a faulty example that gives its finding and no other one."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.planning import Drawn, _head, _polygon, _zone
from sip.planning.checking import Check, check_stream
from sip.planning.rules import RuleBook

TESTS = Path(__file__).parent
X, Y = 7_480_000.0, 5_620_000.0
NAMESPACE = "PL.ZIPPZP.9999/260401-POG"
ADDRESS = "https://www.gov.pl/zagospodarowanieprzestrzenne/app"
INSPIRE = "http://inspire.ec.europa.eu/codelist"
STANDARDS = {
    "odlegloscDoSzkolyPodstawowej": ("1500", "m"),
    "odlegloscDoObszarowZieleniPublicznej": ("1500", "m"),
    "powierzchniaLacznaObszarowZieleniPublicznej": ("3", "ha"),
    "odlegloscDoObszaruZieleniPublicznej": ("3000", "m"),
    "powierzchniaObszaruZieleniPublicznej": ("20", "ha"),
}


def _code(name: str, href: str, title: str = "") -> str:
    said = f' xlink:title="{title}"' if title else ""
    return f'<app:{name} xlink:href="{href}"{said}/>'


def regulation(kind: str, short: str, number: int = 1, west: float = 100.0, **changed: str) -> str:
    """Return an area of a regulation, 100 m square, with what is changed of it."""
    local_id = changed.get("lokalnyId", f"1POG-{number}{short}")
    ring = [(X + west + a, Y + 100 + b) for a, b in [(0, 0), (100, 0), (100, 100), (0, 100)]]
    place = _polygon(
        f"r{short}{number}",
        [*ring, ring[0]],
        ' srsName="http://www.opengis.net/def/crs/EPSG/0/2178"',
    )
    standards = (
        "<app:wylaczenieZabudowyZagrodowej>false</app:wylaczenieZabudowyZagrodowej>"
        + "".join(
            f'<app:{name} uom="{unit}">{changed.get(name, value)}</app:{name}>'
            for name, (value, unit) in STANDARDS.items()
        )
    )
    return (
        "<wfs:member>"
        + _head(kind, local_id)
        + f"<app:oznaczenie>{changed.get('oznaczenie', f'{number}{short}')}</app:oznaczenie>"
        f"<app:symbol>{changed.get('symbol', short)}</app:symbol>"
        "<app:poczatekWersjiObiektu>2026-01-05T12:00:00Z</app:poczatekWersjiObiektu>"
        "<app:obowiazujeOd>2026-01-05</app:obowiazujeOd>"
        + _code("status", f"{INSPIRE}/ProcessStepGeneralValue/legalForce")
        + _code("charakterUstalenia", f"{INSPIRE}/RegulationNatureValue/generallyBinding")
        + f"<app:geometria>{place}</app:geometria>"
        + _code("plan", f"{ADDRESS}/AktPlanowaniaPrzestrzennego/{NAMESPACE}/1POG/20260105T120000")
        + (standards if short == "OSD" else "")
        + f"</app:{kind}></wfs:member>"
    )


INFILL, DOWNTOWN = "ObszarUzupelnieniaZabudowy", "ObszarZabudowySrodmiejskiej"
STANDARD = "ObszarStandardowDostepnosciInfrastrukturySpolecznej"
type Spoil = Callable[[str], str]


def _with(*members: str) -> Spoil:
    return lambda plan: plan.replace(
        "</wfs:FeatureCollection>", "".join(members) + "</wfs:FeatureCollection>"
    )


def _once(old: str, new: str) -> Spoil:
    def spoilt(plan: str) -> str:
        made, count = re.subn(old, new, plan, count=1, flags=re.DOTALL)
        assert count == 1, old
        return made

    return spoilt


FAULTS: dict[str, tuple[tuple[str, str] | None, Spoil]] = {
    "regulations that are right": (
        None,
        _with(
            regulation(INFILL, "OUZ"), regulation(INFILL, "OUZ", 2, west=250),
            regulation(DOWNTOWN, "OZS", west=400), regulation(STANDARD, "OSD"),
        ),
    ),
    "the symbol of another regulation": (
        ("A16", "error"), _with(regulation(INFILL, "OUZ", symbol="OZS")),
    ),
    "a designation without its symbol": (
        ("A16", "error"), _with(regulation(DOWNTOWN, "OZS", oznaczenie="1OUZ")),
    ),
    "the identifier of another regulation": (
        ("A16", "error"), _with(regulation(INFILL, "OUZ", lokalnyId="1POG-1OSD")),
    ),
    "a school at no distance": (
        ("A17", "error"), _with(regulation(STANDARD, "OSD", odlegloscDoSzkolyPodstawowej="0")),
    ),
    "too little public greenery": (
        ("A17", "error"),
        _with(regulation(STANDARD, "OSD", powierzchniaLacznaObszarowZieleniPublicznej="1.2")),
    ),
    "two infill areas that share an edge": (
        ("G08", "error"),
        _with(regulation(INFILL, "OUZ"), regulation(INFILL, "OUZ", 2, west=200)),
    ),
    "infill and downtown that share an edge": (
        ("G08", "warning"),
        _with(regulation(INFILL, "OUZ"), regulation(DOWNTOWN, "OZS", west=200)),
    ),
    "two infill areas one over the other": (
        ("G05", "error"),
        _with(regulation(INFILL, "OUZ"), regulation(INFILL, "OUZ", 2, west=150)),
    ),
    "a regulation outside of the act": (
        ("G04", "error"), _with(regulation(INFILL, "OUZ", west=-50)),
    ),
    "a reference to nothing": (
        ("R02", "warning"), _once(r'<app:plan xlink:href="[^"]*"/>', '<app:plan xlink:href=""/>'),
    ),
    "a document that does not name its act": (
        ("R04", "warning"),
        _once(r'<app:przystapienie xlink:href="[^"]*"/>', ""),
    ),
    "an identifier that idIIP does not give": (
        ("R06", "warning"),
        _once(r"(/1POG-9SJ)/20260105T120000(</gml:identifier>)", r"\1/20260105T120001\2"),
    ),
    "a title of another code": (
        ("K02", "warning"),
        _once(r'(ProcessStepGeneralValue/legalForce")/>', r'\1 xlink:title="w opracowaniu"/>'),
    ),
    "a file of something else": (("F02", "error"), lambda _plan: "<a><b/></a>"),
    "geometries without gml:id": (
        ("S02", "warning"), _once(r'<gml:Polygon gml:id="z1"', "<gml:Polygon"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_gives_its_finding_and_no_other_one(plan: str, book: RuleBook, fault: str) -> None:
    expected, spoil = FAULTS[fault]
    report = check_stream("plan.gml", io.BytesIO(spoil(plan).encode()), book)
    found = {(one.rule, one.severity) for one in report.findings}
    assert found == ({expected} if expected else set())
    assert all(one.message.pl != one.message.en and one.law for one in report.findings)


def test_a_check_without_schemas_says_so(
    plan: str, book: RuleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = Check(book)
    run._validate = None
    run.read_stream(Path("plan.gml"), io.BytesIO(plan.encode()))
    assert {one.rule for one in run.report().findings} == {"S00"}


def test_every_rule_has_its_faulty_example(book: RuleBook) -> None:
    examples = "".join(one.read_text() for one in TESTS.glob("test_*.py"))
    assert [rule for rule in book.rules if rule not in examples] == []


def comb(teeth: int, *, is_turned: bool) -> list[tuple[float, float]]:
    """Return the ring of a valid comb over the plan of `Drawn(1, 1)`."""
    side, step = 400.0, 400.0 / teeth
    points = [(0.0, 0.0), (side, 0.0), (side, 1.0)]
    for tooth in range(teeth - 1, -1, -1):
        left, right = (tooth + 0.25) * step, (tooth + 0.75) * step
        points += [(right, 1.0), (right, side - 5), (left, side - 5), (left, 1.0)]
    points += [(0.0, 1.0), (0.0, 0.0)]
    return [(X + (y if is_turned else x), Y + (x if is_turned else y)) for x, y in points]


def test_two_combs_that_cross_a_million_times_are_named_in_seconds(book: RuleBook) -> None:
    plan = "".join(Drawn(1, 1).gml())
    zones = [_zone(n, comb(1_000, is_turned=n == 2)) for n in (1, 2)]
    start = plan.index("<wfs:member>", plan.index("</app:AktPlanowaniaPrzestrzennego>"))
    body = "".join(f"<wfs:member>{one}</wfs:member>" for one in zones)
    crossed = plan[:start] + body + "</wfs:FeatureCollection>"
    before = time.process_time()
    report = check_stream("plan.gml", io.BytesIO(crossed.encode()), book)
    assert time.process_time() - before < 10
    (found,) = report.findings
    assert (found.rule, "at least" in found.message.en) == ("G05", True)
