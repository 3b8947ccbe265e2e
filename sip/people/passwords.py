"""Passwords: what is good enough, and the two forms in which they are kept.

The web knows a password as Argon2id, PostgreSQL as a SCRAM verifier; neither is the password.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import hmac
import secrets
import unicodedata

import argon2

from sip.errors import UsageError

LEAST_CHARACTERS = 12
MOST_CHARACTERS = 200
_LEAST_DIFFERENT = 6
_STEMS = ("password", "haslo", "hasło", "qwerty", "123456", "abcdef", "admin")
_SCRAM_ROUNDS = 4096
_HASHER = argon2.PasswordHasher()


def checked(password: str, *, name: str = "") -> str:
    """Return a password as it is kept, if it is good enough.

    Letters are composed (NFKC), as PostgreSQL's clients do before they answer a challenge.

    Raises:
        UsageError: It is too weak; the text says why, in both languages.
    """
    composed = normal(password)
    if not LEAST_CHARACTERS <= len(composed) <= MOST_CHARACTERS:
        raise UsageError(
            f"a password has {LEAST_CHARACTERS} to {MOST_CHARACTERS} characters",
            pl=f"hasło ma od {LEAST_CHARACTERS} do {MOST_CHARACTERS} znaków",
        )
    if not composed.isprintable():
        raise UsageError(
            "a password has no invisible characters", pl="hasło nie ma niewidocznych znaków"
        )
    rest = composed.lower()
    for stem in (*_STEMS, *([name.lower()] if len(name) > 2 else [])):
        rest = rest.replace(stem, "")
    if len(rest) < LEAST_CHARACTERS // 2 or len(set(composed)) < _LEAST_DIFFERENT:
        raise UsageError(
            "that password is too easy to guess: take several words",
            pl="to hasło zbyt łatwo odgadnąć: użyj kilku słów",
        )
    return composed


def normal(password: str) -> str:
    """Return a password with its letters composed."""
    return unicodedata.normalize("NFKC", password)


def hashed(password: str) -> str:
    """Return what the web keeps; takes some 50 ms and 64 MiB."""
    return _HASHER.hash(password)


def matches(hash_: str | None, password: str) -> bool:
    """Say whether a password is the one; it takes as long where there is none to compare with."""
    try:
        return _HASHER.verify(hash_ or _nobody_s(), normal(password)) and hash_ is not None
    except (argon2.exceptions.VerificationError, argon2.exceptions.InvalidHashError):
        return False


def scram(password: str) -> str:
    """Return what PostgreSQL keeps (RFC 5803), so that no password travels to the server."""
    salt = secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, _SCRAM_ROUNDS)
    client = hmac.digest(salted, b"Client Key", "sha256")
    stored = hashlib.sha256(client).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    said = [base64.b64encode(one).decode() for one in (salt, stored, server)]
    return f"SCRAM-SHA-256${_SCRAM_ROUNDS}:{said[0]}${said[1]}:{said[2]}"


@functools.cache
def _nobody_s() -> str:
    return _HASHER.hash(secrets.token_urlsafe(32))
