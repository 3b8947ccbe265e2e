"""The process `plan_infill`: as `sip plan infill`, on the public registers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sip.jobs.process import Running
from sip.planning.analysis import as_process
from sip.planning.analysis.menu import ANALYSES

_ANALYSIS = ANALYSES["infill"]
PROCESS = as_process.described(_ANALYSIS)


def run(inputs: Mapping[str, Any], running: Running) -> Mapping[str, Any]:
    """Return rows with sums, and the result as a layer."""
    return as_process.run(_ANALYSIS, inputs, running)
