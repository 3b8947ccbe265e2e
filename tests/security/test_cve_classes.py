"""The classes of holes that others of this trade had, each with a test that it is not here.

The classes and cases are those of the survey of the field (section h1); a test's docstring names
the holes that it would have found.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from services.ows import mapfile
from tests.security.conftest import Heard
from tests.security.listening import listening
from tests.test_architecture import ROOT

pytestmark = pytest.mark.database
ITEMS = "/ogc/collections/tree/items"
WFS = "/ows?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=tree"
WMS = (
    "/ows?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=tree&STYLES=&CRS=EPSG:2178"
    "&BBOX=5630000,7470000,5640000,7480000&WIDTH=40&HEIGHT=40&FORMAT=image/png"
)
XML = {"Content-Type": "text/xml"}


@pytest.mark.parametrize(
    "expression",
    [
        "exec(java.lang.Runtime.getRuntime(),'touch /tmp/zz9rce')",
        "__import__('os').system('touch /tmp/zz9rce')",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "${jndi:ldap://127.0.0.1:1/x}",
        "name/../../owner_name",
        "*[1]",
        "sip:tree/owner_name",
        "pg_read_file('/etc/passwd')",
        "(SELECT 1)",
    ],
)
def test_expression_injection_names_are_taken_from_the_catalogue_only(
    client: httpx.Client, expression: str
) -> None:
    """CVE-2024-36401 (property names as XPath), CVE-2022-24816: whatever names a property."""
    word = quote(expression)
    reference = expression.replace("&", "&amp;").replace("<", "&lt;")
    body = (
        '<GetFeature xmlns="http://www.opengis.net/wfs/2.0" service="WFS" version="2.0.0"'
        ' xmlns:fes="http://www.opengis.net/fes/2.0"><Query typeNames="tree"><fes:Filter>'
        f"<fes:PropertyIsEqualTo><fes:ValueReference>{reference}</fes:ValueReference>"
        "<fes:Literal>1</fes:Literal></fes:PropertyIsEqualTo></fes:Filter></Query></GetFeature>"
    )
    answers = [
        client.get(f"{ITEMS}?properties={word}"),
        client.get(f"{ITEMS}?sortby={word}"),
        client.get(f"{ITEMS}?filter={word}%3D1"),
        client.get(f"{ITEMS}?{word}=1"),
        client.get(f"{WFS}&PROPERTYNAME={word}"),
        client.get(f"{WFS}&SORTBY={word}"),
        client.get(f"{WFS.replace('GetFeature', 'GetPropertyValue')}&VALUEREFERENCE={word}"),
        client.get(f"{WFS.replace('tree', word)}"),
        client.get(f"{WMS.replace('LAYERS=tree', f'LAYERS={word}')}"),
        client.post("/ows", content=body.encode(), headers=XML),
    ]
    assert [one.status_code for one in answers] == [400] * len(answers)
    assert not Path("/tmp/zz9rce").exists()


@pytest.mark.parametrize(
    "literal",
    [
        "') OR 1=1 --",
        "'; DROP TABLE greenery.tree; --",
        "\\'; SELECT pg_sleep(9); --",
        "%' UNION SELECT owner_name FROM greenery.tree --",
        "$1",
        "$$x$$",
    ],
)
def test_sql_injection_literals_find_nothing_and_change_nothing(
    client: httpx.Client, heard: Heard, literal: str
) -> None:
    """CVE-2023-25157/25158 (LIKE, ids, JSON), CVE-2021-32062, MapServer #4834 (TIME), #7538."""
    whole = client.get(f"{ITEMS}?f=json&limit=1").json()["numberMatched"]
    text = literal.replace("'", "''")
    escaped = literal.replace("&", "&amp;").replace("<", "&lt;")
    fes = (
        '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"><fes:PropertyIsLike wildCard="%"'
        ' singleChar="_" escapeChar="\\"><fes:ValueReference>name</fes:ValueReference>'
        f"<fes:Literal>{escaped}</fes:Literal></fes:PropertyIsLike></fes:Filter>"
    )
    since = heard.here()
    for address in (
        f"{ITEMS}?f=json&name={quote(literal)}",
        f"{ITEMS}?f=json&filter=" + quote(f"name = '{text}'"),
        f"{ITEMS}?f=json&filter=" + quote(f"CASEI(name) = CASEI('{text}')"),
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer.json()["numberMatched"] == 0
    for address in (
        f"{ITEMS}/{quote(literal)}",
        f"{ITEMS}?f=json&datetime={quote(literal)}",
        f"{ITEMS}?f=json&bbox={quote(literal)}",
        f"{WMS}&TIME={quote(literal)}",
        f"{WFS}&RESOURCEID=tree.{quote(literal)}",
        f"{WFS}&FILTER={quote(fes)}",
        f"/api/search?q={quote(literal)}",
    ):
        assert client.get(address).status_code < 500
    bound = {"$1"}  # the place of a value
    assert literal in bound or not [one for one in heard.statements(since) if literal in one]
    assert client.get(f"{ITEMS}?f=json&limit=1").json()["numberMatched"] == whole


def test_xxe_no_entity_is_resolved_and_no_address_fetched_wherever_xml_comes_in(
    client: httpx.Client,
) -> None:
    """CVE-2025-58360 (SLD in GetMap), CVE-2025-30220 (schema), CVE-2023-27476, mapfish #4209."""
    with listening() as (address, came):
        doctypes = (
            f'<!DOCTYPE a [<!ENTITY x SYSTEM "{address}">]>',
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            f'<!DOCTYPE a SYSTEM "{address}">',
            f'<!DOCTYPE a [<!ENTITY % p SYSTEM "{address}"> %p;]>',
        )
        for doctype in doctypes:
            fes = (
                f'{doctype}<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0">'
                "<fes:PropertyIsEqualTo><fes:ValueReference>name</fes:ValueReference>"
                "<fes:Literal>&x;</fes:Literal></fes:PropertyIsEqualTo></fes:Filter>"
            )
            get_feature = (
                f'{doctype}<GetFeature xmlns="http://www.opengis.net/wfs/2.0" service="WFS"'
                ' version="2.0.0"><Query typeNames="tree">&x;</Query></GetFeature>'
            )
            answers = [
                client.get(f"{WFS}&FILTER={quote(fes)}"),
                client.post("/ows", content=get_feature.encode(), headers=XML),
                client.post("/csw", content=get_feature.encode(), headers=XML),
                client.get(f"{WMS}&SLD_BODY={quote(fes)}"),
                client.post("/ogc/collections/tree/items", content=fes.encode(), headers=XML),
            ]
            for answer in answers:
                assert answer.status_code < 500
                assert b"root:" not in answer.content
        schema = f'xsi:schemaLocation="http://www.opengis.net/wfs/2.0 {address}"'
        body = (
            '<GetFeature xmlns="http://www.opengis.net/wfs/2.0" service="WFS" version="2.0.0"'
            f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" {schema}>'
            '<Query typeNames="tree"/></GetFeature>'
        )
        assert client.post("/ows", content=body, headers=XML).status_code == 200
    assert came == []


def test_ssrf_no_address_of_a_request_is_ever_visited(client: httpx.Client) -> None:
    """CVE-2023-41339 (sld=), CVE-2023-43795 (WPS), GHSA-jgvc-94c8-3chc (subscribers)."""
    with listening() as (address, came):
        word = quote(address)
        for asked in (
            f"{WMS}&SLD={word}",
            f"{WMS}&SLD={word}&REMOTE_OWS_TYPE=WFS&REMOTE_OWS_URL={word}",
            f"{WMS}&MAP={word}",
            f"{WMS.replace('GetMap', 'GetLegendGraphic')}&LAYER=tree&SLD={word}",
            f"{WFS}&OUTPUTFORMAT={word}&NAMESPACES=xmlns({word})",
            f"{WFS}&SCHEMA={word}",
            f"/csw?SERVICE=CSW&VERSION=2.0.2&REQUEST=Harvest&SOURCE={word}&RESOURCETYPE=x",
            f"/ogc/collections/tree/items?f=json&crs={word}",
            f"/ogc/collections/tree/items?f=json&profile={word}",
            f"/proxy?url={word}",
            f"/map?l={word}",
            f"/sign-in?next={word}",
        ):
            assert client.get(asked).status_code < 500, asked
        for body in (
            {"inputs": {"x": {"href": address}, "y": 50, "distance_m": 5}},
            {"inputs": {"x": 20, "y": 50, "distance_m": 5}, "subscriber": {"successUri": address}},
        ):
            answer = client.post("/ogc/processes/nearby/execution", json=body)
            assert answer.status_code < 500
        answer = client.post("/csw", content=f"<Harvest><Source>{address}</Source></Harvest>")
        assert answer.status_code < 500
        host = address.removeprefix("http://").removesuffix("/x")
        answer = client.get("/ogc?f=json", headers={"Host": host})
        assert answer.status_code < 500
    assert came == []


@pytest.mark.parametrize(
    "path",
    [
        "../../../../etc/passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "....//....//etc/passwd",
        "%2e%2e/%2e%2e/layers/_project.yaml",
        "/etc/passwd",
        "file:///etc/passwd",
        "..\\..\\layers\\_project.yaml",
        "tree/../../../layers/_project",
        "tree%00",
        "tree.yaml",
    ],
)
def test_path_traversal_no_name_of_a_request_is_a_file(client: httpx.Client, path: str) -> None:
    """GHSA-f6pr-83pg-ghh6 (STAC), GeoWebCache #1154, CVE-2026-9181, MapServer's map=."""
    for address in (
        f"/static/0/{path}",
        f"/static/{path}",
        f"/styles/{path}.json",
        f"/styles/{path}",
        f"/download/{path}.csv",
        f"/download/tree.{path}",
        f"/tiles/{path}/1/1/1.mvt",
        f"/tiles/{path}.json",
        f"/qgis/{path}",
        f"/ogc/collections/{path}",
        f"/ogc/collections/relief/coverage/{path}",
        f"/ogc/collections/{path}/items",
        f"{WMS}&MAP={path}",
        f"{WMS.replace('LAYERS=tree', f'LAYERS={path}')}",
        f"/ows?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER={path}&STYLE=default"
        "&TILEMATRIXSET=WebMercatorQuad&TILEMATRIX=5&TILEROW=10&TILECOL=17&FORMAT=image/png",
    ):
        answer = client.get(address)
        assert answer.status_code < 500, f"{address}: {answer.text}"
        assert b"root:" not in answer.content
        assert b"storage_crs:" not in answer.content


def test_mapserver_serves_only_mapfiles_of_ours() -> None:
    """MapServer's map=, and CVE-2021-32062: the pattern allows files of our making only."""
    text = mapfile.configuration([Path("/srv/sip/published"), Path("/srv/sip/run")])
    found = re.search(r'"MS_MAP_PATTERN" "(.+)"', text)
    assert found is not None
    allowed = re.compile(found[1])
    assert allowed.search("/srv/sip/published/000001-abc/ows/tree.pl.map")
    for path in ("/etc/passwd", "/tmp/x.map", "/srv/sip/published/../../../tmp/x.map", "x.map"):
        assert not allowed.search(path), path


def test_xss_values_are_text_and_pages_run_no_foreign_script(client: httpx.Client) -> None:
    """GEOS-6632, QGIS Server #66595/66616, GeoNetwork #1555; fuzzed in test_html.py."""
    text = "<script>alert(1)</script>"
    for address in (
        f"{ITEMS}?f=html&name={quote(text)}",
        f"/ogc/collections/{quote(text)}?f=html",
        f"/ows?SERVICE={quote(text)}",
        f"/map?q={quote(text)}",
    ):
        answer = client.get(address)
        kind = answer.headers["content-type"]
        assert text not in answer.text or "json" in kind
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "unsafe-inline" not in answer.headers["content-security-policy"]


def test_access_control_hidden_layers_and_columns_are_unknown_to_every_protocol(
    client: httpx.Client,
) -> None:
    """QGIS #32475, MapServer #4969, Lizmap, GeoFence #9448, GeoNode #2599.

    That each role sees the same by every way is what the leak test is for.
    """
    hidden = "heating"
    for address in (
        f"/ogc/collections/{hidden}",
        f"/ogc/collections/{hidden}/items",
        f"/tiles/{hidden}/5/17/10.mvt",
        f"/download/{hidden}.csv",
        f"/styles/{hidden}.json",
        f"{WFS.replace('tree', hidden)}",
        f"{WFS.replace('=tree', f'=tree,{hidden}')}",
        f"{WMS.replace('LAYERS=tree', f'LAYERS={hidden}')}",
        f"{WMS.replace('LAYERS=tree', f'LAYERS=tree,{hidden}').replace('STYLES=', 'STYLES=,')}",
        f"/csw?SERVICE=CSW&VERSION=2.0.2&REQUEST=GetRecordById&ID={hidden}",
        f"/api/identify?layers={hidden}&lon=20.6&lat=50.8",
        f"/api/feature/{hidden}/1",
    ):
        answer = client.get(address)
        absent = client.get(address.replace(hidden, "absent_layer"))
        assert answer.status_code == absent.status_code, address
        assert answer.text.replace(hidden, "absent_layer") == absent.text or "timestamp" in (
            answer.text.lower()
        )
    for address in (
        f"{ITEMS}?f=json&properties=owner_name",
        f"{ITEMS}?f=json&sortby=owner_name",
        f"{ITEMS}?f=json&owner_name=x",
        f"{ITEMS}?f=json&filter=" + quote("owner_name IS NULL"),
        f"{WFS}&PROPERTYNAME=owner_name",
        f"{WFS}&SORTBY=owner_name",
    ):
        answer = client.get(address)
        absent = client.get(address.replace("owner_name", "absent_name"))
        assert answer.status_code == absent.status_code == 400
        assert answer.text.replace("owner_name", "absent_name") == absent.text
    for address in ("/ogc/api?f=json", "/api/catalogue", "/ogc/collections?f=json"):
        text = client.get(address).text
        assert "owner_name" not in text
        assert "Kowalski" not in text


@pytest.mark.parametrize(
    "number",
    ["9" * 20, "9" * 4301, "²", "٣", "1_0", "+1", "0x1", "1e3", "-1", "\x01"],
    ids=[
        "long",
        "longest",
        "raised",
        "arabic",
        "grouped",
        "plus",
        "hex",
        "exponent",
        "minus",
        "control",
    ],
)
def test_memory_and_dos_odd_numbers_are_refused_everywhere(
    client: httpx.Client, number: str
) -> None:
    """google/oss-fuzz#8300, MapServer #6319 and #7525: sizes, offsets, ids; see test_limits.py."""
    word = quote(number)
    for address in (
        f"{ITEMS}/{word}",
        f"{ITEMS}?f=json&limit={word}",
        f"{ITEMS}?f=json&offset={word}",
        f"{ITEMS}?f=json&bbox={word},1,2,3",
        f"{ITEMS}?f=json&rings={word}",
        f"{ITEMS}?f=json&id={word}",
        f"{ITEMS}?f=json&crs=http://www.opengis.net/def/crs/EPSG/0/{word}",
        f"/tiles/tree/{word}/1/1.mvt",
        f"/tiles/tree/5/{word}/{word}.mvt",
        f"/download/tree.csv?crs={word}",
        f"/api/feature/tree/{word}",
        f"/api/search?q={word}&limit={word}",
        f"/api/identify?layers=tree&lon={word}&lat={word}&radius_m={word}",
        f"{WFS}&COUNT={word}",
        f"{WFS}&STARTINDEX={word}",
        f"{WFS}&RESOURCEID=tree.{word}",
        f"{WFS}&SRSNAME=EPSG:{word}",
        f"{WMS.replace('WIDTH=40', f'WIDTH={word}')}",
        f"{WMS.replace('EPSG:2178', f'EPSG:{word}')}",
        f"{WMS.replace('VERSION=1.3.0', f'VERSION={word}')}",
        f"/csw?SERVICE=CSW&VERSION=2.0.2&REQUEST=GetRecords&TYPENAMES=csw:Record&MAXRECORDS={word}",
        f"/ogc/collections/tree/map?width={word}",
        f"/ogc/collections/metadata/items?limit={word}",
    ):
        answer = client.get(address)
        assert answer.status_code < 500, f"{address[:120]}: {answer.text[:200]}"


def test_errors_show_nothing_of_the_insides(client: httpx.Client) -> None:
    """Stack traces and SQL in answers are where most attacks begin."""
    for address in (
        f"{ITEMS}?f=json&filter=" + quote("name ="),
        f"{ITEMS}?f=json&filter=" + quote("rings = 9e400"),
        f"{WMS}&BBOX=x",
        "/ogc/collections/relief/coverage",
        "/nothing/at/all",
    ):
        text = client.get(address).text
        for told in ("Traceback", 'File "', "asyncpg", "SELECT ", "/tmp/", str(ROOT)):
            assert told not in text


def test_supply_chain_every_package_is_pinned_with_its_digest() -> None:
    """geonode-project #583, GeoNode #12319: what runs is what was locked."""
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    packages = [line for line in lines if line and line[0].isalnum()]
    assert packages
    assert all("==" in line for line in packages)
    assert sum("--hash=sha256:" in line for line in lines) >= len(packages)
    tracked = subprocess.run(
        ["git", "grep", "-lE", r"https?://(cdn|unpkg|cdnjs|fonts\.g)", "--", "services", "sip"],
        cwd=ROOT, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    assert [one for one in tracked if "vendor" not in one] == []
