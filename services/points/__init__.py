"""Points of flights as files that a viewer reads in parts: `/points/<layer>.copc.laz`."""

from services.points.routes import routes
from sip.service import Service

SERVICE = Service(name="points", routes=routes)
