"""Keys of systems: a role of its own, with a part of its owner's groups, until a day."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Collection
from typing import Literal

from sip.errors import NotFound, UsageError
from sip.people import register, roles, tokens
from sip.people.roles import Connection

type Scope = Literal["read", "edit"]
_PERIOD = re.compile(r"([1-9][0-9]{0,3})([dh])")
_LONGEST = datetime.timedelta(days=731)


@dataclasses.dataclass(frozen=True)
class Key:
    """One key, without its secret."""

    role: str
    owner: str
    title: str
    scope: Scope
    groups: tuple[str, ...]
    expires: datetime.datetime
    last_used: datetime.datetime | None
    revoked: bool


def make(
    connection: Connection,
    owner: str,
    *,
    title: str,
    scope: Scope,
    groups: Collection[str],
    lasts: datetime.timedelta,
) -> tuple[str, str]:
    """Make a key; return its role and its secret, which is shown once and kept nowhere.

    Raises:
        UsageError: The owner is not in one of the groups, or it would last too long.
        NotFound: There is no such person.
    """
    one = register.person(connection, owner)
    beyond = sorted(set(groups) - set(one.groups))
    if beyond or not groups:
        raise UsageError(
            f"a key has groups of its owner's own: {', '.join(one.groups) or 'none'}"
            + (f'; not "{beyond[0]}"' if beyond else "")
        )
    if lasts > _LONGEST:
        raise UsageError(f"a key lasts {_LONGEST.days} days at most")
    role, secret = _next_role(connection, owner), tokens.new()
    roles.make(connection, role, may_log_in=False)
    roles.put_into(connection, role, groups)
    for gmina in one.gminas:
        connection.execute("INSERT INTO sip.person_gmina VALUES (%s, %s)", [role, gmina])
    connection.execute(
        "INSERT INTO account.key (digest, role, owner, title, scope, expires)"
        " VALUES (%s, %s, %s, %s, %s, now() + %s)",
        [tokens.digest(secret), role, owner, title or role, scope, lasts],
    )
    return role, secret


def listed(connection: Connection, owner: str) -> list[Key]:
    """Return the keys of a person, the oldest first."""
    rows = connection.execute(
        "SELECT role, owner, title, scope, expires, last_used, is_revoked FROM account.key"
        " WHERE owner = %s ORDER BY created, role",
        [owner],
    ).fetchall()
    return [
        Key(role, who, title, scope, tuple(sorted(roles.groups_of(connection, role))), *rest)
        for role, who, title, scope, *rest in rows
    ]


def revoke(connection: Connection, role: str) -> None:
    """Refuse a key from now on.

    Raises:
        NotFound: There is none with that role.
    """
    done = connection.execute("UPDATE account.key SET is_revoked = true WHERE role = %s", [role])
    if not done.rowcount:
        raise NotFound(f'there is no key "{role}"\n  see: sip user token NAME --list')
    roles.shut_out(connection, role)


def period(text: str) -> datetime.timedelta:
    """Return how long `90d` or `12h` is.

    Raises:
        UsageError: It is not written so.
    """
    found = _PERIOD.fullmatch(text)
    if not found:
        raise UsageError(f'"{text}" is no period: 90d is ninety days, 12h twelve hours')
    return datetime.timedelta(**{{"d": "days", "h": "hours"}[found[2]]: int(found[1])})


def _next_role(connection: Connection, owner: str) -> str:
    number = 1
    while roles.exists(connection, f"{owner}.key{number}"):
        number += 1
    return f"{owner}.key{number}"
