"""One graph, three executors, the same bytes."""

from __future__ import annotations

import dataclasses
import hashlib
import multiprocessing
import os
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from distributed import LocalCluster
from rasterio.transform import from_origin

from processing import executors, graph
from processing.graph import Graph, Output, Task
from processing.raster import Raster, write_cog
from sip.errors import DataError, UsageError


def terrain(file: Path, *, seed: int = 1, size: int = 40) -> Path:
    heights = np.random.default_rng(seed).normal(200, 5, (1, size, size)).astype(np.float32)
    write_cog(Raster(heights, from_origin(5e5, 4e5, 1, 1), 2180, -9999), file)
    return file


def shade(dtm: Path | Output, **parameters: float) -> Task:
    return Task("terrain.hillshade", {"dtm": [dtm]}, parameters)


def contents(store: Path) -> dict[str, str]:
    files = (one for one in store.rglob("*.tif"))
    return {
        str(file.relative_to(store)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
    }


def done(tasks: Graph, store: Path) -> graph.Outcome:
    return graph.run(tasks, store, executors.Serial())


def test_a_second_run_does_nothing(tmp_path: Path) -> None:
    tasks = {"a": shade(terrain(tmp_path / "dtm.tif"))}
    assert done(tasks, tmp_path / "store").made == ["a"]
    again = done(tasks, tmp_path / "store")
    assert (again.made, again.kept) == ([], ["a"])


def test_a_changed_parameter_or_input_redoes_just_what_depends_on_it(tmp_path: Path) -> None:
    one, two = terrain(tmp_path / "1.tif"), terrain(tmp_path / "2.tif", seed=2)
    tasks = {"a": shade(one), "b": shade(Output("a", "shade")), "c": shade(two)}
    done(tasks, tmp_path / "store")
    assert done(
        {**tasks, "b": shade(Output("a", "shade"), azimuth_deg=90)}, tmp_path / "store"
    ).made == ["b"]
    terrain(one, seed=3)
    assert sorted(done(tasks, tmp_path / "store").made) == ["a", "b"]


def test_a_file_moved_or_touched_is_the_same_input(tmp_path: Path) -> None:
    done({"a": shade(terrain(tmp_path / "1.tif"))}, tmp_path / "store")
    assert (
        done({"a": shade((tmp_path / "1.tif").rename(tmp_path / "2.tif"))}, tmp_path / "store").made
        == []
    )


def test_a_failed_task_takes_only_those_along_that_need_it(tmp_path: Path) -> None:
    bad = tmp_path / "bad.tif"
    bad.write_text("no raster")
    tasks = {
        "bad": shade(bad), "needs bad": shade(Output("bad", "shade")),
        "good": shade(terrain(tmp_path / "dtm.tif")),
    }  # fmt: skip
    outcome = done(tasks, tmp_path / "store")
    assert outcome.made == ["good"]
    assert outcome.left_out == ["needs bad"]
    assert "bad.tif" in outcome.failed["bad"]
    assert not list((tmp_path / "store").glob(".making-*"))


def test_tasks_that_wait_for_each_other_and_steps_nobody_wrote_are_refused(tmp_path: Path) -> None:
    circle = {"a": shade(Output("b", "shade")), "b": shade(Output("a", "shade"))}
    with pytest.raises(DataError, match="wait for each other"):
        done(circle, tmp_path / "store")
    with pytest.raises(UsageError, match=r'no step "terrain\.nothing"'):
        done({"a": Task("terrain.nothing", {}, {})}, tmp_path / "store")


@pytest.fixture
def wide(tmp_path: Path) -> Graph:
    tasks = {
        str(number): shade(terrain(tmp_path / f"{number}.tif", seed=number, size=300))
        for number in range(8)
    }
    return tasks | {"last": shade(Output("3", "shade"))}


def killing(after: int, pids: Callable[[], list[int]]) -> Callable[[str, str, Path], None]:
    made: list[str] = []

    def tell(name: str, state: str, folder: Path) -> None:
        made.append(name)
        if len(made) == after:
            os.kill(pids()[0], signal.SIGKILL)

    return tell


def test_results_are_the_same_bytes_on_every_executor_and_after_a_worker_was_killed(
    wide: Graph, tmp_path: Path
) -> None:
    graph.run(wide, tmp_path / "serial", executors.Serial())
    expected = contents(tmp_path / "serial")
    assert len(expected) == 9

    def ours() -> list[int]:
        return [one.pid for one in multiprocessing.active_children() if one.pid]

    with executors.workers(count=2) as pool:
        outcome = graph.run(wide, tmp_path / "pool", pool, tell=killing(3, ours))
    assert (outcome.failed, contents(tmp_path / "pool")) == ({}, expected)

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        executors.workers(scheduler=cluster.scheduler_address) as dask,
    ):
        nannies = [one.pid for one in cluster.workers.values()]
        outcome = graph.run(wide, tmp_path / "dask", dask, tell=killing(3, lambda: nannies))
    assert (outcome.failed, contents(tmp_path / "dask")) == ({}, expected)


def test_what_only_passes_is_removed_after_its_use_and_not_made_again(tmp_path: Path) -> None:
    file, store = terrain(tmp_path / "dtm.tif"), tmp_path / "store"
    tasks = {
        "draft": dataclasses.replace(shade(file), passing=True),
        "a": shade(Output("draft", "shade")), "b": shade(Output("draft", "shade"), azimuth_deg=90),
    }  # fmt: skip
    folders = graph.plan(tasks, store)
    graph.run(tasks, store, executors.Serial(), clear=False)
    assert folders["draft"].is_dir()
    assert done(tasks, store).kept == ["draft", "a", "b"]
    assert not folders["draft"].exists()
    assert graph.todo(tasks, store) == set()
    again = done({**tasks, "b": shade(Output("draft", "shade"), azimuth_deg=180)}, store)
    assert (again.made, again.kept) == (["draft", "b"], ["a"])
    assert not folders["draft"].exists()


def test_a_chain_is_finished_before_the_next_one_begins(tmp_path: Path) -> None:
    tasks: dict[str, Task] = {}
    for name in "abc":
        file = terrain(tmp_path / f"{name}.tif", seed=ord(name))
        tasks[f"{name}1"] = shade(file)
        tasks[f"{name}2"] = shade(Output(f"{name}1", "shade"))
    tasks["c2"] = dataclasses.replace(tasks["c2"], weight=9)
    assert done(tasks, tmp_path / "store").made == ["c1", "c2", "a1", "a2", "b1", "b2"]
