"""Points of a flight: fetched in parts, and seen in three dimensions where somebody asks for it."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import copclib
import httpx
import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright
from rasterio.transform import from_origin

from processing.raster import Raster, write_cog
from services.portal.assets import FOLDER
from sip.settings import Settings
from tests.portal.conftest import FLAGS, published, watched
from tests.portal.town import FILES, X, Y

pytestmark = [pytest.mark.database, pytest.mark.browser, pytest.mark.xdist_group("portal")]

_LAYER = """
    title: {pl: Punkty nalotu, en: Points of the flight}
    abstract: {pl: Chmura punktów., en: A cloud of points.}
    point_cloud: {file: flight.copc.laz}
    """
_GROUND = """
    title: {pl: Grunt, en: Ground}
    abstract: {pl: Wysokości., en: Heights.}
    raster: {kind: grid, unit: m, files: [{file: g.tif, year: 2024}]}
    """
_SHADE = """
    title: {pl: Cień, en: Shade}
    abstract: {pl: Cieniowanie., en: Shading.}
    process: terrain.hillshade
    inputs: {dtm: ground}
    raster: {files: [{file: shade/s.tif, year: 2024}]}
    """
_COUNT = 20_000
_SOFTWARE_GL = [
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
]  # fmt: skip
_GREEN, _BROWN = (47, 125, 50), (169, 116, 79)
"""Colours of high vegetation and of the ground."""


def write_copc(file: Path) -> None:
    """Write flat ground 100 m wide (class 2) under a slab of leaves (5), as one node."""
    rng = np.random.default_rng(1)
    config = copclib.CopcConfigWriter(6, (0.01, 0.01, 0.01), (X, Y, 0))
    header = config.las_header
    header.min, header.max = (X, Y, 200), (X + 100, Y + 100, 215)
    about = config.copc_info
    about.center_x, about.center_y, about.center_z = X + 50, Y + 50, 250
    about.halfsize, about.spacing = 50, 10
    writer = copclib.FileWriter(str(file), config)
    points = copclib.Points(writer.copc_config.las_header)
    for is_leaf, x, y in zip(
        rng.random(_COUNT) < 0.3, rng.uniform(0, 100, _COUNT), rng.uniform(0, 100, _COUNT),
        strict=True,
    ):  # fmt: skip
        point = points.CreatePoint()
        point.x, point.y = X + x, Y + y / 2 if is_leaf else Y + y
        point.z = rng.uniform(210, 215) if is_leaf else 200
        point.classification = 5 if is_leaf else 2
        points.AddPoint(point)
    writer.AddNode(copclib.VoxelKey(0, 0, 0, 0), points)
    writer.Close()


@pytest.fixture(scope="module")
def settings(module_database: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The town with points of a flight, and with a layer whose points are not made yet."""
    later = _LAYER.replace("flight.copc.laz", "later.copc.laz")
    files = {
        "layers/land/flight.yaml": _LAYER, "layers/land/later_flight.yaml": later,
        "layers/land/ground.yaml": _GROUND, "layers/land/shade.yaml": _SHADE,
    }  # fmt: skip
    found = published(module_database, tmp_path_factory.mktemp("flight"), {**FILES, **files})
    found.data.mkdir(exist_ok=True)
    heights = np.full((1, 20, 40), 200.0, np.float32)
    heights[0, 0, 0], heights[0, 19, 39] = -9999, 210.5
    write_cog(Raster(heights, from_origin(X, Y + 50, 2.5, 2.5), 2178, -9999), found.data / "g.tif")
    write_copc(found.data / "flight.copc.laz")
    return found


@pytest.fixture(scope="module")
def drawing() -> Iterator[Browser]:
    """A browser that draws in three dimensions, without a graphics card."""
    flags = [one for one in FLAGS if one != "--disable-gpu"] + _SOFTWARE_GL
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=flags)
        yield made
        made.close()


@pytest.fixture
def page(drawing: Browser, town: str) -> Iterator[Page]:
    # Giro3D says so when the camera stands among the points; it keeps the plane that it had.
    with watched(drawing, town, expected=("Invalid near plane distance",)) as made:
        yield made


@pytest.fixture(scope="module")
def unable(drawing: Browser) -> Iterator[Browser]:
    """A browser that cannot draw in three dimensions, as on remote desktops."""
    made = drawing.browser_type.launch(
        executable_path="/usr/bin/chromium", args=[*FLAGS, "--disable-3d-apis"]
    )
    yield made
    made.close()


def shown(page: Page, path: str = "/3d/flight?lang=en") -> None:
    page.goto(path)
    page.wait_for_selector("html[data-ready=true][data-map=idle]")


def share_of(page: Page, colour: tuple[int, int, int]) -> float:
    """Return which share of the drawn picture has about a colour."""
    picture = Image.open(io.BytesIO(page.locator("#points").screenshot())).convert("RGB")
    distance = np.abs(np.asarray(picture, dtype=np.int16) - np.array(colour)).sum(axis=2)
    return float((distance < 24).mean())


def test_a_range_of_the_file_is_answered_as_206(client: httpx.Client) -> None:
    whole = client.get("/points/flight.copc.laz")
    part = client.get("/points/flight.copc.laz", headers={"Range": "bytes=4-99"})
    assert (whole.status_code, part.status_code) == (200, 206)
    assert part.content == whole.content[4:100]
    assert part.headers["content-range"] == f"bytes 4-99/{len(whole.content)}"
    beyond = client.get("/points/flight.copc.laz", headers={"Range": "bytes=999999999-"})
    assert beyond.status_code == 416


@pytest.mark.parametrize("name", ["later_flight", "tree", "..%2Fflight", "absent"])
def test_what_has_no_points_is_not_found(client: httpx.Client, name: str) -> None:
    assert client.get(f"/points/{name}.copc.laz").status_code == 404


def test_a_layer_without_points_has_no_such_page(client: httpx.Client) -> None:
    assert client.get("/3d/tree").status_code == 404


def test_the_terrain_under_the_points_is_a_mesh_with_what_may_lie_on_it(
    client: httpx.Client,
) -> None:
    told = client.get("/3d/flight/terrain?lang=en").json()
    assert (told["rows"], told["cols"], told["bounds"]) == (20, 40, [X, Y, X + 100, Y + 50])
    assert (told["heights_cm"][0], told["heights_cm"][1]) == (told["unknown"], 20_000)
    assert (told["heights_cm"][-1], told["lowest_m"], told["highest_m"]) == (21_050, 200, 210.5)
    (drape,) = told["drapes"]
    assert drape["title"] == "Shade"
    assert "LAYERS=shade" in drape["map"]
    assert "TIME=2024" in drape["map"]
    assert client.get("/3d/tree/terrain").status_code == 404


def test_terrain_is_asked_for_only_where_somebody_wants_it(drawing: Browser, town: str) -> None:
    asked: list[str] = []
    # No MapServer stands behind this town: what lies on the terrain is not found, and told of.
    with watched(drawing, town, expected=("Invalid near plane distance", "status of 404")) as page:
        page.on("request", lambda one: asked.append(one.url))
        shown(page)
        assert not [one for one in asked if "terrain?" in one]
        page.get_by_role("checkbox", name="points").uncheck()
        page.wait_for_function(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
            ".then(() => true)"
        )
        assert share_of(page, _BROWN) < 0.001
        page.get_by_role("button", name="Show the terrain").click()
        expect(page.get_by_role("radio", name="Shade")).to_be_checked()
        expect(page.get_by_text("The terrain could not be read")).to_be_visible()


def test_ground_and_leaves_are_drawn_in_their_colours_and_can_be_hidden(page: Page) -> None:
    shown(page)
    page.keyboard.press("Tab")
    page.locator("#points").focus()
    page.keyboard.press("t")
    page.wait_for_selector("html[data-map=idle]")
    expect(page.locator("#points-count")).to_contain_text(f"of {_COUNT:,} points")
    assert share_of(page, _GREEN) > 0.005
    ground = share_of(page, _BROWN)
    assert ground > 0.005
    page.get_by_role("checkbox", name="High vegetation").uncheck()
    expect(page.get_by_role("checkbox", name="High vegetation")).not_to_be_checked()
    page.wait_for_function(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        ".then(() => true)"
    )
    assert share_of(page, _GREEN) < 0.001
    assert share_of(page, _BROWN) > ground


def test_the_keyboard_brings_nearer_and_turns(page: Page) -> None:
    shown(page)
    before = page.locator("#points").screenshot()
    page.locator("#points").focus()
    for key in ("+", "+", "q", "ArrowLeft"):
        page.keyboard.press(key)
    page.wait_for_selector("html[data-map=idle]")
    assert page.locator("#points").screenshot() != before


def test_points_can_be_coloured_by_height(page: Page) -> None:
    shown(page)
    page.get_by_role("radio", name="height").check()
    page.wait_for_selector("html[data-map=idle]")
    expect(page.get_by_role("checkbox", name="Ground")).to_be_hidden()
    assert share_of(page, _BROWN) < 0.001


def test_axe_finds_nothing_serious(page: Page) -> None:
    shown(page)
    findings = Axe().run(page).response["violations"]
    assert [one["id"] for one in findings if one["impact"] in ("serious", "critical")] == []


def test_without_webgl_the_page_says_so_and_leads_to_the_map(unable: Browser, town: str) -> None:
    with watched(unable, town) as page:
        shown(page, "/3d/flight?lang=pl")
        expect(page.locator("#points-message")).to_contain_text("WebGL")
        expect(page.get_by_role("link", name="Na mapę")).to_be_visible()


def test_points_that_are_not_made_yet_are_told_of(drawing: Browser, town: str) -> None:
    with watched(drawing, town, expected=("404",)) as page:
        shown(page, "/3d/later_flight?lang=en")
        expect(page.locator("#points-message")).to_contain_text("could not be read")


def test_the_map_offers_the_points_of_a_layer(page: Page) -> None:
    page.goto("/map?lang=en&theme=land")
    page.wait_for_selector("html[data-ready=true]")
    page.locator("[data-layer=flight] a").click()
    page.wait_for_selector("html[data-page=points][data-ready=true]")


def test_what_three_dimensions_need_keeps_to_530_kilobytes() -> None:
    vendor = FOLDER / "vendor"
    names = ("points3d.js", "points3d-worker.js", "laz-perf.wasm")
    assert sum(len(gzip.compress((vendor / one).read_bytes(), 9)) for one in names) <= 530_000
