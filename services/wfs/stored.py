"""Stored queries: one feature by its id, and INSPIRE's pre-defined data set."""

from __future__ import annotations

import dataclasses
from typing import Literal

from sip.ows_common import OwsError
from sip.text import Text


@dataclasses.dataclass(frozen=True)
class StoredQuery:
    """A query that is asked for by its name."""

    id: str
    kind: Literal["feature", "data_set"]
    title: Text
    parameters: tuple[str, ...]


STORED_QUERIES = (
    StoredQuery(
        "urn:ogc:def:query:OGC-WFS::GetFeatureById",
        "feature",
        Text(pl="Obiekt o podanym identyfikatorze", en="The feature with a given identifier"),
        ("ID",),
    ),
    StoredQuery(
        "http://inspire.ec.europa.eu/operation/download/GetSpatialDataSet",
        "data_set",
        Text(pl="Cały zbiór danych przestrzennych", en="A whole spatial data set"),
        ("CRS", "DataSetIdCode", "DataSetIdNamespace", "Language"),
    ),
)


def find(id_: str) -> StoredQuery:
    """Return a stored query; also by the name that WFS 2.0.2 gave GetFeatureById.

    Raises:
        OwsError: InvalidParameterValue.
    """
    known = id_.replace("http://www.opengis.net/def/query/OGC-WFS/0/", f"{_URN}::")
    for query in STORED_QUERIES:
        if query.id == known:
            return query
    raise OwsError("InvalidParameterValue", "storedquery_id", f'there is no stored query "{id_}"')


_URN = "urn:ogc:def:query:OGC-WFS"
