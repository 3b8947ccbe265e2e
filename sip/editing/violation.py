"""One thing that is wrong with an edited row, as it is told to the person who edits."""

from __future__ import annotations

import dataclasses

from sip.text import Text


@dataclasses.dataclass(frozen=True)
class Violation:
    """A value, or a rule over several, that the row may not have."""

    field: str
    """The field, `geom`, or nothing where a rule looks at several."""
    rule: str
    """What it breaks: `type`, `required`, `unknown`, or the name of the database's constraint."""
    message: Text
    feature: int = 0
    """Which feature of the request, from 0."""


def required(field: str, title: Text) -> Violation:
    """Say that a value is missing."""
    message = Text(pl=f"{title.pl}: wartość jest wymagana", en=f"{title.en}: a value is required")
    return Violation(field, "required", message)
