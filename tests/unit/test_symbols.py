"""Symbols of land use: made of parts, told by the dictionary of their time, never dropped."""

from __future__ import annotations

import datetime

import pytest

from sip import catalogue, shown, symbols
from sip.catalogue import Catalogue
from sip.layer import Field
from tests.installation import ROOT


@pytest.fixture(scope="module")
def found() -> Catalogue:
    return catalogue.load(ROOT)


@pytest.fixture(scope="module")
def symbol(found: Catalogue) -> Field:
    return found.layer("plan_land_use").spec.fields["symbol"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("3MN/U", ["MN", "U"]),
        ("MN", ["MN"]),
        ("12.MW,U", ["MW", "U"]),
        ("1KD-D", ["KD", "D"]),
        ("MN-U/ZP", ["MN", "U", "ZP"]),
        ("2XQ", ["XQ"]),
        ("7", []),
    ],
)
def test_a_symbol_falls_into_its_parts(written: str, expected: list[str]) -> None:
    assert symbols.parts(written) == expected


def test_the_dictionary_is_that_of_its_time(found: Catalogue, symbol: Field) -> None:
    titles = [
        shown.value("3MN/U", symbol, found, "pl", datetime.date(year, 1, 1))
        for year in (2010, 2023)
    ]
    assert titles[0].startswith(
        "tereny zabudowy mieszkaniowej jednorodzinnej (MN); tereny zabudowy"
    )
    assert titles[1] == "teren zabudowy mieszkaniowej jednorodzinnej (MN); teren usług (U)"


def test_an_unknown_part_is_kept_and_told(found: Catalogue, symbol: Field) -> None:
    assert shown.value("MN/XQ", symbol, found, "en", datetime.date(2010, 1, 1)) == (
        "single-family housing (MN); not in the dictionary (XQ)"
    )
    assert shown.value("7", symbol, found, "en") == "7"
