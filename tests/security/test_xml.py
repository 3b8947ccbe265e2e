"""XML from outside comes in through one door, which lets in neither entities nor addresses."""

from __future__ import annotations

import ast

import pytest

from sip import xml
from sip.errors import QueryError
from tests.test_architecture import modules

_PARSERS = {
    "fromstring", "fromstringlist", "parse", "iterparse", "XML", "HTML", "XMLParser", "HTMLParser",
    "XMLPullParser", "XSLT", "XInclude", "RelaxNG", "Schematron", "DTD", "XMLSchema",
}  # fmt: skip
_OTHER_PARSERS = ("xml.", "defusedxml", "xmltodict", "bs4", "html5lib", "lxml.html")


def test_nothing_but_the_one_door_parses_xml() -> None:
    wrong = [
        f"{module}:{node.lineno}: etree.{node.attr}"
        for module, tree in modules().items()
        if module != "sip.xml"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "etree"
        and node.attr in _PARSERS
    ]
    assert wrong == []


def test_no_other_parser_of_xml_is_imported() -> None:
    wrong = []
    for module, tree in modules().items():
        for node in ast.walk(tree):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [f"{node.module}.{one.name}" for one in node.names]
            allowed = ("lxml.etree", "xml.sax.saxutils.escape", "xml.sax.saxutils.quoteattr")
            wrong += [
                f"{module}:{node.lineno}: {name}"
                for name in names
                if name.startswith((*_OTHER_PARSERS, "lxml")) and name not in allowed
            ]
    assert wrong == []


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;]><a/>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd"><a/>',
        '<!DOCTYPE a PUBLIC "x" "file:///etc/passwd"><a/>',
        f'<!DOCTYPE a [<!ENTITY l0 "lol">{BOMB}]><a>&l9;</a>',
        "<!DOCTYPE a><a/>",
        "<a>&nbsp;</a>",
        "<a>" * 5000 + "</a>" * 5000,
        "<a><b></a>",
        "",
        "\0",
        "<a xmlns:x='x' x:b='1' x:b='2'/>",
    ],
)
def test_what_is_dangerous_or_broken_is_refused(text: str) -> None:
    with pytest.raises(QueryError):
        xml.parse(text.encode())


def test_an_inclusion_is_not_followed() -> None:
    text = b'<a xmlns:x="http://www.w3.org/2001/XInclude"><x:include href="/etc/passwd"/></a>'
    assert "root:" not in xml.text(xml.parse(text))


def test_a_stylesheet_instruction_is_dropped() -> None:
    root = xml.parse(b'<?xml-stylesheet href="file:///etc/passwd"?><a><?php x?>b</a>')
    assert len(root.getroottree().xpath("//processing-instruction()")) == 0  # type: ignore[arg-type]


def test_a_long_document_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(QueryError, match="bytes"):
        xml.parse(b"<a" + b" " * 1000, limit_bytes=1000)
