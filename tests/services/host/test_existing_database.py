"""The whole platform over a PostGIS that a town has already: SIP_DATABASE_URL."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest

from services.host import proof
from sip.settings import Settings
from tests.elsewhere import ESCAPED, Elsewhere, running_elsewhere
from tests.installation import ROOT, TEST_SCALE, Server, running

pytestmark = [
    pytest.mark.server,
    pytest.mark.xdist_group("existing"),
    pytest.mark.timeout(900),
]


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[Elsewhere]:
    with running_elsewhere() as made:
        yield made


@pytest.fixture(scope="module")
def refusal(elsewhere: Elsewhere, tmp_path_factory: pytest.TempPathFactory) -> str:
    """What `sip setup` says before a superuser has prepared the database."""
    state = tmp_path_factory.mktemp("state")
    server = Server("", Settings(ROOT, state, mode="demo", database_url=elsewhere.url))
    done = server.sip("setup", "--data-only", check=False)
    assert done.returncode == 1
    return done.stderr


@pytest.fixture(scope="module")
def city(elsewhere: Elsewhere, refusal: str, testrun_uid: str) -> Iterator[Server]:
    """The demo area over that database, prepared as the refusal says."""
    named = re.findall(r"\S+\.sql", refusal)
    with elsewhere.superuser("registers") as connection:
        for file in named:
            connection.execute(Path(file).read_bytes())
    state = ROOT / ".sip" / "elsewhere"
    with running(state, testrun_uid, mode="demo", database_url=elsewhere.url) as one:
        yield one
    shutil.rmtree(state)


def test_a_database_that_is_not_prepared_is_refused_with_what_a_superuser_must_run(
    refusal: str,
) -> None:
    assert "roles.sql" in refusal
    assert "prepare.sql" in refusal
    assert "Traceback" not in refusal


def test_every_service_answers_from_it(city: Server) -> None:
    done = city.sip("prove", check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("ok  ") == len(proof.NAMES)


def test_no_cluster_of_ours_is_made_or_run(city: Server) -> None:
    assert not city.settings.cluster.exists()
    programs = json.loads(city.sip("status", "--json").stdout)["programs"]
    assert "database" not in {one["name"] for one in programs}


def test_services_are_the_public_role_there_and_the_password_is_not_told(
    city: Server, elsewhere: Elsewhere
) -> None:
    assert httpx.get(f"{city.url}/ogc/collections/heat_source/items").status_code == 404
    with (
        psycopg.connect(city.settings.dsn("sip_public")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("SELECT * FROM heating.heat_source")
    for path in ("/healthz", "/ogc?f=json", "/qgis/sip.qgz", "/metrics"):
        assert ESCAPED.encode() not in httpx.get(f"{city.url}{path}").content
    public = [one for one in city.settings.logs.rglob("*") if one.is_file()]
    assert not [one for one in public if ESCAPED in one.read_text(errors="replace")]
    assert (city.settings.state / "host" / "supervisord.conf").stat().st_mode & 0o077 == 0


def test_setting_it_up_again_changes_nothing(city: Server) -> None:
    before = city.settings.published.resolve()
    city.sip("setup", "--data-only", "--scale", str(TEST_SCALE))
    assert city.settings.published.resolve() == before
