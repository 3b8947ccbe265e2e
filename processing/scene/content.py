"""What a scene holds: the truth, before anybody has measured it."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Sequence

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from rasterio.transform import Affine, from_origin

from sip.crs import Extent

type Floats = NDArray[np.float64]

CELL_M = 0.25
"""Width of the cells of ground and cover."""


class Cover(enum.IntEnum):
    """What the ground is covered with, or what is seen from above."""

    GRASS = 1
    ROAD = 2
    PAVEMENT = 3
    BARE = 4
    WATER = 5
    ROOF = 6
    CROWN = 7
    SHRUB = 8
    CAR = 9
    POLE = 10


@dataclasses.dataclass(frozen=True)
class Kind:
    """How a species grows and looks."""

    conifer: bool
    spread: float
    """Diameter of the crown over the height of a grown tree."""
    red: float
    """Reflectance of a healthy crown in summer, 0 to 1."""
    infrared: float


KINDS = {
    "Picea abies": Kind(True, 0.26, 0.068, 0.30),
    "Abies alba": Kind(True, 0.28, 0.065, 0.29),
    "Pinus sylvestris": Kind(True, 0.36, 0.093, 0.31),
    "Larix decidua": Kind(True, 0.30, 0.093, 0.38),
    "Taxus baccata": Kind(True, 0.5, 0.068, 0.30),
    "Fagus sylvatica": Kind(False, 0.42, 0.076, 0.48),
    "Tilia cordata": Kind(False, 0.50, 0.082, 0.46),
    "Acer platanoides": Kind(False, 0.52, 0.085, 0.47),
    "Quercus robur": Kind(False, 0.60, 0.085, 0.44),
    "Betula pendula": Kind(False, 0.38, 0.099, 0.42),
}
BROADLEAF = Kind(False, 0.5, 0.085, 0.45)
"""Of species that are not told apart."""


@dataclasses.dataclass(frozen=True)
class Scene:
    """Ground and what stands on it in one year.

    Heights are metres above the vertical datum, sizes metres, rows 0 of grids in the north.
    """

    crs: int
    """EPSG code of x and y, axes in metres."""
    year: int
    west: float
    north: float
    ground_m: Floats
    """Bare earth with river beds and kerbs, without bridges; shape (rows, cols), CELL_M apart."""
    cover: NDArray[np.uint8]
    """`Cover` of the ground, shape of `ground_m`; ROAD also under a bridge's deck."""
    buildings: geopandas.GeoDataFrame
    """Polygons: building_id, roof (flat, gable, hip, pent), ground_m, eaves_m, ridge_m (heights of
    the datum; equal on a flat roof)."""
    trees: geopandas.GeoDataFrame
    """Points of stems: tree_id, species, height_m and crown_base_m (over the ground), crown_m
    (diameter), vitality (1 healthy, 0 dead)."""
    poles: geopandas.GeoDataFrame
    """Points: pole_id, kind (lamp, sign), height_m."""
    shrubs: geopandas.GeoDataFrame
    """Points: height_m, crown_m (diameter)."""
    cars: geopandas.GeoDataFrame
    """Polygons: height_m."""
    water: geopandas.GeoDataFrame
    """Polygons."""
    water_m: Floats
    """Height of the water's surface, NaN on land; shape of `ground_m`."""
    bridges: geopandas.GeoDataFrame
    """Polygons of decks: deck_m."""
    kerbs: geopandas.GeoDataFrame
    """Lines: step_m."""
    culverts: geopandas.GeoDataFrame
    """Lines under roads, from inlet to outlet."""

    @property
    def transform(self) -> Affine:
        """From column, row to x, y of a cell's north-western corner."""
        return from_origin(self.west, self.north, CELL_M, CELL_M)

    @property
    def extent(self) -> Extent:
        """The rectangle that the grids cover."""
        rows, cols = self.ground_m.shape
        return Extent(self.west, self.north - rows * CELL_M, self.west + cols * CELL_M, self.north)

    def centres(self) -> tuple[Floats, Floats]:
        """Return x and y of the middles of the cells, each of the shape of `ground_m`."""
        rows, cols = self.ground_m.shape
        x = self.west + CELL_M * (np.arange(cols) + 0.5)
        y = self.north - CELL_M * (np.arange(rows) + 0.5)
        return tuple(np.meshgrid(x, y))

    def ground_at(self, points: NDArray[np.object_]) -> Floats:
        """Return the ground's height at points, that of the nearest cell at the edge."""
        rows, cols = self.ground_m.shape
        x, y = shapely.get_coordinates(points).T
        col = np.clip(((x - self.west) / CELL_M).astype(np.int64), 0, cols - 1)
        row = np.clip(((self.north - y) / CELL_M).astype(np.int64), 0, rows - 1)
        return np.asarray(self.ground_m[row, col])

    def ground_around(self, shape: shapely.Polygon) -> float:
        """Return the mean height of the ground at the corners of a shape."""
        corners = np.array([shapely.Point(one) for one in shapely.get_coordinates(shape)])
        return float(np.mean(self.ground_at(corners)))


COLUMNS: dict[str, tuple[str, ...]] = {
    "buildings": ("building_id", "roof", "ground_m", "eaves_m", "ridge_m"),
    "trees": ("tree_id", "species", "height_m", "crown_base_m", "crown_m", "vitality"),
    "poles": ("pole_id", "kind", "height_m"),
    "shrubs": ("height_m", "crown_m"),
    "cars": ("height_m",),
    "water": (),
    "bridges": ("deck_m",),
    "kerbs": ("step_m",),
    "culverts": (),
}
"""Columns of the frames of a scene, beside the geometry."""


def frame(name: str, crs: int, rows: Sequence[tuple[object, ...]]) -> geopandas.GeoDataFrame:
    """Return a frame of a scene from rows of its columns, the geometry last."""
    columns = (*COLUMNS[name], "geometry")
    values = {one: [row[place] for row in rows] for place, one in enumerate(columns)}
    return geopandas.GeoDataFrame(values, geometry="geometry", crs=crs)


def empty(crs: int, year: int, west: float, north: float, ground_m: Floats) -> Scene:
    """Return a meadow: a scene of nothing but ground."""
    return Scene(
        crs=crs,
        year=year,
        west=west,
        north=north,
        ground_m=ground_m,
        cover=np.full(ground_m.shape, Cover.GRASS, dtype=np.uint8),
        water_m=np.full(ground_m.shape, np.nan),
        **{name: frame(name, crs, []) for name in COLUMNS},
    )
