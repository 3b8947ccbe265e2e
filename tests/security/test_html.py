"""What is stored or asked never becomes markup, neither in a page nor by a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from tests.security.conftest import Heard
from tests.test_architecture import ROOT, tracked

pytestmark = pytest.mark.database
MARK = "zz9evil"
_PIECES = st.sampled_from(
    (
        f"<{MARK}>", f"</td><{MARK}>", f'"><{MARK} x="', f"'><{MARK} x='", f' {MARK}="1" ',
        f"' {MARK}='1' ", f"</script><{MARK}>", f"<!--><{MARK}>", f"]]><{MARK}>",
        f"</title><{MARK}>",
        f"</textarea><{MARK}>", f"javascript:{MARK}", f"{{{{ '{MARK}' }}}}", "&lt;", "&#60;", "`",
        "\u2028", "\r\n", "\\", "${1}", "%3Cx%3E", "'", '"', "<", ">", "&", "=", "/", "żółw",
        "\u202e",
    )
)  # fmt: skip
values = st.lists(_PIECES, min_size=1, max_size=5).map("".join)
WMS = (
    "/ows?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&LAYERS=tree&QUERY_LAYERS=tree&STYLES="
    "&CRS=EPSG:2178&BBOX=5617000,7472000,5660000,7515000&WIDTH=3&HEIGHT=3&I=1&J=1&FORMAT=image/png"
    "&FEATURE_COUNT=50&INFO_FORMAT=text/html"
)
PAGES = (
    "/ogc/collections/tree/items/1?f=html",
    "/ogc/collections/tree/items?f=html&limit=5",
    "/ogc/collections/tree/items?f=html&limit=5&sortby=name",
    WMS,
)


@pytest.fixture(scope="module")
def stored(heard: Heard, client: httpx.Client) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    with psycopg.connect(heard.settings.dsn(), autocommit=True) as connection:
        yield connection


def assert_no_markup(answer: httpx.Response) -> None:
    """Whatever the value is, it makes no element, no attribute and no script."""
    assert answer.status_code < 500, answer.text[:300]
    if "html" not in answer.headers.get("content-type", ""):
        return
    root = html.fromstring(answer.text.replace("\0", ""))
    for one in root.iter(etree.Element):
        assert one.tag != MARK
        for name, value in one.attrib.items():
            assert MARK not in name
            assert not name.lower().startswith("on")
            if name in ("href", "src", "action", "formaction"):
                assert not value.strip().lower().startswith("javascript:")
        if one.tag in ("script", "style"):
            assert MARK not in (one.text or "")


@given(value=values)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_stored_value_is_text_in_every_page(
    stored: psycopg.Connection[tuple[object, ...]], client: httpx.Client, value: str
) -> None:
    stored.execute("UPDATE greenery.tree SET name = %s WHERE id <= 3", [value])
    for address in PAGES:
        assert_no_markup(client.get(address))


@given(value=values)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_value_of_the_address_is_text_in_every_page(client: httpx.Client, value: str) -> None:
    word = quote(value)
    for address in (
        f"/?lang={word}",
        f"/map?q={word}&l={word}&c={word}&f={word}",
        f"/ogc?f={word}",
        f"/ogc/collections?f=html&lang={word}",
        f"/ogc/collections/{word}?f=html",
        f"/ogc/collections/tree/items?f=html&name={word}",
        f"/ogc/collections/tree/items?f=html&filter={word}",
        f"/ogc/collections/tree/items?f=html&{word}=1",
        f"/ogc/collections/metadata/items?f=html&q={word}",
        f"/ogc/collections/metadata/items/{word}?f=html",
        f"/sign-in?next={word}",
        f"/static/{word}/{word}",
        f"{WMS}&LANGUAGE={word}",
    ):
        assert_no_markup(client.get(address))


def test_every_page_forbids_inline_scripts_and_styles(client: httpx.Client) -> None:
    for address in ("/", "/map", "/accessibility", "/ogc?f=html", *PAGES, "/nothing"):
        answer = client.get(address)
        policy = answer.headers["content-security-policy"]
        assert "unsafe" not in policy
        assert "default-src 'self'" in policy or "default-src 'none'" in policy
        assert "*" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        if "html" in answer.headers["content-type"]:
            root = html.fromstring(answer.text)
            assert not root.xpath("//script[not(@src)][not(@type='application/json')]")
            assert not root.xpath("//style | //*[@style]")


def test_no_script_of_the_portal_makes_markup_of_text() -> None:
    sinks = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|"
        r"setTimeout\(\s*['\"]|createContextualFragment|DOMParser|srcdoc"
    )
    wrong = [
        f"{file.relative_to(ROOT)}: {found[0]}"
        for file in tracked("*.js")
        if "vendor" not in file.parts
        for found in sinks.finditer(file.read_text())
    ]
    assert wrong == []


def test_no_template_switches_escaping_off() -> None:
    pattern = re.compile(r"\|\s*safe\b|autoescape\s+false|Markup\(|autoescape=False")
    wrong = [
        str(file.relative_to(ROOT))
        for kind in ("*.html", "*.xml", "*.jinja", "*.py")
        for file in tracked(kind)
        if file.relative_to(ROOT).parts[0] in ("sip", "services")
        and pattern.search(file.read_text())
    ]
    assert wrong == []
