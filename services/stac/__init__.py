"""Rasters and clouds of points as a STAC catalogue: `/stac`, a collection per layer."""

from services.stac.part import PART
from services.stac.routes import routes
from sip.service import Service

SERVICE = Service(name="stac", routes=routes, ogc=PART)
