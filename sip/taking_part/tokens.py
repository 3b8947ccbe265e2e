"""Tokens of links in e-mails; the database keeps their digests."""

from __future__ import annotations

import base64
import hashlib
import hmac


def ending(secret: str) -> str:
    """Return the token that ends a subscription: every message of it carries the same one."""
    made = hmac.new(secret.encode(), b"end", hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made).rstrip(b"=").decode()
