"""What somebody may see and change, as the database has answered."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
from collections.abc import Mapping
from typing import Literal

PUBLIC = "pub"
"""The schema that everybody reads."""
STAFF = "staff"
"""The schema that staff read where the table has columns that they may not."""
type Change = Literal["INSERT", "UPDATE", "DELETE"]


@dataclasses.dataclass(frozen=True)
class LayerSight:
    """One layer as somebody sees it."""

    schema: str
    """Where it is read: its theme (the table with every column), `staff` or `pub`."""
    columns: frozenset[str]
    """The columns that may be read there."""
    changes: frozenset[Change]
    """What may be done to rows there; policies may still refuse single rows."""


@dataclasses.dataclass(frozen=True)
class Sight:
    """Every layer that somebody sees; equal for all who see the same."""

    layers: tuple[tuple[str, LayerSight], ...]

    @functools.cached_property
    def by_layer(self) -> Mapping[str, LayerSight]:
        """What is seen of each layer."""
        return dict(self.layers)

    @functools.cached_property
    def digest(self) -> str:
        """Another one for every other sight."""
        said = [
            (name, one.schema, sorted(one.columns), sorted(one.changes))
            for name, one in self.layers
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]
