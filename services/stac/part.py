"""What the catalogue of files adds to the OGC API: where it is found."""

from __future__ import annotations

from collections.abc import Sequence

from sip.catalogue import Layer
from sip.negotiation import JSON
from sip.ogc import Addition, Link, OgcPart
from sip.service import Context
from sip.text import Text

_TITLE = Text(pl="Pliki rastrów i chmur punktów (STAC)", en="Files of rasters and clouds (STAC)")


def _links(_now: Context) -> Sequence[Link]:
    return (Link("related", "/stac", JSON.type, _TITLE),)


def _of_layer(now: Context, layer: Layer) -> Addition | None:
    """Lead from the collection of a raster to the records of its files, where there are some."""
    is_collection = layer.spec.raster is not None and {"maps", "coverage"} & {*layer.services}
    is_described = (now.settings.records / layer.id).is_dir()
    if not (is_collection and layer.offers("download") and is_described):
        return None
    return Addition(links=(Link("related", f"/stac/{layer.id}", JSON.type, _TITLE),))


PART = OgcPart(links=_links, collection=_of_layer)
