"""What breaks a rule is refused: field, rule and sentence, at once, in the caller's language."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.services.editing.conftest import Desk, Town, building

pytestmark = [pytest.mark.database, pytest.mark.xdist_group("editing")]


def errors(answer: httpx.Response) -> dict[str, str]:
    assert answer.status_code == 422, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    return {one["rule"]: one["message"] for one in answer.json()["errors"]}


def test_everything_that_is_wrong_is_said_at_once(ewa: Desk) -> None:
    body = building(code="bad", name="x" * 31, use="tent", floors=70, height_m=3, nam="y")
    answer = ewa.send("POST", "building", body)
    assert errors(answer) == {
        "code_pattern": "Code: the text does not match [A-Z][0-9]+",
        "name_length": "Name: 30 characters at most",
        "use_code": 'Use: not in the code list "Uses"',
        "floors_range": "Floors: allowed are >= 1 and <= 60",
        "tall_enough": "Too low for so many floors.",
        "unknown": '"nam" is no property of this collection; did you mean "name"?',
    }
    pointers = {one["field"]: one["pointer"] for one in answer.json()["errors"]}
    assert (pointers["floors"], pointers[""]) == ("/properties/floors", "")


def test_a_rule_speaks_the_callers_language(ewa: Desk) -> None:
    body = building(code="A1", floors=3, height_m=1)
    answer = ewa.send("POST", "building", body, Accept_Language="pl")
    assert errors(answer) == {"tall_enough": "Za niski na tyle kondygnacji."}
    assert answer.headers["content-language"] == "pl"


def test_a_patch_is_judged_together_with_what_stays(ewa: Desk) -> None:
    address = ewa.make(code="A1", floors=3, height_m=9)
    assert errors(ewa.patch(address, {"floors": 9})) == {
        "tall_enough": "Too low for so many floors."
    }
    assert ewa.patch(address, {"floors": 9, "height_m": 30}).status_code == 204


def test_what_only_the_database_can_tell_has_a_field_and_a_sentence_too(ewa: Desk) -> None:
    ewa.make(code="A1")
    assert errors(ewa.send("POST", "building", building(code="A1"))) == {
        "unique": "Code: another feature has this value already"
    }
    assert errors(ewa.send("POST", "building", building(code="A2", street="Nowhere"))) == {
        "reference": 'Street: there is no such feature in "Streets"'
    }


def test_a_code_out_of_use_is_refused(ewa: Desk) -> None:
    answer = ewa.send("POST", "building", building(code="A1", use="mill"))
    assert "in use" in errors(answer)["use_code"]


def test_an_invalid_geometry_is_refused(ewa: Desk) -> None:
    bow = [[[[20.5, 50.8], [20.51, 50.81], [20.51, 50.8], [20.5, 50.81], [20.5, 50.8]]]]
    body = building(code="A1") | {"geometry": {"type": "MultiPolygon", "coordinates": bow}}
    assert errors(ewa.send("POST", "building", body)) == {
        "geom_sound": "The geometry is empty or invalid."
    }


@pytest.mark.parametrize("name", ["owner_name", "row_version", "row_changeset", "geom", "nothing"])
def test_a_name_that_the_caller_does_not_see_cannot_be_told_from_one_that_is_not_there(
    ewa: Desk, name: str
) -> None:
    answer = ewa.send("POST", "building", building(code="A1", **{name: "x"}))
    assert errors(answer) == {"unknown": f'"{name}" is no property of this collection'}


def test_lenient_handling_takes_texts_for_values_and_strict_handling_does_not(ewa: Desk) -> None:
    body = building(code="A1", floors="3", height_m="9.5")
    strict = ewa.send("POST", "building", body, Prefer="handling=strict")
    assert set(errors(strict)) == {"type"}
    assert strict.headers["preference-applied"] == "handling=strict"
    lenient = ewa.send("POST", "building", body, Prefer="handling=lenient, return=representation")
    assert lenient.status_code == 201
    assert lenient.headers["preference-applied"] == "handling=lenient, return=representation"
    assert lenient.json()["properties"]["floors"] == 3


@pytest.mark.parametrize(
    "value", [2**63, -(2**70), 1e300, "\u0000", "x" * 100_000, [], {}, "'; --"]
)
@pytest.mark.parametrize("field", ["floors", "height_m", "name", "built"])
def test_no_value_makes_the_server_fail(ewa: Desk, town: Town, field: str, value: Any) -> None:
    answer = ewa.send(
        "POST", "building", building(code="A1") | {"properties": {"code": "A1", field: value}}
    )
    assert answer.status_code in (201, 422), answer.text
    stored = town.sql("SELECT count(*) FROM land.building")[0][0]
    assert stored == (answer.status_code == 201)
