"""Functions that a filter may call beside the operators of CQL2."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from sip.errors import QueryError
from sip.query.terms import Arguments, Kind, Term, is_moment, is_numeric, wrong_kind
from sip.text import Text


@dataclasses.dataclass(frozen=True)
class Function:
    """One function: what it takes, what it gives, and its SQL with a place for each argument."""

    title: Text
    arguments: tuple[tuple[str, Kind], ...]
    returns: Kind
    sql: str


def _text(pl: str, en: str) -> Text:
    return Text(pl=pl, en=en)


FUNCTIONS: dict[str, Function] = {
    "lower": Function(
        _text("Małe litery", "Lower case"), (("value", "text"),), "text", "lower({})"
    ),
    "upper": Function(
        _text("Wielkie litery", "Upper case"), (("value", "text"),), "text", "upper({})"
    ),
    "length": Function(
        _text("Liczba znaków", "Number of characters"),
        (("value", "text"),),
        "integer",
        "length({})::bigint",
    ),
    "to_number": Function(
        _text("Liczba zapisana jako tekst", "Number written as text"),
        (("value", "text"),),
        "number",
        r"CASE WHEN {0} ~ '^\s*[-+]?\d{{1,15}}(\.\d{{1,15}})?\s*$' THEN {0}::float8 END",
    ),
    "abs": Function(
        _text("Wartość bezwzględna", "Absolute value"), (("value", "number"),), "number", "abs({})"
    ),
    "floor": Function(
        _text("Zaokrąglenie w dół", "Round down"), (("value", "number"),), "number", "floor({})"
    ),
    "ceil": Function(
        _text("Zaokrąglenie w górę", "Round up"), (("value", "number"),), "number", "ceil({})"
    ),
    "year": Function(
        _text("Rok (UTC)", "Year (UTC)"),
        (("value", "timestamp"),),
        "integer",
        "extract(year FROM {} AT TIME ZONE 'UTC')::bigint",
    ),
    "area": Function(
        _text("Powierzchnia w układzie przechowywania, m²", "Area in the storage CRS, m²"),
        (("geometry", "geometry"),),
        "number",
        "ST_Area({})",
    ),
    "geom_length": Function(
        _text("Długość w układzie przechowywania, m", "Length in the storage CRS, m"),
        (("geometry", "geometry"),),
        "number",
        "ST_Length({})",
    ),
    "centroid": Function(
        _text("Środek ciężkości", "Centre of gravity"),
        (("geometry", "geometry"),),
        "geometry",
        "ST_Centroid({})",
    ),
    "buffer": Function(
        _text("Otoczenie o promieniu w metrach", "Surroundings within a radius in metres"),
        (("geometry", "geometry"), ("radius_m", "number")),
        "geometry",
        "ST_Buffer({}, {})",
    ),
    "distance": Function(
        _text("Odległość w układzie przechowywania, m", "Distance in the storage CRS, m"),
        (("geometry", "geometry"), ("other", "geometry")),
        "number",
        "ST_Distance({}, {})",
    ),
}


def call(name: str, given: Sequence[Term], arguments: Arguments) -> Term:
    """Return the call of a function.

    Raises:
        QueryError: There is no such function, or it takes other arguments.
    """
    function = FUNCTIONS.get(name.lower())
    if function is None:
        known = ", ".join(FUNCTIONS)
        raise QueryError(
            f'there is no operator or function "{name}" (functions: {known})',
            pl=f'nie ma operatora ani funkcji "{name}" (funkcje: {known})',
        )
    if len(given) != len(function.arguments):
        count = len(function.arguments)
        raise QueryError(
            f'the function "{name}" takes {count} arguments',
            pl=f'liczba argumentów funkcji "{name}": {count}',
        )
    bound = [
        _argument(term, kind, arguments)
        for term, (_, kind) in zip(given, function.arguments, strict=True)
    ]
    return Term(function.returns, function.sql.format(*bound))


def _argument(term: Term, kind: Kind, arguments: Arguments) -> str:
    if kind == "number" and is_numeric(term):
        text = arguments.bind(term, "number")
        return text if term.is_literal else f"{text}::float8"
    if kind == "timestamp" and is_moment(term):
        text = arguments.bind(term)
        return text if term.kind == "timestamp" else f"({text}::timestamp AT TIME ZONE 'UTC')"
    if term.kind != kind:
        raise wrong_kind(kind, term)
    return arguments.bind(term)
