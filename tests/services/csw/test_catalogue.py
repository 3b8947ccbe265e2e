from __future__ import annotations

from typing import Any

import httpx
import pytest
from lxml import etree
from owslib.csw import CatalogueServiceWeb
from owslib.fes import BBox, PropertyIsLike

CSW = "http://www.opengis.net/cat/csw/2.0.2"
GMD = "http://www.isotc211.org/2005/gmd"
NS = {
    "csw": CSW,
    "gmd": GMD,
    "gmx": "http://www.isotc211.org/2005/gmx",
    "gco": "http://www.isotc211.org/2005/gco",
    "srv": "http://www.isotc211.org/2005/srv",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ows": "http://www.opengis.net/ows",
    "xlink": "http://www.w3.org/1999/xlink",
}
DISCOVERY = "http://schemas.opengis.net/csw/2.0.2/CSW-discovery.xsd"
GMX_XSD = "http://schemas.opengis.net/iso/19139/20070417/gmx/gmx.xsd"
GMD_XSD = "http://schemas.opengis.net/iso/19139/20070417/gmd/gmd.xsd"
SRV_XSD = "http://schemas.opengis.net/iso/19139/20060504/srv/srv.xsd"
LAYERS = ["tree", "parcel", "relief", "street"]
SERVICES = ["service_wms", "service_wmts", "service_wfs", "service_ogcapi", "service_csw"]


def ask(client: httpx.Client, request: str, **more: Any) -> httpx.Response:
    given = {"service": "CSW", "version": "2.0.2", "request": request}
    return client.get("/csw", params=given | more)


def iso(client: httpx.Client, name: str) -> etree._Element:
    answer = ask(client, "GetRecordById", id=name, outputschema=GMD)
    [record] = etree.fromstring(answer.content)
    return etree.fromstring(etree.tostring(record))


def found(client: httpx.Client, **more: Any) -> set[str]:
    given = {"typenames": "csw:Record", "resulttype": "results", "maxrecords": 100} | more
    answer = ask(client, "GetRecords", **given)
    assert answer.status_code == 200, answer.text
    root = etree.fromstring(answer.content)
    return {one.text or "" for one in root.iter(f"{{{NS['dc']}}}title")}


def refusal(answer: httpx.Response) -> str | None:
    one = etree.fromstring(answer.content).find("ows:Exception", NS)
    assert one is not None, answer.text
    return one.get("exceptionCode")


@pytest.mark.parametrize("name", LAYERS)
def test_the_record_of_a_layer_is_valid_iso_19139(
    client: httpx.Client, schemas: Any, name: str
) -> None:
    schemas.importing(gmd=GMD_XSD, gmx=GMX_XSD).assertValid(iso(client, name))


@pytest.mark.parametrize("name", SERVICES)
def test_the_record_of_a_service_is_valid_iso_19119(
    client: httpx.Client, schemas: Any, name: str
) -> None:
    schemas.importing(gmd=GMD_XSD, gmx=GMX_XSD, srv=SRV_XSD).assertValid(iso(client, name))


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("gmd:language/gmd:LanguageCode", "pol"),
        ("gmd:characterSet/gmd:MD_CharacterSetCode", "utf8"),
        ("gmd:hierarchyLevel/gmd:MD_ScopeCode", "dataset"),
        ("gmd:metadataStandardName/gco:CharacterString", "ISO 19115"),
        ("gmd:metadataStandardVersion/gco:CharacterString", "2005/Amd 1:2008"),
        (".//gmd:citation//gmd:title/gco:CharacterString", "Drzewa miejskie"),
        (".//gmd:citation//gmd:title//gmd:LocalisedCharacterString", "Urban trees"),
        (".//gmd:abstract/gco:CharacterString", "Inwentaryzacja drzew & krzewów."),
        (".//gmd:pointOfContact//gmd:organisationName/gco:CharacterString", "Urząd"),
        (".//gmd:pointOfContact//gmd:CI_RoleCode", "custodian"),
        (".//gmd:contact//gmd:CI_RoleCode", "pointOfContact"),
        (".//gmd:MD_MaintenanceFrequencyCode", "weekly"),
        (".//gmd:updateScope/gmd:MD_ScopeCode", "dataset"),
        (".//gmd:topicCategory/gmd:MD_TopicCategoryCode", "environment"),
        (".//gmd:spatialRepresentationType/*", "vector"),
        (".//gmd:denominator/gco:Integer", "500"),
        (".//gmd:distributionFormat//gmd:name/gco:CharacterString", "GML"),
        (".//gmd:distributionFormat//gmd:version/gco:CharacterString", "3.2.1"),
        (".//gmd:lineage//gmd:statement/gco:CharacterString", "Z pomiaru w terenie."),
        (".//gmd:useLimitation/gco:CharacterString",
         "Dane syntetyczne: nie opisują rzeczywistych obiektów."),
        (".//gmd:accessConstraints/gmd:MD_RestrictionCode", "otherRestrictions"),
        (".//gmd:RS_Identifier/gmd:code/gco:CharacterString",
         "http://www.opengis.net/def/crs/EPSG/0/2178"),
    ],
)  # fmt: skip
def test_a_record_has_the_elements_of_the_polish_profile(
    client: httpx.Client, path: str, text: str
) -> None:
    assert iso(client, "tree").findtext(path, "", NS) == text


def test_an_inspire_theme_brings_its_keyword_thesaurus_and_specification(
    client: httpx.Client,
) -> None:
    record = iso(client, "parcel")
    said = [one.text for one in record.iterfind(".//gmd:keyword/gmx:Anchor", NS)]
    thesauri = record.findall(".//gmd:thesaurusName//gmd:title/gmx:Anchor", NS)
    assert "Działki katastralne" in said
    assert "GEMET - INSPIRE themes, version 1.0" in [one.text for one in thesauri]
    assert "1089/2010" in record.findtext(".//gmd:specification//gmd:title/*", "", NS)
    assert iso(client, "tree").find(".//gmd:specification", NS) is None


def test_layers_and_services_are_linked_both_ways(client: httpx.Client, town: str) -> None:
    coupled = iso(client, "service_wfs").findall(".//srv:operatesOn", NS)
    assert {one.get(f"{{{NS['xlink']}}}href", "").rsplit("#data_")[-1] for one in coupled} == {
        "tree",
        "parcel",
        "street",
    }
    identifier = iso(client, "tree").findtext("gmd:fileIdentifier/*", "", NS)
    assert identifier in {one.get("uuidref") for one in coupled}
    addresses = [one.text or "" for one in iso(client, "tree").iter(f"{{{GMD}}}URL")]
    assert any(one.startswith(f"{town}/wfs?SERVICE=WFS") for one in addresses)
    assert f"{town}/ogc/collections/metadata/items/tree" in addresses


def test_a_restricted_layer_has_no_record(client: httpx.Client) -> None:
    root = etree.fromstring(ask(client, "GetRecordById", id="heating").content)
    assert len(root) == 0
    assert "Ogrzewanie" not in found(client)


@pytest.mark.parametrize("name", ["brief", "summary", "full"])
def test_every_element_set_is_valid_by_the_schema_of_csw(
    client: httpx.Client, schemas: Any, name: str
) -> None:
    answer = ask(
        client, "GetRecords", typenames="csw:Record", resulttype="results", elementsetname=name
    )
    schemas.importing(csw=DISCOVERY).assertValid(etree.fromstring(answer.content))


def test_capabilities_are_valid_and_speak_the_language_that_inspire_asks_for(
    client: httpx.Client, schemas: Any
) -> None:
    answer = ask(client, "GetCapabilities", language="eng")
    root = etree.fromstring(answer.content)
    schemas.importing(csw=DISCOVERY).assertValid(root)
    assert root.findtext("ows:ServiceIdentification/ows:Title", "", NS) == "Trial town"
    assert root.findtext(".//{*}ResponseLanguage/{*}Language") == "eng"


@pytest.mark.parametrize(
    ("constraint", "titles"),
    [
        ("dc:title = 'Drzewa miejskie'", {"Drzewa miejskie"}),
        ("Title = 'Urban trees'", {"Drzewa miejskie"}),
        ("csw:AnyText LIKE '%dzialk%'", {"Działki ewidencyjne"}),
        ("csw:AnyText LIKE '%CIENIOWANIE%' OR dc:title LIKE 'Ulic%'",
         {"Cieniowanie terenu", "Ulice"}),
        ("NOT (dc:subject = 'Grunty')", {"Drzewa miejskie"}),
        ("apiso:Denominator < 700", {"Drzewa miejskie"}),
        ("dc:title IS NULL", set()),
        ("BBOX(ows:BoundingBox, 0, 0, 1, 1)", set()),
    ],
)  # fmt: skip
def test_cql_text_selects_the_right_records(
    client: httpx.Client, constraint: str, titles: set[str]
) -> None:
    assert found(client, constraint=constraint, constraintlanguage="CQL_TEXT") == titles


def test_services_come_where_they_are_asked_for(client: httpx.Client) -> None:
    assert len(found(client)) == len(LAYERS)
    assert len(found(client, typenames="srv:SV_ServiceIdentification")) == len(SERVICES)
    both = "gmd:MD_Metadata,srv:SV_ServiceIdentification"
    assert len(found(client, typenames=both)) == len(LAYERS) + len(SERVICES)
    assert len(found(client, constraint="dc:type = 'service'")) == len(SERVICES)


def test_pages_follow_nextrecord_to_its_end(client: httpx.Client) -> None:
    seen: list[str] = []
    start = 1
    while start:
        answer = ask(client, "GetRecords", typenames="csw:Record", resulttype="results",
                     elementsetname="brief", startposition=start, maxrecords=3,
                     sortby="dc:title:A")  # fmt: skip
        [results] = etree.fromstring(answer.content).iterfind("csw:SearchResults", NS)
        seen += [one.findtext("dc:title", "", NS) for one in results]
        start = int(results.get("nextRecord", ""))
    assert seen == ["Cieniowanie terenu", "Drzewa miejskie", "Działki ewidencyjne", "Ulice"]


def test_results_are_hits_unless_records_are_asked_for(client: httpx.Client) -> None:
    [results] = etree.fromstring(
        ask(client, "GetRecords", typenames="csw:Record").content
    ).iterfind("csw:SearchResults", NS)
    assert (len(results), results.get("numberOfRecordsMatched")) == (0, str(len(LAYERS)))


def test_the_domain_of_a_property_lists_its_values(client: httpx.Client) -> None:
    root = etree.fromstring(ask(client, "GetDomain", propertyname="dc:type").content)
    assert {one.text for one in root.iter(f"{{{CSW}}}Value")} == {"dataset", "service"}


@pytest.mark.parametrize(
    ("request_", "given", "code"),
    [
        ("Harvest", {}, "OperationNotSupported"),
        ("GetRecords", {}, "MissingParameterValue"),
        ("GetRecords", {"typenames": "gml:Nonsense"}, "InvalidParameterValue"),
        ("GetRecords", {"typenames": "csw:Record", "startposition": "0"}, "InvalidParameterValue"),
        ("GetRecords", {"typenames": "csw:Record", "constraint": "nonsense = 1"},
         "InvalidParameterValue"),
        ("GetRecords", {"typenames": "csw:Record", "constraint": "dc:title"},
         "InvalidParameterValue"),
        ("GetRecords", {"typenames": "csw:Record", "outputformat": "application/pdf"},
         "InvalidParameterValue"),
        ("GetRecordById", {}, "MissingParameterValue"),
        ("DescribeRecord", {"typename": "x:Y"}, "InvalidParameterValue"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_by_its_code(
    client: httpx.Client, request_: str, given: dict[str, str], code: str
) -> None:
    answer = ask(client, request_, **given)
    assert refusal(answer) == code
    assert answer.status_code == 400


def test_a_posted_entity_bomb_is_refused(client: httpx.Client) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    document = f'<csw:GetRecords xmlns:csw="{CSW}">&e9;</csw:GetRecords>'
    body = f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]>{document}'
    answer = client.post("/csw", content=body)
    assert refusal(answer) == "OperationParsingFailed"


def test_owslib_searches_by_words_and_by_place(town: str) -> None:
    catalogue = CatalogueServiceWeb(f"{town}/csw")
    words = PropertyIsLike("csw:AnyText", "%drzew%")
    place = BBox([50.5, 20.5, 51.5, 21.5], crs="urn:ogc:def:crs:EPSG::4326")
    catalogue.getrecords2(constraints=[[words, place]], esn="full")
    assert [one.title for one in catalogue.records.values()] == ["Drzewa miejskie"]
    catalogue.getrecords2(
        constraints=[words], esn="full", outputschema=GMD, typenames="gmd:MD_Metadata"
    )
    [record] = catalogue.records.values()
    assert record.identification[0].title == "Drzewa miejskie"
