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
import heapq
import json
import os
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from pathlib import Path
from typing import Protocol

from processing import steps
from processing.steps import Value
from sip.errors import DataError, SipError

_UNFINISHED = ".making-"
_HASHES: dict[tuple[Path, int, int, int], str] = {}
"""Of files that this process has read: one run plans several times."""


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
    """How much of the whole work it is, its points: for the progress bar and what goes first."""
    passing: bool = False
    """Its results are large and wanted only until others are made of them: where all of those are
    there it is not done, and what it made is removed after them."""

    def needs(self) -> set[str]:
        """Return the tasks whose outputs it reads."""
        every = (one for files in self.inputs.values() for one in files)
        return {one.task for one in every if isinstance(one, Output)}


type Graph = Mapping[str, Task]
type Rank = tuple[int, int, int]


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

    @property
    def slots(self) -> int:
        """How many jobs are worth handing over at a time."""
        ...

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
    clear: bool = True,
) -> Outcome:
    """Do the tasks whose results are not there yet, those that need most others first.

    A task that fails takes those along that need it, and nobody else.

    Args:
        graph: The tasks.
        store: A folder that all workers see under this path.
        workers: Who does them.
        tell: Is called with a task's name, `made`, `kept`, `failed` or `left out`, and its folder.
        clear: Remove what passing tasks made; another graph may want it first.
    """
    folders = plan(graph, store)
    order = graphlib.TopologicalSorter({name: task.needs() for name, task in graph.items()})
    order.prepare()
    outcome, ranks, waiting = Outcome(), _ranks(graph), list[tuple[Rank, str]]()
    running: dict[Future[None], str] = {}
    users = Counter(need for task in graph.values() for need in task.needs())

    def settle(name: str, state: str) -> None:
        order.done(name)
        tell(name, state, folders[name])
        for need in graph[name].needs():
            users[need] -= 1
            if clear and graph[need].passing and not users[need]:
                shutil.rmtree(folders[need], ignore_errors=True)

    with _alone(store):
        todo = _todo(graph, folders)
        while order.is_active():
            for name in order.get_ready():
                if graph[name].needs() & {*outcome.failed, *outcome.left_out}:
                    outcome.left_out.append(name)
                    settle(name, "left out")
                elif name in todo:
                    heapq.heappush(waiting, (ranks[name], name))
                else:
                    outcome.kept.append(name)
                    settle(name, "kept")
            while waiting and len(running) < workers.slots:
                _, name = heapq.heappop(waiting)
                running[workers.submit(_job(graph, folders, name))] = name
            for done in wait(running, return_when=FIRST_COMPLETED).done if running else ():
                name = running.pop(done)
                if (error := done.exception()) is None:
                    outcome.made.append(name)
                    settle(name, "made")
                else:
                    outcome.failed[name] = _said(error)
                    settle(name, "failed")
    return outcome


def todo(graph: Graph, store: Path) -> set[str]:
    """Return the tasks that a run would do."""
    return _todo(graph, plan(graph, store))


def _todo(graph: Graph, folders: Mapping[str, Path]) -> set[str]:
    needed_by: dict[str, list[str]] = {name: [] for name in graph}
    for name, task in graph.items():
        for need in task.needs():
            needed_by[need].append(name)
    found: set[str] = set()
    for name in reversed(_ordered(graph)):
        passes = graph[name].passing and not any(one in found for one in needed_by[name])
        if not passes and not folders[name].is_dir():
            found.add(name)
    return found


def _ranks(graph: Graph) -> dict[str, Rank]:
    """Return what goes first: what is farthest on its way, then what most others wait for.

    So a tile is finished before the next one begins, and its small ends fill gaps.
    """
    ordered = _ordered(graph)
    level: dict[str, int] = {}
    for name in ordered:
        level[name] = 1 + max((level[need] for need in graph[name].needs()), default=0)
    rest = {name: task.weight for name, task in graph.items()}
    for name in reversed(ordered):
        for need in graph[name].needs():
            rest[need] = max(rest[need], graph[need].weight + rest[name])
    place = {name: number for number, name in enumerate(graph)}
    return {name: (-level[name], -rest[name], place[name]) for name in graph}


def _ordered(graph: Graph) -> list[str]:
    order = graphlib.TopologicalSorter({name: task.needs() for name, task in graph.items()})
    return list(order.static_order())


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
            status = os.fstat(opened.fileno())
            mark = (file, status.st_ino, status.st_size, status.st_mtime_ns)
            if mark not in _HASHES:
                _HASHES[mark] = hashlib.file_digest(opened, "sha256").hexdigest()
            return _HASHES[mark]
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
