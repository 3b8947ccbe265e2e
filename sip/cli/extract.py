"""Issue formal extracts from plans (wypis i wyrys), hand them out again, list and check them.

    sip extract issue 266101_1.0001.123/4 266101_1.0001.123/5 --applicant "Jan Kowalski" -o out.pdf
    sip extract again PP.6727.1.2026 -o out.pdf
    sip extract list
    sip extract check
    sip extract templates

`again` writes the very bytes that were issued. `check` looks for gaps in the numbers and for files
that are gone, and prints every document anew from its stored inputs. `templates` copies the
template and its settings into documents/ of the project, where they may be changed.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import shutil
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from sip import catalogue, publish, usage
from sip.catalogue import Catalogue
from sip.errors import UsageError
from sip.extracts import declared as declaring
from sip.extracts import making, register
from sip.report.asking import Connection
from sip.service import Context
from sip.settings import Settings
from sip.state import read_sight, read_states


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    issue = usage.action(
        below, "issue", "Number, print, store and register an extract for one or more plots."
    )
    issue.add_argument("keys", nargs="+", metavar="NUMBER", help="of the plot")
    issue.add_argument(
        "--date", type=usage.day, metavar="DAY", help="the law in force on it (today)"
    )
    issue.add_argument(
        "--applicant", default="", metavar="NAME", help="who asks; for the register alone"
    )
    issue.add_argument(
        "--address", default="", metavar="TEXT", help="of the applicant; for the register alone"
    )
    again = usage.action(below, "again", "Write an extract once more, as it was issued.")
    again.add_argument("number", metavar="NUMBER", help="of the extract")
    for one in (issue, again):
        one.add_argument(
            "-o", "--output", type=Path, required=True, metavar="FILE.pdf", help="file to write"
        )
    usage.action(below, "list", "List what was issued, with dates and fees.")
    usage.action(below, "check", "Check that numbers have no gaps and that files are as issued.")
    usage.action(below, "templates", "Copy the built-in templates into the project.")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Do what is asked."""
    if args.action == "templates":
        return _templates(settings)
    return asyncio.run(_ACTIONS[args.action](args, settings))


async def _issue(args: argparse.Namespace, settings: Settings) -> int:
    declared = declaring.load(settings)
    async with _office(settings) as (now, connection, seen):
        root = settings.public_url or f"http://localhost:{settings.port}"
        document, shape = await making.gather(now, declared, args.keys, args.date, root)
        applicant = {"applicant_name": args.applicant, "applicant_address": args.address}
        async with connection.transaction():
            await connection.execute("SET LOCAL sip.application = 'sip extract'")
            issued = await register.issue(
                connection, settings, seen, declared, document, shape, applicant
            )
        layer = register.register_of(seen, declared)
        _number, body = await register.again(connection, settings, layer, id_=issued.id)
    args.output.write_bytes(body)
    print(f"{issued.number}: {args.output}, {issued.fee_pln} PLN")
    return 0


async def _again(args: argparse.Namespace, settings: Settings) -> int:
    declared = declaring.load(settings)
    async with _office(settings) as (_now, connection, seen):
        layer = register.register_of(seen, declared)
        _number, body = await register.again(connection, settings, layer, number=args.number)
    args.output.write_bytes(body)
    return 0


async def _list(_args: argparse.Namespace, settings: Settings) -> int:
    declared = declaring.load(settings)
    async with _office(settings) as (_now, connection, seen):
        layer = register.register_of(seen, declared)
        for row in reversed(await register.listed(connection, layer, 1_000_000)):
            print(f"{row['extract_no']}  {row['issued_at']:%Y-%m-%d}  {row['fee_pln']:>4} PLN  "
                  f"{row['parcel_ids']}")  # fmt: skip
    return 0


async def _check(_args: argparse.Namespace, settings: Settings) -> int:
    declared = declaring.load(settings)
    async with _office(settings) as (_now, connection, seen):
        layer = register.register_of(seen, declared)
        wrong = await register.check(connection, settings, layer)
        for error in wrong:
            print(f"sip extract: {error}", file=sys.stderr)
        rows = await register.listed(connection, layer, 1_000_000)
        others = [] if wrong else [
            row["extract_no"]
            for row in rows
            if not await register.is_reproducible(
                connection, settings, layer, row["extract_no"]
            )
        ]  # fmt: skip
    for number in others:
        print(f"{number}: this version would print it otherwise; what was issued is stored",
              file=sys.stderr)  # fmt: skip
    print(f"{len(rows)} extracts, {len(wrong)} problems")
    return 1 if wrong else 0


def _templates(settings: Settings) -> int:
    folder = settings.project / declaring.FOLDER
    folder.mkdir(exist_ok=True)
    for name in declaring.FILES:
        if (folder / name).exists():
            raise UsageError(f"{folder / name} is there already and is left as it is")
        shutil.copyfile(declaring.BUILT_IN / name, folder / name)
        print(folder / name)
    return 0


@contextlib.asynccontextmanager
async def _office(settings: Settings) -> AsyncIterator[tuple[Context, Connection, Catalogue]]:
    """Lend what everybody reads, a connection as the owner, and the catalogue as he sees it."""
    import asyncpg

    generation = publish.current(settings)
    found = publish.snapshot(generation) if generation else catalogue.load(settings.project)
    connection = await asyncpg.connect(settings.dsn())
    async with asyncpg.create_pool(settings.dsn("sip_public"), min_size=1, max_size=1) as pool:
        try:
            sight = await read_sight(connection, found, "sip_owner")
            now = Context(found, settings, settings.published, pool, await read_states(pool))
            yield now, connection, found.seen(sight)
        finally:
            await connection.close()


_ACTIONS = {"issue": _issue, "again": _again, "list": _list, "check": _check}
