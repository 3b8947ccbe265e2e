"""The SQL of views that tell what became of rows: versions, and what differs between instants.

Both tell changes of the given columns only: a version in which nothing of them changed is none, so
that nobody learns when something was changed that he may not see.
"""

from __future__ import annotations

from collections.abc import Sequence

from sip.catalogue import Layer
from sip.database.history import HISTORY, KNOWN_NOW
from sip.database.tables import literal, quoted

# A query within, for a setting is read for each row where it stands alone.
AS_OF = "(SELECT current_setting('sip.as_of')::timestamptz)"
_SINCE = "(SELECT current_setting('sip.since')::timestamptz)"
_LEEWAY = "interval '1 minute'"
"""By so much more than it may ever be a row's time comes behind that of its change set."""


def known(register: str, instant: str) -> str:
    """Return the condition that a version of `all_of` was known at an instant.

    It is an error (SIP04) where the history no longer reaches back so far, whatever rows there are.
    """
    return f"known @> {instant} AND sip.reaches({literal(register)}, {instant})"


def all_of(
    layer: Layer, columns: Sequence[str], visible: str | None, more: tuple[str, str] = ("", "")
) -> str:
    """Return the rows of a register and those of its past, with `known`, when they were.

    Args:
        layer: The register.
        columns: What is told.
        visible: The condition on rows that are told at all.
        more: A further column of the one, and of the other.
    """
    listed, where = _listed(columns), f" WHERE {visible}" if visible else ""
    now, then = (f", {one}" if one else "" for one in more)
    return (
        f"SELECT {listed}, {KNOWN_NOW} AS known{now} FROM {_table(layer)}{where}\n"
        f"UNION ALL SELECT {listed}, known{then} FROM {_past(layer)}{where}"
    )


def every(layer: Layer, columns: Sequence[str], visible: str | None) -> str:
    """Return every version with `known`, when it was, one after the other; equal ones as one.

    Args:
        layer: The register.
        columns: `id` and what is told.
        visible: The condition on rows that are told at all.
    """
    listed = _listed(columns)
    told = _listed([name for name in columns if name != "id"]) or "true"
    return f"""SELECT {listed}, tstzrange(lower(known), until) AS known FROM (
    SELECT DISTINCT ON (id, part) *, last_value(upper(known)) OVER whole AS until FROM (
        SELECT *, count(*) FILTER (WHERE is_other) OVER (PARTITION BY id ORDER BY known) AS part
        FROM (
            SELECT *, lag(upper(known)) OVER one IS DISTINCT FROM lower(known)
                OR lag(ROW({told})) OVER one IS DISTINCT FROM ROW({told}) AS is_other
            FROM (
                {all_of(layer, columns, visible)}
            ) AS versions WINDOW one AS (PARTITION BY id ORDER BY known)
        ) AS marked
    ) AS parted
    WINDOW whole AS (PARTITION BY id, part ORDER BY known
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
    ORDER BY id, part, known
) AS merged"""


def changed(layer: Layer, columns: Sequence[str], visible: str | None) -> str:
    """Return what differs between the settings `sip.since` and `sip.as_of`.

    Rows have `id`, `before` and `after` as JSON of the columns (NULL where the row was not there),
    and `before_geom` and `after_geom`. Change sets tell which rows to look at.
    """
    shape = layer.spec.geometry is not None
    fields = [name for name in columns if name not in ("id", "geom")]
    geometries = ", b.geom AS before_geom, a.geom AS after_geom" if shape else ""
    # As bytes: a restored dump knows no operator that stands in another schema.
    told = {
        row: ", ".join(
            [*(f"{row}.{quoted(one)}" for one in fields), *([f"{row}.geom::bytea"] * shape)]
        )
        or "true"
        for row in "ab"
    }
    sets = f"ARRAY(SELECT id FROM sip.changeset WHERE at > {_SINCE} - {_LEEWAY} AND at <= {AS_OF})"
    return f"""WITH touched AS MATERIALIZED (
    SELECT id FROM {_table(layer)} WHERE row_changeset = ANY ({sets})
    UNION SELECT id FROM {_past(layer)} WHERE row_changeset = ANY ({sets})
    UNION SELECT id FROM {_past(layer)} WHERE row_ended_by = ANY ({sets})
),
b AS ({_state(layer, columns, visible, _SINCE)}),
a AS ({_state(layer, columns, visible, AS_OF)})
SELECT id, {_json("b", fields)} AS before, {_json("a", fields)} AS after{geometries}
FROM b FULL JOIN a USING (id)
WHERE a.row_is IS DISTINCT FROM b.row_is OR ROW({told["b"]}) IS DISTINCT FROM ROW({told["a"]})"""


def _state(layer: Layer, columns: Sequence[str], visible: str | None, instant: str) -> str:
    """Return the rows that are looked at as they were known at an instant."""
    return (
        f"SELECT {_listed(columns)}, true AS row_is FROM ({all_of(layer, columns, visible)}) AS v"
        f" WHERE id = ANY (ARRAY(SELECT id FROM touched)) AND {known(layer.id, instant)}"
    )


def _json(row: str, fields: Sequence[str]) -> str:
    made = f"(SELECT row_to_json(p) FROM (SELECT {_listed(fields, row)}) AS p)"
    return f"CASE WHEN {row}.row_is THEN {made} END"


def _listed(columns: Sequence[str], row: str = "") -> str:
    return ", ".join(f"{row}.{quoted(name)}" if row else quoted(name) for name in columns)


def _table(layer: Layer) -> str:
    return f"{quoted(layer.theme)}.{quoted(layer.id)}"


def _past(layer: Layer) -> str:
    return f"{HISTORY}.{quoted(layer.id)}"
