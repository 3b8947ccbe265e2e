"""The records of planning acts and their data sets, against the list and the ministry's example."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest
import shapely
import shapely.geometry
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


RECORDS = ["plan_act", *(f"plan_act.PL.ZIPPZP.96101_986101-{kind}" for kind in ("POG", "MPZP"))]


@pytest.fixture(scope="module", params=RECORDS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def answered(server: Server, name: str) -> etree._Element:
    given = {"service": "CSW", "version": "2.0.2", "request": "GetRecordById", "id": name}
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


def test_the_records_of_the_ogc_api_say_the_same(
    answered: etree._Element, server: Server, name: str
) -> None:
    address = f"{server.url}/ogc/collections/metadata/items/{name}"
    said = httpx.get(address, params={"f": "json", "lang": "pl"}, timeout=30).json()["properties"]
    assert said["title"] == answered.findtext(f"{PATHS['e1'][1]}/gco:CharacterString", "", NS)
    identifiers = {"".join(one.itertext()).strip() for one in answered.findall(PATHS["e5"][1], NS)}
    assert identifiers == {one["value"] for one in said["externalIds"] if one["scheme"] == "uri"}
    assert len(said["conformance"]) == 4


@pytest.fixture(scope="module")
def acts(server: Server) -> list[dict[str, Any]]:
    """All acts as everybody sees them, in degrees."""
    address = f"{server.url}/ogc/collections/plan_act/items"
    found = httpx.get(address, params={"limit": 1000, "f": "json"}, timeout=30).json()["features"]
    assert isinstance(found, list)
    return found


@pytest.fixture(scope="module")
def sets(server: Server) -> list[dict[str, Any]]:
    address = f"{server.url}/ogc/collections/metadata/items"
    given = {"limit": 1000, "f": "json", "lang": "pl"}
    found = httpx.get(address, params=given, timeout=30).json()["features"]
    return [one for one in found if one["id"].startswith("plan_act.")]


def test_there_is_a_record_for_each_data_set_that_has_a_public_act_and_for_no_other(
    acts: list[dict[str, Any]], sets: list[dict[str, Any]]
) -> None:
    spaces = {one["properties"]["namespace"] for one in acts}
    assert [one["id"] for one in sets] == [
        f"plan_act.{s.replace('/', '_')}" for s in sorted(spaces)
    ]
    assert len(spaces) > 30


def test_a_record_tells_place_days_and_acts_of_its_own_data_set(
    server: Server, acts: list[dict[str, Any]], sets: list[dict[str, Any]]
) -> None:
    for one in sets:
        title, space = one["properties"]["title"], one["id"].partition(".")[2].replace("_", "/")
        own = [act for act in acts if act["properties"]["namespace"] == space]
        assert f"({space.partition('/')[2].partition('-')[0]})" in title
        box = shapely.total_bounds([shapely.geometry.shape(act["geometry"]) for act in own])
        told = shapely.geometry.shape(one["geometry"]).bounds
        # A box in the plane, seen in degrees, is a little larger.
        assert shapely.box(*told).buffer(1e-6).contains(shapely.box(*box))
        assert told == pytest.approx(box, abs=0.003)
        starts = [act["properties"]["valid_from"] for act in own]
        assert one["time"]["interval"][0] == min(filter(None, starts), default="..")
        changed = max(act["properties"]["version_from"] for act in own)
        assert one["properties"]["updated"] >= changed[:10]
        (rows,) = [link["href"] for link in one["links"] if link["rel"] == "data"]
        found = httpx.get(rows, params={"f": "json"} | dict(httpx.URL(rows).params)).json()
        assert {act["id"] for act in found["features"]} == {act["id"] for act in own}


def test_an_act_leads_to_the_record_of_its_data_set(
    server: Server, acts: list[dict[str, Any]]
) -> None:
    address = f"{server.url}/ogc/collections/plan_act/items/{acts[0]['id']}"
    links = httpx.get(address, params={"f": "json"}).json()["links"]
    (record,) = [one["href"] for one in links if one["rel"] == "describedby"]
    said = httpx.get(record, params={"f": "json"}).json()
    space = acts[0]["properties"]["namespace"]
    assert any(one["value"].endswith(f"/{space}") for one in said["properties"]["externalIds"])


def test_a_catalogue_finds_a_data_set_by_the_code_of_its_place(server: Server) -> None:
    given = {"service": "CSW", "version": "2.0.2", "request": "GetRecords", "resulttype": "hits"}
    given |= {"typenames": "csw:Record", "constraint": "dc:title like '%(986101)%'"}
    root = etree.fromstring(httpx.get(f"{server.url}/csw", params=given, timeout=30).content)
    assert root.find("{*}SearchResults").get("numberOfRecordsMatched") == "3"  # type: ignore[union-attr]
