"""Turn flights into layers: terrain, trees, buildings, land cover, and what has changed.

    sip process lidar tiles/ -o flight_2026 --profile urban --date 2026-04-01
    sip process change flight_2021 flight_2026 -o change
    sip process ortho pictures/ -o cover_2026 --layout rgbi --ndsm flight_2026/ndsm.tif

Files that are damaged or contradict the others are left out and named, and the exit code is 1. What
was made before is not made again: run it once more after it was interrupted, or with more files.
The folder then holds the products, a report (report.pl.html, report.en.html, report.json), the log
(log.jsonl) and STAC records.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sip import __version__, polish
from sip.cli._flights import arguments as arguments
from sip.errors import UsageError
from sip.progress import progress_bar
from sip.settings import Settings, language

if TYPE_CHECKING:
    from processing.flight import between, pictures
    from processing.flight.carrying import Done, Told, Wanted
    from processing.flight.lidar import Wishes
    from processing.flight.running import Run
    from processing.graph import Graph, Workers

NEEDS_PROJECT = False


def run(args: argparse.Namespace, settings: Settings | None) -> int:
    """Run a kind of processing."""
    if args.kind == "accuracy":
        return _accuracy(args)
    if args.workers < 1:
        raise UsageError("--workers is 1 or more")
    _check_day(vars(args).get("date"))
    return {"lidar": _lidar, "change": _change, "ortho": _ortho}[args.kind](args)


def _check_day(text: str | None) -> None:
    try:
        datetime.date.fromisoformat(text or "2026-05-31")
    except ValueError as error:
        raise UsageError(f'--date: "{text}" is no day like 2026-05-31') from error


def _wishes(args: argparse.Namespace) -> Wishes:
    from processing.flight.lidar import Wishes
    from processing.ground import profile

    profile(args.profile)
    if (args.size is not None and args.size < 50) or args.margin < 0:
        raise UsageError("--size is 50 or more, --margin 0 or more")
    low_m, medium_m = vars(args).get("vegetation", (0.4, 2.0))
    if not 0 < low_m < medium_m:
        raise UsageError("--vegetation is two heights, the lower one first")
    contours_m, rain_mm = vars(args).get("contours", 1.0), vars(args).get("rain")
    if contours_m < 0 or (rain_mm is not None and rain_mm <= 0):
        raise UsageError("--contours is 0 or more, --rain more than 0")
    files = ("checkpoints", "footprints", "roads", "water", "culverts", "bridges")
    return Wishes(
        keep_classes=vars(args).get("keep_classes", ()), vegetation_m=(low_m, medium_m),
        contours_m=contours_m, rain_mm=rain_mm,
        size_m=args.size, margin_m=args.margin, profile=args.profile, cell_m=args.cell,
        nominal_per_m2=args.nominal, crs=args.crs, height_crs=args.heights,
        **{name: vars(args).get(name) for name in files},
    )  # fmt: skip


def _lidar(args: argparse.Namespace) -> int:
    from processing.flight import running, sources

    wishes = _wishes(args)
    if args.dry_run:
        plan, left_out, good = running.planned(sources.named(args.tiles, sources.POINTS), wishes)
        points = sum(one.count for one in good)
        _say_plan(plan.tasks, args.out, f"{len(good)} files, {points:,} points")
        return _say_left_out(left_out)
    with _at_work(args, "points") as (workers, told):
        done, days = _flown(args.tiles, args.out.absolute(), wishes, workers, told, args.date)
    _say_made(done, args.out)
    if not days:
        print("no STAC records: the points do not say the day; give --date", file=sys.stderr)
    return _say_left_out(done.left_out)


def _flown(
    tiles: Sequence[Path], folder: Path, wishes: Wishes, workers: Workers, told: Told,
    date: str | None = None,
) -> tuple[Run, list[str]]:  # fmt: skip
    """Make and report all products of a flight; return them, and its days."""
    from processing.flight import pages, running, sources, stac
    from processing.flight import told as telling

    done = running.run(sources.named(tiles, sources.POINTS), folder, wishes, workers, told=told)
    report = telling.report(done, day=date)
    pages.write(done, report, polish=polish.said)
    stac.write(done, report["flight_days"], _parameters(wishes), version=__version__)
    return done, report["flight_days"]


def _change(args: argparse.Namespace) -> int:
    from processing.flight import between, carrying, compared, sources, stac, summary

    wishes = between.Wishes(
        vertical_m=args.error, horizontal_m=args.error_places, registration_m=args.registration,
        least_m2=args.least, level=not args.keep_shift, m3c2=args.m3c2,
        size_m=args.size or between.Wishes.size_m,
    )  # fmt: skip
    folder = args.out.absolute()
    left_out: dict[str, str] = {}
    if args.dry_run:
        return _plan_of_change(args, wishes)
    with _at_work(args, "points") as (workers, told):
        sides = []
        for name, given in (("old", args.old), ("new", args.new)):
            if not sources.is_finished(given):
                done, _ = _flown([given], folder / name, _wishes(args), workers, told)
                left_out |= done.left_out
                given = folder / name
            sides.append(sources.side(given.absolute()))
        old, new = sides
        wanted = between.wanted(old, new, wishes)
        wanted = dataclasses.replace(wanted, left_out={**wanted.left_out, **left_out})
        made = carrying.carry_out(wanted, folder, workers, told=told)
    summary.write(made, compared.summary(made, old, new, wishes), polish=polish.said)
    days = [old.days[0], new.days[-1]] if old.days and new.days else []
    stac.write_rasters(made, days, _parameters(wishes), version=__version__)
    _say_made(made, args.out)
    if not days:
        print("no STAC records: a flight does not say its day", file=sys.stderr)
    return _say_left_out(made.left_out)


def _plan_of_change(args: argparse.Namespace, wishes: between.Wishes) -> int:
    from processing.flight import between, running, sources

    finished = [sources.is_finished(one) for one in (args.old, args.new)]
    left_out: dict[str, str] = {}
    for name, given, ready in zip(("old", "new"), (args.old, args.new), finished, strict=True):
        if not ready:
            plan, why, good = running.planned(sources.named([given], sources.POINTS), _wishes(args))
            left_out |= why
            _say_plan(plan.tasks, args.out / name, f"{name}: {len(good)} files")
    if not all(finished):
        print("the comparison is planned when both flights are made", file=sys.stderr)
        return _say_left_out(left_out)
    old, new = (sources.side(one.absolute()) for one in (args.old, args.new))
    return _planned(between.wanted(old, new, wishes), args.out)


def _ortho(args: argparse.Namespace) -> int:
    from processing.flight import pictured, pictures, sources, stac, summary
    from processing.ortho.colours import LAYOUTS
    from processing.ortho.indices import INDICES

    if args.layout not in (None, *LAYOUTS):
        raise UsageError(f'--layout: "{args.layout}" is none of {", ".join(LAYOUTS)}')
    if unknown := {*args.index} - {*INDICES}:
        raise UsageError(f'--index: "{min(unknown)}" is none of {", ".join(INDICES)}')
    wishes = pictures.Wishes(
        layout=args.layout, date=args.date, year=args.year, indices=args.index, ndsm=args.ndsm,
        trees=args.trees, areas=args.areas, id_field=args.id, before=args.before,
        least_m2=args.least, accuracy=args.accuracy, tree_id=args.tree_id, species=args.species,
        lossless=args.lossless,
    )  # fmt: skip
    tiles = sources.named(args.tiles, sources.PICTURES)
    if args.dry_run:
        return _planned(pictures.wanted(pictures.series(tiles, wishes), wishes), args.out)
    with _at_work(args, "cells") as (workers, told):
        made, found = pictures.run(tiles, args.out.absolute(), wishes, workers, told=told)
    summary.write(made, pictured.summary(made, found, wishes), polish=polish.said)
    stac.write_rasters(made, found.days, _parameters(wishes), version=__version__)
    _say_made(made, args.out)
    return _say_left_out(made.left_out)


def _accuracy(args: argparse.Namespace) -> int:
    from processing.ortho import accuracy, sampled

    checked = sampled.check(args.cover, args.places, field=args.field, ground_field=args.ground)
    trust = sampled.accuracy_of(checked, f"{int(checked.seen.sum())} places of {args.places.name}")
    found = sampled.told(checked, trust)
    accuracy.write_accuracy(trust, args.out, found)
    overall, error = (found["overall"][one][0] for one in ("value", "standard_error"))
    print(f"{_percent(overall)} of the area is mapped right (standard error {_percent(error)})")
    for place, name in enumerate(found["classes"]):
        print(f"{name}")
        true, wrong = found["true_m2"][place], found["true_m2_standard_error"][place]
        print(
            f"    mapped {found['mapped_m2'][place]:.0f} m2, truly {true:.0f} m2 ± {wrong:.0f} m2"
        )
        for words, key in (("of it is right", "users"), ("of what is there is found", "producers")):
            share, doubt = (found[key][one][place] for one in ("value", "standard_error"))
            print(f"    {_percent(share)} {words} (standard error {_percent(doubt)})")
    if checked.beyond:
        print(f"{checked.beyond} places lie where the map says nothing", file=sys.stderr)
    for name in found["weak"]:
        print(f"{name}: fewer than {sampled.FEW} places, little is known of it", file=sys.stderr)
    print(args.out)
    return 0


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}%"


def _planned(wanted: Wanted, out: Path) -> int:
    _say_plan(wanted.tasks, out, f"{len(wanted.inputs)} files")
    return _say_left_out(wanted.left_out)


@contextmanager
def _at_work(args: argparse.Namespace, unit: str) -> Iterator[tuple[Workers, Told]]:
    """Yield those who work, and the bar that is told of it."""
    from processing import executors

    with (
        executors.workers(count=args.workers, scheduler=args.scheduler) as workers,
        progress_bar(unit, rate=unit) as progress,
    ):
        try:
            yield workers, lambda so_far, of, _name: progress(so_far, of)
        except KeyboardInterrupt:
            print("what was made is kept: the same command goes on from there", file=sys.stderr)
            raise


def _parameters(wishes: Wishes | between.Wishes | pictures.Wishes) -> dict[str, str]:
    """Return what was asked for; files by their names: records are read elsewhere, too."""
    asked = {name: one for name, one in dataclasses.asdict(wishes).items() if one}
    return {name: _plainly(one) for name, one in asked.items()}


def _plainly(one: object) -> str:
    if isinstance(one, list | tuple):
        return ", ".join(map(_plainly, one))
    return one.name if isinstance(one, Path) else str(one)


def _say_plan(tasks: Graph, out: Path, of: str) -> None:
    from processing import graph
    from processing.flight import carrying, doing

    store = out / carrying.STORE
    folders, todo = graph.plan(tasks, store), graph.todo(tasks, store)
    for name, folder in folders.items():
        state = "to do" if name in todo else "is there" if folder.is_dir() else "not needed"
        print(f"{state}: {doing.said(name)}")
    print(f"{of}: {len(folders)} tasks, {len(todo)} to do", file=sys.stderr)


def _say_made(done: Run | Done, out: Path) -> None:
    for product in done.products:
        print(out / product.file)
    print(out / f"report.{language()}.html")
    print(f"{done.made} tasks done, {done.kept} were done before", file=sys.stderr)


def _say_left_out(left_out: Mapping[str, str]) -> int:
    for name, why in left_out.items():
        said = why if name in why.partition(": ")[0] else f"{name}: {why}"
        print(f"left out: {said}", file=sys.stderr)
    return 1 if left_out else 0
