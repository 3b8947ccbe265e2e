"""Decide on what flights propose to registers: nothing enters by itself.

    sip proposals add trees.parquet --layer tree --run 2026 --picture ortho.tif --layout rgbi
    sip proposals list --layer tree --kind new
    sip proposals accept 812 --set species=Tilia
    sip proposals reject 813 --note "a bush"
    sip proposals accept --run 2026 --layer tree --kind new --confidence 0.8
    sip proposals score
    sip proposals withdraw --run 2026

The objects of a file are joined to the rows of a register; what is new, changed or gone waits until
somebody decides. `accept` and `reject` take one proposal, or all that a rule of --run, --layer and
--kind names.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sip import catalogue, usage
from sip.cli.conflicts import pairs, value
from sip.errors import UsageError
from sip.settings import Settings

if TYPE_CHECKING:
    import psycopg

    from sip.catalogue import Catalogue
    from sip.field.merge import Values
    from sip.proposals.adding import Evidence
    from sip.proposals.found import Found
    from sip.proposals.review import Proposal


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what to do, and with what."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = usage.action(below, "add", _ADD)
    _of_objects(add)
    listing = usage.action(below, "list", "List what waits, the surest first.")
    accept = usage.action(below, "accept", "Accept a proposal, or all of a rule: rows are changed.")
    reject = usage.action(below, "reject", "Reject a proposal, or all of a rule.")
    score = usage.action(below, "score", "Tell precision and recall of each run by the decisions.")
    withdraw = usage.action(below, "withdraw", "Take back what waits, as if it was never added.")
    for one in (add, listing, accept, reject, withdraw):
        is_needed = one is add
        one.add_argument("--layer", metavar="LAYER", required=is_needed, help="the register")
        one.add_argument("--run", metavar="NAME", required=is_needed, help="name of the flight")
    for one in (listing, accept, reject):
        one.add_argument("--kind", choices=("new", "changed", "gone"), help="of proposals")
    for one in (accept, reject):
        _of_decisions(one)
    accept.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help=_VALUE)
    reject.set_defaults(set=[])
    listing.add_argument("--all", action="store_true", help="decided ones as well")
    for one in (add, listing, score):
        one.add_argument("--json", action="store_true", help="as JSON, for programs")
    for one in (add, listing, accept, reject, score, withdraw):
        one.add_argument(
            "--as", dest="person", metavar="PERSON", help="whose rights decide (the owner's)"
        )


_VALUE = "a value (JSON or text), repeatable"
_ADD = """Compare the objects of a file with a register, and propose what differs.

    sip proposals add trees.parquet --layer tree --run 2026 --field crown_diameter_m=crown_m
    sip proposals add felled.parquet --layer tree --run 2026 --gone --set valid_to=2026-05-31

With --picture and --heights each proposal has its picture and profile, by which to decide. What was
proposed and decided before is not proposed again.
"""


def _of_objects(parser: argparse.ArgumentParser) -> None:
    """Declare what is said of the objects of a file."""
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help="GeoParquet, GeoPackage, GeoJSON")
    add("--gone", action="store_true", help="the file's objects are gone: felled, pulled down")
    add("--reach", type=float, default=3.0, metavar="M",
        help="farthest row that may be the same, in metres (%(default)s)")  # fmt: skip
    add("--without", metavar="LAYER", help="new ones only where this layer has no row")
    add("--among", action="append", default=[], metavar="FIELD=VALUE", help="only such rows match")
    add("--only", action="append", default=[], metavar="COLUMN=VALUE", help="only such objects")
    add("--field", action="append", default=[], metavar="FIELD=COLUMN",
        help="where a field's values come from, repeatable")  # fmt: skip
    add("--set", action="append", default=[], metavar="FIELD=VALUE", help=_VALUE)
    add("--new", action="append", default=[], metavar="FIELD=VALUE",
        help="a value of new ones alone; {n} counts")  # fmt: skip
    add("--tolerance", action="append", default=[], metavar="FIELD=X",
        help="up to which a difference is none")  # fmt: skip
    add("--id", metavar="COLUMN", help="by which objects are told apart (by where they lie)")
    add("--picture", type=Path, metavar="TIF", help="orthophoto, for the evidence")
    add("--layout", choices=("rgb", "cir", "rgbi"), help="bands of the orthophoto")
    add("--heights", type=Path, metavar="TIF", help="heights over ground, for the profile")


def _of_decisions(parser: argparse.ArgumentParser) -> None:
    """Declare one proposal, or a rule."""
    add = parser.add_argument
    add("id", type=int, nargs="?", metavar="ID", help="of the proposal; none with a rule")
    add("--confidence", type=float, metavar="X", help="of a rule: this much or more, 0 to 1")
    add("--distance", type=float, metavar="M", help="of a rule: the row is this near, in metres")
    add("--farther", type=float, metavar="M", help="of a rule: no row is nearer, in metres")
    add("--note", default="", metavar="TEXT", help="why, for those who read it later")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Add, list, decide or score."""
    from sip.field.session import acting

    known = catalogue.load(settings.project)
    with acting(settings, args.person) as connection:
        match args.action:
            case "add":
                _add(args, settings, known, connection)
            case "list":
                _list(args, known, connection)
            case "score":
                _score(args, connection)
            case "withdraw":
                _withdraw(args, connection)
            case _ if args.id is None:
                return _by_rule(args, connection)
            case _:
                _decide(args, known, connection)
    return 0


def _add(
    args: argparse.Namespace,
    settings: Settings,
    known: Catalogue,
    connection: psycopg.Connection[Any],
) -> None:
    from sip.field.part import parts
    from sip.proposals.adding import Run, add
    from sip.proposals.found import Reading, read_found

    (part,) = parts(known, [args.layer], connection)
    other = parts(known, [args.without], connection)[0] if args.without else None
    reading = Reading(
        dict(pairs(args.field, "--field")), _values(args.set, "--set"), identifier=args.id,
        if_new=_values(args.new, "--new"), only=dict(pairs(args.only, "--only")),
    )  # fmt: skip
    among = _values(args.among, "--among")
    tolerances = {name: float(text) for name, text in pairs(args.tolerance, "--tolerance")}
    file: Path = args.file
    made = add(
        connection,
        part,
        read_found(file, part, reading),
        Run(args.run, file.name, "gone" if args.gone else "present", args.reach, tolerances, other,
            among),
        lambda one: _evidence(one, part.crs, args, settings),
    )  # fmt: skip
    if args.json:
        print(json.dumps(dataclasses.asdict(made)))
        return
    print(f"{made.found} found, {made.matched} known, {made.left_out} left out")
    new, changed, gone = (made.added[kind] for kind in ("new", "changed", "gone"))
    print(f"proposals added: {new} new, {changed} changed, {gone} gone")


def _values(texts: Sequence[str], option: str) -> Values:
    return {name: value(text) for name, text in pairs(texts, option)}


def _withdraw(args: argparse.Namespace, connection: psycopg.Connection[Any]) -> None:
    from sip.proposals.adding import withdraw

    if not args.run or args.person:
        raise UsageError("sip proposals withdraw --run NAME, as the owner of the registers")
    print(f"proposals withdrawn: {withdraw(connection, args.run, args.layer)}")


def _evidence(one: Found, crs: int, args: argparse.Namespace, settings: Settings) -> Evidence:
    from processing.ortho import evidence
    from sip.files import store
    from sip.proposals.adding import Evidence

    digest, profile = None, []
    if args.picture:
        place = evidence.shape_in(one.place, crs, args.picture)
        picture = evidence.picture_of(args.picture, place, layout=args.layout)
        digest = store.put(settings, picture) if picture else None
    if args.heights:
        place = evidence.shape_in(one.place, crs, args.heights)
        profile = evidence.profile_of(args.heights, place)
    return Evidence(digest, profile)


def _list(args: argparse.Namespace, known: Catalogue, connection: psycopg.Connection[Any]) -> None:
    from sip.proposals import review

    which = {"layer": args.layer, "run": args.run, "kind": args.kind, "decided": args.all}
    found = review.listed(connection, **which)
    names = review.names(connection, found, known)
    for one in found:
        if args.json:
            print(json.dumps(vars(one), default=str, ensure_ascii=False))
            continue
        print(f"{one.id}: {one.kind} {one.layer}, {', '.join(_told(one, names.get(one.id)))}")
        for name, new in one.said.items():
            print(f"    {name}: {_shown(one.before.get(name))} → {_shown(new)}")
    if not args.json and len(found) < (total := review.waiting(connection, **which)):
        print(f"{len(found)} of {total}, the surest; narrow it down with --layer, --run, --kind")


def _told(one: Proposal, name: str | None) -> list[str]:
    """Return the phrases that say where it is, how sure, and what became of it."""
    if one.distance_m is None:
        where = "no row near"
    else:
        called = name or one.near_id
        what = f"row {called}" if one.row_id else f"nearest row {called}"
        where = f"{what} at {one.distance_m:.2f} m"
    sure = [] if one.confidence is None else [f"confidence {one.confidence:.2f}"]
    return [where, *sure, f"run {one.run}", one.state]


def _shown(one: object) -> str:
    return "–" if one is None else str(one)


def _decide(
    args: argparse.Namespace, known: Catalogue, connection: psycopg.Connection[Any]
) -> None:
    from sip.proposals import review

    filled = {name: value(text) for name, text in pairs(args.set, "--set")}
    became = review.decide(
        connection, args.id, known,
        accepts=args.action == "accept", note=args.note, filled=filled,
    )  # fmt: skip
    if args.action == "reject":
        print(f"proposal {args.id} is rejected")
    else:
        print(f"proposal {args.id} is accepted: row {became}")


def _by_rule(args: argparse.Namespace, connection: psycopg.Connection[Any]) -> int:
    from sip.proposals import review

    if not (args.run and args.layer and args.kind):
        raise UsageError("a rule says --run, --layer and --kind (and --confidence, --distance)")
    rule = review.Rule(
        args.layer, args.run, args.kind, args.confidence, args.distance, args.farther
    )
    done, refused = review.decide_by_rule(
        connection, rule, accepts=args.action == "accept", note=args.note
    )
    print(f"{done} decided, {len(refused)} refused")
    for identifier, why in refused.items():
        print(f"    {identifier}: {why}")
    return int(bool(refused))


def _score(args: argparse.Namespace, connection: psycopg.Connection[Any]) -> None:
    from sip.proposals import review

    found = review.standings(connection)
    for one in found:
        told = {
            **dataclasses.asdict(one), "precision": one.precision,
            "recall": review.recall(one, found),
        }  # fmt: skip
        if args.json:
            print(json.dumps(told, default=str))
            continue
        what = "what is there" if one.aim == "present" else "what is gone"
        print(f"{one.run}: {one.layer}, {what}")
        print(
            f"    found {one.found}, known {one.matched}, rows unmet {one.unmet}, open {one.open}"
        )
        print(f"    precision {_share(one.precision)}, recall {_share(told['recall'])}")


def _share(one: float | None) -> str:
    return "–" if one is None else f"{one:.1%}"
