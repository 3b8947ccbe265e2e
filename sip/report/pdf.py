"""The report as a tagged PDF (PDF/UA-1) on A4, with its map at a true scale."""

from __future__ import annotations

import base64
import functools
import importlib
import io
from typing import TYPE_CHECKING

import jinja2
import segno
from PIL import ImageFile

from sip import shown, xml
from sip.report.document import TEMPLATES, Json
from sip.report.extract import Extract
from sip.report.tagging import margins_as_artifacts
from sip.text import Language

if TYPE_CHECKING:
    from weasyprint import Document

_VARIANT = "pdf/ua-1"


def write(document: Json, extract: Extract) -> bytes:
    """Return the PDF of a report's document."""
    return saved(laid_out(html(document, extract)))


def saved(document: Document) -> bytes:
    """Return the PDF of a page that was laid out."""
    body: bytes | None = document.write_pdf(pdf_variant=_VARIANT, finisher=margins_as_artifacts)
    assert body is not None
    return body


def laid_out(page: str) -> Document:
    """Lay a page out on paper; it asks for nothing outside."""
    prepare()
    from weasyprint import HTML, URLFetcher

    nothing_outside = URLFetcher(allowed_protocols=("data",))
    return HTML(string=page, url_fetcher=nothing_outside).render(pdf_variant=_VARIANT)


def prepare() -> None:
    """Load the parts that a PDF is made with, so that the first one need not wait for them.

    WeasyPrint tells Pillow to take pictures that are cut off, in the whole program; here that is
    taken back, since photos of rows must be sound.
    """
    importlib.import_module("weasyprint")
    ImageFile.LOAD_TRUNCATED_IMAGES = False


def html(document: Json, extract: Extract) -> str:
    """Return the page that the PDF is made of."""
    language: Language = document["language"]
    return (
        _templates()
        .get_template("print.html")
        .render(
            report=document,
            extract=extract,
            code=_square(document["links"]["lasting"]),
            say=lambda pl, en: pl if language == "pl" else en,
            number=lambda value: shown.number(value, language),
        )
    )


@functools.cache
def _templates() -> jinja2.Environment:
    made = xml.templates(TEMPLATES)
    made.filters["picture"] = _in_place
    return made


def _in_place(svg: str) -> str:
    """Return a picture as an address that holds it."""
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _square(address: str) -> str:
    """Return a QR code as SVG."""
    file = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        file, kind="svg", scale=1, border=2, xmldecl=False, svgns=True, omitsize=True
    )
    return file.getvalue().decode()
