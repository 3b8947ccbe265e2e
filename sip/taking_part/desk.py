"""What residents send, taken in by the gateway: comments and subscriptions, until confirmed.

Nothing that is sent is believed before somebody has clicked on the link that was mailed.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
import secrets
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import asyncpg
import orjson
import shapely

from sip.catalogue import Catalogue
from sip.errors import QueryError
from sip.people import tokens
from sip.people.register import subject
from sip.taking_part.tokens import ending
from sip.text import Language, Text

type Pool = asyncpg.Pool[Any]
_KEPT = datetime.timedelta(days=2)
_MOST_AN_HOUR = 5
_EMAIL = re.compile(r"[^@\s,;<>\"]{1,64}@[^@\s,;<>\"]+\.[^@\s,;<>\".]{2,}")
_MOST_EMAIL = 254
_ATTEMPT = """
    INSERT INTO taking_part.attempt AS a (subject, times, since) VALUES ($1, 1, now())
    ON CONFLICT (subject) DO UPDATE SET
        times = CASE WHEN a.since < now() - interval '1 hour' THEN 1 ELSE a.times + 1 END,
        since = CASE WHEN a.since < now() - interval '1 hour' THEN now() ELSE a.since END
    RETURNING times"""
_WORDS = {
    "comment": (
        Text(pl="Potwierdź uwagę: {title}", en="Confirm your comment: {title}"),
        Text(
            pl="Ktoś, być może Ty, wysłał uwagę do: {title}.\n\nAby ją złożyć, otwórz w ciągu dwóch"
            " dni:\n{link}\n\nJeśli to nie Ty, nie rób nic: po dwóch dniach wszystko zniknie.\n\n"
            "{office}\n",
            en="Somebody, perhaps you, has sent a comment on: {title}.\n\nTo hand it in, open"
            " within two days:\n{link}\n\nIf it was not you, do nothing: after two days all of it"
            " is gone.\n\n{office}\n",
        ),
    ),
    "subscription": (
        Text(pl="Potwierdź subskrypcję: {title}", en="Confirm your subscription: {title}"),
        Text(
            pl="Ktoś, być może Ty, chce wiadomości o planach: {title}.\n\nAby je dostawać, otwórz w"
            " ciągu dwóch dni:\n{link}\n\nJeśli to nie Ty, nie rób nic.\n\n{office}\n",
            en="Somebody, perhaps you, wants news of plans: {title}.\n\nTo get them, open within"
            " two days:\n{link}\n\nIf it was not you, do nothing.\n\n{office}\n",
        ),
    ),
}


def checked_email(text: str) -> str:
    """Return an e-mail address that a message can be sent to.

    Raises:
        QueryError: It is none.
    """
    if len(text) > _MOST_EMAIL or not _EMAIL.fullmatch(text) or not text.isprintable():
        raise QueryError("this is no e-mail address", pl="to nie jest adres e-mail")
    return text


async def take(
    pool: Pool,
    catalogue: Catalogue,
    kind: str,
    email: str,
    content: Mapping[str, Any],
    place: shapely.Geometry,
    *,
    title: str,
    address: str,
    root: str,
    language: Language,
) -> None:
    """Keep what somebody has sent for two days, and mail them the link that confirms it.

    Args:
        pool: Connections as `sip_gateway`.
        catalogue: It says who writes.
        kind: `comment` or `subscription`.
        email: Where the link goes; checked by `checked_email`.
        content: What was sent.
        place: Where, in the storage CRS, with its SRID.
        title: What it is about, for the e-mail.
        address: Where the request came from.
        root: The origin of links, without a slash at the end.
        language: Of the e-mail.

    Raises:
        QueryError: So much came from there within the hour that no more is taken.
    """
    token = tokens.new()
    path = "consultation/confirm" if kind == "comment" else "subscription/confirm"
    said = {
        "title": title,
        "link": f"{root}/{path}?token={quote(token)}&lang={language}",
        "office": catalogue.project.contact.organisation[language],
    }
    head, text = _WORDS[kind]
    letter = {
        "subject": " ".join(head[language].format(**said).split())[:200],
        "text": text[language].format(**said),
    }
    digest = tokens.digest(token)
    # Counted though it be refused: in a transaction of its own.
    await _count(pool, address, email)
    async with pool.acquire() as connection, connection.transaction():
        await connection.execute(
            "INSERT INTO taking_part.pending (digest, kind, email, content, place, expires)"
            " VALUES ($1, $2, $3, $4, $5::text::geometry, now() + $6::interval)",
            digest, kind, email, orjson.dumps(content).decode(),
            shapely.to_wkb(place, include_srid=True).hex(), _KEPT,
        )  # fmt: skip
        await connection.execute(
            "INSERT INTO taking_part.outbox (key, kind, receiver, content)"
            " VALUES ($1, 'mail', $2, $3)",
            f"confirm/{digest.hex()}", email, orjson.dumps(letter).decode(),
        )  # fmt: skip
        await connection.execute("NOTIFY sip_post")


async def _count(pool: Pool, address: str, email: str) -> None:
    for one in (subject("sent from", address), subject("sent for", email.lower())):
        if await pool.fetchval(_ATTEMPT, one) > _MOST_AN_HOUR:
            raise QueryError(
                "too much was sent from here; try again in an hour",
                pl="wysłano stąd zbyt wiele; spróbuj za godzinę",
            )


async def confirm_comment(pool: Pool, token: str) -> str | None:
    """Hand in a comment whose link was clicked; return its number, or None where it is void."""
    number: str | None = await pool.fetchval(
        "SELECT taking_part.confirm_comment($1)", tokens.digest(token)
    )
    return number


@dataclasses.dataclass(frozen=True)
class Begun:
    """A subscription that has just begun."""

    secret: str
    """Signs its webhooks."""
    webhook: str
    """Where they go; empty where e-mails are sent."""


async def confirm_subscription(pool: Pool, token: str) -> Begun | None:
    """Begin a subscription whose link was clicked; return it, or None where the link is void."""
    secret = secrets.token_urlsafe(32)
    async with pool.acquire() as connection, connection.transaction():
        row = await connection.fetchrow(
            "DELETE FROM taking_part.pending WHERE digest = $1 AND kind = 'subscription'"
            " AND expires > now() RETURNING email, content, place::text AS place",
            tokens.digest(token),
        )
        if row is None:
            return None
        content = orjson.loads(row["content"])
        await connection.execute(
            "INSERT INTO taking_part.subscription (digest, email, webhook, secret, language, area)"
            " VALUES ($1, $2, $3, $4, $5, $6::text::geometry)",
            tokens.digest(ending(secret)), row["email"], content["webhook"], secret,
            content["language"], row["place"],
        )  # fmt: skip
    return Begun(secret, content["webhook"])


async def end_subscription(pool: Pool, token: str) -> bool:
    """End a subscription; say whether there was one. Everything of it is deleted."""
    ended = await pool.fetchval(
        "DELETE FROM taking_part.subscription WHERE digest = $1 RETURNING id", tokens.digest(token)
    )
    return ended is not None
