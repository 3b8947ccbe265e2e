"""Programs that die come back, nothing serves as root, and nobody is written down."""

from __future__ import annotations

import asyncio
import json
import os
import pwd
import signal
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest

from bench import load_and_kill
from sip.people.register import subject
from tests.installation import ROOT, Server, running

pytestmark = [pytest.mark.server, pytest.mark.xdist_group("own_server")]


@pytest.fixture(scope="module")
def own_server(testrun_uid: str) -> Iterator[Server]:
    """An installation without data, which these tests may hurt."""
    with running(ROOT / ".sip" / "hurt", testrun_uid, mode="production") as one:
        yield one


def pids(server: Server) -> dict[str, int]:
    status = json.loads(server.sip("status", "--json", check=False).stdout)
    return {one["name"]: one["pid"] for one in status["programs"]}


def settle(server: Server, within_s: float = 60) -> None:
    """Wait until every program runs and every worker answers: a test before may have killed one."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        runs = server.sip("status", check=False).returncode == 0
        if runs and [get(server, "/healthz")[0] for _ in range(20)] == [200] * 20:
            return
        time.sleep(0.2)
    pytest.fail("the installation does not come to rest")


def get(server: Server, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(f"{server.url}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, dict(error.headers), error.read()


def answers_again(server: Server, path: str, within_s: float = 20) -> bool:
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        try:
            if get(server, path)[0] == 200:
                return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


CAPABILITIES = "/ows?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities"
PICTURE = (
    "/ows?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=gmina&STYLES=&CRS=EPSG:3857"
    "&BBOX=2260000,6580000,2270000,6590000&WIDTH=64&HEIGHT=64&FORMAT=image/png"
)


@pytest.mark.parametrize(
    ("program", "path"),
    [
        ("app-1", "/healthz"),
        ("app-2", "/healthz"),
        ("mapserver:mapserver-0", PICTURE),
        ("web", "/healthz"),
        ("database", "/healthz"),
    ],
)
def test_a_killed_program_comes_back(own_server: Server, program: str, path: str) -> None:
    settle(own_server)
    before = pids(own_server)[program]
    os.kill(before, signal.SIGKILL)
    end = time.monotonic() + 20
    while (now := pids(own_server)[program]) in (0, before) and time.monotonic() < end:
        time.sleep(0.2)
    assert now not in (0, before)
    assert answers_again(own_server, path)


def test_one_killed_worker_loses_no_request(own_server: Server) -> None:
    settle(own_server)
    os.kill(pids(own_server)["app-1"], signal.SIGKILL)
    assert [get(own_server, "/healthz")[0] for _ in range(50)] == [200] * 50


def test_a_restart_loses_no_request(own_server: Server) -> None:
    settle(own_server)
    stopped, seen = threading.Event(), []

    def ask() -> None:
        while not stopped.is_set():
            seen.append(get(own_server, "/healthz")[0])

    asking = threading.Thread(target=ask)
    asking.start()
    own_server.sip("restart")
    stopped.set()
    asking.join()
    assert set(seen) == {200}
    assert len(seen) > 20


def test_starting_again_changes_nothing(own_server: Server) -> None:
    settle(own_server)
    before = pids(own_server)
    own_server.sip("up")
    assert pids(own_server) == before


def test_no_program_but_the_first_of_nginx_runs_as_root(own_server: Server) -> None:
    if os.geteuid() != 0:
        pytest.skip("the programs run as the one who started them")
    settle(own_server)
    users = {
        name: pwd.getpwuid(Path(f"/proc/{pid}").stat().st_uid).pw_name
        for name, pid in pids(own_server).items()
    }
    assert users.pop("web") == "root"
    assert set(users.values()) == {"sip"}
    web = pids(own_server)["web"]
    workers = Path(f"/proc/{web}/task/{web}/children").read_text().split()
    assert {pwd.getpwuid(Path(f"/proc/{one}").stat().st_uid).pw_name for one in workers} == {"sip"}


def test_the_logs_hold_neither_query_nor_address(own_server: Server) -> None:
    get(own_server, "/api/search?q=Kowalska%20Sekretna")
    get(own_server, "/no/such/page?q=Kowalska%20Sekretna")
    text, until = "", time.monotonic() + 20
    while "/no/such/page" not in text:  # the front door writes once a second
        assert time.monotonic() < until, "the request is not in the log"
        time.sleep(0.1)
        logs = own_server.settings.logs.glob("*.log")
        text = "".join(one.read_text(errors="replace") for one in logs)
    assert "Sekretna" not in text
    assert "127.0.0.1" not in text


def test_a_body_over_the_limit_is_refused_in_two_languages(own_server: Server) -> None:
    too_much = own_server.settings.limits.body_bytes + 1
    request = urllib.request.Request(f"{own_server.url}/ogc", data=bytes(too_much), method="POST")
    with pytest.raises(urllib.error.HTTPError) as refusal:
        urllib.request.urlopen(request, timeout=20)
    with refusal.value as answer:
        assert answer.code == 413
        assert "larger than 10000000" in json.load(answer)["description"]


def test_a_filter_of_the_greatest_length_passes_the_front_door(own_server: Server) -> None:
    length = own_server.settings.limits.filter_chars
    assert get(own_server, f"/healthz?filter={'%C5%BC' * (length // 2)}")[0] == 200


@pytest.mark.parametrize("path", ["/_mapserver?map=/etc/passwd", "/_refused/503"])
def test_internal_addresses_are_closed(own_server: Server, path: str) -> None:
    assert get(own_server, path)[0] == 404


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_answers_are_compressed(own_server: Server, encoding: str) -> None:
    status, headers, _ = get(own_server, CAPABILITIES, **{"Accept-Encoding": encoding})
    assert (status, headers.get("Content-Encoding")) == (200, encoding)


def test_the_etag_of_what_can_be_edited_is_strong_however_it_is_read(own_server: Server) -> None:
    settle(own_server)
    headers = {"Authorization": f"Bearer {load_and_kill.key_of_somebody(own_server.settings)}"}
    sent = {
        "inventory_no": f"E-{time.time_ns() // 1000}",
        "species": "Abies alba",
        "damage": "Pod lipą, przy płocie. " * 20,
    }
    body = {"type": "Feature", "geometry": load_and_kill.PLACE, "properties": sent}
    kind = {"Content-Type": "application/merge-patch+json"}
    with httpx.Client(base_url=own_server.url, headers=headers, timeout=20) as client:
        made = client.post(load_and_kill.ITEMS, json=body)
        assert made.status_code == 201, made.text
        place, tag = httpx.URL(made.headers["location"]).path, made.headers["etag"]
        for number, encoding in enumerate(("identity", "gzip", "br", "gzip, br")):
            accepted = {"Accept-Encoding": encoding}
            listed = client.get(load_and_kill.ITEMS, params={"f": "json"}, headers=accepted)
            assert ("content-encoding" in listed.headers) == (encoding != "identity")
            read = client.get(place, headers=accepted)
            assert len(read.content) > 1000
            assert (read.headers["etag"], tag[0]) == (tag, '"')
            asked = {
                "json": {"properties": {"girth_5_cm": number + 1}},
                "headers": {**kind, "If-Match": tag},
            }
            changed = client.patch(place, **asked)
            assert changed.status_code == 204, changed.text
            assert client.patch(place, **asked).status_code == 412
            tag = changed.headers["etag"]
        assert client.delete(place, headers={"If-Match": tag}).status_code == 204


VISITOR, ELSEWHERE = "127.0.0.2", "203.0.113.9"
"""An address that is not that of a web server in front, which is 127.0.0.1; and another one."""


@pytest.mark.parametrize(
    ("comes_from", "says", "is_locked_out"),
    [
        (VISITOR, {}, True),
        (VISITOR, {"X-Forwarded-For": ELSEWHERE}, True),
        (VISITOR, {"X-Forwarded-For": "127.0.0.1"}, True),
        (VISITOR, {"X-Real-IP": ELSEWHERE, "Forwarded": f"for={ELSEWHERE}"}, True),
        ("127.0.0.1", {"X-Forwarded-For": VISITOR}, True),
        ("127.0.0.1", {"X-Forwarded-For": f"{ELSEWHERE}, {VISITOR}"}, True),
        ("127.0.0.1", {"X-Forwarded-For": f"{VISITOR}, {ELSEWHERE}"}, False),
    ],
)
def test_who_is_locked_out_by_address_does_not_get_in_by_naming_another_one(
    own_server: Server, comes_from: str, says: dict[str, str], is_locked_out: bool
) -> None:
    """A web server in front is believed, and of what it was told only the last word: its own."""
    settle(own_server)
    with psycopg.connect(own_server.settings.dsn()) as connection:
        connection.execute(
            "INSERT INTO account.attempt (subject, failures, at, until)"
            " VALUES (%s, 99, now(), now() + interval '1 hour') ON CONFLICT DO NOTHING",
            [subject("address", VISITOR)],
        )
    transport = httpx.HTTPTransport(local_address=comes_from)
    address = f"http://127.0.0.1:{own_server.settings.port}"
    with httpx.Client(transport=transport, base_url=address, headers=says) as client:
        answer = client.get("/account/me", auth=(f"nobody-{time.monotonic_ns()}", "wrong"))
        assert answer.status_code == (429 if is_locked_out else 401)


def test_the_server_does_not_tell_its_version(own_server: Server) -> None:
    assert get(own_server, "/healthz")[1]["Server"] == "nginx"


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kills", [False, True], ids=["alive", "killed"])
def test_every_edit_that_was_answered_is_there_once(own_server: Server, kills: bool) -> None:
    """The short form of `python -m bench.load_and_kill`, which has 50 connections for 2 minutes."""
    settle(own_server)
    report = asyncio.run(
        load_and_kill.load(
            own_server.settings, own_server.url, load_and_kill.key_of_somebody(own_server.settings),
            connections=12, seconds=18 if kills else 6, kills=kills,
        )
    )  # fmt: skip
    assert report.faults == []
    assert report.edits > load_and_kill.SHARED
    settle(own_server)


def test_stopping_ends_every_process(own_server: Server) -> None:
    numbers = [*pids(own_server).values()]
    own_server.sip("down")
    assert [one for one in numbers if Path(f"/proc/{one}").exists()] == []
    assert own_server.sip("status", check=False).returncode == 1
