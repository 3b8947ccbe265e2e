"""The feature service for desktop programs: WFS 2.0.0 and 1.1.0."""

from services.wfs.routes import routes
from sip.service import Service

SERVICE = Service("wfs", routes, answers_as_of=True)
