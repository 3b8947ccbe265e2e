"""Run SIP and its peers on the same data and print ratios: `python -m bench`.

No answer comes from a cache, SIP's nginx has none; "sip, 304" is SIP asked again with the ETag of
each answer. The best of some rounds counts, as noise only takes away. Numbers of one run are
comparable with each other and with nothing else.
"""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from bench import data, peers
from bench.measure import Reading, load
from bench.questions import Question, questions
from bench.verify import verify
from sip import catalogue, publish
from sip.database import cluster
from sip.settings import Settings, find

_FIRST_PORT = 8190


def main() -> int:
    """Prepare, start, verify, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, default=Path(".sip") / "bench")
    parser.add_argument("--peers", type=Path, help="Python of the peers' environment")
    parser.add_argument("--only", default="", help="part of a question's name")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", type=Path, help="write the readings here")
    args = parser.parse_args()
    settings = _prepared(args.state)
    sip = [str(Path(sys.executable).with_name("sip"))]
    environment = dict(settings.environment)
    with contextlib.ExitStack() as running:
        _sip(sip, environment, "up")
        running.callback(_sip, sip, environment, "down")
        roots = tuple(_supervised(sip, environment))
        started = {"sip": peers.Peer("sip", f"http://127.0.0.1:{_FIRST_PORT}", roots)}
        if args.peers:
            for at, make in enumerate((peers.tipg, peers.pygeoapi), 1):
                one = running.enter_context(make(settings, args.peers, _FIRST_PORT + at))
                started[one.name] = one
        for one in (
            running.enter_context(peers.bare(settings, _FIRST_PORT + 3)),
            running.enter_context(peers.mapserver(settings, _FIRST_PORT + 4, roots)),
        ):
            started[one.name] = one
        readings = _measure(settings, started, args.only, args.seconds, args.rounds)
        deep = _deep_paging(started["sip"].url)
    print(f"page at row 400,000 by next: {deep:.2f} x the time of the first page (goal 1.2)")
    if args.json:
        plain = {q: {p: dataclasses.asdict(r) for p, r in one.items()} for q, one in readings}
        args.json.write_text(json.dumps(plain, indent=2), encoding="utf-8")
    return 0


def _prepared(state: Path) -> Settings:
    """Make the project, its cluster, tables and rows, and publish it; return its settings."""
    folder = state.resolve() / "project"
    data.write_project(folder)
    environment = {"SIP_STATE": str(state.resolve() / "s"), "SIP_PORT": str(_FIRST_PORT)}
    settings = find(folder, environment=environment)
    cluster.ensure(settings)
    publish.publish(catalogue.load(folder), settings)
    data.fill(settings)
    return settings


def _sip(words: list[str], environment: dict[str, str], verb: str) -> None:
    subprocess.run([*words, verb], env={**os.environ, **environment}, check=True)


def _supervised(words: list[str], environment: dict[str, str]) -> list[int]:
    """Return the process ids of SIP's programs, PostgreSQL left out."""
    done = subprocess.run(
        [*words, "status", "--json"],
        env={**os.environ, **environment}, check=True, capture_output=True, text=True,
    )  # fmt: skip
    programs = json.loads(done.stdout)["programs"]
    return [one["pid"] for one in programs if not one["name"].startswith("postgres")]


def _measure(
    settings: Settings, started: dict[str, peers.Peer], only: str, seconds: float, rounds: int
) -> list[tuple[str, dict[str, Reading]]]:
    """Verify and time every question at every peer that knows it; print a line each."""
    database = int((settings.cluster / "postmaster.pid").read_text().split()[0])
    made = []
    for question, places in questions():
        if only not in question.name:
            continue
        readings: dict[str, Reading] = {}
        for _ in range(rounds):
            for name, path in question.paths.items():
                if name not in started:
                    continue
                paths = [_filled(settings, path(place)) for place in places]
                peer = started[name]
                layer = "bench_point" if "point" in question.name else "bench_polygon"
                try:
                    verify(settings, question.name, layer, peer.url + paths[0], places[0])
                    _keep(readings, name, load(peer.url, paths, seconds, peer.processes, database))
                    if name == "sip" and (tags := _tags(peer.url, paths)):
                        again = load(peer.url, paths, seconds, peer.processes, database, tags=tags)
                        _keep(readings, "sip, 304", again)
                except (RuntimeError, OSError) as error:
                    print(f"  {name}: not measured: {error}", file=sys.stderr)
        print(_line(question, readings), flush=True)
        made.append((question.name, readings))
    return made


def _keep(readings: dict[str, Reading], name: str, one: Reading) -> None:
    """Keep the quicker reading."""
    known = readings.get(name)
    if known is None or known.requests_per_s < one.requests_per_s:
        readings[name] = one


def _tags(url: str, paths: list[str]) -> list[str]:
    """Return the ETag of each answer; nothing where the first has none."""
    tags = []
    for path in paths:
        with urllib.request.urlopen(url + path, timeout=60) as answer:
            tag = answer.headers["ETag"]
        if tag is None:
            return []
        tags.append(tag)
    return tags


def _filled(settings: Settings, path: str) -> str:
    """Put the address of a mapfile into a path that names one."""
    if "{mapfile:" not in path:
        return path
    layer = path.split("{mapfile:")[1].split("}")[0]
    return path.replace(f"{{mapfile:{layer}}}", str(peers.mapfile(settings, layer)))


def _line(question: Question, readings: dict[str, Reading]) -> str:
    sip = readings.get("sip")
    parts = [f"{question.name} (goal {question.goal})"]
    for name, one in readings.items():
        times = (
            f", SIP {sip.requests_per_s / one.requests_per_s:.2f} x"
            if sip and name != "sip"
            else ""
        )
        parts.append(
            f"  {name:10} {one.requests_per_s:8.1f}/s{times:14} CPU {one.server_ms:6.2f} + "
            f"{one.database_ms:6.2f} ms, p95 {one.p95_ms:.1f} ms"
        )
    return "\n".join(parts)


def _deep_paging(url: str) -> float:
    """Return the time of the page at row 400,000, reached by `next`, over that of the first."""
    page = f"{url}/ogc/collections/bench_point/items?limit=1000"
    first = _next_of(page)
    offset = _next_of(f"{page}&offset=399000")
    return _seconds(offset) / _seconds(first)


def _next_of(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        links = json.loads(answer.read())["links"]
    return str(next(link["href"] for link in links if link["rel"] == "next"))


def _seconds(url: str, repeats: int = 20) -> float:
    """Return the shortest of several times: noise only adds."""
    best = float("inf")
    for _ in range(repeats):
        began = time.perf_counter()
        with urllib.request.urlopen(url, timeout=60) as answer:
            answer.read()
        best = min(best, time.perf_counter() - began)
    return best


if __name__ == "__main__":
    sys.exit(main())
