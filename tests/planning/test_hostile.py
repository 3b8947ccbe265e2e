"""Files made to do harm: each is refused, or bounded, in little time and memory."""

from __future__ import annotations

import io
import resource
import struct
import time
import zipfile
from pathlib import Path

import pytest

from sip.planning.checking import check, check_stream
from sip.planning.rules import RuleBook

_SECONDS = 10.0
_HEAD = (
    '<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" '
    'xmlns:gml="http://www.opengis.net/gml/3.2" '
    'xmlns:app="https://www.gov.pl/static/zagospodarowanieprzestrzenne/schemas/app/2.0">'
    '<wfs:member><app:StrefaPlanistyczna gml:id="a"><app:geometria>'
)
_TAIL = "</app:geometria></app:StrefaPlanistyczna></wfs:member></wfs:FeatureCollection>"
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_EXTERNAL = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
_SURFACE = '<gml:MultiSurface srsName="http://www.opengis.net/def/crs/EPSG/0/2178">'


def _ring(numbers: str) -> str:
    return (
        f"{_SURFACE}<gml:surfaceMember><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>"
        f"{numbers}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>"
        "</gml:surfaceMember></gml:MultiSurface>"
    )


def _nested(depth: int) -> str:
    before = f"{_SURFACE}<gml:surfaceMember>" * depth
    return before + "</gml:surfaceMember></gml:MultiSurface>" * depth


HOSTILE: dict[str, tuple[str, str]] = {
    "billion laughs": (f'<!DOCTYPE a [<!ENTITY l0 "ha">{_LAUGHS}]><a>&l9;</a>', "document type"),
    "an external entity": (f"{_EXTERNAL}<a>&e;</a>", "document type"),
    "an external schema": ('<!DOCTYPE a SYSTEM "http://10.0.0.1/a.dtd"><a/>', "document type"),
    "a ring of a million vertices": (
        f"{_HEAD}{_ring('5575861.1 7381788.1 ' * 1_000_000)}{_TAIL}", "vertices",
    ),
    "no number": (f"{_HEAD}{_ring('NaN NaN 1 1 2 2 NaN NaN')}{_TAIL}", "finite"),
    "infinity": (f"{_HEAD}{_ring('1 1 INF 1 2 2 1 1')}{_TAIL}", "finite"),
    "collections in collections": (f"{_HEAD}{_nested(5_000)}{_TAIL}", "nested"),
    "a text without end": (f"{_HEAD}{'x' * 12_000_000}{_TAIL}", "10 MB"),
    "attributes without end": (
        "<a " + " ".join(f'b{n}="c"' for n in range(300_000)) + "/>", "APP",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_made_to_do_harm_is_refused_quickly_and_says_why(book: RuleBook, name: str) -> None:
    content, reason = HOSTILE[name]
    before = resource.getrusage(resource.RUSAGE_SELF)
    start = time.process_time()
    (found,) = [
        one
        for one in check_stream("plan.gml", io.BytesIO(content.encode()), book).findings
        if one.severity == "error"
    ]
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert reason in found.message.en
    assert found.advice.pl
    assert time.process_time() - start < _SECONDS
    assert after.ru_maxrss - before.ru_maxrss < 400_000  # KiB


def test_collections_a_few_deep_are_read_or_named_not_followed_for_ever(book: RuleBook) -> None:
    report = check_stream("plan.gml", io.BytesIO((_HEAD + _nested(60) + _TAIL).encode()), book)
    assert {"G02"} <= {one.rule for one in report.findings}


def test_ten_gigabytes_in_an_archive_are_refused_by_its_table(
    tmp_path: Path, book: RuleBook
) -> None:
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("plan.gml", b" " * 1_000)
    content = bytearray(file.read_bytes())
    directory = content.index(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = struct.pack("<I", 4_000_000_000)
    file.write_bytes(content)
    (found,) = check([file], book).findings
    assert (found.rule, "4,000,000,000" in found.message.en) == ("F01", True)


def test_an_archive_that_holds_more_than_its_table_says_is_refused(
    tmp_path: Path, book: RuleBook
) -> None:
    file = tmp_path / "lie.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("plan.gml", b"<a>" + b" " * 20_000_000 + b"</a>")
    content = bytearray(file.read_bytes())
    directory = content.index(b"PK\x01\x02")
    content[directory + 24 : directory + 28] = struct.pack("<I", 2_000)
    file.write_bytes(content)
    start = time.process_time()
    (found,) = [one for one in check([file], book).findings if one.severity == "error"]
    assert found.rule == "F01"
    assert time.process_time() - start < _SECONDS


def test_archives_in_archives_are_not_opened(tmp_path: Path, book: RuleBook) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("plan.gml", "<a/>")
    file = tmp_path / "nested.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
    (found,) = check([file], book).findings
    assert (found.rule, "no .gml" in found.message.en) == ("F01", True)
