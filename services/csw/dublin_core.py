"""Records as `csw:Record` in its three sets: brief, summary, full."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from lxml import etree

from sip import crs
from sip.links import Links
from sip.metadata import Record

CSW = "http://www.opengis.net/cat/csw/2.0.2"
DC = "http://purl.org/dc/elements/1.1/"
DCT = "http://purl.org/dc/terms/"
OWS = "http://www.opengis.net/ows"
type ElementSet = Literal["brief", "summary", "full"]
_TAGS = {"brief": "BriefRecord", "summary": "SummaryRecord", "full": "Record"}


def element(
    record: Record, wanted: ElementSet, links: Links, only: Collection[str] = ()
) -> etree._Element:
    """Write a record; with `only`, no other elements than those of these local names."""
    spaces = {"csw": CSW, "dc": DC, "dct": DCT, "ows": OWS}
    root = etree.Element(f"{{{CSW}}}{_TAGS[wanted]}", nsmap=spaces)

    def add(space: str, name: str, text: str) -> None:
        if not only or name in only:
            etree.SubElement(root, f"{{{space}}}{name}").text = text

    add(DC, "identifier", record.uuid)
    add(DC, "title", record.title.pl)
    add(DC, "type", record.kind)
    if wanted != "brief":
        for subject in record.subjects:
            add(DC, "subject", subject.pl)
        for format_ in record.formats:
            add(DC, "format", format_.name)
        add(DC, "relation", links.record(record.id))
        add(DCT, "modified", record.date.isoformat())
        add(DCT, "abstract", record.abstract.pl)
    if wanted == "full":
        add(DC, "language", "pol")
        add(DC, "publisher", record.contact.organisation.pl)
        add(DC, "rights", record.licence)
        if record.lineage:
            add(DC, "source", record.lineage.pl)
        for online in record.online:
            add(DCT, "references", online.url)
            if not only or "references" in only:
                root[-1].set("scheme", online.protocol)
    if not only or "BoundingBox" in only:
        _box(root, record)
    return root


def _box(root: etree._Element, record: Record) -> None:
    box = etree.SubElement(root, f"{{{OWS}}}BoundingBox", {"crs": crs.urn(4326), "dimensions": "2"})
    south, west, north, east = record.extent.in_authority_order(4326)
    etree.SubElement(box, f"{{{OWS}}}LowerCorner").text = f"{south:.6f} {west:.6f}"
    etree.SubElement(box, f"{{{OWS}}}UpperCorner").text = f"{north:.6f} {east:.6f}"


NAMES = frozenset(
    {"identifier", "title", "type", "subject", "format", "relation", "modified", "abstract",
     "language", "publisher", "rights", "source", "references", "BoundingBox"}
)  # fmt: skip
"""Elements that a record may have."""
