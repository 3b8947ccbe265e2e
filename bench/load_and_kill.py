"""Load with reads and edits, and kill -9 in the middle: `python -m bench.load_and_kill`.

Writers add trees, and count up numbers in trees that they share, each saying which version it has
read. Afterwards the database is asked whether every edit that was answered with success is there,
once. An edit whose answer never came, or was "try again", may be there or not, but not twice.
Any answer of 500 and above but 503 (a declared limit) is a fault, and without --kill so is one that
never came.
"""

from __future__ import annotations

import argparse
import asyncio
import collections
import dataclasses
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import httpx
import psutil
import psycopg

from sip.database import cluster
from sip.settings import Settings, find

ITEMS = "/ogc/collections/tree/items"
SHARED = 20
FIELD, START = "girth_5_cm", 1
_PATIENCE_S = 20.0
_CLIENT_ERRORS = (httpx.TransportError, httpx.TimeoutException)
PLACE = {"type": "Point", "coordinates": [20.63, 50.87]}
READS = (
    f"{ITEMS}?f=json&limit=100",
    f"{ITEMS}?f=json&bbox=20.6,50.8,20.7,50.9&limit=50",
    "/tiles/tree/12/2282/1373.mvt",
    "/ows?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=tree&COUNT=10",
    "/ows?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=tree&STYLES=&CRS=EPSG:3857"
    "&BBOX=2290000,6590000,2300000,6600000&WIDTH=128&HEIGHT=128&FORMAT=image/png",
    "/api/search?q=L-1",
    "/healthz",
)


@dataclasses.dataclass
class Ledger:
    """What was answered to whom."""

    added: set[str] = dataclasses.field(default_factory=set)
    """Numbers of trees whose addition was answered with success."""
    perhaps_added: set[str] = dataclasses.field(default_factory=set)
    counted: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)
    """Of each shared tree, the steps that were answered with success."""
    perhaps_counted: collections.Counter[str] = dataclasses.field(
        default_factory=collections.Counter
    )
    statuses: collections.Counter[str] = dataclasses.field(default_factory=collections.Counter)


@dataclasses.dataclass(frozen=True)
class Report:
    """What came of it."""

    faults: Sequence[str]
    statuses: dict[str, int]
    edits: int
    memory_mb: tuple[float, float]
    """Of the application's processes, after the first tenth and at the end."""


async def load(
    settings: Settings, url: str, key: str, *, connections: int, seconds: float, kills: bool
) -> Report:
    """Load an installation, and compare what it has kept with what it has said."""
    ledger = Ledger()
    limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
    async with httpx.AsyncClient(base_url=url, limits=limits, timeout=_PATIENCE_S) as client:
        run = f"{int(time.time()):x}"
        headers = {"Authorization": f"Bearer {key}"}
        shared = [await _add(client, headers, f"S-{run}-{n}", ledger) for n in range(SHARED)]
        addresses = [one for one in shared if one]
        assert len(addresses) == SHARED, f"trees cannot be added: {ledger.statuses}"
        end = time.monotonic() + seconds
        numbers = itertools.count()
        workers = [
            _write(client, headers, addresses, ledger, end, run, numbers)
            if number % 3 == 0
            else _read(client, ledger, end)
            for number in range(connections)
        ]
        tasks = [asyncio.create_task(one) for one in workers]
        await asyncio.sleep(seconds / 10)
        before = memory_mb(settings)
        if kills:
            await _kill_in_turn(settings, seconds * 0.8)
        await asyncio.gather(*tasks)
        if kills:
            await _until_it_answers(client)
        after = memory_mb(settings)
    faults = compare(settings, ledger, run)
    for status, count in ledger.statuses.items():
        is_cut = not status.isdigit()
        if (is_cut and not kills) or (status.startswith("5") and status != "503"):
            faults.append(f"{count} answers {status}")
    edits = len(ledger.added) + ledger.counted.total()
    return Report(faults, dict(ledger.statuses), edits, (before, after))


async def _add(
    client: httpx.AsyncClient, headers: dict[str, str], number: str, ledger: Ledger
) -> str | None:
    properties = {"inventory_no": number, "species": "Abies alba", FIELD: START}
    body = {"type": "Feature", "geometry": PLACE, "properties": properties}
    kind = {"Content-Type": "application/geo+json"}
    try:
        answer = await client.post(ITEMS, json=body, headers={**headers, **kind})
    except _CLIENT_ERRORS as error:
        ledger.statuses[type(error).__name__] += 1
        ledger.perhaps_added.add(number)
        return None
    ledger.statuses[str(answer.status_code)] += 1
    if answer.status_code == 201:
        ledger.added.add(number)
        return str(httpx.URL(answer.headers["location"]).path)
    if answer.status_code >= 500:
        ledger.perhaps_added.add(number)
    return None


async def _count_up(
    client: httpx.AsyncClient, headers: dict[str, str], address: str, ledger: Ledger
) -> None:
    try:
        read = await client.get(address, params={"f": "json"}, headers=headers)
        ledger.statuses[str(read.status_code)] += 1
        if read.status_code != 200:
            return
        value = read.json()["properties"][FIELD]
    except _CLIENT_ERRORS as error:
        ledger.statuses[type(error).__name__] += 1
        return
    conditions = {"If-Match": read.headers["etag"], "Content-Type": "application/merge-patch+json"}
    body = {"properties": {FIELD: value + 1}}
    try:
        answer = await client.patch(address, json=body, headers={**headers, **conditions})
    except _CLIENT_ERRORS as error:
        ledger.statuses[type(error).__name__] += 1
        ledger.perhaps_counted[address] += 1
        return
    ledger.statuses[str(answer.status_code)] += 1
    if answer.is_success:
        ledger.counted[address] += 1
    elif answer.status_code >= 500:
        ledger.perhaps_counted[address] += 1


async def _write(
    client: httpx.AsyncClient,
    headers: dict[str, str],
    addresses: Sequence[str],
    ledger: Ledger,
    end: float,
    run: str,
    numbers: itertools.count[int],
) -> None:
    while time.monotonic() < end:
        await _add(client, headers, f"L-{run}-{next(numbers)}", ledger)
        for _step in range(3):
            await _count_up(client, headers, random.choice(addresses), ledger)
        await asyncio.sleep(0.01)


async def _read(client: httpx.AsyncClient, ledger: Ledger, end: float) -> None:
    while time.monotonic() < end:
        try:
            answer = await client.get(random.choice(READS))
            ledger.statuses[str(answer.status_code)] += 1
        except _CLIENT_ERRORS as error:
            ledger.statuses[type(error).__name__] += 1
        await asyncio.sleep(0.01)


def compare(settings: Settings, ledger: Ledger, run: str) -> list[str]:
    """Say where the database differs from what was answered."""
    with psycopg.connect(settings.dsn("sip_owner")) as connection:
        rows = connection.execute(
            f"SELECT id, inventory_no, {FIELD} FROM greenery.tree"
            " WHERE inventory_no LIKE '_-' || %s || '-%%'".encode(), [run],
        ).fetchall()  # fmt: skip
    kept = collections.Counter(number for _id, number, _value in rows)
    faults = [f"{number} was added and is not there" for number in ledger.added - kept.keys()]
    faults += [f"{number} is there {count} times" for number, count in kept.items() if count > 1]
    faults += [
        f"{number} is there and nobody added it"
        for number in kept.keys() - ledger.added - ledger.perhaps_added
    ]
    values = {f"{ITEMS}/{identifier}": value for identifier, _number, value in rows}
    for address, steps in ledger.counted.items():
        found, most = values.get(address, 0) - START, steps + ledger.perhaps_counted[address]
        if not steps <= found <= most:
            faults.append(f"{address} was counted up {steps} to {most} times and stands at {found}")
    return faults


def memory_mb(settings: Settings) -> float:
    """Return what the application's processes hold."""
    pids = [pid for name, pid in programs(settings).items() if name.startswith("app") and pid]
    return sum(int(psutil.Process(pid).memory_info().rss) for pid in pids) / 2**20


def programs(settings: Settings) -> dict[str, int]:
    """Return the process of every program."""
    status = json.loads(_sip(settings, "status", "--json"))
    return {one["name"]: one["pid"] for one in status["programs"]}


async def _kill_in_turn(settings: Settings, seconds: float) -> None:
    """Kill a worker, a backend of the database, MapServer, and the database itself."""
    for victim in ("app-1", "backend", "mapserver:mapserver-0", "database", "app-2"):
        await asyncio.sleep(seconds / 6)
        pid = _backend(settings) if victim == "backend" else programs(settings).get(victim, 0)
        if pid:
            os.kill(pid, signal.SIGKILL)


def _backend(settings: Settings) -> int:
    try:
        with psycopg.connect(cluster.superuser_dsn(settings, "postgres")) as connection:
            row = connection.execute(
                "SELECT pid FROM pg_stat_activity WHERE usename = 'sip_gateway' LIMIT 1"
            ).fetchone()
    except psycopg.OperationalError:
        row = None
    return row[0] if row else 0


async def _until_it_answers(client: httpx.AsyncClient) -> None:
    for _attempt in range(200):
        try:
            if (await client.get("/healthz")).status_code == 200:
                return
        except _CLIENT_ERRORS:
            pass
        await asyncio.sleep(0.2)
    raise TimeoutError("it does not answer again")


def _sip(settings: Settings, *words: str) -> str:
    program = Path(sys.executable).with_name("sip")
    done = subprocess.run(
        [program, *words], env={**settings.environment, "PATH": os.environ["PATH"]},
        capture_output=True, text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return done.stdout


def key_of_somebody(settings: Settings) -> str:
    """Make somebody who may edit trees; return a new key of his."""
    _sip(settings, "user", "add", "load.test", "--group", "greenery", "--no-password")
    said = _sip(settings, "user", "token", "load.test", "--scope", "edit", "--group", "greenery")
    return said.split()[-1]


def main() -> int:
    """Set up an installation without data, load it, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--state", type=Path, default=Path(".sip") / "load")
    parser.add_argument("--port", type=int, default=8371)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--connections", type=int, default=50)
    parser.add_argument("--kill", action="store_true")
    args = parser.parse_args()
    settings = dataclasses.replace(
        find(), state=args.state.resolve(), port=args.port, mode="production"
    )
    _sip(settings, "setup", "--data-only")
    _sip(settings, "up")
    try:
        report = asyncio.run(
            load(
                settings, f"http://127.0.0.1:{args.port}", key_of_somebody(settings),
                connections=args.connections, seconds=args.seconds, kills=args.kill,
            )
        )  # fmt: skip
    finally:
        _sip(settings, "down")
    print(f"answers   {dict(sorted(report.statuses.items()))}")
    print(f"edits     {report.edits} answered with success")
    print("memory    {:.0f} MB, at the end {:.0f} MB".format(*report.memory_mb))
    print("\n".join(report.faults) or "nothing was lost, nothing is there twice")
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.exit(main())
