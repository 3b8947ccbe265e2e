"""Photos and other files of rows: `/ogc/collections/<layer>/items/<id>/attachments`."""

from services.attachments.part import PART
from services.attachments.routes import routes
from sip.service import Service

SERVICE = Service(name="attachments", routes=routes, ogc=PART, answers_as_of=True)
