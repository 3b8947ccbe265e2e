"""Counts in public of a register that nobody may see row by row.

Whatever is published of it is computed from one table, `sip.public_count`, that tells nothing about
fewer units (households) than the register's declared minimum. Why it is so, and what an attacker
can and cannot do: docs/decisions/0010-public-counts.md.
"""

from __future__ import annotations

import hashlib
from typing import Any

import psycopg
from psycopg import sql

from sip.catalogue import Catalogue, Layer


def renew(connection: psycopg.Connection[Any], catalogue: Catalogue, layer: Layer) -> None:
    """Let the public counts of a register follow it, where enough of its units have changed."""
    assert layer.spec.public_counts is not None
    live = sql.SQL("CREATE TEMPORARY TABLE live ON COMMIT DROP AS {}")
    # A file of the project, as trusted as its views.
    connection.execute(live.format(sql.SQL(_select(catalogue, layer))))
    connection.execute(
        "SELECT sip.count_in_public(%s, %s)", [layer.id, layer.spec.public_counts.minimum]
    )
    connection.execute(
        "UPDATE sip.public_count_of SET made_from = %s WHERE layer = %s",
        [_declared(catalogue, layer), layer.id],
    )
    connection.execute("DROP TABLE live")


def are_current(connection: psycopg.Connection[Any], catalogue: Catalogue, layer: Layer) -> bool:
    """Say whether the counts were made as the layer file declares them now."""
    row = connection.execute(
        "SELECT made_from FROM sip.public_count_of WHERE layer = %s", [layer.id]
    ).fetchone()
    return row == (_declared(catalogue, layer),)


def _select(catalogue: Catalogue, layer: Layer) -> str:
    assert layer.spec.public_counts is not None
    file = catalogue.folder / layer.file.with_name(layer.spec.public_counts.sql)
    return file.read_text(encoding="utf-8").strip().removesuffix(";")


def _declared(catalogue: Catalogue, layer: Layer) -> str:
    assert layer.spec.public_counts is not None
    text = f"{layer.spec.public_counts.minimum} {_select(catalogue, layer)}"
    return hashlib.sha256(text.encode()).hexdigest()
