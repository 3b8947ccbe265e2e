"""Where rain goes on bare terrain: breach, fill, flow, sinks and ponds."""

from processing.water.crossings import burn_lines, open_decks
from processing.water.flood import Flood, accumulate, flood, multiple, steepest
from processing.water.sinks import Ponds, pond, sinks
from processing.water.terrain import breach

__all__ = [
    "Flood", "Ponds", "accumulate", "breach", "burn_lines", "flood", "multiple", "open_decks",
    "pond", "sinks", "steepest",
]  # fmt: skip
