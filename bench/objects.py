"""How good the things found in points are: `python -m bench.objects [--samples DIR]`.

Prints tables: every product but single trees (`bench.trees`) on scenes with exact truth, and on the
real samples that have truth, beside what others published or were measured to reach. The scenes
here are not those on which the settings of buildings, kerbs, poles and change were chosen.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import geopandas
import laspy
import numpy as np
import pandas as pd
import shapely
from rasterio.transform import from_origin
from scipy import ndimage
from scipy.interpolate import LinearNDInterpolator
from scipy.spatial import cKDTree

from bench import trees
from processing.change import crowns, m3c2
from processing.change import objects as change
from processing.change.terrain import Errors, difference, earthworks
from processing.grid import Floats, Grid
from processing.objects import buildings, kerbs, poles, roofs
from processing.objects.canopy import highest
from processing.objects.matching import Score, match_trees, pair
from processing.objects.returns import Mask, Returns
from processing.objects.trees import cell_for
from processing.raster import Raster
from processing.scene import Scene, later, town

DENSITIES = (4.0, 8.0, 16.0)
SEEDS = (21, 22)


def main() -> int:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=Path, default=Path("..") / "shared" / "data" / "lidar")
    parser.add_argument("--side", type=float, default=300.0, help="width of the towns in metres")
    args = parser.parse_args()
    report(args.samples, args.side)
    return 0


def report(samples: Path, side_m: float = 300.0) -> None:
    """Print all tables but those of trees."""
    towns = [(seed, town(seed, side_m=side_m)) for seed in SEEDS]
    print("buildings, town")
    for seed, scene in towns:
        _buildings(scene, seed)
    print("kerbs and poles, town, 9 m right of way, 14 pulses per m2")
    for seed, scene in towns:
        _street(scene, seed)
    print("change in three years, town, 8 pulses per m2")
    for seed, scene in towns:
        _change(scene, seed)
    if (samples / "ahn3_delft").is_dir():
        _delft(samples / "ahn3_delft")
        _autzen(samples / "pdal")


def _buildings(scene: Scene, seed: int) -> None:
    true = scene.buildings.union_all()
    for density in DENSITIES:
        returns, dtm = trees.flown(scene, density, seed)
        found = buildings.detect(returns, dtm)
        seen = found.union_all()
        hit = sum(_share(one, seen) > 0.5 for one in scene.buildings.geometry)
        good = sum(_share(one, true) > 0.5 for one in found.geometry)
        measured = buildings.measure(scene.buildings[["geometry"]], returns, dtm)
        flat = (scene.buildings["roof"] == "flat").to_numpy()
        error = (measured["roof_p50_m"] - scene.buildings["ridge_m"])[flat]
        told = measured["roof"].notna().to_numpy()
        right = (measured["roof"] == scene.buildings["roof"]).to_numpy()[told]
        print(
            f"  seed {seed} {density:4.0f}/m2  found {hit}/{len(scene.buildings)} right "
            f"{good}/{len(found)}  IoU {_overlap(seen, true)[0]:.3f}  flat roofs RMSE "
            f"{np.sqrt(np.mean(error**2)):.3f} m  kind of roof {right.sum()}/{told.sum()}"
        )


def _share(one: shapely.Geometry, other: shapely.Geometry) -> float:
    return float(shapely.area(shapely.intersection(one, other)) / shapely.area(one))


def _overlap(seen: shapely.Geometry, true: shapely.Geometry) -> tuple[float, float, float]:
    """Return intersection over union, precision and recall of areas."""
    both = float(shapely.area(shapely.intersection(seen, true)))
    whole = float(shapely.area(shapely.union(seen, true)))
    return both / whole, both / float(shapely.area(seen)), both / float(shapely.area(true))


def _street(scene: Scene, seed: int) -> None:
    returns, _ = trees.flown(scene, 14.0, seed)
    way = shapely.buffer(scene.kerbs.union_all(), 4.5)
    inside = shapely.contains_xy(way, returns.x, returns.y)
    lines = kerbs.detect(returns.taken(inside), crs=2180)
    true, seen = scene.kerbs.union_all(), lines.union_all()
    recall = shapely.length(shapely.intersection(true, seen.buffer(0.5))) / true.length
    precision = shapely.length(shapely.intersection(seen, true.buffer(0.5))) / seen.length
    print(
        f"  seed {seed} kerbs recall {recall:.2f} precision {precision:.2f} step "
        f"{lines['step_m'].median():.3f} m (true {scene.kerbs['step_m'].iloc[0]:.2f})"
    )
    houses = roofs.roofs(returns, Grid(returns.extent(), 0.5))
    found = poles.detect(returns, crs=2180, roofs=houses)
    found = found[found.intersects(way)]
    places, posts = (shapely.get_coordinates(one.geometry) for one in (found, scene.poles))
    pairs = len(pair(places, posts, np.full(len(posts), 1.0))[0])
    print(f"  seed {seed} poles {trees.said(Score(len(places), len(posts), pairs))}")
    hit, free = _reachable(scene, returns, posts)
    print(
        f"  seed {seed} poles with a return over {poles.SETTINGS.low_m} m {hit.mean():.2f}, "
        f"outside crowns {free.mean():.2f}, both {(hit & free).mean():.2f}: no more can be found"
    )


def _reachable(scene: Scene, returns: Returns, posts: Floats) -> tuple[Mask, Mask]:
    """Return which poles have a return at all, and which do not stand in a crown."""
    high = returns.over_m > poles.SETTINGS.low_m
    tree = cKDTree(np.column_stack([returns.x[high], returns.y[high]]))
    over = returns.over_m[high]
    near = tree.query_ball_point(posts, 0.35)
    tops = scene.poles["height_m"].to_numpy() + 0.3
    hit = [bool((over[some] < top).any()) for some, top in zip(near, tops, strict=True)]
    crowns = shapely.union_all(scene.trees.buffer(scene.trees["crown_m"] / 2 + 0.2))
    return np.array(hit), ~shapely.contains_xy(crowns, posts[:, 0], posts[:, 1])


def _change(scene: Scene, seed: int) -> None:
    after, changes = later(scene)
    flights = []
    for year, one in enumerate((scene, after)):
        returns, dtm = trees.flown(one, 8.0, 100 * seed + year)
        stems, grid = trees.stems(returns, 8.0), Grid(returns.extent(), cell_for(8.0))
        canopy = highest(grid, returns.x, returns.y, returns.over_m)[None]
        flights.append((stems, Raster(canopy, grid.transform, 2180), returns, dtm))
    (old, was, *_), (new, now, *_) = flights
    lost, gained = crowns.missing(old, was, now), crowns.missing(new, now, was)
    rows = change.trees(old, new, lost=lost, gained=gained)
    for kind, truth, height in (
        ("felled", changes.felled, "old_height_m"), ("new", changes.planted, "new_height_m"),
    ):  # fmt: skip
        some = rows[rows["change"] == kind]
        middle = shapely.get_coordinates(shapely.centroid(some.geometry.to_numpy()))
        seen, true = np.column_stack([middle, some[height]]), trees.truth(truth)
        pairs = len(match_trees(seen, true)[0])
        true_m = np.hypot(*(seen[:, None, :2] - true[None, :, :2]).T).min(axis=0)
        inside = np.mean(true_m < 4.0)
        print(
            f"  seed {seed} trees {kind:6} {trees.said(Score(len(seen), len(true), pairs))}  "
            f"within 4 m of a true one {inside:.3f}"
        )
    houses = change.buildings(*(buildings.detect(one[2], one[3]) for one in flights))
    for kind, truth in (
        ("new", changes.built), ("gone", changes.gone), ("raised", changes.raised),
    ):  # fmt: skip
        some = houses[houses["change"] == kind]
        pairs = sum(some.intersects(one.centroid).any() for one in truth.geometry)
        print(f"  seed {seed} buildings {kind:6} {trees.said(Score(len(some), len(truth), pairs))}")
    _moved(scene, after, changes.earthworks, seed)


def _moved(scene: Scene, after: Scene, truth: geopandas.GeoDataFrame, seed: int) -> None:
    """Compare the volumes of earthworks, on 1 m cells with errors of 3 cm."""
    rng = np.random.default_rng(seed)
    models = []
    for one in (scene, after):
        side = len(one.ground_m) // 4
        coarse = one.ground_m.reshape(side, 4, side, 4).mean(axis=(1, 3))
        noisy = (coarse + rng.normal(0, 0.03, coarse.shape)).astype(np.float32)
        models.append(Raster(noisy[None], from_origin(one.west, one.north, 1.0, 1.0), 2180, -9999))
    errors = Errors(0.03, 0.03, 0.01)
    old, new = models
    found = earthworks(difference(old, new, errors), old, errors)
    for row in truth.itertuples():
        near = found[found.intersects(row.geometry)]
        print(
            f"  seed {seed} earthwork {row.volume_m3:+.1f} m3 found as "
            f"{near['volume_m3'].sum():+.1f} m3 +- {near['error_m3'].sum():.1f}"
        )
    print(f"  seed {seed} earthworks found {len(found)} of {len(truth)}")


def _delft(folder: Path) -> None:
    """Score footprints and heights on AHN3 against the BGT, where that covers."""
    points = laspy.read(folder / "ahn3_cropped_1.laz")
    x, y, z = (np.asarray(getattr(points, axis)) for axis in "xyz")
    code, count = np.asarray(points.classification), np.asarray(points.number_of_returns)
    last = np.asarray(points.return_number) == count
    box = shapely.box(x.min(), y.min(), x.max(), y.max())
    pand, cover = _bgt(folder, box)
    extent = Returns(x, y, z, z, last, last, last).extent()
    dtm = _terrain(Grid(extent, 0.5), x[code == 2], y[code == 2], z[code == 2])
    row, col = Grid(extent, 0.5).cells(x, y)
    returns = Returns(x, y, z, z - dtm.band[row, col], last, count > 1, code == 2)
    found = buildings.detect(returns, dtm)
    true = shapely.intersection(pand.union_all(), cover)
    print("buildings, AHN3 Delft against the BGT where it covers (supplier's class 6: IoU 0.840)")
    one, right, whole = _overlap(shapely.intersection(found.union_all(), cover), true)
    print(f"  IoU {one:.3f} (goal 0.84) precision {right:.3f} recall {whole:.3f}")
    measured = buildings.measure(pand, returns, dtm)
    errors = list(_roof_errors(measured, x, y, z, code == 6, box))
    error, bias = np.sqrt(np.mean(np.square(errors))), np.mean(errors)
    print(f"  roof height against the median of class 6, {len(errors)} buildings:")
    print(f"  RMSE {error:.3f} m (goal 0.30) bias {bias:+.3f} m")


def _bgt(folder: Path, box: shapely.Polygon) -> tuple[geopandas.GeoDataFrame, shapely.Geometry]:
    frames = {
        file.stem: geopandas.read_file(file)
        for file in sorted(folder.glob("bgt_*.sqlite")) if file.stem != "bgt_scheiding"
    }  # fmt: skip
    valid = {name: shapely.make_valid(one.geometry.to_numpy()) for name, one in frames.items()}
    cover = shapely.union_all([shapely.union_all(one) for one in valid.values()])
    pand = geopandas.GeoDataFrame(geometry=valid["bgt_pand"], crs=28992)
    return pand, shapely.intersection(cover, box)


def _terrain(grid: Grid, x: Floats, y: Floats, z: Floats) -> Raster:
    """Return the supplier's ground points as a terrain model."""
    row, col = grid.cells(x, y)
    cell, (rows, cols) = row * grid.shape[1] + col, grid.shape
    count = np.bincount(cell, minlength=rows * cols)
    mean = np.bincount(cell, weights=z, minlength=rows * cols) / np.maximum(count, 1)
    held = np.flatnonzero(count)
    flat = LinearNDInterpolator(np.column_stack([held // cols, held % cols]), mean[held])
    level = flat(*np.indices(grid.shape))
    near = ndimage.distance_transform_edt(
        np.isnan(level), return_distances=False, return_indices=True
    )
    return Raster(level[tuple(near)][None].astype(np.float32), grid.transform, 28992, -9999)


def _roof_errors(
    measured: geopandas.GeoDataFrame, x: Floats, y: Floats, z: Floats, six: np.ndarray,
    box: shapely.Polygon,
) -> Iterator[float]:  # fmt: skip
    """Yield the error of each whole building with points of class 6."""
    tree = shapely.STRtree(shapely.points(x[six], y[six]))
    for row in measured.itertuples():
        near = tree.query(row.geometry, predicate="contains")
        if box.contains(row.geometry) and len(near) >= 10 and np.isfinite(row.roof_p50_m):
            yield float(row.roof_p50_m - np.median(z[six][near]))


def _autzen(folder: Path) -> None:
    """Compare M3C2 distances with those that PDAL and CloudCompare wrote for the same clouds."""
    old, new = (np.asarray(laspy.read(folder / f"autzen-bmx-{y}.las").xyz) for y in (2010, 2023))
    pdal = pd.read_csv(folder / "autzen-bmx-m3c2.txt")
    compare = pd.read_csv(folder / "autzen-bmx-cc.txt")
    cores = pdal[["X", "Y", "Z"]].to_numpy()
    found = m3c2.distances(old, new, cores, normal_radius_m=1.4, radius_m=2.89, reach_m=5.5)
    print("M3C2 at 103 core points (radii found by their normals: they are not written down)")
    for name, theirs, changed in (
        ("PDAL", pdal["m3c2_distance"], pdal["m3c2_significant"]),
        ("CloudCompare", compare["M3C2 distance"], compare["significant change"]),
    ):
        apart = np.abs(found.distance_m - theirs.to_numpy())
        same = np.mean(found.significant == (changed.to_numpy() == 1))
        print(
            f"  {name:12} median difference {np.nanmedian(apart) * 1000:.1f} mm, within 1 cm "
            f"{np.mean(apart < 0.01):.0%}, same verdict {same:.0%}"
        )


if __name__ == "__main__":
    sys.exit(main())
