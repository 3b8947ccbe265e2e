"""The plan's own drawing in an extract: cut at its place, and only where it shows the plot."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import numpy as np
import rasterio
import shapely
from PIL import Image
from rasterio.transform import from_origin

from sip.extracts import cutting
from sip.report.drawing import Frame

X, Y = 7_480_000.0, 5_620_000.0


def drawing(folder: Path, name: str = "plan.tif") -> Path:
    """Write 200 by 200 m at 1 m: red where x < 100, transparent paper elsewhere."""
    bands = np.zeros((4, 200, 200), np.uint8)
    bands[0, :, :100] = 255
    bands[3, :, :100] = 255
    profile = {"driver": "GTiff", "width": 200, "height": 200, "count": 4, "dtype": "uint8"}
    file = folder / name
    with rasterio.open(
        file, "w", **profile, crs="EPSG:2178", transform=from_origin(X, Y + 200, 1, 1)
    ) as target:
        target.write(bands)
    return file


def plot(west: float) -> shapely.MultiPolygon:
    return shapely.MultiPolygon([shapely.box(X + west, Y + 80, X + west + 20, Y + 100)])


def test_a_sheet_is_cut_at_its_place_and_lies_on_white_paper(tmp_path: Path) -> None:
    frame = Frame(X + 50, Y + 50, 100.0, 100.0, 1000)  # 100 m on 100 mm, its middle at x = 100
    address = cutting.cut([drawing(tmp_path)], frame, plot(60), 2178)
    assert address is not None
    picture = Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2])))
    assert picture.size == (787, 787)  # 100 mm at 200 dpi
    pixels = np.asarray(picture)
    assert pixels[400, 300].tolist() == [255, 0, 0]
    assert pixels[400, 500].tolist() == [255, 255, 255]
    red = np.flatnonzero((pixels[400] == [255, 0, 0]).all(axis=1))
    assert abs(int(red.max()) - 393) <= 8, "half of the sheet, to a cell of the drawing"


def test_a_drawing_that_lacks_a_plot_is_not_cut(tmp_path: Path) -> None:
    frame = Frame(X + 150, Y + 50, 100.0, 100.0, 1000)
    assert cutting.cut([drawing(tmp_path)], frame, plot(190), 2178) is None
    assert cutting.cut([], frame, plot(160), 2178) is None


def test_drawings_are_those_that_rows_link_to_with_their_legends(tmp_path: Path) -> None:
    file = drawing(tmp_path)
    drawing(tmp_path, "other.tif")
    Image.new("RGB", (4, 4)).save(tmp_path / "plan_legenda.png")
    field = {"name": "link", "value": "https://town.invalid/drawings/plan.tif"}
    rows = [{"linked": [{"rows": [{"fields": [field]}]}]}]
    plots = [{"topics": [{"layers": [{"rows": rows}]}]}]
    assert cutting.drawings(plots, tmp_path) == [file]
    (legend,) = cutting.legends([file])
    assert legend.startswith("data:image/png;base64,")
