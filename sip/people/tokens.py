"""Secrets that programs carry: made at random, kept as a digest."""

from __future__ import annotations

import hashlib
import secrets


def new() -> str:
    """Return a fresh secret of 256 bits, fit for an address."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """Return what is kept of a secret: nobody finds 256 random bits by trying."""
    return hashlib.sha256(token.encode()).digest()
