"""Settle edits from the field that could not be merged, broke a rule, or lacked a right.

    sip conflicts list --layer tree
    sip conflicts show 12
    sip conflicts resolve 12 --theirs
    sip conflicts resolve 12 --mine --set height_m=14.5

An edit that waits changes nothing until somebody settles it: by what the field says (mine), by what
the database says (theirs), or attribute by attribute.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sip import catalogue, usage
from sip.errors import UsageError
from sip.settings import Settings

if TYPE_CHECKING:
    from sip.field.inbox import Conflict
    from sip.field.settle import Decision


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what to do, and with which conflict."""
    below = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = usage.action(below, "list", "List what waits, the latest first.")
    listing.add_argument("--layer", metavar="LAYER", help="only conflicts of this layer")
    listing.add_argument("--all", action="store_true", help="settled ones as well")
    show = usage.action(below, "show", "Show base, theirs and mine, attribute by attribute.")
    resolve = usage.action(below, "resolve", "Settle a conflict, as a whole or by attributes.")
    whole = resolve.add_mutually_exclusive_group()
    whole.add_argument("--mine", dest="whole", action="store_const", const="mine",
                       help="keep what the field says")  # fmt: skip
    whole.add_argument("--theirs", dest="whole", action="store_const", const="theirs",
                       help="keep what the database says")  # fmt: skip
    resolve.add_argument("--field", action="append", default=[], metavar="FIELD=mine|theirs",
                         help="for one attribute, repeatable")  # fmt: skip
    resolve.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE",
                         help="another value (JSON or text), repeatable")  # fmt: skip
    for one in (show, resolve):
        one.add_argument("id", type=int, metavar="ID", help="of the conflict")
    for one in (listing, show, resolve):
        one.add_argument(
            "--as", dest="person", metavar="PERSON", help="whose rights decide (the owner's)"
        )
    for one in (listing, show):
        one.add_argument("--json", action="store_true", help="as JSON, for programs")


def run(args: argparse.Namespace, settings: Settings) -> int:
    """List, show or resolve."""
    from sip.field import inbox, settle
    from sip.field.session import acting

    with acting(settings, args.person) as connection:
        if args.action == "list":
            found = inbox.listed(connection, layer=args.layer, with_settled=args.all)
            _print(found, as_json=args.json)
        elif args.action == "show":
            _show(inbox.one(connection, args.id), as_json=args.json)
        else:
            known = catalogue.load(settings.project)
            settle.resolve(connection, args.id, _decision(args), known)
            print(f"conflict {args.id} is settled")
    return 0


def _decision(args: argparse.Namespace) -> Decision:
    from sip.field.settle import Decision

    fields = dict(pairs(args.field, "--field"))
    if any(side not in ("mine", "theirs") for side in fields.values()):
        raise UsageError("--field takes F=mine or F=theirs")
    values = {name: value(text) for name, text in pairs(args.set, "--set")}
    return Decision(args.whole, fields, values)  # type: ignore[arg-type]


def pairs(texts: Sequence[str], option: str) -> list[tuple[str, str]]:
    """Return what an option says several times as F=VALUE.

    Raises:
        UsageError: A text has no =.
    """
    pairs = [text.partition("=") for text in texts]
    if not all(sign for _, sign, _ in pairs):
        raise UsageError(f"{option} takes F=VALUE")
    return [(name, value) for name, _, value in pairs]


def value(text: str) -> str | int | float | bool | None:
    """Return a plain value written as JSON, or as text."""
    try:
        said = json.loads(text)
    except ValueError:
        return text
    return text if isinstance(said, dict | list) else said


def _print(found: Sequence[Conflict], *, as_json: bool) -> None:
    for one in found:
        if as_json:
            print(json.dumps(vars(one), default=str, ensure_ascii=False))
        else:
            row = one.row_id or "new"
            print(f"{one.id}  {one.state}  {one.layer} {row}  {one.who} {one.at:%Y-%m-%d %H:%M}")
            print(f"    {one.reason_en}")


def _show(one: Conflict, *, as_json: bool) -> None:
    _print([one], as_json=as_json)
    if as_json:
        return
    sides = [one.base or {}, one.theirs or {}, one.ours or {}]
    for name in dict.fromkeys(name for side in sides for name in side):
        base, theirs, ours = (_said(side.get(name)) for side in sides)
        mark = "!" if name in one.fields else " "
        print(f"  {mark} {name}: base {base} | theirs {theirs} | mine {ours}")


def _said(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."
