"""Planning acts: check files in the APP schemas, and compute what planners need.

    sip plan check plan.gml
    sip plan check FOLDER --json
    sip plan balance --unit precinct --areas land_use --date 2026-06-30
    sip plan coverage --from-year 2015 --to-year 2026 --json
    sip plan compare "Plan before" "Plan after" -o changes.gpkg
    sip plan infill --buildings buildings.gpkg -o infill.gpkg

`check` applies the schema, the 18 attribute rules, the geometry rules, references, code lists and
legal consistency. The rules' words, law and limits are in `layers/planning/app/`. The others read
the registers, layers as `layers/planning/app/analysis.yaml` declares them.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import orjson
import psycopg

from sip import catalogue
from sip.errors import DatabaseError, UsageError
from sip.planning import checking, findings, rules
from sip.planning.analysis import buildings, declared, infill, menu
from sip.planning.analysis import table as tables
from sip.planning.analysis.table import Table
from sip.settings import Settings
from sip.text import LANGUAGES, Language


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = below.add_parser("check", help="apply all rules to files")
    check.add_argument("files", nargs="+", type=Path, metavar="FILE|FOLDER")
    how = check.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="for programs")
    how.add_argument("--geojson", action="store_true", help="findings as a layer, for QGIS")
    check.add_argument("--lang", choices=LANGUAGES, default="en", help="of the messages")
    check.add_argument("--schemas", type=Path, metavar="FOLDER", help="the ministry's XSD files")
    for analysis in menu.ANALYSES.values():
        _analysis(below.add_parser(analysis.id, help=analysis.abstract.en), analysis)


def _analysis(parser: argparse.ArgumentParser, analysis: menu.Analysis) -> None:
    for one in analysis.parameters:
        if one.is_required:
            parser.add_argument(one.name, metavar=one.name.upper(), help=one.title.en)
        else:
            choices = one.choices or None
            name = f"--{one.name.replace('_', '-')}"
            parser.add_argument(name, dest=one.name, choices=choices, help=one.title.en)
    if analysis.id == "infill":
        parser.add_argument("--buildings", type=Path, metavar="FILE", help="not of the register")
        parser.add_argument("--where", metavar="SQL", help="which rows of that file count")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=".gpkg, .geojson, .csv")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="for programs")
    how.add_argument("--geojson", action="store_true", help="as a layer in WGS 84")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="of the titles")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Check, exit 1 where there are errors; or compute."""
    if args.action == "check":
        return _check(args, settings)
    table = _computed(args, settings)
    if args.output is not None:
        tables.write(table, args.output)
        print(f"{len(table.rows)} rows written to {args.output}", file=sys.stderr)
    if args.json or args.geojson:
        made = tables.as_json if args.json else tables.as_features
        sys.stdout.buffer.write(orjson.dumps(made(table, args.lang)) + b"\n")
    elif args.output is None:
        _show(table, args.lang)
    return 0


def _check(args: argparse.Namespace, settings: Settings) -> int:
    book = rules.read(settings.project, checking.today())
    folders = [one for one in (args.schemas, settings.project / "schemas") if one is not None]
    report = checking.check(args.files, book, *folders)
    if args.json or args.geojson:
        made = findings.as_json if args.json else findings.as_geojson
        sys.stdout.buffer.write(orjson.dumps(made(report, args.lang)) + b"\n")
    else:
        print(*findings.as_text(report, args.lang), sep="\n")
    return 1 if report.has_errors else 0


def _computed(args: argparse.Namespace, settings: Settings) -> Table:
    analysis = menu.ANALYSES[args.action]
    found = declared.read(settings.project)
    if getattr(args, "buildings", None) is not None:
        outlines, code = buildings.read(args.buildings, args.where)
        return infill.table(infill.areas(outlines, found.infill), found.infill, code)
    ground = declared.Ground(found, catalogue.load(settings.project))
    named = {one.name: getattr(args, one.name) for one in analysis.parameters}
    given = menu.understood(analysis, named, checking.today())
    try:
        with psycopg.connect(settings.dsn("sip_public")) as connection:
            return analysis.compute(connection, ground, given)
    except psycopg.OperationalError as error:
        raise DatabaseError(f"the database does not answer: {error}") from error
    except KeyError as error:
        raise UsageError(f"analysis.yaml declares no {error}") from error


def _show(table: Table, language: Language) -> None:
    """Print sums where there are some, else all rows, as columns."""
    shown = table.sums or table
    heads = [f"{one.name}" for one in shown.columns]
    rows = [["" if cell is None else str(cell) for cell in row] for row in shown.rows]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    print(table.title[language])
    for row in [heads, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))
    for note in table.notes:
        print(note[language])
