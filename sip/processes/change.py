"""The process `change`: two flights that `lidar` has computed to what changed between them."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sip import __version__, polish
from sip.errors import QueryError
from sip.jobs.flights import NAME, ZIP, computed, packed, told_without
from sip.jobs.process import Input, Output, Process, Running
from sip.text import Text

PROCESS = Process(
    title=Text(pl="Zmiany między nalotami", en="Changes between flights"),
    description=Text(
        pl="Porównuje dwa naloty policzone procesem lidar: wykopy i nasypy, drzewa, budynki, "
        "z raportem.",
        en="Compares two flights that the process lidar has computed: cuts and fills, trees, "
        "buildings, with a report.",
    ),
    inputs={
        "old": Input(Text(pl="Dawny nalot", en="Old flight"), NAME),
        "new": Input(Text(pl="Nowy nalot", en="New flight"), NAME),
        "m3c2": Input(
            Text(pl="Odległości między chmurami (M3C2)", en="Distances between clouds (M3C2)"),
            {"type": "boolean", "default": False},
            required=False,
        ),
    },
    outputs={
        "report": Output(Text(pl="Raport", en="Report"), media_type="application/json"),
        "products": Output(Text(pl="Wszystkie wyniki", en="All products"), media_type=ZIP),
        "left_out": Output(
            Text(pl="Co pominięto i dlaczego", en="What was left out, and why"), {"type": "object"}
        ),
    },
    lane="long",
    longest_s=24 * 3600,
)


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return the report, an archive of all products, and what was left out.

    Raises:
        QueryError: A flight has not been computed.
        DataError: The flights have different CRSs or datums of heights.
    """
    from processing import executors
    from processing.flight import between, carrying, compared, stac, summary

    made = computed(running, "flights")
    for name in ("old", "new"):
        if not between.is_finished(made / inputs[name]):
            raise QueryError(
                f'inputs.{name}: "{inputs[name]}" has not been computed; run the process lidar'
            )
    old, new = (between.side(made / inputs[name]) for name in ("old", "new"))
    wishes = between.Wishes(m3c2=bool(inputs.get("m3c2", False)))
    work = computed(running, "changes", inputs["old"], inputs["new"])
    with told_without(made), executors.workers() as hands:
        done = carrying.carry_out(
            between.wanted(old, new, wishes), work, hands,
            told=lambda so_far, of, name: running.tell(0.95 * so_far / max(of, 1), name),
        )  # fmt: skip
    summary.write(done, compared.summary(done, old, new, wishes), polish=polish.said)
    days = [old.days[0], new.days[-1]] if old.days and new.days else []
    stac.write_rasters(done, days, inputs, version=__version__)
    running.tell(0.97, "products.zip")
    return {
        "report": Path(shutil.copy(work / "report.json", running.folder / "report.json")),
        "products": packed(work, [one.file for one in done.products], running.folder),
        "left_out": dict(done.left_out),
    }
