"""The extended capabilities of an INSPIRE view service, its metadata inside the document."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from lxml import etree

from sip.ows_common import XSI
from sip.service import Context
from sip.text import LANGUAGES, Language

VIEW = "http://inspire.ec.europa.eu/schemas/inspire_vs/1.0"
VIEW_SCHEMA = "http://inspire.ec.europa.eu/schemas/inspire_vs/1.0/inspire_vs.xsd"
COMMON = "http://inspire.ec.europa.eu/schemas/common/1.0"
NAMESPACES: Mapping[str | None, str] = {"inspire_vs": VIEW, "inspire_common": COMMON}
_CODES: Mapping[Language, str] = {"pl": "pol", "en": "eng"}


def extended(now: Context, language: Language, address: str) -> etree._Element:
    """Write the element; it says nothing of conformity that was not evaluated."""
    root = etree.Element(f"{{{VIEW}}}ExtendedCapabilities")
    contact = now.catalogue.project.contact
    locator = _add(root, "ResourceLocator", kind="resourceLocatorType")
    _add(locator, "URL", f"{address}SERVICE=WMS&REQUEST=GetCapabilities")
    _add(locator, "MediaType", "application/vnd.ogc.wms_xml")
    _add(root, "ResourceType", "service")
    dates = _add(root, "TemporalReference", kind="temporalReference")
    _add(dates, "DateOfLastRevision", _last_change(now).isoformat())
    conformity = _add(root, "Conformity", kind="conformity")
    specification = _add(conformity, "Specification", kind="citationConformity")
    _add(specification, "Title", "Commission Regulation (EC) No 976/2009")
    _add(specification, "DateOfPublication", "2009-10-19")
    _add(conformity, "Degree", "notEvaluated")
    point = _add(root, "MetadataPointOfContact", kind="metadataPointOfContact")
    _add(point, "OrganisationName", contact.organisation[language])
    _add(point, "EmailAddress", contact.email)
    _add(root, "MetadataDate", _published(now).isoformat())
    _add(root, "SpatialDataServiceType", "view")
    keyword = _add(root, "MandatoryKeyword", kind="classificationOfSpatialDataService")
    _add(keyword, "KeywordValue", "infoMapAccessService")
    first = now.catalogue.project.languages[0]
    languages = _add(root, "SupportedLanguages", kind="supportedLanguagesType")
    _add(_add(languages, "DefaultLanguage"), "Language", _CODES[first])
    for other in LANGUAGES:
        if other != first and other in now.catalogue.project.languages:
            _add(_add(languages, "SupportedLanguage"), "Language", _CODES[other])
    _add(_add(root, "ResponseLanguage"), "Language", _CODES[language])
    return root


def _add(
    parent: etree._Element, name: str, text: str | None = None, *, kind: str = ""
) -> etree._Element:
    made = etree.SubElement(parent, f"{{{COMMON}}}{name}")
    made.text = text
    if kind:
        made.set(f"{{{XSI}}}type", f"inspire_common:{kind}")
    return made


def _published(now: Context) -> datetime.date:
    return datetime.datetime.fromtimestamp(now.published.stat().st_mtime, datetime.UTC).date()


def _last_change(now: Context) -> datetime.date:
    """Return when rows last changed; before the first load, when the services were published."""
    days = [state.changed.date() for state in now.states.values()]
    return max(days) if days else _published(now)
