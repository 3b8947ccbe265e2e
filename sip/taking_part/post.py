"""The one who carries the post: looks for news of acts and sends what is due, again and again."""

from __future__ import annotations

import logging
import time

import psycopg

from sip import publish
from sip.errors import NotFound
from sip.settings import Settings
from sip.taking_part import events, outbox
from sip.taking_part.outbox import Delivered

LOG = logging.getLogger("sip.post")
_EVERY_S = 20.0
_CHANNEL = "sip_post"


def round_(settings: Settings) -> Delivered:
    """Look for news once, and send all that is due."""
    generation = publish.current(settings)
    if generation is not None:
        root = settings.public_url or f"http://localhost:{settings.port}"
        try:
            with psycopg.connect(settings.dsn()) as connection:
                events.look(connection, publish.snapshot(generation), root)
        except NotFound:
            LOG.debug("this project keeps no acts: there is no news of them")
    return outbox.deliver(settings)


def forever(settings: Settings) -> None:
    """Go round until a signal comes; what is to be sent at once wakes it."""
    while True:
        try:
            with psycopg.connect(settings.dsn(), autocommit=True) as connection:
                connection.execute(f"LISTEN {_CHANNEL}")
                while True:
                    done = round_(settings)
                    if done.sent or done.failed:
                        LOG.info("%s sent, %s to be tried again", done.sent, done.failed)
                    list(connection.notifies(timeout=_EVERY_S, stop_after=1))
        except psycopg.OperationalError as error:
            LOG.warning("the database does not answer: %s", error)
            time.sleep(_EVERY_S / 4)
