"""Signing in on the web: what lets somebody in, for how long, and what never does."""

from __future__ import annotations

import re
import time

import httpx
import psycopg
import pytest

from services.account.identity import Verifier
from sip.people import keys, names, register, roles
from tests.account.conftest import PASSWORD
from tests.conftest import Project

pytestmark = [pytest.mark.database, pytest.mark.server]


def sign_in(client: httpx.Client, name: str, password: str = PASSWORD) -> httpx.Response:
    form = {"name": name, "password": password, "next": "/account"}
    return client.post("/account/sign-in", data=form)


def me(client: httpx.Client, **headers: str) -> dict[str, object]:
    found: dict[str, object] = client.get("/account/me", headers=headers).json()
    return found


def test_a_session_begins_with_the_password_and_ends_by_signing_out(
    client: httpx.Client, anna: str, office: Project
) -> None:
    assert me(client)["signed_in"] is False
    answer = sign_in(client, anna)
    assert (answer.status_code, answer.headers["location"]) == (303, "/account?lang=pl")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    told = me(client)
    assert (told["name"], told["role"]) == ("Anna Żak", anna)
    page = client.get("/account")
    assert "Anna Żak" in page.text
    assert page.headers["cache-control"] == "private, no-store"
    assert not re.search(r"<script(?! src)|<style|style=| on\w+=", page.text)
    kept = office.sql("SELECT encode(digest, 'escape'), s::text FROM account.session AS s")
    assert client.cookies["sip"] not in str(kept)
    client.post("/account/sign-out", data={"csrf": told["csrf"]})
    assert me(client)["signed_in"] is False


def test_the_cookie_is_new_at_each_sign_in_and_worth_nothing_afterwards(
    client: httpx.Client, anna: str, site: str
) -> None:
    sign_in(client, anna)
    first = client.cookies["sip"]
    sign_in(client, anna)
    assert client.cookies["sip"] != first
    with httpx.Client(base_url=site, cookies={"sip": first}) as former:
        assert me(former)["signed_in"] is False


@pytest.mark.parametrize("aged", ["seen = now() - interval '61 min'", "expires = now()"])
def test_a_session_ends_by_itself(
    client: httpx.Client, anna: str, office: Project, aged: str
) -> None:
    sign_in(client, anna)
    office.sql(f"UPDATE account.session SET {aged}")
    assert me(client)["signed_in"] is False


def test_what_another_site_sends_is_refused(client: httpx.Client, anna: str, site: str) -> None:
    foreign = {"Origin": "https://elsewhere.example"}
    form = {"name": anna, "password": PASSWORD}
    assert client.post("/account/sign-in", data=form, headers=foreign).status_code == 403
    sign_in(client, anna)
    csrf = str(me(client)["csrf"])
    for path in ("/account/sign-out", "/ogc/collections/permit/items"):
        assert client.post(path, data={"csrf": csrf}, headers=foreign).status_code == 403
        assert client.post(path, data={}).status_code == 403
    with httpx.Client(base_url=site, cookies=client.cookies) as silent:
        assert silent.post("/account/sign-out", data={"csrf": csrf}).status_code == 403
    assert me(client)["signed_in"] is True


def test_repeated_failures_lock_a_name_out_whether_or_not_it_exists(
    client: httpx.Client, anna: str, office: Project
) -> None:
    said = {
        name: [sign_in(client, name, "wrong").status_code for _ in range(6)]
        for name in (anna, "nobody-at-all")
    }
    assert said[anna] == said["nobody-at-all"] == [401] * 5 + [429]
    assert sign_in(client, anna).status_code == 429
    office.sql("UPDATE account.attempt SET until = now()")
    assert sign_in(client, anna, "wrong").status_code == 401
    waits = office.sql("SELECT max(extract(epoch FROM until - now())) FROM account.attempt")
    assert 50 < waits[0][0] <= 60, "each refusal doubles the time"
    with roles.administrator(office.settings) as connection:
        register.enable(connection, anna)
    assert sign_in(client, anna).status_code == 303


def test_names_cannot_be_found_out_by_the_answer_or_its_time(
    client: httpx.Client, anna: str
) -> None:
    def asked(name: str) -> tuple[str, float]:
        began = time.perf_counter()
        answer = sign_in(client, name, "wrong")
        return answer.text, time.perf_counter() - began

    asked(anna), asked("nobody")
    known, unknown = asked(anna), asked("nobody")
    assert known[0] == unknown[0]
    assert unknown[1] > known[1] / 2


def test_programs_send_a_key_or_the_password_with_each_request(
    client: httpx.Client, anna: str, office: Project, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with roles.administrator(office.settings) as connection:
        role, secret = keys.make(
            connection, anna, title="Sensor", scope="read", groups=["urbanist"],
            lasts=keys.period("1d"),
        )  # fmt: skip
    for headers in ({"Authorization": f"Bearer {secret}"}, {"X-API-Key": secret}):
        told = me(client, **headers)
        assert (told["role"], told["may_write"]) == (role, False)
    with httpx.Client(base_url=site, auth=(anna.encode(), PASSWORD.encode())) as basic:
        assert me(basic)["role"] == anna
        monkeypatch.delattr(Verifier, "verify")  # a right password is compared once
        assert me(basic)["role"] == anna
        monkeypatch.undo()
    for wrong in ({"Authorization": "Bearer no"}, {"Authorization": "Basic bm86bm8="}):
        assert client.get("/account/me", headers=wrong).status_code == 401
    office.sql("UPDATE account.key SET expires = now()")
    assert client.get("/account/me", headers={"X-API-Key": secret}).status_code == 401


def test_a_disabled_person_is_out_at_once(client: httpx.Client, anna: str, office: Project) -> None:
    sign_in(client, anna)
    with roles.administrator(office.settings) as connection:
        register.disable(connection, anna)
    assert me(client)["signed_in"] is False
    assert sign_in(client, anna).status_code == 401


def test_a_password_is_chosen_once_by_a_link_and_holds_for_the_database_too(
    client: httpx.Client, anna: str, office: Project
) -> None:
    chosen = "zielony most nad rzeką"
    with roles.administrator(office.settings) as connection:
        token = register.invite(connection, anna)
    form = {"token": token, "password": chosen, "again": chosen}
    weak = client.post(
        "/account/password", data={**form, "password": "krótkie", "again": "krótkie"}
    )
    assert weak.status_code == 422
    assert client.post("/account/password", data=form).status_code == 200
    assert client.post("/account/password", data=form).status_code == 410
    assert sign_in(client, anna, chosen).status_code == 303
    for role in (anna, names.personal(anna)):
        psycopg.connect(
            host=str(office.settings.run), dbname=office.settings.database, user=role,
            password=chosen,
        ).close()  # fmt: skip


def test_personal_data_asks_for_a_purpose_which_is_written_down(
    client: httpx.Client, anna: str, office: Project
) -> None:
    office.sql(
        "INSERT INTO town.permit (number, holder, geom) VALUES ('7', 'Ewa Nowak',"
        " ST_SetSRID(ST_MakePoint(7500000, 5600000), 2178))"
    )
    sign_in(client, anna)
    csrf = str(me(client)["csrf"])
    items = "/ogc/collections/permit/items?f=json&number=7"
    assert "holder" not in client.get(items).json()["features"][0]["properties"]
    short = client.post("/account/purpose", data={"csrf": csrf, "purpose": "bo tak"})
    assert short.status_code == 422
    client.post("/account/purpose", data={"csrf": csrf, "purpose": "Sprawa GK.6220.1.2026"})
    assert me(client)["purpose"] == "Sprawa GK.6220.1.2026"
    shown = client.get(f"{items}&holder=Ewa%20Nowak").json()["features"][0]["properties"]
    assert shown["holder"] == "Ewa Nowak"
    client.post("/account/purpose/end", data={"csrf": csrf})
    assert "holder" not in client.get(items).json()["features"][0]["properties"]
    written = office.sql("SELECT person, purpose, path FROM account.personal_access ORDER BY id")
    purpose = (anna, "Sprawa GK.6220.1.2026")
    assert written == [(*purpose, ""), (*purpose, "/ogc/collections/permit/items")]


@pytest.mark.parametrize("following", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_signing_in_leads_to_no_other_site(client: httpx.Client, anna: str, following: str) -> None:
    form = {"name": anna, "password": PASSWORD, "next": following}
    assert client.post("/account/sign-in", data=form).headers["location"] == "/account?lang=pl"
