"""A layer comes, changes and goes while everybody asks for everything: nobody sees a failure."""

from __future__ import annotations

import collections
import io
import json
import re
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.installation import Server, running_copy

pytestmark = [
    pytest.mark.server,
    pytest.mark.xdist_group("live"),
    pytest.mark.timeout(600),
]
LAYER = """\
title: {pl: Latarnie próbne, en: Trial lamps}
abstract: {pl: Do prób., en: For trials.}
geometry: Point
fields:
  no: {type: text, title: {pl: Numer, en: Number}, required: true}
"""
STYLE = 'kind: simple\nsymbol: {fill: "#ff0000", size_px: 12}\n'
CHANGED = LAYER.replace("Latarnie próbne", "Słupy próbne") + (
    "  watts: {type: number, title: {pl: Moc, en: Power}}\n"
)
EAST, NORTH = 7_470_000, 5_640_000
PATIENCE_S = 20
"""Of the test that asks one thing after the other while everybody asks; how soon is below."""
SEEN_S = 2.0
"""From the return of `sip publish` until each request that begins is answered anew."""
WATCHED_S = 4.0
ATTEMPTS = 5
"""The best counts: whatever else the machine does only adds."""
IN_A_ROW = 6
"""So often a sight must be the same: both workers were asked then."""

WMS = "/ows?SERVICE=WMS&VERSION=1.3.0&STYLES=&FORMAT=image/png&CRS=EPSG:2178&WIDTH=64&HEIGHT=64"
BOX = f"{NORTH - 100},{EAST - 100},{NORTH + 100},{EAST + 100}"
ALWAYS = (
    "/ogc/collections?f=json",
    "/ogc/collections/gmina/items?f=json",
    f"{WMS}&REQUEST=GetMap&LAYERS=gmina&BBOX={BOX}",
    "/tiles/gmina/12/2282/1373.mvt",
    "/ows?SERVICE=WMS&REQUEST=GetCapabilities",
    "/api/catalogue",
)
WHILE_THERE = (
    "/ogc/collections/trial_lamp/items?f=json",
    f"{WMS}&REQUEST=GetMap&LAYERS=trial_lamp&BBOX={BOX}",
    "/tiles/trial_lamp/12/2282/1373.mvt",
)
ASKING = 4


@pytest.fixture(scope="module")
def city(testrun_uid: str) -> Iterator[Server]:
    """An installation of a copy of the project."""
    with running_copy("live", testrun_uid) as one:
        yield one


@contextmanager
def everybody_asks(city: Server) -> Iterator[collections.Counter[tuple[str, str]]]:
    """Ask for everything all the time, and count answers by address and status."""
    stop = threading.Event()
    seen: collections.Counter[tuple[str, str]] = collections.Counter()

    def ask(number: int) -> None:
        with httpx.Client(base_url=city.url, timeout=30) as client:
            while not stop.is_set():
                for path in (*ALWAYS[number:], *WHILE_THERE, *ALWAYS[:number]):
                    seen[path, status(client, path)] += 1

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(ASKING)]
    for one in threads:
        one.start()
    try:
        yield seen
    finally:
        stop.set()
        for one in threads:
            one.join()


def status(client: httpx.Client, path: str) -> str:
    try:
        return str(client.get(path).status_code)
    except httpx.HTTPError as error:
        return repr(error)


def project_text(body: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith(".qgs"))
        return archive.read(name).decode()


CSW = (
    "/csw?SERVICE=CSW&VERSION=2.0.2&REQUEST=GetRecords&TYPENAMES=csw:Record"
    "&RESULTTYPE=results&ELEMENTSETNAME=full&MAXRECORDS=500"
)
DOCUMENTS = (
    "/ogc/collections?f=json&lang=pl",
    "/ows?SERVICE=WMS&REQUEST=GetCapabilities&LANGUAGE=pol",
    "/ows?SERVICE=WFS&REQUEST=GetCapabilities&LANGUAGE=pol",
    CSW,
    "/api/catalogue?lang=pl",
    "/qgis/sip.qgz?lang=pl",
)
"""What names every layer with its title."""
ADDRESSES = (
    "/ogc/collections/trial_lamp/items",
    "/tiles/trial_lamp.json",
    "/tiles/trial_lamp/12/2282/1373.mvt",
    "/styles/trial_lamp.json",
    "/download/trial_lamp.geojson",
    f"{WMS}&REQUEST=GetMap&LAYERS=trial_lamp&BBOX={BOX}",
)
"""What is there while the layer is."""
ITEMS = "/ogc/collections/trial_lamp/items?f=json"
FIELDS = (
    "/ogc/collections/trial_lamp/queryables?f=json",
    "/ows?SERVICE=WFS&VERSION=2.0.0&REQUEST=DescribeFeatureType&TYPENAMES=trial_lamp",
    ITEMS,
)
"""What names every field."""


def read(client: httpx.Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.text)
    is_project = path.startswith("/qgis/")
    return project_text(answer.content) if is_project else answer.text


def names(client: httpx.Client, path: str, text: str) -> bool:
    return text in read(client, path)


def hides(client: httpx.Client, path: str, text: str) -> bool:
    return text not in read(client, path)


def answers_with(client: httpx.Client, path: str, *expected: str) -> bool:
    return status(client, path) in expected


def until(seen: Callable[..., bool], client: httpx.Client, path: str, *words: str) -> None:
    """Wait until something is seen at every worker, though not for ever."""
    end = time.monotonic() + PATIENCE_S
    while not all(seen(client, path, *words) for _ in range(IN_A_ROW)):
        assert time.monotonic() < end, f"{seen.__name__} {words} within {PATIENCE_S} s: {path}"
        time.sleep(0.1)


def imported(city: Server, folder: Path) -> None:
    point = {"type": "Point", "coordinates": [EAST, NORTH]}
    feature = {"type": "Feature", "properties": {"no": "1"}, "geometry": point}
    file = folder / "lamps.geojson"
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::2178"}}
    file.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [feature]}))
    city.sip("import", str(file), "--layer", "trial_lamp")


def test_a_layer_comes_changes_and_goes_without_a_failed_request(
    city: Server, tmp_path: Path
) -> None:
    layer = city.settings.project / "layers" / "roads" / "trial_lamp.yaml"
    style = city.settings.project / "styles" / "roads" / "trial_lamp.yaml"
    with httpx.Client(base_url=city.url, timeout=30) as client, everybody_asks(city) as answers:
        layer.write_text(LAYER)
        style.write_text(STYLE)
        city.sip("publish")
        for path in DOCUMENTS:
            until(names, client, path, "Latarnie próbne")
        for path in ADDRESSES:
            until(answers_with, client, path, "200", "204")

        imported(city, tmp_path)
        until(names, client, ITEMS, '"numberMatched":1')

        layer.write_text(CHANGED)
        city.sip("publish")
        for path in DOCUMENTS:
            until(names, client, path, "Słupy próbne")
            until(hides, client, path, "Latarnie próbne")
        for path in FIELDS:
            until(names, client, path, "watts")

        layer.unlink()
        style.unlink()
        city.sip("publish")
        for path in DOCUMENTS:
            until(hides, client, path, "Słupy próbne")
        for path in ADDRESSES:
            until(answers_with, client, path, "400", "404")

    assert {key: count for key, count in answers.items() if not is_well(*key)} == {}
    assert min(sum(answers[path, one] for one in ("200", "204")) for path in ALWAYS) > 10


def test_a_change_is_seen_by_every_service_within_two_seconds_while_they_are_asked(
    city: Server,
) -> None:
    layer = city.settings.project / "layers" / "roads" / "bridge.yaml"
    declared = layer.read_text()
    seen = []
    for attempt in range(ATTEMPTS):
        title = f"Mosty próbne {attempt}"
        layer.write_text(re.sub(r"(?m)^title: .*$", f"title: {{pl: {title}, en: B}}", declared))
        seen.append(published(city, title))
        if seen[-1] <= SEEN_S:
            break
    layer.write_text(declared)
    assert min(seen) <= SEEN_S


def published(city: Server, title: str) -> float:
    """Publish; return when the last request began that was answered without the title, in seconds.

    Counted from the moment at which `sip publish` has returned; 0 where none began after it.
    """
    over = threading.Event()

    def watch(path: str) -> float:
        last = 0.0
        with httpx.Client(base_url=city.url, timeout=30) as client:
            while not over.wait(0.05):
                began = time.monotonic()
                if hides(client, path, title):
                    last = began
        return last

    with ThreadPoolExecutor(len(DOCUMENTS)) as pool:
        watching = [pool.submit(watch, path) for path in DOCUMENTS]
        try:
            city.sip("publish")
            returned = time.monotonic()
            time.sleep(WATCHED_S)
        finally:
            over.set()
    return max(0.0, *(one.result() - returned for one in watching))


def is_well(path: str, found: str) -> bool:
    return found in ("200", "204") or (path in WHILE_THERE and found in ("400", "404"))
