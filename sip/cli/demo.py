"""Generate the synthetic demonstration area: a city and eleven gminas that do not exist.

One GeoParquet file per layer goes to `demo/` in the state folder, rasters go to `data/`. What is
there already, from the same seed, scale and code, is not made again. `sip load` takes it in.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time

from geodata import demo
from geodata.demo import flight, proposed
from processing.graph import file_hash
from sip import __version__, catalogue, polish
from sip.cli import proposals
from sip.errors import DataError, UsageError
from sip.progress import progress_bar
from sip.settings import Settings

_WORTH_PROCESSES = 4_000_000
"""Bytes of points from which on a second process saves more time than it takes to start."""

_SPARE_PER_M2 = 1.0
"""A flight has so many pulses more than were ordered, everywhere but at its edges."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--seed", type=int, default=1, metavar="N",
                        help="other numbers make other areas (%(default)s)")  # fmt: skip
    parser.add_argument("--scale", type=float, default=1.0, metavar="X",
                        help="size of the area, 0.01 to 20 (%(default)s)")  # fmt: skip


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Make the files and say where they are."""
    if not 0.01 <= args.scale <= 20:
        raise UsageError("--scale lies between 0.01 and 20")
    if args.seed < 0:
        raise UsageError("--seed is 0 or more")
    folder = settings.state / "demo"
    began = time.monotonic()
    found = catalogue.load(settings.project)
    total = sum(layer.is_table and not layer.spec.process for layer in found.layers.values())
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


def fly(settings: Settings) -> None:
    """Turn the flights of the demo area into terrain, trees and buildings.

    Raises:
        DataError: A part of a flight could not be used.
    """
    from processing import executors
    from processing.flight import pages, running, stac, told
    from processing.flight.lidar import Wishes

    folders = sorted(settings.data.glob("flight_*/"))
    size = sum((one / "points.laz").stat().st_size for one in folders)
    with (
        progress_bar("points", rate="points") as progress,
        executors.workers(count=2 if size > _WORTH_PROCESSES else 1) as hands,
    ):
        for folder in folders:
            year, roads = folder.name.removeprefix("flight_"), folder / flight.ROADS
            wishes = Wishes(
                size_m=200.0,
                nominal_per_m2=flight.DENSITY[int(year)] - _SPARE_PER_M2,
                roads=roads if roads.exists() else None,
            )
            done = running.run(
                [folder / "points.laz"], folder, wishes, hands,
                told=lambda so_far, of, _name: progress(so_far, of),
            )  # fmt: skip
            if done.left_out:
                raise DataError("\n".join(f"{n}: {why}" for n, why in done.left_out.items()))
            if done.made:
                report = told.report(done)
                pages.write(done, report, polish=polish.said)
                asked = {"profile": wishes.profile}
                stac.write(done, [f"{year}-04-01"], asked, version=__version__)


def propose(settings: Settings) -> None:
    """Put before the reviewers what the later flight found otherwise than the registers say.

    What was proposed from the same files is not proposed again; what still waits of other ones is
    withdrawn before.
    """
    parser = argparse.ArgumentParser()
    proposals.arguments(parser)
    calls = [
        parser.parse_args(["add", *words])
        for words in proposed.words(settings.data, settings.derived / "layers")
    ]
    key = "\n".join(f"{one} {file_hash(one.file)}" for one in calls)
    mark = settings.state / "demo" / "proposed-from"
    if mark.exists() and mark.read_text(encoding="utf-8") == key:
        return
    proposals.run(parser.parse_args(["withdraw", "--run", proposed.RUN]), settings)
    for one in calls:
        proposals.run(one, settings)
    mark.write_text(key, encoding="utf-8")
