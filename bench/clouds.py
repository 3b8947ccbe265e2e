"""What clouds cost, beside the decoding of LAZ, which is the limit: `python -m bench.clouds`.

A tile of a square kilometre and 20 million points is made once: a scanned invented quarter,
sixteen times. Each question is a process of its own, one native thread, so that processor time and
the most memory are its own; compiled functions are made before. PDAL is no package of Debian 12:
the peer is lazrs' own decoding of the same file in the same run. At last the whole chain of `sip
process lidar`, step by step (see `bench.flight`), in one process and in two.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import laspy
import numpy as np

from bench import flight
from processing import executors, steps
from processing.cloud.points import Points
from processing.cloud.writing import write_laz
from processing.flight import running
from processing.flight.lidar import Wishes
from processing.scene import scan, town

SIDE_M, COPIES = 250.0, 4
WEST, SOUTH = 500_000.0, 400_000.0
CORE = [WEST, SOUTH, WEST + SIDE_M * COPIES, SOUTH + SIDE_M * COPIES]
_SCALE_M = 0.001


def make(file: Path, *, density: float, copies: int = COPIES) -> int:
    """Write the tile, a strip of copies after the other; return its number of points."""
    cloud = scan(town(1, side_m=SIDE_M), density=density)
    low = cloud.xyz.min(axis=0)
    columns = []
    for east in range(copies):
        for north in range(copies):
            moved = cloud.xyz - low + [east * SIDE_M, north * SIDE_M, 0.0]
            columns.append(np.rint(moved / _SCALE_M).astype(np.int32))
    raw, many = np.concatenate(columns), copies**2
    x, y, z = np.ascontiguousarray(raw.T)
    write_laz(
        Points(
            x, y, z, scale=(_SCALE_M,) * 3, offset=(WEST, SOUTH, 200.0),
            crs=2180, height_crs=9651, classification=np.zeros(len(raw), np.uint8),
            return_number=np.tile(cloud.number, many), number_of_returns=np.tile(cloud.count, many),
            intensity=np.tile(cloud.intensity, many), point_source=np.tile(cloud.strip, many),
            gps_time=np.tile(cloud.time_s, many),
        ),
        file,
    )  # fmt: skip
    return len(raw)


def decode(file: Path, folder: Path) -> None:
    """Decode everything."""
    with laspy.open(file, laz_backend=laspy.LazBackend.Lazrs) as source:
        for _ in source.chunk_iterator(1_000_000):
            pass


def surface(file: Path, folder: Path) -> None:
    """LAZ to a surface model of 1 m."""
    _do("terrain.surface", folder, {"clouds": [file]}, core=CORE)


def ground(file: Path, folder: Path) -> None:
    """LAZ to classified LAZ."""
    _gathered(file, folder)
    tile = {"points": [folder / "points.columns"], "classes": [folder / "classes.npy"]}
    _do("cloud.publish_laz", folder, tile, core=CORE)


def chain(file: Path, folder: Path) -> None:
    """LAZ to ground, all models, and COPC."""
    _gathered(file, folder)
    tile = {"points": [folder / "points.columns"], "classes": [folder / "classes.npy"]}
    _do("terrain.models", folder, tile)
    _do("cloud.publish", folder, tile, core=CORE)


def _gathered(file: Path, folder: Path) -> None:
    _do("cloud.gather", folder, {"clouds": [file]}, core=CORE, buffer_m=0.0)
    _do("ground.classify", folder, {"points": [folder / "points.columns"]})


def _do(name: str, folder: Path, inputs: dict[str, list[Path]], **parameters: object) -> None:
    step = steps.find(name)
    step.work(inputs, {key: folder / one for key, one in step.outputs.items()}, **parameters)


QUESTIONS: dict[str, Callable[[Path, Path], None]] = {
    "decode": decode, "surface": surface, "ground": ground, "chain": chain,
}  # fmt: skip


def asked(question: str, file: Path) -> dict[str, float]:
    """Answer a question in a process of its own; return CPU seconds, seconds and MB."""
    threads = dict.fromkeys(flight.NATIVE_THREADS, "1")
    command = [sys.executable, "-m", "bench.clouds", "--ask", question, str(file)]
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, **threads}
    )
    found: dict[str, float] = json.loads(done.stdout)
    return found


def answer(question: str, file: Path) -> dict[str, float]:
    """Answer a question here, imports not counted."""
    before, begun = time.process_time(), time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        QUESTIONS[question](file, Path(folder))
    cpu = time.process_time() - before
    return {"cpu": cpu, "s": time.monotonic() - begun, "mb": flight.most_mb()}


def by_workers(file: Path, workers: int) -> tuple[float, float]:
    """Return seconds and CPU seconds of the whole chain by so many worker processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with tempfile.TemporaryDirectory() as folder:
        pool = executors.Processes(workers)
        begun = time.monotonic()
        done = running.run([file], Path(folder), Wishes(), pool, told=lambda *_: None)
        taken = time.monotonic() - begun
        pool.close()
    if done.left_out:
        raise RuntimeError(str(done.left_out))
    for process in multiprocessing.active_children():
        process.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def decoded_at_once(file: Path, processes: int) -> float:
    """Return how long so many processes take, each of which decodes the whole file."""
    with ThreadPoolExecutor(processes) as threads:
        found = [threads.submit(asked, "decode", file) for _ in range(processes)]
        return max(one.result()["s"] for one in found)


def two_workers(file: Path, rounds: int) -> None:
    """Print what a second worker brings, and what the machine lets it bring: best of rounds."""
    alone, both = (
        min(decoded_at_once(file, count) for _ in range(rounds)) for count in (1, 2)
    )  # fmt: skip
    one, two = (min(by_workers(file, count) for _ in range(rounds)) for count in (1, 2))
    print(f"whole chain: {one[0]:.1f} s with one worker, {two[0]:.1f} s with two,", end=" ")
    print(f"imports of workers included; CPU {one[1]:.1f} and {two[1]:.1f} s")
    print(f"at a load of {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores:", end=" ")
    print(f"two workers are {one[0] / two[0]:.2f} x one")
    print(f"two decoders at once, each a whole file, are {2 * alone / both:.2f} x one:", end=" ")
    print("so much this machine gives to two processes that share nothing")


def whole(file: Path, count: int) -> None:
    """Print what the steps of the whole chain cost."""
    costs = flight.apart(file)
    print(f"{'':20} tasks  CPU s  most MB")
    for name, one in costs.items():
        print(f"{name:20} {one.tasks:5} {one.cpu_s:6.1f} {one.most_mb:8.0f}")
    cpu = sum(one.cpu_s for one in costs.values())
    most = max(one.most_mb for one in costs.values())
    print(f"{'whole chain':20} {'':5} {cpu:6.1f} {most:8.0f}")
    print(f"{count / cpu / 1e6:.2f} million points per core second")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ask", nargs=2, metavar=("QUESTION", "FILE"))
    parser.add_argument("--density", type=float, default=17.2, help="pulses per square metre")
    parser.add_argument("--rounds", type=int, default=2, help="the best of how many counts")
    wanted = parser.parse_args()
    if wanted.ask:
        print(json.dumps(answer(wanted.ask[0], Path(wanted.ask[1]))))
        return
    with tempfile.TemporaryDirectory() as folder:
        small, file = Path(folder) / "small.laz", Path(folder) / "tile.laz"
        make(small, density=1.0, copies=1)
        for question in QUESTIONS:
            asked(question, small)
        flight.apart(small)
        count = make(file, density=wanted.density)
        print(f"{count:,} points, {file.stat().st_size / count:.2f} bytes a point")
        print(f"{'':10} CPU s  Mpoints/CPU-s  of decoding  most MB")
        limit = None
        for question in QUESTIONS:
            found = min(
                (asked(question, file) for _ in range(wanted.rounds)), key=lambda one: one["cpu"]
            )
            limit = found["cpu"] if limit is None else limit
            rate = count / found["cpu"] / 1e6
            share = limit / found["cpu"]
            print(
                f"{question:10} {found['cpu']:5.1f} {rate:14.2f} {share:12.2f} {found['mb']:8.0f}"
            )
        whole(file, count)
        two_workers(file, wanted.rounds)


if __name__ == "__main__":
    main()
