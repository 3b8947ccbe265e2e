"""Records as GeoJSON, as OGC API Records 1 has them (20-004r1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sip import inspire
from sip.links import Links
from sip.metadata import Online, Record
from sip.provenance import Contact, Specification

RECORD_CORE = "http://www.opengis.net/spec/ogcapi-records-1/1.0/conf/record-core"
_LANGUAGES = {"pl": {"code": "pl", "name": "Polski"}, "en": {"code": "en", "name": "English"}}
_RELATIONS = {"WWW:DOWNLOAD": "enclosure", "OGC:API": "data"}


def feature(record: Record, links: Links, language: str) -> dict[str, Any]:
    """Return a record in a language (`pl` or `en`)."""
    extent = record.extent
    west, south, east, north = extent.west, extent.south, extent.east, extent.north
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "id": record.id,
        "type": "Feature",
        "conformsTo": [RECORD_CORE],
        "geometry": {"type": "Polygon", "coordinates": [[_rounded(p) for p in ring]]},
        "time": _time(record),
        "properties": _properties(record, language),
        "links": [*_own_links(record, links, language), *_online(record, links, language)],
    }


def _rounded(point: Sequence[float]) -> list[float]:
    return [round(value, 7) for value in point]


def _time(record: Record) -> dict[str, Any] | None:
    start, end = record.time
    if start is None and end is None:
        return None
    return {"interval": [day.isoformat() if day else ".." for day in (start, end)]}


def _properties(record: Record, language: str) -> dict[str, Any]:
    given = {
        "type": record.kind,
        "title": record.title[language],
        "description": record.abstract[language],
        "created": f"{(record.created or record.date).isoformat()}T00:00:00Z",
        "updated": f"{record.stamp.isoformat()}T00:00:00Z",
        "language": _LANGUAGES[language],
        "languages": list(_LANGUAGES.values()),
        "resourceLanguages": [_LANGUAGES["pl"]],
        "keywords": [text[language] for text in record.keywords],
        "themes": _themes(record, language),
        "externalIds": [
            {"scheme": "urn:uuid", "value": record.uuid},
            *({"scheme": "uri", "value": one} for one in (record.identifier, record.code) if one),
        ],
        "formats": [{"name": f"{one.name} {one.version}"} for one in record.formats],
        "contacts": [_contact(record.contact, language)],
        "license": record.licence,
        "lineage": record.lineage[language] if record.lineage else None,
        "scaleDenominator": record.scale_denominator,
        "coordRefSys": list(record.crs),
        "representations": list(record.representations),
        "conformance": [_conformance(one, language) for one in record.specifications],
    }
    return {name: value for name, value in given.items() if value}


def _conformance(one: Specification, language: str) -> dict[str, Any]:
    named = {"title": one.title[language], "date": one.date.isoformat(), "url": one.uri}
    return {name: value for name, value in named.items() if value} | {"conforms": one.conforms}


def _themes(record: Record, language: str) -> list[dict[str, Any]]:
    found = []
    if code := record.inspire_theme:
        concept = {"id": code, "title": inspire.THEMES[code][language], "url": inspire.uri(code)}
        found.append({"concepts": [concept], "scheme": inspire.GEMET_URI})
    for term in record.terms:
        concept = {"id": term.uri or term.title.en, "title": term.title[language]}
        named = term.thesaurus
        found.append({"concepts": [concept], "scheme": named.uri or named.title.en})
    if record.topic:
        found.append(
            {
                "concepts": [{"id": record.topic}],
                "scheme": "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml"
                "#MD_TopicCategoryCode",
            }
        )
    return found


def _contact(contact: Contact, language: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "organization": contact.organisation[language],
        "emails": [{"value": contact.email}],
        "roles": ["pointOfContact"],
    }
    if contact.url:
        made["links"] = [{"rel": "about", "href": contact.url, "type": "text/html"}]
    return made


def _own_links(record: Record, links: Links, language: str) -> list[dict[str, Any]]:
    address = links.record(record.id)
    given = (
        ("self", f"{address}?f=json", "application/geo+json", "Ten rekord", "This record"),
        ("alternate", f"{address}?f=html", "text/html", "Jako strona", "As a page"),
        ("alternate", links.record_xml(record.id), "application/xml", "ISO 19139", "ISO 19139"),
        ("collection", links.collection("metadata"), "application/json", "Metadane", "Metadata"),
        ("license", record.licence_url, "text/html", "Licencja", "Licence"),
    )
    return [
        {"rel": rel, "href": href, "type": media, "title": pl if language == "pl" else en}
        for rel, href, media, pl, en in given
    ]


def _online(record: Record, links: Links, language: str) -> list[dict[str, Any]]:
    found = []
    for one in record.online:
        found.append(_link(_RELATIONS.get(one.protocol, "service"), one, language))
        if one.service and record.kind == "dataset":
            title = one.title[language]
            found.append(_related(links.record(one.service), title))
    found += [_related(links.record(layer), layer) for layer, _ in record.operates_on]
    return found


def _link(rel: str, one: Online, language: str) -> dict[str, Any]:
    return {"rel": rel, "href": one.url, "type": one.media, "title": one.title[language]}


def _related(address: str, title: str) -> dict[str, Any]:
    return {"rel": "related", "href": address, "type": "application/geo+json", "title": title}
