"""Points, pictures and a comparison, by processes and by a Dask cluster: the same bytes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from processing import scene
from processing.raster import write_cog
from processing.scene.files import write_laz
from tests.processing.flight.command import sip


@pytest.fixture(scope="module")
def flights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Points of two years, the newer ones in two files, and a picture."""
    folder = tmp_path_factory.mktemp("flights")
    before = scene.town(4, side_m=60.0)
    after = scene.later(before)[0]
    for name, town, seed in (("old", before, 1), ("new", after, 2), ("new", after, 3)):
        (folder / name).mkdir(exist_ok=True)
        write_laz(scene.scan(town, density=2.0, seed=seed), folder / name / f"{seed}.laz")
    write_cog(scene.photograph(after, seed=2), folder / "picture.tif")
    return folder


def chains(flights: Path, out: Path, *how: str) -> dict[str, str]:
    """Do all kinds of processing; return the hashes of everything that was written."""
    cores = ["--size", "100", "--margin", "20"]
    sides = [flights / "old", flights / "new"]
    asked = ["process", "change", *sides, "--m3c2", *cores, "--out", out / "change"]
    assert sip(*asked, *how) == 0
    new = out / "change" / "new"
    asked = [
        "process",
        "ortho",
        flights / "picture.tif",
        "--layout",
        "rgbi",
        "--out",
        out / "ortho",
    ]
    asked += ["--date", "2024-06-01", "--ndsm", new / "ndsm.tif", "--trees", new / "trees.parquet"]
    assert sip(*asked, *how) == 0
    return {
        str(one.relative_to(out)): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in sorted(out.rglob("*"))
        if one.is_file() and one.name not in ("log.jsonl", ".lock")
    }


@contextlib.contextmanager
def killing(cluster: LocalCluster, log: Path, after: int) -> Iterator[list[int]]:
    """Kill a worker process when so many tasks are in a log; yield those that were killed."""
    killed: list[int] = []
    over = threading.Event()

    def watch() -> None:
        while not killed and not over.wait(0.02):
            if log.exists() and len(log.read_text("utf-8").splitlines()) >= after:
                killed.append(next(iter(cluster.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield killed
    finally:
        over.set()
        watcher.join()


def test_all_chains_write_the_same_bytes_on_every_executor(flights: Path, tmp_path: Path) -> None:
    expected = chains(flights, tmp_path / "serial")
    assert len([one for one in expected if "/store/" in one]) > 60
    assert chains(flights, tmp_path / "processes", "--workers", "2") == expected
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        scheduler = ["--scheduler", cluster.scheduler_address]
        log = tmp_path / "dask" / "change" / "new" / "log.jsonl"
        with killing(cluster, log, after=12) as killed:
            assert chains(flights, tmp_path / "dask", *scheduler) == expected
        assert killed
