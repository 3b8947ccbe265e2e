"""Pictures for those who have signed in: each request puts its role into the mapfile.

Who it is, and where the role reads a layer, comes from the gateway and from PostgreSQL, never from
the visitor; MapServer takes no value that its mapfile does not allow, and connects as a login that
may become the gateway's people and read nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sip.catalogue import Catalogue, Layer
from sip.sight import PUBLIC, STAFF, LayerSight, Sight
from sip.viewer import Viewer

ROLE = "role"
"""The place in a mapfile for the role."""
_ROLE = "^[a-z][a-z0-9_.-]{0,62}$"
_PAST = "past"


def of_staff(catalogue: Catalogue) -> Iterator[Layer]:
    """Yield the layers that somebody may have drawn, each read where a request will say."""
    vectors = [layer for layer in catalogue.layers.values() if layer.is_vector]
    everything = Sight(
        tuple(
            (one.id, LayerSight(f"%{_place(one)}%", frozenset(one.spec.fields), frozenset()))
            for one in vectors
        )
    )
    return (layer for layer in catalogue.seen(everything).published("wms") if layer.is_vector)


def validation(layer: Layer) -> Iterator[str]:
    """Yield the lines of a mapfile that say which values may be put in."""
    yield f'    "{ROLE}" "{_ROLE}"'
    yield f'    "{_place(layer)}" "^({layer.theme}|{STAFF}|{_PAST})$"'


def is_own(layer: Layer) -> bool:
    """Say whether a layer is read under the role, and not as everybody reads it."""
    return layer.sight is not None and layer.sight.schema != PUBLIC


def own_name(drawn: str) -> str:
    """Return the name of the mapfile that draws under the role."""
    return f"{drawn}@role"


def values(viewer: Viewer, layers: Sequence[Layer]) -> Mapping[str, str]:
    """Return what a request puts in."""
    own = [layer for layer in layers if is_own(layer)]
    if not own or viewer.role is None:
        return {}
    places = {_place(one): _PAST if one.is_past else one.sight.schema for one in own if one.sight}
    return {ROLE: viewer.role, **places}


def _place(layer: Layer) -> str:
    return f"place_{layer.id}"
