"""Drawings of acts: checked, registered, and drawn where they belong, without their paper."""

from __future__ import annotations

import dataclasses
import hashlib
import io
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import psycopg
import pytest
import rasterio
import rasterio.shutil
import rasterio.vrt
from PIL import Image
from rasterio.transform import Affine, from_origin

from sip import catalogue, cli, crs
from sip.cli import work
from sip.database.migrate import migrate
from sip.settings import Settings
from sip.tiling import PL1992_QUAD
from tests.installation import ROOT, Server
from tests.planning.test_life import SPACE, add_act, square

WEST, NORTH = 7_500_000.0, 5_600_100.0
INK, PAPER = (200, 60, 40), (255, 255, 255)


@pytest.fixture(scope="module")
def office(module_database: Settings) -> Settings:
    settings = dataclasses.replace(module_database, project=ROOT)
    migrate(catalogue.load(ROOT), settings)
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        add_act(connection, "7_MPZP", square(0, 0))
    return settings


def sheet(folder: Path, **wishes: Any) -> Path:
    """Write a drawing of 100 m: ink in the west, paper in the east; `wishes` are its profile."""
    picture = np.zeros((3, 500, 500), np.uint8)
    picture[:, :, :250], picture[:, :, 250:] = np.array(INK)[:, None, None], 255
    count = wishes.get("count", 3)
    grid = {"crs": "EPSG:2178", "transform": from_origin(WEST, NORTH, 0.2, 0.2), "count": 3}
    profile = {"driver": "GTiff", "width": 500, "height": 500, "dtype": "uint8", **grid, **wishes}
    file = folder / "sheet.tif"
    with rasterio.open(file, "w", photometric="RGB" if count == 3 else None, **profile) as target:
        target.write(picture[:count].astype(profile["dtype"]))
    return file


def command(
    office: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    *words: object,
) -> tuple[int, str]:  # fmt: skip
    """Run `sip plan drawing` in this process; return its exit code and what it said."""
    monkeypatch.setattr("sip.settings.find", lambda _folder: office)
    with pytest.raises(SystemExit) as ended:
        cli.main(["plan", "drawing", *map(str, words)])
    said = capsys.readouterr()
    return int(str(ended.value.code)), said.out + said.err


FAULTS: dict[str, tuple[dict[str, Any], str]] = {
    "no CRS": ({"crs": None}, "error D01"),
    "a CRS of another country": ({"crs": "EPSG:5514"}, "error D01"),
    "the wrong zone": ({"crs": "EPSG:2177"}, "error D02"),
    "turned": ({"transform": Affine(0.2, 0.02, WEST, 0.02, -0.2, NORTH)}, "error D03"),
    "numbers": ({"dtype": "float32", "count": 1}, "error D04"),
    "coarse": ({"width": 50, "height": 50, "transform": from_origin(WEST, NORTH, 2, 2)}, "D05"),
    "half": ({"transform": from_origin(WEST - 50, NORTH, 0.2, 0.2), "nodata": 0}, "D06"),
    "hiding": ({"transform": from_origin(WEST - 10, NORTH + 10, 0.25, 0.25)}, "D07"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_of_a_drawing_is_found(
    name: str, office: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    wishes, expected = FAULTS[name]
    small = wishes.get("width") == 50
    file = tmp_path / "sheet.tif"
    if small:
        with rasterio.open(
            file, "w", driver="GTiff", count=3, dtype="uint8", crs="EPSG:2178", **wishes
        ) as target:
            target.write(np.zeros((3, 50, 50), np.uint8))
    else:
        sheet(tmp_path, **wishes)
    words = (file, "--act", "7_MPZP", "--scale", 1500, "--dry-run")
    code, said = command(office, monkeypatch, capsys, *words)
    lines = [line for line in said.splitlines() if line.startswith(("error ", "warning "))]
    assert len(lines) == 1, said
    assert expected in lines[0]
    assert code == (1 if expected.startswith("error") else 0)
    if name == "half":
        assert "50.0 % of the act" in said


def test_a_drawing_is_registered_and_seen_in_its_place_without_its_paper(
    office: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    legend = tmp_path / "legend.pdf"
    legend.write_bytes(b"%PDF-1.7")
    words = (sheet(tmp_path), "--act", "7_MPZP", "--scale", 1000, "--legend", legend)
    code, said = command(office, monkeypatch, capsys, *words)
    assert code == 0, said
    with psycopg.connect(office.dsn("sip_owner")) as connection:
        row = connection.execute(
            "SELECT local_id, scale_denominator, drawing_crs, link, legend_link, st_area(geom),"
            " (SELECT comment FROM sip.changeset WHERE id = row_changeset)"
            " FROM planning.plan_drawing"
        ).fetchone()
    assert row is not None
    name = f"{SPACE.replace('.', '_').replace('/', '_')}_7_MPZP_Rys1"
    assert row[:3] == ("7_MPZP_Rys1", 1000, "http://www.opengis.net/def/crs/EPSG/0/2178")
    assert row[3].endswith(f"/drawings/{name}.tif")
    assert row[4].endswith(f"/drawings/{name}_legenda.pdf")
    assert (round(row[5]), row[6]) == (10_000, "sheet.tif")
    with rasterio.open(office.data / "plan_drawings" / f"{name}.tif") as made:
        assert made.tags(ns="IMAGE_STRUCTURE")["LAYOUT"] == "COG"
    with rasterio.open(office.data / "plan_drawings" / "index.vrt") as seen:
        ink, paper = seen.sample([(WEST + 10, NORTH - 50), (WEST + 90, NORTH - 50)])
    assert tuple(ink) == (*INK, 255)
    assert paper[3] == 0


def test_a_drawing_that_is_deleted_or_ended_is_seen_no_more_and_its_file_stays_as_given(
    office: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    with psycopg.connect(office.dsn("sip_owner")) as connection:
        add_act(connection, "9_MPZP", square(0, 1000))
    moved = sheet(tmp_path, transform=from_origin(WEST, NORTH + 1000, 0.2, 0.2))
    given = moved.read_bytes()
    code, said = command(office, monkeypatch, capsys, moved, "--act", "9_MPZP", "--scale", 1000)
    assert code == 0, said
    shown = work.shown_drawings(office, None)
    assert shown
    with psycopg.connect(office.dsn("sip_owner")) as connection:
        row = connection.execute(
            "DELETE FROM planning.plan_drawing WHERE local_id = '9_MPZP_Rys1'"
            " RETURNING original_link, original_sha256"
        ).fetchone()
    assert row is not None
    left = work.shown_drawings(office, shown)
    assert left == shown[:-1]
    folder = office.data / "plan_drawings"
    assert shown[-1] not in (folder / "index.vrt").read_text()
    kept = (folder / row[0].rsplit("/", 1)[-1]).read_bytes()
    assert (kept, hashlib.sha256(kept).hexdigest()) == (given, row[1])
    with psycopg.connect(office.dsn("sip_owner")) as connection:
        connection.execute("UPDATE planning.plan_drawing SET valid_to = '2026-01-01'")
    assert work.shown_drawings(office, left) == []
    with rasterio.open(folder / "index.vrt") as seen:
        assert not seen.read(4).any()
    with psycopg.connect(office.dsn("sip_owner")) as connection:
        connection.execute("UPDATE planning.plan_drawing SET valid_to = NULL")


def test_a_drawing_in_another_system_lies_in_the_same_place(
    office: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    with (
        rasterio.open(sheet(tmp_path)) as source,
        rasterio.vrt.WarpedVRT(source, crs="EPSG:2180", add_alpha=True) as moved,
    ):
        rasterio.shutil.copy(moved, tmp_path / "moved.tif", driver="GTiff")
    with psycopg.connect(office.dsn("sip_owner")) as connection:
        add_act(connection, "8_MPZP", square(0, 0))
    words = (tmp_path / "moved.tif", "--act", "8_MPZP", "--scale", 1000)
    code, said = command(office, monkeypatch, capsys, *words)
    assert code == 0, said
    with rasterio.open(office.data / "plan_drawings" / "index.vrt") as seen:
        assert seen.crs.to_epsg() == 2178
        ink, paper = seen.sample([(WEST + 10, NORTH - 50), (WEST + 90, NORTH - 50)])
    assert np.abs(ink.astype(int) - (*INK, 255)).max() <= 2
    assert paper[3] == 0


def picture(content: bytes) -> np.ndarray[Any, Any]:
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGBA"))


def test_drawings_are_one_layer_of_wms_and_wmts_and_clear_outside(server: Server) -> None:
    with rasterio.open(server.settings.data / "plan_drawings" / "index.vrt") as seen:
        inked = np.argwhere(seen.read(4, out_shape=(200, 200)) == 255)
        row, col = inked[len(inked) // 2]
        x, y = seen.xy((row + 0.5) * seen.height / 200, (col + 0.5) * seen.width / 200)
        west, south, east, north = seen.bounds
        expected = next(seen.sample([(x, y)]))
    with httpx.Client(base_url=server.url, timeout=60) as client:
        box = f"{y - 1},{x - 1},{y + 1},{x + 1}"
        asked = {"service": "WMS", "version": "1.3.0", "request": "GetMap", "styles": "",
                 "layers": "plan_drawing_picture", "crs": "EPSG:2178", "bbox": box, "width": "5",
                 "height": "5", "format": "image/png", "transparent": "true"}  # fmt: skip
        here = picture(client.get("/ows", params=asked).content)[2, 2]
        assert np.abs(here.astype(int) - expected).max() <= 3
        beyond = f"{south - 500},{west - 500},{south - 400},{west - 400}"
        outside = picture(client.get("/ows", params=asked | {"bbox": beyond}).content)
        assert (outside[..., 3] == 0).all()
        whole = f"{south},{west},{north},{east}"
        all_ = picture(client.get("/ows", params=asked | {"bbox": whole, "width": "300",
                                                          "height": "300"}).content)  # fmt: skip
        assert 0 < (all_[..., 3] > 0).mean() < 0.9
        place = crs.transformer(2178, 2180).transform(x, y)
        level, span = 15, PL1992_QUAD.span_m(15)
        column, down = (
            divmod(place[0] - PL1992_QUAD.west, span),
            divmod(PL1992_QUAD.north - place[1], span),
        )
        address = f"/wmts/plan_drawing_picture/default/PL1992Quad/{level}/{int(down[0])}"
        tile = picture(client.get(f"{address}/{int(column[0])}.png").content)
        cell = tile[int(down[1] / span * 256), int(column[1] / span * 256)]
        assert np.abs(cell.astype(int) - expected).max() <= 3
        listed = client.get("/wmts/1.0.0/WMTSCapabilities.xml").text
        assert "<ows:Identifier>plan_drawing_picture</ows:Identifier>" in listed
