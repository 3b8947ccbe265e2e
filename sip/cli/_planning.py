"""What `sip plan` is told: its actions and their options."""

from __future__ import annotations

import argparse
from pathlib import Path

from sip import settings, usage
from sip.planning import exporting
from sip.planning.analysis import menu
from sip.text import LANGUAGES, Language, Text

_ACT = "identifier, local identifier or title"
_CHECK = """Check files of planning acts against all rules; exit 1 if one is broken.

    sip plan check plan.gml -o findings.gpkg

It reads APP files, folders of them and ZIP archives, and writes nothing but -o.
"""
_IMPORT = """Take planning acts into the registers, checked by all rules.

    sip plan import delivery.zip --dry-run
    sip plan import zones.shp --layer plan_zone --act 12_MPZP --map symbol=SYM --crs 2178

APP files go where they belong; other files need --layer.
"""
_EXPORT = """Write acts as one file in an APP schema: those that are named, or all."""
_SYMBOLS = """Tell what the symbols of land use in the register mean, and which are unknown."""
_DRAWING = """Check the drawing of an act, and publish it.

    sip plan drawing drawing.tif --act 12_MPZP --scale 1000 --legend legend.pdf

It reads a georeferenced GeoTIFF; picture, legend and file are then served, and the register names
them.
"""
_STEP = """Let an act take a step, as one change set.

    sip plan step 12_MPZP adopted --date 2026-03-12 --document XX/123/2026

`sip plan life` tells which steps an act can take, and what they need.
"""
_LIFE = """Tell the life of an act: its steps, and those that it can take."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    language = settings.language()
    _of_checks(usage.action(below, "check", _CHECK), language)
    for analysis in menu.ANALYSES.values():
        _of_analysis(usage.action(below, analysis.id, analysis.abstract[language]), analysis)
    _of_imports(usage.action(below, "import", _IMPORT), language)
    _of_exports(usage.action(below, "export", _EXPORT))
    _in_language(usage.action(below, "symbols", _SYMBOLS), language)
    _of_drawings(usage.action(below, "drawing", _DRAWING), language)
    step = usage.action(below, "step", _STEP)
    life = usage.action(below, "life", _LIFE)
    for one in (step, life):
        one.add_argument("act", metavar="ACT", help=_ACT)
        _in_language(one, language)
    _of_steps(step)


def _in_language(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=language, help="language of the words (%(default)s)"
    )


def _for_programs(parser: argparse.ArgumentParser) -> None:
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--json", action="store_true", help="as JSON, for programs")
    how.add_argument("--geojson", action="store_true", help="as GeoJSON, in WGS 84")


def _of_checks(parser: argparse.ArgumentParser, language: Language) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE|FOLDER", help="files to check")
    _for_programs(parser)
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="findings with their look: .gpkg, .csv"
    )
    _in_language(parser, language)
    _with_schemas(parser)


def _with_schemas(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--schemas", type=Path, metavar="FOLDER", help="the ministry's XSD files (schemas/)"
    )


def _of_imports(parser: argparse.ArgumentParser, language: Language) -> None:
    add = parser.add_argument
    add("files", nargs="+", type=Path, metavar="FILE|FOLDER|ZIP", help="files to import")
    add("--dry-run", action="store_true", help="only say what would be done")
    _with_schemas(parser)
    add("--layer", metavar="LAYER", help="where rows of files go that are not APP")
    add("--act", metavar="ACT", help="which act those rows belong to")
    add("--map", action="append", default=[], metavar="FIELD=COLUMN|FILE.yaml",
        help="where a field's values come from, repeatable; or a mapping file")  # fmt: skip
    add("--crs", type=int, metavar="EPSG", help="of a file that does not say it")
    add("--source-layer", metavar="NAME", help="which layer of a file with several")
    add("--encoding", metavar="NAME", help="of a text that does not say it, as CP1250")
    add("--force-2d", action="store_true", help="drop heights")
    _in_language(parser, language)


def _of_exports(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("acts", nargs="*", metavar="ACT", help="identifier or dataset (all acts)")
    add("-o", "--output", required=True, type=Path, metavar="FILE.gml", help="file to write")
    add("--version", choices=exporting.VERSIONS, default="3.0", help="of APP (%(default)s)")
    add("--crs", type=int, choices=exporting.CRS, help="EPSG code (that of the registers)")
    add("--former", action="store_true", help="former versions as well")


def _of_drawings(parser: argparse.ArgumentParser, language: Language) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="FILE.tif", help="a georeferenced GeoTIFF")
    add("--act", required=True, metavar="ACT", help=_ACT)
    add("--legend", type=Path, metavar="FILE", help="a PDF or a picture")
    add("--scale", type=int, metavar="N", help="1:N (that of the register)")
    add("--sheet", metavar="ID", help="local identifier, where an act has several drawings")
    add("--dry-run", action="store_true", help="only say what would be done")
    _in_language(parser, language)


def _of_steps(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("state", metavar="STATE", help="where the step leads (sip plan life)")
    add("--date", type=usage.day, metavar="DAY", help="of the step (today)")
    add("--until", type=usage.day, metavar="DAY", help="last day of a public display")
    add("--document", metavar="DOCUMENT", help="identifier, local identifier or number")
    add("--note", metavar="TEXT", help="what should be remembered")
    add("--replaces", action="append", default=[], metavar="ACT",
        help="an act that gives way, repeatable")  # fmt: skip


def _of_analysis(parser: argparse.ArgumentParser, analysis: menu.Analysis) -> None:
    add = parser.add_argument
    language = settings.language()
    for one in analysis.parameters:
        told = one.title[language] + (_NAMED[language] if one.kind == "act" else "")
        if one.is_required:
            add(one.name, metavar=_METAVARS[one.kind], help=told)
        elif one.choices:
            told += "" if one.default is None else f" ({one.default})"
            add(f"--{one.name.replace('_', '-')}", dest=one.name, choices=one.choices, help=told)
        else:
            name = f"--{one.name.replace('_', '-')}"
            add(name, dest=one.name, metavar=_METAVARS[one.kind], help=told)
    if analysis.id == "infill":
        add("--buildings", type=Path, metavar="FILE", help="outlines that are not of the register")
        add("--where", metavar="SQL", help="which rows of that file count")
    add("-o", "--output", type=Path, metavar="FILE", help="file to write: .gpkg, .geojson, .csv")
    _for_programs(parser)
    _in_language(parser, language)


_NAMED = Text(pl=" (identyfikator albo tytuł)", en=" (identifier or title)")
_METAVARS = {"text": "TEXT", "date": "DAY", "year": "YEAR", "act": "ACT", "gmina": "TERYT"}
