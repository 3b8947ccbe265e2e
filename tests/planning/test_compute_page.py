"""`/plan/compute`: computations as forms, with tables, pictures and files, without any script."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import httpx
import pyogrio
import pytest

from sip.planning.analysis.menu import ANALYSES
from tests.installation import Server

PATH = "/plan/compute"


def _get(server: Server, path: str, **query: str) -> httpx.Response:
    return httpx.get(f"{server.url}{PATH}{path}", params={"lang": "en", **query}, timeout=60)


def test_every_computation_is_listed_and_has_a_form(server: Server) -> None:
    listed = _get(server, "")
    for one in ANALYSES.values():
        assert f'href="{PATH}/{one.id}?lang=en"' in listed.text
        form = _get(server, f"/{one.id}")
        assert form.status_code == 200
        for parameter in one.parameters:
            assert f'<label for="{parameter.name}">{parameter.title.en}' in form.text
            assert re.search(rf'<(input|select) id="{parameter.name}" name=', form.text)
    assert _get(server, "/nothing").status_code == 404


def test_a_balance_is_a_table_and_a_file_in_the_words_of_the_reader(server: Server) -> None:
    page = _get(server, "/balance", run="1", areas="land_use")
    assert "<td>single-family housing</td>" in page.text
    assert "not covered" in page.text
    file = httpx.get(f"{server.url}{PATH}/balance.csv?areas=land_use&lang=pl", timeout=60)
    rows = list(csv.DictReader(io.StringIO(file.text)))
    assert "nieobjęte" in {one["kind_name"] for one in rows}
    share = sum(float(one["share_pct"]) for one in rows if one["unit"] == "")
    assert share == pytest.approx(100.0)


def test_what_has_places_is_drawn_and_opens_in_qgis_with_its_look(
    server: Server, tmp_path: Path
) -> None:
    page = _get(server, "/capacity", run="1", areas="land_use")
    assert 'class="result-picture" src="data:image/svg+xml' in page.text
    link = re.search(r'href="(/plan/compute/capacity[.]gpkg[^"]+)"', page.text)
    assert link is not None
    answer = httpx.get(server.url + link[1].replace("&amp;", "&"), timeout=60)
    file = tmp_path / "capacity.gpkg"
    file.write_bytes(answer.content)
    named = {row[0] for row in pyogrio.list_layers(file)}
    assert named == {"capacity", "capacity_sums", "layer_styles"}
    assert pyogrio.read_info(file, layer="capacity")["crs"] == "EPSG:2178"


def test_an_act_is_chosen_by_its_title_and_what_is_wrong_is_said(server: Server) -> None:
    form = _get(server, "/conflicts").text
    act = re.findall(r'<option value="(https[^"]+)"', form)[0]
    assert "Result" in _get(server, "/conflicts", run="1", act=act).text
    missing = _get(server, "/conflicts", run="1")
    assert (missing.status_code, "is missing" in missing.text) == (422, True)
    year = _get(server, "/coverage", run="1", from_year="<b>1")
    assert (year.status_code, "<b>1" in year.text) == (422, False)


def test_jobs_are_for_those_who_may_run_them(server: Server) -> None:
    asked = httpx.post(f"{server.url}{PATH}/balance?lang=en", headers={"Origin": server.url})
    assert (asked.status_code, "may not run jobs" in asked.text) == (403, True)
    foreign = httpx.post(f"{server.url}{PATH}/balance", headers={"Origin": "http://x.example"})
    assert foreign.status_code == 403
    assert _get(server, "/balance/jobs/00000000-0000-0000-0000-000000000000").status_code == 404
