"""Rain on terrains whose answer is known on paper."""

from __future__ import annotations

import numpy as np
import pyflwdir
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.transform import from_origin

from processing.water import (
    accumulate,
    breach,
    burn_lines,
    flood,
    multiple,
    open_decks,
    pond,
    sinks,
    steepest,
)  # fmt: skip
from processing.water.flood import Floats


def slope(rows: int = 30, cols: int = 40) -> Floats:
    """A plane that falls to the west by 0.1 m per cell."""
    return np.tile(10 + 0.1 * np.arange(cols), (rows, 1))


def test_a_plane_drains_in_rows_to_its_foot() -> None:
    flooded = flood(slope())
    flow = accumulate(flooded, steepest(flooded))
    assert flow[15].tolist() == list(range(40, 0, -1))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000))
def test_no_cell_of_a_filled_terrain_is_a_pit_and_all_water_leaves(seed: int) -> None:
    terrain = np.random.default_rng(seed).random((17, 23))
    flooded = flood(terrain)
    down = steepest(flooded)
    flow = accumulate(flooded, down).ravel()
    assert (flooded.filled >= terrain).all()
    assert (flooded.filled.ravel()[down] <= flooded.filled.ravel()).all()
    assert flow[down == np.arange(flow.size)].sum() == flow.size
    assert multiple(flooded).max() <= flow.size + 1e-6


def test_the_way_of_the_flood_is_that_of_pyflwdir_where_nothing_ties() -> None:
    hills = np.random.default_rng(3).random((40, 50))
    turns = np.empty(hills.size)
    turns[flood(hills).order] = np.arange(hills.size)
    flooded = flood(turns.reshape(hills.shape))
    _, way = pyflwdir.dem.fill_depressions(
        turns.reshape(hills.shape).astype(np.float32), outlets="edge"
    )
    edge = np.ones(hills.shape, dtype=bool)
    edge[1:-1, 1:-1] = False
    way[edge] = 0
    theirs = pyflwdir.from_array(way, ftype="d8", check_ftype=False)
    down = np.where(edge.ravel(), np.arange(hills.size), flooded.parent).astype(np.int32)
    assert (theirs.idxs_ds == down).all()
    assert (theirs.upstream_area() == accumulate(flooded, down)).all()


def test_cells_without_height_take_water_like_the_edge() -> None:
    terrain = slope()
    terrain[10:20, 10:20] = np.nan
    flooded = flood(terrain)
    down = steepest(flooded).reshape(terrain.shape)
    assert (down[10:20, 10:20] == -1).all()
    assert down[15, 20] == 15 * 40 + 20
    assert len(flooded.order) == terrain.size - 100


def bowl(radius: int = 10, depth_m: float = 1.0) -> Floats:
    """A paraboloid hollow in the middle of a level of 60 x 60 cells of one metre."""
    y, x = np.mgrid[-29.5:30, -29.5:30]
    return 5 - depth_m * np.clip(1 - np.hypot(x, y) ** 2 / radius**2, 0, None)


def test_a_bowl_holds_half_of_its_cylinder() -> None:
    flooded = flood(bowl())
    _, table = sinks(bowl(), flooded, 1.0)
    assert len(table) == 1
    assert table["volume_m3"][0] == pytest.approx(np.pi * 100 / 2, rel=0.02)
    assert table["depth_m"][0] == pytest.approx(1.0, abs=0.01)


def test_rain_stands_as_deep_as_its_volume_says() -> None:
    terrain = bowl()
    ponds = pond(terrain, flood(terrain), 1.0, rain_mm=20.0)
    inflow = ponds.table["inflow_m3"][0]
    assert 0 < inflow < ponds.table["volume_m3"][0]
    assert ponds.depth_m.sum() == pytest.approx(inflow, rel=1e-6)
    # a paraboloid filled to height h holds pi r^2 h^2 / (2 d)
    assert ponds.depth_m.max() == pytest.approx(np.sqrt(2 * inflow / (np.pi * 100)), abs=0.02)


def test_what_one_hollow_cannot_hold_goes_to_the_next() -> None:
    terrain = slope(9, 60)
    terrain[[0, -1]] += 50
    terrain[1:-1, 40:45] -= 2.0
    terrain[1:-1, 10:20] -= 4.0
    ponds = pond(terrain, flood(terrain), 1.0, rain_mm=1000.0)
    lower, upper = ponds.table.sort_values("spill_m").to_dict("records")
    assert upper["overflow_m3"] > 0
    own = lower["catchment_m2"] * 1.0
    assert lower["inflow_m3"] == pytest.approx(own + upper["overflow_m3"])


def test_a_bank_is_breached_where_the_cut_is_short_and_kept_where_it_is_not() -> None:
    terrain = slope()
    terrain[[0, -1]] += 5
    terrain[:, 10:13] += 1.5
    assert (flood(terrain).filled - terrain).sum() > 50
    cut = breach(terrain, longest_cells=8, deepest_m=2.0)
    assert (flood(cut).filled - cut).sum() < 1.0
    assert (breach(terrain, longest_cells=8, deepest_m=0.5) == terrain).all()


def test_a_culvert_carries_the_ditch_under_the_road() -> None:
    terrain = slope() + 3 * np.abs(np.arange(30) - 15)[:, None] * 0.1
    terrain[:, 18:23] = terrain.max() + 1
    transform = from_origin(0, 30, 1, 1)
    line = shapely.LineString([(24.5, 14.5), (16.5, 14.5)])
    burnt = burn_lines(terrain, transform, [line])
    flooded = flood(burnt)
    flow = accumulate(flooded, steepest(flooded))
    assert flow[15, 17] > 300
    assert (burnt <= terrain).all()


def test_a_deck_in_the_model_no_longer_dams_the_river() -> None:
    terrain = slope()
    terrain[12:18] -= 2
    terrain[:, 20:22] += 3
    opened = open_decks(terrain, from_origin(0, 30, 1, 1), [shapely.box(19.9, 11, 22.1, 19)])
    assert (flood(opened).filled - opened).sum() < 1e-9
