"""What clients ask of feature types whose schema nests them."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from lxml import etree
from owslib.wfs import WebFeatureService

from tests.installation import Server
from tests.services.wfs.test_names import APP, GML_ID, NS, ask

ZONE, ACT, DOCUMENT = "StrefaPlanistyczna", "AktPlanowaniaPrzestrzennego", "DokumentFormalny"
HREF = "{http://www.w3.org/1999/xlink}href"
MANDATORY = {
    ZONE: ["idIIP", "oznaczenie", "symbol", "poczatekWersjiObiektu", "obowiazujeOd", "status",
           "charakterUstalenia", "geometria", "plan", "nazwa", "profilPodstawowy"],
    DOCUMENT: ["idIIP", "tytul", "data"],
}  # fmt: skip
STATUS = "http://inspire.ec.europa.eu/codelist/ProcessStepGeneralValue/"


def where(path: str, value: str, operator: str = "EqualTo") -> str:
    return (
        '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0">'
        f"<fes:PropertyIs{operator}><fes:ValueReference>{path}</fes:ValueReference>"
        f"<fes:Literal>{value}</fes:Literal></fes:PropertyIs{operator}></fes:Filter>"
    )


def features(server: Server, name: str, **more: Any) -> list[etree._Element]:
    return ask(server, "GetFeature", typenames=f"app:{name}", **more).findall("wfs:member/*", NS)


def values(server: Server, name: str, path: str, **more: Any) -> etree._Element:
    asked = {"typenames": f"app:{name}", "valuereference": path}
    return ask(server, "GetPropertyValue", **asked, **more)


def refusal(server: Server, **asked: Any) -> str:
    given = {"service": "WFS", "version": "2.0.0", "request": "GetFeature"} | asked
    answer = httpx.get(f"{server.url}/wfs", params=given, timeout=30)
    assert answer.status_code == 400, answer.text
    return str(etree.fromstring(answer.content).findtext(".//{*}ExceptionText"))


@pytest.mark.parametrize(
    ("name", "asked", "beside"),
    [
        (ZONE, "app:maksWysokoscZabudowy", ["maksWysokoscZabudowy"]),
        (ZONE, "max_height_m,app:nazwaAlternatywna", ["maksWysokoscZabudowy"]),
        (ZONE, "gml:identifier,app:symbol", ["identifier"]),
        (DOCUMENT, "app:uchwala", ["uchwala"]),
        (DOCUMENT, "app:idIIP/app:Identyfikator/app:lokalnyId,app:lacze", ["lacze"]),
    ],
)
def test_only_what_is_asked_for_comes_and_what_the_schema_demands(
    server: Server, schemas: Any, name: str, asked: str, beside: list[str]
) -> None:
    found = features(server, name, count=60, propertyname=asked)
    told = [{etree.QName(child).localname for child in one} for one in found]
    assert set().union(*told) == {*MANDATORY[name], *beside}
    described = {"service": "WFS", "version": "2.0.0", "request": "DescribeFeatureType"}
    answer = httpx.get(f"{server.url}/wfs", params=described | {"typenames": f"app:{name}"})
    schema = schemas.compile(answer.content)
    for one in found[:3]:
        schema.assertValid(etree.fromstring(etree.tostring(one)))


def test_xml_requests_select_in_the_same_way(server: Server) -> None:
    body = f"""<wfs:GetFeature xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:a="{APP}"
      xmlns:fes="http://www.opengis.net/fes/2.0" service="WFS" version="2.0.0" count="2">
      <wfs:Query typeNames="a:{DOCUMENT}"><wfs:PropertyName>a:lacze</wfs:PropertyName>
      <fes:SortBy><fes:SortProperty><fes:ValueReference>a:idIIP/a:Identyfikator/a:lokalnyId
      </fes:ValueReference><fes:SortOrder>DESC</fes:SortOrder></fes:SortProperty></fes:SortBy>
      </wfs:Query></wfs:GetFeature>"""
    root = etree.fromstring(httpx.post(f"{server.url}/wfs", content=body, timeout=30).content)
    first, second = root.findall("wfs:member/*", NS)
    assert {etree.QName(child).localname for child in first} == {*MANDATORY[DOCUMENT], "lacze"}
    ids = [one.findtext(".//app:lokalnyId", "", NS) for one in (first, second)]
    assert ids == sorted(ids, reverse=True)


def test_flat_answers_select_by_the_elements_too(server: Server) -> None:
    asked = {"typenames": f"app:{ZONE}", "count": 1, "outputformat": "application/json"}
    asked |= {"service": "WFS", "version": "2.0.0", "request": "GetFeature"}
    asked |= {"propertyname": "app:symbol"}
    (one,) = httpx.get(f"{server.url}/wfs", params=asked).json()["features"]
    assert list(one["properties"]) == ["zone_kind"]
    assert one["geometry"] is None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("app:nazwa/@xlink:href", "{nazwa}"),
        ("app:nazwa", "{nazwa}"),
        (f"app:{ZONE}/app:symbol", "{symbol}"),
        ("app:plan/@xlink:href", "{plan}"),
        ("app:profilPodstawowy", "{profile}"),
        ("app:profilPodstawowy", "{class}"),
        ("gml:identifier", "{identifier}"),
    ],
)
def test_filters_know_codes_by_their_addresses_and_lists_by_their_parts(
    server: Server, path: str, value: str
) -> None:
    every = features(server, ZONE, count=1000)
    one = every[-1]
    profile = one.findall("app:profilPodstawowy", NS)[-1].get(HREF, "")
    known = {
        "nazwa": one.find("app:nazwa", NS).get(HREF),  # type: ignore[union-attr]
        "symbol": one.findtext("app:symbol", "", NS),
        "plan": one.find("app:plan", NS).get(HREF),  # type: ignore[union-attr]
        "profile": profile,
        "class": profile.rpartition("-")[2],
        "identifier": one.findtext("gml:identifier", "", NS),
    }
    wanted = value.format(**known)
    element = path.removesuffix("/@xlink:href").rpartition("/")[2]

    def has(feature: etree._Element) -> bool:
        told = [(child.text, child.get(HREF, "")) for child in feature.findall(element, NS)]
        return any(wanted in (text, href, href.rpartition("-")[2]) for text, href in told)

    expected = {feature.get(GML_ID) for feature in every if has(feature)}
    found = features(server, ZONE, filter=where(path, wanted), count=1000)
    assert {feature.get(GML_ID) for feature in found} == expected
    others = features(server, ZONE, filter=where(path, wanted, "NotEqualTo"), count=1000)
    assert {one.get(GML_ID) for one in others} == {one.get(GML_ID) for one in every} - expected


def test_dates_are_compared_along_their_path(server: Server) -> None:
    path = "app:data/gmd:CI_Date/gmd:date/gco:Date"
    every = features(server, DOCUMENT, count=1000)
    dates = sorted(one.findtext(".//{*}Date", "") for one in every)
    middle = dates[len(dates) // 2]
    found = features(server, DOCUMENT, filter=where(path, middle, "LessThan"), count=1000)
    assert len(found) == sum(one < middle for one in dates) > 0


def test_pages_lead_to_one_another_and_hits_count_the_same(server: Server) -> None:
    asked: dict[str, Any] = {"sortby": "app:idIIP/app:Identyfikator/app:lokalnyId DESC"}
    asked |= {"filter": where("app:status", f"{STATUS}legalForce"), "propertyname": "app:symbol"}
    hits = ask(server, "GetFeature", typenames=f"app:{ZONE}", resulttype="hits", **asked)
    page = ask(server, "GetFeature", typenames=f"app:{ZONE}", count=40, **asked)
    seen: list[str] = []
    while True:
        assert page.get("numberMatched") == hits.get("numberMatched")
        seen += [one.get(GML_ID, "") for one in page.iterfind("wfs:member/*", NS)]
        if (address := page.get("next")) is None:
            break
        after = etree.fromstring(httpx.get(address, timeout=30).content)
        back = etree.fromstring(httpx.get(after.get("previous", ""), timeout=30).content)
        assert [e.get(GML_ID) for e in back.iter(f"{{{APP}}}{ZONE}")] == [
            e.get(GML_ID) for e in page.iter(f"{{{APP}}}{ZONE}")
        ]
        page = after
    assert len(seen) == len(set(seen)) == int(hits.get("numberMatched", ""))


def test_values_of_lists_are_counted_and_paged_one_by_one(server: Server) -> None:
    path = "app:profilPodstawowy"
    every = [
        v.get(HREF) for one in features(server, ZONE, count=1000) for v in one.findall(path, NS)
    ]
    hits = values(server, ZONE, path, resulttype="hits")
    assert (hits.get("numberMatched"), len(hits)) == (str(len(every)), 0)
    page, found = values(server, ZONE, path, count=7), []
    for at in range(3):
        assert page.get("numberReturned") == "7" == str(len(page))
        found += [one.get(HREF) for one in page.iterfind("wfs:member/*", NS)]
        assert parse_qs(urlsplit(page.get("next", "")).query)["startindex"] == [str(7 * at + 7)]
        page = etree.fromstring(httpx.get(page.get("next", ""), timeout=30).content)
    assert found == every[:21]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("app:idIIP/app:Identyfikator/app:lokalnyId", "app:idIIP/app:Identyfikator/app:lokalnyId"),
        ("app:dokumentUchwalajacy/@xlink:href", "app:dokumentUchwalajacy/@xlink:href"),
        ("app:mapaPodkladowa/app:MapaPodkladowa/app:data", "*/app:MapaPodkladowa/app:data"),
    ],
)
def test_values_are_found_where_their_path_leads(server: Server, path: str, text: str) -> None:
    root = values(server, ACT, path, count=1000)
    found = [one.text or one[0].text for one in root.iterfind("wfs:member", NS)]
    spaces = {"app": APP, "xlink": "http://www.w3.org/1999/xlink"}
    acts = features(server, ACT, count=1000)
    there = [v for one in acts for v in one.xpath(text, namespaces=spaces)]  # type: ignore[union-attr]
    assert found == [one if isinstance(one, str) else one.text for one in there]
    assert found


def test_what_cannot_be_compared_or_is_unknown_is_refused_by_its_name(server: Server) -> None:
    said = refusal(server, typenames=f"app:{ACT}", filter=where("app:rysunek", "x"))
    assert said == '"app:rysunek" can be shown, but neither compared nor sorted by'
    for path in ("app:symbol/app:x", "app:nazwaStrefy", "app:row_version", "app:unresolved"):
        said = refusal(server, typenames=f"app:{ZONE}", propertyname=path)
        assert said == f'"{path}" is no property of plan_zone'


def test_owslib_reads_the_schema_and_a_selection(server: Server) -> None:
    service = WebFeatureService(f"{server.url}/wfs", version="2.0.0")
    schema = service.get_schema(f"app:{ZONE}")
    assert schema["geometry_column"] == "geometria"
    assert {"symbol", "maksWysokoscZabudowy"} <= set(schema["properties"])
    answer = service.getfeature(
        typename=[f"app:{ZONE}"], propertyname=["app:symbol"], maxfeatures=1, startindex=3
    )
    (one,) = etree.fromstring(answer.read()).findall("wfs:member/*", NS)
    assert {etree.QName(child).localname for child in one} == set(MANDATORY[ZONE])
