"""What an import has to say: what is wrong with which row, and what was done."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from sip.errors import DataError

_SHOWN = 20
_VALUE_CHARS = 60


@dataclasses.dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong with one row."""

    row: int
    """1 is the first row of the file."""
    field: str
    """The field, `geom`, or nothing where a rule looks at several."""
    value: str
    """As it stands in the file; empty where there is none."""
    allowed: str
    """What would be right."""
    polish: str = ""
    """What is wrong, in Polish; empty where `sip.polish` finds the words."""

    @property
    def reason(self) -> str:
        """Say it without the row."""
        value = self.value if len(self.value) <= _VALUE_CHARS else f"{self.value[:_VALUE_CHARS]}..."
        what = f'"{value}" is not ' if value else ""
        return f"{self.field}: {what}{self.allowed}" if self.field else self.allowed


class RowsRefused(DataError):
    """Rows do not fit their layer, and nothing was imported."""

    def __init__(self, file: Path, faults: Sequence[Fault]):
        self.faults = sorted(faults)
        shown = self.faults[:_SHOWN]
        end = self._end(faults)
        super().__init__(
            "\n".join([*(f"{file.name}: row {one.row}: {one.reason}" for one in shown), *end]),
            pl="\n".join(
                [
                    *(f"{file.name}: row {one.row}: {one.polish or one.reason}" for one in shown),
                    *end,
                ]
            ),
        )

    @staticmethod
    def _end(faults: Sequence[Fault]) -> list[str]:
        lines = []
        if len(faults) > _SHOWN:
            fields = Counter(one.field or "rules" for one in faults)
            counts = ", ".join(f"{name} {count}" for name, count in fields.most_common())
            lines.append(f"... and {len(faults) - _SHOWN} more; by field: {counts}")
        rows = len({fault.row for fault in faults})
        lines.append(f"{rows} of the rows do not fit, and nothing was imported")
        lines.append("  --reject FILE.gpkg imports the others and writes these with their reasons")
        return lines


@dataclasses.dataclass(frozen=True)
class Report:
    """What an import did."""

    read: int
    inserted: int
    updated: int
    unchanged: int
    rejected: int
    notes: Sequence[str]
    """What a person should know: columns not taken, geometries changed, and how."""
    computed: Sequence[str] = ()
    """Layers computed anew from this one."""

    def __str__(self) -> str:
        """Say it in a line, and the notes in lines of their own."""
        counts = {
            "inserted": self.inserted,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": self.rejected,
        }
        done = ", ".join(f"{count} {verb}" for verb, count in counts.items() if count)
        lines = [f"{self.read} rows read: {done or 'nothing to do'}", *self.notes]
        lines += [f"computed anew: {name}" for name in self.computed]
        return "\n".join(lines)
