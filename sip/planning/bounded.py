"""A check of anybody's file in a process of its own, bounded in time and memory.

Nothing of the file is kept: it lies in a folder that goes with the check. What a process cannot do
within its bounds is refused with finding F01, as every other file that is not read.
"""

from __future__ import annotations

import dataclasses
import re
import resource
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from sip.planning import checking, rules
from sip.planning.findings import Finding, Report
from sip.planning.rules import RuleBook
from sip.planning.sketch import Sketch, sketch
from sip.settings import Settings
from sip.text import Text

_UNSAFE = re.compile(r"[^\w.-]+")
_MEGABYTE = 1024 * 1024
_turns = threading.BoundedSemaphore(2)
"""A check keeps a processor busy; the others wait for their turn."""


@dataclasses.dataclass(frozen=True)
class Bounds:
    """What one check may take."""

    seconds: int = 60
    """Of the processor."""
    megabytes: int = 1_000


@dataclasses.dataclass(frozen=True)
class Checked:
    """What came of it."""

    report: Report
    sketch: Sketch
    """The plan, simplified, for a picture."""


def check(content: bytes, name: str, settings: Settings, bounds: Bounds | None = None) -> Checked:
    """Check a file by its content: GML, or an archive of GML files."""
    bounds = bounds or Bounds()
    with tempfile.TemporaryDirectory(prefix="sip-check-") as folder:
        file = Path(folder) / (_UNSAFE.sub("_", Path(name).name)[-80:] or "plan.gml")
        file.write_bytes(content)
        command = [sys.executable, "-m", __spec__.name, str(settings.project), str(file)]
        command += [str(bounds.seconds), str(bounds.megabytes)]
        try:
            with _turns:
                done = subprocess.run(
                    command,
                    env={**settings.environment, "OPENBLAS_NUM_THREADS": "1"},
                    capture_output=True,
                    timeout=3 * bounds.seconds,
                    check=False,
                )
            answer = done.stdout if done.returncode == 0 else b""
        except subprocess.TimeoutExpired:
            answer = b""
    if answer:
        return _read(orjson.loads(answer))
    book = rules.read(settings.project, checking.today())
    return Checked(_refused(file.name, book, bounds), Sketch(()))


def _refused(name: str, book: RuleBook, bounds: Bounds) -> Report:
    reason = Text(
        pl=f"sprawdzenie zajęłoby więcej niż {bounds.seconds} s lub {bounds.megabytes} MB pamięci;"
        " sprawdź plik poleceniem sip plan check",
        en=f"the check would take more than {bounds.seconds} s or {bounds.megabytes} MB of memory;"
        " check the file with the command sip plan check",
    )
    return Report((checking.said_of_file(book, "F01", name, reason=reason),), ())


def _read(document: Mapping[str, Any]) -> Checked:
    findings = [
        Finding(**{**one, "message": Text(**one["message"]), "advice": Text(**one["advice"])})
        for one in document["findings"]
    ]
    return Checked(Report(tuple(findings), ()), Sketch(tuple(document["sketch"])))


def _main(project: str, file: str, seconds: str, megabytes: str) -> None:
    """Do a check within bounds; the answer is on standard output."""
    most = int(megabytes) * _MEGABYTE
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    path = Path(file)
    book = rules.read(Path(project), checking.today())
    run = checking.Check(book, Path(project) / "schemas")
    run.read(path)
    report = run.report()
    findings = []
    for one in report.findings:
        row = dataclasses.asdict(one)
        row["file"] = str(Path(one.file).relative_to(path.parent)) if path.name else one.file
        row["message"] = {"pl": one.message.pl, "en": one.message.en}
        row["advice"] = {"pl": one.advice.pl, "en": one.advice.en}
        findings.append(row)
    answer = {"findings": findings, "sketch": sketch(run.features()).areas}
    sys.stdout.buffer.write(orjson.dumps(answer))


if __name__ == "__main__":
    _main(*sys.argv[1:])
