"""The rule files of a project: words, law and severity of every rule, and what rules compare with.

They stand in `layers/planning/app/`: `rules.yaml`, `zones.yaml`, `validator.yaml` and
`border.geojson`, so that an office may correct what was written from memory.
"""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pydantic
import shapely
from shapely.geometry.base import BaseGeometry

from sip import declaration
from sip.declaration import Model
from sip.errors import DeclarationError, Problem
from sip.layer import CodeList
from sip.text import Text

FOLDER = Path("layers") / "planning" / "app"
CODES = Path("layers") / "planning" / "codes"
type Severity = Literal["error", "warning", "note"]


class RuleSource(Model):
    """Where a rule, or a table, comes from."""

    status: Literal["read", "memory", "ours"]
    citation: str = ""


class Rule(Model):
    """One rule of the validator."""

    severity: Severity
    title: Text
    law: str
    source: RuleSource
    message: Text | None = None
    messages: Mapping[str, Text] = {}
    advice: Text
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None

    def said(self, message: str) -> Text:
        """Return one of the rule's messages."""
        found = self.messages.get(message, self.message)
        assert found is not None, message
        return found

    @pydantic.model_validator(mode="after")
    def _says_something(self) -> Rule:
        if self.message is None and not self.messages:
            raise ValueError("a rule has a message, or messages")
        return self


class RulesFile(Model):
    """`rules.yaml`."""

    valid_from: datetime.date
    rules: Mapping[str, Rule]


class ZoneKind(Model):
    """What a kind of zone asks for."""

    basic: str
    additional: str
    needs_parameters: bool
    least_bio_active_pct: float | None
    most_bio_active_pct: float


class ZonesFile(Model):
    """`zones.yaml`."""

    source: RuleSource
    valid_from: datetime.date
    zones: Mapping[str, ZoneKind]


class Limits(Model):
    """What a file may hold at most."""

    file_bytes: int
    archive_bytes: int
    archive_ratio: int
    archive_files: int
    ring_vertices: int
    file_vertices: int
    features: int


class Drawing(Model):
    """What a drawing should be like."""

    least_dpi: int
    least_share_pct: float
    paper: int
    most_hidden_pct: float
    """Of what lies beside the act on a sheet without transparency, that would hide neighbours."""


class Range(Model):
    """The values that a parameter may have."""

    low: float
    high: float


class Needed(Model):
    """The documents that a status needs."""

    severity: Severity
    any_of: list[str]


class ValidatorFile(Model):
    """`validator.yaml`."""

    source: RuleSource
    sliver_m2: float
    sliver_slenderness: float
    edge_m: float
    border_buffer_m: float
    border_accuracy_m: float
    drawing: Drawing
    limits: Limits
    parameters: Mapping[str, Range]
    documents: Mapping[str, Needed]
    levels: Mapping[str, str]
    dataset_kinds: Mapping[str, list[str]]


@dataclasses.dataclass(frozen=True)
class RuleBook:
    """All that the rules compare with, on one day."""

    rules: Mapping[str, Rule]
    zones: Mapping[str, ZoneKind]
    settings: ValidatorFile
    codes: Mapping[str, CodeList]
    border: BaseGeometry
    """Of Poland, in EPSG:2180, with its buffer around it."""
    today: datetime.date

    @functools.cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        """The Polish names of all lists by the addresses of their codes, without the scheme."""
        return {
            name: {_schemeless(one.uri or one.code): one.title.pl for one in codes.values}
            for name, codes in self.codes.items()
        }

    def name_of(self, codes: str, address: str) -> str | None:
        """Return the Polish name of a code by its address, None where there is no such code."""
        return self._names[codes].get(_schemeless(address))

    def code_at(self, codes: str, address: str) -> str | None:
        """Return the stored code by its address, None where there is no such code."""
        wanted = _schemeless(address)
        return next(
            (one.code for one in self.codes[codes].values if _schemeless(one.uri) == wanted), None
        )


def read(project: Path, today: datetime.date) -> RuleBook:
    """Read the rules of a project.

    Raises:
        DeclarationError: A file is missing or wrong.
    """
    folder = project / FOLDER
    found = _bound(RulesFile, folder / "rules.yaml")
    return RuleBook(
        rules=found.rules,
        zones=_bound(ZonesFile, folder / "zones.yaml").zones,
        settings=(settings := _bound(ValidatorFile, folder / "validator.yaml")),
        codes={
            file.stem: _bound(CodeList, file) for file in sorted((project / CODES).glob("*.yaml"))
        },
        border=_border(folder / "border.geojson", settings),
        today=today,
    )


def are_there(project: Path) -> bool:
    """Say whether a project has rules to check plans by."""
    return (project / FOLDER / "rules.yaml").is_file()


def is_in_force(rule: Rule, today: datetime.date) -> bool:
    """Say whether a rule is applied on a day."""
    starts, ends = rule.valid_from or datetime.date.min, rule.valid_to or datetime.date.max
    return starts <= today <= ends


def _bound[M: Model](model: type[M], file: Path) -> M:
    document, problems = declaration.read(file)
    if document is not None and not problems:
        spec, problems = declaration.bind(model, document)
        if spec is not None and not problems:
            return spec
    raise DeclarationError(problems or [Problem(file, 0, "", "the file cannot be read")])


def _border(file: Path, settings: ValidatorFile) -> BaseGeometry:
    from sip.planning.places import projected

    if not file.is_file():
        raise DeclarationError([Problem(file, 0, "", "there is no border of the country here")])
    border = shapely.from_geojson(file.read_text(encoding="utf-8"))
    margin = settings.border_buffer_m + settings.border_accuracy_m
    found = projected(shapely.segmentize(border, 0.2), 4326, 2180).buffer(margin, quad_segs=4)
    shapely.prepare(found)
    return found


def _schemeless(address: str) -> str:
    return address.partition("://")[2] or address
