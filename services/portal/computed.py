"""What came of a computation, for a page: tables in words, a picture, addresses of files."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

import orjson
import shapely

from sip import shown, units
from sip.planning.analysis import picture
from sip.planning.analysis import table as tables
from sip.planning.analysis.table import Column, Table
from sip.report import drawing, extract
from sip.report.extract import Extract
from sip.service import Context
from sip.text import Language

_WIDTH_MM, _HEIGHT_MM = 240.0, 150.0
_MOST_ROWS = 200
_MOST_DRAWN = 3_000
_DECIMALS = 2
_STANDS = {"integer": "number", "number": "number", "date": "day"}


@dataclasses.dataclass(frozen=True)
class Shown:
    """A table as a page shows it."""

    title: str
    heads: Sequence[tuple[str, str]]
    """Words, and how the column stands: as a `number`, a `day`, or text."""
    rows: Sequence[Sequence[str]]
    of: int
    """How many rows there are in all."""
    notes: Sequence[str]


@dataclasses.dataclass(frozen=True)
class Outcome:
    """What came of a computation."""

    first: Shown
    """The sums, or all that there is."""
    more: Shown | None
    """The rows that were summed."""
    picture: Extract | None
    look: str
    """The classes of the picture as JSON, for the live map."""
    links: Mapping[str, str]
    """Addresses of files by their form."""


async def outcome(
    now: Context, table: Table, address: str, query: str, language: Language
) -> Outcome:
    """Return a table for a page.

    Args:
        now: Whose base map the picture lies on.
        table: The answer, in the storage CRS where it has places.
        address: Of the computation, to which a form's ending is added.
        query: Its parameters.
        language: Of the words.
    """
    forms = ("csv", "gpkg", "geojson", "json") if _has_places(table) else ("csv", "json")
    return Outcome(
        _shown(table.sums or table, language),
        _shown(table, language) if table.sums else None,
        await _picture(now, table, language),
        orjson.dumps(picture.look(table, language)).decode(),
        {form: f"{address}.{form}?{query}" for form in forms},
    )


def _has_places(table: Table) -> bool:
    return table.shapes is not None and any(table.shapes)


def _shown(table: Table, language: Language) -> Shown:
    heads = [(_head(one, language), _STANDS.get(one.type, "")) for one in table.columns]
    rows = [
        [_cell(cell, one, language) for cell, one in zip(row, table.columns, strict=True)]
        for row in table.rows[:_MOST_ROWS]
    ]
    notes = [one[language] for one in table.notes]
    return Shown(table.title[language], heads, rows, len(table.rows), notes)


def _head(column: Column, language: Language) -> str:
    title = column.title[language]
    return f"{title}, {units.symbol(column.unit, language)}" if column.unit else title


def _cell(cell: Any, column: Column, language: Language) -> str:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return shown.number(round(cell, _DECIMALS), language)
    return tables.in_words(cell, column, language) or "–"


async def _picture(now: Context, table: Table, language: Language) -> Extract | None:
    """Draw the answer on the base map; None where it has no places."""
    code = now.catalogue.project.storage_crs
    if not _has_places(table) or len(table.rows) > _MOST_DRAWN:
        return None
    layers = picture.layers(table, code)
    shapes = [one.shape for layer in layers for one in layer.features]
    whole = shapely.box(*shapely.total_bounds(shapes))
    frame = drawing.closely(whole, _WIDTH_MM, _HEIGHT_MM)
    base = [one for one in now.catalogue.project.base_maps if now.catalogue.layer(one).is_vector]
    return await extract.draw(
        now, frame, base, shapely.Polygon(), None, title=table.title[language],
        language=language, over=layers,
    )  # fmt: skip
