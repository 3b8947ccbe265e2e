"""Areas are exact, intervals keep their word."""

from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import pytest
import shapely

from processing.ortho.accuracy import Accuracy, Table, measure, ours
from processing.ortho.change import changed_areas, transitions, write_change
from processing.ortho.cover import Class
from processing.ortho.zones import class_areas, cover_shares
from sip.errors import DataError
from tests.processing.ortho.pictures import write

PERFECT = Accuracy(
    Table(np.vstack([np.eye(5), np.zeros(5)]), np.zeros(5), np.zeros(5)),
    Table(
        np.array([[1, 0, 0, 0], [0, 1, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1], [0] * 4]),
        np.zeros(4), np.zeros(4),
    ),
    1, "nobody",
)  # fmt: skip


def zones(*shapes: shapely.Geometry) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame(
        {"no": [f"{n}" for n in range(len(shapes))]}, geometry=list(shapes), crs=2180
    )


def halves(file: Path, west: int, east: int) -> Path:
    """Write 20 x 20 cells of 1 m, two classes side by side."""
    code = np.full((1, 20, 20), west, np.uint8)
    code[..., 10:] = east
    return write(file, code, nodata=0)


def test_cells_on_a_border_count_by_their_exact_share(tmp_path: Path) -> None:
    raster = halves(tmp_path / "c.tif", 1, 2)
    turned = shapely.affinity.rotate(shapely.box(4.3, 83.1, 15.7, 96.4), 33)
    areas = class_areas(raster, zones(shapely.box(2.25, 90.5, 12.5, 93.25), turned))
    assert areas[1][0] == pytest.approx(7.75 * 2.75, rel=1e-6)
    assert areas[2][0] == pytest.approx(2.5 * 2.75, rel=1e-6)
    west = turned.intersection(shapely.box(0, 80, 10, 100)).area
    assert areas[1][1] == pytest.approx(west, rel=1e-5)
    assert areas[1][1] + areas[2][1] == pytest.approx(turned.area, rel=1e-5)


def test_zones_in_another_crs_have_the_same_areas(tmp_path: Path) -> None:
    raster = halves(tmp_path / "c.tif", 1, 2)
    here = zones(shapely.box(2, 82, 12, 92))
    there = class_areas(raster, here.to_crs(2178))
    assert there[1][0] == pytest.approx(80, rel=1e-4)


def test_a_perfect_classification_has_no_interval(tmp_path: Path) -> None:
    raster = halves(tmp_path / "c.tif", Class.IMPERVIOUS, Class.HIGH_VEGETATION)
    far = shapely.box(900, 900, 901, 901)
    table = cover_shares(
        raster, zones(shapely.box(0, 80, 12.5, 100), far), id_field="no", accuracy=PERFECT
    )
    one = table.iloc[0]
    assert one["sealed_pct"] == one["sealed_low_pct"] == one["sealed_high_pct"] == 80
    assert one["active_pct"] == pytest.approx(20)
    assert one["high_vegetation_low_m2"] == one["high_vegetation_high_m2"] == pytest.approx(50)
    assert table.iloc[1]["seen_m2"] == 0
    assert np.isnan(table.iloc[1]["sealed_pct"])


def test_shadow_widens_nothing_by_itself_but_is_given_to_what_it_was_in_the_reference() -> None:
    mapped = np.array([[1, 6], [2, 6]] * 100, np.uint8).repeat(100, axis=1)
    seen = np.array([[1, 1], [2, 2]] * 100, np.uint8).repeat(100, axis=1)
    trust = measure([(mapped, seen, seen - 1)], 1.0, "stripes")
    assert trust.seen.share[Class.SHADOW - 1].tolist() == [0.5, 0.5, 0, 0, 0]
    estimate, low, high = trust.seen.areas(np.array([0, 0, 0, 0, 0, 100.0]))
    assert estimate.tolist() == [50, 50, 0, 0, 0]
    assert (low <= estimate).all()
    assert (estimate <= high).all()


def test_small_zones_are_less_sure_than_large_ones() -> None:
    for table in (ours().seen, ours().ground):
        small, large = np.full(6, 10.0), np.full(6, 10_000.0)
        widths = [(high - low) / some.sum() for some in (small, large)
                  for _, low, high in [table.areas(some)]]  # fmt: skip
        assert (widths[0] > widths[1]).all()


def test_change_tells_what_became_what_and_where(tmp_path: Path) -> None:
    old = halves(tmp_path / "old.tif", Class.LOW_VEGETATION, Class.LOW_VEGETATION)
    code = np.full((1, 20, 20), int(Class.LOW_VEGETATION), np.uint8)
    code[0, 5:10, 5:10], code[0, 15, 15] = Class.IMPERVIOUS, Class.WATER
    code[0, :3] = Class.SHADOW
    new = write(tmp_path / "new.tif", code, nodata=0)
    write_change(old, new, tmp_path / "change.tif")
    found = changed_areas(tmp_path / "change.tif", least_m2=2)
    assert found[["old_class", "new_class", "area_m2"]].values.tolist() == [
        ["low_vegetation", "impervious", 25.0]
    ]
    assert found.geometry[0].equals(shapely.box(5, 90, 10, 95))
    table = transitions(tmp_path / "change.tif", zones(shapely.box(0, 80, 7.5, 100)), id_field="no")
    known = {(a, b): area for _, a, b, area in table.itertuples(index=False)}
    assert known == {
        ("low_vegetation", "low_vegetation"): pytest.approx(17 * 7.5 - 12.5),
        ("low_vegetation", "impervious"): pytest.approx(12.5),
    }


def test_other_cells_are_refused(tmp_path: Path) -> None:
    old = halves(tmp_path / "old.tif", 1, 2)
    new = write(tmp_path / "new.tif", np.ones((1, 20, 20), np.uint8), west=0.5)
    with pytest.raises(DataError, match="has other cells"):
        write_change(old, new, tmp_path / "change.tif")
