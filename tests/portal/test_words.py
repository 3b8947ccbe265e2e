"""Every word of the portal stands in every language."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from services.portal.assets import FOLDER
from services.portal.words import words
from sip.layer import Unit
from sip.provenance import Metadata
from sip.text import LANGUAGES, Language

PLURALS = {"pl": {"one", "few", "many", "other"}, "en": {"one", "other"}}
COUNTED = ("found", "row")


def keys_asked_for() -> set[str]:
    scripts = "\n".join(file.read_text() for file in (FOLDER / "js").rglob("*.js"))
    pages = "\n".join(file.read_text() for file in (FOLDER.parent / "templates").glob("*.html"))
    return {
        *re.findall(r"\bt\('([^']+)'", scripts),
        *re.findall(r"word\('([^'+]+)'\)", pages),
        *re.findall(r"'(statement_\d)'", pages),
    }


def plain_keys(language: Language) -> set[str]:
    return {key for key in words(language) if key.split(".")[0] not in COUNTED}


def test_the_languages_have_the_same_keys() -> None:
    assert plain_keys("pl") == plain_keys("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_asked_for_is_there(language: Language) -> None:
    assert keys_asked_for() - set(words(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_and_rhythm_has_words(language: Language) -> None:
    rhythms = re.findall(r"'(\w+)'", str(Metadata.model_fields["update_rhythm"].annotation))
    wanted = {f"unit.{unit}" for unit in get_args(Unit.__value__)}
    wanted |= {f"rhythm.{rhythm}" for rhythm in rhythms}
    assert len(wanted) > 40
    assert wanted - set(words(language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("counted", COUNTED)
def test_counted_words_have_every_plural_of_their_language(
    language: Language, counted: str
) -> None:
    there = {key.split(".")[1] for key in words(language) if key.startswith(f"{counted}.")}
    assert there == PLURALS[language]


@pytest.mark.parametrize("key", sorted(plain_keys("pl")))
def test_both_languages_name_the_same_values(key: str) -> None:
    named = [sorted(re.findall(r"\{(\w+)\}", words(language)[key])) for language in LANGUAGES]
    assert named[0] == named[1]
