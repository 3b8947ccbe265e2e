"""Who wrote a comment is forgotten when it has served; what was written, and the answer, stay."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg import sql

from sip.catalogue import Catalogue
from sip.database.history import HISTORY
from sip.errors import NotFound
from sip.people import personal
from sip.people.personal import Find
from sip.taking_part import registers

_WHO = "sip work"
_SERVED = """
SELECT c.id FROM {table} AS c JOIN {displays} AS d ON d.id = c.display_id
WHERE greatest(d.ends_on, d.comments_until) < current_date - make_interval(years => %(years)s)
"""
_OF = """
SELECT c.id, c.row_version, c.row_changeset, c.row_from, {until} FROM {table} AS c
WHERE c.id = ANY(%(served)s) AND num_nonnulls({fields}) > 0
"""


def forget_authors(connection: psycopg.Connection[Any], catalogue: Catalogue, years: int) -> int:
    """Empty the personal fields of comments on displays that ended so many years ago.

    Their former versions lose them, too; what is changed in the history is sealed anew, as with
    `sip person erase`.

    Returns:
        How many comments that were.

    Raises:
        DataError: The history was altered before; nothing was done.
    """
    try:
        comments = registers.comment_layer(catalogue)
        displays = registers.display_layer(catalogue)
    except NotFound:
        return 0
    fields = personal.personal_fields(comments)
    if not fields:
        return 0
    now = sql.Identifier(comments.theme, comments.id)
    former = sql.Identifier(HISTORY, comments.id)
    # Of a comment that is gone its versions say which display it was on.
    statement = sql.SQL(_SERVED + "UNION " + _SERVED.replace("{table}", "{former}")).format(
        table=now, former=former, displays=sql.Identifier(displays.theme, displays.id)
    ) + sql.SQL(" AND c.id NOT IN (SELECT id FROM {})").format(now)
    served = [row[0] for row in connection.execute(statement, {"years": years})]
    finds: list[Find] = []
    for table, until in ((now, "NULL::timestamptz"), (former, "upper(c.known)")):
        statement = sql.SQL(_OF).format(
            until=sql.SQL(until),
            table=table,
            fields=sql.SQL(", ").join(sql.Identifier("c", name) for name in fields),
        )
        finds += [
            Find(comments.id, id_, version, changeset, since, to, tuple(fields), {})
            for id_, version, changeset, since, to in connection.execute(
                statement, {"served": served}
            )
        ]
    if finds:
        reason = f"{years} years after the display"
        personal.erase(connection, catalogue, finds, who=_WHO, reason=reason)
    return len({one.id for one in finds})
