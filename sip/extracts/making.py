"""The document of a formal extract: what it says, its drawing at the plan's scale, and its PDF.

All that the PDF is made of stands in one JSON document, the template included, so that the same
document makes the same bytes.
"""

from __future__ import annotations

import asyncio
import base64
import dataclasses
import datetime
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2.sandbox
import orjson
import shapely

from sip import shown
from sip.errors import NotFound, TooMuch
from sip.extracts import cutting
from sip.extracts.declared import Declared, ExtractFile
from sip.report import drawing, extract, parcel, pdf
from sip.report.document import Json, Writer, linked_fields
from sip.report.drawing import Frame
from sip.service import Context

if TYPE_CHECKING:
    from weasyprint import Document

WIDTH_MM, HEIGHT_MM = 178.0, 215.0
"""A sheet of the drawing within the margins of A4, with room for its heading and scale."""
_MARGIN_M = 20.0
_MOST_SHEETS = 40
_MOST_PLOTS = 50


@dataclasses.dataclass(frozen=True)
class Made:
    """A formal extract."""

    pdf: bytes
    inputs: bytes
    """All that it is made of, JSON."""
    text_pages: int
    sheets: int
    fee_pln: int
    day: datetime.date
    shape: shapely.MultiPolygon
    """The plots, in the storage CRS."""


async def gather(
    now: Context, declared: Declared, keys: Sequence[str], day: datetime.date | None, root: str
) -> tuple[Json, shapely.MultiPolygon]:
    """Return all that an extract says of plots, but its number, and the shape of the plots.

    Raises:
        NotFound: There is no such plot, or no plan in force covers one.
        TooMuch: There are more plots, or more sheets of drawing, than one document holds.
    """
    spec = declared.spec
    if not 0 < len(keys) <= _MOST_PLOTS:
        raise TooMuch(
            f"an extract is of 1 to {_MOST_PLOTS} plots",
            pl=f"wypis obejmuje od 1 do {_MOST_PLOTS} działek",
        )
    plots, shapes = [], []
    writer = Writer(now.catalogue, "pl", root)
    for key in dict.fromkeys(keys):
        report = await parcel.make(now, key, day)
        day = report.day
        document = writer.write(report)
        plots.append(_plot(spec, document))
        shapes.append(report.plot.shape)
    assert day is not None
    project = now.catalogue.project
    document = {
        "title": spec.title,
        "basis": spec.basis,
        "english": spec.english,
        "office": project.contact.organisation["pl"],
        "publisher": project.title["pl"],
        "synthetic": project.synthetic,
        "date": day.isoformat(),
        "plots": plots,
        "template": declared.template,
    }
    shape = shapely.MultiPolygon([part for one in shapes for part in shapely.get_parts(one)])
    scale = _scale(spec, plots)
    document["scale_denominator"] = scale
    drawings = cutting.drawings(plots, now.settings.drawings)
    document["sheets"], document["legend"] = await _sheets(now, spec, shape, day, scale, drawings)
    is_cut = any(one["is_cut"] for one in document["sheets"])
    document["legend_pictures"] = list(cutting.legends(drawings)) if is_cut else []
    return document, shape


def _plot(spec: ExtractFile, document: Json) -> Json:
    topics = [one for one in document["topics"] if one["id"] in spec.topics]
    if all(one["answer"] != "applies" for one in topics):
        key = document["plot"]["key"]
        raise NotFound(
            f"no plan in force covers plot {key}: there is nothing to extract",
            pl=f"działki {key} nie obejmuje żaden obowiązujący plan: nie ma z czego sporządzić"
            " wypisu",
        )
    return {"plot": document["plot"], "topics": topics}


def _scale(spec: ExtractFile, plots: Sequence[Json]) -> int:
    """Return the denominator of the plan's scale: the largest scale of those that say one."""
    said = [
        int(field["value"]) for field in linked_fields(plots) if field["name"] == spec.scale_field
    ]
    return min(said, default=spec.scale_denominator)


async def _sheets(
    now: Context,
    spec: ExtractFile,
    shape: shapely.MultiPolygon,
    day: datetime.date,
    scale: int,
    drawings: Sequence[Path],
) -> tuple[list[Json], list[Json]]:
    """Return as many sheets as the plots need, and the legend of all.

    A sheet is cut out of the plan's own drawing where that shows its plots, else drawn from the
    registers.
    """
    frames = list(_frames(shape, scale))
    if len(frames) > _MOST_SHEETS:
        raise TooMuch(
            f"at 1:{scale} the plots need {len(frames)} sheets, more than {_MOST_SHEETS}:"
            " ask for fewer plots",
            pl=f"w skali 1:{scale} działki zajmują {len(frames)} arkuszy, więcej niż"
            f" {_MOST_SHEETS}: podziel wniosek",
        )
    sheets: list[Json] = []
    legend: dict[str, str] = {}
    for at, frame in enumerate(frames, 1):
        title = f"Wyrys, arkusz {at} z {len(frames)}, skala 1:{scale}"
        code = now.catalogue.project.storage_crs
        under = await asyncio.to_thread(cutting.cut, drawings, frame, shape, code)
        if under:
            svg = drawing.draw(frame, [], shape, title=title, language="pl", under=under)
            sheets.append({"title": title, "svg": svg, "is_cut": True})
            continue
        drawn = await extract.draw(now, frame, spec.map, shape, day, title=title, language="pl")
        sheets.append({"title": title, "svg": drawn.svg, "is_cut": False})
        legend |= dict(drawn.legend)
    return sheets, [{"words": words, "svg": svg} for words, svg in legend.items()]


def _frames(shape: shapely.MultiPolygon, scale: int) -> Iterator[Frame]:
    """Yield sheets of ground that cover the plots with a margin, those with a plot on them."""
    west, south, east, north = shapely.buffer(shape, _MARGIN_M, join_style="mitre").bounds
    width, height = WIDTH_MM * scale / 1000, HEIGHT_MM * scale / 1000
    columns, rows = math.ceil((east - west) / width), math.ceil((north - south) / height)
    left = (west + east - columns * width) / 2
    bottom = (south + north - rows * height) / 2
    for row in reversed(range(rows)):
        for column in range(columns):
            frame = Frame(left + column * width, bottom + row * height, WIDTH_MM, HEIGHT_MM, scale)
            ground = frame.extent
            sheet = shapely.box(ground.west, ground.south, ground.east, ground.north)
            if shapely.intersects(shape, sheet):
                yield frame


def print_(declared: Declared, document: Json, shape: shapely.MultiPolygon) -> Made:
    """Make the PDF of a numbered document, with its fee by what it needs of pages."""
    sheets = len(document["sheets"])
    draft = {**document, "text_pages": 0, "fee_pln": 0}
    whole = _laid_out(draft)
    text_pages = len(whole.pages) - sheets - 1
    fee_pln = declared.spec.fee.of(text_pages, sheets)
    inputs = orjson.dumps(
        {**document, "text_pages": text_pages, "fee_pln": fee_pln}, option=orjson.OPT_SORT_KEYS
    )
    return Made(
        remake(inputs), inputs, text_pages, sheets, fee_pln,
        datetime.date.fromisoformat(document["date"]), shape,
    )  # fmt: skip


def remake(inputs: bytes) -> bytes:
    """Return the PDF that is made of some inputs; with the same software the same bytes."""
    return pdf.saved(_laid_out(orjson.loads(inputs)))


def _laid_out(document: Json) -> Document:
    page = _TEMPLATES.from_string(document["template"]).render(
        extract=document, number=lambda value: shown.number(value, "pl")
    )
    return pdf.laid_out(page)


def _in_place(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


_TEMPLATES = jinja2.sandbox.SandboxedEnvironment(
    autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.filters["picture"] = _in_place
"""A city's template decides the words, and reaches nothing else of this machine."""
