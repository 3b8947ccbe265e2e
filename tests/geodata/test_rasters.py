from __future__ import annotations

import numpy as np
import pytest
import shapely
from rasterio import features

from geodata import demo
from geodata import world as worlds
from geodata.world import World
from processing.ortho import ndvi
from processing.raster import Raster
from sip.catalogue import Catalogue


@pytest.fixture(scope="module")
def world() -> World:
    """An area large enough for a picture with parks, roads and new houses in it."""
    return worlds.make(5, 0.2)


@pytest.fixture(scope="module")
def rasters(world: World) -> dict[str, Raster]:
    return dict(demo.paint(world))


def test_every_file_that_a_raster_layer_names_is_painted(
    rasters: dict[str, Raster], catalogue: Catalogue
) -> None:
    named = {
        one.file
        for layer in catalogue.layers.values()
        if layer.spec.raster and not layer.spec.process
        for one in layer.spec.raster.files
        if not one.file.startswith(("flight_", "plan_drawings/"))  # made of other layers
    }
    assert named <= set(rasters)


def test_rasters_lie_in_the_area_and_in_its_crs(rasters: dict[str, Raster], world: World) -> None:
    area = shapely.box(*world.gminas.total_bounds)
    for raster in rasters.values():
        rows, cols = raster.bands.shape[1:]
        west, north = raster.transform.c, raster.transform.f
        extent = shapely.box(west, north - rows * raster.cell, west + cols * raster.cell, north)
        assert raster.crs == 2178
        assert area.covers(extent)


def test_rivers_lie_lower_than_the_land_beside_them(
    rasters: dict[str, Raster], world: World
) -> None:
    dtm = rasters["dtm.tif"]
    shape = dtm.band.shape

    def mean(ground: shapely.Geometry) -> float:
        inside = features.rasterize([ground], shape, transform=dtm.transform, all_touched=True) > 0
        return float(dtm.band[inside].mean()) if inside.any() else np.nan

    beds = [line.buffer(1) for line in world.rivers.geometry]
    banks = [line.buffer(40).difference(line.buffer(20)) for line in world.rivers.geometry]
    depths = np.array([mean(bank) - mean(bed) for bed, bank in zip(beds, banks, strict=True)])
    depths = depths[~np.isnan(depths)]
    assert (depths > 0.5).all()


def test_vegetation_is_greener_in_parks_than_on_roads(
    rasters: dict[str, Raster], world: World
) -> None:
    picture = rasters["orthophoto_2024_rgbi.tif"]
    index = ndvi(*(Raster(picture.bands[[one]], picture.transform, picture.crs) for one in (0, 3)))
    means = {}
    for use in ("road", "green"):
        ground = world.parcels[world.parcels["use"] == use].geometry
        inside = features.rasterize(ground, index.band.shape, transform=index.transform) > 0
        means[use] = float(index.band[inside].mean())
    assert means["green"] > means["road"] + 0.3


def test_a_house_built_between_the_years_is_on_the_later_picture_only(
    rasters: dict[str, Raster], world: World
) -> None:
    early, late = rasters["orthophoto_2021.tif"], rasters["orthophoto_2024.tif"]
    fresh = world.buildings[world.buildings["built_year"] > 2021]
    inside = features.rasterize(fresh.geometry, early.band.shape, transform=early.transform) > 0
    assert inside.any()
    old = early.bands[:, inside].astype(int)
    assert np.abs(old - late.bands[:, inside]).mean() > 10
