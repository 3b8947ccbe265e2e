"""One object of a planning dataset, as a file has it."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from sip.planning.rules import Severity
from sip.planning.types import ADDRESS, FeatureType


@dataclasses.dataclass(frozen=True)
class Value:
    """One value of an attribute: its text, or what it points to."""

    text: str = ""
    href: str = ""
    title: str = ""
    uom: str = ""
    more: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The parts of a base map, or of a dated value."""

    def __bool__(self) -> bool:
        return bool(self.text or self.href or any(self.more.values()))


@dataclasses.dataclass(frozen=True)
class Flaw:
    """What reading an object brought to light: a rule, its message, and the words for it."""

    rule: str
    message: str
    words: Mapping[str, object]
    place: BaseGeometry | None = None
    """In the CRS of the object."""
    severity: Severity | None = None


@dataclasses.dataclass
class Feature:
    """An object; geometry in x, y of its CRS."""

    name: str
    """Of its type, `StrefaPlanistyczna`."""
    type: FeatureType
    version: str
    file: Path
    line: int
    gml_id: str = ""
    identifier: str = ""
    values: dict[str, list[Value]] = dataclasses.field(default_factory=dict)
    shape: BaseGeometry | None = None
    srs: str = ""
    crs: int | None = None
    """EPSG code; None where the file says none, or one that is unknown."""
    flaws: list[Flaw] = dataclasses.field(default_factory=list)

    def first(self, attribute: str) -> Value:
        """Return the first value of an attribute, or an empty one."""
        return next(iter(self.values.get(attribute, ())), _NOTHING)

    def text(self, attribute: str) -> str:
        """Return the text of an attribute, or nothing."""
        return self.first(attribute).text

    def code(self, attribute: str) -> str:
        """Return the last part of what an attribute points to."""
        return code_of(self.first(attribute).href)

    def given(self) -> Iterator[tuple[str, Value]]:
        """Yield all values that say something."""
        for name, values in self.values.items():
            yield from ((name, value) for value in values if value)

    def date(self, attribute: str) -> datetime.date | None:
        """Return a date; None where there is none, or it is no date."""
        return parsed_date(self.text(attribute))

    def time(self, attribute: str) -> datetime.datetime | None:
        """Return a moment; None where there is none, or it is no moment."""
        return parsed_time(self.text(attribute))

    @property
    def namespace(self) -> str:
        """The namespace of the dataset."""
        return self.text("przestrzenNazw")

    @property
    def local_id(self) -> str:
        """The local identifier."""
        return self.text("lokalnyId")

    @property
    def version_id(self) -> str:
        """The identifier of the version."""
        return self.text("wersjaId")

    @property
    def status(self) -> str:
        """The code of the status."""
        return self.code("status")

    @property
    def is_ended(self) -> bool:
        """Whether this version was closed, or is obsolete."""
        return bool(self.text("koniecWersjiObiektu")) or self.status == "obsolete"

    @property
    def label(self) -> str:
        """What people call the object."""
        return self.gml_id or self.local_id or f"{self.name}:{self.line}"

    @property
    def address(self) -> str:
        """The identifier that idIIP gives."""
        parts = [ADDRESS, self.name, self.namespace, self.local_id, self.version_id]
        return "/".join(part for part in parts if part)

    @property
    def object_address(self) -> str:
        """The identifier without the version."""
        return "/".join((ADDRESS, self.name, self.namespace, self.local_id))

    def flaw(
        self,
        rule: str,
        message: str = "default",
        *,
        at: BaseGeometry | None = None,
        severity: Severity | None = None,
        **words: object,
    ) -> None:
        """Note what is wrong, and where (in x, y of the object's CRS)."""
        self.flaws.append(Flaw(rule, message, words, at, severity))

    def has(self, *rules: str) -> bool:
        """Say whether one of some rules was broken already."""
        return any(one.rule in rules for one in self.flaws)


_NOTHING = Value()


def code_of(address: str) -> str:
    """Return the code at the end of its address (`.../KPT#KPT-MPZP-MN` is MN)."""
    return address.rpartition("/")[2].rpartition("#")[2].removeprefix("KPT-MPZP-")


def parsed_date(text: str) -> datetime.date | None:
    """Read a date of XML Schema, `2025-08-15`."""
    try:
        return datetime.date.fromisoformat(text[:10]) if text[4:5] == "-" else None
    except ValueError:
        return None


def parsed_time(text: str) -> datetime.datetime | None:
    """Read a moment of XML Schema; without a zone it is UTC."""
    if "T" not in text:
        return None
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)
