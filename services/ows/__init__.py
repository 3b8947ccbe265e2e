"""WMS at /ows and OGC API Maps: MapServer draws, everything else is answered here."""

from collections.abc import Sequence

from starlette.routing import BaseRoute

from services.ows import engine
from services.ows.mapfile import render
from services.ows.wms import TAKEN, Wms
from sip.ows import OwsRoute
from sip.service import Service


def _routes() -> Sequence[BaseRoute]:
    return (OwsRoute("WMS", Wms().answer, requests=TAKEN),)


SERVICE = Service(name=engine.FOLDER, routes=_routes, render=render)
