"""No literal of a request is ever in the text of a statement: it is a bound value, or refused.

What PostgreSQL itself wrote down is looked at, whichever library sent it. Every literal that the
tests put into a request holds a mark that is nowhere else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import httpx
import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip.catalogue import Catalogue
from sip.errors import SipError
from sip.query import Query, SortKey, select
from tests.security.conftest import Heard
from tests.services.conftest import write_project

pytestmark = pytest.mark.database
MARK = "zz9mark"
NUMBER = 918273645
DATE = "1871-03-07"
WFS = "/ows?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=tree"
CSW = "/csw?SERVICE=CSW&REQUEST=GetRecords&TYPENAMES=csw:Record&CONSTRAINTLANGUAGE=CQL_TEXT"
MARKS = (MARK, str(NUMBER), "1871")

_EVIL = st.sampled_from(
    (
        "",
        "'",
        "''",
        '"',
        "\\",
        "%",
        "_",
        "--",
        "/*",
        "*/",
        ";",
        "$1",
        "$$",
        "') OR 1=1 --",
        "{}",
        "%s",
        "%(a)s",
        ":a",
        "\n",
        "ż",
        "\u2019",
        "\u0301",
    )
)
texts = st.lists(_EVIL, max_size=3).map(lambda parts: MARK + MARK.join(parts) + MARK)
numbers = st.integers(0, 999).map(lambda n: NUMBER + n / 1000)
dates = st.just({"date": DATE})
moments = st.just({"timestamp": f"{DATE}T11:22:33Z"})
points = st.just({"type": "Point", "coordinates": [20.918273645, 50.918273645]})
text_columns = st.sampled_from(("name", "health")).map(lambda name: {"property": name})
number_columns = st.sampled_from(("height_m", "rings", "id")).map(lambda name: {"property": name})
_compare = st.sampled_from(("=", "<>", "<", "<=", ">", ">="))


def call(op: str, *args: Any) -> dict[str, Any]:
    return {"op": op, "args": list(args)}


leaves = st.one_of(
    st.builds(call, _compare, text_columns, texts),
    st.builds(call, _compare, texts, text_columns),
    st.builds(call, _compare, number_columns, numbers),
    st.builds(call, st.just("like"), text_columns, texts.map(lambda text: text.rstrip("\\") + "%")),
    st.builds(call, st.just("in"), text_columns, st.lists(texts, min_size=1, max_size=3)),
    st.builds(call, st.just("between"), number_columns, numbers, numbers),
    st.builds(lambda a, b: call("=", call("casei", a), call("casei", b)), text_columns, texts),
    st.builds(lambda a, b: call("=", call("accenti", a), call("accenti", b)), text_columns, texts),
    st.builds(lambda a, b, c: call("<", call("+", a, b), c), number_columns, numbers, numbers),
    st.builds(lambda a, b, c: call("<", call("^", a, b), c), number_columns, numbers, numbers),
    st.builds(call, _compare, st.just({"property": "planted"}), dates),
    st.builds(call, _compare, st.just({"property": "seen"}), moments),
    st.builds(
        lambda op, a: call(op, {"property": "planted"}, {"interval": [a["date"], ".."]}),
        st.sampled_from(("t_after", "t_during", "t_intersects")), dates,
    ),
    st.builds(
        call, st.sampled_from(("s_intersects", "s_disjoint", "s_within")),
        st.just({"property": "geom"}), points,
    ),
    st.builds(call, texts, text_columns, texts),
    st.builds(lambda name: call("=", {"property": name}, 1), texts),
)  # fmt: skip
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(call, st.sampled_from(("and", "or")), inner, inner),
        st.builds(call, st.just("not"), inner),
    ),
    max_leaves=4,
)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return write_project(tmp_path_factory.mktemp("sql"))


def assert_bound(statements: list[str]) -> None:
    for text in statements:
        assert not [mark for mark in MARKS if mark in text], text


@given(
    tree=trees, ids=st.lists(st.just(NUMBER), max_size=2),
    sort=st.lists(st.one_of(texts, st.just("name")).map(SortKey), max_size=2),
    names=st.one_of(st.none(), st.lists(texts, min_size=1, max_size=1)),
    offset=st.sampled_from((0, NUMBER)),
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_no_literal_of_a_query_is_in_the_statement_made_of_it(
    catalogue: Catalogue, tree: Any, ids: list[int], sort: list[SortKey], names: Any, offset: int
) -> None:
    query = Query(
        catalogue.layer("tree"), 2178, filter=tree, ids=ids or None, sort=sort,
        properties=names, offset=offset,
    )  # fmt: skip
    for make in (select.features, select.rows, select.count, select.counted_features):
        try:
            made = make(query)
        except SipError:
            continue
        assert_bound([made.text])


@given(tree=trees)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_filter_reaches_the_database_as_text(
    client: httpx.Client, heard: Heard, tree: Any
) -> None:
    before = heard.here()
    asked = {"filter": json.dumps(tree), "filter-lang": "cql2-json", "f": "json"}
    answer = client.get("/ogc/collections/tree/items", params=asked)
    assert answer.status_code in (200, 400), answer.text
    assert_bound(heard.statements(before))


def fes(*parts: str) -> str:
    return (
        '<fes:Filter xmlns:fes="http://www.opengis.net/fes/2.0"'
        f' xmlns:gml="http://www.opengis.net/gml/3.2">{"".join(parts)}</fes:Filter>'
    )


def addresses() -> Iterator[str]:
    """Requests of every service, with marks wherever a value can stand."""
    evil = [MARK, f"{MARK}' OR '1'='1", f'{MARK}"; DROP TABLE x; --', f"{MARK}\\", f"{MARK}%27"]
    items = "/ogc/collections/tree/items"
    for text in evil:
        word = quote(text)
        yield f"{items}?name={word}"
        yield f"{items}?sortby={word}"
        yield f"{items}?properties={word}"
        yield f"{items}?filter=name%3D%27{quote(text.replace(chr(39), chr(39) * 2))}%27"
        yield f"{items}?{word}=1"
        yield f"{items}?datetime={word}"
        yield f"{items}/{word}"
        yield f"/api/search?q={word}"
        yield f"/api/search?q={word}%20{NUMBER}"
        yield f"/api/identify?layers=tree,{word}&lon=20.6&lat=50.8"
        yield f"/tiles/{word}/5/17/10.mvt"
        yield f"/tiles/tree/5/17/10.mvt?datetime={word}"
        yield f"/download/tree.csv?filter=name%3D%27{quote(text.replace(chr(39), chr(39) * 2))}%27"
        yield f"/download/tree.csv?bbox={word}"
        yield f"/csw?SERVICE=CSW&REQUEST=GetRecordById&ID={word}"
        yield f"{CSW}&CONSTRAINT=title%20like%20%27{word}%27"
        yield f"/ogc/collections/metadata/items?q={word}"
        yield f"{WFS}&RESOURCEID=tree.{word}"
        yield f"{WFS}&SORTBY={word}"
        yield f"{WFS}&PROPERTYNAME={word}"
        literal = text.replace("&", "&amp;").replace("<", "&lt;")
        equal = (
            "<fes:PropertyIsEqualTo><fes:ValueReference>name</fes:ValueReference>"
            f"<fes:Literal>{literal}</fes:Literal></fes:PropertyIsEqualTo>"
        )
        like = (
            '<fes:PropertyIsLike wildCard="%" singleChar="_" escapeChar="\\">'
            f"<fes:ValueReference>name</fes:ValueReference><fes:Literal>{literal}%</fes:Literal>"
            "</fes:PropertyIsLike>"
        )
        for part in (equal, like):
            yield (f"{WFS}&FILTER={quote(fes(part))}")
    yield f"{items}?offset={NUMBER}&limit=1"
    yield f"{items}?offset=4182736&limit=1"
    yield f"{items}/{NUMBER}"
    yield f"{items}?bbox={NUMBER / 1e8},50.7,{NUMBER / 1e8 + 20},51"
    yield f"{items}?datetime={DATE}"
    yield f"/tiles/tree/5/17/10.mvt?datetime={DATE}"
    yield f"/api/feature/tree/{NUMBER}"
    yield f"/api/search?q={NUMBER}"
    yield f"/api/identify?layers=tree&lon=20.{NUMBER}&lat=50.8&radius_m=0.{NUMBER}"
    yield f"{WFS}&RESOURCEID=tree.{NUMBER}"
    yield f"{WFS}&STARTINDEX=4182736"


def test_no_value_of_any_service_s_address_is_in_a_statement(
    client: httpx.Client, heard: Heard
) -> None:
    asked = list(addresses())
    before = heard.here()
    for address in asked:
        answer = client.get(address)
        assert answer.status_code < 500, f"{address}: {answer.text}"
    found = heard.statements(before)
    assert len(found) > len(asked) / 3
    assert_bound(found)


def test_the_log_shows_a_literal_that_is_in_a_statement(heard: Heard) -> None:
    """The control: what the other tests look for would be seen."""
    before = heard.here()
    with psycopg.connect(heard.settings.dsn("sip_public")) as connection:
        connection.execute(f"SELECT '{MARK}'".encode())
    heard.here()
    with pytest.raises(AssertionError):
        assert_bound(heard.statements(before))
