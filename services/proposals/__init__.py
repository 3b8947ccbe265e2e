"""What flights propose to registers, for those who may edit them: `/api/proposals`."""

from services.proposals.routes import routes
from sip.service import Service

SERVICE = Service(name="proposals", routes=routes)
