from __future__ import annotations

import json
import re
from pathlib import Path

import geopandas
import pandas as pd
import pytest
import shapely

from geodata import demo
from geodata.demo import Frame
from geodata.world import World
from sip.catalogue import Catalogue, Layer
from sip.errors import DataError


def wrong_values(column: pd.Series, name: str, layer: Layer, catalogue: Catalogue) -> list[str]:
    """Say what a field's declaration has against a column."""
    field, given = layer.spec.fields[name], column.dropna()
    codes = catalogue.codes_of(field)
    said = {
        "empty": field.required and column.isna().any(),
        "twice": field.unique and given.duplicated().any(),
        "no code": codes is not None and not given.isin(codes.codes()).all(),
        "too small": field.min is not None and (given < field.min).any(),
        "too large": field.max is not None and (given > field.max).any(),
        "too long": field.max_length is not None and (given.str.len() > field.max_length).any(),
        "pattern": field.pattern is not None
        and not all(re.fullmatch(field.pattern, one) for one in given),
    }
    return [f"{layer.id}.{name}: {word}" for word, is_so in said.items() if is_so]


def test_every_value_is_allowed_by_the_catalogue(
    layers: dict[str, Frame], catalogue: Catalogue
) -> None:
    wrong = [
        text
        for layer, frame in layers.items()
        for name in catalogue.layer(layer).spec.fields
        for text in wrong_values(frame[name], name, catalogue.layer(layer), catalogue)
    ]
    assert wrong == []


def test_every_relation_leads_to_a_row(layers: dict[str, Frame], catalogue: Catalogue) -> None:
    for layer, frame in layers.items():
        for relation in catalogue.layer(layer).spec.relations:
            targets = layers[relation.to][relation.to_field]
            assert frame[relation.field].dropna().isin(targets).all(), (layer, relation.field)


def test_every_geometry_is_valid_and_within_the_area(
    layers: dict[str, Frame], world: World
) -> None:
    area = shapely.union_all(world.gminas.geometry.to_numpy()).buffer(3000)
    shapely.prepare(area)
    for layer, frame in layers.items():
        if isinstance(frame, geopandas.GeoDataFrame):
            shapes = frame.geometry.to_numpy()
            assert shapely.is_valid(shapes).all(), layer
            assert not shapely.is_empty(shapes).any(), layer
            assert shapely.intersects(area, shapes).all(), layer


@pytest.mark.parametrize(("parts", "kind"), [("plan_zone", "POG"), ("plan_land_use", "MPZP")])
def test_the_parts_of_a_plan_fill_it_exactly(
    layers: dict[str, Frame], parts: str, kind: str
) -> None:
    acts = layers["plan_act"]
    has_parts = acts["act_type"] != "uchwalaKrajobrazowa"
    acts = acts[acts["namespace"].str.endswith(kind) & has_parts]
    assert len(acts) >= 12
    for act in acts.itertuples():
        own = layers[parts][layers[parts]["act_identifier"] == act.identifier]
        joined = shapely.union_all(own.geometry.to_numpy())
        assert shapely.symmetric_difference(joined, act.geometry).area < 1e-6 * act.geometry.area
        assert own.area.sum() == pytest.approx(act.geometry.area, rel=1e-6)


def test_infill_and_downtown_areas_share_no_edge(layers: dict[str, Frame]) -> None:
    downtown = shapely.union_all(layers["downtown_area"].geometry.to_numpy())
    assert shapely.distance(downtown, layers["infill_area"].geometry.to_numpy()).min() > 1


def test_the_population_of_the_grid_is_that_of_the_buildings(layers: dict[str, Frame]) -> None:
    living = layers["building"]["residents"].sum()
    assert 0.97 * living < layers["population_grid"]["population"].sum() <= living


def test_files_are_made_once_and_again_when_the_seed_differs(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    folder, said = tmp_path / "demo", list[str]()

    def make(seed: int) -> bool:
        return demo.make(
            catalogue, folder, tmp_path / "data", seed=seed, scale=0.02, step=said.append
        )

    assert make(1)
    assert not make(1)
    first = geopandas.read_parquet(folder / "parcel.parquet")
    assert make(2)
    assert json.loads((folder / demo.MADE).read_text())["seed"] == 2
    second = geopandas.read_parquet(folder / "parcel.parquet")
    assert len(first) != len(second) or not first.geometry.geom_equals(second.geometry).all()
    assert "parcel" in said


def test_a_file_has_the_fields_the_crs_and_ids_from_one(
    layers: dict[str, Frame], catalogue: Catalogue
) -> None:
    parcel = layers["parcel"]
    assert isinstance(parcel, geopandas.GeoDataFrame)
    assert list(parcel.columns) == ["id", *catalogue.layer("parcel").spec.fields, "geometry"]
    assert parcel.crs.to_epsg() == 2178
    assert parcel["id"].tolist() == list(range(1, len(parcel) + 1))


def test_a_theme_that_makes_undeclared_fields_is_refused(catalogue: Catalogue) -> None:
    frame = geopandas.GeoDataFrame({"colour": ["red"]}, geometry=[shapely.Point(0, 0)], crs=2178)
    with pytest.raises(DataError, match="no such fields: colour"):
        demo.conform(frame, catalogue.layer("address"))


def test_a_theme_that_makes_another_geometry_is_refused(catalogue: Catalogue) -> None:
    frame = geopandas.GeoDataFrame(geometry=[shapely.Point(0, 0)], crs=2178)
    with pytest.raises(DataError, match="Point where Polygon is declared"):
        demo.conform(frame, catalogue.layer("parcel"))
