"""Single rows of a layer in the database, read and written as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from psycopg import Connection
from psycopg.sql import SQL, Identifier

from sip.field.merge import Known, Values
from sip.field.part import Part, as_text

_BATCH_ROWS = 5_000


def read(connection: Connection[Any], part: Part, ids: Sequence[int]) -> Mapping[int, Known]:
    """Return what the database holds now; a row that is not there or not shown is absent."""
    query = SQL("SELECT t.id, t.row_version, {} FROM {} AS t WHERE t.id = ANY(%s)").format(
        part.plain_row, part.source
    )
    found: dict[int, Known] = {}
    for start in range(0, len(ids), _BATCH_ROWS):
        batch = list(ids[start : start + _BATCH_ROWS])
        rows = connection.execute(query, [batch])
        found.update({identifier: Known(version, values) for identifier, version, values in rows})
    return found


def insert(
    connection: Connection[Any], part: Part, values: Values, *, identifier: int | None = None
) -> tuple[int, int]:
    """Add a row; return its id and version. What is empty gets its default.

    Args:
        connection: A transaction of the person.
        part: The layer.
        values: By attribute.
        identifier: The id of a row that comes back; a new one where None.
    """
    given = {name: value for name, value in values.items() if value is not None}
    columns = [Identifier(name) for name in given]
    written = [part.written(name) for name in given]
    arguments = [as_text(value) for value in given.values()]
    if identifier is not None:
        columns, written = [Identifier("id"), *columns], [SQL("CAST(%s AS bigint)"), *written]
        arguments = [str(identifier), *arguments]
    made = connection.execute(
        SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING id, row_version").format(
            part.source, SQL(", ").join(columns), SQL(", ").join(written)
        ),
        arguments,
    ).fetchone()
    assert made is not None
    return made[0], made[1]


def update(
    connection: Connection[Any], part: Part, identifier: int, seen: int, values: Values
) -> int | None:
    """Change a row of which version `seen` was read; return its new version, None if it is not met.

    Raises:
        psycopg.Error: SIP01 if it was changed since.
    """
    changes = [*_assignments(part, values), SQL("row_version = %s")]
    done = connection.execute(
        SQL("UPDATE {} SET {} WHERE id = %s RETURNING row_version").format(
            part.source, SQL(", ").join(changes)
        ),
        [*map(as_text, values.values()), -seen, identifier],
    ).fetchone()
    return None if done is None else int(done[0])


def delete(connection: Connection[Any], part: Part, identifier: int, seen: int) -> bool:
    """Delete a row of which version `seen` was read; say whether it was met."""
    done = connection.execute(
        SQL("DELETE FROM {} WHERE id = %s AND row_version = %s").format(part.source),
        [identifier, seen],
    )
    return done.rowcount == 1


def _assignments(part: Part, values: Values) -> Iterator[Any]:
    for name in values:
        yield SQL("{} = {}").format(Identifier(name), part.written(name))
