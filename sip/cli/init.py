"""Make a new project folder with the layers, styles and code lists of the reference project.

    sip init kielce

The folder is yours: edit `layers/_project.yaml` first (name, contact, CRS, extent), delete the
layers that you don't keep, and run `sip check`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import sip
from sip.errors import UsageError

NEEDS_PROJECT = False
_PARTS = ("layers", "styles")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="new or empty")


def run(args: argparse.Namespace, settings: None) -> int:
    """Copy the reference project into a new or empty folder."""
    folder: Path = args.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there and not empty; name a new folder")
    source = reference_project()
    for part in _PARTS:
        shutil.copytree(source / part, folder / part)
    (folder / ".gitignore").write_text(".sip/\n", encoding="utf-8")
    print(
        f"made {folder}: edit {folder / 'layers' / '_project.yaml'}, then run\n"
        f"  sip --project {folder} check",
        file=sys.stderr,
    )
    return 0


def reference_project() -> Path:
    """Return the folder that carries the reference project: the wheel's copy, or the checkout."""
    package = Path(sip.__file__).parent
    packed = package / "_project"
    return packed if packed.is_dir() else package.parent
