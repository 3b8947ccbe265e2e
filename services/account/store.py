"""What the web reads and writes in schema `account`, as `sip_gateway`."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
from collections.abc import AsyncIterator
from typing import Any

import asyncpg

from sip.database.tables import quoted
from sip.people import names, passwords, tokens
from sip.people.register import subject
from sip.settings import Settings

IDLE = datetime.timedelta(hours=1)
LONGEST = datetime.timedelta(hours=12)
PURPOSE = datetime.timedelta(minutes=30)
_TOUCH = datetime.timedelta(minutes=1)
NAME_FAILURES, ADDRESS_FAILURES = 5, 20
"""How many refusals are without consequence; each further one doubles the time to wait."""


_PROXY = ("127.0.0.1", "::1", "")
"""A web server in front that does not say whom it speaks for: not to be shut out as one."""


@dataclasses.dataclass(frozen=True)
class Person:
    """Somebody who may sign in."""

    role: str
    title: str
    hash: str | None
    groups: frozenset[str]


@dataclasses.dataclass(frozen=True)
class Session:
    """Somebody who has signed in with a browser."""

    digest: bytes
    person: str
    title: str
    groups: frozenset[str]
    csrf: str
    """What a form of ours says, and no other site knows."""
    has_password: bool
    """Whether they have a password of ours."""
    is_privy: bool
    """Whether they have a role for personal data."""
    purpose: str
    """What personal data is read for now; empty where it is not."""
    purpose_until: datetime.datetime | None
    id_token: str | None


@dataclasses.dataclass(frozen=True)
class Key:
    """A system that has shown its key."""

    role: str
    title: str
    scope: str
    groups: frozenset[str]


@dataclasses.dataclass(frozen=True)
class Known:
    """Somebody whom an OpenID Connect provider knows."""

    role: str
    is_enabled: bool
    is_admitted: bool
    """Whether the provider says their groups."""


class Store:
    """The accounts; its connections can read them and become people, and nothing else."""

    def __init__(self, settings: Settings):
        self._settings = settings
        self._pool: asyncpg.Pool[Any] | None = None

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep connections until the end; the first is made when somebody is asked for."""
        async with asyncpg.create_pool(
            self._settings.dsn("sip_gateway"),
            min_size=0,
            max_size=4,
            server_settings={"statement_timeout": "10000", "application_name": "sip accounts"},
            max_cacheable_statement_size=0,
        ) as pool:
            self._pool = pool
            yield

    @property
    def pool(self) -> asyncpg.Pool[Any]:
        """The connections."""
        assert self._pool is not None, "the application does not run"
        return self._pool

    async def person(self, role: str) -> Person | None:
        """Return somebody who may sign in, or None."""
        row = await self.pool.fetchrow(
            "SELECT role, title, hash, account.groups(role) AS groups FROM account.person"
            " WHERE role = $1 AND is_enabled",
            role,
        )
        return row and Person(row["role"], row["title"], row["hash"], frozenset(row["groups"]))

    async def session(self, token: str) -> Session | None:
        """Return the session of a cookie, if it is in force, and keep it from going idle."""
        digest = tokens.digest(token)
        row = await self.pool.fetchrow(
            "SELECT s.*, p.title, p.hash IS NOT NULL AS has_password,"
            " account.groups(p.role) AS groups,"
            " s.purpose_until > now() AS has_purpose, s.seen < now() - $3::interval AS is_old,"
            " to_regrole(quote_ident(p.role || $4)) IS NOT NULL AS is_privy"
            " FROM account.session AS s JOIN account.person AS p ON p.role = s.person"
            " WHERE s.digest = $1 AND p.is_enabled"
            " AND s.expires > now() AND s.seen > now() - $2::interval",
            digest, IDLE, _TOUCH, names.PERSONAL,
        )  # fmt: skip
        if row is None:
            return None
        if row["is_old"]:
            await self.pool.execute(
                "UPDATE account.session SET seen = now() WHERE digest = $1", digest
            )
        return Session(
            digest, row["person"], row["title"], frozenset(row["groups"]), row["csrf"],
            row["has_password"], row["is_privy"], row["purpose"] if row["has_purpose"] else "",
            row["purpose_until"], row["id_token"],
        )  # fmt: skip

    async def begin(self, role: str, *, id_token: str | None = None) -> str:
        """Begin a session and return the secret of its cookie."""
        token = tokens.new()
        async with self.pool.acquire() as connection, connection.transaction():
            await connection.execute(
                "DELETE FROM account.session WHERE expires < now() OR seen < now() - $1::interval",
                IDLE,
            )
            await connection.execute(
                "INSERT INTO account.session (digest, person, csrf, expires, id_token)"
                " VALUES ($1, $2, $3, now() + $4::interval, $5)",
                tokens.digest(token), role, tokens.new(), LONGEST, id_token,
            )  # fmt: skip
            await connection.execute(
                "UPDATE account.person SET signed_in = now() WHERE role = $1", role
            )
        return token

    async def end(self, session: Session) -> None:
        """End a session."""
        await self.pool.execute("DELETE FROM account.session WHERE digest = $1", session.digest)

    async def end_all(self, person: str) -> None:
        """End all sessions of somebody."""
        await self.pool.execute("DELETE FROM account.session WHERE person = $1", person)

    async def key(self, secret: str) -> Key | None:
        """Return the key with a secret, if it is in force."""
        row = await self.pool.fetchrow(
            "SELECT k.role, k.title, k.scope, account.groups(k.role) AS groups,"
            " k.last_used IS NULL OR k.last_used < now() - $2::interval AS is_old"
            " FROM account.key AS k JOIN account.person AS p ON p.role = k.owner"
            " WHERE k.digest = $1 AND p.is_enabled AND NOT k.is_revoked AND k.expires > now()",
            tokens.digest(secret), _TOUCH,
        )  # fmt: skip
        if row is None:
            return None
        if row["is_old"]:
            await self.pool.execute(
                "UPDATE account.key SET last_used = now() WHERE role = $1", row["role"]
            )
        return Key(row["role"], row["title"], row["scope"], frozenset(row["groups"]))

    async def keys(self, owner: str) -> list[asyncpg.Record]:
        """Return the keys of somebody that are in force, the newest first."""
        return list(
            await self.pool.fetch(
                "SELECT role, title, scope, account.groups(role) AS groups, expires, last_used"
                " FROM account.key WHERE owner = $1 AND NOT is_revoked AND expires > now()"
                " ORDER BY created DESC",
                owner,
            )
        )

    async def revoke(self, owner: str, role: str) -> None:
        """Refuse a key of somebody from now on."""
        await self.pool.execute(
            "UPDATE account.key SET is_revoked = true WHERE owner = $1 AND role = $2", owner, role
        )

    async def may_try(self, name: str, address: str) -> bool:
        """Count an attempt to sign in as refused; say False where it is too early for one."""
        async with self.pool.acquire() as connection, connection.transaction():
            counted_by = [(subject("name", name), NAME_FAILURES)]
            if address not in _PROXY:
                counted_by.append((subject("address", address), ADDRESS_FAILURES))
            for one, free in counted_by:
                counted = await connection.fetchrow(_ATTEMPT, one, free)
                if counted is None:
                    return False
        return True

    async def forgive(self, name: str, address: str) -> None:
        """Take back what `may_try` counted: the password was right."""
        await self.pool.execute(
            "DELETE FROM account.attempt WHERE subject = $1 OR at < now() - interval '1 day'",
            subject("name", name),
        )
        await self.pool.execute(
            "UPDATE account.attempt SET failures = failures - 1, until = now() WHERE subject = $1",
            subject("address", address),
        )

    async def invited(self, token: str) -> str | None:
        """Return whom a link to choose a password was given to, or None."""
        found: str | None = await self.pool.fetchval(
            "SELECT i.person FROM account.invitation AS i JOIN account.person AS p"
            " ON p.role = i.person WHERE i.digest = $1 AND i.expires > now() AND p.is_enabled",
            tokens.digest(token),
        )
        return found

    async def set_password(self, person: str, password: str, hash_: str) -> None:
        """Give somebody a password that is good enough, here and in the database; sessions end.

        The database lets everybody change their own: the gateway becomes the person for that.
        """
        verifier = passwords.scram(password)
        async with self.pool.acquire() as connection, connection.transaction():
            await connection.execute(
                "UPDATE account.person SET hash = $2 WHERE role = $1", person, hash_
            )
            await connection.execute("DELETE FROM account.session WHERE person = $1", person)
            await connection.execute("DELETE FROM account.invitation WHERE person = $1", person)
            known = await connection.fetch(
                "SELECT rolname FROM pg_roles WHERE rolname = ANY($1)",
                [person, names.personal(person)],
            )
            for (role,) in known:
                await connection.execute(f"SET LOCAL ROLE {quoted(role)}")
                # The verifier is base64 and our own; ALTER ROLE takes no parameters.
                await connection.execute(f"ALTER ROLE {quoted(role)} PASSWORD '{verifier}'")

    async def state_purpose(self, session: Session, purpose: str) -> None:
        """Write down what personal data will be read for, and let it be read for a while."""
        async with self.pool.acquire() as connection, connection.transaction():
            await connection.execute(
                "UPDATE account.session SET purpose = $2, purpose_until = now() + $3::interval"
                " WHERE digest = $1",
                session.digest, purpose, PURPOSE,
            )  # fmt: skip
            await connection.execute(_ACCESS, session.person, purpose, "", "web")

    async def end_purpose(self, session: Session) -> None:
        """Stop reading personal data."""
        await self.pool.execute(
            "UPDATE account.session SET purpose = '', purpose_until = NULL WHERE digest = $1",
            session.digest,
        )

    async def write_down(self, session: Session, path: str, application: str) -> None:
        """Write down one request that may read personal data, before it is answered."""
        await self.pool.execute(_ACCESS, session.person, session.purpose, path, application)

    async def begin_errand(
        self, state: str, browser: str, nonce: str, verifier: str, following: str
    ) -> None:
        """Remember that a browser went to the provider to sign in."""
        await self.pool.execute("DELETE FROM account.errand WHERE expires < now()")
        await self.pool.execute(
            "INSERT INTO account.errand VALUES ($1, $2, $3, $4, $5, now() + interval '10 min')",
            tokens.digest(state), tokens.digest(browser), nonce, verifier, following,
        )  # fmt: skip

    async def end_errand(self, state: str, browser: str) -> asyncpg.Record | None:
        """Return what was remembered of an errand, once, to the browser that went."""
        return await self.pool.fetchrow(
            "DELETE FROM account.errand WHERE digest = $1 AND browser = $2 AND expires > now()"
            " RETURNING nonce, verifier, next",
            tokens.digest(state), tokens.digest(browser),
        )  # fmt: skip

    async def identified(self, issuer: str, subject: str, email: str) -> Known | None:
        """Return somebody whom a provider knows, or None.

        The first time, a person who was added with the e-mail address that the provider has
        verified is known by that.
        """
        statement = (
            "SELECT p.role, p.is_enabled, p.is_admitted FROM account.identity AS i"
            " JOIN account.person AS p ON p.role = i.person"
            " WHERE i.issuer = $1 AND i.subject = $2"
        )
        found = await self.pool.fetchrow(statement, issuer, subject)
        if found is None and email:
            await self.pool.execute(
                "INSERT INTO account.identity SELECT $1, $2, min(role) FROM account.person"
                " WHERE email = $3 HAVING count(*) = 1",
                issuer, subject, email,
            )  # fmt: skip
            found = await self.pool.fetchrow(statement, issuer, subject)
        return found and Known(found["role"], found["is_enabled"], found["is_admitted"])

    async def admit(
        self, issuer: str, subject: str, name: str, title: str, email: str, groups: list[str]
    ) -> str:
        """Make a role for somebody whom a provider knows; return its name."""
        async with self.pool.acquire() as connection, connection.transaction():
            role: str = await connection.fetchval("SELECT admission.admit($1, $2)", name, groups)
            await connection.execute(
                "INSERT INTO account.person (role, title, email, is_admitted)"
                " VALUES ($1, $2, $3, true)",
                role, title, email,
            )  # fmt: skip
            await connection.execute(
                "INSERT INTO account.identity VALUES ($1, $2, $3)", issuer, subject, role
            )
        return role

    async def regroup(self, role: str, groups: list[str]) -> None:
        """Put somebody who was admitted into the groups that the provider says now."""
        await self.pool.execute("SELECT admission.regroup($1, $2)", role, groups)


_ACCESS = (
    "INSERT INTO account.personal_access (person, purpose, path, application)"
    " VALUES ($1, $2, $3, $4)"
)
_ATTEMPT = """
INSERT INTO account.attempt AS a (subject, failures, at, until) VALUES ($1, 1, now(), now())
ON CONFLICT (subject) DO UPDATE SET
    failures = CASE WHEN a.at < now() - interval '1 day' THEN 1 ELSE a.failures + 1 END,
    at = now(),
    until = now() + CASE WHEN a.failures + 1 < $2::int OR a.at < now() - interval '1 day'
        THEN interval '0' ELSE least(interval '1 hour',
            interval '30 s' * power(2, least(a.failures + 1 - $2::int, 10))) END
WHERE a.until <= now()
RETURNING a.failures
"""
