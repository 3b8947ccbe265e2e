"""The inbox of field work, for those who have signed in: `/api/conflicts`."""

from services.conflicts.routes import routes
from sip.service import Service

SERVICE = Service(name="conflicts", routes=routes)
