"""The portal's own words in every language, and the choice of a visitor's language."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping

from starlette.requests import Request

from services.portal.assets import FOLDER
from sip.text import Language


@functools.cache
def words(language: Language) -> Mapping[str, str]:
    """Return the words of a language by key."""
    text = (FOLDER / "i18n" / f"{language}.json").read_text(encoding="utf-8")
    found: dict[str, str] = json.loads(text)
    return found


def language_of(request: Request, offered: tuple[Language, ...]) -> Language:
    """Return the language that the address names, else the first offered one the browser likes."""
    asked = request.query_params.get("lang", "")
    accepted = request.headers.get("accept-language", "")
    likes = [part.split(";")[0].strip()[:2].lower() for part in accepted.split(",")]
    for wish in (asked, *likes):
        for language in offered:
            if wish == language:
                return language
    return offered[0]
