"""Symbols that are made of several: `3MN/U` is MN and U, by the dictionary of its time.

A dictionary is a code list with a validity. A part that no dictionary knows is kept, and told so.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Mapping, Sequence

from sip.layer import Code, CodeList, Field
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


def dictionary(
    field: Field, lists: Mapping[str, CodeList], *, on: datetime.date | None = None
) -> CodeList | None:
    """Return the dictionary of a field that was in force on a day; the first where none is said."""
    named = [lists[name] for name in field.dictionaries]
    begun = [one for one in named if on is None or one.valid_from is None or one.valid_from <= on]
    if not begun:
        return None
    return begun[0] if on is None else begun[-1]


def interpret(written: str, known: Sequence[CodeList]) -> list[Part]:
    """Say what each part of a symbol means, by the first dictionary that knows it."""
    codes: dict[str, Code] = {}
    for one in known:
        for code in one.values:
            codes.setdefault(code.code, code)
    whole = codes.get(written)
    if whole is not None:
        return [Part(written, whole)]
    return [Part(one, codes.get(one)) for one in parts(written)]
