"""What must hold between the layers of a theme, and between themes."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd
import pytest
import shapely

from geodata.demo import Frame
from geodata.world import World
from sip.catalogue import Catalogue

type Layers = dict[str, Frame]


def mapped(frame: Frame) -> geopandas.GeoDataFrame:
    assert isinstance(frame, geopandas.GeoDataFrame)
    return frame


def shapes(frame: Frame) -> np.ndarray:
    return np.asarray(mapped(frame).geometry)


def nearest_m(frame: Frame, others: np.ndarray) -> np.ndarray:
    return shapely.STRtree(others).query_nearest(
        shapes(frame), return_distance=True, all_matches=False
    )[1]


def test_no_tree_stands_in_a_carriageway_a_building_or_water(layers: Layers, world: World) -> None:
    paved = shapely.buffer(world.roads.geometry.to_numpy(), world.roads["width_m"].to_numpy() / 2)
    assert nearest_m(layers["tree"], paved).min() > 0.5
    assert nearest_m(layers["tree"], shapes(layers["building"])).min() > 1
    assert nearest_m(layers["tree"], shapes(layers["water_body"])).min() > 0.5


def test_a_tree_is_on_the_parcel_that_it_names(layers: Layers) -> None:
    tree = layers["tree"].merge(layers["parcel"], on="parcel_id", suffixes=("", "_parcel"))
    assert len(tree) > 0.95 * len(layers["tree"])
    assert shapely.covers(tree["geometry_parcel"].to_numpy(), tree["geometry"].to_numpy()).all()


def test_monuments_among_the_trees_are_protected_and_no_others(layers: Layers) -> None:
    tree = layers["tree"]
    protected = set(tree.loc[tree["protection"] == "PP", "inventory_no"])
    assert protected == set(layers["natural_monument"]["tree_no"].dropna())


def test_the_kilometres_of_a_road_run_without_gap_from_its_start_to_its_length(
    layers: Layers,
) -> None:
    length = layers["road"].set_index("road_no")["length_km"]
    assert set(layers["road_reference_section"]["road_no"]) == set(length.index)
    for road_no, sections in layers["road_reference_section"].groupby("road_no"):
        chain = sections.sort_values("from_km")
        assert chain["from_km"].iloc[0] == 0
        assert (chain["from_km"].to_numpy()[1:] == chain["to_km"].to_numpy()[:-1]).all()
        assert chain["to_km"].iloc[-1] == pytest.approx(length[road_no], abs=0.002)
        starts, ends = chain["start_point_no"].to_numpy(), chain["end_point_no"].to_numpy()
        assert (starts[1:] == ends[:-1]).all()


def test_reference_points_belong_to_one_road(layers: Layers) -> None:
    sections = layers["road_reference_section"]
    points = pd.concat(
        [sections[["road_no", name]].set_axis(["road_no", "point"], axis=1)
         for name in ("start_point_no", "end_point_no")]
    )  # fmt: skip
    assert (points.groupby("point")["road_no"].nunique() == 1).all()


def test_road_sections_fill_their_reference_section(layers: Layers) -> None:
    whole = layers["road_reference_section"].set_index("section_no")
    for number, parts in layers["road_section"].groupby("reference_section_no"):
        chain = parts.sort_values("from_km")
        assert chain["from_km"].iloc[0] == whole.at[number, "from_km"]
        assert chain["to_km"].iloc[-1] == whole.at[number, "to_km"]
        assert (chain["from_km"].to_numpy()[1:] == chain["to_km"].to_numpy()[:-1]).all()
        assert chain["length_m"].sum() == pytest.approx(whole.at[number, "length_m"], abs=0.1)


@pytest.mark.parametrize("layer", ["road_sign", "road_equipment", "road_inspection", "bridge"])
def test_what_stands_on_a_road_is_at_its_kilometre(layers: Layers, layer: str) -> None:
    sections = layers["road_section"].sort_values("from_km")
    placed = pd.merge_asof(
        layers[layer].sort_values("at_km"),
        sections[["road_no", "from_km", "to_km", "geometry"]],
        left_on="at_km",
        right_on="from_km",
        by="road_no",
        suffixes=("", "_section"),
    )
    along = (placed["at_km"] - placed["from_km"]) / (placed["to_km"] - placed["from_km"])
    axis = shapely.line_interpolate_point(
        placed["geometry_section"].to_numpy(), along.to_numpy(), normalized=True
    )
    assert shapely.distance(axis, placed["geometry"].to_numpy()).max() < 18


def test_signs_stand_beside_the_paved_road_on_the_side_that_they_name(layers: Layers) -> None:
    road = layers["road"].set_index("road_no")["geometry"]
    signs = layers["road_sign"]
    axis = road.loc[signs["road_no"]].to_numpy()
    assert shapely.distance(axis, signs.geometry.to_numpy()).min() > 2.5
    single = shapely.get_num_geometries(axis) == 1
    line, spots = shapely.get_geometry(axis, 0)[single], signs.geometry.to_numpy()[single]
    along = shapely.line_locate_point(line, spots)
    steps = [
        shapely.get_coordinates(shapely.line_interpolate_point(line, along + d)) for d in (-1, 1)
    ]
    ahead, off = steps[1] - steps[0], shapely.get_coordinates(spots) - steps[0]
    left = ahead[:, 0] * off[:, 1] - ahead[:, 1] * off[:, 0] > 0
    assert ((signs["side"].to_numpy()[single] == "L") == left).mean() > 0.98


def test_bridges_over_rivers_lie_on_them(layers: Layers) -> None:
    over_water = layers["bridge"][layers["bridge"]["kind"] != "WD"]
    assert len(over_water)
    assert nearest_m(over_water, shapes(layers["watercourse"])).max() < 1


def test_the_pavement_class_is_the_worst_of_its_parameters(layers: Layers) -> None:
    survey = layers["pavement_condition"]
    smooth = (survey["iri_mm_m"] < 2) & (survey["rut_mm"] <= 10)
    assert (survey.loc[smooth, "condition"] == "A").all()
    assert (survey.loc[survey["iri_mm_m"] >= 5.7, "condition"] == "D").all()


def test_the_fee_of_a_permit_is_area_by_rate_by_time(layers: Layers) -> None:
    permit = layers["right_of_way_permit"]
    lasting = pd.to_datetime(permit["valid_to"]) - pd.to_datetime(permit["valid_from"])
    per = np.where(permit["purpose"] == "2", 365, 1)
    due = permit["area_m2"] * permit["rate_pln"] * (lasting.dt.days + 1) / per
    agrees = np.isclose(permit["fee_pln"], due, atol=0.01)
    assert 0.9 < agrees.mean() < 1
    missing = due[~agrees] - permit["fee_pln"][~agrees]
    assert missing.min() > 0
    assert missing.max() > 1


def test_every_heat_source_lies_in_its_building(layers: Layers) -> None:
    source = layers["heat_source"].merge(
        layers["building"][["building_id", "geometry"]], on="building_id", suffixes=("", "_house")
    )
    assert len(source) == len(layers["heat_source"])
    assert shapely.covers(source["geometry_house"].to_numpy(), source["geometry"].to_numpy()).all()


def test_nobody_real_can_be_reached_by_the_personal_data(
    layers: Layers, catalogue: Catalogue
) -> None:
    for name, frame in layers.items():
        for field, spec in catalogue.layer(name).spec.fields.items():
            given = frame[field].dropna() if spec.personal else ()
            if field.endswith("email"):
                assert all(one.endswith("@demo.invalid") for one in given)
            if field.endswith("phone"):
                assert all(one.startswith("000 ") for one in given)


def test_a_rarer_flood_covers_a_more_frequent_one(layers: Layers) -> None:
    flood = mapped(layers["flood_hazard_area"]).dissolve(["river", "scenario"])["geometry"]
    for river in set(flood.index.droplevel("scenario")):
        q10, q1, q02 = (flood[river, scenario] for scenario in ("Q10", "Q1", "Q02"))
        assert q10.difference(q1).area < 1
        assert q1.difference(q02).area < 1


def test_depths_of_one_flood_do_not_overlap(layers: Layers) -> None:
    for _, parts in layers["flood_hazard_area"].groupby(["river", "scenario"]):
        whole = shapely.union_all(parts.geometry.to_numpy()).area
        assert parts.area.sum() == pytest.approx(whole, rel=1e-6)


def test_stations_observe_a_year_every_three_hours_and_more_dust_in_winter(layers: Layers) -> None:
    observed = layers["observation"]
    steps = observed.groupby("station_no")["observed_at"].diff().dropna().unique()
    assert list(steps) == [pd.Timedelta(hours=3)]
    span = observed["observed_at"].max() - observed["observed_at"].min()
    assert pd.Timedelta(days=364) < span < pd.Timedelta(days=365)
    dust = observed.groupby(observed["observed_at"].dt.month)["pm10_ug_m3"].mean()
    assert dust[1] > 1.5 * dust[7]


def test_a_node_lies_on_its_line(layers: Layers) -> None:
    line = layers["utility_line"].set_index("gesut_id")["geometry"]
    node = layers["utility_node"]
    on = shapely.distance(line.loc[node["line_gesut_id"]].to_numpy(), node.geometry.to_numpy())
    assert on.max() < 0.02


def test_louder_bands_lie_within_quieter_ones_without_overlap(layers: Layers) -> None:
    for _, bands in layers["noise_area"].groupby(["noise_source", "indicator"]):
        whole = shapely.union_all(bands.geometry.to_numpy()).area
        assert bands.area.sum() == pytest.approx(whole, rel=1e-5)
