"""CQL2 compiled to SQL: checked against the layer, literals bound, hidden names unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sip.catalogue import Layer
from sip.crs import CRS84_CODE
from sip.errors import QueryError
from sip.query import arrays, functions, shapes, times
from sip.query.filters import too_deep
from sip.query.model import Tree
from sip.query.terms import (
    Arguments,
    Term,
    column,
    is_moment,
    is_numeric,
    parse_moment,
    wrong_kind,
)

_COMPARISONS = ("=", "<>", "<", "<=", ">", ">=")
_SPATIAL = {
    "s_contains": "ST_Contains",
    "s_crosses": "ST_Crosses",
    "s_disjoint": "ST_Disjoint",
    "s_equals": "ST_Equals",
    "s_intersects": "ST_Intersects",
    "s_overlaps": "ST_Overlaps",
    "s_touches": "ST_Touches",
    "s_within": "ST_Within",
}
_ARITHMETIC = {
    "+": "({} + {})",
    "-": "({} - {})",
    "*": "({} * {})",
    "/": "({} / nullif({}, 0))",
    "^": (
        "(SELECT CASE"
        " WHEN _base = 0 AND _power >= 0 THEN power(_base, _power)"
        " WHEN _base < 0 AND _power <> floor(_power) THEN NULL"
        " WHEN abs(_power * ln(abs(nullif(_base, 0)))) < 700 THEN power(_base, _power)"
        " END FROM (SELECT {} AS _base, {} AS _power OFFSET 0) p)"
    ),
    "%": "mod(({})::numeric, nullif({}, 0)::numeric)::float8",
    "div": "trunc({} / nullif({}, 0))",
}
"""What cannot be computed for a row (a division by zero, a power out of range) is empty."""
_UNACCENTED = (
    "regexp_replace(normalize(translate({}, 'łŁøØđĐ', 'lLoOdD'), NFD), "
    "'[\\u0300-\\u036f]', '', 'g')"
)


class Compiler:
    """Compiles the expressions of one statement over one layer."""

    def __init__(
        self,
        layer: Layer,
        arguments: Arguments,
        *,
        storage_crs: int,
        filter_crs: int = CRS84_CODE,
        max_depth: int = 30,
    ):
        self._layer = layer
        self._arguments = arguments
        self._storage = storage_crs
        self._crs = filter_crs
        self._max_depth = max_depth
        self._depth = 0

    def condition(self, tree: Tree) -> str:
        """Return a predicate as SQL.

        Raises:
            QueryError: The filter is no predicate over this layer.
        """
        term = self._term(tree)
        if term.kind != "boolean":
            raise wrong_kind("boolean", term)
        return self._arguments.bind(term)

    def _term(self, node: Tree) -> Term:
        if isinstance(node, bool):
            return Term("boolean", value=node)
        if isinstance(node, (int, float)):
            return _number(node)
        if isinstance(node, str):
            return _text(node)
        if isinstance(node, list):
            return Term("list", value=[self._term(part) for part in node])
        if isinstance(node, dict):
            return self._object(node)
        raise malformed()

    def _object(self, node: Mapping[str, Any]) -> Term:
        if "op" in node:
            return self._operation(node["op"], node.get("args"))
        match node:
            case {"property": str(name)}:
                return column(self._layer, name)
            case {"date": str(text)}:
                return parse_moment(text, "date")
            case {"timestamp": str(text)}:
                return parse_moment(text, "timestamp")
            case {"interval": [start, end]}:
                return Term("interval", value=(self._end(start), self._end(end)))
            case {"bbox": list(numbers)}:
                return self._box(numbers)
            case {"type": str()}:
                return self._geometry(node)
        raise malformed()

    def _operation(self, operator: Any, args: Any) -> Term:
        if not isinstance(operator, str) or not isinstance(args, list):
            raise malformed()
        self._depth += 1
        if self._depth > self._max_depth:
            raise too_deep(self._max_depth)
        term = self._dispatch(operator, args)
        self._depth -= 1
        return term

    def _dispatch(self, operator: str, args: list[Any]) -> Term:
        lowered = operator.lower()
        if lowered in ("and", "or"):
            return self._junction(lowered, args)
        fixed: dict[str, tuple[int, Callable[..., Term]]] = {
            "not": (1, self._not),
            "isnull": (1, self._is_null),
            "like": (2, self._like),
            "between": (3, self._between),
            "in": (2, self._in),
            "casei": (1, self._casei),
            "accenti": (1, self._accenti),
        }
        if lowered in fixed:
            count, make = fixed[lowered]
            return make(*self._operands(operator, args, count))
        if lowered in _COMPARISONS:
            return self._compare(lowered, *self._operands(operator, args, 2))
        if lowered in _ARITHMETIC:
            return self._arithmetic(lowered, *self._operands(operator, args, 2))
        if lowered in _SPATIAL:
            return self._spatial(lowered, *self._operands(operator, args, 2))
        if lowered in times.RELATIONS:
            left, right = self._operands(operator, args, 2)
            return times.relation(lowered, left, right, self._arguments)
        if lowered in arrays.RELATIONS:
            left, right = self._operands(operator, args, 2)
            return arrays.relation(lowered, left, right, self._arguments)
        return functions.call(operator, [self._term(arg) for arg in args], self._arguments)

    def _operands(self, operator: str, args: list[Any], count: int) -> list[Term]:
        if len(args) != count:
            raise QueryError(
                f'"{operator}" takes {count} operands, not {len(args)}',
                pl=f'liczba argumentów "{operator}" to {count}, a nie {len(args)}',
            )
        return [self._term(arg) for arg in args]

    def _junction(self, operator: str, args: list[Any]) -> Term:
        if not args:
            raise malformed()
        parts = [self.condition(arg) for arg in args]
        return Term("boolean", f"({f' {operator.upper()} '.join(parts)})")

    def _not(self, operand: Term) -> Term:
        if operand.kind != "boolean":
            raise wrong_kind("boolean", operand)
        return Term("boolean", f"(NOT {self._arguments.bind(operand)})")

    def _is_null(self, operand: Term) -> Term:
        return Term("boolean", f"({self._arguments.bind(operand)} IS NULL)")

    def _like(self, value: Term, pattern: Term) -> Term:
        for term in (value, pattern):
            if term.kind != "text":
                raise wrong_kind("text", term)
        if pattern.is_literal and _ends_escaping(pattern.value):
            raise QueryError(
                "a LIKE pattern must not end with \\", pl="wzorzec LIKE nie może kończyć się na \\"
            )
        left, right = self._arguments.bind(value), self._arguments.bind(pattern)
        return Term("boolean", f"({left} LIKE {right})")

    def _between(self, value: Term, low: Term, high: Term) -> Term:
        least, most = self._compare(">=", value, low), self._compare("<=", value, high)
        return Term("boolean", f"({least.sql} AND {most.sql})")

    def _in(self, value: Term, candidates: Term) -> Term:
        if candidates.kind != "list" or not candidates.value:
            raise wrong_kind("list", candidates)
        parts = [self._compare("=", value, one).sql for one in candidates.value]
        return Term("boolean", f"({' OR '.join(parts)})")

    def _casei(self, operand: Term) -> Term:
        return Term("text", f"lower({self._own_text(operand)})")

    def _accenti(self, operand: Term) -> Term:
        return Term("text", _UNACCENTED.format(self._own_text(operand)))

    def _own_text(self, operand: Term) -> str:
        if operand.kind != "text":
            raise wrong_kind("text", operand)
        return self._arguments.bind(operand)

    def _compare(self, operator: str, left: Term, right: Term) -> Term:
        one, two, kind = self._pair(left, right)
        if kind == "boolean" and operator not in ("=", "<>"):
            raise wrong_kind("number", left)
        return Term("boolean", f"({one} {operator} {two})")

    def _pair(self, left: Term, right: Term) -> tuple[str, str, str]:
        """Return two operands of a comparison as SQL of one type."""
        left, right = _as_moment(left, right), _as_moment(right, left)
        bind = self._arguments.bind
        if is_numeric(left) and is_numeric(right):
            return (*self._numbers(left, right), "number")
        if is_moment(left) and is_moment(right):
            if left.kind == right.kind:
                return bind(left), bind(right), left.kind
            return self._instant(left), self._instant(right), "timestamp"
        if left.kind != right.kind or left.kind not in ("text", "boolean"):
            raise wrong_kind(left.kind, right)
        return bind(left), bind(right), left.kind

    def _numbers(self, left: Term, right: Term) -> tuple[str, str]:
        bind = self._arguments.bind
        if left.is_literal and not right.is_literal:
            return bind(left, right.kind), bind(right)
        return bind(left), bind(right, left.kind)

    def _instant(self, term: Term) -> str:
        text = self._arguments.bind(term)
        return text if term.kind == "timestamp" else times.instant(text)

    def _arithmetic(self, operator: str, left: Term, right: Term) -> Term:
        operands = []
        for term in (left, right):
            if not is_numeric(term):
                raise wrong_kind("number", term)
            operands.append(f"{self._arguments.bind(term, 'number')}::float8")
        return Term("number", _ARITHMETIC[operator].format(*operands))

    def _spatial(self, operator: str, left: Term, right: Term) -> Term:
        for term in (left, right):
            if term.kind != "geometry":
                raise wrong_kind("geometry", term)
        one, two = self._arguments.bind(left), self._arguments.bind(right)
        return Term("boolean", f"{_SPATIAL[operator]}({one}, {two})")

    def _end(self, node: Any) -> Term | None:
        if node == "..":
            return None
        term = parse_moment(node) if isinstance(node, str) else self._term(node)
        if not is_moment(term):
            raise wrong_kind("timestamp", term)
        return term

    def _box(self, numbers: list[Any]) -> Term:
        box = shapes.box_of(numbers, self._crs)
        shape = shapes.from_box(box, storage=self._storage)
        if shape is None:
            shape = shapes.reach(self._storage)
        return Term("geometry", value=shapes.wkb_hex(shape, self._storage))

    def _geometry(self, node: Mapping[str, Any]) -> Term:
        shape = shapes.from_geojson(node, source=self._crs, storage=self._storage)
        return Term("geometry", value=shapes.wkb_hex(shape, self._storage))


def malformed() -> QueryError:
    """Say that a tree is not the JSON form of CQL2."""
    return QueryError("the filter is not a CQL2 expression", pl="filtr nie jest wyrażeniem CQL2")


def _number(value: float | int) -> Term:
    if not abs(value) < 1e300:
        raise malformed()
    return Term("number", value=value)


def _text(value: str) -> Term:
    if "\0" in value:
        raise malformed()
    return Term("text", value=value)


def _as_moment(term: Term, other: Term) -> Term:
    """Read a text as a date or timestamp where it stands beside one, as clients write them."""
    if term.kind == "text" and term.is_literal and is_moment(other):
        return parse_moment(term.value)
    return term


def _ends_escaping(pattern: str) -> bool:
    return (len(pattern) - len(pattern.rstrip("\\"))) % 2 == 1
