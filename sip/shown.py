"""Values as people read them: meanings of codes, units, yes and no, the language's comma."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sip import symbols, units
from sip.catalogue import Catalogue
from sip.layer import Field, Symbols
from sip.text import Language, Text

_YES, _NO = Text(pl="tak", en="yes"), Text(pl="nie", en="no")


def value(
    stored: Any,
    field: Field,
    catalogue: Catalogue,
    language: Language,
    row: Mapping[str, Any] | None = None,
) -> str:
    """Return a stored value of a field with its meaning or unit; nothing where it is empty.

    Symbols are told by the dictionary of their row.
    """
    if stored is None:
        return ""
    if field.symbols:
        if row is None or field.symbols.class_field not in row:
            return str(stored)
        return _symbols(str(stored), field.symbols, catalogue, language, row)
    if isinstance(stored, bool):
        return (_YES if stored else _NO)[language]
    codes = catalogue.codes_of(field)
    if codes:
        meaning = next((one.title[language] for one in codes.values if one.code == stored), "")
        return f"{meaning} ({stored})" if meaning else str(stored)
    text = number(stored, language) if isinstance(stored, float) else plain(stored)
    return f"{text} {units.symbol(field.unit, language)}".rstrip() if field.unit else text


def _symbols(
    written: str, about: Symbols, catalogue: Catalogue, language: Language, row: Mapping[str, Any]
) -> str:
    begins = str(row[about.class_field] or "").partition(" ")[0]
    told = [
        f"{(one.code.title if one.code else symbols.UNKNOWN)[language]} ({one.symbol})"
        for one in symbols.interpret(written, catalogue.code_lists[about.codes], begins)
    ]
    return "; ".join(told) or written


def in_words(
    stored: Any,
    field: Field,
    catalogue: Catalogue,
    language: Language,
    row: Mapping[str, Any] | None = None,
) -> str:
    """Return a stored value as `value` does, but a code only where it is a symbol that people use.

    `MN` and `07` are symbols; `legalForce` is a word for programs.
    """
    codes = catalogue.codes_of(field)
    if codes and isinstance(stored, str) and stored != stored.upper():
        return next((one.title[language] for one in codes.values if one.code == stored), stored)
    return value(stored, field, catalogue, language, row)


def number(stored: float, language: Language) -> str:
    """Return a number with at most ten digits."""
    return f"{stored:.10g}".replace(".", "," if language == "pl" else ".")


def plain(stored: Any) -> str:
    """Return a value as programs read it: true and false, ISO 8601."""
    if isinstance(stored, bool):
        return "true" if stored else "false"
    return stored.isoformat() if hasattr(stored, "isoformat") else str(stored)
