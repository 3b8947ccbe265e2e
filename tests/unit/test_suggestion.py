"""What forms suggest fits what the fields take."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sip import catalogue as catalogues
from sip import suggestion
from sip.catalogue import Catalogue

ROOT = Path(__file__).parents[2]
_ACT = {"local_id": "1POG", "namespace": "PL.ZIPPZP.1/2604-POG", "version_id": "20260101T000000"}
_DESIGNATIONS = {
    "plan_zone": "12SJ", "infill_area": "2OUZ", "downtown_area": "3OZS",
    "access_standard_area": "4OSD",
}  # fmt: skip


@pytest.fixture(scope="module")
def declared() -> Catalogue:
    return catalogues.load(ROOT)


@pytest.mark.parametrize("name", _DESIGNATIONS)
def test_ids_of_a_part_of_an_act_follow_from_the_act_and_a_designation(
    declared: Catalogue, name: str
) -> None:
    fields = declared.layer(name).spec.fields
    row = {"designation": _DESIGNATIONS[name]}
    for field in ("namespace", "version_id", "local_id", "identifier"):
        text, pattern = fields[field].suggested, fields[field].pattern
        assert text is not None
        assert pattern is not None
        row[field] = "".join(
            one.literal or (_ACT[one.beyond] if one.beyond else row[one.field])
            for one in suggestion.parts(text)
        )
        assert re.fullmatch(pattern, row[field])
    assert row["identifier"].endswith(
        f"/PL.ZIPPZP.1/2604-POG/1POG-{row['designation']}/20260101T000000"
    )


@pytest.mark.parametrize("text", ["{a", "{}", "{a!r}", "{a:>3}", "{a b}", "{a.b.c}"])
def test_braces_hold_names_alone(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        suggestion.parts(text)
