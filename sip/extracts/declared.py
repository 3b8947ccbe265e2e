"""What a formal extract is made of: `documents/extract.yaml` and `extract.html` of the project.

A city edits its own copies; where there are none, those that come with SIP are used.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated

from pydantic import Field as Key

from sip import declaration
from sip.declaration import Model
from sip.errors import DeclarationError
from sip.provenance import Source
from sip.settings import Settings
from sip.topic import Name

BUILT_IN = Path(__file__).parent / "templates"
FILES = ("extract.yaml", "extract.html")
FOLDER = "documents"
"""Where a project keeps its own copies."""


class Rate(Model):
    """What a text of some length costs."""

    most_pages: int | None = None
    """Longest text that it is for, in pages; none where absent."""
    pln: Annotated[int, Key(ge=0)]
    """The fee, złoty."""


class Fee(Model):
    """What an extract costs."""

    source: Source
    """The law, and whether it was read."""
    text: Annotated[tuple[Rate, ...], Key(min_length=1, strict=False)]
    """For the text, the shortest first; the last one has no `most_pages`."""
    drawing_sheet_pln: Annotated[int, Key(ge=0)]
    """For each begun A4 sheet of the drawing."""
    drawing_most_pln: Annotated[int, Key(ge=0)]
    """What the drawing costs at most."""

    def of(self, pages: int, sheets: int) -> int:
        """Return the fee in złoty of a text of some pages and a drawing of some sheets."""
        text = next(
            one.pln for one in self.text if one.most_pages is None or pages <= one.most_pages
        )
        return text + min(sheets * self.drawing_sheet_pln, self.drawing_most_pln)


class ExtractFile(Model):
    """The formal extract: `documents/extract.yaml`."""

    title: str
    """Its heading."""
    number: str
    """How numbers look: `{number}` counts within the `{year}`."""
    basis: str
    """The law that it is issued by."""
    basis_source: Source
    """Whether that was read."""
    topics: Annotated[tuple[Name, ...], Key(min_length=1, strict=False)]
    """Topics of the parcel report that it is an extract of; one of them must apply."""
    kept_in: Name
    """Layer that keeps what was issued."""
    map: Annotated[tuple[Name, ...], Key(min_length=1, strict=False)]
    """Layers of the drawing, the lowest first."""
    scale_field: str
    """Field of a linked row (a plan's drawing) with the denominator of the plan's scale."""
    scale_denominator: Annotated[int, Key(ge=100, le=50_000)]
    """The scale where no plan says its own."""
    english: str = ""
    """What the document is, for readers of English; nothing where absent. The law is in Polish."""
    fee: Fee
    """What it costs."""


@dataclasses.dataclass(frozen=True)
class Declared:
    """What is declared, and the template of the document."""

    spec: ExtractFile
    template: str


def load(settings: Settings) -> Declared:
    """Read what the project declares of its extracts.

    Raises:
        DeclarationError: Something is wrong; it carries every problem, with file and line.
    """
    document, problems = declaration.read(_file(settings, FILES[0]))
    spec = None
    if document and not problems:
        spec, problems = declaration.bind(ExtractFile, document)
    if spec is None or problems:
        raise DeclarationError(problems)
    if spec.fee.text[-1].most_pages is not None:
        said = "the last rate is for texts of any length: it has no most_pages"
        assert document is not None
        raise DeclarationError([document.problem(("fee", "text"), said)])
    return Declared(spec, _file(settings, FILES[1]).read_text(encoding="utf-8"))


def _file(settings: Settings, name: str) -> Path:
    own = settings.project / FOLDER / name
    return own if own.is_file() else BUILT_IN / name
