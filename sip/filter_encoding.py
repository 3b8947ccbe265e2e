"""Filters of OGC (FES 2.0 and Filter 1.1, as WFS and CSW send them) made into CQL2 trees."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from lxml import etree

from sip import gml, xml
from sip.errors import QueryError
from sip.layer import FieldType

FES = "http://www.opengis.net/fes/2.0"
OGC = "http://www.opengis.net/ogc"
type Node = dict[str, Any]
type Kind = FieldType | Literal["geometry"]

_COMPARISONS = {
    "PropertyIsEqualTo": "=",
    "PropertyIsNotEqualTo": "<>",
    "PropertyIsLessThan": "<",
    "PropertyIsGreaterThan": ">",
    "PropertyIsLessThanOrEqualTo": "<=",
    "PropertyIsGreaterThanOrEqualTo": ">=",
    "PropertyIsLessThanEqualTo": "<=",
    "PropertyIsGreaterThanEqualTo": ">=",
}
_SPATIAL = {
    name: f"s_{name.lower()}"
    for name in ("Equals", "Disjoint", "Touches", "Within", "Overlaps", "Crosses", "Intersects",
                 "Contains")
} | {"BBOX": "s_intersects"}  # fmt: skip
COMPARISON_OPERATORS = (
    "PropertyIsEqualTo", "PropertyIsNotEqualTo", "PropertyIsLessThan", "PropertyIsGreaterThan",
    "PropertyIsLessThanOrEqualTo", "PropertyIsGreaterThanOrEqualTo", "PropertyIsLike",
    "PropertyIsNull", "PropertyIsNil", "PropertyIsBetween",
)  # fmt: skip
"""As FES 2.0 names them; Filter 1.1 writes two of them shorter, which is understood too."""
SPATIAL_OPERATORS = tuple(_SPATIAL)


@dataclasses.dataclass(frozen=True)
class Vocabulary:
    """What the names in a filter stand for."""

    resolve: Callable[[str], tuple[str, Kind]]
    """Gives a property's name in the tree and its kind, or raises UnknownName."""
    geometry: str
    """The property that a BBOX without a name looks at."""
    key: str
    """The property that object ids stand for."""
    key_of: Callable[[str], int | str | None]
    """Gives the key that an object id stands for, or None if it can be of no object here."""
    crs: int
    """EPSG code of geometries without srsName."""
    shape: Callable[[gml.Shape], Node]
    """Makes the tree's geometry of one that has a CRS of its own."""
    equal: Callable[[str, str], Node | None] = lambda name, text: None
    """Gives the condition that a text property has a value, where that is more than `=`."""


def translate(element: etree._Element, vocabulary: Vocabulary) -> Node:
    """Make a CQL2 tree of a Filter element.

    Raises:
        QueryError: It cannot be understood, or names what is unknown.
        CrsError: A geometry's srsName is no CRS.
    """
    if etree.QName(element).namespace not in (FES, OGC) or xml.local(element) != "Filter":
        raise QueryError(f"<{xml.local(element)}> is no Filter")
    parts = list(element)
    if parts and all(xml.local(part) in _IDS for part in parts):
        return _objects(parts, vocabulary)
    if len(parts) != 1:
        raise QueryError("a Filter holds one condition")
    return _node(parts[0], vocabulary)


_NUMBER = re.compile(r"[-+]?\d{1,15}(\.\d{1,15})?")
_IDS = {"ResourceId": "rid", "GmlObjectId": f"{{{gml.GML_31}}}id", "FeatureId": "fid"}
_LOGIC = {"And": "and", "Or": "or"}


def _node(element: etree._Element, words: Vocabulary) -> Node:
    name = xml.local(element)
    if name in _LOGIC:
        if len(element) < 2:
            raise QueryError(f"<{name}> holds two conditions at least")
        return {"op": _LOGIC[name], "args": [_node(part, words) for part in element]}
    if name == "Not":
        (inner,) = _children(element, 1)
        return {"op": "not", "args": [_node(inner, words)]}
    if name in _COMPARISONS:
        return _comparison(element, words)
    if name in _SPATIAL:
        return _spatial(element, words)
    if name in _IDS:
        return _objects([element], words)
    if reader := _OTHERS.get(name):
        return reader(element, words)
    raise QueryError(f"<{name}> is not an operator that is offered")


def _children(element: etree._Element, count: int) -> Sequence[etree._Element]:
    if len(element) != count:
        raise QueryError(f"<{xml.local(element)}> has {len(element)} operands, not {count}")
    return list(element)


def _property(element: etree._Element, words: Vocabulary) -> tuple[Node, Kind]:
    if xml.local(element) not in ("ValueReference", "PropertyName"):
        raise QueryError(f"<{xml.local(element)}> stands where a property's name must")
    name, kind = words.resolve(xml.text(element))
    return {"property": name}, kind


def _literal(element: etree._Element, kind: Kind) -> Any:
    if xml.local(element) != "Literal" or len(element):
        raise QueryError(f"<{xml.local(element)}> stands where a plain literal must")
    return value(element.text or "", kind)


def value(text: str, kind: Kind) -> Any:
    """Return the CQL2 literal that a text stands for, seen the kind of its property.

    Raises:
        QueryError: It can be no value of that kind.
    """
    plain = text.strip()
    try:
        match kind:
            case "text":
                return text
            case "integer" | "number":
                number = float(plain)
                return int(number) if number.is_integer() else number
            case "boolean":
                return {"true": True, "1": True, "false": False, "0": False}[plain]
            case "date":
                return {"date": plain[:10]}
            case "timestamp":
                return {"timestamp": plain if "T" in plain else f"{plain}T00:00:00Z"}
            case "geometry":
                raise QueryError("a geometry is compared by spatial operators only")
    except (ValueError, OverflowError, KeyError):
        pass
    raise QueryError(f'"{plain}" is no {kind}')


def _folded(element: etree._Element, kind: Kind, arguments: Sequence[Any]) -> list[Any]:
    if kind == "text" and element.get("matchCase") in ("false", "0"):
        return [{"op": "casei", "args": [one]} for one in arguments]
    return list(arguments)


def _comparison(element: etree._Element, words: Vocabulary) -> Node:
    first, second = _children(element, 2)
    turned = xml.local(first) == "Literal"
    operator = _COMPARISONS[xml.local(element)]
    name, kind = _property(second if turned else first, words)
    literal = first if turned else second
    if operator not in ("=", "<>"):
        name, kind = _ordered(name, kind, [literal])
    other = _literal(literal, kind)
    if operator in ("=", "<>") and kind == "text":
        found = words.equal(name["property"], str(other))
        if found is not None:
            return found if operator == "=" else {"op": "not", "args": [found]}
    arguments = _folded(element, kind, [other, name] if turned else [name, other])
    made = {"op": operator, "args": arguments}
    if kind == "text" and _NUMBER.fullmatch(str(other).strip()):
        return _as_text_or_number(made, name, float(other))
    return made


def _as_text_or_number(made: Node, name: Node, number: float) -> Node:
    """Let a text equal a number that it is a spelling of: `0158` is 158 (XPath 1.0, 3.4)."""
    same = {"op": made["op"], "args": [{"op": "to_number", "args": [name]}, number]}
    if made["op"] == "=":
        return {"op": "or", "args": [made, same]}
    differs = {"op": "not", "args": [{"op": "=", "args": same["args"]}]}
    no_number = {"op": "isNull", "args": [same["args"][0]]}
    return {"op": "and", "args": [made, {"op": "or", "args": [no_number, differs]}]}


def _ordered(name: Node, kind: Kind, literals: Sequence[etree._Element]) -> tuple[Node, Kind]:
    """Return what stands for a property where order counts.

    A text is ordered as a number where it is compared with numbers (XPath 1.0, 3.4).
    """
    if kind == "text" and all(_NUMBER.fullmatch(xml.text(one)) for one in literals):
        return {"op": "to_number", "args": [name]}, "number"
    return name, kind


def _between(element: etree._Element, words: Vocabulary) -> Node:
    first, lower, upper = _children(element, 3)
    literals = [_children(bound, 1)[0] for bound in (lower, upper)]
    name, kind = _ordered(*_property(first, words), literals)
    bounds = zip((">=", "<="), (_literal(one, kind) for one in literals), strict=True)
    return {"op": "and", "args": [{"op": op, "args": [name, bound]} for op, bound in bounds]}


def _null(element: etree._Element, words: Vocabulary) -> Node:
    (first,) = _children(element, 1)
    return {"op": "isNull", "args": [_property(first, words)[0]]}


def _like(element: etree._Element, words: Vocabulary) -> Node:
    first, second = _children(element, 2)
    name, kind = _property(first, words)
    escape = element.get("escapeChar") or element.get("escape") or "\\"
    signs = {element.get("wildCard") or "*": "%", element.get("singleChar") or "?": "_"}
    pattern = _pattern(str(_literal(second, "text")), signs, escape)
    if kind == "boolean":
        return _like_boolean(name, pattern)
    if kind != "text":
        raise QueryError(f'PropertyIsLike compares texts, and "{name["property"]}" is a {kind}')
    return {"op": "like", "args": _folded(element, kind, [name, pattern])}


def _like_boolean(name: Node, pattern: str) -> Node:
    matched = [value for value in (True, False) if matches(str(value).lower(), pattern)]
    parts = [{"op": "=", "args": [name, value]} for value in matched]
    never = {"op": "and", "args": [{"op": "=", "args": [name, value]} for value in (True, False)]}
    return {"op": "or", "args": parts} if parts else never


def matches(text: str, pattern: str) -> bool:
    """Say whether a text fits a LIKE pattern of SQL."""
    parts = re.findall(r"\\.|[%_]|[^%_\\]+", pattern, re.DOTALL)
    signs = {"%": ".*", "_": "."}
    made = "".join(signs.get(part) or re.escape(part.removeprefix("\\")) for part in parts)
    return re.fullmatch(made, text, re.DOTALL) is not None


def _pattern(text: str, signs: Mapping[str, str], escape: str) -> str:
    made, rest = "", text
    while rest:
        sign = next((one for one in signs if rest.startswith(one)), None)
        if rest.startswith(escape) and len(rest) > len(escape):
            rest = rest[len(escape) :]
        elif sign:
            made, rest = made + signs[sign], rest[len(sign) :]
            continue
        made, rest = made + ("\\" if rest[0] in "%_\\" else "") + rest[0], rest[1:]
    return made


def _spatial(element: etree._Element, words: Vocabulary) -> Node:
    named = xml.local(element[0]) in ("ValueReference", "PropertyName") if len(element) else False
    if named:
        name, kind = _property(element[0], words)
    else:
        name, kind = {"property": words.geometry}, "geometry"
    (shape,) = _children(element, 2)[1:] if named else _children(element, 1)
    if kind != "geometry":
        raise QueryError(f'"{name["property"]}" is no geometry')
    other = words.shape(gml.read(shape, words.crs))
    return {"op": _SPATIAL[xml.local(element)], "args": [name, other]}


def _objects(elements: Sequence[etree._Element], words: Vocabulary) -> Node:
    names = [one.get(_IDS[xml.local(one)]) or one.get("id") or "" for one in elements]
    return objects(names, words)


def objects(names: Sequence[str], words: Vocabulary) -> Node:
    """Return the condition that a row is one of those that object ids name."""
    keys = [key for name in names if (key := words.key_of(name)) is not None]
    if not keys:
        return {"op": "isNull", "args": [{"property": words.key}]}
    return {"op": "in", "args": [{"property": words.key}, keys]}


_OTHERS: dict[str, Callable[[etree._Element, Vocabulary], Node]] = {
    "PropertyIsBetween": _between,
    "PropertyIsNull": _null,
    "PropertyIsNil": _null,
    "PropertyIsLike": _like,
}
