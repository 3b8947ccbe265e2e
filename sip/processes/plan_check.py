"""The process `plan_check`: a planning act in the APP schemas, checked by all rules."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import Any

from sip.errors import QueryError
from sip.jobs.process import Input, Output, Process, Running
from sip.text import Text

PROCESS = Process(
    title=Text(pl="Sprawdzenie aktu planowania", en="Check of a planning act"),
    description=Text(
        pl="Sprawdza plik GML w schemacie APP 1.0, 2.0 lub 3.0 albo archiwum ZIP takich plików:"
        " schemat, atrybuty, geometrię, odniesienia i zgodność z prawem. Niczego nie zapisuje.",
        en="Checks a GML file in the schema APP 1.0, 2.0 or 3.0, or a ZIP archive of such files:"
        " schema, attributes, geometry, references and law. Nothing is stored.",
    ),
    inputs={
        "file": Input(
            Text(pl="Treść pliku: GML albo ZIP w base64", en="The file: GML, or ZIP in base64"),
            {
                "oneOf": [
                    {"type": "string", "contentMediaType": "application/gml+xml"},
                    {
                        "type": "object",
                        "required": ["value"],
                        "properties": {
                            "value": {"type": "string"},
                            "encoding": {"enum": ["base64"]},
                            "mediaType": {"type": "string"},
                        },
                    },
                ]
            },
        ),
        "name": Input(Text(pl="Nazwa pliku", en="Name of the file"), {"type": "string"}, False),
        "lang": Input(
            Text(pl="Język", en="Language"), {"enum": ["pl", "en"], "default": "pl"}, False
        ),
    },
    outputs={
        "findings": Output(
            Text(pl="Ustalenia", en="Findings"),
            {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["rule", "severity", "message", "object", "law", "geometry"],
                },
            },
        )
    },
    is_immediate=True,
)


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return `{"findings": [...]}`, places as GeoJSON in WGS 84.

    Raises:
        QueryError: The file is no base64 although it says so.
    """
    from sip.planning import bounded, findings

    given = inputs["file"]
    running.tell(0.1, "checking the rules")
    checked = bounded.check(_content(given), str(inputs.get("name", "plan.gml")), running.settings)
    return findings.as_json(checked.report, str(inputs.get("lang", "pl")))


def _content(given: str | Mapping[str, str]) -> bytes:
    if isinstance(given, str):
        return given.encode()
    if given.get("encoding") != "base64":
        return given["value"].encode()
    try:
        return base64.b64decode(given["value"], validate=True)
    except binascii.Error as error:
        raise QueryError(f"inputs.file is no base64: {error}", pl="plik nie jest base64") from error
