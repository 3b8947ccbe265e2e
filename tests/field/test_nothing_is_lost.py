"""Random edits on both sides: each ends up written, agreed, or in the inbox."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip.field import geopackage
from tests.conftest import Project
from tests.field.conftest import PUT, back, out

pytestmark = pytest.mark.database

type Row = dict[str, Any]
type Change = tuple[str, int, Row]

FIELDS = ("no", "kind", "height_m", "crown_m")
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "no": st.sampled_from(["T1", "T9", None]),
        "kind": st.sampled_from(["ash", "elm", ""]),
        "height_m": st.sampled_from([5.0, 60.0, -1.0, None]),
        "crown_m": st.sampled_from([4.0, 50.0]),
    },
)
CHANGES = st.lists(
    st.tuples(st.sampled_from(["change", "change", "delete", "add"]), st.integers(1, 3), VALUES),
    max_size=5,
)
STATE = "SELECT id, row_version, no, kind, height_m, crown_m FROM town.tree ORDER BY id"
_numbers = itertools.count()


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(here=CHANGES, there=CHANGES)
def test_every_edit_is_written_agreed_or_in_the_inbox(
    trees: Project, tmp_path: Path, here: list[Change], there: list[Change]
) -> None:
    trees.sql("TRUNCATE sip.conflict, sip.checkin_row, town.tree RESTART IDENTITY CASCADE")
    trees.sql(PUT)
    file = out(trees, tmp_path / f"{next(_numbers)}.gpkg")
    base = rows(trees)
    for verb, number, values in there:
        server_edit(trees, verb, number, values)
    theirs = rows(trees)
    ours = field_edit(file, here)
    back(trees, file)
    now = rows(trees)
    waiting = {
        fid: (values, fields)
        for fid, values, fields in trees.sql(
            "SELECT fid, ours, fields FROM sip.conflict WHERE state = 'open'"
        )
    }
    for fid, brought in ours.items():
        if fid not in base:
            is_there = any(same(brought, one) for one in now.values())
            assert is_there or same(brought, waiting[fid][0])
            continue
        for name in FIELDS:
            edited = brought[name] != base[fid][name]
            written = fid in now and now[fid][name] == brought[name]
            assert not edited or written or waiting[fid][0][name] == brought[name]
    for fid in base.keys() - ours.keys():
        assert fid not in now or waiting[fid][0] is None
    for fid, known in theirs.items():
        for name in FIELDS:
            if fid in base and known[name] != base[fid][name]:
                assert now[fid][name] == known[name], "an edit in the database was overwritten"
    state = trees.sql(STATE), trees.sql("SELECT * FROM sip.conflict ORDER BY id")
    assert str(back(trees, file)) == "nothing new in the file"
    assert (trees.sql(STATE), trees.sql("SELECT * FROM sip.conflict ORDER BY id")) == state


def rows(trees: Project) -> dict[int, Row]:
    found = trees.sql(f"SELECT id, {', '.join(FIELDS)} FROM town.tree")
    return {one[0]: dict(zip(FIELDS, one[1:], strict=True)) for one in found}


def same(one: Row, other: Row) -> bool:
    return all(one[name] == other[name] for name in FIELDS)


def server_edit(trees: Project, verb: str, number: int, values: Row) -> None:
    """Edit in the database; what a rule forbids is not done."""
    with (
        contextlib.suppress(psycopg.IntegrityError),
        psycopg.connect(trees.settings.dsn()) as connection,
    ):
        if verb == "delete":
            connection.execute("DELETE FROM town.tree WHERE id = %s", [number])
        elif verb == "change" and values:
            changes = ", ".join(f"{name} = %s" for name in values)
            statement = f"UPDATE town.tree SET {changes} WHERE id = %s"
            connection.execute(statement.encode(), [*values.values(), number])


def field_edit(file: Path, changes: list[Change]) -> dict[int, Row]:
    """Edit in the field, where no rule holds; return the rows as they are then."""
    with geopackage.opened(file) as db:
        for verb, number, values in changes:
            if verb == "delete":
                db.execute("DELETE FROM tree WHERE fid = ?", (number,))
            elif verb == "add":
                db.execute(
                    "INSERT INTO tree (no, kind, height_m, crown_m, geom)"
                    " SELECT ?, ?, ?, ?, geom FROM tree LIMIT 1",
                    [values.get(name) for name in FIELDS],
                )
            elif values:
                changed = ", ".join(f"{name} = ?" for name in values)
                db.execute(f"UPDATE tree SET {changed} WHERE fid = ?", [*values.values(), number])
        found = db.execute(f"SELECT fid, {', '.join(FIELDS)} FROM tree")
        return {one[0]: dict(zip(FIELDS, one[1:], strict=True)) for one in found}
