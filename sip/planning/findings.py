"""The outcome of a check: findings with rule, law, place and advice; as JSON, GeoJSON and text."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import shapely

from sip.planning.analysis.table import Cell, Column, Table
from sip.text import Text

_SEVERITIES = ("error", "warning", "note")
_DEGREES = 4326
_WORDS = {
    "error": Text(pl="błąd", en="error"),
    "warning": Text(pl="ostrzeżenie", en="warning"),
    "note": Text(pl="uwaga", en="note"),
}
_COUNTS = {
    "error": Text(pl="błędy: {}", en="errors: {}"),
    "warning": Text(pl="ostrzeżenia: {}", en="warnings: {}"),
    "note": Text(pl="uwagi: {}", en="notes: {}"),
}


@dataclasses.dataclass(frozen=True)
class Finding:
    """One thing that is wrong, or worth knowing."""

    rule: str
    severity: str
    message: Text
    advice: Text
    object: str
    law: str
    geometry: Mapping[str, Any] | None
    file: str
    source: str
    """read, memory or ours: where the rule and its law come from."""

    def as_json(self, language: str) -> dict[str, Any]:
        """Return it for programs, in the words of one language."""
        return {
            "rule": self.rule,
            "severity": self.severity,
            "message": f"{self.message[language]}. {self.advice[language]}",
            "object": self.object,
            "law": self.law,
            "geometry": self.geometry,
        }


@dataclasses.dataclass(frozen=True)
class FileNote:
    """What was read of one file."""

    file: str
    versions: tuple[str, ...]
    objects: Mapping[str, int]
    axes: Mapping[str, str]


@dataclasses.dataclass(frozen=True)
class Report:
    """The outcome of a check."""

    findings: tuple[Finding, ...]
    files: tuple[FileNote, ...]

    @property
    def has_errors(self) -> bool:
        """Whether a plan may not be handed over like this."""
        return any(one.severity == "error" for one in self.findings)


def ordered(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings once each: errors first, then by file, rule and object."""
    found: dict[tuple[str, ...], Finding] = {}
    for one in findings:
        mark = (one.file, one.rule, one.object, one.message.en, repr(one.geometry))
        found.setdefault((str(_SEVERITIES.index(one.severity)), *mark), one)
    return tuple(found[mark] for mark in sorted(found))


def as_json(report: Report, language: str) -> dict[str, Any]:
    """Return a report for programs."""
    return {"findings": [one.as_json(language) for one in report.findings]}


def as_geojson(report: Report, language: str) -> dict[str, Any]:
    """Return findings as a layer that QGIS and the map open; those without a place have none."""
    features = []
    for one in report.findings:
        properties = {**one.as_json(language), "file": one.file, "source": one.source}
        del properties["geometry"]
        features.append({"type": "Feature", "geometry": one.geometry, "properties": properties})
    return {"type": "FeatureCollection", "features": features}


def as_table(report: Report) -> Table:
    """Return findings as a layer with a look, for QGIS and for maps."""
    columns = (
        Column("rule", "text", Text(pl="Reguła", en="Rule")),
        Column("severity", "text", Text(pl="Waga", en="Severity"), words=_WORDS),
        Column("message", "text", Text(pl="Ustalenie", en="Finding")),
        Column("advice", "text", Text(pl="Co zrobić", en="What to do")),
        Column("object", "text", Text(pl="Obiekt", en="Object")),
        Column("law", "text", Text(pl="Przepis", en="Law")),
        Column("source", "text", Text(pl="Skąd przepis", en="Source of the law")),
        Column("file", "text", Text(pl="Plik", en="File")),
    )
    rows: list[list[Cell]] = [
        [one.rule, one.severity, one.message, one.advice, one.object, one.law, one.source, one.file]
        for one in report.findings
    ]
    shapes = [
        None if one.geometry is None else shapely.geometry.shape(dict(one.geometry))
        for one in report.findings
    ]
    title = Text(pl="Ustalenia", en="Findings")
    return Table("findings", title, columns, rows, shapes, _DEGREES, drawn_by="severity")


def as_text(report: Report, language: str) -> Iterator[str]:
    """Yield lines for people."""
    for note in report.files:
        objects = ", ".join(f"{count} {name}" for name, count in note.objects.items()) or "-"
        axes = "; ".join(f"{srs}: {order}" for srs, order in note.axes.items())
        yield f"{note.file}: APP {', '.join(note.versions) or '-'}: {objects} ({axes or '-'})"
    for one in report.findings:
        place = f" @ {_somewhere(one.geometry)}" if one.geometry else ""
        flag = " [memory]" if one.source == "memory" else ""
        severity = _WORDS[one.severity][language]
        yield f"{severity} {one.rule} {one.object}: {one.message[language]}{place}"
        yield f"  {one.law}{flag}. {one.advice[language]}"
    counts = Counter(one.severity for one in report.findings)
    yield ", ".join(_COUNTS[one][language].format(counts[one]) for one in _SEVERITIES)


def _somewhere(geometry: Mapping[str, Any]) -> str:
    place = geometry["coordinates"]
    while isinstance(place[0], list):
        place = place[0]
    return f"{place[1]:.5f} N {place[0]:.5f} E"
