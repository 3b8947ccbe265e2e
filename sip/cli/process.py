"""Turn a flight into layers: sip process lidar TILES... --out FOLDER.

Files that are damaged or contradict the others are left out and named, and the exit code is 1. What
was made before is not made again: run it once more after it was interrupted, or with more files.
The folder then holds the products, a report (report.pl.html, report.en.html, report.json), the log
(log.jsonl) and STAC records.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sip.errors import UsageError
from sip.progress import progress_bar
from sip.settings import Settings

if TYPE_CHECKING:
    from processing.flight.lidar import Wishes

NEEDS_PROJECT = False


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    lidar = kinds.add_parser("lidar", help="points to terrain, trees and buildings")
    lidar.add_argument(
        "tiles", nargs="+", type=Path, metavar="TILE", help="LAS, LAZ, COPC; folders"
    )
    lidar.add_argument("--profile", default="terrain", help="terrain, urban or forest (terrain)")
    lidar.add_argument("--size", type=float, default=500.0, metavar="M", help="of a core (500)")
    lidar.add_argument("--margin", type=float, default=50.0, metavar="M", help="around it (50)")
    lidar.add_argument("--cell", type=float, default=1.0, metavar="M", help="of models (1)")
    lidar.add_argument(
        "--nominal",
        type=float,
        default=4.0,
        metavar="N",
        help="pulses per m2 that were ordered (4)",
    )
    lidar.add_argument("--crs", type=int, metavar="EPSG", help="of files that do not say it")
    lidar.add_argument("--heights", type=int, metavar="EPSG", help="of files that do not say it")
    lidar.add_argument("--checkpoints", type=Path, metavar="CSV", help="x, y, z on the ground")
    lidar.add_argument("--date", metavar="DAY", help="of the flight, if the points do not say it")
    lidar.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    lidar.add_argument("--dry-run", action="store_true", help="show the plan and do nothing")
    lidar.add_argument("--workers", type=int, default=1, metavar="N", help="processes (1)")
    lidar.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster, tcp://...")


def run(args: argparse.Namespace, settings: Settings | None) -> int:
    """Run a kind of processing."""
    from processing.flight.lidar import Wishes

    if args.workers < 1 or args.size < 50 or args.margin < 0:
        raise UsageError("--workers is 1 or more, --size 50 or more, --margin 0 or more")
    wishes = Wishes(
        size_m=args.size, margin_m=args.margin, profile=args.profile, cell_m=args.cell,
        nominal_per_m2=args.nominal, crs=args.crs, height_crs=args.heights,
        checkpoints=args.checkpoints,
    )  # fmt: skip
    return _plan(args, wishes) if args.dry_run else _lidar(args, wishes)


def _plan(args: argparse.Namespace, wishes: Wishes) -> int:
    from processing import graph
    from processing.flight import running

    plan, left_out, good = running.planned(running.named(args.tiles), wishes)
    folders = graph.plan(plan.tasks, args.out / running.STORE)
    for name, folder in folders.items():
        state = "is there" if folder.is_dir() else "to do"
        print(f"{name:40} {plan.tasks[name].step:20} {state}")
    todo = sum(not folder.is_dir() for folder in folders.values())
    points = sum(one.count for one in good)
    print(
        f"{len(good)} files, {points:,} points: {len(folders)} tasks, {todo} to do", file=sys.stderr
    )
    return _say_left_out(left_out)


def _lidar(args: argparse.Namespace, wishes: Wishes) -> int:
    from processing import executors
    from processing.flight import pages, running, stac, told

    with (
        executors.workers(count=args.workers, scheduler=args.scheduler) as hands,
        progress_bar("points", rate="points") as progress,
    ):
        done = running.run(
            running.named(args.tiles), args.out.absolute(), wishes, hands,
            told=lambda so_far, of, _name: progress(so_far, of),
        )  # fmt: skip
    report = told.report(done)
    pages.write(done, report)
    days = report["flight_days"] or ([args.date] if args.date else [])
    stac.write(done, days, {k: str(v) for k, v in dataclasses.asdict(wishes).items() if v})
    for product in done.products:
        print(args.out / product.file)
    print(args.out / "report.en.html")
    print(f"{done.made} tasks done, {done.kept} were done before", file=sys.stderr)
    if not days:
        print("no STAC records: the points do not say the day; give --date", file=sys.stderr)
    return _say_left_out(done.left_out)


def _say_left_out(left_out: Mapping[str, str]) -> int:
    for name, why in left_out.items():
        print(f"left out: {name}: {why}", file=sys.stderr)
    return 1 if left_out else 0
