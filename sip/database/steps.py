"""A step of a migration: what it does in words, and how."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Sequence

from alembic.operations import ops

from sip.database.tables import verbatim


class Phase(enum.IntEnum):
    """When a step has its turn."""

    SCHEMAS = enum.auto()
    OLD_VIEWS = enum.auto()
    TABLES = enum.auto()
    OLD_FOREIGN_KEYS = enum.auto()
    OLD_CONSTRAINTS = enum.auto()
    COLUMNS = enum.auto()
    LOSSES = enum.auto()
    CONSTRAINTS = enum.auto()
    FOREIGN_KEYS = enum.auto()
    HISTORY = enum.auto()
    VIEWS = enum.auto()
    GRANTS = enum.auto()


@dataclasses.dataclass(frozen=True)
class Step:
    """One change of the database."""

    phase: Phase
    text: str
    """What it does, in words."""
    operations: Sequence[ops.MigrateOperation]
    loses: bool = False
    """Whether data is lost."""
    under_views: bool = False
    """Whether views on the table must be gone meanwhile."""
    register: str = ""
    """The layer whose table, or whose history, has other columns behind it."""
    rewrites: bool = False
    """Whether what versions of rows say is written another way behind it."""


def execute(statement: str) -> ops.ExecuteSQLOp:
    """Return the operation that executes a statement of ours."""
    return ops.ExecuteSQLOp(verbatim(statement))
