"""What is in a database, in a few numbers: the same before a backup and after a restore."""

from __future__ import annotations

from typing import Any

import psycopg
from psycopg import sql

type Fingerprint = dict[str, tuple[int, str]]
"""Of each table `schema.name`: how many rows, and a sum over digests of all their values."""

_TABLES = """
    SELECT n.nspname, c.relname
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence = 'p'
        AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
        AND NOT EXISTS (
            SELECT FROM pg_depend AS d
            WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
        )
    ORDER BY 1, 2
"""
_SUM = """
    SELECT count(*), coalesce(sum(('x' || left(md5(t::text), 16))::bit(64)::bigint::numeric), 0)
    FROM ONLY {} AS t
"""


def take(connection: psycopg.Connection[Any]) -> Fingerprint:
    """Count and sum up every table that a dump carries data of, as this transaction sees them.

    Materialised views are left out: they are computed anew, and may be behind at the time.
    """
    for setting, value in (("TimeZone", "UTC"), ("DateStyle", "ISO"), ("row_security", "off")):
        connection.execute("SELECT set_config(%s, %s, true)", [setting, value])
    found: Fingerprint = {}
    for schema, name in connection.execute(_TABLES).fetchall():
        row = connection.execute(sql.SQL(_SUM).format(sql.Identifier(schema, name))).fetchone()
        assert row is not None
        found[f"{schema}.{name}"] = (int(row[0]), str(row[1]))
    return found


def differences(wanted: Fingerprint, found: Fingerprint) -> list[str]:
    """Say in words where two fingerprints differ."""
    said = [f"table {name} is missing" for name in sorted(wanted.keys() - found.keys())]
    said += [f"table {name} is too many" for name in sorted(found.keys() - wanted.keys())]
    for name in sorted(wanted.keys() & found.keys()):
        (rows, checksum), (other_rows, other_checksum) = wanted[name], found[name]
        if rows != other_rows:
            said.append(f"table {name} has {other_rows} rows, it had {rows}")
        elif checksum != other_checksum:
            said.append(f"table {name} has other values than it had")
    return said
