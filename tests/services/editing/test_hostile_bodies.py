"""Whatever a body holds, it is taken, or refused with a reason, and never part of a statement."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sip.database import cluster as clusters
from sip.settings import Settings
from tests.services.editing.conftest import SHAPE, Desk, building

pytestmark = pytest.mark.database
MARK = "zz8edit"
_EVIL = st.sampled_from(
    ("'", '"', "\\", "$1", "--", "; DROP TABLE land.building; --", "%s", "\0", "\ud7ff", "{}", "")
)
texts = st.lists(_EVIL, max_size=3).map(lambda parts: MARK + MARK.join(parts) + MARK)
values = st.one_of(
    texts, st.none(), st.booleans(), st.integers(), st.floats(), st.lists(texts, max_size=2),
    st.dictionaries(texts, texts, max_size=2), st.just(10**400), st.just("9999-99-99"),
)  # fmt: skip
names = st.one_of(
    st.sampled_from(
        ("code", "name", "use", "floors", "height_m", "built", "street", "owner_name", "id",
         "row_version", "row_from", "row_changeset", "geom")
    ),
    texts,
)  # fmt: skip
numbers = st.one_of(st.floats(), st.integers(), st.just(1e308), texts, st.none())
shapes = st.one_of(
    st.just(SHAPE),
    st.builds(lambda c: {"type": "MultiPolygon", "coordinates": c}, st.recursive(
        st.lists(numbers, max_size=4), lambda inner: st.lists(inner, max_size=4), max_leaves=12)),
    st.builds(lambda kind, c: {"type": kind, "coordinates": c}, texts, st.lists(numbers)),
    st.none(), texts, numbers,
)  # fmt: skip
features = st.one_of(
    st.fixed_dictionaries(
        {"type": st.just("Feature"), "geometry": shapes},
        optional={"properties": st.dictionaries(names, values, max_size=6), "id": values},
    ),
    values,
    st.builds(lambda one: {"type": "FeatureCollection", "features": one}, st.lists(values)),
)  # fmt: skip
CALM = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def log(cluster: Settings) -> Iterator[Path]:
    """The server's log, with every statement and no bound value."""
    dsn = clusters.superuser_dsn(cluster, "postgres")
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET log_statement = 'all'")
        connection.execute("ALTER SYSTEM SET log_parameter_max_length = 0")
        connection.execute("SELECT pg_reload_conf()")
        time.sleep(0.3)
        yield cluster.cluster / "start.log"
        connection.execute("ALTER SYSTEM RESET log_statement")
        connection.execute("ALTER SYSTEM RESET log_parameter_max_length")
        connection.execute("SELECT pg_reload_conf()")


def assert_calm(desk: Desk, log: Path, method: str, path: str, body: Any, kind: str) -> None:
    since = log.stat().st_size
    content = json.dumps(body).encode()
    answer = desk.client.request(
        method, desk.path(path), content=content,
        headers={"Content-Type": kind, "Sip-Comment": MARK, "If-Match": f'"{MARK}"'},
    )  # fmt: skip
    assert answer.status_code < 500, answer.text
    for told in ("asyncpg", "psycopg", "Traceback", "SELECT ", "INSERT "):
        assert told not in answer.text
    with log.open("rb") as written:
        written.seek(since)
        text = written.read().decode(errors="replace")
    for entry in text.split("\n20"):
        if " LOG:  " in entry:
            assert MARK not in entry, entry


@given(body=features)
@CALM
def test_any_body_is_added_or_refused_with_a_reason(ewa: Desk, log: Path, body: Any) -> None:
    assert_calm(ewa, log, "POST", "building", body, "application/geo+json")


@given(body=features)
@CALM
def test_any_patch_is_done_or_refused_with_a_reason(ewa: Desk, log: Path, body: Any) -> None:
    address = ewa.send("POST", "building", building(code="A1")).headers.get("location")
    path = f"building/{address.rpartition('/')[2]}" if address else "building/1"
    assert_calm(ewa, log, "PATCH", path, body, "application/merge-patch+json")
    assert_calm(ewa, log, "PUT", path, body, "application/geo+json")
    ewa.client.delete(ewa.path(path))


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\0", b"{", b"[" * 5000 + b"]" * 5000, b'{"a":' * 900 + b"1" + b"}" * 900,
        b"\xff\xfe{}", b'{"type":"Feature"}' * 2, b"null", b"NaN", b"1" * 5000,
        b'{"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":' + b"[" * 400
        + b"]" * 400 + b'},"properties":{}}',
    ],
    ids=range(11),
)  # fmt: skip
def test_bytes_that_are_no_feature_are_refused(ewa: Desk, content: bytes) -> None:
    for method, path, kind in (
        ("POST", "building", "application/geo+json"),
        ("PATCH", "building/1", "application/merge-patch+json"),
        ("PUT", "building/1", "application/geo+json"),
    ):
        headers = {"Content-Type": kind}
        answer = ewa.client.request(method, ewa.path(path), content=content, headers=headers)
        assert 400 <= answer.status_code < 500, answer.text
