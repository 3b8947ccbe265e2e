"""Time in filters: instants and intervals, and how they lie to one another (CQL2, Allen 1983).

A date is its whole day. Where all ends are dates they are compared as days; where a timestamp is
among them, a date reaches from midnight to the last microsecond before the next, UTC.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable

from sip.catalogue import Layer
from sip.errors import QueryError
from sip.query.model import Interval, Moment
from sip.query.terms import (
    PG_TYPE,
    Arguments,
    Kind,
    Term,
    column,
    is_moment,
    parse_moment,
    wrong_kind,
)

RELATIONS = {
    "t_after": "{a} > {d}",
    "t_before": "{b} < {c}",
    "t_contains": "{a} < {c} AND {b} > {d}",
    "t_disjoint": "{b} < {c} OR {a} > {d}",
    "t_during": "{a} > {c} AND {b} < {d}",
    "t_equals": "{a} = {c} AND {b} = {d}",
    "t_finishedby": "{a} < {c} AND {b} = {d}",
    "t_finishes": "{a} > {c} AND {b} = {d}",
    "t_intersects": "{a} <= {d} AND {b} >= {c}",
    "t_meets": "{b} = {c}",
    "t_metby": "{a} = {d}",
    "t_overlappedby": "{a} > {c} AND {a} < {d} AND {b} > {d}",
    "t_overlaps": "{a} < {c} AND {b} > {c} AND {b} < {d}",
    "t_startedby": "{a} = {c} AND {b} > {d}",
    "t_starts": "{a} = {c} AND {b} < {d}",
}
"""How the first stretch of time, a to b, lies to the second, c to d."""
_INTERVALS_ONLY = {
    "t_finishedby", "t_finishes", "t_meets", "t_metby", "t_overlappedby", "t_overlaps",
    "t_startedby", "t_starts",
}  # fmt: skip


def relation(operator: str, left: Term, right: Term, arguments: Arguments) -> Term:
    """Return the condition that two instants or intervals lie to one another as asked."""
    ends = [*_ends(left), *_ends(right)]
    if operator in _INTERVALS_ONLY and "interval" not in (left.kind, right.kind):
        raise QueryError(
            f"{operator.upper()} compares intervals", pl=f"{operator.upper()} porównuje przedziały"
        )
    days = all(end is None or end.kind == "date" for end in ends)
    template = RELATIONS[operator]
    bound = {
        name: _bound(end, arguments, days=days, last=name in "bd")
        for name, end in zip("abcd", ends, strict=True)
        if f"{{{name}}}" in template  # a bound value that no text names is an error
    }
    text = template.format_map(bound)
    # An interval with an empty end is unknown as a whole, also where the other end decides.
    loose = [
        end
        for name, end in zip("abcd", ends, strict=True)
        if name not in bound or operator == "t_disjoint"
    ]
    known = [f"{end.sql} IS NOT NULL" for end in loose if end and not end.is_literal]
    text = f"CASE WHEN {' AND '.join(known)} THEN {text} END" if known else text
    return Term("boolean", f"({text})")


def _ends(term: Term) -> tuple[Term | None, Term | None]:
    """Return first and last instant; None is open."""
    if term.kind == "interval":
        start, end = term.value
        return start, end
    if term.kind == "text" and term.is_literal:
        term = parse_moment(term.value)
    if not is_moment(term):
        raise wrong_kind("timestamp", term)
    return term, term


def _bound(end: Term | None, arguments: Arguments, *, days: bool, last: bool) -> str:
    if end is None:
        sign = "" if last else "-"
        return f"'{sign}infinity'::{'date' if days else 'timestamptz'}"
    text = arguments.bind(end)
    return text if days or end.kind == "timestamp" else instant(text, last=last)


def instant(date: str, *, last: bool = False) -> str:
    """Return the first or the last instant of a date, as SQL."""
    midnight = f"({date}::timestamp AT TIME ZONE 'UTC')"
    return f"({midnight} + interval '1 day - 1 microsecond')" if last else midnight


def parse_interval(text: str) -> Interval:
    """Read `datetime`: an instant, or two with a slash between, `..` or nothing for an open end.

    Raises:
        QueryError: It is neither.
    """
    parts = text.split("/")
    if len(parts) > 2 or parts in ([""], [".."], ["", ""]):
        raise QueryError(
            'the parameter "datetime" is no instant and no interval',
            pl='parametr "datetime" nie jest chwilą ani przedziałem',
        )
    ends = [None if part in ("", "..") else parse_moment(part).value for part in parts]
    start, end = ends[0], ends[-1]
    if start is not None and end is not None and _is_later(start, end):
        raise QueryError(
            'the parameter "datetime" ends before it begins',
            pl='parametr "datetime" kończy się, zanim się zacznie',
        )
    return Interval(start, end)


def _is_later(start: Moment, end: Moment) -> bool:
    """Compare as finely as both are given: a date is its whole day."""
    shown = start.isoformat(), end.isoformat()
    length = min(map(len, shown))
    return shown[0][:length] > shown[1][:length]


def parse_as_of(text: str, zone: datetime.tzinfo, now: datetime.datetime) -> datetime.datetime:
    """Read `asOf`: an instant, or a date, which is its end where the office is; today's is now.

    Raises:
        QueryError: It is neither, or has not come yet.
    """
    moment = parse_moment(text).value
    if not isinstance(moment, datetime.datetime):
        today = now.astimezone(zone).date()
        if moment == today:
            return now
        if moment < today:
            day_after = moment + datetime.timedelta(days=1)
            end = datetime.datetime.combine(day_after, datetime.time.min, zone)
            return end.astimezone(datetime.UTC) - datetime.timedelta(microseconds=1)
    elif moment <= now:
        return moment
    raise QueryError(
        f'asOf "{text}" has not come yet: nobody knows what will be known then',
        pl=f'asOf "{text}" jeszcze nie nadeszło: nie wiadomo, co będzie wtedy wiadome',
    )


def in_force(layer: Layer, interval: Interval, arguments: Arguments) -> str | None:
    """Return the condition that rows were valid some time in an interval; None if no time is kept.

    An empty end of a row is still valid, an empty start has ever been, and a row without both is
    part of every answer.
    """

    def bound(kind: Kind, is_last: bool) -> str | None:
        value = edge(interval, kind, is_last=is_last)
        return None if value is None else arguments.add(value, PG_TYPE[kind])

    return valid_within(layer, bound)


def valid_within(layer: Layer, bound: Callable[[Kind, bool], str | None]) -> str | None:
    """Return the condition of `in_force` where a caller says how its bounds are written.

    Args:
        layer: The layer.
        bound: Returns the SQL of the interval's first or last (True) moment for a column of a
            kind, or None where the interval is open there; its value is one of `edge`.
    """
    if layer.time is None:
        return None
    start = column(layer, layer.time.start)
    end = column(layer, layer.time.end) if layer.time.end else start
    compared = ((start, "<=", bound(start.kind, True)), (end, ">=", bound(end.kind, False)))
    parts = [f"({own.sql} IS NULL OR {own.sql} {sign} {at})" for own, sign, at in compared if at]
    return " AND ".join(parts) or None


def edge(interval: Interval, kind: Kind, *, is_last: bool) -> Moment | None:
    """Return the first or last moment of an interval as a column of a kind is compared with it.

    A date stands for its whole day, so that beside instants it ends a microsecond before the next
    (UTC), and beside dates the day of an instant decides.
    """
    moment = interval.end if is_last else interval.start
    if moment is None:
        return None
    if isinstance(moment, datetime.datetime):
        return moment.astimezone(datetime.UTC).date() if kind == "date" else moment
    if kind == "date":
        return moment
    time = datetime.time.max if is_last else datetime.time.min
    return datetime.datetime.combine(moment, time, datetime.UTC)
