"""What a form fills in from what is known already: a text with fields of the row in braces.

`{field}` is a field of the row, `{relation.field}` one of the row that it points at.
"""

from __future__ import annotations

import dataclasses
import string
from collections.abc import Sequence


@dataclasses.dataclass(frozen=True)
class Part:
    """A piece of a suggestion: a literal text, or a field."""

    literal: str = ""
    field: str = ""
    """Of the row; a relation where `beyond` is given."""
    beyond: str = ""
    """Of the row that it points at."""


def parts(text: str) -> Sequence[Part]:
    """Take a suggestion apart.

    Raises:
        ValueError: A brace is open, or there is more in it than names.
    """
    found: list[Part] = []
    for literal, name, form, conversion in string.Formatter().parse(text):
        if literal:
            found.append(Part(literal))
        if name is None:
            continue
        field, _, beyond = name.partition(".")
        if form or conversion or not all(one.isidentifier() for one in (field, beyond or "x")):
            raise ValueError(f'"{name}" is no name of a field')
        found.append(Part(field=field, beyond=beyond))
    return found
