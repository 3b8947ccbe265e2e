"""JSON Schemas of a layer: what a feature holds (Part 5), and what can be asked about (Part 3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sip.catalogue import Catalogue, Layer
from sip.layer import Field
from sip.text import Language

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "timestamp": {"type": "string", "format": "date-time"},
}
_ID_TITLE = {"pl": "Identyfikator", "en": "Identifier"}
_GEOMETRY_TITLE = {"pl": "Geometria", "en": "Geometry"}


def schema(layer: Layer, catalogue: Catalogue, language: Language, address: str) -> dict[str, Any]:
    """Return the schema of a feature: every field that is served, with its limits and codes."""
    required = [
        name
        for name, field in layer.visible_fields.items()
        if field.required and layer.spec.view is None
    ]
    return queryables(layer, catalogue, language, address) | {"required": required}


def of_properties(
    layer: Layer, properties: Mapping[str, Any], language: Language, address: str
) -> dict[str, Any]:
    """Return the schema of a layer without features, whose fields another service names."""
    return {
        "$schema": _DRAFT,
        "$id": address,
        "type": "object",
        "title": layer.spec.title[language],
        "description": layer.spec.abstract[language],
        "properties": dict(properties),
    }


def queryables(
    layer: Layer, catalogue: Catalogue, language: Language, address: str
) -> dict[str, Any]:
    """Return the schema of what filters may name: the same fields, and nothing else."""
    properties = _properties(layer, catalogue, language)
    frame = of_properties(layer, properties, language, address)
    return frame | {"additionalProperties": False}


def _properties(layer: Layer, catalogue: Catalogue, language: Language) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": {
            "title": _ID_TITLE[language],
            "type": "integer",
            "x-ogc-role": "id",
            "x-ogc-propertySeq": 1,
            "readOnly": True,
        }
    }
    for sequence, (name, field) in enumerate(layer.visible_fields.items(), start=2):
        found[name] = _property(layer, name, field, catalogue, language)
        found[name]["x-ogc-propertySeq"] = sequence
    if layer.spec.geometry:
        found["geom"] = {
            "title": _GEOMETRY_TITLE[language],
            "format": f"geometry-{layer.spec.geometry.lower()}",
            "x-ogc-role": "primary-geometry",
            "x-ogc-propertySeq": len(found) + 1,
        }
    return found


def _property(
    layer: Layer, name: str, field: Field, catalogue: Catalogue, language: Language
) -> dict[str, Any]:
    about: dict[str, Any] = {"title": field.title[language], **_TYPES[field.type]}
    if field.description:
        about["description"] = field.description[language]
    if field.unit:
        about["x-ogc-unit"] = field.unit
    limits = {
        "minimum": field.min,
        "maximum": field.max,
        "maxLength": field.max_length,
        "default": field.default,
    }
    about.update({key: value for key, value in limits.items() if value is not None})
    codes = catalogue.codes_of(field)
    if codes:
        about["oneOf"] = [
            {"const": value.code, "title": value.title[language]} for value in codes.values
        ]
    if name in layer.spec.kept_fields:
        about["readOnly"] = True
    role = _role(layer, name)
    if role:
        about["x-ogc-role"] = role
    return about


def _role(layer: Layer, name: str) -> str | None:
    """Return the role that `datetime` gives a field, or that of the name of a row."""
    if layer.time and layer.time.end is None and name == layer.time.start:
        return "primary-instant"
    if layer.time and name == layer.time.start:
        return "primary-interval-start"
    if layer.time and name == layer.time.end:
        return "primary-interval-end"
    return "title" if name == layer.spec.name_field else None
