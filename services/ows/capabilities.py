"""What the WMS says of itself, in versions 1.1.1 and 1.3.0, made from the catalogue once."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from lxml import etree
from starlette.requests import Request
from starlette.responses import Response

from services.ows import dimension, inspire
from services.ows.extents import corners, extent, is_there
from services.ows.feature_info import INFO_FORMATS, is_queryable
from services.ows.map_request import (
    FORMATS,
    LAYER_LIMIT,
    STYLE,
    Version,
    language_of,
    version_of,
)
from services.ows.mapfile import years
from sip.catalogue import Layer, Theme
from sip.crs import Extent
from sip.ows_common import XLINK, XSI
from sip.service import Context, base_url, context
from sip.text import Language

WMS = "http://www.opengis.net/wms"
LANGUAGE_CODES: Mapping[Language, str] = {"pl": "pol", "en": "eng"}
_MEDIA: Mapping[Version, str] = {"1.1.1": "application/vnd.ogc.wms_xml", "1.3.0": "text/xml"}
_SCHEMA = (
    f"{WMS} http://schemas.opengis.net/wms/1.3.0/capabilities_1_3_0.xsd "
    f"{inspire.VIEW} {inspire.VIEW_SCHEMA}"
)
_SCALE_HINT = 0.00028 * 2**0.5
"""Metres of a pixel's diagonal at 1:1, which 1.1.1 counts in."""
_DOCTYPE = (
    "<!DOCTYPE WMT_MS_Capabilities SYSTEM "
    '"http://schemas.opengis.net/wms/1.1.1/WMS_MS_Capabilities.dtd">'
)


_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def answer(request: Request, parameters: Mapping[str, str]) -> Response:
    """Answer GetCapabilities; the document is kept for the state that it was written from."""
    now = context(request)
    version = version_of(parameters)
    key = (version, language_of(parameters, now.catalogue), base_url(request))
    body = now.rendered.get(("wms", *key), lambda: document(now, *key))
    tag = f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=f"{_MEDIA[version]}; charset=utf-8", headers=headers)


def document(now: Context, version: Version, language: Language, base: str) -> bytes:
    """Write the capabilities of a published state."""
    root = _Writer(now, version, language, base).root()
    doctype = _DOCTYPE if version == "1.1.1" else ""
    return (
        _DECLARATION
        + doctype.encode()
        + etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    )


class _Writer:
    """One document while it is written."""

    def __init__(self, now: Context, version: Version, language: Language, base: str):
        self._now = now
        self._version = version
        self._language = language
        self._base = base
        self._new = version == "1.3.0"
        self._namespace = f"{{{WMS}}}" if self._new else ""

    def root(self) -> etree._Element:
        if self._new:
            names: dict[Any, str] = {None: WMS, "xlink": XLINK, "xsi": XSI, **inspire.NAMESPACES}
            root = etree.Element(f"{{{WMS}}}WMS_Capabilities", nsmap=names)
            root.set(f"{{{XSI}}}schemaLocation", _SCHEMA)
        else:
            root = etree.Element("WMT_MS_Capabilities", nsmap={"xlink": XLINK})
        root.set("version", self._version)
        root.set("updateSequence", self._now.published.name)
        self._service(root)
        self._capability(root)
        return root

    def _add(self, parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
        made = etree.SubElement(parent, f"{self._namespace}{name}")
        made.text = text
        return made

    def _link(self, parent: etree._Element, href: str) -> None:
        link = self._add(parent, "OnlineResource")
        link.set(f"{{{XLINK}}}type", "simple")
        link.set(f"{{{XLINK}}}href", href)

    @property
    def _address(self) -> str:
        if self._language == self._now.catalogue.project.languages[0]:
            return f"{self._base}/ows?"
        return f"{self._base}/ows?LANGUAGE={LANGUAGE_CODES[self._language]}&"

    def _service(self, root: etree._Element) -> None:
        project = self._now.catalogue.project
        service = self._add(root, "Service")
        self._add(service, "Name", "WMS" if self._new else "OGC:WMS")
        self._add(service, "Title", project.title[self._language])
        self._add(service, "Abstract", project.abstract[self._language])
        words = self._add(service, "KeywordList")
        self._add(words, "Keyword", "infoMapAccessService")
        self._link(service, self._base)
        contact = self._add(service, "ContactInformation")
        person = self._add(contact, "ContactPersonPrimary")
        self._add(person, "ContactPerson", project.contact.organisation[self._language])
        self._add(person, "ContactOrganization", project.contact.organisation[self._language])
        self._add(contact, "ContactElectronicMailAddress", project.contact.email)
        self._add(service, "Fees", "none")
        self._add(service, "AccessConstraints", project.licence)
        if self._new:
            most = str(self._now.settings.limits.picture_px)
            self._add(service, "LayerLimit", str(LAYER_LIMIT))
            self._add(service, "MaxWidth", most)
            self._add(service, "MaxHeight", most)

    def _capability(self, root: etree._Element) -> None:
        capability = self._add(root, "Capability")
        requests = self._add(capability, "Request")
        operations = (
            ("GetCapabilities", (_MEDIA[self._version],)),
            ("GetMap", FORMATS),
            ("GetFeatureInfo", tuple(INFO_FORMATS)),
        )
        for name, formats in operations:
            operation = self._add(requests, name)
            for one in formats:
                self._add(operation, "Format", one)
            http = self._add(self._add(operation, "DCPType"), "HTTP")
            self._link(self._add(http, "Get"), self._address)
        exceptions = self._add(capability, "Exception")
        self._add(exceptions, "Format", "XML" if self._new else "application/vnd.ogc.se_xml")
        if self._new:
            capability.append(inspire.extended(self._now, self._language, self._address))
        self._root_layer(capability)

    def _root_layer(self, capability: etree._Element) -> None:
        project = self._now.catalogue.project
        top = self._add(capability, "Layer")
        self._add(top, "Title", project.title[self._language])
        self._add(top, "Abstract", project.abstract[self._language])
        tag = "CRS" if self._new else "SRS"
        for code in project.offered_crs:
            self._add(top, tag, f"EPSG:{code}")
        if self._new:
            self._add(top, tag, "CRS:84")
        box = project.extent
        self._boxes(top, Extent(box.west, box.south, box.east, box.north))
        for theme in self._now.catalogue.themes:
            self._theme(top, theme)

    def _theme(self, top: etree._Element, theme: Theme) -> None:
        offered = (layer for layer in theme.layers if layer.offers("wms"))
        shown = [layer for layer in offered if is_there(self._now, layer)]
        if not shown:
            return
        group = self._add(top, "Layer")
        self._add(group, "Title", theme.spec.title[self._language])
        self._add(group, "Abstract", theme.spec.abstract[self._language])
        for layer in shown:
            self._layer(group, layer)

    def _layer(self, group: etree._Element, layer: Layer) -> None:
        element = self._add(group, "Layer")
        element.set("queryable", "1" if is_queryable(layer) else "0")
        if layer.spec.raster:
            element.set("opaque", "1")
        self._add(element, "Name", layer.id)
        self._add(element, "Title", layer.spec.title[self._language])
        self._add(element, "Abstract", layer.spec.abstract[self._language])
        self._keywords(element, layer)
        self._boxes(element, extent(self._now, layer))
        self._dimension(element, layer)
        attribution = self._add(element, "Attribution")
        contact = layer.metadata.contact or self._now.catalogue.project.contact
        self._add(attribution, "Title", contact.organisation[self._language])
        self._metadata_url(element, layer)
        self._style(element, layer)
        self._scales(element, layer)

    def _keywords(self, element: etree._Element, layer: Layer) -> None:
        if layer.metadata.keywords:
            words = self._add(element, "KeywordList")
            for word in layer.metadata.keywords:
                self._add(words, "Keyword", word[self._language])

    def _boxes(self, element: etree._Element, box: Extent) -> None:
        if self._new:
            geographic = self._add(element, "EX_GeographicBoundingBox")
            for name, value in (
                ("westBoundLongitude", box.west),
                ("eastBoundLongitude", box.east),
                ("southBoundLatitude", box.south),
                ("northBoundLatitude", box.north),
            ):
                self._add(geographic, name, f"{value:.7f}")
        else:
            self._corners(
                self._add(element, "LatLonBoundingBox"), (box.west, box.south, box.east, box.north)
            )
        for code in self._now.catalogue.project.offered_crs:
            one = self._add(element, "BoundingBox")
            one.set("CRS" if self._new else "SRS", f"EPSG:{code}")
            self._corners(one, corners(box, code, authority_order=self._new))

    def _corners(self, element: etree._Element, values: tuple[float, float, float, float]) -> None:
        for name, value in zip(("minx", "miny", "maxx", "maxy"), values, strict=True):
            element.set(name, f"{value:.7f}".rstrip("0").rstrip("."))

    def _dimension(self, element: etree._Element, layer: Layer) -> None:
        known = [str(year) for year in years(layer)]
        valid = dimension.announced(layer, self._now.states.get(layer.id))
        if not known and valid is None:
            return
        made = self._add(element, "Dimension")
        made.set("name", "time")
        made.set("units", "ISO8601")
        where = made
        if not self._new:
            where = self._add(element, "Extent")
            where.set("name", "time")
        if valid is None:
            where.set("default", known[-1])
            where.text = ",".join(known)
            return
        # Without TIME all is drawn that ever was in force.
        where.set("default", valid.removesuffix("/P1D"))
        where.set("multipleValues", "1")
        where.set("current", "1")
        where.text = valid

    def _metadata_url(self, element: etree._Element, layer: Layer) -> None:
        made = self._add(element, "MetadataURL")
        made.set("type", "ISO19115:2003" if self._new else "TC211")
        self._add(made, "Format", "text/xml")
        query = {
            "service": "CSW",
            "version": "2.0.2",
            "request": "GetRecordById",
            "id": layer.id,
            "elementSetName": "full",
            "outputSchema": "http://www.isotc211.org/2005/gmd",
        }
        self._link(made, f"{self._base}/csw?{urlencode(query)}")

    def _style(self, element: etree._Element, layer: Layer) -> None:
        style = self._add(element, "Style")
        self._add(style, "Name", STYLE)
        self._add(style, "Title", layer.spec.title[self._language])
        if layer.style is None:
            return
        legend = self._add(style, "LegendURL")
        legend.set("width", "200")
        legend.set("height", str(21 * (len(layer.style.classes) + 1) + 5))
        self._add(legend, "Format", "image/png")
        query = {
            "SERVICE": "WMS",
            "VERSION": self._version,
            "REQUEST": "GetLegendGraphic",
            "LAYER": layer.id,
            "STYLE": STYLE,
            "FORMAT": "image/png",
        }
        self._link(legend, self._address + urlencode(query))
        sheet = self._add(style, "StyleURL")
        self._add(sheet, "Format", "application/vnd.ogc.sld+xml")
        self._link(sheet, f"{self._base}/styles/{layer.id}.sld")

    def _scales(self, element: etree._Element, layer: Layer) -> None:
        least = layer.style.min_denominator if layer.style else None
        most = layer.style.max_denominator if layer.style else None
        if self._new:
            if least is not None:
                self._add(element, "MinScaleDenominator", f"{least:.10g}")
            if most is not None:
                self._add(element, "MaxScaleDenominator", f"{most:.10g}")
        elif least is not None or most is not None:
            hint = self._add(element, "ScaleHint")
            hint.set("min", f"{(least or 0) * _SCALE_HINT:g}")
            hint.set("max", f"{(most or 1e9) * _SCALE_HINT:g}")
