"""Computations as OGC API Processes: what they say of themselves, and how they run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sip.jobs.process import Input, Output, Process, Running
from sip.planning import checking
from sip.planning.analysis import declared, menu
from sip.planning.analysis import table as tables
from sip.planning.analysis.menu import Analysis, Parameter
from sip.text import Language, Text

_LANGUAGE = Input(Text(pl="Język", en="Language"), {"enum": ["pl", "en"], "default": "pl"}, False)
_OUTPUTS = {
    "table": Output(Text(pl="Wiersze i sumy", en="Rows and sums"), {"type": "object"}),
    "layer": Output(
        Text(pl="Wynik jako warstwa", en="The result as a layer"),
        {"type": "object", "format": "geojson-feature-collection"},
    ),
}


def described(analysis: Analysis, *, is_immediate: bool = True) -> Process:
    """Return what a computation says of itself."""
    inputs = {one.name: _input(one) for one in analysis.parameters}
    return Process(
        title=analysis.title,
        description=analysis.abstract,
        inputs={**inputs, "lang": _LANGUAGE},
        outputs=_OUTPUTS,
        is_immediate=is_immediate,
    )


def _input(parameter: Parameter) -> Input:
    schema: dict[str, Any] = {"type": "string"}
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        schema["default"] = parameter.default
    if parameter.kind == "date":
        schema["format"] = "date"
    if parameter.kind == "year":
        schema = {"type": "integer"}
    return Input(parameter.title, schema, parameter.is_required)


def run(analysis: Analysis, inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Compute on what the one who asks sees; return the table and the layer.

    Raises:
        QueryError: A parameter cannot be read.
        NotFound: There is no such act, or no layer to compute from.
    """
    given = {name: one for name, one in inputs.items() if name != "lang"}
    understood = menu.understood(analysis, given, checking.today())
    ground = declared.Ground(declared.read(running.settings.project), running.catalogue)
    running.tell(0.1, "computing")
    with running.connect() as connection:
        table = analysis.compute(connection, ground, understood)
    language: Language = "en" if inputs.get("lang") == "en" else "pl"
    return {
        "table": tables.as_json(table, language),
        "layer": tables.as_features(table, language),
    }
