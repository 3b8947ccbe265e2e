"""Flights, pictures and changes as jobs over HTTP: points in a folder to products in an archive."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import httpx
import psycopg
import pytest

from processing import scene
from processing.raster import write_cog
from processing.scene.files import write_laz
from tests.services.processes.conftest import Town
from tests.services.processes.test_jobs import ASYNC, state, until

pytestmark = pytest.mark.database
SIDE_M = 60.0
YEARS = ("2021", "2024")
LONGEST_S = 240


def start(client: httpx.Client, process: str, **inputs: Any) -> str:
    made = client.post(f"/processes/{process}/execution", json={"inputs": inputs}, headers=ASYNC)
    assert made.status_code == 201, made.text
    return str(made.json()["jobID"])


def done(client: httpx.Client, job: str) -> dict[str, Any]:
    until(lambda: state(client, job)["status"] not in ("accepted", "running"), LONGEST_S)
    return state(client, job)


def archive(client: httpx.Client, job: str) -> set[str]:
    results = client.get(f"/jobs/{job}/results").json()
    assert results["left_out"] == {}, results
    with zipfile.ZipFile(io.BytesIO(client.get(results["products"]["href"]).content)) as products:
        return {*products.namelist()}


@pytest.fixture(scope="module")
def flown(town: Town, pytestconfig: pytest.Config) -> Town:
    """The town with points and a picture of two years in its folder of flights."""
    assert pytestconfig.cache is not None
    town.settings.jobs.mkdir(exist_ok=True)
    (town.settings.jobs / ".compiled").symlink_to(pytestconfig.cache.mkdir("compiled"))
    before = scene.town(4, side_m=SIDE_M)
    for one in (before, scene.later(before)[0]):
        folder = town.settings.flights / str(one.year)
        folder.mkdir(parents=True)
        (town.settings.flights / f"pictures-{one.year}").mkdir()
        write_laz(scene.scan(one, density=4.0, seed=one.year), folder / "points.laz")
        picture = town.settings.flights / f"pictures-{one.year}" / "picture.tif"
        write_cog(scene.photograph(one, seed=one.year), picture)
    box = before.extent
    with psycopg.connect(town.settings.dsn()) as connection:
        connection.execute(
            "INSERT INTO terrain.lawn (name, geom)"
            " VALUES ('a', ST_Transform(ST_MakeEnvelope(%s, %s, %s, %s, %s), 2178))",
            [box.west, box.south, box.east, box.north, before.crs],
        )
    return town


def test_a_flight_and_pictures_become_products_that_can_be_fetched(
    flown: Town, operator: httpx.Client
) -> None:
    with flown.worker():
        jobs = [start(operator, "lidar", flight=year, date=f"{year}-04-01") for year in YEARS]
        for job in jobs:
            assert done(operator, job)["status"] == "successful", state(operator, job)["message"]
        made = archive(operator, jobs[0])
        assert {"dtm.tif", "trees.parquet", "points.copc.laz", "report.pl.html"} <= made
        told = operator.get(f"/jobs/{jobs[0]}/results/report").json()
        assert told["files"][0]["file"] == "points.laz"

        pictures = start(
            operator, "ortho", pictures=f"pictures-{YEARS[0]}", layout="rgbi",
            date=f"{YEARS[0]}-06-01", flight=YEARS[0], areas="lawn", indices=["savi"],
        )  # fmt: skip
        change = start(operator, "change", old=YEARS[0], new=YEARS[1])
        for job in (pictures, change):
            assert done(operator, job)["status"] == "successful", state(operator, job)["message"]
    made = archive(operator, pictures)
    assert {"ndvi.tif", "savi.tif", "cover.tif", "cover_shares.parquet", "trees.parquet"} <= made
    assert {"difference.tif", "earthworks.parquet", "buildings.parquet"} <= archive(
        operator, change
    )


def test_what_is_not_there_is_said_without_saying_where(
    flown: Town, operator: httpx.Client
) -> None:
    (flown.settings.flights / "empty").mkdir()
    wrong = {
        start(operator, "lidar", flight="1999"): 'there is no folder "1999" among the flights',
        start(operator, "lidar", flight="empty"): "empty: there is no LAS or LAZ file in it",
        start(operator, "ortho", pictures="pictures-2021", layout="rgbi", date="2021-06-01",
              areas="secret"): 'there is no public layer "secret"',
        start(operator, "change", old="1999", new="2024"): "run the process lidar",
    }  # fmt: skip
    with flown.worker():
        for job, said in wrong.items():
            failed = done(operator, job)
            assert (failed["status"], said in failed["message"]) == ("failed", True), failed
            assert str(flown.settings.state) not in failed["message"]
    polish = operator.get(f"/jobs/{next(iter(wrong))}", params={"lang": "pl"}).json()
    assert polish["message"] == "inputs.flight: w folderze nalotów nie ma folderu „1999”"


@pytest.mark.parametrize(
    ("process", "inputs", "said"),
    [
        ("lidar", {"flight": "../../etc"}, 'inputs.flight: "../../etc" is not like flight_2026'),
        ("lidar", {"flight": "/etc"}, "inputs.flight"),
        ("lidar", {}, "inputs.flight is missing"),
        ("lidar", {"flight": "2021", "profile": "moon"}, "'moon' is not one of"),
        ("ortho", {"pictures": "..", "layout": "rgbi"}, 'inputs.pictures: ".." is not like'),
        ("ortho", {"pictures": "2021", "date": "31.05.2021"}, "inputs.date"),
        ("ortho", {"pictures": "2021", "indices": ["x"]}, "inputs.indices[0]"),
        ("change", {"old": "2021"}, "inputs.new is missing"),
    ],
)
def test_wrong_inputs_make_no_job(
    operator: httpx.Client, process: str, inputs: dict[str, Any], said: str
) -> None:
    refused = operator.post(f"/processes/{process}/execution", json={"inputs": inputs})
    assert refused.status_code == 400
    assert said in refused.json()["title"]


@pytest.mark.parametrize("process", ["lidar", "ortho", "change"])
def test_only_groups_that_may_compute_flights_do(
    client: httpx.Client, clerk: httpx.Client, process: str
) -> None:
    inputs = {"flight": "a", "pictures": "a", "old": "a", "new": "a"}
    described = client.get(f"/processes/{process}").json()["inputs"]
    body = {"inputs": {name: one for name, one in inputs.items() if name in described}}
    path = f"/processes/{process}/execution"
    assert client.post(path, json=body, headers=ASYNC).status_code == 401
    assert clerk.post(path, json=body, headers=ASYNC).status_code == 403


def test_a_flight_is_stopped_in_the_middle(flown: Town, operator: httpx.Client) -> None:
    job = start(operator, "lidar", flight="2021", profile="urban")
    with flown.worker():
        until(lambda: state(operator, job)["status"] == "running", LONGEST_S)
        assert operator.delete(f"/jobs/{job}").json()["status"] == "dismissed"
        until(lambda: not (flown.settings.jobs / job / "products.zip").exists())
    assert operator.get(f"/jobs/{job}/results").status_code == 404
