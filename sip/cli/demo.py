"""Generate the synthetic demonstration area: a city and eleven gminas that do not exist.

One GeoParquet file per layer goes to `demo/` in the state folder, rasters go to `data/`. What is
there already, from the same seed, scale and code, is not made again.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time

from geodata import demo
from sip import catalogue
from sip.errors import UsageError
from sip.progress import progress_bar
from sip.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--seed", type=int, default=1, help="other seeds make other areas (1)")
    parser.add_argument("--scale", type=float, default=1.0, help="size of the area (1)")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Make the files and say where they are."""
    if not 0.01 <= args.scale <= 20:
        raise UsageError("--scale lies between 0.01 and 20")
    if args.seed < 0:
        raise UsageError("--seed is 0 or more")
    folder = settings.state / "demo"
    began = time.monotonic()
    found = catalogue.load(settings.project)
    total = sum(layer.is_table for layer in found.layers.values())
    count = itertools.count()
    with progress_bar("generating") as progress:
        made = demo.make(
            found,
            folder,
            settings.data,
            seed=args.seed,
            scale=args.scale,
            step=lambda name: progress(next(count), total),
        )
    took = f"made in {time.monotonic() - began:.1f} s" if made else "was made before"
    print(f"the demonstration area {took}: {folder}", file=sys.stderr)
    return 0
