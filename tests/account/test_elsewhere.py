"""Signing in with an OpenID Connect provider: a real one, and one that lies."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from sip import publish
from sip.people import register, roles
from tests.account import dishonest
from tests.account.conftest import PROJECT, running
from tests.account.dishonest import Dishonest
from tests.conftest import Project
from tests.installation import free_port

pytestmark = [pytest.mark.database, pytest.mark.server]


def declare(office: Project, issuer: str, unknown: str) -> None:
    office.write(
        "layers/_project.yaml",
        PROJECT
        + f"sign_in: {{issuer: '{issuer}', client_id: sip, title: {{pl: Urząd, en: Office}},"
        f" unknown: {unknown}, groups_claim: groups, groups: {{plany: urbanist}}}}\n",
    )
    publish.publish(office.load(), office.settings)


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider in a process of its own, which knows two people."""
    people = [
        {"sub": "7", "name": "Łucja Żak", "email": "lucja.zak@office.example",
         "email_verified": True, "groups": ["plany", "inni"]},
        {"sub": "8", "name": "Anna", "email": "anna@office.example", "email_verified": True},
    ]  # fmt: skip
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    command += [word for one in people for word in ("--user-claims", json.dumps(one))]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                httpx.get(address)
                break
            except httpx.ConnectError:
                time.sleep(0.05)
        yield address
        process.terminate()


@pytest.fixture
def browser(site: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=site, follow_redirects=True, timeout=30) as made:
        yield made


def go(browser: httpx.Client, site: str) -> httpx.Response:
    return browser.post("/account/elsewhere", data={"next": "/account"}, headers={"Origin": site})


def sign_in_there(browser: httpx.Client, site: str, subject: str) -> httpx.Response:
    form = go(browser, site)
    assert "authorize" in str(form.url)
    return browser.post(form.url, data={"sub": subject})


def me(browser: httpx.Client) -> dict[str, Any]:
    told: dict[str, Any] = browser.get("/account/me").json()
    return told


def test_somebody_unknown_is_refused_or_admitted_with_the_provider_s_groups(
    office: Project, provider: str, site: str, browser: httpx.Client
) -> None:
    declare(office, provider, "refused")
    time.sleep(1)
    assert sign_in_there(browser, site, "7").status_code == 403
    assert me(browser)["signed_in"] is False
    declare(office, provider, "admitted")
    time.sleep(1)
    assert sign_in_there(browser, site, "7").status_code == 200
    told = me(browser)
    assert (told["name"], [one["id"] for one in told["groups"]]) == ("Łucja Żak", ["urbanist"])
    role = told["role"]
    assert str(role).startswith("lucja.zak")
    with roles.administrator(office.settings) as connection:
        found = connection.execute(
            "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", [role]
        ).fetchone()
        assert found == (False,), "no login of the database comes with it"
    out = browser.post(
        "/account/sign-out", data={"csrf": told["csrf"]}, headers={"Origin": site},
        follow_redirects=False,
    )  # fmt: skip
    assert out.headers["location"].startswith(f"{provider}/oauth2/end_session?id_token_hint=")
    assert sign_in_there(browser, site, "7").status_code == 200
    assert me(browser)["role"] == role, "the second time it is the same person"
    with roles.administrator(office.settings) as connection:
        register.disable(connection, str(role))
    assert me(browser)["signed_in"] is False
    assert sign_in_there(browser, site, "7").status_code == 403, "no second self is admitted"


def test_a_person_of_ours_is_known_by_the_verified_address(
    office: Project, provider: str, site: str, browser: httpx.Client, anna: str
) -> None:
    declare(office, provider, "refused")
    office.sql(f"UPDATE account.person SET email = 'anna@office.example' WHERE role = '{anna}'")
    time.sleep(1)
    sign_in_there(browser, site, "8")
    assert me(browser)["role"] == anna


@pytest.fixture(scope="module")
def liar() -> Iterator[Dishonest]:
    made = Dishonest()
    with dishonest.running(made):
        yield made


@pytest.fixture(scope="module")
def lied_to(office: Project, liar: Dishonest) -> Iterator[str]:
    """The origin of services that take the dishonest provider for theirs."""
    declare(office, liar.issuer, "admitted")
    with running(office.settings) as origin:
        yield origin


@pytest.mark.parametrize(
    ("claims", "signs_with"),
    [
        ({"nonce": "another"}, "its own key"),
        ({"nonce": None}, "its own key"),
        ({"exp": 1_700_000_000}, "its own key"),
        ({"aud": "somebody else"}, "its own key"),
        ({"iss": "https://elsewhere.example"}, "its own key"),
        ({}, "another key"),
        ({}, "its public key as a secret"),
        ({}, "nothing"),
    ],
)
def test_a_token_that_is_not_as_it_should_be_lets_nobody_in(
    liar: Dishonest, lied_to: str, claims: dict[str, Any], signs_with: str
) -> None:
    liar.claims, liar.signs_with = claims, signs_with
    with httpx.Client(base_url=lied_to, follow_redirects=True, timeout=30) as browser:
        answer = go(browser, lied_to)
        assert answer.status_code == 403
        assert "nie jest wiarygodna" in answer.text
        assert me(browser)["signed_in"] is False


def test_what_comes_back_is_good_once_and_in_the_browser_that_went(
    liar: Dishonest, lied_to: str
) -> None:
    liar.claims, liar.signs_with = {}, "its own key"
    with (
        httpx.Client(base_url=lied_to, timeout=30) as browser,
        httpx.Client(base_url=lied_to, timeout=30) as other,
    ):
        there = httpx.get(go(browser, lied_to).headers["location"])
        back = there.headers["location"]
        state = back.partition("state=")[2]
        assert other.get(back).status_code == 403, "another browser"
        assert browser.get(back.replace(state, "f" * len(state))).status_code == 403, "forged"
        assert browser.get(back).status_code == 303
        assert me(browser)["name"] == "Ktoś"
        assert browser.get(back).status_code == 403, "a second time"
