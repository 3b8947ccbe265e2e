"""pygeoapi, embedded as a library: Coverages below `/ogc`.

What must be fast, or must never show a hidden column (features, tiles), is answered by services of
our own, and so are processes, whose jobs belong to somebody; pygeoapi gives the breadth.
See docs/decisions/0002-pygeoapi-embedded.md.
"""

from services.pygeoapi.ogc import PART
from services.pygeoapi.routes import routes
from sip.service import Service

SERVICE = Service(name="pygeoapi", routes=routes, ogc=PART)
