"""Triangles are those of Delaunay, also where points lie on lines and circles."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial import Delaunay

from processing.terrain.delaunay import spread, triangles

type Doubles = NDArray[np.float64]


def on_cells(x: Doubles, y: Doubles, width: int) -> tuple[Doubles, Doubles, NDArray[np.int64]]:
    """Return one point of each cell, row by row, and the cells."""
    shape = int(y.max() // width) + 1, int(x.max() // width) + 1
    cells = np.full(shape, -1, np.int64)
    cells[(y // width).astype(int), (x // width).astype(int)] = np.arange(len(x))
    kept = cells[cells >= 0]
    return x[kept], y[kept], cells


def doubled_areas(x: Doubles, y: Doubles, corners: NDArray[np.int32]) -> Doubles:
    a, b, c = corners.T
    return np.asarray((x[b] - x[a]) * (y[c] - y[a]) - (y[b] - y[a]) * (x[c] - x[a]))


def sets(corners: NDArray[np.int32]) -> set[tuple[int, ...]]:
    return set(map(tuple, np.sort(corners, axis=1).tolist()))


@pytest.mark.parametrize(("side", "share"), [(4, 1.0), (60, 1.0), (60, 0.05), (200, 0.6)])
def test_triangles_are_those_of_qhull(side: int, share: float) -> None:
    random = np.random.default_rng(side)
    count = int(3 * side**2 * share)
    places = random.integers(0, side * 1000, (2, count)).astype(np.float64)
    x, y, cells = on_cells(places[0], places[1], 1000)
    found = triangles(x, y, spread(cells))
    assert sets(found) == sets(Delaunay(np.column_stack([x, y])).simplices)
    assert doubled_areas(x, y, found).min() > 0


def test_a_lattice_whose_circles_hold_four_points_is_covered_once() -> None:
    y, x = (one.ravel().astype(np.float64) for one in np.indices((31, 40)))
    found = triangles(x, y, spread(np.arange(31 * 40).reshape(31, 40)))
    areas = doubled_areas(x, y, found)
    assert len(found) == 2 * 30 * 39
    assert (areas == 1).all()


def test_points_on_a_ring_around_a_gap_span_it() -> None:
    angle = np.linspace(0, 2 * np.pi, 400, endpoint=False)
    x, y, cells = on_cells(
        np.rint(50_000 + 40_000 * np.cos(angle)), np.rint(50_000 + 40_000 * np.sin(angle)), 1000
    )
    found = triangles(x, y, spread(cells))
    hull = Delaunay(np.column_stack([x, y]))
    whole = np.abs(doubled_areas(x, y, hull.simplices.astype(np.int32))).sum()
    assert doubled_areas(x, y, found).sum() == pytest.approx(whole, rel=1e-12)


def test_points_on_a_line_have_no_triangles_and_one_beside_has_all() -> None:
    x, y = np.arange(50.0), np.zeros(50)
    cells = np.arange(50).reshape(1, 50)
    assert len(triangles(x, y, spread(cells))) == 0
    y[20] = 1.0
    assert len(triangles(x, y, spread(cells))) == 48
    assert len(triangles(x[:2], y[:2], spread(cells[:, :2]))) == 0
