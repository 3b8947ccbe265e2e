"""What is to be sent, and sending it: each message once, or again until it is taken.

A message is written in the transaction that it tells of, and sent later by `sip work --post`. It is
locked while it is sent; when that is cut off in the middle it is sent again, with the same
Message-ID or key, by which receivers know it.
"""

from __future__ import annotations

import dataclasses
import logging
from typing import Any

import psycopg
from psycopg.rows import dict_row

from sip import mail
from sip.settings import Settings
from sip.taking_part import webhook
from sip.taking_part.webhook import WebhookError

LOG = logging.getLogger("sip.post")
_MOST_ATTEMPTS = 30
"""About three weeks; then the receiver is forgotten, and the failure stays on record."""
_TAKE = """
    SELECT id, key, kind, receiver, content, attempts FROM taking_part.outbox
    WHERE sent IS NULL AND receiver IS NOT NULL AND due <= now()
    ORDER BY due, id LIMIT 1 FOR UPDATE SKIP LOCKED"""
_SENT = """
    UPDATE taking_part.outbox SET sent = now(), receiver = NULL, content = NULL, failure = ''
    WHERE id = %(id)s"""
_FAILED = """
    UPDATE taking_part.outbox SET
        attempts = attempts + 1, failure = %(failure)s,
        due = now() + least(interval '1 day', interval '30 s' * power(2, attempts)),
        receiver = CASE WHEN attempts + 1 < %(most)s THEN receiver END,
        content = CASE WHEN attempts + 1 < %(most)s THEN content END
    WHERE id = %(id)s"""
_FORGET = """
    WITH pending AS (DELETE FROM taking_part.pending WHERE expires < now()),
        attempt AS (DELETE FROM taking_part.attempt WHERE since < now() - interval '1 day')
    DELETE FROM taking_part.outbox WHERE sent < now() - interval '90 days'"""


@dataclasses.dataclass(frozen=True)
class Delivered:
    """What became of the messages that were due."""

    sent: int = 0
    failed: int = 0


def deliver(settings: Settings) -> Delivered:
    """Send all that is due; forget what has served."""
    sent = failed = 0
    with psycopg.connect(settings.dsn(), autocommit=True) as connection:
        while (is_sent := _deliver_one(connection, settings)) is not None:
            sent, failed = sent + is_sent, failed + (not is_sent)
        connection.execute(_FORGET)
    return Delivered(sent, failed)


def _deliver_one(connection: psycopg.Connection[Any], settings: Settings) -> bool | None:
    """Send one message; return whether it was taken, or None where nothing is due."""
    with connection.transaction(), connection.cursor(row_factory=dict_row) as cursor:
        row = cursor.execute(_TAKE).fetchone()
        if row is None:
            return None
        try:
            _send(settings, row)
        except (mail.MailError, WebhookError) as error:
            LOG.warning("%s was not taken, attempt %s: %s", row["key"], row["attempts"] + 1, error)
            cursor.execute(
                _FAILED, {"id": row["id"], "failure": str(error)[:500], "most": _MOST_ATTEMPTS}
            )
            return False
        cursor.execute(_SENT, {"id": row["id"]})
        return True


def _send(settings: Settings, row: dict[str, Any]) -> None:
    content = row["content"]
    if row["kind"] == "webhook":
        webhook.post(
            row["receiver"],
            content["body"],
            content["secret"],
            key=row["key"],
            trust=mail.trusted(settings),
        )
        return
    made = mail.message(
        settings, row["receiver"], content["subject"], content["text"], identity=row["key"],
        unsubscribe=content.get("unsubscribe", ""),
    )  # fmt: skip
    mail.send(settings, made)
