"""The comments on a draft: read and answered by planners, and their table for everybody.

The table has what the law asks for (from memory: number, day, words, plot, provision, decision,
reasons) and never who wrote: that stands in the register for those who state a purpose.
"""

from __future__ import annotations

import csv
import dataclasses
import datetime
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import asyncpg

from sip import shown, xml
from sip.catalogue import Catalogue, Layer
from sip.errors import NotFound, QueryError
from sip.query.terms import quoted
from sip.report import pdf
from sip.report.asking import Connection
from sip.taking_part.display import Display
from sip.text import Language, Text

TEMPLATES = Path(__file__).parent / "templates"
COLUMNS = ("comment_no", "received_at", "words", "plot", "provision", "decision", "answer")
PERSONAL = ("author_name", "author_email", "author_address")
TITLE = Text(pl="Wykaz uwag zgłoszonych do projektu", en="List of the comments on the draft")
_MOST = 20_000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula when a text begins with it."""


@dataclasses.dataclass(frozen=True)
class Table:
    """The comments on a draft as a table of words."""

    display: Display
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


async def read(connection: Connection, layer: Layer, display: Display) -> list[asyncpg.Record]:
    """Return the comments of a display in the order of their numbers, with what may be seen."""
    seen = [name for name in (*COLUMNS, *PERSONAL, "answered_on") if name in layer.visible_fields]
    listed = ", ".join(quoted(name) for name in ("id", "row_version", *seen))
    rows = await connection.fetch(
        f"SELECT {listed} FROM {layer.relation} WHERE display_id = $1"
        " ORDER BY split_part(comment_no, '/', 2)::integer LIMIT $2",
        display.id,
        _MOST,
    )
    return list(rows)


async def answer(
    connection: Connection, layer: Layer, display: Display, id_: int, version: int,
    decision: str, reasons: str, catalogue: Catalogue,
) -> None:  # fmt: skip
    """Write down what is decided on a comment, under the role of the one who decides.

    Raises:
        QueryError: There is no such decision, its reasons are missing, or somebody else has
            changed the comment since it was read.
        NotFound: There is no such comment.
        asyncpg.InsufficientPrivilegeError: They may not.
    """
    codes = catalogue.codes_of(layer.spec.fields["decision"])
    if codes is None or decision not in codes.codes():
        raise QueryError("there is no such decision", pl="nie ma takiego rozstrzygnięcia")
    if decision in ("rejected", "partly") and not reasons:
        raise QueryError("a refusal needs its reasons", pl="odrzucenie wymaga uzasadnienia")
    row = await connection.fetchrow(
        f"SELECT row_version FROM {layer.relation} WHERE id = $1 AND display_id = $2", id_,
        display.id,
    )  # fmt: skip
    if row is None:
        raise NotFound("there is no such comment", pl="nie ma takiej uwagi")
    done = await connection.fetchval(
        f"UPDATE {layer.relation} SET decision = $3, answer = $4, answered_on = $5"
        " WHERE id = $1 AND row_version = $2 RETURNING id",
        id_, version, decision, reasons or None, display.today if decision != "open" else None,
    )  # fmt: skip
    if done is None:
        raise QueryError(
            "somebody has changed this comment meanwhile: read it again, then decide",
            pl="ktoś zmienił tymczasem tę uwagę: przeczytaj ją jeszcze raz i rozstrzygnij",
        )


def table(
    rows: Sequence[Mapping[str, Any]], layer: Layer, display: Display, catalogue: Catalogue,
    language: Language,
) -> Table:  # fmt: skip
    """Return the comments in words, without those who wrote them."""
    fields = layer.spec.fields
    head = [fields[name].title[language] for name in COLUMNS]
    told = [[_told(row[name], fields[name], catalogue, language) for name in COLUMNS]
            for row in rows]  # fmt: skip
    return Table(display, head, told)


def _told(value: Any, field: Any, catalogue: Catalogue, language: Language) -> str:
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return shown.in_words(value, field, catalogue, language)


def as_csv(made: Table) -> bytes:
    """Return a table as CSV, UTF-8 with a mark, safe to open in a spreadsheet."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(made.head)
    for row in made.rows:
        writer.writerow([f"'{one}" if one.startswith(_FORMULA) else one for one in row])
    return file.getvalue().encode("utf-8-sig")


def as_html(made: Table, catalogue: Catalogue, language: Language) -> str:
    """Return a table as a page that stands alone."""
    return (
        xml.templates(TEMPLATES)
        .get_template("comments.html")
        .render(table=made, title=TITLE[language], language=language, project=catalogue.project,
                say=lambda pl, en: pl if language == "pl" else en)
    )  # fmt: skip


def as_pdf(made: Table, catalogue: Catalogue, language: Language) -> bytes:
    """Return a table as tagged PDF."""
    return pdf.saved(pdf.laid_out(as_html(made, catalogue, language)))


async def published(pool: asyncpg.Pool[Any], display: Display) -> list[asyncpg.Record]:
    """Return what everybody may read of a published list; the gateway alone can ask."""
    return list(await pool.fetch("SELECT * FROM taking_part.published($1)", display.id))
