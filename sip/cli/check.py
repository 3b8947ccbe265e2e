"""Check every layer, style and code list of the project.

It reads layers/ and styles/ and writes nothing. All problems are told at once, with file and line;
with one of them the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import sys

from sip import catalogue
from sip.errors import DeclarationError
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Report all problems at once; exit 1 if there are any."""
    found, problems = catalogue.examine(settings.project)
    if found is not None and any(layer.spec.process for layer in found.layers.values()):
        from sip.cli import build  # steps need a second to load

        problems = build.problems(found)
    if args.json:
        rows = [
            {"file": str(p.file), "line": p.line, "key": p.key, "text": p.text, "hint": p.hint}
            for p in sorted(problems)
        ]
        print(json.dumps({"problems": rows}, ensure_ascii=False, indent=2))
        return 1 if problems else 0
    if problems or found is None:
        raise DeclarationError(problems)
    print(
        f"{len(found.layers)} layers in {len(found.themes)} themes, "
        f"{len(found.code_lists)} code lists: no problems",
        file=sys.stderr,
    )
    return 0
