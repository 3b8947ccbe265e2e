"""Stamps of forms: when a page was given out, so that what programs send at once is refused.

A form carries the second in which it was made and a signature of it by the installation's own key.
Nothing is kept of it, neither here nor in the visitor's browser.
"""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

import asyncpg

from sip.errors import QueryError

LEAST_S = 3
"""No person reads a form and writes a comment faster."""
MOST_S = 24 * 3600
"""A page that is older may say what no longer holds."""
_KEY = "SELECT key FROM taking_part.form_key"


async def made(pool: asyncpg.Pool[Any], now_s: float) -> str:
    """Return the stamp of a form that is given out now, in seconds since 1970."""
    return _signed(await pool.fetchval(_KEY), int(now_s))


async def age_s(pool: asyncpg.Pool[Any], stamp: str, now_s: float) -> float | None:
    """Return how long ago a form was given out; None where the stamp is none of ours."""
    text = stamp.partition(".")[0]
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        return None
    expected = _signed(await pool.fetchval(_KEY), int(text))
    return now_s - int(text) if hmac.compare_digest(expected.encode(), stamp.encode()) else None


def check(age: float | None) -> None:
    """Refuse a form by its age in seconds.

    Raises:
        QueryError: It came back faster than a person writes, or it is older than a day.
    """
    if age is None or age > MOST_S:
        raise QueryError(
            "this form is older than a day; please look over what you wrote and send it again",
            pl="ten formularz jest starszy niż dzień; przejrzyj, co jest w nim wpisane, i wyślij go"
            " jeszcze raz",
        )
    if age < LEAST_S:
        raise QueryError(
            f"this came back within {LEAST_S} seconds, as programs send it; please wait a moment"
            " and send it again",
            pl=f"formularz wrócił w mniej niż {LEAST_S} sekundy, jak od programu; odczekaj chwilę i"
            " wyślij go jeszcze raz",
        )


def _signed(key: bytes, at_s: int) -> str:
    digest = hmac.new(key, f"form.{at_s}".encode(), hashlib.sha256).hexdigest()
    return f"{at_s}.{digest}"
