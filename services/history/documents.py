"""Histories and differences as documents; values beside them as people read them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from services.history.reading import GEOMETRY, Change, Event
from sip import shown
from sip.catalogue import Catalogue, Layer
from sip.text import Language, Text

type Json = dict[str, Any]
TITLES: Mapping[str, Text] = {
    "added": Text(pl="dodano", en="added"),
    "changed": Text(pl="zmieniono", en="changed"),
    "removed": Text(pl="usunięto", en="removed"),
    "known": Text(pl="stan najstarszy poza archiwum", en="the oldest state outside of the archive"),
}
_GEOMETRY = Text(pl="Geometria", en="Geometry")


def event(one: Event, layer: Layer, catalogue: Catalogue, language: Language) -> Json:
    """Return what happened to a row: when, what, and by whom where that may be known."""
    names = [name for name in layer.visible_fields if name in (one.after or one.before)]
    by = {
        "changeset": one.changeset,
        "who": one.who,
        "application": one.application,
        "comment": one.comment,
    }
    return {
        "when": instant(one.when),
        "kind": one.kind,
        "title": TITLES[one.kind][language],
        "changes": _changes(names, one.before, one.after, layer, catalogue, language),
        "geometryChanged": one.is_moved,
        **{name: value for name, value in by.items() if value is not None},
    }


def instant(moment: datetime.datetime) -> str:
    """Write an instant of UTC as RFC 3339 does."""
    return moment.isoformat().replace("+00:00", "Z")


def _changes(
    names: Sequence[str],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    layer: Layer,
    catalogue: Catalogue,
    language: Language,
) -> list[Json]:
    """Return the old and the new value of each field; those that stay empty are left out."""
    found = []
    for name in names:
        field, old, new = layer.visible_fields[name], before.get(name), after.get(name)
        if old is None and new is None:
            continue
        found.append(
            {
                "name": name,
                "title": field.title[language],
                "old": old,
                "new": new,
                "oldShown": shown.value(old, field, catalogue, language, before),
                "newShown": shown.value(new, field, catalogue, language, after),
            }
        )
    return found


def difference(change: Change) -> Json:
    """Return a changed row as GeoJSON: as it is, or was before it was removed.

    What belongs to the difference stands in properties that begin with `row_`, which no field does.
    """
    state = change.after if change.after is not None else change.before or {}
    properties = {name: value for name, value in state.items() if name != GEOMETRY}
    before = change.before or {}
    return {
        "type": "Feature",
        "id": change.id,
        "geometry": _geometry(state),
        "properties": {
            "row_change": change.kind,
            "row_changed": change.changed,
            "row_before": {
                name: _geometry(before) if name == GEOMETRY else before[name]
                for name in change.changed
            },
            **properties,
        },
    }


def _geometry(state: Mapping[str, Any]) -> orjson.Fragment | None:
    return orjson.Fragment(state[GEOMETRY]) if state.get(GEOMETRY) else None


def row(change: Change, layer: Layer, catalogue: Catalogue, language: Language) -> Json:
    """Return a changed row as a line of a table."""
    state = change.after if change.after is not None else change.before or {}
    names = [name for name in change.changed if name != GEOMETRY]
    named = state.get(layer.spec.name_field or "")
    return {
        "id": change.id,
        "name": named or change.id,
        "kind": change.kind,
        "title": TITLES[change.kind][language],
        "changes": _changes(
            names, change.before or {}, change.after or {}, layer, catalogue, language
        ),
        "moved": _GEOMETRY[language] if GEOMETRY in change.changed else "",
    }
