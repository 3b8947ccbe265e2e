"""The roles of groups: `sip_<group>`, and `sip_<group>.personal` for its personal data.

Roles belong to the cluster, so they are made by its superuser (or by the owner of an existing
database, where he may), outside of the transaction of a migration.
"""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Iterator, Sequence

import psycopg
from sqlalchemy import Connection, text

from sip.catalogue import Catalogue
from sip.database import cluster
from sip.database.tables import quoted
from sip.errors import DatabaseError
from sip.rights import ALL_STAFF, STEWARDS
from sip.settings import Settings

PUBLIC = "sip_public"
_ATTEMPTS = 5
_KNOWN = """
SELECT r.rolname AS role, m.rolname AS member
FROM pg_roles AS r
LEFT JOIN pg_auth_members AS a ON a.roleid = r.oid
LEFT JOIN pg_roles AS m ON m.oid = a.member
"""


def role(group: str) -> str:
    """Return the role of a group."""
    return f"sip_{group}"


def personal(group: str) -> str:
    """Return the role that holds a group's rights on personal data."""
    return f"sip_{group}.personal"


@dataclasses.dataclass(frozen=True)
class Membership:
    """One role has the rights of another one."""

    of: str
    member: str


def roles(catalogue: Catalogue) -> set[str]:
    """Return the roles that the groups of a catalogue need."""
    return {made(name) for name in catalogue.groups for made in (role, personal)}


def memberships(catalogue: Catalogue) -> set[Membership]:
    """Return who has whose rights, as declared."""
    found = {Membership(PUBLIC, role(ALL_STAFF)), Membership(role(STEWARDS), "sip_editor")}
    for name, group in catalogue.groups.items():
        found.add(Membership(role(name), personal(name)))
        for other in group.includes:
            found.add(Membership(role(other), role(name)))
            found.add(Membership(personal(other), personal(name)))
    return found


def statements(catalogue: Catalogue, connection: Connection) -> list[str]:
    """Return what is to be done to the roles; another database's groups are left alone."""
    rows = connection.execute(text(_KNOWN)).all()
    known = {row.role for row in rows}
    members = {Membership(row.role, row.member) for row in rows if row.member}
    own, wanted = roles(catalogue), memberships(catalogue)
    stale = {one for one in members - wanted if one.of in own and one.member in own}
    return [
        *(f"CREATE ROLE {quoted(name)} NOLOGIN" for name in sorted(own - known)),
        *sorted(f"GRANT {quoted(one.of)} TO {quoted(one.member)}" for one in wanted - members),
        *sorted(f"REVOKE {quoted(one.of)} FROM {quoted(one.member)}" for one in stale),
    ]


def execute(wanted: Sequence[str], settings: Settings) -> None:
    """Make and grant roles, as somebody who may.

    Raises:
        DatabaseError: The connection may not; the text holds the SQL for a superuser.
    """
    if not wanted:
        return
    dsn = settings.database_url or cluster.superuser_dsn(settings)
    try:
        with psycopg.connect(dsn, autocommit=True) as connection:
            for statement in wanted:
                _execute(connection, statement)
    except psycopg.errors.InsufficientPrivilege as error:
        lines = "".join(f"\n  {one};" for one in wanted)
        raise DatabaseError(
            f"groups need roles that this login may not make: {error.diag.message_primary}\n"
            f"  let a superuser run:{lines}"
        ) from error


def _execute(connection: psycopg.Connection[tuple[object, ...]], statement: str) -> None:
    """Execute one statement; where two databases of a cluster do it at once, one is the second."""
    for pause_s in _pauses():
        try:
            connection.execute(statement.encode())
        except (psycopg.errors.DuplicateObject, psycopg.errors.UniqueViolation):
            return
        except psycopg.errors.InternalError_:  # "tuple concurrently updated"
            if not pause_s:
                raise
            time.sleep(pause_s)
        else:
            return


def _pauses() -> Iterator[float]:
    yield from (0.05 * attempt for attempt in range(1, _ATTEMPTS))
    yield 0
