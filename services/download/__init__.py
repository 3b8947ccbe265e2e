"""Whole layers, or parts of them, as files: `/download/<layer>.<ending>`."""

from services.download.routes import routes
from sip.service import Service

SERVICE = Service(name="download", routes=routes, answers_as_of=True)
