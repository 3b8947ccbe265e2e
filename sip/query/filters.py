"""Reading a filter: CQL2 as text or as JSON, into the JSON tree, within limits."""

from __future__ import annotations

import re

import cql2
import orjson

from sip.errors import QueryError, TooMuch
from sip.query.model import Tree

MAX_CHARS = 20_000
_NESTING = 100
_TOKEN = re.compile(
    r"""'(?:[^']|'')*' | "[^"]*" | (?P<word>[^\W\d][\w.:]*) | (?P<sign>[-+*/^%(),])""", re.VERBOSE
)
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]')
_SEPARATORS = {",", "and", "or"}
_OPERATORS = {"not", "div", "-", "+", "*", "/", "^", "%"}


def parse_text(text: str, *, max_chars: int = MAX_CHARS) -> Tree:
    """Read CQL2 text.

    Raises:
        QueryError: It is not CQL2.
        TooMuch: It is longer or nested deeper than allowed.
    """
    _check_length(text, max_chars)
    _check_nesting(text)
    try:
        tree: Tree = cql2.parse_text(text).to_json()
    except (cql2.ParseError, cql2.ValidationError) as error:
        raise _not_cql2(_position(str(error))) from error
    return tree


def parse_json(text: str, *, max_chars: int = MAX_CHARS) -> Tree:
    """Read CQL2 JSON; what is in it is checked when it is compiled.

    Raises:
        QueryError: It is not JSON.
        TooMuch: It is longer or nested deeper than allowed.
    """
    _check_length(text, max_chars)
    _check_brackets(text)
    try:
        tree: Tree = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise _not_cql2(f"JSON, {error.lineno}:{error.colno}") from error
    return tree


def _check_brackets(text: str) -> None:
    depth = 0
    for match in _BRACKET.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > _NESTING:
            raise too_deep(_NESTING)


def _check_length(text: str, max_chars: int) -> None:
    if len(text) > max_chars:
        raise TooMuch(
            f"the filter has {len(text)} characters; {max_chars} are allowed",
            pl=f"filtr ma {len(text)} znaków; dozwolone jest {max_chars}",
        )


def _check_nesting(text: str) -> None:
    """Refuse what would exhaust the parser's stack: it recurses for each bracket and operator."""
    levels = [0]
    for match in _TOKEN.finditer(text):
        token = (match["word"] or match["sign"] or "").lower()
        if token == "(":
            levels.append(0)
        elif token == ")" and len(levels) > 1:
            levels.pop()
        elif token in _SEPARATORS:
            levels[-1] = 0
        elif token in _OPERATORS:
            levels[-1] += 1
        if len(levels) + sum(levels) > _NESTING:
            raise too_deep(_NESTING)


def too_deep(allowed: int) -> TooMuch:
    """Say that a filter is nested too deeply."""
    return TooMuch(
        f"the filter is nested more than {allowed} levels deep",
        pl=f"filtr jest zagnieżdżony głębiej niż {allowed} poziomów",
    )


def _not_cql2(where: str) -> QueryError:
    return QueryError(
        f"the filter is not valid CQL2 ({where})",
        pl=f"filtr nie jest poprawnym wyrażeniem CQL2 ({where})",
    )


def _position(message: str) -> str:
    found = re.search(r"--> (\d+:\d+)", message)
    return found.group(1) if found else "1:1"
