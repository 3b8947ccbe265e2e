"""Proposals of a run are put before the reviewers; a second time nothing changes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

import shapely
from psycopg import Connection
from psycopg.types.json import Jsonb

from sip.errors import UsageError
from sip.field import rows
from sip.field.merge import Values
from sip.field.part import Part
from sip.proposals import joining
from sip.proposals.found import Found

type Aim = Literal["present", "gone"]
_RUN = """
INSERT INTO sip.proposal_run (run, theme, layer, aim, file, found, matched, unmet, parameters)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_ADD = """
INSERT INTO sip.proposal (run, theme, layer, aim, source, kind, row_id, seen, near_id, distance_m,
    confidence, before, said, picture, profile, geom)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s,
    ST_SetSRID(decode(%s, 'hex')::geometry, %s))
ON CONFLICT (layer, run, aim, source) DO NOTHING
"""
_THERE = "SELECT source FROM sip.proposal WHERE (layer, run, aim) = (%s, %s, %s)"
_WITHDRAW = """
DELETE FROM sip.proposal
WHERE state = 'open' AND run = %(run)s AND (%(layer)s::text IS NULL OR layer = %(layer)s)
"""
_EMPTY = """
DELETE FROM sip.proposal_run AS r
WHERE run = %(run)s AND (%(layer)s::text IS NULL OR layer = %(layer)s) AND NOT EXISTS (
    SELECT FROM sip.proposal AS p WHERE (p.layer, p.run, p.aim) = (r.layer, r.run, r.aim))
"""


@dataclasses.dataclass(frozen=True)
class Evidence:
    """What lets a person judge an object."""

    picture: str | None = None
    """SHA-256 of a stored picture from above."""
    profile: Sequence[tuple[float, float]] = ()
    """Distances along a line across it, and heights over ground, in metres."""


@dataclasses.dataclass(frozen=True)
class Run:
    """What is compared, and how."""

    name: str
    file: str
    aim: Aim = "present"
    """Whether the file's objects are there, or are gone (felled trees)."""
    reach_m: float = 3.0
    """Farthest row that may be the same object."""
    tolerances: Mapping[str, float] = dataclasses.field(default_factory=dict)
    """Differences of numbers that are none, by field; 1 where nothing is said."""
    without: Part | None = None
    """New objects are only those that have no row of this register (addresses) in or near them."""
    among: Values = dataclasses.field(default_factory=dict)
    """Values that a row must have to be the same object."""


@dataclasses.dataclass(frozen=True)
class Summary:
    """What came of a run."""

    found: int
    matched: int
    added: Mapping[str, int]
    """By kind."""
    left_out: int
    """Gone objects of which the register has no row, or objects that another register knows."""


@dataclasses.dataclass(frozen=True)
class _Proposal:
    one: Found
    kind: str
    said: Values
    pair: joining.Pair | None = None
    before: Values = dataclasses.field(default_factory=dict)


def add(
    connection: Connection[Any],
    part: Part,
    found: Sequence[Found],
    run: Run,
    evidence_of: Callable[[Found], Evidence],
) -> Summary:
    """Join what was found to a register, and keep as proposals what is new, differs, or is gone.

    Args:
        connection: A transaction of somebody who may edit the register.
        part: The register.
        found: The objects.
        run: How they are compared.
        evidence_of: Makes the evidence of an object; is asked for proposals only.

    Raises:
        UsageError: They may not edit the register, or it has no geometry.
    """
    if not part.may_edit or part.layer.spec.geometry is None:
        raise UsageError(
            f"you may not edit {part.id}, so you may not propose either",
            pl=f"nie wolno Ci edytować {part.id}, więc i proponować",
        )
    pairs = joining.pairs(connection, part, found, reach_m=run.reach_m, among=run.among)
    proposals = _proposals(connection, part, found, pairs, run)
    settings = {
        "reach_m": run.reach_m,
        "tolerances": dict(run.tolerances),
        "without": run.without.id if run.without else None,
        "among": dict(run.among),
    }
    key = (run.name, part.layer.theme, part.id, run.aim)
    unmet = joining.unmet(connection, part, found, pairs, reach_m=run.reach_m, among=run.among)
    counts = [len(found), len(pairs), unmet if run.aim == "present" else 0]
    connection.execute(_RUN, [*key, run.file, *counts, Jsonb(settings)])
    there = {one for (one,) in connection.execute(_THERE, [part.id, run.name, run.aim])}
    elsewhere = _elsewhere(connection, proposals, run)
    proposals = [
        one for place, one in enumerate(proposals)
        if place not in elsewhere and one.one.source not in there
    ]  # fmt: skip
    near = joining.nearest(connection, part, [one.one for one in proposals], run.among)
    added = dict.fromkeys(("new", "changed", "gone"), 0)
    for place, one in enumerate(proposals):
        proof = evidence_of(one.one)
        near_id, away = near.get(place, (None, None))
        row_id, version, apart = (
            (one.pair.row_id, one.pair.version, one.pair.distance_m)
            if one.pair
            else (None, None, away)
        )
        done = connection.execute(_ADD, [
            *key, one.one.source, one.kind, row_id, version, row_id or near_id, apart,
            one.one.confidence, Jsonb(one.before), Jsonb(one.said), proof.picture,
            Jsonb([list(point) for point in proof.profile]) if proof.profile else None,
            shapely.to_wkb(shapely.force_2d(one.one.shape), hex=True), part.crs,
        ])  # fmt: skip
        added[one.kind] += done.rowcount
    left_out = len(found) - len(pairs) if run.aim == "gone" else len(elsewhere)
    return Summary(len(found), len(pairs), added, left_out)


def withdraw(connection: Connection[Any], run: str, layer: str | None = None) -> int:
    """Remove the proposals of a run that wait for a decision, as if they had never been added.

    What was decided stays, and is not proposed again by a file of the same run.

    Args:
        connection: A transaction of the registers' owner.
        run: Its name.
        layer: The register; all of them where None.

    Returns:
        How many there were.
    """
    gone = connection.execute(_WITHDRAW, {"run": run, "layer": layer}).rowcount
    connection.execute(_EMPTY, {"run": run, "layer": layer})
    return gone


def _elsewhere(
    connection: Connection[Any], proposals: Sequence[_Proposal], run: Run
) -> frozenset[int]:
    """Return the places of new objects that another register knows."""
    if run.without is None:
        return frozenset()
    shapes = [one.one for one in proposals]
    known = joining.known(connection, run.without, shapes, reach_m=run.reach_m)
    return frozenset(place for place in known if proposals[place].kind == "new")


def _proposals(
    connection: Connection[Any],
    part: Part,
    found: Sequence[Found],
    pairs: Sequence[joining.Pair],
    run: Run,
) -> list[_Proposal]:
    now = rows.read(connection, part, [one.row_id for one in pairs])
    paired = {one.place: one for one in pairs if one.row_id in now}
    made = []
    for place, one in enumerate(found):
        pair = paired.get(place)
        if pair is None:
            if run.aim == "present":
                made.append(_Proposal(one, "new", {**one.said, **one.if_new}))
            continue
        values = now[pair.row_id].values
        said = joining.difference(one.said, values, run.tolerances)
        before = {name: values.get(name) for name in said}
        if run.aim == "gone":
            made.append(_Proposal(one, "gone", said, pair, before))
        elif said:
            made.append(_Proposal(one, "changed", said, pair, before))
    return made
