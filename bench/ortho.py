"""How good products of orthophotos are on towns with exact truth: `python -m bench.ortho`.

Towns of odd seeds measure the accuracy of cover that SIP ships (`--write` keeps it), those of even
seeds are used to see whether it keeps its word.
"""

from __future__ import annotations

import argparse
import dataclasses
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import geopandas
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from scipy import stats

from processing.ortho import accuracy, condition, cover, indices, mosaic, shift, zones
from processing.ortho.truth import cover_of, with_bare_ground
from processing.raster import Raster, read_raster, write_cog
from processing.scene import Scene, photograph, town
from processing.scene.camera import crown_reflectance
from processing.scene.content import CELL_M

SIDE_M = 200.0
LEANS = ((0.07, -0.05), (-0.1, 0.08), (0.15, 0.02), (0.0, 0.0), (-0.04, -0.12))
"""Of the camera, one after the other."""
NOISE_M = 0.08
"""Of heights."""

type Codes = NDArray[np.uint8]


@dataclasses.dataclass(frozen=True)
class Flown:
    """A town, its picture and heights as files, and the truth."""

    scene: Scene
    lean: tuple[float, float]
    picture: Path
    ndsm: Path
    shifts: list[shift.Shift]
    seen: Codes
    ground: Codes


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=12)
    parser.add_argument("--write", action="store_true", help="keep the accuracy that SIP ships")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sip-ortho-") as name:
        towns = [_fly(seed, Path(name) / str(seed)) for seed in range(1, args.seeds + 1)]
        _shifts(towns)
        mapped = [_classified(one) for one in towns]
        learnt = [(mapped[n], towns[n].seen, towns[n].ground) for n in range(0, len(towns), 2)]
        source = f"{len(learnt)} invented towns of {SIDE_M:.0f} m, one tenth of the grass worn off"
        trust = accuracy.measure(learnt, CELL_M, source)
        if args.write:
            ours = Path(accuracy.__file__).with_name("cover_accuracy.json")
            accuracy.write_accuracy(trust, ours)
        _cover([(mapped[n], towns[n].seen) for n in range(1, len(towns), 2)])
        _intervals(towns[1::2], trust)
        _condition(towns[1::2])
        _speed(towns[0], Path(name))


def _fly(seed: int, folder: Path) -> Flown:
    """Invent a town, photograph it, keep heights of 0.5 m cells, and find the shifts."""
    folder.mkdir()
    scene, lean = with_bare_ground(town(seed, side_m=SIDE_M), seed), LEANS[seed % len(LEANS)]
    height, seen, ground = cover_of(scene)
    picture, ndsm = folder / "picture.tif", folder / "ndsm.tif"
    taken = photograph(scene, lean=lean, seed=seed)
    write_cog(dataclasses.replace(taken, nodata=None), picture)
    rows, cols = height.shape
    half = height.reshape(rows // 2, 2, cols // 2, 2).max(axis=(1, 3))
    noise = np.random.default_rng(seed).normal(0, NOISE_M, half.shape)
    over = np.maximum(half + noise, 0).astype(np.float32)
    write_cog(
        Raster(over[None], scene.transform @ scene.transform.scale(2), scene.crs, -9999.0), ndsm
    )
    found = shift.find(picture, ndsm, layout="rgbi")
    return Flown(scene, lean, picture, ndsm, found, seen, ground)


def _classified(one: Flown) -> Codes:
    file = one.picture.with_name("cover.tif")
    cover.write_cover(one.picture, one.ndsm, file, shifts=one.shifts, layout="rgbi")
    return np.asarray(read_raster(file).band, dtype=np.uint8)


def _shifts(towns: list[Flown]) -> None:
    """Print how far shifts of things 10 m high are from the truth, and from doing nothing."""
    squares = [(part, one.lean) for one in towns for part in one.shifts]
    sure = [(part, lean) for part, lean in squares if part.confidence >= shift.SURE]
    error = [
        float(np.hypot(*(part.at(np.array(10.0, np.float32))[n] - 10 * lean[n] for n in (0, 1))))
        for part, lean in sure
    ]
    plain = [float(np.hypot(*lean)) * 10 for _, lean in sure]
    print(f"shift, 10 m over ground: {len(sure)} of {len(squares)} squares sure")
    print(f"  error     median {np.median(error):.2f} m, p95 {np.quantile(error, 0.95):.2f} m")
    print(f"  unshifted median {np.median(plain):.2f} m, p95 {np.quantile(plain, 0.95):.2f}")


def _cover(pairs: list[tuple[Codes, Codes]]) -> None:
    """Print recall and precision of each class of cover, shadow left out, and the overall share."""
    table = np.zeros((7, 6), dtype=np.int64)
    for mapped, seen in pairs:
        np.add.at(table, (mapped.ravel(), seen.ravel()), 1)
    told = table[1:6, 1:6]
    print(
        f"cover: {np.trace(told) / told.sum():.1%} right, {table[6].sum() / table.sum():.1%} shadow"
    )
    for kind in list(cover.Class)[:5]:
        right = told[kind - 1, kind - 1]
        recall, precision = right / told[:, kind - 1].sum(), right / told[kind - 1].sum()
        print(f"  {kind.name.lower():16} recall {recall:.3f} precision {precision:.3f}")


def _intervals(towns: list[Flown], trust: accuracy.Accuracy) -> None:
    """Print how often the truth lies in the interval, for zones of three sizes."""
    print("intervals of 90 %: share of zones that hold the truth, mean width")
    for side in (25.0, 50.0, 100.0):
        hits: dict[str, list[bool]] = {"sealed": [], "active": [], "high_vegetation": []}
        widths: dict[str, list[float]] = {name: [] for name in hits}
        for one in towns:
            grid = _grid(one.scene, side)
            file = one.picture.with_name("cover.tif")
            table = zones.cover_shares(file, grid, id_field="zone", accuracy=trust)
            for name, true in _true_shares(one, side).items():
                low, high = _ends(table, name)
                within = (low - 1e-6 <= true) & (true <= high + 1e-6)
                hits[name] += within.tolist()
                widths[name] += (high - low).tolist()
        told = (f"{n} {np.mean(hits[n]):.0%} ({np.mean(widths[n]):.0f} points)" for n in hits)
        print(f"  {side:4.0f} m: {', '.join(told)}")


def _ends(table: pd.DataFrame, name: str) -> tuple[pd.Series[float], pd.Series[float]]:
    """Return both ends of an interval in percent of what is seen."""
    if f"{name}_low_pct" in table:
        return table[f"{name}_low_pct"], table[f"{name}_high_pct"]
    seen = table["seen_m2"] / 100
    return table[f"{name}_low_m2"] / seen, table[f"{name}_high_m2"] / seen


def _grid(scene: Scene, side: float) -> geopandas.GeoDataFrame:
    """Return squares row by row from the north-west."""
    steps = np.arange(0, SIDE_M - 1, side)
    shapes = [
        shapely.box(scene.west + x, scene.north - y - side, scene.west + x + side, scene.north - y)
        for y in steps
        for x in steps
    ]
    return geopandas.GeoDataFrame({"zone": range(len(shapes))}, geometry=shapes, crs=scene.crs)


def _true_shares(one: Flown, side: float) -> dict[str, NDArray[np.float64]]:
    size = round(side / CELL_M)

    def share(mask: NDArray[np.bool_]) -> NDArray[np.float64]:
        rows, cols = mask.shape
        blocks = mask.reshape(rows // size, size, cols // size, size)
        return np.asarray(100 * blocks.mean(axis=(1, 3)).ravel())

    return {
        "sealed": share(one.ground == 0),
        "active": share((one.ground == 1) | (one.ground == 3)),
        "high_vegetation": share(one.seen == cover.Class.HIGH_VEGETATION),
    }


def _condition(towns: list[Flown]) -> None:
    """Print how well medians and z-scores follow the vitality, with and without the shifts."""
    fields = condition.Fields("tree_id", "species", "height_m")
    for name, used in (("shifted", True), ("as it lies", False)):
        errors, ranks, aucs = [], [], []
        for one in towns:
            trees = one.scene.trees.copy()
            trees["geometry"] = trees.buffer(trees["crown_m"] / 2)
            index = one.picture.with_name("ndvi.tif")
            indices.write_index(one.picture, index, name="ndvi", layout="rgbi")
            samples = condition.sample(
                index, trees, fields=fields, year=2021, shifts=one.shifts if used else ()
            )
            table = condition.compare(samples)
            light = np.array(
                [
                    crown_reflectance(*pair)
                    for pair in zip(trees["species"], trees["vitality"], strict=True)
                ]
            )
            true = (light[:, 3] - light[:, 0]) / (light[:, 3] + light[:, 0])
            errors += np.abs(table["median"].to_numpy() - true).tolist()
            known = (table["note"] == "").to_numpy()
            vital = trees["vitality"].to_numpy()[known]
            ranks.append(stats.spearmanr(table["z"].to_numpy()[known], vital).statistic)
            aucs.append(_separation(table["z"].to_numpy()[known], vital < 0.5))
        good = np.isfinite(errors)
        print(
            f"condition, {name}: NDVI off by {np.array(errors)[good].mean():.3f} on average"
            f" (p95 {np.quantile(np.array(errors)[good], 0.95):.3f}), {good.mean():.0%} of trees"
            f" answered; z against vitality rho {np.mean(ranks):.2f}, sick (< 0.5) AUC"
            f" {np.nanmean(aucs):.3f}"
        )


def _separation(score: NDArray[np.float64], sick: NDArray[np.bool_]) -> float:
    """Return the chance that a sick tree has a lower score than a healthy one."""
    if not sick.any() or sick.all():
        return np.nan
    ranks = stats.rankdata(score)
    below = ranks[sick].sum() - sick.sum() * (sick.sum() + 1) / 2
    return float(1 - below / (sick.sum() * (~sick).sum()))


def _speed(one: Flown, folder: Path) -> None:
    """Print cells per second of processor time on a mosaic of 3 x 3 copies."""
    picture, tiles = read_raster(one.picture), []
    rows, cols = picture.bands.shape[1:]
    for n in range(9):
        moved = picture.transform @ picture.transform.translation((n % 3) * cols, (n // 3) * rows)
        tiles.append(folder / f"tile{n}.tif")
        write_cog(dataclasses.replace(picture, transform=moved), tiles[-1])
    dates = [f"2024-05-{1 + n:02d}" for n in range(9)]
    parts = mosaic.read_tiles(tiles, layout="rgbi", dates=dates)
    whole, cells = folder / "whole.tif", 9 * rows * cols / 1e6
    rates = []
    works: dict[str, Callable[[], object]] = {
        "mosaic": lambda: mosaic.mosaic(parts, whole),
        "ndvi": lambda: indices.write_index(whole, folder / "n.tif", name="ndvi"),
        "cover": lambda: cover.write_cover(whole, one.ndsm, folder / "c.tif"),
    }
    for name, work in works.items():
        began = time.process_time()
        work()
        rates.append(f"{name} {cells / (time.process_time() - began):.1f}")
    print(f"million cells per CPU-second, output written: {', '.join(rates)}")


if __name__ == "__main__":
    main()
