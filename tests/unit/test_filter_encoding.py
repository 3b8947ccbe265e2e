from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sip import filter_encoding, gml
from sip.errors import QueryError, UnknownName
from sip.filter_encoding import Kind, Vocabulary, matches, translate

KINDS: dict[str, Kind] = {
    "name": "text",
    "height_m": "number",
    "planted": "date",
    "seen": "timestamp",
    "protected": "boolean",
    "geom": "geometry",
}


def resolve(name: str) -> tuple[str, Kind]:
    if name not in KINDS:
        raise UnknownName(name)
    return name, KINDS[name]


WORDS = Vocabulary(
    resolve=resolve,
    geometry="geom",
    key="id",
    key_of=lambda name: int(name[5:]) if name.startswith("tree.") else None,
    crs=2178,
    shape=lambda shape: {"shape": shape.type, "crs": shape.crs, "at": shape.coordinates},
)


def tree(condition: str, *, space: str = filter_encoding.FES) -> Any:
    text = f'<Filter xmlns="{space}" xmlns:gml="{gml.GML_32}">{condition}</Filter>'
    return translate(etree.fromstring(text), WORDS)


def like(pattern: str, **more: str) -> Any:
    said = {"wildCard": "*", "singleChar": "?", "escapeChar": "!"} | more
    attributes = "".join(f' {key}="{value}"' for key, value in said.items())
    return tree(
        f"<PropertyIsLike{attributes}><ValueReference>name</ValueReference>"
        f"<Literal>{pattern}</Literal></PropertyIsLike>"
    )


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("name", " a ", " a "),
        ("height_m", " 7.5 ", 7.5),
        ("height_m", "7", 7),
        ("planted", "2020-01-02Z", {"date": "2020-01-02"}),
        ("seen", "2020-01-02T03:04:05Z", {"timestamp": "2020-01-02T03:04:05Z"}),
        ("protected", "true", True),
    ],
)
def test_a_literal_takes_the_kind_of_its_property(name: str, text: str, value: Any) -> None:
    found = tree(
        f"<PropertyIsEqualTo><ValueReference>{name}</ValueReference>"
        f"<Literal>{text}</Literal></PropertyIsEqualTo>"
    )
    assert found == {"op": "=", "args": [{"property": name}, value]}


def test_operands_may_stand_the_other_way_round() -> None:
    found = tree(
        "<PropertyIsLessThan><Literal>3</Literal>"
        "<ValueReference>height_m</ValueReference></PropertyIsLessThan>"
    )
    assert found == {"op": "<", "args": [3, {"property": "height_m"}]}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("a*b?", "a%b_"), ("50%_", "50\\%\\_"), ("!*!!", "*!"), ("a\\", "a\\\\"), ("", "")],
)
def test_wildcards_of_the_request_become_those_of_sql(pattern: str, expected: str) -> None:
    assert like(pattern)["args"][1] == expected


def test_case_is_folded_only_when_that_is_asked_for() -> None:
    folded = like("A*", matchCase="false")
    assert folded["args"] == [
        {"op": "casei", "args": [{"property": "name"}]},
        {"op": "casei", "args": ["A%"]},
    ]
    assert like("A*")["args"] == [{"property": "name"}, "A%"]


@given(text=st.text(max_size=20), tail=st.text(max_size=5))
def test_an_escaped_text_matches_itself_and_nothing_longer(text: str, tail: str) -> None:
    escaped = "".join(f"\\{sign}" if sign in "%_\\" else sign for sign in text)
    assert matches(text, escaped)
    assert matches(text + tail, escaped + "%")
    assert not matches(text + "x", escaped)


def test_a_box_keeps_its_own_crs_and_becomes_east_north() -> None:
    found = tree(
        '<BBOX><gml:Envelope srsName="EPSG:2180"><gml:lowerCorner>300 600</gml:lowerCorner>'
        "<gml:upperCorner>310 620</gml:upperCorner></gml:Envelope></BBOX>"
    )
    shape = {"shape": "Box", "crs": 2180, "at": (600.0, 300.0, 620.0, 310.0)}
    assert found == {"op": "s_intersects", "args": [{"property": "geom"}, shape]}


def test_ids_of_other_types_select_nothing() -> None:
    both = tree('<ResourceId rid="tree.5"/><ResourceId rid="parcel.6"/>')
    assert both == {"op": "in", "args": [{"property": "id"}, [5]]}
    none = tree('<ResourceId rid="parcel.6"/>')
    assert none == {"op": "isNull", "args": [{"property": "id"}]}


@pytest.mark.parametrize(
    "condition",
    [
        "",
        "<And/>",
        "<Not/>",
        "<During/>",
        "<PropertyIsNull><Literal>a</Literal></PropertyIsNull>",
        "<PropertyIsEqualTo><ValueReference>height_m</ValueReference>"
        "<Literal>tall</Literal></PropertyIsEqualTo>",
        "<PropertyIsEqualTo><ValueReference>geom</ValueReference>"
        "<Literal>1</Literal></PropertyIsEqualTo>",
        "<PropertyIsEqualTo><ValueReference>name</ValueReference>"
        "<Function name='sleep'/></PropertyIsEqualTo>",
        "<Intersects><ValueReference>name</ValueReference><gml:Point><gml:pos>1 2</gml:pos>"
        "</gml:Point></Intersects>",
        "<BBOX><gml:Point><gml:pos>1 inf</gml:pos></gml:Point></BBOX>",
        "<Within><gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>0 0 1 1 2 2 3 3"
        "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></Within>",
        "<Within><gml:Curve><gml:segments><gml:Arc><gml:posList>0 0 1 1 2 0</gml:posList>"
        "</gml:Arc></gml:segments></gml:Curve></Within>",
    ],
)
def test_what_is_not_understood_is_refused(condition: str) -> None:
    with pytest.raises(QueryError):
        tree(condition)


def test_a_filter_of_another_namespace_is_none() -> None:
    with pytest.raises(QueryError):
        tree('<ResourceId rid="tree.5"/>', space="urn:x")


@pytest.mark.parametrize(
    ("text", "type_", "coordinates"),
    [
        ("<gml:Point><gml:pos>2 1</gml:pos></gml:Point>", "Point", (1.0, 2.0)),
        ('<gml:Point><gml:pos srsDimension="3">2 1 9</gml:pos></gml:Point>', "Point", (1.0, 2.0)),
        ("<gml:LineString><gml:posList>2 1 4 3</gml:posList></gml:LineString>", "LineString",
         [(1.0, 2.0), (3.0, 4.0)]),
        ("<gml:MultiPoint><gml:pointMember><gml:Point><gml:pos>2 1</gml:pos></gml:Point>"
         "</gml:pointMember></gml:MultiPoint>", "MultiPoint", [(1.0, 2.0)]),
        ("<gml:Polygon><gml:exterior><gml:LinearRing><gml:posList>0 0 0 9 9 9 0 0</gml:posList>"
         "</gml:LinearRing></gml:exterior></gml:Polygon>", "Polygon",
         [[(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 0.0)]]),
    ],
)  # fmt: skip
def test_geometries_are_read_east_first(text: str, type_: str, coordinates: Any) -> None:
    wrapped = f'<a xmlns:gml="{gml.GML_32}">{text}</a>'
    shape = gml.read(etree.fromstring(wrapped)[0], 2178)
    assert (shape.type, shape.coordinates, shape.crs) == (type_, coordinates, 2178)


@pytest.mark.parametrize(("operator", "sign"), [("EqualTo", "="), ("NotEqualTo", "<>")])
def test_only_a_number_is_looked_for_in_other_spellings(operator: str, sign: str) -> None:
    plain, number = (
        tree(
            f"<PropertyIs{operator}><ValueReference>name</ValueReference>"
            f"<Literal>{text}</Literal></PropertyIs{operator}>"
        )
        for text in ("12a", "12")
    )
    own = {"property": "name"}
    assert plain == {"op": sign, "args": [own, "12a"]}
    assert number["args"][0] == {"op": sign, "args": [own, "12"]}
    assert "to_number" in str(number["args"][1])
