"""QGIS as a process of its own, told what to do line by line (see session.py)."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any


@dataclasses.dataclass
class Person:
    """Somebody's QGIS."""

    process: subprocess.Popen[str]

    def __call__(self, verb: str, **task: Any) -> dict[str, Any]:
        """Let QGIS do something and return what it says."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"verb": verb, "layer": "tree", **task}) + "\n")
        self.process.stdin.flush()
        return self.heard()

    def heard(self) -> dict[str, Any]:
        """Return QGIS's next answer."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.startswith("@@"):
                found = json.loads(line[2:])
                assert isinstance(found, dict)
                return found
        raise AssertionError("QGIS has ended")

    def opens(self, where: str) -> int:
        """Read a row, as a form does; return QGIS's number of it."""
        fid = self("look_up", where=where)["fid"]
        assert isinstance(fid, int)
        return fid


@contextlib.contextmanager
def qgis(project: Path, environment: Mapping[str, str] | None = None) -> Iterator[Person]:
    """Start QGIS with a project; it ends with the test."""
    process = subprocess.Popen(
        ["/usr/bin/python3", Path(__file__).with_name("session.py"), project],
        env={**os.environ, "LANG": "C.UTF-8", **(environment or {})},
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    person = Person(process)
    try:
        assert person.heard()["opened"]
        yield person
    finally:
        process.kill()
        process.communicate()
