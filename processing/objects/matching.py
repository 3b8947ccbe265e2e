"""Pairs of found and true things, and how good the finding was."""

from __future__ import annotations

import dataclasses

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

type Floats = NDArray[np.float64]
type Places = NDArray[np.int64]


@dataclasses.dataclass(frozen=True)
class Score:
    """How many were found, and how many of the found were true."""

    found: int
    true: int
    matched: int

    @property
    def recall(self) -> float:
        """Share of the true that were found."""
        return self.matched / self.true if self.true else 1.0

    @property
    def precision(self) -> float:
        """Share of the found that are true."""
        return self.matched / self.found if self.found else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        both = self.found + self.true
        return 2 * self.matched / both if both else 1.0


def pair(found: Floats, true: Floats, reach: Floats) -> tuple[Places, Places]:
    """Pair points one to one, those first that are closest measured by their reach.

    Args:
        found: Shape (n, d).
        true: Shape (m, d).
        reach: Farthest distance at which each true point may be matched, shape (m,).

    Returns:
        Rows of the found and rows of the true.
    """
    if not len(found) or not len(true):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    tree = cKDTree(found)
    near = tree.query_ball_point(true, reach)
    right = np.repeat(np.arange(len(true)), [len(one) for one in near])
    left = np.array([one for some in near for one in some], dtype=np.int64)
    apart = np.linalg.norm(found[left] - true[right], axis=1) / reach[right]
    taken_left, taken_right = np.zeros(len(found), bool), np.zeros(len(true), bool)
    pairs = []
    for place in np.argsort(apart, kind="stable"):
        if not taken_left[left[place]] and not taken_right[right[place]]:
            taken_left[left[place]] = taken_right[right[place]] = True
            pairs.append((left[place], right[place]))
    rows = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return rows[:, 0], rows[:, 1]


def match_trees(found: Floats, true: Floats) -> tuple[Places, Places]:
    """Pair trees by x, y and height within 2.1 m and 0.14 of the height (Eysn et al. 2015).

    Args:
        found: Shape (n, 3): x, y, height in metres.
        true: Shape (m, 3).
    """
    return pair(found, true, 2.1 + 0.14 * true[:, 2])
