"""Feature types under the names that a law wants, beside their own."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from lxml import etree

from sip import catalogue as catalogues
from sip.catalogue import Catalogue, Layer
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


NAMES = [
    "AktPlanowaniaPrzestrzennego", "DokumentFormalny", "RysunekAktuPlanowaniaPrzestrzennego",
    "StrefaPlanistyczna", "ObszarUzupelnieniaZabudowy", "ObszarZabudowySrodmiejskiej",
    "ObszarStandardowDostepnosciInfrastrukturySpolecznej",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_features_are_nested_as_the_schema_that_is_described_wants(
    server: Server, schemas: Any, name: str
) -> None:
    root = ask(server, "GetFeature", typenames=f"app:{name}", count=5)
    members = [one[0] for one in root.iterfind("wfs:member", NS)]
    assert members
    assert {one.tag for one in members} == {f"{{{APP}}}{name}"}
    location = root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "").split()
    address = location[location.index(APP) + 1]
    assert parse_qs(urlsplit(address).query)["typenames"] == [f"app:{name}"]
    schema = schemas.compile(httpx.get(address).content)
    for member in members:
        schema.assertValid(etree.fromstring(etree.tostring(member)))
        assert member.findtext("app:idIIP/app:Identyfikator/app:lokalnyId", "", NS)
        assert member.get(GML_ID, "").startswith(f"{name}.")


@pytest.mark.parametrize("name", NAMES)
def test_a_feature_by_its_id_comes_under_the_name_that_it_was_asked_by(
    server: Server, catalogue: Catalogue, name: str
) -> None:
    [first] = ask(server, "GetFeature", typenames=f"app:{name}", count=1).iterfind("wfs:member", NS)
    id_ = first[0].get(GML_ID, "")
    layer = next(one.id for one in catalogue.layers.values() if _law(one) == name)
    query = "urn:ogc:def:query:OGC-WFS::GetFeatureById"
    for asked, tag in (
        (id_, f"{{{APP}}}{name}"),
        (id_.replace(name, layer), f"{{{NS['sip']}}}{layer}"),
    ):
        alone = ask(server, "GetFeature", storedquery_id=query, id=asked)
        assert (alone.tag, alone.get(GML_ID)) == (tag, asked)
        found = ask(server, "GetFeature", resourceid=asked).findall("wfs:member/*", NS)
        assert [(one.tag, one.get(GML_ID)) for one in found] == [(tag, asked)]


def _law(layer: Layer) -> str | None:
    return layer.spec.wfs.name if layer.spec.wfs else None


def test_what_was_exported_and_what_is_served_say_the_same(server: Server, tmp_path: Path) -> None:
    filter_ = "<fes:Filter xmlns:fes='http://www.opengis.net/fes/2.0'><fes:PropertyIsEqualTo>"
    filter_ += "<fes:ValueReference>app:idIIP/app:Identyfikator/app:przestrzenNazw"
    filter_ += "</fes:ValueReference><fes:Literal>{}</fes:Literal></fes:PropertyIsEqualTo>"
    filter_ += "</fes:Filter>"
    name = "app:AktPlanowaniaPrzestrzennego"
    [one] = ask(server, "GetFeature", typenames=name, count=1).iterfind("wfs:member/*", NS)
    space = one.findtext(".//app:przestrzenNazw", "", NS)
    server.sip("plan", "export", space, "-o", str(tmp_path / "x.gml"))
    wanted = filter_.format(space)
    served = ask(server, "GetFeature", typenames=name, filter=wanted)
    written = etree.parse(tmp_path / "x.gml").getroot()
    plain = [
        {
            act.findtext("gml:identifier", "", NS): [
                (part.tag, (part.text or "").strip(), sorted(part.attrib.values()))
                for part in act.iter()
                if not part.tag.startswith("{http://www.opengis.net/gml") and part is not act
            ]
            for act in root.iter(f"{{{APP}}}AktPlanowaniaPrzestrzennego")
        }
        for root in (served, written)
    ]
    assert plain[0].keys() >= plain[1].keys()
    for identifier, said in plain[1].items():
        assert plain[0][identifier] == said


def test_a_box_around_what_has_no_geometry_is_refused(server: Server) -> None:
    asked = {"service": "WFS", "version": "2.0.0", "request": "GetFeature"}
    asked |= {"typenames": "app:DokumentFormalny", "bbox": "0,0,1,1"}
    answer = httpx.get(f"{server.url}/wfs", params=asked, timeout=30)
    assert answer.status_code == 400
    assert "has no geometry" in answer.text


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
    wanted += "<fes:ValueReference>app:symbol</fes:ValueReference><fes:Literal>SJ</fes:Literal>"
    wanted += "</fes:PropertyIsEqualTo></fes:Filter>"
    root = ask(
        server, "GetPropertyValue", typenames="app:StrefaPlanistyczna", count=3,
        valuereference="app:symbol", filter=wanted,
    )  # fmt: skip
    assert [one.text for one in root.iterfind("wfs:member/app:symbol", NS)] == ["SJ"] * 3


def test_a_layer_without_geometry_that_says_so_is_a_feature_type(server: Server) -> None:
    root = ask(server, "GetFeature", typenames="sip:inspire_official_documentation", count=2)
    names = root.findall(".//sip:legislation_name", NS)
    assert len(names) == 2
    assert all(one.text for one in names)
