"""Flights, pictures and changes as jobs over HTTP: points in a folder to products in an archive."""

from __future__ import annotations

import dataclasses
import io
import json
import zipfile
from typing import Any

import geopandas
import httpx
import psycopg
import pytest
import shapely
from psycopg import sql

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
    told: set[str] = set()

    def is_over() -> bool:
        now = state(client, job)
        told.add(now["message"])
        return now["status"] not in ("accepted", "running")

    until(is_over, LONGEST_S)
    assert [one for one in told if "/" in one] == []  # no path of the server
    return state(client, job)


def archive(client: httpx.Client, job: str) -> dict[str, bytes]:
    results = client.get(f"/jobs/{job}/results").json()
    with zipfile.ZipFile(io.BytesIO(client.get(results["products"]["href"]).content)) as products:
        return {name: products.read(name) for name in products.namelist()}


def left_out(client: httpx.Client, job: str, **query: str) -> dict[str, str]:
    return dict(client.get(f"/jobs/{job}/results", params=query).json()["left_out"])


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
    (town.settings.flights / "empty").mkdir()
    box = shapely.box(*dataclasses.astuple(before.extent))
    shapes = {
        "lawn": box, "pond": pond(before), "deck": shapely.affinity.translate(box, 5000),
        "house": shapely.affinity.translate(pond(before), 18), "drain": box.boundary,
    }  # fmt: skip
    with psycopg.connect(town.settings.dsn()) as connection:
        for layer, shape in shapes.items():
            connection.execute(
                sql.SQL(
                    "INSERT INTO terrain.{} (name, geom)"
                    " VALUES ('a', ST_Transform(ST_SetSRID(%s::geometry, %s), 2178))"
                ).format(sql.Identifier(layer)),
                [shape.wkt, before.crs],
            )
    return town


def pond(town: scene.Scene) -> shapely.Polygon:
    """Return a square of water in the middle of a town."""
    box = town.extent
    return shapely.Point((box.west + box.east) / 2, (box.south + box.north) / 2).buffer(8)


def test_a_flight_and_pictures_become_products_that_can_be_fetched(
    flown: Town, operator: httpx.Client
) -> None:
    with flown.worker():
        layers = {"water": "pond", "bridges": "deck", "footprints": "house", "culverts": "drain"}
        asked = {YEARS[0]: {}, YEARS[1]: {"contours_m": 0.5, "rain_mm": 40, **layers}}
        jobs = [
            start(operator, "lidar", flight=year, date=f"{year}-04-01", **more)
            for year, more in asked.items()
        ]
        for job in jobs:
            assert done(operator, job)["status"] == "successful", state(operator, job)["message"]
        made = archive(operator, jobs[0])
        assert {"dtm.tif", "trees.parquet", "points.copc.laz", "report.pl.html"} <= {*made}
        told = operator.get(f"/jobs/{jobs[0]}/results/report").json()
        assert told["files"][0]["file"] == "points.laz"

        assert left_out(operator, jobs[0]) == {}
        assert left_out(operator, jobs[1]) == {"bridges": '"deck" has nothing where the points are'}
        assert left_out(operator, jobs[1], lang="pl") == {
            "bridges": "„deck” nie ma niczego tam, gdzie są punkty"
        }
        made = archive(operator, jobs[1])
        assert {"contours.parquet", "flow.tif", "ponding.tif", "ponds.parquet"} <= {*made}
        heights = geopandas.read_parquet(io.BytesIO(made["contours.parquet"]))["height_m"]
        assert set(heights % 0.5) == {0} != set(heights % 1.0)
        assert {*geopandas.read_parquet(io.BytesIO(made["heights.parquet"])).columns} >= {
            "id", "roof_p90_m",
        }  # fmt: skip
        wet = [
            operator.get(f"/jobs/{job}/results/report").json()["classes"].get("9", 0)
            for job in jobs
        ]
        assert wet[0] == 0 < wet[1]

        pictures = start(
            operator, "ortho", pictures=f"pictures-{YEARS[0]}", layout="rgbi",
            date=f"{YEARS[0]}-06-01", flight=YEARS[0], areas="lawn", indices=["savi"],
        )  # fmt: skip
        change = start(operator, "change", old=YEARS[0], new=YEARS[1])
        for job in (pictures, change):
            assert done(operator, job)["status"] == "successful", state(operator, job)["message"]
    made = archive(operator, pictures)
    assert {"ndvi.tif", "savi.tif", "cover.tif", "cover_shares.parquet", "trees.parquet"} <= {*made}
    made = archive(operator, change)
    assert {"difference.tif", "earthworks.parquet", "buildings.parquet"} <= {*made}


@pytest.mark.parametrize(
    ("process", "inputs", "english", "polish"),
    [
        ("lidar", {"flight": "1999"}, 'flight: there is no folder "1999" among the flights',
         "flight: w folderze nalotów nie ma folderu „1999”"),
        ("lidar", {"flight": "empty"}, "flight: empty: there is no LAS or LAZ file in it",
         "flight: empty: nie ma w nim pliku LAS ani LAZ"),
        ("lidar", {"flight": "2021", "profile": "moon"},
         'profile: "moon" is none of: terrain, urban, forest',
         "profile: „moon” nie jest jednym z: terrain, urban, forest"),
        ("lidar", {"flight": "2021", "crs": 4326}, "crs: EPSG:4326 is no plane in metres",
         "crs: EPSG:4326 nie jest układem płaskim w metrach"),
        ("lidar", {"flight": "2021", "heights": 2180},
         "heights: EPSG:2180 is no datum of heights",
         "heights: EPSG:2180 nie jest układem wysokości"),
        ("lidar", {"flight": "2021", "date": "2021-02-30"}, 'date: "2021-02-30" is not like',
         "date: „2021-02-30” nie jest jak"),
        ("lidar", {"flight": "2021", "date": "2999-01-01"}, "date: 2999-01-01 is still to come",
         "date: 2999-01-01 jeszcze nie nadszedł"),
        ("lidar", {"flight": "2021", "water": "secret"},
         'water: there is no layer "secret" that you may read',
         "water: nie ma warstwy „secret”, którą wolno Ci czytać"),
        ("lidar", {"flight": "2021", "water": "vault"},
         'water: there is no layer "vault" that you may read',
         "water: nie ma warstwy „vault”, którą wolno Ci czytać"),
        ("lidar", {"flight": "2021", "water": "drain"}, 'water: "drain" has no areas',
         "water: „drain” nie ma obszarów"),
        ("lidar", {"flight": "2021", "culverts": "lawn"}, 'culverts: "lawn" has no lines',
         "culverts: „lawn” nie ma linii"),
        ("lidar", {"flight": "2021", "roads": "well"}, 'roads: "well" has no areas or lines',
         "roads: „well” nie ma obszarów ani linii"),
        ("lidar", {"flight": "2021", "rain_mm": 0}, 'rain_mm: "0" is not more than 0',
         "rain_mm: „0” nie jest większe niż 0"),
        ("ortho", {"pictures": "empty"}, "pictures: empty: there is no picture in it",
         "pictures: empty: nie ma w nim zdjęcia"),
        ("ortho", {"pictures": "pictures-2021", "layout": "grey"},
         'layout: "grey" is none of: rgb, cir, rgbi', "layout: „grey” nie jest jednym z: rgb"),
        ("ortho", {"pictures": "pictures-2021", "areas": "secret"},
         'areas: there is no layer "secret"', "areas: nie ma warstwy „secret”"),
        ("ortho", {"pictures": "pictures-2021", "flight": "1999"},
         'flight: "1999" has not been computed; run the process lidar',
         "flight: „1999” nie jest policzone; uruchom proces lidar"),
        ("ortho", {"pictures": "pictures-2021", "before": "1999"},
         'before: "1999" has not been computed; run the process ortho',
         "before: „1999” nie jest policzone; uruchom proces ortho"),
        ("change", {"old": "1999", "new": "2024"},
         'old: "1999" has not been computed; run the process lidar',
         "old: „1999” nie jest policzone; uruchom proces lidar"),
    ],
)  # fmt: skip
def test_what_is_not_there_makes_no_job_and_is_said_without_saying_where(
    flown: Town, operator: httpx.Client, process: str, inputs: dict[str, Any], english: str,
    polish: str,
) -> None:  # fmt: skip
    for language, said in (("en", english), ("pl", polish)):
        refused = operator.post(
            f"/processes/{process}/execution", json={"inputs": inputs},
            headers={**ASYNC, "Accept-Language": language},
        )  # fmt: skip
        assert (refused.status_code, refused.headers["content-type"]) == (
            400, "application/problem+json",
        )  # fmt: skip
        problem = refused.json()
        assert problem["status"] == 400
        assert problem["title"].startswith(f"inputs.{said}"), problem
        assert str(flown.settings.project) not in refused.text
    assert operator.get("/jobs").json()["jobs"] == []


def test_flights_of_two_planes_are_refused_before_they_are_compared(
    flown: Town, operator: httpx.Client
) -> None:
    for name, crs in (("a", "EPSG:2180"), ("b", "EPSG:2178")):
        folder = flown.settings.jobs / ".flights" / name
        folder.mkdir(parents=True)
        (folder / "dtm.tif").touch()
        told = {"crs": crs, "heights": None, "flight_days": []}
        (folder / "report.json").write_text(json.dumps(told))
    body = {"inputs": {"old": "a", "new": "b"}}
    refused = operator.post("/processes/change/execution", json=body)
    assert (refused.status_code, refused.json()["title"]) == (
        400, "inputs.new: a and b have different coordinate reference systems: EPSG:2180 and "
        "EPSG:2178",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("process", "inputs", "said"),
    [
        ("lidar", {"flight": "../../etc"}, 'inputs.flight: "../../etc" is not like flight_2026'),
        ("lidar", {"flight": "/etc"}, "inputs.flight"),
        ("lidar", {}, "inputs.flight is missing"),
        (
            "lidar",
            {"flight": "2021", "profile": "moon"},
            'inputs.profile: "moon" is none of: terrain, urban, forest',
        ),
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
