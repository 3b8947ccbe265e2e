"""What CQL2 filters select, against the same condition in Python."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip.errors import QueryError, TooMuch, UnknownName
from sip.query import Tree, parse_json, parse_text, select
from tests.query.conftest import NAMES, Row, Things

pytestmark = pytest.mark.database

QUICK = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
MAY = datetime.date(2021, 5, 1)
NOON = datetime.datetime(2021, 6, 1, 12, tzinfo=datetime.UTC)


def has(row: Row, *names: str) -> bool:
    return all(row[name] is not None for name in names)


KNOWN: list[tuple[str, Callable[[Row], bool]]] = [
    ("name = 'O''Hara'", lambda r: r["name"] == "O'Hara"),
    ("name <> 'Sosna'", lambda r: has(r, "name") and r["name"] != "Sosna"),
    ("name IS NULL", lambda r: r["name"] is None),
    ("name IS NOT NULL", lambda r: r["name"] is not None),
    ("name LIKE 'D_b'", lambda r: r["name"] == "Dąb"),
    ("name LIKE '50\\%'", lambda r: r["name"] == "50%"),
    ("name LIKE 'a\\_b'", lambda r: r["name"] == "a_b"),
    ("name LIKE '%\\\\%'", lambda r: r["name"] == "back\\slash"),
    ("name NOT LIKE '%a%'", lambda r: has(r, "name") and "a" not in r["name"]),
    ("CASEI(name) = CASEI('DĄB')", lambda r: r["name"] in ("Dąb", "dąb")),
    ("CASEI(name) LIKE casei('DĄ%')", lambda r: r["name"] in ("Dąb", "dąb")),
    ("CASEI(name) IN (casei('SOSNA'), casei('Łąka'))", lambda r: r["name"] in ("Sosna", "Łąka")),
    ("ACCENTI(name) = ACCENTI('Laka')", lambda r: r["name"] == "Łąka"),
    ("ACCENTI(CASEI(name)) = 'laka'", lambda r: r["name"] in ("Łąka", "laka")),
    ("name IN ('Sosna', 'laka')", lambda r: r["name"] in ("Sosna", "laka")),
    ("name NOT IN ('Sosna')", lambda r: has(r, "name") and r["name"] != "Sosna"),
    ("floors = 2", lambda r: r["floors"] == 2),
    ("floors = 2.5", lambda r: False),
    ("floors > 2.5", lambda r: has(r, "floors") and r["floors"] > 2.5),
    ("3 <= floors", lambda r: has(r, "floors") and r["floors"] >= 3),
    ("height_m BETWEEN 0 AND 10", lambda r: has(r, "height_m") and 0 <= r["height_m"] <= 10),
    (
        "height_m NOT BETWEEN 0 AND 10",
        lambda r: has(r, "height_m") and not 0 <= r["height_m"] <= 10,
    ),
    ("height_m < floors", lambda r: has(r, "height_m", "floors") and r["height_m"] < r["floors"]),
    ("floors * 2 - 1 = 3", lambda r: r["floors"] == 2),
    ("floors / 2 = 1.5", lambda r: r["floors"] == 3),
    ("floors % 2 = 1", lambda r: has(r, "floors") and r["floors"] % 2 == 1),
    ("floors div 2 = 1", lambda r: r["floors"] in (2, 3)),
    ("floors ^ 2 = 9", lambda r: r["floors"] == 3),
    ("1 / floors > 0.4", lambda r: r["floors"] in (1, 2)),
    (
        "2 ^ (height_m * 10000) > 0",
        lambda r: has(r, "height_m") and abs(r["height_m"]) * 6931 < 700,
    ),
    ("height_m ^ 0.5 < 2", lambda r: has(r, "height_m") and 0 <= r["height_m"] < 4),
    ("listed", lambda r: r["listed"] is True),
    ("listed = FALSE", lambda r: r["listed"] is False),
    ("NOT listed", lambda r: r["listed"] is False),
    ("(floors > 2) = TRUE", lambda r: has(r, "floors") and r["floors"] > 2),
    ("TRUE", lambda r: True),
    ("valid_from < DATE('2021-05-01')", lambda r: has(r, "valid_from") and r["valid_from"] < MAY),
    ("valid_from = '2021-05-01'", lambda r: r["valid_from"] == MAY),
    ("seen >= TIMESTAMP('2021-06-01T12:00:00Z')", lambda r: has(r, "seen") and r["seen"] >= NOON),
    (
        "seen >= TIMESTAMP('2021-06-01T14:00:00+02:00')",
        lambda r: has(r, "seen") and r["seen"] >= NOON,
    ),
    ("seen < DATE('2021-06-01')", lambda r: has(r, "seen") and r["seen"].date() < NOON.date()),
    ("year(seen) = 2021", lambda r: has(r, "seen") and r["seen"].year == 2021),
    ("length(name) = 4", lambda r: has(r, "name") and len(r["name"]) == 4),
    ("area(geom) > 59999", lambda r: True),
    ("A_CONTAINS((name, 'x'), ('Sosna'))", lambda r: r["name"] == "Sosna"),
    ("A_OVERLAPS((floors, 9), (2, 3))", lambda r: r["floors"] in (2, 3)),
    ("A_EQUALS((floors, 1), (1, 2))", lambda r: r["floors"] == 2),
    ("A_CONTAINEDBY((floors), (1, 2))", lambda r: r["floors"] in (1, 2)),
    ("id = 5", lambda r: r["id"] == 5),
]


@pytest.mark.parametrize(("text", "expected"), KNOWN, ids=[text for text, _ in KNOWN])
def test_a_filter_selects_what_its_words_say(
    things: Things, text: str, expected: Callable[[Row], bool]
) -> None:
    wanted = [row["id"] for row in things.rows if expected(row)]
    assert things.ids(filter=parse_text(text)) == wanted


def test_the_json_form_keeps_whole_numbers_that_a_float_cannot_hold(things: Things) -> None:
    text = '{"op":">","args":[{"property":"id"},9007199254740993]}'
    sql = select.count(things.query(filter=parse_json(text)))
    assert 9007199254740993 in sql.args


COMPARED = st.one_of(
    st.tuples(st.just("floors"), st.integers(-1, 6)),
    st.tuples(st.just("height_m"), st.floats(-6, 31).map(lambda v: round(v, 2))),
)
COMPARISON = st.builds(
    lambda op, pair: {"op": op, "args": [{"property": pair[0]}, pair[1]]},
    st.sampled_from(["=", "<>", "<", "<=", ">", ">="]),
    COMPARED,
)
NAMED = st.builds(
    lambda op, value: {"op": op, "args": [{"property": "name"}, value]},
    st.sampled_from(["=", "<>"]),
    st.sampled_from([name for name in NAMES if name]) | st.text(max_size=8),
)
EMPTY = st.sampled_from(["name", "floors", "listed"]).map(
    lambda name: {"op": "isNull", "args": [{"property": name}]}
)
TREES = st.recursive(
    COMPARISON | NAMED | EMPTY,
    lambda inner: (
        st.builds(
            lambda op, args: {"op": op, "args": args},
            st.sampled_from(["and", "or"]),
            st.lists(inner, min_size=2, max_size=3),
        )
        | inner.map(lambda one: {"op": "not", "args": [one]})
    ),
    max_leaves=8,
)


def truth(tree: dict[str, object], row: Row) -> bool | None:
    """Evaluate by three-valued logic: None is unknown."""
    op, args = tree["op"], tree["args"]
    assert isinstance(args, list)
    if op in ("and", "or"):
        values = [truth(one, row) for one in args]
        decisive = op == "or"
        if decisive in values:
            return decisive
        return None if None in values else not decisive
    if op == "not":
        value = truth(args[0], row)
        return None if value is None else not value
    left = row[args[0]["property"]]
    if op == "isNull":
        return left is None
    if left is None:
        return None
    right = args[1]
    results = {
        "=": left == right,
        "<>": left != right,
    }
    if isinstance(right, (int, float)):
        results |= {"<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right}
    return results[str(op)]


@QUICK
@given(tree=TREES)
def test_nested_conditions_follow_three_valued_logic(
    things: Things, tree: dict[str, object]
) -> None:
    try:
        found = things.ids(filter=tree)
    except QueryError:
        assert "\\u0000" in repr(tree).replace("\\x00", "\\u0000")
        return
    assert found == [row["id"] for row in things.rows if truth(tree, row)]


LITERALS = st.text(
    st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=4, max_size=30
)


@QUICK
@given(value=LITERALS, number=st.floats(1e6, 1e9), tree=TREES)
def test_no_literal_of_a_request_is_in_the_text_of_its_statement(
    things: Things, value: str, number: float, tree: Tree
) -> None:
    marked = f"zq{value}zq"
    condition = {
        "op": "and",
        "args": [
            tree,
            {"op": "=", "args": [{"property": "name"}, marked]},
            {"op": "like", "args": [{"property": "name"}, f"{marked}%"]},
            {"op": "in", "args": [{"op": "casei", "args": [{"property": "name"}]}, [marked]]},
            {"op": "=", "args": [{"property": "height_m"}, number]},
            {"op": "s_intersects", "args": [{"property": "geom"}, _point(number)]},
            {
                "op": "t_after",
                "args": [{"property": "seen"}, {"timestamp": "2021-01-02T03:04:05Z"}],
            },
        ],
    }
    try:
        sql = select.features(things.query(filter=condition))
    except QueryError:
        return
    assert marked not in sql.text
    assert repr(number) not in sql.text
    assert "2021" not in sql.text
    things.fetch(sql)


def _point(number: float) -> dict[str, object]:
    return {"type": "Point", "coordinates": [number % 20, number % 50]}


@pytest.mark.parametrize(
    "text",
    [
        "floors = 'two'",
        "name > 5",
        "name",
        "floors + name = 3",
        "NOT floors",
        "listed > TRUE",
        "geom = 5",
        "S_INTERSECTS(name, POINT(1 2))",
        "S_INTERSECTS(geom, POINT(1))",
        "T_AFTER(name, DATE('2020-01-01'))",
        "T_MEETS(valid_from, DATE('2020-01-01'))",
        "valid_from > DATE('2020-02-30')",
        "seen > TIMESTAMP('yesterday')",
        "name LIKE 'x\\'",
        "nosuch(name) = 1",
        "length(name, name) = 1",
        "name = NULL",
        "A_CONTAINS((name, 1), ('x'))",
        "name = 'x",
        "((floors = 1)",
        "",
        "S_INTERSECTS(geom, BBOX(1, 5, 3, 2))",
        "height_m > 1e308",
    ],
)
def test_a_filter_that_makes_no_sense_is_refused(things: Things, text: str) -> None:
    with pytest.raises(QueryError) as refusal:
        things.ids(filter=parse_text(text))
    assert refusal.value.said_in("pl") != refusal.value.said_in("en")


@pytest.mark.parametrize(
    "tree",
    [[], {}, "x", {"op": 5}, {"op": "=", "args": [1]}, {"bbox": []}, {"op": "and", "args": []},
     {"property": 5}, {"interval": []}],
)  # fmt: skip
def test_a_tree_that_is_no_expression_is_refused(things: Things, tree: Tree) -> None:
    with pytest.raises(QueryError):
        things.ids(filter=tree)


@pytest.mark.parametrize("name", ["owner_name", "note"])
def test_a_hidden_field_is_unknown_in_the_same_words_as_an_absent_one(
    things: Things, name: str
) -> None:
    said = []
    for asked in (name, "absent"):
        with pytest.raises(UnknownName) as refusal:
            things.ids(filter={"op": "isNull", "args": [{"property": asked}]})
        said.append(str(refusal.value).replace(asked, "it"))
    assert said[0] == said[1]


@pytest.mark.parametrize(
    "text",
    ["(" * 5000 + "floors=1" + ")" * 5000, "NOT " * 4900 + "listed", "floors" + "+1" * 9000 + "=1",
     "-" * 19_000 + "floors = 1", "CASEI(" * 3000 + "name" + ")" * 3000 + "='x'",
     "floors" + "^1" * 9000 + "=1"],
    ids=["brackets", "not", "plus", "minus", "functions", "powers"],
)  # fmt: skip
def test_a_filter_nested_too_deeply_is_refused_and_harms_nothing(things: Things, text: str) -> None:
    with pytest.raises(TooMuch):
        things.ids(filter=parse_text(text, max_chars=100_000))


def test_a_long_flat_filter_is_fine(things: Things) -> None:
    text = " OR ".join(["floors = 1"] * 1000)
    assert things.ids(filter=parse_text(text)) == things.ids(filter=parse_text("floors = 1"))


def test_a_json_filter_nested_too_deeply_is_refused(things: Things) -> None:
    text = '{"op":"not","args":[' * 400 + "true" + "]}" * 400
    with pytest.raises(TooMuch):
        things.ids(filter=parse_json(text))


def test_a_filter_over_the_limit_of_characters_is_refused() -> None:
    with pytest.raises(TooMuch):
        parse_text("name = '" + "x" * 100 + "'", max_chars=50)
