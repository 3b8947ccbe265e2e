"""Views of layers that somebody reads: made, made anew, granted and dropped.

A view's comment ends in a stamp of the SQL that made it; another stamp means another view.
"""

from __future__ import annotations

import dataclasses
import enum
import hashlib
from collections.abc import Iterator, Sequence

from sip.catalogue import Layer
from sip.database import rights
from sip.database.present import Present
from sip.database.steps import Phase, Step, execute
from sip.database.tables import comment, literal, quoted

_STAMP = "made from: "


class Readers(enum.Enum):
    """Who reads the views."""

    OF_THIS = "of this catalogue"
    """They show what it declares and nothing else."""
    OF_FORMER_TOO = "of the former catalogue too"
    """Services that have not switched yet: what they read stays beside what is new."""


@dataclasses.dataclass(frozen=True)
class View:
    """One view of a layer."""

    schema: str
    layer: Layer
    options: str
    sql: str
    grants: frozenset[rights.Grant]
    defaults: Sequence[str] = ()
    """`<column> SET DEFAULT <value>`, for those who add rows through it."""

    @property
    def path(self) -> str:
        """Its name as SQL."""
        return f"{self.schema}.{quoted(self.layer.id)}"

    @property
    def comment(self) -> str:
        """What its comment says, the stamp last."""
        made = stamp("\n".join([self.options, self.sql, *self.defaults]))
        return f"{comment(self.layer.spec.title, self.layer.spec.abstract)}\n{made}"


def compare(
    schema: str, views: Sequence[View], present: Present, gone: set[str], readers: Readers
) -> Iterator[Step]:
    """Find what is to be done to the views of a schema, where some layers are made anew."""
    standing = {
        name: one
        for name, one in present.of(schema, "view").items()
        if _STAMP in (one.comment or "")
    }
    wanted = {view.layer.id: view for view in views if view.schema == schema}
    for name, view in wanted.items():
        current = standing.get(name)
        is_as_declared = current and name not in gone and current.comment == view.comment
        allowed = rights.changes(view.path, "", view.grants, current if is_as_declared else None)
        if is_as_declared:
            if allowed:
                yield _step(Phase.GRANTS, f"grant rights on {schema}.{name}", allowed)
            continue
        if current:
            yield _drop(schema, name)
        made = [
            f"CREATE VIEW {view.path}{view.options} AS {view.sql}",
            f"COMMENT ON VIEW {view.path} IS {literal(view.comment)}",
            *(f"ALTER VIEW {view.path} ALTER COLUMN {one}" for one in view.defaults),
            *allowed,
        ]
        yield _step(Phase.VIEWS, f"show {schema}.{name}", made)
    if readers is Readers.OF_THIS:
        yield from (_drop(schema, name) for name in standing if name not in wanted)


def kept(schema: str, layer: Layer, present: Present, readers: Readers) -> Sequence[str]:
    """Return the columns that a view has besides, for readers of the former catalogue."""
    current = present.of(schema, "view").get(layer.id)
    table = present.relations.get((layer.theme, layer.id))
    if readers is Readers.OF_THIS or not current or not table or table.kind != "table":
        return ()
    return [column for column in current.columns if column in table.columns]


def stamp(sql: str) -> str:
    """Return the line of a comment that tells one view from another."""
    return f"{_STAMP}{hashlib.sha256(sql.encode()).hexdigest()[:16]}"


def _drop(schema: str, name: str) -> Step:
    # Gone already where it stood on a materialised view that went.
    statement = f"DROP VIEW IF EXISTS {schema}.{quoted(name)}"
    return _step(Phase.OLD_VIEWS, f"drop {schema}.{name}", [statement])


def _step(phase: Phase, text: str, statements: Sequence[str]) -> Step:
    return Step(phase, text, [execute(one) for one in statements])
