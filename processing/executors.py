"""Who does the jobs of a graph: this process, processes of this machine, or a Dask cluster.

All three run the same function on the same files, one native thread per worker, so their results
are the same bytes. A worker that dies costs a repetition of what it was doing.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any

from processing import graph
from processing.graph import Job, Workers
from sip.errors import DataError, UsageError

_ATTEMPTS = 3
_NATIVE_THREADS = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS",
    "GDAL_NUM_THREADS", "RAYON_NUM_THREADS",
)  # fmt: skip


class Serial:
    """Does a job at once, in this process."""

    slots = 1

    def submit(self, job: Job) -> Future[None]:
        """Do a job; the future is done."""
        done: Future[None] = Future()
        try:
            graph.perform(job)
            done.set_result(None)
        except Exception as error:
            done.set_exception(error)
        return done


class Processes:
    """Processes of this machine, each begun afresh (spawn), and anew when one died."""

    def __init__(self, count: int):
        self.slots = count
        self._threads = ThreadPoolExecutor(count)
        self._own = threading.local()

    def submit(self, job: Job) -> Future[None]:
        """Queue a job; it is tried again when its process died meanwhile."""
        return self._threads.submit(self._do, job)

    def close(self) -> None:
        """Let the processes end; what is queued is forgotten."""
        self._threads.shutdown(cancel_futures=True)

    def _do(self, job: Job) -> None:
        for _ in range(_ATTEMPTS):
            if not hasattr(self._own, "pipe"):
                self._own.pipe = _begin_process()
            try:
                self._own.pipe.send(job)
                error = self._own.pipe.recv()
            except (EOFError, OSError):
                del self._own.pipe
                continue
            if error is not None:
                raise error
            return
        raise DataError("its process died three times: was there too little memory?")


class Cluster:
    """A Dask cluster whose workers see the same files under the same paths."""

    def __init__(self, client: Any):
        self._client = client
        self._executor = client.get_executor(pure=False)

    @property
    def slots(self) -> int:
        """Twice as many as it has threads, so that none waits for us; they may come and go."""
        threads: dict[str, int] = self._client.nthreads()
        return max(2 * sum(threads.values()), 1)

    def submit(self, job: Job) -> Future[None]:
        """Queue a job; the scheduler gives it to another worker when one dies."""
        future: Future[None] = self._executor.submit(_perform_alone, job)
        return future


def _begin_process() -> Connection:
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe()
    spawn.Process(target=_work, args=(theirs,), daemon=True).start()
    theirs.close()
    return ours


def _work(pipe: Connection) -> None:
    """Do the jobs that come, until the other end of the pipe is gone."""
    one_native_thread()
    with contextlib.suppress(EOFError):
        while True:
            job = pipe.recv()
            try:
                graph.perform(job)
                pipe.send(None)
            except Exception as error:
                pipe.send(error)


def one_native_thread() -> None:
    """Let native libraries of this process use one thread; before they are loaded."""
    for name in _NATIVE_THREADS:
        os.putenv(name, "1")


def _perform_alone(job: Job) -> None:
    one_native_thread()
    graph.perform(job)


@contextlib.contextmanager
def workers(*, count: int = 1, scheduler: str | None = None) -> Iterator[Workers]:
    """Yield those who do jobs.

    Args:
        count: How many processes of this machine; 1 is this process itself.
        scheduler: Address of a Dask scheduler (`tcp://host:8786`), instead of processes.

    Raises:
        UsageError: No scheduler answers there.
    """
    if scheduler is not None:
        import distributed

        connect: Any = distributed.Client
        try:
            client = connect(scheduler, timeout="10s")
        except (OSError, ValueError) as error:
            raise UsageError(f"no Dask scheduler answers at {scheduler}") from error
        with client:
            yield Cluster(client)
    elif count > 1:
        pool = Processes(count)
        try:
            yield pool
        finally:
            pool.close()
    else:
        yield Serial()
