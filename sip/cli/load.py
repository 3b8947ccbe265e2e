"""Load a folder of files named for their layers as parcel.parquet or tree.gpkg.

The rows of a layer are replaced by those of its file; a file that was loaded before is skipped.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from sip import catalogue
from sip.load import folder
from sip.progress import progress_bar
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder to read")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Load, and say what came."""
    begun = time.monotonic()
    with progress_bar("loading") as progress:
        loaded = folder.load_folder(
            args.folder,
            catalogue.load(settings.project),
            settings,
            lambda _layer, done, of: progress(done, of),
        )
    for name, rows in loaded.rows.items():
        print(f"{name}: {rows} rows")
    for name in loaded.computed:
        print(f"{name}: computed")
    print(
        f"{sum(loaded.rows.values())} rows in {len(loaded.rows)} layers loaded,"
        f" {len(loaded.unchanged)} unchanged, in {time.monotonic() - begun:.1f} s",
        file=sys.stderr,
    )
    return 0
