"""Ground of scenes whose truth is plain, and the parts of the filter on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from processing import steps
from processing.cloud.points import (
    GROUND,
    HIGH_NOISE,
    LOW_NOISE,
    Points,
    read_classes,
    write_points,
)
from processing.ground import PROFILES, classify
from processing.ground.opening import opened
from processing.ground.surface import filled
from processing.raster import read_raster
from sip.errors import UsageError
from tests.processing.cloud.clouds import cloud

SIDE_M = 80.0


def scattered(height: Any, *, density: float = 4.0, seed: int = 1) -> tuple[Points, Any, Any]:
    """Return points on a surface (a function of x and y), and their x and y."""
    random = np.random.default_rng(seed)
    x, y = random.uniform(0, SIDE_M, (2, round(SIDE_M**2 * density)))
    return cloud(x, y, height(x, y) + random.normal(0, 0.02, len(x))), x, y


def ground(points: Points, profile: str = "terrain") -> Any:
    return classify(points, PROFILES[profile]).classes == GROUND


@pytest.mark.parametrize(
    ("profile", "rise"), [("terrain", 0.4), ("urban", 0.4), ("forest", 0.0), ("forest", 0.9)]
)
def test_a_plane_is_ground_even_if_steep(profile: str, rise: float) -> None:
    points, _, _ = scattered(lambda x, y: 100 + rise * x)
    assert ground(points, profile).mean() > 0.99


@pytest.mark.parametrize("profile", PROFILES)
def test_a_house_on_a_slope_is_no_ground_and_what_is_around_it_is(profile: str) -> None:
    def height(x: Any, y: Any) -> Any:
        return 50 + 0.05 * x + 6.0 * house(x, y)

    def house(x: Any, y: Any) -> Any:
        return (np.abs(x - 40) < 8) & (np.abs(y - 40) < 6)

    points, x, y = scattered(height)
    found = ground(points, profile)
    assert not found[house(x, y)].any()
    assert found[~house(x, y)].mean() > 0.99


def test_both_sides_of_a_cliff_are_ground_and_a_terrace_too() -> None:
    def height(x: Any, y: Any) -> Any:
        return 100 + 8.0 * (x > 16) + 7.0 * (x > 28) + 0.02 * y

    points, x, _ = scattered(height)
    found = ground(points)
    near = (np.abs(x - 16) < 0.5) | (np.abs(x - 28) < 0.5)
    assert found[~near].mean() > 0.97
    assert found[(x > 17) & (x < 27)].mean() > 0.95


@pytest.mark.parametrize("profile", PROFILES)
def test_dams_with_narrow_crests_are_ground(profile: str) -> None:
    def height(x: Any, y: Any) -> Any:
        return 100 + np.clip(6 - np.clip(np.abs(x - 40) - 1.5, 0, None) / 1.5, 0, None)

    points, x, _ = scattered(height)
    assert ground(points, profile)[np.abs(x - 40) < 10].mean() > 0.99


@pytest.mark.parametrize("profile", ["terrain", "urban"])
def test_a_hall_of_80_m_is_no_ground(profile: str) -> None:
    random = np.random.default_rng(3)
    x, y = random.uniform(0, 200, (2, 40_000))
    hall = (np.abs(x - 100) < 75) & (np.abs(y - 100) < 39)
    found = ground(cloud(x, y, 100 + 11.0 * hall + random.normal(0, 0.02, len(x))), profile)
    assert not found[hall].any()
    assert found[~hall].mean() > 0.99


def test_bushes_on_a_steep_slope_are_no_ground_and_the_slope_is() -> None:
    random = np.random.default_rng(4)
    x, y = random.uniform(0, SIDE_M, (2, 25_000))
    middle = random.uniform(0, SIDE_M, (60, 2))
    bush = (np.hypot(x[:, None] - middle[:, 0], y[:, None] - middle[:, 1]) < 0.8).any(axis=1)
    bush &= random.random(len(x)) < 0.7
    over = np.where(bush, random.uniform(1.0, 2.0, len(x)), random.normal(0, 0.02, len(x)))
    found = ground(cloud(x, y, 100 + 0.8 * y + over))
    assert found[bush].mean() < 0.2
    assert found[~bush].mean() > 0.99


def test_a_tree_is_no_ground_and_the_ground_under_it_is() -> None:
    random = np.random.default_rng(2)
    base, _, _ = scattered(lambda x, y: np.full(len(x), 20.0))
    crown = random.uniform(-3, 3, (900, 2)) + 40
    top = 20 + random.uniform(3, 12, 900)
    x, y = (
        np.concatenate([a, b]) for a, b in zip((base.x / 100, base.y / 100), crown.T, strict=True)
    )
    found = ground(cloud(x, y, np.concatenate([base.z / 100, top])))
    assert not found[len(base) :].any()
    assert found[: len(base)].mean() > 0.99


def test_cars_are_no_ground_in_town() -> None:
    def car(x: Any, y: Any) -> Any:
        return (np.abs(x - 40) < 2.2) & (np.abs(y - 40) < 0.9)

    points, x, y = scattered(lambda x, y: 10 + 1.3 * car(x, y), density=10)
    assert not ground(points, "urban")[car(x, y)].any()


def test_single_points_far_from_all_others_are_noise() -> None:
    points, _, _ = scattered(lambda x, y: np.full(len(x), 30.0))
    extra = cloud([20, 50], [20, 50], [10, 90])
    whole = cloud(*(np.concatenate([getattr(points, a), getattr(extra, a)]) / 100 for a in "xyz"))
    classes = classify(whole, PROFILES["terrain"]).classes
    assert list(classes[-2:]) == [LOW_NOISE, HIGH_NOISE]
    assert (classes[:-2] == GROUND).all()


def test_withheld_points_take_no_part() -> None:
    points, x, _ = scattered(lambda x, y: np.full(len(x), 30.0))
    flags = np.where(x < 40, 4, 0).astype(np.uint8)
    hidden = cloud(points.x / 100, points.y / 100, points.z / 100, flags=flags)
    assert np.array_equal(ground(hidden), x >= 40)


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_few_points_are_no_failure(count: int, tmp_path: Path) -> None:
    write_points(cloud(np.arange(count), np.arange(count), np.zeros(count)), tmp_path / "p.columns")
    made = {"classes": tmp_path / "classes.npy", "ground": tmp_path / "ground.tif"}
    steps.find("ground.classify").work({"points": [tmp_path / "p.columns"]}, made)
    assert len(read_classes(made["classes"], count)) == count
    assert np.isnan(read_raster(made["ground"]).values()).all() == (count == 0)


def test_an_unknown_profile_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="terrain, forest, urban"):
        steps.find("ground.classify").work({"points": [tmp_path]}, {}, profile="lunar")


@settings(max_examples=30, deadline=None)
@given(radius=st.integers(1, 9), seed=st.integers(0, 99))
def test_the_fast_opening_is_the_plain_one(radius: int, seed: int) -> None:
    surface = np.random.default_rng(seed).normal(size=(45, 52)).astype(np.float32)
    shape = octagon(radius)
    plain = ndimage.grey_dilation(ndimage.grey_erosion(surface, footprint=shape), footprint=shape)
    found = opened(surface, radius)
    inner = slice(2 * radius, -2 * radius)
    assert np.array_equal(found[inner, inner], plain[inner, inner])
    assert (found <= surface).all()


def octagon(radius: int) -> Any:
    """Return the cells of the octagon, put together from its four lines."""
    diagonal = min(round(0.2929 * radius), (radius - 1) // 2)
    straight = radius - 2 * diagonal
    shape = np.zeros((4 * radius + 1,) * 2, bool)
    shape[2 * radius, 2 * radius] = True
    for down, right, half in (
        (0, 1, straight), (1, 0, straight), (1, 1, diagonal), (-1, 1, diagonal)
    ):  # fmt: skip
        steps = range(-half, half + 1)
        shape = np.any([np.roll(shape, (down * k, right * k), (0, 1)) for k in steps], axis=0)
    return shape[radius:-radius, radius:-radius]


@given(a=st.floats(-2, 2), b=st.floats(-2, 2))
@settings(max_examples=15, deadline=None)
def test_a_membrane_over_a_gap_in_a_plane_is_the_plane(a: float, b: float) -> None:
    row, col = np.mgrid[:40, :40]
    plane = (5 + a * row + b * col).astype(np.float32)
    holed = plane.copy()
    holed[10:25, 12:30] = np.nan
    assert np.abs(filled(holed) - plane).max() < 0.15
