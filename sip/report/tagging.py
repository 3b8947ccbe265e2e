"""What a tagged PDF still lacks when WeasyPrint has made it.

What stands in the margins of pages (numbers, the key of the plot) is marked as text there, but
stands in no structure. PDF/UA-1 (ISO 14289-1, 7.1; Matterhorn 01-005) wants it as an artifact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from weasyprint import Document


def margins_as_artifacts(document: Document, pdf: Any) -> None:
    """Mark as artifacts what no structure holds; a finisher of `write_pdf`."""
    objects = {one.reference: one for one in pdf.objects if hasattr(one, "reference")}
    root = objects[pdf.catalog["StructTreeRoot"]]
    held = set(_held(root, objects))
    numbers = objects[root["ParentTree"]]["Nums"]
    of_page = dict(zip(numbers[::2], numbers[1::2], strict=True))
    pages = [one for one in objects.values() if _is(one, "Type", "/Page")]
    for page in pages:
        elements = of_page.get(page.get("StructParents"))
        if elements is None:
            continue
        loose = {at for at, element in enumerate(elements) if element not in held}
        _mark(objects[page["Contents"]].stream, loose)
        elements[:] = ["null" if at in loose else one for at, one in enumerate(elements)]


def _held(element: Any, objects: dict[Any, Any]) -> Iterator[Any]:
    """Yield references of all that a structure holds."""
    for one in element.get("K", ()):
        found = objects.get(one)
        if found is not None and _is(found, "Type", "/StructElem"):
            yield one
            yield from _held(found, objects)


def _is(one: Any, key: str, value: str) -> bool:
    return isinstance(one, dict) and one.get(key) == value


def _mark(stream: list[Any], loose: set[int]) -> None:
    """Turn `/Span <</MCID 3>> BDC` into `/Artifact BMC` for some numbers."""
    for at, one in enumerate(stream):
        if isinstance(one, dict) and one.get("MCID") in loose:
            stream[at - 1 : at + 2] = ["/Artifact", b"", b"BMC"]
