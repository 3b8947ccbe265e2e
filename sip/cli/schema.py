"""Print the JSON Schema of a kind of file, or write schemas and the manual page of keys.

An editor that knows JSON Schema completes and checks layer files as they are typed:
put `# yaml-language-server: $schema=.../docs/reference/layer.schema.json` on their first line.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from sip import manual

NEEDS_PROJECT = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "kind",
        nargs="?",
        choices=sorted(manual.FILES),
        default="layer",
        help="kind of file (%(default)s)",
    )
    parser.add_argument(
        "--write", type=Path, metavar="FOLDER", help="write all of them below this folder"
    )


def run(args: argparse.Namespace, settings: None) -> int:
    """Print one schema, or write all files."""
    if args.write is None:
        print(json.dumps(manual.json_schema(args.kind), ensure_ascii=False, indent=2))
        return 0
    for file, text in manual.files():
        target = args.write / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        print(target, file=sys.stderr)
    return 0
