"""The report as one document in one language: JSON, pages and PDF are made of this alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from sip import shown
from sip.catalogue import Catalogue, Layer
from sip.report.answer import Answer, Found, Linked, Plot, Reason, Report, Row, Said, Told
from sip.report.shares import Share
from sip.text import Language, Text

type Json = dict[str, Any]

TEMPLATES = Path(__file__).parent / "templates"
"""Templates of the topics, for whoever makes a page of them."""

ANSWERS: dict[Answer, Text] = {
    "applies": Text(pl="dotyczy", en="applies"),
    "does_not_apply": Text(pl="nie dotyczy", en="does not apply"),
    "no_data": Text(pl="brak danych", en="no data"),
}
NOBODY_KNOWS = Text(
    pl="Brak danych: na to pytanie rejestry tu nie odpowiadają.",
    en="No data: the registers do not answer this question here.",
)
REASONS: dict[Reason, Text] = {
    "not_public": Text(pl="rejestr nie jest publiczny", en="the register is not public"),
    "empty": Text(pl="rejestr jest pusty", en="the register is empty"),
    "not_covered": Text(pl="rejestr nie obejmuje tego miejsca", en="it does not cover the place"),
    "no_history": Text(pl="rejestr nie ma historii", en="the register keeps no history"),
}


class Writer:
    """Writes the documents of reports in one language."""

    def __init__(self, catalogue: Catalogue, language: Language, root: str):
        """Take what is written about; `root` is the origin of links, without a slash at the end."""
        self._catalogue = catalogue
        self._language: Language = language
        self._root = root

    def write(self, report: Report) -> Json:
        """Return the document of a report."""
        spec = self._catalogue.report
        assert spec is not None
        plot = report.plot
        query = {"datetime": report.day.isoformat(), "lang": self._language}
        address = f"{self._root}/report/{plot.layer.id}/{quote(plot.key, safe='/')}"
        lasting = {**query, "asOf": report.known.isoformat(timespec="seconds")}
        query = lasting if report.is_past else query
        return {
            "title": spec.title[self._language],
            "language": self._language,
            "notice": spec.notice[self._language],
            "synthetic": self._catalogue.project.synthetic,
            "publisher": self._catalogue.project.title[self._language],
            "date": report.day.isoformat(),
            "known": report.known.isoformat(timespec="seconds"),
            "made": report.made.isoformat(timespec="seconds"),
            "plot": self._plot(plot),
            "topics": [self._topic(told, plot) for told in report.topics],
            "links": {
                "self": f"{address}.json?{urlencode(query)}",
                "page": f"{address}?{urlencode(query)}",
                "pdf": f"{address}.pdf?{urlencode(query)}",
                "extract": f"{address}.svg?{urlencode(query)}",
                "lasting": f"{address}?{urlencode(lasting)}",
                "map": f"{self._root}/map?{urlencode({'f': f'{plot.layer.id}/{plot.id}'})}",
            },
        }

    def _plot(self, plot: Plot) -> Json:
        spec = self._catalogue.report
        assert spec is not None
        return {
            "layer": plot.layer.id,
            "id": plot.id,
            "key": plot.key,
            "area_m2": round(plot.shape.area, 2),
            "fields": self._fields(plot.layer, spec.fields, plot.values),
            "place": [
                {"layer": layer.id, "title": layer.spec.title[self._language], "name": name}
                for layer, name in plot.place
            ],
        }

    def _topic(self, told: Told, plot: Plot) -> Json:
        answer = told.answer
        words = {"applies": told.topic.applies, "does_not_apply": told.topic.absent}
        shares = [share for said in told.said for share in self._shares(said, told)]
        return {
            "id": told.id,
            "title": told.topic.title[self._language],
            "answer": answer,
            "answer_text": ANSWERS[answer][self._language],
            "text": words.get(answer, NOBODY_KNOWS)[self._language],
            "shares": shares,
            "layers": [self._said(said, plot) for said in told.said],
        }

    def _shares(self, said: Said, told: Told) -> list[Json]:
        if said.division is None:
            return []
        rows = {row.id: row for row in said.rows}
        return [self._share(said, told, share, rows) for share in said.division.shares]

    def _share(self, said: Said, told: Told, share: Share, rows: dict[int, Found]) -> Json:
        row = rows.get(share.row) if share.row is not None else None
        says: list[str] = []
        if row is None:
            name, meaning = "", told.topic.uncovered[self._language]
        else:
            name = self._name(said.layer, row.id, row.values)
            meaning = next(
                (one["text"] for one in self._fields(said.layer, said.part.fields, row.values)), ""
            )
            says = self._says(said, row)
        return {
            "row": share.row,
            "name": name,
            "meaning": meaning,
            "says": says,
            "pct": share.pct,
            "pct_text": shown.number(share.pct, self._language),
            "area_m2": share.area_m2,
        }

    def _says(self, said: Said, row: Found) -> list[str]:
        """Return in plain words what a row allows and demands."""
        spec = self._catalogue.report
        assert spec is not None
        told = {
            one["name"]: one["text"]
            for one in self._fields(said.layer, said.part.fields, row.values)
        }
        return [
            words[self._language].replace("{value}", told[name])
            for name, words in spec.says.items()
            if name in told
        ]

    def _said(self, said: Said, plot: Plot) -> Json:
        is_named = said.reason != "not_public"
        metadata = said.layer.metadata
        return {
            "id": said.layer.id if is_named else None,
            "title": said.layer.spec.title[self._language] if is_named else None,
            "answer": said.answer,
            "answer_text": ANSWERS[said.answer][self._language],
            "reason": said.reason,
            "reason_text": REASONS[said.reason][self._language] if said.reason else "",
            "within_m": said.part.within_m,
            "rows": [self._row(said, row, plot) for row in said.rows],
            "more": said.more,
            "overlap_m2": said.division.overlap_m2 if said.division else 0.0,
            "changed": said.changed.isoformat(timespec="seconds") if said.changed else None,
            "data_date": metadata.date.isoformat() if metadata.date else None,
            "source": metadata.source.citation if metadata.source and is_named else "",
        }

    def _row(self, said: Said, row: Found, plot: Plot) -> Json:
        layer = said.layer
        return {
            "id": row.id,
            "name": self._name(layer, row.id, row.values),
            "distance_m": round(row.distance_m, 1),
            "area_m2": round(row.area_m2, 2),
            "pct": min(round(100 * row.area_m2 / plot.shape.area, 2), 100.0),
            "fields": self._fields(layer, said.part.fields, row.values),
            "linked": [self._linked(one) for one in row.linked],
            "href": self._href(layer, row.id),
        }

    def _linked(self, linked: Linked) -> Json:
        layer = linked.layer
        return {
            "layer": layer.id,
            "title": layer.spec.title[self._language],
            "rows": [
                {
                    "id": row["id"],
                    "name": self._name(layer, row["id"], row),
                    "fields": [
                        told
                        for owner, name in linked.fields
                        for told in self._fields(owner, [name], row)
                    ],
                    "href": self._href(layer, row["id"]),
                }
                for row in linked.rows
            ],
        }

    def _fields(self, layer: Layer, names: Sequence[str], values: Row) -> list[Json]:
        fields = layer.visible_fields
        return [
            {
                "name": name,
                "title": fields[name].title[self._language],
                "value": values[name],
                "text": shown.in_words(
                    values[name], fields[name], self._catalogue, self._language, values
                ),
                "unit": fields[name].unit,
            }
            for name in names
            if name in fields and values.get(name) is not None
        ]

    def _name(self, layer: Layer, number: int, values: Row) -> str:
        name = layer.spec.name_field
        field = layer.visible_fields.get(name) if name else None
        if name is None or field is None or values.get(name) is None:
            return f"{layer.spec.title[self._language]} {number}"
        return shown.in_words(values[name], field, self._catalogue, self._language)

    def _href(self, layer: Layer, number: int) -> str | None:
        if not layer.offers("features"):
            return None
        items = f"{self._root}/ogc/collections/{layer.id}/items/{number}"
        return f"{items}?{urlencode({'f': 'html', 'lang': self._language})}"


def linked_fields(documents: Iterable[Json]) -> Iterator[Json]:
    """Return the fields of all rows that rows of reports are linked to: of acts, of documents."""
    return (
        field
        for document in documents
        for topic in document["topics"]
        for layer in topic["layers"]
        for row in layer["rows"]
        for linked in row["linked"]
        for other in linked["rows"]
        for field in other["fields"]
    )
