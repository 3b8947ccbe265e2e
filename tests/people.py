"""People of a test: roles belong to the whole cluster, so those that were made go at the end."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg
from psycopg import sql

from sip.catalogue import Catalogue
from sip.database import cluster
from sip.people import keys, register, roles
from sip.settings import Settings


@contextmanager
def keys_of(
    settings: Settings, catalogue: Catalogue, groups: Sequence[str], scope: keys.Scope = "read"
) -> Iterator[dict[str, str]]:
    """Add a person for each group; yield the secrets of their keys by group."""
    found = {}
    with roles.administrator(settings) as connection:
        for group in groups:
            name = f"{group}{os.getpid()}"
            email = f"{name}@office.example"
            register.add(connection, catalogue, name, title=group, email=email, groups=[group])
            _role, found[group] = keys.make(
                connection, name, title=group, scope=scope, groups=[group],
                lasts=datetime.timedelta(days=1),
            )  # fmt: skip
    try:
        yield found
    finally:
        dismiss(settings)


def dismiss(settings: Settings) -> None:
    """Drop the roles of all people of a database and of their keys."""
    with psycopg.connect(cluster.superuser_dsn(settings)) as connection:
        rows = connection.execute(
            "SELECT role FROM account.key UNION ALL SELECT role FROM account.person"
        ).fetchall()
        for (role,) in rows:
            for one in (f"{role}.personal", role):
                if roles.exists(connection, one):
                    connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(one)))
