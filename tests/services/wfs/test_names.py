"""Feature types under the names that a law wants, beside their own."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from lxml import etree

from sip import catalogue as catalogues
from sip.catalogue import Catalogue
from tests.installation import ROOT, Server

APP = "https://www.gov.pl/static/zagospodarowanieprzestrzenne/schemas/app/3.0"
NS = {
    "wfs": "http://www.opengis.net/wfs/2.0",
    "app": APP,
    "sip": "urn:x-sip:feature",
    "gml": "http://www.opengis.net/gml/3.2",
    "xs": "http://www.w3.org/2001/XMLSchema",
}
GML_ID = f"{{{NS['gml']}}}id"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogues.load(ROOT)


def ask(server: Server, request: str, version: str = "2.0.0", **more: Any) -> etree._Element:
    asked = {"service": "WFS", "version": version, "request": request} | more
    answer = httpx.get(f"{server.url}/wfs", params=asked, timeout=30)
    assert answer.status_code == 200, answer.text
    return etree.fromstring(answer.content)


def test_every_declared_name_is_a_feature_type_beside_the_layer_s_own(
    server: Server, catalogue: Catalogue
) -> None:
    root = ask(server, "GetCapabilities")
    listed = {one.text for one in root.iterfind(".//wfs:FeatureType/wfs:Name", NS)}
    declared = {one.spec.wfs.name: one.id for one in catalogue.layers.values() if one.spec.wfs}
    assert "StrefaPlanistyczna" in declared
    assert {f"app:{name}" for name in declared} | {f"sip:{one}" for one in declared.values()} <= (
        listed
    )
    assert root.nsmap["app"] == APP


@pytest.mark.parametrize("name", ["AktPlanowaniaPrzestrzennego", "StrefaPlanistyczna"])
def test_features_by_both_names_say_the_same_and_are_as_described(
    server: Server, catalogue: Catalogue, name: str
) -> None:
    layer = next(
        one for one in catalogue.layers.values() if one.spec.wfs and one.spec.wfs.name == name
    )
    root = ask(server, "GetFeature", typenames=f"app:{name}", count=5)
    own = ask(server, "GetFeature", typenames=f"sip:{layer.id}", count=5)
    members = [one[0] for one in root.iterfind("wfs:member", NS)]
    assert len(members) == 5
    assert {one.tag for one in members} == {f"{{{APP}}}{name}"}
    told, said = (
        [
            [(one.get(GML_ID), etree.QName(one).localname, one.text) for one in member.iter()]
            for member in document.iterfind("wfs:member", NS)
        ]
        for document in (root, own)
    )
    assert [one[2:] for one in told] == [one[2:] for one in said]
    location = root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "").split()
    address = location[location.index(APP) + 1]
    assert parse_qs(urlsplit(address).query)["typenames"] == [f"app:{name}"]
    schema = etree.fromstring(httpx.get(address).content)
    assert schema.get("targetNamespace") == APP
    described = [one.get("name") for one in schema.iterfind(".//xs:sequence/xs:element", NS)]
    for member in members:
        inside = [etree.QName(one) for one in member]
        assert {one.namespace for one in inside} == {APP}
        order = [described.index(one.localname) for one in inside]
        assert order == sorted(order)


@pytest.mark.parametrize("version", ["2.0.0", "1.1.0"])
def test_the_schema_of_all_types_imports_that_of_the_other_names(
    server: Server, version: str
) -> None:
    root = ask(server, "DescribeFeatureType", version)
    assert root.get("targetNamespace") == NS["sip"]
    (address,) = [
        one.get("schemaLocation", "")
        for one in root.iterfind("xs:import", NS)
        if one.get("namespace") == APP
    ]
    other = etree.fromstring(httpx.get(address).content)
    assert "StrefaPlanistyczna" in {one.get("name") for one in other.iterfind("xs:element", NS)}


def test_filters_and_values_take_the_other_prefix(server: Server) -> None:
    wanted = "<fes:Filter xmlns:fes='http://www.opengis.net/fes/2.0'><fes:PropertyIsEqualTo>"
    wanted += "<fes:ValueReference>app:zone_kind</fes:ValueReference><fes:Literal>SJ</fes:Literal>"
    wanted += "</fes:PropertyIsEqualTo></fes:Filter>"
    root = ask(
        server, "GetPropertyValue", typenames="app:StrefaPlanistyczna", count=3,
        valuereference="app:zone_kind", filter=wanted,
    )  # fmt: skip
    assert [one.text for one in root.iterfind("wfs:member/app:zone_kind", NS)] == ["SJ"] * 3
