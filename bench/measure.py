"""Load and meter: wrk asks, the kernel's clocks tell what the servers spent."""

from __future__ import annotations

import dataclasses
import json
import math
import re
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import psutil

CONNECTIONS = 16

_SCRIPT = """
local paths = {{ {paths} }}
local tags = {{ {tags} }}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {{ ["If-None-Match"] = tags[at] }})
end
done = function(summary, latency)
  io.write(string.format("@@%d %d %d %f\\n", summary.requests, summary.duration,
    summary.errors.status + summary.errors.read + summary.errors.timeout + summary.errors.connect,
    latency:percentile(95) / 1000))
end
"""


@dataclasses.dataclass(frozen=True)
class Reading:
    """What one peer did with one question."""

    requests_per_s: float
    server_ms: float
    """CPU of the server per request, milliseconds."""
    database_ms: float
    """CPU of PostgreSQL per request, milliseconds."""
    p95_ms: float


def load(
    url: str,
    paths: Sequence[str],
    seconds: float,
    server: Iterable[int],
    database: int,
    *,
    tags: Sequence[str] = (),
) -> Reading:
    """Ask over 16 connections for a while; with the ETags, as a cache does that has each answer.

    Raises:
        RuntimeError: A request failed; failures are never counted as speed.
    """
    roots = list(server)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(_SCRIPT.format(paths=_lua(paths), tags=_lua(tags)))
        script.flush()
        _wrk(url, Path(script.name), 1.0)
        before = _cpu(roots), _cpu([database])
        requests, microseconds, errors, p95 = _wrk(url, Path(script.name), seconds)
        after = _cpu(roots), _cpu([database])
    if not requests:
        raise RuntimeError(f"{url} answered nothing within {seconds:g} s")
    if errors:
        raise RuntimeError(f"{errors:g} of {requests:g} requests to {url} failed")
    return Reading(
        requests_per_s=requests / (microseconds / 1e6),
        server_ms=(after[0] - before[0]) / requests * 1000,
        database_ms=(after[1] - before[1]) / requests * 1000,
        p95_ms=p95,
    )


def _lua(texts: Iterable[str]) -> str:
    return ", ".join(json.dumps(one) for one in texts)


def _wrk(url: str, script: Path, seconds: float) -> tuple[float, float, float, float]:
    words = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{math.ceil(seconds)}s", "--timeout", "30s"]
    done = subprocess.run(
        [*words, "-s", str(script), url], capture_output=True, text=True, check=True
    )
    found = re.search(r"@@(\d+) (\d+) (\d+) ([\d.]+)", done.stdout)
    if found is None:
        raise RuntimeError(f"wrk said nothing of {url}: {done.stdout}{done.stderr}")
    requests, microseconds, errors, p95 = map(float, found.groups())
    return requests, microseconds, errors, p95


def _cpu(roots: Iterable[int]) -> float:
    """Return the CPU seconds of process trees, children that have ended included."""
    total = 0.0
    for root in roots:
        one = psutil.Process(root)
        for process in (one, *one.children(recursive=True)):
            try:
                times = process.cpu_times()
            except psutil.NoSuchProcess:
                continue
            total += times.user + times.system + times.children_user + times.children_system
    return total
