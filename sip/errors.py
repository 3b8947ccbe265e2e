"""What can go wrong, as one tree.

SipError
├── UsageError          the command was called wrongly                         exit 2
├── ProjectError        no project folder, or a setting that cannot be used    exit 1
├── DeclarationError    layer, style or code list files are wrong; carries all problems
├── CrsError            a coordinate reference system is unknown or unfit
├── DataError           rows of an input are wrong; carries file, row and field
├── QueryError          a request asks for something that cannot be            HTTP 400
│   ├── UnknownName     an unknown (or hidden) property, layer, code           HTTP 400
│   └── TooMuch         more than the declared limits allow                    HTTP 400/413
├── NotFound            no such collection, feature or file                    HTTP 404
└── DatabaseError       the database is absent, older than the catalogue, or refuses
    └── DropRefused     a migration would destroy data and was not told to
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path


class SipError(Exception):
    """Any error that SIP explains to its user; the text says what to do next.

    Errors that visitors of a service see carry a Polish text beside the English one.
    """

    def __init__(self, text: str = "", *, pl: str = ""):
        super().__init__(text)
        self._polish = pl

    def said_in(self, language: str) -> str:
        """Return the text in a language; English where there is no other."""
        return self._polish if language == "pl" and self._polish else str(self)


class UsageError(SipError):
    """The command was called wrongly."""


class ProjectError(SipError):
    """No project folder was found, or one of its settings cannot be used."""


class CrsError(SipError):
    """A coordinate reference system is unknown, not offered, or unfit for the task."""


class DataError(SipError):
    """Rows of an input do not fit their layer."""


class QueryError(SipError):
    """A request asks for something that cannot be."""


class UnknownName(QueryError):
    """A name that the caller cannot see; hidden and absent names are told apart nowhere."""


class TooMuch(QueryError):
    """More was asked for than the declared limits allow."""


class NotFound(SipError):
    """There is no such collection, feature or file."""


class DatabaseError(SipError):
    """The database is absent, does not fit the catalogue, or refuses."""


class DropRefused(DatabaseError):
    """A migration would destroy data and was not told that it may."""


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one place of one file."""

    file: Path
    line: int
    key: str
    text: str
    hint: str = ""

    def __str__(self) -> str:
        """Say `file:line: key: what`, and a hint on a line of its own."""
        where = f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        head = f"{where}{self.key}: {self.text}" if self.key else f"{where}{self.text}"
        return f"{head}\n  {self.hint}" if self.hint else head


class DeclarationError(SipError):
    """The project's files are wrong; all problems at once, in file and line order."""

    def __init__(self, problems: Sequence[Problem]):
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        lines = [str(problem) for problem in self.problems]
        super().__init__("\n".join([*lines, f"{count} problem{'s' if count != 1 else ''}"]))
