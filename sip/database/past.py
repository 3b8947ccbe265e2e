"""The past of registers: tables tied to their histories, and views of what was known.

| view | what |
|---|---|
| `past.<id>`, `past_pub.<id>` | the rows that were known at the setting `sip.as_of` |
| `versions.<id>`, `versions_pub.<id>` | every version of every row, with `known`, when it was |
| `changes.<id>`, `changes_pub.<id>` | what differs between `sip.since` and `sip.as_of` |

Those of `..._pub` have the public columns and are for everybody; a version in which none of them
changed is none there. The others are read with the rights of the caller, and have all columns that
are not personal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sip.catalogue import Catalogue, Layer
from sip.database import attachment, history, reading, rights, versions
from sip.database.present import Present
from sip.database.reading import Readers, View, stamp
from sip.database.steps import Phase, Step, execute
from sip.database.tables import literal, quoted
from sip.layer import ROW_FIELDS

SCHEMAS = ("past", "past_pub", "versions", "versions_pub", "changes", "changes_pub")
_OF_ALL = ("past", "versions", "changes")
"""Schemas of views of the registers that are not public, too."""


def base(catalogue: Catalogue) -> str:
    """Return the SQL of what stands beside histories, and of what hangs on rows."""
    return history.base() + attachment.base(catalogue)


def views(catalogue: Catalogue, present: Present, readers: Readers) -> Iterator[View]:
    """Yield the views of the past of every register."""
    for layer in catalogue.layers.values():
        if layer.is_table:
            for schema in SCHEMAS if layer.is_public else _OF_ALL:
                kept = reading.kept(schema, layer, present, readers)
                yield _view(schema, layer, kept, catalogue)


def attend(catalogue: Catalogue, present: Present, steps: Sequence[Step]) -> Iterator[Step]:
    """Tie registers to their histories: those whose columns change, or all where the way does.

    Where values are written another way, their seals are made anew, after they were found sound.
    """
    is_new = present.schemas.get(history.HISTORY) != stamp(base(catalogue))
    changed = {step.register for step in steps}
    rewritten = {step.register: step.text for step in steps if step.rewrites}
    for layer in catalogue.layers.values():
        if layer.is_table and (is_new or layer.id in changed):
            statement = f"SELECT sip.attend({literal(layer.theme)}, {literal(layer.id)})"
            text = f"keep the history of {layer.theme}.{layer.id}"
            yield Step(Phase.HISTORY, text, [execute(statement)])
        former = _former(layer, present)
        if layer.id in rewritten and former:
            check = execute(f"SELECT sip.demand_soundness({literal(former)})")
            yield Step(Phase.OLD_VIEWS, f"check the seals of {layer.id}", [check])
            reason = literal(f"sip migrate: {rewritten[layer.id]}")
            seal = execute(f"SELECT sip.reseal_layer({literal(layer.id)}, {reason})")
            yield Step(Phase.HISTORY, f"seal the history of {layer.id} anew", [seal])


def _former(layer: Layer, present: Present) -> str | None:
    """Return the name under which a layer has a history already."""
    names = (layer.id, layer.spec.renamed_from or "")
    return next((name for name in names if (history.HISTORY, name) in present.relations), None)


def _view(schema: str, layer: Layer, kept: Sequence[str], catalogue: Catalogue) -> View:
    is_public = schema.endswith("_pub")
    finished = rights.drafts(layer) if is_public else None
    columns = list(dict.fromkeys([*_columns(layer, is_public), *kept]))
    told = [name for name in columns if name not in ROW_FIELDS]
    match schema:
        case "versions_pub":
            sql = versions.every(layer, told, finished)
        case "changes" | "changes_pub":
            sql = versions.changed(layer, told, finished)
        case "versions":
            more = ("NULL::bigint AS row_ended_by", "row_ended_by")
            sql = versions.all_of(layer, columns, finished, more)
        case _:
            rows = versions.all_of(layer, columns, finished)
            where = versions.known(layer.id, versions.AS_OF)
            sql = f"SELECT {', '.join(map(quoted, columns))} FROM (\n{rows}\n) AS v WHERE {where}"
    if is_public:
        # As with the public view of now, a visitor's own condition must not meet a draft.
        options = " WITH (security_barrier)" if finished else ""
        return View(schema, layer, options, sql, rights.of_everybody())
    return View(schema, layer, " WITH (security_invoker)", sql, rights.of_past(layer, catalogue))


def _columns(layer: Layer, is_public: bool) -> list[str]:
    fields = layer.visible_fields if is_public else layer.spec.fields
    hidden = () if layer.is_personal else rights.hidden(layer, fields)
    shape = ["geom"] if layer.spec.geometry else []
    own = ["row_version"] if is_public else ROW_FIELDS
    return ["id", *(name for name in fields if name not in hidden), *shape, *own]
