"""Time the reports of many plots of the project's own database: `python -m bench.reports`.

Each plot's report is made as JSON and as PDF in this process, and beside them the same plots are
looked up by one bare statement for each layer that is asked (`ST_Intersects`, `count`), which is
the least that any report must do. CPU is this process's; wall time has the database in it.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import dataclasses
import time
from collections.abc import AsyncIterator, Iterator

import asyncpg
import orjson

from sip import publish
from sip.database.tables import quoted
from sip.errors import ProjectError
from sip.report import extract, parcel, pdf
from sip.report.document import Writer
from sip.service import Context
from sip.settings import Settings, find
from sip.state import read_states


@dataclasses.dataclass
class Taken:
    """What some reports took, seconds, each of them."""

    wall_s: list[float] = dataclasses.field(default_factory=list)
    cpu_s: list[float] = dataclasses.field(default_factory=list)

    @contextlib.contextmanager
    def one(self) -> Iterator[None]:
        """Time one of them."""
        wall, cpu = time.perf_counter(), time.process_time()
        yield
        self.wall_s.append(time.perf_counter() - wall)
        self.cpu_s.append(time.process_time() - cpu)

    def __str__(self) -> str:
        """Say the median, the slowest in twenty, and the worst."""
        wall, cpu = sorted(self.wall_s), sorted(self.cpu_s)
        middle, late = len(wall) // 2, int(len(wall) * 0.95)
        said = f"wall {wall[middle]:.3f} s (95 %: {wall[late]:.3f}, worst {wall[-1]:.3f})"
        return f"{said}, CPU {cpu[middle]:.3f} s (95 %: {cpu[late]:.3f})"


@contextlib.asynccontextmanager
async def _published(settings: Settings) -> AsyncIterator[Context]:
    generation = publish.current(settings)
    if generation is None:
        raise ProjectError("nothing is published: run `make demo`")
    found = publish.snapshot(generation)
    async with asyncpg.create_pool(settings.dsn("sip_public"), min_size=1, max_size=1) as pool:
        yield Context(found, settings, generation, pool, await read_states(pool))


async def _run(settings: Settings, plots: int, pdfs: int) -> None:
    async with _published(settings) as now:
        spec = parcel.declared(now.catalogue)
        layer = now.catalogue.layer(spec.layer)
        rows = await now.pool.fetch(
            f"SELECT {quoted(spec.key)} AS key FROM {layer.relation}"
            " ORDER BY md5(id::text) LIMIT $1",
            plots,
        )
        asked = [one for one in now.catalogue.layers.values() if one.spec.report and one.is_visible]
        json, printed, bare = Taken(), Taken(), Taken()
        writer = Writer(now.catalogue, "pl", "http://localhost")
        pdf.prepare()
        for at, row in enumerate(rows):
            with json.one():
                report = await parcel.make(now, row["key"])
                document = writer.write(report)
                orjson.dumps(document)
            with bare.one():
                for one in asked:
                    await now.pool.fetchval(
                        f"SELECT count(*) FROM {one.relation} AS t, {layer.relation} AS p"
                        f" WHERE p.{quoted(spec.key)} = $1 AND ST_Intersects(t.geom, p.geom)",
                        row["key"],
                    )
            if at < pdfs:
                with printed.one():
                    pdf.write(document, await extract.make(now, report, "pl"))
        print(f"{len(rows)} plots, {len(asked)} layers asked")
        print(f"JSON  {json}")
        print(f"bare  {bare}")
        print(f"PDF   {printed} beside its JSON, {len(printed.wall_s)} of them")
        print(f"JSON takes {sum(json.wall_s) / sum(bare.wall_s):.1f} times the bare statements")


def main() -> None:
    """Time, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plots", type=int, default=200)
    parser.add_argument("--pdfs", type=int, default=20)
    args = parser.parse_args()
    asyncio.run(_run(find(), args.plots, args.pdfs))


if __name__ == "__main__":
    main()
