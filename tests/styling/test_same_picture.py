"""MapServer, QGIS and OpenLayers draw the same features alike: every entry of every legend."""

from __future__ import annotations

import base64
import io
import json
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageColor
from playwright.sync_api import Page, Route, sync_playwright

from sip import catalogue
from sip.styling import legend as legends
from sip.styling import maplibre, mapserver, qml, sprite
from sip.styling.legend import Legend
from tests.styling.samples import CELL, X0, Y0, bare, samples, width, write_geojson

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
VENDOR = PROJECT / "services" / "portal" / "static" / "vendor"
_CATALOGUE = catalogue.load(PROJECT)
LEGENDS = {
    layer.id: bare(legends.of(_CATALOGUE, layer))
    for layer in _CATALOGUE.layers.values()
    if layer.style and layer.spec.geometry
}
RENDERERS = ("mapserver", "qgis", "openlayers")
SOLID_TOLERANCE = 4.0
"""Largest difference of a channel (0 to 255) within a surface or marker of one colour."""
INK_TOLERANCE = 10.0
"""The same for the mean of a strip that has edges in it: renderers smooth edges differently."""
HATCH_TOLERANCE = 14.0
"""The same for the mean over a hatch, whose periods are whole pixels in a browser."""

STRIPS = {
    "point": {"marker": [(10, 10, 40, 40)]},
    "line": {"line": [(14, 24, 32, 12)]},
    "polygon": {"edges": [(6, 14, 8, 32), (46, 14, 8, 32)], "middle": [(14, 14, 32, 32)]},
}
"""Where ink is compared: west, north, width and height in a cell. MapServer draws half a pixel
too far west, so opposite edges are taken together."""

type Picture = NDArray[np.float64]

pytestmark = [pytest.mark.browser, pytest.mark.qgis]


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, Picture]]:
    """Every legend drawn by every renderer."""
    folder = tmp_path_factory.mktemp("drawn")
    for name, legend in LEGENDS.items():
        write_geojson(legend, folder / f"{name}.json")
    return {
        "mapserver": _mapserver(folder),
        "qgis": _qgis(folder),
        "openlayers": dict(_openlayers(folder)),
    }


def _read(data: bytes) -> Picture:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), np.float64)


def _mapserver(folder: Path) -> Mapping[str, Picture]:
    (folder / "symbols.map").write_text(f"SYMBOLSET\n{mapserver.symbols()}END\n")
    drawn = {}
    for name, legend in LEGENDS.items():
        source = folder / f"{name}.letters.json"
        write_geojson(legend, source, letters=True)
        east, north = X0 + width(legend), Y0 + CELL
        file = folder / f"{name}.map"
        file.write_text(
            f'MAP SYMBOLSET "symbols.map" SIZE {width(legend)} {CELL} IMAGETYPE png\n'
            f"EXTENT {X0 + 0.5} {Y0 + 0.5} {east - 0.5} {north - 0.5}\n"
            'IMAGECOLOR "#ffffff" RESOLUTION 96 DEFRESOLUTION 96\n'
            f'LAYER NAME "{name}" TYPE {legend.kind} STATUS DEFAULT\n'
            f'CONNECTIONTYPE OGR CONNECTION "{source}" DATA "{name}.letters"\n'
            f"{mapserver.classes(legend, 'pl')}END END\n"
        )
        target = folder / f"{name}.mapserver.png"
        subprocess.run(["map2img", "-m", file, "-o", target], check=True, capture_output=True)
        drawn[name] = _read(target.read_bytes())
    return drawn


def _qgis(folder: Path) -> Mapping[str, Picture]:
    target = folder / "qgis"
    target.mkdir()
    arguments = []
    for name, legend in LEGENDS.items():
        (folder / f"{name}.qml").write_bytes(qml.document(legend, "pl"))
        arguments.append(f"{name}:{width(legend)}:{CELL}:{X0}:{Y0}")
    environment = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "PATH": "/usr/bin:/bin"}
    environment["XDG_RUNTIME_DIR"] = str(folder)
    command = ["/usr/bin/python3", HERE / "draw_qgis.py", folder, target, *arguments]
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return {name: _read((target / f"{name}.png").read_bytes()) for name in LEGENDS}


def _openlayers(folder: Path) -> Iterator[tuple[str, Picture]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1400, "height": CELL})
        page.route("**/*", _serve)
        page.goto("http://styles.test/")
        page.wait_for_function("window.ready")
        for name, legend in LEGENDS.items():
            yield name, _in_browser(page, legend, folder / f"{name}.json")
        browser.close()


def _serve(route: Route) -> None:
    if route.request.url.endswith("/openlayers.js"):
        route.fulfill(path=VENDOR / "openlayers.js", content_type="text/javascript")
    elif route.request.url.endswith("styles.test/"):
        route.fulfill(path=HERE / "draw_openlayers.html", content_type="text/html")
    else:
        route.abort()


def _in_browser(page: Page, legend: Legend, features: Path) -> Picture:
    images = sprite.sheet(legend)
    nowhere = maplibre.Source(tiles="", sprite="", min_zoom=0, max_zoom=22)
    across = width(legend)
    page.set_viewport_size({"width": max(across, CELL), "height": CELL})
    page.evaluate(
        "wanted => draw(wanted)",
        {
            "style": maplibre.style(legend, nowhere),
            "features": json.loads(features.read_text()),
            "sprite": dict(images.index),
            "picture": "data:image/png;base64," + base64.b64encode(images.png).decode(),
            "west": X0,
            "south": Y0,
            "width": across,
            "height": CELL,
        },
    )
    clip = {"x": 0, "y": 0, "width": across, "height": CELL}
    return _read(page.screenshot(clip=clip))  # type: ignore[arg-type]


def patch(picture: Picture, cell: int, west: int, north: int, across: int, down: int) -> Picture:
    left = cell * CELL + west
    return picture[north : north + down, left : left + across].reshape(-1, 3).mean(axis=0)


def blended(colour: str, opacity: float) -> Picture:
    return np.array(ImageColor.getrgb(colour), np.float64) * opacity + 255 * (1 - opacity)


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("layer", LEGENDS)
def test_surfaces_and_markers_have_the_declared_colour_in_their_middle(
    pictures: Mapping[str, Mapping[str, Picture]], layer: str, renderer: str
) -> None:
    legend = LEGENDS[layer]
    for number, entry in enumerate(legend.entries):
        symbol = entry.symbol
        if legend.kind == "line" or symbol.hatch or symbol.fill is None:
            continue
        seen = patch(pictures[renderer][layer], number, 29, 29, 2, 2)
        wanted = blended(symbol.fill, symbol.fill_opacity)
        assert np.abs(seen - wanted).max() <= SOLID_TOLERANCE, (entry.title.en, seen, wanted)


@pytest.mark.parametrize("renderer", ["qgis", "openlayers"])
@pytest.mark.parametrize("layer", LEGENDS)
def test_edges_lines_hatches_and_sizes_are_those_of_mapserver(
    pictures: Mapping[str, Mapping[str, Picture]], layer: str, renderer: str
) -> None:
    legend = LEGENDS[layer]
    for number, entry in enumerate(legend.entries):
        for place, strips in STRIPS[legend.kind].items():
            seen, wanted = (
                np.mean([patch(pictures[one][layer], number, *where) for where in strips], axis=0)
                for one in (renderer, "mapserver")
            )
            tolerance = HATCH_TOLERANCE if entry.symbol.hatch else INK_TOLERANCE
            assert np.abs(seen - wanted).max() <= tolerance, (entry.title.en, place, seen, wanted)


@pytest.mark.parametrize("renderer", RENDERERS)
@pytest.mark.parametrize("layer", LEGENDS)
def test_a_hatch_is_there_where_it_was_declared_and_nowhere_else(
    pictures: Mapping[str, Mapping[str, Picture]], layer: str, renderer: str
) -> None:
    legend = LEGENDS[layer]
    for number, entry in enumerate(legend.entries):
        if legend.kind != "polygon":
            continue
        left = number * CELL
        inside = pictures[renderer][layer][16:44, left + 16 : left + 44]
        uneven = float(inside.reshape(-1, 3).std(axis=0).max())
        assert (uneven > 5) == (entry.symbol.hatch is not None), (entry.title.en, uneven)


def test_every_legend_was_drawn_whole(
    pictures: Mapping[str, Mapping[str, Picture]],
) -> None:
    for name, legend in LEGENDS.items():
        assert len(samples(legend)) == len(legend.entries)
        for renderer in RENDERERS:
            assert pictures[renderer][name].shape == (CELL, width(legend), 3)
