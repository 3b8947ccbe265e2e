"""Greenery: trees, green areas, protected nature."""

from __future__ import annotations

import geopandas
import numpy as np
import pandas as pd

from geodata.demo.greenery import areas, protection, trees
from geodata.world import World


def generate(
    world: World, rng: np.random.Generator
) -> dict[str, geopandas.GeoDataFrame | pd.DataFrame]:
    """Return the layers of the theme, by id."""
    area = areas.green_areas(world, rng)
    tree = trees.trees(world, area, rng)
    monument = protection.monuments(world, tree, rng)
    old = tree["inventory_no"].isin(monument["tree_no"])
    return {
        "green_area": area,
        "tree": tree.assign(protection=np.where(old, "PP", "brak")),
        "tree_inspection": trees.inspections(tree, rng),
        "shrub_group": areas.shrubs(area, world.scale, rng),
        "green_equipment": areas.equipment(area, world.scale, rng),
        "nature_protection_area": protection.areas(world, rng),
        "natural_monument": monument,
    }
