"""What was known of rows: the history of one, and the difference of a layer between two dates."""

from services.history.part import PART
from services.history.routes import routes
from sip.service import Service

SERVICE = Service(name="history", routes=routes, ogc=PART)
