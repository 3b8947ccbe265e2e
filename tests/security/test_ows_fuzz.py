"""Whatever is in the parameters and bodies of OWS requests, the answer is an answer or a reason."""

from __future__ import annotations

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

pytestmark = pytest.mark.database

_NASTY = st.sampled_from(
    (
        "", " ", "\0", "\x1f", "%", "%s", "'", '"', "<", ">", "&", "]]>", "\ud7ff", "\uffff", "😀",
        "../../etc/passwd", "/etc/passwd", "http://127.0.0.1:1/", "file:///etc/passwd", "-1", "0",
        "1e999", "nan", "inf", "-0", "99999999999999999999", "1,2", "1,2,3,4", "4,3,2,1", ",,,",
        "tree,tree", "sip:tree", "heating", "EPSG:2178", "EPSG:0", "EPSG:99999999", "CRS:84",
        "urn:ogc:def:crs:EPSG::2180", "AUTO2:42001,1,0,0", "image/png", "text/html", "text/xml",
        "application/json", "2020-01-01", "2020-13-45", "2020-01-01/P1Y", "1/2/3", "hits", "*",
        "<a/>", "<fes:Filter/>", "(" * 200, "a" * 5000, "true", "null", "[]", "{}",
    )
)  # fmt: skip
_VALUE = st.one_of(_NASTY, st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
_VALID = {
    "WMS": {
        "VERSION": "1.3.0", "REQUEST": "GetMap", "LAYERS": "tree", "STYLES": "", "CRS": "EPSG:2178",
        "BBOX": "5630000,7470000,5640000,7480000", "WIDTH": "40", "HEIGHT": "40",
        "FORMAT": "image/png", "QUERY_LAYERS": "tree", "I": "3", "J": "3",
        "INFO_FORMAT": "text/html",
        "TIME": "2020-01-01", "TRANSPARENT": "TRUE", "BGCOLOR": "0xFFFFFF", "EXCEPTIONS": "XML",
        "SLD_BODY": "<a/>", "SLD": "http://127.0.0.1:1/", "MAP": "/etc/passwd", "LAYER": "tree",
        "LANGUAGE": "pol", "ELEVATION": "1", "FEATURE_COUNT": "3", "SERVICE": "WMS",
        "map.imagecolor": "255", "map_layer[tree]_data": "x", "FILTER": "(<Filter/>)",
    },
    "WFS": {
        "VERSION": "2.0.0", "REQUEST": "GetFeature", "TYPENAMES": "tree", "COUNT": "2",
        "STARTINDEX": "0", "RESULTTYPE": "results", "OUTPUTFORMAT": "application/geo+json",
        "SRSNAME": "EPSG:2180", "BBOX": "5630000,7470000,5640000,7480000", "SORTBY": "name DESC",
        "PROPERTYNAME": "name", "RESOURCEID": "tree.1", "FILTER": "<Filter/>",
        "VALUEREFERENCE": "name",
        "NAMESPACES": "xmlns(a,http://a)", "STOREDQUERY_ID": "x", "ID": "tree.1", "SERVICE": "WFS",
        "ALIASES": "a", "FILTER_LANGUAGE": "x", "RESOLVE": "all", "ACCEPTVERSIONS": "2.0.0",
    },
    "CSW": {
        "VERSION": "2.0.2", "REQUEST": "GetRecords", "TYPENAMES": "csw:Record", "ID": "tree",
        "ELEMENTSETNAME": "full", "ELEMENTNAME": "dc:title", "RESULTTYPE": "results",
        "STARTPOSITION": "1", "MAXRECORDS": "2", "CONSTRAINT": "title like '%a%'",
        "CONSTRAINTLANGUAGE": "CQL_TEXT", "CONSTRAINT_LANGUAGE_VERSION": "1.1.0", "SERVICE": "CSW",
        "SORTBY": "title:A", "OUTPUTSCHEMA": "http://www.isotc211.org/2005/gmd",
        "PROPERTYNAME": "title", "PARAMETERNAME": "x", "NAMESPACE": "xmlns(a=http://a)",
    },
    "WMTS": {
        "VERSION": "1.0.0", "REQUEST": "GetTile", "LAYER": "relief", "STYLE": "default",
        "TILEMATRIXSET": "WebMercatorQuad", "TILEMATRIX": "5", "TILEROW": "10", "TILECOL": "17",
        "FORMAT": "image/png", "TIME": "2020", "SERVICE": "WMTS",
    },
}  # fmt: skip
_REQUESTS = {
    "WMS": ("GetMap", "GetFeatureInfo", "GetLegendGraphic", "GetCapabilities", "GetStyles"),
    "WFS": (
        "GetFeature", "GetPropertyValue", "DescribeFeatureType", "ListStoredQueries",
        "DescribeStoredQueries", "GetCapabilities", "Transaction", "LockFeature",
    ),
    "CSW": ("GetRecords", "GetRecordById", "GetDomain", "DescribeRecord", "GetCapabilities"),
    "WMTS": ("GetTile", "GetFeatureInfo", "GetCapabilities"),
}  # fmt: skip


@st.composite
def requests(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """A valid request with some parameters replaced, dropped or doubled in another case."""
    service = draw(st.sampled_from(sorted(_VALID)))
    valid = {**_VALID[service], "REQUEST": draw(st.sampled_from(_REQUESTS[service]))}
    kept = draw(st.sets(st.sampled_from(sorted(valid)), min_size=len(valid) - 3))
    spoiled = draw(st.sets(st.sampled_from(sorted(valid)), max_size=2))
    given = {name: value for name, value in valid.items() if name in kept}
    given |= {name: draw(_VALUE) for name in sorted(spoiled)}
    return "/csw" if service == "CSW" and draw(st.booleans()) else "/ows", given


def assert_explained(answer: httpx.Response) -> None:
    assert answer.status_code < 500, answer.text[:500]
    kind = answer.headers["content-type"].split(";")[0]
    if kind.endswith("xml"):
        etree.fromstring(answer.content)
    for told in (b"Traceback", b"psycopg", b"asyncpg", b"msDraw", b"PGRES", b"/pub/", b"SELECT "):
        assert told not in answer.content


@given(asked=requests())
@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_parameters_are_answered_or_refused_with_a_reason(
    client: httpx.Client, asked: tuple[str, dict[str, str]]
) -> None:
    address, parameters = asked
    assert_explained(client.get(address, params=parameters))


def test_what_xml_cannot_hold_is_echoed_as_a_sign_of_its_own(client: httpx.Client) -> None:
    answer = client.get("/csw", params={
        "SERVICE": "CSW", "VERSION": "2.0.2", "REQUEST": "GetDomain", "PARAMETERNAME": "a\uffff<b",
    })  # fmt: skip
    assert "a\ufffd<b" in "".join(etree.fromstring(answer.content).itertext())


_NAMES = st.sampled_from(
    (
        "GetFeature", "Query", "fes:Filter", "fes:And", "fes:Or", "fes:Not",
        "fes:PropertyIsEqualTo",
        "fes:PropertyIsLike", "fes:PropertyIsBetween", "fes:LowerBoundary", "fes:BBOX",
        "fes:ValueReference", "fes:Literal", "fes:Intersects", "fes:ResourceId", "fes:During",
        "gml:Point", "gml:pos", "gml:Envelope", "gml:lowerCorner", "gml:Polygon", "gml:exterior",
        "gml:LinearRing", "gml:posList", "fes:SortBy", "GetRecords", "csw:Query", "ogc:Filter",
        "csw:Constraint", "ogc:PropertyIsLike", "ogc:PropertyName", "StoredQuery", "Parameter",
    )
)  # fmt: skip
_ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        ("typeNames", "srsName", "wildCard", "singleChar", "escapeChar", "rid", "count", "version",
         "service", "startIndex", "resultType", "srsDimension", "matchCase", "id")
    ),
    st.one_of(st.sampled_from(("tree", "EPSG:2178", "*", ".", "\\", "2.0.0", "WFS", "3")), _NASTY),
    max_size=3,
)  # fmt: skip
_TEXT = st.one_of(
    st.sampled_from(("", "name", "height_m", "geom", "50 20", "1 2 3 4 5 6", "3")), _NASTY
)
_SPACES = {
    None: "http://www.opengis.net/wfs/2.0",
    "fes": "http://www.opengis.net/fes/2.0",
    "gml": "http://www.opengis.net/gml/3.2",
    "csw": "http://www.opengis.net/cat/csw/2.0.2",
    "ogc": "http://www.opengis.net/ogc",
}


def _element(
    name: str, attributes: dict[str, str], text: str, children: list[etree._Element]
) -> etree._Element:
    prefix, _, local = name.rpartition(":")
    made = etree.Element(f"{{{_SPACES[prefix or None]}}}{local}", nsmap=_SPACES)
    for key, value in attributes.items():
        made.set(key, _printable(value))
    made.text = _printable(text)
    made.extend(children)
    return made


def _printable(text: str) -> str:
    return "".join(one for one in text if one.isprintable())


documents = st.recursive(
    st.builds(_element, _NAMES, _ATTRIBUTES, _TEXT, st.just([])),
    lambda inner: st.builds(_element, _NAMES, _ATTRIBUTES, _TEXT, st.lists(inner, max_size=3)),
    max_leaves=8,
)
conditions = st.recursive(
    st.builds(_element, _NAMES, _ATTRIBUTES, _TEXT, st.just([])),
    lambda inner: st.builds(_element, _NAMES, _ATTRIBUTES, _TEXT, st.lists(inner, max_size=3)),
    max_leaves=6,
)


@given(root=documents)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_document_is_answered_or_refused_with_a_reason(
    client: httpx.Client, root: etree._Element
) -> None:
    body = etree.tostring(root)
    for address in ("/ows", "/csw"):
        answer = client.post(address, content=body, headers={"Content-Type": "text/xml"})
        assert_explained(answer)


@given(condition=conditions)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_filter_is_answered_or_refused_with_a_reason(
    client: httpx.Client, condition: etree._Element
) -> None:
    query = _element(
        "Query", {"typeNames": "tree"}, "", [_element("fes:Filter", {}, "", [condition])]
    )
    root = _element("GetFeature", {"service": "WFS", "version": "2.0.0", "count": "2"}, "", [query])
    headers = {"Content-Type": "text/xml"}
    assert_explained(client.post("/ows", content=etree.tostring(root), headers=headers))


@given(body=st.binary(max_size=200))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_bytes_are_refused_with_a_reason(client: httpx.Client, body: bytes) -> None:
    for address in ("/ows", "/csw"):
        answer = client.post(address, content=body, headers={"Content-Type": "text/xml"})
        assert 400 <= answer.status_code < 500
        assert_explained(answer)
