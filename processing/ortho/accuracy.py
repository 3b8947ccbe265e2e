"""How far a classification of cover can be trusted, and the intervals of areas that follow.

Areas counted from classified cells are biased where classes are mistaken for each other. As in
Olofsson et al. 2014 (Remote Sensing of Environment 148) they are corrected by which share of each
mapped class truly is what. The errors of neighbouring cells go together, so a count of cells says
nothing about how sure an area is: the spread of the errors of whole blocks and of whole scenes
says it.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from processing.ortho.cover import Class
from processing.ortho.truth import GROUNDS
from sip.errors import DataError

type Floats = NDArray[np.float64]

BLOCK_M = 50.0
NORMAL_90 = 1.645
"""Standard deviations to each side that hold 90 %."""
MAPPED = len(Class)
SEEN = len(Class) - 1
"""True classes: nothing is a shadow in truth."""


@dataclasses.dataclass(frozen=True)
class Table:
    """One question (what is seen, or what the ground is) and how well classes answer it."""

    share: Floats
    """Which share of a mapped class (row) truly is what (column)."""
    block_sd: Floats
    """Spread of the error of a block's share of each true kind, within scenes."""
    scene_sd: Floats
    """Spread of the mean error of scenes."""

    def areas(self, mapped_m2: Floats) -> tuple[Floats, Floats, Floats]:
        """Return estimates, low and high ends of areas in m2, from mapped areas of each class.

        An interval holds the truth in 9 of 10 zones like those of the reference.
        """
        whole = float(mapped_m2.sum())
        estimate = mapped_m2 @ self.share
        blocks = max(whole / BLOCK_M**2, 1e-9)
        spread = np.sqrt(self.scene_sd**2 + self.block_sd**2 / blocks)
        reach = NORMAL_90 * np.minimum(spread, 1) * whole
        return estimate, np.clip(estimate - reach, 0, whole), np.clip(estimate + reach, 0, whole)


@dataclasses.dataclass(frozen=True)
class Accuracy:
    """How good classes of `processing.ortho.cover` are."""

    seen: Table
    """Against the class from above, five kinds."""
    ground: Table
    """Against `GROUNDS`: what is under crowns and shadows, too."""
    scenes: int
    """Or places, of which it was measured."""
    source: str
    """What it was measured on."""


def measure(
    scenes: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]],
    cell_m: float,
    source: str,
) -> Accuracy:
    """Measure the accuracy on scenes whose truth is known.

    Args:
        scenes: Mapped `Class`, true `Class` and true place in `GROUNDS`, each (rows, cols).
        cell_m: Width of the cells.
        source: Whence the scenes are.
    """
    seen = [_blocks(mapped, true - 1, SEEN, cell_m) for mapped, true, _ in scenes]
    ground = [_blocks(mapped, true, len(GROUNDS), cell_m) for mapped, _, true in scenes]
    return Accuracy(_table(seen), _table(ground), len(scenes), source)


def _blocks(
    mapped: NDArray[np.uint8], true: NDArray[np.uint8], kinds: int, cell_m: float
) -> Floats:
    """Return counts of mapped classes and true kinds per block, shape (blocks, MAPPED, kinds)."""
    size = round(BLOCK_M / cell_m)
    made = []
    for top in range(0, mapped.shape[0], size):
        for left in range(0, mapped.shape[1], size):
            block = slice(top, top + size), slice(left, left + size)
            some = mapped[block] > 0
            code = (mapped[block][some].astype(np.int64) - 1) * kinds + true[block][some]
            made.append(np.bincount(code, minlength=MAPPED * kinds).reshape(MAPPED, kinds))
    return np.array(made, dtype=np.float64)


def _table(scenes: Sequence[Floats]) -> Table:
    counts = np.concatenate(scenes).sum(axis=0)
    total = counts.sum(axis=1, keepdims=True)
    even = np.full_like(counts, 1 / counts.shape[1])
    share = np.divide(counts, total, out=even, where=total > 0)
    errors = []
    for blocks in scenes:
        cells = blocks.sum(axis=(1, 2))
        full = blocks[cells > 0.5 * cells.max()]
        mapped, true = full.sum(axis=2), full.sum(axis=1)
        errors.append((true - mapped @ share) / mapped.sum(axis=1, keepdims=True))
    within = np.sqrt(np.mean([one.var(axis=0, ddof=1) for one in errors], axis=0))
    means = np.array([one.mean(axis=0) for one in errors])
    between = means.std(axis=0, ddof=1) if len(scenes) > 1 else np.abs(means[0])
    return Table(share, within, between)


def write_accuracy(
    accuracy: Accuracy, file: Path, checked: Mapping[str, Any] | None = None
) -> None:
    """Write an accuracy as JSON, rounded to a millionth, and what people want to know of it."""

    def plain(table: Table) -> dict[str, object]:
        fields = dataclasses.fields(table)
        return {one.name: np.round(getattr(table, one.name), 6).tolist() for one in fields}

    told = {
        "source": accuracy.source, "scenes": accuracy.scenes,
        "seen": plain(accuracy.seen), "ground": plain(accuracy.ground),
        **({"checked": dict(checked)} if checked else {}),
    }  # fmt: skip
    file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def read_accuracy(file: Path) -> Accuracy:
    """Read what `write_accuracy` has written.

    Raises:
        DataError: It is something else.
    """

    def table(told: dict[str, list[float]]) -> Table:
        return Table(**{name: np.array(told[name]) for name in ("share", "block_sd", "scene_sd")})

    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return Accuracy(table(told["seen"]), table(told["ground"]), told["scenes"], told["source"])
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise DataError(f"{file}: is no accuracy of cover: {error}") from error


@functools.cache
def ours() -> Accuracy:
    """Return the accuracy on invented towns, as `python -m bench.ortho --write` measured it."""
    return read_accuracy(Path(__file__).with_name("cover_accuracy.json"))
