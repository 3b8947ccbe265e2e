"""The portal: home page, map page, and the three endpoints that the map knows layers from."""

from services.portal.pages import refusal
from services.portal.reception import Reception
from services.portal.routes import routes
from sip.service import Service

SERVICE = Service(
    name="portal", routes=routes, around=Reception, refusal=refusal, answers_as_of=True
)
