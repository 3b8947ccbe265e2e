"""Do the regular work: compute layers that depend on others, count, publish, forget, back up.

Versions of rows older than their layers keep (`keep_history_years`) are moved to files.

With --every-hours it stays and does it again and again, for a container; otherwise a systemd
timer or cron calls it. With --jobs it stays, does what people ask processes for and checks the
planning acts that are worked on, with --post it stays and sends mail and webhooks; `sip up` starts
it in both ways.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import time
from pathlib import Path

import psycopg

from sip import catalogue, publish
from sip.database import away, backup, counting
from sip.errors import SipError
from sip.jobs import keeping
from sip.people import personal
from sip.planning import checking, drawing, judging, rules
from sip.settings import Settings
from sip.taking_part import forgetting, post

_JOBS_KEPT_DAYS = 30


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--every-hours", type=float, metavar="HOURS", help="stay, and repeat it")
    parser.add_argument("--jobs", action="store_true", help="stay, and do the jobs of processes")
    parser.add_argument("--post", action="store_true", help="stay, and send what is due")
    parser.add_argument("--backup", type=Path, metavar="FOLDER", help="back up into this folder")
    parser.add_argument(
        "--keep", type=int, default=14, metavar="N", help="backups to keep (%(default)s)"
    )


_LOOK_S, _JUDGE_S = 1.0, 3.0


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Work once, or forever; a round that fails is reported and the next one tried."""
    if args.jobs:
        from sip.jobs import worker

        asyncio.run(worker.work(settings, _show_drawings(settings), _judge_acts(settings)))
        return 0
    if args.post:
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
        post.forever(settings)
    if not args.every_hours:
        _work(args, settings)
        return 0
    while True:
        try:
            _work(args, settings)
        except SipError as error:
            print(f"sip work: {error}", file=sys.stderr, flush=True)
        time.sleep(args.every_hours * 3600)


def _work(args: argparse.Namespace, settings: Settings) -> None:
    found = catalogue.load(settings.project)
    counting.refresh_all(found, settings)
    print(f"published as {publish.publish(found, settings).name}", file=sys.stderr, flush=True)
    with psycopg.connect(settings.dsn()) as connection:
        forgotten = personal.forget_readings(connection, settings.personal_access_years)
    _forget_authors(found, settings)
    if forgotten:
        years = settings.personal_access_years
        print(
            f"{forgotten} readings of personal data, {years} years old, forgotten", file=sys.stderr
        )
    for moved in away.archive_by_policy(settings, found):
        print(moved, file=sys.stderr, flush=True)
    sent = post.round_(settings)
    if sent.sent or sent.failed:
        print(f"{sent.sent} messages sent, {sent.failed} not taken", file=sys.stderr, flush=True)
    ended = keeping.forget(settings, _JOBS_KEPT_DAYS)
    if ended:
        print(f"{ended} jobs that ended {_JOBS_KEPT_DAYS} days ago, forgotten", file=sys.stderr)
    if args.backup:
        file = backup.backup(settings, args.backup, kept=args.keep)
        print(f"backed up into {file}", file=sys.stderr, flush=True)


def _forget_authors(found: catalogue.Catalogue, settings: Settings) -> None:
    """Forget who commented long ago; a history that was altered is told and stops nothing else."""
    try:
        with psycopg.connect(settings.dsn()) as connection:
            authors = forgetting.forget_authors(connection, found, settings.comment_author_years)
    except SipError as error:
        print(f"sip work: {error}", file=sys.stderr, flush=True)
        return
    if authors:
        print(f"the authors of {authors} comments were forgotten", file=sys.stderr, flush=True)


async def _show_drawings(settings: Settings) -> None:
    """Let the picture of drawings follow their register, whoever changes a row."""
    shown: list[str] | None = None
    while True:
        try:
            shown = await asyncio.to_thread(shown_drawings, settings, shown)
        except (psycopg.Error, SipError, OSError) as error:
            logging.warning("the drawings cannot be looked at: %s", error)
        await asyncio.sleep(_LOOK_S)


def shown_drawings(settings: Settings, shown: list[str] | None) -> list[str] | None:
    """Write the index of drawings where it is not of those in the register; return their files."""
    from processing import drawing as pictures

    with psycopg.connect(settings.dsn()) as connection:
        if connection.execute("SELECT to_regclass('planning.plan_drawing')").fetchone() == (None,):
            return None
        names = drawing.files(connection)
    if names != shown:
        crs = catalogue.load(settings.project).project.storage_crs
        pictures.index(settings.drawings, names, crs)
    return names


async def _judge_acts(settings: Settings) -> None:
    """Let the findings on acts under way follow what planners save; say once what hinders it."""
    hindered = ""
    while True:
        try:
            await asyncio.to_thread(judge_acts, settings)
            hindered = ""
        except (psycopg.Error, SipError, OSError) as error:
            if str(error) != hindered:
                logging.warning("the acts cannot be judged: %s", error)
            hindered = str(error)
        await asyncio.sleep(_JUDGE_S)


def judge_acts(settings: Settings) -> list[str]:
    """Judge the acts under way that were changed since; return their identifiers."""
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        acts = judging.due(connection)
        if not acts:
            return []
        book = rules.read(settings.project, checking.today())
        storage_crs = catalogue.load(settings.project).project.storage_crs
        for act, mark in acts:
            judging.judge(connection, act, mark, book, storage_crs, settings.project / "schemas")
    return [act for act, _ in acts]
