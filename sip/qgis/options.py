"""QGIS's way to write a value as XML: `<Option type="Map">` and its kin."""

from __future__ import annotations

from lxml import etree

type Value = bool | int | float | str | list["Value"] | dict[str, "Value"] | None


def option(value: Value, name: str | None = None) -> etree._Element:
    """Return the element of one value, as QgsXmlUtils::writeVariant makes it."""
    element = etree.Element("Option", {} if name is None else {"name": name})
    match value:
        case dict():
            element.set("type", "Map")
            element.extend(option(one, key) for key, one in value.items())
        case list():
            element.set("type", "List")
            element.extend(option(one) for one in value)
        case bool():
            _typed(element, "bool", str(value).lower())
        case int():
            _typed(element, "int", str(value))
        case float():
            _typed(element, "double", f"{value:g}")
        case str():
            _typed(element, "QString", value)
        case None:
            element.set("type", "invalid")
    return element


def _typed(element: etree._Element, kind: str, text: str) -> None:
    element.set("type", kind)
    element.set("value", text)
