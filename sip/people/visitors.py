"""What is kept of people without an account: subscriptions, and what waits for a click.

None of it has a history: what is erased here is gone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import psycopg

type Connection = psycopg.Connection[Any]
_FOUND = """
    SELECT 'subscription' AS what, id::text AS key, email, since::text AS at, webhook AS content
    FROM taking_part.subscription WHERE lower(email) = ANY(%(terms)s)
    UNION ALL
    SELECT 'pending', encode(digest, 'hex'), email, expires::text, content::text
    FROM taking_part.pending
    WHERE lower(email) = ANY(%(terms)s) OR EXISTS (
        SELECT FROM jsonb_each_text(content) AS held WHERE lower(held.value) = ANY(%(terms)s))
    UNION ALL
    SELECT 'outbox', key, receiver, due::text, content::text
    FROM taking_part.outbox WHERE lower(receiver) = ANY(%(terms)s)
    ORDER BY 1, 2"""
_ERASE = """
    WITH found AS (SELECT lower(one) AS term FROM unnest(%(terms)s::text[]) AS one),
        subscription AS (
            DELETE FROM taking_part.subscription WHERE lower(email) IN (TABLE found) RETURNING 1),
        pending AS (
            DELETE FROM taking_part.pending WHERE lower(email) IN (TABLE found) OR EXISTS (
                SELECT FROM jsonb_each_text(content) AS held
                WHERE lower(held.value) IN (TABLE found)) RETURNING 1),
        outbox AS (
            DELETE FROM taking_part.outbox WHERE lower(receiver) IN (TABLE found) RETURNING 1)
    SELECT (SELECT count(*) FROM subscription) + (SELECT count(*) FROM pending)
        + (SELECT count(*) FROM outbox)"""


@dataclasses.dataclass(frozen=True)
class Visit:
    """One thing that is kept of somebody."""

    what: str
    """`subscription`, `pending` or `outbox`."""
    key: str
    email: str
    at: str
    """Since when, until when, or when it is due."""
    content: str


def find(connection: Connection, terms: Sequence[str]) -> list[Visit]:
    """Return what is kept under an e-mail address or a name, as a whole and in any case."""
    given = {"terms": [term.strip().lower() for term in terms]}
    return [Visit(*row) for row in connection.execute(_FOUND, given)]


def erase(connection: Connection, terms: Sequence[str]) -> int:
    """Delete what `find` finds; return how many things that were."""
    row = connection.execute(_ERASE, {"terms": [term.strip() for term in terms]}).fetchone()
    assert row is not None
    return int(row[0])
