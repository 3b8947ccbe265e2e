"""The commands of the README, run as they stand there, on the demo area."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.installation import ROOT, Server

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line.partition("  #")[0].strip()
    for block in re.findall(r"^```sh\n(.*?)^```", README, flags=re.S | re.M)
    for line in block.splitlines()
]


@pytest.fixture(scope="module")
def folder(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the file that the README imports."""
    folder = tmp_path_factory.mktemp("readme")
    server.sip("export", "tree", "-o", str(folder / "trees.gpkg"), "--internal")
    return folder


def test_the_two_commands_stand_before_line_20() -> None:
    first = "\n".join(README.splitlines()[:20])
    assert "make demo" in first
    assert "make test" in first
    assert "![" in first


def test_make_knows_its_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"\bmake ([a-z-]+)", README))
    assert named >= {"demo", "test", "stop", "check"}
    assert [name for name in named if not re.search(rf"^{name}:", makefile, re.M)] == []


def test_every_file_that_is_named_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.server
@pytest.mark.parametrize("command", [c for c in COMMANDS if c and not c.startswith("make")])
def test_the_command_does_what_it_says(command: str, server: Server, folder: Path) -> None:
    outside = "--project" in command or " init " in command
    given = {} if outside else dict(server.settings.environment)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command.replace("http://localhost:8080", server.url),
        shell=True,
        cwd=folder,
        env={**given, "PATH": path, "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    assert "ERROR" not in said, said
    for file in re.findall(r"-o (\S+)", command):
        assert (folder / file).stat().st_size > 1000
