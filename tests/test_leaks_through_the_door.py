"""The leak test once more from outside: through nginx, with keys and a session that are real.

What is seen is compared with what PostgreSQL shows a role that a test has made, one of the same
group; here it is the program that finds out who comes.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping

import httpx
import psycopg
import pytest
from psycopg import sql

from sip import catalogue as catalogues
from sip.database import cluster
from sip.people import keys, names, register, roles
from tests.installation import ROOT, Server
from tests.leaks import ways
from tests.leaks.house import House
from tests.leaks.places import PLACES

pytestmark = [pytest.mark.database, pytest.mark.server]

CATALOGUE = catalogues.load(ROOT)
SECRETIVE = [
    layer.id
    for layer in CATALOGUE.layers.values()
    if layer.is_vector
    and (
        not layer.is_public
        or layer.rights.drafts
        or any(one.personal or one.internal for one in layer.spec.fields.values())
    )
]
PASSWORD = "cztery lipy nad Wisłą"
COMING = ("", "leak_viewer", "leak_planner", "leak_crisis", "leak_steward.personal")


@pytest.fixture(scope="module")
def doors(server: Server) -> Iterator[House]:
    """The installation's front door; four people come with what lets them in."""
    person = f"dora{os.getpid()}"
    with roles.administrator(server.settings) as connection:
        register.add(
            connection, CATALOGUE, person, title="Dora", email=f"{person}@office.example",
            groups=["steward", "planner", "crisis", "viewer"], is_personal=True,
        )  # fmt: skip
        register.set_password(connection, person, PASSWORD)
        lasts = datetime.timedelta(hours=1)
        made = {
            group: keys.make(
                connection, person, title=group, scope="read", groups=[group], lasts=lasts
            )
            for group in ("viewer", "planner", "crisis")
        }
    try:
        passes: dict[str, Mapping[str, str]] = {
            "": {},
            "leak_viewer": {"X-API-Key": made["viewer"][1]},
            "leak_planner": {"Authorization": f"Bearer {made['planner'][1]}"},
            "leak_crisis": {"Authorization": f"Bearer {made['crisis'][1]}"},
            "leak_steward.personal": _signed_in(server.url, person),
        }
        with httpx.Client(base_url=server.url, timeout=60) as client:
            yield House(server.settings, CATALOGUE, client, passes.__getitem__)
    finally:
        _forget(server, person, [role for role, _secret in made.values()])


def _signed_in(origin: str, person: str) -> Mapping[str, str]:
    """Sign in as a browser does and state a purpose; return what its requests carry."""
    with httpx.Client(base_url=origin, headers={"Origin": origin}) as browser:
        form = {"name": person, "password": PASSWORD, "next": "/account"}
        assert browser.post("/account/sign-in", data=form).status_code == 303
        csrf = browser.get("/account/me").json()["csrf"]
        purpose = {"csrf": csrf, "purpose": "Sprawa OŚ.6220.1.2026"}
        assert browser.post("/account/purpose", data=purpose).status_code == 303
        cookie = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
        return {"Cookie": cookie, "Origin": origin, "X-CSRF-Token": csrf}


def _forget(server: Server, person: str, of_keys: list[str]) -> None:
    """Remove a person of the test, who has changed nothing."""
    with psycopg.connect(cluster.superuser_dsn(server.settings)) as connection:
        connection.execute("DELETE FROM account.key WHERE owner = %s", [person])
        connection.execute("DELETE FROM account.person WHERE role = %s", [person])
        for role in (*of_keys, names.personal(person), person):
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


@pytest.mark.parametrize("name", SECRETIVE)
def test_who_comes_through_the_front_door_sees_what_postgresql_shows_the_group(
    doors: House, name: str
) -> None:
    layer = CATALOGUE.layer(name)
    asked = (*ways.WAYS, *(PLACES if layer.spec.geometry else ()))
    for role in COMING:
        truth = doors.truths[role].get(name)
        if truth is None:
            assert doors.get(role, f"/ogc/collections/{name}/items").status_code == 404
        else:
            assert ways.differences(doors, role, layer, truth, asked) == []


def test_personal_data_read_with_a_purpose_is_written_down(doors: House) -> None:
    (layer,) = (CATALOGUE.layer(one) for one in SECRETIVE if CATALOGUE.layer(one).is_personal)
    written = "SELECT count(*) FROM account.personal_access WHERE path = %s"
    path = f"/ogc/collections/{layer.id}/items"
    (before,) = doors.owned(written, path)[0]
    doors.get("leak_steward.personal", path)
    assert doors.owned(written, path)[0] == (before + 1,)
