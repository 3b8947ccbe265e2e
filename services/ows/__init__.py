"""WMS and WMTS at /ows, and OGC API Maps: MapServer draws, everything else is answered here."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from services.ows import engine, maps, wms, wmts
from services.ows.mapfile import render
from sip.ows import AnyOwsRoute, OwsRoute, key_values
from sip.ows_common import OwsError, report
from sip.service import Service

_TILE = "{tms}/{level}/{row}/{column}.{ending}"


async def _unknown_service(request: Request) -> Response:
    """Refuse what names no service that is here."""
    service = key_values(request.url.query).get("service", "")
    error = OwsError("MissingParameterValue", "service", "SERVICE is missing: WMS, WMTS or WFS")
    if service:
        text = f'"{service}" is no service here, only WMS, WMTS and WFS'
        error = OwsError("InvalidParameterValue", "service", text)
    return report(error, "1.1.0", service_version="1.1.0")


def _routes() -> Sequence[BaseRoute]:
    return (
        OwsRoute("WMS", wms.answer, requests=wms.TAKEN),
        OwsRoute("WMTS", wmts.answer, requests=wmts.TAKEN),
        AnyOwsRoute(_unknown_service),
        Route("/wmts/1.0.0/WMTSCapabilities.xml", wmts.capabilities),
        Route(f"/wmts/{{layer}}/{{style}}/{_TILE}", wmts.tile),
        Route(f"/wmts/{{layer}}/{{style}}/{{year}}/{_TILE}", wmts.tile),
        Route("/ogc/collections/{layer}/map", maps.collection_map),
    )


SERVICE = Service(
    name=engine.FOLDER, routes=_routes, render=render, ogc=maps.PART, answers_as_of=True
)
