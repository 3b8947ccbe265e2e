"""A feature of a request becomes the values of a row, or is told what is wrong with it."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from sip import catalogue as catalogues
from sip.catalogue import Catalogue, Layer
from sip.editing import draft as drafts
from sip.editing.draft import Draft, Reading
from sip.errors import QueryError
from sip.layer import CodeList, Field
from sip.text import Text

ROOT = Path(__file__).parents[2]
NAME = Text(pl="Nazwa", en="Name")
POINT = {"type": "Point", "coordinates": [20.6, 50.8]}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return catalogues.load(ROOT)


@pytest.fixture
def tree(catalogue: Catalogue) -> Layer:
    return catalogue.layer("tree")


def read(layer: Layer, catalogue: Catalogue, *, crs: int = 0, **members: Any) -> Draft:
    node = {"type": "Feature", "geometry": POINT, "properties": {}} | members
    return drafts.read(node, layer, catalogue, Reading(crs))


def said(draft: Draft, language: str = "en") -> list[str]:
    return [one.message[language] for one in draft.violations]


GOOD = {"inventory_no": "T-1", "species": "Tilia cordata"}


def test_values_are_written_as_postgresql_reads_them(tree: Layer, catalogue: Catalogue) -> None:
    properties = GOOD | {"height_m": 12.5, "heritage": True, "planting_date": "2001-02-28"}
    found = read(tree, catalogue, properties=properties)
    assert {k: v for k, v in found.values.items() if k != "geom"} == GOOD | {
        "height_m": "12.5",
        "heritage": "true",
        "planting_date": "2001-02-28",
    }


def test_every_wrong_value_is_named_at_once_in_both_languages(
    tree: Layer, catalogue: Catalogue
) -> None:
    wrong = {"height_m": "tall", "stem_count": 1.5, "planting_date": "2001-02-30", "heritage": "x"}
    found = read(tree, catalogue, properties=GOOD | wrong)
    assert {one.field: one.rule for one in found.violations} == dict.fromkeys(wrong, "type")
    assert 'Height: "tall" is not a number' in said(found)
    assert 'Wysokość: "tall" to nie liczba' in said(found, "pl")


def test_an_unknown_property_is_refused_with_the_name_that_was_meant(
    tree: Layer, catalogue: Catalogue
) -> None:
    found = read(tree, catalogue, properties=GOOD | {"hight_m": 3})
    assert said(found) == ['"hight_m" is no property of this collection; did you mean "height_m"?']


def test_a_personal_field_is_as_unknown_as_one_that_is_not_there(catalogue: Catalogue) -> None:
    layer = next(
        one
        for one in catalogue.layers.values()
        if one.is_table and any(field.personal for field in one.spec.fields.values())
    )
    hidden = next(name for name, field in layer.spec.fields.items() if field.personal)
    absent = "zzzzzzzz"
    messages = []
    for name in (hidden, absent):
        found = read(layer, catalogue, properties={name: "x"})
        told = next(one for one in found.violations if one.field == name)
        messages.append((told.rule, told.message.en.replace(name, "?")))
    assert messages[0] == messages[1]


def test_a_required_value_is_missed_unless_it_has_a_default(
    tree: Layer, catalogue: Catalogue
) -> None:
    found = read(tree, catalogue, properties={"inventory_no": "T-1", "status": None})
    assert [(one.field, one.rule) for one in found.violations] == [("species", "required")]
    assert drafts.whole(found, tree, new=True)["status"] == "istniejace"


def test_a_patch_may_leave_out_what_is_required_but_not_empty_it(
    tree: Layer, catalogue: Catalogue
) -> None:
    how = Reading(0, partial=True)
    assert drafts.read({"properties": {}}, tree, catalogue, how).violations == ()
    emptied = drafts.read({"properties": {"species": None}}, tree, catalogue, how)
    assert [one.rule for one in emptied.violations] == ["required"]


def test_a_patch_may_not_change_the_id(tree: Layer, catalogue: Catalogue) -> None:
    how = Reading(0, partial=True)
    found = drafts.read({"properties": {"id": 7}}, tree, catalogue, how)
    assert [one.rule for one in found.violations] == ["read_only"]


def test_coordinates_are_read_in_the_order_of_their_authority(
    tree: Layer, catalogue: Catalogue
) -> None:
    plane = read(tree, catalogue, crs=4326, geometry={"type": "Point", "coordinates": [50.8, 20.6]})
    assert plane.values["geom"] == read(tree, catalogue).values["geom"]
    shape = shapely.from_wkb(plane.values["geom"] or "")
    assert isinstance(shape, shapely.Point)
    assert (round(shape.x), round(shape.y)) == (7471803, 5629479)


def test_swapped_coordinates_are_refused_and_not_turned(tree: Layer, catalogue: Catalogue) -> None:
    found = read(tree, catalogue, geometry={"type": "Point", "coordinates": [50.8, 20.6]})
    assert [one.field for one in found.violations if one.rule == "type"] == ["geom"]
    assert "swapped" in said(found)[0]


@pytest.mark.parametrize(
    "geometry",
    [
        {"type": "LineString", "coordinates": [[20.6, 50.8], [20.7, 50.8]]},
        {"type": "Point", "coordinates": ["x", 1]},
        {"type": "Point", "coordinates": [20.6, 50.8, 210.0]},
        {"type": "Point", "coordinates": [20.6, 91]},
        {"type": "Blob", "coordinates": [1, 2]},
        {"type": "Point"},
        "POINT(1 2)",
        None,
    ],
)
def test_a_geometry_that_the_layer_cannot_hold_is_refused(
    tree: Layer, catalogue: Catalogue, geometry: object
) -> None:
    found = read(tree, catalogue, properties=GOOD, geometry=geometry)
    assert [one.field for one in found.violations] == ["geom"]
    assert "geom" not in found.values


def test_lenient_reading_takes_what_an_import_takes(tree: Layer, catalogue: Catalogue) -> None:
    node = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [20.6, 50.8, 210.0]},
        "properties": GOOD | {"height_m": "12.5", "heritage": "tak"},
    }
    found = drafts.read(node, tree, catalogue, Reading(0, lenient=True))
    assert found.violations == ()
    assert (found.values["height_m"], found.values["heritage"]) == ("12.5", "true")


def test_a_code_out_of_use_is_refused_for_the_day_of_the_row(catalogue: Catalogue) -> None:
    layer = catalogue.layer("tree")
    old = catalogue.code_lists["health_class"]
    ended = old.values[0].model_copy(update={"valid_to": datetime.date(2000, 1, 1)})
    codes: dict[str, CodeList] = dict(catalogue.code_lists)
    codes["health_class"] = old.model_copy(update={"values": (ended, *old.values[1:])})
    changed = dataclasses.replace(catalogue, code_lists=codes)
    now = read(layer, changed, properties=GOOD | {"health": ended.code})
    then = read(
        layer, changed, properties=GOOD | {"health": ended.code, "valid_from": "1999-01-01"}
    )
    assert [one.rule for one in now.violations] == ["health_code"]
    assert then.violations == ()


@pytest.mark.parametrize(
    "node", [None, [], "x", {}, {"type": "Point"}, {"type": "Feature", "properties": 3}]
)
def test_what_is_no_feature_is_refused_as_a_whole(
    tree: Layer, catalogue: Catalogue, node: object
) -> None:
    with pytest.raises(QueryError):
        drafts.read(node, tree, catalogue, Reading(0))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=4,
)


@given(
    value=_JSON, kind=st.sampled_from(["text", "integer", "number", "boolean", "date", "timestamp"])
)
def test_any_value_is_converted_or_called_wrong(value: Any, kind: Any) -> None:
    field = Field(type=kind, title=NAME)
    for lenient in (False, True):
        try:
            made = drafts.convert(value, field, lenient=lenient)
        except ValueError:
            continue
        assert made is None or isinstance(made, str)
