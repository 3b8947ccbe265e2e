"""What people may be called in the database."""

from __future__ import annotations

import re
import unicodedata

from sip.errors import UsageError

PERSONAL = ".personal"
"""How the role ends that somebody takes on for personal data."""
_NAME = re.compile(r"[a-z][a-z0-9_.-]{0,39}")
_RESERVED = re.compile(r"(sip_|pg_).*|.*\.personal|.*\.key[0-9]+|postgres|public|none")
_UNFIT = re.compile(r"[^a-z0-9_.-]+")


def check(name: str) -> str:
    """Return a name that a person may have.

    Raises:
        UsageError: It is none; the text says what one looks like.
    """
    if not _NAME.fullmatch(name) or _RESERVED.fullmatch(name):
        raise UsageError(
            f'"{name}" cannot be the name of a person: a to z first, then a-z, 0-9, _ . and -,'
            f" 40 at most; not sip_..., pg_..., ...{PERSONAL} or ...key1, which are ours"
        )
    return name


def personal(name: str) -> str:
    """Return the second role of a person."""
    return f"{name}{PERSONAL}"


def proposed(text: str) -> str:
    """Return a name made from what somebody is called elsewhere (`Łucja.Żak@x.pl`: `lucja.zak`)."""
    plain = text.split("@")[0].lower().replace("ł", "l")
    folded = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    name = _UNFIT.sub("-", folded).strip("-_.")[:32]
    if not _NAME.fullmatch(name) or _RESERVED.fullmatch(name):
        return f"person-{name}".rstrip("-")
    return name
