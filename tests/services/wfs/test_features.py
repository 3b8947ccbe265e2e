from __future__ import annotations

import csv
import io
import json
import subprocess
from typing import Any

import httpx
import pyproj
import pytest
from lxml import etree
from owslib.fes2 import PropertyIsLike
from owslib.wfs import WebFeatureService

NS = {
    "wfs": "http://www.opengis.net/wfs/2.0",
    "wfs11": "http://www.opengis.net/wfs",
    "gml": "http://www.opengis.net/gml/3.2",
    "gml31": "http://www.opengis.net/gml",
    "sip": "urn:x-sip:feature",
    "ows": "http://www.opengis.net/ows/1.1",
    "ows10": "http://www.opengis.net/ows",
    "xs": "http://www.w3.org/2001/XMLSchema",
}
FES = 'xmlns:fes="http://www.opengis.net/fes/2.0" xmlns:gml="http://www.opengis.net/gml/3.2"'
OGC = 'xmlns:ogc="http://www.opengis.net/ogc" xmlns:gml="http://www.opengis.net/gml"'
GML_ID = f"{{{NS['gml']}}}id"


def ask(client: httpx.Client, request: str, **more: Any) -> httpx.Response:
    return client.get(
        "/wfs", params={"service": "WFS", "version": "2.0.0", "request": request} | more
    )


def features(client: httpx.Client, name: str, **more: Any) -> etree._Element:
    answer = ask(client, "GetFeature", typenames=f"sip:{name}", **more)
    assert answer.status_code == 200, answer.text
    return etree.fromstring(answer.content)


def ids(root: etree._Element) -> list[str]:
    return [one[0].get(GML_ID, "") for one in root.iterfind("wfs:member", NS)]


def refusal(answer: httpx.Response) -> tuple[str | None, str | None]:
    one = etree.fromstring(answer.content).find("{*}Exception")
    assert one is not None, answer.text
    return one.get("exceptionCode"), one.get("locator")


def fes(condition: str) -> str:
    return f"<fes:Filter {FES}>{condition}</fes:Filter>"


def compared(operator: str, name: str, value: str, **attributes: str) -> str:
    said = "".join(f' {key}="{text}"' for key, text in attributes.items())
    return fes(
        f"<fes:{operator}{said}><fes:ValueReference>{name}</fes:ValueReference>"
        f"<fes:Literal>{value}</fes:Literal></fes:{operator}>"
    )


@pytest.mark.parametrize("code", [2178, 2180, 3857, 4258, 4326])
def test_a_point_comes_in_the_authority_s_order_of_axes(client: httpx.Client, code: int) -> None:
    root = features(client, "tree", count=1, srsname=f"urn:ogc:def:crs:EPSG::{code}")
    point = root.find(".//gml:Point", NS)
    assert point is not None
    assert point.get("srsName") == f"urn:ogc:def:crs:EPSG::{code}"
    first, second = (float(word) for word in point.findtext("gml:pos", "", NS).split())
    east, north = 7473000 + 7919, 5618000 + 104729 % 40000
    moved = pyproj.Transformer.from_crs(2178, code).transform(north, east)
    assert (first, second) == pytest.approx(moved, abs=1e-8 if code in (4258, 4326) else 1e-3)


@pytest.mark.parametrize("code", [2178, 2180, 3857, 4326])
def test_a_box_in_any_crs_finds_exactly_what_lies_in_it(client: httpx.Client, code: int) -> None:
    root = features(client, "tree", srsname=f"urn:ogc:def:crs:EPSG::{code}")
    known = {
        one[0].get(GML_ID): [float(word) for word in one.findtext(".//gml:pos", "", NS).split()]
        for one in root.iterfind("wfs:member", NS)
    }
    firsts, seconds = (sorted(pair[axis] for pair in known.values()) for axis in (0, 1))
    low = [(values[20] + values[21]) / 2 for values in (firsts, seconds)]
    high = [(values[70] + values[71]) / 2 for values in (firsts, seconds)]
    box = ",".join([*map(repr, [*low, *high]), f"urn:ogc:def:crs:EPSG::{code}"])
    expected = {
        key
        for key, pair in known.items()
        if all(a <= v <= b for a, v, b in zip(low, pair, high, strict=True))
    }
    assert expected
    assert set(ids(features(client, "tree", bbox=box))) == expected


@pytest.mark.parametrize(("version", "xsd"), [("2.0.0", "gml/3.2.1/gml.xsd")])
@pytest.mark.parametrize("name", ["tree", "parcel", "street"])
def test_features_are_valid_by_their_own_schema(
    client: httpx.Client, schemas: Any, name: str, version: str, xsd: str
) -> None:
    described = client.get(
        "/wfs",
        params={"service": "WFS", "version": version, "request": "DescribeFeatureType",
                "typenames": f"sip:{name}"},
    )  # fmt: skip
    assert xsd in described.text
    schema = schemas.compile(described.content)
    for member in features(client, name, count=20).iterfind("wfs:member", NS):
        schema.assertValid(etree.fromstring(etree.tostring(member[0])))


def test_no_gml_id_occurs_twice_and_every_geometry_has_one(client: httpx.Client) -> None:
    root = features(client, "parcel")
    found = [one.get(GML_ID) for one in root.iter() if one.get(GML_ID)]
    shapes = root.findall(".//gml:MultiSurface", NS) + root.findall(".//gml:Polygon", NS)
    assert len(found) == len(set(found))
    assert len(shapes) == 75
    assert all(one.get(GML_ID) for one in shapes)


@pytest.mark.parametrize(
    ("condition", "number"),
    [
        (compared("PropertyIsEqualTo", "sip:name", "Lipa O'Hara"), 16),
        (compared("PropertyIsEqualTo", "sip:tree/sip:name", "lipa o'hara", matchCase="false"), 16),
        (compared("PropertyIsLike", "name", "%wierk\\_", wildCard="%", singleChar="_",
                  escapeChar="\\"), 16),
        (compared("PropertyIsLike", "name", "*Bartek*", wildCard="*", singleChar=".",
                  escapeChar="!"), 16),
        (compared("PropertyIsLike", "protected", "tru%", wildCard="%", singleChar="_",
                  escapeChar="\\"), 30),
        (compared("PropertyIsGreaterThan", "health", "1"), 45),
        (compared("PropertyIsLessThan", "planted", "2001-04-25"), 2),
        (compared("PropertyIsGreaterThanOrEqualTo", "seen", "2020-01-27T00:00:00Z"), 3),
        (fes("<fes:PropertyIsNull><fes:ValueReference>name</fes:ValueReference>"
             "</fes:PropertyIsNull>"), 12),
        (fes("<fes:PropertyIsBetween><fes:ValueReference>rings</fes:ValueReference>"
             "<fes:LowerBoundary><fes:Literal>3</fes:Literal></fes:LowerBoundary>"
             "<fes:UpperBoundary><fes:Literal>4</fes:Literal></fes:UpperBoundary>"
             "</fes:PropertyIsBetween>"), 14),
        (fes('<fes:ResourceId rid="tree.7"/><fes:ResourceId rid="parcel.8"/>'), 1),
        (fes('<fes:Or><fes:ResourceId rid="tree.7"/><fes:ResourceId rid="tree.9"/></fes:Or>'), 2),
        (fes("<fes:DWithin/>"), None),
        (compared("PropertyIsEqualTo", "owner_name", "Jan Kowalski"), None),
        (compared("PropertyIsEqualTo", "rings", "many"), None),
    ],
)  # fmt: skip
def test_a_filter_finds_exactly_what_it_says(
    client: httpx.Client, condition: str, number: int | None
) -> None:
    answer = ask(client, "GetFeature", typenames="tree", resulttype="hits", filter=condition)
    body = (
        f'<wfs:GetFeature xmlns:wfs="{NS["wfs"]}" service="WFS" version="2.0.0" '
        f'resultType="hits"><wfs:Query typeNames="tree">{condition}</wfs:Query></wfs:GetFeature>'
    )
    posted = client.post("/ows", content=body, headers={"Content-Type": "text/xml"})
    for one in (answer, posted):
        if number is None:
            assert refusal(one)[0] == "InvalidParameterValue"
        else:
            assert etree.fromstring(one.content).get("numberMatched") == str(number)


def test_a_hidden_field_is_refused_in_the_same_words_as_an_absent_one(client: httpx.Client) -> None:
    for key, value in (
        ("filter", compared("PropertyIsEqualTo", "@", "x")),
        ("propertyname", "@"),
        ("sortby", "@"),
    ):
        hidden, absent = (
            ask(
                client, "GetFeature", typenames="tree", **{key: value.replace("@", name)}
            ).text.replace(name, "@")
            for name in ("owner_name", "never_there")
        )
        assert hidden == absent
        assert "ExceptionReport" in hidden


def test_pages_visit_every_feature_once_and_lead_on_and_back(client: httpx.Client) -> None:
    seen: list[str] = []
    condition = compared("PropertyIsNotEqualTo", "name", "Sosna")
    root = features(client, "tree", count=20, filter=condition, sortby="height_m DESC")
    matched = int(root.get("numberMatched", ""))
    while True:
        seen += ids(root)
        following = root.get("next")
        if following is None:
            break
        root = etree.fromstring(client.get(following).content)
        assert root.get("previous")
    assert len(seen) == len(set(seen)) == matched


def test_a_feature_can_be_had_alone_by_its_id(client: httpx.Client) -> None:
    stored = {"storedquery_id": "urn:ogc:def:query:OGC-WFS::GetFeatureById"}
    root = etree.fromstring(ask(client, "GetFeature", **stored, id="parcel.3").content)
    assert (root.tag, root.get(GML_ID)) == ("{urn:x-sip:feature}parcel", "parcel.3")
    absent = ask(client, "GetFeature", **stored, id="parcel.999")
    assert absent.status_code == 404
    assert refusal(absent) == ("NotFound", "ID")


def test_a_whole_data_set_is_a_stored_query_of_inspire(client: httpx.Client) -> None:
    answer = ask(
        client,
        "GetFeature",
        storedquery_id="http://inspire.ec.europa.eu/operation/download/GetSpatialDataSet",
        DataSetIdCode="street",
        DataSetIdNamespace="x",
        CRS="http://www.opengis.net/def/crs/EPSG/0/4258",
        Language="pol",
    )
    root = etree.fromstring(answer.content)
    assert len(ids(root)) == 12
    curve = root.find(".//gml:LineString", NS)
    assert curve is not None
    assert curve.get("srsName") == "urn:ogc:def:crs:EPSG::4258"


def test_values_of_one_property_leave_empty_ones_out(client: httpx.Client) -> None:
    answer = ask(client, "GetPropertyValue", typenames="tree", valuereference="name", count=100)
    root = etree.fromstring(answer.content)
    assert len(root) == 78 == int(root.get("numberMatched", ""))
    alone = ask(client, "GetPropertyValue", typenames="tree", valuereference="@gml:id", count=2)
    texts = [one.text for one in etree.fromstring(alone.content)]
    assert texts == ["tree.1", "tree.2"]


def test_the_older_version_speaks_gml_3_1_and_its_own_filter(client: httpx.Client) -> None:
    condition = (
        f"<ogc:Filter {OGC}><ogc:BBOX><ogc:PropertyName>sip:geom</ogc:PropertyName>"
        '<gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>50 20'
        "</gml:lowerCorner><gml:upperCorner>52 22</gml:upperCorner></gml:Envelope></ogc:BBOX>"
        "</ogc:Filter>"
    )
    answer = client.get(
        "/wfs",
        params={"SERVICE": "WFS", "VERSION": "1.1.0", "REQUEST": "GetFeature",
                "TYPENAME": "sip:tree", "MAXFEATURES": "5", "FILTER": condition},
    )  # fmt: skip
    root = etree.fromstring(answer.content)
    members = root.findall("gml31:featureMember/sip:tree", NS)
    assert (root.tag, root.get("numberOfFeatures")) == (f"{{{NS['wfs11']}}}FeatureCollection", "5")
    assert len(members) == 5
    assert members[0].find(".//gml31:Point/gml31:pos", NS) is not None


@pytest.mark.parametrize("version", ["2.0.0", "1.1.0"])
def test_the_highest_common_version_is_chosen(client: httpx.Client, version: str) -> None:
    given = {"service": "WFS", "request": "GetCapabilities", "acceptversions": f"9.9.9,{version}"}
    assert etree.fromstring(client.get("/ows", params=given).content).get("version") == version


@pytest.mark.parametrize(
    ("given", "code", "locator"),
    [
        ({}, "MissingParameterValue", "service"),
        ({"service": "WFS"}, "MissingParameterValue", "request"),
        ({"service": "WFS", "request": "Transaction"}, "OperationNotSupported", "Transaction"),
        ({"service": "WFS", "request": "LockFeature"}, "OperationNotSupported", "LockFeature"),
        ({"service": "WFS", "request": "GetFeature"}, "MissingParameterValue", "typeNames"),
        ({"service": "WFS", "request": "GetFeature", "typenames": "heating"},
         "InvalidParameterValue", "typeNames"),
        ({"service": "WFS", "request": "GetFeature", "typenames": "relief"},
         "InvalidParameterValue", "typeNames"),
        ({"service": "WFS", "request": "GetFeature", "typenames": "tree,parcel"},
         "OptionNotSupported", "typeNames"),
        ({"service": "WFS", "request": "GetFeature", "typenames": "tree", "count": "-1"},
         "InvalidParameterValue", "count"),
        ({"service": "WFS", "request": "GetFeature", "typenames": "tree",
          "startindex": "99999999999"}, "InvalidParameterValue", "startIndex"),
        ({"service": "WFS", "request": "GetFeature", "typenames": "tree", "srsname": "EPSG:2177"},
         "InvalidParameterValue", "srsName"),
        ({"service": "WFS", "request": "GetFeature", "typenames": "tree", "bbox": "1,2,3"},
         "InvalidParameterValue", "bbox"),
        ({"service": "WFS", "request": "GetFeature", "typenames": "tree", "sortby": "geom"},
         "InvalidParameterValue", "sortBy"),
        ({"service": "WFS", "request": "GetFeature", "typenames": "tree", "version": "3.0"},
         "InvalidParameterValue", "version"),
        ({"service": "WFS", "request": "GetCapabilities", "acceptversions": "0.1"},
         "VersionNegotiationFailed", "AcceptVersions"),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_is_refused_by_code_and_locator(
    client: httpx.Client, given: dict[str, str], code: str, locator: str
) -> None:
    answer = client.get("/wfs", params=given)
    assert refusal(answer) == (code, locator)
    assert answer.status_code == 400


def test_a_posted_entity_is_refused_and_not_expanded(client: httpx.Client) -> None:
    body = (
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
        f'<wfs:GetFeature xmlns:wfs="{NS["wfs"]}" service="WFS" version="2.0.0" handle="&e;"/>'
    )
    answer = client.post("/wfs", content=body)
    assert refusal(answer)[0] == "OperationParsingFailed"


def test_geojson_is_in_degrees_unless_another_crs_is_named(client: httpx.Client) -> None:
    plain, named = (
        ask(
            client, "GetFeature", typenames="tree", outputformat="application/json", count=1, **more
        )
        for more in ({}, {"srsname": "EPSG:2178"})
    )
    assert plain.headers["content-type"] == "application/geo+json"
    lon, lat = plain.json()["features"][0]["geometry"]["coordinates"]
    assert 20 < lon < 22
    assert 50 < lat < 52
    assert named.json()["crs"]["properties"]["name"] == "urn:ogc:def:crs:EPSG::2178"


def test_csv_has_a_header_and_quotes_what_needs_it(client: httpx.Client) -> None:
    answer = ask(client, "GetFeature", typenames="tree", outputformat="text/csv", count=5)
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["name"] for row in rows][4] == 'Dąb "Bartek"'
    assert rows[0]["geom_wkt"].startswith("POINT(")
    assert "owner_name" not in rows[0]


def test_named_properties_leave_the_others_out(client: httpx.Client) -> None:
    root = features(client, "tree", propertyname="sip:rings,sip:health", count=1)
    assert [etree.QName(one).localname for one in root[0][0]] == ["rings", "health"]


def test_the_application_schema_says_what_fields_mean_in_both_languages(
    client: httpx.Client,
) -> None:
    root = etree.fromstring(ask(client, "DescribeFeatureType").content)
    assert {one.get("name") for one in root.iterfind("xs:element", NS)} == {
        "tree",
        "parcel",
        "street",
    }
    said = {one.text for one in root.iter("{*}documentation")}
    assert {"Wysokość", "Height", "Drzewa miejskie"} <= said
    assert "Właściciel" not in said


@pytest.mark.parametrize("version", ["2.0.0", "1.1.0"])
def test_gdal_reads_features_where_they_lie(town: str, version: str) -> None:
    command = ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", f"WFS:{town}/wfs?VERSION={version}",
               "sip:tree", "-t_srs", "EPSG:4326",
               "-where", "rings = 1 AND height_m > 10"]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)["features"]
    assert {one["properties"]["rings"] for one in found} == {1}
    lon, lat = found[0]["geometry"]["coordinates"]
    expected = pyproj.Transformer.from_crs(2178, 4326).transform(5618000 + 104729 % 40000, 7480919)
    assert found[0]["properties"]["gml_id"] == "tree.1"
    assert (lat, lon) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("version", ["2.0.0", "1.1.0"])
def test_owslib_finds_types_with_extents_and_metadata(town: str, version: str) -> None:
    service = WebFeatureService(f"{town}/wfs", version=version)
    assert set(service.contents) == {"sip:tree", "sip:parcel", "sip:street"}
    west, south, east, north = service["sip:tree"].boundingBoxWGS84
    assert 20 < west < east < 22
    assert 50 < south < north < 52
    [record] = service["sip:tree"].metadataUrls
    assert "MD_Metadata" in httpx.get(record["url"]).text


def test_owslib_filters_by_post(town: str) -> None:
    service = WebFeatureService(f"{town}/wfs", version="2.0.0")
    like = PropertyIsLike("name", "Buk%", wildCard="%", singleChar="_", escapeChar="\\")
    condition = etree.tostring(like.toXML(), encoding="unicode")
    answer = service.getfeature(typename=["sip:tree"], filter=fes(condition), method="Post")
    assert len(ids(etree.fromstring(answer.read()))) == 15
