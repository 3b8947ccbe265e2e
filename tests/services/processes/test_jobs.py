"""Jobs: who may make one, who sees it, how it ends, and what becomes of it when a worker dies."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from typing import Any

import httpx
import psycopg
import pytest
from rasterio.io import MemoryFile

from tests.services.processes.conftest import Town, terrain

pytestmark = pytest.mark.database
EXECUTE = "/processes/hillshade/execution"
ASYNC = {"Prefer": "respond-async"}
EXCEPTIONS = "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/"


def start(client: httpx.Client, **inputs: Any) -> str:
    made = client.post(EXECUTE, json={"inputs": inputs}, headers=ASYNC)
    assert made.status_code == 201, made.text
    assert made.headers["preference-applied"] == "respond-async"
    assert made.json()["status"] == "accepted"
    assert made.headers["location"].endswith(f"/jobs/{made.json()['jobID']}")
    return str(made.json()["jobID"])


def until(done: Callable[[], bool], seconds: float = 45) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.1)


def state(client: httpx.Client, job: str) -> dict[str, Any]:
    return dict(client.get(f"/jobs/{job}").json())


def ends(client: httpx.Client, job: str) -> dict[str, Any]:
    until(lambda: state(client, job)["status"] not in ("accepted", "running"))
    return state(client, job)


def test_a_job_is_done_and_its_file_is_the_raster(town: Town, operator: httpx.Client) -> None:
    job = start(operator, azimuth_deg=90)
    early = operator.get(f"/jobs/{job}/results")
    assert (early.status_code, early.json()["type"]) == (404, f"{EXCEPTIONS}result-not-ready")
    with town.worker():
        done = ends(operator, job)
    assert (done["status"], done["progress"], done["processID"]) == ("successful", 100, "hillshade")
    assert done["created"] <= done["started"] <= done["finished"]
    shade = operator.get(f"/jobs/{job}/results").json()["shade"]
    with MemoryFile(operator.get(shade["href"]).content) as file, file.open() as raster:
        assert (raster.width, raster.height, raster.crs.to_epsg()) == (300, 300, 2178)


def test_nobody_who_has_not_signed_in_or_may_not_makes_a_job(
    town: Town, client: httpx.Client, clerk: httpx.Client
) -> None:
    body = {"inputs": {}}
    assert client.post(EXECUTE, json=body, headers=ASYNC).status_code == 401
    assert clerk.post(EXECUTE, json=body, headers=ASYNC).status_code == 403
    with psycopg.connect(town.settings.dsn()) as connection:
        assert connection.execute("SELECT count(*) FROM job.job").fetchone() == (0,)


def test_a_job_is_seen_and_dismissed_by_its_owner_alone(
    operator: httpx.Client, clerk: httpx.Client, client: httpx.Client
) -> None:
    job = start(operator)
    assert [one["jobID"] for one in operator.get("/jobs").json()["jobs"]] == [job]
    for other in (clerk, client):
        assert other.get("/jobs").json()["jobs"] == []
        for method in ("GET", "DELETE"):
            refused = other.request(method, f"/jobs/{job}")
            assert (refused.status_code, refused.json()["type"]) == (
                404,
                f"{EXCEPTIONS}no-such-job",
            )
    assert operator.delete(f"/jobs/{job}").json()["status"] == "dismissed"


def test_a_dismissed_job_is_stopped_and_leaves_nothing(town: Town, operator: httpx.Client) -> None:
    job = start(operator)
    with town.worker():
        until(lambda: state(operator, job)["status"] == "running")
        assert operator.delete(f"/jobs/{job}").status_code == 200
        time.sleep(3)
        assert state(operator, job)["status"] == "dismissed"
    assert operator.get(f"/jobs/{job}/results").status_code == 404


def test_a_killed_worker_s_job_is_taken_up_again(town: Town, operator: httpx.Client) -> None:
    terrain(town.settings.data / "dtm.tif", 1500)
    job = start(operator)
    with town.worker() as worker:
        until(lambda: state(operator, job)["status"] == "running")
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait()
    time.sleep(1)
    assert state(operator, job)["status"] == "running"
    with town.worker():
        assert ends(operator, job)["status"] == "successful"
    with psycopg.connect(town.settings.dsn()) as connection:
        row = connection.execute("SELECT attempts FROM job.job WHERE id = %s", [job]).fetchone()
    assert row == (2,)


def test_a_job_that_cannot_be_done_any_more_says_why(town: Town, operator: httpx.Client) -> None:
    job = start(operator)
    file = town.settings.data / "dtm.tif"
    file.rename(file.with_suffix(".away"))
    try:
        with town.worker():
            failed = ends(operator, job)
    finally:
        file.with_suffix(".away").rename(file)
    assert (failed["status"], failed["message"]) == (
        "failed", 'inputs.layer: there is no coverage "dtm"',
    )  # fmt: skip
    polish = operator.get(f"/jobs/{job}", params={"lang": "pl"}).json()
    assert polish["message"] == "inputs.layer: nie ma pokrycia „dtm”"
    assert operator.get(f"/jobs/{job}/results").status_code == 400


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"inputs": {"azimuth_deg": 400}}, 'inputs.azimuth_deg: "400" is more than 360'),
        ({"inputs": {"layer": "nothing"}}, 'inputs.layer: there is no coverage "nothing"'),
        ({"inputs": {"azimut": 1}}, "inputs.azimut: hillshade has no such input"),
        ({"outputs": {"light": {}}}, "outputs.light: hillshade has shade"),
        ({"inputs": {}, "subscriber": {"successUri": "http://x.invalid"}}, "subscribers"),
        ([], "the body is an object"),
    ],
)
def test_wrong_inputs_are_refused_before_a_job_is_made(
    operator: httpx.Client, body: Any, said: str
) -> None:
    refused = operator.post(EXECUTE, json=body)
    assert refused.status_code == 400
    assert said in refused.json()["title"]


def test_one_person_has_five_jobs_at_most(operator: httpx.Client) -> None:
    for _ in range(5):
        start(operator)
    assert operator.post(EXECUTE, json={}).status_code == 429


def test_the_list_is_filtered(operator: httpx.Client) -> None:
    jobs = [start(operator) for _ in range(3)]
    operator.delete(f"/jobs/{jobs[0]}")

    def listed(**query: str) -> int:
        answer = operator.get("/jobs", params=query)
        assert answer.status_code == 200, answer.text
        return len(answer.json()["jobs"])

    assert listed(limit="2") == 2
    assert (listed(status="dismissed"), listed(status="accepted,running")) == (1, 2)
    assert (listed(processID="hillshade"), listed(processID="nearby")) == (3, 0)
    assert (listed(datetime="2020-01-01/.."), listed(datetime="../2020-01-01")) == (3, 0)
    assert operator.get("/jobs", params={"status": "x"}).status_code == 400


def test_what_is_immediate_answers_everybody_at_once(town: Town, client: httpx.Client) -> None:
    with psycopg.connect(town.settings.dsn()) as connection:
        connection.execute(
            "INSERT INTO terrain.well (name, geom) VALUES"
            " ('a', ST_Transform(ST_SetSRID(ST_MakePoint(20.5, 50.8), 4326), 2178))"
        )
    inputs = {"x": 20.5, "y": 50.8, "distance_m": 5}
    answer = client.post("/processes/nearby/execution", json={"inputs": inputs})
    assert (answer.status_code, answer.json()["layers"]["well"]["count"]) == (200, 1)
    job = client.post("/processes/nearby/execution", json={"inputs": inputs}, headers=ASYNC)
    assert job.status_code == 401


def test_processes_describe_themselves_in_both_languages(client: httpx.Client) -> None:
    listed = {one["id"]: one for one in client.get("/processes").json()["processes"]}
    assert listed["nearby"]["jobControlOptions"] == ["sync-execute", "async-execute", "dismiss"]
    assert listed["hillshade"]["jobControlOptions"] == ["async-execute", "dismiss"]
    described = client.get("/processes/hillshade", params={"lang": "pl"}).json()
    assert described["title"] == "Cieniowanie rzeźby terenu"
    assert described["inputs"]["azimuth_deg"]["schema"]["maximum"] == 360
    assert client.get("/processes/nothing").json()["type"] == f"{EXCEPTIONS}no-such-process"
    conforms = client.get("/conformance", params={"f": "json"}).json()["conformsTo"]
    base = "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/"
    assert {one.removeprefix(base) for one in conforms if one.startswith(base)} == {
        "core", "json", "ogc-process-description", "job-list", "dismiss",
    }  # fmt: skip
