"""Array functions of CQL2 over lists of scalars, such as `A_CONTAINS((owner, user), ('city'))`."""

from __future__ import annotations

from sip.query.terms import PG_TYPE, Arguments, Kind, Term, wrong_kind

RELATIONS = {"a_containedby": "<@", "a_contains": "@>", "a_equals": "=", "a_overlaps": "&&"}


def relation(operator: str, left: Term, right: Term, arguments: Arguments) -> Term:
    """Return the condition that two lists lie to one another as asked; equality ignores order."""
    left, right = _listed(left), _listed(right)
    kind = _kind(left, right)
    one, two = _array(left, kind, arguments), _array(right, kind, arguments)
    if operator == "a_equals":
        return Term("boolean", f"({one} @> {two} AND {two} @> {one})")
    return Term("boolean", f"({one} {RELATIONS[operator]} {two})")


def _listed(term: Term) -> Term:
    """Return a list; in CQL2 text a list of one looks like its element in brackets."""
    return term if term.kind == "list" else Term("list", value=[term])


def _kind(left: Term, right: Term) -> Kind:
    kinds: set[Kind] = {term.kind for side in (left, right) for term in side.value}
    if kinds <= {"integer", "number"}:
        return "number"
    if len(kinds) != 1 or not kinds <= set(PG_TYPE) - {"geometry"}:
        raise wrong_kind("text", left)
    return kinds.pop()


def _array(side: Term, kind: Kind, arguments: Arguments) -> str:
    pg_type = PG_TYPE[kind]
    parts = [
        arguments.add(float(one.value) if kind == "number" else one.value, pg_type)
        if one.is_literal
        else f"{one.sql}::{pg_type}"
        for one in side.value
    ]
    return f"ARRAY[{', '.join(parts)}]::{pg_type}[]"
