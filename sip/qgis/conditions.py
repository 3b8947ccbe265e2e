"""Rules of a layer as expressions of QGIS, so that a form says what the database would refuse."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import cql2

from sip.layer import Rule

type Tree = Any
"""CQL2 as JSON."""
type _Made = Callable[[Sequence[str]], str]

_OPERATORS = {"=", "<>", "<", "<=", ">", ">=", "+", "-", "*", "/"}
_FUNCTIONS: Mapping[str, _Made] = {
    "regexp_like": lambda a: f"(regexp_match({a[0]}, {a[1]}) > 0)",
    "split_part": lambda a: (
        f"(CASE WHEN {a[0]} IS NOT NULL THEN"
        f" coalesce(array_get(string_to_array({a[0]}, {a[1]}), {a[2]} - 1), '') END)"
    ),
    "casei": lambda a: f"lower({a[0]})",
} | {
    name: lambda a, name=name: f"{name}({', '.join(a)})"
    for name in ("strpos", "right", "left", "round", "abs", "lower", "upper", "length")
}
"""Functions of PostgreSQL that a rule may call, as QGIS says them."""


class _NotSaidError(Exception):
    """QGIS has no word for it."""


def fields_of(rule: Rule) -> list[str]:
    """Return the fields that a rule in CQL2 names, in their order; none for one in SQL."""
    if rule.cql2 is None:
        return []
    found: dict[str, None] = {}
    _collect(cql2.parse_text(rule.cql2).to_json(), found)
    return list(found)


def expression(rule: Rule) -> str | None:
    """Return a rule as an expression that holds where the database takes the row.

    None is what only the database can judge: a rule in SQL, or with a function that QGIS lacks. As
    in a CHECK of SQL, a rule that does not know is kept to.
    """
    if rule.cql2 is None:
        return None
    try:
        return f"coalesce({_said(cql2.parse_text(rule.cql2).to_json())}, true)"
    except _NotSaidError:
        return None


def text(value: str) -> str:
    """Return a text as a literal of an expression."""
    escaped = value.replace("\\", "\\\\").replace("'", "''")
    return f"'{escaped}'"


def _collect(tree: Tree, found: dict[str, None]) -> None:
    match tree:
        case {"property": name}:
            found[name] = None
        case {"args": args}:
            _collect(args, found)
        case list():
            for one in tree:
                _collect(one, found)


def _said(tree: Tree) -> str:
    match tree:
        case {"property": name}:
            return f'"{name}"'
        case {"date": day}:
            return f"to_date({text(day)})"
        case {"timestamp": moment}:
            return f"to_datetime({text(moment)})"
        case {"op": op, "args": args}:
            return _operation(op, args)
        case bool():
            return str(tree).lower()
        case int() | float():
            return f"{tree:.15g}"
        case str():
            return text(tree)
    raise _NotSaidError


def _operation(op: str, args: list[Tree]) -> str:
    match op, args:
        case (("and" | "or"), _):
            return "(" + f" {op.upper()} ".join(map(_said, args)) + ")"
        case "not", [one]:
            return f"(NOT {_said(one)})"
        case "isNull", [one]:
            return f"({_said(one)} IS NULL)"
        case "in", [one, list() as several]:
            return f"({_said(one)} IN ({', '.join(map(_said, several))}))"
        case "between", [one, least, most]:
            return f"({_said(one)} BETWEEN {_said(least)} AND {_said(most)})"
        case "like", [one, pattern]:
            return f"({_said(one)} LIKE {_said(pattern)})"
        case _, [left, right] if op in _OPERATORS:
            return f"({_said(left)} {op} {_said(right)})"
        case _ if op in _FUNCTIONS:
            return _FUNCTIONS[op]([_said(one) for one in args])
    raise _NotSaidError
