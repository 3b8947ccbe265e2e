"""The one query engine: questions to a layer, compiled to SQL with bound values only.

A service makes a `Query` (a filter is a CQL2 tree, from `parse_text`, `parse_json` or by hand),
compiles it with `select.features`, `select.rows`, `select.count` or `select.condition`, and runs
the `Sql` with asyncpg: `await pool.fetch(sql.text, *sql.args)`.
"""

from sip.query.filters import parse_json, parse_text
from sip.query.model import Box, Interval, Query, SortKey, Sql, Tree
from sip.query.terms import Arguments

__all__ = [
    "Arguments",
    "Box",
    "Interval",
    "Query",
    "SortKey",
    "Sql",
    "Tree",
    "parse_json",
    "parse_text",
]
