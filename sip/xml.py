"""The one door through which XML from outside comes in, and the templates of what goes out.

Coming in: no document type, hence no entity of any kind; no network; no huge trees; a size limit.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import jinja2
from lxml import etree

from sip.errors import QueryError, TooMuch

MOST_BYTES = 10_000_000
_UNHELD = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def parse(
    body: bytes, *, limit_bytes: int = MOST_BYTES, keeps_blanks: bool = True
) -> etree._Element:
    """Parse a document that somebody else wrote; return its root, without comments.

    Raises:
        TooMuch: It is longer than the limit.
        QueryError: It is not well-formed, or declares a document type (entities live there).
    """
    if len(body) > limit_bytes:
        raise TooMuch(f"the XML document has {len(body)} bytes, {limit_bytes} are allowed")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        remove_blank_text=not keeps_blanks,
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise QueryError(f"this is no well-formed XML: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise QueryError("a document type declaration (<!DOCTYPE>) is not accepted")
    return root


def schema(source: Path | bytes, resolver: etree.Resolver) -> etree.XMLSchema:
    """Compile an XML Schema of ours, or of an authority, that a folder of the installation holds.

    Args:
        source: Its file, or its text.
        resolver: Finds what it imports; nothing is fetched from a network.

    Raises:
        etree.XMLSchemaParseError: It is no schema, or imports what cannot be found.
    """
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    parser.resolvers.add(resolver)
    if isinstance(source, bytes):
        return etree.XMLSchema(etree.fromstring(source, parser).getroottree())
    return etree.XMLSchema(etree.parse(str(source), parser))


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def text(element: etree._Element) -> str:
    """Return all the text in an element, without white space around it."""
    return str(element.xpath("string()")).strip()


def printable(text: str) -> str:
    """Replace the characters that XML cannot hold: controls, and what is none (XML 1.0, 2.2)."""
    return _UNHELD.sub("\ufffd", text)


def _put(value: object) -> object:
    """Return a value as a template may write it; what is escaped already stays so."""
    return type(value)(printable(value)) if isinstance(value, str) else value


def templates(*folders: Path) -> jinja2.Environment:
    """Open folders of XML or HTML templates; all that is put into them is escaped."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(folders),
        autoescape=True,
        finalize=_put,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@dataclasses.dataclass(frozen=True)
class Step:
    """One element of a long document begins or ends."""

    is_begin: bool
    element: etree._Element
    depth: int
    """0 is the root."""


def steps(stream: BinaryIO) -> Iterator[Step]:
    """Read a long document that somebody else wrote, element by element, in bounded memory.

    What was yielded at its end is still whole; who has seen enough of it calls `forget`.

    Raises:
        QueryError: It is not well-formed, nests too deeply, holds a text of more than 10 MB, or
            declares a document type (entities live there).
    """
    found = etree.iterparse(
        stream,
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth = 0
    try:
        for event, element in found:
            if event == "start":
                if depth == 0 and element.getroottree().docinfo.internalDTD is not None:
                    raise QueryError("a document type declaration (<!DOCTYPE>) is not accepted")
                yield Step(True, element, depth)
                depth += 1
            else:
                depth -= 1
                yield Step(False, element, depth)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise QueryError(f"this is no well-formed XML: {error}") from error


def forget(element: etree._Element) -> None:
    """Free an element of a long document, and all before it beside it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
