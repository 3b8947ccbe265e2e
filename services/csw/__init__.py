"""The catalogue service: CSW 2.0.2 with Dublin Core and ISO 19139 records."""

from services.csw.routes import routes
from sip.service import Service

SERVICE = Service("csw", routes)
