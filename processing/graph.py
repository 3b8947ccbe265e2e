"""A graph of tasks, and the store that keeps what they made under names of their contents.

A task's key is a hash of its step, the step's version, the parameters and the contents of its
inputs (for what another task makes: that task's key). So the names of all results are known
before anything runs, a second run finds everything made, and a change redoes just what depends
on it. A result is a folder that appears whole, by one rename.
"""

from __future__ import annotations

import contextlib
import dataclasses
import fcntl
import graphlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from pathlib import Path
from typing import Protocol

from processing import steps
from processing.steps import Value
from sip.errors import DataError, SipError

_UNFINISHED = ".making-"


@dataclasses.dataclass(frozen=True)
class Output:
    """A file that another task makes."""

    task: str
    name: str


@dataclasses.dataclass(frozen=True)
class Task:
    """One run of a step."""

    step: str
    inputs: Mapping[str, Sequence[Path | Output]]
    parameters: Mapping[str, Value]
    weight: int = 1
    """How much of the whole work it is, for the progress bar: its points."""

    def needs(self) -> set[str]:
        """Return the tasks whose outputs it reads."""
        every = (one for files in self.inputs.values() for one in files)
        return {one.task for one in every if isinstance(one, Output)}


type Graph = Mapping[str, Task]


@dataclasses.dataclass(frozen=True)
class Job:
    """A task with its inputs in place: all that a worker is told."""

    step: str
    inputs: Mapping[str, Sequence[Path]]
    parameters: Mapping[str, Value]
    folder: Path


@dataclasses.dataclass
class Outcome:
    """What came out of a run."""

    made: list[str] = dataclasses.field(default_factory=list)
    """Tasks that were done now."""
    kept: list[str] = dataclasses.field(default_factory=list)
    """Tasks whose results were there."""
    failed: dict[str, str] = dataclasses.field(default_factory=dict)
    """Why a task failed."""
    left_out: list[str] = dataclasses.field(default_factory=list)
    """Tasks that a failed one would have had to feed."""


class Workers(Protocol):
    """Who does jobs: `processing.executors` has three of them."""

    def submit(self, job: Job) -> Future[None]:
        """Begin a job, or queue it."""
        ...


def plan(graph: Graph, store: Path) -> dict[str, Path]:
    """Return the folder of each task's results, in an order in which they can be made.

    Raises:
        DataError: A file is missing, or tasks wait for each other.
    """
    order = graphlib.TopologicalSorter({name: task.needs() for name, task in graph.items()})
    contents: dict[Path, str] = {}
    keys: dict[str, str] = {}
    try:
        for name in order.static_order():
            keys[name] = _key(graph[name], keys, contents)
    except graphlib.CycleError as error:
        raise DataError(f"tasks wait for each other: {' -> '.join(error.args[1])}") from error
    return {name: store / f"{graph[name].step}-{key[:24]}" for name, key in keys.items()}


def result(graph: Graph, folders: Mapping[str, Path], output: Output) -> Path:
    """Return the file of an output, made or not."""
    return folders[output.task] / steps.find(graph[output.task].step).outputs[output.name]


def run(
    graph: Graph,
    store: Path,
    workers: Workers,
    *,
    tell: Callable[[str, str, Path], None] = lambda name, state, folder: None,
) -> Outcome:
    """Do the tasks whose results are not there yet.

    A task that fails takes those along that need it, and nobody else.

    Args:
        graph: The tasks.
        store: A folder that all workers see under this path.
        workers: Who does them.
        tell: Is called with a task's name, `made`, `kept`, `failed` or `left out`, and its folder.
    """
    folders = plan(graph, store)
    order = graphlib.TopologicalSorter({name: task.needs() for name, task in graph.items()})
    order.prepare()
    outcome = Outcome()
    running: dict[Future[None], str] = {}

    def settle(name: str, state: str, of: list[str]) -> None:
        of.append(name)
        order.done(name)
        tell(name, state, folders[name])

    with _alone(store):
        while order.is_active():
            for name in order.get_ready():
                if graph[name].needs() & {*outcome.failed, *outcome.left_out}:
                    settle(name, "left out", outcome.left_out)
                elif folders[name].is_dir():
                    settle(name, "kept", outcome.kept)
                else:
                    running[workers.submit(_job(graph, folders, name))] = name
            if not running:
                continue
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                name = running.pop(done)
                if (error := done.exception()) is None:
                    settle(name, "made", outcome.made)
                else:
                    outcome.failed[name] = _said(error)
                    order.done(name)
                    tell(name, "failed", folders[name])
    return outcome


def perform(job: Job) -> None:
    """Do a job: write into a folder beside, then rename it. Somebody may have been faster."""
    step = steps.find(job.step)
    unfinished = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=job.folder.parent))
    try:
        outputs = {name: unfinished / file for name, file in step.outputs.items()}
        step.work(job.inputs, outputs, **job.parameters)
        for name, file in outputs.items():
            if not file.exists():
                raise DataError(f"step {job.step} has not written its {name}")
        unfinished.chmod(0o755)
        try:
            unfinished.rename(job.folder)
        except OSError:
            if not job.folder.is_dir():
                raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def file_hash(file: Path) -> str:
    """Return the SHA-256 of a file's bytes.

    Raises:
        DataError: There is no such file, or it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        raise DataError(f"{file}: {error.strerror}") from error


def _key(task: Task, keys: Mapping[str, str], contents: dict[Path, str]) -> str:
    def identity(source: Path | Output) -> list[str]:
        if isinstance(source, Output):
            return [keys[source.task], source.name]
        if source not in contents:
            contents[source] = file_hash(source)
        return [contents[source]]

    inputs = {name: [identity(one) for one in files] for name, files in task.inputs.items()}
    whole = [task.step, steps.find(task.step).version, inputs, task.parameters]
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def _job(graph: Graph, folders: Mapping[str, Path], name: str) -> Job:
    task = graph[name]
    inputs = {
        key: [one if isinstance(one, Path) else result(graph, folders, one) for one in files]
        for key, files in task.inputs.items()
    }
    return Job(task.step, inputs, task.parameters, folders[name])


def _said(error: BaseException) -> str:
    if isinstance(error, SipError):
        return str(error)
    return f"unexpected {type(error).__name__}: {error}"


@contextlib.contextmanager
def _alone(store: Path) -> Iterator[None]:
    """Keep others off the store, and sweep up what killed runs and workers left."""
    store.mkdir(parents=True, exist_ok=True)
    lock = os.open(store / ".lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise DataError(f"another run works in {store}: wait until it is done") from error
        _sweep(store)
        yield
        _sweep(store)  # what a worker left that was killed meanwhile
    finally:
        os.close(lock)


def _sweep(store: Path) -> None:
    for left in store.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
