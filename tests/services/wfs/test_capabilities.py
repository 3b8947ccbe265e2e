from __future__ import annotations

from typing import Any

import httpx
import pytest
from lxml import etree

_TYPES = {
    "2.0.0": (
        "http://www.opengis.net/wfs/2.0", "http://www.opengis.net/ows/1.1", "ows/1.1.0/owsAll.xsd",
        "http://www.opengis.net/fes/2.0", "fes", "filter/2.0/filterAll.xsd", "CRS",
    ),
    "1.1.0": (
        "http://www.opengis.net/wfs", "http://www.opengis.net/ows", "ows/1.0.0/owsAll.xsd",
        "http://www.opengis.net/ogc", "fes", "filter/1.1.0/filter.xsd", "SRS",
    ),
}  # fmt: skip
_METADATA = {
    "2.0.0": '<xs:complexType><xs:attribute ref="xlink:href"/><xs:attribute ref="xlink:type"/>'
    "</xs:complexType>",
    "1.1.0": '<xs:complexType><xs:simpleContent><xs:extension base="xs:anyURI">'
    '<xs:attribute name="type"/><xs:attribute name="format"/></xs:extension></xs:simpleContent>'
    "</xs:complexType>",
}


def schema_text(version: str) -> str:
    """The capabilities as the standard has them; OWS and filters come from their own files."""
    wfs, ows, ows_xsd, fes, prefix, fes_xsd, crs = _TYPES[version]
    base = "http://schemas.opengis.net/"
    operations = (
        ""
        if version == "2.0.0"
        else (
            '<xs:element name="Operations"><xs:complexType><xs:sequence>'
            '<xs:element name="Operation" type="xs:string" maxOccurs="unbounded"/>'
            "</xs:sequence></xs:complexType></xs:element>"
        )
    )
    many = 'maxOccurs="unbounded"' if version == "2.0.0" else ""
    said = (
        '<xs:complexType><xs:simpleContent><xs:extension base="xs:string">'
        '<xs:attribute ref="xml:lang"/></xs:extension></xs:simpleContent></xs:complexType>'
    )
    return f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:wfs="{wfs}"
      xmlns:ows="{ows}" xmlns:{prefix}="{fes}" xmlns:xlink="http://www.w3.org/1999/xlink"
      targetNamespace="{wfs}" elementFormDefault="qualified">
      <xs:import namespace="{ows}" schemaLocation="{base}{ows_xsd}"/>
      <xs:import namespace="{fes}" schemaLocation="{base}{fes_xsd}"/>
      <xs:import namespace="http://www.w3.org/1999/xlink" schemaLocation="{base}xlink.xsd"/>
      <xs:import namespace="http://www.w3.org/XML/1998/namespace"
        schemaLocation="http://www.w3.org/2001/xml.xsd"/>
      <xs:element name="WFS_Capabilities"><xs:complexType><xs:complexContent>
        <xs:extension base="ows:CapabilitiesBaseType"><xs:sequence>
          <xs:element name="FeatureTypeList"><xs:complexType><xs:sequence>{operations}
            <xs:element name="FeatureType" maxOccurs="unbounded"><xs:complexType><xs:sequence>
              <xs:element name="Name" type="xs:QName"/>
              <xs:element name="Title" minOccurs="0" {many}>{said}</xs:element>
              <xs:element name="Abstract" minOccurs="0" {many}>{said}</xs:element>
              <xs:element ref="ows:Keywords" minOccurs="0" maxOccurs="unbounded"/>
              <xs:element name="Default{crs}" type="xs:anyURI"/>
              <xs:element name="Other{crs}" type="xs:anyURI" minOccurs="0" maxOccurs="unbounded"/>
              <xs:element name="OutputFormats"><xs:complexType><xs:sequence>
                <xs:element name="Format" type="xs:string" maxOccurs="unbounded"/>
              </xs:sequence></xs:complexType></xs:element>
              <xs:element ref="ows:WGS84BoundingBox" maxOccurs="unbounded"/>
              <xs:element name="MetadataURL">{_METADATA[version]}</xs:element>
            </xs:sequence></xs:complexType></xs:element>
          </xs:sequence></xs:complexType></xs:element>
          <xs:element ref="{prefix}:Filter_Capabilities"/>
        </xs:sequence></xs:extension>
      </xs:complexContent></xs:complexType></xs:element>
    </xs:schema>"""


@pytest.mark.parametrize("version", list(_TYPES))
def test_capabilities_are_valid(client: httpx.Client, schemas: Any, version: str) -> None:
    given = {"service": "WFS", "request": "GetCapabilities", "acceptversions": version}
    answer = client.get("/wfs", params=given)
    schemas.compile(schema_text(version).encode()).assertValid(etree.fromstring(answer.content))


def test_titles_come_in_both_languages_and_inspire_s_language_is_obeyed(
    client: httpx.Client,
) -> None:
    given = {"service": "WFS", "request": "GetCapabilities", "language": "eng"}
    root = etree.fromstring(client.get("/wfs", params=given).content)
    [tree] = [one for one in root.iter("{*}FeatureType") if one.findtext("{*}Name") == "sip:tree"]
    assert [one.text for one in tree.iterfind("{*}Title")] == ["Drzewa miejskie", "Urban trees"]
    assert root.findtext(".//{*}ResponseLanguage/{*}Language") == "eng"
    assert [one.text for one in root.iterfind(".//{*}SpatialDataSetIdentifier/{*}Code")] == [
        "tree",
        "parcel",
        "street",
    ]


def test_neither_restricted_layers_nor_hidden_fields_are_mentioned(client: httpx.Client) -> None:
    for name in ("GetCapabilities", "DescribeFeatureType"):
        text = client.get("/wfs", params={"service": "WFS", "request": name}).text
        assert "heating" not in text
        assert "owner_name" not in text
