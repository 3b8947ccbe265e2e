"""Symbols of land use: made of parts, told by the dictionary of their time, never dropped."""

from __future__ import annotations

import pytest

from sip import catalogue, shown, symbols
from sip.catalogue import Catalogue
from sip.layer import Field
from sip.styling import legend
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


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (
            "2003 MN",
            "tereny zabudowy mieszkaniowej jednorodzinnej (MN); tereny zabudowy usługowej (U)",
        ),
        ("2021 MN", "teren zabudowy mieszkaniowej jednorodzinnej (MN); teren usług (U)"),
    ],
)
def test_a_symbol_means_what_the_dictionary_of_its_row_says(
    found: Catalogue, symbol: Field, kept: str, told: str
) -> None:
    assert shown.value("3MN/U", symbol, found, "pl", {"symbol_class": kept}) == told


def test_an_unknown_part_is_kept_and_told(found: Catalogue, symbol: Field) -> None:
    assert shown.value("MN/XQ", symbol, found, "en", {"symbol_class": "2003 MN"}) == (
        "single-family housing (MN); not in the dictionary (XQ)"
    )
    assert shown.value("XQ", symbol, found, "en", {"symbol_class": None}) == (
        "not in the dictionary (XQ)"
    )
    assert shown.value("XQ", symbol, found, "en") == "XQ"


def test_the_legend_keeps_dictionaries_apart(found: Catalogue) -> None:
    layer = found.layer("plan_land_use")
    entries = legend.of(found, layer).entries
    of = {str(one): entry for entry in entries for one in getattr(entry.takes, "values", ())}
    assert of["2003 C"].title.en == "technical infrastructure"
    assert of["2021 C"].title.en == "cemeteries"
    assert of["2003 MN"] is of["2021 MN"]
    codes = found.codes_of(layer.spec.fields["symbol_class"])
    assert codes is not None
    assert set(codes.codes()) - {"2003 R"} <= set(of)
