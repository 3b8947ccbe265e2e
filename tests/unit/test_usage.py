"""Every command explains itself, in both languages, and within the width of a terminal."""

from __future__ import annotations

import argparse
import ast
import dataclasses
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
import yaml

from sip import cli, polish, usage
from sip.text import LANGUAGES, Language
from tests.unit.test_polish import _FILES, read

ALIKE = {
    "A,B", "CSV", "EPSG", "FOLDER", "ID", "JSON", "M", "M2", "MM", "N", "PROGRAM", "SQL", "TERYT",
    "TIF", "URL", "X",
}  # fmt: skip
"""Placeholders that are the same in both languages."""
NOT_SAID = {
    "%(heading)s:", ".__call__() not defined", "conflicting subparser: %s",
    "conflicting subparser alias: %s", "cannot merge actions - two groups are named %r",
    "'required' is an invalid argument for positionals", "dest= is required for options like %r",
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "invalid conflict_resolution value: %r", "mutually exclusive arguments must be optional",
    'argument "-" with mode %r', "cannot have multiple subparser arguments", "subcommands",
    "%(prog)s: error: %(message)s\n", "%r is not callable", "unexpected option string: %s",
    "conflicting option string: %s",
}  # fmt: skip
"""What argparse says to programmers, or what `sip.usage` says in its place."""


@dataclasses.dataclass(frozen=True)
class Told:
    """One text of one command."""

    command: str
    kind: str
    text: str
    metavars: frozenset[str] = frozenset()


def below(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from below(one)


def commands(language: Language) -> Iterator[argparse.ArgumentParser]:
    """Yield the parsers of `sip`, of all verbs and of all their actions."""
    yield cli._parser([], language)
    for verb in cli.verbs():
        (verbs,) = (
            one
            for one in cli._parser([verb], language)._actions
            if isinstance(one, argparse._SubParsersAction)
        )
        yield from below(verbs.choices[verb])


def texts(parser: argparse.ArgumentParser) -> Iterator[Told]:
    name = parser.prog
    named = [
        one
        for action in parser._actions
        for one in (action.metavar if isinstance(action.metavar, tuple) else [action.metavar or ""])
    ]
    words = frozenset(named)
    for one in usage.paragraphs(parser.description or ""):
        if not usage.is_example(one):
            yield Told(name, "description", one, words)
    for group in parser._action_groups:
        yield Told(name, "group", group.title or "")
    for action in parser._actions:
        yield Told(name, f"help of {action.dest}", action.help or "", words)
        if isinstance(action, argparse._SubParsersAction):
            for listed in action._choices_actions:
                yield Told(name, f"help of {listed.dest}", listed.help or "", words)
    for place, one in enumerate(named):
        yield Told(name, f"metavar {place}", one)


@pytest.fixture(scope="module")
def pairs() -> list[tuple[Told, Told]]:
    """Every text in English and in Polish."""
    with pytest.MonkeyPatch.context() as machine:
        both = []
        for language in LANGUAGES:
            machine.setenv("SIP_LANG", language)
            both.append([told for parser in commands(language) for told in texts(parser)])
    polish_ones, english_ones = both
    return list(zip(english_ones, polish_ones, strict=True))


def test_every_text_of_help_is_polish(pairs: list[tuple[Told, Told]]) -> None:
    english = {
        (one.command, one.kind, one.text)
        for one, other in pairs
        if one.text and one.text == other.text and one.text not in ALIKE
    }
    assert english == set(), "say it in Polish in sip/polish/help/"
    assert all((one.command, one.kind) == (other.command, other.kind) for one, other in pairs)


def test_no_polish_help_is_stale(pairs: list[tuple[Told, Told]]) -> None:
    said = {polish.whole(one.text) for one, _ in pairs}
    kept = {
        english: text
        for file in _FILES
        if file.parent.name == "help" and file.stem != "library"
        for english, text in read(file).items()
    }
    patterns = {english: polish._pattern(english) for english in kept if "{}" in english}
    spoken = {one.text for one, _ in pairs}
    for english, pattern in patterns.items():
        assert any(map(pattern.fullmatch, spoken)), english
    stale = {one for one in kept if one not in spoken and one not in patterns}
    assert stale == set(), "take it out of sip/polish/help/, or say what is said now"
    assert said >= {text for english, text in kept.items() if english not in patterns}


def test_placeholders_agree(pairs: list[tuple[Told, Told]]) -> None:
    """What stands for a value, and what is to be typed, is in both languages."""
    typed = re.compile(r"%\(\w+\)s|--[\w-]+|`[^`]+`|\b[\w-]+/(?=[\s,;.]|$)|\bsip [a-z]+\b")
    for one, other in pairs:
        given = {polish.whole(word) if word.isupper() else word for word in other.metavars}
        assert given == set(other.metavars)
        want = sorted(text_of(word) for word in typed.findall(one.text))
        have = sorted(typed.findall(other.text))
        assert have == want, (one.command, one.text)
        named = {word for word in one.metavars if re.search(rf"\b{re.escape(word)}\b", one.text)}
        for word in named - ALIKE - {""}:
            assert polish.whole(word) in other.text, (one.command, one.text)


def text_of(typed: str) -> str:
    """Return what is to be typed with Polish placeholders."""
    return re.sub(r"\b[A-Z]{2,}\b", lambda found: polish.whole(found[0]), typed)


def test_every_argument_says_what_it_is(pairs: list[tuple[Told, Told]]) -> None:
    for parser in commands("en"):
        assert parser.description, parser.prog
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                continue
            assert action.help, (parser.prog, action.dest)
            if action.nargs != 0 and not action.choices:
                assert action.metavar, (parser.prog, action.dest)


def test_what_means_the_same_is_called_the_same() -> None:
    """One long name and one text for what many commands take."""
    alike = {"--dry-run", "--json", "--geojson", "--source-layer", "--force-2d", "--workers"}
    seen: dict[str, set[str]] = {}
    for parser in commands("en"):
        for action in parser._actions:
            for name in alike & {*action.option_strings}:
                seen.setdefault(name, set()).add(action.help or "")
            if "--output" in action.option_strings:
                assert "-o" in action.option_strings, parser.prog
    assert {name: said for name, said in seen.items() if len(said) > 1} == {}


@pytest.mark.parametrize("language", ["en", "pl"])
@pytest.mark.parametrize("columns", ["80", "200"])
def test_help_stays_within_the_terminal(
    language: Language, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    widest = min(int(columns), usage.WIDEST)
    for parser in commands(language):
        examples = {
            line.strip()
            for one in usage.paragraphs(parser.description or "")
            if usage.is_example(one)
            for line in one.splitlines()
        }
        lines = parser.format_help().splitlines()
        long = [one for one in lines if len(one) > widest and one.strip() not in examples]
        assert long == [], parser.prog


def test_whatever_the_library_says_is_polish() -> None:
    said = {
        node.args[0].value
        for node in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        and isinstance(node.args[0], ast.Constant)
    }
    holes = {re.sub(r"%(\(\w+\))?[rs]", "{}", str(one)).strip() for one in said - NOT_SAID}
    (library,) = (read(one) for one in _FILES if one.stem == "library")
    assert {one for one in holes if one not in library} == set()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "sip: błąd: brakuje wymaganych argumentów: POLECENIE"),
        (["report"], "sip report: błąd: brakuje wymaganych argumentów: CZYNNOŚĆ"),
        (["load"], "sip load: błąd: brakuje wymaganych argumentów: FOLDER"),
        (["check", "--fast"], "sip: błąd: nieznane argumenty: --fast"),
        (["undo", "x"], "sip undo: błąd: argument NUMER: 'x' nie jest liczbą całkowitą"),
        (
            ["restore", "a.tar"],
            "sip restore: błąd: wymagany jest jeden z argumentów: --verify --to",
        ),
        (
            ["import", "a", "--layer"],
            "sip import: błąd: argument --layer: oczekiwana jest jedna wartość",
        ),
        (
            ["map", "tree", "-o", "a", "--lang", "cs"],
            "sip map: błąd: argument --lang: niedozwolona wartość 'cs', dozwolone: 'pl', 'en'",
        ),
        (
            ["report", "parcel", "1", "--date", "tomorrow"],
            "sip report parcel: błąd: argument --date: „tomorrow” nie jest dniem ISO 8601",
        ),
    ],
)
def test_wrong_usage_is_said_in_polish(
    words: list[str], expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli._run(words, "pl")
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith("użycie: sip")
    assert said.splitlines()[-1] == expected


def test_polish_is_read_only_where_it_is_wanted() -> None:
    """Help in English costs what it did."""
    code = (
        "import sys; from sip import cli; cli._parser([], 'en'); print('sip.polish' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_files_are_yaml_of_one_line_each() -> None:
    for file in _FILES:
        assert len(file.read_text(encoding="utf-8").splitlines()) <= 400
        assert all(isinstance(one, str) for one in yaml.safe_load(file.read_text()).values())
