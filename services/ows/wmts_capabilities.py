"""What the WMTS says of itself."""

from __future__ import annotations

from lxml import etree

from services.ows.extents import extent, is_there
from services.ows.map_request import FORMATS, STYLE
from services.ows.mapfile import years
from sip.catalogue import Layer
from sip.crs import CRS84_CODE, Extent, northing_first, urn
from sip.ows_common import NAMESPACE, XLINK, XML_LANG, XSI
from sip.service import Context
from sip.text import Language
from sip.tiling import PIXEL_M, TILE_MATRIX_SETS, TileMatrixSet

WMTS = "http://www.opengis.net/wmts/1.0"
OWS = NAMESPACE["1.1.0"]
_ENDINGS = {FORMATS[0]: "png", FORMATS[1]: "jpg"}


def document(now: Context, language: Language, base: str) -> bytes:
    """Write the capabilities of a published state."""
    names = {"ows": OWS, "xlink": XLINK, "xsi": XSI, "wmts": WMTS}
    root = etree.Element(f"{{{WMTS}}}Capabilities", {"version": "1.0.0"}, names)
    schema = f"{WMTS} http://schemas.opengis.net/wmts/1.0/wmtsGetCapabilities_response.xsd"
    root.set(f"{{{XSI}}}schemaLocation", schema)
    root.set(XML_LANG, language)
    _service(root, now, language)
    _operations(root, base)
    contents = _add(root, "Contents")
    for layer in now.catalogue.published("wmts"):
        if layer.offers("wms") and is_there(now, layer):
            _layer(contents, now, layer, language, base)
    for tms in TILE_MATRIX_SETS.values():
        _matrix_set(contents, tms)
    _add(root, "ServiceMetadataURL").set(
        f"{{{XLINK}}}href", f"{base}/wmts/1.0.0/WMTSCapabilities.xml"
    )
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _add(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    made = etree.SubElement(parent, f"{{{WMTS}}}{name}")
    made.text = text
    return made


def _ows(parent: etree._Element, name: str, text: str | None = None) -> etree._Element:
    made = etree.SubElement(parent, f"{{{OWS}}}{name}")
    made.text = text
    return made


def _service(root: etree._Element, now: Context, language: Language) -> None:
    project = now.catalogue.project
    identification = _ows(root, "ServiceIdentification")
    _ows(identification, "Title", project.title[language])
    _ows(identification, "Abstract", project.abstract[language])
    _ows(identification, "ServiceType", "OGC WMTS")
    _ows(identification, "ServiceTypeVersion", "1.0.0")
    _ows(identification, "Fees", "none")
    _ows(identification, "AccessConstraints", project.licence)
    provider = _ows(root, "ServiceProvider")
    _ows(provider, "ProviderName", project.contact.organisation[language])
    contact = _ows(_ows(provider, "ServiceContact"), "ContactInfo")
    _ows(_ows(contact, "Address"), "ElectronicMailAddress", project.contact.email)


def _operations(root: etree._Element, base: str) -> None:
    operations = _ows(root, "OperationsMetadata")
    for name in ("GetCapabilities", "GetTile"):
        operation = _ows(operations, "Operation")
        operation.set("name", name)
        get = _ows(_ows(_ows(operation, "DCP"), "HTTP"), "Get")
        get.set(f"{{{XLINK}}}href", f"{base}/ows?")
        constraint = _ows(get, "Constraint")
        constraint.set("name", "GetEncoding")
        _ows(_ows(constraint, "AllowedValues"), "Value", "KVP")


def _layer(
    contents: etree._Element, now: Context, layer: Layer, language: Language, base: str
) -> None:
    box = extent(now, layer)
    element = _add(contents, "Layer")
    _ows(element, "Title", layer.spec.title[language])
    _ows(element, "Abstract", layer.spec.abstract[language])
    corners = _ows(element, "WGS84BoundingBox")
    _ows(corners, "LowerCorner", f"{box.west:.7f} {box.south:.7f}")
    _ows(corners, "UpperCorner", f"{box.east:.7f} {box.north:.7f}")
    _ows(element, "Identifier", layer.id)
    style = _add(element, "Style")
    style.set("isDefault", "true")
    _ows(style, "Identifier", STYLE)
    for one in FORMATS:
        _add(element, "Format", one)
    known = years(layer)
    if known:
        dimension = _add(element, "Dimension")
        _ows(dimension, "Identifier", "time")
        _add(dimension, "Default", str(known[-1]))
        for year in known:
            _add(dimension, "Value", str(year))
    for tms in TILE_MATRIX_SETS.values():
        _matrix_set_link(element, tms, box)
    time = "{time}/" if known else ""
    place = "{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}"
    for one in FORMATS:
        resource = _add(element, "ResourceURL")
        resource.set("format", one)
        resource.set("resourceType", "tile")
        path = f"{base}/wmts/{layer.id}/{STYLE}/{time}{place}"
        resource.set("template", f"{path}.{_ENDINGS[one]}")


def _matrix_set_link(element: etree._Element, tms: TileMatrixSet, box: Extent) -> None:
    link = _add(element, "TileMatrixSetLink")
    _add(link, "TileMatrixSet", tms.id)
    limits = _add(link, "TileMatrixSetLimits")
    there = box.transformed(CRS84_CODE, tms.crs)
    for level in range(tms.levels):
        rows, columns = tms.rows_and_columns(level, there)
        if not rows or not columns:
            continue
        one = _add(limits, "TileMatrixLimits")
        _add(one, "TileMatrix", str(level))
        _add(one, "MinTileRow", str(rows[0]))
        _add(one, "MaxTileRow", str(rows[-1]))
        _add(one, "MinTileCol", str(columns[0]))
        _add(one, "MaxTileCol", str(columns[-1]))


def _matrix_set(contents: etree._Element, tms: TileMatrixSet) -> None:
    element = _add(contents, "TileMatrixSet")
    _ows(element, "Identifier", tms.id)
    _ows(element, "SupportedCRS", urn(tms.crs))
    if tms.uri:
        _add(element, "WellKnownScaleSet", "urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible")
    corner = (tms.north, tms.west) if northing_first(tms.crs) else (tms.west, tms.north)
    for level in range(tms.levels):
        matrix = _add(element, "TileMatrix")
        _ows(matrix, "Identifier", str(level))
        _add(matrix, "ScaleDenominator", f"{tms.cell_m(level) / PIXEL_M:.15g}")
        _add(matrix, "TopLeftCorner", " ".join(f"{value:.15g}" for value in corner))
        _add(matrix, "TileWidth", str(tms.tile_px))
        _add(matrix, "TileHeight", str(tms.tile_px))
        _add(matrix, "MatrixWidth", str(2**level))
        _add(matrix, "MatrixHeight", str(2**level))
