"""The conditions of a table, asked about one row before it is written, and what they are called."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from sip.catalogue import Catalogue, Layer
from sip.database.tables import TYPES, checks, sql_type
from sip.editing.violation import Violation, required
from sip.layer import Field
from sip.query.terms import Arguments, quoted
from sip.text import Text

_WORD = re.compile(r"[a-z_][a-z0-9_]*")


@dataclasses.dataclass(frozen=True)
class Condition:
    """One condition, as the table has it."""

    sql: str
    violation: Violation


def conditions(layer: Layer, catalogue: Catalogue) -> tuple[Condition, ...]:
    """Return the conditions that look only at what the caller sees; the table judges the rest."""
    hidden = set(layer.spec.fields) - set(layer.visible_fields)
    found = []
    for check in checks(layer, catalogue):
        sql: str = check.info["sql"]
        if not hidden.intersection(_WORD.findall(sql)):
            violation = Violation(check.info["field"], str(check.name), check.info["message"])
            found.append(Condition(sql, violation))
    return tuple(found)


def broken(
    found: Sequence[Condition],
    layer: Layer,
    values: Mapping[str, str | None],
    arguments: Arguments,
    old: int | None = None,
) -> str:
    """Return the statement that yields the places of the conditions that a row breaks.

    Args:
        found: The conditions.
        layer: Whose they are.
        values: What the row gets, written as PostgreSQL reads it.
        arguments: Takes the values.
        old: The id of the row that is changed; what is not named stays as it is there.
    """
    columns = []
    for name in names(layer):
        if name in values:
            column = bound(name, layer, values[name], arguments)
        else:
            column = f"t.{quoted(name)}" if old is not None else f"NULL::{_type(name, layer)}"
        columns.append(f"{column} AS {quoted(name)}")
    cases = ", ".join(
        f"CASE WHEN ({one.sql}) IS FALSE THEN {at} END" for at, one in enumerate(found)
    )
    row = f"SELECT {', '.join(columns)}"
    if old is not None:
        row += f" FROM {layer.relation} AS t WHERE t.id = {arguments.add(old, 'bigint')}"
    return f"SELECT unnest(array_remove(ARRAY[{cases}]::int[], NULL)) FROM ({row}) AS r"


def names(layer: Layer) -> list[str]:
    """Return the columns that the caller writes."""
    return [*layer.visible_fields, *(["geom"] if layer.spec.geometry else [])]


def bound(name: str, layer: Layer, value: str | None, arguments: Arguments) -> str:
    """Return a value of a column, bound as text and read by PostgreSQL, as COPY would."""
    return f"{arguments.add(value, 'text')}::{_type(name, layer)}"


def _type(name: str, layer: Layer) -> str:
    return "public.geometry" if name == "geom" else sql_type(TYPES[layer.spec.fields[name].type])


def named(constraint: str, message: str, layer: Layer, catalogue: Catalogue) -> Violation:
    """Say what a constraint's refusal means.

    Args:
        constraint: Its name, as the database gives it.
        message: The database's own sentence: that of a rule.
        layer: Where the row should have gone.
        catalogue: The layer's.
    """
    fields = layer.visible_fields
    for check in checks(layer, catalogue):
        if check.name == constraint:
            own: str = check.info["field"]
            shown = own if own in fields or own == "geom" else ""
            return Violation(shown, constraint, check.info["message"])
    for name, field in fields.items():
        if constraint == f"{layer.id}_{name}_key":
            return Violation(name, "unique", _taken(field))
        if constraint == f"{layer.id}_{name}_fkey":
            return Violation(name, "reference", _without_partner(name, field, layer, catalogue))
    return Violation("", constraint, Text(pl=message, en=message))


def lacking(column: str, layer: Layer) -> Violation:
    """Say that a column which must have a value has none."""
    field = layer.visible_fields.get(column)
    if field is not None:
        return required(column, field.title)
    message = Text(
        pl="wiersz wymaga danych, których nie wolno Ci zmieniać",
        en="the row needs data that you may not change",
    )
    return Violation("", "required", message)


def _taken(field: Field) -> Text:
    return Text(
        pl=f"{field.title.pl}: tę wartość ma już inny obiekt",
        en=f"{field.title.en}: another feature has this value already",
    )


def _without_partner(name: str, field: Field, layer: Layer, catalogue: Catalogue) -> Text:
    to = next(one.to for one in layer.spec.relations if one.field == name)
    other = catalogue.layer(to).spec.title
    return Text(
        pl=f"{field.title.pl}: nie ma takiego obiektu w warstwie „{other.pl}”",
        en=f'{field.title.en}: there is no such feature in "{other.en}"',
    )
