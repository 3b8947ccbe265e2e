"""Proposals are looked at, accepted or rejected one by one or by a rule, and runs are scored."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

import psycopg
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from sip.catalogue import Catalogue
from sip.errors import DataError, NotFound
from sip.field import reasons
from sip.field.merge import Values
from sip.field.part import parts

_COLUMNS = (
    "id, run, theme, layer, source, kind, row_id, seen, near_id, distance_m, confidence, before,"
    " said, filled, picture, profile, state, note, decided_by, decided_at, became,"
    " ST_AsGeoJSON(ST_Transform(geom, 4326), 7)::json AS geometry,"
    " ARRAY[ST_XMin(ST_Transform(geom, 4326)), ST_YMin(ST_Transform(geom, 4326)),"
    " ST_XMax(ST_Transform(geom, 4326)), ST_YMax(ST_Transform(geom, 4326))] AS box"
)
_ASKED = """
FROM sip.proposal
WHERE (%(layer)s::text IS NULL OR layer = %(layer)s) AND (%(run)s::text IS NULL OR run = %(run)s)
    AND (%(kind)s::text IS NULL OR kind = %(kind)s) AND (state = 'open' OR %(decided)s)
"""
_LISTED = f"SELECT {_COLUMNS} {_ASKED} ORDER BY confidence DESC NULLS LAST, id LIMIT %(limit)s"
_RUNS = """
SELECT r.run, r.layer, r.file, r.who, r.at, r.found, r.matched, r.unmet,
    count(*) FILTER (WHERE state = 'open') AS open,
    count(*) FILTER (WHERE state = 'accepted' AND kind = 'new') AS accepted_new,
    count(*) FILTER (WHERE state = 'rejected' AND kind = 'new') AS rejected_new,
    count(*) FILTER (WHERE state = 'accepted' AND kind = 'changed') AS accepted_changed,
    count(*) FILTER (WHERE state = 'rejected' AND kind = 'changed') AS rejected_changed,
    count(*) FILTER (WHERE state = 'accepted' AND kind = 'gone') AS accepted_gone,
    count(*) FILTER (WHERE state = 'rejected' AND kind = 'gone') AS rejected_gone,
    r.aim
FROM sip.proposal_run AS r LEFT JOIN sip.proposal AS p USING (layer, run, aim)
GROUP BY r.layer, r.run, r.aim ORDER BY r.at DESC, r.run, r.layer, r.aim
"""
_BY_RULE = (
    "SELECT proposal, refused FROM sip.decide_by_rule("
    "%s, %s, %s, %s, %s::float8, %s::float8, %s::float8, %s)"
)


@dataclasses.dataclass(frozen=True)
class Proposal:
    """One proposal."""

    id: int
    run: str
    theme: str
    layer: str
    source: str
    """What tells it apart in its file."""
    kind: str
    row_id: int | None
    seen: int | None
    near_id: int | None
    distance_m: float | None
    confidence: float | None
    before: Values
    said: Values
    filled: Values
    picture: str | None
    profile: list[list[float]] | None
    state: str
    note: str
    decided_by: str | None
    decided_at: datetime.datetime | None
    became: int | None
    geometry: dict[str, Any]
    box: list[float]


@dataclasses.dataclass(frozen=True)
class Standing:
    """A run, and what has been decided about it."""

    run: str
    layer: str
    file: str
    who: str
    at: datetime.datetime
    found: int
    matched: int
    unmet: int
    """Rows amid the objects that none of them is: gone, or missed by the flight."""
    open: int
    accepted_new: int
    rejected_new: int
    accepted_changed: int
    rejected_changed: int
    accepted_gone: int
    rejected_gone: int
    aim: str

    @property
    def is_judged(self) -> bool:
        """Whether anybody has decided anything, or nothing waits."""
        decided = (self.accepted_new, self.rejected_new, self.accepted_changed,
                   self.rejected_changed, self.accepted_gone, self.rejected_gone)  # fmt: skip
        return any(decided) or not self.open

    @property
    def precision(self) -> float | None:
        """Share of what was decided that was right; a match without a difference counts as right.

        None while nothing is decided of what waits.
        """
        if not self.is_judged:
            return None
        right = self.accepted_new + self.accepted_changed + self.accepted_gone
        wrong = self.rejected_new + self.rejected_changed + self.rejected_gone
        if self.aim == "present":
            right += self.matched - self.accepted_changed
            wrong -= self.rejected_changed  # the object is there, its numbers are doubted
        return right / (right + wrong) if right + wrong else None


@dataclasses.dataclass(frozen=True)
class Rule:
    """Which proposals are decided together."""

    layer: str
    run: str
    kind: str
    least_confidence: float | None = None
    most_distance_m: float | None = None
    least_distance_m: float | None = None


def listed(
    connection: psycopg.Connection[Any],
    *,
    layer: str | None = None,
    run: str | None = None,
    kind: str | None = None,
    decided: bool = False,
    limit: int = 200,
) -> list[Proposal]:
    """Return the proposals that the caller may decide, the surest first."""
    asked = {"layer": layer, "run": run, "kind": kind, "decided": decided, "limit": limit}
    with connection.cursor(row_factory=class_row(Proposal)) as cursor:
        return cursor.execute(_LISTED.encode(), asked).fetchall()


def waiting(
    connection: psycopg.Connection[Any],
    *,
    layer: str | None = None,
    run: str | None = None,
    kind: str | None = None,
    decided: bool = False,
) -> int:
    """Return how many proposals there are that the caller may decide, as `listed` asks for them."""
    asked = {"layer": layer, "run": run, "kind": kind, "decided": decided}
    found = connection.execute(f"SELECT count(*) {_ASKED}".encode(), asked).fetchone()
    return int(found[0]) if found else 0


def one(connection: psycopg.Connection[Any], identifier: int) -> Proposal:
    """Return one proposal.

    Raises:
        NotFound: There is none, or it is not for the caller.
    """
    with connection.cursor(row_factory=class_row(Proposal)) as cursor:
        query = f"SELECT {_COLUMNS} FROM sip.proposal WHERE id = %s"
        found = cursor.execute(query.encode(), [identifier]).fetchone()
    if found is None:
        raise NotFound(
            f"there is no proposal {identifier}, or it is not for you",
            pl=f"nie ma propozycji {identifier} albo nie jest dla Ciebie",
        )
    return found


def versions(connection: psycopg.Connection[Any], some: list[Proposal]) -> dict[int, int | None]:
    """Return the present version of the row of each proposal that has one; None if it is gone."""
    made: dict[int, int | None] = {}
    for theme, layer in sorted({(each.theme, each.layer) for each in some if each.row_id}):
        ids = [each.row_id for each in some if each.layer == layer and each.row_id]
        query = psycopg.sql.SQL("SELECT id, row_version FROM {} WHERE id = ANY (%s)").format(
            psycopg.sql.Identifier(theme, layer)
        )
        now = dict(connection.execute(query, [ids]).fetchall())
        made |= {
            each.id: now.get(each.row_id) for each in some if each.layer == layer and each.row_id
        }
    return made


def names(
    connection: psycopg.Connection[Any], some: Sequence[Proposal], catalogue: Catalogue
) -> dict[int, str]:
    """Return what the row of each proposal, or the nearest one, is called, where it has a name."""
    made: dict[int, str] = {}
    for layer in sorted({each.layer for each in some if each.near_id}):
        (part,) = parts(catalogue, [layer], connection)
        field = part.layer.spec.name_field
        if field not in part.fields:
            continue
        query = psycopg.sql.SQL("SELECT id, {}::text FROM {} WHERE id = ANY (%s)").format(
            psycopg.sql.Identifier(field or ""), part.source
        )
        ids = [each.near_id for each in some if each.layer == layer]
        called = dict(connection.execute(query, [ids]).fetchall())
        made |= {
            each.id: called[each.near_id]
            for each in some
            if each.layer == layer and called.get(each.near_id)
        }
    return made


def decide(
    connection: psycopg.Connection[Any],
    identifier: int,
    catalogue: Catalogue,
    *,
    accepts: bool,
    note: str = "",
    filled: Values | None = None,
    seen: int | None = None,
) -> int | None:
    """Accept or reject a proposal under the caller's rights; return the row that it became.

    Args:
        connection: A transaction of the caller.
        identifier: The proposal.
        catalogue: It knows the rules by name.
        accepts: Whether it is right.
        note: Why, for those who read it later.
        filled: What the reviewer adds to what the flight says, or says otherwise.
        seen: The version of the row that was looked at, where it was changed meanwhile.

    Raises:
        NotFound: There is no such proposal for the caller.
        DataError: The register refuses, or somebody else decided otherwise; nothing is changed.
    """
    known = one(connection, identifier)
    arguments = [identifier, accepts, note, Jsonb(dict(filled or {})), seen]
    try:
        with connection.transaction():
            row = connection.execute("SELECT sip.decide(%s, %s, %s, %s, %s)", arguments).fetchone()
    except psycopg.Error as error:
        if connection.broken:
            raise
        if error.sqlstate in ("SIP01", "SIP04"):
            said = error.diag.message_primary or str(error)
            raise DataError(said, pl=said) from error
        (part,) = parts(catalogue, [known.layer], connection)
        reason = reasons.of_refusal(error, part, catalogue)
        raise DataError(reason.message.en, pl=reason.message.pl) from error
    return row[0] if row else None


def decide_by_rule(
    connection: psycopg.Connection[Any], rule: Rule, *, accepts: bool, note: str = ""
) -> tuple[int, dict[int, str]]:
    """Decide all open proposals that meet a rule.

    Returns:
        How many are decided, and why the others stay open, by id.
    """
    arguments = [rule.layer, rule.run, rule.kind, accepts, rule.least_confidence,
                 rule.most_distance_m, rule.least_distance_m, note]  # fmt: skip
    found = connection.execute(_BY_RULE, arguments).fetchall()
    refused = {identifier: why for identifier, why in found if why is not None}
    return len(found) - len(refused), refused


def standings(connection: psycopg.Connection[Any]) -> list[Standing]:
    """Return the runs that the caller may decide about, the latest first."""
    with connection.cursor(row_factory=class_row(Standing)) as cursor:
        return cursor.execute(_RUNS).fetchall()


def recall(found: Standing, others: Sequence[Standing]) -> float | None:
    """Return the share of what is there that a run has found, as far as decisions tell.

    What is there are matched rows and accepted new objects; what the run missed are the rows amid
    them that it did not meet, without those of which a reviewer agrees that they are gone.

    Args:
        found: A run of objects that are there.
        others: All runs; what the same one said was gone is taken from them.

    Returns:
        Nothing for a run of objects that are gone, or while nothing is decided.
    """
    same = [one for one in others if (one.layer, one.run) == (found.layer, found.run)]
    if found.aim == "gone" or not any(one.is_judged for one in same):
        return None
    right = found.matched + found.accepted_new
    gone, stand = (sum(each) for each in zip(
        *((one.accepted_gone, one.rejected_gone) for one in same), strict=True
    ))  # fmt: skip
    missed = max(found.unmet - gone, stand)
    return right / (right + missed) if right + missed else None
