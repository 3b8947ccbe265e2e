"""Who a request is answered to: everybody, or somebody with a role of the database."""

from __future__ import annotations

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True)
class Viewer:
    """Whom a service answers. What they may see and change stands in the database alone."""

    role: str | None = None
    """The database role that statements run under; None is everybody (`sip_public`)."""
    name: str = ""
    """What the person or system is called on pages."""
    groups: frozenset[str] = frozenset()
    """Ids of the groups of `layers/_groups.yaml` that they are in; for words, never for rights."""
    purpose: str = ""
    """Why personal data is read in this request; empty where it is not."""
    may_write: bool = True
    """Whether statements may write at all; the transactions of a key to read are read only."""
    as_of: datetime.datetime | None = None
    """The instant whose knowledge is asked for, with a time zone; None is now."""


EVERYBODY = Viewer()
"""Those who have not signed in, asking for the present."""
