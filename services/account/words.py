"""The words of the pages of accounts."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path

from sip.text import Language


@functools.cache
def words(language: Language) -> Mapping[str, str]:
    """Return the words of a language by key."""
    file = Path(__file__).parent / "words" / f"{language}.json"
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))
    return found
