"""Where people live, and how the area is divided: precincts, gminas, districts of the city.

A precinct is the Voronoi cell of its village (or quarter), with edges that wind; a gmina is the
union of its precincts, so both tile the area without gaps.
"""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.spatial import Voronoi, cKDTree

from geodata.world import names
from geodata.world.relief import Floats

EPSG = 2178
CENTRE = (7_472_400.0, 5_635_600.0)
"""x, y of the middle of the invented city, EPSG:2178."""
AREA_KM2 = 1300.0
CITY_KM2 = 105.0
VOIVODESHIP = "98"
"""A code that no voivodeship has: nobody can take the area for a real one."""
GMINAS = 11
"""Around the city."""


@dataclasses.dataclass(frozen=True)
class Shape:
    """The outline of the area and of the city around its middle, as radii by direction."""

    radius_m: float
    city_radius_m: float
    seat_radius_m: float
    """Of the town around the seat of a gmina; smaller areas have smaller towns."""
    phases: Floats

    def stretch(self, angle: Floats) -> Floats:
        """Return the radius in a direction as a share of the mean one."""
        return np.asarray(
            1
            + 0.11 * np.sin(2 * angle + self.phases[0])
            + 0.07 * np.sin(3 * angle + self.phases[1])
            + 0.04 * np.sin(5 * angle + self.phases[2])
        )

    def distance(self, x: Floats, y: Floats) -> Floats:
        """Return the distance from the middle in metres, measured so that the outline is round."""
        dx, dy = x - CENTRE[0], y - CENTRE[1]
        return np.asarray(np.hypot(dx, dy) / self.stretch(np.arctan2(dy, dx)))


@dataclasses.dataclass(frozen=True)
class Division:
    """The area divided."""

    gminas: geopandas.GeoDataFrame
    precincts: geopandas.GeoDataFrame
    districts: geopandas.GeoDataFrame
    arterials: NDArray[np.object_]
    """Edges between quarters of the city, LineStrings: its main streets run there."""
    beyond: Floats
    """Places outside the area that roads lead to, shape (n, 2)."""


def shape(scale: float, rng: np.random.Generator) -> Shape:
    """Return the outline for a scale: 1 is 1300 square kilometres."""
    return Shape(
        radius_m=float(np.sqrt(AREA_KM2 * 1e6 * scale / np.pi)),
        city_radius_m=float(np.sqrt(CITY_KM2 * 1e6 * scale / np.pi)),
        seat_radius_m=float(np.clip(750 * np.sqrt(scale), 160, 480)),
        phases=rng.uniform(0, 2 * np.pi, 3),
    )


def divide(outline: Shape, scale: float, rng: np.random.Generator) -> Division:
    """Scatter quarters and villages, draw the boundaries between them, group them."""
    quarters = max(3, round(24 * scale))
    villages = max(GMINAS, round(190 * scale))
    gap = float(np.sqrt((AREA_KM2 - CITY_KM2) * 1e6 * scale / villages))
    core, edge = outline.city_radius_m, outline.radius_m
    city = _scatter(outline, quarters, 0, core, rng)
    rural = _scatter(outline, villages, core, edge, rng)
    ring = np.linspace(0, 2 * np.pi, max(12, int(2 * np.pi * edge / gap)), endpoint=False)
    outer = (edge + 0.6 * gap) * outline.stretch(ring) * rng.uniform(0.97, 1.06, len(ring))
    beyond = np.column_stack([np.cos(ring), np.sin(ring)]) * outer[:, None] + CENTRE
    far = (beyond - CENTRE) * 1.5 + CENTRE
    points = np.vstack([city, rural, beyond, far])
    cells, arterials = _cells(points, quarters, quarters + villages, rng)
    group = np.concatenate([np.zeros(quarters, dtype=np.int64), 1 + _cluster(rural, GMINAS)])
    precincts = _precincts(points[: quarters + villages], cells, group, quarters, rng)
    return Division(
        gminas=_gminas(precincts),
        precincts=precincts,
        districts=_districts(precincts, rng),
        arterials=arterials,
        beyond=beyond,
    )


def _scatter(
    outline: Shape, count: int, inner: float, outer: float, rng: np.random.Generator
) -> Floats:
    """Spread points evenly in a ring of the outline (Lloyd's relaxation over random samples)."""
    angle = rng.uniform(0, 2 * np.pi, 60 * count)
    radius = np.sqrt(rng.uniform(inner**2, outer**2, 60 * count)) * outline.stretch(angle)
    samples = np.column_stack([np.cos(angle), np.sin(angle)]) * radius[:, None] + CENTRE
    points = samples[:count].copy()
    for _ in range(6):
        nearest = cKDTree(points).query(samples)[1]
        sums = np.column_stack([np.bincount(nearest, samples[:, k], count) for k in (0, 1)])
        points = sums / np.maximum(np.bincount(nearest, minlength=count), 1)[:, None]
    return np.asarray(points + rng.normal(0, 60, points.shape))


def wind(start: Floats, end: Floats, share: float, rng: np.random.Generator) -> Floats:
    """Return a winding path between two points by midpoint displacement, steps under 150 m.

    Args:
        start: x, y.
        end: x, y.
        share: Displacement as a share of the length.
        rng: Source of chance.
    """
    path = np.array([start, end])
    while np.hypot(*np.diff(path, axis=0).T).max() > 150 and len(path) < 130:
        step = np.diff(path, axis=0)
        normal = np.column_stack([-step[:, 1], step[:, 0]])
        middle = (
            path[:-1] + step / 2 + normal * rng.normal(0, share, (len(step), 1)).clip(-0.2, 0.2)
        )
        woven = np.empty((len(path) + len(middle), 2))
        woven[::2], woven[1::2] = path, middle
        path = woven
    return path


def _cells(
    points: Floats, quarters: int, inside: int, rng: np.random.Generator
) -> tuple[NDArray[np.object_], NDArray[np.object_]]:
    """Return the winding Voronoi cells of the first `inside` points, and the city's inner edges."""
    voronoi = Voronoi(points)
    lines, between_quarters = [], []
    for (left, right), (start, end) in zip(
        voronoi.ridge_points, voronoi.ridge_vertices, strict=True
    ):
        if min(start, end) < 0 or min(left, right) >= inside:
            continue
        urban = max(left, right) < quarters
        ends = voronoi.vertices[[start, end]]
        path = wind(ends[0], ends[1], 0.02 if urban else 0.07, rng)
        lines.append(shapely.LineString(np.round(path, 2)))
        between_quarters.append(urban)
    noded = shapely.union_all(lines, grid_size=0.01)
    faces = shapely.get_parts(shapely.polygonize([noded]))
    tree = shapely.STRtree(faces)
    seeds, found = tree.query(shapely.points(points[:inside]), predicate="within")
    cells = np.full(inside, None, dtype=object)
    cells[seeds] = faces[found]
    stray = np.setdiff1d(np.arange(len(faces)), found)
    for face in faces[stray]:
        nearest = int(
            np.argmin(np.hypot(*(points[:inside] - shapely.get_coordinates(face.centroid)).T))
        )
        cells[nearest] = shapely.union(cells[nearest], face)
    return cells, np.array(lines, dtype=object)[np.array(between_quarters)]


def _cluster(points: Floats, count: int) -> NDArray[np.int64]:
    """Group points into compact clusters (k-means from the points farthest from one another)."""
    chosen = [int(np.argmax(points[:, 0]))]
    while len(chosen) < count:
        gaps = np.min(np.hypot(*(points[:, None] - points[chosen]).transpose(2, 0, 1)), axis=1)
        chosen.append(int(np.argmax(gaps)))
    middles = points[chosen]
    for _ in range(8):
        group = cKDTree(middles).query(points)[1]
        sums = np.column_stack([np.bincount(group, points[:, k], count) for k in (0, 1)])
        middles = sums / np.maximum(np.bincount(group, minlength=count), 1)[:, None]
    return np.asarray(cKDTree(middles).query(points)[1], dtype=np.int64)


def _precincts(
    points: Floats,
    cells: NDArray[np.object_],
    group: NDArray[np.int64],
    quarters: int,
    rng: np.random.Generator,
) -> geopandas.GeoDataFrame:
    """Name and number the precincts, and find the seat of every gmina: its most central village."""
    frame = geopandas.GeoDataFrame(
        {
            "name": names.places(len(points), rng),
            "gmina": group,
            "x": points[:, 0],
            "y": points[:, 1],
            "urban": np.arange(len(points)) < quarters,
            "size": rng.lognormal(-1.0, 0.35, len(points)).clip(0.15, 0.75),
        },
        geometry=cells,
        crs=EPSG,
    )
    middle = frame.groupby("gmina")[["x", "y"]].transform("mean")
    frame["off"] = np.hypot(frame["x"] - middle["x"], frame["y"] - middle["y"])
    frame["seat"] = frame.index.isin(frame.groupby("gmina")["off"].idxmin()) & ~frame["urban"]
    frame.loc[frame["seat"], "size"] = 1.0
    frame["district"] = -1
    urban = frame["urban"].to_numpy()
    frame.loc[urban, "district"] = _cluster(points[urban], max(2, quarters // 2))
    frame = frame.sort_values(["gmina", "y", "x"], ascending=[True, False, True])
    kinds = np.where(np.arange(GMINAS + 1) % 3 == 1, 3, 2)
    kinds[0] = 1
    unit = [
        f"{VOIVODESHIP}{61 if g == 0 else 1:02d}{1 if g == 0 else g:02d}" for g in frame["gmina"]
    ]
    frame["kind"] = kinds[frame["gmina"]].astype(str)
    frame["teryt"] = unit + frame["kind"]
    number = frame.groupby("gmina").cumcount() + 1
    frame["precinct_id"] = [
        f"{u}_{k}.{n:04d}" for u, k, n in zip(unit, frame["kind"], number, strict=True)
    ]
    return frame.drop(columns="off").reset_index(drop=True)


def _gminas(precincts: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    gminas = precincts[["gmina", "teryt", "kind", "geometry"]].dissolve("gmina").reset_index()
    seats = precincts[precincts["seat"]].set_index("gmina")
    gminas["name"] = [names.CITY if g == 0 else seats.at[g, "name"] for g in gminas["gmina"]]
    gminas["x"] = [CENTRE[0] if g == 0 else seats.at[g, "x"] for g in gminas["gmina"]]
    gminas["y"] = [CENTRE[1] if g == 0 else seats.at[g, "y"] for g in gminas["gmina"]]
    return gminas


def _districts(
    precincts: geopandas.GeoDataFrame, rng: np.random.Generator
) -> geopandas.GeoDataFrame:
    """Join the precincts of one district, and name the districts."""
    urban = precincts[precincts["urban"]]
    districts = urban[["district", "teryt", "geometry"]].dissolve("district").reset_index()
    districts["name"] = names.places(len(precincts) + len(districts), rng)[len(precincts) :]
    return districts
