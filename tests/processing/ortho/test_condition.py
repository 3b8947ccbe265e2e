from __future__ import annotations

from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely
from rasterio.transform import from_origin

from processing.ortho.condition import Fields, compare, sample, trends
from processing.ortho.shift import Shift
from processing.raster import Raster, write_cog
from tests.processing.ortho.pictures import write


def samples(*medians: float, group: str = "Tilia cordata", year: int = 2024) -> pd.DataFrame:
    return pd.DataFrame({
        "id": [f"T{n}" for n in range(len(medians))], "year": year, "median": medians,
        "cells": 50.0, "group": group,
    })  # fmt: skip


def test_the_median_is_that_of_the_lawn(tmp_path: Path) -> None:
    index = np.full((1, 20, 20), 0.25, np.float32)
    index[0, :, 10:] = 0.75
    raster = write(tmp_path / "i.tif", index, nodata=-9999)
    lawns = geopandas.GeoDataFrame(
        {"no": ["a", "b", "c"]},
        geometry=[
            shapely.box(0, 80, 14, 90),
            shapely.box(8, 80, 16, 90),
            shapely.box(0, 80, 1, 81),
        ],
        crs=2180,
    )
    found = sample(raster, lawns, fields=Fields("no"), year=2024)
    assert found["median"][:2].tolist() == [0.25, 0.75]
    assert found["cells"].tolist() == [140, 80, 1]
    assert np.isnan(found["median"][2]), "one cell is no answer"


def test_a_crown_is_sampled_where_the_picture_shows_it(tmp_path: Path) -> None:
    index = np.zeros((1, 40, 40), np.float32)
    index[0, 16:24, 22:30] = 0.8
    raster = write(tmp_path / "i.tif", index, nodata=-9999)
    crown = geopandas.GeoDataFrame(
        {"no": ["a"], "h": [10.0]}, geometry=[shapely.box(16, 76, 24, 84)], crs=2180
    )
    lean = Shift(0, 0, 100, 100, (-1.0, 0.0), (1.0, 0.0), 10, 1.0)
    fields = Fields("no", height_m="h")
    assert sample(raster, crown, fields=fields, year=1)["median"][0] == 0
    moved = sample(raster, crown, fields=fields, year=1, shifts=[lean])
    assert moved["median"][0] == pytest.approx(0.8)


def test_a_sick_tree_stands_out_among_its_like() -> None:
    healthy = [0.60, 0.61, 0.62, 0.63, 0.64, 0.65, 0.66, 0.67]
    table = compare(samples(*healthy, 0.20))
    assert table["z"][8] == pytest.approx((0.20 - 0.63) / (1.4826 * 0.02))
    assert table["z"][:8].abs().max() < 2
    assert (table["alike"] == 9).all()


def test_too_few_of_a_species_are_not_compared() -> None:
    table = compare(pd.concat([samples(*[0.5] * 3), samples(*np.linspace(0.5, 0.7, 9), group="x")]))
    assert (table["note"][:3] == "few_alike").all()
    assert table["z"][:3].isna().all()
    assert (table["note"][3:] == "").all()


def test_trees_of_another_year_are_not_alike() -> None:
    one = samples(*np.linspace(0.5, 0.7, 6), year=2021)
    table = compare(pd.concat([one, one.assign(year=2024)], ignore_index=True))
    assert (table["note"] == "few_alike").all()


def test_a_trend_needs_three_years() -> None:
    years = [samples(0.7 - 0.05 * n, 0.5, year=2018 + 2 * n) for n in range(3)]
    three = trends(pd.concat(years)).set_index("id")
    assert three.loc["T0", "per_year"] == pytest.approx(-0.025)
    assert three.loc["T1", "per_year"] == 0
    two = trends(pd.concat(years[:2])).set_index("id")
    assert two["per_year"].isna().all()
    assert two.loc["T0", "note"] == "few_years"
    assert two.loc["T0", "change"] == pytest.approx(-0.05)


def test_large_areas_are_read_in_parts_and_say_the_same(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    band = rng.normal(0.2, 0.4, (60, 80)).astype(np.float32)
    band[rng.random(band.shape) < 0.1] = -9999
    place = from_origin(500_000, 600_000, 0.5, 0.5)
    write_cog(Raster(band[None], place, 2180, -9999), tmp_path / "ndvi.tif")
    x, y = 500_000 + rng.uniform(5, 35, 6), 600_000 - rng.uniform(5, 25, 6)
    shapes = [*shapely.buffer(shapely.points(x, y), rng.uniform(1, 9, 6)),
              shapely.box(499_990, 599_990, 500_050, 600_010),
              shapely.box(500_100, 599_000, 500_140, 599_010)]  # fmt: skip
    areas = geopandas.GeoDataFrame({"no": range(8)}, geometry=shapes, crs=2180)
    whole = sample(tmp_path / "ndvi.tif", areas, fields=Fields("no"), year=2024)
    parts = sample(tmp_path / "ndvi.tif", areas, fields=Fields("no"), year=2024, at_once=100)
    assert whole["median"].notna().sum() == 7
    assert parts["median"].tolist() == pytest.approx(whole["median"].tolist(), abs=0, nan_ok=True)
    assert parts["cells"].tolist() == pytest.approx(whole["cells"].tolist(), rel=1e-6)
