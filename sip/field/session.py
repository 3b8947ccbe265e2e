"""Transactions under a person's own role: what they may not do, the database refuses."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg.sql import SQL, Identifier

from sip.errors import DatabaseError, UsageError
from sip.settings import Settings


@contextlib.contextmanager
def acting(settings: Settings, person: str | None) -> Iterator[psycopg.Connection[Any]]:
    """Open a transaction of a person, or of the registers' owner where None.

    Raises:
        UsageError: There is no such person.
        DatabaseError: The database is absent, or the transaction could not be completed.
    """
    try:
        with psycopg.connect(settings.dsn("sip_gateway" if person else "sip_owner")) as connection:
            if person:
                connection.execute(SQL("SET LOCAL ROLE {}").format(Identifier(person)))
            yield connection
    except (psycopg.errors.InvalidParameterValue, psycopg.errors.UndefinedObject) as error:
        raise UsageError(f'there is no person "{person}" (sip user list)') from error
    except psycopg.Error as error:
        raise DatabaseError(f"the database refuses, and nothing was done: {error}") from error
