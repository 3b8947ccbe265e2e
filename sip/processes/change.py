"""The process `change`: two flights that `lidar` has computed to what changed between them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sip import __version__, polish
from sip.catalogue import Catalogue
from sip.jobs import flights
from sip.jobs.flights import NAME
from sip.jobs.process import Input, Running
from sip.settings import Settings
from sip.text import Text

PROCESS = flights.over_flights(
    Text(pl="Zmiany między nalotami", en="Changes between flights"),
    Text(
        pl="Porównuje dwa naloty policzone procesem lidar: wykopy i nasypy, drzewa, budynki, "
        "z raportem.",
        en="Compares two flights that the process lidar has computed: cuts and fills, trees, "
        "buildings, with a report.",
    ),
    {
        "old": Input(Text(pl="Dawny nalot", en="Old flight"), NAME),
        "new": Input(Text(pl="Nowy nalot", en="New flight"), NAME),
        "m3c2": Input(
            Text(pl="Odległości między chmurami (M3C2)", en="Distances between clouds (M3C2)"),
            {"type": "boolean", "default": False},
            required=False,
        ),
    },
)


def check(inputs: Mapping[str, Any], settings: Settings, _catalogue: Catalogue) -> None:
    """Do nothing if both flights have been computed, and can be compared.

    Raises:
        QueryError: One has not been computed, or they have different CRSs or datums of heights.
    """
    from processing.flight import sources

    sides = []
    for name in ("old", "new"):
        folder = flights.computed(settings, "flights", inputs[name])
        if not sources.is_finished(folder):
            raise flights.not_computed(name, inputs[name], "lidar")
        with flights.refusing(name, settings):
            sides.append(sources.side(folder))
    with flights.refusing("new", settings):
        sources.check_alike(*sides)


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return the report, an archive of all products, and what was left out.

    Raises:
        DataError: There is nothing to compare.
    """
    from processing import executors
    from processing.flight import between, carrying, compared, sources, stac, summary

    made = flights.computed(running.settings, "flights")
    old, new = (sources.side(made / inputs[name]) for name in ("old", "new"))
    wishes = between.Wishes(m3c2=bool(inputs.get("m3c2", False)))
    work = flights.computed(running.settings, "changes", inputs["old"], inputs["new"])
    with flights.told_without_folders(running), executors.workers() as hands:
        wanted = between.wanted(old, new, wishes)
        done = carrying.carry_out(wanted, work, hands, told=flights.telling(running))
    summary.write(done, compared.summary(done, old, new, wishes), polish=polish.said)
    days = [old.days[0], new.days[-1]] if old.days and new.days else []
    stac.write_rasters(done, days, inputs, version=__version__)
    return flights.handed_out(running, work, [one.file for one in done.products])
