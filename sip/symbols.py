"""Symbols that are made of several: `3MN/U` is MN and U, by the dictionary of its time.

A dictionary is a code list with a validity; a list that joins several gives their codes a
beginning (`2003 MN`). A part that no dictionary knows is kept, and told so.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Mapping

from sip.layer import Code, CodeList
from sip.text import Text

_BETWEEN = re.compile(r"[/,;+&\s-]+")
_NUMBERS = re.compile(r"^[0-9.]+|[0-9.]+$")
UNKNOWN = Text(pl="symbol spoza słownika", en="not in the dictionary")


@dataclasses.dataclass(frozen=True)
class Part:
    """One part of a symbol."""

    symbol: str
    code: Code | None
    """What the dictionary says of it; None where it does not know it."""


def parts(written: str) -> list[str]:
    """Return the parts of a symbol as it is written, without the numbers of areas."""
    found = [_NUMBERS.sub("", one) for one in _BETWEEN.split(written)]
    return list(dict.fromkeys(one for one in found if one))


def joined(lists: Mapping[str, CodeList]) -> tuple[Code, ...]:
    """Return the codes of several dictionaries, each behind what its codes begin with."""
    return tuple(
        code.model_copy(update={"code": f"{begins} {code.code}"})
        for begins, one in lists.items()
        for code in one.values
    )


def in_force(known: CodeList, lists: Mapping[str, CodeList], on: datetime.date) -> str:
    """Return what the codes of the dictionary begin with that was in force on a day."""
    begun = {name: lists[one].valid_from for name, one in known.joins.items()}
    return [name for name, since in begun.items() if since is None or since <= on][-1]


def interpret(written: str, known: CodeList, begins: str) -> list[Part]:
    """Say what each part of a symbol means in one of the dictionaries that a list joins."""
    codes = {one.code: one for one in known.values}
    whole = codes.get(f"{begins} {written}")
    if whole is not None:
        return [Part(written, whole)]
    return [Part(one, codes.get(f"{begins} {one}")) for one in parts(written)]
