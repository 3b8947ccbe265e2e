"""Commands speak Polish where they are asked to: templates fit the code, and nothing is lost."""

from __future__ import annotations

import ast
import functools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sip import polish, settings

_SIP = Path(polish.__file__).parents[1]
_FILES = sorted(Path(polish.__file__).parent.glob("*/*.yaml"))


def read(file: Path) -> dict[str, str]:
    said: dict[str, str] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return said


TEMPLATES = {
    english: text
    for file in _FILES
    if file.parent.name == "messages" and file.stem != "libraries"
    for english, text in read(file).items()
}


@functools.cache
def spoken() -> str:
    """Return every text in the code, with holes where values stand."""

    def texts(tree: ast.AST) -> Iterator[str]:
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                yield "".join(
                    part.value if isinstance(part, ast.Constant) else "{}"  # type: ignore[misc]
                    for part in node.values
                )
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value

    folders = (_SIP, _SIP.parent / "processing", _SIP.parent / "services" / "host")
    files = [file for folder in folders for file in folder.rglob("*.py")]
    return "\n".join(text for file in files for text in texts(ast.parse(file.read_text())))


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_translated_is_said_somewhere(template: str) -> None:
    parts = [part.strip() for part in re.split(r"\{\}|[:,()]", template)]
    assert [part for part in parts if len(part) > 3 and part not in spoken()] == []
    assert TEMPLATES[template].format(*"abcdefgh") != template
    holes = template.count("{}")
    values = [f"<{number}>" for number in range(holes)]
    assert all(one in TEMPLATES[template].format(*values) for one in values)


def test_nothing_is_translated_twice() -> None:
    keys = [
        line.partition('": "')[0]
        for file in _FILES
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith('"')
    ]
    assert [one for one in {*keys} if keys.count(one) > 1] == []
    assert len(keys) == len(polish._phrases())


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        (
            "72 layers in 12 themes, 114 code lists: no problems",
            "warstwy: 72, tematy: 12, listy kodów: 114; bez uwag",
        ),
        (
            "5 rows read: 3 inserted, 2 rejected",
            "wczytane wiersze: 5; dodane: 3, odrzucone: 2",
        ),
        (
            'sip import: trees.gpkg: row 3: height_m: "high" is not a number',
            "sip import: trees.gpkg: wiersz 3: height_m: „high” to nie liczba",
        ),
        (
            'layers/a/b.yaml:6: fields.x.type: "nubmer" is not allowed here (text, date)',
            "layers/a/b.yaml:6: fields.x.type: „nubmer” nie jest tu dozwolone (text, date)",
        ),
        ('  did you mean "number"?', "  może chodziło o „number”?"),
        ("what nobody has translated: 7", "what nobody has translated: 7"),
    ],
)
def test_lines_are_said_in_polish(english: str, expected: str) -> None:
    assert polish.said(english) == expected


@given(st.text())
def test_whatever_is_written_is_said_line_for_line(text: str) -> None:
    assert len(polish.said(text).splitlines()) == len(text.splitlines())


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, "en"),
        ({"LANG": "pl_PL.UTF-8"}, "pl"),
        ({"LANG": "pl_PL.UTF-8", "SIP_LANG": "en"}, "en"),
        ({"LANG": "cs_CZ.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "pl_PL"}, "en"),
    ],
)
def test_the_machine_says_the_language(variables: dict[str, str], expected: str) -> None:
    assert settings.language(variables) == expected


def test_a_command_speaks_polish(tmp_path: Path) -> None:
    (tmp_path / "layers").mkdir()
    (tmp_path / "layers" / "_project.yaml").write_text("titel: {pl: Miasto, en: Town}\n")
    command = [str(Path(sys.executable).with_name("sip")), "--project", str(tmp_path), "check"]
    done = subprocess.run(
        command, env={**os.environ, "SIP_LANG": "pl"}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "titel: nieznany klucz" in done.stderr
    assert "może chodziło o „title”?" in done.stderr
    assert done.stderr.splitlines()[-1].startswith("uwagi: ")
