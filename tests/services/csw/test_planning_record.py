"""The record of the planning acts, against the list of elements and the ministry's own example."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from lxml import etree

from tests.installation import ROOT, Server

GMD = "http://www.isotc211.org/2005/gmd"
NS = {
    "gmd": GMD,
    "gco": "http://www.isotc211.org/2005/gco",
    "gmx": "http://www.isotc211.org/2005/gmx",
}
SCHEMAS = "http://schemas.opengis.net/iso/19139/20070417"
SHARED = ROOT.parent / "shared"
ELEMENTS = SHARED / "domain" / "iso19139_metadata_elements_pl.csv"
EXAMPLE = SHARED / "data" / "iso19139_app_metadata_example.xml"
DATA = "gmd:identificationInfo/gmd:MD_DataIdentification"
CITATION = f"{DATA}/gmd:citation/gmd:CI_Citation"
KEYWORDS = f"{DATA}/gmd:descriptiveKeywords/gmd:MD_Keywords"
LEGAL = f"{DATA}/gmd:resourceConstraints/gmd:MD_LegalConstraints"
UPKEEP = f"{DATA}/gmd:resourceMaintenance/gmd:MD_MaintenanceInformation"
RESULT = "gmd:dataQualityInfo//gmd:DQ_ConformanceResult"
OFFICE = "gmd:CI_ResponsibleParty/gmd:organisationName"
PATHS: Mapping[str, tuple[str, str]] = {
    # of each element: within what it is counted, and its path there
    "e1": (".", f"{CITATION}/gmd:title"),
    "e2": (".", f"{DATA}/gmd:abstract"),
    "e3": (".", "gmd:hierarchyLevel/gmd:MD_ScopeCode[@codeListValue='dataset']"),
    "e4": (".", "gmd:distributionInfo//gmd:CI_OnlineResource/gmd:linkage/gmd:URL"),
    "e5": (".", f"{CITATION}/gmd:identifier/gmd:MD_Identifier/gmd:code"),
    "e6": (".", f"{DATA}/gmd:language/gmd:LanguageCode[@codeListValue='pol']"),
    "e7": (".", f"{DATA}/gmd:characterSet/gmd:MD_CharacterSetCode[@codeListValue='utf8']"),
    "e8": (".", f"{DATA}/gmd:topicCategory/gmd:MD_TopicCategoryCode[.='planningCadastre']"),
    "e9": (".", f"{KEYWORDS}/gmd:keyword"),
    "e10": (f"{KEYWORDS}", "gmd:thesaurusName/gmd:CI_Citation/gmd:title"),
    "e11": (".", f"{DATA}/gmd:extent//gmd:EX_GeographicBoundingBox"),
    "e12": (".", "gmd:referenceSystemInfo//gmd:RS_Identifier/gmd:code"),
    "e13": (".", f"{CITATION}/gmd:date/*[gmd:dateType/*/@codeListValue='creation']/gmd:date"),
    "e14": (".", f"{CITATION}/gmd:date/*[gmd:dateType/*/@codeListValue='publication']/gmd:date"),
    "e15": (".", "gmd:dataQualityInfo//gmd:LI_Lineage/gmd:statement"),
    "e16": (".", f"{DATA}/gmd:spatialResolution//gmd:denominator"),
    "e17": (".", f"{DATA}/gmd:spatialRepresentationType/*[@codeListValue]"),
    "e18": (".", f"{RESULT}/gmd:specification/gmd:CI_Citation/gmd:title"),
    "e19": (RESULT, "gmd:pass"),
    "e20": (".", f"{LEGAL}[gmd:useConstraints]/gmd:otherConstraints"),
    "e21": (".", f"{LEGAL}[gmd:accessConstraints]/gmd:otherConstraints"),
    "e22": (".", f"{DATA}/gmd:pointOfContact/{OFFICE}"),
    "e23": (f"{DATA}/gmd:pointOfContact", "*/gmd:role/gmd:CI_RoleCode[@codeListValue]"),
    "e24": (".", "gmd:distributionInfo//gmd:distributionFormat/gmd:MD_Format/gmd:name"),
    "e25": ("gmd:distributionInfo//gmd:distributionFormat", "gmd:MD_Format/gmd:version"),
    "e26": (".", f"{UPKEEP}/gmd:maintenanceAndUpdateFrequency/*[@codeListValue='asNeeded']"),
    "e27": (".", f"{UPKEEP}/gmd:maintenanceNote"),
    "e28": (".", f"{UPKEEP}/gmd:updateScope/gmd:MD_ScopeCode[@codeListValue='dataset']"),
    "e29": (".", f"gmd:contact/{OFFICE}"),
    "e30": (".", "gmd:dateStamp/gco:Date"),
    "e31": (".", "gmd:language/gmd:LanguageCode[@codeListValue='pol']"),
    "e32": (".", "gmd:fileIdentifier"),
    "e33": (".", "gmd:metadataStandardName[gco:CharacterString='ISO 19115']"),
    "e34": (".", "gmd:metadataStandardVersion[gco:CharacterString='2005/Amd 1:2008']"),
}
TIMES = {
    "1": (1, 1), "2": (2, 2), "01": (0, 1), "0+": (0, 99), "1+": (1, 99), "4+": (4, 99),
}  # fmt: skip
pytestmark = pytest.mark.skipif(not ELEMENTS.is_file(), reason="no ../shared with the list")


@pytest.fixture(scope="module")
def answered(server: Server) -> etree._Element:
    given = {"service": "CSW", "version": "2.0.2", "request": "GetRecordById", "id": "plan_act"}
    answer = httpx.get(f"{server.url}/csw", params=given | {"outputschema": GMD}, timeout=30)
    [record] = etree.fromstring(answer.content)
    return etree.fromstring(etree.tostring(record))


def faults(record: etree._Element, elements: Path = ELEMENTS) -> list[str]:
    """Name the elements of the list that a record has too seldom, too often, or empty."""
    found = []
    with elements.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            least, most = TIMES[row["multiplicity_in_app_profile"]]
            within, path = PATHS[row["no"]]
            for parent in record.findall(within, NS) if within != "." else [record]:
                had = parent.xpath(path, namespaces=NS)
                if not least <= len(had) <= most or not all(map(_says, had)):
                    found.append(f"{row['no']} {row['name_pl']}: {len(had)}")
            if within != "." and not record.findall(within, NS):
                found.append(f"{row['no']} {row['name_pl']}: nowhere")
    return found


def _says(element: etree._Element) -> bool:
    values = [value for one in element.iter() for value in one.attrib.values()]
    return bool("".join(element.itertext()).strip() or values)


def test_the_record_has_every_element_as_often_as_the_profile_wants(
    answered: etree._Element,
) -> None:
    assert faults(answered) == []


def test_the_list_finds_what_a_record_lacks(answered: etree._Element) -> None:
    record = etree.fromstring(etree.tostring(answered))
    [_vector, grid] = record.findall(f"{DATA}/gmd:spatialRepresentationType", NS)
    grid.getparent().remove(grid)
    report = record.find("gmd:dataQualityInfo/*/gmd:report", NS)
    assert report is not None
    report.getparent().remove(report)
    assert [one.split()[0] for one in faults(record)] == ["e17", "e18"]


def test_it_is_of_vectors_and_grids_and_names_four_specifications(
    answered: etree._Element,
) -> None:
    kinds = answered.findall(f"{DATA}/gmd:spatialRepresentationType/*", NS)
    assert [one.get("codeListValue") for one in kinds] == ["vector", "grid"]
    named = ["".join(one.itertext()) for one in answered.findall(f".//{PATHS['e18'][1]}", NS)]
    for part, title in zip(
        ("1089/2010", "D2.8.III.4", "zbiorów danych przestrzennych oraz metadanych",
         "Specyfikacja danych"), named, strict=True,
    ):  # fmt: skip
        assert part in title


def test_the_record_is_valid_by_the_schemas_of_iso_19139(
    answered: etree._Element, schemas: Any
) -> None:
    schemas.importing(gmd=f"{SCHEMAS}/gmd/gmd.xsd", gmx=f"{SCHEMAS}/gmx/gmx.xsd").assertValid(
        answered
    )


def shape(record: etree._Element) -> set[str]:
    """Paths of all elements; an anchor counts as the text that it stands for."""
    paths = set()
    for one in record.iter(etree.Element):
        names = [etree.QName(up).localname for up in (*reversed([*one.iterancestors()]), one)]
        paths.add("/".join("CharacterString" if name == "Anchor" else name for name in names))
    return paths


def test_nothing_that_the_ministrys_example_has_is_lacking(answered: etree._Element) -> None:
    lacking = shape(etree.parse(EXAMPLE).getroot()) - shape(answered)
    # A department is no part of a contact here; a format's specification stands in the report;
    # and whether data conforms is left open until somebody has tested it.
    ours = ("positionName", "MD_Format/specification", "pass/Boolean")
    assert [path for path in sorted(lacking) if not any(one in path for one in ours)] == []


def test_the_records_of_the_ogc_api_say_the_same(answered: etree._Element, server: Server) -> None:
    address = f"{server.url}/ogc/collections/metadata/items/plan_act"
    said = httpx.get(address, params={"f": "json", "lang": "pl"}, timeout=30).json()["properties"]
    assert said["title"] == answered.findtext(f"{PATHS['e1'][1]}/gco:CharacterString", "", NS)
    identifiers = {"".join(one.itertext()).strip() for one in answered.findall(PATHS["e5"][1], NS)}
    assert identifiers == {one["value"] for one in said["externalIds"] if one["scheme"] == "uri"}
    assert len(said["conformance"]) == 4
