"""`/plan/check` and the process `plan_check`: anybody's file, nothing stored, in bounds."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from pathlib import Path

import httpx
import pyogrio

from sip.planning import bounded
from sip.planning.bounded import Bounds
from sip.settings import Settings
from tests.installation import Server
from tests.planning.test_check import in_zone, without_zone

ROOT = Path(__file__).parents[2]
KEYS = ["rule", "severity", "message", "object", "law", "geometry"]


def _sent(server: Server, content: bytes, language: str = "en", **headers: str) -> httpx.Response:
    return httpx.post(
        f"{server.url}/plan/check?lang={language}",
        files={"file": ("plan.gml", content)},
        headers={"Accept": "text/html", **headers},
        timeout=60,
    )


def _packed(plan: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("plan.gml", plan)
    return packed.getvalue()


def test_a_page_lists_and_draws_what_was_found(server: Server, plan: str) -> None:
    before = sorted(one for one in server.settings.files.rglob("*"))
    answer = _sent(server, without_zone(plan, 5).encode(), "pl")
    assert answer.status_code == 200
    assert "Błąd G06" in answer.text
    assert 'class="found error"' in answer.text
    assert answer.text.count('class="area zone"') == 8
    assert answer.headers["cache-control"] == "no-store"
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert sorted(one for one in server.settings.files.rglob("*")) == before
    good = _sent(server, _packed(plan), "en")
    assert "no errors" in good.text


def test_programs_get_json_and_a_layer(server: Server, plan: str) -> None:
    wrong = in_zone(plan, 4, ">0.9<", ">0.95<").encode()
    found = _sent(server, wrong, Accept="application/json").json()["findings"]
    assert [list(one) for one in found] == [KEYS]
    layer = httpx.post(
        f"{server.url}/plan/check?f=geojson", content=wrong, timeout=60,
        headers={"Content-Type": "application/gml+xml"},
    ).json()  # fmt: skip
    assert [one["properties"]["rule"] for one in layer["features"]] == ["A12"]


def test_findings_open_in_qgis_with_their_look(server: Server, plan: str, tmp_path: Path) -> None:
    page = _sent(server, without_zone(plan, 5).encode())
    link = re.search(r'download="findings.gpkg" href="data:[^,]+,([^"]+)"', page.text)
    assert link is not None
    file = tmp_path / "findings.gpkg"
    file.write_bytes(base64.b64decode(link[1]))
    looks = pyogrio.raw.read(file, layer="layer_styles", columns=["f_table_name", "styleQML"])[3]
    assert (looks[0].tolist(), "error" in looks[1][0]) == (["findings"], True)
    assert pyogrio.read_info(file, layer="findings")["features"] == 1


def test_nothing_and_harm_are_refused_in_words(server: Server) -> None:
    nothing = httpx.post(
        f"{server.url}/plan/check", files={"other": b"x"}, headers={"Accept": "text/html"}
    )
    assert (nothing.status_code, "alert" in nothing.text) == (400, True)
    answer = _sent(server, b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')
    assert "Error F01" in answer.text
    assert "passwd" not in answer.text
    name = _sent(server, b"<a>&lt;script&gt;</a>")
    assert "<script>" not in name.text.replace('<script src="', "")


def test_the_process_answers_what_the_command_answers(server: Server, plan: str) -> None:
    def executed(**inputs: object) -> httpx.Response:
        return httpx.post(
            f"{server.url}/ogc/processes/plan_check/execution", json={"inputs": inputs}, timeout=60
        )

    packed = base64.b64encode(_packed(without_zone(plan, 5))).decode()
    found = executed(file={"value": packed, "encoding": "base64"}, lang="en").json()
    assert list(found) == ["findings"]
    assert [one["rule"] for one in found["findings"]] == ["G06"]
    assert executed(file=plan).json() == {"findings": []}
    assert executed(file={"value": "?", "encoding": "base64"}).status_code == 400


def test_computations_are_processes_for_everybody(server: Server) -> None:
    def executed(name: str, **inputs: object) -> httpx.Response:
        return httpx.post(
            f"{server.url}/ogc/processes/{name}/execution", json={"inputs": inputs}, timeout=60
        )

    balance = executed("plan_balance", unit="gmina").json()["table"]
    whole = [row for row in balance["rows"] if row["unit"] == ""]
    assert round(sum(row["share_pct"] for row in whole), 2) == 100.0
    assert executed("plan_coverage", from_year=2024, to_year=2025).status_code == 200
    assert executed("plan_capacity").json()["layer"]["features"]
    assert executed("plan_conflicts", act="nothing").status_code == 404
    assert executed("plan_balance", unit="parish").status_code == 400


def test_what_takes_too_much_is_refused_and_says_so(plan: str, tmp_path: Path) -> None:
    settings = Settings(project=ROOT, state=tmp_path)
    for bounds in (Bounds(seconds=60, megabytes=40), Bounds(seconds=0, megabytes=1_000)):
        (found,) = bounded.check(plan.encode(), "plan.gml", settings, bounds).report.findings
        assert found.rule == "F01"
        assert "memory" in found.message.en
    assert bounded.check(plan.encode(), "../../plan.gml", settings).report.findings == ()
