"""The people who may sign in: added, listed, shut out; one name in the web and in the database."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Collection

from sip.catalogue import Catalogue
from sip.errors import NotFound, UsageError
from sip.people import names, passwords, roles, tokens
from sip.people.roles import Connection

_INVITATION = datetime.timedelta(days=3)


@dataclasses.dataclass(frozen=True)
class Person:
    """Somebody who may sign in."""

    name: str
    """The name to sign in with, and the role in the database."""
    title: str
    """What they are called."""
    email: str
    groups: tuple[str, ...]
    gminas: tuple[str, ...]
    """TERYT codes of the gminas that they work for; none is all."""
    personal: bool
    """Whether they may read personal data, with a purpose."""
    password: bool
    """Whether they have a password of ours."""
    enabled: bool
    keys: int
    """How many keys of theirs are in force."""
    signed_in: datetime.datetime | None


def listed(connection: Connection) -> list[Person]:
    """Return everybody, by name."""
    rows = connection.execute(
        "SELECT p.role, p.title, p.email, p.hash IS NOT NULL, p.is_enabled, p.signed_in,"
        " ARRAY(SELECT g.gmina FROM sip.person_gmina AS g WHERE g.role = p.role ORDER BY 1),"
        " (SELECT count(*) FROM account.key AS k"
        " WHERE k.owner = p.role AND NOT k.is_revoked AND k.expires > now())"
        " FROM account.person AS p ORDER BY p.role"
    ).fetchall()
    return [
        Person(
            name, title, email, tuple(sorted(roles.groups_of(connection, name))), tuple(gminas),
            roles.exists(connection, names.personal(name)), password, enabled, keys, signed_in,
        )
        for name, title, email, password, enabled, signed_in, gminas, keys in rows
    ]  # fmt: skip


def person(connection: Connection, name: str) -> Person:
    """Return one person.

    Raises:
        NotFound: There is none of that name.
    """
    for one in listed(connection):
        if one.name == name:
            return one
    raise NotFound(f'there is no person "{name}"\n  see: sip user list')


def add(
    connection: Connection,
    catalogue: Catalogue,
    name: str,
    *,
    title: str = "",
    email: str = "",
    groups: Collection[str] = (),
    gminas: Collection[str] = (),
    is_personal: bool = False,
) -> None:
    """Add a person, or bring one who is there, with all keys, to the groups and gminas said.

    Name and e-mail address stay where none is given; nobody has a password yet.

    Raises:
        UsageError: The name or a group cannot be, or personal data is for none of the groups.
    """
    _check_groups(catalogue, groups)
    privy = privy_groups(catalogue)
    if is_personal and not closure(catalogue, groups) & privy:
        raise UsageError(
            f"personal data is for none of these groups, but for: {', '.join(sorted(privy))}"
        )
    known = connection.execute("SELECT FROM account.person WHERE role = %s", [name]).fetchone()
    if known is None and roles.exists(connection, names.check(name)):
        raise UsageError(f'"{name}" is a role of the database already, but no person')
    roles.make(connection, name, may_log_in=True)
    roles.put_into(connection, name, groups)
    for key in _keys(connection, name):
        roles.put_into(connection, key, roles.groups_of(connection, key) & set(groups))
    connection.execute(
        "INSERT INTO account.person (role, title) VALUES (%s, %s) ON CONFLICT DO NOTHING",
        [name, name],
    )
    connection.execute(
        "UPDATE account.person SET title = coalesce(nullif(%s, ''), title),"
        " email = coalesce(nullif(%s, ''), email) WHERE role = %s",
        [title, email.lower(), name],
    )
    personal = names.personal(name)
    if is_personal:
        roles.make_personal(connection, name, groups)
    elif roles.exists(connection, personal):
        roles.drop(connection, personal)
    _work_for(connection, name, gminas)


def set_password(connection: Connection, name: str, password: str) -> None:
    """Give a person a password, in the web and in the database; sessions and links end.

    Raises:
        UsageError: It is too weak.
        NotFound: There is no such person.
    """
    one = person(connection, name)
    good = passwords.checked(password, name=name)
    connection.execute(
        "UPDATE account.person SET hash = %s WHERE role = %s", [passwords.hashed(good), name]
    )
    for role in _roles(one):
        roles.set_verifier(connection, role, passwords.scram(good))
    sign_out(connection, name)


def invite(connection: Connection, name: str) -> str:
    """Return the secret of a link with which a person chooses a password, once, in three days.

    Raises:
        NotFound: There is no such person.
    """
    person(connection, name)
    token = tokens.new()
    connection.execute("DELETE FROM account.invitation WHERE person = %s", [name])
    connection.execute(
        "INSERT INTO account.invitation VALUES (%s, %s, now() + %s)",
        [tokens.digest(token), name, _INVITATION],
    )
    return token


def disable(connection: Connection, name: str) -> None:
    """Shut a person out, with all keys, at once; what they did stays under their name.

    Raises:
        NotFound: There is no such person.
    """
    one = person(connection, name)
    connection.execute("UPDATE account.person SET is_enabled = false WHERE role = %s", [name])
    sign_out(connection, name)
    for role in (*_roles(one), *_keys(connection, name)):
        roles.shut_out(connection, role)


def enable(connection: Connection, name: str) -> None:
    """Let a person in again, also one whom too many wrong passwords have locked out.

    Raises:
        NotFound: There is no such person.
    """
    one = person(connection, name)
    connection.execute("UPDATE account.person SET is_enabled = true WHERE role = %s", [name])
    connection.execute("DELETE FROM account.attempt WHERE subject = %s", [subject("name", name)])
    for role in _roles(one):
        roles.admit(connection, role, may_log_in=True)
    for role in _keys(connection, name):
        roles.admit(connection, role, may_log_in=False)


def sign_out(connection: Connection, name: str) -> None:
    """End a person's sessions and withdraw the links to choose a password."""
    connection.execute("DELETE FROM account.session WHERE person = %s", [name])
    connection.execute("DELETE FROM account.invitation WHERE person = %s", [name])


def subject(kind: str, value: str) -> bytes:
    """Return what refused sign-ins of a name or of an address are counted under."""
    return tokens.digest(f"{kind}:{value}")


def privy_groups(catalogue: Catalogue) -> frozenset[str]:
    """Return the groups that some layer's personal data is for."""
    return frozenset(
        group for layer in catalogue.layers.values() for group in layer.rights.personal
    )


def closure(catalogue: Catalogue, groups: Collection[str]) -> frozenset[str]:
    """Return groups with all that they include."""
    found: set[str] = set()
    waiting = [*groups]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += catalogue.groups[one].includes
    return frozenset(found)


def _check_groups(catalogue: Catalogue, groups: Collection[str]) -> None:
    unknown = sorted(set(groups) - set(catalogue.groups))
    if unknown:
        known = ", ".join(sorted(catalogue.groups))
        raise UsageError(f'there is no group "{unknown[0]}" in layers/_groups.yaml, but: {known}')


def _roles(one: Person) -> list[str]:
    return [one.name, names.personal(one.name)] if one.personal else [one.name]


def _keys(connection: Connection, owner: str) -> list[str]:
    rows = connection.execute(
        "SELECT role FROM account.key WHERE owner = %s AND NOT is_revoked", [owner]
    )
    return [row[0] for row in rows.fetchall()]


def _work_for(connection: Connection, name: str, gminas: Collection[str]) -> None:
    for role in (name, *_keys(connection, name)):
        connection.execute("DELETE FROM sip.person_gmina WHERE role = %s", [role])
        for gmina in sorted(set(gminas)):
            connection.execute("INSERT INTO sip.person_gmina VALUES (%s, %s)", [role, gmina])
