"""WMS and WMTS at /ows, and OGC API Maps: MapServer draws, everything else is answered here."""

from collections.abc import Sequence

from starlette.routing import BaseRoute, Route

from services.ows import engine, maps, wms, wmts
from services.ows.mapfile import render
from sip.ows import OwsRoute
from sip.service import Service

_TILE = "{tms}/{level}/{row}/{column}.{ending}"


def _routes() -> Sequence[BaseRoute]:
    return (
        OwsRoute("WMS", wms.Wms().answer, requests=wms.TAKEN),
        OwsRoute("WMTS", wmts.answer, requests=wmts.TAKEN),
        Route("/wmts/1.0.0/WMTSCapabilities.xml", wmts.capabilities),
        Route(f"/wmts/{{layer}}/{{style}}/{_TILE}", wmts.tile),
        Route(f"/wmts/{{layer}}/{{style}}/{{year}}/{_TILE}", wmts.tile),
        Route("/ogc/collections/{layer}/map", maps.collection_map),
    )


SERVICE = Service(name=engine.FOLDER, routes=_routes, render=render, ogc=maps.PART)
