"""Projects are opened in real QGIS, in a process of its own Python."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

_ATTEMPTS = 3
"""QGIS 3.22 is killed by its own threads now and then, when it reads many services at once."""

type Qgis = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def open_in_qgis(tmp_path_factory: pytest.TempPathFactory) -> Qgis:
    """Run a verb of `inside.py` on the bytes of a project; further words are its environment."""
    project = tmp_path_factory.mktemp("project") / "sip.qgz"

    def run(verb: str, file: bytes, argument: str = "", **environment: str) -> dict[str, Any]:
        project.write_bytes(file)
        for _ in range(_ATTEMPTS):
            done = subprocess.run(
                ["/usr/bin/python3", Path(__file__).parent / "inside.py", verb, project, argument],
                env={**os.environ, "LANG": "C.UTF-8", **environment},
                capture_output=True,
                text=True,
                timeout=280,
            )
            if done.returncode >= 0:
                break
        lines = [line for line in done.stdout.splitlines() if line.startswith("@@")]
        assert lines, done.stderr[-2000:]
        found = json.loads(lines[-1][2:])
        assert isinstance(found, dict)
        return found

    return run
