"""The report of a plot, as everybody sees it: JSON, PDF or a page.

    sip report parcel 266101_1.0001.123/4 --lang en -o plot.pdf
    sip report parcel 266101_1.0001.123/4 --date 2020-05-01 > plot.json
    sip report parcels numbers.txt -o folder

`parcels` reads a number in each line and writes a file for each; a number that is no plot is named
at the end, and the others are written all the same.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import orjson

from sip import catalogue, publish
from sip.errors import NotFound, UsageError
from sip.progress import progress_bar
from sip.report import extract, parcel, pdf
from sip.report.document import Json, Writer
from sip.service import Context
from sip.settings import Settings
from sip.state import read_states
from sip.text import LANGUAGES, Language

_ENDINGS = ("json", "pdf")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    one = below.add_parser("parcel", help="of one plot")
    one.add_argument("key", metavar="NUMBER")
    one.add_argument("-o", "--output", type=Path, metavar="FILE", help="plot.json or plot.pdf")
    many = below.add_parser("parcels", help="of many plots")
    many.add_argument("file", type=Path, metavar="FILE", help="a number in each line")
    many.add_argument("-o", "--output", type=Path, metavar="FOLDER", required=True)
    many.add_argument("--format", choices=_ENDINGS, default="json")
    for each in (one, many):
        each.add_argument("--date", type=day, metavar="DAY", help="whose law is told (today)")
        each.add_argument("--lang", choices=LANGUAGES, default="pl")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write what was asked for."""
    wanted: dict[str, Path | None]
    if args.action == "parcels":
        keys = [line.strip() for line in args.file.read_text(encoding="utf-8").splitlines()]
        wanted = {key: _named(args.output, key, args.format) for key in keys if key}
        args.output.mkdir(parents=True, exist_ok=True)
    else:
        wanted = {args.key: args.output}
        if args.output and args.output.suffix.lstrip(".") not in _ENDINGS:
            raise UsageError("-o ends in .json or .pdf")
    absent = asyncio.run(_write(settings, wanted, args.date, args.lang))
    for error in absent:
        print(f"sip report: {error}", file=sys.stderr)
    return 1 if absent else 0


async def _write(
    settings: Settings,
    wanted: dict[str, Path | None],
    day: datetime.date | None,
    language: Language,
) -> Sequence[NotFound]:
    """Write each report; return those that could not be made."""
    import asyncpg

    generation = publish.current(settings)
    found = publish.snapshot(generation) if generation else catalogue.load(settings.project)
    absent = []
    async with asyncpg.create_pool(settings.dsn("sip_public"), min_size=1, max_size=1) as pool:
        now = Context(found, settings, settings.published, pool, await read_states(pool))
        with progress_bar("reports") as progress:
            for done, (key, file) in enumerate(wanted.items()):
                progress(done, len(wanted))
                try:
                    await _one(now, key, file, day, language)
                except NotFound as error:
                    absent.append(error)
    return absent


async def _one(
    now: Context, key: str, file: Path | None, day: datetime.date | None, language: Language
) -> None:
    report = await parcel.make(now, key, day)
    root = now.settings.public_url or f"http://localhost:{now.settings.port}"
    document: Json = Writer(now.catalogue, language, root).write(report)
    if file is None:
        print(orjson.dumps(document, option=orjson.OPT_INDENT_2).decode())
    elif file.suffix == ".pdf":
        file.write_bytes(pdf.write(document, await extract.make(now, report, language)))
    else:
        file.write_bytes(orjson.dumps(document, option=orjson.OPT_INDENT_2))


def _named(folder: Path, key: str, ending: str) -> Path:
    return folder / f"{re.sub(r'[^0-9A-Za-z._-]', '-', key)}.{ending}"


def day(text: str) -> datetime.date:
    """Read a day."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no day of ISO 8601') from None
