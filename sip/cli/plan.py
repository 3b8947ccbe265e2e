"""Check, import and export planning acts, let them take steps, and compute from them.

    sip plan check plan.gml
    sip plan import delivery.zip --dry-run
    sip plan export 12_MPZP -o plan.gml --version 3.0 --crs 2180
    sip plan step 12_MPZP adopted --date 2026-03-12 --document XX/123/2026
    sip plan life 12_MPZP
    sip plan drawing drawing.tif --act 12_MPZP --scale 1000 --legend legend.pdf
    sip plan balance --unit precinct --areas land_use --date 2026-06-30
    sip plan coverage --from-year 2015 --to-year 2026 --json
    sip plan compare "Plan before" "Plan after" -o changes.gpkg
    sip plan infill --buildings buildings.gpkg -o infill.gpkg

`check` applies the schema, the 18 attribute rules, the geometry rules, references, code lists and
legal consistency. The rules' words, law and limits are in `layers/planning/app/`; what a step needs
stands in `layers/planning/lives/`, and a step is one change set. The others read the registers,
layers as `layers/planning/app/analysis.yaml` declares them.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import shutil
import sys
from collections.abc import Callable
from typing import Any

import orjson
import psycopg

from sip import account, catalogue, shown, symbols, units
from sip.catalogue import Catalogue
from sip.cli._planning import arguments as arguments
from sip.database import counting
from sip.errors import DatabaseError, UsageError
from sip.layer import CodeList
from sip.load import importing as loads
from sip.load import mapping
from sip.planning import checking, drawing, exporting, findings, importing, life, rules
from sip.planning.analysis import buildings, declared, files, infill, menu
from sip.planning.analysis import table as tables
from sip.planning.analysis.table import Column, Table
from sip.settings import Settings
from sip.text import Language


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Check, exit 1 where there are errors; take a step or tell a life; or compute."""
    if args.action in _ACTIONS:
        return _ACTIONS[args.action](args, settings)
    table = _computed(args, settings)
    if args.output is not None:
        files.write(table, args.output, args.lang)
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
    if args.output is not None:
        files.write(findings.as_table(report), args.output, args.lang)
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


def _unit(column: Column, language: Language) -> str:
    sign = units.symbol(column.unit, language) if column.unit else ""
    return f" [{sign}]" if sign else ""


def _show(table: Table, language: Language) -> None:
    """Print sums where there are some, else all rows, as columns."""
    shown = table.sums or table
    heads = [one.title[language] + _unit(one, language) for one in shown.columns]
    rows = [
        [tables.in_words(cell, one, language) for cell, one in zip(row, shown.columns, strict=True)]
        for row in shown.rows
    ]
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    print(table.title[language])
    for row in [heads, *rows]:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))
    for note in table.notes:
        print(note[language])


def _import(args: argparse.Namespace, settings: Settings) -> int:
    found = catalogue.load(settings.project)
    if args.layer:
        return _import_plain(args, settings, found)
    book = rules.read(settings.project, checking.today())
    folders = [one for one in (args.schemas, settings.project / "schemas") if one is not None]
    done = importing.import_files(
        args.files, found, settings, book, folders, is_rehearsal=args.dry_run
    )
    print(*findings.as_text(done.checked, args.lang), sep="\n")
    for note in done.checked.files:
        print(f"{note.file}: APP {', '.join(note.versions)}; axes {dict(note.axes)}")
    for name, report in done.layers.items():
        print(f"{name}: {report}")
    for reference in done.dangling:
        print(f"leads nowhere, kept as it is: {reference}")
    for name, count in done.left.items():
        print(f"{name}: {count} still belong to the former version of an act: import them anew")
    if args.dry_run:
        print("nothing was imported (--dry-run)", file=sys.stderr)
    return 0


def _import_plain(args: argparse.Namespace, settings: Settings, found: Catalogue) -> int:
    fields = dict(mapping.parse(args.map))
    if args.act:
        with psycopg.connect(settings.dsn("sip_owner")) as connection:
            fields = {**importing.of_act(connection, args.act, found.layer(args.layer)), **fields}
    wishes = loads.Wishes(
        fields=fields, crs=args.crs, source_layer=args.source_layer, encoding=args.encoding,
        drops_height=args.force_2d, is_rehearsal=args.dry_run,
    )  # fmt: skip
    done = loads.import_all(args.files, args.layer, found, settings, wishes)
    for file, report in zip(args.files, done, strict=True):
        print(f"{file}: {report}")
    if args.dry_run:
        print("nothing was imported (--dry-run)", file=sys.stderr)
    return 0


def _export(args: argparse.Namespace, settings: Settings) -> int:
    project = catalogue.load(settings.project).project
    book = rules.read(settings.project, checking.today())
    code = args.crs or project.storage_crs
    wish = exporting.Wish(args.acts, args.version, code, args.former)
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        count = exporting.export(connection, args.output, wish, book, project.storage_crs)
    print(f"{count} objects written to {args.output} (APP {wish.version}, EPSG:{code})")
    return 0


def _drawing(args: argparse.Namespace, settings: Settings) -> int:
    found = catalogue.load(settings.project)
    book = rules.read(settings.project, checking.today())
    sheet = drawing.read(args.file)
    try:
        with psycopg.connect(settings.dsn("sip_owner")) as connection:
            act = drawing.target(connection, args.act, found.project.storage_crs)
            former = act.drawing(args.sheet)
            scale = args.scale or (former and former.scale)
            if not scale:
                raise UsageError("the scale of the drawing is not known yet: say --scale 1000")
            checked = drawing.check(sheet, act, scale, book)
            print(*findings.as_text(checked.report, args.lang), sep="\n")
            print(f"{checked.share_pct:.1f} % of the act, {checked.dpi:.0f} dpi at 1:{scale}")
            if checked.report.has_errors or args.dry_run:
                print("nothing was published", file=sys.stderr)
                return 1 if checked.report.has_errors else 0
            local_id = former.local_id if former else args.sheet or f"{act.act.local_id}_Rys1"
            connection.execute("SELECT set_config('sip.language', %s, true)", [args.lang])
            connection.execute("SELECT set_config('sip.application', 'sip plan drawing', true)")
            connection.execute("SELECT set_config('sip.comment', %s, true)", [args.file.name])
            links = _published(args, settings, act, local_id, book.settings.drawing.paper)
            identifier = drawing.register(
                connection, act, sheet, former, local_id=local_id, scale=scale, links=links
            )
            _index(connection, settings, act.crs)
            counting.refresh(connection, found, ["plan_drawing"])
    except psycopg.OperationalError as error:
        raise DatabaseError(f"the database does not answer: {error}") from error
    counting.note_writes(found, settings, ["plan_drawing"])
    print(f"{identifier}\n{links.picture}\n{links.original}")
    return 0


def _published(
    args: argparse.Namespace, settings: Settings, act: drawing.Target, local_id: str, paper: int
) -> drawing.Links:
    """Put picture, legend and the file itself where services read them."""
    from processing import drawing as pictures

    folder = settings.drawings
    account.own(folder, 0o755)
    root = settings.public_url or f"http://{settings.host}:{settings.port}"
    picture = drawing.file_name(act, local_id, ".tif")
    legend = None
    if args.legend is not None:
        legend = drawing.file_name(act, local_id, f"_legenda{args.legend.suffix.lower()}")
        shutil.copyfile(drawing.legend(args.legend), folder / legend)
    with args.file.open("rb") as given:
        digest = hashlib.file_digest(given, "sha256").hexdigest()
    original = drawing.file_name(act, local_id, f"_{digest[:16]}.tif")
    if not (folder / original).is_file():  # one that was handed over is never written anew
        shutil.copyfile(args.file, folder / f"{original}.half")
        (folder / f"{original}.half").replace(folder / original)
    pictures.write(args.file, folder / picture, paper=paper)
    at = f"{root}/drawings/"
    return drawing.Links(at + picture, at + legend if legend else None, at + original, digest)


def _index(connection: psycopg.Connection[Any], settings: Settings, crs: int) -> None:
    """Let the layer of pictures show the drawings of the register."""
    from processing import drawing as pictures

    pictures.index(settings.drawings, drawing.files(connection), crs)


def _symbols(args: argparse.Namespace, settings: Settings) -> int:
    found = catalogue.load(settings.project)
    field = found.layer("plan_land_use").spec.fields["symbol"]
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        used = life.symbols_used(connection)
    unknown = 0
    for one in used:
        text = shown.value(one.symbol, field, found, args.lang, dataclasses.asdict(one))
        dictionary = (one.symbol_class or "-").partition(" ")[0]
        print(f"{one.symbol:12} {dictionary:5} {one.areas:6} {one.area_ha:10.2f} ha  {text}")
        unknown += one.areas if symbols.UNKNOWN[args.lang] in text else 0
    print(f"areas with unknown symbols: {unknown}")
    return 0


def _step(args: argparse.Namespace, settings: Settings) -> int:
    wish = life.Wish(args.state, args.date, args.until, args.document, args.note, args.replaces)
    states = _states(settings)
    try:
        with psycopg.connect(settings.dsn("sip_owner")) as connection:
            connection.execute("SELECT set_config('sip.language', %s, true)", [args.lang])
            connection.execute("SELECT set_config('sip.application', 'sip plan step', true)")
            act = life.take(connection, args.act, wish)
    except psycopg.OperationalError as error:
        raise DatabaseError(f"the database does not answer: {error}") from error
    print(f"{act.title}: {_title(states, act.state, args.lang)}")
    return 0


def _life(args: argparse.Namespace, settings: Settings) -> int:
    states = _states(settings)
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        told = life.tell(connection, args.act)
    title: Callable[[str], str] = lambda state: _title(states, state, args.lang)  # noqa: E731
    print(f"{told.act.title} ({told.act.local_id}): {title(told.act.state)}")
    for one in told.steps:
        until = f" - {one.ends_on}" if one.ends_on else ""
        more = "; ".join(part for part in (one.document, one.law, one.who, one.note) if part)
        print(f"  {one.step_date}{until}  {title(one.state)}  ({more})")
    for step in told.next:
        needs = f"; {' | '.join(step.roles)}" if step.roles else ""
        print(f"  -> {step.state}: {title(step.state)}  ({step.law}{needs})")
    return 0


def _states(settings: Settings) -> CodeList:
    found = catalogue.load(settings.project)
    return found.code_lists[found.lives["plan_act"].codes]


def _title(states: CodeList, state: str, language: str) -> str:
    return next((one.title[language] for one in states.values if one.code == state), state)


_ACTIONS: dict[str, Callable[[argparse.Namespace, Settings], int]] = {
    "check": _check,
    "import": _import,
    "export": _export,
    "drawing": _drawing,
    "symbols": _symbols,
    "step": _step,
    "life": _life,
}
