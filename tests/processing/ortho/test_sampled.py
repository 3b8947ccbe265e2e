"""Accuracy from checked places: the numbers of the paper, and places on a map that is known."""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely
from rasterio.transform import from_origin

from processing.ortho import accuracy, sampled, zones
from processing.raster import Raster, write_cog
from sip.cli import main
from sip.errors import DataError

PAPER = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
PIXELS = np.array([200_000.0, 150_000.0, 3_200_000.0, 6_450_000.0])
"""Olofsson et al. 2014, tables 8 and 9: deforestation, gain, stable forest, stable non-forest."""


def test_the_worked_example_of_the_paper() -> None:
    found = sampled.assess(PAPER, PIXELS)
    deforested = found.share.value[0] * PIXELS.sum(), found.share.error[0] * PIXELS.sum()
    assert deforested[0] == pytest.approx(235_086, abs=1)
    assert 1.96 * deforested[1] == pytest.approx(68_418, rel=0.01)
    assert found.overall.value[0] == pytest.approx(0.95, abs=0.005)
    assert 1.96 * found.overall.error[0] == pytest.approx(0.02, abs=0.005)
    assert found.users.value == pytest.approx([0.88, 0.73, 0.93, 0.96], abs=0.005)
    assert 1.96 * found.users.error == pytest.approx([0.07, 0.10, 0.04, 0.02], abs=0.005)
    assert found.producers.value == pytest.approx([0.75, 0.85, 0.93, 0.96], abs=0.005)
    # of gain by hand, equation 7: (150000 x 0.1528)^2 x 0.1956 / 74 + 0.8472^2 x 6450000^2 x
    # (1 / 325) x (324 / 325) / 324 = 2.841e8, over 129846^2
    assert found.producers.error[1] == pytest.approx(2.841e8**0.5 / 129_846, rel=1e-3)
    assert 1.96 * found.producers.error[0] == pytest.approx(0.21, abs=0.005)


@pytest.fixture
def cover(tmp_path: Path) -> Path:
    """Four fifths of low vegetation in the west, a fifth sealed in the east; cells of 1 m."""
    band = np.full((1, 100, 100), 2, dtype=np.uint8)
    band[:, :, 80:] = 1
    write_cog(Raster(band, from_origin(500_000, 600_000, 1, 1), 2180, 0), tmp_path / "cover.tif")
    return tmp_path / "cover.tif"


def places(file: Path, **columns: list[object]) -> Path:
    """Write places 2 m apart: the first 40 on low vegetation, 20 on sealed ground."""
    x = [500_001.5 + 2 * (n % 20) for n in range(40)] + [500_081.5 + n % 15 for n in range(20)]
    y = [599_990.5 - 10 * (n // 20) for n in range(40)] + [599_950.5 - n for n in range(20)]
    frame = geopandas.GeoDataFrame(columns, geometry=shapely.points(x, y), crs=2180)
    frame.to_file(file)
    return file


def test_places_correct_the_areas_of_later_maps(
    cover: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    true = ["low_vegetation"] * 36 + ["impervious"] * 4 + ["impervious"] * 20
    ground = ["vegetated"] * 36 + ["sealed"] * 24
    file, made = places(tmp_path / "p.gpkg", seen=true, below=ground), tmp_path / "accuracy.json"
    with pytest.raises(SystemExit) as ended:
        main(["process", "accuracy", str(cover), str(file), "--class", "seen", "--ground", "below",
              "--out", str(made)])  # fmt: skip
    assert ended.value.code == 0
    told = capsys.readouterr()
    assert "92.0% of the area is mapped right" in told.out
    assert "mapped 2000 m2, truly 2800 m2 ± 384 m2" in told.out
    assert "impervious: fewer than 25 places" in told.err
    trust = accuracy.read_accuracy(made)
    square = geopandas.GeoDataFrame(
        {"id": [1]}, geometry=[shapely.box(500_000, 599_900, 500_100, 600_000)], crs=2180
    )
    row = zones.cover_shares(cover, square, id_field="id", accuracy=trust).iloc[0]
    assert row["sealed_pct"] == pytest.approx(28)  # 20 % as mapped, a tenth of the other 80 %
    assert row["sealed_low_pct"] < 28 - 1.6 * 3.84
    assert row["sealed_high_pct"] > 28 + 1.6 * 3.84
    assert json.loads(made.read_text())["checked"]["counts"][1][:2] == [4, 36]


def test_polygons_are_of_the_class_that_most_of_them_is(cover: Path, tmp_path: Path) -> None:
    shape = [shapely.box(500_070, 599_980, 500_084, 599_990)]
    file = tmp_path / "p.geojson"
    geopandas.GeoDataFrame({"code": [2]}, geometry=shape, crs=2180).to_file(file)
    checked = sampled.check(cover, file, field="code")
    assert (checked.seen[1].tolist(), checked.beyond) == ([0, 1, 0, 0, 0], 0)
    assert checked.mapped_m2[:2].tolist() == [2000.0, 8000.0]


def test_a_class_that_is_none_is_named_with_its_place(cover: Path, tmp_path: Path) -> None:
    file = places(tmp_path / "p.gpkg", seen=["bare"] * 59 + ["lawn"])
    with pytest.raises(DataError, match='place 60: "lawn" is no class; it may be impervious'):
        sampled.check(cover, file, field="seen")
    with pytest.raises(DataError, match='no column "kind"'):
        sampled.check(cover, file, field="kind")
