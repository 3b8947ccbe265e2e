"""Every stretch of road with its number, its place on the kilometres, and what is around."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.world.chainage import Chainage, Floats, Ints, chainage

if TYPE_CHECKING:
    from geodata.world import World

_STEP_M = 50.0
"""So often is looked whether houses stand along a road."""
_NEAR_M = 25.0
"""From the land of the road to a block with houses."""


@dataclasses.dataclass(frozen=True)
class Runs:
    """Stretches of road; those of one number follow each other without a gap of kilometres."""

    frame: pd.DataFrame
    """One row a stretch, ordered by road and kilometre: road_no, category, road_class, width_m
    (carriageway), corridor_m (land), way (row of the world's roads)."""
    chain: Chainage
    """Their lines."""
    start_m: Floats
    """Metres of the same road before each stretch."""
    _built: NDArray[np.bool_]
    """Whether houses stand around each place of `chain.every(_STEP_M)`."""
    _first: Ints
    """Number of the first such place of each stretch."""

    def where(self, column: str, *values: object) -> NDArray[np.bool_]:
        """Say which stretches have one of the values in a column."""
        return np.asarray(self.frame[column].isin(values), dtype=np.bool_)

    def of(self, column: str, line: Ints) -> NDArray[np.object_]:
        """Return a column's values for numbers of stretches."""
        return self.frame[column].to_numpy(dtype=object)[line]

    def width_m(self, line: Ints) -> Floats:
        """Return the width of the carriageway."""
        return self.frame["width_m"].to_numpy(dtype=np.float64)[line]

    def km(self, line: Ints, at_m: Floats) -> Floats:
        """Return the kilometre of the road at metres of a stretch, to the metre."""
        return np.asarray(np.round((self.start_m[line] + at_m) / 1000, 3))

    def built(self, line: Ints, at_m: Floats) -> NDArray[np.bool_]:
        """Say whether houses stand around places of stretches."""
        step = np.minimum(at_m, np.maximum(self.chain.length_m[line] - 0.01, 0)) // _STEP_M
        return self._built[self._first[line] + step.astype(np.int64)]

    def places(
        self, built_step_m: Floats, open_step_m: Floats, rng: np.random.Generator
    ) -> tuple[Ints, Floats]:
        """Return places at steps along the stretches, other steps where houses stand than outside.

        Args:
            built_step_m: Steps among houses of each stretch, infinite for none.
            open_step_m: Steps elsewhere.
            rng: Shifts the first place of each stretch.
        """
        found = []
        for wanted, step in ((True, built_step_m), (False, open_step_m)):
            start = rng.uniform(0.1, 0.9, len(step)) * np.where(np.isinf(step), 1.0, step)
            line, at = self.chain.every(step, start)
            here = self.built(line, at) == wanted
            found.append((line[here], at[here]))
        return np.concatenate([one for one, _ in found]), np.concatenate([one for _, one in found])

    def anywhere(
        self, built_weight: Floats, open_weight: Floats, count: int, rng: np.random.Generator
    ) -> tuple[Ints, Floats]:
        """Draw places; a metre counts by its stretch's weight, among houses or elsewhere."""
        line, at = self.chain.every(_STEP_M)
        weight = np.where(self._built, built_weight[line], open_weight[line])
        picked = rng.choice(len(line), count, p=weight / weight.sum())
        spot = at[picked] + rng.uniform(0, _STEP_M, count)
        return line[picked], np.minimum(spot, self.chain.length_m[line[picked]] * 0.999)


def make(world: World) -> Runs:
    """Order the roads of a world by number, and look around along them."""
    frame = pd.DataFrame(world.roads.drop(columns="geometry")).rename(columns={"number": "road_no"})
    frame["way"] = np.arange(len(frame))
    frame = frame.sort_values(["road_no", "way"]).reset_index(drop=True)
    chain = chainage(world.roads.geometry.to_numpy()[frame["way"]])
    length = pd.Series(chain.length_m)
    start = np.asarray(length.groupby(frame["road_no"]).cumsum() - length, dtype=np.float64)
    line, at = chain.every(_STEP_M)
    spots = shapely.points(chain.points(line, at))
    homes = world.blocks.geometry.to_numpy()[world.blocks["kind"] == "built"]
    reach = frame["corridor_m"].to_numpy(dtype=np.float64)[line] / 2 + _NEAR_M
    near = shapely.STRtree(homes).query(spots, predicate="dwithin", distance=reach)[0]
    built = np.zeros(len(line), dtype=bool)
    built[near] = True
    first = np.searchsorted(line, np.arange(len(frame)))
    return Runs(frame, chain, start, built, first.astype(np.int64))
