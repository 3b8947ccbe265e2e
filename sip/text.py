"""Words that people see, in every language of the platform."""

from __future__ import annotations

from typing import Literal

from sip.declaration import Model

type Language = Literal["pl", "en"]
LANGUAGES: tuple[Language, ...] = ("pl", "en")


class Text(Model):
    """One text in Polish and English."""

    pl: str
    """Polish."""
    en: str
    """English."""

    def __getitem__(self, language: str) -> str:
        """Return the text in a language; English where it is an unknown one."""
        return self.pl if language == "pl" else self.en
