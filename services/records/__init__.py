"""OGC API Records: the metadata records as a collection of the one API."""

from services.records.part import PART
from services.records.routes import routes
from sip.service import Service

SERVICE = Service("records", routes, ogc=PART)
