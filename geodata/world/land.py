"""The land cut into pieces of one kind, without gaps: roads, water, forest, blocks, fields."""

from __future__ import annotations

import dataclasses

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from rasterio import features
from rasterio.transform import from_origin
from scipy import ndimage

from geodata.world.area import EPSG, Division, Shape
from geodata.world.relief import CELL_M, Floats, Relief, Rivers, noise

GRID_M = 0.01
"""Coordinates are whole centimetres, as in the land register."""
SLIVER_M2 = 120.0
FINER = 5
"""Edges of forests are so many times finer than the relief."""
_WHOLE = ("road", "rail", "water")


@dataclasses.dataclass(frozen=True)
class Ways:
    """Lines that have land of their own, the most important first."""

    lines: NDArray[np.object_]
    width_m: Floats
    """Width of the land."""
    kind: NDArray[np.str_]
    """rail or road."""


def forests(
    relief: Relief, built: shapely.Geometry, outline: Shape, rng: np.random.Generator
) -> NDArray[np.object_]:
    """Grow forests on the heights and by chance, away from buildings and from the city."""
    x, y = relief.centres()
    heights = relief.heights_m
    wish = (heights - np.median(heights)) / heights.std() + 0.9 * noise(rng, heights.shape, 9)
    wish -= 1.6 * (outline.distance(x, y) < 0.75 * outline.city_radius_m)
    inside = outline.distance(x, y) < outline.radius_m
    least = np.quantile(wish[inside], 0.62)
    fine = ndimage.zoom(wish, FINER, order=3, mode="nearest", grid_mode=True)
    mask = (fine > least).astype(np.uint8)
    cell = CELL_M / FINER
    corner = from_origin(relief.west - CELL_M / 2, relief.south - CELL_M / 2, cell, -cell)
    found = features.shapes(mask, mask > 0, transform=corner)
    squares = shapely.simplify([shapely.geometry.shape(one) for one, _ in found], 60)
    rounded = shapely.buffer(shapely.buffer(shapely.union_all(squares), 40), -90, quad_segs=2)
    grown = shapely.buffer(rounded, 50, quad_segs=2)
    free = shapely.difference(grown, shapely.buffer(built, 60, quad_segs=2))
    parts = shapely.get_parts(shapely.simplify(free, 8))
    return np.asarray(parts[shapely.area(parts) > 20_000])


def lakes(
    rivers: Rivers, dry: NDArray[np.object_], scale: float, rng: np.random.Generator
) -> NDArray[np.object_]:
    """Dam rivers where nothing that must stay dry is near; the largest river first."""
    tree = shapely.STRtree(dry)
    found: list[shapely.Polygon] = []
    wanted = max(2, round(16 * scale))
    for index in np.argsort(-rivers.catchment_km2, kind="stable"):
        line = rivers.lines[index]
        for start in np.arange(rng.uniform(0, 400), line.length - 400, 900):
            reach = rng.uniform(250, 900)
            steps = np.linspace(start, min(start + reach, line.length), 12)
            width = rng.uniform(40, 150) * np.sin(np.linspace(0.4, 2.9, 12)) + 15
            spots = shapely.line_interpolate_point(line, steps)
            lake = shapely.simplify(shapely.union_all(shapely.buffer(spots, width)), 2)
            lake = shapely.buffer(lake, 30).buffer(-30)
            if lake.geom_type != "Polygon" or len(tree.query(lake, predicate="intersects")):
                continue
            if any(lake.distance(other) < 800 for other in found):
                continue
            found.append(shapely.simplify(lake, 1))
            if len(found) == wanted:
                return np.array(found, dtype=object)
    return np.array(found, dtype=object)


def cut(
    division: Division,
    ways: Ways,
    rivers: Rivers,
    water: NDArray[np.object_],
    woods: NDArray[np.object_],
    built: shapely.Geometry,
) -> geopandas.GeoDataFrame:
    """Cut the area along every line at once and say what each piece is.

    Returns:
        Polygons that tile the area, with `precinct` (row of the division's precincts), `kind`
        (rail, road, water, built, forest, open), `way` (row of `ways`, -1 elsewhere) and `lake`
        (row of `water`).
    """
    corridors = shapely.buffer(ways.lines, ways.width_m / 2, quad_segs=2)
    cells = division.precincts.geometry.to_numpy()
    area = shapely.union_all(cells)
    lines = np.concatenate([
        shapely.boundary(cells),
        shapely.boundary(corridors),
        shapely.boundary(water),
        shapely.intersection(shapely.boundary(woods), area),
        shapely.intersection(rivers.lines, area),
        [shapely.boundary(built)],
    ])  # fmt: skip
    noded = shapely.union_all(lines, grid_size=GRID_M)
    faces = shapely.get_parts(shapely.polygonize([noded]))
    spots = shapely.point_on_surface(faces)
    precinct = _first(cells, spots)
    inside = precinct >= 0
    faces, spots, precinct = faces[inside], spots[inside], precinct[inside]
    way = _first(corridors, spots)
    lake = _first(water, spots)
    wooded = _first(woods, spots) >= 0
    inhabited = _first(shapely.get_parts(built), spots) >= 0
    kind = np.select(
        [lake >= 0, way >= 0, inhabited, wooded],
        ["water", np.where(way >= 0, ways.kind[way], ""), "built", "forest"],
        "open",
    )
    way = np.where(lake >= 0, -1, way)
    pieces = geopandas.GeoDataFrame(
        {"precinct": precinct, "kind": kind, "way": way, "lake": lake}, geometry=faces, crs=EPSG
    )
    return _without_scraps(_without_slivers(pieces))


def _first(polygons: NDArray[np.object_], spots: NDArray[np.object_]) -> NDArray[np.int64]:
    """Return for each point the first polygon that it lies in, -1 for none."""
    found = np.full(len(spots), len(polygons), dtype=np.int64)
    if len(polygons):
        spot, polygon = shapely.STRtree(polygons).query(spots, predicate="intersects")
        np.minimum.at(found, spot, polygon)
    return np.where(found < len(polygons), found, -1)


def hosts(
    shapes: NDArray[np.object_], small: NDArray[np.bool_], group: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Find for each small polygon the larger one of its group that it shares most edge with.

    Returns:
        For every polygon the number of its host; its own where it keeps its own.
    """
    sliver, other = shapely.STRtree(shapes).query(shapes[small], predicate="intersects")
    sliver = np.flatnonzero(small)[sliver]
    use = ~small[other] & (group[sliver] == group[other])
    sliver, other = sliver[use], other[use]
    shared = shapely.length(shapely.intersection(shapes[sliver], shapes[other]))
    best = pd.DataFrame({"sliver": sliver, "other": other, "shared": shared})
    best = best[best["shared"] > 0].sort_values(["sliver", "shared", "other"])
    best = best.groupby("sliver").last()
    host = np.arange(len(shapes))
    host[best.index] = best["other"].to_numpy()
    return host


def _without_slivers(pieces: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Give slivers between lines to their neighbours; roads, rails and waters keep theirs."""
    shapes = pieces.geometry.to_numpy()
    thin = shapely.area(shapes) / np.maximum(shapely.length(shapes), 1e-9) < 2.0
    small = (shapely.area(shapes) < SLIVER_M2) | thin
    small &= ~pieces["kind"].isin(_WHOLE).to_numpy()
    return _given(pieces, hosts(shapes, small, pieces["precinct"].to_numpy()))


def _given(pieces: geopandas.GeoDataFrame, host: NDArray[np.int64]) -> geopandas.GeoDataFrame:
    """Join pieces with their hosts, then all pieces of one road or lake in one precinct."""
    for column in ("kind", "way", "lake"):
        pieces[column] = pieces[column].to_numpy()[host]
    part = np.where(pieces["kind"].isin(_WHOLE), -1, host)
    keys = ["precinct", "kind", "way", "lake"]
    group = pieces.assign(part=part).groupby([*keys, "part"]).ngroup().to_numpy()
    order = np.argsort(group, kind="stable")
    first = np.flatnonzero(np.diff(group[order], prepend=-1))
    shapes = pieces.geometry.to_numpy()[order]
    joined = shapes[first]
    size = np.diff(np.append(first, len(shapes)))
    for one in np.flatnonzero(size > 1):
        joined[one] = shapely.coverage_union_all(shapes[first[one] : first[one] + size[one]])
    parts, origin = shapely.get_parts(joined, return_index=True)
    columns = {name: pieces[name].to_numpy()[order][first][origin] for name in keys}
    return geopandas.GeoDataFrame(columns, geometry=parts, crs=EPSG)


def _without_scraps(pieces: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """Give what is left of a road or lake behind a boundary to its neighbours."""
    shapes = pieces.geometry.to_numpy()
    small = shapely.area(shapes) < SLIVER_M2 / 4
    return _given(pieces, hosts(shapes, small, pieces["precinct"].to_numpy()))


def retile(division: Division, pieces: geopandas.GeoDataFrame) -> Division:
    """Return the division with boundaries that run through the corners of the pieces."""
    cells = pieces[["precinct", "geometry"]].dissolve("precinct", method="coverage").geometry
    precincts = division.precincts.set_geometry(cells.sort_index().to_numpy(), crs=EPSG)
    gminas = precincts[["gmina", "geometry"]].dissolve("gmina", method="coverage").geometry
    urban = precincts[precincts["urban"]]
    districts = urban[["district", "geometry"]].dissolve("district", method="coverage").geometry
    return dataclasses.replace(
        division,
        precincts=precincts,
        gminas=division.gminas.set_geometry(gminas.to_numpy(), crs=EPSG),
        districts=division.districts.set_geometry(districts.to_numpy(), crs=EPSG),
    )
