"""What each step of a flight costs: `python -m bench.flight FILE`, a tile of points.

The whole chain as `sip process lidar` does it with its defaults, in one process that stays, as a
worker does. The most memory of each step is told apart: the kernel forgets the last one before.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import Future
from pathlib import Path

from processing import graph
from processing.flight import running
from processing.flight.lidar import Wishes
from processing.graph import Job

NATIVE_THREADS = (
    "RAYON_NUM_THREADS", "OMP_NUM_THREADS", "NUMBA_NUM_THREADS", "OPENBLAS_NUM_THREADS",
    "GDAL_NUM_THREADS",
)  # fmt: skip


@dataclasses.dataclass
class Cost:
    """Of all tasks of a step."""

    tasks: int = 0
    cpu_s: float = 0.0
    most_mb: float = 0.0


class Watched:
    """Does jobs at once, and notes what they cost."""

    slots = 1

    def __init__(self) -> None:
        self.costs: dict[str, Cost] = {}

    def submit(self, job: Job) -> Future[None]:
        """Do a job; the future is done."""
        Path("/proc/self/clear_refs").write_text("5")
        begun = time.process_time()
        done: Future[None] = Future()
        try:
            graph.perform(job)
            done.set_result(None)
        except Exception as error:
            done.set_exception(error)
        cost = self.costs.setdefault(job.step, Cost())
        cost.tasks += 1
        cost.cpu_s += time.process_time() - begun
        cost.most_mb = max(cost.most_mb, most_mb())
        return done


def most_mb() -> float:
    """Return the most memory that this process has held, files mapped into it included."""
    status = Path("/proc/self/status").read_text().split()
    return int(status[status.index("VmHWM:") + 1]) / 1024


def costs(file: Path, wishes: Wishes) -> dict[str, Cost]:
    """Make all products of a tile; return what each step cost."""
    workers = Watched()
    with tempfile.TemporaryDirectory() as folder:
        done = running.run([file], Path(folder), wishes, workers, told=lambda *_: None)
    if done.left_out:
        raise RuntimeError(str(done.left_out))
    return workers.costs


def apart(file: Path) -> dict[str, Cost]:
    """Return the costs of a process of its own, with one native thread and the defaults."""
    command = [sys.executable, "-m", "bench.flight", str(file)]
    threads = dict.fromkeys(NATIVE_THREADS, "1")
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env={**os.environ, **threads}
    )
    return {name: Cost(**one) for name, one in json.loads(done.stdout).items()}


def main() -> None:
    """Print the costs as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--size", type=float, default=500.0, metavar="M", help="of a core (500)")
    wanted = parser.parse_args()
    found = costs(wanted.file, Wishes(size_m=wanted.size))
    print(json.dumps({name: dataclasses.asdict(one) for name, one in found.items()}))


if __name__ == "__main__":
    main()
