"""The merge of one row: known answers, then what holds for any edits."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sip.field.merge import Clash, Known, Merge, Value, Verb, differs, merge

BASE = Known(3, {"kind": "oak", "height_m": 12.0, "geom": "01"})


def theirs(**changes: Value) -> Known:
    return Known(4, {**BASE.values, **changes})


def ours(**changes: Value) -> dict[str, Value]:
    return {**BASE.values, **changes}


def test_edits_of_different_attributes_are_both_kept() -> None:
    assert merge(BASE, theirs(kind="ash"), ours(geom="02")) == Merge(Verb.UPDATE, {"geom": "02"})


def test_what_both_sides_changed_clashes_and_the_rest_is_merged() -> None:
    merged = merge(BASE, theirs(height_m=13.0), ours(height_m=14.0, kind="ash"))
    assert merged == Merge(Verb.UPDATE, {"kind": "ash"}, Clash.BOTH_CHANGED, ("height_m",))


def test_the_same_edit_on_both_sides_is_agreed() -> None:
    assert merge(BASE, theirs(height_m=14.0), ours(height_m=14)) == Merge()


def test_a_change_in_a_hidden_column_stops_a_deletion() -> None:
    assert merge(BASE, theirs(), None).clash is Clash.DELETED_HERE_CHANGED_THERE
    assert merge(BASE, BASE, None) == Merge(Verb.DELETE)


def test_a_change_of_a_row_that_is_gone_clashes_as_a_whole() -> None:
    merged = merge(BASE, None, ours(kind="ash"))
    assert (merged.verb, merged.clash) == (Verb.NOTHING, Clash.CHANGED_HERE_DELETED_THERE)
    assert merged.fields == ("kind",)


def test_an_edit_of_a_column_that_is_gone_is_kept() -> None:
    now = Known(3, {"kind": "oak", "geom": "01"})
    merged = merge(BASE, now, ours(height_m=14.0, kind="ash"))
    assert merged == Merge(Verb.UPDATE, {"kind": "ash"}, Clash.COLUMN_GONE, ("height_m",))


VALUES = st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(["", "a"])
ROWS = st.fixed_dictionaries({"a": VALUES, "b": VALUES, "geom": VALUES})


@settings(deadline=None)
@given(base=ROWS, now=ROWS | st.none(), brought=ROWS | st.none())
def test_every_edit_is_written_agreed_or_a_clash(
    base: dict[str, Value], now: dict[str, Value] | None, brought: dict[str, Value] | None
) -> None:
    known = None if now is None else Known(1 if now == base else 2, now)
    merged = merge(Known(1, base), known, brought)
    if brought is None:
        assert now is None or merged.verb is Verb.DELETE or merged.clash
        return
    for name, value in brought.items():
        if not differs(value, base[name]):
            assert name not in merged.values
            assert name not in merged.fields
        elif now is not None and not differs(value, now[name]):
            assert name not in merged.values
        else:
            assert merged.values.get(name, object()) == value or name in merged.fields


@settings(deadline=None)
@given(base=ROWS, now=ROWS, brought=ROWS)
def test_an_edit_of_theirs_is_never_overwritten(
    base: dict[str, Value], now: dict[str, Value], brought: dict[str, Value]
) -> None:
    merged = merge(Known(1, base), Known(2, now), brought)
    after = {**now, **merged.values}
    for name, value in now.items():
        if differs(value, base[name]):
            assert after[name] is value
