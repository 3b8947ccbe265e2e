"""Roads: the register, what stands along them, what happens on them."""

from __future__ import annotations

import geopandas
import numpy as np

from geodata.demo.roads import events, objects, register
from geodata.world import World
from geodata.world import runs as of_roads


def generate(world: World, rng: np.random.Generator) -> dict[str, geopandas.GeoDataFrame]:
    """Return the layers of the theme, by id."""
    runs = of_roads.make(world)
    layers = register.make(world, runs, rng)
    layers |= objects.make(runs, layers["road_section"], rng)
    layers |= events.make(runs, world.scale, rng)
    return layers
