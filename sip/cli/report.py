"""Write the report of a plot, as everybody sees it, as JSON or PDF.

    sip report parcel 266101_1.0001.123/4 --lang en -o plot.pdf
    sip report parcel 266101_1.0001.123/4 --date 2020-05-01 > plot.json
    sip report parcels numbers.txt -o folder

`parcels` reads a number in each line and writes a file for each. What is there already is kept, so
that a run that was interrupted goes on where it was (`--again` writes all anew). A number that is
no plot is named at the end and in `failed.txt`, and the others are written all the same.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import orjson

from sip import catalogue, publish, usage
from sip.errors import NotFound, QueryError, SipError, UsageError
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
    one = usage.action(below, "parcel", "Write the report of one plot.")
    one.add_argument("key", metavar="NUMBER", help="of the plot")
    one.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help=".json or .pdf (JSON on standard output)"
    )
    many = usage.action(below, "parcels", "Write the reports of many plots.")
    many.add_argument("file", type=Path, metavar="FILE", help="a number in each line")
    many.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", required=True, help="folder to write"
    )
    many.add_argument(
        "--format", choices=_ENDINGS, default="json", help="of the files (%(default)s)"
    )
    many.add_argument("--again", action="store_true", help="write those anew that are there")
    for each in (one, many):
        each.add_argument(
            "--date", type=usage.day, metavar="DAY", help="the law in force on it (today)"
        )
        each.add_argument(
            "--lang", choices=LANGUAGES, default="pl", help="language of the words (%(default)s)"
        )


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write what was asked for."""
    wanted: dict[str, Path | None]
    if args.action == "parcels":
        keys = [line.strip() for line in args.file.read_text(encoding="utf-8").splitlines()]
        named = {key: _named(args.output, key, args.format) for key in keys if key}
        wanted = {key: one for key, one in named.items() if args.again or not one.exists()}
        args.output.mkdir(parents=True, exist_ok=True)
    else:
        wanted = {args.key: args.output}
        if args.output and args.output.suffix.lstrip(".") not in _ENDINGS:
            raise UsageError("-o ends in .json or .pdf")
    absent = asyncio.run(_write(settings, wanted, args.date, args.lang))
    for error in absent.values():
        print(f"sip report: {error}", file=sys.stderr)
    if args.action == "parcels":
        kept = len(named) - len(wanted)
        print(
            f"{len(wanted) - len(absent)} written, {kept} kept, {len(absent)} failed",
            file=sys.stderr,
        )
        _list_failed(args.output / "failed.txt", absent)
    return 1 if absent else 0


def _list_failed(file: Path, absent: Mapping[str, SipError]) -> None:
    """Write the numbers of which no report was made, to be mended and given again."""
    file.unlink(missing_ok=True)
    if absent:
        file.write_text("".join(f"{key}\n" for key in absent), encoding="utf-8")


async def _write(
    settings: Settings,
    wanted: dict[str, Path | None],
    day: datetime.date | None,
    language: Language,
) -> Mapping[str, SipError]:
    """Write each report; return why some could not be made."""
    import asyncpg

    generation = publish.current(settings)
    found = publish.snapshot(generation) if generation else catalogue.load(settings.project)
    absent: dict[str, SipError] = {}
    async with asyncpg.create_pool(settings.dsn("sip_public"), min_size=1, max_size=1) as pool:
        now = Context(found, settings, settings.published, pool, await read_states(pool))
        with progress_bar("reports") as progress:
            for done, (key, file) in enumerate(wanted.items()):
                progress(done, len(wanted))
                try:
                    await _one(now, key, file, day, language)
                except (NotFound, QueryError) as error:
                    absent[key] = error
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
        _put(file, pdf.write(document, await extract.make(now, report, language)))
    else:
        _put(file, orjson.dumps(document, option=orjson.OPT_INDENT_2))


def _put(file: Path, body: bytes) -> None:
    """Write a file whole or not at all: what is there is never made again."""
    unfinished = file.with_name(f".{file.name}.part")
    unfinished.write_bytes(body)
    unfinished.replace(file)


def _named(folder: Path, key: str, ending: str) -> Path:
    return folder / f"{re.sub(r'[^0-9A-Za-z._-]', '-', key)}.{ending}"
