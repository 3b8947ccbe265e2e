"""What the registers know of one person, now and before: found, handed out, erased.

Everything that a field marked `personal` has ever held is searched: rows, their history, and what
came back from the field. An erasure leaves a tombstone, which says what was there and not whose,
and seals the history anew.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import psycopg
from psycopg import sql

from sip.catalogue import Catalogue, Layer
from sip.database.history import HISTORY
from sip.errors import DataError, UsageError

_LEAST_CHARACTERS = 5
_LEAST_DIGITS = 9
_ERASED = "-"
"""What stands in a required field afterwards."""
type Connection = psycopg.Connection[tuple[Any, ...]]


@dataclasses.dataclass(frozen=True)
class Find:
    """One version of a row in which a personal field holds what was looked for."""

    layer: str
    id: int
    version: int
    changeset: int
    """The change set that made it."""
    known_from: datetime.datetime
    known_to: datetime.datetime | None
    """None where the row holds it now."""
    fields: tuple[str, ...]
    """The fields that hold it."""
    values: Mapping[str, Any]
    """All fields of the row that are not empty."""


def find(connection: Connection, catalogue: Catalogue, terms: Sequence[str]) -> list[Find]:
    """Find a person by names, addresses, telephone or PESEL numbers; each term is sought alone.

    Case and accents do not matter, nor what stands between the digits of a number.

    Raises:
        UsageError: A term is so short that it would find many people.
    """
    for term in terms:
        if len(term.strip()) < _LEAST_CHARACTERS:
            raise UsageError(f'"{term}" is too short: it has {_LEAST_CHARACTERS} characters')
    return [
        one
        for layer in _registers(catalogue)
        for schema in (layer.theme, HISTORY)
        for one in _in_table(connection, layer, schema, terms)
    ]


def erase(
    connection: Connection, catalogue: Catalogue, finds: Sequence[Find], *, who: str, reason: str
) -> int:
    """Empty the personal fields of all versions found; return how many copies elsewhere had them.

    Raises:
        DataError: A rule of the register does not let the row be without it, or the history was
            altered before, which to seal anew would hide; nothing was done.
    """
    try:
        connection.execute("SELECT sip.demand_soundness(NULL)")
    except psycopg.errors.RaiseException as error:
        raise DataError(f"nothing was erased: {error.diag.message_primary}") from error
    connection.execute("SELECT set_config('sip.comment', %s, true)", [f"erasure: {reason}"])
    for layer in _registers(catalogue):
        own = [one for one in finds if one.layer == layer.id]
        if own:
            _erase_rows(connection, layer, own)
    connection.execute(
        "SELECT sip.reseal(%s::bigint[], %s)",
        [sorted({one.changeset for one in finds}), f"erasure: {reason}"],
    )
    stones = [
        (one.layer, one.id, one.version, personal_fields(catalogue.layer(one.layer)), who, reason)
        for one in finds
    ]
    connection.cursor().executemany(
        "INSERT INTO sip.tombstone (layer, row_id, row_version, fields, who, reason)"
        " VALUES (%s, %s, %s, %s, %s, %s)",
        stones,
    )
    return sum(_erase_copies(connection, catalogue, finds))


def personal_fields(layer: Layer) -> list[str]:
    """Return the fields of a layer that hold personal data."""
    return [name for name, field in layer.spec.fields.items() if field.personal]


def _registers(catalogue: Catalogue) -> Iterator[Layer]:
    return (one for one in catalogue.layers.values() if one.is_table and personal_fields(one))


def _in_table(
    connection: Connection, layer: Layer, schema: str, terms: Sequence[str]
) -> Iterator[Find]:
    names = personal_fields(layer)
    until = "NULL::timestamptz" if schema != HISTORY else "upper(known)"
    statement = sql.SQL(
        "SELECT id, row_version, row_changeset, row_from, {until}, held, to_jsonb(t)"
        " FROM {table} AS t"
        " CROSS JOIN LATERAL (SELECT array_remove(ARRAY[{held}]::text[], NULL) AS held) AS h"
        " WHERE held <> '{{}}' ORDER BY id, row_version"
    ).format(
        until=sql.SQL(until),
        table=sql.Identifier(schema, layer.id),
        held=sql.SQL(", ").join(_holds(name, terms) for name in names),
    )
    for id_, version, changeset, since, to, held, row in connection.execute(statement).fetchall():
        values = {name: row[name] for name in layer.spec.fields if row.get(name) not in (None, "")}
        yield Find(layer.id, id_, version, changeset, since, to, tuple(held), values)


def _holds(name: str, terms: Sequence[str]) -> sql.Composable:
    """Return an expression: the field's name where the field holds one of the terms."""
    column = sql.SQL("t.{}::text").format(sql.Identifier(name))
    tests: list[sql.Composable] = []
    for term in terms:
        digits = re.sub(r"\D", "", term)
        if len(digits) >= _LEAST_DIGITS and not re.search(r"[^\W\d_]", term):
            said, place = digits, sql.SQL("regexp_replace({}, '[^0-9]', '', 'g')").format(column)
        else:
            said, place = " ".join(term.split()), sql.SQL("{}").format(column)
        tests.append(
            sql.SQL("position(pub.fold({}) IN pub.fold({})) > 0").format(sql.Literal(said), place)
        )
    return sql.SQL("CASE WHEN {} THEN {} END").format(
        sql.SQL(" OR ").join(tests), sql.Literal(name)
    )


def _erase_rows(connection: Connection, layer: Layer, finds: Sequence[Find]) -> None:
    """Empty rows first, which puts them as they were into the history, then the history."""
    fields = {name: layer.spec.fields[name] for name in personal_fields(layer)}
    emptied = sql.SQL(", ").join(
        sql.SQL("{} = {}").format(
            sql.Identifier(name), sql.Literal(_ERASED) if one.required else sql.SQL("NULL")
        )
        for name, one in fields.items()
    )
    update = sql.SQL("UPDATE {} SET {} WHERE id = ANY(%s)")
    try:
        connection.execute(
            update.format(sql.Identifier(layer.theme, layer.id), emptied),
            [[one.id for one in finds if one.known_to is None]],
        )
    except psycopg.errors.IntegrityError as error:
        raise DataError(
            f"{layer.id}: a row may not be without it, and nothing was erased:"
            f" {error.diag.message_primary}"
        ) from error
    nothing = sql.SQL(", ").join(
        sql.SQL("{} = NULL").format(sql.Identifier(name)) for name in fields
    )
    connection.execute(
        sql.SQL(
            "UPDATE {} SET {} WHERE (id, row_version) IN (SELECT * FROM unnest(%s::bigint[],"
            " %s::bigint[]))"
        ).format(sql.Identifier(HISTORY, layer.id), nothing),
        [[one.id for one in finds], [one.version for one in finds]],
    )


def _erase_copies(
    connection: Connection, catalogue: Catalogue, finds: Sequence[Find]
) -> Iterator[int]:
    """Empty the same fields in what was kept of those rows beside the registers, as JSON."""
    copies = connection.execute(
        "SELECT j.table_name, j.column_name FROM information_schema.columns AS j"
        " WHERE j.table_schema = 'sip' AND j.data_type = 'jsonb'"
        " AND 2 = (SELECT count(*) FROM information_schema.columns AS c WHERE c.column_name"
        " IN ('layer', 'row_id') AND (c.table_schema, c.table_name)"
        " = (j.table_schema, j.table_name))"
    ).fetchall()
    for layer in sorted({one.layer for one in finds}):
        ids = [one.id for one in finds if one.layer == layer]
        fields = personal_fields(catalogue.layer(layer))
        for table, column in copies:
            statement = sql.SQL(
                "UPDATE {table} SET {column} = {column} - %s::text[]"
                " WHERE layer = %s AND row_id = ANY(%s) AND {column} ?| %s::text[]"
            ).format(table=sql.Identifier("sip", table), column=sql.Identifier(column))
            yield connection.execute(statement, [fields, layer, ids, fields]).rowcount


def forget_readings(connection: Connection, years: int) -> int:
    """Delete who read personal data so long ago; return how many readings that were."""
    done = connection.execute(
        "DELETE FROM account.personal_access WHERE at < now() - make_interval(years => %s)", [years]
    )
    return done.rowcount
