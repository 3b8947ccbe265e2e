"""The report of a comparison or of pictures as a page, in Polish and English."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from processing.flight.carrying import Done
from processing.flight.drawing import Picture
from processing.flight.pages import Said, in_both, number, template, write_json

type Both = tuple[str, str]
"""Polish, English."""
LANGUAGES = ("pl", "en")
_WORDS: Mapping[str, Mapping[str, str]] = {
    "pl": {
        "left_out": "Pominięto", "warnings": "Uwagi", "summary": "Podsumowanie",
        "pictures": "Obrazy", "products": "Wyniki",
    },
    "en": {
        "left_out": "Left out", "warnings": "Warnings", "summary": "Summary",
        "pictures": "Pictures", "products": "Results",
    },
}  # fmt: skip


@dataclasses.dataclass(frozen=True)
class Table:
    """Rows of words (of both languages, or the same in both) and numbers."""

    title: Both
    head: Sequence[Both]
    rows: Sequence[Sequence[Both | str | float | None]]


@dataclasses.dataclass(frozen=True)
class Summary:
    """What a page says beside the list of results."""

    title: Both
    told: Mapping[str, Any]
    """`report.json`; `left_out` and `products` are added."""
    rows: Sequence[tuple[Both, Both | str | float | None]]
    tables: Sequence[Table]
    pictures: Sequence[Picture]


def write(done: Done, summary: Summary, *, polish: Said = str) -> None:
    """Write `report.json`, `report.pl.html` and `report.en.html` into the folder of a run.

    `left_out` and `warnings` of the JSON are by language; `polish` says in Polish what is wrong
    with files.
    """
    told = {
        **summary.told,
        "left_out": dict(sorted(done.left_out.items())),
        "products": [one.file for one in done.products],
    }
    both = in_both(told, polish)
    write_json(done.folder, both)
    page = template("summary.html")
    for place, lang in enumerate(LANGUAGES):
        html = page.render(
            lang=lang,
            t={**_WORDS[lang], "title": summary.title[place]},
            r=both,
            rows=[(name[place], _said(value, lang)) for name, value in summary.rows],
            tables=[_table(one, lang) for one in summary.tables],
            products=[(one.file, (one.title_pl, one.title_en)[place]) for one in done.products],
            pictures=[(one.title[place], one.png) for one in summary.pictures],
            legends={
                one.title[place]: [(text[place], colour) for text, colour in one.legend]
                for one in summary.pictures
            },
        )
        (done.folder / f"report.{lang}.html").write_text(html, encoding="utf-8")


def _table(table: Table, lang: str) -> dict[str, Any]:
    place = LANGUAGES.index(lang)
    return {
        "title": table.title[place],
        "head": [one[place] for one in table.head],
        "rows": [[_said(one, lang) for one in row] for row in table.rows],
    }


def _said(value: Both | str | float | None, lang: str) -> str:
    if value is None or value != value:
        return "\N{EN DASH}"
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return value[LANGUAGES.index(lang)]
    return number(value, lang)
