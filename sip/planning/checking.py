"""`sip plan check`: all rules over files, as findings that say what, where, why and what to do."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from sip.errors import DataError
from sip.planning import attributes, axes, legal, references, shapes, sources
from sip.planning.feature import Feature, Flaw
from sip.planning.findings import FileNote, Finding, Report, ordered
from sip.planning.grouping import plans, sets_of_files
from sip.planning.places import as_geojson
from sip.planning.reading import Dataset, Validate
from sip.planning.reading import read as read_dataset
from sip.planning.rules import RuleBook, is_in_force
from sip.planning.schema import NOT_THERE, Validator
from sip.text import Text

_NO_GML_ID = re.compile(r'attribute ".*id" is required but missing')
_GEOMETRIES = ("Polygon", "MultiSurface", "Surface", "Curve", "LinearRing", "MultiPolygon")
_ELEMENT = re.compile(r'^Element "([^"]+)"')
_EXPECTED = re.compile(r"Expected is (?:one of )?\(([^)]*)\)")


def check(paths: Sequence[Path], book: RuleBook, *schema_folders: Path) -> Report:
    """Check files, folders and archives.

    Raises:
        DataError: A path leads nowhere.
    """
    return checked(paths, book, *schema_folders)[0]


def checked(
    paths: Sequence[Path], book: RuleBook, *schema_folders: Path
) -> tuple[Report, Sequence[Dataset]]:
    """Check files, folders and archives; return what they hold, too.

    Raises:
        DataError: A path leads nowhere.
    """
    check_ = Check(book, *schema_folders)
    for file in sources.files(list(paths)):
        check_.read(file)
    return check_.report(), check_.datasets()


def check_stream(name: str, stream: BinaryIO, book: RuleBook, *schema_folders: Path) -> Report:
    """Check one GML file that is open."""
    check_ = Check(book, *schema_folders)
    check_.read_stream(Path(name), stream)
    return check_.report()


class Check:
    """Reads files, and then says what is wrong in them and between them."""

    def __init__(self, book: RuleBook, *schema_folders: Path):
        validator = Validator(*schema_folders)
        self._book = book
        self._validate: Validate | None = validator if validator.is_able else None
        self._datasets: dict[Path, Dataset] = {}
        self._findings: list[Finding] = []

    def read(self, file: Path) -> None:
        """Read a file or an archive; one that cannot be read is a finding."""
        try:
            with sources.opened(file, self._book.settings.limits) as members:
                for path, stream in members:
                    self.read_stream(path, stream)
        except DataError as error:
            self._say(file, "F01", reason=str(error))

    def features(self) -> list[Feature]:
        """Return all objects that were read."""
        return [one for dataset in self._datasets.values() for one in dataset.features]

    def read_stream(self, file: Path, stream: BinaryIO) -> None:
        """Read one GML file that is open."""
        try:
            dataset = read_dataset(file, stream, self._book, self._validate)
        except DataError as error:
            self._say(file, "F01", reason=str(error))
            return
        self._datasets[file] = dataset
        if not dataset.features:
            shown = ", ".join(sorted(dataset.seen)[:5])
            self._say(file, "F02", hint=f": {shown}" if shown else "")

    def datasets(self) -> Sequence[Dataset]:
        """Return what was read."""
        return tuple(self._datasets.values())

    def report(self) -> Report:
        """Apply all rules to what was read."""
        if self._validate is None and self._datasets:
            self._say(next(iter(self._datasets)), "S00", reason=NOT_THERE)
        for dataset in self._datasets.values():
            self._axes(dataset)
            for feature in dataset.features:
                attributes.check(feature, self._book)
            shapes.check_each(dataset.features, self._book)
        self._together()
        for dataset in self._datasets.values():
            self._without_gml_id(dataset)
            for feature in dataset.features:
                self._findings += self._of(feature)
        return Report(ordered(self._findings), tuple(map(_note, self._datasets.values())))

    def _together(self) -> None:
        files = {file: one.features for file, one in self._datasets.items()}
        for row in sets_of_files(files):
            features = [one for file in row for one in files[file]]
            kept = {id(one): list(one.flaws) for one in features}
            groups = plans(features)
            references.check(features, groups)
            for group in groups:
                shapes.check_plan(group, self._book)
            legal.check(features, groups, self._book)
            for one in features:
                self._findings += self._of(one, one.flaws[len(kept[id(one)]) :])
                one.flaws = kept[id(one)]

    def _axes(self, dataset: Dataset) -> None:
        for srs, order in dataset.orders.items():
            if order.north_first != order.said_north_first:
                found, said = axes.WORDS[order.north_first], axes.WORDS[order.said_north_first]
                self._say(dataset.file, "C01", found=found, said=said, srs=srs)

    def _without_gml_id(self, dataset: Dataset) -> None:
        count = 0
        for feature in dataset.features:
            flaws = [one for one in feature.flaws if not _is_missing_id(one)]
            count += len(feature.flaws) - len(flaws)
            feature.flaws = flaws
        if count:
            self._say(dataset.file, "S02", count=count)

    def _of(self, feature: Feature, flaws: Sequence[Flaw] | None = None) -> Iterator[Finding]:
        for flaw in _causes(feature.flaws if flaws is None else flaws):
            rule = self._book.rules[flaw.rule]
            if not is_in_force(rule, self._book.today):
                continue
            words = rule.said(flaw.message)
            yield Finding(
                rule=flaw.rule,
                severity=flaw.severity or rule.severity,
                message=_filled(words, flaw.words),
                advice=_filled(rule.advice, flaw.words),
                object=feature.label,
                law=rule.law,
                geometry=_place(feature, flaw),
                file=str(feature.file),
                source=rule.source.status,
            )

    def _say(self, file: Path, rule_id: str, **words: object) -> None:
        finding = said_of_file(self._book, rule_id, str(file), **words)
        self._findings.append(finding)


def said_of_file(book: RuleBook, rule_id: str, file: str, **words: object) -> Finding:
    """Return a finding about a file as a whole."""
    rule = book.rules[rule_id]
    return Finding(
        rule=rule_id,
        severity=rule.severity,
        message=_filled(rule.said("default"), words),
        advice=_filled(rule.advice, words),
        object=Path(file).name,
        law=rule.law,
        geometry=None,
        file=file,
        source=rule.source.status,
    )


def _filled(text: Text, words: Mapping[str, object]) -> Text:
    def said(language: str) -> str:
        chosen = {k: v[language] if isinstance(v, Text) else v for k, v in words.items()}
        return text[language].format_map(chosen)

    return Text(pl=said("pl"), en=said("en"))


def _place(feature: Feature, flaw: Flaw) -> dict[str, Any] | None:
    if flaw.rule == "G02":
        return None
    return as_geojson(flaw.place if flaw.place is not None else feature.shape, feature.crs)


def _is_missing_id(flaw: Flaw) -> bool:
    reason = str(flaw.words.get("reason", ""))
    found = _ELEMENT.match(reason)
    return (
        flaw.rule == "S01"
        and found is not None
        and found[1] in _GEOMETRIES
        and _NO_GML_ID.search(reason) is not None
    )


def _causes(flaws: Sequence[Flaw]) -> Iterator[Flaw]:
    """Leave out what the schema says again of attributes that a rule has named."""
    named = {str(one.words["attribute"]) for one in flaws if one.rule in ("A18", "S03")}
    for one in flaws:
        if one.rule == "A11":
            named |= set(str(one.words["missing"]).split(", "))
        elif one.rule == "G02" and one.message == "empty":
            named |= {"geometria", "zasiegPrzestrzenny"}
    identity = {"lokalnyId", "przestrzenNazw", "wersjaId"}
    if named & identity:
        named |= {"idIIP", "Identyfikator"}
    for flaw in flaws:
        reason = str(flaw.words.get("reason", "")) if flaw.rule == "S01" else ""
        about = set(_ELEMENT.findall(reason))
        for expected in _EXPECTED.findall(reason):
            about |= {one.strip().rpartition(":")[2] for one in expected.split(",")}
        if not about & named:
            yield flaw


def _note(dataset: Dataset) -> FileNote:
    counts: dict[str, int] = {}
    for one in dataset.features:
        counts[one.name] = counts.get(one.name, 0) + 1
    return FileNote(
        file=str(dataset.file),
        versions=tuple(sorted({one.version for one in dataset.features})),
        objects=counts,
        axes={srs: _words(order) for srs, order in dataset.orders.items()},
    )


def _words(order: axes.Order) -> str:
    return "north, east" if order.north_first else "east, north"


def today() -> datetime.date:
    """Return the day on which a check is made."""
    return datetime.datetime.now(datetime.UTC).date()
