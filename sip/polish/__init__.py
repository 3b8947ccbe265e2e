"""The command line in Polish: what commands say in English, phrase by phrase by the files here.

`messages/` has what commands print, `help/` what they say of themselves (`sip.usage`). Templates
have `{}` where values stand, which are looked up themselves. What has no template stays as it is,
so that nothing is lost. Of services only jobs come here, which say what commands say: the errors of
all others have both languages.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import TextIO, cast

import yaml

_HOLE = re.compile(r"(\{\})")
_JOINTS = re.compile(r"(?<=: )|(?<=, )")


def said(text: str) -> str:
    """Return what is said, line by line, in Polish."""
    return "".join(_line(line) for line in text.splitlines(keepends=True))


def whole(text: str) -> str:
    """Return a text that is one phrase in Polish; as it is where no template fits it."""
    return _whole(text) or text


class Speaking:
    """A stream on which everything is said in Polish; it is the given one in all other respects."""

    def __init__(self, stream: TextIO):
        self._stream = stream

    def write(self, text: str) -> int:
        """Write it in Polish."""
        return self._stream.write(said(text))

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def speaking(stream: TextIO) -> TextIO:
    """Return a stream on which everything is said in Polish."""
    return cast(TextIO, Speaking(stream))


def _line(line: str) -> str:
    body = line.strip()
    if not body:
        return line
    start = line.index(body)
    return line[:start] + _phrase(body) + line[start + len(body) :]


def _phrase(text: str) -> str:
    """Translate a phrase, or each part of a list, or the longest part behind a colon or comma."""
    if "; " in text and text not in _phrases():
        parts = [(one, _phrase(one)) for one in text.split("; ")]
        if all(one != polish for one, polish in parts):
            return "; ".join(polish for _, polish in parts)
    for joint in (0, *(found.start() for found in _JOINTS.finditer(text))):
        polish = _whole(text[joint:])
        if polish is not None:
            return text[:joint] + polish
    return text


def _whole(text: str) -> str | None:
    if (polish := _phrases().get(text)) is not None:
        return polish
    for pattern, template in _templates():
        if found := pattern.fullmatch(text):
            return template.format(*map(_phrase, found.groups()))
    return None


@functools.cache
def _phrases() -> dict[str, str]:
    """Return everything of the files: English, and what it becomes."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    pairs: dict[str, str] = {}
    for file in sorted(Path(__file__).parent.glob("*/*.yaml")):
        pairs |= yaml.load(file.read_text(encoding="utf-8"), Loader=loader)
    return pairs


@functools.cache
def _templates() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return patterns of what has values, and what they become, those that say most first."""
    pairs = {english: polish for english, polish in _phrases().items() if "{}" in english}
    ordered = sorted(pairs, key=lambda one: len(_HOLE.sub("", one)), reverse=True)
    return tuple((_pattern(one), pairs[one]) for one in ordered)


def _pattern(template: str) -> re.Pattern[str]:
    parts = _HOLE.split(template)
    return re.compile("".join("(.+?)" if one == "{}" else re.escape(one) for one in parts))
