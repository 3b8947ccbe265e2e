from __future__ import annotations

import geopandas
import numpy as np
import pytest
import shapely

from geodata import world as worlds
from geodata.world import World

CENTIMETRE_BAND_M2 = 0.01


def overlap_m2(frame: geopandas.GeoDataFrame) -> float:
    """Return the largest area that two rows share."""
    shapes = frame.geometry.to_numpy()
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    once = left < right
    return float(shapely.area(shapely.intersection(shapes[left[once]], shapes[right[once]])).max())


def test_precincts_fill_their_gminas_without_gap_or_overlap(world: World) -> None:
    for gmina, own in world.precincts.groupby("gmina"):
        whole = world.gminas.geometry.iloc[gmina]
        joined = shapely.union_all(own.geometry.to_numpy())
        assert shapely.symmetric_difference(whole, joined).area < CENTIMETRE_BAND_M2
        assert own.area.sum() == pytest.approx(whole.area, rel=1e-9)


def test_gminas_touch_but_do_not_overlap(world: World) -> None:
    assert overlap_m2(world.gminas) < CENTIMETRE_BAND_M2
    assert shapely.union_all(world.gminas.geometry.to_numpy()).geom_type == "Polygon"


def test_blocks_share_every_corner_with_their_neighbours(world: World) -> None:
    assert shapely.coverage_is_valid(world.blocks.geometry.to_numpy())


def test_parcels_do_not_overlap(world: World) -> None:
    assert overlap_m2(world.parcels) < CENTIMETRE_BAND_M2


def test_parcels_fill_the_area(world: World) -> None:
    assert world.parcels.area.sum() == pytest.approx(world.gminas.area.sum(), rel=1e-9)


def test_a_parcel_lies_in_the_precinct_that_its_number_names(world: World) -> None:
    spots = world.parcels.geometry.representative_point().to_numpy()
    homes = world.precincts.geometry.to_numpy()[world.parcels["precinct"]]
    assert shapely.covers(homes, spots).all()
    named = world.precincts["precinct_id"].to_numpy()[world.parcels["precinct"]]
    numbers = zip(world.parcels["parcel_id"], named, strict=True)
    assert all(full.startswith(f"{precinct}.") for full, precinct in numbers)


def test_buildings_stand_within_their_parcels(world: World) -> None:
    ground = world.parcels.geometry.to_numpy()[world.buildings["parcel"]]
    assert shapely.covers(ground, world.buildings.geometry.to_numpy()).all()


def test_buildings_do_not_overlap(world: World) -> None:
    shapes = world.buildings.geometry.to_numpy()
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    assert (left == right).all()


def test_no_building_stands_in_a_road_or_in_water(world: World) -> None:
    ground = world.parcels["use"].to_numpy()[world.buildings["parcel"]]
    assert not np.isin(ground, ["road", "rail", "water", "forest", "field"]).any()


def test_addresses_lie_in_their_gmina_and_on_their_building(world: World) -> None:
    spots = world.addresses.geometry.to_numpy()
    gminas = world.gminas.geometry.to_numpy()[world.addresses["gmina"]]
    houses = world.buildings.geometry.to_numpy()[world.addresses["building"]]
    assert shapely.covers(gminas, spots).all()
    assert shapely.covers(houses, spots).all()


def test_a_house_number_occurs_once_in_a_street(world: World) -> None:
    keys = ["street", "locality", "precinct", "house_no"]
    in_street = world.addresses[world.addresses["street"] >= 0]
    assert not in_street.duplicated(["street", "house_no"]).any()
    assert not world.addresses.duplicated(keys).any()


def test_roads_run_on_road_land(world: World) -> None:
    land = world.blocks[world.blocks["use"].isin(["road", "rail", "water"])]
    joined = shapely.union_all(shapely.buffer(land.geometry.to_numpy(), 0.05, quad_segs=1))
    outside = shapely.difference(world.roads.geometry.to_numpy(), joined)
    assert shapely.length(outside).sum() < 0.002 * world.roads.length.sum()


def test_rivers_run_downhill(world: World) -> None:
    ends = np.array([shapely.get_coordinates(line)[[0, -1]] for line in world.rivers.geometry])
    heights = world.relief.at(ends[:, :, 0], ends[:, :, 1])
    assert (heights[:, 0] - heights[:, 1] > -3).all()


def test_the_same_seed_makes_the_same_land() -> None:
    one, two = worlds.make(3, 0.02), worlds.make(3, 0.02)
    for name in ("gminas", "roads", "streets", "parcels", "buildings", "addresses"):
        left, right = getattr(one, name), getattr(two, name)
        assert left.drop(columns="geometry").equals(right.drop(columns="geometry"))
        assert shapely.equals_exact(left.geometry.to_numpy(), right.geometry.to_numpy()).all()


def test_another_seed_makes_another_land() -> None:
    one, two = worlds.make(3, 0.02), worlds.make(4, 0.02)
    assert one.gminas.geometry.iloc[0].symmetric_difference(two.gminas.geometry.iloc[0]).area > 1e5


def test_a_larger_scale_makes_more_of_everything() -> None:
    small, large = worlds.make(2, 0.03), worlds.make(2, 0.12)
    for name in ("parcels", "buildings", "addresses"):
        assert 2.5 < len(getattr(large, name)) / len(getattr(small, name)) < 6
    assert len(small.gminas) == len(large.gminas) == 12
