"""Whatever draws a layer, its legend has the same classes, words and colours."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from sip import catalogue
from sip.catalogue import Catalogue
from sip.style import Symbol
from sip.styling import legend as legends
from sip.styling import maplibre, mapserver, qml, sld
from sip.styling.legend import Between, Condition, Legend, OneOf, Otherwise
from sip.text import Language
from tests.styling import readers
from tests.styling.readers import Key

PROJECT = Path(__file__).parents[2]
STYLED = [layer.id for layer in catalogue.load(PROJECT).layers.values() if layer.style]
NOWHERE = maplibre.Source(tiles="", sprite="", min_zoom=0, max_zoom=22)


@pytest.fixture(scope="module")
def project() -> Catalogue:
    return catalogue.load(PROJECT)


def declared(legend: Legend, language: Language) -> list[Key]:
    return [
        Key(one.title[language], _test(one.takes), _colours(one.symbol, legend.kind))
        for one in legend.entries
    ]


def _test(takes: Condition) -> frozenset[str]:
    match takes:
        case OneOf(_, values):
            return frozenset(
                "=" + (str(value).lower() if isinstance(value, bool) else str(value))
                for value in values
            )
        case Between(_, low, high):
            bounds = ((">=", low), ("<", high))
            return frozenset(f"{sign}{at:.17g}" for sign, at in bounds if at is not None)
        case Otherwise():
            return frozenset({"else"})
    return frozenset()


def _colours(symbol: Symbol, kind: str) -> dict[str, str]:
    parts = {"fill": symbol.fill, "stroke": symbol.stroke}
    if kind == "line":
        parts = {"stroke": symbol.stroke, "casing": symbol.casing}
    elif kind == "grid":
        parts = {"fill": symbol.fill}
    elif kind == "polygon" and symbol.hatch:
        parts["hatch"] = symbol.hatch.colour
    return {part: colour for part, colour in parts.items() if colour}


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("layer", STYLED)
def test_every_renderer_has_the_classes_words_and_colours_that_were_declared(
    project: Catalogue, layer: str, language: Language
) -> None:
    legend = legends.of(project, project.layer(layer))
    want = declared(legend, language)
    assert readers.from_maplibre(maplibre.style(legend, NOWHERE), language) == want
    assert readers.from_qml(qml.document(legend, language)) == want
    assert readers.from_sld(sld.document(legend, "1.0.0", language)) == want
    assert readers.from_sld(sld.document(legend, "1.1.0", language)) == want
    mapfile = readers.from_mapfile(mapserver.classes(legend, language))
    # A class of MapServer without an expression takes all that no class above it took.
    assert mapfile == [dataclasses.replace(key, test=_as_mapserver_says(key.test)) for key in want]


def _as_mapserver_says(test: frozenset[str]) -> frozenset[str]:
    letters = {"=true": "=t", "=false": "=f", "else": ""}
    return frozenset(letters.get(one, one) for one in test) - {""}


@pytest.mark.parametrize("layer", STYLED)
def test_every_renderer_writes_the_same_text_on_the_features(
    project: Catalogue, layer: str
) -> None:
    legend = legends.of(project, project.layer(layer))
    text = mapserver.classes(legend, "pl")
    if legend.label is None:
        assert "LABEL" not in text
        assert b"TextSymbolizer" not in sld.document(legend, "1.1.0", "pl")
        assert b'labelsEnabled="1"' not in qml.document(legend, "pl")
        return
    field = legend.label.field
    unit = legend.label_unit
    assert text.count(f"TEXT ('[{field}]{unit}')") == len(legend.entries)
    last = maplibre.layers(legend)[-1]
    value: Any = ["to-string", ["get", field]]
    with_unit = ["case", ["has", field], ["concat", value, unit], ""]
    assert last["layout"]["text-field"] == (with_unit if unit else value)
    body = etree.fromstring(sld.document(legend, "1.1.0", "pl"))
    written = body.findall(f".//{{{sld.SE}}}TextSymbolizer//{{{sld.OGC}}}PropertyName")
    assert [(one.text, (one.tail or "").strip(" \n")) for one in written] == [(field, unit)] * len(
        legend.entries
    )
    style = etree.fromstring(qml.document(legend, "pl")).find(".//text-style")
    assert style is not None
    said = f"\"{field}\" || '{unit}'" if unit else field
    assert (style.get("fieldName"), style.get("isExpression")) == (said, str(int(bool(unit))))


def test_a_number_on_the_map_has_its_unit(project: Catalogue) -> None:
    units = {
        name: legends.of(project, project.layer(name)).label_unit
        for name in ("earthwork", "heat_network", "evacuation_point", "tree")
    }
    assert units == {
        "earthwork": "\N{NO-BREAK SPACE}m³", "heat_network": "\N{NO-BREAK SPACE}mm",
        "evacuation_point": "", "tree": "",
    }  # fmt: skip
