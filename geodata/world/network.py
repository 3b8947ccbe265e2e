"""Roads and railways between places: routes, links of villages, arterials of the city."""

from __future__ import annotations

import dataclasses

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage, sparse
from scipy.spatial import Delaunay
from shapely.geometry.base import BaseGeometry

from geodata.world.area import CENTRE, Division, Shape, wind
from geodata.world.relief import Floats

LETTER = "T"
"""Ends the numbers of county and municipal roads."""
CORRIDOR_M = {"S": 52.0, "GP": 32.0, "G": 26.0, "Z": 20.0, "L": 14.0, "D": 10.0}
"""Width of the land of a road, by class."""
CARRIAGEWAY_M = {"S": 22.0, "GP": 14.0, "G": 8.0, "Z": 7.0, "L": 6.0, "D": 5.0}
"""Width of the paved road, by class."""
COUNTY_ROAD_M = 11_000.0
"""Length at which a chain of links becomes the next county road."""


@dataclasses.dataclass(frozen=True)
class Road:
    """One road with its number, directed along its kilometres."""

    number: str
    category: str
    """K national, W voivodeship, P county, G municipal."""
    road_class: str
    """S, GP, G, Z, L, D."""
    line: shapely.LineString


@dataclasses.dataclass
class _Graph:
    """Places and the links between them."""

    points: Floats
    ends: NDArray[np.int64]
    """Shape (n, 2), numbers of points."""
    paths: list[Floats]
    """Coordinates of each link from its first to its second end."""

    def __post_init__(self) -> None:
        self.lengths = np.array([np.hypot(*np.diff(path, axis=0).T).sum() for path in self.paths])
        self.number = {tuple(sorted(pair)): i for i, pair in enumerate(self.ends.tolist())}

    def route(self, start: int, end: int) -> list[int]:
        """Return the links of the shortest way."""
        size = len(self.points)
        matrix = sparse.coo_array((self.lengths, self.ends.T), shape=(size, size)).tocsr()
        before = sparse.csgraph.dijkstra(
            matrix, directed=False, indices=start, return_predecessors=True
        )[1]
        links = []
        while end != start and before[end] >= 0:
            links.append(self.number[tuple(sorted((int(before[end]), end)))])
            end = int(before[end])
        return links[::-1]

    def nearest(self, x: float, y: float, among: NDArray[np.int64]) -> int:
        """Return the point nearest to a place."""
        gaps = np.hypot(self.points[among, 0] - x, self.points[among, 1] - y)
        return int(among[np.argmin(gaps)])


def roads(division: Division, outline: Shape, rng: np.random.Generator) -> list[Road]:
    """Lay out the classified roads: all but the streets within settlements."""
    graph, arterials, outer = _graph(division, rng)
    keys = _classify(graph, division, arterials, outer, rng)
    area = shapely.union_all(division.gminas.geometry.to_numpy())
    found = [_expressway(outline)]
    for key in sorted(set(keys) - {""}):
        links = [index for index, one in enumerate(keys) if one == key]
        limit = COUNTY_ROAD_M if key[0] in "PG" else np.inf
        for run, path in enumerate(_chains(graph, links, limit)):
            category, road_class, name = key.split("/")
            number = name or _number(category, run)
            found.append(Road(number, category, road_class, shapely.LineString(path)))
    return [
        dataclasses.replace(road, line=part)
        for road in found
        for part in shapely.get_parts(shapely.intersection(road.line, area))
        if part.geom_type == "LineString" and part.length > 30
    ]


def rails(outline: Shape, area: BaseGeometry) -> list[shapely.LineString]:
    """Lay two railways through the city, and a siding."""
    core, edge = outline.city_radius_m, 1.4 * outline.radius_m
    north = [
        (-0.25 * edge, edge),
        (-0.06 * edge, 0.4 * edge),
        (-0.12 * core, 0.5 * core),
        (-0.14 * core, -0.2 * core),
        (0.25 * core, -1.2 * core),
        (0.1 * edge, -edge),
    ]
    west = [(-edge, -0.22 * edge), (-1.6 * core, -0.75 * core), (-0.6 * core, -0.55 * core),
            (-0.125 * core, -0.25 * core)]  # fmt: skip
    siding = [(0.0, -0.62 * core), (0.55 * core, -0.78 * core), (0.8 * core, -0.72 * core)]
    lines = [_curve(np.array(one) + CENTRE) for one in (north, west, siding)]
    clipped = shapely.get_parts(shapely.intersection(lines, area))
    return [line for line in clipped if line.geom_type == "LineString" and line.length > 100]


def _graph(
    division: Division, rng: np.random.Generator
) -> tuple[_Graph, NDArray[np.int64], NDArray[np.int64]]:
    """Join villages, crossings of arterials and places beyond to their relative neighbours."""
    ends = np.array([shapely.get_coordinates(line)[[0, -1]] for line in division.arterials])
    crossings, where = np.unique(np.round(ends.reshape(-1, 2), 2), axis=0, return_inverse=True)
    villages = division.precincts.loc[~division.precincts["urban"], ["x", "y"]].to_numpy()
    points = np.vstack([crossings, villages, division.beyond])
    outer = len(crossings) + len(villages)
    pairs = _relative_neighbours(points, outer)
    pairs = pairs[(pairs.max(1) >= len(crossings)) & (pairs.min(1) < outer)]
    links = [tuple(pair) for pair in where.reshape(-1, 2).tolist()]
    paths = [shapely.get_coordinates(line) for line in division.arterials]
    for a, b in pairs.tolist():
        links.append((a, b))
        paths.append(wind(points[a], points[b], 0.045, rng))
    graph = _Graph(points, np.array(links, dtype=np.int64), paths)
    return graph, np.arange(len(crossings)), np.arange(outer, len(points))


def _relative_neighbours(points: Floats, outer: int) -> NDArray[np.int64]:
    """Return the pairs that have no third point nearer to both than they are to each other.

    Points from number `outer` on are gates of the area: all their natural neighbours are kept.
    """
    triangles = Delaunay(points).simplices
    sides = np.vstack([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    pairs = np.unique(np.sort(sides, axis=1), axis=0)
    length = np.hypot(*(points[pairs[:, 0]] - points[pairs[:, 1]]).T)
    gaps = [
        np.hypot(*(points[None] - points[pairs[:, k], None]).transpose(2, 0, 1)) for k in (0, 1)
    ]
    blocked = (np.maximum(*gaps) < length[:, None] * 0.999).any(axis=1)
    return np.asarray(pairs[~blocked | (pairs.max(axis=1) >= outer)], dtype=np.int64)


def _classify(
    graph: _Graph,
    division: Division,
    arterials: NDArray[np.int64],
    outer: NDArray[np.int64],
    rng: np.random.Generator,
) -> list[str]:
    """Give every link `category/class/number`; empty for links that are not built."""
    keys = [""] * len(graph.ends)
    middle = graph.nearest(*CENTRE, arterials)

    def mark(links: list[int], key: str) -> None:
        for link in links:
            keys[link] = keys[link] or key

    turn = rng.uniform(0, np.pi / 2)
    for way in range(4):
        far = (np.array([np.cos(turn + way * np.pi / 2), np.sin(turn + way * np.pi / 2)])) * 1e5
        gate = graph.nearest(CENTRE[0] + far[0], CENTRE[1] + far[1], outer)
        mark(graph.route(middle, gate), f"K/GP/{(96, 97)[way % 2]}")
    seats = division.gminas.iloc[1:]
    ends = [
        graph.nearest(x, y, np.arange(len(graph.points)))
        for x, y in zip(seats["x"], seats["y"], strict=True)
    ]
    for index, seat in enumerate(ends):
        if index % 2 == 0:
            mark(graph.route(middle, seat), f"W/G/{980 + index}")
    for index, seat in enumerate(ends):
        mark(graph.route(middle, seat), "P/Z/")
        mark(graph.route(seat, ends[(index + 1) % len(ends)]), "P/Z/")
    built = graph.ends.max(axis=1) < outer[0]
    for link in np.flatnonzero(built):
        keys[link] = keys[link] or ("P/Z/" if rng.random() < 0.55 else "G/L/")
    return keys


def _chains(graph: _Graph, links: list[int], limit_m: float) -> list[Floats]:
    """Join links end to end into paths no longer than a limit, straight on at crossings."""
    free = dict.fromkeys(links)
    at: dict[int, list[int]] = {}
    for link in links:
        for end in graph.ends[link].tolist():
            at.setdefault(end, []).append(link)
    found = []
    starts = sorted(at, key=lambda end: (len(at[end]) % 2 == 0, end))
    for start in (point for point in starts for _ in at[point]):
        path, point, length = graph.points[[start]], start, 0.0
        while options := [link for link in at[point] if link in free]:
            pieces = [_leaving(graph, link, point) for link in options]
            best = int(np.argmin([_bend(path, piece) for piece in pieces]))
            link, piece = options[best], pieces[best]
            if length and length + graph.lengths[link] > limit_m:
                break
            del free[link]
            path = np.vstack([path, piece[1:]])
            length += float(graph.lengths[link])
            point = int(graph.ends[link].sum() - point)
        if length:
            found.append(path)
    return found


def _leaving(graph: _Graph, link: int, point: int) -> Floats:
    path = graph.paths[link]
    return path if graph.ends[link, 0] == point else path[::-1]


def _bend(path: Floats, piece: Floats) -> float:
    """Return how much one turns between two paths: 0 straight on, 2 back."""
    if len(path) < 2:
        return 0.0
    come, go = path[-1] - path[-2], piece[1] - piece[0]
    return 1.0 - float(come @ go / (np.hypot(*come) * np.hypot(*go) + 1e-9))


def _expressway(outline: Shape) -> Road:
    """Pass the city on its west from north to south."""
    core, edge = outline.city_radius_m, 1.4 * outline.radius_m
    way = [(0.05 * edge, edge), (-0.35 * core, 2.0 * core), (-1.22 * core, 0.8 * core),
           (-1.32 * core, 0.0), (-1.1 * core, -1.0 * core), (-0.1 * edge, -edge)]  # fmt: skip
    return Road("S98", "K", "S", _curve(np.array(way) + CENTRE))


def _curve(corners: Floats) -> shapely.LineString:
    """Round a path into curves that a vehicle takes at speed."""
    line = shapely.LineString(corners)
    steps = np.linspace(0, line.length, max(40, int(line.length / 150)))
    dense = shapely.get_coordinates(shapely.line_interpolate_point(line, steps))
    smooth = ndimage.gaussian_filter1d(dense, len(dense) / 22, axis=0, mode="nearest")
    smooth[[0, -1]] = dense[[0, -1]]
    return shapely.simplify(shapely.LineString(smooth), 0.5)


def _number(category: str, run: int) -> str:
    return f"{301 + run:04d}{LETTER}" if category == "P" else f"{380001 + run:06d}{LETTER}"
