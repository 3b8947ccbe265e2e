"""`datetime=` means the same in every way in: what was in force at a time."""

from __future__ import annotations

import dataclasses
import textwrap
from collections.abc import Iterator

import httpx
import psycopg
import pytest
from lxml import etree

from sip import catalogue, publish
from sip.database import counting
from sip.settings import Settings
from tests.services.conftest import free_port, serving
from tests.services.ways import FILES, WAYS, Way, square

pytestmark = pytest.mark.database
_ROWS = f"""
    INSERT INTO planning.zone (name, valid_from, valid_to, geom) VALUES
        ('Strefa 1', NULL, '2009-12-31', {square(1)}),
        ('Strefa 2', '2010-01-01', '2015-06-30', {square(2)}),
        ('Strefa 3', '2015-07-01', NULL, {square(3)}),
        ('Strefa 4', NULL, NULL, {square(4)}),
        ('Strefa 5', '2030-01-01', NULL, {square(5)})
"""


@pytest.fixture(scope="module")
def client(
    module_database: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[httpx.Client]:
    """A client of a server over the zones."""
    settings = dataclasses.replace(module_database, project=tmp_path_factory.mktemp("zones"))
    for name, text in FILES.items():
        file = settings.project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")
    declared = catalogue.load(settings.project)
    publish.publish(declared, settings)
    with psycopg.connect(settings.dsn()) as connection:
        connection.execute(_ROWS.encode())
        counting.refresh(connection, declared, ["zone"])
    with (
        serving(settings, free_port()) as origin,
        httpx.Client(base_url=origin, timeout=30) as made,
    ):
        yield made


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_way_in_shows_what_was_in_force(client: httpx.Client, way: Way) -> None:
    assert way(client, {}) == {1, 2, 3, 4, 5}
    assert way(client, {"datetime": "2015-06-30"}) == {2, 4}
    assert way(client, {"datetime": "2015-06-30T23:00:00Z/2015-07-01T01:00:00Z"}) == {2, 3, 4}
    assert way(client, {"datetime": "../2009-12-31"}) == {1, 4}
    assert way(client, {"datetime": "2031-01-01/.."}) == {3, 4, 5}


def test_time_of_a_wms_may_be_a_year_or_a_month(client: httpx.Client) -> None:
    drawn = next(way for way in WAYS if way.__name__ == "drawn")
    assert drawn(client, {"datetime": "2015"}) == {2, 3, 4}
    assert drawn(client, {"datetime": "2015-06"}) == {2, 4}
    assert drawn(client, {"datetime": "2009-12-01/2010-02-01/P1D"}) == {1, 2, 4}


@pytest.mark.parametrize("text", ["", "yesterday", "2015-06-31", "2016/2015", "'; DROP TABLE x--"])
def test_what_is_no_time_is_refused(client: httpx.Client, text: str) -> None:
    asked = {"datetime": text or "//"}
    picture = "/ows?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS=zone&STYLES=&SRS=EPSG:2178"
    picture += "&BBOX=7473000,5638000,7473500,5638100&WIDTH=50&HEIGHT=10&FORMAT=image/png"
    answers = [
        client.get("/tiles/zone/10/570/342.mvt", params=asked),
        client.get("/download/zone.csv", params=asked),
        client.get("/api/search", params={"q": "strefa", **asked}),
        client.get("/wfs?SERVICE=WFS&REQUEST=GetFeature&TYPENAMES=zone", params=asked),
        client.get(f"{picture}&TIME={asked['datetime']}"),
    ]
    assert [one.status_code for one in answers] == [400] * len(answers)


@pytest.mark.parametrize("version", ["1.1.1", "1.3.0"])
def test_capabilities_announce_the_time_of_a_layer_that_keeps_it(
    client: httpx.Client, version: str
) -> None:
    answer = client.get(f"/ows?SERVICE=WMS&REQUEST=GetCapabilities&VERSION={version}")
    root = etree.fromstring(answer.content)
    name = "Dimension" if version == "1.3.0" else "Extent"
    (extent,) = [one for one in root.iter(f"{{*}}{name}") if one.get("name") == "time"]
    first, last, step = str(extent.text).split("/")
    assert (first, step) == ("2010-01-01", "P1D")
    assert extent.get("default") == f"{first}/{last}"
