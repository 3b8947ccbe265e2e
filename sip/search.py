"""The text by which a row is found, as one SQL expression: the index and the query must agree.

The migration makes `pub.fold(text)` (immutable: lower case without diacritics) and, for each
public layer with `search` fields, an index `USING gin (<search_text> public.gin_trgm_ops)`.
"""

from __future__ import annotations

from sip.catalogue import Layer

FOLD_SQL = """
CREATE OR REPLACE FUNCTION pub.fold(text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1))
"""
"""Folds a text; `unaccent` alone is only stable, since its dictionary could be replaced."""


def search_text(layer: Layer) -> str:
    """Return the expression over the layer's columns (bare names) that holds its search text.

    Only text and integer fields can be searched: the text of the others is not immutable.
    """
    parts = (f"coalesce(\"{name}\"::text, '')" for name in layer.spec.search)
    return f"pub.fold({" || ' ' || ".join(parts)})"
