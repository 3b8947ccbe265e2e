"""The form of a layer: widgets, aliases, defaults and constraints, one for each field.

Constraints that the database would refuse are said by the form first, in the form's language; a
rule over several fields stands at the last of them that can be filled in.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from lxml import etree

from sip import suggestion, units
from sip.catalogue import Catalogue, Layer
from sip.layer import Field
from sip.qgis import conditions
from sip.qgis.options import Value, option
from sip.text import Language

_NOT_NULL, _UNIQUE, _EXPRESSION = 1, 2, 4
_HARD = "1"
_LONG_TEXT = 200
_VERSION = {"row_version": '-"row_version"', "row_from": "", "row_changeset": ""}
"""What the database keeps of a row's version, and what QGIS sends with each change of it: the
negative of the version that was read, so that a stale change is refused."""


def map_layer_id(name: str) -> str:
    """Return a layer's id in the project; QGIS makes a new one where it has ten letters or less."""
    return f"sip_layer_{name}"


def relation_id(layer: Layer, field: str) -> str:
    """Return the id under which a relation stands in the project."""
    return f"{layer.id}_{field}"


def form(
    layer: Layer,
    catalogue: Catalogue,
    language: Language,
    *,
    key: str = "id",
    may_edit: bool = True,
    pictures: tuple[str, str] | None = None,
) -> list[etree._Element]:
    """Return the elements of a map layer that make its form.

    Args:
        layer: The layer.
        catalogue: It knows the code lists.
        language: That of the form.
        key: The column that numbers its rows.
        may_edit: Whether fields may be filled in.
        pictures: The field that names a picture beside the project, and the folder of pictures.
    """
    own = _VERSION if key == "id" and layer.is_table else {}
    fields = layer.visible_fields if key == "id" else layer.spec.fields
    names = [key, *fields, *own]
    widgets = etree.Element("fieldConfiguration")
    aliases = etree.Element("aliases")
    defaults = etree.Element("defaults")
    constraints = etree.Element("constraints")
    expressions = etree.Element("constraintExpressions")
    editable = etree.Element("editable")
    rules = _rules(layer, language) if may_edit else {}
    for index, name in enumerate(names):
        field = layer.spec.fields.get(name)
        kind, config = _widget(layer, name, field, catalogue, language)
        if pictures and name == pictures[0]:
            kind, config = "ExternalResource", _picture(pictures[1])
        one = etree.SubElement(widgets, "field", name=name, configurationFlags="None")
        widget = etree.SubElement(one, "editWidget", type=kind)
        etree.SubElement(widget, "config").append(option(config))
        title = field.title[language] if field else name
        etree.SubElement(aliases, "alias", index=str(index), field=name, name=title)
        default, on_update = own.get(name, _default(layer, field)), str(int(bool(own.get(name))))
        etree.SubElement(
            defaults, "default", field=name, expression=default, applyOnUpdate=on_update
        )
        text, meaning = _expression(name, field, language, rules.get(name, ()))
        constraints.append(_constraint(name, field, is_checked=bool(text)))
        etree.SubElement(expressions, "constraint", field=name, exp=text, desc=meaning)
        writable = "1" if field and may_edit and name not in layer.spec.kept_fields else "0"
        etree.SubElement(editable, "field", name=name, editable=writable)
    preview = etree.Element("previewExpression")
    preview.text = f'"{layer.spec.name_field or key}"'
    return [widgets, aliases, defaults, constraints, expressions, editable, preview]


def _widget(
    layer: Layer, name: str, field: Field | None, catalogue: Catalogue, language: Language
) -> tuple[str, Value]:
    if field is None:
        return "Hidden", {}
    if any(relation.field == name for relation in layer.spec.relations):
        return "RelationReference", {
            "Relation": relation_id(layer, name),
            "AllowNULL": not field.required,
            "ShowForm": False,
            "OrderByValue": True,
        }
    codes = catalogue.codes_of(field)
    if codes is not None:
        empty: list[Value] = [] if field.required else [{"": _NULL}]
        return "ValueMap", {"map": empty + [{c.title[language]: c.code} for c in codes.values]}
    match field.type:
        case "integer" | "number":
            return "Range", _range(field, language)
        case "boolean":
            return "CheckBox", {}
        case "date":
            return "DateTime", _date("yyyy-MM-dd", required=field.required)
        case "timestamp":
            return "DateTime", _date("yyyy-MM-dd HH:mm", required=field.required)
    return "TextEdit", {"IsMultiline": (field.max_length or 0) > _LONG_TEXT, "UseHtml": False}


def _picture(folder: str) -> dict[str, Value]:
    """Return the widget of a picture whose path is kept relative to the project."""
    return {
        "DocumentViewer": 1,
        "DefaultRoot": folder,
        "RelativeStorage": 1,
        "StorageMode": 0,
        "FileWidget": True,
        "FileWidgetButton": True,
    }


def picture_names(field: str, folder: str) -> etree._Element:
    """Return how QField calls the pictures that it takes (older and newer versions)."""
    name = f"'{folder}/' || @layer_name || '_' || format_date(now(), 'yyyyMMddHHmmsszzz') || '.jpg'"
    said = json.dumps({field: name})
    element = etree.Element("customproperties")
    element.append(option({"QFieldSync/attachment_naming": said, "QFieldSync/photo_naming": said}))
    return element


_NULL = "{2839923C-8B7D-419E-B84B-CA2FE9B80EC7}"
"""QGIS's stand-in for an empty value in a value map."""


def _range(field: Field, language: Language) -> dict[str, Value]:
    widest = 2**31 - 1
    config: dict[str, Value] = {
        "Min": field.min if field.min is not None else -widest,
        "Max": field.max if field.max is not None else widest,
        "Step": 1.0 if field.type == "integer" else 0.1,
        "Precision": 0 if field.type == "integer" else 3,
        "AllowNull": not field.required,
        "Style": "SpinBox",
    }
    if field.unit:
        config["Suffix"] = f" {units.symbol(field.unit, language)}".rstrip()
    return config


def _date(shown: str, *, required: bool) -> dict[str, Value]:
    return {
        "allow_null": not required,
        "calendar_popup": True,
        "display_format": shown,
        "field_format": shown,
        "field_iso_format": False,
    }


def _default(layer: Layer, field: Field | None) -> str:
    if field is None:
        return ""
    if field.suggested is not None:
        return " || ".join(_said(layer, one) for one in suggestion.parts(field.suggested))
    if field.default is None:
        return ""
    if isinstance(field.default, bool):
        return str(field.default).lower()
    if isinstance(field.default, int | float):
        return f"{field.default:g}"
    return conditions.text(field.default)


def _said(layer: Layer, part: suggestion.Part) -> str:
    """Return a piece of a suggestion as QGIS says it; nothing is suggested while one is empty."""
    if not part.field:
        return conditions.text(part.literal)
    if not part.beyond:
        return f'"{part.field}"'
    link = next(one for one in layer.spec.relations if one.field == part.field)
    other = f"get_feature('{map_layer_id(link.to)}', '{link.to_field}', \"{part.field}\")"
    return f"attribute({other}, '{part.beyond}')"


def _rules(layer: Layer, language: Language) -> dict[str, list[tuple[str, str]]]:
    """Return, by field, the conditions over several fields that QGIS can judge, with their words.

    Rules about a field that the person does not see are left to the database.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for rule in layer.spec.rules:
        names = conditions.fields_of(rule)
        text = conditions.expression(rule)
        filled_in = [one for one in names if one not in layer.spec.kept_fields]
        if text and filled_in and set(names) <= set(layer.visible_fields):
            found.setdefault(filled_in[-1], []).append((text, rule.message[language]))
    return found


def _constraint(name: str, field: Field | None, *, is_checked: bool) -> etree._Element:
    needed = bool(field and field.required)
    unique = bool(field and field.unique)
    kinds = _NOT_NULL * needed + _UNIQUE * unique + _EXPRESSION * is_checked
    return etree.Element(
        "constraint",
        field=name,
        constraints=str(kinds),
        notnull_strength=_HARD if needed else "0",
        unique_strength=_HARD if unique else "0",
        exp_strength=_HARD if is_checked else "0",
    )


def _expression(
    name: str, field: Field | None, language: Language, rules: Sequence[tuple[str, str]]
) -> tuple[str, str]:
    """Return the condition on a value with the rules that stand there, and what they mean."""
    if field is None:
        return "", ""
    parts, meaning = [], []
    if field.min is not None:
        parts.append(f'"{name}" >= {field.min:.15g}')
        meaning.append(f"≥ {field.min:g}")
    if field.max is not None:
        parts.append(f'"{name}" <= {field.max:.15g}')
        meaning.append(f"≤ {field.max:g}")
    if field.pattern:
        parts.append(f'regexp_match("{name}", {conditions.text(f"^({field.pattern})$")}) > 0')
        meaning.append({"pl": "zgodne ze wzorem", "en": "matches"}[language] + f" {field.pattern}")
    if field.max_length:
        parts.append(f'length("{name}") <= {field.max_length}')
        words = {"pl": "najwyżej {} znaków", "en": "at most {} characters"}[language]
        meaning.append(words.format(field.max_length))
    all_ = [f'("{name}" IS NULL OR ({" AND ".join(parts)}))'] if parts else []
    said = [f"{field.title[language]}: {', '.join(meaning)}"] if parts else []
    return (
        " AND ".join([*all_, *(text for text, _ in rules)]),
        "\n".join([*said, *(message for _, message in rules)]),
    )


def opening(title: str, address: str) -> etree._Element:
    """Return the actions of a layer: one, that opens an address with values of the row in it."""
    actions = etree.Element("attributeactions")
    one = etree.SubElement(
        actions, "actionsetting", id="{5e1f0f6a-51a0-4ee8-9d6c-3b7b0c1f2a01}", type="5", name=title,
        shortTitle=title, action=address, capture="0", icon="", notificationMessage="",
        isEnabledOnlyWhenEditable="0",
    )  # fmt: skip
    for scope in ("Feature", "Canvas", "Form"):
        etree.SubElement(one, "actionScope", id=scope)
    return actions
