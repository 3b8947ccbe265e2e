"""OGC API Features, and the pages that every OGC API below `/ogc` shares."""

from services.features.routes import routes
from sip.service import Service

SERVICE = Service(name="features", routes=routes, answers_as_of=True)
